"""An installed workbook's pages: copied for the person, theirs once changed, a folder a version."""

import json
import stat
import sys
from pathlib import Path

import pytest

from followup_lib.app import own_pages
from followup_lib.app.own_pages import AS_THEY_CAME, bring_pages, meaning, pages_folder
from followup_lib.records.errors import FollowupError
from followup_lib.store import shipped


def page(code: str, *, shows: str = "") -> bytes:
    """Return a notebook of some words and one code cell, with what the cell shows."""
    words = {"cell_type": "markdown", "source": ["# A page"]}
    cell = {"cell_type": "code", "source": code, "outputs": [{"text": shows}] if shows else []}
    return json.dumps({"cells": [words, cell]}).encode()


@pytest.fixture
def came(tmp_path: Path) -> Path:
    """A folder of two pages, as a wheel brings them."""
    folder = tmp_path / "followup_lib" / "notebooks"
    folder.mkdir(parents=True)
    for name in ("00.ipynb", "01.ipynb"):
        (folder / name).write_bytes(page(name))
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """An empty folder for the copies."""
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


@pytest.fixture
def installed(home: Path, came: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Let the two pages be those of an installed package, of version 1.0."""
    monkeypatch.setattr(shipped, "PACKAGE", came.parent)
    monkeypatch.setattr(own_pages.importlib.metadata, "version", lambda _: "1.0")
    return monkeypatch


def test_every_page_is_copied_once(came: Path, own: Path) -> None:
    """The first time all come, byte for byte; the second time nothing is written."""
    assert bring_pages(came, own) == []
    assert (own / "01.ipynb").read_bytes() == (came / "01.ipynb").read_bytes()
    before = {path: path.stat().st_mtime_ns for path in own.iterdir()}
    assert sorted(path.name for path in before) == [AS_THEY_CAME, "00.ipynb", "01.ipynb"]
    assert bring_pages(came, own) == []
    assert {path: path.stat().st_mtime_ns for path in own.iterdir()} == before


@pytest.mark.parametrize("theirs", [page("my_own()"), b"no notebook", b"", b"[]"])
def test_a_changed_page_is_left_and_named(came: Path, own: Path, theirs: bytes) -> None:
    """It stays, also when the package brings that page anew; the others are brought."""
    bring_pages(came, own)
    (own / "00.ipynb").write_bytes(theirs)
    assert bring_pages(came, own) == ["00.ipynb"]
    for name in ("00.ipynb", "01.ipynb"):
        (came / name).write_bytes(page("newer"))
    assert bring_pages(came, own) == ["00.ipynb"]
    assert bring_pages(came, own) == ["00.ipynb"]
    assert (own / "00.ipynb").read_bytes() == theirs
    assert (own / "01.ipynb").read_bytes() == page("newer")


def test_a_page_that_was_only_saved_is_not_changed(came: Path, own: Path) -> None:
    """What a page shows is no change of it: it is left alone until the package brings another."""
    bring_pages(came, own)
    saved = page("00.ipynb", shows="Maya's list")
    (own / "00.ipynb").write_bytes(saved)
    assert bring_pages(came, own) == []
    assert (own / "00.ipynb").read_bytes() == saved
    (came / "00.ipynb").write_bytes(page("newer"))
    assert bring_pages(came, own) == []
    assert (own / "00.ipynb").read_bytes() == page("newer")


def test_a_page_taken_out_comes_back(came: Path, own: Path) -> None:
    """Whoever wants a page as it came takes theirs away; a page of their own is nobody's copy."""
    bring_pages(came, own)
    (own / "00.ipynb").unlink()
    (own / "mine.ipynb").write_bytes(page("mine"))
    assert bring_pages(came, own) == []
    assert (own / "00.ipynb").read_bytes() == page("00.ipynb")
    assert (own / "mine.ipynb").read_bytes() == page("mine")


def test_without_the_list_whatever_differs_is_left(came: Path, own: Path) -> None:
    """A list that is damaged or gone makes nothing of the person's be written over."""
    bring_pages(came, own)
    for damaged in (b"{", b"7"):
        (came / "00.ipynb").write_bytes(page(f"newer than {damaged!r}"))
        (own / AS_THEY_CAME).write_bytes(damaged)
        assert bring_pages(came, own) == ["00.ipynb"]
        assert (own / "00.ipynb").read_bytes() == page("00.ipynb")


def test_words_and_code_are_what_a_page_means() -> None:
    """Another word or another kind of cell is another page; lines and one text are the same."""
    lines = {"cells": [{"cell_type": "code", "source": ["a\n", "b"]}]}
    once = {"cells": [{"cell_type": "code", "source": "a\nb"}]}
    words = {"cells": [{"cell_type": "markdown", "source": "a\nb"}]}
    meant = [meaning(json.dumps(one).encode()) for one in (lines, once, words)]
    assert meant[0] == meant[1] != meant[2]


def test_a_checkout_serves_its_own_pages(home: Path) -> None:
    """Where the pages lie beside the library they are served as they are, and nothing is made."""
    folder, remark = pages_folder()
    assert (folder, remark) == (Path(__file__).parents[2] / "notebooks", "")
    assert list(home.iterdir()) == []


def test_an_installed_workbook_serves_copies(installed: pytest.MonkeyPatch, home: Path) -> None:
    """They lie in a folder of this version, in a place that only their owner can look into."""
    folder, remark = pages_folder()
    assert remark == ""
    assert folder.is_relative_to(home)
    assert folder.parts[-3:] == ("pages", "1.0", "notebooks")
    assert (folder / "00.ipynb").is_file()
    if sys.platform != "win32":
        assert stat.S_IMODE(folder.parents[2].stat().st_mode) == 0o700


def test_what_was_changed_is_said(installed: pytest.MonkeyPatch) -> None:
    """A sentence names the page and how to have it as it came; a new version says where it is."""
    folder, _ = pages_folder()
    (folder / "01.ipynb").write_bytes(page("mine"))
    _, remark = pages_folder()
    assert remark.startswith("You changed 01.ipynb, so the workbook leaves it alone. ")
    assert remark.count(str(folder)) == 1
    installed.setattr(own_pages.importlib.metadata, "version", lambda _: "1.1")
    newer, remark = pages_folder()
    assert (newer / "01.ipynb").read_bytes() == page("01.ipynb")
    assert (folder / "01.ipynb").read_bytes() == page("mine")
    assert remark.startswith("Your changes to the pages of an earlier version are still in")
    assert str(folder.parents[1]) in remark
    assert pages_folder() == (newer, "")


def test_missing_pages_are_told(installed: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A workbook without its pages says where they were looked for, and what to do."""
    installed.setattr(shipped, "PACKAGE", tmp_path / "nothing" / "followup_lib")
    with pytest.raises(FollowupError, match=r"isn’t there.* install the workbook again\.$"):
        pages_folder()


def test_pages_that_cannot_be_copied_are_told(
    installed: pytest.MonkeyPatch, home: Path, tmp_path: Path
) -> None:
    """A file where the folder should be, or a full disk, is one sentence."""
    own = own_pages.platformdirs.user_data_path("followup-workbook", appauthor=False)
    own.parent.mkdir(parents=True, exist_ok=True)
    own.touch()
    with pytest.raises(FollowupError, match="The folder of your pages could not be written"):
        pages_folder()

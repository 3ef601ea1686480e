"""Folders of clients that are gone, half there, or another's: a sentence, and nothing written."""

import errno
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from followup_lib.app.workspace import current_day, remember
from followup_lib.app.workspace import home as searches
from followup_lib.coaching.clients import Client, clients, in_words, searches_in
from followup_lib.pages.clients.model import ClientsModel
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.start.model import other_searches
from followup_lib.pages.start.view import start_page
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.store.new_search import create_search, practice_copy
from followup_lib.store.search import JobSearch

HOLLIS = "hollis-and-vane-payroll-analyst"


@pytest.fixture
def maya(home: Path) -> JobSearch:
    """Return a client's search in the home folder, opened last."""
    search = practice_copy(searches() / "Maya Lindqvist")
    remember(search)
    return search


def lines() -> list[str]:
    """Return the list of clients as a coach reads it."""
    return [in_words(client) for client in clients(searches_in(searches()), current_day)]


def shown_first() -> str:
    """Return what the start page shows first."""
    return "".join(getattr(part, "value", "") for part in start_page().box.children)


@pytest.mark.parametrize("how", ["renamed", "stick taken out"])
def test_a_folder_that_is_gone_is_not_made_again(maya: JobSearch, how: str) -> None:
    """A page left open writes nothing: no edit, no half-typed word, no setting, no new folder."""
    desk = Desk(maya)
    if how == "renamed":
        maya.folder.rename(searches() / "Elsewhere")
    else:
        shutil.rmtree(maya.folder)
    acts = [
        lambda: desk.edit("x", lambda tables: tables),
        lambda: maya.keep("letter", {"body": "half a letter"}),
        lambda: maya.set_settings("seeker", name="Tom"),
        desk.undo,
    ]
    for act in acts:
        with pytest.raises(FollowupError, match="Put it back and try again, or open another"):
            act()
    with pytest.raises(FollowupError, match="There is no search at"):
        desk.look()
    assert not maya.folder.exists()


def test_the_start_page_says_what_is_gone(maya: JobSearch) -> None:
    """The search last opened is named with its place, and others can be opened."""
    maya.folder.rename(searches() / "Elsewhere")
    shown = shown_first()
    assert "Maya Lindqvist, is not there" in shown
    assert other_searches() == ["Elsewhere"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_search_that_its_owner_has_closed(
    maya: JobSearch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Shared until its owner closed it: a sentence, as for one that is gone; never a crash."""
    plain = os.stat

    def closed(path: Any, *args: Any, **kwargs: Any) -> os.stat_result:
        if isinstance(path, str | Path) and Path(path).is_relative_to(maya.folder):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return plain(path, *args, **kwargs)

    monkeypatch.setattr(os, "stat", closed)
    maya.keep_first()
    with pytest.raises(FollowupError, match="There is no search at"):
        maya.read()
    assert "Maya Lindqvist, is not there" in shown_first()


def test_nothing_is_said_when_nothing_was_ever_open(home: Path) -> None:
    """A first visit is a welcome, not a loss."""
    assert "is not there" not in shown_first()


@pytest.mark.parametrize("missing", ["applications.csv", "timeline.csv"])
def test_a_folder_synced_halfway_is_told(maya: JobSearch, missing: str) -> None:
    """With a table missing the client is still in the list, with the file that is not there."""
    (maya.folder / missing).unlink()
    (line,) = lines()
    assert line.startswith("Maya Lindqvist: cannot be read.")
    assert missing in line


COPIES = [
    "timeline (conflicted copy 2026-03-13).csv",
    "timeline-LAPTOP.csv",
    "timeline 2.csv",
    "applications.sync-conflict-20260313-101112.csv",
    "settings-LAPTOP.toml",
]


@pytest.mark.parametrize("name", COPIES)
def test_a_second_copy_is_named_and_left_alone(maya: JobSearch, name: str) -> None:
    """List and page name what a service that syncs left; nothing in it is read, lost or changed."""
    before, path = maya.read(), maya.folder / name
    path.write_bytes(b"not,a,table\n")
    (line,) = lines()
    assert line.startswith("Maya Lindqvist: 19 for today")
    assert f"{name}: looks like a second copy of" in line
    desk = Desk(maya)
    assert any(problem.startswith(f"{name}: looks like") for problem in desk.problems)
    desk.edit("log", lambda tables: edits.log(tables, HOLLIS, "wrote", desk.today))
    assert path.read_bytes() == b"not,a,table\n"
    assert len(desk.tables.timeline) == len(before.timeline) + 1


def test_a_second_copy_beside_a_missing_table_is_told_too(maya: JobSearch) -> None:
    """When only the copy came, the list says which table is missing, and names the copy."""
    (maya.folder / "timeline.csv").rename(maya.folder / "timeline-LAPTOP.csv")
    (line,) = lines()
    assert "timeline.csv: is missing" in line
    assert "timeline-LAPTOP.csv: looks like a second copy" in line


def test_a_second_copy_of_the_whole_folder_is_told_apart(maya: JobSearch) -> None:
    """Two searches of one name are two lines and two choices, each with its folder."""
    shutil.copytree(maya.folder, searches() / "Maya Lindqvist (conflicted copy 2026-03-13)")
    assert len({line.partition(":")[0] for line in lines()}) == 2
    assert [row["cells"][0][0] for row in ClientsModel().rows] == [
        "Maya Lindqvist",
        "Maya Lindqvist (folder Maya Lindqvist (conflicted copy 2026-03-13))",
    ]


def test_a_new_search_never_empties_one_synced_halfway(maya: JobSearch) -> None:
    """Making a search of that name is refused as long as any file of one lies there."""
    (maya.folder / "applications.csv").unlink()
    before = (maya.folder / "timeline.csv").read_bytes()
    with pytest.raises(FollowupError, match="already a search"):
        create_search(maya.folder, name="Maya Lindqvist")
    assert (maya.folder / "timeline.csv").read_bytes() == before


def test_another_name_inside_is_said(maya: JobSearch) -> None:
    """A copy of one client's folder under the name of another is seen in list and choice."""
    shutil.copytree(maya.folder, searches() / "Ruth Amsel")
    own, other = sorted(lines(), key=len)
    assert "folder" not in own
    assert other.startswith("Maya Lindqvist (folder Ruth Amsel): ")
    assert "Its folder is called “Ruth Amsel”" in other
    names = [row["cells"][0][0] for row in ClientsModel().rows]
    assert names == ["Maya Lindqvist", "Maya Lindqvist (folder Ruth Amsel)"]


def test_the_practice_copy_keeps_its_name(home: Path) -> None:
    """The program's own practice copy has an invented name inside, and that is in order."""
    practice_copy(searches() / "Practice")
    assert "Its folder" not in lines()[0]


def test_a_mac_spells_a_folder_in_its_own_way() -> None:
    """“José” written as e and accent in the folder's name, as a Mac may, is no other name."""
    assert Client(Path("Jose\u0301 Rey"), "Jos\u00e9 Rey").doubt == ""
    assert Client(Path("Josef Rey"), "Jos\u00e9 Rey").doubt

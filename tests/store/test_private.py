"""Nobody but its owner looks into a search, a share excepted; no link leads out of one."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from followup_lib.coaching.client_files import copy_of, own_files, remove
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import Tables
from followup_lib.store.atomic import temporary
from followup_lib.store.csv import FILES
from followup_lib.store.named_files import write_named, write_new_folder
from followup_lib.store.new_search import create_search, practice_copy
from followup_lib.store.private import is_private, is_shared, share_note
from followup_lib.store.search import JobSearch

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes and few links")

READ = ("applications.csv", "settings.toml")
TYPED = (".workbook", ".workbook/drafts")
WRITTEN = ("messages", "imports", ".workbook", ".workbook/backups")
"""Parts of a search that are links out of it, when it is read, typed into, or edited."""
UMASKS = (0o000, 0o022, 0o002)
SHARES = [
    (0o755, 0, 0, False),
    (0o775, 0, 0, False),  # a system that gives everybody a group of their own
    (0o775, 0, 1, True),
    (0o2775, 0, 0, True),
    (0o757, 0, 0, True),
    (0o700, 1, 0, True),
]
"""The mode of a folder, whether it is another user's and another group's, and if that shares it."""


@pytest.fixture(params=UMASKS, ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """Make files as a system with this umask does."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def acme(tables: Tables) -> Tables:
    """Add an application."""
    return edits.add_application(tables, company="Acme", job_title="Clerk")[0]


def modes(folder: Path) -> dict[str, int]:
    """Return the mode of a folder and of all in it, by path."""
    paths = [folder, *folder.rglob("*")]
    return {str(path.relative_to(folder)): stat.S_IMODE(path.stat().st_mode) for path in paths}


def used(search: JobSearch) -> JobSearch:
    """Leave traces of every kind in a search."""
    search.edit("add Acme", acme, messages={"note.eml": b"Hello"})
    search.keep("form", {"company": "Hill & Co"})
    return search


def test_a_new_search_is_its_owners(tmp_path: Path, umask: int) -> None:
    """Folders 0700, files 0600: tables, states, messages and drafts, whatever the umask."""
    search = used(create_search(tmp_path / "Noor", name="Noor"))
    found = modes(search.folder)
    assert {name for name, mode in found.items() if mode & 0o077} == set()
    assert found["applications.csv"] == found["messages/note.eml"] == 0o600
    assert found["."] == found[".workbook/backups"] == 0o700


def test_a_search_that_lay_open_is_closed(tmp_path: Path) -> None:
    """The first edit closes the folder and every file of the search in it; no link is followed."""
    search = used(practice_copy(tmp_path / "open"))
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "ours.txt").write_text("read by everybody")
    theirs.chmod(0o755)
    (theirs / "ours.txt").chmod(0o644)
    for path in [search.folder, *search.folder.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
    (search.folder / "letters").symlink_to(theirs)
    (search.folder / "messages" / "ours.txt").symlink_to(theirs / "ours.txt")
    search.set_settings("pace", gap=7)
    (search.folder / "letters").unlink()
    (search.folder / "messages" / "ours.txt").unlink()
    assert {name for name, mode in modes(search.folder).items() if mode & 0o077} == set()
    assert modes(theirs) == {".": 0o755, "ours.txt": 0o644}


@pytest.mark.parametrize(("mode", "user", "group", "shared"), SHARES)
def test_what_is_a_share(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    mode: int,
    user: int,
    group: int,
    *,
    shared: bool,
) -> None:
    """Another user's folder, and one that others may write into: a group's, or everybody's."""
    there = tmp_path.stat()
    monkeypatch.setattr(os, "getuid", lambda: there.st_uid + user)
    monkeypatch.setattr(os, "getgid", lambda: there.st_gid + group)
    tmp_path.chmod(mode)
    assert is_shared(tmp_path) is shared
    tmp_path.chmod(0o700)
    assert is_private(tmp_path) is (user == 0)


def test_whoever_shares_a_search_can_save_in_it(tmp_path: Path) -> None:
    """In a folder of a group all that an edit makes is the group's, the lock too (umask 077)."""
    search = create_search(tmp_path / "Noor", name="Noor")
    search.folder.chmod(0o2770)
    before = os.umask(0o077)
    try:
        used(search)
    finally:
        os.umask(before)
    found = modes(search.folder / ".workbook")
    assert {name for name, mode in found.items() if mode & 0o060 != 0o060} == set()


def test_a_share_stays_one(tmp_path: Path) -> None:
    """A folder others may write into is told, not changed; what is made in it is theirs too."""
    search = create_search(tmp_path / "team", name="Noor")
    search.folder.chmod(0o777)
    used(search)
    found = modes(search.folder)
    assert is_shared(search.folder)
    assert "is shared" in share_note(search.folder)[0]
    assert found["."] == found[".workbook"] == found[".workbook/backups"] == 0o777
    assert found["applications.csv"] == found["messages/note.eml"] == 0o666


@pytest.mark.parametrize("name", READ)
def test_a_table_behind_a_link_is_not_read(tmp_path: Path, name: str) -> None:
    """A table that is a link out of the folder is refused in a sentence, and not copied."""
    search = create_search(tmp_path / "Noor", name="Noor")
    (search.folder / name).rename(tmp_path / name)
    (search.folder / name).symlink_to(tmp_path / name)
    with pytest.raises(FollowupError, match="a link that leads out of the search"):
        search.read()


def test_a_link_in_a_circle_is_a_sentence(tmp_path: Path) -> None:
    """A table that leads to itself is not read for ever, nor packed, nor written over."""
    search = create_search(tmp_path / "Noor", name="Noor")
    for path in (search.folder / "people.csv", search.folder / "cv.txt", tmp_path / "out.csv"):
        path.symlink_to(path)
    with pytest.raises(FollowupError, match=r"people\.csv: cannot be opened"):
        search.read()
    assert "cv.txt" not in map(str, own_files(search))
    write_named([(tmp_path / "out.csv", b"x")])
    assert (tmp_path / "out.csv").read_bytes() == b"x"


@pytest.mark.parametrize("name", TYPED)
def test_no_form_is_kept_through_a_link(tmp_path: Path, name: str) -> None:
    """What is typed is not kept where a link leads out of the search."""
    search = create_search(tmp_path / "Noor", name="Noor")
    (tmp_path / "elsewhere").mkdir()
    (search.folder / name).parent.mkdir(exist_ok=True)
    (search.folder / name).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FollowupError, match="a link that leads out of the search"):
        search.keep("form", {"company": "Hill & Co"})
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_copy_without_names_is_not_begun_through_a_link(tmp_path: Path) -> None:
    """Where a folder or file is begun, a link that waits there is taken away, not followed."""
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "cv.txt").write_text("mine")
    for name, write in (
        ("nobody", lambda path: write_new_folder(path, {"cv.txt": b"x"})),
        ("list.csv", lambda path: write_named([(path, b"x")])),
    ):
        temporary(tmp_path / name).symlink_to(secret if name == "nobody" else secret / "cv.txt")
        write(tmp_path / name)
        assert (tmp_path / name).exists()
        assert not (tmp_path / name).is_symlink()
    assert (secret / "cv.txt").read_text() == "mine"


@pytest.mark.parametrize("name", WRITTEN)
def test_nothing_is_written_through_a_link(tmp_path: Path, name: str) -> None:
    """A folder of the search that is a link out of it keeps every edit from being made."""
    search = create_search(tmp_path / "Noor", name="Noor")
    (tmp_path / "elsewhere").mkdir()
    (search.folder / name).parent.mkdir(exist_ok=True)
    (search.folder / name).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FollowupError, match="a link that leads out of the search"):
        search.edit("add Acme", acme, messages={"note.eml": b"Hello"})
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_no_link_that_waits_is_written_through(tmp_path: Path) -> None:
    """In a folder made to hurt, what we write takes the place of links, and follows none."""
    secret, kept = tmp_path / "secret", tmp_path / "kept"
    secret.write_text("mine")
    kept.mkdir()
    (kept / "cv.txt").write_text("mine")
    backups = tmp_path / "Noor" / ".workbook" / "backups"
    backups.mkdir(parents=True)
    for name in FILES:
        (backups.parent / f"{name}.tmp").symlink_to(secret)
    for number in (1, 2, 3):
        for ending in ("", ".new", ".old"):
            (backups / f"{number:06d}{ending}").symlink_to(kept)
    search = create_search(tmp_path / "Noor", name="Noor")
    (search.folder / "messages").mkdir()
    (search.folder / "messages" / "note.eml").symlink_to(tmp_path / "none.eml")
    used(search)
    search.set_settings("pace", gap=7)
    assert [state.number for state in search.backups.states()] == [1, 2, 3]
    assert (search.folder / "messages" / "note.eml").read_bytes() == b"Hello"
    assert (secret.read_text(), (kept / "cv.txt").read_text()) == ("mine", "mine")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["Noor", "kept", "secret"]


def test_a_copy_holds_nothing_from_outside(tmp_path: Path) -> None:
    """A link to a file elsewhere, and a linked folder, are not packed; removal spares both."""
    search = create_search(tmp_path / "Noor", name="Noor")
    secret = tmp_path / "elsewhere" / "secret.txt"
    secret.parent.mkdir()
    secret.write_text("nobody's business")
    (search.folder / "cv.txt").symlink_to(secret)
    (search.folder / "letters").symlink_to(secret.parent)
    assert not {"cv.txt", "secret.txt"} & {path.name for path in own_files(search)}
    assert b"nobody's business" not in copy_of(search)
    remove(search, "Noor")
    assert secret.exists()
    assert not search.folder.exists()

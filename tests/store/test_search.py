"""A search on disk: edited safely, undone, shared by two windows, the sample never written."""

import datetime as dt
import errno
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from followup_lib.records import edits
from followup_lib.records.errors import FollowupError, SpreadsheetError
from followup_lib.records.tables import Tables
from followup_lib.store import transaction
from followup_lib.store.new_search import create_search, practice_copy
from followup_lib.store.search import SAMPLE, JobSearch

DAY = dt.date(2026, 3, 5)


@pytest.fixture
def search(tmp_path: Path) -> JobSearch:
    """Return a search with one application."""
    made = create_search(tmp_path / "Noor", name="Noor Haddad", phone="(609) 555-0177")
    made.edit("add Acme", add)
    return made


def add(tables: Tables, company: str = "Acme") -> Tables:
    """Add one application."""
    return edits.add_application(tables, company=company, job_title="Clerk")[0]


def log(tables: Tables, event: str = "interview") -> Tables:
    """Log one event for it."""
    return edits.log(tables, "acme-clerk", event, DAY)


def files(search: JobSearch) -> dict[str, bytes]:
    """Return the tables' files as bytes."""
    return {path.name: path.read_bytes() for path in sorted(search.folder.glob("*.csv"))}


def test_an_edit_is_on_disk_and_read_back(search: JobSearch) -> None:
    """What an edit wrote is what the next reading finds."""
    search.edit("log the interview", log)
    assert JobSearch(search.folder).read().timeline["event"].tolist() == ["interview"]


def test_only_touched_tables_are_written(search: JobSearch) -> None:
    """An edit of the timeline leaves the applications' file alone."""
    before = (search.folder / "applications.csv").stat().st_mtime_ns
    search.edit("log the interview", log)
    assert (search.folder / "applications.csv").stat().st_mtime_ns == before


def test_undo_brings_back_every_byte(search: JobSearch) -> None:
    """Each undo takes back one edit, the last first, and says which."""
    first = files(search)
    search.edit("log the interview", log)
    second = files(search)
    search.edit("log a letter", lambda tables: log(tables, "wrote"))
    assert search.last_edit() == "log a letter"
    assert search.undo() == "log a letter"
    assert files(search) == second
    assert search.undo() == "log the interview"
    assert files(search) == first


def test_undo_never_overwrites_what_another_program_wrote(search: JobSearch) -> None:
    """A file changed elsewhere since the edit is left as it is, and the sentence says so."""
    search.edit("log the interview", log)
    path = search.folder / "timeline.csv"
    path.write_bytes(path.read_bytes() + b"\n")
    before = files(search)
    with pytest.raises(FollowupError, match=r"timeline.csv was changed by another program"):
        search.undo()
    assert files(search) == before


def test_nothing_to_undo_is_a_sentence(tmp_path: Path) -> None:
    """A new search has nothing to take back."""
    with pytest.raises(FollowupError, match="nothing to undo"):
        create_search(tmp_path / "new", name="A").undo()


def test_an_unsound_edit_changes_nothing(search: JobSearch) -> None:
    """A row that points nowhere is refused before anything is written."""
    before = files(search)

    def dangle(tables: Tables) -> Tables:
        return edits.log(tables, "acme-clerk", "kept", DAY, refers_to="e9999")

    with pytest.raises(SpreadsheetError, match="refers_to"):
        search.edit("dangle", dangle)
    assert files(search) == before


def test_a_full_disk_leaves_the_old_files(
    search: JobSearch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When writing fails, a sentence says so and every file is as before, with nothing to undo."""
    search.edit("log the interview", log)
    before = files(search)

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FollowupError, match="could not be written \\(No space left on device\\)"):
        search.edit("log a letter", lambda tables: log(tables, "wrote"))
    monkeypatch.undo()
    assert files(search) == before
    assert search.last_edit() == "log the interview"


def test_a_locked_search_says_so(search: JobSearch, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another program holds the lock, an edit waits, then tells; nothing is changed."""
    monkeypatch.setattr(transaction, "LOCK_SECONDS", 0.1)
    code = (
        "import sys, filelock\n"
        f"with filelock.FileLock({str(search.workbook / 'lock')!r}):\n"
        "    print('held', flush=True); sys.stdin.read()\n"
    )
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=pipe, stdout=pipe, text=True
    ) as other:
        assert other.stdout.readline() == "held\n"
        before = files(search)
        with pytest.raises(FollowupError, match="being saved by another window"):
            search.edit("log the interview", log)
        assert files(search) == before
        other.communicate("")


def test_two_windows_lose_nothing(search: JobSearch) -> None:
    """Edits of two windows on one search are all there: each reads the latest first."""
    other = JobSearch(search.folder)
    for number in range(5):
        search.edit(f"one {number}", lambda tables: log(tables, "wrote"))
        other.edit(f"two {number}", lambda tables: log(tables, "called"))
    counts = search.read().timeline["event"].value_counts()
    assert counts.to_dict() == {"wrote": 5, "called": 5}


def test_the_sample_is_never_written() -> None:
    """Neither an edit nor unfinished input reaches the sample itself."""
    sample = JobSearch(SAMPLE)
    with pytest.raises(FollowupError, match="sample search, which is never changed"):
        sample.edit("x", add)
    with pytest.raises(FollowupError, match="never changed"):
        sample.keep("x", {"a": 1})
    assert not (SAMPLE / ".workbook").exists()


def test_a_practice_copy_starts_over(tmp_path: Path) -> None:
    """Opening the practice copy again keeps what was done; starting over is the sample again."""
    copy = practice_copy(tmp_path / "Practice")
    copy.edit("add", add)
    count = len(JobSearch(SAMPLE).read().applications)
    assert len(practice_copy(tmp_path / "Practice").read().applications) == count + 1
    assert len(practice_copy(tmp_path / "Practice", start_over=True).read().applications) == count


def test_a_search_is_not_made_twice(search: JobSearch) -> None:
    """Making a search where one is refuses and keeps it."""
    with pytest.raises(FollowupError, match="already a search"):
        create_search(search.folder, name="Other")
    assert search.read().settings.seeker.name == "Noor Haddad"


@pytest.mark.parametrize("place", [".", "..", "../.."])
def test_a_home_is_no_search(home: Path, place: str) -> None:
    """One's home, and what holds it, stay as open as they are, and a sentence says why."""
    folder = home / place
    before = folder.stat().st_mode
    with pytest.raises(FollowupError, match="holds your whole home"):
        create_search(folder, name="Noor")
    assert (folder.stat().st_mode, (folder / "timeline.csv").exists()) == (before, False)


def test_a_name_too_long_for_the_disk(tmp_path: Path) -> None:
    """It is a sentence, and nothing is made."""
    with pytest.raises(FollowupError, match="could not be written"):
        create_search(tmp_path / ("x" * 400), name="Noor")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("there", [True, False])
def test_a_search_half_made_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, there: bool
) -> None:
    """When its last file cannot be written nothing of it stays, and the next try makes it."""
    folder, whole = tmp_path / "Noor", Path.open
    if there:
        folder.mkdir()
        (folder / "photo.jpg").write_bytes(b"mine")

    def full(path: Path, *rest: Any, **more: Any) -> Any:
        if path.name.startswith("settings.toml"):
            raise OSError(28, "No space left on device")
        return whole(path, *rest, **more)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", full)
        with pytest.raises(FollowupError, match="could not be written"):
            create_search(folder, name="Noor Haddad")
    assert [path.name for path in tmp_path.rglob("*")] == (["Noor", "photo.jpg"] if there else [])
    assert create_search(folder, name="Noor Haddad").read().settings.seeker.name == "Noor Haddad"


def test_settings_keep_their_comments(search: JobSearch) -> None:
    """Changing one setting leaves comments and the other settings alone."""
    path = search.folder / "settings.toml"
    path.write_text("# mine\n[pace]\ngap = 7 # slower\n", encoding="utf-8")
    search.set_settings("seeker", name="Noor")
    assert "# mine" in path.read_text(encoding="utf-8")
    assert "gap = 7 # slower" in path.read_text(encoding="utf-8")
    assert search.read().settings.seeker.name == "Noor"


@pytest.mark.parametrize("text", ["pace = 5", 'pace = "x"', "[[pace]]\ngap = 1", "pace = [1]"])
def test_settings_of_another_form_are_not_changed(search: JobSearch, text: str) -> None:
    """What should be a section and is none is a sentence, and the file stays as it is."""
    file = search.folder / "settings.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(FollowupError, match=r"pace must be a section, \[pace\]; fix that line"):
        search.set_settings("pace", gap=7)
    assert file.read_text(encoding="utf-8") == text


def test_unfinished_input_is_kept_beside_the_tables(search: JobSearch) -> None:
    """Words typed are there after a restart, per key, and gone when forgotten."""
    search.keep("letter a:b/../c", {"body": "Hello"})
    assert JobSearch(search.folder).kept("letter a:b/../c") == {"body": "Hello"}
    search.keep("letter a:b/../c", {})
    assert search.kept("letter a:b/../c") == {}


@pytest.mark.skipif(os.name != "posix", reason="folders have modes")
def test_a_copy_of_what_was_read_only_can_be_read(search: JobSearch) -> None:
    """Copied with its modes, or locked for good: it is read, and an edit is done or a sentence."""
    search.edit("log", log)
    for folder in (search.folder / ".workbook", search.folder):
        folder.chmod(0o500)
    try:
        search.keep_first()
        with suppress(FollowupError):
            search.edit("log", log)
        assert len(search.read().timeline)
    finally:
        for folder in (search.folder, search.folder / ".workbook"):
            folder.chmod(0o700)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_a_sentence(search: JobSearch) -> None:
    """A folder one may not write into is told, and nothing is changed."""
    search.folder.chmod(0o500)
    try:
        with pytest.raises(FollowupError, match="could not be written"):
            search.edit("log", log)
    finally:
        search.folder.chmod(0o700)

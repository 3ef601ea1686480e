"""A file that another program holds for a moment, as on Windows, is replaced all the same."""

from pathlib import Path

import pytest

from followup_lib.records.errors import FollowupError
from followup_lib.store import atomic
from followup_lib.store.named_files import write_named, write_new_folder
from followup_lib.store.new_search import practice_copy
from followup_lib.store.search import JobSearch


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Let the next so many replacements be refused, and wait no time between two tries."""
    left, replace = [0], Path.replace

    def refuse(path: Path, target: Path) -> Path:
        left[0] -= 1
        if left[0] >= 0:
            raise PermissionError(13, "Permission denied")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr(atomic, "WAITS", (0, 0))
    return left


def test_a_moment_is_waited_for(search: JobSearch, held: list[int]) -> None:
    """Refused twice and then not: the change is made, and nobody hears of it."""
    held[0] = 2
    search.set_settings("seeker", name="Noor")
    assert search.read().settings.seeker.name == "Noor"


def test_a_file_one_names_is_waited_for_as_well(tmp_path: Path, held: list[int]) -> None:
    """A file and a folder that somebody named go out although a scanner looks in."""
    held[0] = 2
    write_named([(tmp_path / "overview.csv", b"1")])
    held[0] = 2
    write_new_folder(tmp_path / "letters", {"one.txt": b"2"})
    assert (tmp_path / "overview.csv").read_bytes() == b"1"
    assert (tmp_path / "letters/one.txt").read_bytes() == b"2"


def test_the_practice_search_starts_over_when_held(tmp_path: Path, held: list[int]) -> None:
    """The old practice copy, held for a moment, makes place for a new one."""
    folder = practice_copy(tmp_path / "Practice").folder
    (folder / "applications.csv").write_bytes(b"spoiled")
    held[0] = 2
    practice_copy(folder, start_over=True)
    assert (folder / "applications.csv").read_bytes() != b"spoiled"


def test_a_table_that_goes_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: list[int]
) -> None:
    """Taking a table away, as undoing its first row does, is tried again as well."""
    (tmp_path / "room").mkdir()
    (tmp_path / "sessions.csv").write_bytes(b"held")
    refused, unlink = [True, True], Path.unlink

    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        if path.name == "sessions.csv" and refused:
            refused.pop()
            raise PermissionError(13, "Permission denied")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    atomic.replace_files(tmp_path, tmp_path / "room", {"sessions.csv": None}, {})
    assert not (tmp_path / "sessions.csv").exists()


def test_what_is_held_for_long_is_told(search: JobSearch, held: list[int]) -> None:
    """Refused every time, the change is not made, and a sentence says so."""
    before = search.read().settings.seeker.name
    held[0] = 100
    with pytest.raises(FollowupError, match="Permission denied"):
        search.set_settings("seeker", name="Noor")
    held[0] = 0
    assert search.read().settings.seeker.name == before

"""What other programs did to a search is told, with the way back."""

from pathlib import Path

import pytest

from followup_lib.cli import main
from followup_lib.store.new_search import create_search
from followup_lib.store.search import JobSearch

Output = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, capsys: Output) -> str:
    """Return the folder of a search with one application and two events, made by commands."""
    made = str(create_search(tmp_path / "Noor", name="Noor Haddad").folder)
    main(["add", "Acme", "Clerk", "--search", made])
    for event in ("interview", "thanked"):
        main(["log", "acme-clerk", event, "--on", "2026-03-05", "--search", made])
    capsys.readouterr()
    return made


def run(capsys: Output, folder: str, *arguments: str) -> tuple[int, str]:
    """Run one command and return its exit code and all it said."""
    code = main([*arguments, "--search", folder])
    said = capsys.readouterr()
    return code, said.out + said.err


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (b"PK\x03\x04\x00rubbish\x00", "is not a text file"),
        (b"", "is empty"),
        (b"event_id,on,event\ne0001,2026-03-05,interview\n", "application_id is missing"),
        (b"event_id,application_id,on,event\ne1,,2026-03-05,interview\n", "the cell is empty"),
    ],
    ids=["overwritten", "emptied", "a column gone", "an id gone"],
)
def test_damage_is_named_and_the_last_good_state_offered(
    folder: str, capsys: Output, damage: bytes, sentence: str
) -> None:
    """`check` explains the damage and names the state that brings everything back; it does."""
    path = Path(folder) / "timeline.csv"
    whole = path.read_bytes()
    path.write_bytes(damage)
    code, said = run(capsys, folder, "check")
    assert code == 2
    assert sentence in said
    assert "`followup restore 4` brings it back" in said
    code, said = run(capsys, folder, "restore", "4")
    assert (code, path.read_bytes()) == (0, whole)
    assert run(capsys, folder, "undo")[0] == 0
    assert path.read_bytes() == damage


def test_the_newest_state_that_can_be_read_is_offered(folder: str, capsys: Output) -> None:
    """When the newest kept copy is damaged too, the one before it is named."""
    states = JobSearch(Path(folder)).backups.states()
    for path in (Path(folder), states[-1].folder):
        (path / "timeline.csv").write_bytes(b"")
    assert "The last good state is number 3" in run(capsys, folder, "check")[1]


def test_rows_taken_out_by_another_program_are_noted(folder: str, capsys: Output) -> None:
    """Rows that vanished outside this program are counted, and one command brings them back."""
    path = Path(folder) / "timeline.csv"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:-1]))
    code, said = run(capsys, folder, "check", "--today", "2026-03-16")
    assert code == 0
    assert "timeline.csv, column event_id: 1 row is gone since “thanked for acme-clerk”" in said
    assert "(e0002)" in said
    assert "`followup restore 4` brings them back" in said


def test_nothing_is_noted_when_all_is_well(folder: str, capsys: Output) -> None:
    """A search only this program wrote has nothing gone and no second copies."""
    assert run(capsys, folder, "check", "--today", "2026-03-16") == (
        0,
        "Everything could be read: 1 application, 2 events, 0 references.\n",
    )


@pytest.mark.parametrize(
    "name", ["applications (conflicted copy).csv", "timeline-LAPTOP.csv", "People (1).csv"]
)
def test_second_copies_of_a_syncing_service_are_told(
    folder: str, capsys: Output, name: str
) -> None:
    """A file that a service made because two computers saved at once is named, never read."""
    (Path(folder) / name).write_text("a,b\n", encoding="utf-8")
    code, said = run(capsys, folder, "check")
    assert code == 0
    assert f"{name}: looks like a second copy of" in said


def test_restore_lists_and_brings_back(folder: str, capsys: Output) -> None:
    """`restore` lists number, day and what was done, newest first; with a number it goes there."""
    code, said = run(capsys, folder, "restore")
    lines = [line.split(maxsplit=2) for line in said.splitlines()]
    assert code == 0
    assert [line[0] for line in lines[:4]] == ["4", "3", "2", "1"]
    assert [line[2] for line in lines[:2]] == ["thanked for acme-clerk", "interview for acme-clerk"]
    code, said = run(capsys, folder, "restore", "3")
    assert "`followup undo` reverses that" in said
    assert JobSearch(Path(folder)).read().timeline["event"].tolist() == ["interview"]


def test_restore_of_what_is_not_there_is_a_sentence(folder: str, capsys: Output) -> None:
    """A number that is not there is told; a search never changed has the state it was found in."""
    assert run(capsys, folder, "restore", "99") == (
        2,
        "There is no state 99 of this search; `followup restore` lists them.\n",
    )
    new = str(create_search(Path(folder).parent / "new", name="A").folder)
    code, said = run(capsys, new, "restore")
    assert code == 0
    assert said.splitlines()[0].endswith("found as it was")


def test_undo_in_the_terminal(folder: str, capsys: Output) -> None:
    """`undo` says what it took back, and says so when there is nothing."""
    assert run(capsys, folder, "undo") == (0, "Undone: thanked for acme-clerk.\n")
    for _ in range(2):
        run(capsys, folder, "undo")
    assert run(capsys, folder, "undo") == (2, "There is nothing to undo in this search.\n")

"""Earlier states: which are kept, how they come back, what a crash or another program leaves."""

import datetime as dt
import json
import os
import shutil
from pathlib import Path

import pytest

from followup_lib.app.workspace import remember
from followup_lib.cli import main
from followup_lib.pages.kit.desk import Desk
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import Tables
from followup_lib.store import atomic
from followup_lib.store.backups import AS_FOUND, State, too_old
from followup_lib.store.csv import read_files
from followup_lib.store.new_search import create_search
from followup_lib.store.search import SAMPLE, JobSearch

DAY = dt.date(2026, 3, 5)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with one application and three events: states 1 (found) to 5."""
    made = create_search(tmp_path_factory.mktemp("template") / "Noor", name="Noor Haddad")
    acme = {"company": "Acme", "job_title": "Clerk", "contact_name": "Mr. Hall"}
    made.edit("add Acme", lambda tables: edits.add_application(tables, **acme)[0])
    for event in ("applied", "interview", "thanked"):
        log(made, event)
    return made.folder


@pytest.fixture
def search(template: Path, tmp_path: Path) -> JobSearch:
    """Return a copy of the search with five states."""
    return JobSearch(shutil.copytree(template, tmp_path / "Noor"))


def log(search: JobSearch, event: str) -> Tables:
    """Log one event for the one application."""
    return search.edit(event, lambda tables: edits.log(tables, "acme-clerk", event, DAY))


def events(search: JobSearch) -> list[str]:
    """Return what the timeline tells."""
    return search.read().timeline["event"].tolist()


def states(days: list[int]) -> list[State]:
    """Return states numbered from 1, each made so many days after March 5."""
    return [
        State(Path("x"), n, DAY + dt.timedelta(days=day), "edit", {})
        for n, day in enumerate(days, start=1)
    ]


def test_states_are_listed_with_what_was_done(search: JobSearch) -> None:
    """Each state has a number, a day, and the words of the edit; the first is as it was found."""
    listed = search.backups.states()
    assert [s.what for s in listed] == [AS_FOUND, "add Acme", "applied", "interview", "thanked"]
    assert [s.number for s in listed] == [1, 2, 3, 4, 5]
    assert len({s.day for s in listed}) <= 2


@pytest.mark.parametrize(
    ("days", "kept"),
    [
        ([0] * 20, list(range(1, 21))),
        ([0] * 25, list(range(6, 26))),
        ([0, 0, 1, 1] + [2] * 20, [2, 4, *range(5, 25)]),
        ([0, 5] + [36] * 20, [2, *range(3, 23)]),
        ([0, 4] + [36] * 20, list(range(3, 23))),
    ],
    ids=["twenty", "one day", "last of each day", "31 days before", "32 days before"],
)
def test_which_states_are_kept(days: list[int], kept: list[int]) -> None:
    """The last twenty are kept, and before them the last of each day for a month."""
    made = states(days)
    gone = [state.number for state in too_old(made)]
    assert [state.number for state in made if state.number not in gone] == kept


def test_a_month_of_work_can_be_gone_back_to(search: JobSearch) -> None:
    """Twenty edits a day for three days: the last state of each earlier day comes back."""
    for _ in range(3):
        for state in search.backups.states():
            path = state.folder / "state.json"
            manifest = json.loads(path.read_text("utf-8"))
            earlier = dt.date.fromisoformat(manifest["day"]) - dt.timedelta(days=1)
            path.write_text(json.dumps({**manifest, "day": str(earlier)}), "utf-8")
        for _ in range(20):
            log(search, "wrote")
    assert [s.number for s in search.backups.states()] == [5, 25, *range(45, 66)]
    search.restore(25)
    assert events(search).count("wrote") == 20


def test_restoring_can_be_undone(search: JobSearch) -> None:
    """Going back is an edit of its own: undo leads forward again, every byte of it."""
    before = read_files(search.folder)
    assert search.restore(3).what == "applied"
    assert events(search) == ["applied"]
    assert search.undo() == f"back to state 3 of {search.backups.states()[2].day}"
    assert read_files(search.folder) == before


def test_restoring_takes_away_files_that_were_not_there(search: JobSearch) -> None:
    """A people.csv that came later goes when the state before it comes back, and returns."""
    search.edit("note", lambda t: edits.note_person(t, "acme-clerk", "Ms. Ortiz", role="HR"))
    assert (search.folder / "people.csv").exists()
    search.restore(5)
    assert not (search.folder / "people.csv").exists()
    search.undo()
    assert search.read().people["name"].tolist() == ["Ms. Ortiz"]


def test_a_state_that_is_not_there_is_a_sentence(search: JobSearch) -> None:
    """A number that is not in the list is told, and nothing is changed."""
    with pytest.raises(FollowupError, match="no state 99 of this search"):
        search.restore(99)


def test_a_damaged_state_is_never_brought_back(search: JobSearch) -> None:
    """A kept copy whose bytes are not those kept is refused; the search is as before."""
    state = search.backups.states()[2]
    (state.folder / "timeline.csv").write_bytes(b"rubbish")
    before = read_files(search.folder)
    with pytest.raises(FollowupError, match=r"timeline.csv of state 3 is damaged, too"):
        search.restore(3)
    assert read_files(search.folder) == before
    assert len([*search.backups.newest_first()]) == len(search.backups.states()) - 1


def test_what_another_program_wrote_is_read_and_kept(search: JobSearch) -> None:
    """A change made elsewhere between two edits stays, and has a state of its own."""
    path = search.folder / "applications.csv"
    path.write_bytes(path.read_bytes().replace(b"Clerk", b"Senior clerk"))
    log(search, "wrote")
    assert search.read().applications["job_title"].tolist() == ["Senior clerk"]
    assert [s.what for s in search.backups.states()][-2:] == [AS_FOUND, "wrote"]
    assert search.undo() == "wrote"
    assert search.read().applications["job_title"].tolist() == ["Senior clerk"]


@pytest.mark.parametrize("first", ["today", "undo", "log"])
def test_a_state_is_kept_before_anybody_writes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], first: str
) -> None:
    """A search copied in is kept as it was from the first command on, whoever writes next."""
    folder = shutil.copytree(SAMPLE, tmp_path / "Maya")
    before = read_files(folder)
    here = ["--search", str(folder)]
    line = ["log", "quillon-health-technical-writer", "wrote"] if first == "log" else [first]
    main([*line, *here])
    (folder / "applications.csv").write_bytes(b"company,stage\nHill,applied\n")
    assert main(["restore", "1", *here]) == 0
    assert read_files(folder) == before
    assert main(["undo", *here]) == 0
    assert (folder / "applications.csv").read_bytes().startswith(b"company,stage")


def test_the_pages_keep_what_they_open(home: Path, tmp_path: Path) -> None:
    """A search opened on a page is kept once, before anything is done; opening again adds nothing.

    A folder that holds no search is left as it is.
    """
    folder = shutil.copytree(SAMPLE, tmp_path / "Maya")
    remember(JobSearch(folder))
    for _ in range(2):
        desk = Desk.open()
        assert [state.what for state in desk.search.backups.states()] == [AS_FOUND]
    assert desk.search.last_edit() == ""
    (tmp_path / "empty").mkdir()
    JobSearch(tmp_path / "empty").keep_first()
    assert list((tmp_path / "empty").iterdir()) == []


def test_a_search_that_cannot_be_written_is_read_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no state can be kept, on a stick that is write-protected, the search still opens."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    folder = shutil.copytree(SAMPLE, tmp_path / "Maya")
    monkeypatch.setattr(os, "mkdir", refuse)
    assert main(["today", "--search", str(folder)]) == 0
    assert not (folder / ".workbook").exists()


def test_a_program_that_writes_in_place_cannot_reach_a_state(search: JobSearch) -> None:
    """States share no file with the search: emptying a table in place leaves every state whole."""
    for path in search.folder.glob("*.csv"):
        with path.open("r+b") as file:
            file.truncate()
    search.restore(5)
    assert events(search) == ["applied", "interview", "thanked"]


def test_a_program_that_saves_during_an_edit_is_not_overwritten(search: JobSearch) -> None:
    """What another program saves while an edit is at work stays; the edit says try again."""
    path = search.folder / "timeline.csv"

    def change(tables: Tables) -> Tables:
        path.write_bytes(path.read_bytes().replace(b"thanked", b"called"))
        return edits.log(tables, "acme-clerk", "wrote", DAY)

    with pytest.raises(FollowupError, match="Another program is saving"):
        search.edit("wrote", change)
    assert events(search) == ["applied", "interview", "called"]


def test_a_word_no_reader_knows_is_not_written(search: JobSearch) -> None:
    """An edit that would make a table unreadable is refused with the word."""
    with pytest.raises(FollowupError, match="'vanished'; allowed is one of"):
        log(search, "vanished")
    assert events(search) == ["applied", "interview", "thanked"]


def test_messages_come_and_go_with_their_edit(search: JobSearch) -> None:
    """A message is on disk when its edit is, and gone when the edit is undone."""
    name = "2026-03-05-acme-their-date-passed.eml"
    search.edit(
        "wrote",
        lambda t: edits.log(t, "acme-clerk", "wrote", DAY, message=name),
        messages={name: b"Hello"},
    )
    assert (search.folder / "messages" / name).read_bytes() == b"Hello"
    search.undo()
    assert list((search.folder / "messages").iterdir()) == []


def test_a_message_is_never_written_over(search: JobSearch) -> None:
    """A message on disk that no row names stays: an edit with its name changes nothing."""
    (search.folder / "messages").mkdir()
    (search.folder / "messages" / "a.eml").write_bytes(b"mine")
    with pytest.raises(FollowupError, match=r"messages/a.eml is already there"):
        search.edit("wrote", lambda tables: tables, messages={"a.eml": b"new"})
    assert (search.folder / "messages" / "a.eml").read_bytes() == b"mine"


def test_a_system_without_hard_links_works_the_same(
    search: JobSearch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where files cannot be linked, states are copied."""

    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(atomic.os, "link", refuse)
    log(search, "wrote")
    search.restore(3)
    assert events(search) == ["applied"]

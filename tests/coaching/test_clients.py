"""The list of clients: what each one's own plan says, read together, written never."""

import datetime as dt
import json
from pathlib import Path

import pytest

from followup_lib.advice.plan import plan
from followup_lib.cli import main
from followup_lib.coaching import sessions
from followup_lib.coaching.clients import Client, clients, in_words, searches_in
from followup_lib.records import edits
from followup_lib.records.tables import Tables
from followup_lib.store.new_search import create_search, practice_copy
from followup_lib.store.search import JobSearch

TODAY = dt.date(2026, 3, 16)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder with three searches: two with the same people in them, and an empty one."""
    practice_copy(tmp_path / "Maya")
    practice_copy(tmp_path / "Ruth").set_settings("seeker", name="Ruth Amsel")
    create_search(tmp_path / "Tom", name="Tom Wing")
    return tmp_path


def listed(place: Path) -> dict[str, Client]:
    """Return the list by name."""
    lines = clients(searches_in(place), lambda tables: tables.settings.today or TODAY)
    return {client.name: client for client in lines}


def test_each_line_is_that_clients_own_plan(place: Path, sample: Tables) -> None:
    """Counts are those of the client's plan alone, though two know the same recruiter."""
    now = plan(sample, TODAY)
    rows, lists = now.rows, now.lists
    line_of = listed(place)
    for name in ("Maya Lindqvist", "Ruth Amsel"):
        assert line_of[name].due == (rows["when"] == "today").sum()
        assert line_of[name].coming == (lists == "coming_up").sum()
        assert line_of[name].resting == (lists == "rest").sum()
        assert line_of[name].late == 1
    assert line_of["Tom Wing"].due == 0


def test_the_next_session_comes_first(place: Path) -> None:
    """Who comes next stands on top; a session of the past is no next one."""
    for name, day in (("Tom", dt.date(2026, 3, 20)), ("Ruth", dt.date(2026, 3, 18))):
        search = JobSearch(place / name)
        search.edit("s", lambda tables, day=day: sessions.note_session(tables, TODAY, next_on=day))
    past = {"next_on": dt.date(2026, 3, 2)}
    JobSearch(place / "Maya").edit("s", lambda t: sessions.note_session(t, TODAY, **past))
    assert list(listed(place)) == ["Ruth Amsel", "Tom Wing", "Maya Lindqvist"]
    assert listed(place)["Maya Lindqvist"].next_on is None


def test_an_overdue_commitment_is_late(place: Path) -> None:
    """What a client said they would do by yesterday counts as late on their side."""
    search = JobSearch(place / "Tom")
    sunday = dt.date(2026, 3, 15)
    search.edit("c", lambda tables: sessions.commit(tables, sunday, "call her", sunday, 8))
    assert listed(place)["Tom Wing"].late == 1


def test_other_numbers_are_respected(place: Path) -> None:
    """A client with a calendar or pace of their own is planned by it."""
    JobSearch(place / "Ruth").set_settings("pace", grace=20)
    line_of = listed(place)
    assert line_of["Ruth Amsel"].due < line_of["Maya Lindqvist"].due


def test_a_damaged_search_is_told_and_the_others_come(place: Path) -> None:
    """One that cannot be read has its sentence in the list."""
    (place / "Tom" / "timeline.csv").write_bytes(b"")
    line_of = listed(place)
    assert "timeline.csv" in line_of["Tom"].problem
    assert line_of["Maya Lindqvist"].due > 0


def test_nothing_is_written(place: Path) -> None:
    """After listing, every file has the bytes it had and no new one lies there."""
    before = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
    listed(place)
    after = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
    assert after == before


def test_a_name_that_looks_like_a_number_stays_whole(place: Path) -> None:
    """Ids that begin with figures of their own are told apart all the same."""
    search = JobSearch(place / "Tom")
    search.edit(
        "a", lambda tables: edits.add_application(tables, company="000001", job_title="1")[0]
    )
    assert listed(place)["Tom Wing"].resting == 1


@pytest.mark.parametrize(
    ("client", "words"),
    [
        (Client(Path("A"), "Ada"), "Ada: nothing yet."),
        (
            Client(Path("A"), "Ada", dt.date(2026, 3, 20), due=2, late=1, resting=7),
            "Ada: 2 for today, 1 late on their side, 7 on pause. Next session: Fri, March 20.",
        ),
        (
            Client(Path("A"), "Ada", problem="x.csv is empty."),
            "Ada: cannot be read. x.csv is empty.",
        ),
    ],
)
def test_a_line_in_words(client: Client, words: str) -> None:
    """A line says what there is, and nothing of what there is not."""
    assert in_words(client) == words


def test_the_command_lists_them(place: Path, capsys) -> None:
    """`followup clients` prints a line each, with --json a list; an empty folder has a sentence."""
    assert main(["clients", "--folder", str(place)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3
    assert main(["clients", "--folder", str(place), "--json"]) == 0
    assert {line["name"] for line in json.loads(capsys.readouterr().out)} >= {"Tom Wing"}
    (place / "nobody").mkdir()
    assert main(["clients", "--folder", str(place / "nobody")]) == 0
    assert capsys.readouterr().out == "There’s no search there yet.\n"

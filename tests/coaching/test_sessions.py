"""Sessions and commitments: taken on, settled, and what happened since last time."""

import datetime as dt

import pytest

from followup_lib.advice.plan import plan
from followup_lib.coaching import sessions
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import Tables, empty_table
from followup_lib.records.vocabulary import CommitmentOutcome, Event

MONDAY = dt.date(2026, 3, 9)
NEXT = dt.date(2026, 3, 16)
FRIDAY = dt.date(2026, 3, 13)


@pytest.fixture
def tables() -> Tables:
    """Return an empty search with one application, interviewed on Thu, March 5."""
    names = ("applications", "people", "timeline", "references")
    empty = Tables(*(empty_table(name) for name in names))
    made, application_id = edits.add_application(empty, company="Northgate", job_title="Clerk")
    return edits.log(made, application_id, Event.INTERVIEW, dt.date(2026, 3, 5))


def test_a_session_is_noted_once_a_day(tables: Tables) -> None:
    """Noting twice on one day changes the session of that day; another day is another session."""
    tables = sessions.note_session(tables, MONDAY, focus="The silence")
    tables = sessions.note_session(tables, MONDAY, insights="Waiting is allowed.")
    tables = sessions.note_session(tables, NEXT, focus="The call")
    assert tables.sessions["focus"].tolist() == ["The silence", "The call"]
    assert tables.sessions["insights"].tolist() == ["Waiting is allowed.", ""]
    assert sessions.session_on(tables, NEXT).number == 2


def test_the_coach_of_last_time_is_that_of_a_new_session(tables: Tables) -> None:
    """A session that begins with a commitment has its coach, too; who says another has another."""
    tables = sessions.note_session(tables, MONDAY, coach="Lena Marsh")
    tables = sessions.commit(tables, FRIDAY, "call her", NEXT, 8)
    tables = sessions.note_session(tables, NEXT, coach="")
    assert tables.sessions["coach"].tolist() == ["Lena Marsh", "Lena Marsh", ""]


@pytest.mark.parametrize(
    ("i_will", "due_on", "confidence", "smaller", "error"),
    [
        ("", FRIDAY, 8, "", "What will you do?"),
        ("I will ", FRIDAY, 8, "", "What will you do?"),
        ("I should call her", FRIDAY, 8, "", "“I should” is not yet “I will”"),
        ("call her", None, 8, "", "By when?"),
        ("call her", dt.date(2026, 3, 8), 8, "", "That day is past"),
    ],
)
def test_what_is_no_commitment_is_refused(
    tables: Tables, i_will: str, due_on: dt.date | None, confidence: int, smaller: str, error: str
) -> None:
    """A commitment has words and a day, and “I should” is none."""
    with pytest.raises(FollowupError, match=error.replace("?", r"\?")):
        sessions.commit(tables, MONDAY, i_will, due_on, confidence, smaller)


@pytest.mark.parametrize(
    ("confidence", "smaller"), [(7, ""), (10, ""), (3, "only look it up"), (6, "")]
)
def test_a_commitment_is_taken_on(tables: Tables, confidence: int, smaller: str) -> None:
    """It stands open, without the words "I will", under the session of its day."""
    tables = sessions.commit(tables, MONDAY, "I will call her", FRIDAY, confidence, smaller)
    row = next(sessions.open_commitments(tables).itertuples())
    assert (row.i_will, row.due_on.date(), row.session_id) == ("call her", FRIDAY, "s001")


def test_a_done_commitment_is_open_no_more(tables: Tables) -> None:
    """Done and not done close it, with the day; nothing is removed."""
    for outcome in (CommitmentOutcome.DONE, CommitmentOutcome.NOT_DONE):
        made = sessions.commit(tables, MONDAY, "call her", FRIDAY, 8)
        closed = sessions.settle(made, "c001", outcome, FRIDAY)
        assert sessions.open_commitments(closed).empty
        assert closed.commitments["outcome"].tolist() == [outcome]


def test_a_moved_commitment_stands_again(tables: Tables) -> None:
    """The old one says moved; a new one has the new day, and the smaller step."""
    made = sessions.commit(tables, MONDAY, "call her", FRIDAY, 6, "look up the number")
    moved = sessions.settle(made, "c001", CommitmentOutcome.MOVED, FRIDAY, NEXT)
    assert moved.commitments["outcome"].tolist() == ["moved", ""]
    assert sessions.open_commitments(moved)["due_on"].dt.date.tolist() == [NEXT]
    assert sessions.open_commitments(moved)["smaller"].tolist() == ["look up the number"]


def test_moving_needs_a_day(tables: Tables) -> None:
    """“Moved” without a day is a question, not a guess."""
    made = sessions.commit(tables, MONDAY, "call her", FRIDAY, 8)
    with pytest.raises(FollowupError, match="What day"):
        sessions.settle(made, "c001", CommitmentOutcome.MOVED, FRIDAY)


def test_the_first_session_looks_back_on_nothing(tables: Tables) -> None:
    """Without a session before, nothing is since last time, however much was done."""
    since = sessions.since_last_time(plan(tables, MONDAY), tables)
    assert (since.on, len(since.sent), len(since.came_back)) == (None, 0, 0)


def test_since_last_time_is_what_happened_from_that_day_on(tables: Tables) -> None:
    """What was sent, what came back, and commitments closed since or still open; not older ones."""
    here = tables.applications["application_id"].iloc[0]
    tables = edits.log(tables, here, Event.WROTE, dt.date(2026, 3, 6))
    tables = sessions.commit(tables, dt.date(2026, 3, 2), "rest", dt.date(2026, 3, 3), 9)
    tables = sessions.settle(tables, "c001", CommitmentOutcome.DONE, dt.date(2026, 3, 3))
    tables = sessions.commit(tables, MONDAY, "call her", FRIDAY, 8)
    tables = sessions.settle(tables, "c002", CommitmentOutcome.DONE, FRIDAY)
    tables = edits.log(tables, here, Event.CALLED, FRIDAY)
    tables = edits.log(tables, here, Event.HEARD_BACK, FRIDAY)
    since = sessions.since_last_time(plan(tables, NEXT), tables)
    assert since.on == MONDAY
    assert since.commitments["i_will"].tolist() == ["call her"]
    assert since.sent["event"].tolist() == ["called"]
    assert since.came_back["event"].tolist() == ["heard_back"]


@pytest.mark.parametrize("own", [Event.NO_RESPONSE, Event.WITHDRAWN, Event.DECLINED])
def test_an_end_one_chose_did_not_come_back(tables: Tables, own: Event) -> None:
    """What the seeker let go or turned down is their own; what the other side said came back."""
    here = tables.applications["application_id"].iloc[0]
    tables = edits.log(sessions.note_session(tables, MONDAY), here, Event.REJECTED, FRIDAY)
    tables = edits.log(tables, here, own, FRIDAY)
    since = sessions.since_last_time(plan(tables, NEXT), tables)
    assert since.came_back["event"].tolist() == ["rejected"]
    assert since.own["event"].tolist() == [own]


def test_promises_kept_and_late_are_told(tables: Tables) -> None:
    """A promise of the seeker's settled since counts as kept, one overdue as late."""
    here = tables.applications["application_id"].iloc[0]
    said = {"said": "the sample report", "due_on": FRIDAY}
    tables = sessions.note_session(tables, MONDAY)
    tables = edits.log(tables, here, Event.I_PROMISED, MONDAY, **said)
    late = sessions.since_last_time(plan(tables, NEXT), tables)
    assert (len(late.kept), len(late.late)) == (0, 1)
    tables = edits.log(tables, here, Event.KEPT, FRIDAY)
    kept = sessions.since_last_time(plan(tables, NEXT), tables)
    assert (len(kept.kept), len(kept.late)) == (1, 0)


def test_sessions_come_back_from_disk(search) -> None:
    """Sessions and commitments are tables of the search: kept in its files, and undone."""
    search.edit("session", lambda t: sessions.commit(t, MONDAY, "call her", FRIDAY, 8))
    assert search.read().commitments["i_will"].tolist() == ["call her"]
    search.undo()
    assert search.read().sessions.empty


def test_a_commitment_without_its_session_is_told(search) -> None:
    """A row of commitments.csv that names no session of sessions.csv is refused by name."""
    text = "commitment_id,session_id,i_will\nc001,s009,call her\n"
    (search.folder / "commitments.csv").write_text(text, encoding="utf-8")
    with pytest.raises(FollowupError, match=r"commitments.csv, row 2, column session_id"):
        search.read()

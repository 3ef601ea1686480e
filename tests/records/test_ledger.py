"""The promise ledger: open, kept, moved, dropped; and which promise a row speaks of."""

import datetime as dt

import pandas as pd
import pytest

from followup_lib.records.ledger import fates, in_order, promises, settle
from tests.advice.situations import day, search


def ledger(facts: str) -> pd.DataFrame:
    """Return the promises of one application, by the number of their row."""
    timeline, _ = settle(in_order(search({"acme": facts}).timeline))
    return promises(timeline, fates(timeline, timeline)).set_index("event_id")


@pytest.mark.parametrize(
    ("facts", "state", "due_on", "settled_on"),
    [
        ("they_promised 3-05 due 3-12", "open", "3-12", "?"),
        ("they_promised 3-05", "open", "?", "?"),
        ("i_promised 3-05 due 3-12", "open", "3-12", "?"),
        ("i_promised 3-05 due 3-12; kept 3-11", "kept", "3-12", "3-11"),
        ("i_promised 3-05 due 3-12; kept 3-16", "kept", "3-12", "3-16"),
        ("i_promised 3-05 due 3-12; dropped 3-10", "dropped", "3-12", "3-10"),
        ("they_promised 3-05 due 3-12; moved 3-11 due 3-20", "open", "3-20", "?"),
        ("they_promised 3-05 due 3-12; moved 3-11", "open", "?", "?"),
        ("they_promised 3-05 due 3-12; moved 3-11; moved 3-19 due 3-27", "open", "3-27", "?"),
        ("i_promised 3-05 due 3-12; wrote 3-12 settles 1", "kept", "3-12", "3-12"),
        ("they_promised 3-05 due 3-12; heard_back 3-12 settles 1", "kept", "3-12", "3-12"),
        ("i_promised 3-05 due 3-12; wrote 3-12", "open", "3-12", "?"),
        ("i_promised 3-05 due 3-12; snoozed 3-11 due 3-16 settles 1", "open", "3-12", "?"),
        # a settling row without refers_to means the one that was open when it was written
        ("i_promised 3-05 due 3-06; kept 3-06; i_promised 3-09", "kept", "3-06", "3-06"),
    ],
)
def test_state(facts: str, state: str, due_on: str, settled_on: str) -> None:
    """A promise is open until a row settles it; a move gives it another day and keeps it open."""
    promise = ledger(facts).loc["acme-1"]

    assert promise["state"] == state
    assert _date(promise["due_on"]) == day(due_on)
    assert _date(promise["settled_on"]) == day(settled_on)


def test_a_row_that_says_which_settles_that_one() -> None:
    """Two are open; a row that names the first settles it, and the next can only mean the other."""
    facts = "i_promised 3-05 due 3-12; i_promised 3-06 due 3-13; kept 3-09 settles 1; kept 3-10"
    timeline, problems = settle(in_order(search({"acme": facts}).timeline))

    assert problems == []
    settled = promises(timeline, fates(timeline, timeline)).set_index("event_id")["settled_on"]
    assert [_date(settled[name]) for name in ("acme-1", "acme-2")] == [day("3-09"), day("3-10")]


def _date(value: pd.Timestamp) -> dt.date | None:
    return None if pd.isna(value) else value.date()


def test_both_days_of_a_moved_promise_stay_on_record() -> None:
    """The new date, its words and its certainty replace the old; the first date is kept beside."""
    facts = (
        "they_promised 3-05 due 3-12 said 'by Thursday'; "
        "moved 3-11 due 3-20 about said 'towards the end of next week'"
    )
    promise = ledger(facts).loc["acme-1"]

    assert _date(promise["first_due_on"]) == day("3-12")
    assert _date(promise["due_on"]) == day("3-20")
    assert _date(promise["on"]) == day("3-05")
    assert _date(promise["stated_on"]) == day("3-11")
    assert promise["said"] == "towards the end of next week"
    assert promise["certainty"] == "about"


def test_a_move_without_words_keeps_the_thing_promised() -> None:
    """What was promised stays what it was when only the day moves."""
    promise = ledger("i_promised 3-05 due 3-06 said 'the report'; moved 3-06 due 3-12").loc[
        "acme-1"
    ]

    assert promise["said"] == "the report"


def test_refers_to_says_which() -> None:
    """Of two open promises, the row settles the one it names."""
    found = ledger("i_promised 3-05 due 3-12; i_promised 3-05 due 3-20; kept 3-12 settles 2")

    assert found["state"].to_dict() == {"acme-1": "open", "acme-2": "kept"}


@pytest.mark.parametrize(
    ("facts", "problem"),
    [
        ("i_promised 3-05; kept 3-06", ""),
        ("i_promised 3-05; kept 3-06 settles 1", ""),
        ("i_promised 3-05; they_promised 3-05; wrote 3-06", ""),
        (
            "i_promised 3-05; they_promised 3-05; moved 3-06 due 3-12",
            "timeline.csv, row 4, column refers_to: 'moved' could mean any of acme-1, acme-2; "
            "write the one it means into refers_to.",
        ),
        (
            "i_promised 3-05; kept 3-06; dropped 3-09",
            "timeline.csv, row 4, column refers_to: 'dropped' names no promise and none is open; "
            "write the promise's event_id into refers_to.",
        ),
        (
            "kept 3-04; i_promised 3-05",
            "timeline.csv, row 2, column refers_to: 'kept' names no promise and none is open; "
            "write the promise's event_id into refers_to.",
        ),
    ],
)
def test_questions(facts: str, problem: str) -> None:
    """A settling row that could mean several promises, or none, is a question with its row."""
    _, problems = settle(in_order(search({"acme": facts}).timeline))

    assert [str(one) for one in problems] == [problem] * bool(problem)


def test_an_unclear_row_settles_nothing() -> None:
    """Rather a promise that stays open than one closed by a guess."""
    found = ledger("i_promised 3-05; i_promised 3-06; kept 3-09")

    assert found["state"].tolist() == ["open", "open"]


def test_promises_of_one_application_do_not_settle_those_of_another() -> None:
    """ "The only one open" is the only one of that application."""
    facts = {"acme": "i_promised 3-05; kept 3-06", "hill": "i_promised 3-05"}
    timeline, problems = settle(in_order(search(facts).timeline))

    assert promises(timeline, fates(timeline, timeline)).set_index("event_id")[
        "state"
    ].to_dict() == {
        "acme-1": "kept",
        "hill-1": "open",
    }
    assert problems == []


@pytest.mark.parametrize(
    ("rows", "order"),
    [
        ([("e10", "2026-03-05"), ("e9", "2026-03-05")], ["e9", "e10"]),
        ([("e1", "2026-03-06"), ("e2", "2026-03-05")], ["e2", "e1"]),
        ([("e1", "2026-03-05"), ("e2", "")], ["e2", "e1"]),
        ([("b", "2026-03-05"), ("a2", "2026-03-05"), ("a10", "2026-03-05")], ["a2", "a10", "b"]),
    ],
)
def test_order(rows: list[tuple[str, str]], order: list[str]) -> None:
    """Rows count by day, an unknown day first; on one day by the number of their id."""
    timeline = pd.DataFrame(rows, columns=["event_id", "on"])
    timeline = timeline.assign(on=pd.to_datetime(timeline["on"]), event="applied")
    found = in_order(timeline)

    assert found["event_id"].tolist() == order
    assert [rows[row - 2][0] for row in found["row"]] == order


def test_an_end_without_a_day_follows_what_was_written_before_it() -> None:
    """A list's “Rejected” has no day: it ends the talk noted before it, not the one after."""
    facts = {
        "acme": "interview 3-12; rejected ?; heard_back 3-11; interview 3-20",
        "bolt": "rejected ?; interview 3-05",
    }

    found = in_order(search(facts).timeline)

    order = ["bolt-1", "bolt-2", "acme-3", "acme-1", "acme-2", "acme-4"]
    assert found["event_id"].tolist() == order

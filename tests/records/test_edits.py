"""Changes to the tables: pure functions with sentences for what they refuse."""

import datetime as dt

import pytest

from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import Tables

DAY = dt.date(2026, 3, 16)
CASE = "cobblers-gate-credit-union-payroll-analyst"


@pytest.mark.parametrize(
    ("text", "taken", "expected"),
    [
        ("Acme Clerk", set(), "acme-clerk"),
        ("Acme Clerk", {"acme-clerk"}, "acme-clerk-2"),
        ("Acme Clerk", {"acme-clerk", "acme-clerk-2"}, "acme-clerk-3"),
        ("Brûlard & Söhne", set(), "brulard-sohne"),
        ("北京 编辑", set(), "北京-编辑"),
        ("7/11 42", set(), "application-7-11-42"),
        ("!!!", set(), "application"),
        ("x" * 90, set(), "x" * 60),
    ],
)
def test_ids_are_readable(text: str, taken: set[str], expected: str) -> None:
    """An id comes from the words, has a letter in it, and is not one that is taken."""
    assert edits.new_id(text, taken) == expected


def test_adding_needs_company_and_position(sample: Tables) -> None:
    """Without a company the sentence says which field to fill."""
    with pytest.raises(FollowupError, match="Which company is it\\? Fill in company first"):
        edits.add_application(sample, company=" ", job_title="Clerk")


def test_an_edit_leaves_the_given_tables_alone(sample: Tables) -> None:
    """A change makes new tables; the ones it was given stay as they were."""
    count = len(sample.timeline)
    changed = edits.log(sample, CASE, "wrote", DAY, channel="email")
    edits.change_application(sample, CASE, company="Other")
    assert len(sample.timeline) == count
    assert len(changed.timeline) == count + 1
    assert "Other" not in sample.applications["company"].tolist()


def test_new_events_are_numbered_on(sample: Tables) -> None:
    """The next event has the next number, whatever the order of the rows."""
    changed = edits.log(sample, CASE, "wrote", DAY)
    numbers = changed.timeline["event_id"].str[1:].astype(int)
    assert numbers.iloc[-1] == sample.timeline["event_id"].str[1:].astype(int).max() + 1


def test_an_unknown_column_is_a_programmers_mistake(sample: Tables) -> None:
    """A misspelt column is refused, not lost."""
    with pytest.raises(ValueError, match="no column chanel"):
        edits.log(sample, CASE, "wrote", DAY, chanel="email")


def test_an_event_is_changed_and_removed(sample: Tables) -> None:
    """A row of the history can be mended and taken out."""
    made = edits.log(sample, CASE, "wrote", DAY)
    key = made.timeline["event_id"].iloc[-1]
    moved = edits.change_event(made, key, on=dt.date(2026, 3, 13), note="late")
    assert str(moved.timeline["on"].iloc[-1].date()) == "2026-03-13"
    assert len(edits.remove_event(moved, key).timeline) == len(sample.timeline)


def test_a_row_another_speaks_of_stays(sample: Tables) -> None:
    """A promise that was settled cannot be taken out before the row that settles it."""
    pointed = sample.timeline.loc[sample.timeline["refers_to"] != "", "refers_to"].iloc[0]
    with pytest.raises(FollowupError, match="refers to this one; remove that one first"):
        edits.remove_event(sample, pointed)


def test_what_is_gone_is_told(sample: Tables) -> None:
    """An application deleted in another window gets a sentence with a way on."""
    with pytest.raises(FollowupError, match="'gone' is no longer in this search; choose again"):
        edits.log(sample, "gone", "wrote", DAY)

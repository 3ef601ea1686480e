"""Rows of the tables and of the plan as named tuples: a name and a type for each column."""

from collections.abc import Iterable
from itertools import repeat
from typing import Any, NamedTuple, TypeVar

import pandas as pd

Row = TypeVar("Row", bound=NamedTuple)


def rows_as(kind: type[Row], rows: pd.DataFrame) -> list[Row]:
    """Return rows of a table as tuples of one kind, from the columns named like its fields.

    A column that is not there takes the default of its field.
    """
    cells: list[Iterable[Any]] = [
        rows[name].to_numpy(object)
        if name in rows
        else repeat(kind._field_defaults[name], len(rows))
        for name in kind._fields
    ]
    return [kind._make(values) for values in zip(*cells, strict=True)]


class PlanRow(NamedTuple):
    """One piece of advice: what to do or to rest, with whom, how, when, and by which rule.

    Texts are "" and days NaT where there is nothing to say.
    """

    application_id: str
    reference_id: str  # of whom it speaks, when that is somebody who is a reference
    promise_id: str  # the event_id of what the seeker owes, when it is about that
    situation: str  # a word of `Situation`
    rule: str  # its id, as rules.py has it
    to: str  # whom to write to
    email: str  # that person's own addresses, and how they like to be reached
    phone: str
    wish: str
    channel: str  # by what way: a word of `Channel`
    earliest_on: pd.Timestamp  # the first day it may go
    due_on: pd.Timestamp  # the day it is due
    listed_on: pd.Timestamp  # the first day it stands on today's list: for a promise, its eve
    when: str  # today, coming_up or rest
    may_rest: bool  # whether enough days have passed to suggest letting the application rest
    put_off: bool  # whether the seeker put it off until `earliest_on`
    after: str  # the application whose message goes first, when both are for one person
    template: str  # the reason before its words are filled in
    planned_on: pd.Timestamp  # the day of the plan it is a row of
    at: str = ""  # from what time of that day: HH:MM, "" for any
    reason: str = ""  # a sentence or two, where they were asked for


def key_of(row: PlanRow) -> str:
    """Return what tells one row of the plan from the others, as long as it is the same advice."""
    return ":".join((row.situation, row.application_id, row.promise_id or row.reference_id))


class EventRow(NamedTuple):
    """A row of timeline.csv; `row` is its place in the file, where the rows are in order."""

    event_id: str
    application_id: str
    on: pd.Timestamp
    event: str
    due_on: pd.Timestamp
    refers_to: str
    who: str
    channel: str
    situation: str
    said: str
    certainty: str
    message: str
    note: str
    at: str = ""
    row: int = 0


class ReferenceRow(NamedTuple):
    """A row of references.csv."""

    reference_id: str
    name: str
    relationship: str
    company: str
    email: str
    phone: str
    preferred_contact: str
    notes: str


class SessionRow(NamedTuple):
    """A row of sessions.csv; `number` is 1 for the first session."""

    session_id: str
    on: pd.Timestamp
    coach: str
    focus: str
    covered: str
    insights: str
    next_on: pd.Timestamp
    number: int


class CommitmentRow(NamedTuple):
    """A row of commitments.csv."""

    commitment_id: str
    session_id: str
    i_will: str
    due_on: pd.Timestamp
    confidence: str
    smaller: str
    outcome: str
    settled_on: pd.Timestamp
    application_id: str

"""Today's list in words: what is on it, how far it is worked through, which row comes next."""

from typing import NamedTuple

import pandas as pd

from followup_lib.advice.plan import SOON, TODAY
from followup_lib.coaching.sessions import open_commitments
from followup_lib.pages.kit.desk import Desk, page_of
from followup_lib.records.rows import CommitmentRow, PlanRow, key_of, rows_as
from followup_lib.records.vocabulary import Event

MESSAGES = [
    Event.WROTE,
    Event.CALLED,
    Event.LEFT_VOICEMAIL,
    Event.NO_ANSWER,
    Event.THANKED,
    *(Event.ACCEPTED, Event.DECLINED, Event.ASKED_FOR_TIME),
    Event.REFERENCE_BRIEFED,
    Event.REFERENCE_CHECKED_IN,
    Event.REFERENCE_THANKED,
]
"""What counts as done when it was logged for today."""


class NextDue(NamedTuple):
    """A row of today's list: the words of its button, the page that writes it, and its key."""

    label: str
    page: str
    key: str


def done_and_left(desk: Desk) -> tuple[int, int]:
    """Return how many people were written to or called today, and how many rows are left."""
    t = desk.tables.timeline
    mine = t[t["event"].isin(MESSAGES) & (t["on"] == desk.plan.facts.today)]
    return len(mine.drop_duplicates(["application_id", "who"])), int(_due(desk).sum())


def progress(desk: Desk) -> str:
    """Return in words how far today's list is worked through, "" when there is none."""
    done, left = done_and_left(desk)
    if not done:
        return f"{left} on today’s list" if left else ""
    return f"{done} done today, {left} to go" if left else f"{done} done today, nothing left"


def next_due(desk: Desk) -> NextDue | None:
    """Return the row of today's list after the chosen one, else its first; None when none is left.

    Neither the chosen row nor the one the page shows is ever the next.
    """
    rows = rows_as(PlanRow, desk.plan.rows[_due(desk)])
    keys = [key_of(row) for row in rows]
    place = keys.index(desk.chosen) if desk.chosen in keys else -1
    after = [*rows[place + 1 :], *rows[: max(place, 0)]]
    after = [row for row in after if key_of(row) != desk.shown]
    if not after:
        return None
    row = after[0]
    subject = "" if row.reference_id else f" ({desk.title(row.application_id)})"
    return NextDue(f"Next: {desk.verb(row)}{subject}", page_of(row.situation), key_of(row))


def _due(desk: Desk) -> pd.Series:
    return desk.plan.rows["when"] == TODAY


def headline(desk: Desk) -> str:
    """Return in a sentence or two what is for today, else what comes next and when."""
    plan = desk.plan
    today, soon = ((plan.rows["when"] == when).sum() for when in (TODAY, SOON))
    if today:
        line = f"{today} thing{'' if today == 1 else 's'} for today, the most urgent first."
    elif not len(plan.rows):
        return "Nothing is here yet. Add your first interview, and the plan begins."
    elif soon:
        first = rows_as(PlanRow, plan.listed(SOON).head(1))[0]
        line = f"Nothing to do today. Next: {desk.day(first.earliest_on)}, {_doing(desk, first)}."
    else:
        line = "Nothing to do today, and nothing in the coming week. Rest well."
    if plan.for_day != desk.today and today + soon:
        line += f" Today is a day off: messages that ask are for {desk.day(plan.for_day)}."
    return line


def taken_on(desk: Desk) -> list[str]:
    """Return what the client took on in a session and has not settled, a sentence each."""
    rows = rows_as(CommitmentRow, open_commitments(desk.tables))
    return [f"I will {row.i_will}, by {desk.day(row.due_on)}" for row in rows]


def _doing(desk: Desk, row: PlanRow) -> str:
    verb = desk.verb(row)
    return f"{verb[:1].lower()}{verb[1:]}"

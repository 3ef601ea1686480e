"""Today's list in words: what is on it, how far it is worked through, which row comes next."""

from typing import NamedTuple

import pandas as pd

from followup_lib.advice.plan import SOON, TODAY, Plan
from followup_lib.pages.kit.deeds import headline_of
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.names import page_of
from followup_lib.records.rows import PlanRow, key_of, rows_as
from followup_lib.records.situations import Situation
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
    """A row of today's list: the words of its button, the page that writes it, and its key.

    `about` is the company, or the reference, by name; `heading` is that of its page.
    """

    label: str
    page: str
    key: str
    about: str
    heading: str


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
    """Return the row of today's list after the one at hand, else its first; None when none is left.

    At hand is the row the page shows, else the chosen one.
    """
    rows = rows_as(PlanRow, desk.plan.rows[_due(desk)])
    keys = [key_of(row) for row in rows]
    place = next((keys.index(key) for key in (desk.shown, desk.chosen) if key in keys), -1)
    after = [*rows[place + 1 :], *rows[: max(place, 0)]]
    after = [row for row in after if key_of(row) != desk.shown]
    if not after:
        return None
    row = after[0]
    subject = "" if row.reference_id else f" ({desk.title(row.application_id)})"
    label = f"Next: {desk.verb(row)}{subject}"
    about = row.to if row.reference_id else desk.plan.facts.of(row.application_id)["company"]
    return NextDue(label, page_of(row.situation), key_of(row), str(about), headline_of(desk, row))


def place_of(desk: Desk, key: str) -> str:
    """Return which of today's list a row is, such as "9 of 16", "" for one that is not on it."""
    keys = [key_of(row) for row in rows_as(PlanRow, desk.plan.rows[_due(desk)])]
    return f"{keys.index(key) + 1} of {len(keys)}" if key in keys else ""


def _due(desk: Desk) -> pd.Series:
    return desk.plan.rows["when"] == TODAY


def _next_of(plan: Plan) -> PlanRow:
    """Return what of the rows coming up has the nearest day, an interview's own among them."""
    coming = plan.listed(SOON)
    talks = coming["application_id"].map(plan.facts.applications["ahead_on"])
    day = talks.where(coming["situation"] == Situation.REST).fillna(coming["earliest_on"])
    return rows_as(PlanRow, coming.loc[[day.idxmin()]])[0]


def headline(desk: Desk) -> str:
    """Return in a sentence or two how to go through today's list, else what comes next and when."""
    plan = desk.plan
    today, soon = ((plan.lists == when).sum() for when in (TODAY, SOON))
    if today:
        line = "Start at the top, and stop whenever you like. Nothing is sent from here."
    elif not len(plan.rows):
        return "Nothing is here yet. Add your first interview, and the plan begins."
    elif soon:
        first = _next_of(plan)
        talk = plan.talk_ahead(first)
        when = f"interview {talk}" if talk else desk.day(first.earliest_on)
        line = f"Next: {when}, {_doing(desk, first)}."
    else:
        line = "Everything is waiting on them, not on you. Rest well."
    if plan.for_day != desk.today and today + soon:
        day = desk.day(plan.for_day)
        line += f" Today is a day off, so questions to employers can wait until {day}."
    return line


def _doing(desk: Desk, row: PlanRow) -> str:
    verb = desk.verb(row)
    return f"{verb[:1].lower()}{verb[1:]}"

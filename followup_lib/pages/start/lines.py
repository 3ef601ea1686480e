"""The lines of the start page's list: in which group a row of the plan stands, and its words."""

from typing import NamedTuple

import pandas as pd

from followup_lib.advice.plan import OWED
from followup_lib.pages.kit.deeds import deed
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.names import ASKED
from followup_lib.records.rows import PlanRow, key_of
from followup_lib.records.situations import Situation

GROUPS = {
    "late": "Late",
    "today": "Today",
    "next": "For the next workday",
    "soon": "Coming up",
    "waiting": "Waiting on them",
    "pause": "On pause",
    "closed": "Closed",
}
"""The groups of the list, in order."""
ACTS: dict[str, str] = {
    **dict.fromkeys((Situation.OFFER_TO_ANSWER, *ASKED), "Answer"),
    Situation.CLOSING_NOTE: "Decide",
    Situation.LONG_QUIET: "Decide",
    Situation.REST: "See it",
}
WAYS = {"phone": "Call", "text": "Text"}


class Line(NamedTuple):
    """One line: the name, what it is beside it, what to do, when, and the word on its button."""

    key: str
    name: str
    beside: str
    what: str
    when: str
    act: str
    late: bool


def line_of(desk: Desk, row: PlanRow, group: str) -> Line:
    """Return the line of a row in a group."""
    f = desk.plan.facts.applications
    name, job = (
        (row.to, "your reference")
        if row.reference_id
        else (str(f.at[row.application_id, cell]) for cell in ("company", "job_title"))
    )
    act = ACTS.get(row.situation) or WAYS.get(row.channel, "Write")
    act = "Prepare" if desk.plan.talk_ahead(row) else act
    when = when_of(desk, row, group)
    return Line(key_of(row), str(name), job, deed(desk, row), when, act, group == "late")


def when_of(desk: Desk, row: PlanRow, group: str) -> str:
    """Return when a row's time is: only what the person owes is late or due."""
    if talk := desk.plan.talk_ahead(row):
        return f"Interview {talk}"
    today = desk.plan.facts.today
    due, opens = row.due_on, row.earliest_on
    owed = row.situation in OWED and pd.notna(due)
    if owed and due < today:
        return f"Late since {desk.day(due)}"
    if owed:
        left = (due - today).days
        return {0: "due today", 1: "due tomorrow"}.get(left, f"due in {left} days")
    if group not in ("late", "today"):
        back = pd.notna(opens) and opens > today
        return f"from {desk.day(opens)}" if back else ""
    if row.situation == Situation.THANK_YOU and due >= today:
        return f"best {'today' if due == today else desk.day(due)}"
    if row.situation in ASKED:
        return ""
    if row.situation in (Situation.CLOSING_NOTE, Situation.LONG_QUIET):
        return "anytime"
    return "OK starting today" if opens == today else f"OK since {desk.day(opens)}"

"""What a row of the plan asks a person to do, in words: the heading of its page and of its card."""

from followup_lib.pages.kit.desk import Desk
from followup_lib.reading.promises import read_promise
from followup_lib.records.rows import PlanRow
from followup_lib.records.situations import Situation
from followup_lib.records.vocabulary import WAYS


def deed(desk: Desk, row: PlanRow) -> str:
    """Return what to do, without saying for whom; a promise is named by what was promised."""
    if desk.plan.talk_ahead(row):
        return "Get your card ready"
    owed = desk.plan.facts.owed
    mine = owed[owed["event_id"] == row.promise_id] if row.promise_id else owed[:0]
    if mine.empty:
        return Situation(row.situation).deed
    promise = read_promise(mine["said"].iloc[0]).fact
    if promise and promise.thing:
        return f"Send {promise.thing}"
    promised = WAYS[row.channel].promise if row.channel in WAYS else "be in touch"
    return f"{promised[:1].upper()}{promised[1:]}, as promised"


def headline_of(desk: Desk, row: PlanRow) -> str:
    """Return the heading of a row: what to do, and for which company or reference."""
    whom = row.to if row.reference_id else desk.plan.facts.of(row.application_id)["company"]
    return f"{deed(desk, row)}: {whom}"

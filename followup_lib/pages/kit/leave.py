"""To leave a row of the plan: for later, for good, on pause, or as a promise no longer owed."""

import datetime as dt
from typing import Any

from followup_lib.advice.closing import COMES_BACK, praise
from followup_lib.pages.kit.desk import Desk
from followup_lib.records import edits
from followup_lib.records.dates import short_day
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import PlanRow
from followup_lib.records.situations import Situation
from followup_lib.records.vocabulary import Event


def may_refuse(row: PlanRow) -> bool:
    """Tell whether "not this one" may be said of a row: never of a promise or an offer."""
    return not row.promise_id and row.situation != Situation.OFFER_TO_ANSWER


def put_off(desk: Desk, row: PlanRow, until: dt.date | None) -> str:
    """Put a row off until a day; without one, do not suggest it again till they are heard of.

    Returns what was done. Raises `FollowupError` for a day that is not ahead, or a row that may
    not go unsaid.
    """
    if until is not None and row.situation == Situation.LONG_QUIET:
        raise FollowupError("It never asks by itself; write anytime, or let it go for now.")
    if until is not None and until <= desk.today:
        raise FollowupError("Choose a day in the future, or say “not this one”.")
    if until is None and row.promise_id:
        raise FollowupError("A promise doesn’t go away: send it, give a new date, or drop it.")
    if until is None and not may_refuse(row):
        raise FollowupError("An offer doesn’t go away: accept it, decline it or ask for time.")
    cells = {"situation": row.situation, "due_on": until, "refers_to": row.promise_id}
    cells |= {"who": row.reference_id}  # whose row it is, when one job has several
    what = f"put off {desk.subject_of(row)}"
    _log(desk, what, row.application_id, Event.SNOOZED, **cells)
    return f"Done: {what}" + (f" until {short_day(until, desk.today)}." if until else ".")


def let_rest(desk: Desk, row: PlanRow) -> str:
    """Let the application of a row rest; a late answer wakes it. Returns what was done for it."""
    what = f"let {desk.title(row.application_id)} go for now"
    desk.edit(what, lambda tables: edits.let_rest(tables, [row.application_id], desk.today))
    done = praise(desk.plan, desk.tables, row.application_id)
    return " ".join(filter(None, (f"Done: {what}.", done, COMES_BACK)))


def drop_promise(desk: Desk, row: PlanRow) -> str:
    """Take back an own promise that no longer holds."""
    what = f"drop the promise to {row.to or desk.title(row.application_id)}"
    _log(desk, what, row.application_id, Event.DROPPED, refers_to=row.promise_id)
    return f"Done: {what}."


def _log(desk: Desk, what: str, application_id: str, event: Event, **cells: Any) -> None:
    desk.edit(what, lambda tables: edits.log(tables, application_id, event, desk.today, **cells))

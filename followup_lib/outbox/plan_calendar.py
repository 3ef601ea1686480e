"""The whole plan as a calendar file: brought in again, it updates what it brought in before."""

import datetime as dt
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from followup_lib.advice.plan import Plan
from followup_lib.advice.reasons import reason
from followup_lib.outbox.calendar import (
    MADE_BY,
    day_of,
    new_calendar,
    new_event,
    reminder,
    sequence_on,
    talk_ahead,
    talk_uid,
    title_of,
    uid_of,
)
from followup_lib.records.rows import EventRow, PlanRow, rows_as
from followup_lib.records.situations import Situation

CALENDAR = "calendar"
"""The key under which a search keeps what its last file gave."""
GONE = "No longer needed"
"""The title of an event taken back, for calendars that show even those."""


class PlanFile(NamedTuple):
    """A calendar file: its `data`, how many events it holds and takes back, and what to remember.

    `given` is to be passed to the next one: the last sequence, and the day of each event by its id.
    """

    data: bytes
    held: int
    taken_back: int
    given: dict[str, Any]


def plan_calendar(now: Plan, search: str, before: dict[str, Any]) -> PlanFile:
    """Return the plan, as far as it is known, as an .ics (RFC 5545, METHOD:PUBLISH).

    It holds an event for each row with a day, one on pause included, and for each interview
    ahead; the reason is in its text. What was `given` `before`, still lies ahead and is no longer
    so is taken back: an event of the same id that is canceled. `search` is the name of the search.
    """
    today = now.facts.today.date()
    sequence = max(int(before.get("sequence", 0)) + 1, sequence_on(today))
    calendar = new_calendar()
    calendar.add("x-wr-calname", name_of(search))
    given: dict[str, str] = {}
    for row in rows_as(PlanRow, now.rows):
        day = day_of(row)
        if day is None or (row.situation == Situation.REST and day <= today):
            continue
        why = reason(row, now.view)
        event = reminder(row, title_of(now, row), why, today, search, sequence)
        given[uid_of(row, search)] = max(day, today).isoformat()
        calendar.add_component(event)
    for talk in _ahead(now):
        title = f"Interview: {now.title(talk.application_id)}"
        whom = f"With {talk.who.replace('; ', ', ')}." if talk.who else ""
        given[talk_uid(talk, search)] = talk.due_on.date().isoformat()
        calendar.add_component(talk_ahead(talk, title, whom, today, search, sequence))
    over = {
        name: dt.date.fromisoformat(day)
        for name, day in before.get("events", {}).items()
        if name not in given and day >= today.isoformat()
    }
    for name, on in over.items():
        event = new_event(name, on, GONE, today, sequence)
        event.add("status", "CANCELLED")
        calendar.add_component(event)
    memory = {"sequence": sequence, "events": given | {k: v.isoformat() for k, v in over.items()}}
    return PlanFile(bytes(calendar.to_ical()), len(given), len(over), memory)


def name_of(search: str) -> str:
    """Return what the calendar of a search is called, in one line of letters that one sees."""
    return f"Follow-up: {''.join(each if each.isprintable() else ' ' for each in search)}"


def is_plan_of(path: Path, search: str) -> bool:
    """Tell whether a file is a calendar we made of the plan of this search."""
    from icalendar import Calendar

    try:
        calendar = Calendar.from_ical(path.read_bytes())
    except (OSError, ValueError):
        return False
    return (calendar.get("prodid"), calendar.get("x-wr-calname")) == (MADE_BY, name_of(search))


def _ahead(now: Plan) -> list[EventRow]:
    """Return the interviews that are planned and lie ahead, `due_on` their day as last moved."""
    planned = now.facts.planned
    ahead = planned["open"] & (planned["due_on"] >= pd.Timestamp(now.facts.today))
    live = planned["application_id"].isin(now.live.index[now.live])
    return rows_as(EventRow, planned[ahead & live])

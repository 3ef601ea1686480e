"""A reminder for the calendar: one event, on the day the plan names, that updates itself."""

import datetime as dt
from typing import TYPE_CHECKING, Any

import pandas as pd

from followup_lib.advice.plan import Plan
from followup_lib.records.dates import read_time
from followup_lib.records.edits import new_id
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import EventRow, PlanRow
from followup_lib.records.situations import Situation
from followup_lib.records.vocabulary import Channel

if TYPE_CHECKING:
    from icalendar import Calendar, Event

WRITE_AT, CALL_AT = dt.time(9, 0), dt.time(10, 30)
"""Local time of the event; no time zone, so it is 9 o'clock wherever the person is."""
LASTS = dt.timedelta(minutes=15)
FIRST_DAY = dt.date(2020, 1, 1)
MADE_BY = "-//Follow-up Workbook//EN"
FILES_A_DAY = 100
"""How many files of one day may each replace the one before."""


def as_ics(row: PlanRow, title: str, why: str, today: dt.date, search: str) -> bytes:
    """Return the reminder for a row of the plan as an .ics (RFC 5545).

    `title` says what to do, `why` is the reason in the text, `search` the name of the search. Its
    id depends on that and the row only, and its sequence on `today`, so a later file replaces an
    earlier one, and that of the whole plan. Raises `FollowupError` for a row without a day.
    """
    return alone(reminder(row, title, why, today, search, sequence_on(today)))


def title_of(now: Plan, row: PlanRow) -> str:
    """Return what a row of the plan asks for, as the title of an event."""
    about = str(row.to) if row.reference_id else now.title(row.application_id)
    if row.situation == Situation.REST:
        return f"See what comes next: {about}"
    return f"{'Call' if row.channel == Channel.PHONE else 'Write to'} {row.to or 'them'}: {about}"


def reminder(
    row: PlanRow, title: str, why: str, today: dt.date, search: str, sequence: int
) -> "Event":
    """Return the event of a row of the plan; raises `FollowupError` for a row without a day.

    It stands at 9 o'clock, a call at 10:30, unless the row has a time of day.
    """
    day = day_of(row)
    if day is None:
        raise FollowupError("This has no day, so there’s nothing to put on a calendar.")
    usual = CALL_AT if row.channel == Channel.PHONE else WRITE_AT
    at = row.at if day >= today else ""
    start = start_of(max(day, today), at or f"{usual:%H:%M}")
    event = new_event(uid_of(row, search), start, title, today, sequence)
    event.add("duration", LASTS)
    event.add("description", why)
    _ring(event, title)
    return event


def talk_ahead(
    talk: EventRow, title: str, why: str, today: dt.date, search: str, sequence: int
) -> "Event":
    """Return the event of a talk ahead: at its time of day, or the whole day without one."""
    start = start_of(talk.due_on.date(), talk.at)
    event = new_event(talk_uid(talk, search), start, title, today, sequence)
    event.add("description", why)
    if talk.at:
        event.add("duration", LASTS)
        _ring(event, title)
    return event


def start_of(day: dt.date, at: str) -> dt.date:
    """Return when an event begins: a datetime, or the day alone without a time in `at`."""
    time = read_time(at)
    return dt.datetime.combine(day, dt.time.fromisoformat(time)) if time else day


def alone(event: "Event") -> bytes:
    """Return a calendar file with one event."""
    calendar = new_calendar()
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def day_of(row: PlanRow) -> dt.date | None:
    """Return the day of a row of the plan, None for one without."""
    day: Any = row.earliest_on if pd.notna(row.earliest_on) else row.due_on
    return None if pd.isna(day) else day.date()


def uid_of(row: PlanRow, search: str) -> str:
    """Return the id of a row's event: the same for the same row of the same search."""
    parts = (row.application_id, row.reference_id, row.situation, row.promise_id)
    return uid(".".join(filter(None, parts)), search)


def talk_uid(talk: EventRow, search: str) -> str:
    """Return the id of a talk's event."""
    return uid(f"{talk.event_id}.interview", search)


def uid(name: str, search: str) -> str:
    """Return an id of an event: two searches have none in common."""
    return f"{name}@{new_id(search, set())}.followup-workbook"


def sequence_on(today: dt.date) -> int:
    """Return the lowest sequence of the files of a day."""
    return (today - FIRST_DAY).days * FILES_A_DAY


def new_calendar() -> "Calendar":
    """Return an empty calendar."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", MADE_BY)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    return calendar


def new_event(uid: str, start: dt.date, title: str, today: dt.date, sequence: int) -> "Event":
    """Return an event with its id, its time, its title, and which of several it replaces."""
    from icalendar import Event

    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", dt.datetime.combine(today, dt.time(), dt.UTC))
    event.add("sequence", sequence)
    event.add("dtstart", start)
    event.add("summary", title)
    return event


def _ring(event: "Event", title: str) -> None:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", dt.timedelta(0))
    alarm.add("description", title)
    event.add_component(alarm)

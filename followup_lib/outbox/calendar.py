"""A reminder for the calendar: one event, on the day the plan names, that updates itself."""

import datetime as dt

import pandas as pd

from followup_lib.records.dates import read_time
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import PlanRow
from followup_lib.records.vocabulary import Channel

WRITE_AT, CALL_AT = dt.time(9, 0), dt.time(10, 30)
"""Local time of the event; no time zone, so it is 9 o'clock wherever the person is."""
LASTS = dt.timedelta(minutes=15)
FIRST_DAY = dt.date(2020, 1, 1)


def as_ics(row: PlanRow, title: str, why: str, today: dt.date) -> bytes:
    """Return the reminder for a row of the plan as an .ics (RFC 5545).

    `title` says what to do, `why` is the reason in the text. Its id depends on the row only, and
    its sequence on `today`, so a later file replaces an earlier one. It stands at 9 o'clock, a
    call at 10:30, unless the row has a time of day. Raises `FollowupError` for a row without a day.
    """
    day = row.earliest_on if pd.notna(row.earliest_on) else row.due_on
    if pd.isna(day):
        raise FollowupError("This has no day, so there is nothing to put into a calendar.")
    usual = CALL_AT if row.channel == Channel.PHONE else WRITE_AT
    at = row.at if day.date() >= today else ""
    return event_ics(_id(row), max(day.date(), today), at or f"{usual:%H:%M}", title, why, today)


def event_ics(name: str, day: dt.date, at: str, title: str, why: str, today: dt.date) -> bytes:
    """Return an event of one's own as an .ics; without a time in `at` it takes the whole day."""
    from icalendar import Alarm, Calendar, Event

    time = read_time(at)
    event = Event()
    event.add("uid", f"{name}@followup-workbook")
    event.add("dtstamp", dt.datetime.combine(today, dt.time(), dt.UTC))
    event.add("sequence", (today - FIRST_DAY).days)
    start = dt.datetime.combine(day, dt.time.fromisoformat(time)) if time else day
    event.add("dtstart", start)
    event.add("duration", LASTS if time else dt.timedelta(days=1))
    event.add("summary", title)
    event.add("description", why)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", dt.timedelta(0))
    alarm.add("description", title)
    event.add_component(alarm)
    calendar = Calendar()
    calendar.add("prodid", "-//Follow-up Workbook//EN")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _id(row: PlanRow) -> str:
    parts = (row.application_id, row.reference_id, row.situation, row.promise_id)
    return ".".join(filter(None, parts))

"""What a reason says of a talk that has no time, or of one ahead: its day and time, in words."""

import datetime as dt
from typing import Any

import pandas as pd

from followup_lib.records.dates import clock, read_time, short_day

A_QUARTER = dt.timedelta(minutes=15)
"""How long one waits for them after the time of a talk (B3)."""


def talk_words(facts: pd.Series, today: dt.date) -> dict[str, str]:
    """Return the words a reason may use of the talk that fell through, and of the next one."""
    ahead = facts["talk_on"] > facts["asked_on"]
    now = facts["talk_on"] == pd.Timestamp(today)
    until = quarter_later(facts["talk_at"]) if now else ""
    return {
        "of_talk": _of_talk(facts["talk_on"], facts["talk_at"], today),
        "missed_or_cancel": "can’t make" if ahead else "missed",
        "told_or_wrote": _told_or_wrote(facts, today),
        "Wait_a_little": f"Give them until {clock(until)}. " if until else "",
        "ahead_at": at_time(facts["ahead_at"]),
    }


def at_time(time: str) -> str:
    """Return " at 2:30 PM", "" for no time."""
    shown = clock(time)
    return f" at {shown}" if shown else ""


def quarter_later(time: str) -> str:
    """Return the time a quarter of an hour later, when one writes to them (B3), "" for no time.

    >>> quarter_later("9:50"), quarter_later("")
    ('10:05', '')
    """
    known = read_time(time)
    if not known:
        return ""
    start = dt.datetime.combine(dt.date.min, dt.time.fromisoformat(known))
    return (start + A_QUARTER).strftime("%H:%M")


def _told_or_wrote(facts: pd.Series, today: dt.date) -> str:
    """Return what they last did about a talk that needs a time: told so, or wrote since (B2)."""
    if pd.isna(asked := facts["asked_on"]):
        return ""
    on = short_day(asked.date(), today)
    if facts["heard_on"] == asked:
        return f"got back to you on {on}, and no new time is set yet"
    return f"told you on {on} that the interview needs a new time"


def _of_talk(day: Any, time: str, today: dt.date) -> str:
    return "" if pd.isna(day) else f" on {short_day(day.date(), today)}{at_time(time)}"

"""A day as somebody types it into a field for one: 3/13, Friday, yesterday, 2026-03-13."""

import datetime as dt
import re

from followup_lib.advice.said import month_first, read_words
from followup_lib.reading.calendar_names import weekday_number
from followup_lib.reading.days import LONGEST, read_days
from followup_lib.reading.spoken import COUNTS, FARTHEST, spelled
from followup_lib.records.settings import Calendar

_GONE = {"today": 0, "yesterday": 1, "the day before yesterday": 2}
_LAST = re.compile(r"(?:(last|this past|past|on) )?([^\W\d_]+)\.?", re.IGNORECASE)
_NEXT = re.compile(r"(?:(?:on|by) )?(?:next|(?:this )?coming) ([^\W\d_]+)\.?", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\b(?:or|and|to|through|until|between)\b|[/\d] ?[-–—] ?\d+/|&", re.IGNORECASE
)
_AGO = re.compile(r"(\d{1,3}|[a-z ]+) (day|week)s? ago", re.IGNORECASE)


def read_typed(
    text: str, today: dt.date, calendar: Calendar, *, ahead: bool = False
) -> dt.date | None:
    """Return the one day that is meant, None when that cannot be told.

    `ahead` is for days to come: "Friday" is the next one, else the last one. A day without its year
    is the nearest on that side, and on the other when there is none within `FARTHEST` days. The
    name of today's own weekday may be today or a week away: it is asked, unless it is the next.

    >>> monday, calendar = dt.date(2026, 3, 16), Calendar()
    >>> read_typed("Friday", monday, calendar).day, read_typed("3/13", monday, calendar).day
    (13, 13)
    >>> read_typed("Friday", monday, calendar, ahead=True).day
    20
    >>> read_typed("Monday", monday, calendar), read_typed("next week", monday, calendar)
    (None, None)
    """
    words = spelled(" ".join(text.split()))
    bare = re.sub(r"^on |[.,]$", "", words[:LONGEST], flags=re.IGNORECASE)
    if weekday_number(bare) == today.weekday() or bare.isdecimal():
        return None
    if len(words) > LONGEST or _SEVERAL.search(words):
        return None
    gone = _named(words.casefold(), today) or _written(words, today, calendar)
    to_come = _to_come(words, today, calendar)
    return (to_come or gone) if ahead else (gone or to_come)


def _to_come(words: str, today: dt.date, calendar: Calendar) -> dt.date | None:
    match = _NEXT.fullmatch(words)
    if match and weekday_number(match[1]) == today.weekday():
        return today + dt.timedelta(7)
    reading = read_words(words, today, calendar, of_anything=True)
    return reading.fact if reading.sure in ("exact", "inferred") else None


def _named(words: str, today: dt.date) -> dt.date | None:
    """Return the day of "yesterday", "last Friday", "two weeks ago"."""
    if words in _GONE:
        return today - dt.timedelta(_GONE[words])
    if match := _AGO.fullmatch(words):
        number = COUNTS.get(match[1]) or (int(match[1]) if match[1].isdecimal() else None)
        return today - dt.timedelta(number * (7 if match[2] == "week" else 1)) if number else None
    match = _LAST.fullmatch(words)
    weekday = weekday_number(match[2]) if match else None
    if match is None or weekday is None:
        return None
    back = (today.weekday() - weekday - 1) % 7 + 1
    unclear = match[1] == "last" and back <= today.weekday()  # of this week, or of the one before
    return None if unclear else today - dt.timedelta(back)


def _written(words: str, today: dt.date, calendar: Calendar) -> dt.date | None:
    """Return a day that is written out, in every order of day and month that fits this search."""
    orders = month_first(calendar)
    read = [read_days(words, "month" if first else "day", today) for first in orders]
    if any(len(days) != 1 for days in read) or len({days[0].on for days in read}) > 1:
        return None
    day = read[0][0]
    near = (today - day.on).days <= FARTHEST
    return day.on if day.certainty == "" or (near and day.certainty == "inferred") else None

"""Days read, and in words: short on screen, long in letters; counts and lists in words."""

import datetime as dt
import re
from contextlib import suppress
from functools import lru_cache

import pandas as pd

from followup_lib.records.errors import FollowupError

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NUMBER_WORDS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
)  # fmt: skip

YEARS = range(1900, 2201)
"""The years a day is meant to lie in; near the ends of the calendar nobody can count on from it."""


def read_day(day: object) -> dt.date:
    """Return the day of a date, a Timestamp, or a text such as 2026-03-16 or 2026-3-5.

    Raises `FollowupError` for anything else, and outside `YEARS`.

    >>> read_day("2026-3-5")
    datetime.date(2026, 3, 5)
    """
    found: object = day
    with suppress(ValueError):
        if isinstance(day, str):
            found = dt.date.fromisoformat(re.sub(r"-(?=\d(?!\d))", "-0", day.strip()))
    if isinstance(found, dt.date) and not pd.isna(found) and found.year in YEARS:
        return found.date() if isinstance(found, dt.datetime) else found
    raise FollowupError(f"{day!r} isn’t a day; write year-month-day, such as 2026-03-16.")


@lru_cache(4096)
def short_day(day: dt.date, today: dt.date) -> str:
    """Return a day as on screen, in the American order, with its year only when it is another one.

    >>> short_day(dt.date(2026, 3, 13), dt.date(2026, 3, 16))
    'Fri, March 13'
    >>> short_day(dt.date(2025, 11, 3), dt.date(2026, 3, 16))
    'Mon, November 3, 2025'
    """
    year = "" if day.year == today.year else f", {day.year}"
    return f"{WEEKDAYS[day.weekday()][:3]}, {MONTHS[day.month - 1]} {day.day}{year}"


_TIME = re.compile(
    r"(\d{1,2})(?::([0-5]\d)(?::[0-5]\d)?|(?=\s*[ap]))\s*([ap])?\.?m?\.?", re.IGNORECASE
)


def read_time(text: str) -> str:
    """Return a time of day as HH:MM, "" for what is none.

    >>> read_time("9:30"), read_time("2:30 PM"), read_time("14:30:00"), read_time("25:00")
    ('09:30', '14:30', '14:30', '')
    >>> read_time("1 pm"), read_time("12am"), read_time("10")
    ('13:00', '00:00', '')
    """
    found = _TIME.fullmatch(text.strip())
    if not found:
        return ""
    hour, half = int(found[1]), (found[3] or "").lower()
    if half and not 1 <= hour <= 12:
        return ""
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return f"{hour:02}:{found[2] or '00'}" if hour < 24 else ""


def clock(text: str, locale: str = "en_US") -> str:
    """Return a time of day as the reader's country writes it, "" for none.

    >>> clock("14:30"), clock("14:30", "en_GB"), clock("")
    ('2:30 PM', '14:30', '')
    """
    time = read_time(text)
    if not time:
        return ""
    from babel.dates import format_time  # slow to import

    shown = format_time(dt.time.fromisoformat(time), "short", locale=locale)
    return " ".join(shown.replace("\u202f", " ").split())


def quoted(words: str) -> str:
    """Return words in quotes; quotes inside them become single ones.

    >>> quoted('we say "soon"')
    '“we say \u2018soon\u2019”'
    """
    single = str.maketrans("“”„", "\u2018\u2019\u2018")
    inside = re.sub('"([^"]*)"', "\u2018\\1\u2019", words)
    return f"“{inside.translate(single)}”"


def quoted_last(words: str) -> str:
    """Return words in quotes that end a sentence: with one mark, inside the quotes.

    >>> quoted_last("any update"), quoted_last("Any update?")
    ('“any update.”', '“Any update?”')
    """
    words = words.rstrip(" ,;:")
    return quoted(words if words.endswith((".", "!", "?", "…")) else f"{words}.")


def as_said(day: str, said: str, *, vague: bool) -> str:
    """Return a day with the words it was read from; what was vague is read aloud.

    >>> as_said("Wed, March 18", "mid next week", vague=True)
    '“mid next week”, which we read as Wed, March 18'
    >>> as_said("Fri, March 13", "", vague=False), as_said("Fri, March 13", "", vague=True)
    ('Fri, March 13', 'about Fri, March 13')
    """
    if vague:
        return f"{quoted(said)}, which we read as {day}" if said else f"about {day}"
    return f"{day} ({quoted(said)})" if said else day


def letter_day(day: dt.date, today: dt.date, locale: str = "en_US") -> str:
    """Return a day as it stands in a letter, in the order the reader's country uses.

    >>> letter_day(dt.date(2026, 3, 5), dt.date(2026, 3, 16))
    'Thursday, March 5'
    >>> letter_day(dt.date(2026, 3, 5), dt.date(2026, 3, 16), "en_GB")
    'Thursday, 5 March'
    """
    from babel import Locale
    from babel.dates import format_date  # slow to import

    pattern = Locale.parse(locale).date_formats["full"].pattern
    if day.year == today.year:
        pattern = re.sub(r"[\s,]*y+", "", pattern)
    return format_date(day, pattern, locale=locale)


def month_day(day: dt.date, locale: str = "en_US") -> str:
    """Return a day without its weekday, as it stands in a subject.

    >>> month_day(dt.date(2026, 3, 5)), month_day(dt.date(2026, 3, 5), "en_GB")
    ('March 5', '5 March')
    """
    from babel.dates import format_skeleton

    return format_skeleton("MMMMd", day, locale=locale)


def month(day: dt.date, today: dt.date) -> str:
    """Return the month, with its year when it is another one.

    >>> month(dt.date(2025, 11, 3), dt.date(2026, 3, 16))
    'November 2025'
    """
    from babel.dates import format_date

    return format_date(day, "MMMM" if day.year == today.year else "MMMM y", locale="en")


def about(day: dt.date, today: dt.date) -> str:
    """Return a day that is only about known, as the third of its month.

    >>> about(dt.date(2026, 2, 14), dt.date(2026, 3, 16))
    'mid-February'
    """
    part = ("early ", "mid-", "late ")[min((day.day - 1) // 10, 2)]
    return f"{part}{month(day, today)}"


def count(n: int, noun: str) -> str:
    """Return a number in words with its noun.

    >>> count(1, "workday"), count(15, "workday")
    ('one workday', '15 workdays')
    """
    number = NUMBER_WORDS[n] if n < len(NUMBER_WORDS) else str(n)
    return f"{number} {noun}{'' if n == 1 else 's'}"


def tally(n: int, noun: str) -> str:
    """Return a number in figures with its noun.

    >>> tally(1, "application"), tally(12_345, "application")
    ('1 application', '12,345 applications')
    """
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


def months(days: int) -> str:
    """Return calendar days as months in words.

    >>> months(61), months(612)
    ('two months', '20 months')
    """
    return count(round(days / 30.4), "month")


def stretch(days: int) -> str:
    """Return how long so many calendar days are; from about three months on nobody counts days.

    >>> stretch(25), stretch(89), stretch(90)
    ('25 days', '89 days', 'three months')
    """
    return count(days, "day") if days < 90 else months(days)


def times(n: int) -> str:
    """Return how often something was done.

    >>> times(2), times(3), times(15)
    ('twice', 'three times', '15 times')
    """
    return {1: "once", 2: "twice"}.get(n, count(n, "time"))


def listing(parts: list[str]) -> str:
    """Return parts as they stand in a sentence, "" for none.

    >>> listing(["a"]), listing(["a", "b"]), listing(["a", "b", "c"])
    ('a', 'a and b', 'a, b and c')
    """
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))

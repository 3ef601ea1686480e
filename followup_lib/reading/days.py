"""Days as people write them; the order of day and month is decided per column, never guessed."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from followup_lib.reading.calendar_names import english_weekday, weekday_number
from followup_lib.reading.day_forms import NUMERIC, READERS, Written, may_begin_with_year
from followup_lib.reading.day_forms import Day as Day
from followup_lib.reading.day_forms import Order as Order

_ORDERS: tuple[Order, Order] = ("day", "month")

LONGEST = 200
"""Letters of a cell that is looked into; what is longer holds more than days."""
YEARS = 15
"""Years back from today in which a short year such as that of "Apr-25" may lie."""
_SHORT_ALONE = re.compile(r"\D{0,12}(\d{1,2})/(\d{1,2})\D{0,12}")
_AGO = re.compile(r"(\d{1,3}) ?(d|days?|w|wks?|weeks?|mo|months?) ago", re.IGNORECASE)
_TIME = re.compile(
    r"(?:\bT|[ ,@·⋅]"
    r"|\bat )*(?<!\d)(?:\d{1,2}(?::\d\d)?(?: ?[ap]m)? ?[–-] ?(?=\d{1,2}(?::\d\d)? ?[ap]m))?"
    r"(?:\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?: ?[ap]\.?m?\b\.?)?"
    r"|\d{1,2}(?: ?[ap]\.?m|[ap])\b\.?)(?: ?(?:Z|GMT|UTC|E[SD]T|C[SD]T|M[SD]T|P[SD]T|CET|CEST)\b)?"
    r"(?: ?[+-]\d\d:?\d\d)?(?: ?\([A-Z]{3,4}\))?",
    re.IGNORECASE,
)
_JOINTS = re.compile(r"&|;|\||,|\+|\b(?:and|und|et|y)\b|\0| ", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")
_BEFORE = re.compile(r"(?<![^\W_])([^\W\d_]{3,10})[.,]{0,2} ?\Z")
_BEHIND = re.compile(r" ?\(?([^\W\d_]{3,10})\b\)?")
"""A word right beside a day, which may be its weekday: "interview Fri 11/20"."""


def day_order(cells: Iterable[str]) -> Order:
    """Return which comes first in a column, day or month, from its own evidence.

    A number above 12 tells, though not beside dots: a day with dots has the day first, whatever
    the others are. "unknown" when nothing tells or two cells contradict each other.

    >>> day_order(["8/5/2019", "9/25/2019"]), day_order(["15/01/2025"]), day_order(["8/5/2019"])
    ('month', 'day', 'unknown')
    """
    votes = {vote for cell in cells for vote in order_votes(cell)}
    return votes.pop() if len(votes) == 1 else "unknown"


def order_votes(cell: str) -> Iterator[Order]:
    """Return "day" or "month" for each day of a cell that tells which of them comes first."""
    for first, second in _pairs(cell):
        if first > 12 >= second:
            yield "day"
        elif second > 12 >= first:
            yield "month"


def is_ambiguous(cell: str) -> bool:
    """Tell whether the parts of a day could change places: "3/4/2026", "26-03-02"."""
    if any(may_begin_with_year(*parts) for parts in NUMERIC.findall(cell)):
        return True
    return any(first <= 12 and second <= 12 and first != second for first, second in _pairs(cell))


def _pairs(cell: str) -> Iterator[tuple[int, int]]:
    for first, joint, second, year in NUMERIC.findall(cell):
        if joint != "." and not may_begin_with_year(first, joint, second, year):
            yield int(first), int(second)
    if match := _SHORT_ALONE.fullmatch(cell):
        yield int(match[1]), int(match[2])


def tells_a_day(cell: str) -> bool:
    """Tell whether a cell holds a day and nothing else, whichever of day and month comes first.

    A weekday beside a day without a year is one: which year it fits is not asked here.

    >>> tells_a_day("3/4/2026"), tells_a_day("(609) 555-0142"), tells_a_day("yes")
    (True, False, False)
    """
    if number_as_day(cell) or day_ago(cell, dt.date(2000, 1, 1)):
        return True
    return any(written_days(cell, order) for order in _ORDERS)


def read_days(cell: str, order: Order, today: dt.date) -> list[Day]:
    """Return the days a cell tells, none when it does not tell any for certain.

    A month only is "about" its middle; a day without a year, a count of days ago and a number of
    Excel or Unix are "inferred" from `today` or their usual meaning.

    >>> [day.on.isoformat() for day in read_days("8/5/2019 & 8/14/2019", "month", dt.date.max)]
    ['2019-08-05', '2019-08-14']
    """
    if plain := number_as_day(cell) or day_ago(cell, today):
        return [plain]
    days = [
        None if may_be_month(each, today) else settle(each, today)
        for each in written_days(cell, order)
    ]
    return [day for day in days if day] if all(days) else []


def settle(written: Written, today: dt.date) -> Day | None:
    """Return the day that is written; without a year the last one up to today, "inferred"."""
    if written.year:
        return next(written.days([written.year]), None)
    days = [day.on for day in written.days([today.year - 1, today.year]) if day.on <= today]
    return Day(max(days), "inferred") if days else None


def may_be_month(written: Written, today: dt.date) -> bool:
    """Tell whether the number behind a month, as in "Apr-25", may be a year as well as a day."""
    return written.short and today.year - YEARS <= 2000 + written.day <= today.year + 1


def written_days(cell: str, order: Order) -> list[Written]:
    """Return the days of a cell that holds nothing else, none when one of them is none."""
    days, rest = split_days(" ".join(cell.split()), order)
    words = _LETTERS.findall(rest)
    if len(days) == len(words) == 1 and (weekday := weekday_number(words[0])) is not None:
        days = [replace(days[0], weekday=weekday)]
        rest = re.sub(r"[^\W\d_]+\.?|[()]", "", rest)
    return [] if _JOINTS.sub("", rest) else days


def split_days(text: str, order: Order) -> tuple[list[Written], str]:
    """Return the days written in a text, and the text with NULs for the letters of days and times.

    No day when one of them cannot be, or when nothing tells its order. Blanks must be single.
    """
    if len(text) > LONGEST:
        return [], text
    found: list[tuple[int, int, Written]] = []
    rest = text
    for pattern, reading in READERS:
        for match in pattern.finditer(rest):
            if written := reading(match, order):
                found.append((*match.span(), written))
                rest = _blanked(rest, *match.span())
    if not found or not all(written.is_real for *_, written in found):
        return [], text
    days = []
    for start, end, written in sorted(found, key=lambda each: each[0]):
        day, rest = _with_weekday(written, start, end, rest)
        days.append(day)
    return days, _TIME.sub(lambda match: "\0" * len(match[0]), rest)


def _with_weekday(day: Written, start: int, end: int, rest: str) -> tuple[Written, str]:
    """Return a day with the English weekday right beside it, and the text without that."""
    for match in (_BEFORE.search(rest, 0, start), _BEHIND.match(rest, end)):
        weekday = english_weekday(match[1]) if match else None
        if match and weekday is not None:
            day, rest = replace(day, weekday=weekday), _blanked(rest, *match.span())
    return day, rest


def _blanked(text: str, start: int, end: int) -> str:
    return f"{text[:start]}{chr(0) * (end - start)}{text[end:]}"


def number_as_day(cell: str) -> Day | None:
    """Return the day a plain number means to Unix (seconds, or thousandths) or to Excel."""
    text = cell.strip() if len(cell) < LONGEST else ""
    if match := re.fullmatch(r"(1\d{9})(\d{3})?(\.\d+)?", text):
        moment = dt.datetime(1970, 1, 1) + dt.timedelta(seconds=int(match[1]))
        return Day(moment.date(), "inferred")
    if re.fullmatch(r"[345]\d{4}(\.\d+)?", text):
        return Day(dt.date(1899, 12, 30) + dt.timedelta(days=int(float(text))), "inferred")
    return None


def day_ago(cell: str, today: dt.date) -> Day | None:
    """Return the day of "6d ago", "2 weeks ago", "inferred"."""
    match = _AGO.fullmatch(" ".join(cell[:LONGEST].split()))
    if not match:
        return None
    unit = {"d": 1, "w": 7, "m": 30}[match[2][0].lower()]
    return Day(today - dt.timedelta(days=int(match[1]) * unit), "inferred")

"""Days as people write them; the order of day and month is decided per column, never guessed."""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

Order = Literal["day", "month", "unknown"]
_ORDERS: tuple[Order, Order] = ("day", "month")

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *("jan january", "feb february", "mar march", "apr april", "may", "jun june"),
            *("jul july", "aug august", "sep sept september", "oct october"),
            *("nov november", "dec december"),
        ),
        1,
    )
    for name in names.split()
}
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_WORDED = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[\s-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{4})")
_US_WORDED = re.compile(r"\b([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_NO_YEAR = re.compile(r"(\d{1,2})[\s-]+([A-Za-z]{3,9})|([A-Za-z]{3,9})[\s-]+(\d{1,2})")
_MONTH_ONLY = re.compile(r"(\d{4})-(\d{1,2})(?:\s*\(.*\))?")
_AGO = re.compile(r"(\d{1,3})\s*(d|days?|w|wks?|weeks?|mo|months?)\s+ago", re.IGNORECASE)
_TIME = re.compile(r"[T\s,]*\d{1,2}:\d\d(:\d\d(\.\d+)?)?\s*([AaPp][Mm])?\s*(Z|[+-]\d\d:?\d\d)?")
_JOINTS = re.compile(r"\s*(?:&|;|\||,|\+|\band\b|\bund\b)?\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Day:
    """One day read from a cell; `certainty` is "" (exact), "about" or "inferred"."""

    on: dt.date
    certainty: str = ""


def day_order(cells: Iterable[str]) -> Order:
    """Return which comes first in a column, day or month, from its own evidence.

    A number above 12 tells, though not beside dots: a day with dots has the day first, whatever
    the others are. "unknown" when nothing tells or two cells contradict each other.

    >>> day_order(["8/5/2019", "9/25/2019"]), day_order(["15/01/2025"]), day_order(["8/5/2019"])
    ('month', 'day', 'unknown')
    """
    votes: set[Order] = set()
    for cell in cells:
        for first, joint, second, _ in _NUMERIC.findall(cell):
            if joint == ".":
                continue
            if int(first) > 12 >= int(second):
                votes.add("day")
            elif int(second) > 12 >= int(first):
                votes.add("month")
    return votes.pop() if len(votes) == 1 else "unknown"


def is_ambiguous(cell: str) -> bool:
    """Tell whether day and month of a cell could change places: both are at most 12 and differ."""
    return any(
        joint != "." and int(first) <= 12 and int(second) <= 12 and first != second
        for first, joint, second, _ in _NUMERIC.findall(cell)
    )


def tells_a_day(cell: str) -> bool:
    """Tell whether a cell holds a day and nothing else, whichever of day and month comes first.

    >>> tells_a_day("3/4/2026"), tells_a_day("(609) 555-0142"), tells_a_day("yes")
    (True, False, False)
    """
    return any(read_days(cell, order, dt.date(2000, 1, 1)) for order in _ORDERS)


def read_days(cell: str, order: Order, today: dt.date) -> list[Day]:
    """Return the days a cell tells, none when it does not tell any for certain.

    A month only is "about" its middle; a day without a year, a count of days ago and a number of
    Excel or Unix are "inferred" from `today` or their usual meaning.

    >>> [day.on.isoformat() for day in read_days("8/5/2019 & 8/14/2019", "month", dt.date.max)]
    ['2019-08-05', '2019-08-14']
    """
    text = cell.strip()
    plain = _plain_number(text) or _loose(text, today)
    if plain:
        return [plain]
    readers: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], dt.date | None]], ...] = (
        (_ISO, lambda m: _day(m[1], m[2], m[3])),
        (_NUMERIC, lambda m: _numeric(m, order)),
        (_WORDED, lambda m: _day(m[3], _month(m[2]), m[1])),
        (_US_WORDED, lambda m: _day(m[3], _month(m[1]), m[2])),
    )
    found: list[tuple[int, dt.date | None]] = []
    rest = text
    for pattern, reading in readers:
        found += [(match.start(), reading(match)) for match in pattern.finditer(rest)]
        rest = pattern.sub(lambda m: "\0" * len(m[0]), rest)
    left = _TIME.sub("", rest).replace("\0", "")
    if not found or not _JOINTS.fullmatch(re.sub(_JOINTS, "", left)):
        return []
    if any(day is None for _, day in found):
        return []
    return [Day(day) for _, day in sorted(found, key=lambda pair: pair[0]) if day]


def _numeric(match: re.Match[str], order: Order) -> dt.date | None:
    first, joint, second, year = match.groups()
    if len(year) == 2:  # as Python and POSIX read it
        year = f"{'19' if int(year) > 68 else '20'}{year}"
    if joint == "." or int(first) > 12:
        return _day(year, second, first)
    if int(second) > 12 or first == second:
        return _day(year, first, second)
    if order == "unknown":
        return None
    return _day(year, second, first) if order == "day" else _day(year, first, second)


def _plain_number(text: str) -> Day | None:
    if match := re.fullmatch(r"(1\d{9})(\d{3})?(\.\d+)?", text):  # seconds, or thousandths
        moment = dt.datetime(1970, 1, 1) + dt.timedelta(seconds=int(match[1]))
        return Day(moment.date(), "inferred")
    if re.fullmatch(r"[345]\d{4}(\.\d+)?", text):
        return Day(dt.date(1899, 12, 30) + dt.timedelta(days=int(float(text))), "inferred")
    return None


def _loose(text: str, today: dt.date) -> Day | None:
    if match := _MONTH_ONLY.fullmatch(text):
        day = _day(match[1], match[2], "15")
        return Day(day, "about") if day else None
    if match := _AGO.fullmatch(text):
        unit = {"d": 1, "w": 7, "m": 30}[match[2][0].lower()]
        return Day(today - dt.timedelta(days=int(match[1]) * unit), "inferred")
    if match := _NO_YEAR.fullmatch(text):
        number, name = (match[1], match[2]) if match[1] else (match[4], match[3])
        for year in (today.year, today.year - 1):
            day = _day(str(year), _month(name), number)
            if day and day <= today:
                return Day(day, "inferred")
    return None


def _month(name: str) -> str:
    return str(MONTHS.get(name.casefold(), 0))


def _day(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None

"""The forms in which days stand in cells: numbers, names of months in many languages."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

from followup_lib.reading.calendar_names import month_number, weekday_number

Order = Literal["day", "month", "unknown"]


@dataclass(frozen=True)
class Day:
    """One day read from a cell; `certainty` is "" (exact), "about" or "inferred"."""

    on: dt.date
    certainty: str = ""


@dataclass(frozen=True)
class Written:
    """A day as it is written: 0 for a year, month or day of the month that is left out.

    `weekday` is its weekday, when that is written too; `short` marks "Apr-25", whose number may
    be a year.
    """

    year: int
    month: int
    day: int
    weekday: int | None = None
    short: bool = False

    @property
    def is_real(self) -> bool:
        """Tell whether there is such a day, in some year when none is written."""
        known = self.month or (self.day and self.weekday is not None)
        if self.year and self.year < EARLIEST:
            return False
        return bool(known) and next(self.days([self.year or 2024, 2026]), None) is not None

    def days(self, years: Iterable[int]) -> Iterator[Day]:
        """Return the days of these years it may be, "about" when only its month is written.

        >>> [day.on.isoformat() for day in Written(0, 3, 13, weekday=4).days(range(2020, 2026))]
        ['2020-03-13']
        """
        for year in years:
            for month in [self.month] if self.month else range(1, 13):
                with suppress(ValueError):
                    day = dt.date(year, month, self.day or 15)
                    if self.weekday in (None, day.weekday()):
                        yield Day(day, "" if self.day else "about")


EARLIEST = 1950
"""No list has days before: a spreadsheet shows its zero as one of 1899 or 1900."""
NO_DAY = Written(0, 0, 0)


def _in_order(first: int, second: int, year: int, order: Order) -> Written:
    """Return the day of two numbers, none when nothing tells which is the month."""
    if first > 12 or (order == "day" and second <= 12):
        return Written(year, second, first) if second <= 12 else NO_DAY
    if second > 12 or first == second or order == "month":
        return Written(year, first, second)
    return NO_DAY


def _year(year: str) -> int:
    """Return the year of two digits as Python and POSIX read it."""
    return int(year) if len(year) == 4 else int(year) + (1900 if int(year) > 68 else 2000)


def may_begin_with_year(first: str, joint: str, second: str, last: str) -> bool:
    """Tell whether three numbers may be a year, a month and a day as well as the other way round.

    >>> may_begin_with_year("26", "-", "03", "02"), may_begin_with_year("26", "/", "03", "2026")
    (True, False)
    """
    short = joint == "-" and len(first) == len(last) == 2
    return short and 15 <= int(first) <= 31 and int(second) <= 12 and 1 <= int(last) <= 31


def _numeric(match: re.Match[str], order: Order) -> Written:
    first, joint, second, year = match.groups()
    if order != "day" and may_begin_with_year(first, joint, second, year):
        return NO_DAY
    return _in_order(int(first), int(second), _year(year), "day" if joint == "." else order)


def _short_numeric(match: re.Match[str], order: Order) -> Written:
    return _in_order(int(match[1]), int(match[2]), 0, order)


def _short_dotted(match: re.Match[str], order: Order) -> Written:
    return _in_order(int(match[1]), int(match[2]), 0, "day")


def _named(match: re.Match[str], order: Order) -> Written | None:
    month = month_number(match["word"])
    parts = match.groupdict(default="")
    year = parts.get("year") or parts.get("yy", "")
    day = int(parts.get("day") or 0)
    return (
        Written(_year(year) if year else 0, month, day, short="short" in parts) if month else None
    )


def _year_first(match: re.Match[str], order: Order) -> Written:
    year, month, day = (int(match[name] or 0) for name in ("year", "month", "day"))
    return Written(year, month, day) if 1 <= month <= 12 else NO_DAY


def _weekday_and_number(match: re.Match[str], order: Order) -> Written | None:
    weekday = weekday_number(match["word"])
    return None if weekday is None else Written(0, 0, int(match["day"]), weekday)


NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_WORD = r"(?<![^\W\d_])(?P<word>[^\W\d_]{3,15})(?![^\W\d_])\.?"
_DAY = r"(?<![\d/.-])(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?"
_DAY_BEHIND = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_NO_TIME = r"(?![\d:])(?! ?[ap]\.?m\b)"
_FORMS: tuple[tuple[str, Callable[[re.Match[str], Order], Written | None]], ...] = (
    (r"(?<![\d-])(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?!\d)", _year_first),
    (
        r"(?P<year>\d{4}) ?[年년] ?(?P<month>\d{1,2}) ?[月월] ?(?:(?P<day>\d{1,2}) ?[日일])?",
        _year_first,
    ),
    (r"^(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)$", _year_first),
    (r"^(?P<year>\d{4})-(?P<month>\d{1,2})(?P<day>)(?: ?\(.*\))?$", _year_first),
    (NUMERIC.pattern, _numeric),
    (
        rf"{_DAY}[ /-]?(?:of |de |d')?{_WORD},?[ /-]?(?:of |de |del )?'?(?P<year>\d{{4}}|\d\d)"
        + _NO_TIME,
        _named,
    ),
    (
        rf"{_WORD}[ -]?{_DAY_BEHIND}(?:(?:,? |,|-)'?(?P<year>\d{{4}})|(?:, ?| ?')(?P<yy>\d\d))"
        + _NO_TIME,
        _named,
    ),
    (rf"{_WORD},?[ /-]?(?:de )?(?:(?P<year>\d{{4}})|'(?P<yy>\d\d))(?!\d)", _named),
    (r"(?<![\d/])(?P<month>\d{1,2})/(?P<year>\d{4})(?P<day>)(?![\d/])", _year_first),
    (rf"{_DAY}[ -]?(?:of |de )?{_WORD}(?!\d)", _named),
    (rf"{_WORD}-(?P<short>)(?P<day>\d\d)(?!\d)", _named),
    (rf"{_WORD}[ -]?{_DAY_BEHIND}(?!/){_NO_TIME}", _named),
    (
        r"(?:(?<!round )(?<!stage )(?<!step )|(?<=final round )|(?<=last round )"
        r"|(?=\d{1,2}/(?:[7-9]|\d\d)))(?<![\d/.-])(\d{1,2})/(\d{1,2})(?![\d/]|[.-]\d)",
        _short_numeric,
    ),
    (r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(?!\d)", _short_dotted),
    (rf"^{_WORD},? (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)$", _weekday_and_number),
)
READERS = [(re.compile(form, re.IGNORECASE), reading) for form, reading in _FORMS]
"""Each form and how it is read, None for a text that only looks like it; the earlier goes first."""

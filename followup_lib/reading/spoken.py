"""The words of spoken days: weekdays, months, counts; and the day they were said on."""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import NamedTuple

from followup_lib.reading.slips import mended
from followup_lib.reading.understood import Sure
from followup_lib.records.dates import MONTHS, WEEKDAYS
from followup_lib.records.workdays import Workdays

FARTHEST = 300
"""Days to a day said without its year; one farther away was probably meant as past."""
COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15,
    "twenty": 20, "thirty": 30, "couple": 2, "a couple": 2, "couple of": 2, "a couple of": 2,
}  # fmt: skip
NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_DAY_NAMES = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty-second", "twenty-third",
    "twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth",
    "twenty-ninth", "thirtieth", "thirty-first",
)  # fmt: skip
_DAY_NUMBERS = {name: number for number, name in enumerate(_DAY_NAMES, 1)}
_SPELLINGS = {
    "nxt": "next",
    "nex": "next",
    "wk": "week",
    "tmrw": "tomorrow",
    "tmr": "tomorrow",
    "2moro": "tomorrow",
    "biz": "business",
    "abt": "about",
}
_QUOTES = re.compile(r"[“”„«»\"]|(?<!\w)['‘’](?=\w)|(?<=\w)['‘’](?!\w)(?! time)")
_SHORT = re.compile(rf"\b(?:{'|'.join(_SPELLINGS)})\b", re.IGNORECASE)
_TWO_SLIPS = {
    "tommorow": "tomorrow",
    "wensday": "Wednesday",
    "wendsday": "Wednesday",
    "wedsday": "Wednesday",
    "febuary": "February",
}
_mended = mended(["tomorrow", *MONTHS, *WEEKDAYS], _TWO_SLIPS)
_MONTH_NUMBER = {name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)}
_WEEKDAY_NUMBER = {name[:3].casefold(): number for number, name in enumerate(WEEKDAYS)}

_NAMED = "|".join(sorted(_DAY_NAMES, key=len, reverse=True))
DAY_NUMBER = rf"(?:\d{{1,2}}|{_NAMED.replace('-', '[ -]')})"
LATE_NUMBER = DAY_NUMBER.replace("|first|", "|").replace("|second|", "|").replace("|third|", "|")
"""Days of a month but the first three, whose words are those of an order too."""
COUNT = rf"(?:{'|'.join(sorted(COUNTS, key=len, reverse=True))}|\d{{1,3}})"
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)}|mon|tues?|weds?|thurs?|thu|fri|(?-i:Sat|SAT|Sun|SUN))\b\.?"
MONTH = rf"(?:{'|'.join(MONTHS)}|sept|{'|'.join(name[:3] for name in MONTHS)})\b\.?"


class Meaning(NamedTuple):
    """The day a phrase means at the latest, and where its stretch of days begins, if it is one."""

    day: dt.date | None
    sure: Sure = "exact"
    first: dt.date | None = None


NO_DAY = Meaning(None, "unclear")


@dataclass(frozen=True)
class Said:
    """The day something was said on, and the calendar it is counted by."""

    on: dt.date
    days: Workdays
    month_first: bool = True

    def later(self, days: int) -> dt.date:
        """Return the day so many days after."""
        return self.on + dt.timedelta(days)

    def monday(self, weeks: int) -> dt.date:
        """Return the Monday of this week, or of one so many weeks after."""
        return self.later(7 * weeks - self.on.weekday())

    def coming(self, weekday: int) -> dt.date:
        """Return the next such weekday after the day."""
        return self.later((weekday - self.on.weekday() - 1) % 7 + 1)

    def in_year(self, day_of: Callable[[int], dt.date]) -> dt.date | None:
        """Return the next such day of a year, None when it is too far to be meant."""
        for year in (self.on.year, self.on.year + 1):
            with suppress(ValueError):
                if 0 <= (day_of(year) - self.on).days <= FARTHEST:
                    return day_of(year)
        return None

    def week_meant(self, which: str) -> tuple[dt.date, Sure]:
        """Return the Monday of "the", "this" or "next" week; on a weekend either is the coming."""
        if which == "next":
            return self.monday(1), "inferred" if self.on.weekday() == 6 else "exact"
        coming = self.on.weekday() > 4 or "coming" in which
        return self.monday(int(coming)), "inferred" if coming else "exact"

    def month_meant(self, match: re.Match[str], first: int, last: int) -> Meaning:
        """Return the days from first to last of the month a match names; 31 is its last day."""
        if match["month"]:
            month = number(match["month"])
            day = self.in_year(lambda year: in_month(year, month, last))
        else:
            which = folded(match, "which")
            day = in_month(self.on.year, self.on.month + (which == "next"), last)
            if day < self.on and which != "this":  # "by the first of the month", said in its middle
                day = in_month(self.on.year, self.on.month + 1, last)
                return Meaning(day, "inferred", in_month(day.year, day.month, first))
        return Meaning(day, "about", in_month(day.year, day.month, first) if day else None)


def number(name: str) -> int:
    """Return the number of a month, or of a weekday from Monday on.

    >>> number("Sept."), number("tues"), number("Monday")
    (9, 1, 0)
    """
    key = name[:3].casefold()
    return _MONTH_NUMBER.get(key) or _WEEKDAY_NUMBER[key]


def day_number(words: str) -> int:
    """Return the number of a day of a month, in digits or in words.

    >>> day_number("20"), day_number("twenty first")
    (20, 21)
    """
    return _DAY_NUMBERS.get(words.casefold().replace(" ", "-")) or int(words)


def spelled(text: str) -> str:
    """Return a text with the words of days as they are spelled, without quotation marks.

    >>> spelled("Nxt Fri or nxt wk"), spelled("eod “tomorow”")
    ('next Fri or next week', 'eod tomorrow')
    """
    return _mended(_SHORT.sub(lambda match: _SPELLINGS[match[0].casefold()], unquoted(text)))


def unquoted(text: str) -> str:
    """Return a text without the quotation marks around its words; apostrophes stay.

    >>> unquoted("by 'end of week'"), unquoted("they'll say “couple weeks”")
    ('by end of week', "they'll say couple weeks")
    """
    return _QUOTES.sub("", text)


def in_month(year: int, month: int, day: int) -> dt.date:
    """Return a day of a month, its last one when it is shorter; month 13 is in the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return dt.date(year, month, min(day, monthrange(year, month)[1]))


def folded(match: re.Match[str], name: str) -> str:
    """Return a group of a match without its case, "" when it is not there."""
    return (match[name] or "").casefold()

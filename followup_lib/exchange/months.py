"""Days written as a number alone: their month stands in a heading above, or in a column beside."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from followup_lib.exchange.aliases import column_meaning
from followup_lib.exchange.sections import is_heading
from followup_lib.reading.calendar_names import month_number
from followup_lib.reading.words import plain
from followup_lib.records.dates import MONTHS

_YEAR = re.compile(r"(?:19|20)\d\d")
_WORD = re.compile(r"[^\W\d_]{3,}")
_NUMBER = re.compile(r"(?:[^\W\d_]{2,9}\.?,? )?(\d{1,2})(?:st|nd|rd|th)?")
"""A day as its number, with or without its weekday: "3", "14th", "Mon 3"."""
_OF_DAYS = ("date.bare", "date.applied")
"""Meanings of columns whose days may be written so."""


class Month(NamedTuple):
    """A month and its year, 0 for what is not told."""

    month: int = 0
    year: int = 0

    def told(self, cells: Sequence[str]) -> "Month":
        """Return the month that some cells tell, this one when they tell none.

        A year holds for the month it stands beside, and a year alone for the month below it.

        >>> Month().told(["--- DEC 2025 ---"]).told(["Jan"]), Month().told(["2026"]).told(["Jan"])
        (Month(month=1, year=0), Month(month=1, year=2026))
        """
        text = " ".join(cells)
        month = next((n for word in _WORD.findall(text) if (n := month_number(word))), 0)
        year = next((int(year) for year in _YEAR.findall(text)), 0)
        if not month and year in (0, self.year):
            return self
        return Month(month, year or (0 if self.month else self.year))

    def day(self, cell: str) -> str:
        """Return a day of this month in full, any other cell as it is.

        >>> Month(3, 2026).day("14th"), Month(3).day("Mon 2"), Month().day("3")
        ('March 14, 2026', 'March 2', '3')
        """
        number = _NUMBER.fullmatch(cell)
        if not self.month or not number or not 1 <= int(number[1]) <= 31:
            return cell
        year = f", {self.year}" if self.year else ""
        return f"{MONTHS[self.month - 1]} {int(number[1])}{year}"


def month_above(rows: Sequence[Sequence[str]], known: Month) -> Month:
    """Return the month that the last of some headings tells, `known` when none does."""
    for row in rows:
        known = known.told(row) if is_heading(row) else known
    return known


def with_months(
    header: Sequence[str], rows: list[tuple[int, list[str]]], above: Sequence[Month]
) -> list[tuple[int, list[str]]]:
    """Return rows whose days have the month above them, or in a column beside, in their cells.

    A blank in a column of months is the month of the row above.
    """
    days = [n for n, name in enumerate(header) if column_meaning(name) in _OF_DAYS]
    beside = [n for n, name in enumerate(header) if plain(name) in ("month", "year")]
    if not days or not (beside or any(each.month for each in above)):
        return rows
    last = Month()
    joined = []
    for (line, row), heading in zip(rows, above, strict=True):
        last = (last if beside else heading).told([_named(row[n]) for n in beside])
        cells = [last.day(cell) if n in days else cell for n, cell in enumerate(row)]
        joined.append((line, cells))
    return joined


def _named(cell: str) -> str:
    """Return the name of a month that is written as its number."""
    return MONTHS[int(cell) - 1] if cell.isdecimal() and 1 <= int(cell) <= 12 else cell

"""A column of days: its cells tell each other their years, and whether a number is a day."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from followup_lib.reading.day_forms import NUMERIC, Day, Order, Written
from followup_lib.reading.days import (
    day_ago,
    day_order,
    may_be_month,
    number_as_day,
    order_votes,
    settle,
    written_days,
)
from followup_lib.reading.understood import Sure, Understood
from followup_lib.records.dates import listing, short_day

Days = tuple[dt.date, ...]
NEAR = dt.timedelta(730)
"""How far a plain number may lie from the other days of its column and still be a day."""
SPAN = (dt.timedelta(20 * 366), dt.timedelta(3 * 366))
"""How far back and ahead of today a column of nothing but numbers may lie, and be days."""
_DOTS = re.compile(r"(?<=\d)\.(?=\d{1,2}\.\d)|(?<=\d\.\d)\.(?=\d\d)|(?<=\d\.\d\d)\.(?=\d\d)")
_OF_DAYS = re.compile(
    r"date|day|time|stamp|when|_(?:at|on)$|\bon$|\bat$|applied|updated|created|datum|fecha|tarih"
    r"|data|tag\b|am$|日|时间",
    re.IGNORECASE,
)


def file_orders(columns: Mapping[str, Sequence[str]]) -> dict[str, Order]:
    """Return for each column of a file whether its days begin with the day or the month.

    A column that does not tell takes the order on which those that tell agree; one that
    contradicts itself stays "unknown".

    >>> file_orders({"Applied": ["7/20/2026"], "Interview": ["10/3/2026"]})
    {'Applied': 'month', 'Interview': 'month'}
    """
    own = {name: day_order(cells) for name, cells in columns.items()}
    told = {order for order in own.values() if order != "unknown"}
    common = told.pop() if len(told) == 1 else "unknown"
    return {
        name: common if order == "unknown" and not _tells(columns[name]) else order
        for name, order in own.items()
    }


def without_dots(columns: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[str]]:
    """Return the columns of a file with slashes for dots where its dots stand behind the month.

    >>> without_dots({"Applied": ["2.3.26", "2.14.26"], "Interview": ["3.2.26"]})["Interview"]
    ['3/2/26']
    """
    cells = {cell for column in columns.values() for cell in column if "." in cell}
    told = {int(first) > 12 for cell in cells for first, second in _told_by_dots(cell)}
    if told != {False}:
        return columns
    return {name: [_DOTS.sub("/", cell) for cell in column] for name, column in columns.items()}


def _told_by_dots(cell: str) -> Iterator[tuple[str, str]]:
    for first, joint, second, _ in NUMERIC.findall(cell):
        if joint == "." and (int(first) > 12) != (int(second) > 12):
            yield first, second


def _tells(cells: Sequence[str]) -> bool:
    return any(True for cell in cells for _ in order_votes(cell))


def read_column(
    cells: Sequence[str],
    order: Order,
    today: dt.date,
    header: str = "",
    beside: Sequence[dt.date | None] = (),
) -> list[Understood[Days]]:
    """Return the days of each cell of a column, read by what its neighbors tell.

    A day without a year takes the one that fits the days above and below it, in a column without
    years that of `beside`, days of the same rows in another column, and else the last one up to
    `today`: it is "inferred". "Apr-25" is a month where the column's other cells are such, a
    number is a day where its neighbors are days or the header tells. A blank cell has no day and
    is exact; a cell not understood is "unclear", and stays to be counted and shown.

    >>> column = read_column(["10/28/2019", "11/4", "1/7/2020"], "month", dt.date(2026, 3, 16))
    >>> column[1].fact, column[1].sure
    ((datetime.date(2019, 11, 4),), 'inferred')
    """
    forms = {cell: written_days(cell, order) for cell in dict.fromkeys(cells)}
    written = [forms[cell] for cell in cells]
    written = [_short_years(days, cells, written, today) for days in written]
    found: list[list[Day]] = [
        [day for each in days if each.year and (day := settle(each, today))] for days in written
    ]
    full = sorted(day.on for days in found for day in days)
    for place, cell in enumerate(cells):
        number = number_as_day(cell)
        if number and _fits(number.on, full, cells, header, today):
            found[place] = [number]
        elif ago := day_ago(cell, today):
            found[place] = [ago]
    _add_years(found, written, beside, today)
    return [
        _understood(cell, days, today, whole=len(days) == max(len(each), bool(days)))
        for cell, days, each in zip(cells, found, written, strict=True)
    ]


def _short_years(
    days: list[Written], cells: Sequence[str], column: list[list[Written]], today: dt.date
) -> list[Written]:
    """Return "Apr-25" as the month it is among its like, as a day where theirs are no years."""
    if not any(may_be_month(each, today) for each in days):
        return days
    alike = [each for other in column for each in other if each.short]
    years = {each.day for each in alike if may_be_month(each, today)}
    if len(alike) > 1 and len(years) <= 3 and all(may_be_month(each, today) for each in alike):
        return [Written(2000 + each.day, each.month, 0) for each in days]
    return [] if len(years) == len({each.day for each in alike}) else days


def _fits(
    day: dt.date, full: list[dt.date], cells: Sequence[str], header: str, today: dt.date
) -> bool:
    """Tell whether a plain number is a day: near the column's days, or all are and it says so."""
    if full:
        return full[0] - NEAR <= day <= full[-1] + NEAR
    alone = all(number_as_day(cell) for cell in cells if cell.strip())
    return alone and bool(_OF_DAYS.search(header)) and today - SPAN[0] <= day <= today + SPAN[1]


def _add_years(
    found: list[list[Day]],
    written: list[list[Written]],
    beside: Sequence[dt.date | None],
    today: dt.date,
) -> None:
    """Add the days without a year, each nearest to the days above and below it, in place."""
    dated = [place for place, days in enumerate(found) if days]
    first = dated[0] if dated else len(found)
    order = [*range(first, len(found)), *range(first - 1, -1, -1)]
    below = _next_days(found)
    last: dt.date | None = None
    for place in order:
        if place == first - 1:  # from the first day upward
            last = found[first][0].on if dated else None
        near = [day for day in (last, below[place] if place >= first else None) if day]
        if not near and place < len(beside):
            near = [day for day in [beside[place]] if day]
        if not found[place]:
            days = [nearest(each, near, today) for each in written[place] if not each.year]
            found[place] = [day for day in days if day] if all(days) else []
        if found[place] and dated:
            last = found[place][-1].on


def _next_days(found: list[list[Day]]) -> list[dt.date | None]:
    """Return for each place the next day below it, None at the end."""
    following: dt.date | None = None
    below = []
    for days in reversed(found):
        below.append(following)
        following = days[0].on if days else following
    return below[::-1]


def nearest(written: Written, near: list[dt.date], today: dt.date) -> Day | None:
    """Return the day that is written; without a year the one nearest to some days, if any.

    A weekday moves no day to another year than that: None, it is a slip, and is asked.
    """
    if written.year or not near:
        return settle(written, today)
    years = range(min(near).year - 1, max(near).year + 2)
    day, unnamed = (
        min(
            (day.on for day in each.days(years)),
            key=lambda day: sum(abs((day - other).days) for other in near),
            default=None,
        )
        for each in (written, replace(written, weekday=None))
    )
    return Day(day, "inferred") if day and day == unnamed else None


def _understood(cell: str, days: list[Day], today: dt.date, *, whole: bool) -> Understood[Days]:
    text = cell.strip()
    if not text:
        return Understood((), "exact")
    if not days or not whole:
        return Understood(None, "unclear", left=text)
    certainties = {day.certainty for day in days}
    weak: list[Sure] = ["inferred", "about"]
    sure: Sure = next((each for each in weak if each in certainties), "exact")
    shown = listing([short_day(day.on, today) for day in days])
    near = "about " if sure == "about" else ""
    return Understood(tuple(d.on for d in days), sure, text, "", f"We read this as {near}{shown}.")

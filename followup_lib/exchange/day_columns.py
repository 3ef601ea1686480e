"""The columns of days in a list: which of day and month comes first, and what each cell tells."""

import datetime as dt
import re
from collections.abc import Mapping

from followup_lib.exchange.aliases import Export
from followup_lib.exchange.entries import Entry, Open, Rows, Sheet
from followup_lib.exchange.kinds import PAY, kind
from followup_lib.reading.columns import file_orders, read_column, without_dots
from followup_lib.reading.days import Day, Order, is_ambiguous
from followup_lib.reading.standings import says_nothing
from followup_lib.records.dates import read_day
from followup_lib.records.vocabulary import MEETINGS

LATER, NO_DAY = "later", "none"
AHEAD = ("date.follow_up", "date.next_step", "date.deadline", "date.they_promised")
"""Meanings of columns whose days are of what is to come: without a year they are near today."""

HALF_A_YEAR, TALK_AHEAD = dt.timedelta(182), dt.timedelta(60)

_BESIDE = re.compile(
    r"^(?:yes|y|✓|✔|✅|x|done|sent|applied(?: on)?|submitted(?: on)?)[ ,:–-]+(?=\d"
    r"|[a-z]{3,9}\.? \d)"
    r"|(?<=[\dm]) \(?(?:zoom|phone|video|virtual|teams|in[- ]person|on-?site|panel|online"
    r"|(?:(?:via|on|thru|through) )?(?:indeed|linkedin|handshake|zip ?recruiter|glassdoor"
    r"|(?:their |the |company )?(?:web)?site|e-?mail)|(?:w/|with) ?[^\W\d](?:[^\W\d]"
    r"|[ .'’]){1,30})\)?$",
    re.IGNORECASE,
)
"""What may stand beside a day and tells of no other: "yes 2/4", "2/4 (Zoom)", "2/4 via Indeed"."""
_YEAR = re.compile(r"(?:19|20)\d\d")


def day_columns(meanings: Mapping[str, str]) -> list[str]:
    """Return the columns whose cells may hold days."""
    return [h for h, m in meanings.items() if m.startswith("date.") or m == "history"]


def day_orders(
    rows: Rows, meanings: Mapping[str, str], answers: Mapping[str, str], export: Export
) -> dict[str, Order]:
    """Return for each column with days which comes first: by the file's cells, else as answered.

    One file has one order: an answer about one column counts for all that nothing else tells.
    """
    headers = day_columns(meanings)
    columns = {header: [cells[header] for _, cells in rows] for header in headers}
    orders = file_orders(without_dots(columns))
    said = {header: answers.get(f"dates:{header}", LATER) for header in headers}
    told = {answer for answer in said.values() if answer in ("day", "month")}
    common = told.pop() if len(told) == 1 else export.order
    for header, order in orders.items():
        answer = said[header] if said[header] in ("day", "month") else common
        if order == "unknown" and answer in ("day", "month"):
            orders[header] = "day" if answer == "day" else "month"
    return orders


def column_days(
    rows: Rows,
    meanings: Mapping[str, str],
    orders: Mapping[str, Order],
    answers: Mapping[str, str],
    today: dt.date,
) -> dict[str, dict[int, list[Day]]]:
    """Return the days of each cell that tells any, by its column and the line of its row.

    A column without years takes them from the days beside it, so those with years are read first.
    """
    beside: list[dt.date | None] = [None] * len(rows)
    found: dict[str, dict[int, list[Day]]] = {}
    headers = [header for header in day_columns(meanings) if meanings[header] != "history"]
    columns = {header: [cells[header] for _, cells in rows] for header in headers}
    plain = without_dots(columns)
    for header in sorted(headers, key=lambda each: -sum(map(_has_year, columns[each]))):
        cells = ["" if says_nothing(cell) else _BESIDE.sub("", cell) for cell in plain[header]]
        days: dict[int, list[Day]] = {}
        alike: dict[object, list[Day]] = {}
        alone = _near_alone(meanings[header], today)
        near = [each or alone for each in beside]
        read = read_column(cells, orders[header], today, header, near)
        for place, ((line, _), each) in enumerate(zip(rows, read, strict=True)):
            answer = answers.get(f"day:{columns[header][place]}", LATER) if answers else LATER
            if answer not in (LATER, NO_DAY):
                days[line] = [Day(read_day(answer))]
            elif each.fact and answer != NO_DAY:
                certainty = "" if each.sure == "exact" else each.sure
                key = (each.fact, certainty)
                if key not in alike:
                    alike[key] = [Day(on, certainty) for on in each.fact]
                days[line] = alike[key]
            if line in days and beside[place] is None:
                beside[place] = days[line][0].on
        found[header] = days
    return found


def _near_alone(meaning: str, today: dt.date) -> dt.date | None:
    """Return a day that days without a year are near, where nothing else tells which year.

    A talk is within two months ahead, or before.
    """
    if meaning in AHEAD:
        return today
    return today - HALF_A_YEAR + TALK_AHEAD if meaning.removeprefix("date.") in MEETINGS else None


def ask_day(entry: Entry, sheet: Sheet, header: str, cell: str) -> None:
    """Count a cell in a column of days that tells none, unless it holds its place or a sum."""
    if says_nothing(cell) or kind(cell) == PAY or sheet.answers.get(f"day:{cell}") == NO_DAY:
        return
    ambiguous = sheet.orders[header] == "unknown" and is_ambiguous(cell)
    entry.open += (Open("dates" if ambiguous else "day", header, cell),)


def _has_year(cell: str) -> bool:
    return _YEAR.search(cell) is not None

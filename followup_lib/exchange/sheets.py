"""A list's trusted rows with what its columns tell together: orders, days, status words."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from followup_lib.exchange.aliases import Export
from followup_lib.exchange.day_columns import LATER, NO_DAY, column_days, day_orders
from followup_lib.exchange.entries import Rows, Sheet, Standing
from followup_lib.exchange.questions import status_key
from followup_lib.reading.days import Day, Order, day_order
from followup_lib.reading.standings import says_nothing
from followup_lib.reading.statuses import read_status
from followup_lib.reading.steps import read_steps
from followup_lib.records.dates import read_day
from followup_lib.records.vocabulary import STAGE_RANK, Certainty, Status

INFERRED = Certainty.INFERRED.value

_HINTS = (
    ("offer", 0),
    ("final", 1),
    ("last round", 1),
    ("reject", 2),
    ("declin", 2),
    ("denied", 2),
)
"""What a word that is not understood may be about, and how much that matters."""
ALIVE = 3
_SHORT = re.compile(r"(?<![\d/.-])(?!24/7)(\d{1,2})/(\d{1,2})(?![\d/.-])")
"""A day without a year, as it stands in words."""


def read_sheet(
    rows: Rows,
    meanings: Mapping[str, str],
    answers: Mapping[str, str],
    export: Export,
    today: dt.date,
    country: str,
) -> Sheet:
    """Return the rows with what their columns tell."""
    orders = day_orders(rows, meanings, answers, export)
    days = column_days(rows, meanings, orders, answers, today)
    latest = max(
        (day.on for column in days.values() for d in column.values() for day in d), default=None
    )
    near = [latest] if latest else []
    headers = [header for header, meaning in meanings.items() if meaning in ("status", "decision")]
    words = dict.fromkeys(cells[header] for header in headers for _, cells in rows if cells[header])
    order = _status_order(orders, headers, words, answers)

    @cache
    def read(word: str) -> Standing | None:
        steps = read_all(word)
        if steps and status_key(word) not in answers:
            return _furthest(steps)
        return _standing(word, answers, export, order, near, today)

    @cache
    def read_all(cell: str) -> tuple[Standing, ...]:
        return tuple(
            Standing(s.stage, s.status, Day(s.on, INFERRED), "", s.planned, s.talk, s.lost)
            for s in read_steps(cell, today, order, near, export.statuses)
            if s.on
        )

    statuses = {word: read(word) for word in words}
    return Sheet(rows, meanings, statuses, orders, days, answers, today, country, read, read_all)


def _furthest(steps: tuple[Standing, ...]) -> Standing:
    """Return how an application stands by the steps of one cell: how far, and how it ended."""
    best = max(steps, key=lambda each: STAGE_RANK[each.stage])
    ended = next((each for each in reversed(steps) if each.status != Status.ACTIVE), best)
    return ended._replace(stage=best.stage, talk=best.talk, steps=steps)


def _status_order(
    orders: Mapping[str, Order],
    headers: Iterable[str],
    words: Iterable[str],
    answers: Mapping[str, str],
) -> Order:
    """Return which of day and month comes first in status cells: as in the list, or as answered."""
    told = [*orders.values(), day_order(words), *_told_by_words(words)]
    said = [answers.get(f"dates:{header}") for header in headers]
    told += ["day" if each == "day" else "month" for each in said if each in ("day", "month")]
    return next((each for each in told if each != "unknown"), "unknown")


def _told_by_words(words: Iterable[str]) -> Iterator[Order]:
    """Yield the order that days without a year tell, where they agree: "phone screen 10/21"."""
    told: set[Order] = set()
    for first, second in (pair for word in words for pair in _SHORT.findall(word)):
        if (int(first) > 12) != (int(second) > 12):
            told.add("day" if int(first) > 12 else "month")
    yield from told if len(told) == 1 else ()


def _standing(
    word: str,
    answers: Mapping[str, str],
    export: Export,
    order: Order,
    near: Sequence[dt.date],
    today: dt.date,
) -> Standing | None:
    answer = answers.get(status_key(word), "").split()
    if len(answer) == 2:
        return Standing(answer[0], answer[1])
    if says_nothing(word):
        return None
    read = read_status(word, today, order, near, export.statuses)
    if read.fact is None:
        return None
    said = read.fact
    certainty = "" if read.sure == "exact" else read.sure
    day = Day(said.on, certainty) if said.on else None
    undated = ""
    if read.left and not day:
        in_order = read_status(word, today, "month", near, export.statuses).fact
        undated = "dates" if order == "unknown" and in_order and in_order.on else "day"
        told = answers.get(f"day:{word}", LATER)
        if told not in (LATER, NO_DAY):
            day = Day(read_day(told))
        undated = "" if told != LATER else undated
    return Standing(said.stage, said.status, day, "", said.planned, said.talk, said.lost, undated)


def weights(sheet: Sheet) -> dict[str, int]:
    """Return how much each status word matters that is not known: what it may be about."""
    found = {}
    for word, standing in sheet.statuses.items():
        if standing is None:
            text = word.casefold()
            found[word] = next((n for hint, n in _HINTS if hint in text), ALIVE)
    return found

"""A list's trusted rows with what its columns tell together: orders, days, status words."""

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cache

from followup_lib.exchange.aliases import Export
from followup_lib.exchange.day_columns import column_days, day_orders
from followup_lib.exchange.entries import Rows, Sheet, Standing
from followup_lib.exchange.questions import status_key
from followup_lib.reading.days import Day, Order
from followup_lib.reading.statuses import read_status, says_nothing

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
    order: Order = next((each for each in orders.values() if each != "unknown"), "unknown")

    @cache
    def read(word: str) -> Standing | None:
        return _standing(word, answers, export, order, near, today)

    headers = [header for header, meaning in meanings.items() if meaning in ("status", "decision")]
    words = dict.fromkeys(cells[header] for header in headers for _, cells in rows if cells[header])
    statuses = {word: read(word) for word in words}
    return Sheet(rows, meanings, statuses, orders, days, answers, today, country, read)


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
    return Standing(said.stage, said.status, day, "", said.planned, said.talk, said.lost)


def weights(sheet: Sheet) -> dict[str, int]:
    """Return how much each status word matters that is not known: what it may be about."""
    found = {}
    for word, standing in sheet.statuses.items():
        if standing is None:
            text = word.casefold()
            found[word] = next((n for hint, n in _HINTS if hint in text), ALIVE)
    return found

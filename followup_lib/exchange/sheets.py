"""A list's trusted rows with what its columns tell together: orders, days, status words."""

import datetime as dt
from collections.abc import Mapping, Sequence

from followup_lib.exchange.aliases import Export
from followup_lib.exchange.day_columns import column_days, day_orders
from followup_lib.exchange.entries import Rows, Sheet, Standing
from followup_lib.exchange.questions import status_key
from followup_lib.reading.days import Day, Order
from followup_lib.reading.statuses import read_status, says_nothing

_HINTS = (("offer", 0), ("final", 1), ("last round", 1), ("reject", 2), ("declin", 2), ("denied", 2))
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
    near = sorted({day.on for column in days.values() for found in column.values() for day in found})
    standings = _standings(rows, meanings, answers, export, orders, near, today)
    return Sheet(rows, meanings, standings, orders, days, answers, today, country)


def _standings(
    rows: Rows,
    meanings: Mapping[str, str],
    answers: Mapping[str, str],
    export: Export,
    orders: Mapping[str, Order],
    near: Sequence[dt.date],
    today: dt.date,
) -> dict[str, Standing | None]:
    """Return what each word in the status columns means, None when it is not known."""
    order = next((order for order in orders.values() if order != "unknown"), "unknown")
    found: dict[str, Standing | None] = {}
    for header, meaning in meanings.items():
        if meaning in ("status", "decision"):
            for word in {cells[header]: None for _, cells in rows if cells[header]}:
                found[word] = _standing(word, answers, export, order, near, today)
    return found


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
    read = read_status(word, today, order, near[-1:], export.statuses).fact
    if read is None:
        return None
    certainty = "inferred"
    return Standing(
        read.stage,
        read.status,
        on=Day(read.on, certainty) if read.on else None,
        planned=read.planned,
        talk=read.talk,
    )


def weights(sheet: Sheet) -> dict[str, int]:
    """Return how much each status word matters that is not known: what it may be about."""
    found = {}
    for word, standing in sheet.statuses.items():
        if standing is None:
            text = word.casefold()
            found[word] = next((n for hint, n in _HINTS if hint in text), ALIVE)
    return found

"""The roll-up as a file, as a table to read, and in sentences."""

from typing import NamedTuple

import pandas as pd
from pandas.api.typing import NAType

from followup_lib.advice.waits import FEW
from followup_lib.coaching.rollup import RollUp
from followup_lib.records.dates import count
from followup_lib.records.rows import rows_as
from followup_lib.store.csv_out import text_csv

DUE = {"for_today": "for today", "coming_up": "coming up", "late": "late on the clients’ side"}


class Counts(NamedTuple):
    """A row of the roll-up."""

    client: str
    for_today: int
    coming_up: int
    late: int
    at_rest: int
    interviews: int
    still_waiting: int
    half_answered_within_days: int | NAType


def as_csv(made: RollUp) -> bytes:
    """Return the table as the bytes of a CSV that a spreadsheet opens."""
    return text_csv(made.table)


def in_cells(made: RollUp) -> list[list[str]]:
    """Return the table as a person reads it, a row of titles first.

    Beside each middle stands of how many interviews it is; below five there is none.
    """
    titles = [
        "Client",
        "For today",
        "Coming up",
        "Late on their side",
        "On pause",
        "Interviews",
        "No answer yet",
        "Half had an answer within",
    ]
    return [titles, *(_cells(row) for row in rows_as(Counts, made.table))]


def _cells(row: Counts) -> list[str]:
    n, half = row.interviews, row.half_answered_within_days
    counts = (row.for_today, row.coming_up, row.late, row.at_rest, n)
    within = f"{count(half, 'day')} (n = {n})" if pd.notna(half) else f"not yet half (n = {n})"
    waiting = f"{row.still_waiting} of {n}" if n else "0"
    return [row.client, *map(str, counts), waiting, within if n >= FEW else f"too few (n = {n})"]


def describe_roll_up(made: RollUp) -> list[str]:
    """Return the roll-up in sentences, each number with the count it is of."""
    from followup_lib.charts.waiting import describe_waits

    if not made.n:
        return ["There are no clients here yet.", *_missing(made)]
    total = made.table.iloc[-1]
    due = ", ".join(f"{total[name]} {text}" for name, text in DUE.items())
    return [
        f"This week, across {count(made.n, 'client')}: {due}.",
        describe_waits(made.waits),
        *_missing(made),
    ]


def _missing(made: RollUp) -> list[str]:
    if not made.unread:
        return []
    names = ", ".join(client.name for client in made.unread)
    return [f"Not counted, because they cannot be read: {names}."]

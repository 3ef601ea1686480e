"""The roll-up for a coach: what is due this week over all clients, and how their waits go.

No person and no firm is in it, only the clients' own names and counts. The practice copy is
nobody's search and is left out.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd
from pandas.api.typing import NAType

from followup_lib.coaching.clients import Client, Planned, in_order, plans, unread
from followup_lib.coaching.together import MARK, read_together
from followup_lib.records.dates import count
from followup_lib.records.rows import rows_as
from followup_lib.records.tables import Tables
from followup_lib.store.csv import text_csv
from followup_lib.store.search import PRACTICE

if TYPE_CHECKING:
    from followup_lib.charts.waiting import Waits

ALL = "All clients"
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


@dataclass(frozen=True)
class RollUp:
    """A table with a row per client and a last one of all, their waits as one, and who is missing.

    Columns of `table`: `client`; `for_today`, `coming_up` (within seven days), `late` (promises
    and commitments of the client overdue), `at_rest`; `interviews` (the n of the waits),
    `still_waiting`, and `half_answered_within_days`, the Kaplan-Meier median: empty below five
    interviews, or when fewer than half have had their answer. `unread` are the searches that
    cannot be read and are in no number.
    """

    table: pd.DataFrame
    waits: "Waits"
    unread: list[Client]

    @property
    def own(self) -> pd.DataFrame:
        """The rows of the clients, without that of all."""
        return self.table.iloc[:-1]

    @property
    def n(self) -> int:
        """How many clients are counted."""
        return len(self.own)


def roll_up(folders: Iterable[Path], day_of: Callable[[Tables], dt.date]) -> RollUp:
    """Read all searches, write none, and count; `day_of` tells the day to plan for."""
    from followup_lib.charts.waiting import pooled  # matplotlib is slow to import

    read = read_together(folder for folder in folders if folder.name != PRACTICE)
    listed: list[Client] = []
    own: dict[Path, Waits] = {}
    for planned in plans(read, day_of):
        listed += planned.lines
        own |= _waits(planned)
    rows = [_row(client, own[client.folder]) for client in in_order(listed)]
    together = pooled(own.values())
    table = pd.DataFrame([*rows, _row(_sum(listed), together)])
    counts = table.astype({"half_answered_within_days": "Int64"})
    return RollUp(counts, together, in_order(unread(read)))


def _waits(planned: Planned) -> "dict[Path, Waits]":
    """Return the waits of each search, measured in one go."""
    from followup_lib.charts.waiting import curve, measured

    rows = measured(planned.now.facts)
    whose = rows["application_id"].str[:MARK]
    return {folder: curve(rows[whose == mark]) for mark, folder in planned.folders.items()}


def _sum(listed: list[Client]) -> Client:
    columns = ("due", "coming", "late", "resting")
    sums = {name: sum(getattr(client, name) for client in listed) for name in columns}
    return Client(Path(), ALL, **sums)


def _row(client: Client, waits: "Waits") -> dict[str, object]:
    from followup_lib.charts.reach import FEW

    n = len(waits.rows)
    return {
        "client": client.name,
        "for_today": client.due,
        "coming_up": client.coming,
        "late": client.late,
        "at_rest": client.resting,
        "interviews": n,
        "still_waiting": waits.still,
        "half_answered_within_days": waits.median if n >= FEW else None,
    }


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
    from followup_lib.charts.reach import FEW

    n, half = row.interviews, row.half_answered_within_days
    counts = (row.for_today, row.coming_up, row.late, row.at_rest, n)
    within = f"{count(half, 'day')} (n = {n})" if pd.notna(half) else f"not yet half (n = {n})"
    waiting = f"{row.still_waiting} of {n}" if n else "0"
    return [row.client, *map(str, counts), waiting, within if n >= FEW else f"too few (n = {n})"]


def describe_roll_up(made: RollUp) -> list[str]:
    """Return the roll-up in sentences, each number with the count it is of."""
    from followup_lib.charts.waiting import describe_waits

    if not made.n:
        return ["No client’s search is here yet.", *_missing(made)]
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

"""The roll-up for a coach: what is due this week over all clients, and how their waits go.

No person and no firm is in it, only the clients' own names and counts. The practice copy is
nobody's search and is left out. Searches are counted in parts, here or elsewhere; a part keeps
numbers only, so thousands of searches need little more memory than a hundred.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from followup_lib.advice.waits import FEW, Waits, measured, pooled, steps
from followup_lib.coaching.clients import Client, DayOf, Planned, in_order, plans, unread
from followup_lib.coaching.together import MARK, read_together
from followup_lib.store.new_search import PRACTICE

ALL = "All clients"
AT_ONCE = 25
"""Searches in a part: many share the cost of one plan, and few fit into little memory."""


class Line(NamedTuple):
    """A client, and their waits in three numbers: `half` is the median, None below five."""

    client: Client
    interviews: int
    waiting: int
    half: int | None


@dataclass(frozen=True)
class Part:
    """What is kept of some searches: a line each, their raw waits, and those not read.

    Each table of `waits` has the columns `days` and `answered`, as `Waits.rows`.
    """

    lines: list[Line]
    waits: list[pd.DataFrame]
    unread: list[Client]

    @property
    def n(self) -> int:
        """How many searches were looked at."""
        return len(self.lines) + len(self.unread)


Counting = Callable[[list[list[Path]], DayOf], Iterator[Part]]
"""Counts the searches of each list, in any order: on this computer, or on several."""
Told = Callable[[int, int], None]
"""Hears how many searches are counted by now, and of how many."""


@dataclass(frozen=True)
class RollUp:
    """A table with a row per client and a last one of all, their waits as one, and who is missing.

    Columns of `table`: `client`; `for_today`, `coming_up` (within seven days), `late` (promises
    and commitments of the client overdue), `at_rest`; `interviews` (the n of the waits),
    `still_waiting`, and `half_answered_within_days`, the Kaplan-Meier median: empty below five
    interviews, or when fewer than half have had their answer. The rows of `waits` have `days` and
    `answered` only. `unread` are the searches that cannot be read and are in no number.
    """

    table: pd.DataFrame
    waits: Waits
    unread: list[Client]

    @property
    def own(self) -> pd.DataFrame:
        """The rows of the clients, without that of all."""
        return self.table.iloc[:-1]

    @property
    def n(self) -> int:
        """How many clients are counted."""
        return len(self.own)


def roll_up(
    folders: Iterable[Path],
    day_of: DayOf,
    counting: Counting | None = None,
    told: Told | None = None,
) -> RollUp:
    """Read all searches, write none, and count; `day_of` tells the day to plan for.

    `counting` is how the parts are counted: here, one after the other, when it is not given.
    """
    wanted = [folder for folder in folders if folder.name != PRACTICE]
    lists = [wanted[at : at + AT_ONCE] for at in range(0, len(wanted), AT_ONCE)]
    parts: list[Part] = []
    for part in (counting or one_by_one)(lists, day_of):
        parts.append(part)
        if told:
            told(sum(each.n for each in parts), len(wanted))
    return merged(parts)


def one_by_one(lists: list[list[Path]], day_of: DayOf) -> Iterator[Part]:
    """Count the searches of each list in this process."""
    return (part_of(folders, day_of) for folders in lists)


def part_of(folders: list[Path], day_of: DayOf) -> Part:
    """Read some searches together and keep what the roll-up needs of them."""
    read = read_together(folders)
    lines: list[Line] = []
    waits = []
    for planned in plans(read, day_of):
        rows = measured(planned.now.facts)
        lines += _lines(planned, rows)
        waits.append(rows[["days", "answered"]])
    return Part(lines, waits, unread(read))


def merged(parts: Iterable[Part]) -> RollUp:
    """Return the parts as one roll-up, whatever order they came in."""
    parts = list(parts)
    line_of = {line.client: line for part in parts for line in part.lines}
    lines = [line_of[client] for client in in_order(line_of)]
    together = pooled(rows for part in parts for rows in part.waits)
    table = pd.DataFrame([*map(_row, lines), _row(_all(lines, together))])
    counts = table.astype({"half_answered_within_days": "Int64"})
    return RollUp(counts, together, in_order(client for part in parts for client in part.unread))


def _lines(planned: Planned, rows: pd.DataFrame) -> Iterator[Line]:
    whose = rows.groupby(rows["application_id"].str[:MARK]).indices
    days, answered = rows["days"].to_numpy("float64"), rows["answered"].to_numpy(bool)
    for mark, client in zip(planned.folders, planned.lines, strict=True):
        own = whose.get(mark, np.array([], int))
        half = steps(days[own], answered[own])[2] if len(own) >= FEW else None
        yield Line(client, len(own), int((~answered[own]).sum()), half)


def _all(lines: list[Line], waits: Waits) -> Line:
    sums = {
        name: sum(getattr(line.client, name) for line in lines)
        for name in ("due", "coming", "late", "resting")
    }
    n = len(waits.rows)
    waiting = sum(line.waiting for line in lines)
    return Line(Client(Path(), ALL, **sums), n, waiting, waits.median if n >= FEW else None)


def _row(line: Line) -> dict[str, object]:
    client = line.client
    return {
        "client": client.name,
        "for_today": client.due,
        "coming_up": client.coming,
        "late": client.late,
        "at_rest": client.resting,
        "interviews": line.interviews,
        "still_waiting": line.waiting,
        "half_answered_within_days": line.half,
    }

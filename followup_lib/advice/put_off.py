"""What the seeker put off: a snooze opens its row of the plan on another day, or never again."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from followup_lib.advice.facts import Facts
from followup_lib.records.rows import EventRow, rows_as
from followup_lib.records.situations import REFERENCE_SITUATIONS, Situation
from followup_lib.records.timeline import Columns


def put_off(rows: Columns, known: Facts) -> Columns:
    """Let a snooze with a day open its row on that day, though never after a deadline.

    The deadline of an offer, here or elsewhere, is not slept through: the row is back on its eve.

    Of a reference `who` tells which; without a day their row is not suggested again.
    """
    snoozes, today = known.put_off, np.datetime64(known.today.date(), "s")
    to_reference = snoozes["situation"].isin(list(REFERENCE_SITUATIONS))
    snoozes = snoozes[(snoozes["due_on"] > known.today) | to_reference]
    earliest, listed, due = (
        rows[column].copy() for column in ("earliest_on", "listed_on", "due_on")
    )
    is_put_off, never = np.zeros((2, len(due)), bool)
    for place, snooze in _said_of(rows, snoozes):
        until = snooze.due_on.to_numpy()
        if today <= due[place] < until:
            until = due[place]
        if snooze.on.to_numpy() < rows["eve_on"][place] < until:
            until = rows["eve_on"][place]
        if until > earliest[place]:
            earliest[place] = listed[place] = until
            is_put_off[place] = True
        never[place] |= np.isnat(until)
    rows = rows | {"earliest_on": earliest, "listed_on": listed, "put_off": is_put_off}
    return {name: cells[~never] for name, cells in rows.items()}


def _said_of(rows: Columns, snoozes: pd.DataFrame) -> Iterator[tuple[int, EventRow]]:
    """Yield the places of the rows each snooze was said of, with the snooze."""
    if snoozes.empty:
        return
    jobs = pd.Series(rows["application_id"])
    places = jobs.groupby(jobs).indices
    for snooze in rows_as(EventRow, snoozes):
        for place in places.get(snooze.application_id, ()):
            if _is_about(snooze, {name: cells[place] for name, cells in rows.items()}):
                yield place, snooze


def _is_about(snooze: EventRow, row: dict[str, Any]) -> bool:
    about = snooze.situation or row["situation"]
    if row["situation"] != about or about == Situation.REST:
        return False
    if snooze.situation in REFERENCE_SITUATIONS:
        return bool(snooze.who == row["reference_id"])
    return snooze.refers_to in ("", row["promise_id"])

"""What the seeker put off: a snooze opens its row of the plan on another day, or never again."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from followup_lib.advice.facts import Facts
from followup_lib.records.rows import EventRow, rows_as
from followup_lib.records.vocabulary import REFERENCE_SITUATIONS, Situation


def put_off(rows: pd.DataFrame, known: Facts) -> pd.DataFrame:
    """Let a snooze with a day open its row on that day, though never after a deadline.

    Of a reference `who` tells which; without a day their row is not suggested again.
    """
    snoozes, today = known.put_off, np.datetime64(known.today.date(), "s")
    to_reference = snoozes["situation"].isin(list(REFERENCE_SITUATIONS))
    snoozes = snoozes[(snoozes["due_on"] > known.today) | to_reference]
    earliest, listed, due = (
        rows[column].to_numpy().copy() for column in ("earliest_on", "listed_on", "due_on")
    )
    is_put_off, never = np.zeros((2, len(rows)), bool)
    for place, snooze in _said_of(rows, snoozes):
        until = snooze.due_on.to_numpy()
        if today <= due[place] < until:
            until = due[place]
        if until > earliest[place]:
            earliest[place] = listed[place] = until
            is_put_off[place] = True
        never[place] |= np.isnat(until)
    rows = rows.assign(earliest_on=earliest, listed_on=listed, put_off=is_put_off)
    return rows[~never].reset_index(drop=True) if never.any() else rows


def _said_of(rows: pd.DataFrame, snoozes: pd.DataFrame) -> Iterator[tuple[int, EventRow]]:
    """Yield the places of the rows each snooze was said of, with the snooze."""
    if snoozes.empty:
        return
    places = rows.groupby("application_id").indices
    for snooze in rows_as(EventRow, snoozes):
        for place in places.get(snooze.application_id, ()):
            if _is_about(snooze, rows.iloc[place]):
                yield place, snooze


def _is_about(snooze: EventRow, row: pd.Series) -> bool:
    about = snooze.situation or row["situation"]
    if row["situation"] != about or about == Situation.REST:
        return False
    if snooze.situation in REFERENCE_SITUATIONS:
        return bool(snooze.who == row["reference_id"])
    return snooze.refers_to in ("", row["promise_id"])

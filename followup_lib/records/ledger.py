"""The promise ledger: what they said by when, what I said by when, and what became of it."""

import string
from typing import NamedTuple

import numpy as np
import pandas as pd

from followup_lib.records.errors import Problem
from followup_lib.records.timeline import at, find, last_of
from followup_lib.records.vocabulary import OUTCOMES, PROMISES, SETTLING, TALKS_LOST, Event


def in_order(timeline: pd.DataFrame) -> pd.DataFrame:
    """Return the rows by day (unknown days first), on one day by `event_id`: e9 before e10.

    How it ended, and thanks, without a day follow all of their application that was written
    before them. A column `row` keeps the row of the file.
    """
    ids = timeline["event_id"].tolist()
    stems = [event_id.rstrip(string.digits) for event_id in ids]
    numbers = np.array([int(i[len(s) :] or -1) for i, s in zip(ids, stems, strict=True)], float)
    known = np.asarray(timeline["on"]).astype("int64")  # an unknown day is the smallest number
    stem = pd.factorize(np.array(stems, object), sort=True)[0]
    ends = (
        timeline["event"].isin([*OUTCOMES, Event.THANKED]).to_numpy()
        & timeline["on"].isna().to_numpy()
    )
    if ends.any():
        written = np.lexsort((numbers, stem))
        jobs = timeline["application_id"].to_numpy()[written]
        latest = pd.Series(known[written]).groupby(jobs).cummax().to_numpy()
        known = np.where(ends, latest[np.argsort(written)], known)
    order = np.lexsort((numbers, stem, known))
    return timeline.assign(row=timeline.index + 2).take(order).reset_index(drop=True)


def settle(timeline: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
    """Fill `refers_to` of settling rows that name no promise with the only one open.

    `timeline` is in order. A row that could mean several promises settles none and comes back
    as a question; one that could mean none is told.
    """
    unnamed = timeline["event"].isin(list(SETTLING)) & (timeline["refers_to"] == "")
    if not unnamed.any():
        return timeline, []
    concerned = timeline["application_id"].isin(timeline.loc[unnamed, "application_id"])
    relevant = concerned & (
        timeline["event"].isin([*PROMISES, *SETTLING]) | (timeline["refers_to"] != "")
    )
    open_now: dict[str, list[str]] = {}
    found: dict[int, str] = {}
    problems: list[Problem] = []
    columns = ["application_id", "event_id", "event", "refers_to", "row"]
    for place, (application, event_id, event, refers_to, row) in zip(
        timeline.index[relevant], timeline.loc[relevant, columns].to_numpy(), strict=True
    ):
        promises = open_now.setdefault(application, [])
        if event in PROMISES:
            promises.append(event_id)
            continue
        if not refers_to and event in SETTLING:
            if len(promises) != 1:
                problems.append(_question(int(row), event, promises))
                continue
            refers_to = found[place] = promises[0]
        if refers_to in promises and event not in (Event.MOVED, Event.SNOOZED):
            promises.remove(refers_to)
    filled = pd.Series(found, dtype="str")
    return timeline.assign(
        refers_to=timeline["refers_to"].mask(unnamed, filled).fillna("")
    ), problems


def name_talks(timeline: pd.DataFrame) -> pd.DataFrame:
    """Fill `refers_to` of a talk that fell through and names no plan with the only one open.

    `timeline` is in order and settled. Where several are open none is guessed.
    """
    unnamed = timeline["event"].isin(list(TALKS_LOST)) & (timeline["refers_to"] == "")
    if not unnamed.any():
        return timeline
    concerned = timeline["application_id"].isin(timeline.loc[unnamed, "application_id"])
    open_now: dict[str, set[str]] = {}
    found: dict[int, str] = {}
    columns = ["application_id", "event_id", "event", "refers_to"]
    for place, (application, event_id, event, refers_to) in zip(
        timeline.index[concerned], timeline.loc[concerned, columns].to_numpy(), strict=True
    ):
        plans = open_now.setdefault(application, set())
        if event == Event.INTERVIEW_PLANNED:
            plans.add(event_id)
        elif event in TALKS_LOST and not refers_to and len(plans) == 1:
            refers_to = found[place] = next(iter(plans))
        if event not in (Event.MOVED, Event.SNOOZED):
            plans.discard(refers_to)
    filled = timeline["refers_to"].copy()
    filled.loc[list(found)] = list(found.values())
    return timeline.assign(refers_to=filled)


class Fates(NamedTuple):
    """What became of each row of a timeline: the place of the last row that did it, -1 for none."""

    moved: np.ndarray
    ended: np.ndarray

    def due_on(self, timeline: pd.DataFrame) -> np.ndarray:
        """Return the day of each row as last moved, NaT when it was moved to no day."""
        due = timeline["due_on"].to_numpy()
        return np.where(self.moved >= 0, at(due, self.moved), due)


def fates(timeline: pd.DataFrame, past: pd.DataFrame) -> Fates:
    """Return which rows of `timeline` were moved, and which ended, by rows of `past`, its head.

    Both are in order and settled. A move leaves a promise open, and so do a snooze and a promise
    that hangs on it (P6); any other row that refers to it ends it.
    """
    named = np.flatnonzero(past["refers_to"].to_numpy() != "")
    event, of = (past[column].to_numpy()[named] for column in ("event", "refers_to"))
    target = find(pd.Index(timeline["event_id"]), of) if len(named) else named
    move, open_ = event == Event.MOVED, np.isin(event, [*PROMISES, Event.SNOOZED, Event.MOVED])
    moved, ended = (last_of(target[mask], len(timeline), named[mask]) for mask in (move, ~open_))
    return Fates(moved, ended)


def promises(past: pd.DataFrame, became: Fates) -> pd.DataFrame:
    """Return one row per promise, theirs and mine, in order.

    `past` is in order, settled, and holds no row of the future; `became` tells what became of its
    rows. Columns: those of the timeline as the promise was made; `due_on`, `said`, `certainty` as
    last moved; `stated_on`, `stated_by` (the day and the event_id of the last word on it),
    `first_due_on`, `state` (open, kept, dropped), `settled_on`.
    """
    made = np.flatnonzero(past["event"].isin(list(PROMISES)))
    rows = past.iloc[made].reset_index(drop=True)
    moved, ended = became.moved[made], became.ended[made]

    def as_moved(column: str) -> np.ndarray:
        new = at(past[column].to_numpy(), moved)
        return np.where(moved >= 0, new, rows[column].to_numpy())

    said, event = as_moved("said"), at(past["event"].to_numpy(), ended)
    return rows.assign(
        first_due_on=rows["due_on"],
        due_on=as_moved("due_on"),
        said=np.where(said != "", said, rows["said"].to_numpy()),
        certainty=as_moved("certainty"),
        stated_on=as_moved("on"),
        stated_by=as_moved("event_id"),
        state=np.select([ended < 0, event == Event.DROPPED], ["open", "dropped"], "kept"),
        settled_on=at(past["on"].to_numpy(), ended),
    )


def _question(row: int, event: str, promises: list[str]) -> Problem:
    if promises:
        which = f"could mean any of {', '.join(promises)}; write the one it means into refers_to"
    else:
        which = "names no promise and none is open; write the promise's event_id into refers_to"
    return Problem("timeline.csv", row, "refers_to", f"{event!r} {which}.")

"""Notes on rows that are unusual but life, one for each kind: told, never refused."""

import datetime as dt

import pandas as pd

from followup_lib.records.dates import short_day
from followup_lib.records.errors import Problem
from followup_lib.records.ledger import in_order
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import PROMISES, STAGE_RANK, Event


def notes(tables: Tables, today: dt.date) -> list[Problem]:
    """Return a note for each kind of row that is planned, undated, or out of the usual order.

    It stands at the first of these rows, and counts the others.
    """
    t = in_order(tables.timeline)
    t = t.assign(dated=t["on"].notna())
    stage = t["event"].map(STAGE_RANK).astype("float64").where(t["dated"])
    highest = stage.groupby(t["application_id"]).cummax()
    backwards = stage.notna() & (stage < highest) & (t["event"] != Event.SCREEN)
    early = t["event"].isin(list(PROMISES)) & (t["due_on"] < t["on"])
    found = [
        (t[t["on"] > pd.Timestamp(today)], "on", "is after {today}: read as planned."),
        (t[~t["dated"]], "on", "has no day: it counts as done, and no day is counted from it."),
        (t[backwards], "event", "{event!r} comes after a later stage; left as it is."),
        (t[early], "due_on", "the promised day is before the day of the promise; left as it is."),
    ]
    return [
        _note(rows, column, text, short_day(today, today))
        for rows, column, text in found
        if len(rows)
    ]


def _note(rows: pd.DataFrame, column: str, text: str, today: str) -> Problem:
    first, others = rows.iloc[0], len(rows) - 1
    sentence = text.format(today=today, event=first["event"])
    if others:
        sentence = f"{sentence} The same goes for {others:,} more row{'s' if others > 1 else ''}."
    return Problem("timeline.csv", int(first["row"]), column, sentence)

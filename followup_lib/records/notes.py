"""Notes beside rows that are unusual but life: told, never refused."""

import datetime as dt

import pandas as pd

from followup_lib.records.dates import short_day
from followup_lib.records.ledger import in_order
from followup_lib.records.tables import Problem, Tables
from followup_lib.records.vocabulary import PROMISES, STAGE_RANK, Event


def notes(tables: Tables, today: dt.date) -> list[Problem]:
    """Return a note for each row that is planned, undated, or out of the usual order."""
    t = in_order(tables.timeline)
    stage = t["event"].map(STAGE_RANK).astype("float64")
    highest = stage.groupby(t["application_id"]).cummax()
    backwards = stage.notna() & (stage < highest) & (t["event"] != Event.SCREEN)
    early = t["event"].isin(list(PROMISES)) & (t["due_on"] < t["on"])
    found = [
        (t[t["on"] > pd.Timestamp(today)], "on", "lies ahead of {today}: read as planned."),
        (t[t["on"].isna()], "on", "has no day: it counts as done, and no day is reckoned from it."),
        (t[backwards], "event", "{event!r} comes after a later stage; kept as it is."),
        (t[early], "due_on", "the promised day is before the day of the promise; kept as it is."),
    ]
    day = short_day(today, today)
    return [
        Problem("timeline.csv", row, column, text.format(today=day, event=event))
        for rows, column, text in found
        for row, event in zip(rows["row"], rows["event"], strict=True)
    ]

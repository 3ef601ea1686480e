"""Strips: applications of which the same is to be said, in one row, each a thin line of it.

So what only waits, what ended, and a search of hundreds stay in sight, none of them left out.
"""

from dataclasses import replace

import pandas as pd

from followup_lib.charts.choice import HEADINGS, MOST
from followup_lib.charts.data import Timeline
from followup_lib.charts.words import NAMED, beside
from followup_lib.records.dates import count
from followup_lib.records.vocabulary import Stage, words

FEW = 3
"""Rows from which they share a strip: fewer keep their names."""


def on_one_sheet(chart: Timeline, first: pd.Timestamp, most: int | None = MOST) -> Timeline:
    """Return the timeline as it fits one sheet whose days begin with `first`.

    The rows folded away are a strip, and so are those that were only applied to and wait. With
    more than `most` rows, so is every set of rows under one heading that say the same.
    """
    chart = beside(chart)
    rows = chart.rows
    if most is not None and len(rows) > most:
        return _folded(chart, pd.Series(True, rows.index), first)
    calm = rows["heading"].eq(HEADINGS["waiting"]) & rows["stage"].eq(Stage.APPLIED)
    calm &= rows["second"].eq("") & ~rows.index.isin(chart.marks["application_id"])
    return _folded(chart, calm & (chart.folded is not None), first)


def _folded(chart: Timeline, folds: pd.Series, first: pd.Timestamp) -> Timeline:
    """Return the timeline with the rows that `folds` in strips, behind the rows that stay."""
    rows, lines = [], [chart.spans]
    for _, under in chart.rows.groupby("heading", sort=False):
        strips = []
        for said, members in under[folds.loc[under.index]].groupby("first", sort=False):
            if len(members) >= FEW:
                strips.append(strip(members, chart.spans, str(said), first))
                under = under.drop(members.index)
        rows += [under, *(row for row, _ in strips)]
        lines += [line for _, line in strips]
    rested = chart.folded
    if rested is not None and len(rested.rows) >= FEW:
        row, line = strip(rested.rows, rested.spans, _ends(rested.rows), first)
        rows.append(row.assign(heading=HEADINGS["ended"]))
        lines.append(line)
        rested = None
    every, spans = pd.concat(rows), pd.concat(lines, ignore_index=True)
    spans, marks = (
        table[table["application_id"].isin(every.index)] for table in (spans, chart.marks)
    )
    return replace(chart, rows=every, spans=spans, marks=marks, folded=rested)


def strip(
    members: pd.DataFrame, spans: pd.DataFrame, said: str, first: pd.Timestamp
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return one row for the `members`, and their spans in it, the oldest line on top.

    Those that ended before the `first` day have no line; they are counted as `earlier`.
    """
    key = f"strip {members.index[0]}"
    here = spans[spans["application_id"].isin(members.index)]
    seen = here[here["end"] >= first]
    begun = seen.groupby("application_id")["start"].min().sort_values(kind="stable")
    slot = pd.Series(range(len(begun)), begun.index, dtype="int64")
    lines = seen.assign(slot=seen["application_id"].map(slot), application_id=key)
    named = members["company"].head(NAMED).tolist()
    more = [f"{len(members) - NAMED} more"] if len(members) > NAMED else []
    row = members.head(1).set_axis([key])
    row = row.assign(
        company=said,
        job_title=", ".join(named + more),
        first=count(len(members), "application"),
        second="",
        n=len(members),
        slots=len(begun),
        earlier=here["application_id"].nunique() - len(begun),
    )
    return row, lines


def _ends(rows: pd.DataFrame) -> str:
    """Return how they ended or rest, the most frequent first."""
    return ", ".join(
        f"{words(str(status))} {n}" for status, n in rows["status"].value_counts().items()
    )

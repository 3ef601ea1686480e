"""The open promises, theirs and mine, each with its day and words that do not wound."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from followup_lib.advice.plan import Plan
from followup_lib.charts.canvas import draw_rows, draw_sheets
from followup_lib.charts.choice import MOST
from followup_lib.charts.data import ALONE, Standing, Timeline, pages, timeline
from followup_lib.charts.days import horizon
from followup_lib.charts.files import SHEET, SHEET_ROWS
from followup_lib.charts.frame import sentence
from followup_lib.charts.given import Day, Source, given
from followup_lib.charts.look import look
from followup_lib.charts.strips import FEW, strip
from followup_lib.charts.words import standing
from followup_lib.records.dates import count, months, short_day, tally
from followup_lib.records.rows import rows_as
from followup_lib.records.situations import Situation

THEIRS, MINE = "theirs", "mine"
HEADINGS = {THEIRS: "They promised", MINE: "I promised"}
NOTHING = "No promises are open right now, theirs or yours."
COUNTED, WEEKS = 10, 40
"""Workdays after their date up to which they are counted (more would only weigh on one), and up to
which they are a few weeks."""
MEND, PASSED = "send it, or a new date", "the day you said has passed"
OVER, WITHIN = "grace period over", "still in the grace period"


class Promise(NamedTuple):
    """An open promise, as its line tells it."""

    whose: str
    company: str
    on: pd.Timestamp
    said: str
    first: str
    second: str


def promises(tables: Source, today: Day = None, *, now: Plan | None = None) -> pd.DataFrame:
    """Return one row per open promise of an application under way, theirs first, by day.

    Columns: `whose` (theirs or mine), `application_id`, `company`, `job_title`, `row` (in
    applications.csv), `on`, `until` and `since` (`datetime64[s]`: the day, for theirs the first
    day after its grace, and the day it was said), `said`, `first` and `second` (how it stands).
    """
    chart = timeline(tables, today, which="all", now=now)
    table = pd.concat([_theirs(chart), _mine(chart)])
    cells = chart.rows[["company", "job_title", "row"]].reindex(table["application_id"])
    table[["company", "job_title", "row"]] = cells.to_numpy()
    order = table["whose"].eq(MINE)
    table = table.assign(order=order).sort_values(["order", "on"], kind="stable")
    return table.drop(columns="order").reset_index(drop=True)


def _theirs(chart: Timeline) -> pd.DataFrame:
    rows = chart.rows[chart.rows["their_day"].notna()]
    days, today = chart.plan.facts.days, chart.today
    words = []
    for row, beside in zip(rows_as(Standing, rows), standing(rows, today), strict=True):
        passed = int(days.between(row.their_day, today))
        words.append(_their_words(row, max(passed, 0), beside[1], chart))
    when = rows[["their_day", "until", "their_said_on"]]
    return _table(THEIRS, rows.index, when, rows["their_words"], words)


def _their_words(row: Standing, passed: int, when: str, chart: Timeline) -> tuple[str, str]:
    """Return how their date stands: ahead, today, within the usual grace period, or past it."""
    today = chart.today
    if row.their_day > today:
        return _ahead(row.their_day, chart), ""
    if row.their_day == today:
        return "their date is today", ""
    after = f"{count(passed, 'workday')} after their date" if passed else "just after their date"
    if passed > COUNTED:
        long = months((today - row.their_day).days)
        long = "a few weeks" if passed <= WEEKS else f"about {long}"
        after = f"{long} after their date"
    if today < row.until:
        return after, WITHIN
    act = when if row.situation == Situation.THEIR_DATE_PASSED else ""
    return after, ", ".join(filter(None, (OVER, act)))


def _mine(chart: Timeline) -> pd.DataFrame:
    owed = chart.plan.facts.owed
    owed = owed[owed["event_id"].isin(chart.plan.rows["promise_id"])]
    words = [_my_words(*each, chart) for each in zip(owed["due_on"], owed["dated"], strict=True)]
    when = owed.assign(until=pd.Series(pd.NaT, owed.index, "datetime64[s]"))
    when = when[["due_on", "until", "stated_on"]]
    return _table(MINE, owed["application_id"], when, owed["said"], words)


def _my_words(day: pd.Timestamp, dated: bool, chart: Timeline) -> tuple[str, str]:
    today = chart.today
    if day > today:
        return _ahead(day, chart), ""
    if day == today:
        return "today", ""
    said = "you said" if dated else "due"
    return f"{said} {short_day(day.date(), today.date())}", MEND


def _ahead(day: pd.Timestamp, chart: Timeline) -> str:
    n = int(chart.plan.facts.days.between(chart.today, day))
    written = short_day(day.date(), chart.today.date())
    return f"{written}, in {count(n, 'workday')}" if n else written


def _table(
    whose: str,
    ids: Any,
    when: pd.DataFrame,
    said: pd.Series,
    words: list[tuple[str, str]],
) -> pd.DataFrame:
    on, until, since = (when[column].to_numpy() for column in when)
    return pd.DataFrame(
        {
            "whose": whose,
            "application_id": pd.array(ids, dtype="str"),
            "on": on,
            "until": until,
            "since": since,
            "said": said.to_numpy(),
            "first": [first for first, _ in words],
            "second": [second for _, second in words],
        }
    )


def plot_promises(
    tables: Source,
    today: Day = None,
    *,
    size: int = 1280,
    now: Plan | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw the open promises as lines: from the day it was said to its day, and on to today.

    After a date of theirs stands its grace, beside each in words how it is with it. Of more than 60
    those that stand alike share a row, which says how many they are. Without `ax` a figure `size`
    pixels wide is made. `now` is the plan of this day, when it has been made already. Returns the
    axes.
    """
    table = promises(tables, today, now=now)
    if table.empty:
        with look():
            return sentence(NOTHING, size, ax)
    chart = _as_rows(table, timeline(tables, today, which="all", now=now))
    return draw_rows(_on_one_sheet(chart), title_of(table), horizon(chart, 3), size, ax)


def promises_pages(
    tables: Source,
    today: Day = None,
    *,
    rows: int = SHEET_ROWS,
    size: int = SHEET,
    now: Plan | None = None,
) -> Iterator[Axes]:
    """Draw the open promises as figures of at most so many `rows`, to be printed.

    The rest is as for `plot_promises`; the title says which page of how many each is.
    """
    table = promises(tables, today, now=now)
    if table.empty:
        yield plot_promises(tables, today, size=size, now=now)
        return
    chart = _as_rows(table, timeline(tables, today, which="all", now=now))
    parts = list(pages(chart, rows))
    yield from draw_sheets(parts, title_of(table), horizon(chart, 3), size)


def _as_rows(table: pd.DataFrame, chart: Timeline) -> Timeline:
    """Return the promises as rows of a timeline that has only their marks."""
    keys = [f"promise {place}" for place in table.index]
    said = [f"“{text}”" if text else "" for text in table["said"]]
    what = [", ".join(filter(None, pair)) for pair in zip(table["job_title"], said, strict=True)]
    heading = table["whose"].map(HEADINGS)
    rows = table.assign(group="waiting", heading=heading, job_title=what, **ALONE).set_axis(keys)
    marks = pd.DataFrame(
        {
            "application_id": keys,
            "kind": table["whose"].map({THEIRS: "they_promised", MINE: "i_promised"}),
            "on": table["on"],
            "until": table["until"],
            "since": table["since"],
        }
    )
    return replace(chart, rows=rows, spans=chart.spans.iloc[:0], marks=marks, folded=None)


def _on_one_sheet(chart: Timeline) -> Timeline:
    """Return many promises with those under one heading that stand alike in one row."""
    if len(chart.rows) <= MOST:
        return chart
    rows = []
    shared: dict[str, str] = {}
    alike = chart.rows["first"].mask(chart.rows["second"] == MEND, PASSED)
    key: Any
    for key, members in chart.rows.groupby(["heading", alike, "second"], sort=False):
        if len(members) < FEW:
            rows.append(members)
            continue
        row, _ = strip(members, chart.spans, f"{len(members)} alike", chart.today)
        rows.append(row.assign(first=key[1], second=key[2]))
        shared |= dict.fromkeys(members.index, row.index[0])
    every = pd.concat(rows)
    marks = chart.marks.assign(application_id=chart.marks["application_id"].replace(shared))
    marks = marks.sort_values("since").drop_duplicates(["application_id", "kind", "on"])
    return replace(chart, rows=every, marks=marks)


def title_of(table: pd.DataFrame) -> str:
    """Return how many promises are open, of whom, and how many are past it."""
    counts = table["whose"].value_counts()
    over, late = (int(table["second"].str.startswith(said).sum()) for said in (OVER, MEND))
    names = {
        THEIRS: "of theirs" + f" ({over} past the grace period)" * bool(over),
        MINE: "of mine" + f" ({late} past the day)" * bool(late),
    }
    parts = [f"{counts[whose]} {text}" for whose, text in names.items() if whose in counts]
    n = len(table)
    return f"{tally(n, 'promise')} open: {', '.join(parts)}"


def describe_promises(tables: Source, today: Day = None, *, now: Plan | None = None) -> str:
    """Return the open promises as lines of text, the same as `plot_promises` draws."""
    table = promises(tables, today, now=now)
    if table.empty:
        return NOTHING
    _, on = given(tables, today)
    lines = [f"{title_of(table)}."]
    for row in rows_as(Promise, table):
        who = f"{row.company} said" if row.whose == THEIRS else f"I said to {row.company}"
        day = short_day(row.on.date(), on)
        said = f", “{row.said}”" if row.said else ""
        first = row.first.removeprefix(f"you said {day}").removeprefix(day).removeprefix(", ")
        how = ", ".join(filter(None, (first, row.second)))
        lines.append(f"{who} {day}{said}{': ' if how else ''}{how}.")
    return "\n".join(lines)

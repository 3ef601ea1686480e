"""What a timeline says in words: its headline, where each row stands, and all of it as text."""

import datetime as dt
from dataclasses import replace
from typing import Unpack

import pandas as pd

from followup_lib.charts.choice import MOST, Choice
from followup_lib.charts.data import GROUPS, Standing, Timeline, timeline
from followup_lib.charts.given import Day, Source
from followup_lib.records.dates import short_day, tally
from followup_lib.records.rows import rows_as
from followup_lib.records.situations import UNWRITTEN, Situation
from followup_lib.records.vocabulary import CLOSED, Channel, Stage, Status, words

NOTHING = "Nothing here yet. Add your first interview, and its timeline starts here."
NO_DAYS = "No dates yet. Add what has happened, and the timeline starts here."
NONE = "Nothing to show for this choice."
NAMED = 6
"""Companies named in one sentence, at most."""
BY_VOICE = (Channel.PHONE, Channel.VIDEO, Channel.IN_PERSON)


def describe_timeline(tables: Source, today: Day = None, **choice: Unpack[Choice]) -> str:
    """Return the timeline in sentences, from the numbers that are drawn.

    How many applications stand where, the open ones by stage, whose date has passed, what comes
    next. Raises `FollowupError` for an id that is not in applications.csv.
    """
    chart = timeline(tables, today, **choice)
    if chart.rows.empty:
        return nothing(chart)
    live = chart.rows[~chart.rows["status"].isin(list(CLOSED))]
    said = [f"{headline(chart)} on {short_day(chart.today.date(), dt.date.min)}.", _by_stage(live)]
    said += _passed(live, chart.today)
    said.append(_by_next(chart) if len(chart.rows) > MOST else "")
    said.append(_next(chart))
    return " ".join(filter(None, said))


def nothing(chart: Timeline) -> str:
    """Return the sentence that stands where no row is to show."""
    if chart.plan.facts.applications.empty:
        return NOTHING
    return f"{NONE} {_rested(chart.rested)}." if chart.rested else NONE


def headline(chart: Timeline) -> str:
    """Return how many applications there are, and how many stand in each group."""
    counts = chart.rows["group"].value_counts().to_dict()
    counts["ended"] = counts.get("ended", 0) + chart.rested
    n = sum(counts.values())
    parts = [f"{counts[group]} {GROUPS[group]}" for group in GROUPS if counts.get(group)]
    return f"{tally(n, 'application')}: {', '.join(parts)}"


def folded(chart: Timeline) -> str:
    """Return the line that stands for the rows not drawn, "" when there are none."""
    more = f"{chart.more} more not drawn here" if chart.more else ""
    rested = _rested(chart.rested, "more ") if chart.rested else ""
    return "; ".join(filter(None, (more, rested)))


def _rested(n: int, more: str = "") -> str:
    return f"{n} {more}ended or on pause"


def standing(rows: pd.DataFrame, today: pd.Timestamp) -> list[tuple[str, str]]:
    """Return for each row what stands beside it: what comes next, and when or by when."""
    return [_standing(row, today) for row in rows_as(Standing, rows)]


def beside(chart: Timeline) -> Timeline:
    """Return the timeline with what stands beside its rows, as columns `first` and `second`."""
    pairs = standing(chart.rows, chart.today)
    first, second = ([pair[place] for pair in pairs] for place in (0, 1))
    return replace(chart, rows=chart.rows.assign(first=first, second=second))


def _standing(row: Standing, today: pd.Timestamp) -> tuple[str, str]:
    if row.group == "ended":
        return words(row.status), _day(row.status_on, today)
    if row.situation == Situation.THEIR_DATE_PASSED and row.their_day >= today:
        when = _when(row, today).removeprefix(f"{_act(row.channel)} ")
        return f"they said {_day(row.their_day, today)}", f"ask {when}"
    if row.situation != Situation.REST:
        return words(row.situation), _when(row, today)
    if pd.notna(row.ahead_on):
        return "interview ahead", _day(row.ahead_on, today)
    first = words(row.stage if row.stage == Stage.SAVED else row.status)
    rests = pd.notna(row.earliest_on) and row.earliest_on > today
    return first, f"until {_day(row.earliest_on, today)}" if rests else ""


def _when(row: Standing, today: pd.Timestamp) -> str:
    due, promise = row.due_on, row.situation == Situation.PROMISE_DUE
    if pd.notna(due) and row.situation != Situation.THANK_YOU:
        if due == today:
            return "today"
        if due > today:
            return f"by {_day(due, today)}"
        said = "due" if row.rule == "P2" else "you said"  # of P2 we set the day
        return f"{said} {_day(due, today)}" if promise else "answer today"
    if pd.notna(row.earliest_on) and row.earliest_on > today:
        return f"{_act(row.channel)} from {_day(row.earliest_on, today)}"
    if row.group == "waiting" or row.situation in UNWRITTEN:
        return ""
    return time_to(row.channel)


def time_to(channel: str) -> str:
    """Return the words for a follow-up that is due by this channel.

    >>> time_to("phone")
    'time to call'
    """
    return f"time to {_act(channel)}"


def _act(channel: str) -> str:
    return "call" if channel in BY_VOICE else "write"


def _day(day: pd.Timestamp, today: pd.Timestamp) -> str:
    return "" if pd.isna(day) else short_day(day.date(), today.date())


def _by_stage(live: pd.DataFrame) -> str:
    counts = live["stage"].value_counts()
    parts = [f"{words(stage)} {counts[stage]}" for stage in Stage if stage in counts]
    parts += [f"nothing logged yet {counts['']}"] if "" in counts else []
    held = (live["status"] == Status.ON_HOLD).sum()
    hold = f"; {held} of them on hold" if held else ""
    return f"Still open, by stage: {', '.join(parts)}{hold}." if parts else ""


def _by_next(chart: Timeline) -> str:
    """Count the rows by what stands beside them, as the overview of a long search has them."""
    rows = beside(chart).rows
    parts = []
    for heading, under in rows[rows["group"] != "ended"].groupby("heading", sort=False):
        counts = under.groupby("first", sort=False).size()
        parts.append(f"{heading}: {', '.join(f'{said} ({n})' for said, n in counts.items())}.")
    return " ".join(parts)


def _passed(live: pd.DataFrame, today: pd.Timestamp) -> list[str]:
    """Say whose date has passed: together with its grace, or not yet."""
    groups = [
        ("Their date has passed, and so has the usual grace period", live[live["until"] <= today]),
        (
            "Their date has passed, but the usual grace period hasn’t",
            live[(live["their_day"] < today) & (live["until"] > today)],
        ),
    ]
    return [f"{what}: {_list(rows, today)}." for what, rows in groups if len(rows)]


def _list(rows: pd.DataFrame, today: pd.Timestamp) -> str:
    """Name the first of the rows with their dates, and count the others."""
    pairs = zip(rows["company"].head(NAMED), rows["their_day"].head(NAMED), strict=True)
    named = [f"{company} ({_day(on, today)})" for company, on in pairs]
    more = [f"{len(rows) - NAMED} more"] if len(rows) > NAMED else []
    return ", ".join(named + more)


def _next(chart: Timeline) -> str:
    acts = chart.rows[chart.rows["group"].isin(["today", "coming_up"])]
    calm = "" if (acts["group"] == "today").any() else "Nothing to do today."
    if acts.empty:
        return calm
    ((first, second),) = standing(acts.head(1), chart.today)
    more = f"; {len(acts) - 1} more today or soon" if len(acts) > 1 else ""
    return f"{calm} Next: {acts['company'].iloc[0]}: {first}, {second}{more}.".strip()

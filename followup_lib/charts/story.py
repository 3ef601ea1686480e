"""One application's story: what happened, what was said, what comes next, in order of days."""

from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from followup_lib.advice.plan import Plan
from followup_lib.charts.data import Timeline, timeline
from followup_lib.charts.dress import dress, settle
from followup_lib.charts.given import Day, Source, given
from followup_lib.charts.head import PAD, TITLE
from followup_lib.charts.look import drawable, fold, in_order, in_pixels, look, room_of
from followup_lib.charts.spine import Entry, day_of, draw, place, sheets
from followup_lib.charts.words import standing, time_to
from followup_lib.records.dates import short_day
from followup_lib.records.rows import EventRow, rows_as
from followup_lib.records.situations import Situation
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import (
    MESSAGES,
    REFERENCE_EVENTS,
    WAYS,
    Channel,
    Event,
    Stage,
    words,
)

TITLES: dict[str, str] = {
    Event.WROTE: "I wrote",
    Event.CALLED: "I called",
    Event.LEFT_VOICEMAIL: "I left a voicemail",
    Event.NO_ANSWER: "I called, nobody answered",
    Event.THANKED: "I said thank you",
    Event.MOVED: "the day was moved",
    Event.DROPPED: "no longer needed",
}
DUE: dict[str, str] = {
    Event.THEY_PROMISED: "they said: by {}",
    Event.I_PROMISED: "I said: by {}",
    Event.MOVED: "the day was moved to {}",
    Event.INTERVIEW_PLANNED: "interview planned for {}",
    Event.OFFER: "offer, answer by {}",
    Event.ON_HOLD: "on hold until {}",
    Event.SNOOZED: "put off until {}",
}
"""Titles of events that name another day."""
MARKED: dict[str, str] = {
    **dict.fromkeys((*MESSAGES, Event.NO_ANSWER, Event.THANKED), "mine"),
    Event.HEARD_BACK: "theirs",
    Event.REFERENCE_CONTACTED: "reference_call",
}
AHEAD = {
    "they_promised": "their date",
    "i_promised": "my promise is due",
    "interview_ahead": "interview",
    "offer_deadline": "answer the offer",
}
BY: dict[str, str] = {
    **{name: way.by for name, way in WAYS.items()},
    Channel.POST: "by mail",
    Channel.IN_PERSON: "in person",
    Channel.VIDEO: "by video",
    Channel.PORTAL: "on their website",
}
PAST, NOW, COMING = 0, 1, 2
"""What comes first on one day."""


class Mark(NamedTuple):
    """A mark of a timeline."""

    application_id: str
    kind: str
    on: pd.Timestamp
    until: pd.Timestamp


def story(chart: Timeline, tables: Tables) -> list[Entry]:
    """Return the entries of the one application of `chart`, in order, today among them."""
    (application_id,) = chart.rows.index
    known = chart.plan.facts
    past = known.past[known.past["application_id"] == application_id]
    whose = known.promises.set_index("event_id")["event"]
    names = tables.references.set_index("reference_id")["name"]
    entries = [(PAST, _happened(row, whose, names, chart.today)) for row in rows_as(EventRow, past)]
    ahead = chart.marks[chart.marks["kind"].isin(list(AHEAD))]
    entries += [(COMING, _ahead(row, chart)) for row in rows_as(Mark, ahead)]
    entries.append((NOW, Entry(chart.today, "today", "today")))
    entries.append((COMING, _next(chart, application_id)))
    order = sorted(entries, key=lambda one: (_rank(one[1].on), one[0]))
    return [entry for _, entry in order]


def _rank(on: Any) -> pd.Timestamp:
    """Return a day to sort by: days not known come first."""
    return pd.Timestamp.min if pd.isna(on) else pd.Timestamp(on)


def _happened(row: EventRow, whose: pd.Series, names: pd.Series, today: pd.Timestamp) -> Entry:
    """Return what one row of the timeline tells."""
    title = TITLES.get(row.event, words(row.event))
    if row.event == Event.KEPT:
        mine = whose.get(row.refers_to) == Event.I_PROMISED
        title = "I kept my promise" if mine else "they kept their promise"
    if row.event in DUE and pd.notna(row.due_on):
        title = DUE[row.event].format(short_day(row.due_on.date(), today.date()))
    who = names.get(row.who, row.who) if row.event in REFERENCE_EVENTS else row.who
    said = f"“{row.said}”" if row.said else ""
    detail = " · ".join(
        filter(None, (who.replace("; ", ", "), BY.get(row.channel), said, row.note))
    )
    kind = row.event if row.event in list(Stage) else MARKED.get(row.event, "")
    return Entry(row.on, str(kind), title, detail)


def _ahead(mark: Mark, chart: Timeline) -> Entry:
    """Return a promise or an interview on the day it is for."""
    facts = chart.rows.loc[mark.application_id]
    detail = ""
    if mark.kind == "they_promised":
        said = f"“{facts['their_words']}”, " if facts["their_words"] else ""
        detail = f"{said}plus a grace period, until {day_of(mark.until, chart.today)}"
    if mark.kind == "i_promised":
        owed = chart.plan.facts.owed
        here = (owed["application_id"] == mark.application_id) & (owed["due_on"] == mark.on)
        detail = ", ".join(filter(None, owed.loc[here, "said"]))
    return Entry(mark.on, mark.kind, AHEAD[mark.kind], detail, mark.until)


def _next(chart: Timeline, application_id: str) -> Entry:
    """Return what comes next, with its reason."""
    ((first, second),) = standing(chart.rows, chart.today)
    row = chart.rows.iloc[0]
    if row["situation"] == Situation.THEIR_DATE_PASSED and row["their_day"] >= chart.today:
        first, second = time_to(row["channel"]), second.removeprefix("ask ")
    plan = chart.plan.of(application_id)
    reason = plan.loc[plan["reference_id"] == "", "reason"].iloc[0]
    on = chart.today if pd.isna(row["earliest_on"]) else max(row["earliest_on"], chart.today)
    return Entry(on, "next", ", ".join(filter(None, (first, second))), reason)


def plot_story(
    tables: Source,
    application_id: str,
    today: Day = None,
    *,
    size: int = 690,
    now: Plan | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw one application's story: every event with its day and words, today, what comes next.

    Entries stand one under the other, so no words touch; a pause of a week or more is told. The
    spine has the color of the stage, and a band beside it for the grace after their date. Without
    `ax` a figure `size` pixels wide is made, as high as the story needs; the data coordinates of
    the axes are pixels. `now` is the plan of this day, when it has been made already. Returns the
    axes; raises `FollowupError` for an unknown id.
    """
    tables, today = given(tables, today)
    chart = timeline(tables, today, applications=[application_id], now=now)
    with look():
        if ax is not None:
            return _into(ax, chart, story(chart, tables))
        title = fold(_title(chart), size - 2 * PAD, TITLE, "bold")
        placed, height = place(story(chart, tables), chart.today, size, title)
        return draw(chart, placed, title, size, height, None)


def _into(ax: Axes, chart: Timeline, entries: list[Entry]) -> Axes:
    """Draw a story into axes given: as many of its last entries as have room."""
    dress(ax)
    settle(ax)
    wide, high = room_of(ax)
    for skipped in range(len(entries)):
        rest = entries[skipped:]
        part = f" · the last {len(rest)} of {len(entries)} entries" if skipped else ""
        title = fold(_title(chart) + part, wide - 2 * PAD, TITLE, "bold")
        placed, height = place(rest, chart.today, wide, title)
        if height <= high:
            break
    return draw(chart, placed, title, wide, max(height, in_pixels(ax)[1]), ax)


def story_pages(
    tables: Source,
    application_id: str,
    today: Day = None,
    *,
    size: int = 690,
    tall: int = 970,
    now: Plan | None = None,
) -> list[Axes]:
    """Draw one application's story as figures at most `tall` pixels high, as a sheet is.

    The rest is as for `plot_story`; the title says which page of how many each is.
    """
    tables, today = given(tables, today)
    chart = timeline(tables, today, applications=[application_id], now=now)
    with look():
        name = _title(chart)
        first = fold(f"{name} · page 10 of 10", size - 2 * PAD, TITLE, "bold")
        entries = story(chart, tables)
        parts = sheets(entries, chart.today, size, first, tall)
        drawn = []
        for n, part in enumerate(parts, 1):
            which = f" · page {n} of {len(parts)}" if len(parts) > 1 else ""
            title = fold(name + which, size - 2 * PAD, TITLE, "bold")
            placed, height = place(part, chart.today, size, title)
            drawn.append(draw(chart, placed, title, size, height, None))
        return drawn


def describe_story(
    tables: Source, application_id: str, today: Day = None, *, now: Plan | None = None
) -> str:
    """Return one application's story as lines of text, the same as `plot_story` draws.

    Raises `FollowupError` for an id that is not in applications.csv.
    """
    tables, today = given(tables, today)
    chart = timeline(tables, today, applications=[application_id], now=now)
    row = chart.rows.iloc[0]
    lines = [", ".join(filter(None, (row["company"], row["job_title"]))) + "."]
    for entry in story(chart, tables):
        what = f"{entry.title}: {entry.detail}" if entry.detail else entry.title
        lines.append(f"{day_of(entry.on, chart.today)}: {what.rstrip('.')}.")
    return "\n".join(lines)


def _title(chart: Timeline) -> str:
    row = chart.rows.iloc[0]
    company = drawable(row["company"]) or f"row {row['row']} of the table"
    return in_order(company, drawable(row["job_title"]))

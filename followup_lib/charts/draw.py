"""What is drawn into a timeline: spans, marks, and the words beside them.

One collection for each stage and each kind of mark, however many rows there are.
"""

import datetime as dt
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection

from followup_lib.charts.data import SHOWN, Timeline
from followup_lib.charts.days import number, written
from followup_lib.charts.look import (
    FILLS,
    GRACE,
    INK,
    OURS,
    POINT,
    SHAPES,
    SMALL,
    SOFT,
    TAIL,
    THEIRS,
    paler,
    room_of,
    width,
)
from followup_lib.charts.rows import Page
from followup_lib.records.vocabulary import words

INSIDE = SMALL - 0.5
"""Points of the words inside a span."""


def draw_spans(ax: Axes, chart: Timeline, page: Page) -> None:
    """Draw the spans of each stage, labelled with the stage; one of 0 days is a thin line."""
    placed = _placed(chart.spans, page)
    above, below = page.room.bar
    for stage in stages(chart):
        fill, here = FILLS[stage], placed[placed["stage"] == stage]
        left, right = number(here["start"]), number(here["end"])
        top = here["top"].to_numpy()
        upper, lower = top + above, top + below
        corners = np.stack([left, upper, right, upper, right, lower, left, lower], axis=1)
        faces = [paler(fill.face) if pale else fill.face for pale in here["pale"]]
        bars = PolyCollection(
            list(corners.reshape(-1, 4, 2)),
            facecolors=faces,
            edgecolors=faces,
            linewidths=np.where(here["days"] == 0, 2, 0),
            hatch=fill.hatch or None,
            hatchcolors=fill.lines,
            label=stage,
            zorder=2,
        )
        ax.add_collection(bars, autolim=False)
    _part(ax, placed, page)


def _part(ax: Axes, placed: pd.DataFrame, page: Page) -> None:
    """Part two spans that touch with a white line, so that two interviews read as two."""
    before = placed.groupby("application_id")["end"].shift()
    days = placed.groupby("application_id")["days"].shift(fill_value=0)
    touch = placed[(before == placed["start"]) & (days > 0) & (placed["days"] > 0)]
    lines = [
        [(day, top + page.room.bar[0]), (day, top + page.room.bar[1])]
        for day, top in zip(number(touch["start"]), touch["top"], strict=True)
    ]
    ax.add_collection(
        LineCollection(lines, colors="white", linewidths=1, zorder=2.1), autolim=False
    )


def draw_marks(ax: Axes, chart: Timeline, page: Page) -> None:
    """Draw the marks of each kind, labelled with the kind, and the grace after their dates."""
    placed = _placed(chart.marks, page)
    for kind, shape in SHAPES.items():
        here = placed[placed["kind"] == kind]
        if here.empty:
            continue
        lane = here["top"] + (page.room.theirs if shape.from_them else page.room.mine)
        if kind == "they_promised":
            _draw_grace(ax, here, lane)
        ax.scatter(
            number(here["on"]),
            lane,
            shape.size,
            marker=shape.marker,
            facecolors=[paler(shape.face) if pale else shape.face for pale in here["pale"]],
            edgecolors=[paler(shape.edge) if pale else shape.edge for pale in here["pale"]],
            linewidths=0.9,
            label=kind,
            zorder=3,
        )


def draw_waits(ax: Axes, chart: Timeline, page: Page) -> None:
    """Draw a line from the day a promise was made to its day, dashed from there to today."""
    first, _ = ax.get_xlim()
    placed = _placed(chart.marks, page)
    today = number(pd.DatetimeIndex([chart.today]))[0]
    for kind, ink in (("they_promised", THEIRS), ("i_promised", OURS)):
        here, shape = placed[placed["kind"] == kind], SHAPES[kind]
        lane = here["top"] + (page.room.theirs if shape.from_them else page.room.mine)
        said, on = number(here["since"].fillna(here["on"])), number(here["on"])
        solid = zip(np.maximum(said, first), on, lane, strict=True)
        late = zip(on, lane, strict=True)
        how: dict[str, Any] = {"colors": ink, "linewidths": 1.4, "zorder": 2.7}
        for label, dash, lines in (
            ("said", "solid", [[(start, y), (day, y)] for start, day, y in solid]),
            ("since", (0, (1, 1.5)), [[(day, y), (today, y)] for day, y in late if day < today]),
        ):
            drawn = LineCollection(lines, linestyles=[dash], label=f"{kind} {label}", **how)
            ax.add_collection(drawn, autolim=False)


def _draw_grace(ax: Axes, theirs: pd.DataFrame, lane: pd.Series) -> None:
    ends = zip(number(theirs["on"]), number(theirs["until"]), lane, strict=True)
    bands = LineCollection(
        [[(on, y), (until, y)] for on, until, y in ends],
        colors=GRACE,
        linewidths=TAIL * POINT,
        capstyle="butt",
        label="grace",
        zorder=2.6,
    )
    ax.add_collection(bands, autolim=False)


def label_spans(ax: Axes, chart: Timeline, page: Page) -> None:
    """Write the stage into each span that has room; one that begins earlier says since when."""
    first, last = ax.get_xlim()
    px = room_of(ax)[0] / (last - first)
    placed = _placed(chart.spans, page)
    start = number(placed["start"])
    begin = np.maximum(start, first)
    room = (number(placed["end"]) - begin) * px - 8
    middle = placed["top"].to_numpy() + sum(page.room.bar) / 2 + 0.5
    for at in np.flatnonzero(room > width("offer", INSIDE)):
        span = placed.iloc[at]
        choices = _choices(span["stage"], span["start"] if start[at] < first else None)
        text = next((text for text in choices if width(text, INSIDE) <= room[at]), "")
        if text:
            ink = INK if span["pale"] else FILLS[span["stage"]].text
            _say(ax, begin[at] + 5 / px, middle[at], text, ink)


def _choices(stage: str, since: dt.date | None) -> list[str]:
    """Return what may be written into a span, the best first."""
    if since is None:
        return [words(stage)]
    earlier = f"since {written(since, 'MMM y')}"
    return [f"{words(stage)} {earlier}", earlier]


def label_outside(ax: Axes, chart: Timeline, page: Page) -> None:
    """Tell at the edges of a row what lies outside: all of its past, or their promised date."""
    first, last = ax.get_xlim()
    px = room_of(ax)[0] / (last - first)
    past = chart.spans.groupby("application_id").agg({"start": "min", "end": "max"})
    past = past[number(past["end"]) < first]
    middle = page.rows["top"].reindex(past.index) + sum(page.room.bar) / 2 + 0.5
    for start, end, y in zip(past["start"], past["end"], middle, strict=True):
        months = dict.fromkeys(written(day, "MMM y") for day in (start, end))
        _say(ax, first + 5 / px, y, f"earlier: {' to '.join(months)}", SOFT)
    ahead = chart.marks[
        (chart.marks["kind"] == "they_promised") & (number(chart.marks["on"]) > last)
    ]
    lane = ahead["application_id"].map(page.rows["top"]) + page.room.theirs
    for day, y in zip(ahead["on"], lane, strict=True):
        _say(ax, last, y, f"they said {written(day, 'MMMM d')} ›", THEIRS, ha="right")
    promised = chart.marks["kind"].isin(["they_promised", "i_promised"])
    alone = ~chart.marks["application_id"].isin(chart.spans["application_id"])
    before = chart.marks[promised & alone & (number(chart.marks["on"]) < first)]
    lane = before["application_id"].map(page.rows["top"]) + page.room.theirs
    for day, y in zip(before["on"], lane, strict=True):
        _say(ax, first + 5 / px, y, f"‹ {written(day, 'MMMM d, y')}", SOFT)


def _say(ax: Axes, x: float, y: float, text: str, ink: str, **how: Any) -> None:
    ax.text(x, y, text, color=ink, size=INSIDE, va="center_baseline", zorder=4, **how)


def _placed(table: pd.DataFrame, page: Page) -> pd.DataFrame:
    """Add to spans or marks the `top` of their row, and whether it is `pale`."""
    of = table["application_id"]
    return table.assign(top=of.map(page.rows["top"]), pale=of.map(page.rows["group"]) == "ended")


def stages(chart: Timeline) -> list[str]:
    """Return the stages that have spans, in order."""
    return [str(stage) for stage in SHOWN if (chart.spans["stage"] == stage).any()]

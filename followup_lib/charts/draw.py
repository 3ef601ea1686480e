"""What is drawn into a timeline: spans, marks, and the words beside them.

One collection for each stage and each kind of mark, however many rows there are.
"""

import datetime as dt
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.path import Path

from followup_lib.charts.data import SHOWN, Timeline
from followup_lib.charts.days import number, written
from followup_lib.charts.look import (
    FILLS,
    GRACE,
    INK,
    POINT,
    SHAPES,
    SMALL,
    SOFT,
    TAIL,
    paler,
    room_of,
    width,
)
from followup_lib.charts.rows import EARLIER, LANE, Page
from followup_lib.records.vocabulary import words

INSIDE = SMALL - 0.5
"""Points of the words inside a span, and at the edges."""
TICK, TICKS = 1.2, {"offer": (INK, 2.8), "on_hold": (SOFT, 6.8)}
"""Pixels of a tick across a thin line of a hatched stage; its color, and the pixels between two."""
TEETH = Path([(-0.2, 1), (0.3, 1), (0, 0.5), (0.3, 0), (0, -0.5), (0.3, -1), (-0.2, -1)])
"""The white before a torn edge, two high."""


def draw_spans(ax: Axes, chart: Timeline, page: Page) -> None:
    """Draw the spans of each stage, labeled with the stage; one of 0 days is a thin line."""
    found = placed(chart.spans, page)
    for stage in stages(chart):
        fill, here = FILLS[stage], found[found["stage"] == stage]
        left, right = number(here["start"]), number(here["end"])
        upper, lower = here["upper"].to_numpy(), here["lower"].to_numpy()
        corners = np.stack([left, upper, right, upper, right, lower, left, lower], axis=1)
        faces = [paler(fill.face) if pale else fill.face for pale in here["pale"]]
        bars = PolyCollection(
            list(corners.reshape(-1, 4, 2)),
            facecolors=faces,
            edgecolors=faces,
            linewidths=np.where(here["days"] > 0, 0, np.where(here["end"] < chart.today, 2, 5)),
            hatch=fill.hatch or None,
            hatchcolors=fill.lines,
            label=stage,
            zorder=2,
        )
        ax.add_collection(bars, autolim=False)
        if stage in TICKS:
            _tick(ax, here[here["n"] > 1], stage)
    own = found[found["n"] == 1]
    _part(ax, own)
    _tear(ax, own, page)


def _tick(ax: Axes, thin: pd.DataFrame, stage: str) -> None:
    """Draw dark ticks across lines too thin for a hatch, so that print in gray tells the stage."""
    ink, gap = TICKS[stage]
    for high, here in thin.groupby(thin["lower"] - thin["upper"]):
        middle = here["upper"] + high / 2
        ends = zip(number(here["start"]), number(here["end"]), middle, strict=True)
        ticks = LineCollection(
            [[(start, y), (end, y)] for start, end, y in ends],
            colors=ink,
            linewidths=high * POINT,
            linestyles=[(0, (TICK / high, gap / high))],
            capstyle="butt",
            label=f"{stage} ticks",
            zorder=2.05,
        )
        ax.add_collection(ticks, autolim=False)


def _part(ax: Axes, found: pd.DataFrame) -> None:
    """Part two spans that touch with a white line, so that two interviews read as two."""
    before = found.groupby("application_id")["end"].shift()
    days = found.groupby("application_id")["days"].shift(fill_value=0)
    touch = found[(before == found["start"]) & (days > 0) & (found["days"] > 0)]
    ends = zip(number(touch["start"]), touch["upper"], touch["lower"], strict=True)
    lines = [[(day, upper), (day, lower)] for day, upper, lower in ends]
    ax.add_collection(
        LineCollection(lines, colors="white", linewidths=1, zorder=2.1), autolim=False
    )


def _tear(ax: Axes, found: pd.DataFrame, page: Page) -> None:
    """Tear the left edge of the bars that began before the first day."""
    first, _ = ax.get_xlim()
    torn = found[(number(found["start"]) < first) & (number(found["end"]) > first)]
    if len(torn):
        high = (page.room.bar[1] - page.room.bar[0] + 2) * POINT
        middle = (torn["upper"] + torn["lower"]) / 2
        how: dict[str, Any] = {"marker": TEETH, "facecolors": "white", "linewidths": 0}
        ax.scatter([first] * len(torn), middle, high**2, label="torn", zorder=2.2, **how)


def draw_marks(ax: Axes, chart: Timeline, page: Page) -> None:
    """Draw the marks of each kind, labeled with the kind, and the grace after their dates."""
    found = placed(chart.marks, page)
    for kind, shape in SHAPES.items():
        here = found[found["kind"] == kind]
        if here.empty:
            continue
        lane = lane_of(here, page, from_them=shape.from_them)
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
    found = placed(chart.spans, page)
    found = found[found["n"] == 1]
    start = number(found["start"])
    begin = np.maximum(start, first)
    room = (number(found["end"]) - begin) * px - 8
    middle = (found["upper"] + found["lower"]).to_numpy() / 2 + 0.5
    for at in np.flatnonzero(room > width("offer", INSIDE)):
        span = found.iloc[at]
        choices = _choices(span["stage"], span["start"] if start[at] < first else None)
        text = next((text for text in choices if width(text, INSIDE) <= room[at]), "")
        if text:
            ink = INK if span["pale"] else FILLS[span["stage"]].text
            say(ax, begin[at] + 5 / px, middle[at], text, ink)


def _choices(stage: str, since: dt.date | None) -> list[str]:
    """Return what may be written into a span, the best first."""
    if since is None:
        return [words(stage)]
    earlier = f"since {written(since, 'MMM y')}"
    return [f"{words(stage)} {earlier}", earlier]


def say(ax: Axes, x: float, y: float, text: str, ink: str, **how: Any) -> None:
    """Write small words into the chart."""
    ax.text(x, y, text, color=ink, size=INSIDE, va="center_baseline", zorder=4, **how)


def lane_of(marks: pd.DataFrame, page: Page, *, from_them: bool) -> pd.Series:
    """Return where placed marks of one side stand: what came from them is above."""
    rows = page.rows.loc[marks["application_id"]]
    down = page.room.theirs if from_them else page.room.mine + rows["theirs"].to_numpy()
    return marks["top"] + down + marks["lane"] * LANE


def placed(table: pd.DataFrame, page: Page) -> pd.DataFrame:
    """Add to spans or marks where they stand: `top` of the row, `upper` and `lower` of the bar.

    And whether they are `pale`, and of how many applications (`n`) their row is.
    """
    rows = page.rows.loc[table["application_id"]]
    top, strip = rows["top"].to_numpy(), rows["n"].to_numpy() > 1
    upper, lower = (top + edge for edge in page.room.bar)
    if "slot" in table:
        step, slot = rows["step"].to_numpy(), table["slot"].to_numpy()
        line = upper + np.where(rows["earlier"] > 0, EARLIER, 0) + slot * step
        upper = np.where(strip, line, upper)
        lower = np.where(strip, line + step - (step >= 3), lower)
    pale = (rows["group"].to_numpy() == "ended") & ~strip
    return table.assign(top=top, upper=upper, lower=lower, pale=pale, n=rows["n"].to_numpy())


def stages(chart: Timeline) -> list[str]:
    """Return the stages that have spans, in order."""
    return [str(stage) for stage in SHOWN if (chart.spans["stage"] == stage).any()]

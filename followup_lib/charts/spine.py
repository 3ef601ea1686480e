"""Entries placed and drawn from top to bottom, along a spine of an application's stages."""

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from followup_lib.charts.data import Timeline
from followup_lib.charts.days import number
from followup_lib.charts.files import Picture
from followup_lib.charts.head import PAD, TITLE
from followup_lib.charts.look import (
    FAINT,
    FILLS,
    GRACE,
    INK,
    POINT,
    PX,
    SHAPES,
    SMALL,
    SOFT,
    drawable,
    fold,
)
from followup_lib.charts.rows import NAME
from followup_lib.records.dates import short_day, stretch

SPINE, WORDS, TOP = 130, 150, 44
"""Pixels from the left to the spine and to the words, and from the top to the first entry."""
LINE, HIGH, AFTER, PAUSE, WEEK = 16, 19, 12, 22, 7
"""Pixels of a line, of one in the title, after an entry, of a pause; days that make a pause."""
THICK, BAND = 6, 14
"""Pixels that the spine and a grace band are wide."""


class Entry(NamedTuple):
    """One entry of a story.

    `on` may be NaT: a day not known. `kind` says how it is marked: a stage, a kind of mark,
    `today`, `next`, or "" for a plain dot. `until` is the first day after the grace of their date.
    """

    on: Any
    kind: str
    title: str
    detail: str = ""
    until: Any = pd.NaT


@dataclass(frozen=True)
class Placed:
    """An entry with its words folded, the middle of its first line, and the pause before it."""

    entry: Entry
    day: str
    title: str
    detail: str
    y: float
    pause: int


def sheets(
    entries: list[Entry], today: pd.Timestamp, size: int, title: str, tall: int
) -> list[list[Entry]]:
    """Part entries into sheets at most `tall` pixels high, each with one entry at least."""
    sheets: list[list[Entry]] = [[]]
    for entry in entries:
        longer = [*sheets[-1], entry]
        if sheets[-1] and place(longer, today, size, title)[1] > tall:
            sheets.append([entry])
        else:
            sheets[-1] = longer
    return sheets


def draw(
    chart: Timeline,
    placed: list[Placed],
    title: str,
    wide: float,
    height: float,
    ax: Axes | None,
) -> Axes:
    """Draw placed entries beneath their title, in a figure made for them or in axes given."""
    if ax is None:
        ax = Picture(figsize=(wide / PX, height / PX)).add_axes((0, 0, 1, 1))
    ax.set(xticks=[], yticks=[])
    ax.set(xlim=(0, wide), ylim=(height, 0))
    ax.set_axis_off()
    ax.text(PAD, PAD, title, size=TITLE, weight="bold", va="top")
    _draw_spine(ax, chart, placed)
    for one in placed:
        _draw_mark(ax, one, wide)
        _write(ax, one)
    return ax


def place(
    entries: list[Entry], today: pd.Timestamp, wide: float, title: str
) -> tuple[list[Placed], float]:
    """Fold the words of the entries, and set them one under the other; return how high it is."""
    room = wide - WORDS - PAD - 6  # letters on a screen are a little wider than on paper
    placed: list[Placed] = []
    y, last = TOP + HIGH * title.count("\n") + LINE / 2, pd.NaT
    for entry in entries:
        pause = (entry.on - last).days if pd.notna(entry.on) and pd.notna(last) else 0
        y += PAUSE if pause >= WEEK else 0
        what = fold(drawable(entry.title), room, NAME, "bold")
        detail = fold(drawable(entry.detail), room, SMALL) if entry.detail else ""
        day = day_of(entry.on, today).replace(f" {_year(entry)}", f"\n{_year(entry)}")
        placed.append(Placed(entry, day, what, detail, y, pause))
        lines = what.count("\n") + 1 + (detail.count("\n") + 1 if detail else 0)
        y += LINE * max(lines, day.count("\n") + 1) + AFTER
        last = entry.on
    return placed, y - LINE / 2 + PAD


def _year(entry: Entry) -> int:
    return 0 if pd.isna(entry.on) else int(entry.on.year)


def _write(ax: Axes, one: Placed) -> None:
    """Write the day at the left, title and detail at the right, the pause before them."""
    bold = "bold" if one.entry.kind == "today" else "normal"
    up = one.y - LINE / 2
    ax.text(PAD, up + 1, one.day, size=SMALL, color=SOFT, weight=bold, va="top")
    ax.text(WORDS, up, one.title, size=NAME, color=INK, weight="bold", va="top")
    if one.detail:
        below = up + LINE * (one.title.count("\n") + 1)
        ax.text(WORDS, below, one.detail, size=SMALL, color=SOFT, va="top")
    if one.pause >= WEEK:
        pause = f"{stretch(one.pause)} later"
        ax.text(WORDS, up - AFTER / 2 - PAUSE / 2, pause, size=SMALL - 0.5, color=SOFT, va="center")


def _draw_spine(ax: Axes, chart: Timeline, placed: list[Placed]) -> None:
    """Draw the stages along the spine, and the grace after their date."""
    known = [one for one in placed if pd.notna(one.entry.on)]
    if not known:
        return
    days = number(pd.DatetimeIndex([one.entry.on for one in known]))
    heights = np.array([one.y for one in known])
    ax.plot([SPINE, SPINE], [heights[0], heights[-1]], color=FAINT, linewidth=THICK * POINT)
    start, end = (_heights(chart.spans[side], days, heights) for side in ("start", "end"))
    colors = [FILLS[stage].face for stage in chart.spans["stage"]]
    _draw_lines(ax, start, end, colors, THICK, "stages")
    theirs = chart.marks[chart.marks["until"].notna()]
    on, until = (_heights(theirs[side], days, heights) for side in ("on", "until"))
    _draw_lines(ax, on, until, [GRACE] * len(theirs), BAND, "grace")


def _heights(wanted: pd.Series, days: np.ndarray, heights: np.ndarray) -> np.ndarray:
    """Return where days stand: at the first entry of that day, else between its neighbours."""
    first, place = np.unique(days, return_index=True)
    return np.asarray(np.interp(number(wanted), first, heights[place]))


def _draw_lines(
    ax: Axes, start: np.ndarray, end: np.ndarray, colors: list[str], wide: float, label: str
) -> None:
    lines = [[(SPINE, above), (SPINE, below)] for above, below in zip(start, end, strict=True)]
    drawn = LineCollection(
        lines, colors=colors, linewidths=wide * POINT, capstyle="butt", label=label
    )
    ax.add_collection(drawn, autolim=False)


def _draw_mark(ax: Axes, one: Placed, wide: float) -> None:
    kind, shape = one.entry.kind, SHAPES.get(one.entry.kind)
    if kind == "today":
        below = one.y + LINE / 2 + 3
        ax.plot([PAD, wide - PAD], [below, below], color=INK, linewidth=1.1, label="today")
        return
    if shape is not None:
        marker, size, face, edge = shape.marker, shape.size * 1.6, shape.face, shape.edge
    elif kind in FILLS:
        marker, size, face, edge = "o", 70.0, FILLS[kind].face, INK
    else:
        marker, size, face, edge = "o", 40.0 if kind else 18.0, "#FFFFFF", INK
    how: dict[str, Any] = {"facecolors": face, "edgecolors": edge, "linewidths": 0.9}
    ax.scatter([SPINE], [one.y], size, marker=marker, label=kind or "dot", zorder=3, **how)


def day_of(on: Any, today: pd.Timestamp) -> str:
    """Return the day of an entry in words."""
    return "day not known" if pd.isna(on) else short_day(on.date(), today.date())

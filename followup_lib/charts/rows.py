"""The rows of a timeline: where each stands, its name at the left, what comes next at the right."""

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.transforms import Affine2D, Transform

from followup_lib.charts.data import Timeline
from followup_lib.charts.look import (
    FAINT,
    INK,
    PX,
    SCREEN,
    SMALL,
    SOFT,
    dots,
    drawable,
    fold,
    in_order,
    in_pixels,
    moved,
    shortened,
    width,
)
from followup_lib.charts.words import folded
from followup_lib.records.rows import rows_as

NAME = 9.0
"""Points of a name."""
GAP, HEADING, NAMES = 16, 34, 250
"""Pixels between columns, of a heading, and of the names at most."""


LEAST = 300
"""Pixels below which a line has no room for what comes next beside a name."""
SQUEEZE = 0.9
"""How far rows may be pressed together before words touch."""
LANE, EARLIER = 9.5, 14
"""Pixels from one lane of marks to the next, and of the words above the lines of a strip."""
LINES, LINE = 160, 4
"""Pixels of all the lines of a strip while each can have one, and of a line at most."""


class Room(NamedTuple):
    """Where a row holds what, in pixels below its top.

    `narrow` puts the name above the bar. What came from them stands on one line under the bar
    (`theirs`), what came from the seeker on the next (`mine`).
    """

    narrow: bool
    height: int
    first: float
    second: float
    bar: tuple[float, float]
    theirs: float
    mine: float


FOOT = 8.5
"""Pixels between the lowest line of a row and the next row."""
WIDE = Room(False, 46, 13, 29, (5, 21), 28, 37.5)
NARROW = Room(True, 60, 11, 11, (21, 35), 42, 51.5)


@dataclass(frozen=True)
class Page:
    """Rows with their places and words, and the room around them, in pixels.

    `rows` adds to those of the timeline `top` (below the top of the axes), `high`, the `step` from
    line to line in a strip, and `name` and `job`, in letters that can be drawn. `headings` are
    pairs of words and their top, the last of them for rows folded away; `left` and `right` the
    columns beside the axes. `complete` is False when letters had to be left out.
    """

    room: Room
    rows: pd.DataFrame
    headings: list[tuple[str, float]]
    height: float
    left: float
    right: float
    complete: bool


class Beside(NamedTuple):
    """What is written beside the bar of a row, and where."""

    top: float
    group: str
    name: str
    job: str
    first: str
    second: str


def lay_out(chart: Timeline, inner: float | None) -> Page:
    """Place rows with `first` and `second` under their headings, names shortened to their room.

    `inner` is the width of the axes when names stand above their bars, None when beside them.
    """
    room = WIDE if inner is None else NARROW
    if chart.spans.empty:  # no row has both sides of a promise
        room = room._replace(mine=room.theirs)
    heading, more = chart.rows["heading"], folded(chart)
    begins = (heading != heading.shift()).to_numpy()
    step, high = _heights(chart.rows, room)
    tops = np.cumsum(high) - high + np.cumsum(begins) * HEADING
    headings = list(zip(heading[begins], tops[begins] - HEADING, strict=True))
    height = float(tops[-1] + high[-1])
    if more:
        more = more if inner is None else fold(more, inner * SCREEN, NAME, "bold")
        headings.append((more, height))
        height += HEADING * (1 + more.count("\n") / 2)
    rows, complete = _named(chart.rows)
    rows = rows.assign(top=tops, high=high, step=step)
    left = right = 0.0
    if inner is None:
        rooms = [NAMES] * len(rows)
        rows["name"] = shortened(rows["name"].tolist(), rooms, NAME)
        rows["job"] = shortened(rows["job"].tolist(), rooms, SMALL)
        left = GAP + max(_widest(rows["name"], NAME), _widest(rows["job"], SMALL))
        right = GAP + _widest([*rows["first"], *rows["second"]], SMALL)
    else:
        rows[["name", "first"]] = _in_one_line(rows, inner * SCREEN - GAP)
    return Page(room, rows, headings, height, left, right, complete)


def _heights(rows: pd.DataFrame, room: Room) -> tuple[np.ndarray, np.ndarray]:
    """Return the pixels from line to line in strips, and those of every row."""
    slots, earlier = rows["slots"].to_numpy(), np.where(rows["earlier"] > 0, EARLIER, 0)
    step = np.clip(LINES // np.maximum(slots, 1), 1, LINE)
    strip = room.bar[0] + earlier + slots * step + FOOT
    lanes = room.height + rows["theirs"] + rows["mine"]
    return step, np.maximum(strip, lanes.to_numpy())


def fitting(page: Page, high: float) -> int:
    """Return how many rows fit so many pixels, one at least, with a line for the others."""
    if page.height * SQUEEZE <= high:
        return len(page.rows)
    ends = page.rows["top"] + page.rows["high"]
    return max(int((ends <= high / SQUEEZE - HEADING).sum()), 1)


def _named(rows: pd.DataFrame) -> tuple[pd.DataFrame, bool]:
    """Add `name` and `job` in letters that can be drawn; tell whether all letters could be."""
    columns = ("company", "job_title")
    names, jobs = ([drawable(text) for text in rows[column]] for column in columns)
    full = [" ".join(text.split()) for column in columns for text in rows[column]]
    shown = [
        name or f"row {row} of the table" for name, row in zip(names, rows["row"], strict=True)
    ]
    return rows.assign(name=shown, job=jobs), names + jobs == full


def _in_one_line(rows: pd.DataFrame, room: float) -> list[tuple[str, str]]:
    """Return name and title, and what comes next, which share one line; when, if it fits too."""
    columns = ("name", "job", "first", "second", "n")
    lines, next_to = [], []
    for name, job, first, second, n in zip(*(rows[column] for column in columns), strict=True):
        lines.append(in_order(name, job) if n == 1 else f"{name}: {job}")
        both = ", ".join(filter(None, (first, second)))
        beside = both if width(lines[-1], NAME) + width(both, SMALL) <= room else first
        next_to.append(beside if room >= LEAST else "")
    rooms = [room - width(beside, SMALL) for beside in next_to]
    return list(zip(shortened(lines, rooms, NAME), next_to, strict=True))


def _widest(texts: pd.Series | list[str], size: float) -> float:
    return max(width(text, size) for text in texts)


def label_rows(ax: Axes, page: Page) -> None:
    """Write names and titles at the left, what comes next at the right, headings over groups.

    All are plain texts: hundreds of ticks would take longer than their words.
    """
    rows, room = page.rows, page.room
    ax.set_ylim(max(page.height, in_pixels(ax)[1]), 0)
    ax.set_yticks([])
    at_left = ax.get_yaxis_transform() + moved(ax, -page.left)
    at_right = ax.get_yaxis_transform() + moved(ax, 0 if room.narrow else GAP)
    side = "right" if room.narrow else "left"
    for row in rows_as(Beside, rows):
        top = row.top
        ink = SOFT if row.group == "ended" else INK
        _write(ax, row.name, at_left, 0, top + room.first, color=ink, size=NAME)
        ink = INK if row.group == "today" else SOFT
        _write(ax, row.first, at_right, 1, top + room.first, color=ink, ha=side)
        if not room.narrow:
            _write(ax, row.second, at_right, 1, top + room.second)
            _write(ax, row.job, at_left, 0, top + room.second)
    for heading, top in page.headings:
        how = {"color": INK, "weight": "bold", "size": NAME}
        middle = top + HEADING * (1 + heading.count("\n") / 4) - 10
        _write(ax, heading, at_left, 0, middle, **how)
    _rule(ax, page)


def _write(ax: Axes, text: Any, where: Transform, x: float, y: float, **how: Any) -> None:
    if text:
        how = {"size": SMALL, "color": SOFT, "va": "center_baseline", **how}
        ax.text(x, y, text, transform=where, **how)


def _rule(ax: Axes, page: Page) -> None:
    """Draw a hairline under every row: through the axes, and out to both sides in pixels."""
    below = page.rows["top"] + page.rows["high"]
    edge, pixels = ax.get_yaxis_transform(), Affine2D().scale(1 / PX) + dots(ax)
    how: dict[str, Any] = {"colors": FAINT, "linewidths": 0.8, "clip_on": False, "zorder": 0.5}
    inside = LineCollection([[(0, y), (1, y)] for y in below], transform=edge, **how)
    ax.add_collection(inside, autolim=False)
    for x, out in ((0, -page.left), (1, page.right)):
        ends = [(x, y) for y in below]
        how |= {"transform": pixels, "offsets": ends, "offset_transform": edge}
        ax.add_collection(LineCollection([[(0, 0), (out, 0)]], **how), autolim=False)

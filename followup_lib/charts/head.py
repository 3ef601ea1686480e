"""The head of a timeline: its title and its legends, one of stages and one of marks."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.legend import Legend
from matplotlib.legend_handler import HandlerTuple
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from followup_lib.charts.data import Timeline
from followup_lib.charts.draw import stages as stages_of
from followup_lib.charts.look import (
    FILLS,
    GRACE,
    POINT,
    SHAPES,
    SMALL,
    TAIL,
    Fill,
    fold,
    moved,
    width,
)
from followup_lib.records.vocabulary import words

PAD, LINE, TITLE = 14, 17, 11
"""Pixels around a chart, pixels of a line in its head, points of its title."""
Entry = tuple[Any, str]
"""What a legend shows and says."""


@dataclass(frozen=True)
class Head:
    """A title in lines, and legends with their number of columns, `up` pixels above the axes."""

    title: str
    legends: list[tuple[list[Entry], int]]
    up: float

    @property
    def lines(self) -> int:
        """How many lines the legends take."""
        return sum(-(-len(entries) // n) for entries, n in self.legends)

    @property
    def height(self) -> float:
        """Pixels from the axes to the top of the figure."""
        return self.up + LINE * (self.lines + self.title.count("\n") + 1) + 12 + PAD


def head_of(chart: Timeline, title: str, room: float, up: float, *, stages: bool = True) -> Head:
    """Return the head of a chart, `room` pixels wide, `up` pixels above the axes.

    Without `stages` only marks are explained: the bars have their words in them.
    """
    of_stages = [(_patch(FILLS[stage]), words(stage)) for stage in stages_of(chart)]
    both = of_stages if stages else [], _mark_entries(chart)
    legends = [entries for entries in both if entries]
    lines = fold(title, room, TITLE, "bold")
    return Head(lines, [(entries, _columns(entries, room)) for entries in legends], up)


def draw_head(ax: Axes, head: Head, outside: float) -> None:
    """Draw title and legends above the days, beginning `outside` pixels left of the axes."""
    up = head.up + LINE * head.lines
    title = ax.set_title(head.title, loc="left", y=1, pad=(up + 12) * POINT)
    title.set_transform(title.get_transform() + moved(ax, -outside))
    for entries, n in head.legends:
        up -= LINE * -(-len(entries) // n)
        _draw_legend(ax, entries, n, (-outside, up))


def _mark_entries(chart: Timeline) -> list[Entry]:
    kinds = set(chart.marks["kind"])
    return [(_marker(kind), shape.words) for kind, shape in SHAPES.items() if kind in kinds]


def _patch(fill: Fill) -> Patch:
    return Patch(facecolor=fill.face, hatch=fill.hatch, hatchcolor=fill.lines, linewidth=0)


def _marker(kind: str) -> Any:
    shape = SHAPES[kind]
    mark = Line2D(
        *([], []),
        linestyle="",
        marker=shape.marker,
        markersize=shape.size**0.5,
        markerfacecolor=shape.face,
        markeredgecolor=shape.edge,
        markeredgewidth=0.9,
    )
    if kind != "they_promised":
        return mark
    tail = Line2D([], [], color=GRACE, linewidth=TAIL * POINT, solid_capstyle="butt")
    return tail, mark


def _columns(entries: list[Entry], room: float) -> int:
    """Return how many columns of a legend fit `room` pixels."""
    for n in range(len(entries), 1, -1):
        parts = np.array_split(np.arange(len(entries)), n)
        if sum(max(width(entries[i][1], SMALL) for i in part) + 40 for part in parts) <= room:
            return n
    return 1


def _draw_legend(ax: Axes, entries: list[Entry], n: int, shift: tuple[float, float]) -> None:
    """Draw one legend in `n` columns, to be read along its lines."""
    order = [i for column in range(n) for i in range(column, len(entries), n)]
    legend = Legend(
        ax,
        [entries[i][0] for i in order],
        [entries[i][1] for i in order],
        ncols=n,
        loc="lower left",
        bbox_to_anchor=(0, 1),
        bbox_transform=ax.transAxes + moved(ax, *shift),
        handler_map={tuple: HandlerTuple(ndivide=1, pad=0)},
    )
    legend.set_clip_on(False)
    ax.add_artist(legend)

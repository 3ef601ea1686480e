"""Where on a drawn timeline what is, in words: for a page that tells it to whoever points there."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from followup_lib.charts.canvas import NARROW
from followup_lib.charts.data import Timeline
from followup_lib.charts.days import number
from followup_lib.charts.look import PX, SHAPES
from followup_lib.charts.rows import NARROW as ABOVE
from followup_lib.charts.rows import WIDE
from followup_lib.charts.words import beside
from followup_lib.records.dates import count, short_day
from followup_lib.records.rows import rows_as
from followup_lib.records.vocabulary import words

REACH = 9
"""Pixels around a mark that count as it."""


class Spot(NamedTuple):
    """A box of a picture, in parts of its width and height from the top left, and its words.

    `row` is the place of the row in the picture when the box is all of it, else -1.
    """

    left: float
    top: float
    width: float
    height: float
    words: str
    row: int = -1


class Row(NamedTuple):
    """What is told of a whole row."""

    company: str
    job_title: str
    first: str
    second: str


def spots(ax: Axes, chart: Timeline) -> list[Spot]:
    """Return the rows of a timeline drawn in a figure of its own, then its spans, then its marks.

    What comes later lies above: a mark is told before the span it stands on.
    """
    figure: Any = ax.get_figure(root=True)
    room = ABOVE if figure.get_figwidth() * PX < NARROW else WIDE
    tops = dict(zip(chart.rows.index, np.asarray(ax.get_yticks()) - room.first, strict=False))
    found = [*_spans(ax, chart, tops, room.bar), *_marks(ax, chart, tops, room)]
    rows = [
        _box(ax, (0, 0), (top, top + room.height), row)._replace(left=0, width=1, row=place)
        for place, (row, top) in enumerate(zip(_rows(chart), tops.values(), strict=False))
    ]
    return rows + found


def _rows(chart: Timeline) -> Iterator[str]:
    for row in rows_as(Row, beside(chart).rows):
        name, how = (", ".join(filter(None, pair)) for pair in (row[:2], row[2:]))
        yield f"{name}: {how}" if how else name


def _spans(
    ax: Axes, chart: Timeline, tops: dict[str, float], bar: tuple[float, float]
) -> Iterator[Spot]:
    first, last = ax.get_xlim()
    here = chart.spans[chart.spans["application_id"].isin(tops)]
    days = zip(number(here["start"]), number(here["end"]), strict=True)
    for (start, end), (_, span) in zip(days, here.iterrows(), strict=True):
        if end < first or start > last:
            continue
        top = tops[span["application_id"]]
        said = f"{words(span['stage'])}, from {_day(span['start'], chart)}"
        said += f", {count(int(span['days']), 'day')}" if span["days"] else ""
        yield _box(ax, (max(start, first), end), (top + bar[0], top + bar[1]), said)


def _marks(ax: Axes, chart: Timeline, tops: dict[str, float], room: Any) -> Iterator[Spot]:
    first, last = ax.get_xlim()
    here = chart.marks[chart.marks["application_id"].isin(tops)]
    for on, (_, mark) in zip(number(here["on"]), here.iterrows(), strict=True):
        if not first <= on <= last:
            continue
        shape = SHAPES[mark["kind"]]
        lane = tops[mark["application_id"]] + (room.theirs if shape.from_them else room.mine)
        said = f"{shape.words.removesuffix(', and grace')}: {_day(mark['on'], chart)}"
        said += f", “{mark['said']}”" if mark["said"] else ""
        yield _box(ax, (on, on), (lane, lane), said, REACH)


def _box(
    ax: Axes, x: tuple[float, float], y: tuple[float, float], said: str, around: int = 0
) -> Spot:
    """Return days and heights of the axes as a box of the picture, with some pixels around it."""
    figure: Any = ax.get_figure(root=True)
    corners = ax.transData.transform([(x[0], y[0]), (x[1], y[1])])
    (left, high), (right, low) = corners + around * np.array([[-1, 1], [1, -1]])
    wide, tall = figure.bbox.width, figure.bbox.height
    parts = left / wide, 1 - high / tall, (right - left) / wide, (high - low) / tall
    from_left, from_top, width, height = (round(float(part), 5) for part in parts)
    return Spot(from_left, from_top, width, height, said)


def _day(day: pd.Timestamp, chart: Timeline) -> str:
    return short_day(day.date(), chart.today.date())

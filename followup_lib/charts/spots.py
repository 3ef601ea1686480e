"""Where on a drawn timeline what is, in words: for a page that tells it to whoever points there."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from followup_lib.charts.canvas import NARROW
from followup_lib.charts.data import Timeline
from followup_lib.charts.days import number
from followup_lib.charts.draw import lane_of, placed
from followup_lib.charts.lanes import in_lanes
from followup_lib.charts.look import PX, SHAPES, in_pixels, look
from followup_lib.charts.rows import Page, lay_out
from followup_lib.charts.strips import on_one_sheet
from followup_lib.records.dates import short_day, stretch
from followup_lib.records.rows import rows_as
from followup_lib.records.vocabulary import words

REACH = 9
"""Pixels around a mark that count as it."""


class Spot(NamedTuple):
    """A box of a picture, in parts of its width and height from the top left, and its words.

    `row` is the place of the row in the picture when the box is all of it and of one application,
    else -1; `of` is the application that all of it is of, or "" for a strip.
    """

    left: float
    top: float
    width: float
    height: float
    words: str
    row: int = -1
    of: str = ""


class Row(NamedTuple):
    """What is told of a whole row."""

    company: str
    job_title: str
    first: str
    second: str
    top: float
    high: float
    n: int


def spots(ax: Axes, chart: Timeline) -> list[Spot]:
    """Return the rows of a timeline drawn in a figure of its own, then its spans, then its marks.

    What comes later lies above: a mark is told before the span it stands on, and a line of a strip
    before its row.
    """
    figure: Any = ax.get_figure(root=True)
    wide, days = in_pixels(ax)[0], pd.to_datetime(ax.get_xlim(), unit="D").as_unit("s")
    with look():
        drawn = in_lanes(on_one_sheet(chart, days[0]), (days[0], days[1]), wide)
        page = lay_out(drawn, wide if figure.get_figwidth() * PX < NARROW else None)
    return [*_rows(ax, page), *_spans(ax, drawn, page), *_marks(ax, drawn, page)]


def _rows(ax: Axes, page: Page) -> Iterator[Spot]:
    for place, (key, row) in enumerate(zip(page.rows.index, rows_as(Row, page.rows), strict=True)):
        name = ", ".join(filter(None, row[:2]))
        how = ", ".join(filter(None, (row.first.removesuffix(f", {row.second}"), row.second)))
        said = f"{name}: {how}" if how else name
        box = _box(ax, (0, 0), (row.top, row.top + row.high), said)._replace(left=0, width=1)
        yield box._replace(row=place, of=key) if row.n == 1 else box


def _spans(ax: Axes, chart: Timeline, page: Page) -> Iterator[Spot]:
    first, last = ax.get_xlim()
    names = chart.plan.facts.applications["company"]
    spans = placed(chart.spans, page)
    days = zip(number(spans["start"]), number(spans["end"]), strict=True)
    for (start, end), (_, span) in zip(days, spans.iterrows(), strict=True):
        if end < first or start > last:
            continue
        said = f"{words(span['stage'])}, from {_day(span['start'], chart)}"
        said += f", {stretch(int(span['days']))}" if span["days"] else ""
        said = f"{names[span['of']]}: {said}" if span["n"] > 1 else said
        box = _box(ax, (max(start, first), end), (span["upper"], span["lower"]), said)
        yield box._replace(of=span["of"])


def _marks(ax: Axes, chart: Timeline, page: Page) -> Iterator[Spot]:
    marks = placed(chart.marks, page)
    sides = (lane_of(marks, page, from_them=from_them) for from_them in (True, False))
    days = number(marks["on"])
    for on, theirs, mine, (_, mark) in zip(days, *sides, marks.iterrows(), strict=True):
        shape = SHAPES[mark["kind"]]
        lane = theirs if shape.from_them else mine
        said = f"{shape.words.removesuffix(', plus a grace period')}: {_day(mark['on'], chart)}"
        said += f", “{mark['said']}”" if mark["said"] else ""
        yield _box(ax, (on, on), (lane, lane), said, REACH)._replace(of=mark["application_id"])


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

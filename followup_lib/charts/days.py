"""The days of a timeline: how far it looks back and ahead, its ticks, and today's line."""

import datetime as dt
from dataclasses import replace

import numpy as np
import pandas as pd
from babel.dates import format_date
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from followup_lib.charts.data import Timeline
from followup_lib.charts.look import FAINT, INK, SMALL, moved, room_of, width
from followup_lib.charts.rows import Page

DAY = pd.Timedelta(days=1)
BACK, AHEAD, FAR_AHEAD = 21, 10, 56
"""Calendar days shown before today at least, after today at least and at most."""
TALL = 900
"""Pixels from which the days stand under the chart as well."""
EDGE = 12
"""Pixels that the label of a day may stand out at either side."""
TICKS = (
    *(("W-MON", 1, "MMMM d"), ("W-MON", 2, "MMMM d"), ("W-MON", 2, "MMM d"), ("MS", 1, "MMMM")),
    *(("MS", 1, "MMM"), ("MS", 2, "MMM"), ("MS", 3, "MMM"), ("MS", 6, "MMM"), ("MS", 12, "MMM")),
)
"""Ways to set ticks (Mondays or firsts of months, how many apart, how written), finest first."""


def number(days: pd.Series | pd.DatetimeIndex) -> np.ndarray:
    """Return days as matplotlib counts them: floats, since 1970."""
    return np.asarray(days.to_numpy("datetime64[D]"), "float64")


def horizon(chart: Timeline, months: int) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Return the first and the last day shown.

    The first is where the oldest live row begins that is not older than `months`; rows older
    than that, and ended ones, may begin before. The last leaves room for every promise.
    """
    limit = chart.today - pd.DateOffset(months=months)
    days = pd.concat([chart.spans.rename(columns={"start": "on"}), chart.marks])
    begun = days.groupby("application_id")["on"].min()
    live = chart.rows["group"].reindex(begun.index) != "ended"
    begun = begun[live] if live.any() else begun
    oldest = begun[begun >= limit].min() if (begun >= limit).any() else limit
    first = max(min(oldest - 2 * DAY, chart.today - BACK * DAY), limit)
    ends = max(chart.today, *days["on"], *days["until"].dropna())
    ahead = min(max(ends - chart.today + 3 * DAY, AHEAD * DAY), FAR_AHEAD * DAY)
    return first, chart.today + ahead


def within(chart: Timeline, first: pd.Timestamp, last: pd.Timestamp) -> Timeline:
    """Return the chart without the marks before or after these days."""
    return replace(chart, marks=chart.marks[chart.marks["on"].between(first, last)])


def days_height(first: pd.Timestamp, last: pd.Timestamp) -> int:
    """Return the pixels that the labels of the days need above the axes."""
    return 28 if first.year == last.year else 42


def set_days(
    ax: Axes, page: Page, first: pd.Timestamp, last: pd.Timestamp, today: pd.Timestamp
) -> None:
    """Limit the axis to these days, set its ticks, and draw today's line."""
    left, right, at = number(pd.DatetimeIndex([first, last, today]))
    ax.xaxis_date()
    ax.set_xlim(left, right)
    wide = room_of(ax)[0]
    px = wide / (right - left)
    here = f"today, {written(today, 'MMMM d')}"
    half = width(here, SMALL, "bold") / 2
    middle = min(max((at - left) * px, half), wide - half)
    days, labels = _ticks(first, last, px)
    ticks = number(days)
    widths = np.array([width(label.split("\n")[-1], SMALL) for label in labels])
    places = (ticks - left) * px
    free = np.abs(places - middle) > half + widths / 2 + 8
    free &= (places > widths / 2 - EDGE - page.left) & (
        places < wide + EDGE + page.right - widths / 2
    )
    ax.set_xticks(ticks, np.where(free, labels, "").tolist())
    if page.height > TALL:
        ax.tick_params(axis="x", bottom=True, labelbottom=True)
    where = ax.transAxes + moved(ax, 0, 8.3)
    ax.text(
        *(middle / wide, 1, here),
        transform=where,
        size=SMALL,
        weight="bold",
        ha="center",
        va="bottom",
    )
    _down(ax, page, ticks, FAINT, 0.8, 0.5, "days")
    _down(ax, page, np.array([at]), INK, 1.1, 2.5, "today")


def _down(
    ax: Axes, page: Page, days: np.ndarray, ink: str, wide: float, zorder: float, label: str
) -> None:
    """Draw lines down the chart; where names stand above the bars, only beside the bars."""
    ends = [(0.0, page.height)]
    if page.room.narrow:
        tops = page.rows["top"]
        ends = list(zip(tops + page.room.bar[0] - 2, tops + page.rows["high"], strict=True))
    lines = [[(day, above), (day, below)] for day in days for above, below in ends]
    down = LineCollection(lines, colors=ink, linewidths=wide, zorder=zorder, label=label)
    ax.add_collection(down, autolim=False)


def _ticks(
    first: pd.Timestamp, last: pd.Timestamp, px: float
) -> tuple[pd.DatetimeIndex, list[str]]:
    """Return the finest ticks whose labels have room, `px` pixels to the day."""
    for unit, step, pattern in TICKS:
        days = pd.date_range(first, last, freq=unit)
        days = days[_counted(days, unit) % step == 0]
        labels = [written(day, pattern) for day in days]
        each = (7 if unit == "W-MON" else 28) * step * px
        if max((width(label, SMALL) for label in labels), default=0) + 10 <= each:
            break
    return days, _with_years(days, labels)


def _counted(days: pd.DatetimeIndex, unit: str) -> np.ndarray:
    """Number Mondays or months, so that every second or third can be chosen."""
    count = number(days) // 7 if unit == "W-MON" else days.year * 12 + days.month - 1
    return np.asarray(count, "int64")


def _with_years(days: pd.DatetimeIndex, labels: list[str]) -> list[str]:
    """Put the year above the first label of each year when there are several."""
    if days.year.nunique() < 2:
        return labels
    new = pd.Series(days.year).diff().ne(0)
    return [
        f"{day.year}\n{label}" if first else label
        for day, label, first in zip(days, labels, new, strict=True)
    ]


def written(day: dt.date, pattern: str) -> str:
    """Return a day in words, as babel's pattern says.

    >>> written(dt.date(2026, 3, 2), "MMMM d")
    'March 2'
    """
    return format_date(day, pattern, locale="en")

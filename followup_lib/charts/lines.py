"""The lines of promises: from the day each was said to its day, and on to today."""

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from followup_lib.charts.data import Timeline
from followup_lib.charts.days import number, written
from followup_lib.charts.draw import INSIDE, lane_of, placed, say
from followup_lib.charts.look import OURS, SHAPES, SOFT, THEIRS, room_of, width
from followup_lib.charts.rows import Page

KEY = "line: up to the date; dots: the date has passed"
"""What stands over the first line, and explains all."""
WHITE = {"facecolor": "white", "linewidth": 0, "pad": 1}


def draw_waits(ax: Axes, chart: Timeline, page: Page) -> None:
    """Draw a line from the day a promise was made to its day, dashed from there to today.

    Where the day is before those shown, the dashes begin behind the words that tell it.
    """
    first, last = ax.get_xlim()
    told = (width("‹ September 30, 2025", INSIDE) + 10) * (last - first) / room_of(ax)[0]
    found = placed(chart.marks.assign(lane=0), page)
    today = number(pd.DatetimeIndex([chart.today]))[0]
    for kind, ink in (("they_promised", THEIRS), ("i_promised", OURS)):
        here, shape = found[found["kind"] == kind], SHAPES[kind]
        lane = lane_of(here, page, from_them=shape.from_them)
        said, on = number(here["since"].fillna(here["on"])), number(here["on"])
        begin, on = np.maximum(said, first), np.minimum(on, last)
        solid = zip(begin[on >= first], on[on >= first], lane[on >= first], strict=True)
        end = pd.Series(on).groupby(here["application_id"].to_numpy()).transform("max").to_numpy()
        late = zip(np.where(end < first, first + told, end), lane, strict=True)
        how: dict[str, Any] = {"colors": ink, "linewidths": 1.4, "zorder": 2.7}
        for label, dash, lines in (
            ("said", "solid", [[(start, y), (day, y)] for start, day, y in solid]),
            ("since", (0, (1, 1.5)), [[(day, y), (today, y)] for day, y in late if day < today]),
        ):
            drawn = LineCollection(lines, linestyles=[dash], label=f"{kind} {label}", **how)
            ax.add_collection(drawn, autolim=False)


def label_waits(ax: Axes, chart: Timeline, page: Page) -> None:
    """Explain the lines at the first of one promise, and say over shared ones which days they are.

    Where all are shared, the first explains them; where names stand above, so does how they stand.
    """
    alone = page.rows.index[page.rows["n"] == 1]
    first = alone[0] if len(alone) else page.rows.index[0]
    here = chart.marks[chart.marks["application_id"].isin(page.rows.index)]
    for key, marks in here.groupby("application_id"):
        row: Any = page.rows.loc[key]
        said = KEY if key == first else ""
        if row["n"] > 1 and not said:
            said = _dates(marks["on"])
            how = f"{said}; {row['second']}"
            if page.room.narrow and row["second"] and width(how, INSIDE) < room_of(ax)[0] - 12:
                said = how
        if said:
            _over(ax, chart.today, row["top"] + sum(page.room.bar) / 2, marks, said)


def _dates(on: pd.Series) -> str:
    """Say from when to when dates are."""
    first, last = (written(day, "MMM d") for day in (on.min(), on.max()))
    return f"dates from {first} to {last}" if first != last else f"all for {first}"


def _over(ax: Axes, today: pd.Timestamp, y: float, marks: pd.DataFrame, text: str) -> None:
    """Write over a line from where it begins, or as far left as the words need before today."""
    first, last = ax.get_xlim()
    px = room_of(ax)[0] / (last - first)
    begin = number(marks["since"].fillna(marks["on"])).min()
    ends = number(pd.DatetimeIndex([today]))[0] - (width(text, INSIDE) + 6) / px
    say(ax, max(min(begin, ends), first + 5 / px), y + 2, text, SOFT, bbox=WHITE)

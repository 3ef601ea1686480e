"""How long a timeline takes, against its spans and row labels drawn as one bare collection.

Run: python benchmarks/charts.py [rows ...]. All are saved as PNG of the same size, in processor
seconds, the best of three runs. The aim is at most 1.5 times the bare chart with the same row
labels: name, title, what comes next and when. A bare chart with name and title only is shown too.
"""

import datetime as dt
import io
import sys
import time
from collections.abc import Callable

import numpy as np
import pandas as pd
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

from followup_lib.charts import plot_timeline
from followup_lib.charts.data import spans, timeline
from followup_lib.charts.words import standing
from followup_lib.tables import Tables, as_table, empty_table

TODAY = dt.date(2026, 3, 16)
STEPS = ("applied", "screen", "thanked", "interview", "thanked", "they_promised", "heard_back")
"""What happens to an invented application, a few days apart, as far as it gets."""


def invented(rows: int) -> Tables:
    """Return a search of invented applications, each a few steps far."""
    events, people = [], []
    for row in range(rows):
        day = TODAY - dt.timedelta(days=20 + 7 * row % 60)
        people.append((f"row-{row}", f"Invented Company {row}", f"Clerk for Records {row % 9}"))
        for step in STEPS[: 1 + row % (len(STEPS) + 1)]:
            due = day + dt.timedelta(days=9) if step == "they_promised" else ""
            events.append((f"row-{row}", str(day), step, str(due)))
            day += dt.timedelta(days=2 + row % 3)
    timeline = pd.DataFrame(events, columns=["application_id", "on", "event", "due_on"])
    timeline.insert(0, "event_id", [f"e{number:05d}" for number in range(1, len(events) + 1)])
    names = pd.DataFrame(people, columns=["application_id", "company", "job_title"])
    return Tables(
        applications=as_table("applications", names),
        people=empty_table("people"),
        timeline=as_table("timeline", timeline),
        references=empty_table("references"),
    )


def bare(tables: Tables, words: list[tuple[str, str]], width: float, height: float) -> Figure:
    """Draw the spans as one collection, and the labels of every row, nothing else.

    `words` are what comes next in each row, and when; an empty list leaves them out.
    """
    figure = Figure(figsize=(width, height))
    axes = figure.add_axes((0.2, 0.02, 0.6, 0.96))
    bars = spans(tables, TODAY)
    names = tables.applications
    row = bars["application_id"].map(dict(zip(names["application_id"], names.index, strict=True)))
    left, right = (
        bars[end].to_numpy("datetime64[D]").astype("float64") for end in ("start", "end")
    )
    top, bottom = row.to_numpy() - 0.3, row.to_numpy() + 0.1
    corners = np.stack([left, top, right, top, right, bottom, left, bottom], axis=1)
    axes.add_collection(PolyCollection(list(corners.reshape(-1, 4, 2))))
    axes.set(xlim=(left.min(), right.max()), ylim=(len(names), -1))
    axes.set_yticks(names.index, names["company"])
    for place, title in zip(names.index, names["job_title"], strict=True):
        axes.text(-0.2, place + 0.4, title, transform=axes.get_yaxis_transform())
    for place, (first, second) in enumerate(words):
        axes.text(1, place, first, transform=axes.get_yaxis_transform())
        if second:
            axes.text(1, place + 0.4, second, transform=axes.get_yaxis_transform())
    return figure


def seconds(draw: Callable[[], Figure]) -> float:
    """Return the processor seconds of the best of three runs, saving included."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        draw().savefig(io.BytesIO(), format="png")
        best = min(best, time.process_time() - start)
    return best


def compare(rows: int) -> str:
    """Return one line about so many rows."""
    tables = invented(rows)
    chart = timeline(tables, TODAY)
    words = standing(chart.rows, chart.today)
    width, height = plot_timeline(tables, TODAY).get_figure(root=True).get_size_inches()
    ours = seconds(lambda: plot_timeline(tables, TODAY).get_figure(root=True))
    same = seconds(lambda: bare(tables, words, width, height))
    less = seconds(lambda: bare(tables, [], width, height))
    return (
        f"{rows:4} rows: {ours:.2f} s; bare with the same row labels {same:.2f} s, ratio "
        f"{ours / same:.2f}; with names and titles only {less:.2f} s, ratio {ours / less:.2f}"
    )


if __name__ == "__main__":
    for number in map(int, sys.argv[1:] or ("50", "200", "500")):
        print(compare(number))

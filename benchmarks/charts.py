"""How long a timeline takes, against its spans and row labels drawn as bare collections.

Run: python benchmarks/charts.py [rows ...]. All are saved as PNG of the same size, in processor
seconds, the best of three runs; more than 500 rows as pages of 25, in one run. The aim is at most
1.5 times the bare chart with the same row labels: name, title, what comes next and when. A bare
chart with names and titles only is shown too. Deciding what comes next counts as ours alone.
"""

import datetime as dt
import io
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

import numpy as np
import pandas as pd
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

from followup_lib.charts import timeline_pages
from followup_lib.charts.data import spans, timeline
from followup_lib.charts.words import standing
from followup_lib.records.tables import Tables, as_table, empty_table

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


def bare(
    names: pd.DataFrame, bars: pd.DataFrame, words: list[tuple[str, str]], size: tuple[float, float]
) -> Figure:
    """Draw the spans as one collection, and the labels of every row, nothing else.

    `names` are rows of applications.csv, `words` what comes next in each and when; an empty list
    leaves them out.
    """
    figure = Figure(figsize=size)
    axes = figure.add_axes((0.2, 0.02, 0.6, 0.96))
    places = range(len(names))
    row = bars["application_id"].map(dict(zip(names["application_id"], places, strict=True)))
    left, right = (
        bars[end].to_numpy("datetime64[D]").astype("float64") for end in ("start", "end")
    )
    top, bottom = row.to_numpy() - 0.3, row.to_numpy() + 0.1
    corners = np.stack([left, top, right, top, right, bottom, left, bottom], axis=1)
    axes.add_collection(PolyCollection(list(corners.reshape(-1, 4, 2))))
    axes.set(xlim=(left.min(), right.max()), ylim=(len(names), -1))
    axes.set_yticks(places, names["company"])
    for place, title in zip(places, names["job_title"], strict=True):
        axes.text(-0.2, place + 0.4, title, transform=axes.get_yaxis_transform())
    for place, (first, second) in enumerate(words):
        axes.text(1, place, first, transform=axes.get_yaxis_transform())
        if second:
            axes.text(1, place + 0.4, second, transform=axes.get_yaxis_transform())
    return figure


def seconds(draw: Callable[[], Iterable[Figure]], runs: int) -> float:
    """Return the processor seconds of the best of some runs, saving included."""
    best = float("inf")
    for _ in range(runs):
        start = time.process_time()
        for figure in draw():
            figure.savefig(io.BytesIO(), format="png")
        best = min(best, time.process_time() - start)
    return best


def ours(tables: Tables, rows: int) -> Iterator[Figure]:
    """Draw our timeline: one figure, or pages of so many rows, without their overview."""
    pages = timeline_pages(tables, TODAY, rows=rows, which="all")
    for ax in islice(pages, int(rows < len(tables.applications)), None):
        yield ax.get_figure(root=True)


def theirs(
    tables: Tables, rows: int, sizes: list[tuple[float, float]], words: dict[str, tuple[str, str]]
) -> Iterator[Figure]:
    """Draw the bare charts: as many figures, as large; `words` stand beside the rows they have."""
    bars, names = spans(tables, TODAY), tables.applications
    for start, size in zip(range(0, len(names), rows), sizes, strict=True):
        page = names[start : start + rows]
        said = [words[key] for key in page["application_id"] if key in words]
        yield bare(page, bars[bars["application_id"].isin(page["application_id"])], said, size)


def compare(n: int) -> str:
    """Return one line about so many rows."""
    tables = invented(n)
    rows, runs = (25, 1) if n > 500 else (n, 3)
    sizes = [tuple(figure.get_size_inches()) for figure in ours(tables, rows)]
    chart = timeline(tables, TODAY, which="all")
    words = dict(zip(chart.rows.index, standing(chart.rows, chart.today), strict=True))
    full = seconds(lambda: ours(tables, rows), runs)
    same = seconds(lambda: theirs(tables, rows, sizes, words), runs)
    less = seconds(lambda: theirs(tables, rows, sizes, {}), runs)
    return (
        f"{n:4} rows, {len(sizes)} figure{'' if len(sizes) == 1 else 's'}: {full:.2f} s; bare with "
        f"the same row labels {same:.2f} s, ratio {full / same:.2f}; with names and titles only "
        f"{less:.2f} s, ratio {full / less:.2f}"
    )


if __name__ == "__main__":
    for number in map(int, sys.argv[1:] or ("50", "200", "500", "5000")):
        print(compare(number))

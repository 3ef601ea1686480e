"""How long a timeline takes, against its spans drawn as one bare collection with the same labels.

Run: python benchmarks/charts.py [rows ...]. All are saved as PNG of the same size, in processor
seconds, the best of five runs that alternate; more than 500 rows as pages of 25, in one run. The
aim is at most 1.3 times the bare chart with the same labels: name, title, what comes next and when
beside a row, the stage in a bar. A bare chart without the words in the bars is shown too. Deciding
what comes next, marks, legends and today count as ours alone.
"""

import datetime as dt
import gc
import io
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

import numpy as np
import pandas as pd
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

from followup_lib.charts import timeline_pages
from followup_lib.charts.data import spans, timeline
from followup_lib.charts.draw import INSIDE
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


class Sheet(NamedTuple):
    """What one of our figures has: its size in inches, and the words in bars with their places."""

    size: tuple[float, float]
    inside: list[tuple[float, float, str]]


def sheet(figure: Figure) -> Sheet:
    """Return what a bare chart needs to say the same."""
    inside = [text for text in figure.axes[0].texts if text.get_fontsize() == INSIDE]
    width, height = figure.get_size_inches()
    return Sheet((width, height), [(*text.get_position(), text.get_text()) for text in inside])


def bare(
    names: pd.DataFrame, bars: pd.DataFrame, words: list[tuple[str, str]], sheet: Sheet
) -> Figure:
    """Draw the spans as one collection, and the labels of every row, nothing else.

    `names` are rows of applications.csv, `words` what comes next in each and when.
    """
    figure = Figure(figsize=sheet.size)
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
    for x, y, text in sheet.inside:
        axes.text(x, 1 - y / (sheet.size[1] * 100), text, transform=axes.get_xaxis_transform())
    return figure


def seconds(figures: Iterator[Figure]) -> float:
    """Return the processor seconds to draw and save figures."""
    gc.collect()
    start = time.process_time()
    for figure in figures:
        figure.savefig(io.BytesIO(), format="png")
    return time.process_time() - start


def ours(tables: Tables, rows: int) -> Iterator[Figure]:
    """Draw our timeline: one figure, or pages of so many rows, without their overview."""
    pages = timeline_pages(tables, TODAY, rows=rows, size=1280, which="all")
    for ax in islice(pages, int(rows < len(tables.applications)), None):
        yield ax.get_figure(root=True)


def theirs(
    tables: Tables, rows: int, sheets: list[Sheet], words: dict[str, tuple[str, str]]
) -> Iterator[Figure]:
    """Draw the bare charts: as many figures, as large; `words` stand beside their rows."""
    bars, names = spans(tables, TODAY), tables.applications
    for start, sheet in zip(range(0, len(names), rows), sheets, strict=True):
        page = names[start : start + rows]
        said = [words[key] for key in page["application_id"]]
        yield bare(page, bars[bars["application_id"].isin(page["application_id"])], said, sheet)


def compare(n: int) -> str:
    """Return one line about so many rows."""
    tables = invented(n)
    rows, runs = (25, 1) if n > 500 else (n, 5)
    sheets = [sheet(figure) for figure in ours(tables, rows)]
    outside = [Sheet(one.size, []) for one in sheets]
    chart = timeline(tables, TODAY, which="all")
    words = dict(zip(chart.rows.index, standing(chart.rows, chart.today), strict=True))
    draws: tuple[Callable[[], Iterator[Figure]], ...] = (
        lambda: ours(tables, rows),
        lambda: theirs(tables, rows, sheets, words),
        lambda: theirs(tables, rows, outside, words),
    )
    full, same, less = np.min([[seconds(draw()) for draw in draws] for _ in range(runs)], axis=0)
    return (
        f"{n:4} rows, {len(sheets)} figure{'' if len(sheets) == 1 else 's'}: {full:.2f} s; bare "
        f"with the same labels {same:.2f} s, ratio {full / same:.2f}; without the words in bars "
        f"{less:.2f} s, ratio {full / less:.2f}"
    )


if __name__ == "__main__":
    for number in map(int, sys.argv[1:] or ("50", "200", "500", "5000")):
        print(compare(number))

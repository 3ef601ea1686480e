"""Which rows a timeline shows, in which order, and on how many pages."""

import datetime as dt
import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pypdf import PdfReader

from followup_lib.charts import chart_files, describe_timeline, plot_timeline, timeline_pages
from followup_lib.charts.data import marks, timeline
from followup_lib.charts.words import NONE
from tests.advice.situations import search
from tests.charts.seen import days, labeled, names, texts

MONDAY = dt.date(2026, 3, 16)
FACTS = {
    "due": "interview 3-05; thanked 3-06; they_promised 3-05 due 3-12",
    "new": "applied 3-10",
    "old": "applied 1-05; screen 1-12; thanked 1-13",
    "gone": "interview 2-02; rejected 2-20",
    "rest": "interview 1-02; no_response 2-12",
}


@pytest.mark.parametrize(
    ("choice", "expected", "rested"),
    [
        # the plainest: those under way by what comes next; two that ended are only counted
        ({}, ["due", "old", "new"], 2),
        ({"which": "due"}, ["due"], 0),
        ({"which": "all"}, ["due", "old", "new", "gone", "rest"], 0),
        # something happened on that day or later
        ({"since": dt.date(2026, 2, 20)}, ["due", "new"], 1),
        ({"since": dt.date(2026, 2, 20), "which": "all"}, ["due", "new", "gone"], 0),
        ({"since": dt.date(2026, 3, 16)}, [], 0),
        # the longest without a word from them first, those that ended still last
        ({"order": "wait"}, ["old", "due", "new"], 2),
        ({"order": "wait", "which": "all"}, ["old", "due", "new", "gone", "rest"], 0),
        # named ones are shown whatever became of them
        ({"applications": ["rest", "new"]}, ["new", "rest"], 0),
    ],
)
def test_the_rows_chosen(choice: Any, expected: list[str], rested: int) -> None:
    """Filters, order and the rows folded away."""
    chart = timeline(search(FACTS), MONDAY, **choice)
    assert (chart.rows.index.tolist(), chart.rested) == (expected, rested)


def test_rows_folded_away_are_a_line_and_still_counted() -> None:
    """One line stands for them; title and text count them as before."""
    ax = plot_timeline(search(FACTS), MONDAY)
    assert "2 more ended or on pause" in texts(ax)
    assert len(names(ax)) == 3
    title = "5 applications: 1 for today, 2 waiting, 2 ended or on pause"
    assert ax.get_title(loc="left") == title
    assert describe_timeline(search(FACTS), MONDAY).startswith(title)


def test_the_longest_wait_has_its_heading() -> None:
    """Ordered by wait, the rows stand under words that say so."""
    drawn = texts(plot_timeline(search(FACTS), MONDAY, order="wait"))
    assert "Longest wait first" in drawn
    assert "Waiting" not in drawn


def test_a_choice_without_rows_is_a_sentence() -> None:
    """Nothing chosen, or everything at rest, is told in words; there is no empty axis."""
    ax = plot_timeline(search(FACTS), MONDAY, since=MONDAY)
    assert texts(ax) == [NONE] == [describe_timeline(search(FACTS), MONDAY, since=MONDAY)]
    text = describe_timeline(search({"gone": FACTS["gone"]}), MONDAY)
    assert text == f"{NONE} 1 ended or on pause."


@pytest.mark.parametrize(("rows", "expected"), [(3, [3]), (4, [4]), (5, [4, 1]), (9, [4, 4, 1])])
def test_pages(rows: int, expected: list[int]) -> None:
    """No row is missing or twice, all pages have the same days, each says which it is."""
    tables = search(
        {
            f"a{n}": f"screen 3-{n + 1:02}; thanked 3-10; they_promised 3-10 due 4-20"
            for n in range(rows)
        }
    )
    pages = list(timeline_pages(tables, MONDAY, rows=4))
    said = [[label.get_text() for label in names(ax)] for ax in pages]
    assert [len(page) for page in said] == expected
    everyone = [name for page in said for name in page]
    assert sorted(everyone) == sorted(tables.applications["company"])
    assert len({ax.get_xlim() for ax in pages}) == 1
    title = f"{rows} applications: {rows} waiting"
    several = [f"{title} · page {n + 1} of {len(pages)}" for n in range(len(pages))]
    titles = [ax.get_title(loc="left") for ax in pages]
    assert titles == (several if len(pages) > 1 else [title])


def test_what_is_folded_away_is_told_on_the_last_page() -> None:
    """The line for the rows at rest stands once."""
    has_line = [
        "2 more ended or on pause" in texts(ax)
        for ax in timeline_pages(search(FACTS), MONDAY, rows=2)
    ]
    assert has_line == [False, True]


def test_pages_in_files() -> None:
    """A PDF holds every page and is the same twice; pictures are a file each, numbered."""
    tables = search(FACTS)
    written = []
    for _ in range(2):
        figures = (ax.figure for ax in timeline_pages(tables, MONDAY, rows=2))
        ((path, data),) = chart_files(figures, Path("chart.pdf"))
        assert path == Path("chart.pdf")
        written.append(data)
    assert written[0] == written[1]
    pages = PdfReader(io.BytesIO(written[0])).pages
    assert [f"page {n} of 2" in page.extract_text() for n, page in enumerate(pages, 1)] == [
        True
    ] * 2
    figures = (ax.figure for ax in timeline_pages(tables, MONDAY, rows=2))
    names = [path.name for path, _ in chart_files(figures, Path("chart.svg"))]
    assert names == ["chart-1.svg", "chart-2.svg"]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ("offer 3-13 due 3-23", [("offer_deadline", "2026-03-23")]),
        ("offer 3-13", []),
        ("offer 3-10 due 3-23; declined 3-12", []),
        (
            "interview 3-02; reference_contacted 3-10 who amin",
            [("reference_call", "2026-03-10")],
        ),
    ],
)
def test_deadlines_and_reference_calls(facts: str, expected: list[tuple[str, str]]) -> None:
    """The day an offer is to be answered by, and calls to references, are marks on their days."""
    tables = search({"acme": facts})
    table = marks(tables, MONDAY)
    pairs = list(zip(table["kind"], table["on"].dt.strftime("%Y-%m-%d"), strict=True))
    assert pairs == expected
    for kind, on in pairs:
        drawn = labeled(plot_timeline(tables, MONDAY), kind).get_offsets()
        assert days(np.asarray(drawn)[:, 0]) == [on]

"""The rows and days of a timeline: names, headings, ticks, and no two words that touch."""

import datetime as dt

import numpy as np
import pytest
from matplotlib.axes import Axes

from followup_lib.charts import chart_png, plot_timeline
from followup_lib.charts.look import FILLS
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import words
from tests.advice.situations import search
from tests.charts.seen import crowd, days, legend_words, names, outside, shown, texts, touching

MONDAY = dt.date(2026, 3, 16)


def test_names_in_the_order_of_the_plan(drawn: Axes, sample: Tables) -> None:
    """The labels of the rows are the companies, those to act on first."""
    said = [label.get_text() for label in names(drawn)]
    assert said[:2] == ["Quillon Health", "Osprey Lane Mutual"]
    assert said[-1] == "Pennyfield Bakeries"
    assert len(said) == len(sample.applications)


def test_long_names_end_at_a_word(drawn: Axes) -> None:
    """A long company or title is shortened after a word."""
    assert "Brindlewick Laboratories and Field…" in texts(drawn)
    assert "Senior Technical Writer and…" in texts(drawn)


def test_the_legend_says_what_occurs(drawn: Axes) -> None:
    """The legend has the stages in their order, then the marks, in the words of the screen."""
    stages = ["saved", "applied", "first call", "interview", "last interview", "reference check"]
    marks = ["their date, plus a grace period", "they were in touch", "interview ahead"]
    marks += ["a reference was called", "answer the offer by"]
    mine = ["what I promised", "promised and done", "I was in touch"]
    assert legend_words(drawn) == [*stages, "offer", "on hold", *marks, *mine]


def test_the_legend_leaves_out_what_does_not_occur() -> None:
    """Stages and marks that do not occur are not explained."""
    ax = plot_timeline(search({"acme": "applied 3-02; interview 3-05"}), MONDAY)
    assert legend_words(ax) == ["applied", "interview"]


def test_days_in_the_form_of_the_reader(drawn: Axes) -> None:
    """The days are written as one reads them, and none of them twice near today."""
    labels = [label.get_text() for label in drawn.get_xticklabels() if label.get_text()]
    assert labels[:2] == ["January 19", "January 26"]
    assert "March 16" not in labels


def test_the_turn_of_the_year_is_marked() -> None:
    """When the days span two years, the first label of each has its year."""
    ax = plot_timeline(search({"acme": "applied 2025-12-10; interview 1-08"}), dt.date(2026, 1, 16))
    years = [label.get_text().split("\n") for label in ax.get_xticklabels()]
    assert [parts[0] for parts in years if len(parts) == 2] == ["2025", "2026"]


def test_an_old_row_does_not_squeeze_the_others() -> None:
    """The days begin with the rows of the last months; an older one says since when."""
    tables = search({"acme": "interview 2025-11-05", "kite": "applied 2-02; interview 3-02"})
    ax = plot_timeline(tables, MONDAY)
    assert days(np.array(ax.get_xlim()))[0] == "2026-01-31"
    assert "interview since Nov 2025" in texts(ax)


def test_what_ended_before_is_told() -> None:
    """A row that ended before the first day shown says when it was."""
    tables = search({"acme": "applied 2025-10-21; rejected 2025-11-05", "kite": "applied 3-02"})
    assert "earlier: Oct 2025 to Nov 2025" in texts(plot_timeline(tables, MONDAY, which="all"))


def test_a_date_far_ahead_is_told() -> None:
    """A promised date beyond the last day shown is written at the edge."""
    tables = search({"acme": "interview 3-02; they_promised 3-02 due 6-30"})
    ax = plot_timeline(tables, MONDAY)
    assert "they said June 30 ›" in texts(ax)
    assert "their date, plus a grace period" not in legend_words(ax)


@pytest.mark.parametrize("months", [1, 6])
def test_the_days_begin_at_most_so_many_months_ago(months: int) -> None:
    """`months` limits how far back the chart looks."""
    tables = search({"acme": "applied 2025-06-02; interview 2025-10-20"})
    first = days(np.array(plot_timeline(tables, MONDAY, months=months).get_xlim()))[0]
    assert first == {1: "2026-02-16", 6: "2025-09-16"}[months]


@pytest.mark.parametrize(
    ("rows", "size"),
    [
        *((rows, size) for rows in (1, 12) for size in (390, 700, 1280)),
        (60, 690),
        pytest.param(500, 1280, marks=pytest.mark.slow),
    ],
)
def test_no_words_overlap(rows: int, size: int) -> None:
    """No two texts touch, and none leaves the picture, measured by the renderer's own boxes."""
    ax = plot_timeline(crowd(rows), MONDAY, size=size, which="all", rows=None)
    chart_png(ax.get_figure(root=True), scale=1)
    assert len(shown(ax)) > 3 * rows
    assert outside(ax) == []
    assert touching(ax) == []


def test_words_in_a_bar_stay_in_it() -> None:
    """The stage is written into a bar only where it fits."""
    ax = plot_timeline(crowd(12), MONDAY)
    chart_png(ax.get_figure(root=True), scale=1)
    bars = [
        (path.get_extents(), stage)
        for stage in FILLS
        for one in ax.collections
        if one.get_label() == stage
        for path in one.get_paths()
    ]
    inside = [
        text for text in ax.texts if text.get_size() == 7.5 and text.get_text() in map(words, FILLS)
    ]
    assert inside
    for text in inside:
        box = text.get_window_extent().transformed(ax.transData.inverted())
        middle = (box.y0 + box.y1) / 2
        (bar,) = [
            bar
            for bar, stage in bars
            if words(stage) == text.get_text()
            and bar.x0 <= box.x0 <= bar.x1
            and bar.y0 <= middle <= bar.y1
        ][:1]
        assert box.x1 <= bar.x1


def test_a_narrow_chart_puts_names_above(sample: Tables) -> None:
    """On a narrow page company and title stand in one line, above the bar."""
    ax = plot_timeline(sample, MONDAY, size=390)
    assert names(ax)[0].get_text() == "Quillon Health, Technical Writer"
    assert "answer the offer" in texts(ax)  # and when, only where there is room
    assert "answer the offer, by Mon, March 23" in texts(plot_timeline(sample, MONDAY, size=690))
    assert ax.get_figure(root=True).get_figwidth() == pytest.approx(3.9)


def test_the_height_grows_by_the_row() -> None:
    """Each row adds the same height."""
    heights = [
        plot_timeline(search({f"a{n}": "screen 3-02" for n in range(rows)}), MONDAY)
        .get_figure(root=True)
        .get_figheight()
        for rows in (2, 3, 9)
    ]
    assert heights[1] - heights[0] == pytest.approx((heights[2] - heights[1]) / 6)

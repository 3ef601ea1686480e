"""A few charts against stored pictures without their words, which other tests read.

A missing one is made, to be looked at, with
`pytest tests/charts/test_pictures.py --mpl-generate-path=DIR -W ignore::UserWarning`.
"""

import datetime as dt

import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from followup_lib import charts
from followup_lib.records.tables import Tables
from tests.advice.situations import search
from tests.charts.seen import shown
from tests.charts.test_matrix import invented

MONDAY = dt.date(2026, 3, 16)
SMALL = {"style": "default", "savefig_kwargs": {"dpi": 50}, "tolerance": 4}


def wordless(ax: Axes) -> Figure:
    """Return the chart without words, whose edges differ from machine to machine."""
    for text in shown(ax):
        text.set_alpha(0)
    return ax.get_figure(root=True)


@pytest.mark.mpl_image_compare(**SMALL)
def test_timeline(sample: Tables) -> Figure:
    """Spans, marks, grace bands, today's line and the rows' lines."""
    return wordless(charts.plot_timeline(sample, MONDAY, which="due", size=690))


@pytest.mark.mpl_image_compare(**SMALL)
def test_story(sample: Tables) -> Figure:
    """The spine in the colors of the stages, its marks, and today's line."""
    return wordless(charts.plot_story(sample, "quillon-health-technical-writer", MONDAY, size=380))


@pytest.mark.mpl_image_compare(**SMALL)
def test_reach(sample: Tables) -> Figure:
    """A bar for each stage, the offer hatched."""
    return wordless(charts.plot_reach(sample, MONDAY, size=380))


@pytest.mark.mpl_image_compare(**SMALL)
def test_waiting(sample: Tables) -> Figure:
    """The falling steps, and a cross for each who waits."""
    return wordless(charts.plot_waiting(sample, MONDAY, size=380))


@pytest.mark.mpl_image_compare(**SMALL)
def test_weeks(sample: Tables) -> Figure:
    """Three lanes of bars, the middle one hatched."""
    return wordless(charts.plot_weeks(sample, MONDAY, size=380))


@pytest.mark.mpl_image_compare(**SMALL)
def test_promises(sample: Tables) -> Figure:
    """Lines from the day a promise was made, dotted on to today, and the grace after theirs."""
    return wordless(charts.plot_promises(sample, MONDAY, size=380))


@pytest.mark.mpl_image_compare(**SMALL)
def test_overview() -> Figure:
    """Of 300 applications each is a thin line, in the strip of what is to be said of it."""
    return wordless(charts.plot_timeline(invented(300), MONDAY, size=690))


@pytest.mark.mpl_image_compare(**SMALL)
def test_lanes() -> Figure:
    """Marks of one day one under the other, an edge torn, what ended in thin lines."""
    facts = {
        "long": "interview 2025-10-06; wrote 2025-10-13; heard_back 2-16; wrote 2-16; wrote 2-17",
        "busy": "interview 3-09; wrote 3-10; i_promised 3-09 due 3-10; called 3-11; offer 3-16",
        **{f"old{n}": f"applied 2-{n + 10}; rejected 3-{n + 1:02}" for n in range(4)},
    }
    return wordless(charts.plot_timeline(search(facts), MONDAY, size=380))


@pytest.mark.mpl_image_compare(**SMALL)
def test_few_answers() -> Figure:
    """With fewer than five answers the steps are dotted from their start, in a wide band."""
    answers = {f"got{n}": f"interview 2-{n + 2:02}; rejected 2-{3 * n + 9:02}" for n in range(3)}
    still = {f"still{n}": f"interview 2-{n + 10}" for n in range(4)}
    return wordless(charts.plot_waiting(search(answers | still), MONDAY, size=380))


@pytest.mark.mpl_image_compare(**SMALL)
def test_dark(sample: Tables) -> Figure:
    """On a small place of a dark figure: some of the rows, on white."""
    figure = Figure(figsize=(6, 5), facecolor="black")
    return wordless(charts.plot_timeline(sample, MONDAY, ax=figure.add_axes((0.1, 0.1, 0.8, 0.6))))

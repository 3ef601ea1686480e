"""A few charts against stored pictures without their words, which other tests read.

A missing one is made, to be looked at, with
`pytest tests/charts/test_pictures.py --mpl-generate-path=DIR -W ignore::UserWarning`.
"""

import datetime as dt
from collections.abc import Callable

import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from followup_lib import charts
from followup_lib.records.tables import Tables
from tests.advice.situations import search
from tests.charts.seen import shown
from tests.charts.test_matrix import invented

MONDAY = dt.date(2026, 3, 16)


def lanes() -> Axes:
    """Draw marks of one day one under the other, an edge torn, what ended in thin lines."""
    facts = {
        "long": "interview 2025-10-06; wrote 2025-10-13; heard_back 2-16; wrote 2-16; wrote 2-17",
        "busy": "interview 3-09; wrote 3-10; i_promised 3-09 due 3-10; called 3-11; offer 3-16",
        **{f"old{n}": f"applied 2-{n + 10}; rejected 3-{n + 1:02}" for n in range(4)},
    }
    return charts.plot_timeline(search(facts), MONDAY, size=380)


def few_answers() -> Axes:
    """Draw steps of fewer than five answers: dotted from their start, in a wide band."""
    answers = {f"got{n}": f"interview 2-{n + 2:02}; rejected 2-{3 * n + 9:02}" for n in range(3)}
    still = {f"still{n}": f"interview 2-{n + 10}" for n in range(4)}
    return charts.plot_waiting(search(answers | still), MONDAY, size=380)


def dark(sample: Tables) -> Axes:
    """Draw on a small place of a dark figure: some of the rows, on white."""
    figure = Figure(figsize=(6, 5), facecolor="black")
    return charts.plot_timeline(sample, MONDAY, ax=figure.add_axes((0.1, 0.1, 0.8, 0.6)))


PICTURES: dict[str, Callable[[Tables], Axes]] = {
    "timeline": lambda sample: charts.plot_timeline(sample, MONDAY, which="due", size=690),
    "story": lambda sample: charts.plot_story(
        sample, "quillon-health-technical-writer", MONDAY, size=380
    ),
    "reach": lambda sample: charts.plot_reach(sample, MONDAY, size=380),
    "waiting": lambda sample: charts.plot_waiting(sample, MONDAY, size=380),
    "weeks": lambda sample: charts.plot_weeks(sample, MONDAY, size=380),
    "promises": lambda sample: charts.plot_promises(sample, MONDAY, size=380),
    "overview": lambda _: charts.plot_timeline(invented(300), MONDAY, size=690),
    "lanes": lambda _: lanes(),
    "few_answers": lambda _: few_answers(),
    "dark": dark,
}


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.mpl_image_compare(style="default", savefig_kwargs={"dpi": 50}, tolerance=4)
def test_picture(sample: Tables, name: str) -> Figure:
    """Each chart is as its picture, but for the words, whose edges differ between machines."""
    ax = PICTURES[name](sample)
    for text in shown(ax):
        text.set_alpha(0)
    return ax.get_figure(root=True)

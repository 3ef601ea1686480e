"""Marks that would hide each other are set apart, and the edges count what the days cut off."""

import datetime as dt
from itertools import combinations

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection

from followup_lib.charts import plot_promises, plot_timeline
from followup_lib.charts.look import SHAPES
from followup_lib.records.tables import Tables
from tests.advice.situations import search
from tests.charts.seen import days, labeled, texts

MONDAY = dt.date(2026, 3, 16)


def places(ax: Axes) -> dict[str, list[tuple[float, float]]]:
    """Return where the marks of each kind are, in pixels."""
    drawn = (one for one in ax.collections if isinstance(one, PathCollection))
    found = {str(one.get_label()): ax.transData.transform(one.get_offsets()) for one in drawn}
    return {kind: [tuple(at) for at in spots] for kind, spots in found.items() if kind in SHAPES}


@pytest.mark.parametrize("size", [380, 690, 1280])
def test_no_mark_covers_another(sample: Tables, size: int) -> None:
    """Two marks are at least seven pixels apart, but for the contact that kept a promise."""
    found = places(plot_timeline(sample, MONDAY, size=size, which="all"))
    kept = found.pop("i_kept")
    every = [at for spots in found.values() for at in spots]
    assert min(np.hypot(*np.subtract(one, other)) for one, other in combinations(every, 2)) >= 7
    assert set(kept) & set(found["mine"])


def test_one_day_of_one_side_is_two_lanes() -> None:
    """A promise due on the day of a contact stands under it, and the row is higher for it."""
    one = search({"acme": "interview 3-02; wrote 3-09"})
    two = search({"acme": "interview 3-02; wrote 3-09; i_promised 3-02 due 3-09"})
    found = places(plot_timeline(two, MONDAY))
    ((x, above),), ((same, below),) = found["mine"], found["i_promised"]
    assert x == same
    assert above - below == pytest.approx(9.5)
    high, higher = (
        plot_timeline(tables, MONDAY, order="wait").get_ylim()[0] for tables in (one, two)
    )
    assert higher - high == pytest.approx(9.5)


def test_what_is_cut_off_is_counted_and_torn() -> None:
    """A bar that began before the first day is torn there, and the marks before it are counted."""
    tables = search(
        {
            "acme": "interview 2025-10-06; wrote 2025-10-13; wrote 2025-10-20; heard_back 3-02",
            "kite": "applied 3-02",
        }
    )
    ax = plot_timeline(tables, MONDAY)
    assert "‹ 2 earlier" in texts(ax)
    ((day, middle),) = labeled(ax, "torn").get_offsets()
    (bar,) = labeled(ax, "interview").get_paths()
    assert day == ax.get_xlim()[0]
    assert middle == pytest.approx((bar.get_extents().y0 + bar.get_extents().y1) / 2)


def test_what_comes_after_the_last_day_is_counted() -> None:
    """A promise of mine beyond the last day shown is counted at the right edge."""
    tables = search({"acme": "screen 3-02; thanked 3-03; i_promised 3-02 due 6-30"})
    assert "1 later ›" in texts(plot_timeline(tables, MONDAY))


def test_the_longest_wait_has_the_longest_line() -> None:
    """A promise from before the first day shown is dashed from its words on to today."""
    tables = search(
        {
            "acme": "interview 2025-11-03; they_promised 2025-11-03 due 2025-11-14",
            "kite": "interview 3-02; they_promised 3-02 due 3-09",
        }
    )
    ax = plot_promises(tables, MONDAY)
    old, new = (line[:, 0] for line in labeled(ax, "they_promised since").get_segments())
    assert days(np.array([old[1], new[1]])) == ["2026-03-16", "2026-03-16"]
    (words,) = [text for text in ax.texts if text.get_text() == "‹ November 14, 2025"]
    ends = words.get_window_extent().transformed(ax.transData.inverted()).x1
    assert ax.get_xlim()[0] < ends < old[0] < new[0]

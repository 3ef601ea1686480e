"""What a page tells of the place pointed at: rows, spans and marks, where they are drawn."""

import datetime as dt

import numpy as np
import pytest

from followup_lib.charts import plot_timeline
from followup_lib.charts.data import timeline
from followup_lib.charts.spots import spots
from tests.advice.situations import search
from tests.charts.seen import labeled

MONDAY = dt.date(2026, 3, 16)
FACTS = {
    "acme": "applied 2-20; interview 3-02; they_promised 3-05 due 3-20 said 'next week'",
    "kite": "applied 3-02; wrote 3-09 said 'hello'",
}


@pytest.mark.parametrize("size", [380, 1280])
def test_each_mark_is_told_where_it_stands(size: int) -> None:
    """The box of a mark has the drawn mark in its middle, and says its day and its words."""
    tables = search(FACTS)
    ax = plot_timeline(tables, MONDAY, size=size)
    found = {spot.words: spot for spot in spots(ax, timeline(tables, MONDAY))}
    wanted = {
        "they_promised": "their date: Fri, March 20, “next week”",
        "mine": "I was in touch: Mon, March 9, “hello”",
    }
    width, height = ax.figure.bbox.size
    for kind, words in wanted.items():
        ((x, y),) = ax.transData.transform(np.asarray(labeled(ax, kind).get_offsets()))
        spot = found[words]
        middle = (spot.left + spot.width / 2, spot.top + spot.height / 2)
        assert middle == pytest.approx((x / width, 1 - y / height), abs=0.002)
    assert "applied, from Mon, March 2, 14 days" in found


def test_each_row_is_told_whole() -> None:
    """Rows come first, one under the other as wide as the picture, with what comes next."""
    tables = search(FACTS)
    found = spots(plot_timeline(tables, MONDAY), timeline(tables, MONDAY))
    rows = [spot for spot in found if spot.row >= 0]
    assert [(spot.row, spot.left, spot.width) for spot in rows] == [(0, 0, 1), (1, 0, 1)]
    assert all("payroll analyst: " in spot.words for spot in rows)
    assert rows[0].top + rows[0].height <= rows[1].top + 0.001
    assert found[:2] == rows

"""Strips: what only waits, what ended, and searches of hundreds, each application a thin line."""

import datetime as dt
import io

import numpy as np
import pandas as pd
import pytest
from PIL import Image

from followup_lib.charts import chart_png, figure_of, plot_timeline, timeline_pages
from followup_lib.charts.choice import MOST
from followup_lib.charts.data import timeline
from followup_lib.charts.spots import spots
from followup_lib.charts.strips import on_one_sheet
from followup_lib.charts.words import describe_timeline
from tests.advice.situations import search
from tests.charts.seen import days, labeled, names, texts
from tests.charts.test_matrix import invented

MONDAY = dt.date(2026, 3, 16)
WAITING = {f"wait{n}": f"applied 3-{n + 2:02}" for n in range(4)}
ENDED = {
    "no": "interview 2-02; rejected 2-20",
    "never": "applied 2-09; no_response 3-02",
    "old": "applied 2025-09-02; rejected 2025-09-20",
}


def test_those_that_only_wait_share_a_row() -> None:
    """Four applications without an answer are one row with their number, a line for each."""
    ax = plot_timeline(search(WAITING | {"talk": "screen 3-02; thanked 3-03"}), MONDAY)
    assert "four applications" in texts(ax)
    assert len(names(ax)) == 2
    bars = [path.get_extents() for path in labeled(ax, "applied").get_paths()]
    assert days(np.array([bar.x0 for bar in bars])) == [f"2026-03-0{n}" for n in (2, 3, 4, 5)]
    assert len({bar.y0 for bar in bars}) == 4


def test_two_that_wait_keep_their_rows() -> None:
    """Fewer than three keep their names."""
    ax = plot_timeline(search({job: WAITING[job] for job in ("wait0", "wait1")}), MONDAY)
    assert [label.get_text() for label in names(ax)] == ["Wait1", "Wait0"][::-1]


@pytest.mark.parametrize("choice", [{"which": "all"}, {"order": "wait"}, {"applications": WAITING}])
def test_whoever_chose_rows_sees_them(choice: dict[str, object]) -> None:
    """Rows that were chosen, or ordered by their wait, keep their names."""
    ax = plot_timeline(search(WAITING), MONDAY, **choice)
    assert len(names(ax)) == len(WAITING)


def test_what_ended_is_a_strip_that_tells_how_and_what_is_cut_off() -> None:
    """Three that ended share a row: how they ended, and how many did before the first day."""
    ax = plot_timeline(search(ENDED | {"talk": "screen 3-02; thanked 3-03"}), MONDAY)
    drawn = texts(ax)
    assert "not chosen 2, let go for now 1" in drawn
    assert {"three applications", "‹ 2 earlier"} <= set(drawn)


def test_an_overview_leaves_nobody_out() -> None:
    """Of 300 applications every one is counted in the picture, in a row of its own or a strip."""
    tables = invented(300)
    chart = on_one_sheet(timeline(tables, MONDAY), pd.Timestamp("2026-01-01"))
    assert chart.rows["n"].sum() == 300
    assert (chart.rested, chart.more) == (0, 0)
    strips = chart.rows[chart.rows["n"] > 1]
    lines = chart.spans[chart.spans["application_id"].isin(strips.index)]
    assert lines["of"].nunique() == strips["slots"].sum()
    assert (strips["slots"] + strips["earlier"] == strips["n"]).all()
    assert all(names.count(",") <= 6 for names in strips["job_title"])  # measuring more is slow


def test_the_words_count_what_the_overview_draws() -> None:
    """Of a long search the text counts the same rows by the same words."""
    tables = invented(300)
    chart = on_one_sheet(timeline(tables, MONDAY), pd.Timestamp("2026-01-01"))
    said = describe_timeline(tables, MONDAY)
    strips = chart.rows[(chart.rows["n"] > 1) & (chart.rows["group"] != "ended")]
    assert len(strips) > 3
    for words, n in zip(strips["company"], strips["n"], strict=True):
        assert f"{words} ({n})" in said


@pytest.mark.parametrize(
    ("rows", "expected"), [(MOST, [18, 18, 18, 6]), (MOST + 1, [1, 18, 18, 18, 7])]
)
def test_pages_of_a_long_search_begin_with_an_overview(rows: int, expected: list[int]) -> None:
    """Beyond sixty rows the first page is all of them; the others have a row for each."""
    pages = timeline_pages(search({f"job{n}": "screen 3-02" for n in range(rows)}), MONDAY)
    assert [len(names(ax)) for ax in pages] == expected


def test_a_line_tells_whose_it_is() -> None:
    """Pointing at a line of a strip tells the company; the strip itself is nobody's."""
    tables = search(WAITING)
    found = spots(plot_timeline(tables, MONDAY), timeline(tables, MONDAY))
    lines = {spot.of: spot.words for spot in found if spot.of}
    assert lines["wait2"] == "Wait2: applied, from Wed, March 4, 12 days"
    assert [(spot.row, spot.of) for spot in found if spot.width == 1] == [(-1, "")]


def test_an_offer_on_a_thin_line_shows_in_gray() -> None:
    """Printed in gray, a thin line is light and dark along an offer, and even before."""
    facts = {
        f"job{n}": f"interview 2-{n + 2:02}; offer 3-{n + 1:02}; withdrawn 3-{n + 10}"
        for n in range(4)
    }
    ax = plot_timeline(
        search(facts | {"live": "screen 3-02; thanked 3-03"}), MONDAY, which="active"
    )
    picture = Image.open(io.BytesIO(chart_png(figure_of(ax), scale=1))).convert("L")
    line = labeled(ax, "offer").get_paths()[0].get_extents()
    (left, y), (right, _) = ax.transData.transform([(line.x0, line.y0 + 1.5), (line.x1, line.y0)])
    offer = np.asarray(picture)[picture.height - round(y), round(left) + 2 : round(right) - 2]
    before = np.asarray(picture)[picture.height - round(y), round(left) - 30 : round(left) - 2]
    assert np.ptp(offer.astype(int)) > 80
    assert np.ptp(before.astype(int)) == 0

"""What a chart may be given: a search or its tables, a day or none, axes and their ground."""

import datetime as dt

import numpy as np
import pytest
from matplotlib import style
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from followup_lib import charts, sample_search
from followup_lib.charts.choice import MOST
from followup_lib.charts.given import given
from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import Tables
from tests.advice.situations import search
from tests.charts.seen import names, texts

MONDAY = dt.date(2026, 3, 16)


def test_a_search_brings_its_tables_and_its_day(sample: Tables) -> None:
    """A search says what its tables and its day would."""
    told = charts.describe_timeline(sample_search())
    assert told == charts.describe_timeline(sample, "2026-03-16")
    assert charts.plot_weeks(sample_search()).get_title() == charts.plot_weeks(sample).get_title()


@pytest.mark.parametrize(
    ("source", "today", "said"),
    [
        ([1], MONDAY, "found a list; give what fu.open_search"),
        (search({}).applications, MONDAY, "found a DataFrame"),
        (search({}), None, "needs a day"),
        (search({}), "soon", "soon"),
    ],
)
def test_anything_else_is_told(source: Tables, today: dt.date, said: str) -> None:
    """What cannot be drawn from is named, with what to give instead."""
    with pytest.raises(FollowupError, match=said):
        given(source, today)


def test_low_axes_have_as_many_rows_as_fit() -> None:
    """Rows keep their height; a line counts those without room, beside those that rest."""
    facts = {f"job{n}": "screen 3-02" for n in range(20)} | {"old": "applied 2-02; rejected 3-02"}
    ax = charts.plot_timeline(search(facts), MONDAY, ax=Figure(figsize=(12, 4)).add_subplot())
    drawn = len(names(ax))
    assert 2 <= drawn <= 6
    assert f"{20 - drawn} more not drawn here; 1 more ended or on pause" in texts(ax)


def test_a_long_search_is_an_overview_unless_all_is_asked_for() -> None:
    """Beyond sixty rows those that say the same share one; `rows=None` gives each its own."""
    tables = search({f"job{n}": "screen 3-02; thanked 3-03" for n in range(MOST + 5)})
    drawn = charts.plot_timeline(tables, MONDAY)
    assert f"{MOST + 5} applications" in texts(drawn)
    assert len(names(drawn)) == 1
    every = charts.plot_timeline(tables, MONDAY, rows=None)
    assert len(names(every)) == MOST + 5


def test_a_long_story_shows_its_end() -> None:
    """On low axes a story has its last entries, and the title says how many of how many."""
    tables = search({"acme": "; ".join(f"heard_back 2-{day:02}" for day in range(1, 25))})
    ax = charts.plot_story(tables, "acme", MONDAY, ax=Figure(figsize=(6, 4)).add_subplot())
    (title,) = [text for text in texts(ax) if "the last" in text]
    assert "of 26 entries" in title.replace("\n", " ")
    assert "today" in texts(ax)


@pytest.mark.parametrize(("name", "white"), [("dark_background", True), ("default", False)])
def test_a_dark_figure_has_a_white_ground_beneath(name: str, white: bool) -> None:
    """On a dark figure all that a chart writes stands on white; its neighbours keep theirs."""
    with style.context(name):
        figure = Figure(figsize=(9, 6))
        ax = figure.add_axes((0.3, 0.3, 0.4, 0.4))
        charts.plot_reach(search({f"job{n}": "applied 3-02" for n in range(5)}), MONDAY, ax=ax)
        figure.draw_without_rendering()
    grounds = [one for one in ax.get_children() if type(one).__name__ == "_Ground"]
    assert bool(grounds) == white
    for ground in grounds:
        assert ground.get_facecolor() == (1, 1, 1, 1)
        box = ground.get_window_extent()
        for text in ax.texts:
            assert box.x0 <= text.get_window_extent().x0
            assert box.y1 >= text.get_window_extent().y1
    assert np.allclose(ax.get_facecolor(), 1)


def test_charts_beside_each_other_on_a_dark_figure_stand_on_one_ground() -> None:
    """Between four charts nothing of the dark is left."""
    tables = search({f"job{n}": "applied 3-02; interview 3-05" for n in range(5)})
    with style.context("dark_background"):
        figure = Figure(figsize=(10, 8), layout="constrained")
        for ax, draw in zip(
            figure.subplots(2, 2).flat,
            (charts.plot_timeline, charts.plot_reach, charts.plot_waiting, charts.plot_promises),
            strict=True,
        ):
            draw(tables, MONDAY, ax=ax)
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
    dark = (np.asarray(canvas.buffer_rgba())[..., :3] == 0).all(axis=2)
    high, wide = dark.shape
    assert not dark[high // 10 : -high // 10, wide // 10 : -wide // 10].any()

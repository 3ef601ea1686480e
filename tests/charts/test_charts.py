"""Timelines: what is drawn is what the tables say, on any axes, in any file, without a trace."""

import datetime as dt
import re
import struct
import subprocess
import sys
from pathlib import Path

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from followup_lib.charts import chart_files, chart_png, plot_timeline
from followup_lib.charts.data import timeline
from followup_lib.charts.draw import INSIDE
from followup_lib.charts.look import FILLS, paler
from followup_lib.charts.words import NO_DAYS, NOTHING
from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import Tables
from tests.advice.situations import search
from tests.charts.seen import days, labeled, names, texts

MONDAY = dt.date(2026, 3, 16)


def test_bars_are_the_spans(sample: Tables, drawn: Axes) -> None:
    """Every span is a bar of its stage, as many days wide as it lasted."""
    spans = timeline(sample, MONDAY, which="all").spans
    assert set(spans["stage"]) == {*FILLS}
    for stage, rows in spans.groupby("stage"):
        corners = [path.vertices for path in labeled(drawn, str(stage)).get_paths()]
        starts = [corner[:, 0].min() for corner in corners]
        assert days(np.array(starts)) == rows["start"].dt.strftime("%Y-%m-%d").tolist()
        assert [np.ptp(corner[:, 0]) for corner in corners] == rows["days"].tolist()


def test_bars_stand_in_their_row(sample: Tables, drawn: Axes) -> None:
    """A bar stands at the height of its application's name."""
    spans = timeline(sample, MONDAY, which="all").spans
    company = sample.applications.set_index("application_id")["company"]
    rows_named = {name.get_position()[1]: name for name in names(drawn)}
    for stage, rows in spans.groupby("stage"):
        for path, key in zip(
            labeled(drawn, str(stage)).get_paths(), rows["application_id"], strict=True
        ):
            bar = path.get_extents()
            name = rows_named[(bar.y0 + bar.y1) / 2].get_text()
            assert company[key].startswith(name.removesuffix("…"))


def test_marks_are_on_their_days(sample: Tables, drawn: Axes) -> None:
    """Every mark within the days shown is drawn on its day, with the shape of its kind."""
    marks = timeline(sample, MONDAY, which="all").marks
    first, last = drawn.get_xlim()
    for kind, rows in marks.groupby("kind"):
        on = rows["on"].to_numpy("datetime64[D]").astype(float)
        expected = days(on[(on >= first) & (on <= last)])
        assert days(labeled(drawn, str(kind)).get_offsets()[:, 0]) == expected
        assert expected, kind


def test_grace_follows_their_date(drawn: Axes) -> None:
    """Their dates are followed by a band to the first day after the grace."""
    bands = [tuple(days(line[:, 0])) for line in labeled(drawn, "grace").get_segments()]
    assert ("2026-03-12", "2026-03-16") in bands  # Thu, March 12, one day of grace
    assert ("2026-03-18", "2026-03-23") in bands  # vague, so two


def test_they_and_i_stand_on_two_lines() -> None:
    """Contacts of one day do not hide each other: theirs stand above mine."""
    tables = search({"acme": "interview 3-02; heard_back 3-09; wrote 3-09"})
    ax = plot_timeline(tables, MONDAY)
    (theirs,), (mine,) = (labeled(ax, kind).get_offsets() for kind in ("theirs", "mine"))
    assert mine[0] == theirs[0]
    assert mine[1] - theirs[1] > 8  # the axis counts pixels downwards


def test_today_is_a_line(drawn: Axes) -> None:
    """Today's line stands on today, and its day is written above it."""
    ((start, end),) = labeled(drawn, "today").get_segments()
    assert days(np.array([start[0], end[0]])) == ["2026-03-16", "2026-03-16"]
    assert "today, March 16" in texts(drawn)


def test_what_ended_is_paler(sample: Tables, drawn: Axes) -> None:
    """Bars of rows that ended are half way to white, the others not."""
    chart = timeline(sample, MONDAY, which="all")
    ended = chart.rows["group"] == "ended"
    rows = chart.spans[chart.spans["stage"] == "interview"]
    colors = [to_hex(color) for color in labeled(drawn, "interview").get_facecolors()]
    face = FILLS["interview"].face
    expected = [to_hex(paler(face)) if ended[key] else face for key in rows["application_id"]]
    assert colors == [color.lower() for color in expected]


def test_a_stage_of_no_days_is_seen() -> None:
    """A stage left on its day is a thin line; one entered today shows beside today's line."""
    ax = plot_timeline(search({"acme": "applied 3-10; screen 3-10; interview 3-16"}), MONDAY)
    wide = [float(labeled(ax, s).get_linewidths()[0]) for s in ("applied", "screen", "interview")]
    assert wide == [2, 0, 5]


def test_two_interviews_read_as_two() -> None:
    """Spans that touch are parted by a line on the day of the second."""
    ax = plot_timeline(search({"acme": "interview 3-02; interview 3-09"}), MONDAY)
    white = [one for one in ax.collections if to_hex(one.get_edgecolors()[0]) == "#ffffff"]
    ((line,),) = [one.get_segments() for one in white]
    assert days(line[:, 0]) == ["2026-03-09", "2026-03-09"]


def test_one_collection_for_each_stage_and_kind() -> None:
    """More rows make no more collections."""
    one = search({"a0": "applied 2-02; interview 3-05; thanked 3-06"})
    many = search({f"a{n}": "applied 2-02; interview 3-05; thanked 3-06" for n in range(9)})
    counts = [len(plot_timeline(tables, MONDAY).collections) for tables in (one, many)]
    assert counts[0] == counts[1]


@pytest.mark.parametrize(("facts", "expected"), [({}, NOTHING), ({"acme": "interview ?"}, NO_DAYS)])
@pytest.mark.parametrize("size", [390, 1280])
def test_nothing_to_draw_is_a_sentence(facts: dict[str, str], expected: str, size: int) -> None:
    """Without a day to draw there is one kind sentence, no empty axis, within the picture."""
    ax = plot_timeline(search(facts), MONDAY, size=size)
    (text,) = ax.texts
    assert text.get_text().replace("\n", " ") == expected
    assert not ax.axison
    assert text.get_window_extent().width < size


def test_given_axes_are_drawn_on() -> None:
    """The chart goes onto the axes given, with its own lines and labels, and they come back."""
    figure = Figure(figsize=(12, 3))
    given = figure.add_subplot()
    assert plot_timeline(search({"acme": "applied 3-02"}), MONDAY, ax=given) is given
    assert not given.spines["left"].get_visible()
    assert names(given)[0].get_text() == "Acme"


def test_words_fit_the_final_layout() -> None:
    """In a figure with a layout engine, words are fitted to the widths it settles on."""
    figure = Figure(figsize=(12, 24), layout="constrained")
    stages = ("saved", "applied", "screen", "interview", "offer")
    facts = {f"{stage}{n}": f"{stage} 3-{n:02}" for stage in stages for n in range(4, 14)}
    long = {job: {"company": "Brindlewick Laboratories and Field Instruments"} for job in facts}
    facts["old"] = "applied 2025-12-20"
    ax = plot_timeline(search(facts, long), MONDAY, ax=figure.add_subplot())
    chart_png(figure, scale=1)
    today = ax.transData.transform(labeled(ax, "today").get_segments()[0])[0, 0]
    inside = [text for text in ax.texts if text.get_size() == INSIDE]
    assert 0 < len(inside) < len(facts)  # some bars are long enough, some are not
    assert max(text.get_window_extent().x1 for text in inside) <= today - 3  # pixels of room


def test_no_setting_outlives_a_call(sample: Tables) -> None:
    """The settings of matplotlib are afterwards as they were, and pyplot is never loaded."""
    before = dict(mpl.rcParams)
    plot_timeline(sample, MONDAY, applications=["quillon-health-technical-writer"])
    assert dict(mpl.rcParams) == before
    read = "import sys; from followup_lib.charts import plot_story"
    code = f"{read}; print('matplotlib.pyplot' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_look_is_our_own() -> None:
    """The caller's settings do not change the picture."""
    tables = search({"acme": "applied 3-02; interview 3-05"})
    plain = chart_png(plot_timeline(tables, MONDAY).get_figure(root=True))
    with mpl.rc_context({"font.size": 30, "axes.grid": True, "xtick.direction": "in"}):
        assert chart_png(plot_timeline(tables, MONDAY).get_figure(root=True)) == plain


def data_of(figure: Figure, name: str) -> bytes:
    """Return the file of a chart that is one file."""
    ((path, data),) = chart_files([figure], Path(name))
    assert path.name == name
    return data


@pytest.mark.parametrize("ending", [".png", ".svg", ".pdf", ".PNG"])
def test_the_same_chart_is_the_same_file(ending: str) -> None:
    """Drawn and saved twice, a chart gives the same bytes."""
    tables = search({"acme": "applied 3-02; interview 3-05; they_promised 3-05 due 3-20"})
    one, two = (
        data_of(plot_timeline(tables, MONDAY).get_figure(root=True), f"chart{ending}")
        for _ in range(2)
    )
    assert one == two
    assert len(one) > 1000


def test_text_stays_text() -> None:
    """In an SVG the words can be searched; in a PDF no letter is turned into a drawing."""
    figure = plot_timeline(search({"acme": "applied 3-02"}), MONDAY).get_figure(root=True)
    svg = data_of(figure, "chart.svg").decode("utf-8")
    assert re.search(r"<text[^>]*>applied</text>", svg)
    assert "<dc:date>" not in svg
    pdf = data_of(figure, "chart.pdf")
    assert b"/CreationDate" not in pdf
    assert b"/Type3" not in pdf


@pytest.mark.parametrize(("name", "ending"), [("chart.gif", ".gif"), ("chart", "no ending")])
def test_another_ending_is_told(name: str, ending: str) -> None:
    """An ending that is not ours is named, with those that are."""
    with pytest.raises(FollowupError, match=rf"{name}: found {ending}; .*\.png, \.svg or \.pdf"):
        data_of(Figure(), name)


def test_a_picture_too_tall_is_told() -> None:
    """A PNG taller than can be drawn is refused with what to do; a PDF is not."""
    tall = Figure(figsize=(1, 700))
    for save in (lambda: data_of(tall, "chart.png"), lambda: chart_png(tall)):
        with pytest.raises(FollowupError, match=r"pixels tall; .*\.pdf or \.svg"):
            save()
    assert data_of(tall, "chart.pdf").startswith(b"%PDF")


@pytest.mark.parametrize(("scale", "expected"), [(1, 390), (2, 780)])
def test_a_picture_for_a_page(scale: int, expected: int) -> None:
    """`chart_png` gives a PNG so many times as wide as the chart."""
    ax = plot_timeline(search({"acme": "applied 3-02"}), MONDAY, size=390)
    png = chart_png(ax.get_figure(root=True), scale=scale)
    assert struct.unpack(">I", png[16:20]) == (expected,)

"""The look of charts: letters of many scripts, and colors anybody can tell apart."""

import datetime as dt
from itertools import pairwise

import numpy as np
import pytest
from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.colors import rgb_to_hsv, to_rgb
from matplotlib.font_manager import FontProperties, findfont, get_font

from followup_lib.charts import chart_png, plot_story, plot_timeline
from followup_lib.charts.look import (
    FILLS,
    GRACE,
    INK,
    LEFT_TO_RIGHT,
    OURS,
    SHAPES,
    THEIRS,
    drawable,
    fold,
    in_order,
    look,
    paler,
    shorten,
    shortened,
    width,
)
from tests.advice.situations import search
from tests.charts.seen import UNWRITABLE, crowd, names, texts

MONDAY = dt.date(2026, 3, 16)


@pytest.mark.parametrize(
    "name", ["Оксана Гнатюк", "Ελληνικά Γράμματα", "شركة النور", "דפוס הגליל", "Łódź & Søn", "NA"]
)
def test_letters_of_many_scripts_stay(name: str) -> None:
    """Latin, Cyrillic, Greek, Arabic and Hebrew letters are drawn as they are."""
    with look():
        assert drawable(name) == name


def test_letters_without_a_font_are_left_out_and_told() -> None:
    """A name without a drawable letter becomes its row of the table, and a note says so."""
    jobs = {"acme": {"company": UNWRITABLE * 3}, "kite": {"company": f"Kite {UNWRITABLE} & Co"}}
    ax = plot_timeline(search(dict.fromkeys(jobs, "applied 3-02"), jobs), MONDAY)
    assert [label.get_text() for label in names(ax)] == [
        "row 2 of the table",
        "Kite & Co",
    ]
    assert "Some characters are missing here: no font on this computer has them." in texts(ax)


def test_no_note_when_all_letters_are_there(drawn: Axes) -> None:
    """Without missing letters there is no note."""
    assert not [text for text in texts(drawn) if "left out" in text]


def test_money_is_no_formula() -> None:
    """Dollar signs and underscores in a title are shown as typed, a line break as a space."""
    jobs = {"acme": {"job_title": "$90,000\nclerk $x_1$"}}
    ax = plot_timeline(search({"acme": "applied 3-02"}, jobs), MONDAY)
    assert "$90,000 clerk $x_1$" in texts(ax)
    assert chart_png(ax.get_figure(root=True)).startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("Acme", 100, "Acme"),
        ("Acme Widget Works", 100, "Acme Widget…"),
        ("Acme, Widget Works", 60, "Acme…"),  # no comma before the dots
        ("Incomprehensibilities", 60, "Incomp…"),
    ],
)
def test_shortening(text: str, room: float, expected: str) -> None:
    """A text too long ends at a word, one long word at a letter, and then fits."""
    with look():
        assert shorten(text, room, 9) == expected
        assert width(shorten(text, room, 9), 9) <= room


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Northern Star Freight", "Acme"], ["Northern Star…", "Acme"]),  # alone as before
        (["Northern Star Freight East", "Northern Star Freight West"], ["…East", "…West"]),
        (["Northern Star Freight", "Northern Star Freight West"], ["Northern Star…", "…Freight…"]),
        (["Longwordinone Graz", "Longwordinone Wien and more"], ["…Graz", "…Wien…"]),
        (["Longwordinonepartgraz", "Longwordinonepartwien"], ["…graz", "…wien"]),
        (["Northern Star Freight"] * 2, ["Northern Star…"] * 2),  # one name twice
        (
            [f"Northern Star{a} Long Freight{b}" for a in "12" for b in "12"],
            ["…Freight1", "…Freight2", "… (2)", "… (3)"],
        ),
    ],
)
def test_two_names_never_look_the_same(texts: list[str], expected: list[str]) -> None:
    """Those cut alike keep the word by which they differ, or get a number, and fit their room."""
    with look():
        cut = shortened(texts, [110] * len(texts), 9)
        assert max(width(text, 9) for text in cut) <= 110
    assert len(set(cut)) == len(set(texts))
    assert all(text.endswith(end) for text, end in zip(cut, expected, strict=True)), cut


def test_an_arabic_name_is_read_before_the_job() -> None:
    """The company stands at the left of the job in every script, in one line and over a story."""
    assert in_order("Acme", "", "clerk") == "Acme, clerk"
    jobs = {"nur": {"company": "شركة النور 3", "job_title": "clerk"}}
    tables = search({"nur": "applied 3-02"}, jobs)
    expected = f"{LEFT_TO_RIGHT}شركة النور 3, clerk"
    assert names(plot_timeline(tables, MONDAY, size=380))[0].get_text() == expected
    assert expected in texts(plot_story(tables, "nur", MONDAY))


def test_folding() -> None:
    """A long text is broken between words into lines that fit."""
    with look():
        lines = fold("one two three four five six", 80, 9).split("\n")
        assert " ".join(lines) == "one two three four five six"
        assert len(lines) > 1
        assert max(width(line, 9) for line in lines) <= 80


def lightness(color: str | tuple[float, float, float]) -> float:
    """Return the relative luminance, from 0 (black) to 1 (white), as WCAG reckons it."""
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(color)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("stage", FILLS)
def test_words_in_bars_can_be_read(stage: str) -> None:
    """Text on a bar has a contrast of at least 4.5, paler bars included."""
    fill = FILLS[stage]
    for text, face in ((fill.text, fill.face), (INK, paler(fill.face))):
        bright, dark = sorted([lightness(text), lightness(face)], reverse=True)
        assert (bright + 0.05) / (dark + 0.05) >= 4.5


def test_stages_darken() -> None:
    """In black and white each stage is clearly darker than the one before; an offer is hatched."""
    order = ["applied", "screen", "interview", "final_interview", "reference_check"]
    grays = [lightness(FILLS[stage].face) ** (1 / 2.2) for stage in order]
    assert min(first - second for first, second in pairwise(grays)) > 0.08
    assert FILLS["offer"].hatch != FILLS["on_hold"].hatch != ""


EYES = {
    "deuteranopia": [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]],
    "protanopia": [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]],
    "print in gray": [[0.2126, 0.7152, 0.0722]] * 3,
}
"""What is seen of linear red, green and blue: Machado, Oliveira, Fernandes 2009, and luminance."""
XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
"""From linear red, green and blue to the light of CIE; white is (0.9505, 1, 1.089)."""
STAGES = ["saved", "applied", "screen", "interview", "final_interview", "reference_check"]


def apart(one: str, other: str, eyes: str) -> float:
    """Return the CIELAB distance of two colors as such eyes see them; 2.3 is just seen."""
    cells = np.array([to_rgb(one), to_rgb(other)]).T
    linear = np.where(cells <= 0.04045, cells / 12.92, ((cells + 0.055) / 1.055) ** 2.4)
    seen = np.clip(np.array(EYES[eyes]) @ linear, 0, 1)
    x, y, z = np.cbrt(XYZ @ seen / np.array([[0.9505], [1], [1.089]]))
    return float(np.hypot.reduce(np.diff([116 * y, 500 * (x - y), 200 * (y - z)])[:, 0]))


@pytest.mark.parametrize(("eyes", "least"), [("deuteranopia", 12), ("protanopia", 12)])
def test_color_blind_eyes_tell_colors_apart(eyes: str, least: float) -> None:
    """Stages that follow each other differ, an offer from all, and their promises from mine."""
    faces = [FILLS[stage].face for stage in STAGES]
    pairs = [*pairwise(faces), *((FILLS["offer"].face, face) for face in faces)]
    pairs += [(THEIRS, OURS), (THEIRS, INK), (OURS, INK), (GRACE, "white"), (faces[1], "white")]
    assert min(apart(*pair, eyes) for pair in pairs) >= least


def test_gray_print_tells_stages_apart() -> None:
    """Printed in gray each stage differs from the next, and the hatched offer is told by that."""
    faces = [FILLS[stage].face for stage in STAGES]
    assert min(apart(*pair, "print in gray") for pair in pairwise(faces[1:])) >= 10
    assert min(apart(*pair, "print in gray") for pair in pairwise(["white", *faces])) >= 5


@pytest.mark.parametrize(
    "color",
    [
        *(fill.face for fill in FILLS.values()),
        *(shape.face for shape in SHAPES.values()),
        *(GRACE, THEIRS, OURS),
    ],
)
def test_nothing_is_red(color: str) -> None:
    """No color of a chart is a red."""
    hue, saturation, _ = rgb_to_hsv(to_rgb(color))
    assert saturation < 0.2 or 25 < hue * 360 < 300


def test_kinds_of_marks_differ_without_color() -> None:
    """Every kind of mark has its own shape, or is filled where the other is empty."""
    assert len({(shape.marker, shape.face == "#FFFFFF") for shape in SHAPES.values()}) == len(
        SHAPES
    )


def test_no_empty_boxes() -> None:
    """Every letter drawn is one that a font in use has: a letter without one is left out, named."""
    tables = crowd(12)
    ax = plot_timeline(tables, MONDAY, which="all")
    with look():
        assert [text for text in texts(ax) if drawable(text) != " ".join(text.split())] == []
        families = [FontProperties(family=[name]) for name in rcParams["font.family"]]
    fonts = [get_font(findfont(family)) for family in families]
    known = {code for font in fonts for code in font.get_charmap()}
    drawn = {letter for text in texts(ax) for letter in text if not letter.isspace()}
    assert {letter for letter in drawn if ord(letter) not in known} == set()
    assert {"О", "Ε", "ش", "ד", "Ł"} & drawn  # the scripts are there

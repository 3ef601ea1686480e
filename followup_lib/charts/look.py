"""The look of charts: a color for each stage, a shape for each mark, and letters that fit.

The stages darken from saved to reference check, so that they keep their order in black and white
and for color-blind eyes; an offer is hatched. No red anywhere: a wait is nothing wrong. Sizes are
pixels, 100 to the inch; letters are in points.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from unicodedata import bidirectional

from matplotlib import rcParams, style
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.font_manager import FontProperties, findfont, fontManager, get_font
from matplotlib.textpath import text_to_path
from matplotlib.transforms import Affine2DBase, ScaledTranslation, Transform

PX = 100
"""Pixels to the inch."""
POINT = 72 / PX
"""Points to the pixel."""
TAIL = 7
"""Pixels that a grace band is high."""
SMALL = 8.0
"""Points of everything but names and titles."""

SCREEN = 0.96
"""How much narrower long lines are folded: on a screen letters are a little wider than reckoned."""

LEFT_TO_RIGHT = "\u200e"
"""An unseen mark: what begins with it is read from the left, also before an Arabic name."""
INK, SOFT, FAINT = "#22313F", "#52616E", "#E7EBEF"
"""Text, text that stands back, hairlines."""
THEIRS, GRACE, OURS = "#8A5A00", "#F1DFAE", "#00695C"
"""Their promised date, its grace band, the seeker's promises."""


LONG = 12
"""Letters of a word, from which it may be cut before the letter that differs."""
ROOMY = 450
"""Pixels of given axes, across and down, below which what is not needed is left out."""
SHARED = 0.6, 0.65
"""Parts of the width and height now that axes surely keep in a layout with others."""


class Fill(NamedTuple):
    """How a span is filled: face and text color, and a hatch with its color."""

    face: str
    text: str = INK
    hatch: str = ""
    lines: str = INK


FILLS = {
    "saved": Fill("#E9E7E1"),
    "applied": Fill("#C3DBE9"),
    "screen": Fill("#92C0DB"),
    "interview": Fill("#5AA4CF"),
    "final_interview": Fill("#2F78AE", "#FFFFFF"),
    "reference_check": Fill("#1F4B73", "#FFFFFF"),
    "offer": Fill("#F6D77F", INK, "||||", "#D9AC3C"),
    "on_hold": Fill("#F1F3F5", SOFT, "....", "#D3DAE0"),
}


class Shape(NamedTuple):
    """The marker of a kind of mark: size in square points, face, edge, words, and from whom."""

    marker: str
    size: float
    face: str
    edge: str
    words: str
    from_them: bool


SHAPES = {
    "they_promised": Shape("D", 22, THEIRS, THEIRS, "their date, plus a grace period", True),
    "theirs": Shape("v", 20, "#FFFFFF", INK, "they were in touch", True),
    "interview_ahead": Shape("o", 28, "#5AA4CF", INK, "interview ahead", True),
    "reference_call": Shape("p", 38, "#FFFFFF", INK, "a reference was called", True),
    "offer_deadline": Shape("H", 36, "#F6D77F", INK, "answer the offer by", False),
    "i_promised": Shape("s", 24, OURS, OURS, "what I promised", False),
    "i_kept": Shape("s", 44, "#FFFFFF", OURS, "promised and done", False),
    "mine": Shape("^", 20, INK, INK, "I was in touch", False),
}


def paler(color: str) -> tuple[float, float, float]:
    """Return a color half way to white, for what has ended."""
    red, green, blue = to_rgb(color)
    return (1 + red) / 2, (1 + green) / 2, (1 + blue) / 2


@contextmanager
def look() -> Iterator[None]:
    """Draw in the look of charts.mplstyle, whatever the caller's own, and leave no trace.

    Of its font families only those installed are used, so that nobody is warned of the others.
    """
    with style.context("followup_lib.charts.charts", after_reset=True):
        installed = set(fontManager.get_font_names())
        rcParams["font.family"] = [name for name in rcParams["font.family"] if name in installed]
        yield


def width(text: str, size: float, weight: str = "normal") -> float:
    """Return the width of `text` in pixels at `size` points, in the fonts of `look`."""
    return _width(text, size, weight, tuple(rcParams["font.family"]))


@lru_cache(maxsize=8192)
def _width(text: str, size: float, weight: str, families: tuple[str, ...]) -> float:
    font = FontProperties(family=list(families), size=size, weight=weight)
    points, _, _ = text_to_path.get_text_width_height_descent(text, font, False)
    return float(points) / POINT


def in_pixels(ax: Axes) -> tuple[float, float]:
    """Return the width and height of the axes in pixels."""
    box = ax.get_window_extent()
    return box.width * PX / ax.figure.dpi, box.height * PX / ax.figure.dpi


def room_of(ax: Axes) -> tuple[float, float]:
    """Return the pixels to count on: fewer where a layout shares a figure among several axes.

    What is drawn into the others later takes from these.
    """
    wide, high = in_pixels(ax)
    figure = ax.get_figure(root=True)
    if figure is None or figure.get_layout_engine() is None or len(figure.axes) == 1:
        return wide, high
    return wide * SHARED[0], high * SHARED[1]


def moved(ax: Axes, right: float, up: float = 0) -> Transform:
    """Return a shift by pixels to the right and up."""
    return ScaledTranslation(right / PX, up / PX, dots(ax))


def dots(ax: Axes) -> Affine2DBase:
    """Return the step from inches to the dots of the figure."""
    return ax.figure.dpi_scale_trans


def shorten(text: str, room: float, size: float) -> str:
    """Return `text` if it fits `room` pixels, else cut at a word (one long word inside) with …."""
    if width(text, size) <= room:
        return text
    words = text.split(" ")
    for n in range(len(words) - 1, 0, -1):
        shorter = " ".join(words[:n]).rstrip(" ,.;:&(–-") + "…"
        if width(shorter, size) <= room:
            return shorter
    word = words[0]
    while word and width(word + "…", size) > room:
        word = word[:-1]
    return word + "…"


def shortened(texts: Sequence[str], rooms: Sequence[float], size: float) -> list[str]:
    """Return texts shortened each to its room; two that differ never look the same.

    One cut where another begins alike keeps the word by which it differs, and has a number at the
    worst.
    """
    ordered = sorted(set(texts))
    alike = dict.fromkeys(ordered, 0)
    for one, other in pairwise(ordered):
        n = _shared(one, other)
        alike |= {one: max(alike[one], n), other: n}
    short: list[str] = []
    given: dict[str, str] = {}
    for text, room in zip(texts, rooms, strict=True):
        cut = shorten(text, room, size)
        if cut != text and alike[text] >= len(cut) - 1:
            cut = _around(text, alike[text], room, size)
        n = 1
        while given.setdefault(cut, text) != text:
            n += 1
            number = f" ({n})"
            cut = shorten(text, room - width(number, size), size) + number
        short.append(cut)
    return short


def _around(text: str, same: int, room: float, size: float) -> str:
    """Return a text cut in the middle, with the word after so many letters that others share."""
    word = text.rfind(" ", 0, same) + 1
    begin = word if word and same - word < LONG else same
    end = shorten(text[begin:], room * 0.6, size)
    head = text[:begin].rstrip()
    while head and width(f"{head}…{end}", size) > room:
        head = head[:-1].rstrip()
    return f"{head}…{end}" if text[same:] else shorten(text, room, size)


def _shared(one: str, other: str) -> int:
    """Return with how many letters alike two texts begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def fold(text: str, room: float, size: float, weight: str = "normal") -> str:
    """Return `text` broken at words into lines that fit `room` pixels."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width(longer, size, weight) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)


def in_order(*parts: str) -> str:
    """Return the parts that say something with commas between, read from the left in any script."""
    said = ", ".join(filter(None, parts))
    backward = any(bidirectional(letter) in ("R", "AL") for letter in said)
    return LEFT_TO_RIGHT * backward + said


def drawable(text: str) -> str:
    """Return `text` on one line, without the letters that no installed font of `look` has."""
    known = _letters(tuple(rcParams["font.family"]))
    return " ".join("".join(c if ord(c) in known else " " * c.isspace() for c in text).split())


@lru_cache(maxsize=8)
def _letters(families: tuple[str, ...]) -> frozenset[int]:
    fonts = (get_font(findfont(FontProperties(family=[name]))) for name in families)
    return frozenset(code for font in fonts for code in font.get_charmap())

"""A figure with its room in pixels: a title, axes, a note; or one sentence instead of them."""

from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes

from followup_lib.charts.dress import dress, settle
from followup_lib.charts.files import Picture
from followup_lib.charts.head import LINE, PAD, TITLE
from followup_lib.charts.look import PX, SCREEN, SMALL, SOFT, fold, moved, room_of


@dataclass(frozen=True)
class Frame:
    """The words around a chart, and the pixels of its axes and of what stands around them."""

    title: str
    note: str = ""
    height: float = 200
    left: float = 0
    right: float = 0
    above: float = 0
    below: float = 0


def framed(frame: Frame, size: int, ax: Axes | None) -> Axes:
    """Return axes with title and note in place: those given, or of a new figure."""
    if ax is not None:
        dress(ax)
        settle(ax)
    room = size - 2 * PAD if ax is None else room_of(ax)[0] + frame.left
    title = fold(frame.title, room, TITLE, "bold")
    note = "\n".join(fold(line, room * SCREEN, SMALL) for line in frame.note.split("\n"))
    head = PAD + LINE * (title.count("\n") + 1) + 10 + frame.above
    foot = PAD + frame.below + (LINE * (note.count("\n") + 1) + 6 if note else 0)
    if ax is None:
        high = head + frame.height + foot
        left, right = PAD + frame.left, PAD + frame.right
        figure = Picture(figsize=(size / PX, high / PX))
        place = (left / size, foot / high, (size - left - right) / size, frame.height / high)
        ax = figure.add_axes(place)
    corner = ax.transAxes + moved(ax, -frame.left, 10 + frame.above)
    how: dict[str, Any] = {"size": TITLE, "weight": "bold", "va": "bottom"}
    ax.text(0, 1, title, transform=corner, **how)
    if note:
        corner = ax.transAxes + moved(ax, -frame.left, -6 - frame.below)
        ax.text(0, 0, note, transform=corner, size=SMALL, color=SOFT, va="top", linespacing=1.35)
    settle(ax)
    return ax


def sentence(text: str, size: int, ax: Axes | None) -> Axes:
    """Write a sentence where there is nothing to draw, and return its axes."""
    if ax is None:
        ax = Picture(figsize=(size / PX, 1.2)).add_axes((0, 0, 1, 1))
    else:
        dress(ax)
        settle(ax)
    ax.set(xticks=[], yticks=[])
    ax.set_axis_off()
    text = fold(text, room_of(ax)[0] - 2 * PAD, TITLE)
    ax.text(0.5, 0.5, text, transform=ax.transAxes, ha="center", va="center", size=TITLE)
    return ax

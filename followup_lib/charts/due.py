"""What is due this week for each of several clients, as bars with their numbers."""

from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from followup_lib.charts.frame import Frame, framed, sentence
from followup_lib.charts.look import FILLS, INK, SMALL, SOFT, drawable, look, shorten, width
from followup_lib.charts.rows import GAP, NAME
from followup_lib.records.dates import count
from followup_lib.records.rows import rows_as

MOST = 20
"""Clients drawn, those with most to do; the table has all of them."""
HIGH, BAR, NAMES = 34, 20, 0.34
"""Pixels of a row and of its bar; the part of the picture that names may take."""
NOBODY = "Nothing is due this week for any of these clients."


class Kind(NamedTuple):
    """A part of a bar: its words, and how it is filled."""

    words: str
    face: str
    hatch: str = ""


KINDS = {
    "for_today": Kind("for today", FILLS["final_interview"].face),
    "coming_up": Kind("coming up", "#FFFFFF", "////"),
}


class Due(NamedTuple):
    """What a client has to do, by how many things."""

    client: str
    for_today: int
    coming_up: int
    late: int


def plot_due(table: pd.DataFrame, *, size: int = 690, ax: Axes | None = None) -> Axes:
    """Draw a bar for each client: what is for today, then what is coming up within seven days.

    `table` has one row per client with `client`, `for_today`, `coming_up` and `late`. Clients with
    nothing due have no bar. Without `ax` a figure `size` pixels wide is made.
    """
    shown, left_out = _most(table)
    with look():
        if shown.empty:
            return sentence(NOBODY, size, ax)
        room = size * NAMES
        names = [shorten(drawable(name), room, NAME) for name in shown["client"]]
        left = GAP + max(width(name, NAME) for name in names)
        labels = [_label(row, short=size < 500) for row in rows_as(Due, shown)]
        right = GAP + max(width(text, SMALL) for text in labels)
        note = f"{left_out} Dark: for today. Hatched: coming up within seven days.".strip()
        frame = Frame(title_of(table), note, HIGH * len(shown), left, right)
        ax = framed(frame, size, ax)
        middle = [HIGH * place + HIGH / 2 for place in range(len(shown))]
        _bars(ax, shown, middle)
        ends = shown[list(KINDS)].sum(axis=1)
        ax.set(xlim=(0, ends.max() * 1.01), ylim=(HIGH * len(shown), 0), xticks=[])
        ax.set_yticks(middle, names)
        ax.tick_params(axis="y", pad=6, labelsize=NAME, left=False)
        for side in ax.spines.values():
            side.set_visible(False)
        for y, end, text in zip(middle, ends, labels, strict=True):
            how: dict[str, Any] = {"size": SMALL, "color": SOFT, "va": "center_baseline"}
            ax.annotate(text, (end, y), xytext=(5, 0), textcoords="offset points", **how)
    return ax


def _most(table: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """Return the clients to draw, and a sentence about those that are not."""
    with_due = table[table[list(KINDS)].sum(axis=1) > 0]
    order = with_due.sort_values(
        ["for_today", "coming_up", "client"], ascending=[False, False, True]
    )
    more = len(order) - MOST
    return order.head(
        MOST
    ), f"{count(more, 'more client').capitalize()} in the table." if more > 0 else ""


def _bars(ax: Axes, shown: pd.DataFrame, middle: list[float]) -> None:
    start = pd.Series(0, shown.index)
    for name, kind in KINDS.items():
        ax.barh(
            *(middle, shown[name], BAR, start),
            facecolor=kind.face,
            edgecolor=INK,
            linewidth=0.6,
            hatch=kind.hatch or None,
            label=kind.words,
        )
        start = start + shown[name]


def _label(row: Due, *, short: bool) -> str:
    """Return the numbers of a client behind the bar."""
    if short:
        return f"{row.for_today} + {row.coming_up}"
    late = f"; {row.late} late" if row.late else ""
    return f"{row.for_today} today, {row.coming_up} coming up{late}"


def title_of(table: pd.DataFrame) -> str:
    """Return the title: how many clients have something due, of how many."""
    n = int((table[list(KINDS)].sum(axis=1) > 0).sum())
    return f"Due this week, for {n} of {len(table)} clients"


def describe_due(table: pd.DataFrame) -> str:
    """Return what is drawn in a sentence, client by client."""
    shown, left_out = _most(table)
    if shown.empty:
        return NOBODY
    parts = [f"{row.client} {_label(row, short=False)}" for row in rows_as(Due, shown)]
    return " ".join(filter(None, [f"{title_of(table)}: {'. '.join(parts)}.", left_out]))

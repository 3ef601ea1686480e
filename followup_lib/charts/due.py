"""What is due this week for each of several clients, as bars with their numbers."""

from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from followup_lib.charts.bars import bar_rows
from followup_lib.charts.frame import sentence
from followup_lib.charts.look import FILLS, INK, SOFT, drawable, look, shortened
from followup_lib.charts.rows import NAME
from followup_lib.records.dates import count
from followup_lib.records.rows import rows_as

MOST = 20
"""Clients drawn, those with most to do; the table has all of them."""
BAR, NAMES = 20, 0.34
"""Pixels of a bar; the part of the picture that names may take."""
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
        clients = [drawable(client) for client in shown["client"]]
        names = shortened(clients, [size * NAMES] * len(clients), NAME)
        rows = [
            (name, row.for_today + row.coming_up, _label(row, short=size < 500))
            for name, row in zip(names, rows_as(Due, shown), strict=True)
        ]
        note = f"{left_out} Dark: for today. Hatched: coming up within seven days.".strip()
        ax, middle = bar_rows(title_of(table), note, rows, size=size, ax=ax, ink=SOFT)
        _bars(ax, shown, middle)
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

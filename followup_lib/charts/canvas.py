"""Rows over days, drawn: what a timeline and the open promises have in common."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from followup_lib.charts.data import Timeline
from followup_lib.charts.days import TALL, days_height, set_days, within
from followup_lib.charts.draw import draw_marks, draw_spans, label_outside, label_spans
from followup_lib.charts.files import Picture
from followup_lib.charts.head import LINE, PAD, draw_head, head_of
from followup_lib.charts.look import PX, SMALL, SOFT, dress, fold, in_pixels, look, moved
from followup_lib.charts.rows import Page, label_rows, lay_out

NARROW, NARROW_AXES = 700, 350
"""Pixels of a figure, or of given axes, below which names stand above their bars."""
LEFT_OUT = "Some letters are left out here: no font on this computer has them."


def draw_rows(
    chart: Timeline,
    title: str,
    days: tuple[pd.Timestamp, pd.Timestamp],
    size: int,
    ax: Axes | None,
) -> Axes:
    """Draw rows with what stands beside them (`first`, `second`) under `title`, over these days.

    Without `ax` a figure `size` pixels wide is made; below 700 names stand above their bars.
    """
    with look():
        seen = within(chart, *days)
        page = lay_out(chart, _inner(size, ax))
        room = size - 2 * PAD if ax is None else in_pixels(ax)[0] + page.left
        head = head_of(seen, title, room, days_height(*days))
        note = "" if page.complete else fold(LEFT_OUT, room, SMALL)
        if ax is None:
            ax = _axes(size, page, head.height, note)
        else:
            dress(ax)
        label_rows(ax, page)
        draw_head(ax, head, page.left)
        _write_note(ax, page, note)
        _settle(ax.get_figure(root=True))
        set_days(ax, page, *days, chart.today)
        draw_spans(ax, seen, page)
        draw_marks(ax, seen, page)
        label_spans(ax, seen, page)
        label_outside(ax, chart, page)
    return ax


def _inner(size: int, ax: Axes | None) -> float | None:
    """Return the width of the axes when it is narrow, else None."""
    if ax is None:
        return size - 2 * PAD if size < NARROW else None
    wide = in_pixels(ax)[0]
    return wide if wide < NARROW_AXES else None


def _axes(size: int, page: Page, head: float, note: str) -> Axes:
    """Return the axes of a new figure, with room for the head, the columns beside it, the foot."""
    foot = PAD + _under(page) + (LINE * (note.count("\n") + 1) if note else 0)
    height = head + page.height + foot
    left, right = PAD + page.left, PAD + page.right
    figure = Picture(figsize=(size / PX, height / PX))
    return figure.add_axes(
        (left / size, foot / height, (size - left - right) / size, page.height / height)
    )


def _under(page: Page) -> int:
    """Return the pixels of the days under a tall chart."""
    return 24 if page.height > TALL else 0


def _write_note(ax: Axes, page: Page, note: str) -> None:
    where = ax.transAxes + moved(ax, -page.left, -6 - _under(page))
    if note:
        ax.text(0, 0, note, transform=where, size=SMALL, color=SOFT, va="top")


def _settle(figure: Figure | None) -> None:
    """Let the layout of a given figure come to rest: what follows fits words into widths."""
    if figure is not None and figure.get_layout_engine() is not None:
        figure.draw_without_rendering()

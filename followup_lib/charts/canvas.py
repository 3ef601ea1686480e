"""Rows over days, drawn: what a timeline and the open promises have in common."""

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd
from matplotlib.axes import Axes

from followup_lib.charts.data import Timeline, first_rows
from followup_lib.charts.days import TALL, days_height, set_days
from followup_lib.charts.draw import draw_marks, draw_spans, label_spans
from followup_lib.charts.dress import dress, settle
from followup_lib.charts.files import Picture
from followup_lib.charts.head import LINE, PAD, draw_head, head_of
from followup_lib.charts.lanes import in_lanes, label_edges
from followup_lib.charts.lines import draw_waits, label_waits
from followup_lib.charts.look import PX, ROOMY, SMALL, SOFT, fold, in_pixels, look, moved, room_of
from followup_lib.charts.rows import Page, fitting, label_rows, lay_out

NARROW, NARROW_AXES = 700, 450
"""Pixels of a figure, or of given axes, below which names stand above their bars."""
AIRY = 1.1
"""How much higher than their rows given axes are where words in bars don’t touch names above."""
LEFT_OUT = "Some characters are missing here: no font on this computer has them."
THIN = "Each thin line is one application, without its marks."


def draw_rows(
    chart: Timeline, title: str, days: tuple[pd.Timestamp, pd.Timestamp], size: int, ax: Axes | None
) -> Axes:
    """Draw rows with what stands beside them (`first`, `second`) under `title`, over these days.

    Without `ax` a figure `size` pixels wide is made; below 700 names stand above their bars.
    """
    given = ax is not None
    with look():
        if ax is not None:
            dress(ax)
            settle(ax)
        inner = _inner(chart, size, ax)
        page = lay_out(chart, inner)
        seen = in_lanes(chart, days, _across(page, size, ax))
        page = lay_out(seen, inner)
        room = size - 2 * PAD if ax is None else room_of(ax)[0] + page.left
        told = seen if ax is None else first_rows(seen, fitting(page, room_of(ax)[1]))
        roomy = ax is None or min(in_pixels(ax)) >= ROOMY
        head = head_of(told, title, room, days_height(*days), stages=roomy)
        note = _note(page, room)
        if ax is None:
            ax = _axes(size, page, head.height, _under(page, days), note)
            draw_head(ax, head, page.left)
        else:
            draw_head(ax, head, page.left)
            settle(ax)
            n = fitting(page, room_of(ax)[1] - LINE * len(note.splitlines()))
            chart, seen = first_rows(chart, n), first_rows(seen, n)
            inner = _inner(chart, size, ax) if inner is None else room_of(ax)[0]
            page = replace(lay_out(seen, inner), left=page.left)
            note = _note(page, room)
        label_rows(ax, page)
        _write_note(ax, page, _under(page, days), note)
        settle(ax)
        set_days(ax, page, *days, chart.today)
        draw_spans(ax, seen, page)
        if "since" in seen.marks:
            draw_waits(ax, chart, page)
            label_waits(ax, chart, page)
        draw_marks(ax, seen, page)
        pressed = given and page.room.narrow and room_of(ax)[1] < page.height * AIRY
        if not pressed:
            label_spans(ax, seen, page)
        label_edges(ax, chart, page)
    return ax


def draw_sheets(
    parts: list[Timeline], title: str, days: tuple[pd.Timestamp, pd.Timestamp], size: int
) -> Iterator[Axes]:
    """Draw each part in a figure of its own; the title says which of how many each is."""
    for place, part in enumerate(parts, 1):
        which = f" · page {place} of {len(parts)}" if len(parts) > 1 else ""
        yield draw_rows(part, title + which, days, size, None)


def _note(page: Page, room: float) -> str:
    """Return the sentences under the rows, folded into so many pixels."""
    said = [THIN] * bool(page.rows["slots"].gt(0).any()) + [LEFT_OUT] * (not page.complete)
    return "\n".join(fold(one, room, SMALL) for one in said)


def _inner(chart: Timeline, size: int, ax: Axes | None) -> float | None:
    """Return the width of the axes when names stand above their bars, else None.

    They do on narrow axes, and where a given figure has no room for them beside its axes.
    """
    if ax is None:
        return size - 2 * PAD if size < NARROW else None
    wide, figure = room_of(ax)[0], ax.get_figure(root=True)
    if wide < NARROW_AXES or figure is None or figure.get_layout_engine() is not None:
        return wide if wide < NARROW_AXES else None
    page, box = lay_out(chart, None), ax.get_window_extent()
    left, right = (side * PX / figure.dpi for side in (box.x0, figure.bbox.x1 - box.x1))
    return None if left >= page.left and right >= page.right else wide


def _across(page: Page, size: int, ax: Axes | None) -> float:
    """Return the pixels that the days have."""
    return size - 2 * PAD - page.left - page.right if ax is None else room_of(ax)[0]


def _axes(size: int, page: Page, head: float, under: int, note: str) -> Axes:
    """Return the axes of a new figure, with room for the head, the columns beside it, the foot."""
    foot = PAD + under + (LINE * (note.count("\n") + 1) if note else 0)
    height = head + page.height + foot
    left, right = PAD + page.left, PAD + page.right
    figure = Picture(figsize=(size / PX, height / PX))
    return figure.add_axes(
        (left / size, foot / height, (size - left - right) / size, page.height / height)
    )


def _under(page: Page, days: tuple[pd.Timestamp, pd.Timestamp]) -> int:
    """Return the pixels of the days under a tall chart."""
    return days_height(*days) - 4 if page.height > TALL else 0


def _write_note(ax: Axes, page: Page, under: int, note: str) -> None:
    where = ax.transAxes + moved(ax, -page.left, -6 - under)
    if note:
        ax.text(0, 0, note, transform=where, size=SMALL, color=SOFT, va="top")

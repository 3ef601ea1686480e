"""The timeline: one row per application, its stages, promises, contacts, and today."""

from collections.abc import Iterator
from typing import Unpack

from matplotlib.axes import Axes

from followup_lib.charts.canvas import draw_rows, draw_sheets
from followup_lib.charts.choice import MOST, Choice
from followup_lib.charts.data import Timeline, pages, timeline
from followup_lib.charts.days import horizon
from followup_lib.charts.files import SHEET, SHEET_ROWS
from followup_lib.charts.frame import sentence
from followup_lib.charts.given import Day, Source
from followup_lib.charts.look import look
from followup_lib.charts.strips import on_one_sheet
from followup_lib.charts.words import NO_DAYS, beside, headline, nothing


def plot_timeline(
    tables: Source,
    today: Day = None,
    *,
    rows: int | None = MOST,
    months: int = 3,
    size: int = 1280,
    ax: Axes | None = None,
    **choice: Unpack[Choice],
) -> Axes:
    """Draw one row per application: stages as spans, promises, contacts, deadlines, today.

    `tables` are those of a search, or the search. The rows under way come first, by their next
    action; those that only wait for a first answer, and those that ended or rest, are a strip each
    with a thin line for every one; `choice` changes both (see `Choice`). Of more than `rows`, all
    that say the same are a strip (None: each has its row; `timeline_pages` parts them). For axes
    too low a line tells how many are left out. The axis starts at most `months` before today.
    Without `ax` a figure `size` pixels wide is made, as high as its rows need; below 700 pixels
    the names stand above their bars. Words are fitted to the width that given axes have now: lay
    out their figure first. Returns the axes; raises `FollowupError` for an unknown id.
    """
    chart = timeline(tables, today, **choice)
    if _empty(chart):
        return _blank(chart, size, ax)
    days = horizon(chart, months)
    shown = on_one_sheet(chart, days[0], rows)
    return draw_rows(shown, headline(chart), days, size, ax)


def timeline_pages(
    tables: Source,
    today: Day = None,
    *,
    rows: int = SHEET_ROWS,
    months: int = 3,
    size: int = SHEET,
    **choice: Unpack[Choice],
) -> Iterator[Axes]:
    """Draw a timeline as figures of at most so many `rows`, all over the same days, to be printed.

    With more than sixty rows an overview comes first. The rest is as for `plot_timeline`; the title
    says which page of how many each is.
    """
    chart = timeline(tables, today, **choice)
    if _empty(chart):
        yield _blank(chart, size, None)
        return
    days = horizon(chart, months)
    parts = [beside(part) for part in pages(chart, rows)]
    if len(parts) == 1:
        parts = [on_one_sheet(chart, days[0], rows)]
    elif len(chart.rows) > MOST:
        parts = [on_one_sheet(chart, days[0]), *parts]
    yield from draw_sheets(parts, headline(chart), days, size)


def _empty(chart: Timeline) -> bool:
    return chart.rows.empty or (chart.spans.empty and chart.marks.empty)


def _blank(chart: Timeline, size: int, ax: Axes | None) -> Axes:
    """Write the sentence for a timeline with nothing to draw."""
    with look():
        return sentence(nothing(chart) if chart.rows.empty else NO_DAYS, size, ax)

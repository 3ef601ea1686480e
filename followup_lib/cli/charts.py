"""`followup chart`: a chart as a file, or the same in words."""

import argparse
import datetime as dt
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from followup_lib.cli.common import Commands, may_overwrite, read, write
from followup_lib.records.dates import read_day
from followup_lib.records.tables import FollowupError, Tables

NAMES = ("timeline", "story", "promises", "reach", "waiting", "weeks")


class Chart(NamedTuple):
    """How a chart is drawn, as one axes or several, and how it is told."""

    draw: Callable[[], Iterable[Any]]
    tell: Callable[[], str]


def register(commands: Commands) -> None:
    """Add `chart`."""
    made = commands.dated("chart", _chart, "draw a chart into a .png, .svg or .pdf")
    made.add_argument("chart", choices=NAMES)
    made.add_argument("file", type=Path, nargs="?")
    may_overwrite(made)
    made.add_argument("--text", action="store_true", help="print what the chart shows, in words")
    made.add_argument("--application", metavar="ID", help="whose story")
    made.add_argument(
        "--which",
        choices=["active", "due", "all"],
        default="active",
        help="timeline: those under way, those for today, or all",
    )
    made.add_argument(
        "--since", type=read_day, metavar="DATE", help="timeline: only what moved since that day"
    )
    made.add_argument(
        "--order",
        choices=["next", "wait"],
        default="next",
        help="timeline: by the next action, or the longest wait first",
    )


def _chart(options: argparse.Namespace) -> int:
    from followup_lib import charts

    if options.file is None and not options.text:
        raise FollowupError("Name a file to draw into: .png, .svg or .pdf; or add --text.")
    tables, today = read(options)
    chart = _asked(options, tables, today)
    if options.text:
        print(chart.tell())
    if options.file:
        figures = (ax.figure for ax in chart.draw())
        files = charts.chart_files(figures, options.file)
        write(options, *files)
        for path, _ in files:
            print(f"Wrote {path}.")
    return 0


def _asked(options: argparse.Namespace, tables: Tables, today: dt.date) -> Chart:
    from followup_lib import charts

    if options.chart == "story":
        return _story(options, tables, today)
    if options.chart == "timeline":
        chosen = {name: getattr(options, name) for name in ("which", "since", "order")}
        if options.application:
            chosen = {"applications": [options.application]}
        return Chart(
            partial(charts.timeline_pages, tables, today, **chosen),
            partial(charts.describe_timeline, tables, today, **chosen),
        )
    plot, tell = (getattr(charts, f"{what}_{options.chart}") for what in ("plot", "describe"))
    return Chart(lambda: [plot(tables, today)], partial(tell, tables, today))


def _story(options: argparse.Namespace, tables: Tables, today: dt.date) -> Chart:
    from followup_lib import charts

    if not options.application:
        raise FollowupError(
            "A story is of one application: add --application ID; `followup export` lists the ids."
        )
    return Chart(
        partial(charts.story_pages, tables, options.application, today),
        partial(charts.describe_story, tables, options.application, today),
    )

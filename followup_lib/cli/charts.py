"""`followup chart`: a chart as a file, or the same in words."""

import argparse
from pathlib import Path
from typing import Any

from followup_lib.charts import CHARTS, Chart
from followup_lib.cli.common import Commands, may_overwrite, read, refuse_unknown, write
from followup_lib.records.dates import read_day
from followup_lib.records.errors import FollowupError

ROWS = ("which", "since", "order")
"""Options that choose the rows of a chart."""


def register(commands: Commands) -> None:
    """Add `chart`."""
    made = commands.dated("chart", _chart, "draw a chart into a .png, .svg or .pdf")
    made.add_argument("chart", choices=list(CHARTS))
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
    from followup_lib.charts import chart_files, figure_of

    if options.file is None and not options.text:
        raise FollowupError("Name a file to draw into: .png, .svg or .pdf; or add --text.")
    tables, today = read(options)
    if options.application:
        ids = tables.applications["application_id"]
        refuse_unknown("application", options.application, ids)
    chart = CHARTS[options.chart]
    chosen = {"tables": tables, "today": today, **_chosen(chart, options)}
    if options.text:
        print(chart.describe(**chosen))
    if options.file:
        printed = options.file.suffix.lower() == ".pdf"
        figures = chart.pages(**chosen) if printed else [figure_of(chart.plot(**chosen))]
        files = chart_files(figures, options.file)
        write(options, *files)
        for path, _ in files:
            print(f"Wrote {path}.")
    return 0


def _chosen(chart: Chart, options: argparse.Namespace) -> dict[str, Any]:
    """Return those of the options that the chart takes, by the names it has for them."""
    if "application_id" in chart.takes and not options.application:
        raise FollowupError(
            f"A {chart.name} is of one application: add --application ID; `followup export` lists "
            "the ids."
        )
    if options.application:
        whose = {"application_id": options.application, "applications": [options.application]}
        return {name: value for name, value in whose.items() if name in chart.takes}
    return {name: getattr(options, name) for name in ROWS if name in chart.takes}

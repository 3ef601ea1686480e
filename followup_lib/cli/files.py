"""`followup export` and `chart`: files that go out."""

import argparse
from pathlib import Path
from typing import Any

from followup_lib.cli.common import Commands, read, write
from followup_lib.export import overview_csv
from followup_lib.plan import plan
from followup_lib.tables import FollowupError


def register(commands: Commands) -> None:
    """Add `export` and `chart`."""
    made = commands.dated("export", _export, "write one row per application as a CSV")
    made.add_argument("file", type=Path)
    made = commands.dated("chart", _chart, "draw a chart into a .png, .svg or .pdf")
    made.add_argument("chart", choices=["timeline"])
    made.add_argument("file", type=Path, nargs="?")
    made.add_argument("--text", action="store_true", help="print what the chart shows, in words")


def _export(options: argparse.Namespace) -> int:
    tables, today = read(options)
    write(options.file, overview_csv(plan(tables, today)))
    print(f"Wrote {len(tables.applications)} applications to {options.file}.")
    return 0


def _chart(options: argparse.Namespace) -> int:
    from followup_lib import charts

    tables, today = read(options)
    if options.text:
        print(charts.describe_timeline(tables, today))
    if options.file is None:
        if not options.text:
            raise FollowupError("Name a file to draw into: .png, .svg or .pdf; or add --text.")
        return 0
    drawn: Any = charts.plot_timeline(tables, today)
    charts.save_chart(drawn.figure, options.file)
    print(f"Wrote {options.file}.")
    return 0

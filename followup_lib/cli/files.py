"""`followup export`: a file that goes out."""

import argparse
from pathlib import Path

from followup_lib.cli.common import Commands, read, write
from followup_lib.export import overview_csv
from followup_lib.plan import plan


def register(commands: Commands) -> None:
    """Add `export`."""
    made = commands.dated("export", _export, "write one row per application as a CSV")
    made.add_argument("file", type=Path)


def _export(options: argparse.Namespace) -> int:
    tables, today = read(options)
    write(options.file, overview_csv(plan(tables, today)))
    print(f"Wrote {len(tables.applications)} applications to {options.file}.")
    return 0

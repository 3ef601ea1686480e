"""`followup export`: files that go out."""

import argparse
from pathlib import Path

from followup_lib.advice.plan import plan
from followup_lib.cli.common import Commands, may_overwrite, read, write
from followup_lib.exchange.contact_log import contact_log
from followup_lib.exchange.excel import write_workbook
from followup_lib.exchange.export import overview_csv, refuse_ending
from followup_lib.records.dates import read_day
from followup_lib.records.tables import FollowupError
from followup_lib.store.csv import write_csv


def register(commands: Commands) -> None:
    """Add `export`."""
    about = "write one row per application as a .csv, or every table as an .xlsx"
    made = commands.dated("export", _export, about)
    made.add_argument("file", type=Path)
    may_overwrite(made)
    made.add_argument(
        "--contact-log", action="store_true", help="write your contacts with employers instead"
    )
    made.add_argument(
        "--since", type=read_day, metavar="DATE", help="contacts from this day on only"
    )


def _export(options: argparse.Namespace) -> int:
    if options.since and not options.contact_log:
        raise FollowupError("--since goes with --contact-log: the other files hold everything.")
    refuse_ending(options.file, *((".csv",) if options.contact_log else (".csv", ".xlsx")))
    tables, today = read(options)
    count = f"{len(tables.applications)} applications"
    if options.contact_log:
        log = contact_log(tables, today, options.since)
        count, data = f"{len(log)} contacts", write_csv(log)
    elif options.file.suffix.lower() == ".xlsx":
        data = write_workbook(tables)
    else:
        data = overview_csv(plan(tables, today))
    write(options, (options.file, data))
    print(f"Wrote {count} to {options.file}.")
    return 0

"""`followup export` and `calendar`: files that go out."""

import argparse
from pathlib import Path

from followup_lib.advice.plan import plan
from followup_lib.cli.common import Commands, may_overwrite, read, the_search, warn, write
from followup_lib.exchange.contact_log import contact_log
from followup_lib.exchange.excel import write_workbook
from followup_lib.exchange.export import overview_csv, refuse_ending
from followup_lib.outbox.plan_calendar import CALENDAR, is_plan_of, plan_calendar
from followup_lib.records.dates import count, read_day, tally
from followup_lib.records.errors import FollowupError
from followup_lib.store.csv_out import write_csv
from followup_lib.store.named_files import write_named
from followup_lib.store.private import real_path
from followup_lib.store.search import SAMPLE


def register(commands: Commands) -> None:
    """Add `export` and `calendar`."""
    about = "write one row per application as a .csv, or every table as an .xlsx"
    made = commands.dated("export", _export, about)
    made.add_argument("file", type=Path)
    may_overwrite(made)
    made.add_argument(
        "--contact-log", action="store_true", help="write your contacts with employers instead"
    )
    made.add_argument(
        "--since", type=read_day, metavar="DATE", help="only contacts from this day on"
    )
    about = "write the plan for your calendar (.ics); a newer one updates what the last one added"
    made = commands.dated("calendar", _calendar, about)
    made.add_argument("file", type=Path)
    may_overwrite(made)


def _export(options: argparse.Namespace) -> int:
    if options.since and not options.contact_log:
        raise FollowupError("--since goes with --contact-log: the other files hold everything.")
    refuse_ending(options.file, *((".csv",) if options.contact_log else (".csv", ".xlsx")))
    tables, today = read(options)
    count = tally(len(tables.applications), "application")
    if options.contact_log:
        log = contact_log(tables, today, options.since)
        count, data = tally(len(log), "contact"), write_csv(log)
    elif options.file.suffix.lower() == ".xlsx":
        data = write_workbook(tables)
    else:
        data = overview_csv(plan(tables, today))
    write(options, (options.file, data))
    print(f"Wrote {count} to {options.file}.")
    return 0


def _calendar(options: argparse.Namespace) -> int:
    """Write the plan; a file of the same plan is updated without being told to overwrite it."""
    refuse_ending(options.file, ".ics")
    search, (tables, today) = the_search(options), read(options)
    now, name = plan(tables, today), search.folder.name
    made = plan_calendar(now, name, search.kept(CALENDAR))
    again = is_plan_of(options.file, name)
    write_named([(options.file, made.data)], overwrite=options.overwrite or again)
    if real_path(search.folder) != real_path(SAMPLE):  # the sample is only read
        search.keep(CALENDAR, made.given)
    gone = f", and {count(made.taken_back, 'event')} canceled" if made.taken_back else ""
    print(f"Wrote {count(made.held, 'event')} to {options.file}{gone}. Open it in your calendar.")
    return warn(tables, now)

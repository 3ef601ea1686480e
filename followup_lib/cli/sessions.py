"""What a coach does beside the pages: `handout`, `clients`, `rollup`, `copy`, `redact`, …"""

import argparse
import dataclasses
import datetime as dt
import sys
from pathlib import Path
from typing import Any

import pandas as pd

from followup_lib.advice.plan import plan
from followup_lib.app.workspace import current_day, home, same_day, secret_weeks
from followup_lib.cli.common import (
    Commands,
    folder_there,
    may_overwrite,
    print_json,
    progress,
    read,
    refuse_unknown,
    the_search,
    warn,
    write,
)
from followup_lib.coaching.client_files import copy_of, own_files, remove
from followup_lib.coaching.clients import Client, clients, in_words, searches_in
from followup_lib.coaching.cluster import Cluster
from followup_lib.coaching.cores import on_all_cores
from followup_lib.coaching.handout import as_html, handout
from followup_lib.coaching.redact import redacted_files
from followup_lib.coaching.rollup import roll_up
from followup_lib.coaching.rollup_words import as_csv, describe_roll_up
from followup_lib.coaching.sessions import in_order
from followup_lib.records.dates import short_day, tally
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import SessionRow, rows_as
from followup_lib.records.tables import Tables
from followup_lib.store.named_files import write_new_folder


def register(commands: Commands) -> None:
    """Add the commands of the coaching hour."""
    made = commands.dated("handout", _handout, "write the page to take home: .html or .pdf")
    made.add_argument("file", type=Path)
    may_overwrite(made)
    about = "the session with this number; default: the latest"
    made.add_argument("--session", type=int, metavar="N", help=about)
    made.add_argument(
        "--script", action="append", default=[], metavar="ID", help="with the words for this one"
    )
    made = commands.dated("clients", _clients, "list the searches on this computer")
    made.add_argument("--folder", type=folder_there, metavar="FOLDER", help="where they are")
    made.add_argument("--json", action="store_true", help="print a JSON list")
    made = commands.dated("rollup", _rollup, "what is due for all clients, and how long they wait")
    made.add_argument("file", type=Path, nargs="?", help="the table (.csv) or the chart (.png …)")
    may_overwrite(made)
    made.add_argument("--text", action="store_true", help="print it in words")
    made.add_argument(
        "--folder", type=folder_there, metavar="FOLDER", help="where the searches are"
    )
    about = "count on the workers of this Dask scheduler, which see the same folders"
    made.add_argument("--scheduler", metavar="ADDRESS", help=about)
    made = commands.command("copy", _copy, "write the client's files into a .zip to hand over")
    made.add_argument("file", type=Path)
    may_overwrite(made)
    made = commands.command("redact", _redact, "write a copy in which nobody can be recognized")
    made.add_argument("folder", type=Path)
    made = commands.command("remove", _remove, "remove the search from this computer")
    made.add_argument("--name", default="", help="the client's name, typed to confirm")


def _handout(options: argparse.Namespace) -> int:
    tables, today = read(options)
    kind = options.file.suffix.lower()
    if kind not in (".html", ".pdf"):
        raise FollowupError(
            f"{options.file.name}: found {kind or 'no ending'}; a handout is .html or .pdf."
        )
    for script in options.script:
        refuse_unknown("application", script, tables.applications["application_id"])
    held = _session(options, tables, today)
    day = held.on.date() if held else today
    now = plan(tables, day)
    letters = the_search(options).letters
    sheet = handout(now, tables, held, letters=letters, scripts=options.script)
    if kind == ".html":
        data = as_html(sheet).encode("utf-8")
    else:
        from followup_lib.coaching.pdf import as_pdf, paper_of

        data = as_pdf(sheet, day, paper=paper_of(tables.settings.calendar.locale))
    write(options, (options.file, data))
    print(f"Wrote {options.file}: {sheet.kind}, {short_day(day, today)}.")
    return warn(tables, now)


def _session(options: argparse.Namespace, tables: Tables, today: dt.date) -> SessionRow | None:
    """Return the session that is meant: the one with the number, else the latest until today."""
    rows = in_order(tables).dropna(subset="on")
    latest = int((rows["on"] <= pd.Timestamp(today)).sum())
    number = latest if options.session is None else options.session
    held = rows_as(SessionRow, rows[rows["number"] == number])
    if not held and options.session is not None:
        raise FollowupError(
            f"There is no session {options.session}; there are {len(rows)}, numbered from 1, "
            "oldest first. Name another --session, or none for the latest."
        )
    return held[0] if held else None


def _clients(options: argparse.Namespace) -> int:
    folders = searches_in(options.folder or home())
    listed = clients(folders, lambda tables: current_day(tables, options.today))
    if options.json:
        print_json([_plain(client) for client in listed])
    for client in [] if options.json else listed:
        print(in_words(client))
    if not listed and not options.json:
        print("There’s no search there yet.")
    return 2 if any(client.problem for client in listed) else 0


def _plain(client: Client) -> dict[str, Any]:
    days = {"next_on": client.next_on, "last_on": client.last_on}
    iso = {name: day.isoformat() if day else None for name, day in days.items()}
    return dataclasses.asdict(client) | {"folder": str(client.folder)} | iso


def _rollup(options: argparse.Namespace) -> int:
    if options.file is None and not options.text:
        raise FollowupError("Name a file to write: .csv or .png; or add --text.")
    folders = searches_in((options.folder or home()).absolute())
    counting = Cluster(options.scheduler) if options.scheduler is not None else on_all_cores
    made = roll_up(folders, same_day(options.today), counting, progress(sys.stderr, "clients"))
    if options.text:
        print("\n".join(describe_roll_up(made)))
    if options.file and options.file.suffix.lower() == ".csv":
        write(options, (options.file, as_csv(made)))
    elif options.file:
        from followup_lib.charts import chart_files, plot_waits

        figure: Any = plot_waits(made.waits).figure
        write(options, *chart_files([figure], options.file))
    if options.file:
        print(f"Wrote {options.file}.")
    return 2 if made.unread else 0


def _copy(options: argparse.Namespace) -> int:
    search = the_search(options)
    write(options, (options.file, copy_of(search)))
    print(f"Wrote {options.file}: {tally(len(own_files(search)), 'file')} and a list of them.")
    return 0


def _redact(options: argparse.Namespace) -> int:
    files = redacted_files(the_search(options).read(), secret_weeks())
    write_new_folder(options.folder, files)
    print(f"Wrote a redacted copy to {options.folder}. Read it once before you share it.")
    return 0


def _remove(options: argparse.Namespace) -> int:
    search = the_search(options)
    if not options.name:
        listed = ", ".join(path.as_posix() for path in own_files(search))
        raise FollowupError(
            f"Nothing was deleted; to delete from {search.folder} {listed}, and every earlier "
            "state, add --name and the client's name."
        )
    print(remove(search, options.name))
    return 0

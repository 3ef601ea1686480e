"""`followup today` and `check`: what to do, and what is unusual in the files."""

import argparse
import datetime as dt
import sys
from typing import Any

import pandas as pd

from followup_lib.cli.common import Commands, print_json, read, the_search, warn
from followup_lib.dates import short_day
from followup_lib.notes import notes
from followup_lib.plan import RESTING, SOON, TODAY, Plan, plan
from followup_lib.reasons import heading
from followup_lib.tables import Problem, SpreadsheetError
from followup_lib.workspace import current_day

PLAN_KEYS = (
    *("application_id", "reference_id", "situation", "rule", "to", "channel"),
    *("earliest_on", "due_on", "reason"),
)


def register(commands: Commands) -> None:
    """Add `today` and `check`."""
    made = commands.dated("today", _today, "show what to do today, and what is coming up")
    made.add_argument("--json", action="store_true", help="print a JSON list")
    made.add_argument("--all", action="store_true", help="coming up and rest too")
    commands.dated("check", _check, "read everything and tell what is unusual or wrong")


def _today(options: argparse.Namespace) -> int:
    tables, today = read(options)
    now = plan(tables, today)
    if options.json:
        rows = now.listed(*((TODAY, SOON, RESTING) if options.all else (TODAY,)))
        print_json([_plain(row) for row in rows[list(PLAN_KEYS)].to_dict("records")])
        return warn(tables, now)
    print(f"{tables.settings.seeker.name or 'Your search'}, {short_day(today, today)}")
    waiting = now.rows[(now.rows["when"] == SOON) & (now.rows["earliest_on"] <= str(now.for_day))]
    if now.for_day != today and len(waiting):
        print(f"\nToday is a day off; messages that ask are for {short_day(now.for_day, today)}.")
    _print_list("Today", now.listed(TODAY), now, today)
    _print_list("Coming up", now.listed(SOON), now, today)
    if options.all:
        _print_list("At rest", now.listed(RESTING), now, today)
    return warn(tables, now)


def _print_list(title: str, rows: pd.DataFrame, now: Plan, today: dt.date) -> None:
    print(f"\n{title}")
    if rows.empty:
        print("  Nothing to do today." if title == "Today" else "  Nothing.")
    row: Any
    for row in rows.itertuples():
        company = now.facts.applications["company"].get(row.application_id, row.application_id)
        later = row.when != TODAY and pd.notna(row.earliest_on)
        start = f", from {short_day(row.earliest_on, today)}" if later else ""
        print(f"  {company}: {heading(str(row.situation))}{start}\n    {row.reason}")


def _plain(row: dict[Any, Any]) -> dict[str, Any]:
    """Return a row for JSON: days as text, nothing for what is empty."""
    return {
        str(name): None
        if value is None or value == "" or pd.isna(value)
        else (value.date().isoformat() if isinstance(value, pd.Timestamp) else str(value))
        for name, value in row.items()
    }


def _check(options: argparse.Namespace) -> int:
    search = the_search(options)
    try:
        tables = search.read()
    except SpreadsheetError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return 2
    today = current_day(tables, options.today)
    found: list[Problem] = notes(tables, today)
    for note in found:
        print(note)
    for problem in tables.letters.problems:
        print(problem, file=sys.stderr)
    code = max(warn(tables, plan(tables, today)), 2 if tables.letters.problems else 0)
    if not code:
        counts = f"{len(tables.applications)} applications, {len(tables.timeline)} events"
        print(f"Everything could be read: {counts}, {len(tables.references)} references.")
    return code

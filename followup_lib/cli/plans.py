"""`followup today` and `check`: what to do, and what is unusual in the files."""

import argparse
import datetime as dt
import sys
from typing import Any

import pandas as pd

from followup_lib.advice.plan import RESTING, SOON, TODAY, Plan, plan
from followup_lib.advice.reasons import heading
from followup_lib.cli.common import Commands, print_json, read, warn
from followup_lib.exchange import triage
from followup_lib.records.dates import count, short_day
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import PlanRow, rows_as

PLAN_KEYS = (
    "application_id",
    "reference_id",
    "situation",
    "rule",
    "to",
    "channel",
    "earliest_on",
    "due_on",
    "reason",
)


def register(commands: Commands) -> None:
    """Add `today` and `check`."""
    made = commands.dated("today", _today, "show what to do today, and what is coming up")
    made.add_argument("--json", action="store_true", help="print a JSON list")
    made.add_argument("--all", action="store_true", help="what is coming up and on pause, too")
    about = "print how much is due, without names, and nothing when nothing is: for a scheduler"
    made.add_argument("--notify", action="store_true", help=about)


def _notify(options: argparse.Namespace) -> int:
    """Print one line that anybody may see on a locked screen."""
    try:
        tables, today = read(options)
    except FollowupError:
        print("Today’s list can’t be made; followup today says why.")
        return 2
    if due := len(plan(tables, today).listed(TODAY)):
        print(f"{count(due, 'thing').capitalize()} for today: followup today lists them.")
    return 0


def _today(options: argparse.Namespace) -> int:
    if options.notify:
        return _notify(options)
    tables, today = read(options)
    now = plan(tables, today)
    for note in tables.headers:
        print(note, file=sys.stderr)
    if options.json:
        rows = now.listed(*((TODAY, SOON, RESTING) if options.all else (TODAY,)))
        rows = rows.assign(when=now.lists[rows.index])
        print_json([_plain(row) for row in rows[list(PLAN_KEYS)].to_dict("records")])
        return warn(tables, now)
    print(f"{tables.settings.seeker.name or 'Your search'}, {short_day(today, today)}")
    if unsorted := triage.sentence(len(triage.waiting(now, tables))):
        print(f"\n{unsorted}")
    waiting = now.rows[(now.rows["when"] == SOON) & (now.rows["earliest_on"] <= str(now.for_day))]
    if now.for_day != today and len(waiting):
        day = short_day(now.for_day, today)
        print(f"\nToday is a day off, so questions to employers can wait until {day}.")
    _print_list("Today", now.listed(TODAY), now, today)
    _print_list("Coming up", now.listed(SOON), now, today)
    if options.all:
        _print_list("On pause", now.listed(RESTING), now, today)
    return warn(tables, now)


def _print_list(title: str, rows: pd.DataFrame, now: Plan, today: dt.date) -> None:
    print(f"\n{title}")
    if rows.empty:
        print("  Nothing to do today." if title == "Today" else "  Nothing.")
    for row in rows_as(PlanRow, rows):
        company = now.facts.applications["company"].get(row.application_id, row.application_id)
        later = row.when != TODAY and pd.notna(row.earliest_on)
        start = f", from {short_day(row.earliest_on, today)}" if later else ""
        talk = now.talk_ahead(row)
        what = f"Interview {talk}" if talk else f"{heading(row.situation)}{start}"
        print(f"  {company}: {what}\n    {row.reason}")


def _plain(row: dict[Any, Any]) -> dict[str, Any]:
    """Return a row for JSON: days as text, nothing for what is empty."""
    return {
        str(name): None
        if value is None or value == "" or pd.isna(value)
        else (value.date().isoformat() if isinstance(value, pd.Timestamp) else str(value))
        for name, value in row.items()
    }

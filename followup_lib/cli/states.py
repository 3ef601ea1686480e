"""`followup check`, `undo` and `restore`: is everything whole, and back to an earlier state."""

import argparse
import sys

from followup_lib.advice.plan import plan
from followup_lib.app.workspace import current_day
from followup_lib.cli.common import Commands, the_search, warn
from followup_lib.records.dates import tally
from followup_lib.records.errors import SpreadsheetError
from followup_lib.records.notes import notes
from followup_lib.store.damage import gone_since, second_copies, what_to_do
from followup_lib.store.private import share_note


def register(commands: Commands) -> None:
    """Add `check`, `undo` and `restore`."""
    commands.dated("check", _check, "read everything and report what is unusual or wrong")
    commands.command("undo", _undo, "undo the last change")
    about = "list the earlier states of a search, or bring one back"
    made = commands.command("restore", _restore, about)
    made.add_argument("number", type=int, nargs="?", metavar="N", help="the state to bring back")


def _check(options: argparse.Namespace) -> int:
    search = the_search(options)
    try:
        tables = search.read()
    except SpreadsheetError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        print(what_to_do(search), file=sys.stderr)
        return 2
    today = current_day(tables, options.today)
    damage = [*gone_since(search, tables), *second_copies(search.folder)]
    for note in [*damage, *share_note(search.folder), *tables.headers, *notes(tables, today)]:
        print(note)
    for problem in search.letters.problems:
        print(problem, file=sys.stderr)
    code = max(warn(tables, plan(tables, today)), 2 if search.letters.problems else 0)
    if not code:
        kinds = {"application": tables.applications, "event": tables.timeline}
        counts = [tally(len(t), k) for k, t in (kinds | {"reference": tables.references}).items()]
        print(f"Everything could be read: {', '.join(counts)}.")
    return code


def _undo(options: argparse.Namespace) -> int:
    print(f"Undone: {the_search(options).undo()}.")
    return 0


def _restore(options: argparse.Namespace) -> int:
    search = the_search(options)
    if options.number is None:
        states = search.backups.states()
        for state in reversed(states):
            print(f"{state.number:6}  {state.day}  {state.what}")
        print(
            "`followup restore N` brings one back." if states else "Nothing has been changed yet."
        )
        return 0
    state = search.restore(options.number)
    print(
        f"The search is as it was after state {state.number} of {state.day}: {state.what}. "
        "`followup undo` reverses that."
    )
    return 0

"""`followup import`: bring a spreadsheet from elsewhere, seen first, undone when wished."""

import argparse
from contextlib import suppress
from pathlib import Path
from typing import Any

from followup_lib.app.workspace import current_day
from followup_lib.cli.common import Commands, print_json, the_search
from followup_lib.exchange.answers import ALLOWED, refuse_unknown
from followup_lib.exchange.bytes_in import Grid, SeveralSheetsError, read_grid
from followup_lib.exchange.excel import is_own_workbook
from followup_lib.exchange.layout import lay_out
from followup_lib.exchange.own_workbook import bring_back
from followup_lib.exchange.preview import Preview
from followup_lib.exchange.report import Import, change_words, report
from followup_lib.records.dates import tally
from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import COLUMNS, Tables, empty_table
from followup_lib.store.new_search import create_search
from followup_lib.store.search import JobSearch
from followup_lib.store.text import read_once

MAP = "what a column of that file holds, such as 'Mail=contact_email' or 'Sent=date.applied'"
ANSWER = "an answer to a question the dry run asks, under the key it shows"


def register(commands: Commands) -> None:
    """Add `import`."""
    made = commands.dated("import", _import, "bring in a spreadsheet (CSV or XLSX)")
    made.add_argument("file", type=Path)
    made.add_argument("--map", action="append", default=[], metavar="THEIRS=OURS", help=MAP)
    made.add_argument("--answer", action="append", default=[], metavar="KEY=VALUE", help=ANSWER)
    made.add_argument("--sheet", default="", help="the sheet of a workbook to read")
    made.add_argument("--dry-run", action="store_true", help="only show what would be done")
    made.add_argument("--json", action="store_true", help="print a JSON object")


def _import(options: argparse.Namespace) -> int:
    name, data = options.file.name, _bytes(options.file)
    search, before = _target(options)
    if not options.sheet and is_own_workbook(data):
        return _bring_back(options, search, before, data)
    one = Import(
        name,
        lay_out(_grid(data, name, options.sheet), name),
        _pairs(options.map, "--map"),
        _pairs(options.answer, "--answer"),
    )
    today = current_day(before, options.today)
    seen = one.preview(before, today)
    refuse_unknown(one.answers, [*seen.questions, *sorted(seen.known)])
    if options.dry_run:
        _show(seen, options.json)
        return 0
    if "map" in seen.questions:
        raise FollowupError(f"{seen.questions['map'].text} Name it: --map 'Column 1=company'.")
    _begin(options, search)
    seen, path = one.into(search.edit, search.folder, today)
    _show(seen, options.json)
    if not options.json:
        print(f"The report is kept in {path}")
        print(f"Nothing else was changed. To undo it: followup undo --search {search.folder}")
    return 0


def _target(options: argparse.Namespace) -> tuple[JobSearch, Tables]:
    """Return the search to import into and its tables; one that is not there yet has no rows."""
    if _is_new(options.search):
        empty: dict[str, Any] = {name: empty_table(name) for name in COLUMNS}
        return JobSearch(options.search), Tables(**empty)
    search = the_search(options)
    return search, search.read()


def _is_new(folder: Path | None) -> bool:
    """Tell whether there is nothing where the search named is to be."""
    with suppress(OSError):  # what cannot be listed is not empty
        return folder is not None and not (
            folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
        )
    return False


def _begin(options: argparse.Namespace, search: JobSearch) -> None:
    """Make the search that is meant when it is not there yet."""
    if _is_new(options.search):
        create_search(search.folder)
        if not options.json:
            print(f"Started a new search in {search.folder}.")


def _bring_back(options: argparse.Namespace, search: JobSearch, before: Tables, data: bytes) -> int:
    name = options.file.name
    back = bring_back(before, data, name)
    counts = (
        f"{tally(len(back.applications), 'application')} and {tally(len(back.timeline), 'event')}"
    )
    if options.dry_run:
        print(f"{name} is a whole search of this program: {counts}. All of it would come in.")
        return 0
    _begin(options, search)
    search.edit(f"import {name}", lambda tables: bring_back(tables, data, name))
    print(f"{counts} came in. To undo it: followup undo --search {search.folder}")
    return 0


def _bytes(path: Path) -> bytes:
    try:
        return read_once(path)
    except OSError as error:
        raise FollowupError(f"{path} cannot be read ({error.strerror}); check its name.") from error


def _grid(data: bytes, name: str, sheet: str) -> Grid:
    try:
        return read_grid(data, name, sheet)
    except SeveralSheetsError as error:
        raise FollowupError(f"{error} Name it with --sheet NAME.") from error


def _pairs(texts: list[str], option: str) -> dict[str, str]:
    for text in texts:
        if "=" not in text:
            raise FollowupError(f"{option} {text!r} needs an equals sign, as in NAME=VALUE.")
    return {name.strip(): value.strip() for name, _, value in (t.rpartition("=") for t in texts)}


def _show(seen: Preview, as_json: bool) -> None:
    if as_json:
        print_json(_plain(seen))
        return
    print(report(seen))
    hows = {
        each.kind: ALLOWED[each.kind] for each in seen.questions.values() if each.kind in ALLOWED
    }
    for key, each in seen.questions.items():
        if each.kind in hows:
            print(f"To answer: --answer '{key}=…'")
    for kind, allowed in hows.items():
        print(f"Allowed for {kind}: {allowed}.")


def _plain(seen: Preview) -> dict[str, Any]:
    return {
        "rows": seen.rows,
        "applications": len(seen.entries),
        "events": seen.events,
        "columns": seen.columns,
        "statuses": {word: list(pair) if pair else None for word, pair in seen.statuses.items()},
        "skipped": [{"row": each.row, "why": each.why} for each in seen.aside],
        "questions": [
            {"key": each.key, "question": each.text, "rows": each.rows, "example": each.example}
            for each in seen.questions.values()
        ],
        "changes": [change_words(each) for each in seen.changes],
        "duplicates": seen.duplicates,
        "cells_lost": seen.cells_lost,
    }

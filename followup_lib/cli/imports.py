"""`followup import`: bring a spreadsheet from elsewhere, seen first, undone when wished."""

import argparse
import json
from pathlib import Path
from typing import Any

from followup_lib.cli.common import Commands, print_json, the_search
from followup_lib.exchange.bytes_in import LARGEST_FILE, read_grid
from followup_lib.exchange.importing import Preview, add_entries, preview
from followup_lib.exchange.layout import lay_out
from followup_lib.tables import FollowupError, Tables
from followup_lib.workspace import current_day


def register(commands: Commands) -> None:
    """Add `import`."""
    made = commands.dated("import", _import, "bring in a spreadsheet (CSV or XLSX)")
    made.add_argument("file", type=Path)
    made.add_argument("--map", action="append", default=[], metavar="THEIRS=OURS")
    made.add_argument("--answer", action="append", default=[], metavar="KEY=VALUE")
    made.add_argument("--sheet", default="", help="the sheet of a workbook to read")
    made.add_argument("--dry-run", action="store_true", help="only show what would be done")
    made.add_argument("--json", action="store_true", help="print a JSON object")


def _import(options: argparse.Namespace) -> int:
    search = the_search(options)
    listing = lay_out(
        read_grid(_bytes(options.file), options.file.name, options.sheet), options.file.name
    )
    mapping, answers = _pairs(options.map, "--map"), _pairs(options.answer, "--answer")
    today = current_day(search.read(), options.today)
    seen = preview(listing, search.read(), today, mapping, answers)
    if options.dry_run:
        _show(seen, options.json)
        return 0
    if "map" in seen.questions:
        raise FollowupError(f"{seen.questions['map']} Name it: --map 'Column 1=company'.")
    done: list[Preview] = []

    def change(tables: Tables) -> Tables:
        done.append(preview(listing, tables, today, mapping, answers))
        return add_entries(tables, done[-1])

    search.edit(f"import {options.file.name}", change)
    _save_report(search.folder, options.file.name, done[-1])
    _show(done[-1], options.json)
    if not options.json:
        print(f"Nothing else was changed. To take it back: followup undo --search {search.folder}")
    return 0


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise FollowupError(
                f"{path} is larger than {LARGEST_FILE // 1_000_000} MB; take out pictures or old "
                "rows and save it again."
            )
        return path.read_bytes()
    except OSError as error:
        raise FollowupError(f"{path} cannot be read ({error.strerror}); check its name.") from error


def _pairs(texts: list[str], option: str) -> dict[str, str]:
    for text in texts:
        if "=" not in text:
            raise FollowupError(f"{option} {text!r} needs an equals sign, as in NAME=VALUE.")
    return {name.strip(): value.strip() for name, _, value in (t.rpartition("=") for t in texts)}


def _show(seen: Preview, as_json: bool) -> None:
    if as_json:
        print_json(_plain(seen))
        return
    print(_words(seen))


def _plain(seen: Preview) -> dict[str, Any]:
    return {
        "rows": seen.rows,
        "applications": len(seen.entries),
        "events": seen.events,
        "columns": seen.columns,
        "statuses": {word: list(found) if found else None for word, found in seen.statuses.items()},
        "skipped": [{"row": each.row, "why": each.why} for each in seen.aside],
        "questions": [f"{text} (--answer '{key}=…')" for key, text in seen.questions.items()],
        "duplicates": seen.duplicates,
        "cells_lost": seen.cells_lost,
    }


def _words(seen: Preview) -> str:
    lines = [seen.sentence, "", "Columns"]
    lines += [f"  {theirs}: {ours}" for theirs, ours in seen.columns.items()]
    lines += ["", "Statuses"] if seen.statuses else []
    lines += [f"  {w}: {' '.join(f) if f else 'not known'}" for w, f in seen.statuses.items()]
    lines += ["", "Not taken"] if seen.aside else []
    for each in seen.aside:
        lines.append(f"  row {each.row} {each.why}: {json.dumps(each.cells, ensure_ascii=False)}")
    if seen.duplicates:
        rows = ", ".join(map(str, seen.duplicates))
        lines += ["", f"Same company and position as one already here, added all the same: {rows}"]
    lines += ["", "Questions, now or later"] if seen.questions else []
    lines += [f"  {text} (--answer '{key}=…')" for key, text in seen.questions.items()]
    return "\n".join(lines)


def _save_report(folder: Path, name: str, seen: Preview) -> None:
    """Write what was done beside the search, under a name of its own for each import."""
    place = folder / "imports"
    try:
        place.mkdir(exist_ok=True)
        number = len(list(place.glob("*.txt"))) + 1
        (place / f"{number:03d} {name}.txt").write_text(_words(seen) + "\n", encoding="utf-8")
    except OSError as error:
        raise FollowupError(
            f"The applications were imported, but the report in {place} could not be written "
            f"({error.strerror}); `followup import FILE --dry-run` shows it again."
        ) from error

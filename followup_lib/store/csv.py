"""The CSV files of a search: read strictly, every problem named by row and column, and written."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from followup_lib.records.checks import check_cells, check_links
from followup_lib.records.errors import FollowupError, Problem, SpreadsheetError
from followup_lib.records.settings import Settings
from followup_lib.records.settings_file import read_settings
from followup_lib.records.tables import (
    COLUMNS,
    Tables,
    as_table,
    with_event_ids,
)
from followup_lib.store.cells import decoded, read_cells, refusal, tidied, titles_of
from followup_lib.store.headers import header_notes
from followup_lib.store.private import refuse_link
from followup_lib.store.text import read_once, refuse_no_file

FILES = (*(f"{name}.csv" for name in COLUMNS), "settings.toml")
"""The files of a search; its messages are a folder beside them."""


def read_files(folder: Path) -> dict[str, bytes]:
    """Return the files of a search that are there, as bytes; raises `SpreadsheetError`."""
    if not os.path.isdir(folder):  # false, too, where its owner has closed it
        raise FollowupError(
            f"There is no search at {folder}: it should be a folder with applications.csv and "
            "timeline.csv; choose another folder or make a new search."
        )
    files, problems = {}, []
    for name in FILES:
        try:
            refuse_link(folder / name, folder)
            refuse_no_file(folder / name)
            files[name] = read_once(folder / name)
        except FileNotFoundError:
            continue
        except OSError as error:
            why = f"cannot be opened ({error.strerror}); close it in other programs and try again."
            problems += refusal(name, why).problems
    if problems:
        raise SpreadsheetError(problems)
    return files


class Parsed(NamedTuple):
    """A sound table, what it was read from, its rows there, and what is to say of its titles."""

    data: bytes | None
    rows: int
    table: pd.DataFrame
    headers: list[Problem]


def parse_files(
    files: Mapping[str, bytes], where: Path | str, known: dict[str, Parsed] | None = None
) -> Tables:
    """Return the tables of a search's files; `where` is where errors say they are.

    The index of each table tells its row in the file, less two. A table of `known` whose bytes are
    the same is not parsed again, and what is parsed is put there. Raises `SpreadsheetError` when a
    file is missing or is no CSV, lacks a column, or has a row with an unknown word, an impossible
    date, or an id that is missing, double or dangling.
    """
    known = {} if known is None else known
    problems: list[Problem] = []
    for name in COLUMNS:
        data = files.get(f"{name}.csv")
        if name not in known or known[name].data != data:
            try:
                known[name] = _parse_table(name, data, where, known.get(name))
            except SpreadsheetError as error:
                problems += error.problems
    tables: dict[str, Any] = {name: parsed.table for name, parsed in known.items()}
    problems = problems or check_links(tables)
    if problems:
        raise SpreadsheetError(problems)
    tables["timeline"] = with_event_ids(tables["timeline"])
    headers = tuple(note for name in COLUMNS for note in known[name].headers)
    return Tables(**tables, settings=settings_in(files), headers=headers)


def _parse_table(name: str, data: bytes | None, where: Path | str, before: Parsed | None) -> Parsed:
    """Return a table; most edits add a row at the end, and then only what was added is read.

    What is wrong there is said of the whole table: raises `SpreadsheetError`.
    """
    known = before.data if before and not before.headers else None
    if before and data and known and known.endswith(b"\n") and data.startswith(known):
        titles = data.partition(b"\n")[0] + b"\n"
        with suppress(SpreadsheetError):
            added = _parse_whole(name, titles + data[len(known) :], where)
            added.table.index += before.rows
            table = pd.concat([before.table, added.table])
            return Parsed(data, before.rows + added.rows, table, [])
    return _parse_whole(name, data, where)


def _parse_whole(name: str, data: bytes | None, where: Path | str) -> Parsed:
    cells = read_cells(name, data, where)
    raw = tidied(name, cells)
    problems = check_cells(name, raw)
    if problems:
        raise SpreadsheetError(problems)
    return Parsed(data, len(cells), as_table(name, raw), notes_on_titles(name, data, raw))


def notes_on_titles(name: str, data: bytes | None, cells: pd.DataFrame) -> list[Problem]:
    """Return what `header_notes` says of one table of a search, read from these bytes."""
    return header_notes(name, titles_of(data or b""), cells)


def settings_in(files: Mapping[str, bytes]) -> Settings:
    """Return the settings among a search's files; raises `SpreadsheetError` when it is no text."""
    return read_settings(decoded("settings.toml", files.get("settings.toml", b"")))


def read_tables(folder: Path) -> Tables:
    """Read the tables in a search's folder; raises `SpreadsheetError` as `parse_files`."""
    return parse_files(read_files(folder), folder)

"""The CSV files of a search: read strictly, every problem named by row and column, and written."""

import codecs
import csv
import io
import os
from collections.abc import Callable, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from followup_lib.records.checks import check_cells, check_links
from followup_lib.records.errors import FollowupError, Problem, SpreadsheetError
from followup_lib.records.settings import Settings
from followup_lib.records.settings_file import read_settings
from followup_lib.records.tables import (
    COLUMNS,
    DATES,
    IDS,
    OPTIONAL_TABLES,
    WORDS,
    Tables,
    as_table,
    with_event_ids,
)
from followup_lib.store.headers import header_notes, our_names, wrong_header
from followup_lib.store.inert import may_be_guarded, unguarded
from followup_lib.store.private import refuse_link
from followup_lib.store.text import FIELD_LIMIT, MOST_COLUMNS, read_once, refuse_no_file

FILES = (*(f"{name}.csv" for name in COLUMNS), "settings.toml")
"""The files of a search; its messages are a folder beside them."""
LINKS = {*IDS.values(), "refers_to"}
"""The columns that hold ids."""


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
            problems += _refusal(name, why).problems
    if problems:
        raise SpreadsheetError(problems)
    return files


def parse_files(files: Mapping[str, bytes], where: Path | str) -> Tables:
    """Return the tables of a search's files; `where` is where errors say they are.

    The index of each table tells its row in the file, less two. Raises `SpreadsheetError` when a
    file is missing or is no CSV, lacks a column, or has a row with an unknown word, an impossible
    date, or an id that is missing, double or dangling.
    """
    tables: dict[str, Any] = {}
    problems: list[Problem] = []
    headers: list[Problem] = []
    for name in COLUMNS:
        try:
            raw = tidied(name, read_cells(name, files.get(f"{name}.csv"), where))
        except SpreadsheetError as error:
            problems += error.problems
            continue
        problems += check_cells(name, raw)
        headers += notes_on_titles(name, files, raw)
        tables[name] = as_table(name, raw)
    if not problems:
        problems = check_links(tables)
    if problems:
        raise SpreadsheetError(problems)
    tables["timeline"] = with_event_ids(tables["timeline"])
    return Tables(**tables, settings=settings_in(files), headers=tuple(headers))


def notes_on_titles(name: str, files: Mapping[str, bytes], cells: pd.DataFrame) -> list[Problem]:
    """Return what `header_notes` says of one table among a search's files."""
    return header_notes(name, _titles(files.get(f"{name}.csv", b"")), cells)


def settings_in(files: Mapping[str, bytes]) -> Settings:
    """Return the settings among a search's files; raises `SpreadsheetError` when it is no text."""
    return read_settings(_decode("settings.toml", files.get("settings.toml", b"")))


def read_tables(folder: Path) -> Tables:
    """Read the tables in a search's folder; raises `SpreadsheetError` as `parse_files`."""
    return parse_files(read_files(folder), folder)


def read_cells(name: str, data: bytes | None, where: Path | str) -> pd.DataFrame:
    """Return the cells of a CSV as they stand in it, all of them text.

    Raises `SpreadsheetError` for a file that is missing, no CSV, or lacks a column.
    """
    file = f"{name}.csv"
    if data is None and name in OPTIONAL_TABLES:
        return pd.DataFrame(columns=list(COLUMNS[name]), dtype="str")
    if data is None:
        raise _refusal(file, f"is missing in {where}; put it back.")
    if not data.strip():
        raise _refusal(file, "is empty; its first line should name the columns.")
    guarded = may_be_guarded(_decode(file, data))
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        if (wide := max(map(len, _first_rows(data, 2)), default=0)) > MOST_COLUMNS:
            raise _refusal(file, f"has {wide:,} columns; up to {MOST_COLUMNS:,} can be read.")
        titles = _titles(data)
        if wrong := wrong_header(name, titles):
            raise _refusal(file, wrong)
        table = pd.read_csv(
            io.BytesIO(data),
            dtype=str,
            na_filter=False,
            skip_blank_lines=False,
            header=0,
            low_memory=False,
            names=our_names(name, titles),
        )
    except (pd.errors.ParserError, csv.Error) as error:
        what = str(error).rpartition("C error: ")[2].strip()
        raise _refusal(file, f"cannot be read as a CSV ({what}); fix that line.") from error
    if not isinstance(table.index, pd.RangeIndex):
        raise _refusal(
            file,
            "the rows have more fields than the header; a text with a comma in it needs quotes.",
        )
    return table.apply(_changed, change=unguarded) if guarded else table


def _titles(data: bytes) -> list[str]:
    """Return the titles of the columns as they stand in a CSV."""
    return [unguarded(title) for row in _first_rows(data, 1) for title in row]


def _first_rows(data: bytes, number: int) -> list[list[str]]:
    csv.field_size_limit(FIELD_LIMIT)
    text = io.TextIOWrapper(io.BytesIO(data), "utf-8-sig", newline="")
    return [*islice(csv.reader(text), number)]


def tidied(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """Return the cells of table `name` without empty rows, and without blanks around our words.

    Days and ids lose them too; a cell of the person's own column stays to the letter.
    """
    table = table[~_blank(table)]
    ours = [column for column in COLUMNS[name] if column in table]
    for column in ours:
        if column in WORDS[name] or column in DATES[name]:
            table[column] = _mended(table[column], lower=column in WORDS[name])
        elif column in LINKS:
            table[column] = _changed(table[column], str.strip)
    return table


def _blank(table: pd.DataFrame) -> np.ndarray:
    """Return which rows are empty throughout; most tables have none, and the first column tells."""
    blank = np.ones(len(table), bool)
    for column in table:
        if not blank.any():
            break
        blank &= table[column].to_numpy() == ""
    return blank


def _mended(cells: pd.Series, *, lower: bool) -> pd.Series:
    """Return words or days without blanks around them; a column has few different ones."""
    texts = cells.unique().tolist()
    mended = [text.strip().lower() if lower else text.strip() for text in texts]
    return cells if mended == texts else cells.map(dict(zip(texts, mended, strict=True)))


def _changed(cells: pd.Series, change: Callable[[str], str]) -> pd.Series:
    """Return each text changed: the same cells when none is."""
    texts = cells.tolist()
    changed = [*map(change, texts)]
    return cells if changed == texts else pd.Series(changed, cells.index, dtype="str")


def _decode(file: str, data: bytes) -> str:
    form = "CSV UTF-8" if file.endswith(".csv") else "UTF-8"
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        why = f"line {line} is not UTF-8 text; save the file again as {form}."
        raise _refusal(file, why) from error
    if "\0" in text:
        raise _refusal(file, f"is not a text file; save it again as {form}.")
    return text


def _refusal(file: str, sentence: str) -> SpreadsheetError:
    return SpreadsheetError([Problem(file, 0, "", sentence)])

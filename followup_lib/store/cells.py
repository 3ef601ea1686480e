"""The cells of one CSV of a search as text: read strictly, blanks around our own words gone."""

import codecs
import csv
import io
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import numpy as np
import pandas as pd

from followup_lib.records.errors import Problem, SpreadsheetError
from followup_lib.records.tables import COLUMNS, DATES, IDS, OPTIONAL_TABLES, WORDS
from followup_lib.store.headers import our_names, wrong_header
from followup_lib.store.inert import may_be_guarded, unguarded
from followup_lib.store.text import FIELD_LIMIT, MOST_COLUMNS

LINKS = {*IDS.values(), "refers_to"}
"""The columns that hold ids."""


def read_cells(name: str, data: bytes | None, where: Path | str) -> pd.DataFrame:
    """Return the cells of a CSV as they stand in it, all of them text.

    Raises `SpreadsheetError` for a file that is missing, no CSV, or lacks a column.
    """
    file = f"{name}.csv"
    if data is None and name in OPTIONAL_TABLES:
        return pd.DataFrame(columns=list(COLUMNS[name]), dtype="str")
    if data is None:
        raise refusal(file, f"is missing in {where}; put it back.")
    if not data.strip():
        raise refusal(file, "is empty; its first line should name the columns.")
    guarded = may_be_guarded(decoded(file, data))
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        if (wide := max(map(len, _first_rows(data, 2)), default=0)) > MOST_COLUMNS:
            raise refusal(file, f"has {wide:,} columns; up to {MOST_COLUMNS:,} can be read.")
        titles = titles_of(data)
        if wrong := wrong_header(name, titles):
            raise refusal(file, wrong)
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
        raise refusal(file, f"cannot be read as a CSV ({what}); fix that line.") from error
    if not isinstance(table.index, pd.RangeIndex):
        raise refusal(
            file,
            "the rows have more fields than the header; a text with a comma in it needs quotes.",
        )
    return table.apply(_changed, change=unguarded) if guarded else table


def titles_of(data: bytes) -> list[str]:
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


def decoded(file: str, data: bytes) -> str:
    """Return the text of a file of a search; raises `SpreadsheetError` when it is none."""
    form = "CSV UTF-8" if file.endswith(".csv") else "UTF-8"
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        why = f"line {line} is not UTF-8 text; save the file again as {form}."
        raise refusal(file, why) from error
    if "\0" in text:
        raise refusal(file, f"is not a text file; save it again as {form}.")
    return text


def refusal(file: str, sentence: str) -> SpreadsheetError:
    """Return the error that says of a whole file what is wrong with it."""
    return SpreadsheetError([Problem(file, 0, "", sentence)])

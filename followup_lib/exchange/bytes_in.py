"""From the bytes of somebody's file to a grid of text cells; what is no spreadsheet is refused."""

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from followup_lib.exchange.excel import LONGEST, refuse_bomb
from followup_lib.exchange.merged import filled_down, merged_spans
from followup_lib.records.errors import FollowupError
from followup_lib.store.inert import may_be_guarded, unguarded
from followup_lib.store.text import (
    MOST_COLUMNS,
    decode,
    find_delimiter,
    find_quote,
    refuse_large,
    text_rows,
)

MOST_CELLS = 1_000_000
MOST_ROWS = 100_000
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"%PDF", b"RIFF")
MARKUP = ("<!doctype", "<html", "<head", "<body", "<table", "<?xml", "<!--")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class SeveralSheetsError(FollowupError):
    """A workbook of which a sheet must be chosen; `sheets` are the titles of those with cells."""

    def __init__(self, name: str, sheets: list[str]) -> None:
        super().__init__(
            f"{name} has several sheets: {', '.join(sheets)}. Which one holds your applications?"
        )
        self.sheets = sheets


@dataclass(frozen=True)
class Grid:
    """The cells of one sheet, as text; `lines` tells the row of each as a spreadsheet counts it.

    `unclosed`: the last row opens a quotation mark that never ends, so rows below stand in it.
    `merged` are the lines whose cells are merged with those of a row above.
    """

    rows: list[list[str]]
    lines: list[int]
    encoding: str
    delimiter: str = ""
    unclosed: bool = False
    merged: tuple[int, ...] = ()


def read_grid(data: bytes, name: str, sheet: str = "") -> Grid:
    """Return the cells of a CSV or XLSX file; `sheet` chooses one of several.

    Raises `SeveralSheetsError` when one must be chosen, `FollowupError` for what is no
    spreadsheet, is locked by a password, too large or empty.
    """
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise FollowupError(f"{name} is empty; nothing was read. Choose another file.")
    refuse_large(name, len(data))
    if data.startswith(OLE):
        raise FollowupError(
            f"{name} is protected by a password or in Excel's old form; open it in your "
            "spreadsheet program and save it without a password as .xlsx or CSV."
        )
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(PICTURES):
        raise FollowupError(f"{name} is a picture or a printed page; choose a CSV or XLSX file.")
    if data.startswith(b"PK"):
        return _read_workbook(data, name, sheet)
    text, encoding = decode(data, name)
    if text.lstrip("\ufeff \t\r\n")[:9].casefold().startswith(MARKUP):
        raise FollowupError(
            f"{name} is a web page or XML, whatever its name says; open it in your spreadsheet "
            "program and save it as CSV or XLSX."
        )
    delimiter = find_delimiter(text)
    return _read_rows(text, name, encoding, delimiter)


def _read_rows(text: str, name: str, encoding: str, delimiter: str) -> Grid:
    rows: list[list[str]] = []
    lines: list[int] = []
    reader = text_rows(text, delimiter)
    inside = unguarded if may_be_guarded(text) else str
    try:
        for number, row in enumerate(_bounded(reader, name), 1):
            rows.append([inside(cell).strip() for cell in row])
            lines.append(number)
    except csv.Error as error:
        raise FollowupError(
            f"{name} cannot be read near line {reader.line_num} ({error}); fix it and try again."
        ) from error
    within = bool(rows and rows[-1]) and "\n" in rows[-1][-1]
    unclosed = within and text.rstrip()[-1] != find_quote(text)
    _refuse_long(rows[:-1] if unclosed else rows, name)
    return Grid(rows, lines, encoding, delimiter, unclosed)


def _read_workbook(data: bytes, name: str, sheet: str) -> Grid:
    refuse_bomb(data, name)
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets = {each.title: each for each in book.worksheets}
        chosen = _choose(sheets, name, sheet)
        rows = [[_text(cell) for cell in row] for row in _sheet_rows(chosen, name)]
        if _has_formulas(data):
            typed = openpyxl.load_workbook(io.BytesIO(data), read_only=True)[chosen.title]
            formulas = _sheet_rows(typed, name)
            rows = [_with_formulas(*both) for both in zip(rows, formulas, strict=True)]
        _refuse_long(rows, name)
        rows, merged = filled_down(rows, merged_spans(data, chosen.title))
    except FollowupError:
        raise
    except Exception as error:  # openpyxl raises of every kind on damaged workbooks
        raise FollowupError(
            f"{name} cannot be read as a workbook ({type(error).__name__}); save it again as CSV."
        ) from error
    filled = tuple(place + 1 for place in merged)
    return Grid(rows, list(range(1, len(rows) + 1)), "xlsx", merged=filled)


def _choose(sheets: dict[str, Any], name: str, wanted: str) -> Any:
    filled = {
        title: sheet
        for title, sheet in sheets.items()
        if any(cell is not None for row in sheet.iter_rows(max_row=50) for cell in _values(row))
    }
    if wanted and wanted not in sheets:
        raise FollowupError(f"{name} has no sheet {wanted!r}; it has {', '.join(sheets)}.")
    if wanted:
        return sheets[wanted]
    if not filled:
        raise FollowupError(f"{name} is empty; nothing was read. Choose another file.")
    if len(filled) > 1:
        raise SeveralSheetsError(name, list(filled))
    return next(iter(filled.values()))


def _values(row: Any) -> list[Any]:
    return [cell.value for cell in row]


def _sheet_rows(sheet: Any, name: str) -> Iterator[Sequence[Any]]:
    sheet.reset_dimensions()  # what a file says of its own size need not be so
    return _bounded(sheet.iter_rows(values_only=True), name)


def _bounded(rows: Iterable[Sequence[Any]], name: str) -> Iterator[Sequence[Any]]:
    """Yield rows as they are read; raises `FollowupError` when they are too wide or too many."""
    cells = 0
    for number, row in enumerate(rows, 1):
        cells += len(row)
        if len(row) > MOST_COLUMNS and any(cell not in (None, "") for cell in row[MOST_COLUMNS:]):
            raise FollowupError(
                f"{name}, row {number}: found {len(row):,} columns; up to {MOST_COLUMNS:,} can be "
                "read. Save only the columns of your list."
            )
        if cells > MOST_CELLS or number > MOST_ROWS:
            raise FollowupError(
                f"{name} has more than the {MOST_ROWS:,} rows or {MOST_CELLS:,} cells that can be "
                "read, counting empty ones; save only your list."
            )
        yield row[:MOST_COLUMNS]


def _refuse_long(rows: list[list[str]], name: str) -> None:
    """Raise `FollowupError` for a cell that would not fit into a workbook when it goes out."""
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row, 1):
            if len(cell) > LONGEST:
                raise FollowupError(
                    f"{name}, row {number}, column {column}: found {len(cell):,} characters in "
                    f"one cell; up to {LONGEST:,} can be read. Shorten it, or close its quotation "
                    "mark."
                )


def _has_formulas(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        sheets = [part for part in packed.namelist() if part.startswith("xl/worksheets/")]
        texts = (packed.read(part) for part in sheets)  # one at a time
        return any(mark in text for text in texts for mark in (b"<f>", b"<f "))


def _with_formulas(shown: list[str], typed: Iterable[Any]) -> list[str]:
    """Return a row with the formula where no program has worked out its value yet."""
    return [cell or _text(formula) for cell, formula in zip(shown, typed, strict=True)]


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value).strip()

"""A search as one Excel workbook: a sheet for each table, written and read back without loss."""

import datetime as dt
import io
import re
import zipfile
from typing import Any

import pandas as pd

from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import COLUMNS, DATES, Tables
from followup_lib.store.csv import parse_files
from followup_lib.store.csv_out import text_csv
from followup_lib.store.inert import STARTERS

NEEDED = ("applications", "timeline")
"""Sheets without which a workbook holds no search."""
LONGEST = 32_767
"""Letters that fit into a cell of Excel."""

LARGEST_UNPACKED = 25_000_000
"""Bytes a workbook may unpack to, its pictures apart: ten times a long list, and read in 300 MB."""

_FIRST_DAY = pd.Timestamp(1900, 3, 1)  # Excel counts a February 29, 1900 that never was
_WIDTHS = (10, 48)  # letters
# Excel writes letters that XML cannot hold as _x000D_, and that spelling itself as _x005F_x000D_.
_UNFIT = re.compile("[\0-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def write_workbook(tables: Tables) -> bytes:
    """Return the tables as an .xlsx: real dates, the first row frozen, filters, fitting widths.

    Text that a spreadsheet program would run as a formula is marked as text. Settings are not in
    it. Raises `FollowupError` for a text longer than a cell of Excel holds.
    """
    import openpyxl

    for name in COLUMNS:
        _refuse_long(name, getattr(tables, name))
    book = openpyxl.Workbook(write_only=True)
    for name in COLUMNS:
        _write_sheet(book.create_sheet(name), name, getattr(tables, name))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _refuse_long(name: str, table: pd.DataFrame) -> None:
    for column in table.columns.difference(list(DATES[name])):
        lengths = table[column].str.len().to_numpy()
        if (lengths > LONGEST).any():
            row = int(lengths.argmax())
            raise FollowupError(
                f"{name}.csv, row {row + 2}, column {column}: {lengths[row]:,} characters don’t "
                f"fit into an Excel cell ({LONGEST:,}); shorten it, or export a CSV."
            )


def _write_sheet(sheet: Any, name: str, table: pd.DataFrame) -> None:
    from openpyxl.utils import get_column_letter as letter

    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{letter(len(table.columns))}{len(table) + 1}"
    for number, column in enumerate(table.columns, start=1):
        longest = max([len(column) + 3, *table[column].head(200).astype("str").str.len()])
        width = 12 if column in DATES[name] else min(max(longest + 1, _WIDTHS[0]), _WIDTHS[1])
        sheet.column_dimensions[letter(number)].width = width
    sheet.append([_cell(sheet, title, bold=True) for title in table.columns])
    for values in table.itertuples(index=False, name=None):
        sheet.append([_cell(sheet, value) for value in values])


def _cell(sheet: Any, value: Any, *, bold: bool = False) -> Any:
    """Return a cell with a day as a day and everything else as text; None when there is nothing."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    if pd.isna(value) or value == "":
        return None
    cell = WriteOnlyCell(sheet)
    if isinstance(value, pd.Timestamp) and value >= _FIRST_DAY:
        cell.value, cell.number_format = value.to_pydatetime(), "yyyy-mm-dd"
        return cell
    text = value.date().isoformat() if isinstance(value, pd.Timestamp) else value
    cell.value = _UNFIT.sub(lambda match: f"_x{ord(match[0]):04X}_", text)
    cell.data_type = "s"  # text, whatever it begins with
    if text[0] in STARTERS:
        cell.quotePrefix = True  # and still text when somebody edits the cell
    if bold:
        cell.font = Font(bold=True)
    return cell


def refuse_bomb(data: bytes, name: str) -> None:
    """Raise `FollowupError` for what is no workbook, or would unpack to far too much.

    Only the list of what is packed is read, and no more of each part than it says.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            unpacked = sum(part.file_size for part in parts if not _is_picture(part))
            known = {part.filename for part in parts}
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise FollowupError(f"{name} is damaged; save it again as XLSX or CSV.") from error
    if unpacked > LARGEST_UNPACKED:
        raise FollowupError(
            f"{name} would unpack to {unpacked // 1_000_000} MB; up to "
            f"{LARGEST_UNPACKED // 1_000_000} MB can be read, and it was not opened. Save the "
            "sheet with your list as CSV."
        )
    if any(part.flag_bits & 1 for part in parts):
        raise FollowupError(
            f"{name} is protected by a password; save it again without one as XLSX or CSV."
        )
    if "xl/workbook.xml" not in known:
        raise FollowupError(
            f"{name} is a zip file, but not an Excel workbook; unzip it, and choose a CSV or XLSX "
            "file."
        )


def _is_picture(part: zipfile.ZipInfo) -> bool:
    """Tell whether a part is never read; what packs well is no picture, whatever its name."""
    return part.filename.startswith("xl/media/") and part.file_size < 2 * part.compress_size


def is_own_workbook(data: bytes) -> bool:
    """Tell whether a file is a workbook with a sheet for each table, as `write_workbook` makes."""
    if not data.startswith(b"PK"):
        return False
    try:
        refuse_bomb(data, "")
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            text = packed.read("xl/workbook.xml").decode("utf-8", errors="replace")
    except (
        FollowupError,
        zipfile.BadZipFile,
        RuntimeError,
        NotImplementedError,
        EOFError,
        OSError,
    ):
        return False
    return all(f'name="{name}"' in text for name in NEEDED)


def read_workbook(data: bytes, name: str = "this file") -> Tables:
    """Return the tables of a workbook that `write_workbook` made, as Excel may have saved it again.

    Settings are the usual ones. Raises `FollowupError` when it is no such workbook, and
    `SpreadsheetError` as `parse_files` for what is wrong in the rows.
    """
    import openpyxl

    try:
        refuse_bomb(data, name)
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets = {name: _read_sheet(book[name]) for name in COLUMNS if name in book.sheetnames}
    except FollowupError:
        raise
    except Exception as error:  # openpyxl raises of every kind on damaged workbooks
        raise FollowupError(
            f"{name} is an Excel workbook (.xlsx) that cannot be read ({type(error).__name__}); "
            "save it again as .xlsx."
        ) from error
    missing = [table for table in NEEDED if table not in sheets]
    if missing:
        raise FollowupError(
            f"There is no sheet “{missing[0]}” in this workbook; this program didn’t write it."
        )
    files = {f"{table}.csv": text_csv(cells) for table, cells in sheets.items()}
    return parse_files(files, "the workbook")


def _read_sheet(sheet: Any) -> pd.DataFrame:
    sheet.reset_dimensions()  # what a file says of its own size need not be so
    rows = [[_text(value) for value in row] for row in sheet.iter_rows(values_only=True)]
    titles = [title for title in rows[0] if title] if rows else []
    width = len(titles)
    return pd.DataFrame(
        [(row + [""] * width)[:width] for row in rows[1:]], columns=titles, dtype="str"
    )


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), str(value))

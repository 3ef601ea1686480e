"""Tables that Excel saved again: its separators, letters and days, turned back into ours.

The rules are those of the import. Which of day and month comes first is told by the table's own
days and by the same rows in an earlier state, and where the two disagree, by nothing: it is never
guessed. Letters that are not UTF-8 are those with which most words stand in an earlier state.
"""

import csv
import datetime as dt
import io
import re
from collections.abc import Callable, Iterable, Mapping

import pandas as pd

from followup_lib.reading.days import Order, day_order, is_ambiguous, read_days
from followup_lib.records.errors import FollowupError, Problem, SpreadsheetError
from followup_lib.records.tables import COLUMNS, DATES, IDS
from followup_lib.store.csv_out import text_csv
from followup_lib.store.headers import our_names, wrong_header
from followup_lib.store.inert import unguarded
from followup_lib.store.text import FIELD_LIMIT, decode

_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_DAY = dt.date(2000, 1, 1)  # no day is counted from it: only exact days are read
LETTERS = ("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257")
"""What Excel for Windows writes: Western, Central European, Cyrillic, Greek, Turkish, Baltic."""
Rows = list[dict[str, str]]
States = Callable[[], Iterable[Mapping[str, bytes]]]


def as_ours(files: Mapping[str, bytes], kept: States) -> dict[str, bytes]:
    """Return the files of a search with those that Excel saved again as we write them.

    `kept` returns the files of earlier states, the newest first; it is only asked for days that
    can be read two ways, and for letters. A file that is ours, or no table at all, comes back as
    it is. Raises `SpreadsheetError` for such days when no state tells.
    """
    ours = dict(files)
    problems: list[Problem] = []
    for name in COLUMNS:
        titles, rows = _table(name, _text(name, files.get(f"{name}.csv", b""), kept))
        if rows:
            problems += _restate_days(name, rows, kept)
            ours[f"{name}.csv"] = text_csv(pd.DataFrame(rows, dtype="str").set_axis(titles, axis=1))
    if problems:
        raise SpreadsheetError(problems)
    return ours


def _text(name: str, data: bytes, kept: States) -> str:
    """Return the text of a file, "" when it is none; an earlier state tells what letters it has."""
    try:
        text, encoding = decode(data, name)
    except FollowupError:
        return ""
    if encoding.startswith("utf"):
        return text.removeprefix("\ufeff")
    for state in kept():
        before = _special(_kept_rows(name, state))
        read = [data.decode(letters, "replace") for letters in (encoding, *LETTERS)]
        same = [len(before & _special(_rows(name, each))) for each in read]
        if any(same):
            return read[same.index(max(same))]
    return text


def _kept_rows(name: str, state: Mapping[str, bytes]) -> Rows:
    """Return the rows of a table in an earlier state, which is in our form."""
    return _rows(name, state.get(f"{name}.csv", b"").decode("utf-8-sig", "replace"))


def _special(rows: Rows) -> set[str]:
    """Return the cells with other letters than those every encoding has."""
    return {cell for row in rows for cell in row.values() if not cell.isascii()}


def _rows(name: str, text: str) -> Rows:
    return _table(name, text)[1]


def _table(name: str, text: str) -> tuple[list[str], Rows]:
    """Return the titles of a table in whatever form as they stand in it, and its rows by our names.

    There are none when it is no table or has uneven rows. Blank rows are among them, so that each
    has the number it has in the file.
    """
    csv.field_size_limit(FIELD_LIMIT)
    for delimiter in ",;\t":
        try:
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
        except csv.Error:
            return [], []
        titles = [unguarded(title) for title in rows[0]] if rows else []
        if not wrong_header(name, titles):
            blank = [""] * len(titles)
            rows = [row if any(row) else blank for row in rows[1:]]
            if any(len(row) != len(titles) for row in rows):
                return [], []
            names = our_names(name, titles)
            return titles, [dict(zip(names, map(unguarded, row), strict=True)) for row in rows]
    return [], []


def _restate_days(name: str, rows: Rows, kept: States) -> list[Problem]:
    """Write the days of a table year first, in place; return those that can be read two ways."""
    columns = [column for column in DATES[name] if column in rows[0]]
    foreign = [
        (number, column)
        for number, row in enumerate(rows, start=2)
        for column in columns
        if row[column].strip() and not _ISO.fullmatch(row[column].strip())
    ]
    order = day_order(rows[number - 2][column] for number, column in foreign)
    if any(is_ambiguous(rows[number - 2][column]) for number, column in foreign):
        earlier = _earlier_order(name, rows, columns, kept)
        if order == "unknown":
            order = earlier
        elif earlier not in (order, "unknown"):
            order = "unknown"
    problems = []
    for number, column in foreign:
        cell = rows[number - 2][column]
        days = read_days(cell, order, _DAY)
        if len(days) == 1 and not days[0].certainty:
            rows[number - 2][column] = days[0].on.isoformat()
        elif order == "unknown" and (sentence := _two_ways(cell)):
            problems.append(Problem(f"{name}.csv", number, column, sentence))
    return problems


def _earlier_order(name: str, rows: Rows, columns: list[str], kept: States) -> Order:
    """Return the order in which an earlier state has the days of the same rows."""
    key = IDS[name]
    for state in kept():
        before = {row.get(key): row for row in _kept_rows(name, state)}
        pairs = [
            (row[column], before[row[key]].get(column, ""))
            for row in rows
            for column in columns
            if row.get(key) and row[key] in before and is_ambiguous(row[column])
        ]
        votes: set[Order] = {
            order
            for order in ("day", "month")
            for cell, iso in pairs
            if [day.on.isoformat() for day in read_days(cell, order, _DAY)] == [iso]
        }
        if len(votes) == 1:
            return votes.pop()
    return "unknown"


def _two_ways(cell: str) -> str:
    """Return what is wrong with a day that can be read two ways, "" when it cannot."""
    day, month = (
        " and ".join(d.on.isoformat() for d in read_days(cell, order, _DAY) if not d.certainty)
        for order in ("day", "month")
    )
    if not is_ambiguous(cell) or not day or not month:
        return ""
    return (
        f"found {cell!r}, which another program wrote and which can be {day} or {month}; no "
        "earlier state of this search says which. Write it year first, or bring the last good "
        "state back: `followup restore` lists them."
    )

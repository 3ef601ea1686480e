"""Several searches read as one: checked by the same rules as one alone, and in one go.

Before each id, name and address stands the mark of its search, so that two of them never share a
person. A search in which something is wrong is read alone, for the sentence it has then.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from followup_lib.coaching.one_read import cells_at_once
from followup_lib.records.checks import check_cells, check_links
from followup_lib.records.errors import FollowupError, Problem
from followup_lib.records.settings import Settings
from followup_lib.records.tables import (
    COLUMNS,
    OPTIONAL_TABLES,
    Tables,
    as_table,
    empty_table,
    with_event_ids,
)
from followup_lib.store.cells import read_cells, tidied
from followup_lib.store.csv import notes_on_titles, read_files, settings_in
from followup_lib.store.search import JobSearch

MARK = 7
"""Letters of a mark: a number and a colon."""
MARKED = {
    "applications": (
        "application_id",
        "company",
        "agency",
        "contact_name",
        "contact_email",
        "contact_phone",
    ),
    "people": ("application_id", "name", "email", "phone"),
    "timeline": ("event_id", "application_id", "refers_to", "who"),
    "references": ("reference_id", "name", "email", "phone"),
    "sessions": ("session_id",),
    "commitments": ("commitment_id", "session_id", "application_id"),
}
"""Columns whose cells are marked; the first of each table is never empty."""
CHANGED = "Its files changed while we read them; try again."

Cells = dict[str, Any]
"""The tables of a search, data frames by name."""
Ready = dict[str, dict[Path, pd.DataFrame]]
"""Tables of several searches that were read in one go, by name and folder."""


@dataclass(frozen=True)
class Together:
    """The searches that could be read, as one: tables without settings, and those of each folder.

    The tables have our own columns only; `headers` are sentences about columns spelled otherwise.
    `unread` tells of each other folder why, in a sentence.
    """

    tables: Tables
    settings: dict[Path, Settings]
    headers: dict[Path, tuple[str, ...]]
    unread: dict[Path, str]

    @property
    def marks(self) -> dict[Path, str]:
        """What stands before the ids of each search."""
        return {folder: _mark(number) for number, folder in enumerate(self.settings)}

    def part(self, folders: list[Path]) -> Tables:
        """Return the rows of some of the searches, which have the settings of the first."""
        parts: Cells = {name: getattr(self.tables, name) for name in COLUMNS}
        if len(folders) < len(self.settings):
            wanted = [self.marks[folder] for folder in folders]
            parts = {name: table[owners(name, table).isin(wanted)] for name, table in parts.items()}
        return Tables(**parts, settings=self.settings[folders[0]], mark=MARK)


class _Reading:
    """What has been read so far, by folder; `alone` are those that were read a second time."""

    def __init__(self) -> None:
        self.cells: dict[Path, Cells] = {}
        self.settings: dict[Path, Settings] = {}
        self.headers: dict[Path, tuple[str, ...]] = {}
        self.unread: dict[Path, str] = {}
        self.alone: set[Path] = set()

    def take(self, folder: Path, files: Mapping[str, bytes], ready: Ready) -> None:
        """Read the files of a search; raises `FollowupError` where one cannot be read."""
        cells, own = _cells(files, folder, ready), settings_in(files)
        self.cells[folder], self.settings[folder] = cells, own
        self.headers[folder] = _headers(files, cells)

    def take_alone(self, folder: Path) -> None:
        """Read a doubtful search as one alone is read, once; note why it cannot be read."""
        self.cells.pop(folder, None)
        self.settings.pop(folder, None)
        if folder in self.alone:
            self.unread[folder] = CHANGED
            return
        self.alone.add(folder)
        try:
            self.take(folder, JobSearch(folder).in_our_form(), {})
        except FollowupError as error:
            self.unread[folder] = str(error)


def read_together(folders: Iterable[Path]) -> Together:
    """Read several searches as one, strictly: no row of a doubtful one is in it.

    A doubtful one is read alone: tables that Excel saved again come back in our form.
    """
    reading = _Reading()
    doubtful: list[Path] = []
    found: dict[Path, Mapping[str, bytes]] = {}
    for folder in folders:
        try:
            found[folder] = read_files(folder)
        except FollowupError:
            doubtful.append(folder)
    ready = _ready(found)
    for folder, files in found.items():
        try:
            reading.take(folder, files, ready)
        except FollowupError:
            doubtful.append(folder)
    found.clear()  # a doubtful one is read alone, and memory is short
    ready.clear()
    tables, wrong = _checked(reading.cells)
    doubtful += wrong
    while doubtful:
        for folder in doubtful:
            reading.take_alone(folder)
        tables, doubtful = _checked(reading.cells)
    joined = Tables(**tables, mark=MARK)
    return Together(joined, reading.settings, reading.headers, reading.unread)


def _ready(found: Mapping[Path, Mapping[str, bytes]]) -> Ready:
    """Return the cells of every table that can be read in one go with those of other searches."""
    ready = {}
    for name in COLUMNS:
        file = f"{name}.csv"
        there = {folder: files[file] for folder, files in found.items() if files.get(file)}
        ready[name] = cells_at_once(name, there)
    return ready


def owners(name: str, table: pd.DataFrame) -> pd.Series:
    """Return the mark of the search that each row of table `name` is of."""
    return table[MARKED[name][0]].str[:MARK]


def _mark(number: int) -> str:
    return f"{number:0{MARK - 1}d}:"


def _cells(files: Mapping[str, bytes], folder: Path, ready: Ready) -> Cells:
    return {
        name: ready[name][folder]
        if folder in ready.get(name, ())
        else read_cells(name, files.get(f"{name}.csv"), folder)
        for name in COLUMNS
        if f"{name}.csv" in files or name not in OPTIONAL_TABLES
    }


def _headers(files: Mapping[str, bytes], cells: Cells) -> tuple[str, ...]:
    return tuple(
        str(note)
        for name, table in cells.items()
        for note in notes_on_titles(name, files.get(f"{name}.csv"), table)
    )


def _checked(read: Mapping[Path, Cells]) -> tuple[Cells, list[Path]]:
    """Return the joined tables, typed, and the searches in which one is wrong."""
    several = list(read.values())
    numbers = {name: _numbers(name, several) for name in COLUMNS}
    joined = {name: _joined(name, several, numbers[name]) for name in COLUMNS}
    problems = [problem for name in COLUMNS for problem in check_cells(name, joined[name])]
    problems = problems or check_links(joined)
    wrong = {_number(problem, numbers) for problem in problems}
    if wrong:
        return {}, [folder for number, folder in enumerate(read) if number in wrong]
    tables = {name: as_table(name, table) for name, table in joined.items()}
    return tables | {"timeline": _with_event_ids(tables["timeline"], numbers["timeline"])}, []


def _number(problem: Problem, numbers: dict[str, np.ndarray]) -> int:
    return int(numbers[problem.file.removesuffix(".csv")][problem.row - 2])


def _numbers(name: str, several: list[Cells]) -> np.ndarray:
    """Return for each row of a joined table the number of its search."""
    return np.repeat(np.arange(len(several)), [len(cells.get(name, ())) for cells in several])


def _joined(name: str, several: list[Cells], numbers: np.ndarray) -> pd.DataFrame:
    parts = [_ours(name, cells[name]) for cells in several if name in cells]
    if not parts:
        return empty_table(name)
    table = tidied(name, pd.concat(parts, ignore_index=True))
    marks = np.array([_mark(number) for number in range(len(several))], object)
    marks = marks[numbers[table.index]]
    return table.assign(**{column: _marked(table[column], marks) for column in MARKED[name]})


def _ours(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """Return the columns that are ours, empty where the file lacks one."""
    if tuple(table.columns) == COLUMNS[name]:
        return table
    return table.reindex(columns=COLUMNS[name], fill_value="")


def _marked(cells: pd.Series, marks: np.ndarray) -> pd.Series:
    texts = cells.to_numpy(object, copy=True)
    filled = texts != ""
    texts[filled] = marks[filled] + texts[filled]
    return pd.Series(texts, cells.index, dtype="str")


def _with_event_ids(timeline: pd.DataFrame, numbers: np.ndarray) -> pd.DataFrame:
    """Give rows without an `event_id` the one they have when their search is read alone."""
    whose = numbers[timeline.index]
    for number in np.unique(whose[timeline["event_id"] == ""]):
        rows = timeline[whose == number]
        named = with_event_ids(rows.assign(event_id=rows["event_id"].str[MARK:]))["event_id"]
        timeline.loc[rows.index, "event_id"] = _mark(int(number)) + named
    return timeline

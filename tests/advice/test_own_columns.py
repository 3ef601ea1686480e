"""A person's own columns: whatever they are called, never in the advice, and kept to the letter."""

import ast
import copy
import csv
import datetime as dt
import io
import itertools
import pickle
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import followup_lib
from followup_lib import charts
from followup_lib.advice.application_facts import FACTS
from followup_lib.advice.closing import closing
from followup_lib.advice.plan import TYPES, plan
from followup_lib.advice.windows import View
from followup_lib.charts.data import marks, spans, timeline
from followup_lib.charts.promises import promises
from followup_lib.charts.reach import reach
from followup_lib.coaching import sessions
from followup_lib.coaching.options import options
from followup_lib.exchange.contact_log import contact_log
from followup_lib.exchange.excel import read_workbook, write_workbook
from followup_lib.exchange.export import overview
from followup_lib.exchange.triage import KEY
from followup_lib.letters.draft import draft
from followup_lib.records import edits
from followup_lib.records.notes import notes
from followup_lib.records.rows import PlanRow, rows_as
from followup_lib.records.situations import UNWRITTEN
from followup_lib.records.tables import COLUMNS, DATES, WORDS, Tables
from followup_lib.records.vocabulary import CommitmentOutcome
from followup_lib.store.csv import read_files, read_tables
from followup_lib.store.csv_out import write_csv
from followup_lib.store.search import SAMPLE, JobSearch

TODAY = dt.date(2026, 3, 16)
CELLS = (
    "next Friday",
    "2026-02-30",
    "2026-03-17",
    "16.3.26",
    "NaT",
    "nan",
    "None",
    "True",
    "0",
    "Accepted",
    " email ",
    "REST",
    "",
    "=1+1",
    "'=1+1",
    "''",
    "-",
    'a, “b” and "c"',
    "two\nlines",
    "two\r\nlines",
    "{my_name}",
    "\t",
    " ",
    "e\u0301\u200b",
)
"""Texts that could be taken for a day, a word of ours, a number, a formula, or for nothing."""


def _names() -> list[str]:
    """Return every name in the library's own code: texts, keywords, fields, functions."""
    found: set[str] = set()
    for path in Path(followup_lib.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
            elif isinstance(node, ast.keyword | ast.arg):
                found.add(node.arg or "")
            elif isinstance(node, ast.Name):
                found.add(node.id)
            elif isinstance(node, ast.FunctionDef):
                found.add(node.name)
    return sorted(name for name in found if name.isidentifier() and name != KEY)


NAMES = _names()
NEW = "index", "Index", "level_0", "self", "values", "shape"
"""Names that pandas has for something else."""


def _own(name: str, table: pd.DataFrame, names: list[str], first: int) -> pd.DataFrame:
    """Return a table with own columns of these names behind ours, a cell of each kind in turn."""
    columns = [column for column in names if column not in COLUMNS[name]]
    turns = np.array(CELLS[first:] + CELLS[:first], object)
    cells = np.resize(turns, (len(columns), len(table))).T
    own = pd.DataFrame(cells, table.index, columns, dtype="str")
    return pd.concat([table, own], axis=1)


def _with_own(tables: Tables, names: list[str], first: int = 0) -> Tables:
    return replace(
        tables, **{name: _own(name, getattr(tables, name), names, first) for name in COLUMNS}
    )


def _written(folder: Path, tables: Tables) -> Path:
    folder.mkdir()
    for name in COLUMNS:
        (folder / f"{name}.csv").write_bytes(write_csv(getattr(tables, name)))
    (folder / "settings.toml").write_bytes((SAMPLE / "settings.toml").read_bytes())
    return folder


@pytest.fixture(scope="module")
def plain(sample: Tables) -> Tables:
    """Return the sample with a session and a commitment, so that no table is empty."""
    day = dt.date(2026, 3, 9)
    return sessions.commit(sample, day, "call Mr. Tan", TODAY, 8)


def _told(tables: Tables) -> dict[str, Any]:
    """Return all that is derived from tables: the plan, letters, charts, what goes out."""
    now = plan(tables, TODAY)
    acting = now.rows[~now.rows["situation"].isin(list(UNWRITTEN))]
    ids = tables.applications["application_id"]
    return {
        "plan": now,
        "reasons": now.listed("today", "coming_up", "rest"),
        "letters": [draft(now, tables, row) for row in rows_as(PlanRow, acting)],
        "options": options(now, tables, OSPREY),
        "closing": closing(now, tables),
        "notes": notes(tables, TODAY),
        "overview": overview(now),
        "contacts": contact_log(tables, TODAY),
        "spans": spans(tables, TODAY),
        "marks": marks(tables, TODAY),
        "chart": timeline(tables, TODAY, now=now, which="all").rows,
        "promises": promises(tables, TODAY, now=now),
        "reach": reach(tables, TODAY),
        "words": charts.describe_timeline(tables, TODAY, now=now, which="all"),
        "stories": [charts.describe_story(tables, i, TODAY, now=now) for i in ids[:3]],
    }


@pytest.fixture(scope="module")
def told(plain: Tables) -> dict[str, Any]:
    """Return what is derived from the sample without an own column."""
    return _told(plain)


@pytest.mark.parametrize("first", [0, len(CELLS) // 2])
def test_nothing_derived_comes_from_an_own_column(
    plain: Tables, told: dict[str, Any], first: int
) -> None:
    """With a column of every name the code has, in every table, all that is derived is the same."""
    found = _told(_with_own(plain, [*NAMES, *NEW], first))
    for name, value in told.items():
        same = value.equals(found[name]) if isinstance(value, pd.DataFrame) else None
        assert value == found[name] if same is None else same, name


def test_the_names_are_those_of_the_code() -> None:
    """Facts, windows, columns of the plan, of the tables and of the export are among the names."""
    derived = {*FACTS, *TYPES, *(name for name in vars(View) if not name.startswith("_"))}
    derived |= {name for columns in COLUMNS.values() for name in columns}
    derived |= {*overview(plan(read_tables(SAMPLE), TODAY)).columns}
    assert derived - set(NAMES) == set()


CHANGES: dict[str, Callable[[Tables], Tables]] = {
    "change an application": lambda t: edits.change_application(t, OSPREY, notes="Ring first."),
    "add an application": lambda t: edits.add_application(t, company="New", job_title="Clerk")[0],
    "change a reference": lambda t: edits.change_reference(t, "ruth-adeyemi", email="r@a.example"),
    "note a person": lambda t: edits.note_person(t, OSPREY, "Mr. Renfrew", phone="609 555 0100"),
    "log": lambda t: edits.log(t, OSPREY, "they_promised", TODAY, due_on=dt.date(2026, 3, 20)),
    "change a row": lambda t: edits.change_event(t, "e0002", on=dt.date(2025, 10, 30)),
    "let rest": lambda t: edits.let_rest(t, [OSPREY], TODAY),
    "note a session": lambda t: sessions.note_session(t, TODAY, focus="Osprey", next_on=None),
    "settle": lambda t: sessions.settle(t, "c001", CommitmentOutcome.MOVED, TODAY, TODAY),
}
OSPREY = "osprey-lane-mutual-operations-analyst"
USUAL = sorted({*FACTS, *TYPES, *itertools.chain(*COLUMNS.values()), *NEW, "row", "mood"})


def _cells(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_edit_keeps_own_cells_to_the_letter(plain: Tables, tmp_path: Path) -> None:
    """After each edit the own cells of every row stand in the file as they stood before."""
    search = JobSearch(_written(tmp_path / "Maya", _with_own(plain, USUAL)))
    for what, change in CHANGES.items():
        before = read_files(search.folder)
        search.edit(what, change)
        after = read_files(search.folder)
        assert before != after, what
        for name in COLUMNS:
            ours = len(COLUMNS[name])
            old, new = (_cells(files[f"{name}.csv"]) for files in (before, after))
            assert [row[ours:] for row in new[: len(old)]] == [row[ours:] for row in old], what


def test_cells_come_back_from_a_file_and_a_workbook(plain: Tables, tmp_path: Path) -> None:
    """What stands in an own column is read back to the letter from CSV, and from Excel."""
    tables = _with_own(plain, USUAL)
    read = read_tables(_written(tmp_path / "Maya", tables)), read_workbook(write_workbook(tables))
    for name, again in itertools.product(COLUMNS, read):
        expected = getattr(tables, name)
        own = expected.columns.difference(list(COLUMNS[name]), sort=False).tolist()
        assert getattr(again, name)[own].to_numpy().tolist() == expected[own].to_numpy().tolist()


def test_a_day_or_a_word_counts_in_its_own_table_only() -> None:
    """Every column of days or of words of ours is one of the table it is named for."""
    for name, columns in COLUMNS.items():
        assert {*DATES[name], *WORDS[name]} <= set(columns)


@pytest.mark.parametrize(
    "again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))]
)
def test_a_plan_can_be_copied_and_compared(sample: Tables, again: Callable[[Any], Any]) -> None:
    """A plan equals its copy, of whatever kind, and no plan of another day; its view copies too."""
    now = plan(sample, TODAY)
    assert again(now) == now != plan(sample, dt.date(2026, 3, 17))
    assert (again(now.view).opens == now.view.opens)[~pd.isna(now.view.opens)].all()


def test_a_plan_has_the_columns_its_row_tells(sample: Tables) -> None:
    """The columns and types of a plan are those of `PlanRow`, also when it is empty."""
    none = replace(sample, **{name: getattr(sample, name).iloc[:0] for name in COLUMNS})
    for tables in (sample, none):
        rows = plan(tables, TODAY).rows
        assert {name: str(kind) for name, kind in rows.dtypes.items()} == TYPES
        assert tuple(rows) == PlanRow._fields[:-1]

"""What is wrong in the tables: days, words and ids, each problem named by row and column."""

from collections.abc import Mapping, Sequence

import pandas as pd

from followup_lib.records.dates import read_time
from followup_lib.records.errors import Problem
from followup_lib.records.tables import COLUMNS, DATES, IDS, TIMES, WORDS, Tables, parse_days
from followup_lib.records.vocabulary import REFERENCE_EVENTS


def check_cells(name: str, table: pd.DataFrame) -> list[Problem]:
    """Return the cells of a table, text throughout, that hold no day or no word allowed there."""
    problems: list[Problem] = []
    if table.empty:
        return problems
    for column in DATES[name]:
        if column in table:
            cells = table[column]
            found = pd.Series(cells.unique(), dtype="str")
            good = parse_days(found).notna() & found.str.fullmatch(r"\d{4}-\d\d-\d\d")
            wrong = found[~good & (found != "")]
            if len(wrong):
                allowed = "a day that exists, written as year-month-day such as 2026-03-16"
                problems += _bad_cells(name, cells[cells.isin(wrong)], allowed)
    return problems + _check_times(name, table) + _check_words(name, table)


def _check_times(name: str, table: pd.DataFrame) -> list[Problem]:
    problems: list[Problem] = []
    for column in TIMES.get(name, ()):
        if column in table:
            cells = table[column][table[column] != ""]
            bad = cells[[not read_time(cell) for cell in cells]]
            problems += _bad_cells(name, bad, "a time of day such as 9:30, 14:30 or 2:30 PM")
    return problems


def _check_words(name: str, table: pd.DataFrame) -> list[Problem]:
    problems: list[Problem] = []
    for column, words in WORDS[name].items():
        if column in table:
            cells = table[column]
            bad = ~cells.isin([*words, *([] if column == "event" else [""])])
            problems += _bad_cells(name, cells[bad], f"one of {', '.join(words)}")
    return problems


def _bad_cells(name: str, cells: pd.Series, allowed: str) -> list[Problem]:
    if cells.empty:
        return []
    found = f"found {{found!r}}; allowed is {allowed}; fix the cell and save."
    empty = f"the cell is empty; allowed is {allowed}; fill it and save."
    return _problems(name, cells[cells != ""], found) + _problems(name, cells[cells == ""], empty)


def _problems(name: str, cells: pd.Series, sentence: str) -> list[Problem]:
    return [
        Problem(f"{name}.csv", int(row) + 2, str(cells.name), sentence.format(found=found))
        for row, found in zip(cells.index, cells, strict=True)
    ]


def check_tables(tables: Tables, changed: Sequence[str]) -> list[Problem]:
    """Return what is wrong between the tables, and the unknown words and times of those `changed`.

    Between the tables: ids that are missing, double or dangling.
    """
    named = [(name, getattr(tables, name)) for name in changed]
    problems = [p for each in named for p in (*_check_times(*each), *_check_words(*each))]
    return problems or check_links({name: getattr(tables, name) for name in COLUMNS})


def check_links(tables: Mapping[str, pd.DataFrame]) -> list[Problem]:
    """Return the ids that are missing, used twice, or named where none stands."""
    problems: list[Problem] = []
    for name, column in IDS.items():
        ids = tables[name][column]
        twice = ids[ids.duplicated() & (ids != "")] if not pd.Index(ids).is_unique else ids[:0]
        problems += _problems(name, twice, "{found!r} is used twice; give this row its own id.")
        if name != "timeline":
            problems += _bad_cells(name, ids[ids == ""], "a short name of its own, e.g. acme-clerk")
    timeline = tables["timeline"]
    about_reference = timeline["event"].isin(list(REFERENCE_EVENTS))
    refers_to, case = timeline["refers_to"], tables["commitments"]["application_id"]
    links = [
        ("timeline", timeline["application_id"], "applications", ~about_reference),
        ("people", tables["people"]["application_id"], "applications", None),
        ("timeline", refers_to[refers_to != ""], "timeline", None),
        ("timeline", timeline["who"][about_reference], "references", None),
        ("commitments", tables["commitments"]["session_id"], "sessions", None),
        ("commitments", case[case != ""], "applications", None),
    ]
    for name, cells, target, required in links:
        if cells.empty:
            continue
        cells = cells[~cells.isin(tables[target][IDS[target]]) | (cells == "")]
        if required is not None:
            cells = cells[(cells != "") | required[cells.index]]
        allowed = f"an {IDS[target]} that is in {target}.csv"
        problems += _bad_cells(name, cells, allowed)
    return problems

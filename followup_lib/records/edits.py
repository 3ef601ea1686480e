"""Changes to the tables, as plain functions: each takes `Tables` and returns new ones."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from followup_lib.records import ledger
from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import DATES, Tables, next_event_id
from followup_lib.records.vocabulary import SETTLING, Event

Day = dt.date | None
_LETTER = re.compile(r"[^\W\d_]")
CONTACT = {
    "role": "contact_role",
    "email": "contact_email",
    "phone": "contact_phone",
    "preferred_contact": "preferred_contact",
}
"""Columns of people.csv, and those of applications.csv that say the same of its contact."""


def add_application(tables: Tables, **values: str) -> tuple[Tables, str]:
    """Add a row to applications.csv and return the tables with its new application_id.

    `values` are columns of the table; `company` and `job_title` are needed.
    """
    for name, question in (("company", "Which company is it?"), ("job_title", "Which position?")):
        if not values.get(name, "").strip():
            raise FollowupError(f"{question} Fill in {name.replace('_', ' ')} first.")
    taken = set(tables.applications["application_id"])
    application_id = new_id(f"{values['company']} {values['job_title']}", taken)
    row = {"application_id": application_id, **values}
    return replace(tables, applications=append("applications", tables.applications, row)), (
        application_id
    )


def change_application(tables: Tables, application_id: str, **values: str) -> Tables:
    """Change cells of one application; raises `FollowupError` when it is no longer there."""
    table = with_cells(tables.applications, "application_id", application_id, **values)
    return replace(tables, applications=table)


def add_reference(tables: Tables, **values: str) -> tuple[Tables, str]:
    """Add a row to references.csv and return the tables with its new reference_id."""
    if not values.get("name", "").strip():
        raise FollowupError("Who is a reference for you? Fill in the name first.")
    reference_id = new_id(values["name"], set(tables.references["reference_id"]))
    row = {"reference_id": reference_id, **values}
    return replace(tables, references=append("references", tables.references, row)), reference_id


def change_reference(tables: Tables, reference_id: str, **values: str) -> Tables:
    """Change cells of one reference; raises `FollowupError` when they are no longer there."""
    table = with_cells(tables.references, "reference_id", reference_id, **values)
    return replace(tables, references=table)


def note_person(tables: Tables, application_id: str, name: str, **known: str) -> Tables:
    """Note what is known of a person met: `role`, `email`, `phone`, `preferred_contact` (W2).

    The person is the contact of the application when that is their name, or when neither a
    contact nor an agency is named yet (W3) and no other address stands there; else a row of
    people.csv. "" changes nothing.
    """
    here = _row_of(tables.applications, "application_id", application_id)
    known = {column: value.strip() for column, value in known.items() if value.strip()}
    job = tables.applications.loc[here].iloc[0]
    is_contact = job["contact_name"].strip().casefold() == name.strip().casefold()
    there = {way: job[CONTACT[way]] for way in ("email", "phone")}
    other = any(known.get(way, noted) != noted != "" for way, noted in there.items())
    if is_contact or not (job["contact_name"] or job["agency"] or other):
        cells = {CONTACT[column]: value for column, value in known.items()}
        cells |= {} if is_contact else {"contact_name": name}
        return change_application(tables, application_id, **cells) if cells else tables
    table = tables.people.copy()
    same = table["name"].str.strip().str.casefold() == name.strip().casefold()
    same &= table["application_id"] == application_id
    if not same.any():
        row = {"application_id": application_id, "name": name, **known}
        return replace(tables, people=append("people", table, row))
    for column, value in known.items():
        table.loc[same, column] = value
    return replace(tables, people=table) if known else tables


def note_roles(tables: Tables, application_id: str, roles: Mapping[str, str]) -> Tables:
    """Note the roles of people met, by their names; "" is none."""
    for name, role in roles.items():
        if role:
            tables = note_person(tables, application_id, name, role=role)
    return tables


def succeed(tables: Tables, application_id: str, name: str) -> Tables:
    """Make somebody the contact of an application; who was it stands in people.csv from now on."""
    here = _row_of(tables.applications, "application_id", application_id)
    job = tables.applications.loc[here].iloc[0]
    before = {column: job[cell] for column, cell in CONTACT.items()}
    blank = dict.fromkeys(CONTACT.values(), "")
    after = change_application(tables, application_id, contact_name=name, **blank)
    row = {"application_id": application_id, "name": job["contact_name"], **before}
    return replace(after, people=append("people", tables.people, row)) if row["name"] else after


def log(tables: Tables, application_id: str, event: str, on: Day, **cells: Any) -> Tables:
    """Add a row to timeline.csv: what happened, is planned, or was promised, on which day.

    `cells` are its other columns; `due_on` is a day or None. Raises `FollowupError` when the row
    settles a promise and does not tell which of several.
    """
    if application_id:
        _row_of(tables.applications, "application_id", application_id)
    row = {"application_id": application_id, "event": event, "on": on, **cells}
    row["event_id"] = next_event_id(tables.timeline)
    timeline = append("timeline", tables.timeline, row)
    if event in SETTLING and not cells.get("refers_to"):
        _refuse_unclear(timeline, len(timeline) + 1)
    return replace(tables, timeline=timeline)


def let_rest(tables: Tables, application_ids: Iterable[str], on: dt.date, note: str = "") -> Tables:
    """Let applications rest from a day on, all in one change; a late answer wakes each (W4).

    Raises `FollowupError` when one of them is no longer there.
    """
    ids = list(application_ids)
    for gone in sorted(set(ids) - set(tables.applications["application_id"])):
        _row_of(tables.applications, "application_id", gone)
    first = int(next_event_id(tables.timeline)[1:])
    rows = [
        {"event_id": f"e{number:04d}", "application_id": application_id, "note": note}
        | {"event": Event.NO_RESPONSE, "on": on}
        for number, application_id in enumerate(ids, first)
    ]
    return replace(tables, timeline=append("timeline", tables.timeline, *rows))


def change_event(tables: Tables, event_id: str, **cells: Any) -> Tables:
    """Change cells of one row of timeline.csv."""
    return replace(tables, timeline=with_cells(tables.timeline, "event_id", event_id, **cells))


def remove_event(tables: Tables, event_id: str) -> Tables:
    """Take one row out of timeline.csv; raises `FollowupError` when another row settles it."""
    here = _row_of(tables.timeline, "event_id", event_id)
    pointing = tables.timeline["refers_to"] == event_id
    if pointing.any():
        other = tables.timeline.loc[pointing, "event_id"].iloc[0]
        raise FollowupError(f"Row {other} refers to this one; remove that one first.")
    return replace(tables, timeline=tables.timeline[~here].reset_index(drop=True))


def new_id(text: str, taken: set[str]) -> str:
    """Return a readable id from a text, not among `taken`, always with a letter.

    >>> new_id("Brûlard & Söhne: clerk", {"brulard-sohne-clerk"})
    'brulard-sohne-clerk-2'
    """
    plain = text.casefold()
    if not plain.isascii():
        apart = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    slug = re.sub(r"[\W_]+", "-", plain).strip("-")[:60].rstrip("-")
    if not _LETTER.search(slug):
        slug = f"application-{slug}".rstrip("-")
    number, unique = 1, slug
    while unique in taken:
        number += 1
        unique = f"{slug}-{number}"
    return unique


def with_cells(table: pd.DataFrame, column: str, wanted: str, **cells: Any) -> pd.DataFrame:
    """Return a table with other cells in the row whose `column` is `wanted`; days are days or None.

    Raises `FollowupError` when there is no such row any more.
    """
    table = table.copy()
    here = _row_of(table, column, wanted)
    for name, value in cells.items():
        is_day = table[name].dtype.kind == "M"
        table.loc[here, name] = pd.Timestamp(value) if is_day else str(value).strip()
    return table


def append(name: str, table: pd.DataFrame, *rows: dict[str, Any]) -> pd.DataFrame:
    """Return table `name` with rows more; columns not in a row stay empty."""
    unknown = {column for row in rows for column in row} - set(table.columns)
    if unknown:
        raise ValueError(f"{name} has no column {', '.join(sorted(unknown))}")
    typed = {
        column: pd.Series([row.get(column) for row in rows], dtype="datetime64[s]")
        if column in DATES[name]
        else pd.Series([str(row.get(column) or "").strip() for row in rows], dtype="str")
        for column in table.columns
    }
    return pd.concat([table, pd.DataFrame(typed)], ignore_index=True)


def _refuse_unclear(timeline: pd.DataFrame, row: int) -> None:
    _, problems = ledger.settle(ledger.in_order(timeline))
    unclear = [problem for problem in problems if problem.row == row]
    if unclear:
        raise FollowupError(f"Which promise? This {unclear[0].sentence}")


def _row_of(table: pd.DataFrame, column: str, wanted: str) -> pd.Series:
    here = table[column] == wanted
    if not here.any():
        raise FollowupError(f"{wanted!r} is no longer in this search; choose again from the list.")
    return here

"""Writing what a preview shows into the tables: new applications, and changes taken over."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from followup_lib.exchange.changes import Change
from followup_lib.exchange.entries import Entry, Happened
from followup_lib.exchange.triage import KEY
from followup_lib.reading.contacts import Contact
from followup_lib.records.edits import new_id
from followup_lib.records.tables import COLUMNS, Tables, as_table, next_event_id

Cells = dict[str, str]


class Adding:
    """Rows on their way into the tables."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.taken = set(tables.applications["application_id"])
        self.first = int(next_event_id(tables.timeline)[1:])
        self.applications: list[Cells] = []
        self.people: list[Cells] = []
        self.timeline: list[Cells] = []

    def add(self, entry: Entry) -> None:
        """Add an application, its people and its events."""
        names = f"{entry.values.get('company', '')} {entry.values.get('job_title', '')}"
        application_id = new_id(names, self.taken)
        self.taken.add(application_id)
        self.applications.append({"application_id": application_id, **entry.values, KEY: entry.key})
        self._add_people(application_id, entry.people)
        for each in entry.events:
            self._add_event(application_id, each, entry.key)

    def _add_people(self, application_id: str, people: Sequence[Contact]) -> None:
        self.people += [{"application_id": application_id, **vars(person)} for person in people]

    def _add_event(self, application_id: str, each: Happened, key: str) -> None:
        self.timeline.append(
            {
                "event_id": f"e{self.first + len(self.timeline):04d}",
                "application_id": application_id,
                "event": str(each.event),
                "on": each.on.isoformat() if each.on else "",
                "due_on": each.due_on.isoformat() if each.due_on else "",
                "at": each.at,
                "said": each.said,
                "certainty": str(each.certainty),
                "note": each.note,
                KEY: key,
            }
        )

    def change(self, changes: list[Change]) -> None:
        """Take over what differs in rows that are here."""
        by_id = {each.application_id: each for each in changes}
        cells: dict[str, dict[str, str]] = {}
        for each in changes:
            cells[each.application_id] = {c: new for c, (_, new) in each.cells.items()}
            if KEY in self.tables.applications:
                cells[each.application_id][KEY] = each.key
            self._add_people(each.application_id, each.people)
            for event in each.events:
                self._add_event(each.application_id, event, each.key)
        dated = {i: happened for each in by_id.values() for i, happened in each.dated.items()}
        days: dict[str, dict[str, Any]] = {
            event_id: {
                "on": pd.Timestamp(new.on) if new.on else pd.NaT,
                "due_on": pd.Timestamp(new.due_on) if new.due_on else pd.NaT,
                "certainty": str(new.certainty),
                **({"at": new.at} if new.at else {}),
            }
            for event_id, new in dated.items()
        }
        self.tables = replace(
            self.tables,
            applications=_with(self.tables.applications, "application_id", cells),
            timeline=_with(self.tables.timeline, "event_id", days),
        )

    def done(self) -> Tables:
        """Return the tables with all of it."""
        return replace(
            self.tables,
            applications=_joined("applications", self.tables.applications, self.applications),
            people=_joined("people", self.tables.people, self.people),
            timeline=_joined("timeline", self.tables.timeline, self.timeline),
        )


def _with(table: pd.DataFrame, name: str, rows: dict[str, dict[str, Any]]) -> pd.DataFrame:
    """Return a table with other cells in some rows, by the id in column `name`."""
    if not any(rows.values()):
        return table
    table, places = table.copy(), {i: place for place, i in enumerate(table[name])}
    for column in {column for cells in rows.values() for column in cells}:
        values = table[column].tolist()
        for row_id, cells in rows.items():
            if column in cells:
                values[places[row_id]] = cells[column]
        table[column] = pd.Series(values, table.index, dtype=table[column].dtype)
    return table


def _joined(name: str, table: pd.DataFrame, rows: list[Cells]) -> pd.DataFrame:
    if not rows:
        return table
    more = as_table(name, pd.DataFrame(rows).fillna("").astype("str"))
    both = pd.concat([table, more], ignore_index=True)
    own = [column for column in both.columns if column not in COLUMNS[name]]
    return both.fillna(dict.fromkeys(own, ""))

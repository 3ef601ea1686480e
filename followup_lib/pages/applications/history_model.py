"""The history of one application: its rows in order, each to be changed or taken out."""

from dataclasses import replace
from typing import Any, NamedTuple

import pandas as pd
import traitlets as t

from followup_lib.advice.talk_reasons import at_time
from followup_lib.pages.applications.model import ApplicationsModel
from followup_lib.pages.kit.choices import references, time_typed
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.kept_form import EditForm, day_field, text_field, yes_field
from followup_lib.pages.kit.said_day import NONE, Asked, ask
from followup_lib.records import edits
from followup_lib.records.dates import clock
from followup_lib.records.errors import FollowupError
from followup_lib.records.ledger import in_order
from followup_lib.records.notes import notes
from followup_lib.records.rows import EventRow, rows_as
from followup_lib.records.vocabulary import (
    MEETINGS,
    PROMISES,
    REFERENCE_EVENTS,
    TALKS_LOST,
    Certainty,
    Event,
    words,
)

DAYS = ("on", "due_on")
DUE = {
    Event.THEY_PROMISED: "The day they said",
    Event.I_PROMISED: "The day I said",
    Event.MOVED: "The new day",
    Event.INTERVIEW_PLANNED: "Day of the interview",
    Event.OFFER: "Answer by",
    Event.ASKED_FOR_TIME: "Until",
    Event.ON_HOLD: "Until",
    Event.SNOOZED: "Until",
}
"""Events with a second day, and its label."""


TALKS = (Event.INTERVIEW_PLANNED, *MEETINGS, *TALKS_LOST)
"""Events that may have a time of day."""


READ = (*PROMISES, Event.OFFER, Event.ON_HOLD)
"""Events whose words may tell their second day; so may those of a promise that was moved."""


class Row(NamedTuple):
    """One row as a person reads it: day, what, with whom and how, words, note, what is unusual."""

    event_id: str
    day: str
    what: str
    how: str
    said: str
    note: str
    unusual: list[str]

    @property
    def title(self) -> str:
        """Return what tells this row from the others."""
        return f"{self.what}, {self.day}"


class HistoryModel(t.HasTraits):
    """The rows of the chosen application, oldest first."""

    rows: t.List[Any] = t.List()

    def __init__(self, desk: Desk, chosen: ApplicationsModel) -> None:
        super().__init__()
        self.desk, self.chosen = desk, chosen
        self.refresh()
        chosen.observe(self.refresh, "application_id")
        desk.tell(self.refresh)

    def refresh(self, _: object = None) -> None:
        """Read the rows again."""
        timeline = self.desk.tables.timeline
        mine = timeline[timeline["application_id"] == self.chosen.application_id]
        unusual: dict[int, list[str]] = {}
        here = replace(self.desk.tables, timeline=mine)
        for note in notes(here, self.desk.today) if len(mine) else []:
            sentence = note.sentence[:1].upper() + note.sentence[1:]
            unusual.setdefault(note.row, []).append(sentence)
        people = {reference_id: name for name, reference_id in references(self.desk)}
        rows = rows_as(EventRow, in_order(mine))
        self.rows = [self._row(row, people, unusual.get(row.row, [])) for row in rows]

    def _row(self, row: EventRow, people: dict[str, str], unusual: list[str]) -> Row:
        about = "about " if row.certainty not in ("", Certainty.NO_DAY) else ""
        what = words(row.event)
        time = at_time(row.at)
        if pd.notna(row.due_on):
            what += f": {'by ' if row.event in PROMISES else ''}{self.desk.day(row.due_on)}{time}"
            time = ""
            what += " or so" if about and row.event in PROMISES else ""
        who = people.get(row.who, row.who) if row.event in REFERENCE_EVENTS else row.who
        day = f"{about if row.event not in PROMISES else ''}{self.desk.day(row.on)}{time}"
        purpose = f"for: {words(row.situation)}" if row.situation else ""
        how = " · ".join(filter(None, (who, words(row.channel), purpose)))
        return Row(row.event_id, day or "day not known", what, how, row.said, row.note, unusual)


class RowForm(EditForm):
    """The cells of one row that may be changed.

    `due_label` is "" when it has no second day, `at_label` when it is not about a talk. `read_as`
    is the event whose day its words may tell, "" when they tell none; `answer` says whether we read
    them rightly.
    """

    on = day_field()
    at = text_field()
    said = text_field()
    answer = text_field()
    due_on = day_field()
    due_about = yes_field()
    note = text_field()

    event_id = t.Unicode("")
    read_as = t.Unicode("")
    due_label = t.Unicode("")
    at_label = t.Unicode("")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.what = ""
        desk.tell(self.refresh)

    def open(self, row: Row | None) -> None:
        """Turn to a row; raises `FollowupError` when it is no longer there."""
        cells = self._cells(row.event_id if row else "")
        if row is None or cells is None:
            raise FollowupError("This row is no longer there; it was removed in another window.")
        self.event_id, self.what = row.event_id, row.title
        due = "" if pd.isna(cells["due_on"]) else "Its second day"
        self.due_label = DUE.get(cells["event"], due)
        self.at_label = "At what time, such as 10:00 AM" if self._is_talk(cells) else ""
        self.read_as = self._read_as(cells)
        self.start(_draft(row), **_fields(cells))

    def _read_as(self, cells: pd.Series) -> str:
        """Return the event whose day the words of a row may tell, "" for none."""
        timeline = self.desk.tables.timeline
        moved = cells["event"] == Event.MOVED
        of = timeline.loc[timeline["event_id"] == cells["refers_to"], "event"] if moved else []
        event = next(iter(of), "") if moved else cells["event"]
        return event if event in (PROMISES if moved else READ) else ""

    def words_asked(self) -> Asked:
        """Return what the row's words ask about its second day, as they stand."""
        cells = self._cells(self.event_id)
        if cells is None or not self.read_as:
            return Asked(may_be_vague=False)
        about = cells["application_id"]
        return ask(
            self.desk, self.read_as, self.said, self.on, application_id=about, any_words=True
        )

    def _is_talk(self, cells: pd.Series) -> bool:
        """Tell whether a row may have a time of day: a talk, planned, moved, held or lost."""
        timeline = self.desk.tables.timeline
        plans = timeline.loc[timeline["event"] == Event.INTERVIEW_PLANNED, "event_id"]
        moved = cells["event"] == Event.MOVED and (plans == cells["refers_to"]).any()
        return bool(cells["event"] in TALKS or moved or cells["at"])

    def reopen(self, rows: list[Row]) -> None:
        """Turn to the first of the rows that was changed and not saved the last time, if any."""
        unfinished = (row for row in rows if self.desk.search.kept(_draft(row)))
        row = next(unfinished, None)
        if row:
            self.open(row)

    def refresh(self) -> None:
        """Show the row's cells as they are now; what was typed and not saved stays."""
        cells = self._cells(self.event_id)
        if cells is not None:
            self.propose(**_fields(cells))

    def _cells(self, event_id: str) -> pd.Series | None:
        """Return the row of the timeline, None when it is not there."""
        timeline = self.desk.tables.timeline
        rows = timeline[timeline["event_id"] == event_id]
        return None if rows.empty or not event_id else rows.iloc[0]

    def close(self) -> None:
        """Leave the row as it is in the tables; what was typed and not saved is forgotten."""
        self.clear()
        self.event_id = ""

    def save(self) -> str:
        """Save the cells that were changed."""
        self.refuse_overwriting()
        changed, event_id, what = self.changed, self.event_id, self.what
        if "at" in changed:
            changed["at"] = time_typed(changed["at"])
        told = [changed.pop(name) for name in ("answer", "due_about") if name in changed]
        if self.read_as and (told or changed.keys() & {"said", "due_on"}):
            changed["due_on"], changed["certainty"] = self.words_asked().settled(
                self.answer, self.due_on, about=self.due_about, fields=("said", "due_on")
            )
        if changed:
            self.desk.edit(
                f"change {what}", lambda tables: edits.change_event(tables, event_id, **changed)
            )
        self.close()
        return f"Saved: {what}." if changed else "Nothing was changed."

    def remove(self) -> str:
        """Take the row out of the history."""
        event_id, what = self.event_id, self.what
        self.desk.edit(f"remove {what}", lambda tables: edits.remove_event(tables, event_id))
        self.close()
        return f"Removed: {what}. “Undo” brings it back."


def _draft(row: Row) -> str:
    return f"row {row.event_id}"


def _fields(cells: pd.Series) -> dict[str, Any]:
    days = {name: None if pd.isna(cells[name]) else cells[name].date() for name in DAYS}
    sure = cells["certainty"]
    answer = NONE if sure == Certainty.NO_DAY else ""
    words = {"said": cells["said"], "answer": answer, "due_about": sure == Certainty.ABOUT}
    return days | words | {"at": clock(cells["at"]), "note": cells["note"]}

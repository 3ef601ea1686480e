"""The references: where each stands, who they are, and what happened (R1-R5)."""

from typing import Any, NamedTuple

import pandas as pd
import traitlets as t

from followup_lib.advice.side_reasons import BY
from followup_lib.pages.kit.at_desk import AtDesk
from followup_lib.pages.kit.choices import day_that_came, references
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.kept_form import EditForm, KeptForm, day_field, text_field
from followup_lib.pages.kit.trouble import FieldError, refuse_empty
from followup_lib.records import edits
from followup_lib.records.dates import count
from followup_lib.records.rows import EventRow, ReferenceRow, rows_as
from followup_lib.records.vocabulary import REFERENCE_EVENTS, Channel, Event

NEW = "new"
"""Stands for a reference who is not on file yet."""

FIELDS = {
    "name": "Name (with Dr., Ms. or Mr. if you use one)",
    "relationship": "How they know you",
    "company": "Where they work, or worked with you",
    "email": "E-mail",
    "phone": "Phone number",
    "preferred_contact": "How they like to be reached",
    "notes": "Notes for yourself",
}
"""Cells of a reference that a person fills in, and their labels."""

HAPPENINGS = {
    Event.REFERENCE_ASKED: "I asked if they’d be a reference",
    Event.REFERENCE_GIVEN: "I gave their name to an employer",
    Event.REFERENCE_BRIEFED: "I told them who may call, and about which job",
    Event.REFERENCE_CHECKED_IN: "I asked whether anyone had called",
    Event.REFERENCE_CONTACTED: "They were contacted",
    Event.REFERENCE_THANKED: "I thanked them",
}
CHOICES = [(text, event.value) for event, text in HAPPENINGS.items()]


class Person(NamedTuple):
    """One reference: name, where things stand in a few words, and all that is known."""

    name: str
    standing: str
    facts: list[tuple[str, str]]


class ReferencesModel(AtDesk):
    """The references with the state of each, in the order of the file."""

    people: t.List[Any] = t.List()

    def refresh(self) -> None:
        """Read the references again."""
        past = self.desk.plan.facts.past
        past = past[past["event"].isin(list(REFERENCE_EVENTS))]
        people = rows_as(ReferenceRow, self.desk.tables.references)
        self.people = [self._person(row, past[past["who"] == row.reference_id]) for row in people]

    def _person(self, row: ReferenceRow, past: pd.DataFrame) -> Person:
        last = {event: past.loc[past["event"] == event, "on"].max() for event in REFERENCE_EVENTS}
        day = {event: self.desk.day(on) for event, on in last.items()}
        wish = BY[Channel(row.preferred_contact)] if row.preferred_contact in BY else ""
        known = ", ".join(filter(None, (row.relationship, row.company)))
        called = past[past["event"] == Event.REFERENCE_CONTACTED]
        facts = [
            ("Who they are", known),
            ("How to reach them", " · ".join(filter(None, (row.email, row.phone, wish)))),
            ("Asked", day[Event.REFERENCE_ASKED] or "not noted"),
            ("Name given to", self._employers(past[past["event"] == Event.REFERENCE_GIVEN])),
            ("Told about it", day[Event.REFERENCE_BRIEFED] or "not yet"),
            ("Last asked about calls", day[Event.REFERENCE_CHECKED_IN]),
            ("Contacted", self._employers(called)),
            ("Thanked", day[Event.REFERENCE_THANKED]),
            ("Notes", row.notes),
        ]
        return Person(row.name, _standing(last, day), facts)

    def _employers(self, rows: pd.DataFrame) -> str:
        """Return days with the company each is about: two rows of one company, two days."""
        companies = self.desk.plan.facts.applications["company"]
        named = [
            " · ".join(filter(None, (companies.get(row.application_id, ""), self.desk.day(row.on))))
            for row in rows_as(EventRow, rows)
        ]
        return "; ".join(named)


def _standing(last: dict[Event, Any], day: dict[Event, str]) -> str:
    """Return in a few words what matters most now about one reference."""
    called, thanked = last[Event.REFERENCE_CONTACTED], last[Event.REFERENCE_THANKED]
    if pd.notna(called):
        thanks = "thanked" if thanked >= called else "not thanked yet"
        return f"contacted {day[Event.REFERENCE_CONTACTED]}, {thanks}"
    if day[Event.REFERENCE_GIVEN]:
        briefed = last[Event.REFERENCE_BRIEFED] >= last[Event.REFERENCE_GIVEN]
        return f"name given {day[Event.REFERENCE_GIVEN]}, {'told' if briefed else 'not told yet'}"
    return f"asked {day[Event.REFERENCE_ASKED]}" if day[Event.REFERENCE_ASKED] else "not asked yet"


class ReferenceForm(EditForm):
    """The facts of one reference, to be added (`NEW`) or changed."""

    reference_id = t.Unicode(NEW)
    name = text_field()
    relationship = text_field()
    company = text_field()
    email = text_field()
    phone = text_field()
    preferred_contact = text_field()
    notes = text_field()

    choices: t.List[Any] = t.List()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.refresh()
        unfinished = (value for _, value in self.choices if desk.search.kept(_draft(value)))
        self.reference_id = next(unfinished, NEW)
        desk.tell(self.refresh)

    def refresh(self) -> None:
        """List the references again; what was typed and not saved stays."""
        self.choices = [("A new reference", NEW), *references(self.desk)]
        if self.reference_id not in [value for _, value in self.choices]:
            self.reference_id = NEW
        self._load()

    @t.observe("reference_id")
    def _load(self, _: object = None) -> None:
        people = self.desk.tables.references
        here = people[people["reference_id"] == self.reference_id]
        cells = {name: str(here[name].iloc[0]) if len(here) else "" for name in FIELDS}
        if self.store.key == _draft(self.reference_id):
            self.propose(**cells)
        else:
            self.start(_draft(self.reference_id), **cells)

    def save(self) -> str:
        """Add the reference, or save what was changed."""
        name = refuse_empty(
            self.name, "Who is a reference for you? Fill in the name first.", "name"
        )
        self.refuse_overwriting()
        changed, reference_id, new = self.changed, self.reference_id, self.reference_id == NEW
        if not changed:
            return "Nothing was changed."
        if new:
            what = f"add the reference {name}"
            self.desk.edit(what, lambda tables: edits.add_reference(tables, **changed)[0])
        else:
            what = f"change the reference {name}"
            self.desk.edit(
                what, lambda tables: edits.change_reference(tables, reference_id, **changed)
            )
        self.clear()
        self._load()
        asked = " Log below when you asked them to be a reference." if new else ""
        return f"Done: {what}.{asked}"


def _draft(reference_id: str) -> str:
    return f"reference {reference_id}"


class ReferenceEventForm(KeptForm):
    """What happened with a reference; `advice` is what follows from it."""

    reference_id = text_field()
    event = text_field(Event.REFERENCE_CONTACTED.value)
    application_id = text_field()
    on = day_field()
    note = text_field()

    people: t.List[Any] = t.List()
    applications: t.List[Any] = t.List()
    advice = t.Unicode("")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "a reference’s news")
        self.refresh()
        self.restore()
        self.refresh()
        desk.tell(self.refresh)

    def refresh(self) -> None:
        """List references and applications again."""
        self.people = [("Choose one", ""), *references(self.desk)]
        self.applications = [("None in particular", ""), *self.desk.applications()]
        self.propose(on=self.desk.today)
        for name, choices in (("reference_id", self.people), ("application_id", self.applications)):
            if getattr(self, name) not in [value for _, value in choices]:
                setattr(self, name, "")
        self._advise()

    @t.observe("event", "application_id")
    def _advise(self, _: object = None) -> None:
        self.advice = self._rests() if self.event == Event.REFERENCE_CONTACTED else ""

    def _rests(self) -> str:
        f = self.desk.plan.facts.applications
        known = self.application_id in f.index
        company = str(f.loc[self.application_id, "company"]) if known else "that employer"
        days = count(self.desk.tables.settings.pace["reference_rest"], "workday")
        return (
            f"A sign that things are moving. Questions to {company} about where things stand can "
            f"wait {days}, and {company} never hears about this from you: it stays between you "
            "and your reference. Thank them the same day."
        )

    def log(self) -> str:
        """Log what happened on its day."""
        if not self.reference_id:
            raise FieldError("Which reference is it about? Choose one.", "reference_id")
        event, application_id, who = Event(self.event), self.application_id, self.reference_id
        if event == Event.REFERENCE_GIVEN and not application_id:
            raise FieldError("Who has the name now? Choose the application.", "application_id")
        ahead = "{day} is still ahead; log it once it has happened."
        on = day_that_came(self.desk, self.on, "What day was it? Choose the day.", ahead)
        name = {value: label for label, value in self.people}[who]
        title = f" ({self.desk.title(application_id)})" if application_id else ""
        what = f"{name}: {HAPPENINGS[event]}{title}"
        cells = {"who": who, "note": self.note}
        advice = self.advice
        self.desk.edit(what, lambda tables: edits.log(tables, application_id, event, on, **cells))
        self.clear()
        self.refresh()
        return " ".join(filter(None, (f"Logged: {what}, {self.desk.day(on)}.", advice)))

"""What was said in an interview, and the rows it becomes: all of them in one edit."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from followup_lib.exchange.triage import tell_talk
from followup_lib.pages.kit.choices import names
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.reading.people_typed import people_typed, roles_typed
from followup_lib.reading.promises import read_promise
from followup_lib.records import edits
from followup_lib.records.dates import as_said, short_day
from followup_lib.records.rows import EventRow
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import Certainty, Event

NEW = "new"
"""Stands for an application that is not in the list yet."""


@dataclass(frozen=True, kw_only=True)
class Debrief:
    """One interview as told afterwards; an empty field was not asked, or not said.

    `application_id` is `NEW` for one of `company` and `job_title` not on file. `on` is None when
    nobody knows the day. `plan` is the row of the planned interview this was, if any; `imported`
    the event_id of an imported row that tells of this talk already. `person` is the one to write
    to; `preferred` and the address are theirs. A day comes with its certainty: `no_day` for words
    that name none. `given` holds reference_ids, `new_reference` names
    not on file.
    """

    application_id: str
    on: dt.date | None
    person: str = ""
    plan: EventRow | None = None
    imported: str = ""
    company: str = ""
    job_title: str = ""
    kind: str = Event.INTERVIEW.value
    last_round: bool = False
    about: bool = False
    who: str = ""
    email: str = ""
    phone: str = ""
    preferred: str = ""
    topic: str = ""
    their_day: dt.date | None = None
    their_words: str = ""
    their_certainty: str = ""
    thing: str = ""
    thing_day: dt.date | None = None
    thing_certainty: str = ""
    contact_way: str = ""
    contact_day: dt.date | None = None
    contact_about: str = ""
    promised_about: bool = False
    given: tuple[str, ...] = ()
    new_reference: str = ""
    note: str = ""

    @property
    def event(self) -> str:
        """Return the word of the files for what this was."""
        return Event.FINAL_INTERVIEW.value if self.last_round else self.kind

    def check(self) -> None:
        """Raise `FieldError` when a day stands without the promise it belongs to."""
        if self.thing_day and not self.thing.strip():
            raise FieldError(
                "What did you promise to send? Write it down, or clear its day.", "thing"
            )
        if (self.contact_day or self.contact_about.strip()) and not self.contact_way:
            raise FieldError(
                "How will you be in touch? Choose the way, or clear its day and what it is about.",
                "contact_way",
            )

    def logged(self, tables: Tables) -> tuple[Tables, str]:
        """Return the tables with everything that was said, and the application_id."""
        application_id = self.application_id
        if application_id == NEW:
            tables, application_id = edits.add_application(
                tables, company=self.company, job_title=self.job_title
            )
        known = {"email": self.email, "phone": self.phone, "preferred_contact": self.preferred}
        tables = edits.note_person(tables, application_id, self.person, **known)
        tables = edits.note_roles(tables, application_id, roles_typed(self.who))
        rows = self._promises()
        if self.imported:
            tables = tell_talk(tables, self.imported, self.on, **self._meeting()[1])
        else:
            rows = [self._meeting(), *rows]
        for event, cells in rows:
            tables = edits.log(tables, application_id, event, self.on, **cells)
        given = list(self.given)
        for new in people_typed(self.new_reference):
            cells = {"name": new.name, "relationship": new.role}
            tables, reference_id = edits.add_reference(tables, **cells)
            given.append(reference_id)
        for reference_id in given:
            cells = {"who": reference_id}
            tables = edits.log(tables, application_id, Event.REFERENCE_GIVEN, self.on, **cells)
        return tables, application_id

    def _meeting(self) -> tuple[str, dict[str, Any]]:
        cells = {"who": "; ".join(names(self.who)), "said": self.topic, "note": self.note}
        if self.plan is not None:
            cells |= {"refers_to": self.plan.event_id, "channel": self.plan.channel}
        return self.event, cells | {"certainty": _certainty(self.about)}

    def _promises(self) -> list[tuple[str, dict[str, Any]]]:
        rows: list[tuple[str, dict[str, Any]]] = []
        if self.their_day or self.their_words.strip():
            cells = {"due_on": self.their_day, "said": self.their_words}
            rows.append((Event.THEY_PROMISED, cells | {"certainty": self.their_certainty}))
        about = _certainty(self.promised_about)
        if self.thing.strip():
            cells = {"due_on": self.thing_day, "said": self.thing}
            cells |= {"certainty": self.thing_certainty}
            rows.append((Event.I_PROMISED, cells))
        if self.contact_way:
            said = f"call about {what}" if (what := self.contact_about.strip()) else ""
            cells = {"due_on": self.contact_day, "said": said, "certainty": about}
            cells |= {"channel": self.contact_way}
            rows.append((Event.I_PROMISED, cells))
        return [(event, {"who": self.person, **cells}) for event, cells in rows]

    def told(self, today: dt.date, references: dict[str, str]) -> str:
        """Return in sentences what is logged beside the interview; `references`: id → name."""

        def by(day: dt.date | None) -> str:
            return f" by {short_day(day, today)}" if day else ""

        said, words = [], self.their_words.strip()
        if self.their_day:
            day, vague = short_day(self.their_day, today), self.their_certainty != ""
            said.append(f"They said {as_said(day, words, vague=vague)}.")
        elif words:
            said.append(f"They said “{words}”.")
        if self.their_day and self.on and self.their_day < self.on:
            said.append("That day is before the interview: please check it.")
        if self.thing.strip():
            promise = read_promise(self.thing).fact
            thing = promise.thing if promise else ""
            said.append(f"You promised {thing or f'“{self.thing.strip()}”'}{by(self.thing_day)}.")
        if self.contact_way:
            said.append(f"You promised to be in touch{by(self.contact_day)}.")
        given = [references[i] for i in self.given] + names(self.new_reference)
        if given:
            said.append(f"You gave the name of {', '.join(given)}.")
        return " ".join(said)


def _certainty(about: bool) -> str:
    return Certainty.ABOUT.value if about else ""

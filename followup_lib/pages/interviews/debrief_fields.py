"""The fields that tell of an interview, and what is proposed in them before one types."""

from dataclasses import replace
from typing import Any

import traitlets as t

from followup_lib.advice.directory import Directory
from followup_lib.advice.planned import planned_interview
from followup_lib.pages.interviews.told_about import application_to_tell, applications_to_tell
from followup_lib.pages.kit.choices import names, references
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.kept_form import day_field, list_field, text_field, yes_field
from followup_lib.pages.kit.told_form import ToldForm
from followup_lib.records.vocabulary import Event


class DebriefFields(ToldForm):
    """What is told after an interview; `step` is the number of the screen in view, of four.

    `planned` says which planned interview this may have been.
    `asks_email` and `asks_phone` tell what is not on file of the first person named; `go` is what
    comes next once it is logged (see `next_step`), empty before.
    """

    application_id = text_field()
    company = text_field()
    job_title = text_field()
    kind = text_field(Event.INTERVIEW.value)
    last_round = yes_field()
    settles = yes_field()
    email = text_field()
    phone = text_field()
    preferred = text_field()
    topic = text_field()
    thing_answer = text_field()
    thing_day = day_field()
    thing_about = yes_field()
    contact_way = text_field()
    contact_day = day_field()
    given = list_field()
    new_reference = text_field()
    note = text_field()
    step = t.Int(1, min=1, max=4).tag(kept=True)

    choices: t.List[Any] = t.List()
    references: t.List[Any] = t.List()
    planned = t.Unicode("")
    asks_email = t.Bool(True)
    asks_phone = t.Bool(True)
    go = t.Dict()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "debrief")
        self.refresh()
        self.restore()
        self._still_there()
        desk.tell(self.refresh)

    def refresh(self) -> None:
        """List the applications again, and propose one where none was chosen."""
        self.choices = applications_to_tell(self.desk)
        self.references = references(self.desk)
        self.propose(application_id=application_to_tell(self.desk))
        self._still_there()
        self._propose_day()

    def _still_there(self) -> None:
        """Let go of an application or a reference that is no longer there."""
        with self._quietly():
            if self.application_id not in [i for _, i in self.choices]:
                self.application_id = self._proposed["application_id"]
            known = [i for _, i in self.references]
            self.given = [i for i in self.given if i in known]

    @t.observe("application_id")
    def _propose_day(self, _: object = None) -> None:
        plan = planned_interview(self.desk.plan.facts, self.application_id)
        came = plan is not None and plan.due_on <= self.desk.plan.facts.today
        self.planned = self.desk.day(plan.due_on) if plan is not None else ""
        who = (plan.who if plan is not None else "") or self._contact
        on = plan.due_on.date() if plan is not None and came else self.desk.today
        self.propose(on=on, settles=came, who=who)
        self.go = {}
        self._know_person()

    @property
    def _contact(self) -> str:
        f = self.desk.plan.facts.applications
        here = self.application_id in f.index
        return str(f.loc[self.application_id, "contact_name"]) if here else ""

    @property
    def person(self) -> str:
        """Return the one to write to: the first person named, else the contact on file."""
        return next(iter(names(self.who)), self._contact)

    @t.observe("who")
    def _know_person(self, _: object = None) -> None:
        """Ask for an address only when none is on file."""
        a, others = self.desk.tables.applications, self.desk.tables.people
        here = replace(
            self.desk.tables,
            applications=a[a["application_id"] == self.application_id],
            people=others[others["application_id"] == self.application_id],
        )
        people = Directory(here).rows
        on_file = people[people["folded"].isin([self.person.casefold(), ""])]
        known = on_file.sort_values("folded", ascending=False).head(1)
        self.asks_email, self.asks_phone = ("".join(known[way]) == "" for way in ("email", "phone"))
        self.propose(preferred="".join(known["wish"]))


# What was typed is filled in again in this order, and choosing the application proposes the rest.
DebriefFields.FIELDS = tuple(sorted(DebriefFields.FIELDS, key="application_id".__ne__))

"""After an interview: what was said, by whom, about when; logged at once, undone at once."""

from dataclasses import replace
from typing import Any

import pandas as pd
import traitlets as t

from followup_lib.advice.directory import Directory
from followup_lib.pages.kit.choices import (
    Choices,
    day_that_came,
    names,
    next_step,
    planned_interview,
    references,
)
from followup_lib.pages.kit.debrief import NEW, Debrief
from followup_lib.pages.kit.desk import Desk, refuse_empty
from followup_lib.pages.kit.kept_form import KeptForm, day_field
from followup_lib.pages.kit.said_day import Asked, ask, without_day
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import Event, words

KINDS: Choices = [
    ("An interview", Event.INTERVIEW.value),
    ("A first call, to get to know me", Event.SCREEN.value),
]


class DebriefModel(KeptForm):
    """The form after an interview. `planned` says which planned interview this may have been.

    `asks_email` and `asks_phone` tell what is not on file of the first person named; `go` is what
    comes next once it is logged (see `next_step`), empty before.
    """

    FIELDS = (
        "application_id",
        "company",
        "job_title",
        "kind",
        "last_round",
        "on",
        "about",
        "settles",
        "who",
        "email",
        "phone",
        "preferred",
        "topic",
        "their_words",
        "their_answer",
        "their_day",
        "their_about",
        "thing",
        "thing_answer",
        "thing_day",
        "thing_about",
        "contact_way",
        "contact_day",
        "contact_about",
        "given",
        "new_reference",
        "note",
    )
    application_id = t.Unicode("")
    company = t.Unicode("")
    job_title = t.Unicode("")
    kind = t.Unicode(Event.INTERVIEW.value)
    last_round = t.Bool(False)
    on = day_field()
    about = t.Bool(False)
    settles = t.Bool(False)
    who = t.Unicode("")
    email = t.Unicode("")
    phone = t.Unicode("")
    preferred = t.Unicode("")
    topic = t.Unicode("")
    their_words = t.Unicode("")
    their_answer = t.Unicode("")
    their_day = day_field()
    their_about = t.Bool(False)
    thing = t.Unicode("")
    thing_answer = t.Unicode("")
    thing_day = day_field()
    thing_about = t.Bool(False)
    contact_way = t.Unicode("")
    contact_day = day_field()
    contact_about = t.Unicode("")
    given: t.List[Any] = t.List()
    new_reference = t.Unicode("")
    note = t.Unicode("")

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
        self.choices = self._choices()
        self.references = references(self.desk)
        self.propose(application_id=self._first())
        self._still_there()
        self._propose_day()

    def _choices(self) -> Choices:
        """Return the applications, those with a planned interview first, then a new one."""
        titles = self.desk.applications()
        title = {application_id: label for label, application_id in titles}
        days = {str(i): self.desk.day(day) for i, day in self._planned_days().items()}
        planned = [(f"{title[i]} · planned for {day}", i) for i, day in days.items()]
        others = [(label, i) for label, i in titles if i not in days]
        first = [("Choose one", "")] if titles else []
        return [*first, *planned, *others, ("A new application", NEW)]

    def _planned_days(self) -> pd.Series:
        """Return the day of each interview nobody has told about, the earliest first."""
        f = self.desk.plan.facts.applications
        return f["unlogged_on"].fillna(f["ahead_on"]).dropna().sort_values(kind="stable")

    def _first(self) -> str:
        """Return the application one most likely comes to tell about, "" when nothing says so."""
        plan, days = self.desk.plan, self._planned_days()
        came = days.index[days <= plan.facts.today]
        chosen = self.desk.application
        if chosen and chosen not in came:
            told_today = plan.facts.applications.loc[chosen, "met_on"] == plan.facts.today
            chosen = "" if told_today or not plan.live[chosen] else chosen
        if chosen in came or not len(came):
            return chosen or ("" if len(self.desk.tables.applications) else NEW)
        return str(came[-1])

    def _still_there(self) -> None:
        """Let go of an application or a reference that is no longer there."""
        with self._quietly():
            if self.application_id not in [i for _, i in self.choices]:
                self.application_id = self._proposed["application_id"]
            known = [i for _, i in self.references]
            self.given = [i for i in self.given if i in known]

    @t.observe("application_id")
    def _propose_day(self, _: object = None) -> None:
        plan = planned_interview(self.desk, self.application_id)
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

    def log(self) -> str:
        """Log all of it in one edit; returns what was logged and what comes next."""
        said = self._debrief()
        said.check()
        title = self.desk.title(said.application_id)
        if said.application_id == NEW:
            company = refuse_empty(self.company, "Which company is it?", "company")
            position = refuse_empty(self.job_title, "Which position is it?", "job_title")
            title = f"{company}, {position}"
        what = f"{words(said.event)} at {title}"
        vouching = {reference_id: name for name, reference_id in self.references}
        made: list[str] = []

        def change(tables: Tables) -> Tables:
            tables, application_id = said.logged(tables)
            made.append(application_id)
            return tables

        self.log_as(what, change)
        self.clear()
        self.refresh()
        self.go = next_step(self.desk, made[0])
        beside = said.told(self.desk.today, vouching)
        first = f"Logged: {what}, {self.desk.day(said.on)}."
        return " ".join(filter(None, (first, beside, f"Next: {self.go['reason']}")))

    def _debrief(self) -> Debrief:
        if not self.application_id:
            raise FieldError("Which application was it about? Choose it first.", "application_id")
        ask = "What day was it? An approximate day is fine; then check the box."
        ahead = "{day} is still ahead: put it under “Plan an interview”, and log it here afterward."
        on = day_that_came(self.desk, self.on, ask, ahead)
        plan = planned_interview(self.desk, self.application_id) if self.settles else None
        answers = ("settles", "their_answer", "their_about", "thing_answer", "thing_about")
        values = {name: getattr(self, name) for name in self.FIELDS if name not in answers}
        values |= {"on": on, "given": tuple(self.given), "thing": without_day(self.thing)}
        values["their_day"], values["their_certainty"] = self.their_asked().settled(
            self.their_answer,
            self.their_day,
            about=self.their_about,
            fields=("their_words", "their_day"),
        )
        values["thing_day"], values["thing_certainty"] = self.thing_asked().settled(
            self.thing_answer,
            self.thing_day,
            about=self.thing_about,
            fields=("thing", "thing_day"),
        )
        return Debrief(**values, plan=plan, person=self.person)

    def their_asked(self) -> Asked:
        """Return what their words about when ask, as they stand."""
        return ask(
            self.desk,
            Event.THEY_PROMISED,
            self.their_words,
            self.on,
            on_about=self.about,
            application_id=self.application_id,
        )

    def thing_asked(self) -> Asked:
        """Return what the words about the thing promised ask, as they stand."""
        return ask(self.desk, Event.I_PROMISED, self.thing, self.on, on_about=self.about)

    def undo(self) -> str:
        """Take back the last change; what was typed for it stands in the form again."""
        undone = super().undo()
        self.go = {}
        return undone

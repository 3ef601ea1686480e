"""How a talk went when there was none: canceled, missed, or no time yet; logged in one edit."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import traitlets as t

from followup_lib.advice.arranging import TIMES
from followup_lib.advice.planned import planned_interview, refuse_still_ahead
from followup_lib.pages.interviews.new_time import talk_ahead_of
from followup_lib.pages.interviews.told_about import planned_days
from followup_lib.pages.kit.choices import Choices, day_that_came, next_step
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.kept_form import KeptForm, day_field, text_field
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.records import edits
from followup_lib.records.rows import EventRow
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import TALKS_LOST, Event

TALKED = ""
OUTCOMES: Choices = [
    ("We talked", TALKED),
    ("They didn’t call or come", Event.THEY_MISSED.value),
    ("They canceled or moved it, with no new day", Event.THEY_CANCELED.value),
    ("I missed it / have to cancel", Event.I_MISSED.value),
    ("We set a new time", Event.MOVED.value),
    ("They invited me, no time yet", Event.INTERVIEW_PLANNED.value),
]
"""The answers to "How did it go?" (B1 to B4)."""
ON = {
    Event.THEY_MISSED: "What day was the talk set for?",
    Event.THEY_CANCELED: "What day did they tell you?",
    Event.I_MISSED: "What day did you miss it? If you have to cancel, choose today",
    Event.MOVED: "What day did you agree on it?",
    Event.INTERVIEW_PLANNED: "What day did they invite you?",
}


class NoTalkModel(KeptForm):
    """The form for a talk that did not take place, or has no time. `outcome` is one of `OUTCOMES`.

    `planned` says which planned interview this was about, "" for none; `on_label` asks for the day;
    `day` and `at` are the new time that was set, `times` those to be offered while there is none;
    `go` is what comes next once it is logged (see `next_step`), empty before.
    """

    outcome = text_field(TALKED)
    application_id = text_field()
    on = day_field()
    day = day_field()
    at = text_field()
    said = text_field()
    times = text_field()

    choices: t.List[Any] = t.List()
    planned = t.Unicode("")
    on_label = t.Unicode("")
    go = t.Dict()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "no talk")
        self.refresh()
        self.restore()
        desk.tell(self.refresh)

    def refresh(self) -> None:
        """List the applications again; propose the one whose interview was to be."""
        days = planned_days(self.desk)
        titles = self.desk.applications()
        ids = [i for _, i in titles]
        self.choices = [("Choose one", ""), *sorted(titles, key=lambda pair: pair[1] not in days)]
        came = days.index[days <= self.desk.plan.facts.today]
        chosen = self.desk.application
        first = came[-1] if len(came) and chosen not in days else chosen
        self.propose(application_id=str(first))
        if self.application_id not in ids:
            self.application_id = self._proposed["application_id"]
        self._propose_day()

    @t.observe("application_id", "outcome")
    def _propose_day(self, _: object = None) -> None:
        plan, today = self._plan(), self.desk.today
        self.planned = self.desk.day(plan.due_on) if plan is not None else ""
        self.on_label = ON.get(Event(self.outcome), "") if self.outcome else ""
        missed = self.outcome in (Event.THEY_MISSED, Event.I_MISSED) and plan is not None
        self.propose(on=min(plan.due_on.date(), today) if missed and plan else today)
        self.go = {}

    def _plan(self) -> EventRow | None:
        about = self.outcome in (*TALKS_LOST, Event.MOVED)
        return planned_interview(self.desk.plan.facts, self.application_id) if about else None

    def _lost(
        self, application_id: str, plan: EventRow | None, on: dt.date, **cells: Any
    ) -> Callable[[Tables], Tables]:
        """Return the change that logs a talk without a time, and what times would suit."""
        event, times = Event(self.outcome), self.times.strip()
        cells |= {"refers_to": plan.event_id} if plan is not None else {}
        cells |= {"note": f"{TIMES}{times}"} if times else {}
        return lambda tables: edits.log(tables, application_id, event, on, **cells)

    def log(self) -> str:
        """Log what became of the talk; returns what was logged and what comes next."""
        if not self.application_id:
            raise FieldError("Which application was it about? Choose it first.", "application_id")
        ask = "What day was it? Choose the day."
        on = day_that_came(self.desk, self.on, ask, "{day} is still ahead; choose today.")
        plan, application_id = self._plan(), self.application_id
        if self.outcome == Event.THEY_MISSED:
            refuse_still_ahead(self.desk.plan.facts, application_id, on)
        cells: dict[str, Any] = {"said": self.said, "who": plan.who if plan is not None else ""}
        what = next(words for words, value in OUTCOMES if value == self.outcome)
        if self.outcome == Event.MOVED:
            talk = talk_ahead_of(self.desk, self.day, self.at)
            what += f", {talk.words}"
            change = talk.logged(application_id, plan, on, **cells)
        else:
            change = self._lost(application_id, plan, on, **cells)
        what += f" ({self.desk.title(application_id)})"
        self.log_as(what, change)
        self.clear()
        self.refresh()
        self.go = next_step(self.desk, application_id)
        return f"Logged: {what}, {self.desk.day(on)}. Next: {self.go['reason']}"

"""After an interview: told on four screens, one after the other; logged and undone at once."""

from collections.abc import Callable
from typing import Any

from followup_lib.advice.planned import planned_interview
from followup_lib.pages.interviews.debrief_fields import DebriefFields
from followup_lib.pages.kit.choices import Choices, day_that_came, next_step
from followup_lib.pages.kit.debrief import NEW, Debrief
from followup_lib.pages.kit.said_day import without_day
from followup_lib.pages.kit.trouble import FieldError, refuse_empty
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import Event, words

KINDS: Choices = [
    ("An interview", Event.INTERVIEW.value),
    ("A first call, to get to know me", Event.SCREEN.value),
]
SCREEN = {
    "application_id": 1,
    "company": 1,
    "job_title": 1,
    "on": 2,
    "their_words": 3,
    "their_day": 3,
}
"""On which screen a field stands that may be refused; the others stand on the last one."""


class DebriefModel(DebriefFields):
    """Goes through the screens, refusing to leave one that lacks something, and logs them all."""

    @property
    def job(self) -> str:
        """Return company and position in one line, as far as they are known."""
        if self.application_id == NEW:
            return ", ".join(filter(None, (self.company.strip(), self.job_title.strip())))
        return self.application_id and self.desk.title(self.application_id)

    def back(self) -> None:
        """Go back to the screen before."""
        self.step = max(self.step - 1, 1)

    def next(self) -> None:
        """Go on to the next screen; raises `FieldError` for what this one lacks."""
        self._screens[self.step - 1]()
        self.step = min(self.step + 1, len(self._screens))

    def log(self) -> str:
        """Log all of it in one edit; returns what was logged and what comes next.

        Raises `FieldError` for what a screen lacks, and turns to that screen.
        """
        try:
            said = self.debrief()
        except FieldError as lack:
            self.step = SCREEN.get(lack.field, self.step)
            raise
        said.check()
        what = f"{words(said.event)} at {self.job}"
        references_on_file = self.references_on_file
        made: list[str] = []

        def change(tables: Tables) -> Tables:
            tables, application_id = said.logged(tables)
            made.append(application_id)
            return tables

        self.log_as(what, change)
        self.clear()
        self.refresh()
        self.go = next_step(self.desk, made[0])
        beside = said.told(self.desk.today, references_on_file)
        first = f"Logged: {what}, {self.desk.day(said.on)}."
        return " ".join(filter(None, (first, beside, f"Next: {self.go['reason']}")))

    @property
    def references_on_file(self) -> dict[str, str]:
        """Return the names of the references on file, by reference_id."""
        return {reference_id: name for name, reference_id in self.references}

    def debrief(self) -> Debrief:
        """Return what was told on all screens; raises `FieldError` for what one of them lacks."""
        answers = ("settles", "their_answer", "their_about", "thing_answer", "thing_about", "step")
        values = {name: getattr(self, name) for name in self.FIELDS if name not in answers}
        for told in self._screens:
            values |= told()
        return Debrief(**values | {"given": tuple(self.given), "person": self.person})

    @property
    def _screens(self) -> tuple[Callable[[], dict[str, Any]], ...]:
        """Return what tells of each screen for certain, and raises `FieldError` for what lacks."""
        return self._job, self._talk, self.told_day, self._promise

    def _job(self) -> dict[str, Any]:
        if not self.application_id:
            raise FieldError("Which application was it about? Choose it first.", "application_id")
        if self.application_id != NEW:
            return {}
        return {
            "company": refuse_empty(self.company, "Which company is it?", "company"),
            "job_title": refuse_empty(self.job_title, "Which position is it?", "job_title"),
        }

    def _talk(self) -> dict[str, Any]:
        ask = "What day was it? An approximate day is fine; then check the box in “More”."
        where = (
            "put it under “Plan an interview”"
            if self.desk.applications()
            else "add the application under “Applications”, then log “They invited me” there"
        )
        ahead = f"{{day}} is still ahead: {where}. Log it here afterward."
        on = day_that_came(self.desk, self.on, ask, ahead)
        plan = (
            planned_interview(self.desk.plan.facts, self.application_id) if self.settles else None
        )
        return {"on": on, "plan": plan}

    def _promise(self) -> dict[str, Any]:
        day, certainty = self.thing_asked().settled(
            self.thing_answer,
            self.thing_day,
            about=self.thing_about,
            fields=("thing", "thing_day"),
        )
        thing = without_day(self.thing)
        return {"thing": thing, "thing_day": day, "thing_certainty": certainty}

    def undo(self) -> str:
        """Take back the last change; what was typed for it stands in the form again."""
        undone = super().undo()
        self.go = {}
        return undone

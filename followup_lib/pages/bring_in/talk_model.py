"""Four questions about one talk: when, with whom, what they said about when, what one promised."""

import datetime as dt
from typing import Any

import pandas as pd
import traitlets as t

from followup_lib.advice.planned import planned_interview
from followup_lib.advice.said import read_words
from followup_lib.exchange import triage
from followup_lib.exchange.signs import way_of
from followup_lib.pages.bring_in.triage_model import TriageModel
from followup_lib.pages.kit.choices import (
    PROMISED_WAYS,
    Choices,
    day_that_came,
    names,
    next_step,
)
from followup_lib.pages.kit.debrief import Debrief
from followup_lib.pages.kit.kept_form import day_field, text_field, yes_field
from followup_lib.pages.kit.said_day import without_day
from followup_lib.pages.kit.told_form import ToldForm
from followup_lib.pages.kit.trouble import refuse_empty
from followup_lib.reading.promises import read_promise
from followup_lib.records.rows import EventRow
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import CLOSED, STAGE_RANK, Certainty, Event, Stage

THING = "thing"
FILLED = "We filled in what we read there. Change anything that’s wrong."
DEEDS: Choices = [
    ("I didn’t promise anything", ""),
    ("I will send them something", THING),
    *PROMISED_WAYS[1:],
]
"""What one may have said one would do."""


class TalkForm(ToldForm):
    """The answers about the application that is asked about; `unknown_…` is not known.

    `title` and `on_file` say which one it is and what the list said of it, `cells` are its own
    words there, and `filled` is a sentence on what we read in them, "" when that is nothing.
    """

    unknown_on = yes_field()
    unknown_who = yes_field()
    unknown_their = yes_field()
    deed = text_field()
    deed_answer = text_field()
    deed_day = day_field()
    deed_about = yes_field()
    unknown_deed = yes_field()

    title = t.Unicode("")
    on_file = t.Unicode("")
    cells: t.List[str] = t.List()
    filled = t.Unicode("")

    def __init__(self, chosen: TriageModel) -> None:
        super().__init__(chosen.desk, "")
        self.chosen = chosen
        self.application_id = ""
        self.load()
        chosen.observe(self.load, "application_id")

    def load(self, _: object = None) -> None:
        """Show the form for the one that is asked about, as far as it was filled in before."""
        self.application_id = self.chosen.application_id
        if self.application_id:
            self.title = self.desk.title(self.application_id)
            self.on_file = self.chosen.on_file[self.application_id]
            self.cells = list(self.chosen.signs[self.application_id].cells)
            known = self._known()
            self.start(f"triage {self.application_id}", **known)
            read = ("on", "who", "their_words", "deed")
            self.filled = FILLED if any(known.get(name) for name in read) else ""

    def _known(self) -> dict[str, Any]:
        """Return what is on file of a talk: an imported one, or one that was planned."""
        talk = triage.talk_on_file(self.desk.tables, self.application_id, None)
        plan = self._planned()
        day = plan.due_on if plan is not None else talk.on if talk is not None else pd.NaT
        who = next((row.who for row in (plan, talk) if row is not None and row.who), "")
        read = self.chosen.signs[self.application_id].talk_on
        on = read if pd.isna(day) else day.date()
        return {
            "on": on,
            "about": plan is None and talk is not None and talk.certainty == Certainty.ABOUT,
            "who": who or self._contact,
            **self._known_of_theirs(),
            **self._known_of_mine(on),
        }

    def _known_of_theirs(self) -> dict[str, Any]:
        row = triage.said_on_file(self.desk.tables, self.application_id, Event.THEY_PROMISED)
        if row is None:
            return {"their_words": self.chosen.signs[self.application_id].theirs}
        day = None if row.said or pd.isna(row.due_on) else row.due_on.date()
        return {"their_words": row.said, "their_day": day}

    def _known_of_mine(self, on: dt.date | None) -> dict[str, Any]:
        row = triage.said_on_file(self.desk.tables, self.application_id, Event.I_PROMISED)
        if row is not None and row.said:
            due_on = None if pd.isna(row.due_on) else row.due_on.date()
            promise = read_promise(row.said).fact
            if promise is None or promise.thing:
                return {"deed": THING, "thing": row.said, "deed_day": due_on}
            way = row.channel or way_of(row.said)
            return {"deed": way, "contact_about": promise.purpose, "deed_day": due_on}
        signs = self.chosen.signs[self.application_id]
        if not signs.way:
            return {"deed": THING, "thing": signs.mine} if signs.mine else {}
        calendar = self.desk.tables.settings.calendar
        named = read_words(signs.mine, on, calendar, of_anything=True).fact if on else None
        return {"deed": signs.way, "contact_about": signs.about, "deed_day": named}

    def _planned(self) -> EventRow | None:
        """Return the row of an interview that was planned for a day that has come, or None."""
        row = planned_interview(self.desk.plan.facts, self.application_id)
        return row if row is not None and row.due_on <= self.desk.plan.facts.today else None

    @property
    def _contact(self) -> str:
        return str(self.desk.plan.facts.applications.loc[self.application_id, "contact_name"])

    def log(self) -> str:
        """Log all of it in one edit, and go on to the next one."""
        application_id, title = self.application_id, self.title
        said = self._debrief()
        said.check()
        what = f"talk at {title}"
        anew: list[str] = [*CLOSED]  # a talk is told, so it isn't over
        anew += [Event.THEY_PROMISED] if said.their_day or said.their_words.strip() else []
        anew += [Event.I_PROMISED] if said.thing.strip() or said.contact_way else []

        def change(tables: Tables) -> Tables:
            return said.logged(triage.without_said(tables, application_id, anew))[0]

        self.log_as(what, change)
        self.desk.search.keep(f"triage {application_id}", {})
        self.chosen.last = what
        day = f", {self.desk.day(said.on)}" if said.on else ""
        told = said.told(self.desk.today, {})
        reason = next_step(self.desk, application_id)["reason"]
        return " ".join(filter(None, (f"Logged: {what}{day}.", told, f"Next: {reason}")))

    def _debrief(self) -> Debrief:
        on, plan = self._day(), self._planned()
        talk = triage.talk_on_file(self.desk.tables, self.application_id, on)
        same = plan is not None and on in (None, plan.due_on.date())
        about = self.about and on is not None
        if on is None and talk is not None and pd.notna(talk.on):
            on, about = talk.on.date(), talk.certainty != ""
        who = "" if self.unknown_who else self.who
        return Debrief(
            application_id=self.application_id,
            on=on,
            about=about,
            plan=plan if same else None,
            imported="" if talk is None else talk.event_id,
            kind=self._kind(),
            who=who,
            person=next(iter(names(who)), self._contact),
            **({} if self.unknown_their else self._theirs()),
            **self._promised(),
        )

    @property
    def told_on(self) -> dt.date | None:
        """Return the day of the talk, None where one does not know when it was."""
        return None if self.unknown_on else super().told_on

    @property
    def told_thing(self) -> str:
        """Return the thing one promised to send; there is none but for that answer."""
        return self.thing if self.deed == THING else ""

    def _theirs(self) -> dict[str, Any]:
        return {"their_words": self.their_words, **self.told_day()}

    def _day(self) -> dt.date | None:
        ask = "When did you talk? An approximate day is fine, or check “I don’t know when”."
        ahead = "{day} is still ahead. When did you last talk with them?"
        return None if self.unknown_on else day_that_came(self.desk, self.on, ask, ahead)

    def _promised(self) -> dict[str, Any]:
        if self.unknown_deed or not self.deed:
            return {}
        if self.deed != THING:
            about = self.deed_about and self.deed_day is not None
            promised = {"contact_way": self.deed, "contact_day": self.deed_day}
            return promised | {"promised_about": about, "contact_about": self.contact_about}
        ask = "What did you say you’d send? A word or two is enough."
        thing = refuse_empty(self.thing, ask, "thing")
        day, certainty = self.thing_asked().settled(
            self.deed_answer, self.deed_day, about=self.deed_about, fields=("thing", "deed_day")
        )
        promised = {"thing": without_day(thing), "thing_day": day}
        return promised | {"thing_certainty": certainty}

    def _kind(self) -> str:
        """Return which kind of talk it was, by how far the list says one got."""
        furthest = self.desk.plan.facts.applications.loc[self.application_id, "furthest"]
        if furthest == Stage.SCREEN:
            return Event.SCREEN.value
        done = STAGE_RANK.get(str(furthest), 0) >= STAGE_RANK[Stage.FINAL_INTERVIEW]
        return (Event.FINAL_INTERVIEW if done else Event.INTERVIEW).value

    def leave_out(self) -> str:
        """Go on without this one: nobody was talked to there."""
        title = self.title
        self.chosen.choose(self.application_id, on=False)
        return f"Left out: {title}."

    def undo(self) -> str:
        """Take back the last change; what was told in it stands in the form again."""
        undone = super().undo()
        self.chosen.last = ""
        return undone

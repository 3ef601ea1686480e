"""What happened to an application: it moves to a stage or an outcome, or they answered."""

import datetime as dt
from typing import Any, NamedTuple

import traitlets as t

from followup_lib.advice.planned import refuse_still_ahead
from followup_lib.pages.applications.model import ApplicationsModel
from followup_lib.pages.kit.choices import Choices, day_that_came, next_step
from followup_lib.pages.kit.desk import HEARD, Desk
from followup_lib.pages.kit.kept_form import KeptForm, day_field, text_field, yes_field
from followup_lib.pages.kit.said_day import Asked, ask, without_day
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.records import edits
from followup_lib.records.dates import short_day
from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import Event


class Happening(NamedTuple):
    """One thing that may happen: its words, and the labels of its second day and its text.

    An empty label: the thing has no second day, or no text.
    """

    words: str
    due: str = ""
    text: str = "In their words, if you like"


TOPIC = "One thing you talked about"
HAPPENINGS = {
    Event.HEARD_BACK: Happening("They answered", "By when will you hear now, if they said so"),
    Event.INTERVIEW_PLANNED: Happening(
        "They invited me", "Day of the interview; leave it empty if no time is set"
    ),
    Event.THEY_CANCELED: Happening("They canceled or moved the interview, with no new day"),
    Event.THEY_MISSED: Happening("They didn’t call or come for the interview", text=""),
    Event.I_MISSED: Happening("I missed the interview, or have to cancel it", text=""),
    Event.I_PROMISED: Happening("I promised something", "By when", "What did you promise?"),
    Event.APPLIED: Happening("I applied", text=""),
    Event.SCREEN: Happening("A first call took place", text=TOPIC),
    Event.INTERVIEW: Happening("An interview took place", text=TOPIC),
    Event.FINAL_INTERVIEW: Happening("The last interview took place", text=TOPIC),
    Event.REFERENCE_CHECK: Happening("They asked for references, or checked them"),
    Event.OFFER: Happening("They made an offer", "By when do they want your answer"),
    Event.ASKED_FOR_TIME: Happening("I asked for time to answer the offer", "Until when", ""),
    Event.ACCEPTED: Happening("I accepted", text=""),
    Event.DECLINED: Happening("I declined", text=""),
    Event.REJECTED: Happening("They chose someone else"),
    Event.WITHDRAWN: Happening("I withdrew", text=""),
    Event.ON_HOLD: Happening("They put it on hold", "Until when, if they said so"),
    Event.RESUMED: Happening("It’s back on"),
    Event.NO_RESPONSE: Happening("I let it go for now", text=""),
}
"""Stages, outcomes and words from them, in the order in which they usually come."""
CHOICES: Choices = [(happening.words, event.value) for event, happening in HAPPENINGS.items()]
TALKS = (Event.SCREEN, Event.INTERVIEW, Event.FINAL_INTERVIEW)
READ_AS = {
    Event.HEARD_BACK: Event.THEY_PROMISED,
    **{event: event for event in (Event.I_PROMISED, Event.OFFER, Event.ON_HOLD)},
}
"""Happenings whose words may tell their second day, and what the words are then."""


class HappenedForm(KeptForm):
    """The form for one thing that happened to the chosen application.

    `due_label` and `text_label` are the labels of its second day and its text, "" when it has none;
    `advice` is a sentence about it; `asked` tells that one came here to log what was heard.
    """

    event = text_field(Event.HEARD_BACK.value)
    on = day_field()
    text = text_field()
    answer = text_field()
    due = day_field()
    due_about = yes_field()

    due_label = t.Unicode("")
    text_label = t.Unicode("")
    advice = t.Unicode("")

    def __init__(self, desk: Desk, chosen: ApplicationsModel) -> None:
        super().__init__(desk, "")
        self.chosen = chosen
        heard = desk.search.kept(HEARD).get("application_id", "")
        self.asked = bool(heard) and heard == chosen.application_id
        desk.search.keep(HEARD, {})
        self.load()
        chosen.observe(self.load, "application_id")

    def load(self, _: object = None) -> None:
        """Turn to the chosen application."""
        self.start(f"happened {self.chosen.application_id}", on=self.desk.today)
        self._label()

    @t.observe("event")
    def _label(self, _: object = None) -> None:
        happening = HAPPENINGS[Event(self.event)]
        self.due_label, self.text_label = happening.due, happening.text
        talk = (
            "The interviews page asks for everything that matters after a talk; this is the "
            "quick way."
        )
        self.advice = talk if self.event in TALKS else ""

    def words_asked(self) -> Asked:
        """Return what the words about the second day ask, as they stand."""
        read_as, about = READ_AS.get(Event(self.event)), self.chosen.application_id
        if read_as is None:
            return Asked(may_be_vague=False)
        return ask(self.desk, read_as, self.text, self.on, application_id=about, any_words=True)

    def log(self) -> str:
        """Log it, on its day; returns what was logged and what comes next."""
        application_id, event = self.chosen.application_id, Event(self.event)
        if not application_id:
            raise FollowupError("Which application was it about? Choose it first.")
        ahead = "{day} is still ahead; an interview to come is “They invited me”."
        on = day_that_came(self.desk, self.on, "What day was it? Choose the day.", ahead)
        if event == Event.THEY_MISSED:
            refuse_still_ahead(self.desk.plan.facts, application_id, on)
        cells = self._cells(event, on)
        title = self.desk.title(application_id)
        what = f"{HAPPENINGS[event].words} ({title})"

        def change(tables: Tables) -> Tables:
            for name, told in self._rows(application_id, event, cells):
                tables = edits.log(tables, application_id, name, on, **told)
            return tables

        self.desk.edit(what, change)
        self.settle(on=self.desk.today)
        reason = next_step(self.desk, application_id)["reason"]
        return f"Logged: {what}, {short_day(on, self.desk.today)}. Next: {reason}"

    def _cells(self, event: Event, on: dt.date) -> dict[str, Any]:
        """Return the second day, how sure it is, and the words; raises `FieldError`."""
        text = self.text if self.text_label else ""
        if event == Event.I_PROMISED and not text.strip():
            raise FieldError(
                "What did you promise? A few words are enough: the sample report.", "text"
            )
        if not self.due_label:
            return {"said": text}
        due, certainty = self.words_asked().settled(
            self.answer, self.due, about=self.due_about, fields=("text", "due")
        )
        if due and due < on:
            raise FieldError(f"{self._too_early(event, due, on)}; choose a later day.", "due")
        said = without_day(text) if event == Event.I_PROMISED else text
        return {"due_on": due, "certainty": certainty, "said": said}

    def _too_early(self, event: Event, due: dt.date, on: dt.date) -> str:
        if event == Event.INTERVIEW_PLANNED:
            return "The interview can’t be before the day they invited you"
        due_on, said_on = (short_day(day, self.desk.today) for day in (due, on))
        return f"{due_on} was over when it was said, on {said_on}"

    def _rows(
        self, application_id: str, event: Event, cells: dict[str, Any]
    ) -> list[tuple[str, dict[str, Any]]]:
        """Return the rows of timeline.csv; an answer with a day moves the date they gave (W4)."""
        if event != Event.HEARD_BACK:
            return [(event, cells)]
        answer: tuple[str, dict[str, Any]] = (event, {"said": cells["said"]})
        if not cells["due_on"]:
            return [answer]
        p = self.desk.plan.facts.promises
        mine = p[(p["application_id"] == application_id) & (p["event"] == Event.THEY_PROMISED)]
        still_open = mine[mine["state"] == "open"].sort_values("stated_on", kind="stable")
        if not len(still_open):
            return [answer, (Event.THEY_PROMISED, cells)]
        moved = {"refers_to": still_open["event_id"].iloc[-1]}
        return [answer, (Event.MOVED, cells | moved)]

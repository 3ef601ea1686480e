"""Before an interview: the card to take in, and the day it is planned for."""

from typing import Any, NamedTuple

import traitlets as t

from followup_lib.advice.planned import planned_interview
from followup_lib.advice.side_reasons import BY
from followup_lib.advice.talk_reasons import at_time
from followup_lib.outbox.calendar import alone, sequence_on, talk_ahead
from followup_lib.pages.interviews.new_time import talk_ahead_of
from followup_lib.pages.kit.at_desk import AtDesk
from followup_lib.pages.kit.bridge import File
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.kept_form import KeptForm, day_field, text_field, yes_field
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.reading.people_typed import roles_typed
from followup_lib.records import edits
from followup_lib.records.rows import EventRow, rows_as
from followup_lib.records.vocabulary import WAIT_FOR_THEM


class Question(NamedTuple):
    """One question of the card, why it is asked, and whether it matters most today."""

    text: str
    why: str
    first: bool = False


ASK_WISH = Question(
    "How do you like to be reached: by phone, by e-mail, or another way?",
    "If you do what they asked, you’re never a pest.",
)
BY_WHEN = Question(
    "When do you hope to decide, and when can I expect to hear from you?",
    "A date they gave you is the best reason to write later.",
)
TO_WHOM = Question(
    "Who should I write to, and at what address or number?",
    "It may not be the person you’re talking with.",
)
MAY_I = Question(
    "If I haven’t heard by then, is it OK to check in a day or two later?",
    "Then following up is something you agreed on.",
)
MAY_I_ONCE = MAY_I._replace(text="If that day passes, is it OK to send one short e-mail?")


class CardModel(AtDesk):
    """The card for one application: `title`, `lines` about the day, and the four `questions`.

    `ahead` tells that its interview is still to come, so that it may go into a calendar.
    `choices` are (label, application_id) pairs, live ones first.
    """

    choices: t.List[Any] = t.List()
    application_id = t.Unicode("")
    title = t.Unicode("")
    lines: t.List[Any] = t.List()
    questions: t.List[Any] = t.List()
    ahead = t.Bool(False)

    def refresh(self) -> None:
        """List the applications again and make the card anew."""
        self.choices = self.desk.applications()
        if self.application_id not in [i for _, i in self.choices]:
            self.application_id = self._first()
        self._write()

    def _first(self) -> str:
        """Return the application chosen elsewhere when its interview is ahead, else the next."""
        f = self.desk.plan.facts.applications
        ahead = f["ahead_on"].dropna().sort_values(kind="stable").index
        chosen = self.desk.application
        if chosen in ahead:
            return chosen
        wanted = [*ahead, chosen, *(i for _, i in self.choices)]
        return next(filter(None, wanted), "")

    @t.observe("application_id")
    def _write(self, _: object = None) -> None:
        if not self.application_id:
            self.title, self.lines, self.questions, self.ahead = "", [], [], False
            return
        f = self.desk.plan.facts.applications.loc[self.application_id]
        name = self.desk.tables.settings.seeker.name
        self.title = self.desk.title(self.application_id)
        day = self.desk.day(f["ahead_on"]) + at_time(str(f["ahead_at"]))
        self.ahead = bool(day)
        plan = planned_interview(self.desk.plan.facts, self.application_id)
        with_whom = f" with {plan.who.replace(';', ',')}" if plan is not None and plan.who else ""
        lines = [f"Interview on {day}{with_whom}" if day else "", f"Card of {name}" if name else ""]
        self.lines = [line for line in lines if line]
        may_i = MAY_I_ONCE if f["wish"] == WAIT_FOR_THEM else MAY_I
        self.questions = [_wish(str(f["wish"]), str(f["to"])), BY_WHEN, TO_WHOM, may_i]

    def reminder(self) -> File:
        """Return the interview ahead as a file for a calendar, at its time when that is known."""
        desk, title = self.desk, f"Interview: {self.title}"
        planned = desk.plan.facts.planned
        here = planned["application_id"] == self.application_id
        day = desk.plan.facts.of(self.application_id)["ahead_on"]
        talk = rows_as(EventRow, planned[here & planned["open"] & (planned["due_on"] == day)])[-1]
        search, sequence = desk.search.folder.name, sequence_on(desk.today)
        data = alone(talk_ahead(talk, title, self.text, desk.today, search, sequence))
        return f"interview-{self.application_id}.ics", "text/calendar", data

    @property
    def text(self) -> str:
        """Return the card as plain text, to copy into a phone."""
        asked = [f"{n}. {question.text}" for n, question in enumerate(self.questions, 1)]
        return "\n".join([self.title, *self.lines, "", *asked])


def _wish(wish: str, who: str) -> Question:
    """Return the question of how they like to be reached: new, or only to be confirmed (W2)."""
    if not wish:
        return ASK_WISH._replace(first=True)
    if wish == WAIT_FOR_THEM:
        known = "You said you’d contact me. Is that still the best way for you?"
        return Question(known, "They asked you not to follow up, so be sure to ask by when.")
    how = BY.get(wish, wish)
    known = f"I have it down to reach {who or 'you'} {how}. Is that still the best way?"
    return Question(known, "You know this already; they only need to say yes.")


class PlanForm(KeptForm):
    """The small form for an interview that lies ahead. `ahead` names the day already planned."""

    application_id = text_field()
    day = day_field()
    at = text_field()
    who = text_field()
    moved = yes_field()

    choices: t.List[Any] = t.List()
    ahead = t.Unicode("")

    def __init__(self, desk: Desk, card: CardModel) -> None:
        super().__init__(desk, "plan an interview")
        self.card = card
        self.refresh()
        self.restore()
        self.refresh()
        desk.tell(self.refresh)
        card.observe(self.refresh, "application_id")

    def refresh(self, _: object = None) -> None:
        """List the applications again; propose the one of the card."""
        self.choices = self.card.choices
        self.propose(application_id=self.card.application_id)
        if self.application_id not in [i for _, i in self.choices]:
            self.application_id = self.card.application_id
        self._known()

    @t.observe("application_id")
    def _known(self, _: object = None) -> None:
        plan = self._planned()
        self.ahead = self.desk.day(plan.due_on) if plan is not None else ""
        self.propose(moved=plan is not None)

    def _planned(self) -> EventRow | None:
        plan = planned_interview(self.desk.plan.facts, self.application_id)
        today = self.desk.plan.facts.today
        return plan if plan is not None and plan.due_on >= today else None

    def save(self) -> str:
        """Note the interview, or its new day; returns what was noted."""
        if not self.application_id:
            raise FieldError("Which application is it? Choose it first.", "application_id")
        talk = talk_ahead_of(self.desk, self.day, self.at)
        application_id, plan = self.application_id, self._planned() if self.moved else None
        moved = "moved to" if plan is not None else "on"
        what = f"interview at {self.desk.title(application_id)} {moved} {talk.words}"
        roles = roles_typed(self.who)
        change = talk.logged(application_id, plan, self.desk.today, who="; ".join(roles))
        self.desk.edit(what, lambda t: edits.note_roles(change(t), application_id, roles))
        self.clear()
        self.card.application_id = application_id
        self.refresh()
        return f"Noted: {what}. The card is ready; questions about where things stand can wait."

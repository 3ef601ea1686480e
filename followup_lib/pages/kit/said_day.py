"""Words about a day as they are typed: how we read them, and what a person says to that."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from followup_lib.advice.said import SaidRow, day_words, read_words
from followup_lib.pages.kit.choices import Choices
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.reading.day_words import split_day
from followup_lib.reading.promises import read_promise
from followup_lib.reading.said import hints_at_a_day, tells_no_day
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.records.vocabulary import Certainty, Event

RIGHT, ANOTHER, NONE = "right", "another", "none"
"""What a person answers: our reading is right, they pick another day, or no day was named."""
PICK, PICK_ONE = ("Another day", ANOTHER), ("I’ll pick a day", ANOTHER)
WHICH = {
    Event.THEY_PROMISED: "What date do you think they meant?",
    Event.I_PROMISED: "Which date did you mean?",
}
DATE = "What date is it?"
"""The label of the field for a day of one's own."""
NO_DAY_SEEN = "We don’t see a day in this, and that’s fine: it’s noted as said."


@dataclass(frozen=True)
class Asked:
    """What words about a day ask, `which` day was meant; without `choices` they ask nothing.

    `line` says how they are read; `proposed` is the answer that counts until a person gives one,
    "" when they have to; `day` is the one read, `about` whether it is vague. `may_be_vague` tells
    whether a day of one's own may be only about right.
    """

    line: str = ""
    choices: Choices = field(default_factory=list)
    proposed: str = ""
    day: dt.date | None = None
    about: bool = False
    which: str = ""
    may_be_vague: bool = True

    def answer(self, given: str, day: dt.date | None) -> str:
        """Return the answer that counts: the one given, else a day picked, else the proposed."""
        if given in [value for _, value in self.choices]:
            return given
        if day and self.line:
            return RIGHT if day == self.day else ANOTHER
        return self.proposed

    def settled(
        self, given: str, day: dt.date | None, *, about: bool, fields: tuple[str, str]
    ) -> tuple[dt.date | None, str]:
        """Return the day to log, None for none, and its certainty.

        Raises `FieldError` for words without an answer, at the first of `fields`, and for another
        day that is not picked, at the second.
        """
        answer = self.answer(given, day)
        if answer == RIGHT:
            picked = given != RIGHT and day == self.day  # as vague as they say
            return self.day, Certainty.ABOUT.value if self.about or (picked and about) else ""
        if answer == NONE:
            return None, Certainty.NO_DAY.value
        if self.choices and not answer:
            pick = f"Is that right? Choose “{self.choices[0][0]}”" if self.day else "Pick a day"
            sentence = f"{self.line} {pick} below, or “{self.choices[-1][0]}”."
            raise FieldError(sentence, fields[0])
        if answer == ANOTHER and day is None:
            raise FieldError("What day was meant? Choose it from the calendar.", fields[1])
        return day, Certainty.ABOUT.value if about and day and self.may_be_vague else ""


def ask(
    desk: Desk,
    event: str,
    said: str,
    on: dt.date | None,
    *,
    on_about: bool = False,
    application_id: str = "",
    any_words: bool = False,
) -> Asked:
    """Return what is asked of words said on a day: of theirs, or about a promise of one's own.

    `application_id` is what they were said about, "" for one that is not on file yet. `any_words`
    tells that they need not be about a day: without a hint at one, nothing is asked.

    Where the day they were said on is only about right (`on_about`), or we infer, nothing is taken
    for an answer but a person's own.
    """
    words = day_words(event, said).strip()
    if not words:
        return Asked()
    none = (
        "I didn’t give a date" if event == Event.I_PROMISED else "They didn’t give a date",
        NONE,
    )
    which = WHICH.get(Event(event), WHICH[Event.THEY_PROMISED])
    reading = read_words(words, on, desk.tables.settings.calendar) if on else None
    if reading and reading.fact:
        about, sure = reading.sure == "about", reading.sure in ("exact", "about") and not on_about
        day = f"{'about ' if about else ''}{desk.day(reading.fact)}"
        line = f"We read this as {day}."
        if event == Event.THEY_PROMISED:
            opens = desk.plan.view.asked_from(reading.fact, application_id, vague=about)
            when = f"starting {desk.day(opens)}" if opens > desk.today else "today"
            line += f" If it stays quiet, you can ask {when}."
        right = (f"{desk.day(reading.fact)}: right", RIGHT)
        return Asked(line, [right, PICK, none], RIGHT if sure else "", reading.fact, about, which)
    if any_words and not hints_at_a_day(words):
        return Asked(NO_DAY_SEEN, proposed=NONE)
    if tells_no_day(words):
        return Asked(NO_DAY_SEEN, [PICK_ONE, none], NONE, which=which)
    return Asked("We can’t tell a day from this.", [PICK_ONE, none], which=which)


def without_day(said: str) -> str:
    """Return a promise of one's own without the words about its day.

    >>> without_day("I'd email you my portfolio by Tuesday"), without_day("portfolio by Tuesday")
    ('my portfolio', 'portfolio')
    """
    promise = read_promise(said).fact
    if not day_words(Event.I_PROMISED, said).strip() or (promise and not promise.thing):
        return said
    return promise.thing if promise else split_day(said)[0] or said


class Question(NamedTuple):
    """What is asked of words on file nobody has confirmed: a line, the label of a day, answers."""

    line: str
    day: str
    acts: Choices


def question_of(desk: Desk, said: SaidRow) -> Question:
    """Return what is asked of the words of a row: is our reading right, another day, or none."""
    mine = said.event == Event.I_PROMISED
    who, words = "I" if mine else "They", f"“{said.words}”"
    which = WHICH[Event.I_PROMISED if mine else Event.THEY_PROMISED]
    read = f"{words}, which we read as {desk.day(said.due_on)}" if said.due_on else words
    line = f"{'You' if mine else who} said {read}.{'' if said.due_on else f' {which}'}"
    right = [(f"Right: {desk.day(said.due_on)}", RIGHT)] if said.due_on else []
    another = ("Another day" if said.due_on else "It’s this day", ANOTHER)
    acts = [*right, another, (f"{who} didn’t give a date", NONE)]
    return Question(line, DATE, acts)


def settle(desk: Desk, said: SaidRow, answer: str, day: dt.date | None) -> str:
    """Note what a person answers to `question_of`, and return it; `day` is another one they chose.

    Raises `FollowupError` when they chose none.
    """
    words = f"“{said.words}”"
    if answer == ANOTHER and day is None:
        label = next(label for label, name in question_of(desk, said).acts if name == ANOTHER)
        raise FollowupError(f"What day was meant? Choose it, then click “{label}”.")
    vague = Certainty.ABOUT.value if said.sure == Certainty.ABOUT else ""
    answers: dict[str, dict[str, Any]] = {
        RIGHT: {"due_on": said.due_on, "certainty": vague},
        ANOTHER: {"due_on": day, "certainty": ""},
        NONE: {"due_on": None, "certainty": Certainty.NO_DAY.value},
    }
    cells = answers[answer]
    what = f"the day of {words}"
    desk.edit(what, lambda tables: edits.change_event(tables, said.event_id, **cells))
    if answer == NONE:
        return f"Noted: {words} doesn’t give a date."
    return f"Noted: {words} is {desk.day(cells['due_on'])}."

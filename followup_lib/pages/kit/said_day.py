"""Words about a day as they are typed: how we read them, and what a person says to that."""

import datetime as dt
from dataclasses import dataclass, field

from followup_lib.advice.said import day_words, read_words
from followup_lib.pages.kit.choices import Choices
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.reading.day_words import split_day
from followup_lib.reading.promises import read_promise
from followup_lib.reading.said import tells_no_day
from followup_lib.records.vocabulary import Certainty, Event

RIGHT, ANOTHER, NONE = "right", "another", "none"
"""What a person answers: our reading is right, they pick another day, or no day was named."""
PICK, PICK_ONE = ("Another day", ANOTHER), ("I’ll pick a day", ANOTHER)
NOT_NAMED = {Event.THEY_PROMISED: "They named no day", Event.I_PROMISED: "I named no day"}


@dataclass(frozen=True)
class Asked:
    """What words about a day ask; without `choices` they ask nothing.

    `line` says how they are read; `proposed` is the answer that counts until a person gives one,
    "" when they have to; `day` is the one read, `about` whether it is vague.
    """

    line: str = ""
    choices: Choices = field(default_factory=list)
    proposed: str = ""
    day: dt.date | None = None
    about: bool = False

    def answer(self, given: str, day: dt.date | None) -> str:
        """Return the answer that counts: the one given, else a day picked, else the proposed."""
        if given in [value for _, value in self.choices]:
            return given
        return ANOTHER if day and self.choices else self.proposed

    def settled(
        self, given: str, day: dt.date | None, *, about: bool, fields: tuple[str, str]
    ) -> tuple[dt.date | None, str]:
        """Return the day to log, None for none, and its certainty.

        Raises `FieldError` for words without an answer, at the first of `fields`, and for another
        day that is not picked, at the second.
        """
        answer = self.answer(given, day)
        if answer == RIGHT:
            return self.day, Certainty.ABOUT.value if self.about else ""
        if answer == NONE:
            return None, Certainty.NO_DAY.value
        if self.choices and not answer:
            pick = f"Is that right? Choose “{self.choices[0][0]}”" if self.day else "Pick a day"
            sentence = f"{self.line} {pick} below, or “{self.choices[-1][0]}”."
            raise FieldError(sentence, fields[0])
        if answer == ANOTHER and day is None:
            raise FieldError("Which day was meant? Choose it from the calendar.", fields[1])
        return day, Certainty.ABOUT.value if about and day else ""


def ask(
    desk: Desk,
    event: str,
    said: str,
    on: dt.date | None,
    *,
    on_about: bool = False,
    application_id: str = "",
) -> Asked:
    """Return what is asked of words said on a day: of theirs, or about a promise of one's own.

    `application_id` is what they were said about, "" for one that is not on file yet.

    Where the day they were said on is only about right (`on_about`), or we infer, nothing is taken
    for an answer but a person's own.
    """
    words = day_words(event, said).strip()
    if not words:
        return Asked()
    none = (NOT_NAMED[Event(event)], NONE)
    reading = read_words(words, on, desk.tables.settings.calendar) if on else None
    if reading and reading.fact:
        about, sure = reading.sure == "about", reading.sure in ("exact", "about") and not on_about
        day = f"{'about ' if about else ''}{desk.day(reading.fact)}"
        line = f"We read this as {day}."
        if event == Event.THEY_PROMISED:
            opens = desk.plan.view.asked_from(reading.fact, application_id, vague=about)
            line += f" If it stays quiet, you can ask starting {desk.day(opens)}."
        right = (f"{desk.day(reading.fact)}: right", RIGHT)
        return Asked(line, [right, PICK, none], RIGHT if sure else "", reading.fact, about)
    if tells_no_day(words):
        line = "We find no day in this, and that is fine: it is noted as said."
        return Asked(line, [PICK_ONE, none], NONE)
    return Asked("We can’t tell a day from this.", [PICK_ONE, none])


def without_day(said: str) -> str:
    """Return a promise of one's own without the words about its day.

    >>> without_day("I'd email you my portfolio by Tuesday"), without_day("portfolio by Tuesday")
    ('my portfolio', 'portfolio')
    """
    promise = read_promise(said).fact
    if not day_words(Event.I_PROMISED, said).strip() or (promise and not promise.thing):
        return said
    return promise.thing if promise else split_day(said)[0] or said

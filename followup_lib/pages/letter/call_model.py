"""What they said on the phone: a new day, or a no."""

import datetime as dt

import traitlets as t

from followup_lib.pages.kit.kept_form import day_field
from followup_lib.pages.kit.said_day import NONE, Asked, ask
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.pages.letter.model import LetterModel
from followup_lib.records.vocabulary import Event

NO_NEW_DAY = "Then they didn’t give you a new date: go back, and choose “We talked”."


class CallModel(t.HasTraits):
    """What is asked once a call brought news: `asking` is `new_day`, `moved_on`, or "".

    `words` are theirs about the day, `answer`, `day` and `day_about` what one makes of them;
    `no_words` are theirs of a no; `on` is the day of the call.
    """

    asking = t.Unicode("")
    words = t.Unicode("")
    answer = t.Unicode("")
    day = day_field()
    day_about = t.Bool(False)
    no_words = t.Unicode("")
    on = day_field()

    def __init__(self, letter: LetterModel) -> None:
        super().__init__()
        self.letter, self.desk = letter, letter.desk
        self.on = letter.desk.today
        letter.observe(self.stop, "turned")

    def stop(self, _: object = None) -> None:
        """Ask nothing any more."""
        self.asking = ""

    def asked(self) -> Asked:
        """Return what their words about the new day ask."""
        key = self.letter.row.application_id if self.letter.key else ""
        return ask(self.letter.desk, Event.THEY_PROMISED, self.words, self.on, application_id=key)

    def told(self) -> dict[str, str | dt.date | None]:
        """Return what they said as `SentModel.log` takes it.

        Raises `FieldError` where a new day was not named, or not understood.
        """
        if self.asking == "moved_on":
            return {"they_said": self.no_words}
        asked = self.asked()
        if asked.choices and asked.answer(self.answer, self.day) == NONE:
            raise FieldError(NO_NEW_DAY, "words")
        day, certainty = asked.settled(
            self.answer, self.day, about=self.day_about, fields=("words", "day")
        )
        if day is None:
            raise FieldError("What new date did they give you? Type it, or pick the day.", "words")
        return {"their_day": day, "they_said": self.words, "certainty": certainty}

"""A form that tells of a talk, and what its words about a day ask."""

import datetime as dt
from typing import Any

import traitlets as t

from followup_lib.pages.kit.kept_form import KeptForm, day_field, text_field, yes_field
from followup_lib.pages.kit.said_day import Asked, ask
from followup_lib.records.vocabulary import Event


class ToldForm(KeptForm):
    """What is told of one talk: its day, with whom, what they said about when, what one promised.

    An answer says whether we read their words rightly; `…_about` that a day is not exact.
    """

    application_id = t.Unicode("")
    on = day_field()
    about = yes_field()
    who = text_field()
    their_words = text_field()
    their_answer = text_field()
    their_day = day_field()
    their_about = yes_field()
    thing = text_field()
    contact_about = text_field()

    @property
    def told_on(self) -> dt.date | None:
        """Return the day on which all of it was said, None where nobody knows."""
        day: dt.date | None = self.on
        return day

    @property
    def told_thing(self) -> str:
        """Return what one promised to send, "" for nothing."""
        return self.thing

    def their_asked(self) -> Asked:
        """Return what their words about when ask, as they stand."""
        about: dict[str, Any] = {"on_about": self.about, "application_id": self.application_id}
        return ask(self.desk, Event.THEY_PROMISED, self.their_words, self.told_on, **about)

    def thing_asked(self) -> Asked:
        """Return what the words about the thing promised ask, as they stand."""
        about = self.about
        return ask(self.desk, Event.I_PROMISED, self.told_thing, self.told_on, on_about=about)

    def told_day(self) -> dict[str, Any]:
        """Return the day they named; raises `FieldError` while their words ask something."""
        fields = ("their_words", "their_day")
        day, certainty = self.their_asked().settled(
            self.their_answer, self.their_day, about=self.their_about, fields=fields
        )
        return {"their_day": day, "their_certainty": certainty}

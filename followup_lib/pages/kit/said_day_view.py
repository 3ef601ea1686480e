"""The fields for words about a day: how they are read stands beneath, to be confirmed there."""

from collections.abc import Callable
from typing import Any

import ipywidgets as w

from followup_lib.advice.said import SaidRow
from followup_lib.pages.kit.common import Status, button, field, guarded, html, sentences
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.said_day import ANOTHER, Asked
from followup_lib.pages.kit.ties import Fields
from followup_lib.records import edits
from followup_lib.records.vocabulary import Certainty, Event

WHICH = {
    Event.THEY_PROMISED: "What date do you think they meant?",
    Event.I_PROMISED: "Which date did you mean?",
}


class SaidDay:
    """A text, how it is read, the answers to that, and a day of one's own, all of one model.

    `names` are the traits of the text, the answer, the day, and whether that is only about right;
    `ask` reads the text. `lone_day` labels the day while the text asks nothing: without it there
    is no day to pick then. `again` names the traits of the day it was said on.
    """

    def __init__(
        self,
        fields: Fields,
        names: tuple[str, str, str, str],
        ask: Callable[[], Asked],
        words: Any,
        event: str,
        *,
        lone_day: str = "",
        again: tuple[str, ...],
    ) -> None:
        self.model, self.names, self.ask, self.lone_day = fields.model, names, ask, lone_day
        text, _, day, about = names
        self.words = words
        self.line = html("")
        self.answer = w.RadioButtons(description=WHICH[Event(event)], options=[])
        self.answer.add_class("followup-answer")
        self.day = fields.day(day, "Which day do you read from it?")
        self.about = fields.tick(about, "I’m not sure of the exact day")
        self.widgets = [self.line, self.answer, self.day, self.about]
        self._showing = False
        self.model.observe(self._anew, text)
        self.model.observe(self.show, [*names, *again])
        self.answer.observe(guarded(fields.status, self._answered), "value")
        self.show()

    @property
    def boxes(self) -> dict[str, w.Widget]:
        """Return the fields by the names of their traits, the text first."""
        return dict(zip(self.names, (self.words, self.answer, self.day, self.about), strict=True))

    def _anew(self, _: object = None) -> None:
        """Other words want an answer of their own."""
        setattr(self.model, self.names[1], "")

    def show(self, _: object = None) -> None:
        """Show how the text is read now, and the answer that counts."""
        given, day = (getattr(self.model, name) for name in self.names[1:3])
        asked = self.ask()
        answer = asked.answer(given, day)
        self._showing = True
        if list(self.answer.options) != list(asked.choices):
            self.answer.options = list(asked.choices)
        self.answer.value = answer or None
        self._showing = False
        self.line.value = sentences([asked.line], "followup-read") if asked.line else ""
        picks = answer == ANOTHER if asked.choices else bool(day or self.lone_day)
        if asked.choices:
            self.day.description = "Which day do you read from it?"
        elif self.lone_day:
            self.day.description = self.lone_day
        _show(self.answer, bool(asked.choices))
        for box in (self.day, self.about):
            _show(box, picks)

    def _answered(self) -> None:
        if not self._showing and self.answer.value is not None:
            setattr(self.model, self.names[1], self.answer.value)


def _show(box: Any, there: bool) -> None:
    box.layout.display = "" if there else "none"


def confirm(
    desk: Desk,
    said: SaidRow,
    status: Status,
    told: str,
    done: Callable[[], object] = lambda: None,
) -> w.Widget:
    """Return the ways to settle the words of a row in one click: right, another day, or none.

    `told` is the reason beside it, which need not say the words again; `done` is called after each.
    """
    mine = said.event == Event.I_PROMISED
    who, words = "I" if mine else "They", f"“{said.words}”"
    which = WHICH[Event.I_PROMISED if mine else Event.THEY_PROMISED]
    read = f"{words}, which we read as {desk.day(said.due_on)}" if said.due_on else f"{words}"
    line = f"{'You' if mine else who} said {read}.{'' if said.due_on else f' {which}'}"

    def settle(sentence: str, **cells: Any) -> str:
        what = f"the day of {words}"
        desk.edit(what, lambda tables: edits.change_event(tables, said.event_id, **cells))
        done()
        return sentence

    def right() -> str:
        vague = Certainty.ABOUT.value if said.sure == Certainty.ABOUT else ""
        sentence = f"Noted: {words} is {desk.day(said.due_on)}."
        return settle(sentence, due_on=said.due_on, certainty=vague)

    def other() -> str | None:
        if day.layout.display:
            _show(day, True)
            day.focus()
            return None
        if day.value is None:
            return f"Which day was meant? Choose it, then click “{label}”."
        sentence = f"Noted: {words} is {desk.day(day.value)}."
        return settle(sentence, due_on=day.value, certainty="")

    def none() -> str:
        sentence = f"Noted: no day was named by {words}."
        return settle(sentence, due_on=None, certainty=Certainty.NO_DAY.value)

    day = field(w.DatePicker, "Which day do you read from it?")
    _show(day, said.due_on is None)
    label = "Another day" if said.due_on else "It is this day"
    acts = [button(f"Right: {desk.day(said.due_on)}", status, right)] if said.due_on else []
    acts += [button(label, status, other), button(f"{who} named no day", status, none)]
    lines = [] if said.words in told else [html(sentences([line]))]
    return w.VBox([*lines, day, w.HBox(acts)])

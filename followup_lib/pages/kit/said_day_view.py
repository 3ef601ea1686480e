"""The fields for words about a day: how they are read stands beneath, to be confirmed there."""

from collections.abc import Callable
from typing import Any

import ipywidgets as w

from followup_lib.advice.said import SaidRow
from followup_lib.pages.kit.common import Status, button, guarded, html, sentences
from followup_lib.pages.kit.day_field import DayField
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.said_day import ANOTHER, DATE, Asked, question_of, settle
from followup_lib.pages.kit.ties import Fields


class SaidDay:
    """A text, how it is read, the answers to that, and a day of one's own, all of one model.

    `names` are the traits of the text, the answer, the day, and whether that is only about right;
    `ask` reads the text. `lone_day` returns the label of the day while the text asks nothing: ""
    where there is no day to pick then. `again` names the traits its reading rests on.
    """

    def __init__(
        self,
        fields: Fields,
        names: tuple[str, str, str, str],
        ask: Callable[[], Asked],
        words: Any,
        *,
        lone_day: Callable[[], str] = str,
        again: tuple[str, ...],
    ) -> None:
        self.model, self.names, self.ask, self.lone_day = fields.model, names, ask, lone_day
        text, _, day, about = names
        self.words = words
        self.line = html("")
        self.answer = w.RadioButtons(options=[])
        self.answer.add_class("followup-answer")
        self.day = fields.day(day, DATE, ahead=True)
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
        self.answer.description = asked.which
        self.answer.value = (answer or None) if asked.choices else None
        self._showing = False
        self.line.value = sentences([asked.line], "followup-read") if asked.line else ""
        lone_day = self.lone_day()
        picks = answer == ANOTHER if asked.choices else bool(day or lone_day)
        self.day.description = DATE if asked.choices or not lone_day else lone_day
        _show(self.answer, bool(asked.choices))
        _show(self.day, picks)
        _show(self.about, picks and asked.may_be_vague)

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
    question = question_of(desk, said)

    def act(answer: str) -> Callable[[], str]:
        def run() -> str:
            sentence = settle(desk, said, answer, day.read())
            done()
            return sentence

        return run

    def other() -> str | None:
        if day.layout.display:
            _show(day, True)
            day.focus()
            return None
        return act(ANOTHER)()

    day = DayField(desk, question.day, ahead=True)
    _show(day, said.due_on is None)
    acts = [
        button(label, status, other if answer == ANOTHER else act(answer))
        for label, answer in question.acts
    ]
    lines = [] if said.words in told else [html(sentences([question.line]))]
    return w.VBox([*lines, day, w.HBox(acts)])

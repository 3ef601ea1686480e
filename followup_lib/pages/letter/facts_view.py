"""The facts a letter is written from: those on file, and the ones still asked for."""

from collections.abc import Callable
from typing import Any

import ipywidgets as w

from followup_lib.letters.facts import DAY_FIELDS
from followup_lib.pages.kit.common import Status, button, facts_table, field, heading
from followup_lib.pages.kit.day_field import DayField
from followup_lib.pages.kit.kept_fields import KeptFields
from followup_lib.pages.kit.sentence import FINISHED
from followup_lib.pages.kit.ties import live_html, live_sentence
from followup_lib.pages.letter.answers import save_answers
from followup_lib.pages.letter.model import LetterModel

NEEDED, BETTER = "Still needed for this letter", "One more thing for this letter"
TO_COME = ("new_day", "until_day")
"""Days one names for oneself, exactly."""


def known(model: LetterModel) -> w.VBox:
    """Return what we know, beside the words."""
    facts = live_html(model, ["turned", "facts"], lambda: facts_table(model.facts))
    box = w.VBox([heading("What we know"), facts])
    box.add_class("followup-beside")
    return box


class Asked:
    """The facts a letter lacks, or would be better for; `answered` is called once none is left."""

    def __init__(self, model: LetterModel, status: Status, answered: Callable[[], None]) -> None:
        self.model, self.status, self.answered = model, status, answered
        self.box = w.VBox([])
        self.fields: dict[str, Any] = {}
        model.observe(self.show, ["turned", "questions", "unclear"])
        self.show()

    def show(self, _: object = None) -> None:
        """Ask for what the letter at hand lacks."""
        self.fields = {
            name: self._field(name, question)
            for name, question in {**self.model.questions, **self.model.unclear}.items()
        }
        if not self.fields:
            self.box.children = []
            return
        days = [name for name in self.fields if name in DAY_FIELDS and name not in TO_COME]
        self.about = w.Checkbox(description="I’m not sure of the exact day", indent=False)
        shelf, key = self.model.desk.search, f"answers {self.model.key}"
        self.kept = KeptFields(shelf, self.fields | {"about": self.about}, self.status, key)
        self.box.children = [
            heading(NEEDED if self.model.questions else BETTER),
            *(part for name, box in self.fields.items() for part in self._with_sentence(name, box)),
            *([self.about] if days else []),
            button("Use these answers", self.status, self.save, main=bool(self.model.questions)),
        ]

    def _field(self, name: str, question: str) -> Any:
        if name in DAY_FIELDS:
            return DayField(self.model.desk, question, ahead=name in TO_COME)
        return field(w.Text, question)

    def _with_sentence(self, name: str, box: Any) -> list[w.Widget]:
        return [box, live_sentence(name, box, "value")] if name in FINISHED else [box]

    def save(self) -> str:
        """Write the answers given into the search, and the letter anew."""
        answers = {name: _answer(box) for name, box in self.fields.items()}
        until, about, key = answers.pop("until_day", None), self.about.value, self.model.key
        if until:
            self.model.set_new_day(until)
        if any(answers.values()) or not until:
            save_answers(self.model.desk, self.model.row, answers, about=about)
        self.kept.clear()
        self.model.refresh(key)
        if not self.fields:
            self.answered()  # the button that was clicked is gone
        return "Noted; it’s in the letter now."


def _answer(box: Any) -> Any:
    return box.read() if isinstance(box, DayField) else box.value

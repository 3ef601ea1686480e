"""The line that tells what came of an action, and the one way an action's errors reach it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import anywidget
import traitlets as t

from followup_lib.pages.kit.trouble import sentence_of
from followup_lib.records.tables import FollowupError

HERE = Path(__file__).parent
MARK = (HERE / "mark.js").read_text(encoding="utf-8")
"""The part of a widget's script that marks a field."""


class Status(anywidget.AnyWidget):
    """A line that tells what happened, read aloud by a screen reader.

    What is about one field stands beneath that field instead, which gets the focus.
    """

    _esm = MARK + (HERE / "status.js").read_text(encoding="utf-8")
    told: Any = t.Dict({"sentence": "", "field": "", "number": 0}).tag(sync=True)

    @property
    def sentence(self) -> str:
        """Return what is told now, "" for nothing."""
        return str(self.told["sentence"])

    def say(self, sentence: str, field: str = "") -> None:
        """Show a sentence, "" for none; `field` names the field it is about.

        Without a sentence the field is the one to go on with, and gets the focus. The same
        sentence said again is a new one: each has a number.
        """
        number = self.told["number"] + 1
        if sentence or field or self.sentence:
            self.told = {"sentence": sentence, "field": field, "number": number}


def guarded(status: Status, act: Callable[[], str | None]) -> Callable[..., None]:
    """Return a callback that runs `act` and shows its sentence, or the sentence of its error.

    A mistake of ours is told in words, logged in full, and raised so that tests see it.
    """

    def run(*_: object) -> None:
        try:
            status.say(act() or "")
        except Exception as error:
            status.say(sentence_of(error), getattr(error, "field", ""))
            if not isinstance(error, FollowupError):
                raise

    return run

"""The line that tells what came of an action, and the one way an action's errors reach it."""

from collections.abc import Callable
from functools import partial
from html import escape

import ipywidgets as w

from followup_lib.pages.kit.trouble import told


class Status(w.HTML):
    """A line that tells what happened, read aloud by a screen reader.

    What is about one field stands beneath that field instead, which gets the focus: the page's
    script sees to both.
    """

    def __init__(self) -> None:
        super().__init__(layout=w.Layout(width="100%"))
        self.add_class("followup-told")
        self.sentence, self.field, self._number = "", "", 0

    def say(self, sentence: str, field: str = "", *, refused: bool = False) -> None:
        """Show a sentence, "" for none; `field` names the field it is about.

        `refused` tells that nothing was done: only what was is green.

        Without a sentence the field is the one to go on with, and gets the focus. The same
        sentence said again is a new one: each has a number.
        """
        if not (sentence or field or self.sentence):
            return
        self.sentence, self.field = sentence, field
        self._number += 1
        about = f'data-field="{escape(field)}" data-number="{self._number}"'
        about += " data-refused" * refused
        self.value = f"<p {about}{' hidden' * bool(field)}>{escape(sentence)}</p>"


def guarded(status: Status, act: Callable[[], str | None]) -> Callable[..., None]:
    """Return a callback that runs `act` and shows its sentence, or the sentence of its error."""

    def run(*_: object) -> None:
        with told(partial(status.say, refused=True)):
            status.say(act() or "")

    return run

"""The choice among the answers to an offer; nothing is chosen for the person."""

import ipywidgets as w

from followup_lib.pages.kit.common import Status, guarded
from followup_lib.pages.letter.model import LetterModel
from followup_lib.pages.letter.offer_reply import ANSWERS, WHICH


class OfferReply:
    """Four answers under a question, shown for an offer to answer only."""

    def __init__(self, model: LetterModel, status: Status) -> None:
        self.model = model
        self.answer = w.RadioButtons(options=ANSWERS, value=None, description=WHICH)
        self.answer.layout.width = "auto"
        self.answer.style.description_width = "initial"
        self.box = w.VBox([self.answer])
        self._showing = False
        model.observe(self.show, ["turned", "reply"])
        self.answer.observe(guarded(status, self.choose), "value")
        self.show()

    def show(self, _: object = None) -> None:
        """Show the answer chosen for this row, if any."""
        self.box.layout.display = "" if self.model.answers_offer else "none"
        self._showing = True
        self.answer.value = self.model.reply or None
        self._showing = False

    def choose(self) -> None:
        """Write the answer chosen; what cannot be asked leaves the choice as it was."""
        if self._showing or not self.answer.value:
            return
        try:
            self.model.choose_reply(self.answer.value)
        finally:
            self.show()

"""The fold with every other application one may write to from this page."""

import ipywidgets as w

from followup_lib.pages.kit.common import Status, button, details, field
from followup_lib.pages.kit.ties import shown_when
from followup_lib.pages.letter.model import LetterModel
from followup_lib.records.situations import REFERENCE_SITUATIONS


class Choice:
    """A list of the page's rows, those due first, and a button to turn to one."""

    def __init__(self, model: LetterModel, status: Status, *more: w.Widget) -> None:
        what = "reference" if model.situations[0] in REFERENCE_SITUATIONS else "application"
        self.model = model
        self.chooser = field(w.Dropdown, f"Which {what}?")
        go = button("Write to this one", status, self.turn)
        offered = [shown_when(part, model, "choices") for part in (self.chooser, go)]
        self.box = details(f"Another {what}", *offered, *more, open_=not model.key)
        if not more:
            shown_when(self.box, model, "choices")
        model.observe(self.show, ["choices", "turned"])
        self.show()

    def show(self, _: object = None) -> None:
        """Offer the rows there are now."""
        if list(self.chooser.options) != self.model.choices:
            self.chooser.options = self.model.choices
        if self.model.key in self.model.offered:
            self.chooser.value = self.model.key

    def turn(self) -> None:
        """Turn to the row that is chosen in the list."""
        if self.chooser.value:
            self.model.go_to(self.chooser.value)

"""To whom the message goes."""

from html import escape

import ipywidgets as w

from followup_lib.letters.template import ALOUD
from followup_lib.pages.kit.common import Status, html
from followup_lib.pages.kit.ties import shown_when
from followup_lib.pages.letter.addressee import AddresseeBox
from followup_lib.pages.letter.model import LetterModel


class To:
    """The person and their address, in a line; `whom` is the choice of another, folded away."""

    def __init__(self, model: LetterModel, status: Status) -> None:
        self.model, self.name = model, html("")
        choice = AddresseeBox(model, status)
        self.addressee, self.whom = choice.model, w.Box([choice.box])
        self.change = w.ToggleButton(description="change", tooltip="Write to somebody else")
        self.change.add_class("followup-toggle")
        self.address = html("")
        self.address.add_class("followup-quiet")
        self.box = w.HBox([self.name, self.change, self.address])
        self.box.add_class("followup-to")
        shown_when(self.whom, self.change, "value")
        model.observe(self.fold, "key")
        model.observe(self.show, ["turned", "channel", "address"])
        self.show()

    def fold(self, _: object = None) -> None:
        """Begin anew with another row."""
        self.change.value = False

    def show(self, _: object = None) -> None:
        """Show the person of the row at hand."""
        model = self.model
        name = escape(model.row.to) if model.key else ""
        address = escape(model.address) or "address not on file"
        if model.address and model.channel in ALOUD:
            address = dial(model.address)
        self.name.value = f"<p>To <strong>{name or 'the person you know'}</strong></p>"
        self.address.value = f"<p>{address}</p>"
        others = len(self.addressee.choices) > 1 or self.addressee.leaver
        self.change.layout.display = "" if others else "none"


def dial(number: str, words: str = "{}") -> str:
    """Return a link that calls a number, for whoever reads this on a phone; "" for none."""
    to = escape("".join(number.split()), quote=True)
    return f'<a href="tel:{to}">{escape(words.format(number))}</a>' if number else ""

"""To whom the message goes."""

from html import escape

from followup_lib.letters.template import ALOUD
from followup_lib.pages.kit.common import html
from followup_lib.pages.letter.model import LetterModel


class To:
    """The person and their address, in a line."""

    def __init__(self, model: LetterModel) -> None:
        self.model, self.box = model, html("")
        self.box.add_class("followup-to")
        model.observe(self.show, ["turned", "channel", "address"])
        self.show()

    def show(self, _: object = None) -> None:
        """Show the person of the row at hand."""
        model = self.model
        name = escape(model.row.to) if model.key else ""
        address = escape(model.address) or "address not on file"
        if model.address and model.channel in ALOUD:
            address = dial(model.address)
        to = f"To <strong>{name or 'the person you know'}</strong>"
        self.box.value = f"<p>{to} <span>{address}</span></p>"


def dial(number: str, words: str = "{}") -> str:
    """Return a link that calls a number, for whoever reads this on a phone; "" for none."""
    to = escape("".join(number.split()), quote=True)
    return f'<a href="tel:{to}">{escape(words.format(number))}</a>' if number else ""

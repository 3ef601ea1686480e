"""The step between the words and "I sent it": take the message out, in the way one likes."""

from functools import partial
from html import escape

import ipywidgets as w

from followup_lib.letters.template import ALOUD
from followup_lib.outbox.email import refuse_large
from followup_lib.pages.kit.bridge import Download
from followup_lib.pages.kit.common import Status, button, details, html
from followup_lib.pages.kit.file_field import FileField
from followup_lib.pages.kit.ties import shown_when
from followup_lib.pages.letter.hand_over import call_file, eml_file, ics_file, mail_link
from followup_lib.pages.letter.model import LetterModel
from followup_lib.records.errors import FollowupError


class HandOver:
    """Draft file, link, reminder and call sheet; a file to attach, and the message one answers."""

    def __init__(self, model: LetterModel, status: Status) -> None:
        self.model = model
        self.link = html("")
        self.mail = Download("Save as an unsent draft (.eml)", partial(eml_file, model))
        self.attach = FileField("Attach a file to the draft", "", refuse_large, model.attach)
        take_off = shown_when(button("Remove the file", status, model.take_off), model, "attached")
        self.theirs = FileField("Their last message (.eml)", ".eml", refuse_large, self._answer)
        self.call = Download("Print a call sheet", partial(call_file, model))
        more = details(
            "Other ways: draft file, mail program, calendar, call sheet",
            self.mail,
            self.link,
            self.attach,
            take_off,
            self.theirs,
            Download("A reminder for the calendar (.ics)", partial(ics_file, model)),
            self.call,
        )
        self.box = w.VBox([more])
        model.observe(self.show, ["turned", "channel", "subject", "body", "address"])
        model.observe(self.turn, "turned")
        model.observe(self.tell_attached, ["turned", "attached"])
        self.show()

    def show(self, _: object = None) -> None:
        """Offer what fits the way the message goes, and a link when it is short enough."""
        model = self.model
        written = model.channel == "email"
        for box in (self.mail, self.link, self.attach, self.theirs):
            box.layout.display = "" if written else "none"
        self.call.layout.display = "" if model.channel in ALOUD else "none"
        if written and model.key:
            self.link.value = self._link()

    def _link(self) -> str:
        try:
            link = escape(mail_link(self.model), quote=True)
        except FollowupError as error:
            return f"<p>{escape(str(error))}</p>"
        return f'<p><a href="{link}">Open in the mail program</a>, unsent</p>'

    def turn(self, _: object = None) -> None:
        """Say nothing any more of their message to another row."""
        self.theirs.told = ""

    def tell_attached(self, _: object = None) -> None:
        """Say which file goes along, as long as it does."""
        self.attach.told = self.model.told_attached

    def _answer(self, _: str, data: bytes) -> str:
        return self.model.answer(data)

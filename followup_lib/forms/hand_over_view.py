"""The step between the words and "I sent it": take the message out, in the way one likes."""

from functools import partial
from html import escape

import ipywidgets as w

from followup_lib.forms.bridge import Download
from followup_lib.forms.common import Status, details, guarded, html
from followup_lib.forms.hand_over import call_file, eml_file, ics_file, mail_link
from followup_lib.forms.letter_model import LetterModel
from followup_lib.tables import FollowupError


class HandOver:
    """Draft file, link, reminder and call sheet; a file to attach, and the message one answers."""

    def __init__(self, model: LetterModel, status: Status) -> None:
        self.model = model
        self.link = html("")
        self.mail = Download("Save as an unsent draft (.eml)", partial(eml_file, model))
        self.attach = w.FileUpload(description="Attach a file to the draft", multiple=False)
        self.theirs = w.FileUpload(description="Their last message (.eml)", accept=".eml")
        self.told = html("")
        for box, act in ((self.attach, self._attach), (self.theirs, self._answer)):
            box.layout.width = "auto"
            box.observe(guarded(status, act), "value")
        self.call = Download("Print a call sheet", partial(call_file, model))
        more = details(
            "Other ways: draft file, mail program, calendar, call sheet",
            self.mail,
            self.link,
            w.HBox([self.attach, self.theirs]),
            self.told,
            Download("A reminder for the calendar (.ics)", partial(ics_file, model)),
            self.call,
        )
        self.box = w.VBox([more])
        model.observe(self.show, ["key", "channel", "subject", "body", "address", "attached"])
        self.show()

    def show(self, _: object = None) -> None:
        """Offer what fits the way the message goes, and a link when it is short enough."""
        model = self.model
        written = model.channel == "email"
        for box in (self.mail, self.link, self.attach, self.theirs, self.told):
            box.layout.display = "" if written else "none"
        self.call.layout.display = "" if model.channel in ("phone", "voicemail") else "none"
        self.told.value = f"<p>{escape(model.attached)}</p>" if model.attached else ""
        if written and model.key:
            self.link.value = self._link()

    def _link(self) -> str:
        try:
            link = escape(mail_link(self.model), quote=True)
        except FollowupError as error:
            return f"<p>{escape(str(error))}</p>"
        return f'<p><a href="{link}">Open in the mail program</a>, unsent</p>'

    def _attach(self) -> str:
        if not self.attach.value:
            return ""
        file = self.attach.value[0]
        return self.model.attach(str(file["name"]), bytes(file["content"]))

    def _answer(self) -> str:
        if not self.theirs.value:
            return ""
        file = self.theirs.value[0]
        return self.model.answer(bytes(file["content"]))

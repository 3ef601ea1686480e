"""The words of a letter page: edited freely, kept at every change, copied by the foot."""

from html import escape

import ipywidgets as w

from followup_lib.letters.template import ALOUD
from followup_lib.pages.kit.bridge import CopyText
from followup_lib.pages.kit.common import Status, button, field, guarded, html, sentences
from followup_lib.pages.kit.day_field import DayField
from followup_lib.pages.kit.ties import shown_when
from followup_lib.pages.letter.model import LetterModel
from followup_lib.pages.letter.to_view import To
from followup_lib.records.situations import Situation

COPIED = "Copied. Paste it, send it, then come back."
LATER = "Not ready in time? Give one new date instead"
UNTIL = "What day do you need until?"


class Words:
    """The way it goes, the address, the subject and the message; the foot copies it, too."""

    def __init__(self, model: LetterModel, status: Status) -> None:
        self.model = model
        self.filling = False
        self.channel = w.RadioButtons(
            options=[], description="How it goes out", orientation="horizontal"
        )
        self.channel.add_class("followup-ways")
        self.problems = html("")
        self.subject = field(w.Text, "Subject", continuous_update=True)
        self.subject.add_class("followup-at-subject")
        self.copy = CopyText("Copy", source="subject")
        self.body = field(w.Textarea, "Message", rows=4, continuous_update=True)
        self.body.add_class("followup-message")
        self.body.add_class("followup-at-message")
        self.copy_message = CopyText("", done=COPIED, source="message")
        self.script = w.Box([self.copy_message])
        self.fresh = button("Back to our wording", status, model.start_over)
        self.new_day = DayField(model.desk, LATER, ahead=True)
        to = To(model, status)
        ways = w.HBox([self.channel, to.box])
        ways.add_class("followup-ways-row")
        self.subject_row = w.HBox([self.subject, self.copy])
        self.subject_row.add_class("followup-subject")
        below = w.VBox([self.script, self.fresh, self.new_day])
        self.draft = w.VBox([self.subject_row, self.body, below])
        self.box = w.VBox([Changed(model, status).box, ways, to.whom, self.problems, self.draft])
        model.observe(self.channels, "channels")
        shown = ["turned", "channel", "subject", "body", "questions", "edited", "problems", "reply"]
        model.observe(self.show, shown)
        self.channel.observe(guarded(status, self.change_channel), "value")
        self.subject.observe(guarded(status, self.typed), "value")
        self.body.observe(guarded(status, self.typed), "value")
        self.new_day.observe(guarded(status, self.move), "value")
        self.channels()
        self.show()

    def channels(self, _: object = None) -> None:
        """Offer the ways a message may go."""
        self.filling = True
        self.channel.options = self.model.channels
        self.filling = False

    def show(self, _: object = None) -> None:
        """Show the words as they stand now."""
        model = self.model
        self.filling = True
        if model.channel:
            self.channel.value = model.channel
        self.subject.value, self.body.value = model.subject, model.body
        self.filling = False
        aloud = model.channel in ALOUD
        self.copy.text, self.copy_message.text = model.subject, model.body
        self.copy_message.label = "Copy the script" if aloud else "Copy the message"
        self.script.layout.display = "" if aloud else "none"
        self.problems.value = sentences(model.problems, "followup-why") if model.problems else ""
        self.subject_row.layout.display = "" if model.channel == "email" else "none"
        self.draft.layout.display = "none" if model.questions else ""
        self.fresh.layout.display = "" if model.edited else "none"
        promise = model.key and model.row.situation == Situation.PROMISE_DUE
        self.new_day.description = LATER if promise else UNTIL
        self.new_day.layout.display = "" if promise or model.reply == "time" else "none"
        self.new_day.value = model.new_day

    def change_channel(self) -> None:
        """Write for another way."""
        if not self.filling and self.channel.value != self.model.channel:
            self.model.channel = self.channel.value or self.model.channel

    def typed(self) -> None:
        """Take over what is typed."""
        if not self.filling:
            self.model.subject, self.model.body = self.subject.value, self.body.value

    def move(self) -> None:
        """Take over the new day of a promise."""
        if self.new_day.value != self.model.new_day:
            self.model.set_new_day(self.new_day.value)


class Changed:
    """Says that our wording changed under edited words: see it, take it, or keep one's own."""

    def __init__(self, model: LetterModel, status: Status) -> None:
        self.model = model
        self.see = w.ToggleButton(description="See it")
        self.see.add_class("followup-link")
        self.text = html("")
        acts = [
            html("<p><strong>Our wording changed.</strong> Your edits are still here.</p>"),
            self.see,
            button("Use it", status, model.start_over),
            button("Keep mine", status, model.keep_mine),
        ]
        row = w.HBox(acts)
        box = w.VBox([row, self.text])
        box.add_class("followup-changed")
        self.box = shown_when(box, model, "ours")
        self.see.observe(self.show, "value")
        model.observe(self.show, "ours")
        self.show()

    def show(self, _: object = None) -> None:
        """Show our wording while it is wanted."""
        lines = escape(self.model.ours).replace("\n", "<br>")
        self.text.value = f'<p class="followup-ours">{lines}</p>' if self.see.value else ""

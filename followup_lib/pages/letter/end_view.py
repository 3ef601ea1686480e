"""The end of a letter, always in view: copy it, say that it was sent, or how the call went."""

from functools import partial
from html import escape

import ipywidgets as w

from followup_lib.letters.draft import REPLIES
from followup_lib.letters.template import ALOUD
from followup_lib.outbox.sent_log import WRITTEN
from followup_lib.pages.kit.common import Status, button, field, html
from followup_lib.pages.kit.day_field import DayField
from followup_lib.pages.kit.kept_fields import KeptFields
from followup_lib.pages.kit.ties import shown_when
from followup_lib.pages.letter.call_model import CallModel
from followup_lib.pages.letter.sent_model import SentModel
from followup_lib.pages.letter.to_view import dial
from followup_lib.pages.letter.words_view import Words
from followup_lib.records.vocabulary import Channel
from followup_lib.records.vocabulary import words as says

CALLED = {
    "reached": "We talked",
    "voicemail": "I left a voicemail",
    "nobody": "Nobody picked up",
    "new_day": "There’s a new date",
    "moved_on": "It’s a no",
}
"""The outcomes of a call, as one says them."""
NEWS = ("new_day", "moved_on")
"""Those that are asked about further; an answer to an offer does not end with them."""


class End:
    """The foot of a letter: the day, the way it went, and the one act that ends it."""

    def __init__(self, words: Words, sent: SentModel, call: CallModel, status: Status) -> None:
        model = sent.letter
        self.model, self.sent, self.call, self.status = model, sent, call, status
        desk = model.desk
        self.day = DayField(desk, "What day?", value=desk.today)
        self.day.add_class("followup-at-sent_on")
        channels = [(says(channel), channel.value) for channel in Channel]
        self.channel = field(w.Dropdown, "How did you send it?", options=channels)
        self.when = html("")
        self.change = w.ToggleButton(description="change", tooltip="A different day or way")
        self.change.add_class("followup-toggle")
        self.file = w.Checkbox(description="The file is attached", indent=False)
        self.file.add_class("followup-at-file_attached")
        self.copy = words.copy_message
        copy = w.Box([self.copy])
        self.number = html("")
        self.mine = button("I sent it", status, self.log)
        self.called = w.ToggleButton(description="I called")
        self.called.add_class("followup-called")
        outcomes = {
            name: button(text, status, partial(self.log, name)) for name, text in CALLED.items()
        }
        self.news_of = [outcomes[name] for name in NEWS]
        self.outcomes = w.HBox(list(outcomes.values()))
        self.outcomes.add_class("followup-outcomes")
        save = button("Save this call", status, self._save, main=True)
        back = button("Back to the script", status, call.stop)
        self.news = w.HBox([save, back])
        self.folded = w.HBox([self.day, self.channel])
        told = w.HBox([self.when, self.change, self.file])
        told.add_class("followup-told-when")
        self.written = w.HBox([copy, self.mine])
        self.written.add_class("followup-written")
        self.spoken = w.HBox([self.number, self.called, self.outcomes])
        self.number.add_class("followup-dial")
        row = w.HBox([told, self.written, self.spoken, self.news])
        row.add_class("followup-end-row")
        self.box = w.VBox([self.folded, row])
        self.box.add_class("followup-end")
        self.kept = KeptFields(desk.search, {"day": self.day}, status, f"sent {model.key}")
        self._follow()

    def _follow(self) -> None:
        """Follow every change of the letter, the call and the fields."""
        model = self.model
        model.observe(self.turn, "turned")
        model.observe(
            self.show, ["turned", "channel", "subject", "body", "new_day", "questions", "reply"]
        )
        self.call.observe(self.show, "asking")
        self.copy.observe(self.show, "copied")
        for box in (self.day, self.channel, self.change):
            box.observe(self.show, "value")
        model.observe(self.take_way, ["turned", "channel"])
        self.take_way()
        self.show()

    def turn(self, _: object = None) -> None:
        """Begin anew with another row."""
        self.kept.start(f"sent {self.model.key}")
        self.file.value = self.change.value = self.called.value = False

    def take_way(self, _: object = None) -> None:
        """Propose the way the words are written for."""
        if self.model.channel:
            self.channel.value = (
                "phone" if self.model.channel == "voicemail" else self.model.channel
            )

    def show(self, _: object = None) -> None:
        """Show what fits the way the message goes."""
        model = self.model
        phone, asking = self.channel.value == "phone", bool(self.call.asking)
        self.call.on = self.day.value
        self.folded.layout.display = "" if self.change.value else "none"
        day = model.desk.day(self.day.value)
        when = "today" if self.day.value == model.desk.today else day or "no day chosen"
        told = f"I called {when}" if phone else f"{when}, by {says(self.channel.value)}"
        self.when.value = f"<p>{escape(told[:1].upper() + told[1:])} ·</p>"
        copied = self.copy.copied
        self.copy.primary = not copied and not phone
        self.mine.button_style = "primary" if copied else ""
        spoken = model.channel in ALOUD
        self.number.value = dial(model.address, "Call {}") if spoken else ""
        for box, there in (
            (self.copy, not model.questions),
            (self.written, not phone),
            (self.spoken, phone and not asking),
            (self.news, phone and asking),
            (self.file, model.asks_for_file and not phone),
            *((box, model.reply not in REPLIES) for box in self.news_of),
        ):
            box.layout.display = "" if there else "none"

    def log(self, outcome: str = WRITTEN) -> str | None:
        """Log the message, or ask first what they said on the phone."""
        if outcome in NEWS:
            self.call.asking = outcome
            self.status.say("", field="words" if outcome == "new_day" else "no_words")
            return None
        return self._log(outcome)

    def _save(self) -> str:
        return self._log(self.call.asking, **self.call.told())

    def _log(self, outcome: str, **told: object) -> str:
        return self.sent.log(
            self.day.read(),
            self.channel.value,
            outcome,
            file_attached=self.file.value,
            **told,  # type: ignore[arg-type]
        )


def shown_while_asking(box: w.Widget, call: CallModel, *, asking: bool) -> w.Widget:
    """Show a part of the page only while it is asked what they said, or only while it is not."""
    return shown_when(box, call, "asking", lambda now: bool(now) == asking)

"""The separate step that records a message, and the ways to leave the row for later."""

import ipywidgets as w

from followup_lib.outbox.sent_log import OUTCOMES, WRITTEN
from followup_lib.pages.kit.common import Status, button, details, field, heading, html, undo_button
from followup_lib.pages.kit.kept import Kept
from followup_lib.pages.kit.kept_fields import KeptFields
from followup_lib.pages.kit.leave import may_refuse
from followup_lib.pages.letter.model import LetterModel
from followup_lib.pages.letter.sent_model import SentModel
from followup_lib.records.vocabulary import Channel, words


class SentForm:
    """The separate step that records a message, and the ways to leave the row."""

    def __init__(self, model: LetterModel, status: Status) -> None:
        self.model, self.sent = model, SentModel(model)
        desk = model.desk
        self.day = field(w.DatePicker, "On which day?", value=desk.today)
        channels = [(words(channel), channel.value) for channel in Channel]
        self.channel = field(w.Dropdown, "By which way?", options=channels)
        outcomes = [(label, name) for name, (label, _) in OUTCOMES.items()]
        self.outcome = field(w.Dropdown, "How did the call go?", options=outcomes)
        self.their_day = field(w.DatePicker, "Which day did they name?")
        self.they_said = field(w.Text, "In their words, if you like")
        self.file = w.Checkbox(description="The file is attached", indent=False)
        self.until = field(w.DatePicker, "Put it off until")
        self.rest = button("Let it rest", status, self.sent.let_rest)
        self.drop = button("This promise no longer holds", status, self.sent.drop_promise)
        self.never = button("Not this one", status, lambda: self.sent.put_off(None))
        later = details(
            "Not now?",
            self.until,
            button("Put it off", status, lambda: self.sent.put_off(self.until.value or desk.today)),
            w.HBox([self.never, self.rest, self.drop]),
        )
        self.box = w.VBox(
            [
                heading("When it is sent"),
                html("<p>Nothing is sent from here. Send it yourself, then tell us.</p>"),
                self.day,
                self.channel,
                self.outcome,
                self.their_day,
                self.they_said,
                self.file,
                w.HBox(
                    [
                        button("I sent it", status, self._log, main=True),
                        undo_button(status, model.undo),
                    ]
                ),
                later,
            ]
        )
        names = ("their_day", "they_said", "day", "until")
        fields = {name: getattr(self, name) for name in names}
        self.kept = KeptFields(desk.search, fields, status, f"sent {model.key}")
        model.observe(lambda _: self.kept.start(f"sent {model.key}"), "turned")
        model.observe(self._show, ["turned", "channel"])
        self.channel.observe(self._show_outcome, "value")
        self.outcome.observe(self._show_outcome, "value")
        self._show()

    def _show(self, _: object = None) -> None:
        if self.model.channel:
            way = "phone" if self.model.channel == "voicemail" else self.model.channel
            self.channel.value = way
            self.outcome.value = "voicemail" if self.model.channel == "voicemail" else "reached"
        promise = bool(self.model.key) and bool(self.model.row.promise_id)
        reference = bool(self.model.key) and bool(self.model.row.reference_id)
        self.drop.layout.display = "" if promise else "none"
        refusable = bool(self.model.key) and may_refuse(self.model.row)
        self.never.layout.display = "" if refusable else "none"
        self.rest.layout.display = "none" if promise or reference else ""
        self._show_outcome()

    def _show_outcome(self, _: object = None) -> None:
        phone = self.channel.value == "phone"
        answered = phone and self.outcome.value in ("new_day", "moved_on")
        self.outcome.layout.display = "" if phone else "none"
        self.they_said.layout.display = "" if answered else "none"
        named = phone and self.outcome.value == "new_day"
        self.their_day.layout.display = "" if named else "none"
        self.file.layout.display = "" if self.model.asks_for_file and not phone else "none"

    def _log(self) -> str:
        outcome = self.outcome.value if self.channel.value == "phone" else WRITTEN
        kept = Kept(self.model.desk.search, self.kept.store.key)
        done = self.sent.log(
            self.day.value,
            self.channel.value,
            outcome,
            file_attached=self.file.value,
            their_day=self.their_day.value,
            they_said=self.they_said.value,
        )
        kept.forget()
        self.kept.start(self.kept.store.key)
        self.file.value = False
        return done

"""The view of the page that writes a message: linked to `LetterModel`, it decides nothing."""

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import ipywidgets as w

from followup_lib.letters.facts import DAY_FIELDS
from followup_lib.letters.template import ALOUD
from followup_lib.pages.kit.bridge import CopyText
from followup_lib.pages.kit.common import (
    Page,
    Status,
    button,
    details,
    facts_table,
    field,
    guarded,
    heading,
    html,
    sentences,
    undo_button,
    with_desk,
)
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.kept_fields import KeptFields
from followup_lib.pages.kit.said_day_view import confirm
from followup_lib.pages.kit.sentence import FINISHED
from followup_lib.pages.kit.ties import live_sentence, shown_when
from followup_lib.pages.letter.addressee import AddresseeBox
from followup_lib.pages.letter.answers import save_answers
from followup_lib.pages.letter.hand_over_view import HandOver
from followup_lib.pages.letter.model import LetterModel
from followup_lib.pages.letter.offer_reply_view import OfferReply
from followup_lib.pages.letter.sent_view import SentForm
from followup_lib.pages.letter.tone_view import ToneBox
from followup_lib.pages.letter.type_facts_view import type_the_facts
from followup_lib.records.vocabulary import REFERENCE_SITUATIONS, Situation

NOBODY = "Nobody is waiting for this kind of message now. You can add what you know below."
NO_REFERENCE = "None of your references needs a word from you now."
AHEAD = ("new_day", "until_day")
NEEDED, BETTER = "Still needed for this letter", "One more thing for this letter"


def letter_page(page: str) -> Page:
    """Return the page that writes the messages of one notebook, `page` its name."""
    return with_desk(lambda desk: letter_form(desk, page))


def letter_form(desk: Desk, page: str) -> Sequence[w.Widget]:
    """Return the widgets of one letter page, from choosing a row to what comes next."""
    model = LetterModel(desk, page)
    status = Status()
    choice, words = _Choice(model, status), _Words(model, status)
    parts = (
        OfferReply(model, status),
        _Facts(model, status, words.body.focus),
        AddresseeBox(model, status),
        words,
        HandOver(model, status),
        SentForm(model, status),
    )
    body = w.VBox([choice.box, *(part.box for part in parts)])
    go_on = button("Show the words for this one", status, model.turn_to_words)
    undo = undo_button(status, model.undo)
    sent = shown_when(w.HBox([undo, shown_when(go_on, model, "key")]), model, "just_sent")
    about_reference = model.situations[0] in REFERENCE_SITUATIONS
    nobody = html(sentences([NO_REFERENCE if about_reference else NOBODY], "followup-why"))

    def show(_: object = None) -> None:
        body.layout.display = "" if model.key and not model.just_sent else "none"
        nobody.layout.display = "none" if model.key else ""

    model.observe(show, ["turned", "just_sent"])
    show()
    more = [] if about_reference else [type_the_facts(model, status)]
    return [choice.chooser, nobody, body, status, sent, *more]


class _Choice:
    """Which application, and whether it is time, and why."""

    def __init__(self, model: LetterModel, status: Status) -> None:
        what = "reference" if model.situations[0] in REFERENCE_SITUATIONS else "application"
        self.chooser = field(w.Dropdown, f"Which {what}?")
        self.why, self.words = html(""), w.VBox([])
        self.box = w.VBox([self.why, self.words])
        self.model, self.status = model, status
        self.filling = False
        model.observe(self.fill, "choices")
        model.observe(self.show, ["turned", "reason", "when"])
        self.chooser.observe(guarded(status, self.chosen), "value")
        self.fill()
        self.show()

    def fill(self, _: object = None) -> None:
        self.filling = True
        self.chooser.options = self.model.choices or [("nothing to choose from", "")]
        self.filling = False

    def show(self, _: object = None) -> None:
        if self.model.key and self.chooser.value != self.model.key:
            self.chooser.value = self.model.key
        time = self.model.when[:1].upper() + self.model.when[1:]
        when = f"<strong>{escape(time)}.</strong> " if time else ""
        self.why.value = f'<div class="followup-why"><p>{when}{escape(self.model.reason)}</p></div>'
        model, said = self.model, self.model.said
        self.words.children = (
            [confirm(model.desk, said, self.status, model.reason, model.refresh_here)]
            if said
            else []
        )

    def chosen(self) -> None:
        key = self.chooser.value
        if not self.filling and key and key != self.model.key:
            self.model.desk.choose(key)
            self.model.key = key


class _Facts:
    """The facts on file, and the ones still asked for."""

    def __init__(self, model: LetterModel, status: Status, answered: Callable[[], None]) -> None:
        self.model, self.status, self.answered = model, status, answered
        self.known = html("")
        self.asked = w.VBox([])
        self.box = w.VBox([details("The facts we have", self.known), self.asked])
        self.fields: dict[str, Any] = {}
        model.observe(self.show, ["turned", "questions", "unclear"])
        self.show()

    def show(self, _: object = None) -> None:
        self.known.value = facts_table(self.model.facts)
        self.fields = {
            name: field(w.DatePicker if name in DAY_FIELDS else w.Text, question)
            for name, question in {**self.model.questions, **self.model.unclear}.items()
        }
        if not self.fields:
            self.asked.children = []
            return
        days = [name for name in self.fields if name in DAY_FIELDS and name not in AHEAD]
        self.about = w.Checkbox(description="The day is only about right", indent=False)
        shelf, key = self.model.desk.search, f"answers {self.model.key}"
        self.kept = KeptFields(shelf, self.fields | {"about": self.about}, self.status, key)
        self.asked.children = [
            heading(NEEDED if self.model.questions else BETTER),
            *(part for name, box in self.fields.items() for part in self._with_sentence(name, box)),
            *([self.about] if days else []),
            button("Use these answers", self.status, self.save, main=True),
        ]

    def _with_sentence(self, name: str, box: Any) -> list[w.Widget]:
        return [box, live_sentence(name, box, "value")] if name in FINISHED else [box]

    def save(self) -> str:
        answers = {name: box.value for name, box in self.fields.items()}
        if until := answers.pop("until_day", None):
            self.model.set_new_day(until)
            if not answers:
                return "Noted; the letter knows it now."
        key = self.model.key
        sentence = save_answers(self.model.desk, self.model.row, answers, about=self.about.value)
        self.kept.clear()
        self.model.refresh(key)
        if not self.fields:
            self.answered()  # the button that was clicked is gone
        return sentence


class _Words:
    """The draft: edited freely, kept at every change, copied."""

    def __init__(self, model: LetterModel, status: Status) -> None:
        self.model = model
        self.filling = False
        self.channel = field(w.Dropdown, "As", options=model.channels)
        self.problems = html("")
        self.to = html("")
        self.subject = field(w.Text, "Subject", continuous_update=True)
        self.body = field(w.Textarea, "Message", rows=16, continuous_update=True)
        self.copy = CopyText("Copy the message", primary=True)
        self.fresh = button("Back to our wording", status, model.start_over)
        self.new_day = field(w.DatePicker, "Not ready in time? Name one new day instead")
        tone = ToneBox(model, status).box
        draft = w.VBox([self.to, self.subject, self.body, tone, w.HBox([self.copy, self.fresh])])
        self.draft = draft
        self.box = w.VBox([heading("The words"), self.channel, self.new_day, self.problems, draft])
        model.observe(self.channels, "channels")
        shown = ["turned", "channel", "subject", "body", "questions", "edited", "problems"]
        shown += ["reply"]
        model.observe(self.show, shown)
        self.channel.observe(guarded(status, self.change_channel), "value")
        self.subject.observe(guarded(status, self.typed), "value")
        self.body.observe(guarded(status, self.typed), "value")
        self.new_day.observe(guarded(status, self.move), "value")
        self.channels()
        self.show()

    def channels(self, _: object = None) -> None:
        self.channel.options = self.model.channels or [("", "")]

    def show(self, _: object = None) -> None:
        model = self.model
        if model.channel and self.channel.value != model.channel:
            self.channel.value = model.channel
        self.filling = True
        self.subject.value, self.body.value = model.subject, model.body
        self.filling = False
        self.problems.value = sentences(model.problems, "followup-why") if model.problems else ""
        self.subject.layout.display = "" if model.channel == "email" else "none"
        self.draft.layout.display = "none" if model.questions or model.undecided else ""
        self.fresh.layout.display = "" if model.edited else "none"
        promise = model.key and model.row.situation == Situation.PROMISE_DUE
        self.new_day.layout.display = "" if promise else "none"
        self.new_day.value = model.new_day
        address = escape(model.address) or "address not on file"
        to = escape(model.row.to) if model.key else ""
        self.to.value = f"<p>To: <strong>{to or 'the person you know'}</strong> · {address}</p>"
        whole = f"{model.subject}\n\n{model.body}" if model.channel == "email" else model.body
        self.copy.text = whole
        self.copy.label = "Copy the script" if model.channel in ALOUD else "Copy the message"

    def change_channel(self) -> None:
        if self.channel.value and self.channel.value != self.model.channel:
            self.model.channel = self.channel.value

    def typed(self) -> None:
        if not self.filling:
            self.model.subject, self.model.body = self.subject.value, self.body.value

    def move(self) -> None:
        if self.new_day.value != self.model.new_day:
            self.model.set_new_day(self.new_day.value)

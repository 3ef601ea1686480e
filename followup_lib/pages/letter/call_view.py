"""The view of what they said on the phone: linked to `CallModel`, it decides nothing."""

import ipywidgets as w

from followup_lib.pages.kit.common import Status, heading
from followup_lib.pages.kit.kept_fields import KeptFields
from followup_lib.pages.kit.said_day_view import SaidDay
from followup_lib.pages.kit.ties import Fields, shown_when
from followup_lib.pages.letter.call_model import CallModel


class CallForm:
    """One question about the call, in place of the script: which day, or what they said of a no."""

    def __init__(self, model: CallModel, status: Status) -> None:
        fields = Fields(model, status)
        words = fields.text("words", "What did they say about when?", "try me Thursday")
        names = ("words", "answer", "day", "day_about")
        read = SaidDay(
            fields,
            names,
            model.asked,
            words,
            lone_day=lambda: "Or pick the day",
            again=("on",),
        )
        day = w.VBox([heading("There’s a new date"), read.words, *read.widgets])
        no = fields.text("no_words", "In their words, if you like")
        no_box = w.VBox([heading("It’s a no"), no])
        self.box = w.VBox(
            [
                shown_when(day, model, "asking", lambda asking: asking == "new_day"),
                shown_when(no_box, model, "asking", lambda asking: asking == "moved_on"),
            ]
        )
        self.box.add_class("followup-call")
        letter = model.letter
        kept = read.boxes | {"no_words": no}
        self.kept = KeptFields(letter.desk.search, kept, status, f"call {letter.key}")
        letter.observe(lambda _: self.kept.start(f"call {letter.key}"), "turned")

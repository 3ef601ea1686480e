"""The view of the tone check: linked to `ToneModel`, it decides nothing."""

from functools import partial
from html import escape

import ipywidgets as w

from followup_lib.pages.kit.common import Status, button, heading, html
from followup_lib.pages.letter.model import LetterModel
from followup_lib.pages.letter.tone_model import ToneModel
from followup_lib.records.dates import quoted_last
from followup_lib.tone.check import SHOWN


class ToneBox:
    """First what is good, then at most two remarks, each with its two buttons."""

    def __init__(self, letter: LetterModel, status: Status) -> None:
        self.model = ToneModel(letter)
        self.good = html("")
        self.remarks = [_Remark(self.model, number, status) for number in range(SHOWN)]
        rows = [remark.box for remark in self.remarks]
        self.box = w.VBox([heading("How it reads"), self.good, *rows])
        self.box.add_class("followup-tone")
        self.model.observe(self.show)
        self.show()

    def show(self, _: object = None) -> None:
        """Show what the model says; what does not change is not read aloud again."""
        model = self.model
        aloud = [f"About {model.seconds} seconds aloud."] if model.seconds else []
        items = "".join(f"<li>{escape(text)}</li>" for text in [*model.good, *aloud])
        self.good.value = f"<ul>{items}</ul>"
        for remark in self.remarks:
            remark.show()
        self.box.layout.display = "" if items or model.remarks else "none"


class _Remark:
    """One remark: the phrase, why, another wording, and the choice to take or leave it."""

    def __init__(self, model: ToneModel, number: int, status: Status) -> None:
        self.model, self.number = model, number
        self.text = html("")
        self.use = button("Use this wording", status, partial(model.take, number))
        self.leave = button("Leave it", status, partial(model.leave, number))
        self.buttons = w.HBox([self.use, self.leave])
        self.box = w.VBox([self.text, self.buttons])
        self.show()

    def show(self) -> None:
        """Show the remark, or keep an empty place that a screen reader listens to."""
        remark = self.model.remarks[self.number] if self.number < len(self.model.remarks) else None
        words = ""
        if remark:
            weight, why = escape(remark["weight"].capitalize()), escape(remark["why"])
            phrase, instead = (escape(quoted_last(remark[name])) for name in ("phrase", "instead"))
            other = f"<p>Another wording: {instead}</p>" if remark["instead"] else ""
            words = f"<p><strong>{weight}:</strong> {phrase} {why}</p>{other}"
            self.use.description = self.use.tooltip = remark["click"] or self.use.description
            self.use.layout.display = "" if remark["click"] else "none"
        self.text.value = f'<div role="status" aria-live="polite">{words}</div>'
        self.buttons.layout.display = "" if remark else "none"

"""Ties between a model's traits and the fields that show them: the one way a view takes input."""

from typing import Any

import ipywidgets as w
import traitlets as t

from followup_lib.forms.common import Status, field, guarded


class Tie:
    """Holds a field and a trait equal, both ways; `options` names the trait with its choices.

    Choices are (label, value) pairs. What goes wrong on a change is told in `status`.
    """

    def __init__(
        self, model: t.HasTraits, name: str, box: Any, status: Status, options: str = ""
    ) -> None:
        self.model, self.name, self.box, self.options = model, name, box, options
        self._showing = False
        if options:
            model.observe(self._offer, options)
            self._offer()
        model.observe(self._show, name)
        self._show()
        box.observe(guarded(status, self._typed), "value")

    def _offer(self, _: object = None) -> None:
        self._showing = True
        self.box.options = getattr(self.model, self.options)
        self._showing = False
        self._show()

    def _show(self, _: object = None) -> None:
        value = getattr(self.model, self.name)
        if self.options and value not in [known for _, known in self.box.options]:
            value = None
        self._showing = True
        if self.box.value != value:
            self.box.value = value
        self._showing = False

    def _typed(self) -> None:
        gone = bool(self.options) and self.box.value is None
        if not self._showing and not gone:
            setattr(self.model, self.name, self.box.value)


def tied(
    model: t.HasTraits,
    name: str,
    kind: type[w.Widget],
    label: str,
    status: Status,
    *,
    options: str = "",
    **traits: Any,
) -> Any:
    """Return a field of `kind` under its label, tied to a trait of the model."""
    box = field(kind, label, **traits)
    Tie(model, name, box, status, options)
    return box


def tick(model: t.HasTraits, name: str, label: str, status: Status) -> w.Checkbox:
    """Return a checkbox with its label beside it, tied to a trait of the model."""
    box = w.Checkbox(description=label, indent=False)
    Tie(model, name, box, status)
    return box

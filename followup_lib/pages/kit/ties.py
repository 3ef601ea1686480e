"""Ties between a model's traits and the fields that show them: the one way a view takes input."""

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import ipywidgets as w
import traitlets as t

from followup_lib.pages.kit.choices import Choices
from followup_lib.pages.kit.common import Status, field, guarded, html
from followup_lib.pages.kit.day_field import DayField
from followup_lib.pages.kit.sentence import asked


class Tie:
    """Holds a field and a trait equal, both ways; `choices` names the trait with its choices.

    Choices are (label, value) pairs. What goes wrong on a change is told in `status`.
    """

    def __init__(
        self, model: t.HasTraits, name: str, box: Any, status: Status, choices: str = ""
    ) -> None:
        self.model, self.name, self.box, self.choices = model, name, box, choices
        self._showing = False
        if choices:
            model.observe(self._offer, choices)
            self._offer()
        model.observe(self._show, name)
        self._show()
        box.observe(guarded(status, self._typed), "value")

    def _offer(self, _: object = None) -> None:
        self._showing = True
        self.box.options = getattr(self.model, self.choices)
        self._showing = False
        self._show()

    def _show(self, _: object = None) -> None:
        value = getattr(self.model, self.name)
        if isinstance(self.box, w.Dropdown) and value not in dict(self._swapped()):
            value = None
        self._showing = True
        if self.box.value != value:
            self.box.value = value
        self._showing = False

    def _swapped(self) -> list[tuple[Any, str]]:
        return [(value, label) for label, value in self.box.options]

    def _typed(self) -> None:
        nothing_chosen = isinstance(self.box, w.Dropdown) and self.box.value is None
        if not self._showing and not nothing_chosen:
            setattr(self.model, self.name, self.box.value)


class Fields:
    """Makes the fields of one model, each under its label and tied to the trait it is named for."""

    def __init__(self, model: Any, status: Status) -> None:
        self.model, self.status = model, status

    def text(self, name: str, label: str, example: str = "") -> Any:
        """Return a line to type in; an example stands in it, paler, while it is empty."""
        return self._tied(field(w.Text, label, placeholder=example), name)

    def area(self, name: str, label: str, rows: int = 3) -> Any:
        """Return some lines to type in."""
        return self._tied(field(w.Textarea, label, rows=rows), name)

    def day(self, name: str, label: str, *, ahead: bool = False) -> Any:
        """Return a line for a day, typed or chosen; `ahead` for one to come."""
        return self._tied(DayField(self.model.desk, label, ahead=ahead), name)

    def choice(self, name: str, label: str, options: Choices | str) -> Any:
        """Return a list to choose from: fixed, or the trait of that name."""
        if isinstance(options, str):
            return self._tied(field(w.Dropdown, label), name, options)
        return self._tied(field(w.Dropdown, label, options=options), name)

    def tick(self, name: str, label: str) -> Any:
        """Return a box to tick, its label beside it."""
        return self._tied(w.Checkbox(description=label, indent=False), name)

    def _tied(self, box: Any, name: str, choices: str = "") -> Any:
        Tie(self.model, name, box, self.status, choices)
        box.add_class(f"followup-at-{name}")
        return box


def shown_when(
    box: w.Widget, model: t.HasTraits, names: str | list[str], fits: Callable[[Any], bool] = bool
) -> Any:
    """Show `box` only while a trait of the model, or the first of several, fits; returns the box.

    It is looked at again when any of them changes.
    """
    first = names if isinstance(names, str) else names[0]

    def show(_: object = None) -> None:
        box.layout.display = "" if fits(getattr(model, first)) else "none"

    model.observe(show, names)
    show()
    return box


def labeled(
    box: Any, model: t.HasTraits, name: str, label: str = "{}", on: Sequence[str] = ()
) -> Any:
    """Let a trait of the model be the label of `box`, or stand in it; "" shows no box.

    What is no trait is looked at again when one of the traits `on` changes.
    """

    def show(_: object = None) -> None:
        value = getattr(model, name)
        box.description = label.format(value)
        if isinstance(box, w.Button):
            box.tooltip = box.description
        box.layout.display = "" if value else "none"

    model.observe(show, list(on) or name)
    show()
    return box


def live_html(model: t.HasTraits, names: Any, make: Callable[[], str], css: str = "") -> w.HTML:
    """Return the HTML that `make` makes now, and anew when one of the traits `names` changes."""
    shown = html("", css)

    def show(_: object = None) -> None:
        shown.value = make()

    model.observe(show, names)
    show()
    return shown


def live_sentence(name: str, source: t.HasTraits, trait: str) -> w.HTML:
    """Return the sentence of a letter that a trait's words finish, shown while they are typed."""

    def make() -> str:
        return f'<p role="status">{escape(asked(name, getattr(source, trait)))}</p>'

    return live_html(source, trait, make)


class Ticks:
    """One tick for each choice of a list; the trait `name` holds the values ticked."""

    def __init__(self, model: t.HasTraits, name: str, choices: str, status: Status) -> None:
        self.model, self.name, self.choices, self.status = model, name, choices, status
        self.box = w.VBox([])
        self._ticks: dict[str, w.Checkbox] = {}
        self._showing = False
        model.observe(self._offer, choices)
        model.observe(self._show, name)
        self._offer()

    def _offer(self, _: object = None) -> None:
        pairs = getattr(self.model, self.choices)
        self._ticks = {value: w.Checkbox(description=text, indent=False) for text, value in pairs}
        self._show()
        for box in self._ticks.values():
            box.observe(guarded(self.status, self._typed), "value")
        self.box.children = list(self._ticks.values())

    def _show(self, _: object = None) -> None:
        self._showing = True
        for value, box in self._ticks.items():
            box.value = value in getattr(self.model, self.name)
        self._showing = False

    def _typed(self) -> None:
        if not self._showing:
            ticked = [value for value, box in self._ticks.items() if box.value]
            setattr(self.model, self.name, ticked)

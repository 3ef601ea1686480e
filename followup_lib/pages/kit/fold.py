"""A part of a page that opens and closes with a button a keyboard reaches."""

from collections.abc import Callable
from pathlib import Path

import anywidget
import ipywidgets as w
import traitlets as t


class Fold(anywidget.AnyWidget):
    """The button of a part: it says whether the part is open, and opens or closes it."""

    _esm = Path(__file__).parent / "fold.js"
    title = t.Unicode("").tag(sync=True)
    unfolded = t.Bool(False).tag(sync=True)


def details(title: str, *children: w.Widget, open_: bool = False) -> w.VBox:
    """Return a part under a button with its title; `open_` tells how it stands at first."""
    body = w.VBox(list(children), layout=w.Layout(width="100%"))
    fold = Fold(title=title, unfolded=open_)

    def show(_: object = None) -> None:
        body.layout.display = "" if fold.unfolded else "none"

    fold.observe(show, "unfolded")
    show()
    made = w.VBox([fold, body], layout=w.Layout(width="100%"))
    made.add_class("followup-part")
    return made


def built_when_opened(title: str, build: Callable[[], list[w.Widget]]) -> w.VBox:
    """Return a folded part whose inside is made when it is first wanted, once."""
    part = details(title)
    fold, body = part.children

    def fill(_: object) -> None:
        body.children = body.children or build()

    fold.observe(fill, "unfolded")
    return part

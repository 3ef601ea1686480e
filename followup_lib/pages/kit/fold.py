"""A part of a page that opens and closes with a button a keyboard reaches."""

from collections.abc import Callable

import ipywidgets as w


def details(title: str, *children: w.Widget, open_: bool = False) -> w.VBox:
    """Return a part under a button with its title; `open_` tells how it stands at first.

    The page's script lets the button say whether the part is open.
    """
    body = w.VBox(list(children), layout=w.Layout(width="100%"))
    fold = w.ToggleButton(description=title, value=open_, layout=w.Layout(width="100%"))
    fold.add_class("followup-toggle")

    def show(_: object = None) -> None:
        body.layout.display = "" if fold.value else "none"

    fold.observe(show, "value")
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

    fold.observe(fill, "value")
    return part

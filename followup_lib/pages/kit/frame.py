"""The frame around a page: its look, its script, and the next page's place in the app."""

import gc
from html import escape
from pathlib import Path
from typing import Any

import anywidget
import ipywidgets as w
from ipywidgets.widgets.widget import _instances as alive

from followup_lib.pages.kit.notebook import laid_out, run
from followup_lib.pages.kit.script import look, script
from followup_lib.pages.kit.trouble import sentence_of

SENTENCE = "This page appears when the notebook runs: choose Run, Run All Cells."


def wide() -> w.Layout:
    """Return a layout as wide as the page: one each, as a shared one hides them all."""
    return w.Layout(width="100%")


class Page:
    """A page as the last value of a notebook cell.

    Its text is one constant sentence, so no notebook file ever holds anything personal.
    """

    def __init__(self, *children: w.Widget) -> None:
        self.box = w.VBox(children, layout=wide())
        self.box.add_class("followup-page")

    def __repr__(self) -> str:
        return SENTENCE

    def _repr_mimebundle_(self, **options: Any) -> dict[str, Any]:
        bundle = dict(Frame(self.box).box._repr_mimebundle_(**options))
        return bundle | {"text/plain": SENTENCE}


class Frame(anywidget.AnyWidget):
    """The look of a page, and the script for all of it: few widgets of a page bring their own.

    A click waits for what was typed before, the focus is not lost, and lines tell what happened.
    In the app it shows the next page, too: the browser asks for a notebook of this folder by name,
    and the widgets of the page that is left are closed.
    """

    _esm = script("focus", "press", "mark", "lines", "turn", "typed", "stopped", "page")
    _css = look("style", "whole", "letter")

    def __init__(self, page: w.Widget) -> None:
        super().__init__()
        self.box = w.VBox([self, page], layout=wide())
        self.box.add_class("followup-frame")
        self._own = {self, self.layout, self.box, self.box.layout}
        self.on_msg(self._asked)

    def show(self, name: str, turn: int = 0) -> None:
        """Show the page of a notebook in place of the one shown; `turn` counts the changes."""
        left = [widget for widget in alive.values() if widget not in self._own]
        try:
            parts, to_run = laid_out(Path(Path(name).name))
            self.box.children = [self, *parts]
            self.send({"type": "begun", "turn": turn})
            for place, code in to_run:
                place.children = run(code)
        except Exception as error:
            self.box.children = [*self.box.children, _failed(name, error)]
        self.send({"type": "shown", "turn": turn})
        for widget in left:
            widget.close()
        gc.collect()

    def _asked(self, widget: "Frame", content: dict[str, Any], buffers: list[bytes]) -> None:
        if content.get("type") == "open":
            self.show(content["path"], content["turn"])


def _failed(name: str, error: Exception) -> w.HTML:
    """Return what is said of a page that cannot be shown; the log has the whole of it."""
    again = f'<a href="{escape(name)}">Try again</a>'
    return w.HTML(
        '<div class="followup-error" role="alert"><p>We couldn’t show all of this page. '
        f"Nothing you saved is lost.</p><p>{escape(sentence_of(error))}</p><p>{again}</p></div>"
    )

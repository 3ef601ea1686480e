"""What every page is made of: its head, fields with labels, sentences, and guarded buttons."""

import logging
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
from typing import Any

import ipywidgets as w

from followup_lib.forms.bridge import OpenPage
from followup_lib.forms.desk import START, Desk
from followup_lib.tables import FollowupError

SENTENCE = "This page appears when the notebook runs: choose Run, Run All Cells."
CSS = (Path(__file__).parent / "style.css").read_text(encoding="utf-8")
log = logging.getLogger(__name__)


def wide() -> w.Layout:
    """Return a layout as wide as the page: one each, as a shared one hides them all."""
    return w.Layout(width="100%")


class Page:
    """A page as the last value of a notebook cell.

    Its text is one constant sentence, so no notebook file ever holds anything personal.
    """

    def __init__(self, *children: w.Widget) -> None:
        style = w.HTML(f"<style>{CSS}</style>", layout=w.Layout(display="none"))
        self.box = w.VBox([style, *children], layout=wide())
        self.box.add_class("followup-page")

    def __repr__(self) -> str:
        return SENTENCE

    def _repr_mimebundle_(self, **options: Any) -> dict[str, Any]:
        bundle = dict(self.box._repr_mimebundle_(**options))
        return bundle | {"text/plain": SENTENCE}


class Status(w.HTML):
    """A line that tells what happened, read aloud by a screen reader."""

    def __init__(self) -> None:
        super().__init__()
        self.say("")

    def say(self, sentence: str) -> None:
        """Show a sentence, "" for none."""
        shown = f"<span>{escape(sentence)}</span>" if sentence else ""
        self.value = f'<div class="followup-told" role="status" aria-live="polite">{shown}</div>'


def guarded(status: Status, act: Callable[[], str | None]) -> Callable[..., None]:
    """Return a callback that runs `act` and shows its sentence, or the sentence of its error.

    A mistake of ours is told in words, logged in full, and raised so that tests see it.
    """

    def run(*_: object) -> None:
        try:
            status.say(act() or "")
        except FollowupError as error:
            status.say(str(error))
        except Exception as error:
            log.exception("a page's callback failed")
            kind = type(error).__name__
            status.say(f"This did not work ({kind}: {error}). Nothing was lost; try again.")
            raise

    return run


def button(
    text: str, status: Status, act: Callable[[], str | None], *, main: bool = False
) -> w.Button:
    """Return a button that runs `act`; `main` marks the one main button of the moment."""
    made = w.Button(description=text, tooltip=text, layout=w.Layout(width="auto"))
    made.button_style = "primary" if main else ""
    made.on_click(guarded(status, act))
    return made


def html(text: str, css: str = "") -> w.HTML:
    """Return ready HTML; whoever calls has escaped every word a person typed."""
    return w.HTML(f'<div class="{css}">{text}</div>', layout=wide())


def heading(text: str, level: int = 2) -> w.HTML:
    """Return a heading."""
    return html(f"<h{level}>{escape(text)}</h{level}>")


def sentences(texts: Sequence[str], css: str = "") -> str:
    """Return escaped sentences as paragraphs."""
    return f'<div class="{css}">' + "".join(f"<p>{escape(text)}</p>" for text in texts) + "</div>"


def facts_table(facts: Sequence[tuple[str, str]]) -> str:
    """Return facts as a list of terms and descriptions, those without a value left out."""
    rows = "".join(
        f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts if value
    )
    return f'<dl class="followup-facts">{rows}</dl>'


def field(kind: type[w.Widget], label: str, **traits: Any) -> Any:
    """Return an input with its label above it, tied to it for screen readers."""
    made = kind(description=label, layout=wide(), **traits)
    made.style.description_width = "initial"
    made.add_class("followup-field")
    return made


def details(title: str, *children: w.Widget, open_: bool = False) -> w.VBox:
    """Return a part that opens and closes with a button a keyboard reaches."""
    body = w.VBox(list(children), layout=w.Layout(display="" if open_ else "none", width="100%"))
    toggle = w.Button(description=title, tooltip=title, layout=w.Layout(width="auto"))
    toggle.add_class("followup-toggle")

    def flip(_: object) -> None:
        body.layout.display = "none" if body.layout.display == "" else ""

    toggle.on_click(flip)
    return w.VBox([toggle, body], layout=wide())


def page_head(desk: Desk) -> w.Widget:
    """Return the head of a page: whose search, which, the day; and what could not be used."""
    name, folder, day = (escape(text) for text in desk.head)
    line = f"<strong>{name}</strong> · search “{folder}” · {day}"
    told = sentences(desk.problems, "followup-note") if desk.problems else ""
    return html(f'<p class="followup-head">{line}</p>{told}')


def open_page(
    label: str, page: str, before: Callable[[], object] | None = None, **traits: Any
) -> OpenPage:
    """Return a button that opens another page of the workbook."""
    return OpenPage(label, f"{page}.ipynb", before, **traits)


def with_desk(build: Callable[[Desk], Sequence[w.Widget]]) -> Page:
    """Return the page `build` makes for the open search, or a sentence and a way on."""
    try:
        desk = Desk.open()
    except FollowupError as error:
        told = [
            str(error),
            "Mend it, then open this page again; the start page opens another search.",
        ]
        return Page(
            html(sentences(told, "followup-note")), open_page("Go to the start page", START)
        )
    if desk is None:
        told = ["No search is open yet. The start page opens yours, or a practice one."]
        return Page(html(sentences(told)), open_page("Go to the start page", START, primary=True))
    return Page(page_head(desk), *build(desk))

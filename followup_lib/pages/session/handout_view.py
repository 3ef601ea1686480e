"""The view of the page that goes home: what is on it, a look at it, and the files."""

from functools import partial
from html import escape
from typing import Any

import ipywidgets as w

from followup_lib.pages.kit.bridge import Download, File, OpenPage
from followup_lib.pages.kit.common import Status, details, guarded, heading, html, sentences
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.names import START
from followup_lib.pages.kit.ties import Fields, live_html, shown_when
from followup_lib.pages.session.handout_model import TakeHome, as_file, as_page, in_hands
from followup_lib.pages.session.model import CaseModel

WITHOUT = "Answer it on its page. Until then, the page goes home without these words."


def take_home(desk: Desk, case: CaseModel) -> w.VBox:
    """Return the part for the page that goes home."""
    model, status, lines = TakeHome(desk, case), Status(), html("")
    tick = Fields(model, status).tick("wanted", "With the words for this case")

    def show() -> None:
        lines.value = sentences(in_hands(desk))

    desk.tell(show)
    show()

    def make(kind: str) -> File:
        return as_file(desk, kind, model.script)

    files = [
        Download(f"Download as {name}", partial(make, kind))
        for name, kind in (("a page to print", "html"), ("PDF", "pdf"))
    ]
    made = w.VBox(
        [
            heading("Your to-dos this week"),
            lines,
            html("<p>One page to take home. Nothing from the coach’s private notes is on it.</p>"),
            shown_when(tick, case, "application_id"),
            _lacking(model),
            _look(model, status),
            status,
            w.HBox(files),
        ]
    )
    made.add_class("followup-card")
    return made


def _lacking(model: TakeHome) -> w.VBox:
    """Return what the words still have to be told, and the way to where it is answered."""

    def choose() -> str:
        page, key = model.where()
        model.desk.choose(key)
        return page

    def lines() -> str:
        return sentences([model.lacking, WITHOUT], "followup-note") if model.lacking else ""

    told = live_html(model, "lacking", lines)
    go = OpenPage("Answer it on its page", START, choose)
    return shown_when(w.VBox([told, go]), model, "lacking")


def _look(model: TakeHome, status: Status) -> w.VBox:
    """Return the fold that shows the page as it would be printed now."""
    shown = html("")
    part = details("Look at it first", shown)
    fold: Any = part.children[0]

    def show() -> None:
        inside = f'srcdoc="{escape(as_page(model.desk, model.script))}"' if fold.value else ""
        frame = f'<iframe class="followup-sheet" sandbox title="The page to take home" {inside}>'
        shown.value = f"{frame}</iframe>" if fold.value else ""

    again = guarded(status, show)
    fold.observe(again, "value")
    model.observe(again, ["wanted", "lacking"])
    model.case.observe(again, "application_id")
    return part

"""The view of the page that goes home: what is on it, a look at it, and the files."""

from functools import partial
from html import escape
from typing import Any

import ipywidgets as w

from followup_lib.pages.kit.bridge import Download
from followup_lib.pages.kit.choices import File
from followup_lib.pages.kit.common import Status, details, guarded, heading, html, sentences
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.ties import labelled
from followup_lib.pages.session.handout_model import as_file, as_page, in_hands
from followup_lib.pages.session.model import CaseModel


def take_home(desk: Desk, case: CaseModel) -> w.VBox:
    """Return the part for the page that goes home."""
    script = w.Checkbox(description="", indent=False)
    labelled_script: Any = labelled(script, case, "application_id", "With the words for this case")
    lines, status = html(""), Status()

    def named() -> str:
        return case.application_id if script.value else ""

    def show() -> None:
        lines.value = sentences(in_hands(desk))

    desk.tell(show)
    show()

    def make(kind: str) -> File:
        return as_file(desk, kind, named())

    files = [
        Download(f"Download as {name}", partial(make, kind))
        for name, kind in (("a page to print", "html"), ("PDF", "pdf"))
    ]
    made = w.VBox(
        [
            heading("Your to-dos this week"),
            lines,
            html("<p>One page to take home. Nothing from the coach’s private notes is on it.</p>"),
            labelled_script,
            _look(lambda: as_page(desk, named()), status),
            status,
            w.HBox(files),
        ]
    )
    made.add_class("followup-card")
    return made


def _look(page: Any, status: Status) -> w.VBox:
    """Return the fold that shows the page as it would be printed now."""
    shown = html("")
    part = details("Look at it first", shown)
    fold = part.children[0]

    def show() -> None:
        inside = f'srcdoc="{escape(page())}"' if fold.value else ""
        frame = f'<iframe class="followup-sheet" sandbox title="The page to take home" {inside}>'
        shown.value = f"{frame}</iframe>" if fold.value else ""

    fold.observe(guarded(status, show), "value")
    return part

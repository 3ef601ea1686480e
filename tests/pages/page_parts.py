"""The pages without a browser: what is on them, and what happens when it is used."""

from collections.abc import Callable, Iterator
from typing import Any

import ipywidgets as w

from followup_lib import pages
from followup_lib.pages.kit.common import Page
from followup_lib.pages.kit.status import Status
from followup_lib.pages.start.list_view import RowList

LETTERS = (
    "02_their_date_has_passed",
    "03_keep_your_promise",
    "04_waiting_for_the_offer",
    "05_no_date_and_other_waits",
)
PAGES: dict[str, Callable[[], Page]] = {
    "start": pages.start_page,
    "interviews": pages.interviews_page,
    **{name: (lambda name=name: pages.letter_page(name)) for name in LETTERS},  # type: ignore[misc]
    "references": pages.references_page,
    "applications": pages.applications_page,
    "timelines": pages.timelines_page,
    "session": pages.session_page,
}
"""Every page about the open search, and what makes it."""


def widgets(root: Any) -> Iterator[Any]:
    """Walk through the widgets of a page, of a part of one, or of several parts."""
    root = root.box if isinstance(root, Page) else root
    if isinstance(root, w.Widget):
        yield root
    for child in getattr(root, "children", () if isinstance(root, w.Widget) else root):
        yield from widgets(child)


def label(box: Any) -> str:
    """Return the words on a widget, "" for none."""
    names = ("description", "label", "title")
    return next((text for name in names if (text := getattr(box, name, ""))), "")


def find(page: Any, text: str) -> Any:
    """Return the first widget of a page, or of parts of one, with these words on it."""
    return next(box for box in widgets(page) if label(box) == text)


def told(page: Any) -> list[str]:
    """Return what the status lines of a page tell now."""
    found = (box.sentence for box in widgets(page) if isinstance(box, Status))
    return [sentence for sentence in found if sentence]


def shown(page: Any) -> str:
    """Return all HTML of a page, and what its status lines tell."""
    boxes = (box for box in widgets(page) if isinstance(box, w.HTML))
    html = [box.value for box in boxes if not isinstance(box, Status)]
    return "\n".join([*html, *told(page)])


def open_row(page: Page, name: str) -> None:
    """Click the button of a line of today's list."""
    rows = next(box for box in widgets(page.box) if isinstance(box, RowList))
    lines = (line for group in rows.groups for line in group["lines"])
    rows.hear({"type": "open", "key": next(line["key"] for line in lines if line["name"] == name)})

"""What is wrong is told at its field: every form of every page, filled with what nobody means."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import ipywidgets as w
import pytest

from followup_lib.app.workspace import remember
from followup_lib.pages.kit.common import Page, Status
from followup_lib.pages.kit.day_field import DayField
from followup_lib.pages.kit.file_field import FileField
from followup_lib.store.new_search import practice_copy
from tests.pages.page_parts import PAGES, widgets

pytestmark = pytest.mark.usefixtures("clicks_raise", "home", "unprinted")

WRONG = ("", "by fridge 13/45", "99999")
"""Nothing, no day and no time, no sensible number."""
NO_FIELD = (PAGES["start"], PAGES["timelines"])
"""Pages on which, with a search open, nothing is refused at a field."""
AT = "followup-at-"


def fill(page: Page, words: str) -> None:
    """Type the same into every field there is."""
    for box in list(widgets(page.box)):
        if isinstance(box, w.Text | w.Textarea):
            box.value = words
        elif isinstance(box, DayField):
            box.value = None


def places(page: Page) -> set[str]:
    """Return the names of the fields beneath which something may stand."""
    classes = (name for box in widgets(page.box) for name in getattr(box, "_dom_classes", ()))
    files = {"file" for box in widgets(page.box) if isinstance(box, FileField)}  # names itself
    return files | {name.removeprefix(AT) for name in classes if name.startswith(AT)}


def told(page: Page) -> Iterator[tuple[str, str]]:
    """Yield each field something is told about, with the sentence."""
    for box in widgets(page.box):
        if isinstance(box, Status) and box.field:
            yield box.field, box.sentence


@pytest.mark.parametrize("build", PAGES.values(), ids=PAGES)
def test_what_is_wrong_has_a_place_at_its_field(build: Callable[[], Page], home: Path) -> None:
    """Whatever a button says of a field, that field is there to stand beneath, and says what."""
    remember(practice_copy(home / "Practice"))
    asked: dict[str, str] = {}
    for words in WRONG:
        page = build()
        buttons: list[Any] = [box for box in widgets(page.box) if isinstance(box, w.Button)]
        for button in buttons:
            fill(page, words)
            button.click()
            for field, sentence in told(page):
                assert field in places(page), (button.description, sentence)
                asked[field] = sentence
    assert asked or build in NO_FIELD
    assert all(sentence.endswith((".", "?")) for sentence in asked.values() if sentence)

"""Nothing typed is lost: every field of every page is there again after the page is made anew."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import ipywidgets as w
import pytest

from followup_lib import pages
from followup_lib.app.workspace import remember
from followup_lib.pages.kit.common import Page
from followup_lib.pages.kit.day_field import DayField
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import Tables
from followup_lib.store.new_search import practice_copy
from tests.pages.page_parts import PAGES, find, label, told, widgets

pytestmark = pytest.mark.usefixtures("clicks_raise", "home", "unprinted")

DAY = dt.date(2026, 3, 25)
OFFER = "letter offer_to_answer:osprey-lane-mutual-operations-analyst:"
NOT_KEPT = {
    "Choose an application: type part of its name",  # chooses; nothing is written in it
    "The client’s name, to confirm",  # a safeguard that shall be typed each time
    "New day",  # of a commitment: saved by the button beside it
    "Only where something happened since (empty: all)",  # how a chart is looked at
}


def fields(page: Page) -> Iterator[Any]:
    """Return the fields of a page one types into, or chooses a day in."""
    for box in widgets(page.box):
        typed = isinstance(box, w.Text | w.Textarea | DayField)
        if typed and box.layout.display != "none" and label(box) not in NOT_KEPT:
            yield box


def type_into_all(page: Page) -> dict[tuple[str, int], Any]:
    """Fill in every field and return what stands in each, by its label and number."""
    for number, box in enumerate(fields(page)):
        box.value = DAY if isinstance(box, DayField) else f"unfinished {number}"
    return contents(page)


def contents(page: Page) -> dict[tuple[str, int], Any]:
    """Return what stands in each field."""
    found: dict[tuple[str, int], Any] = {}
    for box in fields(page):
        number = sum(name == label(box) for name, _ in found)
        found[label(box), number] = box.value
    return found


@pytest.mark.parametrize("build", PAGES.values(), ids=PAGES)
def test_all_fields_are_there_again(build: Callable[[], Page], home: Path) -> None:
    """A reload, a new kernel and a closed lid are the same: a page made anew from the files."""
    search = practice_copy(home / "Practice")
    remember(search)
    search.keep(OFFER, {"reply": "accept"})  # no words are written before one has chosen
    page = build()
    before = type_into_all(page)
    assert told(page) == []
    assert contents(build()) == before


def test_the_first_questions_are_there_again() -> None:
    """The three answers of the start page are kept before there is a search, and then forgotten."""
    page = pages.start_page()
    before = type_into_all(page)
    assert set(before.values()) == {"unfinished 0", "unfinished 1", "unfinished 2"}
    assert contents(pages.start_page()) == before
    find(page, "Start my search").clicked()
    assert "unfinished 1" not in contents(pages.start_page()).values()


def test_an_answer_to_a_question_is_there_again(home: Path) -> None:
    """What a letter asks for is kept until “Use these answers”, for its application only."""
    search = practice_copy(home / "Practice")
    remember(search)

    def fill(tables: Tables) -> Tables:
        for company in ("Northgate", "Hill"):
            tables, key = edits.add_application(tables, company=company, job_title="Clerk")
            said = {"due_on": dt.date(2026, 3, 10), "who": "Ms. Ortiz"}
            tables = edits.log(tables, key, "they_promised", dt.date(2026, 3, 2), **said)
        return tables

    search.edit("fill", fill)
    build = PAGES["02_their_date_has_passed"]
    page = build()
    chooser = find(page, "Which application?")
    mine = next(value for text, value in chooser.options if "Northgate" in text)
    other = next(value for text, value in chooser.options if "Hill" in text)
    chooser.value = mine
    find(page, "Write to this one").click()
    words = "When did you interview?"
    find(page, words).value = DAY
    again = build()
    assert find(again, "Which application?").value == mine
    assert find(again, words).value == DAY
    find(again, "Which application?").value = other
    find(again, "Write to this one").click()
    assert find(again, words).value is None


@pytest.mark.parametrize("build", PAGES.values(), ids=PAGES)
def test_every_trouble_is_told(
    build: Callable[[], Page], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When nothing can be written, each field and each button of a page says so, and all go on."""
    search = practice_copy(home / "Practice")
    remember(search)
    page = build()

    def full(*_: object, **__: object) -> None:
        raise FollowupError("The disk is full.")

    for act in ("keep", "edit", "undo", "set_settings", "restore"):
        monkeypatch.setattr(type(search), act, full)
    before = {path: path.read_bytes() for path in search.folder.glob("*.csv")}
    tried = 0
    for box in list(widgets(page.box)):
        if isinstance(box, w.Button):
            box.click()
            tried += 1
        elif isinstance(box, w.Text | w.Textarea):
            box.value = "something else, soon"
            tried += 1
    assert tried > 1
    assert build is PAGES["timelines"] or "The disk is full." in told(page)
    assert {path: path.read_bytes() for path in search.folder.glob("*.csv")} == before

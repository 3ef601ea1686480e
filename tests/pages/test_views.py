"""The views without a browser: pages build, buttons act, errors are sentences, names inert."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import ipywidgets as w
import pytest

from followup_lib import pages
from followup_lib.app.workspace import remember
from followup_lib.pages.kit.bridge import Bridge
from followup_lib.pages.kit.common import Page
from followup_lib.pages.kit.frame import SENTENCE
from followup_lib.records import edits
from followup_lib.records.dates import count
from followup_lib.store.new_search import create_search, practice_copy
from followup_lib.store.search import JobSearch
from tests.pages.page_parts import PAGES, find, label, open_row, shown, widgets

MONDAY = dt.date(2026, 3, 16)
CASE = "Cobbler's Gate Credit Union, Payroll Analyst"
ENDED = "dunmore-and-sable-business-analyst"

pytestmark = pytest.mark.usefixtures("clicks_raise", "home")


def opened(search: JobSearch) -> JobSearch:
    """Make a search the open one."""
    remember(search)
    return search


@pytest.mark.parametrize("build", PAGES.values(), ids=PAGES)
def test_a_page_opens_with_the_practice_search(build: Callable[[], Page], home: Path) -> None:
    """Every page builds, names whose search it is, and prints as one constant sentence."""
    opened(practice_copy(home / "Practice"))
    page = build()
    assert repr(page) == SENTENCE
    assert "Maya Lindqvist" in shown(page)
    assert "Mon, March 16" in shown(page)


@pytest.mark.parametrize("build", PAGES.values(), ids=PAGES)
def test_a_page_opens_without_a_search(build: Callable[[], Page]) -> None:
    """Without a search there is a way on: the start page asks three questions."""
    labels = [getattr(box, "label", "") for box in widgets(build().box)]
    assert {"Go to the start page", "Start my search"} & set(labels)


@pytest.mark.parametrize("build", PAGES.values(), ids=PAGES)
def test_a_page_opens_with_an_empty_search(build: Callable[[], Page], home: Path) -> None:
    """With nothing in the search every page still builds, and nothing is raised."""
    opened(create_search(home / "Noor", name="Noor Haddad"))
    assert "Noor Haddad" in shown(build())


@pytest.mark.parametrize("page", ["05_no_date_and_other_waits", "references"])
def test_nothing_to_choose_from_offers_no_choice(home: Path, page: str) -> None:
    """With nobody to write to there is no list to choose from, and no button beside it."""
    build = PAGES[page]
    opened(create_search(home / "Noor", name="Noor Haddad"))
    built = build()
    assert find(built, "Write to this one").layout.display == "none"
    opened(practice_copy(home / "Practice"))
    built = build()
    assert find(built, "Write to this one").layout.display == ""


@pytest.mark.parametrize("build", PAGES.values(), ids=PAGES)
def test_a_page_opens_with_a_damaged_search(build: Callable[[], Page], home: Path) -> None:
    """A damaged file is told in its sentence, with a way on."""
    search = opened(practice_copy(home / "Practice"))
    (search.folder / "timeline.csv").write_text("on,event\n", encoding="utf-8")
    page = build()
    assert "timeline.csv: the column application_id is missing" in shown(page)
    assert any(isinstance(box, Bridge) for box in widgets(page.box))


def test_the_last_good_state_is_one_button_away(home: Path) -> None:
    """A search that cannot be read offers its last good state; the damaged one is kept as well."""
    search = opened(practice_copy(home / "Practice"))
    search.edit("log a call", lambda tables: edits.log(tables, ENDED, "called", MONDAY))
    timeline = search.folder / "timeline.csv"
    whole = timeline.read_bytes()
    timeline.write_bytes(b"")
    page = pages.start_page()
    assert "after “log a call”" in shown(page)
    find(page, "Bring the last good state back").clicked()
    assert timeline.read_bytes() == whole
    search.undo()
    assert timeline.read_bytes() == b""


def test_the_main_job_by_its_buttons(home: Path) -> None:
    """From the start page to a logged call: choose, read the script, say how the call went."""
    search = opened(practice_copy(home / "Practice"))
    open_row(pages.start_page(), "Cobbler's Gate Credit Union")
    page = pages.letter_page("02_their_date_has_passed")
    assert "March 12" in find(page, "Message").value
    assert find(page, "Copy the script").text.startswith("When they answer:")
    find(page, "I left a voicemail").click()
    assert search.read().timeline.iloc[-1]["event"] == "left_voicemail"
    assert "left a voicemail for Ms. Reyes" in shown(page)
    find(page, f"Undo: left a voicemail for Ms. Reyes about {CASE}").click()
    assert "Undone" in shown(page)
    assert "March 12" in find(page, "Message").value


@pytest.mark.parametrize("page", ["02_their_date_has_passed", "04_waiting_for_the_offer"])
def test_a_page_just_opened_shows_our_wording(home: Path, page: str) -> None:
    """Nobody typed anything, so there is nothing to go back from, and nothing is kept."""
    search = opened(practice_copy(home / "Practice"))
    search.keep("chosen", {"key": "waiting_for_offer:hollis-and-vane-payroll-analyst:"})
    made = pages.letter_page(page)
    assert find(made, "Message").value
    assert find(made, "Back to our wording").layout.display == "none"
    assert list((search.folder / ".workbook").glob("drafts/letter*")) == []


def test_several_rest_from_the_start_page(home: Path) -> None:
    """Those silent long enough are ticked and let rest together."""
    search = opened(practice_copy(home / "Practice"))
    before = search.read().timeline["event"].eq("no_response").sum()
    page = pages.start_page()
    boxes = [box for box in widgets(page.box) if isinstance(box, w.Checkbox)]
    for box in boxes:
        box.value = True
    find(page, "Let these go for now").click()
    assert boxes
    assert f"On pause: {count(len(boxes), 'application')}" in shown(page)
    rested = search.read().timeline["event"].eq("no_response").sum()
    assert rested == before + len(boxes)


def test_what_was_sent_is_an_end(home: Path) -> None:
    """After “I sent it” the row stays, without its letter: undo, and on to the next."""
    opened(practice_copy(home / "Practice"))
    page = pages.letter_page("02_their_date_has_passed")
    foot = next(b for b in widgets(page.box) if "followup-end" in b._dom_classes)
    letter = next(b for b in widgets(page.box) if foot in getattr(b, "children", ()))
    heading = "Ask where things stand: Northmere Distribution</h1>"
    find(page, "I sent it").click()
    assert letter.layout.display == "none"
    assert heading in shown(page)
    assert "Send the sample report: Quillon Health</h2>" in shown(page)
    undo = next(b for b in widgets(page.box) if label(b).startswith("Undo: wrote to Kim Sandoval"))
    undo.click()
    assert letter.layout.display == ""
    assert (heading in shown(page), undo.layout.display) == (True, "none")


@pytest.mark.parametrize(
    ("outcome", "words"), [("There’s a new date", "by Friday"), ("It’s a no", "")]
)
def test_news_of_a_call_is_asked_for_in_place_of_the_script(
    home: Path, outcome: str, words: str
) -> None:
    """A new day is told in their words and read back; a no needs none; only then it is logged."""
    search = opened(practice_copy(home / "Practice"))
    open_row(pages.start_page(), "Cobbler's Gate Credit Union")
    page = pages.letter_page("02_their_date_has_passed")
    before = len(search.read().timeline)
    find(page, outcome).click()
    assert len(search.read().timeline) == before
    if words:
        find(page, "Save this call").click()
        assert "What new date did they give you?" in shown(page)
        find(page, "What did they say about when?").value = words
        assert "We read this as Fri, March 20." in shown(page)
    find(page, "Save this call").click()
    events = search.read().timeline["event"].iloc[before:].tolist()
    assert events == ["called", "moved" if words else "rejected"]


def test_an_error_is_told_beside_the_button(home: Path) -> None:
    """Saying “I sent it” for a day that lies ahead shows the sentence and logs nothing."""
    search = opened(practice_copy(home / "Practice"))
    before = len(search.read().timeline)
    page = pages.letter_page("02_their_date_has_passed")
    find(page, "What day?").value = dt.date(2026, 4, 1)
    find(page, "I sent it").click()
    assert "is still ahead" in shown(page)
    assert len(search.read().timeline) == before

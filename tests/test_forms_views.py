"""The views without a browser: pages build, buttons act, errors are sentences, names inert."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import ipywidgets as w
import pytest

from followup_lib import edits
from followup_lib import forms as pages
from followup_lib.forms.bridge import Bridge
from followup_lib.forms.common import SENTENCE, Page, Status, guarded
from followup_lib.search import JobSearch, create_search, practice_copy
from followup_lib.tables import FollowupError
from followup_lib.workspace import remember

EVERY_PAGE: list[Callable[[], Page]] = [
    pages.start_page,
    pages.interviews_page,
    *[
        (lambda name=name: pages.letter_page(name))  # type: ignore[misc]
        for name in (
            "02_their_date_has_passed",
            "03_keep_your_promise",
            "04_waiting_for_the_offer",
            "05_no_date_and_other_waits",
        )
    ],
    pages.references_page,
    pages.applications_page,
    pages.timelines_page,
    pages.session_page,
]
NUMBERS = [f"{number:02d}" for number in range(10)]
EVIL = "<img src=x onerror=alert(1)>{my_name}[x]</script>"


@pytest.fixture(autouse=True)
def clicks_raise(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a click raises is raised, in a home of its own."""

    def call(dispatcher: Any, *args: Any, **kwargs: Any) -> None:
        for callback in dispatcher.callbacks:
            callback(*args, **kwargs)

    monkeypatch.setattr("ipywidgets.widgets.widget.CallbackDispatcher.__call__", call)


def opened(search: JobSearch) -> JobSearch:
    """Make a search the open one."""
    remember(search)
    return search


def widgets(root: w.Widget) -> Iterator[w.Widget]:
    """Walk through a page's widgets."""
    yield root
    for child in getattr(root, "children", ()):
        yield from widgets(child)


def shown(page: Page) -> str:
    """Return all HTML of a page, and what its status lines tell."""
    found = list(widgets(page.box))
    html = [box.value for box in found if isinstance(box, w.HTML)]
    return "\n".join(html + [box.sentence for box in found if isinstance(box, Status)])


def find(page: Page, text: str) -> Any:
    """Return the first widget whose description or label is `text`."""
    names = ("description", "label")
    return next(
        box for box in widgets(page.box) if any(getattr(box, name, None) == text for name in names)
    )


@pytest.mark.parametrize("build", EVERY_PAGE, ids=NUMBERS)
def test_a_page_opens_with_the_practice_search(build: Callable[[], Page], home: Path) -> None:
    """Every page builds, names whose search it is, and prints as one constant sentence."""
    opened(practice_copy(home / "Practice"))
    page = build()
    assert repr(page) == SENTENCE
    assert "Maya Lindqvist" in shown(page)
    assert "Mon 16 March" in shown(page)


@pytest.mark.parametrize("build", EVERY_PAGE, ids=NUMBERS)
def test_a_page_opens_without_a_search(build: Callable[[], Page]) -> None:
    """Without a search there is a way on: the start page asks three questions."""
    labels = [getattr(box, "label", "") for box in widgets(build().box)]
    assert {"Go to the start page", "Start my search"} & set(labels)


@pytest.mark.parametrize("build", EVERY_PAGE, ids=NUMBERS)
def test_a_page_opens_with_an_empty_search(build: Callable[[], Page], home: Path) -> None:
    """With nothing in the search every page still builds, and nothing is raised."""
    opened(create_search(home / "Noor", name="Noor Haddad"))
    assert "Noor Haddad" in shown(build())


@pytest.mark.parametrize("build", EVERY_PAGE, ids=NUMBERS)
def test_a_page_opens_with_a_damaged_search(build: Callable[[], Page], home: Path) -> None:
    """A damaged file is told in its sentence, with a way on."""
    search = opened(practice_copy(home / "Practice"))
    (search.folder / "timeline.csv").write_text("on,event\n", encoding="utf-8")
    page = build()
    assert "timeline.csv: the column application_id is missing" in shown(page)
    assert any(isinstance(box, Bridge) for box in widgets(page.box))


@pytest.mark.parametrize("build", EVERY_PAGE, ids=NUMBERS)
def test_names_are_only_names(build: Callable[[], Page], home: Path) -> None:
    """What a person typed never becomes a tag on any page."""
    search = opened(create_search(home / "Noor", name=EVIL))
    day = dt.date(2026, 3, 5)

    def fill(tables: edits.Tables) -> edits.Tables:
        names = ("company", "job_title", "contact_name", "agency", "notes", "location")
        tables, key = edits.add_application(tables, **dict.fromkeys(names, EVIL))
        tables, reference = edits.add_reference(tables, name=EVIL, relationship=EVIL)
        tables = edits.log(tables, key, "interview", day, said=EVIL, who=EVIL, note=EVIL)
        due = dt.date(2026, 3, 12)
        tables = edits.log(tables, key, "they_promised", day, said=EVIL, due_on=due)
        tables = edits.log(tables, key, "i_promised", day, said=EVIL, due_on=due)
        return edits.log(tables, key, "reference_given", day, who=reference)

    search.edit("fill", fill)
    page = build()
    assert "<img src=x" not in shown(page)
    assert "</script>" not in shown(page)


def test_the_main_job_by_its_buttons(home: Path) -> None:
    """From the start page to a logged call: choose, read the script, say how the call went."""
    search = opened(practice_copy(home / "Practice"))
    find(pages.start_page(), "Call Ms. Reyes").clicked()
    page = pages.letter_page("02_their_date_has_passed")
    assert "March 12" in find(page, "Message").value
    assert find(page, "Copy the script").text.startswith("When they answer:")
    find(page, "How did the call go?").value = "voicemail"
    find(page, "I sent it").click()
    assert search.read().timeline.iloc[-1]["event"] == "left_voicemail"
    assert "left a voicemail for Ms. Reyes" in shown(page)
    find(page, "Undo the last change").click()
    assert "Taken back" in shown(page)


def test_an_error_is_told_beside_the_button(home: Path) -> None:
    """Saying “I sent it” for a day that lies ahead shows the sentence and logs nothing."""
    search = opened(practice_copy(home / "Practice"))
    before = len(search.read().timeline)
    page = pages.letter_page("02_their_date_has_passed")
    find(page, "On which day?").value = dt.date(2026, 4, 1)
    find(page, "I sent it").click()
    assert "is still ahead" in shown(page)
    assert len(search.read().timeline) == before


def test_a_mistake_of_ours_is_told_and_raised() -> None:
    """An exception inside a callback reaches the page in words, and a test too."""
    status = Status()

    def broken() -> str:
        raise ZeroDivisionError("oops")

    with pytest.raises(ZeroDivisionError):
        guarded(status, broken)()
    assert "This did not work (ZeroDivisionError: oops)" in status.sentence

    def refused() -> str:
        raise FollowupError("Choose <one> first.")

    guarded(status, refused)()
    assert status.sentence == "Choose <one> first."

"""The app shows the pages in turn in one document, from one Python; the bar leads to each."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.workbench import PHONE, Face, Workbook

START, LATE, OFFER = (
    "00_start_here.ipynb",
    "02_their_date_has_passed.ipynb",
    "04_waiting_for_the_offer.ipynb",
)
INTERVIEWS, APPLICATIONS = "01_interviews.ipynb", "07_your_applications.ipynb"
BAR = {
    "Today": START,
    "Interviews": INTERVIEWS,
    "Applications": APPLICATIONS,
    "Timelines": "08_timelines.ipynb",
    "References": "06_your_references.ipynb",
    "Coaching": "09_coaching_session.ipynb",
}
KERNELS = "fetch('/api/kernels').then(answer => answer.json()).then(all => all.map(one => one.id))"


def go(face: Face, name: str) -> None:
    """Click a link of the bar."""
    face.bar.get_by_role("link", name=name).click()


@pytest.mark.slow
def test_the_bar_leads_to_every_page_in_one_document(open_app: Callable[[str], Face]) -> None:
    """Each page comes with its words and form, under its own address, from the same Python."""
    face = open_app(START)
    face.page.evaluate("window.sameDocument = true")
    before = face.page.evaluate(KERNELS)
    for name, page in [*BAR.items(), *BAR.items()]:
        go(face, name)
        face.wait(page)
        expect(face.bar.locator("[aria-current=page]")).to_contain_text(name)
        expect(face.content.locator(".followup-page:visible")).to_have_count(1)
        expect(face.content.locator("h1:visible")).to_have_count(1)
        expect(face.content.locator("h1:visible")).to_have_text(face.page.title())
    assert face.page.evaluate("window.sameDocument") is True
    assert set(face.page.evaluate(KERNELS)) <= set(before)  # those of others may end meanwhile
    face.page.reload()
    face.wait("09_coaching_session.ipynb")
    assert (face.outside, face.errors) == ([], [])


@pytest.mark.slow
def test_back_and_forward_show_what_was_there(open_app: Callable[[str], Face]) -> None:
    """The browser's buttons go through the pages, and the row chosen is still the one shown."""
    face = open_app(START)
    row = face.content.locator(".followup-list li").filter(has_text="Hollis & Vane")
    row.get_by_role("button", name="Write").click()
    face.wait(OFFER)
    heading = face.content.get_by_role("heading", name="Ask if they need anything: Hollis & Vane")
    expect(heading).to_be_focused()
    face.page.go_back()
    face.wait(START)
    expect(face.bar).to_contain_text("Today (19)")
    face.page.go_forward()
    face.wait(OFFER)
    expect(heading).to_be_visible()
    assert face.errors == []


@pytest.mark.slow
def test_words_typed_are_there_after_another_page(open_app: Callable[[str], Face]) -> None:
    """What was typed a moment before the click, in a draft and in a form, stands there again."""
    face = open_app(LATE)
    draft = face.content.get_by_label("Message", exact=True)
    draft.fill("My own words")
    draft.press_sequentially(" and more of them, typed at once.")
    go(face, "Interviews")
    face.wait(INTERVIEWS)
    which = face.content.get_by_label("Which application?", exact=True).locator("visible=true")
    which.select_option("Hollis & Vane, Payroll Analyst")
    face.content.get_by_role("button", name="Continue").click()
    who = face.content.get_by_label("Who did you talk to?", exact=True)
    who.fill("Ms. Ortiz; Mr. Reyes")
    face.page.go_back()
    face.wait(LATE)
    expect(draft).to_have_value("My own words and more of them, typed at once.")
    face.page.go_forward()
    face.wait(INTERVIEWS)
    expect(who).to_be_visible()
    expect(who).to_have_value("Ms. Ortiz; Mr. Reyes")


@pytest.mark.slow
def test_of_two_fast_clicks_the_last_counts(open_app: Callable[[str], Face]) -> None:
    """Whoever clicks on before a page is there gets the page asked for last, and only that."""
    face = open_app(START)
    go(face, "Applications")
    go(face, "References")
    go(face, "Interviews")
    face.wait(INTERVIEWS)
    expect(face.content.locator("h1:visible")).to_have_text("Before and after an interview")
    expect(face.content.locator(".followup-page:visible")).to_have_count(1)
    assert face.errors == []


@pytest.mark.slow
def test_a_page_that_fails_says_so_and_the_bar_goes_on(
    open_app: Callable[[str], Face], workbook: Workbook
) -> None:
    """A page whose code breaks keeps its words, tells in a sentence, and is left as any other."""
    face = open_app(START)
    page = workbook.root / APPLICATIONS
    whole = page.read_text(encoding="utf-8")
    page.write_text(whole.replace("applications_page()", "1 / 0"), encoding="utf-8")
    go(face, "Applications")
    face.wait(APPLICATIONS, "error")
    expect(face.content.get_by_role("alert")).to_contain_text("Nothing you saved is lost.")
    expect(face.content.locator("h1:visible")).to_have_text("Your applications")
    page.write_text(whole, encoding="utf-8")
    face.content.get_by_role("link", name="Try again").click()
    face.wait(APPLICATIONS)
    go(face, "Today")
    face.wait(START)


@pytest.mark.slow
def test_the_bar_leads_on_in_jupyterlab(open_lab: Callable[[str], Face]) -> None:
    """There, too, the bar says who and when, and opens each page's notebook."""
    face = open_lab(START)
    expect(face.bar).to_contain_text(re.compile("19.*Maya Lindqvist.*Mon, March 16"))
    go(face, "References")
    face.wait("06_your_references.ipynb")
    expect(face.bar.locator("[aria-current=page]")).to_have_text("References")
    assert (face.outside, face.errors) == ([], [])


@pytest.mark.slow
def test_a_phone_has_four_pages_below_and_more(open_app: Callable[[str], Face]) -> None:
    """Four links and "More" stand at the lower edge, in one line; the last two unfold."""
    face = open_app(START)
    face.page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    shown = face.bar.locator("nav :is(a, button):visible")
    expect(shown).to_have_count(5)
    boxes = [box.bounding_box() for box in shown.all()]
    assert {box["y"] + box["height"] for box in boxes if box} == {PHONE["height"]}
    assert all(box and box["x"] + box["width"] <= PHONE["width"] for box in boxes)
    face.bar.get_by_role("button", name="More").click()
    go(face, "Coaching")
    face.wait("09_coaching_session.ipynb")
    expect(shown).to_have_count(5)

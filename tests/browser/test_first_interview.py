"""The first interview in an empty search: four screens, six answers, by mouse and by keyboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.stumbling import violations
from tests.browser.workbench import PHONE, Face, empty_search, last_row

START, INTERVIEWS = "00_start_here.ipynb", "01_interviews.ipynb"


class Newcomer:
    """Answers what is asked, and counts the screens seen and the answers given."""

    def __init__(self, face: Face) -> None:
        self.page, self.answers = face.content, 0
        self.screens: list[str] = []

    def field(self, label: str) -> Locator:
        """Return the field in view under a label, as one answer more."""
        self.answers += 1
        return self.page.get_by_label(label, exact=True).locator("visible=true")

    def comes_to(self, title: str) -> None:
        """Wait for a screen by its title, which says how far along it is."""
        expect(self.page.get_by_role("heading", name=title)).to_be_visible()
        self.screens.append(title)
        progress = self.page.get_by_text(f"Step {len(self.screens)} of 4")
        expect(progress).to_be_visible()


@pytest.mark.slow
def test_the_first_interview_by_mouse(open_app: Callable[[str], Face], search: Path) -> None:
    """Four screens and six answers log an interview; what is missing is asked where it stands."""
    empty_search(search)
    face = open_app(START)
    face.content.get_by_role("button", name="Add your first interview").click()
    face.wait(INTERVIEWS)
    page, newcomer = face.content, Newcomer(face)
    on = page.get_by_role("button", name="Continue")
    newcomer.comes_to("Which job was it?")
    company = page.get_by_label("Company", exact=True).locator("visible=true")
    expect(company).to_be_in_viewport()
    newcomer.field("Company").fill("Northgate")
    on.click()
    position = newcomer.field("Position")
    expect(position).to_have_accessible_description("Which position is it?")
    expect(position).to_be_focused()
    position.fill("Payroll Analyst")
    on.click()
    newcomer.comes_to("Who did you meet, and when?")
    expect(page.get_by_label("Who did you talk to?", exact=True)).to_be_focused()
    newcomer.field("Who did you talk to?").fill("Ms. Ortiz")
    newcomer.field("What day?").fill("2026-03-10")
    on.click()
    newcomer.comes_to("What did they say about when you’ll hear?")
    newcomer.field("In their words").fill("by Friday")
    newcomer.field("How do they like to be reached?").select_option("by phone")
    expect(page.get_by_label("Fri, March 13: right", exact=True)).to_be_checked()
    on.click()
    newcomer.comes_to("Did you promise anything?")
    expect(page.get_by_text("Interview, Tue, March 10, with Ms. Ortiz")).to_be_visible()
    assert violations(face) == []
    page.get_by_role("button", name="Log this interview").click()
    page.get_by_role("status").filter(has_text="Logged: interview at Northgate").wait_for()
    assert len(newcomer.screens) <= 4
    assert newcomer.answers <= 6
    row = last_row(search)
    assert (row["event"], row["due_on"], row["who"]) == ("they_promised", "2026-03-13", "Ms. Ortiz")
    assert (face.outside, face.errors) == ([], [])


@pytest.mark.slow
def test_the_first_interview_by_keyboard_on_a_phone(
    open_app: Callable[[str], Face], search: Path
) -> None:
    """Typing, Tab and Enter are enough at 390 pixels; each screen begins in its first field."""
    empty_search(search)
    face = open_app(INTERVIEWS)
    face.page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page, keys, newcomer = face.content, face.page.keyboard, Newcomer(face)
    newcomer.comes_to("Which job was it?")
    newcomer.field("Company").focus()
    keys.type("Northgate")
    keys.press("Tab")
    expect(newcomer.field("Position")).to_be_focused()
    keys.type("Payroll Analyst")
    keys.press("Enter")
    newcomer.comes_to("Who did you meet, and when?")
    expect(newcomer.field("Who did you talk to?")).to_be_focused()
    keys.type("Ms. Ortiz")
    keys.press("Enter")
    newcomer.comes_to("What did they say about when you’ll hear?")
    expect(newcomer.field("In their words")).to_be_focused()
    keys.type("once the dust settles a bit")
    keys.press("Enter")
    words = page.get_by_label("In their words", exact=True)
    expect(words).to_have_attribute("aria-invalid", "true")
    expect(words).to_be_focused()
    keys.press("Control+A")
    keys.type("by Friday")
    expect(page.get_by_label("Fri, March 20: right", exact=True)).to_be_checked()
    keys.press("Enter")
    newcomer.comes_to("Did you promise anything?")
    expect(page.get_by_label("Something to send them", exact=True)).to_be_focused()
    keys.press("Enter")
    page.get_by_role("status").filter(has_text="Logged: interview at Northgate").wait_for()
    on = page.locator(".followup-at-go button").locator("visible=true")
    expect(on).to_be_focused()
    expect(on).to_be_in_viewport()
    assert len(newcomer.screens) <= 4
    assert newcomer.answers <= 6
    row = last_row(search)
    assert (row["event"], row["on"], row["due_on"]) == ("they_promised", "2026-03-16", "2026-03-20")
    assert (face.outside, face.errors) == ([], [])

"""Every page in the states a search can be in: nobody stumbles, whatever there is to show."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.stumbling import both_themes
from tests.browser.test_every_page import many_applications
from tests.browser.workbench import PAGES, Face, empty_search, row_button

START, LATE = PAGES[0], PAGES[2]
OPEN = """path => document.dispatchEvent(
  new CustomEvent("followup:open", { detail: { path }, cancelable: true }))"""


@pytest.mark.slow
@pytest.mark.parametrize("number", [0, 3, 300])
def test_however_many_applications_there_are(
    number: int, open_app: Callable[[str], Face], search: Path
) -> None:
    """On no page, light or dark, axe-core finds anything, with none, three or 300 applications."""
    empty_search(search) if number == 0 else many_applications(search, number)
    face = open_app(PAGES[0])
    found = {}
    for name in PAGES:
        face.page.evaluate(OPEN, name)
        face.wait(name)
        found[name] = both_themes(face)
        face.page.emulate_media(color_scheme="light")
    assert {name: lines for name, lines in found.items() if lines} == {}
    assert (face.outside, face.errors) == ([], [])


@pytest.mark.slow
def test_while_one_writes_and_when_it_is_done(open_face: Callable[[str], Face]) -> None:
    """Nothing is found beside the list, a call that brought news, an error, and what is logged."""
    face = open_face(START)
    found = {"list": both_themes(face)}
    row_button(face, "Cobbler").click()
    face.wait(LATE)
    face.content.get_by_role("button", name="There’s a new date").click()
    words = face.content.get_by_label("What did they say about when?", exact=True)
    expect(words).to_be_visible()
    found["outcome"] = both_themes(face)
    face.content.get_by_role("button", name="Save this call").click()
    expect(words).to_have_attribute("aria-invalid", "true")
    found["error"] = both_themes(face)
    face.content.get_by_role("button", name="Back to the script").click()
    face.content.get_by_role("button", name="We talked").click()
    face.content.get_by_role("button", name="Undo: ").first.wait_for()
    found["logged"] = both_themes(face)
    assert {state: lines for state, lines in found.items() if lines} == {}

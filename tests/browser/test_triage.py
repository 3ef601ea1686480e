"""A messy list becomes a plan in a real browser: tick, answer, and the rest goes quiet."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from followup_lib.store.search import JobSearch, create_search
from tests.browser.stumbling import violations
from tests.browser.workbench import Face
from tests.exchange.messy import bring_in, messy_list

START, APPLICATIONS = "00_start_here.ipynb", "07_your_applications.ipynb"


@pytest.fixture
def messy(search: Path) -> JobSearch:
    """Put a search with a messy list of sixty rows where the open one is, on its Monday."""
    shutil.rmtree(search)
    made = create_search(search, name="Noor Haddad")
    settings = search / "settings.toml"
    settings.write_text(f"today = 2026-03-16\n{settings.read_text('utf-8')}", encoding="utf-8")
    made.edit("import list.csv", lambda tables: bring_in(tables, messy_list(60)))
    return made


def answer(face: Face, place: str, answers: dict[str, str]) -> None:
    """Answer the questions about the one at hand, and go on."""
    expect(face.content.locator(".followup-asked")).to_contain_text(place)
    when = face.content.get_by_label("1. When did you talk?", exact=True)
    expect(when).to_be_focused()
    for question, text in answers.items():
        field = face.content.get_by_label(question, exact=True)
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(text)
        else:
            field.fill(text)
            field.press("Tab")
    face.content.get_by_role("button", name="Log this and go on").click()


@pytest.mark.slow
@pytest.mark.parametrize("opened", ["open_app", "open_lab"])
def test_a_messy_list_becomes_a_plan(
    opened: str, messy: JobSearch, request: pytest.FixtureRequest
) -> None:
    """Sixty rows in, three told about, the rest put to rest: today's list holds what they said."""
    face = request.getfixturevalue(opened)(START)
    waits = face.content.get_by_text("imported applications wait to be sorted.")
    expect(waits).to_be_visible()
    face.content.get_by_role("button", name="Sort them").click()
    face.wait(APPLICATIONS)
    assert violations(face) == []
    for name in ("Elm Press", "Hazel Press", "Ivy Press"):
        face.content.get_by_role("checkbox", name=re.compile(f"^{name},.* applied ·")).check()
    face.content.get_by_role("button", name="Go on with the 3 ticked").click()
    said = {
        "1. When did you talk?": "2026-03-10",
        "2. With whom?": "Ms. Ortiz",
        "3. What did they say about when you will hear? In their words, or empty": "by Thursday",
    }
    answer(face, "1 of 3", said)
    assert violations(face) == []
    promised = {
        "1. When did you talk?": "2026-03-13",
        "4. What did you say you would do?": "I will send them something",
        "What will you send?": "the sample report",
        "By which day? Empty if none was named": "2026-03-16",
    }
    answer(face, "2 of 3", promised)
    expect(face.content.locator(".followup-asked")).to_contain_text("3 of 3")
    face.content.get_by_label("I don’t know when", exact=True).check()
    face.content.get_by_role("button", name="Log this and go on").click()
    expect(face.content.get_by_text(re.compile(r"^The other \d+ rest quietly"))).to_be_visible()
    face.content.get_by_role("button", name="Let them rest").click()
    expect(face.content.get_by_text("Sort what came in")).to_have_count(0)
    face.content.get_by_role("button", name="Back to today’s list").click()
    face.wait(START)
    titles = face.content.locator(".followup-card h3").all_inner_texts()
    assert titles[:2] == ["Hazel Press, EDITOR", "Elm Press, Bookkeeper"]
    expect(waits).to_have_count(0)
    assert (face.outside, face.errors) == ([], [])

"""A messy list becomes a plan in a real browser: tick, answer, and the rest goes quiet."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from followup_lib.advice.plan import plan
from followup_lib.store.new_search import create_search
from followup_lib.store.search import JobSearch
from tests.browser.hand import Hand
from tests.browser.stumbling import violations
from tests.browser.test_import import payload
from tests.browser.workbench import Face
from tests.exchange.messy import HOUR, bring_in, coachs_hour, messy_list

MOST = 40
"""Clicks and fields within which sixty messy rows become a plan."""
MINUTES = 15
"""Minutes it may take of a coach's hour, every word on the way read once."""
PLAN = {
    "Ames Library": ("A3", "today", "2026-12-04"),
    "Fir & Sons": ("P1", "today", "2026-11-24"),
    "Prairie School": ("P1", "today", "2026-11-30"),
    "Moss Media": ("P2", "today", "2026-11-25"),
    "Cobalt Foods": ("X1", "today", ""),
    "Juniper Care": ("X1", "today", ""),
    "Birch Clinic": ("X1", "today", ""),
    "Elm Works": ("X1", "today", ""),
    "Gorse Bank": ("X1", "today", ""),
    "Hazel Press": ("X1", "today", ""),
    "Ivy Council": ("X1", "today", ""),
    "Northgate": ("X1", "today", ""),
    "Quince Labs": ("X1", "today", ""),
    "Kestrel Air": ("Q1", "rest", ""),
    "Dover Transit": ("W4", "rest", ""),
    "Larch Dental": ("E1", "rest", ""),
    "Oak Legal": ("E1", "rest", ""),
    "Redwood Parks": ("E1", "rest", ""),
}
"""What is to be done, as worked out by hand from the sheet: rule, when, and by which day.

With an offer to answer by Friday, whoever was talked to may be asked (X1), unless something is
promised to them first, an interview is ahead, or it has been quiet for too long.
"""
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
            if question.startswith("3."):  # what is read back moves the buttons down
                expect(face.content.get_by_text("We read this as")).to_be_visible()
    face.content.get_by_role("button", name="Log this and continue").click()


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
    ticked = face.content.get_by_role("checkbox", checked=True)
    while ticked.count():
        ticked.first.uncheck()
    for name in ("Elm Press", "Hazel Press", "Ivy Press"):
        face.content.get_by_role("checkbox", name=re.compile(f"^{name},.* applied ·")).check()
    face.content.get_by_role("button", name="Continue with the 3 checked").click()
    said = {
        "1. When did you talk?": "2026-03-10",
        "2. Who did you talk to?": "Ms. Ortiz",
        "3. What did they say about when you’ll hear? In their words, or leave it empty": "by "
        "Thursday",
    }
    answer(face, "1 of 3", said)
    assert violations(face) == []
    promised = {
        "1. When did you talk?": "2026-03-13",
        "4. What did you say you’d do?": "I will send them something",
        "What will you send?": "the sample report",
        "By when? Leave it empty if there’s no date": "2026-03-16",
    }
    answer(face, "2 of 3", promised)
    expect(face.content.locator(".followup-asked")).to_contain_text("3 of 3")
    face.content.get_by_label("I don’t know when", exact=True).check()
    face.content.get_by_role("button", name="Log this and continue").click()
    rest = face.content.get_by_text(re.compile(r"^The other \d+ go on pause"))
    let_go = face.content.get_by_role("button", name="Let them go for now")
    expect(let_go).to_be_focused()
    for box in face.content.get_by_role("checkbox", name=": a talk").all():
        before = rest.inner_text()
        box.check()
        expect(rest).not_to_have_text(before)
    let_go.click()
    expect(face.content.get_by_text("Sort what came in")).to_have_count(0)
    face.bar.get_by_role("link", name="Today").click()
    face.wait(START)
    first = face.content.locator(".followup-list li")
    expect(first.nth(0)).to_contain_text("Hazel Press")
    expect(first.nth(1)).to_contain_text("Elm Press · Bookkeeper")
    expect(waits).to_have_count(0)
    assert (face.outside, face.errors) == ([], [])


@pytest.mark.slow
def test_a_coachs_hour(messy: JobSearch, request: pytest.FixtureRequest) -> None:
    """Sixty messy rows brought in through the page are a plan one would trust, in few clicks
    and minutes.
    """
    shutil.rmtree(messy.folder)
    made = create_search(messy.folder, name="Noor Haddad")
    settings = messy.folder / "settings.toml"
    settings.write_text(f"today = {HOUR}\n{settings.read_text('utf-8')}", encoding="utf-8")
    face: Face = request.getfixturevalue("open_app")(START)
    hand = Hand(face)
    hand.click("Bring your spreadsheet")
    face.wait(APPLICATIONS)
    hand.act()
    face.content.get_by_label("Your spreadsheet").set_input_files(payload(coachs_hour()))
    expect(face.content.get_by_text("60 rows read, none lost")).to_be_visible()
    assert violations(face) == []
    expect(face.content.get_by_text("gives a deadline for an offer")).to_be_visible()
    hand.tick("yes")
    hand.click("Bring in 60 applications")
    hand.click("Continue with the 14 checked")
    order = ("Moss", "Fir", "Ivy", "Redwood", "Birch", "Quince", "Northgate")
    order += ("Gorse", "Juniper", "Elm", "Cobalt", "Prairie", "Hazel", "Kestrel")
    for name in order:
        asked = face.content.locator(".followup-asked")
        expect(asked.locator("h3")).to_contain_text(name)
        if name == "Redwood":
            hand.click("I didn’t talk to anyone there")
            continue
        if name == "Quince":
            hand.tick("I don’t know when")
            hand.click("Log this and continue")
            expect(asked).to_contain_text("We can’t tell a day from this.")
            hand.tick("They didn’t give a date")
            assert violations(face) == []
        hand.click("Log this and continue")
    expect(face.content.get_by_text("Redwood Parks, Ranger: a day ahead")).to_be_visible()
    hand.tick(re.compile("^Redwood Parks"))
    hand.click("Let them go for now")
    face.bar.get_by_role("link", name="Today").click()
    face.wait(START)
    offer = face.content.locator(".followup-list li").filter(has_text="Ames Library").first
    expect(offer).to_contain_text("Answer the offer")
    assert hand.acts <= MOST
    assert hand.minutes <= MINUTES
    tables = made.read()
    now = plan(tables, HOUR)
    company = tables.applications.set_index("application_id")["company"]
    found: dict[str, tuple[str, str, str]] = {}
    for row in now.rows.to_dict("records"):
        due = "" if row["due_on"] != row["due_on"] else str(row["due_on"].date())
        found.setdefault(company[row["application_id"]], (row["rule"], row["when"], due))
    assert {name: found[name] for name in PLAN} == PLAN
    silent = {told for name, told in found.items() if name not in PLAN}
    assert {when for _, when, _ in silent} == {"rest"}
    assert (face.outside, face.errors) == ([], [])

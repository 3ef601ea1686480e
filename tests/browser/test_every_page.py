"""Every page in both faces, with an attack in every field: it works, and nothing typed runs.

One load of each page serves all: what runs, what leaves the computer, and what a screen reader
would stumble over, in light and dark.
"""

import datetime as dt
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from followup_lib.coaching.sessions import commit
from followup_lib.records.tables import Tables
from followup_lib.store.search import JobSearch
from tests.browser.stumbling import both_themes, on_narrow_screens, violations
from tests.browser.workbench import PAGES, PHONE, Face, empty_search, unfold
from tests.exchange.messy import bring_in, messy_list
from tests.pages.hostile import RAN, hostile_search

MADE = (
    "iframe:not(.followup-sheet[sandbox='']), img[onerror], svg[onload], details[ontoggle], "
    "a[href^='javascript:']"
)
"""What an attack leaves on a page when it was not taken for words."""


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_a_page_full_of_attacks_is_a_page(
    name: str, open_face: Callable[[str], Face], context: BrowserContext, search: Path
) -> None:
    """It opens, nothing typed runs or asks elsewhere, axe-core finds nothing, all of it fits."""
    hostile_search(search)
    context.add_init_script(f"{RAN.replace('true', 'false')}")
    face = open_face(name)
    unfold(face)
    assert face.page.evaluate("window.followupRan") is False
    assert face.content.locator(MADE).count() == 0
    assert both_themes(face) == []
    assert on_narrow_screens(face) == []
    assert (face.outside, face.errors) == ([], [])


@pytest.mark.slow
@pytest.mark.parametrize("broken", ["none", "damaged", "empty"])
def test_a_way_on_without_a_search_to_show(
    broken: str, open_app: Callable[[str], Face], search: Path
) -> None:
    """With no search, a damaged one or an empty one, pages say it in a sentence and lead on."""
    if broken == "none":
        shutil.rmtree(search)
    elif broken == "damaged":
        (search / "timeline.csv").write_text("on,event\n2026-03-30\n", encoding="utf-8")
    else:
        empty_search(search)
    face = open_app("02_their_date_has_passed.ipynb")
    assert violations(face) == []
    on = face.bar.get_by_role("link", name="Today")
    if broken != "empty":
        on = face.content.get_by_role("button", name="Go to the start page")
    on.click()
    face.wait("00_start_here.ipynb")
    assert violations(face) == []
    first = {"empty": "Add your first interview"}.get(broken, "Start my search")
    expect(face.content.get_by_role("button", name=first)).to_be_visible()
    if broken == "none":
        practice = face.content.get_by_role("button", name="Open the practice search")
        expect(practice).to_be_in_viewport(ratio=1)
    assert (face.outside, face.errors) == ([], [])


@pytest.mark.slow
def test_thousands_of_applications(open_app: Callable[[str], Face], search: Path) -> None:
    """With 5,000 applications today's list is short, and one is found, changed and seen changed."""
    many_applications(search, 5000)
    face = open_app("00_start_here.ipynb")
    lines = face.content.locator(".followup-list li")
    assert lines.count() <= 20
    assert max(line.bounding_box()["height"] for line in lines.all()[1:]) <= 48  # type: ignore[index]
    assert face.page.evaluate("document.querySelector('main').scrollHeight") <= 1600
    face.content.get_by_role("button", name="Show more").click()
    expect(lines).to_have_count(58)
    face.content.get_by_label("Find a company or person").fill("firm 4321")
    expect(lines).to_have_count(1)
    face = open_app("07_your_applications.ipynb")
    box = face.content.get_by_role("combobox").first
    box.fill("Firm 4321,")
    box.press("Tab")
    expect(box).to_have_value("Firm 4321, Clerk")
    face.content.get_by_label("Search the table").fill("Firm 4321")
    face.content.get_by_role("button", name="Edit its details").click()
    face.content.get_by_label("Position", exact=True).first.fill("Editor")
    face.content.get_by_role("button", name="Save the changes").click()
    expect(face.content.locator(".followup-grid tbody tr")).to_contain_text("Editor")
    assert (face.outside, face.errors) == ([], [])


@pytest.mark.slow
def test_a_long_list_brought_in_leaves_the_start_page_short(
    open_app: Callable[[str], Face], search: Path
) -> None:
    """With 299 more to sort and ten to-dos, what is late or due is seen, and the page is short."""
    today = dt.date(2026, 3, 16)

    def change(tables: Tables) -> Tables:
        tables = bring_in(tables, messy_list(299), today)
        for n in range(10):
            day = today + dt.timedelta(n // 4)
            tables = commit(tables, today, i_will=f"call number {n}", due_on=day, confidence=8)
        return tables

    JobSearch(search).edit("a long list", change)
    face = open_app("00_start_here.ipynb")
    expect(face.content.get_by_role("button", name="Sort them")).to_be_visible()
    due = face.content.get_by_text(re.compile(r"call number \d, by Mon, March 16"))
    assert [line.is_visible() for line in due.all()] == [True] * 4
    expect(face.content.get_by_text("Late since")).to_be_visible()
    assert face.page.evaluate("document.querySelector('main').scrollHeight") <= 1600
    face.content.get_by_role("button", name="6 more to-dos, due later").click()
    expect(face.content.get_by_role("button", name="Done", exact=True)).to_have_count(10)


def many_applications(search: Path, number: int) -> None:
    """Make the open search one of many applications, each with an interview."""
    rows = range(number)
    applications = "".join(f"job-{n},Firm {n},Clerk\n" for n in rows)
    timeline = "".join(f"e{n},job-{n},2026-0{1 + n % 2}-{1 + n % 28:02},interview\n" for n in rows)
    (search / "applications.csv").write_text("application_id,company,job_title\n" + applications)
    (search / "timeline.csv").write_text("event_id,application_id,on,event\n" + timeline)
    (search / "people.csv").unlink()


CUT_OFF = """() => {
  const reach = 5; // a ring is 3 pixels, 2 away from what has the focus
  const clips = (box, way) => getComputedStyle(box)[way] !== "visible";
  const fields = "button, textarea, select, a, input:not([type=radio], [type=date])";
  const cut = (field) => {
    const own = field.getBoundingClientRect();
    for (let box = field.parentElement; box.tagName !== "MAIN"; box = box.parentElement) {
      const around = box.getBoundingClientRect();
      const left = clips(box, "overflowX") && own.left - reach < around.left;
      const top = clips(box, "overflowY") && own.top - reach < around.top;
      if (left || top) return true;
    }
  };
  const inset = ".followup-kinds, .followup-grid"; // their rings lie inside
  const all = [...document.querySelectorAll(`.followup-frame :is(${fields})`)];
  const seen = all.filter((field) => field.checkVisibility() && !field.closest(inset));
  const wide = [...document.querySelectorAll("main, .jp-OutputArea-child, .followup-frame")];
  return [
    ...seen.filter(cut).map((field) => `ring: ${field.textContent || field.outerHTML}`),
    ...wide.filter((box) => box.scrollWidth > box.clientWidth).map((box) => box.className),
  ];
}"""


@pytest.mark.slow
def test_on_a_phone_nothing_slides_or_is_cut_off(open_app: Callable[[str], Face]) -> None:
    """No page is wider than the phone, and the ring of whatever has the focus is whole."""
    for name in PAGES:
        face = open_app(name)
        face.page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        assert face.page.evaluate(CUT_OFF) == [], name
        face.page.close()

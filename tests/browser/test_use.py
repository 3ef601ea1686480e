"""Pages in use: what is typed stays, two tabs agree, errors stand at their field."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.workbench import Face, Workbook, rows, turn_to

D_PAGE, INTERVIEWS = "02_their_date_has_passed.ipynb", "01_interviews.ipynb"
APPLICATIONS = "07_your_applications.ipynb"
KEYS = [*"xcvabmryz", *("d", "d"), *("0", "0"), *("i", "i")]


def open_part(face: Face, title: str) -> None:
    """Unfold a part of the page."""
    face.content.get_by_role("button", name=title, exact=True).click()


def companies(face: Face) -> list[str]:
    """Return the companies of the table's rows, as they stand."""
    return face.content.locator(".followup-grid tbody tr td:first-child").all_inner_texts()


@pytest.mark.slow
def test_unfinished_input_survives_a_new_kernel(
    open_lab: Callable[[str], Face], workbook: Workbook
) -> None:
    """After a reload, and after the Python behind a page was started anew, it is all there."""
    face = open_lab(INTERVIEWS)
    page = face.content
    which = page.get_by_label("Which application?", exact=True).locator("visible=true")
    which.select_option("Hollis & Vane, Payroll Analyst")
    for _ in range(2):
        page.get_by_role("button", name="Continue").click()
    page.get_by_label("In their words", exact=True).fill("by the end of {next} <week>")
    page.get_by_label("They didn’t give a date", exact=True).check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Something to send them", exact=True).fill("the report")
    day = page.get_by_label("By when will you send it?")
    day.fill("fridge")
    page.get_by_role("button", name="Log this interview").click()
    expect(day).to_be_focused()
    expect(day).to_have_accessible_description(re.compile("We can’t tell which day “fridge” is"))
    day.fill("3/20")
    expect(day).to_have_accessible_description("Fri, March 20")
    for before in ("() => {}", NEW_KERNELS):
        face.page.evaluate(before)
        face.page.goto(workbook.address(INTERVIEWS, app=False))
        face.wait(INTERVIEWS)
        expect(day).to_have_value("Fri, March 20")
        page.get_by_role("button", name="Back").click()
        words = page.get_by_label("In their words", exact=True)
        expect(words).to_have_value("by the end of {next} <week>")
        page.get_by_role("button", name="Continue").click()


NEW_KERNELS = """async () => {
  const headers = { "X-XSRFToken": document.cookie.match(/_xsrf=([^;]*)/)[1] };
  for (const { id } of await (await fetch("/api/kernels")).json())
    await fetch(`/api/kernels/${id}/restart`, { method: "POST", headers });
}"""
"""Ends the Python behind every page and starts another in its place."""


@pytest.mark.slow
def test_two_tabs_agree(open_app: Callable[[str], Face], search: Path) -> None:
    """What one tab logs the other tells, logs nothing twice, and shows what is due now."""
    first, second = open_app(D_PAGE), open_app(D_PAGE)
    for face in (first, second):
        turn_to(face, "Cobbler's Gate Credit Union, Payroll Analyst")
        script = face.content.get_by_label("Message", exact=True)
        expect(script).to_have_value(re.compile("Ms. Reyes"))
    first.content.get_by_role("button", name="We talked").click()
    first.content.get_by_role("status").filter(has_text="Logged:").wait_for()
    before = rows(search / "timeline.csv")
    second.content.get_by_role("button", name="We talked").click()
    told = "Something was logged in another window for Cobbler's Gate"
    second.content.get_by_role("status").filter(has_text=told).wait_for()
    assert rows(search / "timeline.csv") == before
    expect(second.content.locator(".followup-progress")).to_contain_text("1 done today")


@pytest.mark.slow
def test_an_error_stands_at_its_field(open_app: Callable[[str], Face]) -> None:
    """The field is marked, described by the sentence, has the focus, and is free once one types."""
    face = open_app(INTERVIEWS)
    choice = face.content.get_by_label("Which application?", exact=True).locator("visible=true")
    choice.select_option("A new application")
    face.content.get_by_role("button", name="Continue").click()
    company = face.content.get_by_label("Company", exact=True)
    expect(company).to_have_attribute("aria-invalid", "true")
    expect(company).to_have_accessible_description("Which company is it?")
    expect(company).to_be_focused()
    company.fill("Northgate")
    expect(company).not_to_have_attribute("aria-invalid", "true")
    face.content.get_by_role("button", name="Continue").click()
    expect(face.content.get_by_label("Position", exact=True)).to_be_focused()
    assert face.content.get_by_text("Which company is it?").count() == 0


@pytest.mark.slow
def test_the_table_stays_as_it_is_looked_at(open_app: Callable[[str], Face], search: Path) -> None:
    """Search, order and choice outlive an edit, and the box names the row that was clicked."""
    face = open_app(APPLICATIONS)
    grid = face.content.locator(".followup-grid")
    box = face.content.get_by_role("combobox").first
    face.content.get_by_label("Search the table").press_sequentially("payroll")
    grid.get_by_text("Company", exact=True).click()
    expect(grid.locator("th[aria-sort=ascending]")).to_have_text("Company")
    grid.get_by_text("Hollis & Vane").click()
    expect(box).to_have_value("Hollis & Vane, Payroll Analyst")
    before = companies(face)
    assert before == sorted(before)
    open_part(face, "Edit its details")
    face.content.get_by_label("Company", exact=True).first.fill("Hollis & Sons")
    face.content.get_by_role("button", name="Save the changes").click()
    expect(box).to_have_value("Hollis & Sons, Payroll Analyst")
    expect(grid.locator("tr.selected")).to_contain_text("Hollis & Sons")
    assert companies(face) == [name.replace("& Vane", "& Sons") for name in before]
    expect(face.content.get_by_label("Search the table")).to_have_value("payroll")
    grid.get_by_text("Larkrise Logistics").click()
    expect(box).to_have_value("Larkrise Logistics, Payroll Coordinator")
    box.fill("quillon")
    box.press("Tab")
    expect(box).to_have_value("Quillon Health, Technical Writer")
    face.content.get_by_role("button", name="Undo: ").last.click()
    expect(face.content.get_by_role("status").filter(has_text="Undone")).to_be_visible()
    assert "Hollis & Vane" in {row["company"] for row in rows(search / "applications.csv")}


@pytest.mark.slow
def test_a_row_of_a_history_is_changed_and_brought_back(
    open_app: Callable[[str], Face], search: Path
) -> None:
    """The form opens beneath its row with the focus in it; when it closes the focus is back."""
    face = open_app(APPLICATIONS)
    before = rows(search / "timeline.csv")
    open_part(face, "Its history")
    change = face.content.get_by_role("button", name="Change", exact=True).first
    change.press("Enter")
    expect(face.content.get_by_label("Day", exact=True)).to_be_focused()
    face.content.get_by_label("Note", exact=True).fill("to remember")
    face.content.get_by_role("button", name="Save this row").click()
    face.content.get_by_text("to remember", exact=True).wait_for()
    expect(face.content.get_by_role("button", name="Change", exact=True).first).to_be_focused()
    assert sum(row["note"] == "to remember" for row in rows(search / "timeline.csv")) == 1
    face.content.get_by_role("button", name="Undo: ").first.click()
    face.content.get_by_role("status").filter(has_text="Undone").first.wait_for()
    assert rows(search / "timeline.csv") == before


@pytest.mark.slow
def test_an_application_is_five_fields(open_app: Callable[[str], Face], search: Path) -> None:
    """Added with the keyboard alone: company, position, name, address and day, then Enter."""
    face = open_app(APPLICATIONS)
    open_part(face, "Add an application")
    company = face.content.get_by_label("Company", exact=True).last
    expect(company).to_be_visible()
    company.focus()
    for text in ("Northgate", "Clerk", "Ms. Ortiz", "ortiz@northgate.example", "3/16/2026"):
        face.page.keyboard.type(text)
        face.page.keyboard.press("Tab")
    face.content.get_by_role("button", name="Add it").press("Enter")
    box = face.content.get_by_role("combobox").first
    expect(box).to_have_value("Northgate, Clerk")
    added = rows(search / "applications.csv")[-1]
    assert (added["company"], added["contact_email"]) == ("Northgate", "ortiz@northgate.example")
    assert rows(search / "timeline.csv")[-1]["on"] == "2026-03-16"


@pytest.mark.slow
def test_no_key_destroys_the_table(open_lab: Callable[[str], Face], search: Path) -> None:
    """After a click on a row, on a caption or on a button, JupyterLab's keys change nothing."""
    face = open_lab(APPLICATIONS)
    cells = face.panel.locator(".jp-Cell")
    count = cells.count()
    before = {path.name: path.read_bytes() for path in search.glob("*.csv")}
    targets = (
        face.content.locator(".followup-grid tbody td").first,
        face.content.get_by_role("heading", name="Your applications"),
        face.content.get_by_role("button", name="Its history", exact=True),
    )
    for target in targets:
        target.click()
        for key in KEYS:
            face.page.keyboard.press(key)
    open_part(face, "Edit its details")
    face.content.get_by_label("Where you found it").first.wait_for()
    assert cells.count() == count
    assert face.panel.locator(".jp-CodeCell").count() == 1
    assert face.page.locator(".jp-Dialog").count() == 0
    assert len(companies(face)) == 10
    assert {path.name: path.read_bytes() for path in search.glob("*.csv")} == before


@pytest.mark.slow
def test_what_they_said_on_the_phone_is_logged_from_the_list(
    open_app: Callable[[str], Face], search: Path
) -> None:
    """“Heard from them?” leads to the row's own form, whose first field has the focus."""
    face = open_app("00_start_here.ipynb")
    line = face.content.locator(".followup-list li").filter(has_text="Northmere").first
    line.get_by_role("button", name="Why:").click()
    line.get_by_role("button", name="Heard from them?").click()
    face.wait(APPLICATIONS)
    expect(face.content.get_by_label("What happened?", exact=True)).to_be_focused()
    face.content.get_by_label("In their words, if you like").fill("we'll call you Thursday")
    face.content.get_by_role("button", name="Log it").click()
    face.content.get_by_role("status").filter(has_text="Logged: They answered (North").wait_for()
    said = [(row["event"], row["said"]) for row in rows(search / "timeline.csv")[-2:]]
    assert said[0] == ("heard_back", "we'll call you Thursday")
    assert said[1][0] in ("moved", "they_promised")


@pytest.mark.slow
def test_a_box_that_is_asked_for_is_where_one_is_told(open_app: Callable[[str], Face]) -> None:
    """“Is the file attached?” stands at its box, which has the focus, until it is checked."""
    face = open_app("03_keep_your_promise.ipynb")
    face.content.get_by_role("button", name="I sent it").click()
    box = face.content.get_by_label("The file is attached", exact=True)
    expect(box).to_have_accessible_description(re.compile("Is the file attached"))
    expect(box).to_be_focused()
    box.check()
    expect(face.content.locator(".followup-wrong")).to_have_count(0)


@pytest.mark.slow
def test_the_focus_outlives_its_button(open_app: Callable[[str], Face]) -> None:
    """A button that has done its work leaves the focus on what stands before it; one that was
    refused leaves it on the field.
    """
    face = open_app("00_start_here.ipynb")
    line = face.content.locator(".followup-list li").filter(has_text="Northmere").first
    line.get_by_role("button", name="Why:").press("Enter")
    expect(line.get_by_role("button", name="Why:")).to_be_focused()
    line.get_by_text("Not now?").click()
    line.get_by_role("button", name="Put it off").press("Enter")
    day = line.get_by_label("Put it off until")
    expect(day).to_have_accessible_description(re.compile("Choose a day in the future"))
    expect(day).to_be_focused()
    day.fill("2026-03-18")
    line.get_by_role("button", name="Put it off").press("Enter")
    expect(face.content.get_by_role("heading", level=1)).to_have_text("18 to do")
    expect(face.content.locator(".followup-list :focus")).to_have_count(1)


@pytest.mark.parametrize("face_of", ["open_app", "open_lab"])
@pytest.mark.slow
def test_a_click_on_the_thin_line_of_one_that_ended_tells_its_story(
    face_of: str, request: pytest.FixtureRequest
) -> None:
    """Its line in the strip says whose it is, and opens what happened there."""
    face = request.getfixturevalue(face_of)("08_timelines.ipynb")
    line = face.content.locator(".followup-spots > span[title^='Glasswright Supply: offer']")
    line.scroll_into_view_if_needed()
    line.click()
    story = face.content.get_by_label("See one story (or click its row above)")
    expect(story).to_have_value("Glasswright Supply, Office Manager")
    picture = face.content.get_by_alt_text(re.compile("The story of Glasswright Supply"))
    expect(picture.locator("visible=true")).to_be_in_viewport()

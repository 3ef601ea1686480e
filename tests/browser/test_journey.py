"""The main job in a real browser, in both faces: from today's list to a message on record."""

import csv
import email
from collections.abc import Callable
from email import policy
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Locator, expect

from followup_lib.store.csv import read_tables
from tests.browser.stumbling import violations
from tests.browser.workbench import (
    SAMPLE,
    Face,
    Workbook,
    empty_search,
    last_row,
    row_button,
    turn_to,
)

START, D_PAGE = "00_start_here.ipynb", "02_their_date_has_passed.ipynb"


def call_ms_reyes(face: Face, search: Path) -> None:
    """Follow the line of today's list, read the script, and log a voicemail."""
    row_button(face, "Cobbler's Gate").click()
    face.wait(D_PAGE)
    heading = face.content.get_by_role("heading", level=1)
    expect(heading).to_have_text("Ask where things stand: Cobbler's Gate Credit Union")
    expect(heading).to_be_focused()
    script = face.content.get_by_label("Message", exact=True)
    assert "by Thursday, March 12" in script.input_value()
    face.content.get_by_role("button", name="I left a voicemail").click()
    told = face.content.get_by_role("status").filter(has_text="Logged: left a voicemail")
    told.wait_for()
    expect(heading).to_be_focused()
    row = last_row(search)
    assert row["event"] == "left_voicemail"
    assert row["application_id"] == "cobblers-gate-credit-union-payroll-analyst"
    assert row["on"] == "2026-03-16"
    assert face.outside == []


def test_the_main_job_in_jupyterlab(open_lab: Callable[[str], Face], search: Path) -> None:
    """In JupyterLab the start page leads to the draft, and “I sent it” is in timeline.csv."""
    call_ms_reyes(open_lab(START), search)


@pytest.mark.slow
def test_the_four_situations(open_app: Callable[[str], Face], search: Path) -> None:
    """From today's list to a message on record, four times, and each time on to the next."""
    face = open_app(START)
    call_ms_reyes(face, search)
    jobs = (
        ("Quillon Health", "03_keep_your_promise.ipynb", "I sent it", "wrote"),
        ("Hollis & Vane", "04_waiting_for_the_offer.ipynb", "I sent it", "wrote"),
        ("Dr. Adeyemi", "06_your_references.ipynb", "We talked", "reference_thanked"),
    )
    for done, (row, page, act, event) in enumerate(jobs, 1):
        face.bar.get_by_role("link", name="Today").click()
        face.wait(START)
        title = face.content.get_by_role("heading", level=1)
        expect(title).to_have_text(f"{19 - done} to do, {done} done")
        row_button(face, row).evaluate("row => row.click()")  # the lines come after their heading
        face.wait(page)
        attached = face.content.get_by_label("The file is attached", exact=True)
        if attached.is_visible():
            attached.check()
        face.content.get_by_role("button", name=act).click()
        face.content.get_by_role("status").filter(has_text="Logged:").wait_for()
        assert (last_row(search)["event"], last_row(search)["on"]) == (event, "2026-03-16")
    face.content.get_by_role("button", name="Open it").click()
    face.wait("04_waiting_for_the_offer.ipynb")
    heading = face.content.get_by_role("heading", level=1)
    expect(heading).to_have_text("Answer the offer: Osprey Lane Mutual")
    assert (face.outside, face.errors) == ([], [])


def press_tab_to(face: Face, name: str) -> int:
    """Press Tab until the field or button with this label has the focus.

    At every stop on the way the focus has to be seen.

    Returns how often it was pressed.
    """
    focus = """() => { const on = document.activeElement; const label = on.labels?.[0] ?? on;
      const name = on.ariaLabel ?? label.textContent.trim();
      return [name, getComputedStyle(on).outlineStyle]; }"""
    for pressed in range(1, 91):
        face.page.keyboard.press("Tab")
        label, outline = face.page.evaluate(focus)
        assert outline == "solid" or face.page.evaluate("document.activeElement === document.body")
        if label == name:
            return pressed
    raise AssertionError(f"Tab did not come to {name}")


@pytest.mark.slow
def test_the_main_job_by_keyboard_alone(open_app: Callable[[str], Face], search: Path) -> None:
    """Tab, Enter and typing go from the list to the copied message on record, and on."""
    face = open_app(START)
    keys = face.page.keyboard
    press_tab_to(face, "Write: Hollis & Vane, Ask if they need anything")
    keys.press("Enter")
    face.wait("04_waiting_for_the_offer.ipynb")
    assert press_tab_to(face, "Message") <= 5  # the six ways are one stop
    keys.press("Control+Home")
    keys.type("Dear friend, ")
    press_tab_to(face, "Copy the message")
    keys.press("Enter")
    face.content.get_by_text("Copied. Paste it, send it").wait_for()
    assert "Dear friend, Hi Ms. Castellane" in face.page.evaluate("navigator.clipboard.readText()")
    press_tab_to(face, "I sent it")
    keys.press("Enter")
    face.content.get_by_role("status").filter(has_text="Logged: wrote to Ms. Castellane").wait_for()
    assert last_row(search)["event"] == "wrote"
    press_tab_to(face, "Open it")
    keys.press("Enter")  # to what is first on the list: a promise that is late
    face.wait("03_keep_your_promise.ipynb")


@pytest.mark.slow
def test_words_typed_are_there_after_a_reload(open_face: Callable[[str], Face]) -> None:
    """A draft changed by hand is there when the page was loaded again the same instant."""
    face = open_face(D_PAGE)
    box = face.content.get_by_label("Message", exact=True)
    box.fill("My own words, {x} & <b>.")
    face.page.reload()
    face.wait(D_PAGE)
    expect(box).to_have_value("My own words, {x} & <b>.")


@pytest.mark.slow
def test_the_export_lands_on_disk(open_app: Callable[[str], Face]) -> None:
    """The applications page saves a CSV with one row per application."""
    face = open_app("07_your_applications.ipynb")
    with face.page.expect_download() as download:
        face.content.get_by_role("button", name="Download").first.click()
    rows = list(csv.DictReader(download.value.path().read_text(encoding="utf-8-sig").splitlines()))
    assert [row["company"] for row in rows] == read_tables(SAMPLE).applications["company"].tolist()
    assert download.value.suggested_filename.endswith(".csv")


def tell_of_northgate(page: Locator, day: str) -> None:
    """Fill in the first two screens: which job, with whom, and when."""
    page.get_by_label("Company", exact=True).fill("Northgate")
    page.get_by_label("Position", exact=True).fill("Payroll Analyst")
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Who did you talk to?", exact=True).fill("Ms. Ortiz")
    page.get_by_label("What day?", exact=True).first.fill(day)
    page.get_by_role("button", name="Continue").click()


@pytest.mark.slow
def test_by_friday_is_that_friday_a_week_later(
    open_app: Callable[[str], Face], search: Path, workbook: Workbook
) -> None:
    """Words typed after an interview are read back at once, and their day passes a week later."""
    empty_search(search)
    face = open_app("01_interviews.ipynb")
    page = face.content
    tell_of_northgate(page, "2026-03-16")
    words = page.get_by_label("In their words", exact=True)
    words.fill("once the dust settles a bit")
    page.get_by_role("button", name="Continue").click()
    page.locator(".followup-at-their_words .followup-wrong").wait_for()
    words.fill("you will hear from us by Friday")
    expect(page.get_by_text("We read this as Fri, March 20.")).to_be_visible()
    expect(page.get_by_label("Fri, March 20: right", exact=True)).to_be_checked()
    assert violations(face) == []
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Log this interview").click()
    page.get_by_role("status").filter(has_text="They said Fri, March 20").first.wait_for()
    assert last_row(search)["due_on"] == "2026-03-20"
    settings = search / "settings.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("2026-03-16", "2026-03-24"), encoding="utf-8")
    face.page.goto(workbook.address(START, app=True))
    face.wait(START)
    card = page.locator(".followup-list li").filter(has_text="Northgate")
    expect(card).to_contain_text("Ask where things stand")
    expect(card).to_contain_text("They said Fri, March 20 (“you will hear from us by Friday”)")
    assert (face.outside, face.errors) == ([], [])


@pytest.mark.slow
def test_ones_own_search_from_the_first_question(
    open_app: Callable[[str], Face], search: Path, workbook: Workbook
) -> None:
    """In an empty search the first interview is told, its letter logged, its row drawn."""
    empty_search(search)
    face = open_app(START)
    face.content.get_by_role("button", name="Add your first interview").click()
    face.wait("01_interviews.ipynb")
    page = face.content
    tell_of_northgate(page, "2026-03-05")
    page.get_by_label("In their words", exact=True).fill("by Friday")
    page.get_by_label("Another day", exact=True).check()
    page.get_by_label("What date is it?", exact=True).fill("2026-03-12")
    page.get_by_label("What date is it?", exact=True).press("Tab")
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Log this interview").click()
    page.get_by_role("status").filter(has_text="Logged: interview at Northgate").wait_for()
    face.page.goto(workbook.address(D_PAGE, app=True))
    face.wait(D_PAGE)
    assert "by Thursday, March 12" in page.get_by_label("Message", exact=True).input_value()
    page.get_by_role("button", name="I sent it").click()
    page.get_by_role("status").filter(has_text="Logged: wrote to Ms. Ortiz").wait_for()
    assert last_row(search)["event"] == "wrote"
    face.page.goto(workbook.address("08_timelines.ipynb", app=True))
    face.wait("08_timelines.ipynb")
    chart = page.locator("img.followup-chart").first
    chart.wait_for()
    assert "one application" in (chart.get_attribute("alt") or "")
    row = page.locator(".followup-spots > button").first
    assert "Northgate" in (row.get_attribute("title") or "")
    assert page.locator(".followup-spots > span[title^=interview]").count()
    row.press("Enter")
    page.get_by_role("button", name="Download the story as PDF").wait_for()


@pytest.mark.slow
def test_a_draft_file_and_the_text_as_sent(open_app: Callable[[str], Face], search: Path) -> None:
    """The unsent draft has the words shown and a file of 12 MB; “I sent it” keeps them."""
    face = open_app(D_PAGE)
    page = face.content
    turn_to(face, "Wexcombe Instruments, Documentation Specialist")
    box = page.get_by_label("Message", exact=True)
    box.fill("Hello, my own words: wörter, 言葉.")
    page.get_by_role("button", name="Other ways").click()
    large = {"name": "samples.pdf", "mimeType": "application/pdf", "buffer": b"%PDF" * 3_000_000}
    page.get_by_label("Attach a file to the draft").set_input_files(FilePayload(**large))
    page.get_by_text("Attached to the draft: samples.pdf.").wait_for()
    with face.page.expect_download() as download:
        page.get_by_role("button", name="Save as an unsent draft").click()
    draft = email.message_from_bytes(download.value.path().read_bytes(), policy=policy.default)
    assert draft["X-Unsent"] == "1"
    body, attached = draft.iter_parts()
    assert "wörter, 言葉" in body.get_content()
    assert (attached.get_filename(), len(attached.get_content())) == ("samples.pdf", 12_000_000)
    page.get_by_role("button", name="I sent it").click()
    page.get_by_role("status").filter(has_text="Logged: wrote to").wait_for()
    kept = search / "messages" / last_row(search)["message"]
    sent = email.message_from_bytes(kept.read_bytes(), policy=policy.default)
    assert "wörter, 言葉" in sent.get_body().get_content()
    assert face.outside == []

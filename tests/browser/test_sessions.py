"""Coaching sessions played through in a real browser, from open to the page that goes home."""

import datetime as dt
import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Locator, expect

from followup_lib.cli import main
from followup_lib.records import edits
from followup_lib.records.tables import Tables
from followup_lib.store.new_search import create_search
from followup_lib.store.search import JobSearch
from tests.browser.hand import Hand
from tests.browser.stumbling import TOO_WIDE, violations
from tests.browser.workbench import PHONE, Face, Workbook, rows

FIRMS = ["Alder & Sons", "BIRCH LTD.", "Birch Ltd.", "Cedar Hall"]
SESSION = "09_coaching_session.ipynb"
MINUTES = 5
"""Minutes a later session may take of an hour, every word on the page read once."""
SILENT = (
    *("hollis-and-vane-payroll-analyst", "cobblers-gate-credit-union-payroll-analyst"),
    *(
        "wexcombe-instruments-documentation-specialist",
        "thornbury-reed-analytics-reporting-analyst",
    ),
)
CASES = [
    pytest.param(
        "cobblers-gate-credit-union-payroll-analyst",
        "Cobbler's Gate Credit Union, Payroll Analyst",
        "Call Ms. Reyes",
        "Is this a good time?",
        id="their date passed, phone",
    ),
    pytest.param(
        "inkberry-house-content-editor",
        "Inkberry House, Content Editor",
        "Do what you promised",
        "a two-page edit of the leave policy",
        id="a sample due soon",
    ),
    pytest.param(
        "hollis-vane-payroll-analyst",
        "Hollis & Vane, Payroll Analyst",
        "need anything more from you",
        "Payroll Analyst",
        id="after the last interview",
    ),
]


MESSY = """\
My job hunt 2026;;;;;
;;;;;
Firm;Role;Where it stands;Applied;Who;Remarks
Alder & Sons ;Payroll clerk;Interviewed;02/23/2026;Ms. Ortiz;"said: by Friday; nice office"
Birch Ltd.;Bookkeeper;applied;3/2/26;;
BIRCH LTD.;bookkeeper;rejected;03/02/2026;;twice?
Cedar Hall;Records;???;;;ask Tom
;;;;;
"""
"""A sheet as people keep it: a title, empty rows, semicolons, days in two ways, a row twice."""
MAP = {
    "Firm": "company",
    "Where it stands": "status",
    "Who": "contact_name",
    "Remarks": "notes",
}
"""What its columns mean, as the coach says after a look."""


def take_home(face: Face, name: str) -> str:
    """Download the handout and return its text."""
    with face.page.expect_download() as download:
        face.content.get_by_role("button", name=name).click()
    content = download.value.path().read_bytes()
    if content.startswith(b"%PDF"):
        pages = pypdf.PdfReader(io.BytesIO(content)).pages
        return " ".join(" ".join(page.extract_text().split()) for page in pages)
    return " ".join(content.decode("utf-8").split())


@pytest.mark.slow
@pytest.mark.parametrize(("application_id", "title", "option", "script"), CASES)
def test_a_session_from_open_to_hand_out(
    open_app: Callable[[str], Face],
    search: Path,
    application_id: str,
    title: str,
    option: str,
    script: str,
) -> None:
    """Focus, case, options, a commitment, and the page to take home, read back from the PDF."""
    face = open_app(SESSION)
    page = face.content
    page.get_by_label("What should be clearer at the end of this hour?").fill("What to do next")
    page.get_by_role("button", name="Save the session").click()
    page.get_by_role("status").filter(has_text="The session is noted.").wait_for()
    page.get_by_label("Which application?", exact=True).select_option(title)
    expect(page.get_by_role("listitem").filter(has_text=option).first).to_be_visible()
    page.get_by_label("I will", exact=True).fill("do the first of these")
    page.get_by_label("By when?", exact=True).fill("2026-03-18")
    page.get_by_role("button", name="Take it on").click()
    page.get_by_role("status").filter(has_text="Added.").wait_for()
    page.get_by_label("With the words for this case").check()
    told = take_home(face, "Download as PDF")
    for words in ("What to do next", "I will do the first of these, by Wed, March 18", script):
        assert words in told
    assert [row["i_will"] for row in rows(search / "commitments.csv")] == ["do the first of these"]
    assert face.outside == []


@pytest.mark.slow
def test_a_messy_spreadsheet(open_app: Callable[[str], Face], search: Path, tmp_path: Path) -> None:
    """From a sheet with titles, gaps and doubles to one case, one commitment, and the PDF."""
    shutil.rmtree(search)
    create_search(search, name="Noor Haddad", phone="(609) 555-0143")
    settings = search / "settings.toml"
    settings.write_text(f"today = 2026-03-16\n{settings.read_text('utf-8')}", "utf-8")
    sheet = tmp_path / "My jobs.csv"
    sheet.write_bytes(MESSY.encode("cp1252"))
    told = [f"--map={theirs}={ours}" for theirs, ours in MAP.items()]
    told += ["--answer=status:Interviewed=interview active", "--search", str(search)]
    assert main(["import", str(sheet), *told]) == 0
    assert sorted({row["company"].strip() for row in rows(search / "applications.csv")}) == FIRMS
    face = open_app(SESSION)
    page = face.content
    expect(face.page.locator("followup-bar").get_by_text("Noor Haddad")).to_be_visible()
    page.get_by_label("What should be clearer at the end of this hour?").fill("Where I talked")
    page.get_by_role("button", name="Save the session").click()
    page.get_by_role("status").filter(has_text="The session is noted.").wait_for()
    page.get_by_label("Which application?", exact=True).select_option("Alder & Sons, Payroll clerk")
    page.get_by_label("I will", exact=True).fill("ask Ms. Ortiz how she likes to be reached")
    page.get_by_label("By when?", exact=True).fill("2026-03-18")
    page.get_by_role("button", name="Take it on").click()
    page.get_by_role("status").filter(has_text="Added.").wait_for()
    told = take_home(face, "Download as PDF")
    for words in ("Noor Haddad", "Session 1", "Where I talked", "ask Ms. Ortiz how she likes"):
        assert words in told
    for word in ("twice?", "ask Tom", "nice office"):
        assert word not in told
    assert face.outside == []


@pytest.mark.slow
def test_next_time_begins_with_the_last(open_app: Callable[[str], Face], search: Path) -> None:
    """A commitment stands first on the start page and in the next session, and is settled there.

    All that the tool asks of such a session takes a few minutes.
    """
    sessions = "session_id,on,coach,focus\ns001,2026-03-09,Mrs. Adele Quist,The call\n"
    (search / "sessions.csv").write_text(sessions, encoding="utf-8")
    commitments = (
        "commitment_id,session_id,i_will,due_on,confidence\nc001,s001,call Ms. Reyes,2026-03-16,8\n"
    )
    (search / "commitments.csv").write_text(commitments, encoding="utf-8")
    start = open_app("00_start_here.ipynb")
    expect(start.content.get_by_text("I will call Ms. Reyes")).to_be_visible()
    face = open_app(SESSION)
    expect(face.content.get_by_text("Last time was Mon, March 9.")).to_be_visible()
    hand, page = Hand(face), face.content
    hand.click("Done")
    page.get_by_role("status").filter(has_text="Done: I will call Ms. Reyes").wait_for()
    assert rows(search / "commitments.csv")[0]["outcome"] == "done"
    hand.fill(page.get_by_label("What should be clearer at the end"), "What to say on Thursday")
    hand.click("Save the session")
    page.get_by_role("status").filter(has_text="The session is noted.").wait_for()
    hand.act()
    page.get_by_label("Which application?", exact=True).select_option(CASES[0].values[1])
    hand.fill(page.get_by_label("I will", exact=True), "call Ms. Reyes and ask for the new date")
    hand.fill(page.get_by_label("By when?", exact=True), "Wednesday")
    hand.click("Take it on")
    page.get_by_role("status").filter(has_text="Added.").wait_for()
    hand.act()
    assert "ask for the new date, by Wed, March 18" in take_home(face, "Download as PDF")
    assert hand.minutes <= MINUTES


@pytest.mark.slow
def test_one_client_after_another(
    open_app: Callable[[str], Face], workbook: Workbook, search: Path
) -> None:
    """From the list to a second client, a session noted there, back, and to a third one's."""
    place = workbook.home / "Follow-up"
    for name, next_on in (("Jo Tanaka", "2026-03-17"), ("Dana Price", "2026-03-19")):
        made = shutil.copytree(search, place / name)
        JobSearch(made).set_settings("seeker", name=name)
        told = f"session_id,on,coach,next_on\ns001,2026-03-09,Lena Marsh,{next_on}\n"
        (made / "sessions.csv").write_text(told, encoding="utf-8")
    face = open_app("11_clients.ipynb")
    names = face.content.locator("tbody button")
    expect(names).to_have_text(["Jo Tanaka", "Dana Price"])
    face.content.get_by_role("button", name="Name").click()
    expect(names).to_have_text(["Dana Price", "Jo Tanaka"])
    assert violations(face) == []
    face.content.get_by_role("button", name="Jo Tanaka").click()
    face.wait(SESSION)
    heading = face.content.get_by_role("heading", level=1)
    expect(heading).to_have_text("Session with Jo Tanaka")
    expect(face.bar.get_by_role("strong")).to_have_text("Jo Tanaka")
    expect(face.content.get_by_text("Last time was Mon, March 9.")).to_be_visible()
    face.content.get_by_label("What should be clearer at the end").fill("The second call")
    face.content.get_by_role("button", name="Save the session").click()
    face.content.get_by_role("status").filter(has_text="The session is noted.").wait_for()
    face.content.get_by_role("button", name="Clients").click()
    face.wait("11_clients.ipynb")
    face.content.get_by_role("button", name="Dana Price").press("Enter")
    face.wait(SESSION)
    expect(heading).to_have_text("Session with Dana Price")
    noted = [row.get("focus") for row in rows(place / "Jo Tanaka" / "sessions.csv")]
    assert noted == ["", "The second call"]
    assert len(rows(place / "Dana Price" / "sessions.csv")) == 1
    assert (face.outside, face.errors) == ([], [])


@pytest.mark.slow
def test_a_private_note_stays_with_the_coach(open_app: Callable[[str], Face], search: Path) -> None:
    """What the coach notes is in no file of the client's and on no handout."""
    face = open_app(SESSION)
    face.content.get_by_role("button", name="Save the session").click()
    face.content.get_by_role("status").filter(has_text="The session is noted.").wait_for()
    face.content.get_by_role("button", name="Private notes").click()
    box = face.content.get_by_label("Private notes", exact=True)
    box.fill("afraid of the phone")
    box.press("Tab")
    assert "afraid of the phone" not in take_home(face, "Download as a page to print")
    own = [path for path in search.rglob("*") if path.is_file()]
    assert not [path for path in own if b"afraid of the phone" in path.read_bytes()]


@pytest.mark.slow
def test_a_reference_was_called(open_app: Callable[[str], Face], search: Path) -> None:
    """Who vouches is an option to talk to; what she told stays off the page that goes home."""
    face = open_app(SESSION)
    page = face.content
    page.get_by_label("Which application?", exact=True).select_option(
        "Brindlewick Laboratories and Field Instruments Cooperative, Senior Technical Writer and "
        "Documentation Coordinator, Laboratory Information Systems (two-year grant position)"
    )
    page.get_by_role("button", name="Save the session").click()
    page.get_by_role("status").filter(has_text="The session is noted.").wait_for()
    talk = page.get_by_role("listitem").filter(has_text="Talk to Dr. Adeyemi, your reference")
    expect(talk).to_be_visible()
    page.get_by_label("I will", exact=True).fill("thank Dr. Adeyemi")
    page.get_by_label("By when?", exact=True).fill("2026-03-17")
    page.get_by_role("button", name="Take it on").click()
    page.get_by_role("status").filter(has_text="Added.").wait_for()
    told = take_home(face, "Download as PDF")
    assert "I will thank Dr. Adeyemi, by Tue, March 17" in told
    for private in ("a checking firm phoned", "She told me on Friday evening"):
        assert private in (search / "timeline.csv").read_text(encoding="utf-8-sig")
        assert private not in told


def wrote(tables: Tables, application_id: str) -> Tables:
    """Return the tables with a message of March 16."""
    return edits.log(tables, application_id, "wrote", dt.date(2026, 3, 16))


@pytest.mark.slow
def test_five_silences(open_app: Callable[[str], Face], search: Path) -> None:
    """Seven weeks later five are let rest together, and the page goes home without them."""
    settings = search / "settings.toml"
    text = settings.read_text(encoding="utf-8").replace("today = 2026-03-16", "today = 2026-05-04")
    settings.write_text(text, encoding="utf-8")
    for application_id in SILENT:
        JobSearch(search).edit("w", lambda tables, i=application_id: wrote(tables, i))
    face = open_app(SESSION)
    page = face.content
    page.get_by_role("button", name="Save the session").click()
    page.get_by_role("status").filter(has_text="The session is noted.").wait_for()
    page.get_by_role("button", name="Let several go at once").click()
    boxes = page.get_by_label(re.compile(r"\. You wrote "))
    expect(boxes).to_have_count(5)
    for place in range(5):
        boxes.nth(place).check()
    page.get_by_role("button", name="Let these go for now").click()
    page.get_by_role("status").filter(has_text="On pause: five applications.").wait_for()
    rested = [row for row in rows(search / "timeline.csv") if row["on"] == "2026-05-04"]
    assert [row["event"] for row in rested] == ["no_response"] * 5
    companies = {row["application_id"]: row["company"] for row in rows(search / "applications.csv")}
    told = take_home(face, "Download as a page to print")
    today = told.partition("Coming up")[0]
    assert not [row for row in rested if f"{companies[row['application_id']]}," in today]


@pytest.mark.slow
def test_what_is_wrong_in_one_card_holds_no_other(
    open_app: Callable[[str], Face], search: Path
) -> None:
    """A day not understood holds its own card only; who is unsure is asked once."""
    face = open_app(SESSION)
    page = face.content
    page.get_by_role("button", name="Coach, what we covered").click()
    page.get_by_label("Next time", exact=True).fill("whenever")
    page.get_by_label("I will", exact=True).fill("call her")
    page.get_by_label("By when?", exact=True).fill("2026-03-18")
    page.get_by_label("How sure are you").select_option("6")
    page.get_by_role("button", name="Take it on").click()
    expect(page.get_by_text("You’re at 6 out of 10.")).to_be_visible()
    expect(page.get_by_label("What would make it smaller?")).to_be_focused()
    assert not (search / "commitments.csv").exists()
    page.get_by_role("button", name="Take it on").click()
    page.get_by_role("status").filter(has_text="Added.").wait_for()
    page.get_by_role("button", name="Save the session").click()
    expect(page.get_by_label("Next time", exact=True)).to_be_focused()
    assert rows(search / "sessions.csv")[0].get("focus", "") == ""


@pytest.mark.slow
def test_the_page_to_take_home_is_seen_as_wide_as_it_prints(
    open_app: Callable[[str], Face],
) -> None:
    """Folded until one looks, it stands below both columns, wide enough to be read, and fits."""
    face = open_app(SESSION)
    sheet = face.page.locator(".followup-sheet")
    expect(sheet).to_have_count(0)
    face.content.get_by_role("button", name="Look at it first").click()
    expect(sheet).to_be_visible()
    assert width_of(sheet) >= 700
    face.page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    face.page.wait_for_function(f"({TOO_WIDE})().length === 0")
    assert 300 <= width_of(sheet) <= 390


def width_of(part: Locator) -> float:
    """Return how wide a part of the page is, in pixels."""
    box = part.bounding_box()
    return box["width"] if box else 0


@pytest.mark.slow
def test_words_that_lack_an_answer(open_app: Callable[[str], Face], search: Path) -> None:
    """The page says where the answer is given and leads there; without the tick it is silent."""
    JobSearch(search).edit(
        "no title", lambda tables: edits.change_application(tables, SILENT[1], job_title="")
    )
    face = open_app(SESSION)
    page = face.content
    page.get_by_label("Which application?", exact=True).select_option("Cobbler's Gate Credit Union")
    tick, asked = page.get_by_label("With the words for this case"), page.get_by_text("Which pos")
    tick.check()
    expect(asked).to_be_visible()
    assert "Osprey Lane" in take_home(face, "Download as a page to print")
    page.get_by_role("button", name="Look at it first").click()
    tick.uncheck()
    expect(asked).to_be_hidden()
    tick.check()
    page.get_by_role("button", name="Answer it on its page").click()
    face.wait("02_their_date_has_passed.ipynb")
    expect(face.content.get_by_label("Which position is it?")).to_be_visible()

"""A messy spreadsheet comes in through a real browser, in both faces, and goes out again."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, FilePayload, expect

from tests.browser.stumbling import TOO_WIDE, violations
from tests.browser.workbench import Face, empty_search, rows, unfold
from tests.pages.hostile import RAN

APPLICATIONS = "07_your_applications.ipynb"
MESSY = f"""\
My search,,,,
Company,Job Title,Date Applied,Status,Pay
Hill & Co,Clerk,3/5/2026,Applied,"40,000"
Quillon,Editor,2/6/2026,Waitlisted,
Northgate,Cook,1/12/2026,Rejected :(,
"Brandt, Ltd",Analyst,3/2/2026,Interview,
Acme, Inc.,Clerk,3/3/2026,Applied,
Mill Lane,Driver,,To Apply,
<img src=x onerror="{RAN}">,<b>Clerk</b>,2/3/2026,"<script>{RAN}</script>",=1+1
,,,,
Hollis,Baker,2/3/2026,Offer,
,,2/4/2026,Applied,
Ember,Planner,2/10/2026,No Reply,
"""


def payload(text: str | bytes, name: str = "list.csv") -> FilePayload:
    """Return a file as a person chooses it."""
    data = text.encode() if isinstance(text, str) else text
    return {"name": name, "mimeType": "text/csv", "buffer": data}


def companies(search: Path) -> list[str]:
    """Return the companies on disk."""
    return [row["company"] for row in rows(search / "applications.csv")]


@pytest.mark.slow
def test_a_messy_list_comes_in(
    open_face: Callable[[str], Face], search: Path, context: BrowserContext
) -> None:
    """From the empty start page: chosen, seen, asked, brought in, on disk, undone; nothing runs."""
    context.add_init_script(RAN.replace("true", "false"))
    empty_search(search)
    face = open_face("00_start_here.ipynb")
    face.content.get_by_role("button", name="Bring your spreadsheet").click()
    face.wait(APPLICATIONS)
    field = face.content.get_by_label("Your spreadsheet")
    field.set_input_files(payload(b"\x89PNG\r\n", "list.csv"))
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile("is a picture"))
    field.set_input_files(payload(MESSY))
    expect(face.content.get_by_role("heading", name="rows read, none lost")).to_be_visible()
    expect(field).not_to_have_attribute("aria-invalid", "true")
    order = face.content.get_by_label("the month (Thu, March 5)")
    expect(face.content.locator(".followup-about").first).to_have_css("font-weight", "400")
    order.check()
    applied = face.content.get_by_text("Hill & Co, Clerk: applied (Thu, March 5)")
    expect(applied.first).to_be_visible()
    expect(order).to_be_focused()
    unfold(face)
    expect(face.content.get_by_label("“To Apply”")).to_have_value("saved, not applied to yet")
    expect(face.content.get_by_text(re.compile("Row 7 .*Acme · Inc."))).to_be_visible()
    assert violations(face) == []
    face.page.set_viewport_size({"width": 390, "height": 900})
    face.page.wait_for_function(f"({TOO_WIDE})().length === 0")
    assert companies(search) == []
    face.content.get_by_role("button", name="Bring in 8 applications").click()
    told = face.content.get_by_role("status").filter(has_text="are in your list now")
    expect(told).to_contain_text("001 list.csv.txt")
    assert len(companies(search)) == 8
    assert {"Brandt, Ltd", f'<img src=x onerror="{RAN}">'} < set(companies(search))
    assert face.content.locator("img[onerror]").count() == 0
    face.content.get_by_role("button", name="Undo: import").first.click()
    expect(face.content.get_by_role("button", name="Bring in 8 applications")).to_be_visible()
    assert companies(search) == []
    assert face.page.evaluate("window.followupRan") is False
    assert (face.outside, face.errors) == ([], [])


@pytest.mark.slow
def test_a_large_file_arrives_whole(open_lab: Callable[[str], Face], search: Path) -> None:
    """A file of 12 MB, more than one message may hold, is read to its last row."""
    empty_search(search)
    note = "x" * 6000
    rows = "".join(f"Firm {n},Clerk,{note}\n" for n in range(2000))
    face = open_lab(APPLICATIONS)
    field = face.content.get_by_label("Your spreadsheet")
    field.set_input_files(payload(f"Company,Job Title,Notes\n{rows}"))
    expect(face.content.get_by_role("button", name="Bring in 2,000 applications")).to_be_visible(
        timeout=60_000
    )
    assert face.errors == []

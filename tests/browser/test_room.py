"""Little room, on a phone or beside a long name: what comes next stays in view and in place."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from followup_lib.store.search import JobSearch
from tests.browser.workbench import PHONE, Face, Workbook

LETTER, INTERVIEWS, CLIENTS = (
    "03_keep_your_promise.ipynb",
    "01_interviews.ipynb",
    "11_clients.ipynb",
)
COMPANY = (
    "The Consolidated Northeastern Intermunicipal Water Reclamation & Agricultural Drainage "
    "Authority of Lower Piscataquis-Aroostook County, Inc."
)
PERSON = "Maximiliane-Theodora Featherstonehaugh-Oyelaran y Fernández de la Vega"


def edges(part: Locator) -> tuple[float, float, float, float]:
    """Return where a part of the page is: left, top, right and bottom, in pixels."""
    box = part.bounding_box()
    assert box is not None
    return box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]


@pytest.mark.slow
def test_a_very_long_name_takes_no_room_from_the_rest(
    open_app: Callable[[str], Face], search: Path
) -> None:
    """The heading stays short, the steps keep their bar, and the day stands whole in the bar."""
    file = search / "applications.csv"
    told = file.read_text(encoding="utf-8-sig").replace("Quillon Health", f'"{COMPANY}"')
    file.write_text(told, encoding="utf-8-sig")
    JobSearch(search).set_settings("seeker", name=PERSON)
    face = open_app(LETTER)
    heading = face.content.get_by_role("heading", level=1)
    expect(heading).to_contain_text(COMPANY)
    _, top, _, bottom = edges(heading)
    assert bottom - top <= 72
    assert edges(face.bar.locator("p > span"))[2] <= 1280
    face.page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    _, top, _, bottom = edges(heading)
    assert bottom - top <= 96
    face.bar.get_by_role("link", name="Interviews").click()
    face.wait(INTERVIEWS)
    left, top, right, bottom = edges(face.content.get_by_role("progressbar", name="Steps"))
    assert right - left >= 100
    assert (face.outside, face.errors) == ([], [])


@pytest.mark.slow
def test_copying_moves_no_button(open_app: Callable[[str], Face]) -> None:
    """What was copied is told before the buttons, which stay; a phone has both in one line."""
    face = open_app(LETTER)
    expect(face.content.get_by_role("button", name=re.compile("^Next: "))).to_have_count(1)
    copy = face.content.get_by_role("button", name="Copy the message")
    sent = face.content.get_by_role("button", name="I sent it")
    before = edges(sent)[1:3]
    copy.click()
    told = face.content.get_by_role("status").filter(has_text="Copied.")
    expect(told).to_be_visible()
    assert edges(sent)[1:3] == before
    face.page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    assert edges(copy)[1] == edges(sent)[1]
    assert edges(told)[3] <= edges(copy)[1]


@pytest.mark.slow
def test_all_of_a_client_is_in_view_on_a_phone(
    open_app: Callable[[str], Face], workbook: Workbook, search: Path
) -> None:
    """Nothing that is late lies to the right of the window, and no table widens the page."""
    made = shutil.copytree(search, workbook.home / "Follow-up" / "Dana Price")
    JobSearch(made).set_settings("seeker", name=PERSON)
    face = open_app(CLIENTS)
    face.page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    cells = face.content.get_by_role("region", name="Clients").get_by_role("cell")
    assert cells.count() == 5
    assert all(edges(cell)[2] <= PHONE["width"] for cell in cells.all())
    face.content.get_by_role("button", name="All clients together").click()
    face.content.get_by_role("button", name="Show all together").click()
    face.content.get_by_role("table", name="All clients").wait_for()
    assert face.page.evaluate("document.querySelector('main').scrollWidth") == PHONE["width"]


@pytest.mark.slow
def test_what_is_hidden_is_not_seen(open_app: Callable[[str], Face]) -> None:
    """While a chart is drawn there is no broken picture in its place."""
    face = open_app("08_timelines.ipynb")
    chart = face.content.locator("img.followup-chart").first
    expect(chart).to_be_visible()
    chart.evaluate("image => { image.hidden = true }")
    expect(chart).to_be_hidden()

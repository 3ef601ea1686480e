"""Every page in both faces, with an attack in every field: it works, and nothing typed runs.

One load of each page serves all: what runs, what leaves the computer, and what a screen reader
would stumble over, in light and dark.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from hostile import RAN, hostile_search
from playwright.sync_api import BrowserContext, TimeoutError

from tests.browser.workbench import PAGES, Face, unfold

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OURS = {
    "app": {"include": [["html"]]},
    "lab": {"include": [[".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Cell"]]},
}
"""In JupyterLab only what is inside cells is ours; in the app all of it is."""
PARTS = {"lab": {"region": {"enabled": False}}, "app": {}}
"""Landmarks around a part of JupyterLab's window are JupyterLab's."""
TOO_WIDE = """() => [...document.querySelectorAll(".followup-page, .followup-page *")]
  .filter(part => part.getBoundingClientRect().right > innerWidth + 1)
  .filter(part => !part.closest(".followup-grid, details, progress"))
  .map(part => part.outerHTML.slice(0, 200))"""
"""What sticks out of a laptop, of one that enlarges to 200 %, and of a phone."""


@pytest.fixture(params=["app", "lab"])
def name_of_face(request: pytest.FixtureRequest) -> str:
    """The app, then JupyterLab."""
    return str(request.param)


@pytest.fixture
def open_face(request: pytest.FixtureRequest, name_of_face: str) -> Callable[[str], Face]:
    """Open a page in the face at hand."""
    opener: Callable[[str], Face] = request.getfixturevalue(f"open_{name_of_face}")
    return opener


def stumbling_blocks(face: Face, name_of_face: str) -> list[str]:
    """Return what axe-core finds, one line for each element."""
    options = {
        "runOnly": {"type": "tag", "values": TAGS},
        "rules": PARTS[name_of_face],
        "resultTypes": ["violations"],
    }
    found = Axe().run(face.page, context=OURS[name_of_face], options=options)
    return [
        f"{violation['id']}: {node['html'][:200]} {node['failureSummary'][:300]}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_a_page_full_of_attacks_is_a_page(
    name: str,
    name_of_face: str,
    open_face: Callable[[str], Face],
    context: BrowserContext,
    search: Path,
) -> None:
    """It opens, nothing typed runs or asks elsewhere, axe-core finds nothing, all of it fits."""
    hostile_search(search)
    context.add_init_script(f"{RAN.replace('true', 'false')}")
    face = open_face(name)
    unfold(face)
    assert face.page.evaluate("window.followupRan") is False
    made = "iframe, img[onerror], svg[onload], details[ontoggle], a[href^='javascript:']"
    assert face.content.locator(made).count() == 0
    assert stumbling_blocks(face, name_of_face) == []
    face.page.emulate_media(color_scheme="dark")
    face.page.locator("[data-jp-theme-light=false]").first.wait_for(state="attached")
    assert stumbling_blocks(face, name_of_face) == []
    for width in (1280, 640, 390):
        face.page.set_viewport_size({"width": width, "height": 900})
        with suppress(TimeoutError):  # what sticks out then is named
            face.page.wait_for_function(f"({TOO_WIDE})().length === 0", timeout=3000)
        assert face.page.evaluate(TOO_WIDE) == []
    assert (face.outside, face.errors) == ([], [])

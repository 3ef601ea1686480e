"""What would make a person stumble: axe-core's findings, and what sticks out of a narrow screen."""

from contextlib import suppress

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import TimeoutError

from tests.browser.workbench import Face

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PANEL = ".jp-NotebookPanel:not(.lm-mod-hidden)"
OURS = {
    True: {"include": [["html"]]},
    False: {"include": [[f"{PANEL} {part}"] for part in (".jp-Cell > *", "[class*=followup-]")]},
}
"""As an app all of a page is ours; in JupyterLab the insides of cells, our banner, our button."""
RULES = {True: {}, False: {"region": {"enabled": False}}}
"""Landmarks around a part of JupyterLab's window are JupyterLab's."""
DARK = "document.querySelector('[data-jp-theme-light=true]') === null"
WIDTHS = (1280, 640, 390)
"""A laptop, one that enlarges to 200 %, and a phone, in pixels."""
TOO_WIDE = """() => [...document.querySelectorAll(".followup-page, .followup-page *")]
  .filter(part => part.getBoundingClientRect().right > innerWidth + 1)
  .filter(part => !part.closest(".followup-grid, details, progress"))
  .map(part => part.outerHTML.slice(0, 200))"""


def violations(face: Face) -> list[str]:
    """Return what axe-core finds on the page as it stands, one line for each element."""
    options = {
        "runOnly": {"type": "tag", "values": TAGS},
        "rules": RULES[face.app],
        "resultTypes": ["violations"],
    }
    found = Axe().run(face.page, context=OURS[face.app], options=options)
    return [
        f"{violation['id']}: {node['html'][:200]} {node['failureSummary'][:300]}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]


def both_themes(face: Face) -> list[str]:
    """Return what axe-core finds in light and in dark; the page stays dark."""
    light = violations(face)
    face.page.emulate_media(color_scheme="dark")
    face.page.wait_for_function(DARK)
    return light + violations(face)


def on_narrow_screens(face: Face) -> list[str]:
    """Return what sticks out at each width, and what axe-core finds on the phone; it stays one."""
    found = []
    for width in WIDTHS:
        face.page.set_viewport_size({"width": width, "height": 900})
        with suppress(TimeoutError):  # what sticks out then is named
            face.page.wait_for_function(f"({TOO_WIDE})().length === 0", timeout=3000)
        found += [f"{width}: {part}" for part in face.page.evaluate(TOO_WIDE)]
    return found + violations(face)

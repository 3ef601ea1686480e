"""The site without a server: built here, and used in a browser that reaches nothing else.

FOLLOWUP_PYODIDE names the folder that deploy/site/README.md tells how to fill.
"""

import csv
import functools
import http.server
import importlib.util
import io
import os
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect, sync_playwright

from tests.browser.workbench import CHROMIUM, CHROMIUM_OPTIONS, LAPTOP, Face, row_button
from tools import site

WHEELS = os.environ.get("FOLLOWUP_PYODIDE", "")
NEEDED = {
    "jupyterlite-core": importlib.util.find_spec("jupyterlite_core"),
    "jupyterlite-pyodide-kernel": importlib.util.find_spec("jupyterlite_pyodide_kernel"),
    "Pyodide (FOLLOWUP_PYODIDE names its folder)": WHEELS,
    "chromium": CHROMIUM,
}
MISSING = [name for name, found in NEEDED.items() if not found]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]
PATIENCE = 120_000
"""Milliseconds a busy machine may take; what is waited for ends the wait."""
HEAR = """() => {
  globalThis.heard = [];
  globalThis.ear = new BroadcastChannel("followup-keeping");
  ear.onmessage = ({ data }) => heard.push(data);
}"""
"""Lets a page note what Python says of whether the browser is keeping a change."""
START, LATE = "00_start_here.ipynb", "02_their_date_has_passed.ipynb"


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A web server for files, as simple as any that would hold the site."""

    def log_message(self, *told: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build the site, serve it on this computer, and return the address."""
    folder = tmp_path_factory.mktemp("site") / "site"
    site.main([str(folder), "--wheels", WHEELS])
    files = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), files) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


class Visit:
    """One run of the browser, with what earlier runs left in `profile`."""

    def __init__(self, playwright: Playwright, profile: Path, origin: str) -> None:
        self.origin = origin
        self.outside: list[str] = []
        self.browser: BrowserContext = playwright.chromium.launch_persistent_context(
            profile, executable_path=CHROMIUM, args=CHROMIUM_OPTIONS, viewport=LAPTOP
        )
        self.browser.set_default_timeout(PATIENCE)
        self.browser.on("request", lambda sent: self._note(sent.url))
        self.face = self.open()

    def open(self) -> Face:
        """Open the site in a new tab."""
        page = self.browser.new_page()
        page.goto(self.origin)
        return Face(page, app=False)

    def wait(self, name: str) -> None:
        """Return when a page of the workbook is there."""
        ready = f'[data-followup-page="{name}"][data-followup-ready="yes"]'
        self.face.panel.and_(self.face.page.locator(ready)).wait_for()

    def close(self) -> None:
        """End the browser; it asked nobody else for anything."""
        self.browser.close()
        assert self.outside == []

    def _note(self, url: str) -> None:
        if not url.startswith((self.origin, "blob:", "data:")):
            self.outside.append(url)


def seconds(said: str, since: float) -> None:
    """Print how long something took; pytest -s shows it."""
    print(f"{said}: {time.perf_counter() - since:.1f} s")


def test_a_search_kept_in_the_browser(origin: str, tmp_path: Path) -> None:
    """What is logged is there in another run of the browser, and comes out, and in, as a zip."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        whole = _first_visit(Visit(playwright, tmp_path / "profile", origin))
        _second_visit(Visit(playwright, tmp_path / "profile", origin), whole)


def _first_visit(visit: Visit) -> bytes:
    """Log a voicemail in the practice search, begin one of one's own, and take the folder home."""
    began = time.perf_counter()
    visit.wait(START)
    seconds("first visit", began)
    content = visit.face.content
    content.get_by_text("Everything stays in this browser.").wait_for()
    page = visit.face.page
    page.evaluate(HEAR)
    content.get_by_role("button", name="Open the practice search").click()
    row_button(visit.face, "Cobbler's Gate").click()
    began = time.perf_counter()
    visit.wait(LATE)
    seconds("next page", began)
    content.get_by_role("button", name="I left a voicemail").click()
    content.get_by_role("status").filter(has_text="Logged: left a voicemail").wait_for()
    page.wait_for_function("heard.at(-1) === false")  # kept
    assert page.evaluate("heard[0]")
    _close_too_soon(page)
    visit.face.bar.get_by_role("link", name="Today").click()
    visit.wait(START)
    content.get_by_role("button", name="Open another search").click()
    content.get_by_label("Your name", exact=True).fill("Noor Haddad")
    content.get_by_role("button", name="Start my search").click()
    expect(visit.face.bar).to_contain_text("Noor Haddad")
    content.get_by_text("kept in this browser only").wait_for()
    with visit.face.page.expect_download() as download:
        content.get_by_role("button", name="Take my folder home").click()
    whole = download.value.path().read_bytes()
    with zipfile.ZipFile(io.BytesIO(whole)) as files:
        assert "Follow-up/Noor Haddad/applications.csv" in files.namelist()
        timeline = files.read("Follow-up/Practice/timeline.csv").decode("utf-8-sig")
    assert list(csv.DictReader(timeline.splitlines()))[-1]["event"] == "left_voicemail"
    visit.close()
    return whole


def _close_too_soon(page: Page) -> None:
    """Close the tab while a change is being kept: the browser asks, and one stays."""
    page.evaluate("(tell = new BroadcastChannel('followup-keeping')).postMessage(true)")
    page.wait_for_function("heard.at(-1)")
    with page.expect_event("dialog") as asked:
        page.once("dialog", lambda dialog: dialog.dismiss())
        page.close(run_before_unload=True)
    assert asked.value.type == "beforeunload"
    page.evaluate("tell.postMessage(false)")


def _second_visit(visit: Visit, whole: bytes) -> None:
    """Find the search of one's own, bring the zip back beside it, and meet a second tab."""
    began = time.perf_counter()
    visit.wait(START)
    seconds("second visit", began)
    expect(visit.face.bar).to_contain_text("Noor Haddad")
    content = visit.face.content
    content.get_by_role("button", name="Where your searches are").click()
    zipped = {"name": "Follow-up.zip", "mimeType": "application/zip", "buffer": whole}
    content.get_by_label("Bring it back").set_input_files(zipped)
    content.get_by_text("“Noor Haddad 2”: back").wait_for()
    visit.face.bar.get_by_role("link", name="Today").click()
    expect(visit.face.bar).to_contain_text("search “Noor Haddad 2”")
    other: Page = visit.open().page
    other.get_by_text("The workbook is open in another tab").wait_for()
    visit.close()

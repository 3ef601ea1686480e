"""A real server and a real browser for the pages, in both faces.

    def test_example(open_lab, search):
        face = open_lab("00_start_here.ipynb")       # or open_app; returns when the page is ready
        face.content.get_by_role("button", name="Open").click()
        face.wait("02_their_date_has_passed.ipynb")  # when a button opens another page
        assert "2026-03-16" in (search / "timeline.csv").read_text(encoding="utf-8-sig")

One server serves all tests of a worker, from copies in a temporary folder: notebooks, home,
settings, and the sample search, fresh for each test. Nothing waits by the clock; pages say when
they are ready.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.browser.workbench import CHROMIUM, LAPTOP, Face, Workbook, chromium, open_page, serving

PATIENCE = 90_000
"""Milliseconds a busy machine may take; what is waited for ends the wait."""
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbook]:
    """The server of all browser tests, started with the workbook's own command line."""
    with serving(tmp_path_factory.mktemp("workbook")) as running:
        yield running


@pytest.fixture
def search(workbook: Workbook) -> Path:
    """The folder of the open search: the sample as it comes, anew for each test."""
    return workbook.practice()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, without a window; one per module, so that its loop does not outlive it."""
    if CHROMIUM is None:
        pytest.skip("chromium is not installed, so the pages were not opened in a browser")
    with sync_playwright() as playwright:
        running = chromium(playwright)
        yield running
        running.close()


@pytest.fixture
def context(browser: Browser, workbook: Workbook) -> Iterator[BrowserContext]:
    """A browser that has never been here, and that may use the clipboard."""
    fresh = browser.new_context(viewport=LAPTOP)  # type: ignore[arg-type]
    fresh.set_default_timeout(PATIENCE)
    fresh.grant_permissions(["clipboard-read", "clipboard-write"], origin=workbook.origin)
    yield fresh
    fresh.close()


@pytest.fixture
def open_lab(context: BrowserContext, workbook: Workbook, search: Path) -> Callable[..., Face]:
    """Open a page in JupyterLab: `open_lab(name)` returns its Face when the page is ready."""
    return partial(open_page, context, workbook, app=False)


@pytest.fixture
def open_app(context: BrowserContext, workbook: Workbook, search: Path) -> Callable[..., Face]:
    """Open a page as an app: `open_app(name)` returns its Face when the page is ready."""
    return partial(open_page, context, workbook, app=True)


@pytest.fixture(params=["app", "lab"])
def open_face(request: pytest.FixtureRequest) -> Callable[[str], Face]:
    """Open a page as an app, then in JupyterLab."""
    opener: Callable[[str], Face] = request.getfixturevalue(f"open_{request.param}")
    return opener

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

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright

from followup_lib import jupyter, server

ROOT = Path(__file__).parent.parent.parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--no-first-run",
]
TOKEN = "the-token-of-the-tests"


@dataclass
class Workbook:
    """The running server: its port, and the folders it works in."""

    port: int
    root: Path
    search: Path
    pages_file: Path  # the list of pages that start by themselves

    @property
    def origin(self) -> str:
        """What every address of the server begins with."""
        return f"http://{server.HOST}:{self.port}"

    def address(self, page: str, *, app: bool) -> str:
        """The address of a page, with the token."""
        return server.page_address(page, app=app, port=self.port, token=TOKEN)

    def add_page(self, name: str, *cells: str, shipped: bool = True) -> None:
        """Add a page: cells starting with "#" are words, the others folded code.

        `shipped` puts it on the list of pages that start by themselves.
        """
        notebook = nbformat.v4.new_notebook()
        notebook.metadata["kernelspec"] = {
            "name": "python3",
            "display_name": "Python 3",
            "language": "python",
        }
        notebook.metadata["followup"] = {"page": True}
        for cell in cells:
            if cell.startswith("#"):
                notebook.cells.append(nbformat.v4.new_markdown_cell(cell))
            else:
                folded = {"jupyter": {"source_hidden": True}}
                notebook.cells.append(nbformat.v4.new_code_cell(cell, metadata=folded))
        nbformat.write(notebook, self.root / "notebooks" / name)
        listed = json.loads(self.pages_file.read_text(encoding="utf-8"))
        if shipped:
            listed[name] = jupyter.page_checksum(notebook)
        self.pages_file.write_text(json.dumps(listed), encoding="utf-8")


@dataclass
class Face:
    """A page opened in one of the faces; `page` is Playwright's."""

    page: Page
    app: bool
    outside: list[str] = field(default_factory=list)  # requests that left the server
    errors: list[str] = field(default_factory=list)  # of the console, and exceptions

    @property
    def content(self) -> Locator:
        """What the page at hand shows, without JupyterLab's own buttons."""
        if self.app:
            return self.page.locator("main")
        return self.panel.locator(".jp-OutputArea-output, .jp-MarkdownOutput")

    @property
    def panel(self) -> Locator:
        """The notebook in front, in JupyterLab; the whole body in the app."""
        return self.page.locator("body" if self.app else ".jp-NotebookPanel:not(.lm-mod-hidden)")

    def wait(self, name: str, state: str = "yes") -> None:
        """Return when the page `name` is in front and says `state`: yes, error or waiting.

        Fails at once when the page ends in the other way, with what it shows.
        """
        self.page.wait_for_url(f"**/{name}*")
        ends = (state,) if state == "waiting" else ("yes", "error")
        ended = ", ".join(f'[data-followup-ready="{end}"]' for end in ends)
        self.panel.and_(self.page.locator(ended)).wait_for()
        said = self.panel.get_attribute("data-followup-ready")
        assert said == state, "\n".join(self.content.all_inner_texts())


def _listen(face: Face, origin: str) -> None:
    inside = (origin, origin.replace("http", "ws"), "data:", "blob:")

    def request(url: str) -> None:
        if not url.startswith(inside):
            face.outside.append(url)

    face.page.on("request", lambda sent: request(sent.url))
    face.page.on("websocket", lambda opened: request(opened.url))
    face.page.on("pageerror", lambda error: face.errors.append(str(error)))
    face.page.on(
        "console", lambda told: face.errors.append(told.text) if told.type == "error" else None
    )


@pytest.fixture(scope="session")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbook]:
    """The server of all browser tests, started with the workbook's own command line."""
    home = tmp_path_factory.mktemp("workbook")
    root, search = home / "checkout", home / "search"
    shutil.copytree(ROOT / "notebooks", root / "notebooks", ignore=shutil.ignore_patterns(".*"))
    extension = "labextensions/followup-workbook"
    shutil.copytree(jupyter.FOLDER / extension, home / extension)
    pages_file = home / extension / "static/pages.json"
    pages_file.write_text(json.dumps(jupyter.page_checksums(root / "notebooks")), encoding="utf-8")
    port = server.free_port()
    environment = server.jupyter_environment(TOKEN, None) | {
        "FOLLOWUP_SEARCH": str(search),
        "HOME": str(home),
        "USERPROFILE": str(home),
        **{f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "DATA", "CACHE", "STATE")},
        **{f"JUPYTER_{name}_DIR": str(home / name) for name in ("CONFIG", "DATA", "RUNTIME")},
        "IPYTHONDIR": str(home / "ipython"),
    }
    environment["JUPYTER_PATH"] = os.pathsep.join([str(home), environment["JUPYTER_PATH"]])
    command = server.jupyter_command(root, port, "/lab")
    with (home / "server.log").open("w", encoding="utf-8") as log:
        running = subprocess.Popen(command, env=environment, cwd=root, stdout=log, stderr=log)
    try:
        server.wait_until_answering(running, port)
        yield Workbook(port, root, search, pages_file)
    finally:
        running.terminate()
        running.wait()


@pytest.fixture
def search(workbook: Workbook) -> Path:
    """The folder of the open search: the sample as it comes, anew for each test."""
    shutil.rmtree(workbook.search, ignore_errors=True)
    shutil.copytree(ROOT / "data/sample_search", workbook.search)
    return workbook.search


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, without a window; one per module, so that its loop does not outlive it."""
    if CHROMIUM is None:
        pytest.skip("chromium is not installed, so the pages were not opened in a browser")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_OPTIONS)
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser: Browser, workbook: Workbook) -> Iterator[BrowserContext]:
    """A browser that has never been here, and that may use the clipboard."""
    fresh = browser.new_context(viewport={"width": 1280, "height": 800})
    fresh.grant_permissions(["clipboard-read", "clipboard-write"], origin=workbook.origin)
    yield fresh
    fresh.close()


def _opener(context: BrowserContext, workbook: Workbook, *, app: bool) -> Callable[..., Face]:
    def open_page(name: str, state: str = "yes") -> Face:
        face = Face(context.new_page(), app)
        _listen(face, workbook.origin)
        face.page.goto(workbook.address(name, app=app))
        face.wait(name, state)
        return face

    return open_page


@pytest.fixture
def open_lab(context: BrowserContext, workbook: Workbook, search: Path) -> Callable[..., Face]:
    """Open a page in JupyterLab: `open_lab(name)` returns its Face when the page is ready."""
    return _opener(context, workbook, app=False)


@pytest.fixture
def open_app(context: BrowserContext, workbook: Workbook, search: Path) -> Callable[..., Face]:
    """Open a page as an app: `open_app(name)` returns its Face when the page is ready."""
    return _opener(context, workbook, app=True)

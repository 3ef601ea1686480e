"""The server of the browser tests, and a page opened in one of its two faces.

`tools/screenshots.py` and `benchmarks/pages.py` use the same, so that all see the same pages.
Nothing waits by the clock: a page says itself when it is ready.
"""

import csv
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Playwright, expect

from followup_lib.app import jupyter, server, way_in

ROOT = Path(__file__).parent.parent.parent
SAMPLE = ROOT / "data/sample_search"
PAGES = list(jupyter.page_checksums(ROOT / "notebooks"))
"""The file names of the workbook's pages, in order."""
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--no-first-run",
]
TOKEN = "the-token-of-the-tests"
LAPTOP, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}


@dataclass
class Workbook:
    """The running server: its port, and the folders it works in."""

    port: int
    home: Path
    root: Path  # of the pages
    search: Path
    pages_file: Path  # the list of pages that start by themselves

    @property
    def origin(self) -> str:
        """What every address of the server begins with."""
        return f"http://{way_in.HOST}:{self.port}"

    def address(self, page: str, *, app: bool) -> str:
        """The address of a page, with the token."""
        return way_in.page_address(page, app=app, port=self.port, token=TOKEN)

    def practice(self) -> Path:
        """Put the sample search back as it comes, the only one, and open; return its folder."""
        for folder in (self.search, self.home / "Follow-up"):
            shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(SAMPLE, self.search)
        last = self.home / "CONFIG/followup-workbook/open.toml"
        last.parent.mkdir(parents=True, exist_ok=True)
        last.write_text(f"search = '{self.search}'\n", encoding="utf-8")
        return self.search

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
        nbformat.write(notebook, self.root / name)
        listed = json.loads(self.pages_file.read_text(encoding="utf-8"))
        listed.pop(name, None)
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

    @property
    def bar(self) -> Locator:
        """The bar that leads to every page."""
        return self.panel.locator("followup-bar")

    def wait(self, name: str, state: str = "yes") -> None:
        """Return when the page `name` is in front and says `state`: yes, error or waiting.

        Fails at once when the page ends in the other way, with what it shows.
        """
        self.page.wait_for_url(f"**/{name}*")
        ends = (state,) if state == "waiting" else ("yes", "error")
        ended = ", ".join(f'[data-followup-ready="{end}"]' for end in ends)
        named = self.page.locator(f'[data-followup-page="{name}"]')
        self.panel.and_(named).and_(self.page.locator(ended)).wait_for()
        said = self.panel.get_attribute("data-followup-ready")
        assert said == state, "\n".join(self.content.all_inner_texts())

    def _listen(self, origin: str) -> None:
        inside = (origin, origin.replace("http", "ws"), "data:", "blob:")

        def request(url: str) -> None:
            if not url.startswith(inside):
                self.outside.append(url)

        self.page.on("request", lambda sent: request(sent.url))
        self.page.on("websocket", lambda opened: request(opened.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on(
            "console",
            lambda told: self.errors.append(told.text) if told.type == "error" else None,
        )


@contextmanager
def serving(home: Path, port: int = 0) -> Iterator[Workbook]:
    """Run the server with the workbook's own command line, from copies in the folder `home`.

    On the same port, from the same folder, it is one that was started again.
    """
    root, search = home / "checkout/notebooks", home / "search"
    hidden = shutil.ignore_patterns(".*")
    shutil.copytree(ROOT / "notebooks", root, ignore=hidden, dirs_exist_ok=True)
    extension = "labextensions/followup-workbook"
    shutil.copytree(jupyter.FOLDER / extension, home / extension, dirs_exist_ok=True)
    pages_file = home / extension / "static/pages.json"
    pages_file.write_text(json.dumps(jupyter.page_checksums(root)), encoding="utf-8")
    port = way_in.free_port(port)
    environment = server.jupyter_environment(TOKEN, None) | {
        "FOLLOWUP_LOG": str(home / "server.log"),
        "HOME": str(home),
        "USERPROFILE": str(home),
        **{f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "DATA", "CACHE", "STATE")},
        **{f"JUPYTER_{name}_DIR": str(home / name) for name in ("CONFIG", "DATA", "RUNTIME")},
        "IPYTHONDIR": str(home / "ipython"),
    }
    environment["JUPYTER_PATH"] = os.pathsep.join([str(home), environment["JUPYTER_PATH"]])
    command = server.jupyter_command(root, port, "/lab")
    with (home / "server.log").open("a", encoding="utf-8") as log:
        running = subprocess.Popen(command, env=environment, cwd=root, stdout=log, stderr=log)
    try:
        server.wait_until_answering(running, port)
        yield Workbook(port, home, root, search, pages_file)
    finally:
        server.stop(running)


def chromium(playwright: Playwright) -> Browser:
    """Return Debian's Chromium, without a window."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_OPTIONS)


def open_page(
    context: BrowserContext, workbook: Workbook, name: str, *, app: bool, state: str = "yes"
) -> Face:
    """Open a page in a new tab of `context` and return it when it says `state`."""
    face = Face(context.new_page(), app)
    face._listen(workbook.origin)
    face.page.goto(workbook.address(name, app=app))
    face.wait(name, state)
    return face


def row_button(face: Face, name: str) -> Locator:
    """Return the button of the line of today's list that begins with a name."""
    line = face.content.locator(".followup-list li").filter(has_text=name).first
    return line.locator("[data-place^='go ']").first


def turn_to(face: Face, name: str) -> None:
    """Turn a letter page to another of its rows."""
    fold = face.content.get_by_role("button", name="Another application")
    if fold.get_attribute("aria-expanded") == "false":
        fold.click()
    choice = face.content.get_by_label("Which application?", exact=True)
    choice.select_option(choice.locator("option", has_text=name).first.inner_text())
    face.content.get_by_role("button", name="Write to this one").click()
    company = name.partition(",")[0]
    heading = face.content.get_by_role("heading", level=1)
    expect(heading).to_contain_text(company)
    expect(heading).to_be_focused()


def unfold(face: Face) -> None:
    """Open every part of the page that is folded away."""
    face.content.locator("details").evaluate_all("all => all.forEach(part => { part.open = true })")
    face.content.locator(".followup-toggle[aria-expanded=false]").evaluate_all(
        "all => all.forEach(button => button.click())"
    )
    closed = ".followup-part > [style*='display: none']"
    expect(face.content.locator(closed)).to_have_count(0)


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV."""
    return list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))


def last_row(search: Path) -> dict[str, str]:
    """Return the newest row of the timeline on disk."""
    return rows(search / "timeline.csv")[-1]


def empty_search(search: Path) -> None:
    """Make the open search a new one, on the sample's day."""
    for name in ("applications", "timeline", "references"):
        path = search / f"{name}.csv"
        header = path.read_text(encoding="utf-8-sig").splitlines()[0]
        path.write_text(header + "\n", encoding="utf-8-sig")
    (search / "people.csv").unlink()
    (search / "settings.toml").write_text(
        'today = 2026-03-16\n[seeker]\nname = "Noor Haddad"\n', encoding="utf-8"
    )

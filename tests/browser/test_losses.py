"""What a page says and keeps when its Python, its server or the connection is lost."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Browser, BrowserContext, WebSocketRoute, expect

from tests.browser.conftest import PATIENCE
from tests.browser.workbench import LAPTOP, Face, Workbook, open_page, serving

LATE, START = "02_their_date_has_passed.ipynb", "00_start_here.ipynb"
STOPPED = "The workbook has stopped"
KILL = """
import os, signal
from followup_lib.pages.kit.bridge import Download
from followup_lib.pages.kit.common import Page, field
import ipywidgets as w

Page(field(w.Text, "Words"), Download("End it", lambda: os.kill(os.getpid(), signal.SIGKILL)))
"""


@pytest.fixture(params=[True, False], ids=["app", "lab"])
def app(request: pytest.FixtureRequest) -> bool:
    """One face, then the other."""
    return bool(request.param)


@pytest.fixture
def own_context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser for a server of one test's own, with the clipboard."""
    with browser.new_context(viewport=LAPTOP) as fresh:  # type: ignore[arg-type]
        fresh.set_default_timeout(PATIENCE)
        fresh.grant_permissions(["clipboard-read", "clipboard-write"])
        yield fresh


def type_words(face: Face, words: str) -> None:
    """Write the message in one's own words."""
    face.content.get_by_label("Message", exact=True).fill(words)


def copied(face: Face) -> str:
    """Copy the message with its button and return what the clipboard holds."""
    face.content.get_by_role("button", name="Copy the message").click()
    face.content.get_by_text("Copied.").wait_for()
    return str(face.page.evaluate("navigator.clipboard.readText()"))


def told(face: Face) -> None:
    """Wait until the page says that it has stopped."""
    expect(face.panel.get_by_role("heading", name=STOPPED)).to_be_visible()


@pytest.mark.slow
def test_a_server_that_ends_and_comes_back(
    app: bool, tmp_path: Path, own_context: BrowserContext
) -> None:
    """The page says so and copies; started again, it leads on with the words typed meanwhile."""
    with ExitStack() as first:
        workbook = first.enter_context(serving(tmp_path))
        workbook.practice()
        face = open_page(own_context, workbook, LATE, app=app)
        assert "token" not in face.page.url
        type_words(face, "Before it ended.")
    told(face)
    type_words(face, "After it ended.")
    assert copied(face) == "After it ended."
    again = face.panel.get_by_role("button", name="Try again")
    again.click()
    expect(face.panel.get_by_text("It doesn’t answer yet.")).to_be_visible()
    face.bar.get_by_role("link", name="Interviews").click()
    expect(again).to_be_focused()  # and the words are still here
    with serving(tmp_path, workbook.port):
        again.click()
        again.wait_for(state="detached")
        face.wait(LATE)
        expect(face.content.get_by_label("Message", exact=True)).to_have_value("After it ended.")


@pytest.mark.slow
def test_a_server_that_freezes(app: bool, tmp_path: Path, own_context: BrowserContext) -> None:
    """No connection breaks then: a moment after words were typed the page says so, and goes on."""
    with serving(tmp_path) as workbook:
        workbook.practice()
        face = open_page(own_context, workbook, LATE, app=app)
        server = next(
            child
            for child in psutil.Process().children()
            if f"--ServerApp.port={workbook.port}" in child.cmdline()
        )
        server.suspend()
        try:
            type_words(face, "While it was frozen.")
            face.page.keyboard.press("Tab")
            told(face)
            assert copied(face) == "While it was frozen."
            again = face.panel.get_by_role("button", name="Try again")
            again.click()
            expect(face.panel.get_by_text("It doesn’t answer yet.")).to_be_visible()
        finally:
            server.resume()
        again.wait_for(state="detached")
        face.content.get_by_role("button", name="I sent it").click()
        face.content.get_by_role("button", name="Undo: ").first.wait_for()
        kept = [
            path.read_text(encoding="utf-8") for path in (workbook.search / "messages").iterdir()
        ]
        assert any("While it was frozen." in text for text in kept)


@pytest.mark.slow
def test_words_python_never_came_to(tmp_path: Path, own_context: BrowserContext) -> None:
    """A page loaded again while its Python is busy has the words typed into it meanwhile."""
    with serving(tmp_path) as workbook:
        workbook.practice()
        face = open_page(own_context, workbook, LATE, app=True)
        busy = [
            child
            for child in psutil.Process().children(recursive=True)
            if str(tmp_path) in " ".join(child.cmdline()) and "page_kernel" in str(child.cmdline())
        ]
        assert busy
        for each in busy:
            each.suspend()
        try:
            type_words(face, "While it was busy.")
            face.page.reload()
            face.wait(LATE)
        finally:
            for each in busy:
                with suppress(psutil.NoSuchProcess):
                    each.resume()
        message = face.content.get_by_label("Message", exact=True)
        expect(message).to_have_value("While it was busy.")


@pytest.mark.slow
def test_a_connection_that_breaks_and_comes_back(
    app: bool,
    context: BrowserContext,
    workbook: Workbook,
    search: Path,
    open_app: Callable[[str], Face],
    open_lab: Callable[[str], Face],
) -> None:
    """The page says so, refuses what it cannot do, and goes on from the same Python afterwards."""
    sockets: list[WebSocketRoute] = []
    broken: list[bool] = []

    def connect(socket: WebSocketRoute) -> None:
        if broken:
            socket.close()
        else:
            socket.connect_to_server()
            sockets.append(socket)

    context.route_web_socket(re.compile("/channels"), connect)
    face = (open_app if app else open_lab)(LATE)
    broken.append(True)
    for socket in sockets:
        socket.close()
    told(face)
    type_words(face, "Meanwhile.")
    assert copied(face) == "Meanwhile."
    face.content.get_by_role("button", name="I sent it").click()
    again = face.panel.get_by_role("button", name="Try again")
    expect(again).to_be_focused()
    # Back from the press on, not before: JupyterLab tries now and then by itself, too.
    face.page.expose_function("pressed", lambda: broken.clear())
    face.page.evaluate("addEventListener('click', () => pressed(), { capture: true, once: true })")
    again.click()
    again.wait_for(state="detached")
    face.content.get_by_role("button", name="I sent it").click()
    expect(face.content.get_by_text("Undo")).not_to_have_count(0)


@pytest.mark.slow
def test_a_python_that_is_killed(
    app: bool, workbook: Workbook, open_app: Callable[[str], Face], open_lab: Callable[[str], Face]
) -> None:
    """What was typed after it was gone stands in its field when it has started again."""
    workbook.add_page("killed.ipynb", "# It is killed", KILL)
    face = (open_app if app else open_lab)("killed.ipynb")
    face.content.get_by_role("button", name="End it").click()
    told(face)
    if not app:  # JupyterLab's own word on it
        face.page.get_by_role("dialog").get_by_role("button", name="Ok").click()
    words = face.content.get_by_label("Words", exact=True)
    words.fill("After it was killed.")
    again = face.panel.get_by_role("button", name="Start it again")
    again.click()
    again.wait_for(state="detached")
    face.wait("killed.ipynb")
    expect(words).to_have_value("After it was killed.")


@pytest.mark.slow
def test_a_disk_that_is_full(
    app: bool,
    tiny_disk: Path,
    workbook: Workbook,
    open_app: Callable[[str], Face],
    open_lab: Callable[[str], Face],
) -> None:
    """The page says which file and why, keeps the words, changes nothing; with room it goes on."""
    search = replace(workbook, search=tiny_disk / "Maya").practice()
    before = (search / "timeline.csv").read_bytes()
    face = (open_app if app else open_lab)(LATE)
    ballast = tiny_disk / "ballast"
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(4096)):
            pass
    type_words(face, "With a full disk.")
    send = face.content.get_by_role("button", name="I sent it")
    send.click()
    said = face.content.get_by_text("No space left on device").last
    said.wait_for()
    assert "could not be written" in said.inner_text()
    assert "nothing was changed" in said.inner_text()
    assert (search / "timeline.csv").read_bytes() == before
    assert copied(face) == "With a full disk."
    ballast.unlink()
    send.click()
    face.content.get_by_text("Undo").first.wait_for()
    kept = [path.read_text(encoding="utf-8") for path in (search / "messages").iterdir()]
    assert any("With a full disk." in text for text in kept)
    assert list(search.rglob("*.tmp")) == []

"""What a browser gets at: the pages' folder, and nothing beside it, in both faces."""

import urllib.error
import urllib.request
from http.cookiejar import CookieJar

import pytest

from tests.app.reached import ASKED
from tests.browser.workbench import Workbook

START = "00_start_here.ipynb"
REACHED = [f"/files/{START}", f"/api/contents/{START}", f"/lab/tree/{START}"]


@pytest.fixture
def status(workbook: Workbook):
    """Ask the server as a browser that was let in: `status(path)` is the number it answers with."""
    for folder in (workbook.root.parent / ".git", workbook.root / ".hidden"):
        folder.mkdir(exist_ok=True)
    (workbook.root.parent / ".git/config").write_text("secret")
    (workbook.root.parent / "beside.png").write_text("secret")
    (workbook.root / ".hidden/words.txt").write_text("secret")
    workbook.practice()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    browser.addheaders = [("Referer", workbook.origin)]  # as a link on one of our pages has it

    def ask(path: str) -> int:
        try:
            with browser.open(workbook.origin + path) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as refused:
            refused.close()
            return refused.code

    with browser.open(workbook.address("99_none.ipynb", app=False)):
        yield ask


@pytest.mark.slow
def test_the_pages_folder_alone_is_reached(status) -> None:
    """Pages are handed out; code, a repository, hidden files, a search, a terminal are not."""
    assert [status(path) for path in REACHED] == [200] * len(REACHED)
    found = {path: status(path) for path in ASKED}
    assert {path: code for path, code in found.items() if code not in (403, 404)} == {}

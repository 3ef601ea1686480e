"""A press counts for the button it began on, and for no other, whatever moves meanwhile."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.workbench import Face, row_button, rows

START, INTERVIEWS = "00_start_here.ipynb", "01_interviews.ipynb"
LETTER = "02_their_date_has_passed.ipynb"


def hold_down(button: Locator, edge: float = 0) -> tuple[float, float]:
    """Press a button, in its middle or `edge` pixels from its left; return where. It is held."""
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    assert box is not None
    x, y = box["x"] + (edge or box["width"] / 2), box["y"] + box["height"] / 2
    button.page.mouse.move(x, y)
    button.page.mouse.down()
    return x, y


@pytest.mark.slow
def test_a_button_that_moves_under_the_press_is_pressed(
    open_face: Callable[[str], Face], search: Path
) -> None:
    """A button goes down while it is held, as by a read-back above; the press counts, once."""
    face = open_face(LETTER)
    send = face.content.get_by_role("button", name="I sent it")
    before = len(rows(search / "timeline.csv"))
    hold_down(send)
    send.evaluate("button => { button.style.transform = 'translateY(200px)' }")
    face.page.mouse.up()
    face.content.get_by_role("status").filter(has_text="Logged: wrote to").wait_for()
    assert len(rows(search / "timeline.csv")) == before + 1


@pytest.mark.slow
def test_a_line_drawn_again_under_the_press_is_pressed(open_app: Callable[[str], Face]) -> None:
    """The list is drawn again while a button in it is held: its page opens, and one page only."""
    face = open_app(START)
    hold_down(row_button(face, "Cobbler's Gate"))
    face.page.evaluate(
        """() => document.querySelectorAll(".followup-list section").forEach((part) => {
            const again = part.cloneNode(true);
            const old = [...part.querySelectorAll("button")];
            again.querySelectorAll("button").forEach((node, i) => (node.onclick = old[i].onclick));
            part.replaceWith(again);
        })"""
    )
    face.page.mouse.up()
    face.wait(LETTER)
    expect(face.content.get_by_role("heading", level=1)).to_contain_text("Cobbler's Gate")


def let_go(face: Face, x: float, y: float) -> None:
    """Let go of the mouse there, and wait until the page has made up its mind about the press."""
    face.page.mouse.move(x, y)
    face.page.mouse.up()
    face.page.evaluate("() => new Promise((done) => setTimeout(done, 120))")  # its own takes 60


@pytest.mark.slow
@pytest.mark.parametrize("how", ["away", "beside", "menu"])
def test_what_the_browser_takes_for_no_click_is_none(
    open_app: Callable[[str], Face], how: str
) -> None:
    """Moved away before letting go, slid off the edge, or held until a menu opened."""
    face = open_app(START)
    button = row_button(face, "Cobbler's Gate")
    x, y = hold_down(button, edge=2)
    if how == "menu":
        button.dispatch_event("contextmenu")
        button.evaluate("button => { button.style.transform = 'translateY(200px)' }")
    let_go(face, *{"away": (5, 400), "beside": (x - 6, y), "menu": (x, y)}[how])
    face.bar.get_by_role("link", name="Interviews").click()
    face.wait(INTERVIEWS)
    assert face.page.evaluate("history.length") == 3  # the blank tab, the start page, this one

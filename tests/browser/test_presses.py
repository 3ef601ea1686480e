"""A press counts for the button it began on, and for no other, whatever moves meanwhile."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.workbench import Face, row_button, rows

START, INTERVIEWS = "00_start_here.ipynb", "01_interviews.ipynb"
LETTER = "02_their_date_has_passed.ipynb"


def hold_down(button: Locator) -> None:
    """Put the mouse on a button and press it, without letting go."""
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    assert box is not None
    button.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    button.page.mouse.down()


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


@pytest.mark.slow
def test_a_press_that_is_drawn_away_from_its_button_does_nothing(
    open_app: Callable[[str], Face],
) -> None:
    """Somebody who presses and thinks better of it moves away before letting go."""
    face = open_app(START)
    hold_down(row_button(face, "Cobbler's Gate"))
    face.page.mouse.move(5, 400)
    face.page.mouse.up()
    face.bar.get_by_role("link", name="Interviews").click()
    face.wait(INTERVIEWS)
    assert face.page.evaluate("history.length") == 3  # the blank tab, the start page, this one


@pytest.mark.slow
def test_a_press_that_opens_a_menu_or_ends_beside_its_button_does_nothing(
    open_app: Callable[[str], Face],
) -> None:
    """What the browser takes for no click is none: a long press, or a finger that slid off."""
    face = open_app(START)
    button = row_button(face, "Cobbler's Gate")
    hold_down(button)
    button.dispatch_event("contextmenu")
    face.page.evaluate(
        """() => document.querySelectorAll(".followup-list").forEach(
            (list) => (list.style.marginTop = "40px"))"""
    )
    face.page.mouse.up()
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    assert box is not None
    face.page.mouse.move(box["x"] + 2, box["y"] + box["height"] / 2)
    face.page.mouse.down()
    face.page.mouse.move(box["x"] - 4, box["y"] + box["height"] / 2)
    face.page.mouse.up()
    face.bar.get_by_role("link", name="Interviews").click()
    face.wait(INTERVIEWS)
    assert face.page.evaluate("history.length") == 3  # the blank tab, the start page, this one

"""The interviews page after something was logged: what stands on it, without a browser."""

import ipywidgets as w

from followup_lib.pages.interviews.view import interviews_form
from followup_lib.pages.kit.bridge import OpenPage
from followup_lib.pages.kit.common import page_foot
from followup_lib.pages.kit.desk import Desk


def walk(box: w.Widget) -> list[w.Widget]:
    """Return a widget and everything in it."""
    return [box, *(inner for child in getattr(box, "children", ()) for inner in walk(child))]


def labeled(boxes: list[w.Widget], label: str) -> w.Widget:
    """Return the first widget with a label."""
    return next(box for box in boxes if getattr(box, "description", "") == label)


def test_what_was_logged_stands_first_and_once(desk: Desk) -> None:
    """After logging, the card makes way, and the foot does not lead where the main button does."""
    page = [*interviews_form(desk), page_foot(desk)]
    boxes = [inner for box in page for inner in walk(box)]
    card, foot = page[0], page[-1]
    assert card.layout.display != "none"
    labeled(boxes, "Which application?").value = "osprey-lane-mutual-operations-analyst"
    labeled(boxes, "Who did you talk to?").value = "Ms. Marchetti"
    labeled(boxes, "What day?").value = desk.today
    labeled(boxes, "Log this interview").click()
    assert card.layout.display == "none"
    main = next(box for box in boxes if isinstance(box, OpenPage) and box.primary and box.label)
    assert desk.shown
    assert main.label not in foot.label
    assert "Undo" not in [getattr(box, "description", "") for box in boxes]
    labeled(boxes, "Undo: interview at Osprey Lane Mutual, Operations Analyst").click()
    assert (desk.shown, card.layout.display) == ("", "")

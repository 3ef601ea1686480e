"""The interviews page after something was logged: what stands on it, without a browser."""

from followup_lib.pages.interviews.view import interviews_form
from followup_lib.pages.kit.bridge import OpenPage
from followup_lib.pages.kit.common import page_foot
from followup_lib.pages.kit.desk import Desk
from tests.pages.page_parts import find, label, widgets


def test_what_was_logged_stands_first_and_once(desk: Desk) -> None:
    """After logging, the card makes way, and the foot does not lead where the main button does."""
    page = [*interviews_form(desk), page_foot(desk)]
    card, foot = page[0], page[-1]
    assert card.layout.display != "none"
    find(page, "Which application?").value = "osprey-lane-mutual-operations-analyst"
    find(page, "Who did you talk to?").value = "Ms. Marchetti"
    find(page, "What day?").value = desk.today
    find(page, "Log this interview").click()
    assert card.layout.display == "none"
    boxes = list(widgets(page))
    main = next(box for box in boxes if isinstance(box, OpenPage) and box.primary and box.label)
    assert desk.shown
    assert main.label not in foot.label
    assert "Undo" not in map(label, boxes)
    find(page, "Undo: interview at Osprey Lane Mutual, Operations Analyst").click()
    assert (desk.shown, card.layout.display) == ("", "")

"""The interviews page after something was logged: what stands on it, without a browser."""

import datetime as dt
from functools import partial
from pathlib import Path

import pytest

from followup_lib.pages.interviews.debrief_model import DebriefModel
from followup_lib.pages.interviews.view import interviews_form
from followup_lib.pages.kit.bridge import OpenPage
from followup_lib.pages.kit.common import page_foot
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.records import edits
from followup_lib.store.new_search import create_search
from tests.pages.page_parts import find, label, widgets

MONDAY = dt.date(2026, 3, 16)


def test_a_newcomer_is_only_asked_of_a_talk(tmp_path: Path) -> None:
    """Without an application nothing else can have happened, and nothing missing is named."""
    desk = Desk(create_search(tmp_path / "New", name="Ada"), MONDAY)
    page = interviews_form(desk)
    assert find(page, "How did it go?").layout.display == "none"
    model = DebriefModel(desk)
    model.company, model.job_title, model.on = "Hill", "Clerk", dt.date(2026, 3, 19)
    with pytest.raises(FieldError, match="still ahead: add the application under “Applications”"):
        model.log()
    add = partial(edits.add_application, company="Hill", job_title="Clerk")
    desk.edit("add Hill", lambda tables: add(tables)[0])
    assert find(page, "How did it go?").layout.display == ""


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

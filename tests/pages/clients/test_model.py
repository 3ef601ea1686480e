"""The page of a coach's clients: everybody in a table, one opened, one added."""

from typing import Any

import ipywidgets as w
import pytest

from followup_lib.app.workspace import find_search, practice, remember
from followup_lib.app.workspace import home as searches
from followup_lib.pages.clients.model import COLUMNS, ClientsModel
from followup_lib.pages.clients.view import ClientsTable, clients_form, clients_page
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.names import APPLICATIONS, SESSION
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.records.errors import FollowupError
from followup_lib.store.new_search import create_search
from tests.pages.page_parts import widgets


@pytest.fixture
def coach(home) -> Desk:
    """Return the desk of a coach with two clients, one of them open."""
    create_search(searches() / "Tom bWingb", name="Tom <b>Wing</b>")
    remember(practice())
    return Desk.open()


def read(row: dict[str, Any]) -> dict[str, str]:
    """Return a line of the table as a person reads it, by the headings of its columns."""
    return dict(zip(COLUMNS, (text for text, _ in row["cells"]), strict=True))


def test_each_client_has_a_line(coach: Desk) -> None:
    """Name, next session, what is due, late and on pause, and the last session; and a count."""
    model = ClientsModel()
    assert model.line == "Two clients. One thing late on their side."
    maya, tom = map(read, model.rows)
    assert tom == {
        "Name": "Tom <b>Wing</b>",
        "Next session": "",
        "Due this week": "0",
        "Late": "0",
        "On pause": "0",
        "Last session": "",
    }
    assert maya["Name"] == "Maya Lindqvist (the practice copy)"
    now = coach.plan
    due, rests = len(now.today) + len(now.coming_up), len(now.at_rest)
    assert (maya["Due this week"], maya["Late"], maya["On pause"]) == (str(due), "1", str(rests))


def test_what_cannot_be_read_is_told_and_not_opened(coach: Desk) -> None:
    """A search with a damaged file has its sentence, no counts, and no way in."""
    (searches() / "Tom bWingb" / "timeline.csv").write_text("x", encoding="utf-8")
    row = next(row for row in ClientsModel().rows if not row["key"])
    assert row["note"].startswith("timeline.csv: this isn’t the CSV expected here")
    assert read(row)["Due this week"] == ""


def test_a_name_opens_that_clients_session(coach: Desk) -> None:
    """Its search is the open one from then on, and the page left behind changes nothing."""
    model = ClientsModel()
    key = next(row["key"] for row in model.rows if read(row)["Name"].startswith("Tom"))
    (table,) = (box for box in widgets(clients_form(model)) if isinstance(box, ClientsTable))
    sent: list[Any] = []
    table.send = sent.append  # type: ignore[method-assign]
    table.turn_to(key)
    assert sent == [{"type": "open", "path": f"{SESSION}.ipynb"}]
    now = find_search()
    assert now.folder.name == "Tom bWingb"
    with pytest.raises(FollowupError, match="nothing was changed"):
        coach.edit("x", lambda tables: tables)


def test_a_new_client_is_added_and_opened(coach: Desk) -> None:
    """A name is asked for, at its field; then the search is made, and their list comes next."""
    model = ClientsModel()
    with pytest.raises(FieldError, match="What is the client’s name") as refused:
        model.begin()
    assert refused.value.field == "new_name"
    model.new_name = " Ruth Amsel "
    assert model.begin() == APPLICATIONS
    now = find_search()
    assert now.read().settings.seeker.name == "Ruth Amsel"
    with pytest.raises(FollowupError, match="already a search"):
        model.begin()


def test_nobody_yet(home) -> None:
    """Without any search the page says so, and adding a client stands open."""
    shown = list(widgets(clients_page().box))
    text = " ".join(box.value for box in shown if isinstance(box, w.HTML))
    assert "No client’s search is here yet." in text
    assert [box.value for box in shown if isinstance(box, w.ToggleButton)] == [True]
    assert not any(isinstance(box, ClientsTable) for box in shown)

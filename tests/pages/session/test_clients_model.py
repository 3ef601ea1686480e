"""The coach's part of the session page: the list, opening another client, and what leaves."""

import pytest

from followup_lib.app.workspace import find_search, practice, remember
from followup_lib.app.workspace import home as searches
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.session.clients_model import ClientsModel, ThisSearchModel
from followup_lib.pages.session.clients_view import client_part, clients_part
from followup_lib.records.errors import FollowupError
from followup_lib.store.search import create_search


@pytest.fixture
def coach(home) -> Desk:
    """Return the desk of a coach with two clients, one of them open."""
    create_search(searches() / "Tom bWingb", name="Tom <b>Wing</b>")
    remember(practice())
    desk = Desk.open()
    assert desk is not None
    return desk


def test_the_list_names_everybody(coach: Desk) -> None:
    """Nothing is read before one asks; then each client has a line, the others can be opened."""
    model = ClientsModel(coach)
    assert model.lines == []
    assert model.show() == "On this computer: 2."
    assert [line.partition(":")[0] for line in model.lines] == [
        "Maya Lindqvist (the practice copy)",
        "Tom <b>Wing</b>",
    ]
    assert [name for name, _ in model.others] == ["Tom <b>Wing</b>"]


def test_names_are_escaped(coach: Desk) -> None:
    """A name that looks like markup is shown as it is written."""
    part = clients_part(coach)
    body = part.children[1]
    body.children[1].children[0].click()
    shown = body.children[3].value
    assert "Tom &lt;b&gt;Wing&lt;/b&gt;" in shown


def test_another_client_is_opened(coach: Desk) -> None:
    """Opening makes that search the open one, and the page left behind changes nothing."""
    model = ClientsModel(coach)
    with pytest.raises(FollowupError, match="Choose a client"):
        model.open()
    model.show()
    model.open()
    now = find_search()
    assert now is not None
    assert now.folder.name == "Tom bWingb"
    with pytest.raises(FollowupError, match="nothing was changed"):
        coach.edit("x", lambda tables: tables)


def test_taking_off_asks_twice(coach: Desk) -> None:
    """First what would go is told, then the name is typed; only then the folder is deleted."""
    model = ThisSearchModel(coach)
    with pytest.raises(FollowupError, match="First read"):
        model.remove()
    assert "Deleted from" in model.ask()
    with pytest.raises(FollowupError, match="nothing was deleted"):
        model.remove()
    model.typed_name = "Maya Lindqvist"
    assert "off this computer" in model.remove()
    assert not coach.search.folder.exists()


def test_the_copies_are_files(coach: Desk) -> None:
    """Both downloads are zips with names that say what they are."""
    model = ThisSearchModel(coach)
    for name, mime, data in (model.copy(), model.redacted()):
        assert name.endswith(".zip")
        assert mime == "application/zip"
        assert data[:2] == b"PK"
    assert client_part(coach).children

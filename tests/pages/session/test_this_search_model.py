"""What is done with a client's search as a whole: taking it off, and the copies that leave."""

import pytest

from followup_lib.app.workspace import practice, remember
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.session.this_search_model import ThisSearchModel
from followup_lib.pages.session.this_search_view import this_search_part
from followup_lib.records.errors import FollowupError


@pytest.fixture
def coach(home) -> Desk:
    """Return the desk of a coach with a client's search open."""
    remember(practice())
    return Desk.open()


def test_taking_off_asks_twice(coach: Desk) -> None:
    """First what would go is told, then the name is typed; only then the folder is deleted."""
    model = ThisSearchModel(coach)
    with pytest.raises(FollowupError, match="Read what would be deleted"):
        model.remove()
    assert "Deleted from" in model.ask()
    with pytest.raises(FollowupError, match="nothing was deleted"):
        model.remove()
    model.typed_name = "Maya Lindqvist"
    assert "has been deleted" in model.remove()
    assert not coach.search.folder.exists()


def test_the_copies_are_files(coach: Desk) -> None:
    """Both downloads are zips with names that say what they are."""
    model = ThisSearchModel(coach)
    for name, mime, data in (model.copy(), model.redacted()):
        assert name.endswith(".zip")
        assert mime == "application/zip"
        assert data[:2] == b"PK"
    assert this_search_part(coach).children

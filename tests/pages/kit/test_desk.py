"""The desk: a page left open while another client's search was opened changes nothing."""

from pathlib import Path

import pytest

from followup_lib.app.workspace import home as searches
from followup_lib.app.workspace import practice, remember
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.names import PAGES
from followup_lib.pages.kit.status import Status
from followup_lib.pages.kit.undo import undo_of
from followup_lib.records.errors import FollowupError
from followup_lib.store.new_search import create_search


def test_every_situation_is_on_one_page() -> None:
    """Each situation with letters, and no other, is on one page that writes them."""
    letters = Path(__file__).parents[3] / "followup_lib/letters/en"
    on_pages = sorted(situation for situations in PAGES.values() for situation in situations)
    assert on_pages == sorted(folder.name for folder in letters.iterdir())


def test_a_page_left_behind_changes_nothing(home) -> None:
    """After another search was opened, edits, settings and undo of the old page are refused."""
    remember(practice())
    left = Desk.open()
    left.edit("first", lambda tables: tables)
    remember(create_search(searches() / "Tom Wing", name="Tom Wing"))
    acts = (
        lambda: left.edit("second", lambda tables: tables),
        lambda: left.set_settings("seeker", name="Tom"),
        left.undo,
    )
    for act in acts:
        with pytest.raises(FollowupError, match="belongs to “Practice”, and “Tom Wing” is open"):
            act()
    other = Desk.open()
    other.edit("third", lambda tables: tables)


def test_the_same_search_by_another_way_is_the_same(home, monkeypatch) -> None:
    """A search named by a longer path, or reopened, is no other one."""
    search = practice()
    remember(search)
    desk = Desk.open()
    monkeypatch.setenv("FOLLOWUP_SEARCH", str(search.folder / ".." / search.folder.name))
    desk.edit("still here", lambda tables: tables)


def test_a_change_of_settings_is_undone_by_name(home) -> None:
    """After settings are saved at a desk, the undo of its pages is for them, in plain words."""
    desk = Desk(practice())
    made = undo_of(desk, Status(), desk.undo)
    desk.set_settings("seeker", name="Noor")
    assert (made.description, made.layout.display) == ("Undo: the change of settings", "")
    made.click()
    assert (desk.tables.settings.seeker.name, made.layout.display) == ("Maya Lindqvist", "none")

"""Input kept beside the tables: one mechanism for forms, for bare fields and for letters."""

import datetime as dt
from typing import Any

import ipywidgets as w
import pytest

from followup_lib.pages.kit.kept import Kept
from followup_lib.pages.kit.kept_fields import KeptFields
from followup_lib.pages.kit.status import Status

MONDAY = dt.date(2026, 3, 16)


class Shelf:
    """A shelf that keeps in memory what a search keeps on disk."""

    def __init__(self) -> None:
        self.notes: dict[str, dict[str, Any]] = {}

    def keep(self, key: str, values: dict[str, Any]) -> None:
        """Keep values; empty ones are forgotten."""
        self.notes = {k: v for k, v in {**self.notes, key: values}.items() if v}

    def kept(self, key: str) -> dict[str, Any]:
        """Return what was kept."""
        return dict(self.notes.get(key, {}))


@pytest.fixture
def shelf() -> Shelf:
    """Return an empty shelf."""
    return Shelf()


def fields(shelf: Shelf, key: str = "a") -> tuple[KeptFields, dict[str, Any]]:
    """Return a day, a number and a text that are kept, as on a page made anew."""
    boxes = {"day": w.DatePicker(), "number": w.IntText(value=3), "text": w.Text(value="ours")}
    return KeptFields(shelf, boxes, Status(), key), boxes


def test_what_is_put_lies_beside_what_another_window_put(shelf: Shelf) -> None:
    """One value is put or dropped by its name; a day is text; nothing left is nothing kept."""
    one, other = Kept(shelf, "a"), Kept(shelf, "a")
    one.put({"day": MONDAY})
    other.put({"text": "x"})
    assert shelf.notes == {"a": {"day": "2026-03-16", "text": "x"}}
    other.put({}, without="text")
    one.put({}, without="day")
    assert shelf.notes == {}


def test_fields_are_there_again(shelf: Shelf) -> None:
    """Only what was changed is kept, and a page made anew shows it, a day as a day."""
    _, boxes = fields(shelf)
    boxes["day"].value, boxes["number"].value = MONDAY, 5
    assert shelf.notes == {"a": {"day": "2026-03-16", "number": 5}}
    again, boxes = fields(shelf)
    assert [box.value for box in boxes.values()] == [MONDAY, 5, "ours"]
    assert again.changed == {"day": MONDAY, "number": 5}
    boxes["number"].value = 3
    assert shelf.notes == {"a": {"day": "2026-03-16"}}


def test_two_windows_keep_beside_each_other(shelf: Shelf) -> None:
    """What one window types does not push out what another one typed."""
    (_, mine), (_, theirs) = fields(shelf), fields(shelf)
    mine["text"].value, theirs["number"].value = "x", 9
    assert shelf.notes == {"a": {"text": "x", "number": 9}}


def test_turning_to_another_key_shows_what_is_kept_there(shelf: Shelf) -> None:
    """Each key has its own input; clearing one forgets it and shows the fields as they were."""
    kept, boxes = fields(shelf)
    boxes["text"].value = "x"
    kept.start("b")
    assert boxes["text"].value == "ours"
    boxes["text"].value = "y"
    kept.start("a")
    assert boxes["text"].value == "x"
    kept.clear()
    assert (boxes["text"].value, shelf.notes) == ("ours", {"b": {"text": "y"}})


def test_a_file_somebody_else_changed_is_taken_as_far_as_it_goes(shelf: Shelf) -> None:
    """A value that does not fit its field is left out, and the others are shown."""
    shelf.notes = {"a": {"day": "soon", "number": "many", "text": "x", "gone": 1}}
    _, boxes = fields(shelf)
    assert [box.value for box in boxes.values()] == [None, 3, "x"]
    shelf.notes = {"a": {"number": [], "text": ["x"]}}
    _, boxes = fields(shelf)
    assert [box.value for box in boxes.values()] == [None, 3, "ours"]

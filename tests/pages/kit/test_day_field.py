"""A day is typed as one says it or chosen; how it was read stands beneath, and nothing is lost."""

import datetime as dt

import pytest
import traitlets as t

from followup_lib.pages.kit.common import Status
from followup_lib.pages.kit.day_field import DayField
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.ties import Fields
from followup_lib.records.errors import FollowupError

FRIDAY = dt.date(2026, 3, 13)  # the last one on the day of the sample


class Model(t.HasTraits):
    """A model with one day."""

    on = t.Instance(dt.date, allow_none=True)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk


@pytest.fixture
def field(desk: Desk) -> DayField:
    """Return the field of a model's day."""
    made: DayField = Fields(Model(desk), Status()).day("on", "What day?")
    return made


def test_what_is_typed_is_read_back(field: DayField) -> None:
    """A day typed in words is the model's day; beneath stands which it is."""
    field.text = "last Friday"
    assert (field.value, field.told, field.unread) == (FRIDAY, "Fri, March 13", False)
    assert field.heard == "last Friday"


def test_what_cannot_be_told_is_asked(field: DayField) -> None:
    """Words that name no day are no day, the line beneath says so, and going on is refused."""
    field.text = "fridge"
    assert (field.value, field.unread) == (None, True)
    assert "“fridge”" in field.told
    with pytest.raises(FollowupError, match="“fridge” is"):
        field.read()


def test_an_emptied_line_is_no_day(field: DayField) -> None:
    """Taking the words out again takes the day away, and asks nothing."""
    field.text = "3/13"
    field.text = " "
    assert (field.value, field.told, field.unread, field.read()) == (None, "", False, None)


def test_the_calendar_counts_like_typing(field: DayField) -> None:
    """A day chosen there stands in the line in words; what could not be read is gone."""
    field.text = "fridge"
    field._chosen(field, {"chosen": "2026-03-13"}, [])
    assert (field.value, field.text, field.unread) == (FRIDAY, "Fri, March 13", False)
    field._chosen(field, {"chosen": ""}, [])
    assert (field.value, field.text) == (None, "")


def test_a_day_of_the_models_stands_in_the_line(desk: Desk) -> None:
    """What the model holds is shown as days are shown, and what is typed goes to the model."""
    model = Model(desk)
    field: DayField = Fields(model, Status()).day("on", "What day?", ahead=True)
    model.on = dt.date(2025, 11, 3)
    assert (field.text, field.told) == ("Mon, November 3, 2025", "")
    field.text = "Friday"
    assert model.on == dt.date(2026, 3, 20)
    model.on = None
    assert field.text == ""

"""The settings on a page: every number beside its range, saved in one place, refused in words."""

import datetime as dt

import ipywidgets as w
import pytest

from followup_lib.pages.applications.settings_model import SettingsModel
from followup_lib.pages.applications.settings_view import settings_widgets
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.letter.model import LetterModel
from followup_lib.pages.start.list_model import ListModel
from followup_lib.pages.start.model import StartModel
from followup_lib.records.dates import WEEKDAYS
from followup_lib.records.errors import FollowupError
from followup_lib.records.settings import NUMBERS, OURS
from tests.pages.page_parts import widgets


@pytest.mark.parametrize("name", NUMBERS)
def test_a_number_is_saved_and_counted_with(desk: Desk, name: str) -> None:
    """Each number is changed in one place, is in the settings of the next look, and undone."""
    model = SettingsModel(desk)
    before = model.numbers[name]
    value = NUMBERS[name].highest
    assert model.save_numbers(model.numbers | {name: value}).startswith("Saved")
    assert desk.tables.settings.pace[name] == value
    desk.undo()
    assert desk.tables.settings.pace[name] == before


@pytest.mark.parametrize("value", [-1, 1000])
def test_a_number_out_of_range_is_refused(desk: Desk, value: int) -> None:
    """The sentence names the setting, what was found and what is allowed; nothing is saved."""
    model = SettingsModel(desk)
    with pytest.raises(
        FollowupError, match=r"gap: found .* allowed is a whole number from 1 to 60"
    ):
        model.save_numbers(model.numbers | {"gap": value})
    assert desk.tables.settings.pace["gap"] == 5


def test_every_number_stands_beside_its_range(desk: Desk) -> None:
    """The page shows for each number its unit, what is usual here, and what others publish."""
    shown = " ".join(
        str(getattr(box, "value", "")) + str(getattr(box, "description", ""))
        for box in widgets(settings_widgets(desk))
    )
    for number in NUMBERS.values():
        assert f"{number.unit.capitalize()} {number.meaning}" in shown
        assert f"Usual here: {number.default}." in shown
        assert f"Published: {number.published}." in shown or number.published == OURS
        assert "Published: ours" not in shown


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"country": "XX"}, "no public holidays are known for XX"),
        ({"days_off": "20.3.2026"}, "found '20.3.2026'; write year-month-day"),
        ({"locale": "de_DE"}, "locale: found 'de_DE'"),
        ({"weekend": list(WEEKDAYS)}, "leave a workday"),
    ],
)
def test_a_calendar_that_cannot_be_is_refused(desk: Desk, changed: dict, told: str) -> None:
    """An unknown country, a day in another form, seven weekend days: a sentence, nothing saved."""
    model = SettingsModel(desk)
    for name, value in changed.items():
        setattr(model, name, value)
    with pytest.raises(FollowupError, match=told):
        model.save_calendar()
    assert desk.tables.settings.calendar.country == "US"


def test_a_calendar_of_another_country(desk: Desk) -> None:
    """Another country, a Friday weekend and own days off are counted with from then on."""
    model = SettingsModel(desk)
    model.country, model.weekend = "AE", ["Friday", "Saturday"]
    model.days_off = "2026-03-16, 2026-03-17"
    model.save_calendar()
    assert desk.tables.settings.calendar.weekend == ("Friday", "Saturday")
    assert desk.plan.for_day == dt.date(2026, 3, 18)


def test_who_writes_is_saved(desk: Desk) -> None:
    """Name and ways one cannot use change the letters and the plan."""
    model = SettingsModel(desk)
    model.name, model.cannot_use = "Maya L. Lindqvist", ["phone"]
    model.save_seeker()
    assert desk.head[0] == "Maya L. Lindqvist"
    assert "phone" not in set(desk.plan.listed("today", "coming_up")["channel"])


def test_letters_sound_as_one_chose(desk: Desk) -> None:
    """One choice makes every letter formal: a title, and no contraction."""
    model = SettingsModel(desk)
    assert model.register == "plain"
    model.register = "formal"
    model.save_seeker()
    desk.choose("their_date_passed:cobblers-gate-credit-union-payroll-analyst:")
    letter = LetterModel(desk, "02_their_date_has_passed")
    letter.channel = "email"
    assert letter.body.startswith("Dear Ms. Reyes,")
    assert "'" not in letter.body.replace("Cobbler's Gate", "")


def test_on_a_day_off_the_list_is_headed_for_monday(desk: Desk) -> None:
    """On Sunday the messages that ask stand under the next workday, and none is lost."""
    sunday = ListModel(Desk(desk.search, dt.date(2026, 3, 15)))
    monday = ListModel(Desk(desk.search, dt.date(2026, 3, 16)))
    assert "Mon, March 16" in StartModel(sunday.desk).headline
    for model in (sunday, monday):
        model.find = "Cobbler"
    lines = [model.groups[0]["lines"][0] for model in (sunday, monday)]
    assert lines[0]["key"] == lines[1]["key"]
    assert lines[0]["key"].startswith("their_date_passed")


def test_every_button_answers(desk: Desk) -> None:
    """Each button of the untouched settings, clicked, says something; none raises."""
    buttons = [box for box in widgets(settings_widgets(desk)) if isinstance(box, w.Button)]
    assert len(buttons) >= 3
    for box in buttons:
        box.click()


def test_a_region_goes_with_its_country(desk: Desk) -> None:
    """Another country offers its own regions, and none of the one before stays chosen."""
    desk.set_settings("calendar", country="GB", subdivision="SCT")
    model = SettingsModel(desk)
    assert (dict(model.regions)["Scotland"], model.subdivision) == ("SCT", "SCT")
    model.country = "DE"
    assert dict(model.regions)["Bavaria (Bayern)"] == "BY"
    assert model.subdivision == ""
    assert "SCT" not in dict(model.regions).values()
    model.save_calendar()
    assert desk.tables.settings.calendar.country == "DE"

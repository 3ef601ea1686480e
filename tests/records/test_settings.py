"""The settings of a search: what can be used is used, the rest keeps its default and is told."""

import datetime as dt
import re

import pytest

from followup_lib.records.settings import NUMBERS, Calendar, Settings
from followup_lib.records.settings_file import read_settings


def test_nothing_set_is_all_defaults() -> None:
    """An empty file is as good as none."""
    assert read_settings("") == Settings()
    assert read_settings("").pace == {name: number.default for name, number in NUMBERS.items()}


@pytest.mark.parametrize("name", NUMBERS)
def test_every_number_can_be_changed(name: str) -> None:
    """Each number takes its lowest and highest value, and nothing beyond."""
    number = NUMBERS[name]
    for value in (number.lowest, number.highest):
        settings = read_settings(f"[pace]\n{name} = {value}")
        assert (settings.pace[name], settings.problems) == (value, ())
    for value in (number.lowest - 1, number.highest + 1):
        settings = read_settings(f"[pace]\n{name} = {value}")
        assert settings.pace[name] == number.default
        assert settings.problems == (
            f"settings.toml, [pace] {name}: found {value}; allowed is a whole number from "
            f"{number.lowest} to {number.highest} {number.unit}; {number.default} is used.",
        )


@pytest.mark.parametrize("name", NUMBERS)
def test_every_number_is_explained(name: str) -> None:
    """Each number says what it counts, and the range others publish; its default is allowed."""
    number = NUMBERS[name]

    assert number.lowest <= number.default <= number.highest
    assert number.unit in ("workdays", "days", "messages")
    assert number.meaning
    assert number.published


@pytest.mark.parametrize("value", ["-1", "2.5", '"five"', "true", "[5]", "2026-03-16"])
def test_a_gap_that_is_no_whole_number(value: str) -> None:
    """Whatever stands in place of a number, five is used and the sentence says so."""
    settings = read_settings(f"[pace]\ngap = {value}")

    assert settings.pace["gap"] == 5
    assert len(settings.problems) == 1
    assert settings.problems[0].endswith("a whole number from 1 to 60 workdays; 5 is used.")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "[pace]\ngrase = 2",
            r"\[pace\]: grase is not a setting; allowed are grace,",
        ),
        ("[speed]\ngrace = 2", r"settings.toml: speed is not a setting; allowed are today,"),
        ("[seeker]\nnmae = 'Maya'", r"settings.toml, \[seeker\]: nmae is not a setting;"),
        ("[seeker]\nname = 5", r"settings.toml, \[seeker\] name: found 5; write it in quotes"),
        (
            "[seeker]\nregister = 'stiff'",
            "register: found 'stiff'; allowed are plain, formal; plain is used",
        ),
        (
            "[seeker]\ncannot_use = 'phone'",
            r"cannot_use: found 'phone'; allowed is a list of",
        ),
        (
            "[seeker]\ncannot_use = ['fax']",
            r"cannot_use: found \['fax'\]; allowed is a list",
        ),
        ("[calendar]\ncountry = 1", r"\[calendar\] country: found 1; write it in quotes"),
        (
            "[calendar]\nholiday = 1",
            r"holiday is not a setting; allowed are country,",
        ),
        ("[calendar]\nweekend = ['Caturday']", r"weekend: found \['Caturday'\]; allowed is a list"),
        (
            "[calendar]\nweekend = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', "
            "'Saturday', 'Sunday']",
            r"weekend: found .*; all seven days are named; leave a workday\.",
        ),
        ("[calendar]\ndays_off = 2026-03-13", r"days_off: found .*; allowed is a list such as"),
        (
            "[calendar]\ndays_off = ['March']",
            r"days_off: found \['March'\]; allowed is a list",
        ),
        ("today = 'Monday'", r"settings.toml, today: found 'Monday'; allowed is a day such as"),
        ("today = 9999-12-31", r"today: found 9999-12-31; allowed is a day such as 2026-03-16"),
        ("today = 0001-01-01", r"today: found 0001-01-01; allowed is a day such as 2026-03-16"),
        ("pace = 5", r"settings.toml: pace must be a section, \[pace\]; defaults are used\."),
        ("[pace\n", r"settings.toml cannot be read \(.*\); fix that line\. Defaults are used\."),
    ],
)
def test_what_cannot_be_used_is_told(text: str, sentence: str) -> None:
    """One plain sentence names the place, what was found, and what is allowed."""
    problems = read_settings(text).problems

    assert len(problems) == 1
    assert re.search(sentence, problems[0])


def test_one_mistake_does_not_cost_the_rest() -> None:
    """Beside a setting that cannot be used the others hold."""
    settings = read_settings(
        'today = 2026-03-16\n[pace]\ngap = -1\ngrace = 2\n[calendar]\ncountry = "GB"\n'
        'weekend = ["Friday"]\ndays_off = [2026-03-13]\n[seeker]\nname = " Maya "\n'
        'cannot_use = ["phone"]'
    )

    assert settings.today == dt.date(2026, 3, 16)
    assert (settings.pace["gap"], settings.pace["grace"]) == (5, 2)
    assert settings.calendar == Calendar("GB", "", ("Friday",), (dt.date(2026, 3, 13),))
    assert (settings.seeker.name, settings.seeker.cannot_use) == ("Maya", ("phone",))
    assert len(settings.problems) == 1

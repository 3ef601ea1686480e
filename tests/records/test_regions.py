"""Regions of a country: their names, and what counts while none is chosen."""

import datetime as dt
import subprocess
import sys

import pytest

from followup_lib.records.regions import (
    differ,
    federal_holidays,
    holidays_of,
    kept_by_most,
    regions,
)
from followup_lib.records.settings import Calendar
from followup_lib.records.workdays import workdays

EASTER_MONDAY = dt.date(2026, 4, 6)


@pytest.mark.parametrize("country", ["GB", "DE", "CA", "AU", "CH", "ES"])
def test_a_country_whose_regions_differ_says_so_once(country: str) -> None:
    """Without a region there is one sentence, with one there is none; it is no problem."""
    days = workdays(Calendar(country=country), 2026, 2026)
    assert days.note.startswith(f"Public holidays in {country} differ by region")
    assert days.problem == ""
    region = regions(country)[0][1]
    assert workdays(Calendar(country=country, subdivision=region), 2026, 2026).note == ""


@pytest.mark.parametrize("country", ["US", "IE", "FR", "NZ", "IT", "", "ZZ"])
def test_others_say_nothing(country: str) -> None:
    """Where no day is kept by most regions and not by all, no region is needed."""
    assert workdays(Calendar(country=country), 2026, 2026).note == ""


@pytest.mark.parametrize(
    ("region", "works"), [("", False), ("ENG", False), ("WLS", False), ("SCT", True)]
)
def test_easter_monday_in_britain(region: str, works: bool) -> None:
    """England, Wales and Northern Ireland keep it, so it counts until Scotland is chosen."""
    days = workdays(Calendar(country="GB", subdivision=region), 2026, 2026)
    assert days.is_workday(EASTER_MONDAY) is works


@pytest.mark.parametrize("first", range(2000, 2060))
def test_the_days_at_hand_are_those_of_the_library(first: int) -> None:
    """Of the United States two sources tell the same days, in whatever years one asks for."""
    years = range(first, first + 2)
    assert federal_holidays(years) == sorted(holidays_of("US", "", years) or ())


def test_a_plan_needs_no_library_of_all_countries() -> None:
    """Days are counted in the United States without loading the holidays of the whole world."""
    code = (
        "import sys; from followup_lib.records.settings import Calendar; "
        "from followup_lib.records.workdays import workdays; workdays(Calendar(), 2026, 2026); "
        "sys.exit('holidays' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_day_of_few_regions_does_not_count() -> None:
    """Six of sixteen German states keep Corpus Christi, nine Reformation Day."""
    kept = kept_by_most("DE", [2025])
    assert dt.date(2025, 6, 19) not in kept
    assert dt.date(2025, 10, 31) in kept
    assert differ("DE", 2025)


@pytest.mark.parametrize(
    ("country", "name", "code"),
    [
        ("GB", "England", "ENG"),
        ("GB", "Scotland", "SCT"),
        ("DE", "Bavaria (Bayern)", "BY"),
        ("CA", "Ontario", "ON"),
        ("US", "New Jersey", "NJ"),
        ("CH", "Geneva (Genève)", "GE"),
    ],
)
def test_regions_have_the_names_people_know(country: str, name: str, code: str) -> None:
    """The names are English where English has its own, with the one at home behind it."""
    assert (name, code) in regions(country)

"""Workdays: weekends, public holidays and own days off do not count."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest

from followup_lib.records.settings import Calendar
from followup_lib.records.workdays import Workdays, workdays
from tests.advice.situations import day

SAUDI = Calendar(country="", weekend=("Friday", "Saturday"))
ENGLAND = Calendar(country="GB", subdivision="ENG")
SCOTLAND = Calendar(country="GB", subdivision="SCT")
OWN = Calendar(days_off=(dt.date(2026, 3, 13),))
ONLY_SUNDAY = Calendar(country="", weekend=("Sunday",))


def counted(calendar: Calendar = Calendar()) -> Workdays:  # noqa: B008
    """Return the workdays of a calendar in the years of these tests."""
    return workdays(calendar, 2025, 2028)


@pytest.mark.parametrize(
    ("calendar", "start", "n", "expected"),
    [
        (Calendar(), "3-12", 1, "3-13"),
        (Calendar(), "3-13", 1, "3-16"),  # Friday, Monday
        (Calendar(), "3-14", 1, "3-16"),  # from a Saturday the first is Monday
        (Calendar(), "3-15", 1, "3-16"),
        (Calendar(), "3-05", 5, "3-12"),
        (Calendar(), "3-12", 0, "3-12"),
        (Calendar(), "5-22", 1, "5-26"),  # Memorial Day, Mon, May 25
        (Calendar(), "6-18", 1, "6-22"),  # Juneteenth, Fri, June 19
        (Calendar(), "7-02", 1, "7-06"),  # Independence Day on a Saturday, kept on Fri, July 3
        (Calendar(), "11-25", 1, "11-27"),  # Thanksgiving
        (Calendar(), "2026-12-24", 1, "2026-12-28"),
        (Calendar(), "2026-12-31", 1, "2027-01-04"),  # New Year's Day is a Friday
        (Calendar(), "2028-02-28", 1, "2028-02-29"),  # a leap day
        (Calendar(), "2028-02-28", 2, "2028-03-01"),
        (SAUDI, "3-12", 1, "3-15"),  # Thursday, Sunday
        (SAUDI, "3-13", 1, "3-15"),
        (ENGLAND, "4-02", 1, "4-07"),  # Good Friday, Easter Monday
        (SCOTLAND, "4-02", 1, "4-06"),
        (OWN, "3-12", 1, "3-16"),
        (ONLY_SUNDAY, "3-13", 1, "3-14"),
    ],
)
def test_after(calendar: Calendar, start: str, n: int, expected: str) -> None:
    """The n-th workday after a day, the day itself never counted."""
    assert counted(calendar).after(day(start), n).item() == day(expected)


@pytest.mark.parametrize(
    ("start", "n", "expected"),
    [
        ("3-12", 1, "3-11"),
        ("3-16", 1, "3-13"),
        ("3-14", 1, "3-13"),  # the eve of a Saturday is Friday
        ("3-15", 3, "3-11"),
        ("5-26", 1, "5-22"),
        ("3-12", 0, "3-12"),
    ],
)
def test_before(start: str, n: int, expected: str) -> None:
    """The n-th workday before a day: with one, its eve."""
    assert counted().before(day(start), n).item() == day(expected)


@pytest.mark.parametrize(
    ("start", "forward"), [("3-13", "3-13"), ("3-14", "3-16"), ("5-25", "5-26")]
)
def test_next_workday(start: str, forward: str) -> None:
    """A workday is its own; a day off gives the next."""
    assert counted().on_or_after(day(start)).item() == day(forward)


@pytest.mark.parametrize(
    ("start", "end", "n"),
    [("3-12", "3-13", 1), ("3-13", "3-16", 1), ("3-13", "3-15", 0), ("3-05", "3-12", 5)],
)
def test_between(start: str, end: str, n: int) -> None:
    """Workdays after a day up to and with another."""
    assert counted().between(day(start), day(end)) == n


def test_nothing_is_counted_to_a_day_that_is_missing() -> None:
    """Of several days those that are known are counted, the others stay missing."""
    counts = counted().between(np.array(["2026-03-12", "NaT"], "datetime64[D]"), day("3-13"))
    np.testing.assert_array_equal(counts, [1, np.nan])


@pytest.mark.parametrize(
    ("today", "is_one"), [("3-13", True), ("3-14", False), ("5-25", False), ("1-01", False)]
)
def test_is_workday(today: str, is_one: bool) -> None:
    """Weekends and public holidays are no workdays."""
    assert counted().is_workday(day(today)) is is_one


@pytest.mark.parametrize(("n", "expected"), [(0, "3-16"), (1, "3-16"), (2, "3-17")])
def test_one_after_a_day_off(n: int, expected: str) -> None:
    """From a Saturday, none and one workday after are both Monday."""
    assert counted().one_after(day("3-14"), n) == pd.Timestamp(day(expected))


def test_a_missing_day_stays_missing() -> None:
    """Nothing is reckoned from a day that is not known; the days beside it are."""
    days = np.array(["2026-03-12", "NaT"], "datetime64[s]")

    assert np.isnat(counted().after(days, 5)).tolist() == [False, True]
    assert np.isnat(counted().on_or_after(days)).tolist() == [False, True]


def test_each_day_has_its_own_number() -> None:
    """One call moves many days, each by its own number of workdays."""
    days = np.array(["2026-03-12", "2026-03-12"], "datetime64[D]")

    assert counted().after(days, np.array([1, 2])).astype(str).tolist() == [
        "2026-03-13",
        "2026-03-16",
    ]


@pytest.mark.parametrize(
    ("calendar", "place"),
    [
        (Calendar(country="ZZ"), "ZZ"),
        (Calendar(country="US", subdivision="ZZ"), "US ZZ"),
        (Calendar(country="US", subdivision="NJ"), ""),
        (Calendar(country="us"), ""),
        (Calendar(country="Germany"), ""),
        (Calendar(country=""), ""),
    ],
)
def test_unknown_country(calendar: Calendar, place: str) -> None:
    """A country or region nobody knows is told; weekends and own days off still count."""
    days = counted(calendar)

    assert (f"no public holidays are known for {place};" in days.problem) is bool(place)
    assert not days.is_workday(day("3-14"))


def test_a_country_in_small_letters() -> None:
    """The country may be typed in small letters: Memorial Day, Mon, May 25, does not count."""
    assert not counted(Calendar(country="us")).is_workday(day("5-25"))


def test_a_region_has_holidays_of_its_own() -> None:
    """Lincoln's birthday is a day off in New Jersey's neighbour Connecticut, not in the country."""
    connecticut = counted(Calendar(subdivision="CT"))

    assert counted().is_workday(day("2-12"))
    assert not connecticut.is_workday(day("2-12"))

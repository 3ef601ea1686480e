"""Workdays: no weekend, no public holiday of the search's country, no day off of one's own."""

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
import pandas as pd

from followup_lib.records.dates import WEEKDAYS
from followup_lib.records.regions import differ, holidays_of, is_whole, kept_by_most, regions
from followup_lib.records.settings import Calendar

NO_HOLIDAYS = (
    "settings.toml, [calendar]: no public holidays are known for {place}; allowed are "
    'a country as "US" and a region as "NJ", or an empty country; until it is fixed '
    "only weekends and your own days off count."
)
NO_REGION = (
    "Public holidays in {country} differ by region, and none is chosen: the days most regions keep "
    "count. Choose yours in the settings on page 07, such as {example}."
)
Days = Any
"""One day or an array of days, whatever numpy reads as datetime64[D]."""


@dataclass(frozen=True)
class Workdays:
    """A calendar that counts workdays, for one day or an array of days alike.

    Takes and gives `datetime64[D]`; a missing day (NaT) stays missing. `week` tells of each day
    from Monday on whether it may be one, `closed` are the days that are none. `problem` is a
    sentence when the country is not known (then only weekends and own days off count), `note` one
    when the country's regions differ and none is chosen; else "".
    """

    week: tuple[bool, ...]
    closed: tuple[dt.date, ...] = ()
    problem: str = field(default="", compare=False)
    note: str = field(default="", compare=False)

    @cached_property
    def calendar(self) -> np.busdaycalendar:
        """Return the calendar as numpy counts by it."""
        return np.busdaycalendar(self.week, np.array(self.closed, "datetime64[D]"))

    def __reduce__(self) -> tuple[type["Workdays"], tuple[object, ...]]:
        # numpy copies no calendar
        return Workdays, (self.week, self.closed, self.problem, self.note)

    def after(self, days: Days, n: int | np.ndarray) -> np.ndarray:
        """Return the n-th workday after each day; from a Saturday the first is Monday."""
        return self._offset(days, n, "backward")

    def on_or_after(self, days: Days) -> np.ndarray:
        """Return each day itself when it is a workday, else the next one."""
        return self._offset(days, 0, "forward")

    def before(self, days: Days, n: int | np.ndarray) -> np.ndarray:
        """Return the n-th workday before each day: with n = 1 its eve."""
        return self._offset(days, -np.asarray(n), "forward")

    def between(self, start: Days, end: Days) -> np.ndarray:
        """Count the workdays after `start` up to and including `end`, NaN where one is missing."""
        first, last = np.asarray(start, "datetime64[D]"), np.asarray(end, "datetime64[D]")
        known = ~np.isnat(first) & ~np.isnat(last)
        day, safe = np.timedelta64(1, "D"), np.datetime64(0, "D")
        first, last = np.where(known, first, safe) + day, np.where(known, last, safe) + day
        counted = np.busday_count(first, last, busdaycal=self.calendar)
        return np.asarray(np.where(known, counted, np.nan))

    def one_after(self, day: dt.date, n: int) -> pd.Timestamp:
        """Return the n-th workday after one day; with n = 0 the day itself or the next workday."""
        moved = self.after(day, n) if n else self.on_or_after(day)
        return pd.Timestamp(moved.item())

    def is_workday(self, day: dt.date) -> bool:
        """Tell whether work is done on this day."""
        return bool(np.is_busday(np.datetime64(day, "D"), busdaycal=self.calendar))

    def _offset(self, days: Days, n: int | np.ndarray, roll: Any) -> np.ndarray:
        days = np.asarray(days, "datetime64[D]")
        known = ~np.isnat(days)
        safe = np.where(known, days, np.datetime64(0, "D"))
        moved = np.busday_offset(safe, n, roll=roll, busdaycal=self.calendar)
        return np.asarray(np.where(known, moved, np.datetime64("NaT", "D")), "datetime64[D]")


@lru_cache(maxsize=16)
def workdays(calendar: Calendar, first: int, last: int) -> Workdays:
    """Return the workdays of a search's calendar, with the holidays of the years first to last.

    Where no region is chosen in a country whose regions differ, the days most of them keep count.

    >>> days = workdays(Calendar(), 2026, 2026)
    >>> str(days.after("2026-05-22", 2))  # Memorial Day, Mon, May 25, does not count
    '2026-05-27'
    """
    closed, problem, note = _holidays(calendar, range(first, last + 1))
    week = tuple(day not in calendar.weekend for day in WEEKDAYS)
    return Workdays(week, tuple(sorted({*closed, *calendar.days_off})), problem, note)


def _holidays(calendar: Calendar, years: range) -> tuple[list[dt.date], str, str]:
    """Return the holidays, why there are none, and what there is to know of them."""
    if not calendar.country:
        return [], "", ""
    country = calendar.country.upper() if len(calendar.country) < 4 else calendar.country
    found = holidays_of(country, calendar.subdivision, years)
    if found is None:
        place = " ".join(filter(None, (calendar.country, calendar.subdivision)))
        return [], NO_HOLIDAYS.format(place=place), ""
    if calendar.subdivision or not differ(country, years[-1]):
        return list(found), "", ""
    names = [name for name, code in regions(country) if is_whole(code)]
    note = NO_REGION.format(country=country, example=" or ".join(names[:2]))
    return [*found, *kept_by_most(country, years)], "", note

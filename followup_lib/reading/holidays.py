"""Holidays by which people say a day: "by Christmas", "before Thanksgiving"."""

import datetime as dt
from collections.abc import Callable

import pandas as pd
from pandas.tseries.offsets import Easter


def nth_weekday(year: int, month: int, weekday: int, n: int) -> dt.date:
    """Return the n-th weekday of a month, Monday being 0.

    >>> nth_weekday(2026, 11, 3, 4)
    datetime.date(2026, 11, 26)
    """
    first = dt.date(year, month, 1)
    return first + dt.timedelta((weekday - first.weekday()) % 7 + 7 * (n - 1))


def _easter(year: int) -> dt.date:
    return (pd.Timestamp(year, 1, 1) + Easter()).date()


def _from_easter(days: int) -> Callable[[int], dt.date]:
    return lambda year: _easter(year) + dt.timedelta(days)


def _from_thanksgiving(days: int) -> Callable[[int], dt.date]:
    return lambda year: nth_weekday(year, 11, 3, 4) + dt.timedelta(days)


HOLIDAYS: dict[str, Callable[[int], dt.date]] = {
    r"new year'?s eve": lambda year: dt.date(year, 12, 31),
    r"(?<!of the )new year(?:'?s)?(?: day)?": lambda year: dt.date(year, 1, 1),
    r"(?:mlk|martin luther king(?: jr\.?)?)(?:'?s)?(?: day)?": (
        lambda year: nth_weekday(year, 1, 0, 3)
    ),
    r"president'?s'? day": lambda year: nth_weekday(year, 2, 0, 3),
    r"(?:fat|shrove) tuesday|mardi gras": _from_easter(-47),
    r"ash wednesday": _from_easter(-46),
    r"palm sunday": _from_easter(-7),
    r"(?:maundy|holy) thursday": _from_easter(-3),
    r"good friday": _from_easter(-2),
    r"easter monday": _from_easter(1),
    r"easter(?: sunday)?": _easter,
    r"mother'?s'? day": lambda year: nth_weekday(year, 5, 6, 2),
    r"father'?s'? day": lambda year: nth_weekday(year, 6, 6, 3),
    r"memorial day": lambda year: nth_weekday(year, 6, 0, 1) - dt.timedelta(7),
    r"juneteenth": lambda year: dt.date(year, 6, 19),
    r"independence day|(?:fourth|4th) of july|july fourth": lambda year: dt.date(year, 7, 4),
    r"labor day": lambda year: nth_weekday(year, 9, 0, 1),
    r"columbus day|indigenous people'?s'? day": lambda year: nth_weekday(year, 10, 0, 2),
    r"halloween": lambda year: dt.date(year, 10, 31),
    r"veteran'?s'? day": lambda year: dt.date(year, 11, 11),
    r"black friday": _from_thanksgiving(1),
    r"cyber monday": _from_thanksgiving(4),
    r"(?:thanks|thx|t)[ -]?giving(?: day)?": _from_thanksgiving(0),
    r"(?:christmas|x-?mas) eve": lambda year: dt.date(year, 12, 24),
    r"(?:christmas|x-?mas)(?: day)?": lambda year: dt.date(year, 12, 25),
}
"""The day of each in a year, by a pattern of its names as said in the United States."""

"""The regions of a country, by the names people know, and the holidays most of them keep."""

import copy
import datetime as dt
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase

IN_ENGLISH = {
    "Bayern": "Bavaria",
    "Hessen": "Hesse",
    "Niedersachsen": "Lower Saxony",
    "Nordrhein-Westfalen": "North Rhine-Westphalia",
    "Rheinland-Pfalz": "Rhineland-Palatinate",
    "Sachsen": "Saxony",
    "Sachsen-Anhalt": "Saxony-Anhalt",
    "Thüringen": "Thuringia",
    "Kärnten": "Carinthia",
    "Niederösterreich": "Lower Austria",
    "Oberösterreich": "Upper Austria",
    "Steiermark": "Styria",
    "Tirol": "Tyrol",
    "Wien": "Vienna",
    "Genève": "Geneva",
    "Luzern": "Lucerne",
    "Zürich": "Zurich",
    "Andalucía": "Andalusia",
    "Cataluña": "Catalonia",
    "Navarra": "Navarre",
    "País Vasco": "Basque Country",
}
"""Names of regions that differ in English; the library of holidays has them as they are at home."""


def regions(country: str) -> list[tuple[str, str]]:
    """Return name and code of each region whose holidays are known, by name; none for others.

    >>> regions("GB")[0], ("Bavaria (Bayern)", "BY") in regions("DE"), regions("ZZ")
    (('England', 'ENG'), True, [])
    """
    known = holidays_of(country)
    if known is None:
        return []
    names = known.get_subdivision_aliases()
    return sorted((_name(code, names[code]), code) for code in known.subdivisions)


def kept_by_most(country: str, years: Iterable[int]) -> list[dt.date]:
    """Return the holidays that more than half of the regions keep, and not the whole country.

    Only the regions of ISO 3166 are counted, no part of one.
    """
    known = holidays_of(country)
    codes = [code for code in known.subdivisions if is_whole(code)] if known is not None else []
    kept: Counter[dt.date] = Counter()
    for code in codes:
        kept.update(set(holidays_of(country, code, years) or ()))
    nation = holidays_of(country, "", years) or ()
    return sorted(day for day, n in kept.items() if 2 * n > len(codes) and day not in nation)


@lru_cache(maxsize=16)
def differ(country: str, year: int) -> bool:
    """Tell whether most regions keep a day that the whole country does not: a region is needed."""
    return bool(kept_by_most(country, [year]))


def _name(code: str, aliases: list[str]) -> str:
    name = aliases[0] if aliases else code
    return f"{IN_ENGLISH[name]} ({name})" if name in IN_ENGLISH else name


def is_whole(code: str) -> bool:
    """Tell whether a region is one of ISO 3166, not a part of one, such as a city."""
    return len(code) <= 3 and code == code.upper()


def federal_holidays(years: range) -> list[dt.date]:
    """Return the holidays of the United States as a whole: each day itself, and the day it is kept.

    They are those of `holidays_of("US")`, but pandas has them at hand: the library of holidays
    loads every country of the world first, which a page would wait for.

    >>> str(federal_holidays(range(2026, 2027))[5]), str(federal_holidays(range(2026, 2027))[6])
    ('2026-07-03', '2026-07-04')
    """
    from pandas.tseries.holiday import USFederalHolidayCalendar

    span = dt.datetime(years[0], 1, 1), dt.datetime(years[-1], 12, 31)
    days: set[dt.date] = set()
    for kept in USFederalHolidayCalendar.rules:
        itself = copy.copy(kept)
        itself.observance = None
        days.update(day.date() for rule in (kept, itself) for day in rule.dates(*span))
    return sorted(days)


def holidays_of(country: str, region: str = "", years: Iterable[int] = ()) -> "HolidayBase | None":
    """Return the public holidays of a country or a region in some years, None when not known."""
    import holidays  # loaded only where days are counted: it takes a moment

    try:
        return holidays.country_holidays(country, subdiv=region or None, years=years)
    except NotImplementedError:
        return None

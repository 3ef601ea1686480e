"""The regions of a country, by the names people know, and the holidays most of them keep."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
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


def holidays_of(country: str, region: str = "", years: Iterable[int] = ()) -> "HolidayBase | None":
    """Return the public holidays of a country or a region in some years, None when not known."""
    kind = _alone(country)
    try:
        return kind(subdiv=region or None, years=years) if kind else None
    except NotImplementedError:
        return None


@cache
def _alone(country: str) -> "type[HolidayBase] | None":
    """Return the class of one country, by a code or name the library has for it, None for none.

    Its module is loaded alone: the library itself loads those of all 230 countries with it.
    """
    import holidays  # loaded only where days are counted: it takes a moment
    from holidays.registry import COUNTRIES

    module = next((name for name, known in COUNTRIES.items() if country in known), None)
    if module is None:
        return None
    path = Path(holidays.__file__).parent / "countries" / f"{module}.py"
    spec = spec_from_file_location(f"followup_holidays_{module}", path)
    assert spec, path
    assert spec.loader, path
    loaded = module_from_spec(spec)
    spec.loader.exec_module(loaded)
    kind: type[HolidayBase] = getattr(loaded, COUNTRIES[module][0])
    return kind

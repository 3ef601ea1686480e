"""Names of months and weekdays as they stand in people's lists, in the languages they write."""

from functools import cache

from followup_lib.records.dates import MONTHS, WEEKDAYS

LANGUAGES = (
    "de", "fr", "es", "it", "pt", "nl", "sv", "da", "fi", "pl", "cs", "hu", "ro", "tr", "ru", "uk",
)  # fmt: skip
"""Languages whose names are known beside English, in the words of babel."""


def month_number(name: str) -> int:
    """Return the number of a month by its name, 0 for a word that names none for certain.

    >>> month_number("Sept."), month_number("März"), month_number("marzo"), month_number("Hill")
    (9, 3, 3, 0)
    """
    key = _key(name)
    return _ENGLISH_MONTHS.get(key) or (_names("months").get(key, 0) if len(key) > 2 else 0)


def weekday_number(name: str) -> int | None:
    """Return the number of a weekday from Monday on by its name, None for another word.

    >>> weekday_number("Wed"), weekday_number("lundi"), weekday_number("Hill")
    (2, 0, None)
    """
    key = _key(name)
    return _ENGLISH_WEEKDAYS.get(key, _names("days").get(key) if len(key) > 1 else None)


def english_weekday(name: str) -> int | None:
    """Return the number of a weekday by its English name: "Sam" and "Dom" are people.

    >>> english_weekday("Wed"), english_weekday("Sam")
    (2, None)
    """
    return _ENGLISH_WEEKDAYS.get(_key(name))


def _key(name: str) -> str:
    return name.strip(".").casefold()


_ENGLISH_MONTHS = {
    form.casefold(): number
    for number, month in enumerate(MONTHS, 1)
    for form in (month, month[:3], "Sept" if month == "September" else month)
}
_ENGLISH_WEEKDAYS = {
    form.casefold(): number
    for number, day in enumerate(WEEKDAYS)
    for form in (day, day[:3], {"Tue": "Tues", "Thu": "Thurs"}.get(day[:3], day), f"{day[:3]}s")
    if form != "Mons"
}


@cache
def _names(kind: str) -> dict[str, int]:
    """Return the names by which all languages that have them mean the same number."""
    from babel import Locale  # slow to load, and most lists are English

    found: dict[str, set[int]] = {}
    for language in LANGUAGES:
        forms = getattr(Locale(language), kind)
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in forms[context][width].items():
                    found.setdefault(_key(name), set()).add(number)
    return {name: numbers.pop() for name, numbers in found.items() if len(numbers) == 1}

"""settings.toml: what reads each setting in it, and the sentence for one that cannot be used."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from followup_lib.records.dates import WEEKDAYS, YEARS
from followup_lib.records.errors import FollowupError
from followup_lib.records.notations import read_toml
from followup_lib.records.settings import (
    ENGLISH,
    NUMBERS,
    REGISTERS,
    SECTIONS,
    Calendar,
    Coaching,
    Number,
    Seeker,
    Settings,
)
from followup_lib.records.vocabulary import WAYS

Reader = Callable[[Any], Any]


def read_settings(text: str) -> Settings:
    """Read the text of a settings.toml; what cannot be used keeps its default and is told.

    >>> read_settings("[pace]\\ngap = 7").pace["gap"]
    7
    >>> print(*read_settings("[pace]\\ngap = -1").problems)
    settings.toml, [pace] gap: found -1; allowed is a whole number from 1 to 60 workdays; 5 is used.
    """
    try:
        data = read_toml(text, "settings.toml")
    except FollowupError as error:
        return Settings(problems=(f"{error} Defaults are used.",))
    problems: list[str] = []
    for name in data.keys() - {"today", *SECTIONS}:
        sections = ", ".join(f"[{section}]" for section in SECTIONS)
        problems.append(_unknown("settings.toml", name, f"today, {sections}"))
    seeker, calendar, coaching, pace = (_section(data, name, problems) for name in SECTIONS)
    top = {name: value for name, value in data.items() if name == "today"}
    return Settings(
        seeker=Seeker(**seeker),
        calendar=Calendar(**calendar),
        coaching=Coaching(**coaching),
        pace=Settings().pace | pace,
        today=_good("settings.toml,", top, {"today": _day}, problems).get("today"),
        problems=tuple(problems),
    )


def _unknown(where: str, name: str, allowed: str) -> str:
    return f"{where}: {name} is not a setting; allowed are {allowed}; it is ignored."


def _section(data: dict[str, Any], name: str, problems: list[str]) -> dict[str, Any]:
    """Return what can be used of a section, by the names of its settings."""
    table = data.get(name, {})
    if isinstance(table, dict):
        return _good(f"settings.toml, [{name}]", table, _READERS[name], problems)
    problems.append(f"settings.toml: {name} must be a section, [{name}]; defaults are used.")
    return {}


def _good(
    where: str, table: dict[str, Any], readers: Mapping[str, Reader], problems: list[str]
) -> dict[str, Any]:
    """Return each value as its reader has it; those it refuses, and unknown names, are told."""
    good = {}
    for name, value in table.items():
        if name not in readers:
            problems.append(_unknown(where, name, ", ".join(readers)))
            continue
        try:
            good[name] = readers[name](value)
        except ValueError as error:
            found = value if isinstance(value, dt.date | dt.time) else repr(value)
            problems.append(f"{where} {name}: found {found}; {error}")
    return good


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError('write it in quotes, "like this".')
    return value.strip()


def _word(*allowed: str) -> Reader:
    """Return the reader of one of these words; the first stands in for another."""

    def read(value: Any) -> str:
        word = _text(value)
        if word not in allowed:
            raise ValueError(f"allowed are {', '.join(allowed)}; {allowed[0]} is used.")
        return word

    return read


def _words(*allowed: str) -> Reader:
    def read(value: Any) -> tuple[str, ...]:
        if not isinstance(value, list) or any(word not in allowed for word in value):
            raise ValueError(f"allowed is a list of {', '.join(allowed)}.")
        return tuple(value)

    return read


def _weekend(value: Any) -> tuple[str, ...]:
    weekend: tuple[str, ...] = _words(*WEEKDAYS)(value)
    if len(weekend) == len(WEEKDAYS):
        raise ValueError("all seven days are named; leave a workday.")
    return weekend or Calendar.weekend


def _day(value: Any) -> dt.date:
    if type(value) is not dt.date or value.year not in YEARS:
        raise ValueError("allowed is a day such as 2026-03-16.")
    return value


def _days(value: Any) -> tuple[dt.date, ...]:
    if not isinstance(value, list) or any(type(day) is not dt.date for day in value):
        raise ValueError("allowed is a list such as [2026-03-20].")
    return tuple(value)


def _whole(number: Number) -> Reader:
    def read(value: Any) -> int:
        if type(value) is not int or not number.lowest <= value <= number.highest:
            raise ValueError(
                f"allowed is a whole number from {number.lowest} to {number.highest} "
                f"{number.unit}; {number.default} is used."
            )
        return value

    return read


_READERS: dict[str, dict[str, Reader]] = {
    "seeker": {
        **dict.fromkeys(("name", "phone", "email", "sign_off"), _text),
        "register": _word(*REGISTERS),
        "cannot_use": _words(*WAYS),
    },
    "calendar": {
        **dict.fromkeys(("country", "subdivision"), _text),
        "weekend": _weekend,
        "days_off": _days,
        "locale": _word(*ENGLISH),
    },
    "coaching": {"agreed_on": _day, "keep_until": _day},
    "pace": {name: _whole(number) for name, number in NUMBERS.items()},
}
"""What reads each setting; it raises `ValueError` with what is allowed."""

"""The settings of a search: who writes, which calendar counts, and every number of the advice.

Each number stands once, in `NUMBERS`, beside the range found in published advice.
"""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from followup_lib.records.dates import WEEKDAYS, YEARS
from followup_lib.records.errors import FollowupError
from followup_lib.records.notations import read_toml
from followup_lib.records.vocabulary import WAYS

ENGLISH = ("en_US", "en_GB", "en_CA", "en_AU", "en_NZ", "en_IE", "en_IN", "en_ZA")
"""How a letter writes a day: the letters are in English, the order differs."""

REGISTERS = ("plain", "formal")
"""How letters sound: “Hi Jennifer,” and “I’m”, or “Dear Ms. Ortiz,” and no contractions."""

SECTIONS = ("seeker", "calendar", "coaching", "pace")
OURS = "ours"
TO_A_DATE = "4 to 7; one weighty source two weeks"
TO_REST = "1 week after the message to 3 weeks past the date"
"""Ranges found in published advice, for numbers that share one."""


class Number(NamedTuple):
    """One number of the advice: its default, what is allowed, and what others publish."""

    default: int
    lowest: int
    highest: int
    unit: str
    meaning: str
    published: str


NUMBERS: dict[str, Number] = {
    "grace": Number(
        1, 0, 20, "workdays", "pass after the day they named", "same day to a week; most say 1 to 2"
    ),
    "grace_vague": Number(
        2, 0, 20, "workdays", "pass after a vague day", "same day to a week; most say 1 to 2"
    ),
    "wait_no_date": Number(5, 1, 60, "workdays", "after an interview without a date", TO_A_DATE),
    "wait_for_offer": Number(5, 1, 60, "workdays", "after the last round", TO_A_DATE),
    "gap": Number(5, 1, 60, "workdays", "between two status messages", "3 days to 2 weeks"),
    "gap_for_offer": Number(
        10, 1, 60, "workdays", "between two while waiting for the offer", "3 days to 2 weeks"
    ),
    "messages": Number(2, 1, 5, "messages", "without an answer, then stop", "1 to 3"),
    "closing_after": Number(10, 1, 90, "workdays", "from the last message to a closing note", OURS),
    "closing_after_last_round": Number(
        30, 1, 120, "workdays", "from the last round to a closing note", OURS
    ),
    "rest_after": Number(
        15, 1, 120, "days", "after the last message, resting is suggested", TO_REST
    ),
    "rest_after_for_offer": Number(
        30,
        1,
        180,
        "days",
        "after the last while waiting for the offer, resting is suggested",
        TO_REST,
    ),
    "long_quiet_after": Number(
        20, 1, 120, "workdays", "after the earliest day, the usual letter is too late", OURS
    ),
    "time_wait": Number(
        3, 1, 20, "workdays", "after your last word about a time to talk that is not set", OURS
    ),
    "hold_wait": Number(15, 1, 120, "workdays", "on hold without a date", "weekly to 2 months"),
    "thank_you": Number(
        1, 1, 5, "workdays", "after a talk, a thank-you note", "same afternoon to 48 h"
    ),
    "thank_you_until": Number(
        3, 1, 10, "workdays", "after a talk, the last day for it", "48 h; some accept 3 to 5 days"
    ),
    "feedback_until": Number(7, 1, 30, "days", "after a no, the last day to ask why", "24 to 48 h"),
    "offer_unknown": Number(
        2, 1, 20, "workdays", "to answer an offer without a deadline", "1 day to 2 weeks"
    ),
    "promise_unknown": Number(
        1, 1, 20, "workdays", "to send a thing asked for without a date", "same day if possible"
    ),
    "reminder_contact": Number(1, 0, 10, "workdays", "ahead of a promised contact", OURS),
    "reminder_thing": Number(3, 0, 20, "workdays", "ahead of a promised thing", OURS),
    "reference_gap": Number(15, 1, 90, "workdays", "between check-ins with one person", OURS),
    "reference_rest": Number(5, 0, 30, "workdays", "of rest after a reference was contacted", OURS),
    "note_after_applying": Number(
        0, 0, 90, "workdays", "to a named person when never invited; 0 is off, 10 is usual", OURS
    ),
}


@dataclass(frozen=True)
class Seeker:
    """The person who writes: name, phone and e-mail as letters have them, and how they sound."""

    name: str = ""
    phone: str = ""
    email: str = ""
    sign_off: str = "Kind regards,"
    register: str = "plain"  # a word of `REGISTERS`
    cannot_use: tuple[str, ...] = ()  # ways among `WAYS` never suggested


@dataclass(frozen=True)
class Calendar:
    """Which days count: country and region as in ISO 3166, weekend by name, own days off."""

    country: str = "US"
    subdivision: str = ""
    weekend: tuple[str, ...] = ("Saturday", "Sunday")
    days_off: tuple[dt.date, ...] = ()
    locale: str = "en_US"


@dataclass(frozen=True)
class Coaching:
    """What client and coach agreed on: on which day, and until when the coach keeps the search."""

    agreed_on: dt.date | None = None
    keep_until: dt.date | None = None


@dataclass(frozen=True)
class Settings:
    """Everything in settings.toml; `problems` are sentences about what could not be used."""

    seeker: Seeker = field(default_factory=Seeker)
    calendar: Calendar = field(default_factory=Calendar)
    coaching: Coaching = field(default_factory=Coaching)
    pace: dict[str, int] = field(default_factory=lambda: {k: n.default for k, n in NUMBERS.items()})
    today: dt.date | None = None  # only in samples: the day the search pretends it is
    problems: tuple[str, ...] = ()


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
    return Settings(
        seeker=_seeker(_table(data, "seeker", problems), problems),
        calendar=_calendar(_table(data, "calendar", problems), problems),
        coaching=_coaching(_table(data, "coaching", problems), problems),
        pace=_pace(_table(data, "pace", problems), problems),
        today=_today(data.get("today"), problems),
        problems=tuple(problems),
    )


def _unknown(where: str, name: str, allowed: str) -> str:
    return f"{where}: {name} is not a setting; allowed are {allowed}; it is ignored."


def _table(data: dict[str, Any], name: str, problems: list[str]) -> dict[str, Any]:
    value = data.get(name, {})
    if isinstance(value, dict):
        return value
    problems.append(f"settings.toml: {name} must be a section, [{name}]; defaults are used.")
    return {}


def _seeker(table: dict[str, Any], problems: list[str]) -> Seeker:
    texts = ("name", "phone", "email", "sign_off", "register")
    where = "settings.toml, [seeker]"
    good: dict[str, Any] = {}
    for name, value in table.items():
        if name == "cannot_use":
            good[name] = _words(value, tuple(WAYS), f"{where} cannot_use", problems)
        elif name not in texts:
            problems.append(_unknown(where, name, ", ".join((*texts, "cannot_use"))))
        elif not isinstance(value, str):
            problems.append(f'{where} {name}: found {value!r}; write it in quotes, "like this".')
        elif name == "register" and value not in REGISTERS:
            known = " or ".join(REGISTERS)
            problems.append(f"{where} {name}: found {value!r}; allowed is {known}; plain is used.")
        else:
            good[name] = value.strip()
    return Seeker(**good)


def _words(
    value: object, allowed: tuple[str, ...], where: str, problems: list[str]
) -> tuple[str, ...]:
    if isinstance(value, list) and all(word in allowed for word in value):
        return tuple(value)
    problems.append(f"{where}: found {value!r}; allowed is a list of {', '.join(allowed)}.")
    return ()


def _calendar(table: dict[str, Any], problems: list[str]) -> Calendar:
    where = "settings.toml, [calendar]"
    good: dict[str, Any] = {}
    for name, value in table.items():
        if name == "weekend":
            weekend = _words(value, WEEKDAYS, f"{where} weekend", problems)
            if len(weekend) < 7:
                good[name] = weekend or Calendar.weekend
            else:
                problems.append(f"{where} weekend: all seven days are named; leave a workday.")
        elif name == "days_off":
            good[name] = _days_off(value, where, problems)
        elif name not in ("country", "subdivision", "locale"):
            names = "country, subdivision, weekend, days_off, locale"
            problems.append(_unknown(where, name, names))
        elif not isinstance(value, str):
            problems.append(f'{where} {name}: found {value!r}; write it in quotes, "like this".')
        elif name == "locale" and value not in ENGLISH:
            known = ", ".join(ENGLISH)
            problems.append(f"{where} locale: found {value!r}; allowed are {known}; en_US is used.")
        else:
            good[name] = value.strip()
    return Calendar(**good)


def _days_off(value: object, where: str, problems: list[str]) -> tuple[dt.date, ...]:
    if isinstance(value, list) and all(type(day) is dt.date for day in value):
        return tuple(value)
    problems.append(f"{where} days_off: found {value!r}; allowed is a list such as [2026-03-20].")
    return ()


def _coaching(table: dict[str, Any], problems: list[str]) -> Coaching:
    where = "settings.toml, [coaching]"
    good: dict[str, dt.date] = {}
    for name, value in table.items():
        if name not in ("agreed_on", "keep_until"):
            problems.append(_unknown(where, name, "agreed_on, keep_until"))
        elif type(value) is not dt.date:
            problems.append(f"{where} {name}: found {value!r}; allowed is a day, 2026-03-16.")
        else:
            good[name] = value
    return Coaching(**good)


def _pace(table: dict[str, Any], problems: list[str]) -> dict[str, int]:
    pace = {name: number.default for name, number in NUMBERS.items()}
    for name, value in table.items():
        number = NUMBERS.get(name)
        if number is None:
            problems.append(_unknown("settings.toml, [pace]", name, ", ".join(NUMBERS)))
        elif type(value) is int and number.lowest <= value <= number.highest:
            pace[name] = value
        else:
            problems.append(
                f"settings.toml, [pace] {name}: found {value!r}; allowed is a whole number from "
                f"{number.lowest} to {number.highest} {number.unit}; {number.default} is used."
            )
    return pace


def _today(value: object, problems: list[str]) -> dt.date | None:
    if value is None or (type(value) is dt.date and value.year in YEARS):
        return value
    found = value if isinstance(value, dt.date | dt.time) else repr(value)
    problems.append(f"settings.toml, today: found {found}; allowed is a day such as 2026-03-16.")
    return None

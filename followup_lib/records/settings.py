"""The settings of a search: who writes, which calendar counts, and every number of the advice.

Each number stands once, in `NUMBERS`, beside the range found in published advice.
"""

import datetime as dt
from dataclasses import dataclass, field
from typing import NamedTuple

ENGLISH = ("en_US", "en_GB", "en_CA", "en_AU", "en_NZ", "en_IE", "en_IN", "en_ZA")
"""How a letter writes a day: the letters are in English, the order differs."""

REGISTERS = ("plain", "formal")
"""How letters sound: “Hi Jennifer,” and “I’m”, or “Dear Ms. Ortiz,” and no contractions."""

SECTIONS = ("seeker", "calendar", "coaching", "pace")
OURS = "ours"
TO_A_DATE = "4 to 7; one major source says two weeks"
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
        1, 0, 20, "workdays", "pass after the date they gave", "same day to a week; most say 1 to 2"
    ),
    "grace_vague": Number(
        2, 0, 20, "workdays", "pass after a vague date", "same day to a week; most say 1 to 2"
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
        15, 1, 120, "days", "after the last message, we suggest letting it go", TO_REST
    ),
    "rest_after_for_offer": Number(
        30,
        1,
        180,
        "days",
        "after your last message while waiting for the offer, we suggest letting it go",
        TO_REST,
    ),
    "long_quiet_after": Number(
        20, 1, 120, "workdays", "after the earliest day, it’s too late for the usual letter", OURS
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
    "reference_rest": Number(5, 0, 30, "workdays", "to wait after a reference was contacted", OURS),
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

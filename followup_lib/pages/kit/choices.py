"""What several pages offer to choose from, and the questions they ask alike."""

import datetime as dt
from collections.abc import Iterable

import pandas as pd

from followup_lib.advice.side_reasons import BY
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.names import page_of
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.reading.people_typed import people_typed
from followup_lib.records.dates import read_time, short_day
from followup_lib.records.rows import PlanRow, key_of, rows_as
from followup_lib.records.situations import UNWRITTEN, Situation
from followup_lib.records.vocabulary import WAYS, words

Choices = list[tuple[str, str]]
"""Pairs of what a person reads and the word it stands for."""
PROMISED_WAYS: Choices = [
    ("I didn’t promise a call or note", ""),
    *((f"I will {way.promise}", name) for name, way in WAYS.items()),
]
"""How one may promise to be in touch."""


def wishes(unknown: str, *more: str) -> Choices:
    """Return the ways a person may like to be reached (W2); `unknown` says that nobody knows.

    `more` are words that only some may be told: to wait for them (W3), or that they have left (W5).
    """
    ways = [(text, way) for way, text in BY.items()]
    return [(unknown, ""), *ways, *((words(word), word) for word in more)]


def references(desk: Desk) -> Choices:
    """Return the references on file, by name."""
    people = desk.tables.references
    return list(zip(people["name"], people["reference_id"], strict=True))


def day_that_came(
    desk: Desk, day: dt.date | None, ask: str, ahead: str, field: str = "on"
) -> dt.date:
    """Return a day that has come; raises `FieldError`: `ask` for none, `ahead` for a later one.

    `{day}` in `ahead` is filled in; `field` is the field the day stands in.
    """
    if day is None:
        raise FieldError(ask, field)
    if day > desk.today:
        desk.look()  # the page may have been open overnight
    if day > desk.today:
        raise FieldError(ahead.format(day=short_day(day, desk.today)), field)
    return day


def time_typed(text: str) -> str:
    """Return a time of day that was typed as HH:MM, "" for none; raises `FieldError` at `at`."""
    time = read_time(text)
    if text.strip() and not time:
        raise FieldError(
            f"“{text.strip()}” isn’t a time of day; write it as 10:00 AM or 14:30.", "at"
        )
    return time


def names(text: str) -> list[str]:
    """Return the names in a text.

    >>> names("Ms. Reyes, Mr. Tan and Dr. Okafor"), names("Ms. Reyes; Mr. Tan;")
    (['Ms. Reyes', 'Mr. Tan', 'Dr. Okafor'], ['Ms. Reyes', 'Mr. Tan'])
    >>> names("Priya, office manager")
    ['Priya']
    """
    return [each.name for each in people_typed(text)]


def next_step(desk: Desk, application_id: str) -> dict[str, str]:
    """Return what comes next for an application: its `reason`, and how to go there.

    `label` and `page` are of the button, `key` chooses the row; a resting row leads to its place
    among the applications, and its `letter` is "".
    """
    rows = desk.plan.of(application_id)
    row = rows_as(PlanRow, rows[rows["reference_id"] == ""])[0]
    rests = row.situation == Situation.REST
    label = "See it in your applications" if rests else desk.verb(row)
    letter = "" if row.situation in UNWRITTEN else words(row.situation)
    step = {"reason": row.reason, "label": label, "letter": letter}
    return step | {"page": page_of(row.situation), "key": key_of(row)}


def unlike(labels: Iterable[str]) -> list[str]:
    """Return labels with a number after each that was there before, so that no two are alike.

    >>> unlike(["Hill, clerk", "Hill, editor", "Hill, clerk"])
    ['Hill, clerk', 'Hill, editor', 'Hill, clerk (2)']
    """
    texts = pd.Series(list(labels), dtype="str")
    number = texts.groupby(texts).cumcount() + 1
    return [f"{text} ({n})" if n > 1 else text for text, n in zip(texts, number, strict=True)]

"""How far an application has come and how it stands, read from one cell, with its day."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from followup_lib.reading.columns import nearest
from followup_lib.reading.day_forms import Written
from followup_lib.reading.days import Day, Order, split_days
from followup_lib.reading.standings import TALKS, Standing, standing_of, without_remark
from followup_lib.reading.status_signs import HARMLESS, OVER, undated
from followup_lib.reading.understood import Sure, Understood
from followup_lib.reading.words import plain
from followup_lib.records.dates import short_day
from followup_lib.records.vocabulary import Stage, Status
from followup_lib.records.vocabulary import words as shown

AHEAD = dt.timedelta(60)
"""How far ahead a talk may lie whose day has no year, where no other day tells one.

As near to today, a day that its weekday rules out is a slip, and is asked.
"""


_LIMIT = re.compile(r"\b(?:by|before|until|till|due)\W*\Z", re.IGNORECASE)
"""In front of a day by which one would apply: nothing happened on it."""
_START = re.compile(r"\bstart(?:s|ing)?(?: date)?(?: is| on|:)?\W*\Z", re.IGNORECASE)
"""Beside a day on which one begins to work: nothing was decided on it."""


def read_status(
    cell: str,
    today: dt.date,
    order: Order = "month",
    near: Sequence[dt.date] = (),
    known: Mapping[str, str] | None = None,
) -> Understood[Standing]:
    """Return the standing a cell tells, with its day; unclear when words deny or contradict it.

    A day without a year is the one nearest to `near`, other days of its row or list, else the last
    one up to `today`, and then "inferred". `known` are words of the list's own, in the form of
    `plain`, with their "stage status".

    >>> found = read_status("Offer!!! 11/25", dt.date(2026, 3, 16))
    >>> found.fact.stage, found.fact.on, found.sure
    ('offer', datetime.date(2025, 11, 25), 'inferred')
    >>> read_status("Not rejected", dt.date(2026, 3, 16)).sure
    'unclear'
    """
    text = " ".join(cell.split())
    standing = standing_of(text, known or {})
    if standing is None:
        return Understood(None, "unclear", left=text)
    day = _day_told(text, standing, order, near, today, known or {})
    if day is None:
        marks = zip(text, undated(text), strict=True)
        left = "".join(letter for letter, mark in marks if mark == "\0").strip()
        if standing.talk and not OVER.search(text) and _slips_ahead(text, order, today):
            standing = replace(standing, planned=True)
        return Understood(standing, "exact", text, left, _read_back(standing, today))
    planned = standing.planned or (standing.talk and day.on > today)
    dated = replace(standing, on=day.on, planned=planned)
    sure: Sure = "exact"
    if day.certainty:
        sure = "inferred" if day.certainty == "inferred" else "about"
    return Understood(dated, sure, text, "", _read_back(dated, today))


def _day_told(
    text: str,
    standing: Standing,
    order: Order,
    near: Sequence[dt.date],
    today: dt.date,
    known: Mapping[str, str],
) -> Day | None:
    """Return the day of a standing, None where the days of its cell are of something else."""
    days, rest = split_days(text, order)
    words = re.split("\0+", rest)
    if len(words) != len(days) + 1:
        return None
    if standing.stage == Stage.SAVED and _LIMIT.search(words[0]):
        return None
    if standing.stage == Stage.OFFER:
        days, words = _without_start(days, words)
        if not days:
            return None
    tells = [standing_of(" ".join(said.strip(" ,;&-–—()").split()), known) for said in words]
    talked = tells[0] and tells[0].status == Status.ACTIVE and tells[0].stage in TALKS
    if len(days) == 1 and standing.status != Status.ACTIVE and talked and plain(words[1]):
        return None  # of the talk: "interview 1/22 - hired someone else"
    said_of = slice(-1) if plain(words[0]) else slice(1, None)  # "3/1 applied, 3/10 interview"
    of = told = None
    for day, said, own in zip(days, words[said_of], tells[said_of], strict=True):
        of = own or (None if plain(HARMLESS.sub(" ", said)) else of)
        if len(days) == 1 or (of and _same(of, standing)):
            told = day
    if told is None or _of_remark(text, standing, order, known):
        return None
    ahead = not near and standing.stage in TALKS and not OVER.search(text)
    fits = _in_year(told, near, today, ahead)
    written = _in_year(replace(told, weekday=None), near, today, ahead)
    slip = written and written != fits and abs(written.on - today) <= AHEAD
    return None if slip else fits  # "Tue 3/18", which is a Wednesday, is asked


def _without_start(days: list[Written], words: list[str]) -> tuple[list[Written], list[str]]:
    """Return the days of a cell but the one on which the work begins, and the words around."""
    last = bool(_START.fullmatch(words[-1].strip(" ,;-–—()")))
    begins = [bool(_START.search(said)) for said in words[:-1]]
    begins[-1:] = [begins[-1] or last] if begins else []
    kept = [word for word, start in zip(words, [*begins, False], strict=True) if not start]
    return [day for day, start in zip(days, begins, strict=True) if not start], kept


def _slips_ahead(text: str, order: Order, today: dt.date) -> bool:
    """Tell whether a day beside a weekday that it does not have is one of the next."""
    slips = [
        replace(day, weekday=None) for day in split_days(text, order)[0] if day.weekday is not None
    ]
    days = [day.on for each in slips for day in each.days([each.year or today.year])]
    return any(today < day <= today + AHEAD for day in days)


def _in_year(told: Written, near: Sequence[dt.date], today: dt.date, ahead: bool) -> Day | None:
    """Return the day that is written, in the year that fits; `ahead` lets it lie ahead."""
    if ahead and not told.year:
        days = [day.on for day in told.days([today.year, today.year + 1])]
        if coming := [day for day in days if today < day <= today + AHEAD]:
            return Day(coming[0], "inferred")
    return nearest(told, list(near), today)


def _same(one: Standing, other: Standing) -> bool:
    """Tell whether two pieces of a cell tell the same outcome, or the same stage without one."""
    if Status.ACTIVE in (one.status, other.status):
        return (one.status, one.stage) == (other.status, other.stage)
    return one.status == other.status


def _of_remark(text: str, standing: Standing, order: Order, known: Mapping[str, str]) -> bool:
    """Tell whether the day of a cell is that of a remark: "interview (applied 3/1)"."""
    words = without_remark(text)
    if words == text or not words or split_days(words, order)[0]:
        return False
    beside = standing_of(text[len(words) :].strip("() "), known)
    return bool(beside and not _same(beside, standing))


def _read_back(standing: Standing, today: dt.date) -> str:
    words = [*([shown(standing.lost)] if standing.lost else []), standing.stage.replace("_", " ")]
    words += [standing.status.replace("_", " ")] if standing.status != Status.ACTIVE else []
    day = f", {short_day(standing.on, today)}" if standing.on else ""
    return f"We read this as {', '.join(words)}{day}{' (to come)' if standing.planned else ''}."

"""How far an application has come and how it stands, read from one cell, with its day."""

import datetime as dt
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from followup_lib.reading.columns import nearest
from followup_lib.reading.day_forms import Written
from followup_lib.reading.days import Day, Order, split_days
from followup_lib.reading.slips import mended
from followup_lib.reading.status_signs import (
    DENIALS,
    DOUBT,
    HARMLESS,
    OVER,
    PLANNED,
    SIGNS,
    STEP,
    taken,
    undated,
)
from followup_lib.reading.talk_words import talk_without_time
from followup_lib.reading.understood import Sure, Understood
from followup_lib.reading.words import plain, word_set
from followup_lib.records.dates import short_day
from followup_lib.records.vocabulary import STAGE_RANK, Stage, Status
from followup_lib.records.vocabulary import words as shown

AHEAD = dt.timedelta(60)
"""How far ahead a talk may lie whose day has no year, where no other day tells one.

As near to today, a day that its weekday rules out is a slip, and is asked.
"""
LONGEST = 200
"""Letters of a cell that is looked into; what is longer tells a story."""


@dataclass(frozen=True)
class Standing:
    """How far one application has come, and how it stands.

    `on` is the day in the cell, None without one; `planned` tells that it is still to come, and
    `talk` that somebody was spoken with: no online assessment, no test, no take-home. `lost` is
    the event that leaves a talk without a time.
    """

    stage: str
    status: str
    on: dt.date | None = None
    planned: bool = False
    talk: bool = False
    lost: str = ""


_LIMIT = re.compile(r"\b(?:by|before|until|till|due)\W*\Z", re.IGNORECASE)
"""In front of a day by which one would apply: nothing happened on it."""
_START = re.compile(r"\bstart(?:s|ing)?(?: date)?(?: is| on|:)?\W*\Z", re.IGNORECASE)
"""Beside a day on which one begins to work: nothing was decided on it."""
_REACHED = tuple(STAGE_RANK)[1:]
_OUTCOMES = {*Status} - {Status.ACTIVE}
_spelled = mended(word_set("spelled_statuses"))
_STAGES = {"test": Stage.SCREEN, "unsaid": Stage.SAVED, "invited": Stage.INTERVIEW}
_TALKS = {Stage.SCREEN, Stage.INTERVIEW, Stage.FINAL_INTERVIEW}


@cache
def known_words() -> dict[str, str]:
    """Return "stage status" of each known status word in the form of `plain`, or "nothing"."""
    text = (files("followup_lib.reading") / "statuses.toml").read_text(encoding="utf-8")
    return {
        plain(word): meaning for meaning, words in tomllib.loads(text).items() for word in words
    }


def says_nothing(cell: str) -> bool:
    """Tell whether a cell only holds its place: "N/A", "TBD", "-".

    >>> says_nothing("n/a"), says_nothing("--"), says_nothing("Hill & Co")
    (True, True, False)
    """
    return len(cell) < 40 and (not plain(cell) or known_words().get(plain(cell)) == "nothing")


def without_remark(text: str) -> str:
    """Return a text without the remark in brackets at its end.

    >>> without_remark("Interview (2nd round)"), without_remark("(did not apply)")
    ('Interview', '')
    """
    return text.partition("(")[0].rstrip() if text.endswith(")") else text


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
    standing = _standing(text, known or {})
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
    tells = [_standing(" ".join(said.strip(" ,;&-–—()").split()), known) for said in words]
    talked = tells[0] and tells[0].status == Status.ACTIVE and tells[0].stage in _TALKS
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
    ahead = not near and standing.stage in _TALKS and not OVER.search(text)
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
    beside = _standing(text[len(words) :].strip("() "), known)
    return bool(beside and not _same(beside, standing))


def status_meaning(word: str, known: Mapping[str, str] | None = None) -> tuple[str, str] | None:
    """Return the stage and status a word tells, None when it must be asked.

    >>> status_meaning("Rejection :("), status_meaning("Interview (2nd round)")
    (('applied', 'rejected'), ('interview', 'active'))
    >>> status_meaning("Waitlisted"), status_meaning("Interview (rejected)")
    (None, None)
    """
    standing = _standing(" ".join(word.split()), known or {})
    return (standing.stage, standing.status) if standing else None


def _standing(text: str, known: Mapping[str, str]) -> Standing | None:
    """Return what a cell tells; a remark in brackets behind it must not tell anything else."""
    if len(text) > LONGEST or "?" in text:
        return None
    text = _spelled(text)
    lost = talk_without_time(undated(text).replace("\0", " "))
    if lost:
        return Standing(Stage.APPLIED.value, Status.ACTIVE.value, lost=lost)
    keys = (plain(text), plain(undated(text)))
    told = next((each for key in keys if (each := known.get(key) or known_words().get(key))), "")
    if told == "nothing":
        return None
    if told:
        stage, status = told.split()
        return Standing(stage, status, None, bool(PLANNED.search(text)), _is_talk(stage, text))
    words = without_remark(text)
    remark = text[len(words) :].strip("() ")
    if not remark:
        return _by_signs(text)
    if not words:
        return _standing(remark, known)
    found, beside = _standing(words, known), _standing(remark, known)
    if not beside or not found:
        return None if DOUBT.search(remark) or (found and found.lost) else found
    alike = beside.status == found.status and beside.stage in (found.stage, *_REACHED)
    return found if alike else None


def _by_signs(text: str) -> Standing | None:
    """Return what the words of a cell tell together, None when they are not all understood."""
    text = STEP.sub(" phone screen ", text)
    signs, rest = taken(DENIALS, undated(text).replace("\0", " ").replace("’", "'"))
    if DOUBT.search(rest):
        return None
    more, rest = taken(SIGNS, rest)
    signs |= more
    planned = "invited" in signs or bool(PLANNED.search(rest))
    if plain(HARMLESS.sub(" ", PLANNED.sub(" ", rest))):
        return None
    outcomes = signs & _OUTCOMES
    stages = {_STAGES.get(sign, sign) for sign in signs - outcomes}
    outcome = next(iter(outcomes), Status.ACTIVE)
    if outcome in (Status.ACCEPTED, Status.DECLINED):
        stages.add(Stage.OFFER)
    elif outcomes and Stage.OFFER in stages:
        return None
    if not signs or len(outcomes) > 1 or ("unsaid" in signs and len(signs) > 1):
        return None
    stage = max(stages, key=lambda each: STAGE_RANK[each], default=Stage.APPLIED)
    return Standing(str(stage), str(outcome), None, planned and not outcomes, _is_talk(stage, text))


def _is_talk(stage: str, text: str) -> bool:
    return stage in _TALKS and not (stage == Stage.SCREEN and is_test(text))


def is_test(text: str) -> bool:
    """Tell whether words are about a test, where nobody is spoken with.

    >>> is_test("Status: Online Assessment"), is_test("which hours I can do")
    (True, False)
    """
    return bool(dict(SIGNS)["test"].search(text))


def _read_back(standing: Standing, today: dt.date) -> str:
    words = [*([shown(standing.lost)] if standing.lost else []), standing.stage.replace("_", " ")]
    words += [standing.status.replace("_", " ")] if standing.status != Status.ACTIVE else []
    day = f", {short_day(standing.on, today)}" if standing.on else ""
    return f"We read this as {', '.join(words)}{day}{' (to come)' if standing.planned else ''}."

"""How far an application has come and how it stands, as the words of one cell tell."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from followup_lib.reading.slips import mended
from followup_lib.reading.status_signs import (
    DENIALS,
    DOUBT,
    HARMLESS,
    OFFER_OVER,
    PLANNED,
    SIGNS,
    STEP,
    taken,
    undated,
)
from followup_lib.reading.talk_words import talk_without_time
from followup_lib.reading.words import plain, word_set
from followup_lib.records.vocabulary import STAGE_RANK, Stage, Status

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


_REACHED = tuple(STAGE_RANK)[1:]
_OUTCOMES = {*Status} - {Status.ACTIVE}
_spelled = mended(word_set("spelled_statuses"))
_STAGES = {"test": Stage.SCREEN, "unsaid": Stage.SAVED, "invited": Stage.INTERVIEW}
TALKS = {Stage.SCREEN, Stage.INTERVIEW, Stage.FINAL_INTERVIEW}


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


def status_meaning(word: str, known: Mapping[str, str] | None = None) -> tuple[str, str] | None:
    """Return the stage and status a word tells, None when it must be asked.

    >>> status_meaning("Rejection :("), status_meaning("Interview (2nd round)")
    (('applied', 'rejected'), ('interview', 'active'))
    >>> status_meaning("Waitlisted"), status_meaning("Interview (rejected)")
    (None, None)
    """
    standing = standing_of(" ".join(word.split()), known or {})
    return (standing.stage, standing.status) if standing else None


def standing_of(text: str, known: Mapping[str, str]) -> Standing | None:
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
        return standing_of(remark, known)
    found, beside = standing_of(words, known), standing_of(remark, known)
    if not beside or not found:
        return None if DOUBT.search(remark) or (found and found.lost) else found
    alike = beside.status == found.status and beside.stage in (found.stage, *_REACHED)
    return found if alike else None


def _by_signs(text: str) -> Standing | None:
    """Return what the words of a cell tell together, None when they are not all understood."""
    text = STEP.sub(" phone screen ", text)
    signs, rest = taken(DENIALS, undated(text).replace("\0", " ").replace("’", "'"))
    if DOUBT.search(rest) or OFFER_OVER.search(rest):
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
    return stage in TALKS and not (stage == Stage.SCREEN and is_test(text))


def is_test(text: str) -> bool:
    """Tell whether words are about a test, where nobody is spoken with.

    >>> is_test("Status: Online Assessment"), is_test("which hours I can do")
    (True, False)
    """
    return bool(dict(SIGNS)["test"].search(text))

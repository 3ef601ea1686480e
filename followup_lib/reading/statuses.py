"""How far an application has come and how it stands, read from one cell, with its day."""

import datetime as dt
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from followup_lib.reading.columns import nearest
from followup_lib.reading.days import Order, split_days
from followup_lib.reading.talk_words import talk_without_time
from followup_lib.reading.understood import Sure, Understood
from followup_lib.reading.words import plain
from followup_lib.records.dates import short_day
from followup_lib.records.vocabulary import STAGE_RANK, Stage, Status
from followup_lib.records.vocabulary import words as shown

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


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


_ROUND = r"(?:(?:\d|1st|2nd|3rd|[4-9]th|first|second|third|fourth|fifth) ?)"
_DOUBT = _pattern(
    r"not?|never|nor|cannot|\w+n't|didnt|wasnt|isnt|havent|without|nicht|kein\w*|pas|non|nie|nem"
    r"|before|unless|if|maybe|might|possibl[ey]|hop(?:e|ing)|expect\w*|almost|cancel\w*|postpone\w*"
    r"|rescind\w*|revoked?|expired?|instead|reject\w* (?:the |their |an? )?(?:interview|invit\w*)"
    r"|(?:a?waiting|hoping|pending)(?: for| on)?(?: an?| the| my)? (?:offer|interview|screen\w*)"
    r"|(?:offer|interview|screen\w*|zoom|call)(?: is)? pending"
)
_DENIALS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("unsaid", _pattern(
        r"(?:(?:did|have|has|had|was) ?(?:not|n't)|didn'?t|haven'?t|not|never)(?: yet| even)?"
        r" (?:appl(?:y|ied)|submit(?:ted)?|sent|completed?|finish(?:ed)?|start(?:ed)?)(?: yet)?"
        r"|(?:waiting|need|have|want|plan(?:ning)?|going|still|ready) to (?:apply|submit)"
        r"|(?:to|will|must|should) apply|incomplete")),
    ("declined", _pattern(
        r"i (?:declined|refused|rejected|turned down)(?: (?:the|their|an?) offer)?"
        r"|declined(?: (?:the|their|an?))? offer|offer declined")),
    ("rejected", _pattern(
        r"not (?:selected|hired|moving forward|proceeding|progress(?:ed|ing)|successful|chosen"
        r"|a fit)|unsuccessful|position filled|turned (?:me )?down")),
    ("no_response", _pattern(r"ghosted|no (?:reply|response|answer)")),
)  # fmt: skip
"""Phrases that deny, and whose meaning is known all the same; any other denial is asked."""
_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("rejected", _pattern(
        r"(?:was |got |been )?(?:auto[- ]?)?reject(?:ed|ion|s)?(?: (?:e-?mail|letter|call))?|denied"
        r"|declined by them")),
    ("withdrawn", _pattern(r"i withdrew|withdrew|withdrawn|pulled out")),
    ("on_hold", _pattern(r"on hold|paused|hiring freeze")),
    ("accepted", _pattern(
        r"(?:i )?(?:accepted|signed)(?: (?:the|their|an?))? offer"
        r"|offer(?: letter)? (?:accepted|signed)|accepted|hired")),
    ("offer", _pattern(
        r"(?:job |verbal |written |formal )?offer(?:ed)?(?: letter)?"
        r"(?: (?:received|made|extended|in hand))?")),
    ("reference_check", _pattern(r"references?(?: checks?)?(?: (?:requested|called))?")),
    ("final_interview", _pattern(
        r"(?:final|last)[ -](?:round|interviews?|stage|on-?site|panel)(?: interview)?"
        r"|super ?day")),
    ("test", _pattern(
        r"oa|(?:skills? |coding |technical |online |typing )?(?:assessments?|tests?|challenge"
        r"|assignment|exercise)|hacker ?rank|codility|code ?signal|take[- ]?home"
        r"(?: (?:test|assignment|project|exercise))?|case study|questionnaire|hire ?vue"
        r"|one[- ]way (?:video )?interview")),
    ("screen", _pattern(
        rf"{_ROUND}?(?:(?:phone|recruiter|hr|telephone|intro(?:ductory)?) ?[-/]?"
        r"(?:screen(?:ing)?s?|interviews?|calls?|chats?|talk)"
        r"|(?:pre-?)?screen(?:ing)?(?: call)?)")),
    ("interview", _pattern(
        rf"{_ROUND}?(?:round|stage)?(?: of)? ?(?:(?:technical|video|zoom|teams|panel|virtual"
        r"|in[- ]person|on-?site|group|behavioral|first|second) )*(?:interview(?:s|ed|ing)?"
        r"|on-?sites?|zoom(?: call)?|teams call|video call)"
        rf"|{_ROUND}round|rounds? \d|technical screen|panel")),
    ("applied", _pattern(
        r"(?:re)?applied|submitted|sent(?: (?:my |the )?(?:resume|cv|application))?|application")),
)  # fmt: skip
_PLANNED = _pattern(
    r"sched(?:uled|\.)?|booked|invited?|invitation|upcoming|set(?: up)?(?: for)?|coming up"
)
_HARMLESS = _pattern(
    r"a?waiting(?: (?:for|on|to hear)(?: (?:a |the |their )?(?:decision|results?|feedback|reply"
    r"|response|answer|back|news|word))?)?|pending|in progress|done|completed?|finished|passed|had"
    r"|went well|held|got|received|was|i|have|the|an?|my|and|then|on|at|in|by|for|of|to|after|post"
    r"|followed|via|e-?mail(?:ed)?|phone|stage|status|yay|ugh|finally|today|yesterday|now|just|again"
    r"|(?:with|w/|from|@) ?[^\W\d_]+(?: [A-Z][^\W\d_]+)?|round|next|update|result|decision|feedback"
)
_REACHED = tuple(STAGE_RANK)[1:]
_OUTCOMES = {*Status} - {Status.ACTIVE}
_STAGES = {"test": Stage.SCREEN, "unsaid": Stage.SAVED}
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
    days, _ = split_days(text, order)
    day = nearest(days[0], list(near), today) if len(days) == 1 else None
    if day is None:
        marks = zip(text, _undated(text), strict=True)
        left = "".join(letter for letter, mark in marks if mark == "\0").strip()
        return Understood(standing, "exact", text, left, _read_back(standing, today))
    planned = standing.planned or (standing.talk and day.on > today)
    dated = replace(standing, on=day.on, planned=planned)
    sure: Sure = "exact"
    if day.certainty:
        sure = "inferred" if day.certainty == "inferred" else "about"
    return Understood(dated, sure, text, "", _read_back(dated, today))


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
    lost = talk_without_time(_undated(text).replace("\0", " "))
    if lost:
        return Standing(Stage.APPLIED.value, Status.ACTIVE.value, lost=lost)
    keys = (plain(text), plain(_undated(text)))
    told = next((each for key in keys if (each := known.get(key) or known_words().get(key))), "")
    if told == "nothing":
        return None
    if told:
        stage, status = told.split()
        return Standing(stage, status, None, bool(_PLANNED.search(text)), _is_talk(stage, text))
    words = without_remark(text)
    remark = text[len(words) :].strip("() ")
    if not remark:
        return _by_signs(text)
    if not words:
        return _standing(remark, known)
    found, beside = _standing(words, known), _standing(remark, known)
    if not beside or not found:
        return None if _DOUBT.search(remark) else found
    alike = beside.status == found.status and beside.stage in (found.stage, *_REACHED)
    return found if alike else None


def _by_signs(text: str) -> Standing | None:
    """Return what the words of a cell tell together, None when they are not all understood."""
    signs, rest = _taken(_DENIALS, _undated(text).replace("\0", " ").replace("’", "'"))
    if _DOUBT.search(rest):
        return None
    more, rest = _taken(_SIGNS, rest)
    signs |= more
    planned = bool(_PLANNED.search(rest))
    if plain(_HARMLESS.sub(" ", _PLANNED.sub(" ", rest))):
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


def _taken(signs: tuple[tuple[str, re.Pattern[str]], ...], text: str) -> tuple[set[str], str]:
    """Return which signs a text holds, and the text without them."""
    found = set()
    for sign, pattern in signs:
        text, n = pattern.subn(" ", text)
        found |= {sign} if n else set()
    return found, text


def _undated(text: str) -> str:
    """Return a text with NULs for the days and times in it, whichever order they are in."""
    orders: tuple[Order, Order] = ("month", "day")
    return next((rest for order in orders if (rest := split_days(text, order)[1]) != text), text)


def _is_talk(stage: str, text: str) -> bool:
    return stage in _TALKS and not (stage == Stage.SCREEN and is_test(text))


def is_test(text: str) -> bool:
    """Tell whether words are about a test, where nobody is spoken with.

    >>> is_test("Status: Online Assessment"), is_test("which hours I can do")
    (True, False)
    """
    return bool(dict(_SIGNS)["test"].search(text))


def _read_back(standing: Standing, today: dt.date) -> str:
    words = [*([shown(standing.lost)] if standing.lost else []), standing.stage.replace("_", " ")]
    words += [standing.status.replace("_", " ")] if standing.status != Status.ACTIVE else []
    day = f", {short_day(standing.on, today)}" if standing.on else ""
    return f"We read this as {', '.join(words)}{day}{' (to come)' if standing.planned else ''}."

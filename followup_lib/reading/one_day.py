"""The phrases of a text that say a day, and the one day that several tell together."""

import datetime as dt
import re
from contextlib import suppress
from dataclasses import dataclass, replace

from followup_lib.reading.phrases import READERS
from followup_lib.reading.spoken import NO_DAY, WEEKDAY, Said
from followup_lib.reading.understood import Sure
from followup_lib.reading.words import pattern

_RANK: dict[Sure, int] = {"exact": 0, "about": 1, "inferred": 2, "unclear": 3}
_JOINT = pattern(
    r"[ \0,]*(?:\b(?:or|to|if not|through|until)\b|[-–—/])"
    r"(?: ?\b(?:maybe|possibly|perhaps|by|on|at the latest|the|in)\b)*[ \0]*"
)
_AND = pattern(r"[ \0]*\band\b(?: the)?[ \0]*")
_BETWEEN = pattern(r"\b(?:from|between)(?: the)? $")
_BESIDE = pattern(r"[ \0,.(]*(?:the|on|of)?[ \0]*")
_LATEST_BEHIND = pattern(r"[ \0,(]*(?:at (?:the )?)?(?:very )?latest\b")
_LATEST_BEFORE = pattern(r"\blatest(?: by| on)? $")
_WEEK_OF = pattern(
    r"\b(?:(early|mid|late|end)(?: in| of)? )?(?:the )?(?:week (?:of|beginning|starting|commencing)"
    rf"|w/?c) (?:{WEEKDAY},? )?(?:the )?$"
)
_BEFORE = pattern(r"\bbefore (?:the )?$")


@dataclass(frozen=True)
class Phrase:
    """A piece of a text that says a day, None when there is no such day.

    `first` is where a stretch of days begins; `kind` is that of its reader: a "weekday" may stand
    beside a "date", and the "end of day" of any.
    """

    start: int
    end: int
    day: dt.date | None
    sure: Sure
    first: dt.date | None
    kind: str


def day_phrases(text: str, said: Said) -> tuple[list[Phrase], str]:
    """Return the phrases of a text in their order, and the text with NULs in their places."""
    found = []
    rest = text
    for kind, words, reader in READERS:
        for match in words.finditer(rest):
            meaning = NO_DAY
            with suppress(OverflowError, ValueError):  # no such day, or beyond the last year
                meaning = reader(match, said)
            found.append(Phrase(match.start(), match.end(), *meaning, kind))
        rest = words.sub(blanked, rest)
    found.sort(key=lambda phrase: phrase.start)
    return [_with_lead(phrase, text, said) for phrase in found], rest


def _with_lead(phrase: Phrase, text: str, said: Said) -> Phrase:
    """Return what "before" or "the week of" in front of a phrase makes of it."""
    if phrase.day and phrase.kind == "date" and (match := _WEEK_OF.search(text[: phrase.start])):
        monday = phrase.day - dt.timedelta(phrase.day.weekday())
        day = monday + dt.timedelta({"early": 1, "mid": 2}.get((match[1] or "").casefold(), 4))
        phrase = Phrase(match.start(), phrase.end, day, "about", monday, "")
    if phrase.day and (match := _BEFORE.search(text[: phrase.start])):
        eve = said.days.before(phrase.first, 1).item() if phrase.first else phrase.day
        return replace(phrase, start=match.start(), day=eve, first=eve, kind="")
    return phrase


def one_day(phrases: list[Phrase], text: str) -> Phrase | None:
    """Return the one day that all phrases together tell, None when they tell none or several."""
    whole = [phrase for phrase in phrases if phrase.kind != "end of day"] or phrases
    if not all(phrase.day for phrase in whole):
        return None
    merged: list[Phrase] = []
    for phrase in whole:
        both = _together(merged[-1], phrase, text) if merged else None
        merged[-1:] = [both] if both else [*merged[-1:], phrase]
    if len({phrase.day for phrase in merged}) < 2:
        return merged[0] if merged else None
    last = max(merged, key=lambda phrase: phrase.day or dt.date.min)
    behind, before = _LATEST_BEHIND.match(text, last.end), _LATEST_BEFORE.search(text[: last.start])
    return last if behind or before else None


def _together(one: Phrase, other: Phrase, text: str) -> Phrase | None:
    """Return a weekday and its date as one day, or the later end of a range; else None."""
    between = text[one.end : other.start]
    dated, named = (one, other) if one.kind == "date" else (other, one)
    if {dated.kind, named.kind} == {"date", "weekday"} and _BESIDE.fullmatch(between):
        if dated.day and named.day and dated.day.weekday() == named.day.weekday():
            return replace(dated, start=one.start, end=other.end)
        return None
    start = _BETWEEN.search(text[: one.start])
    if not _JOINT.fullmatch(between) and not (start and _AND.fullmatch(between)):
        return None
    if not one.day or not other.day or other.day < one.day:
        return None
    sure = max(one.sure, other.sure, "about", key=lambda each: _RANK[each])
    begin = start.start() if start else one.start
    return Phrase(begin, other.end, other.day, sure, one.first, "")


def blanked(match: re.Match[str]) -> str:
    """Return a NUL for each letter of a match, so that every place in the text stays."""
    return "\0" * len(match[0])

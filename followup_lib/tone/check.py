"""The tone check: what is good in a message, and what a good coach would point at, kindly.

It never forbids. The patterns are data, in tone.toml; what only the spreadsheet can tell (another
row's name, a wrong weekday) is in `guards`.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from followup_lib.records.errors import FollowupError
from followup_lib.records.notations import read_toml
from followup_lib.tone.guards import CHANGE, SMALL, THINK, Known, Remark, guards

WEIGHTS = {"change": CHANGE, "think": THINK, "small": SMALL}
KEYS = ("id", "group", "weight", "pattern", "why", "instead", "matches", "passes")
"""What every pattern of tone.toml must say."""
WORDS_A_MINUTE = 150
"""How fast a voicemail is spoken: an unhurried, usual pace."""
LONGEST = 20_000
"""Letters of a text that is looked at: twenty times what anybody reads in a message."""
SHOWN = 2
"""Remarks shown at a time (guidance §3)."""

EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf]\ufe0f?|[:;]-?[)(DP](?!\\w)")
SHOUTED = re.compile(r"\b[^\W\d_]{4,}\b")
EXCLAIMED = re.compile(r"!(?:[^!]*!){2}", re.DOTALL)
FLATTERY = re.compile(
    r"\b(amazing|incredible|fantastic|wonderful|awesome|outstanding|brilliant|inspiring|"
    r"impressive|honou?red|privileged?|thrilled|prestigious|renowned)\b",
    re.IGNORECASE,
)
KNOWN_CAPITALS = frozenset({"HTML", "JSON", "NASA", "LINUX", "SCADA", "HIPAA", "FMLA", "OSHA"})


class Pattern(NamedTuple):
    """One pattern of tone.toml, ready to search with; the fields are those of the file."""

    id: str
    group: str
    weight: str
    expression: re.Pattern[str]
    why: str
    instead: str
    allowed_in: tuple[str, ...]
    matches: str
    passes: str


@cache
def patterns() -> tuple[Pattern, ...]:
    """Return the patterns of tone.toml, in its order."""
    return read_patterns((files("followup_lib.tone") / "tone.toml").read_text(encoding="utf-8"))


def read_patterns(text: str) -> tuple[Pattern, ...]:
    """Read the text of a tone.toml; raises `FollowupError` that names the entry and what to do."""
    entries = read_toml(text, "tone.toml").get("pattern", [])
    return tuple(_pattern(entry, number) for number, entry in enumerate(entries, 1))


def _pattern(entry: dict[str, Any], number: int) -> Pattern:
    where = f"tone.toml, pattern {number} ({entry.get('id', 'without an id')})"
    if lacking := [key for key in KEYS if key not in entry]:
        raise FollowupError(f"{where}: {', '.join(lacking)} is missing; add it.")
    if entry["weight"] not in WEIGHTS:
        raise FollowupError(
            f"{where}, weight: found {entry['weight']!r}; allowed are {', '.join(WEIGHTS)}."
        )
    values = {key: entry[key] for key in KEYS if key not in ("weight", "pattern")}
    return Pattern(
        **values,
        weight=WEIGHTS[entry["weight"]],
        expression=_expression(entry["pattern"], where),
        allowed_in=tuple(entry.get("allowed_in", ())),
    )


def _expression(pattern: str, where: str) -> re.Pattern[str]:
    """Compile a pattern: whole words, any case, any white space, either apostrophe."""
    loose = pattern.replace("'", "['’]").replace(" ", r"\s+")
    try:
        return re.compile(rf"(?<!\w)(?:{loose})(?!\w)", re.IGNORECASE)
    except re.error as error:
        raise FollowupError(
            f"{where}: the pattern {pattern!r} cannot be read ({error}); fix its brackets."
        ) from error


def check_tone(text: str, *, situation: str = "", known: Known | None = None) -> list[Remark]:
    """Return what to point at in a message, gravest first, one remark for a place.

    `situation` lets through what is right in it; `known` is what the spreadsheet holds, for the
    guards (`guards.known_facts`). Empty when the message is fine (guidance §3). Of a text longer
    than `LONGEST` only that is said.
    """
    if len(text) > LONGEST:
        return [_too_long(text)]
    found = [*guards(text, known), *_by_pattern(text, situation), *_by_count(text, known)]
    kept: list[Remark] = []
    taken = bytearray(len(text))
    for remark in sorted(found, key=lambda r: (r.rank, r.start, -r.end)):
        if not any(taken[remark.start : remark.end]):
            taken[remark.start : remark.end] = b"1" * (remark.end - remark.start)
            kept.append(remark)
    return kept


def _too_long(text: str) -> Remark:
    why = (
        f"This has {len(text):,} letters, and up to {LONGEST:,} are checked. Nobody reads a "
        "message so long: shorten it."
    )
    return Remark("too-long", CHANGE, text[:40], 0, 40, why, "", grave=True)


def _by_pattern(text: str, situation: str) -> Iterator[Remark]:
    for pattern in patterns():
        if situation in pattern.allowed_in:
            continue
        for match in pattern.expression.finditer(text):
            yield Remark(
                pattern.id,
                pattern.weight,
                match[0],
                match.start(),
                match.end(),
                pattern.why,
                _like(pattern.instead, match[0]),
            )


def _by_count(text: str, known: Known | None) -> Iterator[Remark]:
    """Find what is wrong by its number: "!", capitals, emoji, flattery."""
    for match in EXCLAIMED.finditer(text):
        why = "Three exclamation marks shout. One, or none, is warmer."
        yield Remark(
            "exclamation", CHANGE, match[0], *match.span(), why, match[0].replace("!", ".")
        )
        break
    mine = known.own_words if known else frozenset()
    for match in SHOUTED.finditer(text):
        word = match[0]
        if word.isupper() and word not in KNOWN_CAPITALS and word.casefold() not in mine:
            why = "A word in capitals is read as shouting."
            yield Remark("capitals", THINK, word, *match.span(), why, word.lower())
    for match in EMOJI.finditer(text):
        why = "Some read it as careless, and no one misses it."
        yield Remark("emoji", THINK, match[0], *match.span(), why, "")
    praised = list(FLATTERY.finditer(text))
    if len(praised) > 1:
        why = "Praise twice sounds like flattery. Keep the one that is about something real."
        yield Remark("flattery", THINK, praised[1][0], *praised[1].span(), why, "")


def _like(instead: str, phrase: str) -> str:
    """Begin another wording as the phrase began: with a capital or without."""
    if phrase[:1].isupper() and not phrase.startswith("I "):
        return instead[:1].upper() + instead[1:]
    return instead


def take(text: str, remark: Remark) -> str:
    """Return the text with the other wording of a remark in its place.

    Without another wording the phrase goes: neatly where it can (`taken_out`), else as it stands.
    """
    if not remark.instead and (left := taken_out(text, remark)) is not None:
        return left
    return text[: remark.start] + remark.instead + text[remark.end :]


def taken_out(text: str, remark: Remark) -> str | None:
    """Return the text without a phrase that is a sentence or a sign of its own, else None.

    >>> text = "Thank you. I am available to start tomorrow. Goodbye."
    >>> taken_out(text, check_tone(text)[0])
    'Thank you. Goodbye.'
    """
    before, after = text[: remark.start].rstrip(" "), text[remark.end :]
    begins = not before or before[-1] in ".!?\n"
    ends = remark.phrase[-1:] in ".!?" or after[:1] in ("", ".", "!", "?", "\n")
    if remark.id != "emoji" and (remark.grave or not (begins and ends)):
        return None
    if remark.id != "emoji" and after[:1] in tuple(".!?"):
        after = after[1:]
    inside = before and not before.endswith("\n")
    return before + (after if inside else after.lstrip(" ,"))


def praise(text: str, known: Known | None = None, *, spoken: bool = False) -> list[str]:
    """Return what is good in a message, in sentences that are true of it; at most three.

    Of a `spoken` script it says nothing about reading; `spoken_seconds` tells its length.
    """
    words = len(text.split())
    asked = text.count("?")
    title = known.title if known else ""
    found = [
        (0 < words <= 125 and not spoken, f"Short enough to be read at once: {words} words."),
        (bool(title) and title.casefold() in text.casefold(), "It names the position."),
        (asked == 1, "It asks one clear question."),
        ("thank" in text.casefold(), "It thanks them."),
        (asked == 0 and words > 0, "It asks nothing of them."),
    ]
    return [sentence for holds, sentence in found if holds][:3]


def spoken_seconds(text: str) -> int:
    """Return how long a text takes to say aloud; each figure of a number counts as a word.

    >>> spoken_seconds("word " * 75)
    30
    """
    words = sum(max(1, sum(letter.isdigit() for letter in word)) for word in text.split())
    return round(words * 60 / WORDS_A_MINUTE)

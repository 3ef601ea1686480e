"""The tone check: what is good in a message, and what a good coach would point at, kindly.

It never forbids. Kinds and patterns are data, in tone.toml; how a sentence comes across is judged
by `model`; what only the spreadsheet can tell (another row's name, a wrong weekday) is in `guards`.
"""

import re
from collections.abc import Iterator

from followup_lib.records.dates import MONTHS, WEEKDAYS
from followup_lib.tone.guards import CHANGE, THINK, Known, Remark, guards
from followup_lib.tone.kinds import Pattern, kinds, patterns
from followup_lib.tone.model import judge, sentences, weights

WORDS_A_MINUTE = 150
"""How fast a voicemail is spoken: an unhurried, usual pace."""
LONGEST = 20_000
"""Letters of a text that is looked at: twenty times what anybody reads in a message."""
SHOWN = 2
"""Remarks shown at a time (guidance §3)."""

EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf]\ufe0f?|[:;]-?[)(DP](?!\\w)")
SHOUTED = re.compile(r"\b[^\W\d_]{4,}\b")
NAMED = re.compile(
    r"(?:\A|[.!?\n]|\b(?i:mr|mrs|ms|mx|dr|hi|hello|dear|hey)\b\.?(?:\s+[^\W\d_a-z][\w.'’-]*){0,3})"
    r"\s*\Z"
)
"""What stands before a word that keeps its capital: a sentence ends, a title, or a greeting."""
LOOKED_BACK = 60
"""Letters before a word in which a title or a greeting is looked for."""
DAYS = frozenset(name.upper() for name in (*WEEKDAYS, *MONTHS))
WORD = re.compile(r"\w")
INTRODUCED = re.compile(
    r"(?:(?:Hi|Hello)\W+)?(?:[Tt]his is|[Mm]y name is) [A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){0,3}"
)
MARKS = re.compile(r"[!?]+")
FLATTERY = re.compile(
    r"\b(amazing|incredible|fantastic|wonderful|awesome|outstanding|brilliant|inspiring|"
    r"impressive|honou?red|privileged?|thrilled|prestigious|renowned)\b",
    re.IGNORECASE,
)
KNOWN_CAPITALS = frozenset(
    {"HTML", "JSON", "NASA", "LINUX", "SCADA", "HIPAA", "FMLA", "OSHA", "ASAP"}
)


def check_tone(
    text: str, *, situation: str = "", known: Known | None = None, subject: bool = False
) -> list[Remark]:
    """Return what to point at in a message, gravest first, one remark for a place.

    `situation` lets through what is right in it; `known` is what the spreadsheet holds, for the
    guards (`guards.known_facts`). Of a `subject`, which is no sentence, phrases are looked at and
    nothing is judged. Another wording that the message has already is not offered again. Empty
    when the message is fine (guidance §3). Of a text longer than `LONGEST` only that is said.
    """
    if len(text) > LONGEST:
        return [_too_long(text)]
    found = [
        *guards(text, known),
        *_by_sentence(text, situation, known, subject),
        *_by_count(text, known),
    ]
    kept: list[Remark] = []
    taken = bytearray(len(text))
    for remark in sorted(found, key=lambda r: (r.rank, r.start, -r.end)):
        if not any(taken[remark.start : remark.end]):
            taken[remark.start : remark.end] = b"1" * (remark.end - remark.start)
            said = " " in remark.instead and remark.instead in text
            kept.append(remark._replace(instead="") if said else remark)
    return kept


def _too_long(text: str) -> Remark:
    why = (
        f"This has {len(text):,} characters, and up to {LONGEST:,} are checked. Nobody reads a "
        "message so long: shorten it."
    )
    return Remark("too-long", CHANGE, text[:40], 0, 40, why, "", grave=True)


def _by_sentence(text: str, situation: str, known: Known | None, subject: bool) -> Iterator[Remark]:
    """Find the sentences that come across badly: by a phrase with a better wording, or as a whole.

    In a sentence that is surely fine a phrase says something else, and nothing is remarked.
    """
    for start, end in sentences(text):
        sentence = text[start:end]
        greets = sentence.endswith((",", ":")) or INTRODUCED.fullmatch(sentence)
        if greets or not WORD.search(sentence):
            continue
        judgment = judge(known.without_names(sentence) if known else sentence)
        if judgment.score < weights().fine:
            continue
        if found := _phrases(sentence, situation):
            for pattern, at, to in found:
                phrase, kind = sentence[at:to], kinds()[pattern.kind]
                yield Remark(
                    pattern.id,
                    pattern.weight or kind.weight,
                    phrase,
                    start + at,
                    start + to,
                    pattern.why,
                    _like(pattern.instead, phrase),
                )
        elif judgment.score > weights().bad and not subject:
            kind = kinds()[judgment.kind]
            if situation not in kind.allowed_in:
                yield Remark(
                    judgment.kind, kind.weight, sentence, start, end, kind.why, kind.instead
                )


def _phrases(sentence: str, situation: str) -> list[tuple[Pattern, int, int]]:
    """Return the patterns found in a sentence, each with the place its other wording takes."""
    found = []
    for pattern in patterns():
        if situation in kinds()[pattern.kind].allowed_in:
            continue
        if match := pattern.expression.search(sentence):
            whole = pattern.instead.endswith((".", "?"))
            found.append((pattern, *((0, len(sentence)) if whole else match.span())))
    return found


def phrase_in(text: str) -> bool:
    """Tell whether any pattern is found in a text, wherever it stands."""
    return bool(_phrases(text, ""))


def _by_count(text: str, known: Known | None) -> Iterator[Remark]:
    """Find what is wrong by its number: "!", capitals, emoji, flattery."""
    yield from _marks(text)
    mine = known.own_words if known else frozenset()
    for match in SHOUTED.finditer(text):
        word = match[0]
        if word.isupper() and word not in KNOWN_CAPITALS and word.casefold() not in mine:
            why = "A word in capitals is read as shouting."
            start = match.start()
            named = word in DAYS or NAMED.search(text, max(start - LOOKED_BACK, 0), start)
            instead = word.capitalize() if named else word.lower()
            yield Remark("capitals", THINK, word, *match.span(), why, instead)
    for match in EMOJI.finditer(text):
        why = "Some read it as careless, and no one misses it."
        yield Remark("emoji", THINK, match[0], *match.span(), why, "")
    praised = list(FLATTERY.finditer(text))
    if len(praised) > 1:
        why = "Praise twice sounds like flattery. Keep the one that is about something real."
        yield Remark("flattery", THINK, praised[1][0], *praised[1].span(), why, "")


def _marks(text: str) -> Iterator[Remark]:
    """Find marks that shout: several in a row, or a third "!" in one message."""
    exclaimed = 0
    for match in MARKS.finditer(text):
        marks = match[0]
        exclaimed += marks.count("!")
        if len(marks) > 2 or ("?" in marks and len(marks) > 1):
            why = "Several marks in a row read as shouting. One is enough."
        elif marks == "!" and exclaimed == 3:
            why = "Three exclamation points in one message shout. One, or none, is warmer."
        else:
            continue
        instead = "?" if "?" in marks else "."
        yield Remark("exclamation", CHANGE, marks, *match.span(), why, instead)


def _like(instead: str, phrase: str) -> str:
    """Begin another wording as the phrase began: with a capital or without."""
    if phrase[:1].isupper() and not phrase.startswith("I ") and not phrase.isupper():
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

    Of a script one path counts: its labels and the branches not taken are never said.

    >>> spoken_seconds("word " * 75)
    30
    >>> spoken_seconds("Why:\\n" + "word " * 75 + "\\n\\nIf yes:\\nyes\\n\\nIf no:\\nno no")
    31
    """
    said = _one_path(text).split()
    words = sum(max(1, sum(letter.isdigit() for letter in word)) for word in said)
    return round(words * 60 / WORDS_A_MINUTE)


def _one_path(script: str) -> str:
    """Return what is said on the longest path of a script; of any other text all of it."""
    said, branches = [], [""]
    for part in script.split("\n\n"):
        label, _, words = part.partition("\n")
        if not label.endswith(":"):
            said.append(part)
        elif label.startswith("If "):
            branches.append(words)
        else:
            said.append(words)
    return "\n".join([*said, max(branches, key=len)])

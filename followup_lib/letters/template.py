"""Letter files: finding the right one, and filling it with facts, strictly.

`{field}` is replaced; `[text]` is left out when a field inside it is unknown, and where a message
has to be short when there is no room for it. Nothing else.
"""

import re
from collections.abc import Mapping
from importlib.resources import files
from typing import NamedTuple

from followup_lib.letters.register import formal as in_full
from followup_lib.records.vocabulary import LETTERS_BY

LETTERS = files("followup_lib.letters") / "en"
FILE_OF_CHANNEL = {name: way.letter for name, way in LETTERS_BY.items()}
"""The ways a draft can be written for, and the letter file each uses."""
ALOUD = tuple(name for name, way in LETTERS_BY.items() if way.machine)
"""The ways whose letters are a script to speak."""

VARIANTS = (
    *("late-move", "late", "move", "no", "accept", "decline", "time", "again"),
    *("spoken-dated", "spoken", "second", "final", "known", "accepted"),
    *("ahead", "sorry", "missed", "canceled", "invited"),
)
"""The endings of letter files that differ from the plain one; letters/README.md says when."""

FORMAL = "formal"
"""The last ending of a letter whose words differ in the formal register."""

SUBJECT = (7, 50)
ROOM = {"short": (40, 400), "voicemail": (59, 600)}
"""Words and letters of a subject, and of the kinds of letters that have to be short.

Above, the brackets of a subject fall out, the last one first, and in a letter the company's. A
telephone number is two words here, ten spoken.
"""

FIELD = re.compile(r"\{(\w+)\}")
OPTIONAL = re.compile(r"\[([^\[\]]*)\]")


class Letter(NamedTuple):
    """One letter file: `subject` is "" except in e-mails; `name` is its path below letters/."""

    name: str
    subject: str
    body: str

    def fields(self) -> list[str]:
        """Return every field, in order of appearance."""
        return list(dict.fromkeys(FIELD.findall(f"{self.subject}\n{self.body}")))

    def needed(self) -> list[str]:
        """Return the fields outside brackets, in order of appearance."""
        outside = OPTIONAL.sub("", f"{self.subject}\n{self.body}")
        return list(dict.fromkeys(FIELD.findall(outside)))


NONE: Mapping[str, Letter] = {}


def find_letter(
    situation: str,
    channel: str,
    variants: tuple[str, ...],
    own: Mapping[str, Letter] = NONE,
    *,
    formal: bool = False,
) -> Letter:
    """Return the letter of a situation for a channel: the first variant that has words of its own.

    `own` are letters by name that win over ours, and stay word for word. Ours are made `formal`,
    unless there is a file with that ending.

    >>> find_letter("their_date_passed", "text", ("second",)).name
    'their_date_passed/short-second.txt'
    """
    names = letter_names(situation, channel, variants, formal=formal)
    for name in names:
        file = LETTERS / name
        if name in own:
            return own[name]
        if file.is_file():
            text = file.read_text(encoding="utf-8")
            return parse_letter(name, in_full(text) if formal else text)
    raise LookupError(f"no letter {names[-1]}")


def letter_names(
    situation: str, channel: str, variants: tuple[str, ...], *, formal: bool = False
) -> list[str]:
    """Return the names of the letters that would do, the best first.

    >>> letter_names("thank_you", "text", ("second",))
    ['thank_you/short-second.txt', 'thank_you/short.txt']
    >>> letter_names("thank_you", "text", (), formal=True)
    ['thank_you/short-formal.txt', 'thank_you/short.txt']
    """
    endings = [*(f"-{variant}" for variant in variants), ""]
    kinds = [f"{situation}/{FILE_OF_CHANNEL[channel]}{ending}" for ending in endings]
    registers = (f"-{FORMAL}", "") if formal else ("",)
    return [f"{kind}{register}.txt" for kind in kinds for register in registers]


def parse_letter(name: str, text: str) -> Letter:
    """Split a letter file into subject and body.

    >>> parse_letter("x/email.txt", "Subject: Hello\\n\\nDear you,\\n").subject
    'Hello'
    """
    text = text.strip() + "\n"
    if not text.startswith("Subject:"):
        return Letter(name, "", text)
    subject, _, body = text.partition("\n")
    return Letter(name, subject.removeprefix("Subject:").strip(), body.strip() + "\n")


def fill(text: str, fields: dict[str, str]) -> str:
    """Fill a text whose needed fields are all known; brackets with an unknown field fall out.

    Values are put in as they are: braces or brackets in them mean nothing.

    >>> fill("Thanks[, {contact}], for {topic}.", {"contact": "", "topic": "{tea}"})
    'Thanks, for {tea}.'
    """
    pieces = re.split(r"(\[[^\[\]]*\])", text)
    kept = [piece for piece in pieces if not (piece.startswith("[") and _lacks(piece, fields))]
    joined = "".join(
        OPTIONAL.sub(r"\1", piece) if piece.startswith("[") else piece for piece in kept
    )
    lines = [line.rstrip() for line in joined.split("\n")]
    return _filled(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)), fields)


def fill_letter(letter: Letter, fields: dict[str, str]) -> tuple[str, str]:
    """Return the filled subject and body; a bracket that there is no room for falls out.

    >>> day, me = {"day": "March 5"}, {"me": "Ana Maria de la Cruz"}
    >>> fill_letter(Letter("x/email.txt", "Clerk interview[ ({day})][, {me}]", "Hi"), day | me)
    ('Clerk interview (March 5)', 'Hi')
    """
    kind = re.split("[-.]", letter.name.partition("/")[2])[0]
    body = _within(ROOM[kind], letter.body, fields, "company") if kind in ROOM else letter.body
    subject = fill(_within(SUBJECT, letter.subject, fields), fields)
    first = subject[:1].upper() if subject[:1].isascii() else subject[:1]
    return first + subject[1:], fill(body, fields)


def _within(room: tuple[int, int], text: str, fields: dict[str, str], only: str = "") -> str:
    """Return a text without the brackets it has no room for; with `only`, those of one field."""
    filled = fill(text, fields)
    brackets = [one for one in OPTIONAL.finditer(text) if only in ("", *FIELD.findall(one[1]))]
    if not brackets or (len(filled.split()) <= room[0] and len(filled) <= room[1]):
        return text
    last = brackets[-1]
    return _within(room, text[: last.start()] + text[last.end() :], fields, only)


def _filled(text: str, fields: dict[str, str]) -> str:
    """Put the values in; one that ends with a full stop ("Inc.") takes the sentence's place."""

    def value(match: re.Match[str]) -> str:
        found = fields[match[1]]
        stop = found.endswith(".") and text[match.end() : match.end() + 1] == "."
        return found[:-1] if stop else found

    return FIELD.sub(value, text)


def _lacks(piece: str, fields: dict[str, str]) -> bool:
    return any(not fields.get(name) for name in FIELD.findall(piece))

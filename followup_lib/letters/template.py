"""Letter files: finding the right one, and filling it with facts, strictly.

`{field}` is replaced; `[text]` is left out when a field inside it is unknown. Nothing else.
"""

import re
from collections.abc import Mapping
from importlib.resources import files
from typing import NamedTuple

from followup_lib.records.vocabulary import LETTERS_BY

LETTERS = files("followup_lib.letters") / "en"
FILE_OF_CHANNEL = {name: way.letter for name, way in LETTERS_BY.items()}
"""The ways a draft can be written for, and the letter file each uses."""
ALOUD = tuple(name for name, way in LETTERS_BY.items() if way.machine)
"""The ways whose letters are a script to speak."""

VARIANTS = (
    *("late-move", "late", "move", "accept", "decline", "time", "again"),
    *("spoken-dated", "spoken", "second", "final", "known", "accepted"),
    *("ahead", "sorry", "missed", "invited"),
)
"""The endings of letter files that differ from the plain one; letters/README.md says when."""

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
    situation: str, channel: str, variants: tuple[str, ...], own: Mapping[str, Letter] = NONE
) -> Letter:
    """Return the letter of a situation for a channel: the first variant that has words of its own.

    `own` are letters by name that win over ours.

    >>> find_letter("their_date_passed", "text", ("second",)).name
    'their_date_passed/short-second.txt'
    """
    names = letter_names(situation, channel, variants)
    for name in names:
        file = LETTERS / name
        if name in own:
            return own[name]
        if file.is_file():
            return parse_letter(name, file.read_text(encoding="utf-8"))
    raise LookupError(f"no letter {names[-1]}")


def letter_names(situation: str, channel: str, variants: tuple[str, ...]) -> list[str]:
    """Return the names of the letters that would do, the best first.

    >>> letter_names("thank_you", "text", ("second",))
    ['thank_you/short-second.txt', 'thank_you/short.txt']
    """
    kind = FILE_OF_CHANNEL[channel]
    return [f"{situation}/{kind}{ending}.txt" for ending in (*(f"-{v}" for v in variants), "")]


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

    >>> fill("Hello[ {contact}], about {job_title}.", {"contact": "", "job_title": "{clerk}"})
    'Hello, about {clerk}.'
    """
    pieces = re.split(r"(\[[^\[\]]*\])", text)
    kept = [piece for piece in pieces if not (piece.startswith("[") and _lacks(piece, fields))]
    joined = "".join(
        OPTIONAL.sub(r"\1", piece) if piece.startswith("[") else piece for piece in kept
    )
    lines = [line.rstrip() for line in joined.split("\n")]
    return _filled(_one_empty_line("\n".join(lines)), fields)


def _filled(text: str, fields: dict[str, str]) -> str:
    """Put the values in; one that ends with a full stop ("Inc.") takes the sentence's place."""

    def value(match: re.Match[str]) -> str:
        found = fields[match[1]]
        stop = found.endswith(".") and text[match.end() : match.end() + 1] == "."
        return found[:-1] if stop else found

    return FIELD.sub(value, text)


def _lacks(piece: str, fields: dict[str, str]) -> bool:
    return any(not fields.get(name) for name in FIELD.findall(piece))


def _one_empty_line(text: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", text)

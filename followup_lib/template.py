"""Letter files: finding the right one, and filling it with facts, strictly.

`{field}` is replaced; `[text]` is left out when a field inside it is unknown. Nothing else.
"""

import re
from importlib.resources import files
from typing import NamedTuple

from followup_lib.vocabulary import Channel

LETTERS = files("followup_lib") / "letters"
FILE_OF_CHANNEL = {
    "email": "email",
    "phone": "phone",
    "voicemail": "voicemail",
    Channel.TEXT: "short",
    Channel.LINKEDIN: "short",
}
"""The ways a draft can be written for, and the letter file each uses."""

FIELD = re.compile(r"\{(\w+)\}")
OPTIONAL = re.compile(r"\[([^\[\]]*)\]")


class Letter(NamedTuple):
    """One letter file: `subject` is "" except in e-mails; `name` is its path below letters/."""

    name: str
    subject: str
    body: str

    def needed(self) -> list[str]:
        """Return the fields outside brackets, in order of appearance."""
        outside = OPTIONAL.sub("", f"{self.subject}\n{self.body}")
        return list(dict.fromkeys(FIELD.findall(outside)))


def find_letter(situation: str, channel: str, variants: tuple[str, ...]) -> Letter:
    """Return the letter of a situation for a channel: the first variant that has words of its own.

    >>> find_letter("their_date_passed", "text", ("second",)).name
    'their_date_passed/short-second.txt'
    """
    kind = FILE_OF_CHANNEL[channel]
    folder = LETTERS / situation
    for name in (*(f"{kind}-{variant}.txt" for variant in variants), f"{kind}.txt"):
        file = folder / name
        if file.is_file():
            return parse_letter(f"{situation}/{name}", file.read_text(encoding="utf-8"))
    raise LookupError(f"no letter {situation}/{kind}.txt")


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
    return FIELD.sub(lambda match: fields[match[1]], _one_empty_line("\n".join(lines)))


def _lacks(piece: str, fields: dict[str, str]) -> bool:
    return any(not fields.get(name) for name in FIELD.findall(piece))


def _one_empty_line(text: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", text)

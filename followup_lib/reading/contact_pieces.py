"""The pieces one cell of contacts comes apart into: names, roles, addresses, numbers."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from followup_lib.reading.names import (
    AFTER_NAMES,
    JOINS,
    is_company,
    is_place,
    person_name,
    role_apart,
    says_nobody,
    word_key,
)
from followup_lib.reading.phones import find_phones
from followup_lib.reading.words import word_set


class Piece(NamedTuple):
    """A piece of a cell: the part of a contact it is, "" for nobody's, and what joins it on."""

    part: str
    text: str
    joint: str = ""


_EMAIL = re.compile(r"[^\s@<>()\[\],;:/|\"]{1,64}@[^\s@<>()\[\],;:/|\"]{1,190}\.[^\W\d_]{2,24}")
_MAILBOX = re.compile(
    r"(?:careers?|jobs?|hr|info|hello|contact|recruit(?:ing|ment|ers?)?|talent|apply|applications?"
    r"|support|admin|office|hiring|people|team|no-?reply|do-?not-?reply|resumes?|staffing)[\d.+_-]*@",
    re.IGNORECASE,
)
_FIRST_MARK = 0xE000
MARKS = re.compile(r"([\ue000-\uf8ff])")
_ENDS = re.compile(
    r"([\n;|/；／、•·,，:：()（）\[\]<>☎📞📱📧✉\ue000-\uf8ff]|\s[-–—]+(?=\s)|\bmailto\b"
    r"|(?<!\S)\d{1,2}[.)](?=\s|$))"
)
_LINK = re.compile(r"(?:https?://|www\.|linkedin\.com/)[^\s<>()\[\],;|\ue000-\uf8ff]+")
_AT = re.compile(r"\s@\s?([^\W\d_][^\n;|/,()\ue000-\uf8ff]*)")
"""Where somebody works: "Ana Cruz @ Hill & Co"."""
_PRONOUNS = re.compile(r"(?<![\w/])(?:she|he|they)/(?:her|him|them)(?:/\w+)?(?![\w/])", re.I)
BESIDE = ("(", "（", "[", "|", "-", "–", "—")
"""Marks behind which, beside a name, a firm may stand as well as a person."""
_AND = re.compile(r"\s+(?:and|und|&|\+)\s+")
_AND_FIRST = re.compile(r"^(?:and|&|\+)\s+")
_LABELS = word_set("labels")
_DESK_ENDS = word_set("desk_ends")
"""Last words of a desk, behind a name that is its company's rather than a person's."""


def pieces_of(text: str, country: str) -> list[Piece] | None:
    """Return the pieces of a cell in order, None when one of them is nothing we know."""
    found: list[Piece] = []

    def marked(part: str, piece: str) -> str:
        found.append(Piece(part, piece))
        return chr(_FIRST_MARK + len(found) - 1)

    text = _EMAIL.sub(
        lambda m: marked("" if _MAILBOX.match(m[0]) else "email", m[0].strip(".'")), text
    )
    addresses = " ".join(piece.text for piece in found)
    text = _LINK.sub(lambda m: marked("", m[0]), text)
    text = _AT.sub(lambda m: marked("", m[1].strip()), text)
    text = _PRONOUNS.sub(lambda m: marked("", m[0]), text)
    for start, end, _ in reversed(find_phones(text, country)):
        text = text[:start] + marked("phone", text[start:end]) + text[end:]
    pieces: list[Piece] = []
    joint = ""
    for atom in _ENDS.split(text):
        if MARKS.fullmatch(atom):
            pieces.append(found[ord(atom) - _FIRST_MARK])
        elif _ENDS.fullmatch(atom) or atom.strip() in ("-", "–", "—"):
            joint = "," if atom in ",，" else atom.strip() if atom.strip() in BESIDE else ""
        elif known := list(_known(" ".join(atom.split()), addresses)):
            told = all(piece.part or _nobodys(piece.text) for piece in known)
            if not told or (pieces and is_place(atom)):  # "Ana Cruz, Trenton NJ"
                return None
            if len(known) > 1 and pieces and pieces[-1].part == "name" and not known[-1].joint:
                return None  # "Luis Ortega, Director Talent Programs"
            pieces += [known[0]._replace(joint=joint), *known[1:]]
            joint = ""
    return pieces


def _known(atom: str, addresses: str) -> Iterator[Piece]:
    """Give the pieces of an atom between marks: a role, a name, both, or several of them."""
    atom = _AND_FIRST.sub("", atom.strip(" -–—*'\""))
    if not atom or word_key(atom) in _LABELS:
        return
    before, name, after = role_apart(atom)
    if not name:
        yield Piece("role", before)
    elif _nobodys(atom):
        yield Piece("", atom)
    elif len(several := _AND.split(atom)) > 1:
        for place, part in enumerate(several):
            joint = "and" if place else ""
            yield from (piece._replace(joint=joint) for piece in _known(part, addresses))
    else:
        words = name.split()
        last = word_key(words[-1])  # "Mia Chan cell: 609 …", but "Ana C."
        label = len(words) > 1 and last in _LABELS and (len(last) > 1 or words[-1].islower())
        name = " ".join(words[:-1] if label else words)
        apart = _stands_apart(before, name, after)
        written = person_name(name, addresses) if apart else ""
        yield from [Piece("role", before)] if before else []
        yield Piece("name" if written else "", written or name)
        yield from [Piece("role", after)] if after else []


def _stands_apart(before: str, name: str, after: str) -> bool:
    """Tell whether a role beside a name is one: "Maya HR", not "Warehouse Manager"."""
    if before and word_key(name.split()[0]) in JOINS:
        return False  # "Gerente de Ventas"
    role = before or after
    if after and word_key(after.split()[-1]) in _DESK_ENDS:
        return False  # "Ames hiring team"
    if not role or len(name.split()) > 1:
        return not (before and after)
    return not (before and after) and (role.isupper() or (role.islower() and not name.islower()))


def _nobodys(atom: str) -> bool:
    return word_key(atom) in AFTER_NAMES or says_nobody(atom) or is_company(atom)

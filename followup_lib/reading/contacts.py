"""The people in one cell, "Luis Ortega <luis@ames.example>, HR / Mia Chan 609 555 0100", apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from followup_lib.reading.names import (
    AFTER_NAMES,
    JOINS,
    is_company,
    is_one_word,
    is_place,
    person_name,
    role_apart,
    says_nobody,
    word_key,
)
from followup_lib.reading.phones import find_phones
from followup_lib.reading.understood import Sure, Understood
from followup_lib.reading.words import word_set

LONGEST = 500
"""Letters of a cell of contacts; what is longer is a story."""


@dataclass(frozen=True)
class Contact:
    """One person of a cell: what is known of them, "" for what is not; `phone` as it was typed."""

    name: str = ""
    role: str = ""
    email: str = ""
    phone: str = ""


class _Piece(NamedTuple):
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
_MARKS = re.compile(r"([\ue000-\uf8ff])")
_ENDS = re.compile(
    r"([\n;|/；／、•·,，:：()（）\[\]<>☎📞📱📧✉\ue000-\uf8ff]|\s[-–—]+(?=\s)|\bmailto\b"
    r"|(?<!\S)\d{1,2}[.)](?=\s|$))"
)
_LINK = re.compile(r"(?:https?://|www\.|linkedin\.com/)[^\s<>()\[\],;|\ue000-\uf8ff]+")
_AT = re.compile(r"\s@\s?([^\W\d_][^\n;|/,()\ue000-\uf8ff]*)")
"""Where somebody works: "Ana Cruz @ Hill & Co"."""
_PRONOUNS = re.compile(r"(?<![\w/])(?:she|he|they)/(?:her|him|them)(?:/\w+)?(?![\w/])", re.I)
_BESIDE = ("(", "（", "[", "|", "-", "–", "—")
"""Marks behind which, beside a name, a firm may stand as well as a person."""
_GROUP = re.compile(r"\s*(?:panel|panelists|interviewers|interviewed|team)\b", re.IGNORECASE)
_AND = re.compile(r"\s+(?:and|und|&|\+)\s+")
_AND_FIRST = re.compile(r"^(?:and|&|\+)\s+")
_LABELS = word_set("labels")
_DESK_ENDS = word_set("desk_ends")
"""Last words of a desk, behind a name that is its company's rather than a person's."""
_GONE = re.compile(
    r"\b(?:left|gone|quit|no longer|not there|fired|laid off|retired|moved on)\b|->|=>|→", re.I
)
"""Of somebody who is not there any more, or handed it on, it is asked whether to write to them."""


def read_contacts(cell: str, country: str) -> Understood[tuple[Contact, ...]]:
    """Read the people of one cell; telephone numbers as written in `country` (ISO 3166).

    Nobody ("n/a", a company, careers@…) is an empty tuple, with the words left. Unclear: what does
    not come apart cleanly. Inferred: a name turned round ("Smith, John") or in small letters.

    >>> read_contacts("Luis Ortega <luis@ames.example>, HR / Mia Chan 609 555 0100", "US").fact[1]
    Contact(name='Mia Chan', role='', email='', phone='609 555 0100')
    >>> read_contacts("Smith, John", "US").fact
    (Contact(name='John Smith', role='', email='', phone=''),)
    >>> read_contacts("spoke to them twice", "US").sure
    'unclear'
    """
    text = cell.strip()
    unclear: Understood[tuple[Contact, ...]] = Understood(None, "unclear", left=text)
    if len(text) > LONGEST or _MARKS.search(text) or _GONE.search(text):
        return unclear
    if says_nobody(text):
        return Understood((), "exact", left=text)
    pieces = _pieces(text, country)
    if pieces is None:
        return unclear
    turned = _turned(pieces)
    if _GROUP.match(text) and turned != pieces:
        return unclear  # "team: Ana, Bob" are two
    people = None if turned is None or _shared(turned) else _grouped(turned)
    if people is None or not _fit(people):
        return unclear
    people = [person for person in people if replace(person, role="") != Contact()]
    left = ", ".join(piece.text for piece in pieces if not piece.part) if people else text
    typed = all(person.name in " ".join(text.split()) for person in people)
    sure: Sure = "exact" if typed else "inferred"
    return Understood(tuple(people), sure, text if people else "", left, _read_back(people))


def _pieces(text: str, country: str) -> list[_Piece] | None:
    """Return the pieces of a cell in order, None when one of them is nothing we know."""
    found: list[_Piece] = []

    def marked(part: str, piece: str) -> str:
        found.append(_Piece(part, piece))
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
    pieces: list[_Piece] = []
    joint = ""
    for atom in _ENDS.split(text):
        if _MARKS.fullmatch(atom):
            pieces.append(found[ord(atom) - _FIRST_MARK])
        elif _ENDS.fullmatch(atom) or atom.strip() in ("-", "–", "—"):
            joint = "," if atom in ",，" else atom.strip() if atom.strip() in _BESIDE else ""
        elif known := list(_known(" ".join(atom.split()), addresses)):
            told = all(piece.part or _nobodys(piece.text) for piece in known)
            if not told or (pieces and is_place(atom)):  # "Ana Cruz, Trenton NJ"
                return None
            if len(known) > 1 and pieces and pieces[-1].part == "name" and not known[-1].joint:
                return None  # "Luis Ortega, Director Talent Programs"
            pieces += [known[0]._replace(joint=joint), *known[1:]]
            joint = ""
    return pieces


def _known(atom: str, addresses: str) -> Iterator[_Piece]:
    """Give the pieces of an atom between marks: a role, a name, both, or several of them."""
    atom = _AND_FIRST.sub("", atom.strip(" -–—*'\""))
    if not atom or word_key(atom) in _LABELS:
        return
    before, name, after = role_apart(atom)
    if not name:
        yield _Piece("role", before)
    elif _nobodys(atom):
        yield _Piece("", atom)
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
        yield from [_Piece("role", before)] if before else []
        yield _Piece("name" if written else "", written or name)
        yield from [_Piece("role", after)] if after else []


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


def _turned(pieces: list[_Piece]) -> list[_Piece] | None:
    """Return the pieces with "Smith, John" made one name, None when a comma may mean both."""
    names = [piece for piece in pieces if piece.part == "name"]
    whole = any(not is_one_word(one.text) for one in names)
    if any(one.joint in _BESIDE and one.joint != "|" for one in names[1:]):
        return None  # "Ana Cruz (Robert Half)", "Randstad - Ana"
    if whole and any(one.joint == "|" and is_one_word(one.text) for one in names[1:]):
        return None  # "Ana Cruz | Ames"
    commas = [second for first, second in pairwise(pieces) if _both_names(first, second)]
    turned: list[_Piece] = []
    for piece in pieces:
        last = turned[-1] if turned else _Piece("", "")
        if _both_names(last, piece) and is_one_word(last.text):
            if len(names) == 2 * len(commas) and is_one_word(piece.text):
                turned[-1] = last._replace(text=f"{piece.text} {last.text}")
                continue
            if len(names) % 2 == 0:
                return None
        turned.append(piece)
    return turned


def _both_names(first: _Piece, second: _Piece) -> bool:
    return first.part == second.part == "name" and second.joint == ","


def _shared(pieces: list[_Piece]) -> bool:
    """Tell whether something stands behind "Luis and Mia" that may be of both."""
    return any(
        first.joint == "and"
        and second.part not in ("", "name")
        and not _in_address(Contact(name=first.text), second.text)
        for first, second in pairwise(pieces)
    )


def _grouped(pieces: list[_Piece]) -> list[Contact] | None:
    """Return the people, each with what stands beside the name; None when a part is one's twice."""
    parts = [piece.part for piece in pieces if piece.part]
    roles_first = parts[:1] == ["role"]
    people: list[Contact] = [Contact()]
    for part, text, _ in pieces:
        if not part:
            continue
        person = people[-1]
        had = str(getattr(person, part))
        if part == "role" and had and not (roles_first and person.name):
            text, had = f"{had}, {text}", ""
        if had or (part == "role" and roles_first and person.name):
            people.append(Contact())
        people[-1] = replace(people[-1], **{part: text})
    return people


def _fit(people: list[Contact]) -> bool:
    """Tell whether it is clear whose each part is: all have names of people, or none has."""
    named = [person for person in people if person.name]
    if named and len(named) < len(people):
        return False
    if any(is_place(person.name) and not person.role for person in named):
        return False  # "Trenton NJ"
    return not any(  # an e-mail with the name of another of them
        _in_address(other, person.email) and not _in_address(person, person.email)
        for person in named
        for other in named
        if person is not other
    )


def _in_address(person: Contact, email: str) -> bool:
    words = [word_key(word) for word in person.name.split()]
    return any(len(word) > 2 and word in email.partition("@")[0].casefold() for word in words)


def _read_back(people: list[Contact]) -> str:
    return "; ".join(", ".join(filter(None, vars(person).values())) for person in people)

"""The people in one cell, "Luis Ortega <luis@ames.example>, HR / Mia Chan 609 555 0100", apart."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from followup_lib.reading.contact_pieces import BESIDE, MARKS, Piece, pieces_of
from followup_lib.reading.names import is_one_word, is_place, says_nobody, word_key
from followup_lib.reading.understood import Sure, Understood

LONGEST = 500
"""Letters of a cell of contacts; what is longer is a story."""


@dataclass(frozen=True)
class Contact:
    """One person of a cell: what is known of them, "" for what is not; `phone` as it was typed."""

    name: str = ""
    role: str = ""
    email: str = ""
    phone: str = ""


_GROUP = re.compile(r"\s*(?:panel|panelists|interviewers|interviewed|team)\b", re.IGNORECASE)
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
    if len(text) > LONGEST or MARKS.search(text) or _GONE.search(text):
        return unclear
    if says_nobody(text):
        return Understood((), "exact", left=text)
    pieces = pieces_of(text, country)
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


def _turned(pieces: list[Piece]) -> list[Piece] | None:
    """Return the pieces with "Smith, John" made one name, None when a comma may mean both."""
    names = [piece for piece in pieces if piece.part == "name"]
    whole = any(not is_one_word(one.text) for one in names)
    if any(one.joint in BESIDE and one.joint != "|" for one in names[1:]):
        return None  # "Ana Cruz (Robert Half)", "Randstad - Ana"
    if whole and any(one.joint == "|" and is_one_word(one.text) for one in names[1:]):
        return None  # "Ana Cruz | Ames"
    commas = [second for first, second in pairwise(pieces) if _both_names(first, second)]
    turned: list[Piece] = []
    for piece in pieces:
        last = turned[-1] if turned else Piece("", "")
        initial = len(last.text.rpartition(" ")[2].strip(".")) == 1  # "Dana W, Rob O" are two
        if _both_names(last, piece) and is_one_word(last.text) and not initial:
            if len(names) == 2 * len(commas) and is_one_word(piece.text):
                turned[-1] = last._replace(text=f"{piece.text} {last.text}")
                continue
            if len(names) % 2 == 0:
                return None
        turned.append(piece)
    return turned


def _both_names(first: Piece, second: Piece) -> bool:
    return first.part == second.part == "name" and second.joint == ","


def _shared(pieces: list[Piece]) -> bool:
    """Tell whether something stands behind "Luis and Mia" that may be of both."""
    return any(
        first.joint == "and"
        and second.part not in ("", "name")
        and not _in_address(Contact(name=first.text), second.text)
        for first, second in pairwise(pieces)
    )


def _grouped(pieces: list[Piece]) -> list[Contact] | None:
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

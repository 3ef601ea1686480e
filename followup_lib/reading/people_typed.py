"""The people one typed into a field: "Priya, office manager" is one, "Priya, Dana" are two."""

import re

from followup_lib.reading.contacts import Contact
from followup_lib.reading.names import AFTER_NAMES, ROLES, role_apart, word_key

_BETWEEN = re.compile(r"([;,\n(\[]|\s(?:and|&)\s)")
_AND = ("and", "&")
_BESIDE = (",", "(", "[")
_NO_ROLE = re.compile(r"@|\d(?!st|nd|rd|th)")
_ARTICLE = re.compile(r"(?:the|an?|my|our|their) ")


def people_typed(text: str) -> list[Contact]:
    """Return the people of a text; a role behind a comma or in brackets is of whom it stands with.

    A remark, an address or a number behind a person is neither a role nor another person.

    >>> [(each.name, each.role) for each in people_typed("Priya, office manager and Mr. Tan (HR)")]
    [('Priya', 'office manager'), ('Mr. Tan', 'HR')]
    >>> [each.name for each in people_typed("Dana, not sure of her last name, priya (she/her)")]
    ['Dana', 'priya']
    """
    people: list[Contact] = []
    joint = ""
    for place, part in enumerate(_BETWEEN.split(text)):
        piece = part.strip(" \t)]")
        if place % 2:
            joint = piece
        elif piece and people and _is_role(piece, joint, people[-1]):
            name, known = people[-1].name, people[-1].role
            between = f" {joint} " if joint in _AND else ", "
            people[-1] = Contact(name, between.join(filter(None, (known, piece))))
        elif piece and not (people and _is_remark(piece, joint, people[-1].name)):
            people.append(Contact(piece))
    return people


def roles_typed(text: str) -> dict[str, str]:
    """Return the people of a text by their names, each with their role, "" for none."""
    return {each.name: each.role for each in people_typed(text)}


def _is_role(piece: str, joint: str, person: Contact) -> bool:
    """Tell whether a piece is what the person before it is, or goes on with it: "sales and HR"."""
    if _NO_ROLE.search(piece) or _is_pronouns(piece):
        return False
    only_role = not role_apart(piece.replace("/", " "))[1]
    small = piece.islower() and not person.name.islower()
    if joint in _AND:
        return bool(person.role) and (only_role or (small and " " in piece))
    said = _ARTICLE.match(piece) or any(word_key(w) in ROLES for w in re.split(r"[\s/]", piece))
    return joint in _BESIDE and (only_role or bool(small and said) or joint != ",")


def _is_remark(piece: str, joint: str, name: str) -> bool:
    """Tell whether a piece is neither a role nor a name: pronouns, an address, several words."""
    most = 3 if name.islower() else 1
    words = joint == "," and piece.islower() and len(piece.split()) > most
    return _is_pronouns(piece) or (joint in _BESIDE and bool(words or _NO_ROLE.search(piece)))


def _is_pronouns(piece: str) -> bool:
    """Tell whether a piece is what stands behind a name and is no role: "she/her", "Jr."."""
    return all(word_key(word) in AFTER_NAMES for word in piece.split("/"))

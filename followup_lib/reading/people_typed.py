"""The people one typed into a field: "Priya, office manager" is one, "Priya, Dana" are two."""

import re

from followup_lib.reading.contacts import Contact
from followup_lib.reading.names import AFTER_NAMES, role_apart, word_key

_BETWEEN = re.compile(r"([;,\n(\[]|\s(?:and|&)\s)")


def people_typed(text: str) -> list[Contact]:
    """Return the people of a text; a role behind a comma or in brackets is of whom it stands with.

    >>> [(each.name, each.role) for each in people_typed("Priya, office manager and Mr. Tan (HR)")]
    [('Priya', 'office manager'), ('Mr. Tan', 'HR')]
    """
    people: list[Contact] = []
    joint = ""
    for place, part in enumerate(_BETWEEN.split(text)):
        piece = part.strip(" \t)]")
        if place % 2:
            joint = piece
        elif piece and people and joint in ",([" and _is_role(piece, joint, people[-1].name):
            if word_key(piece) not in AFTER_NAMES:
                first = people.pop()
                role = ", ".join(filter(None, (first.role, piece)))
                people.append(Contact(first.name, role))
        elif piece:
            people.append(Contact(piece))
    return people


def roles_typed(text: str) -> dict[str, str]:
    """Return the people of a text by their names, each with their role, "" for none."""
    return {each.name: each.role for each in people_typed(text)}


def _is_role(piece: str, joint: str, name: str) -> bool:
    """Tell whether a piece is what the person named before it is, as small letters say, too."""
    role = not role_apart(piece)[1] or word_key(piece) in AFTER_NAMES
    return role or joint != "," or (piece.islower() and not name.islower())

"""What kind of thing a cell holds, and what most cells of a column do: the cells, not the name."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from followup_lib.reading.amounts import looks_like_pay
from followup_lib.reading.days import tells_a_day
from followup_lib.reading.names import (
    ROLES,
    is_company,
    is_place,
    person_name,
    role_apart,
    says_nobody,
    word_key,
)
from followup_lib.reading.phones import read_phone
from followup_lib.reading.standings import says_nothing, status_meaning
from followup_lib.reading.words import plain
from followup_lib.reading.yes_no import yes_or_no

EMAIL, LINK, PHONE, PAY, DAY, TICK, STATUS, FILE, WORDS = (
    "email", "link", "phone", "pay", "day", "tick", "status", "file", "words",
)  # fmt: skip
TYPED = (EMAIL, LINK, PHONE, PAY, DAY, STATUS, FILE)
"""Kinds that tell a cell is in the wrong column, when the column holds another of them."""
REACH = {EMAIL: "contact_email", PHONE: "contact_phone"}
"""Where a person's address stands, by the kind of a cell."""

_EMAIL = re.compile(r"(?:mailto:)?[^\s@,;<>]+@[^\s@,;<>]+\.[^\W\d_]{2,24}")
_LINK = re.compile(
    r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|io|co|us|uk|de|fr|eu|jobs"
    r"|info|example)(?:[/?#]\S*)?",
    re.IGNORECASE,
)
_FILE = re.compile(r"\S(?:.*\S)?\.(?:pdf|docx?|odt|rtf)", re.IGNORECASE)
_DIGITS = re.compile(r"[+()\d\s./x-]{7,24}")
SAMPLE = 200
"""Cells of a long column that are looked into."""
LONGEST = 200
"""Letters of a cell that is looked into; what is longer is a text."""


@lru_cache(65_536)
def kind(cell: str, country: str = "US") -> str:
    """Return what a cell holds: one of the words above, "" for one that only holds its place.

    >>> [kind(cell) for cell in ("a@b.example", "hill.example/jobs/1", "609 555 0142", "$65k")]
    ['email', 'link', 'phone', 'pay']
    >>> [kind(cell) for cell in ("3/4/2026", "✓", "Rejected", "cv.pdf", "Hill & Co", "N/A")]
    ['day', 'tick', 'status', 'file', 'words', '']
    """
    if len(cell) > LONGEST:
        return WORDS
    if says_nothing(cell):
        return TICK if yes_or_no(cell) else ""
    if _EMAIL.fullmatch(cell):
        return EMAIL
    if is_link(cell):
        return LINK
    if _FILE.fullmatch(cell):
        return FILE
    digits = any(letter.isdigit() for letter in cell)
    if digits and tells_a_day(cell):
        return PHONE if _dials(cell, country) and cell.isdecimal() else DAY
    if digits and looks_like_pay(cell):
        return PAY
    if digits and _dials(cell, country):
        return PHONE
    if status_meaning(cell):
        return STATUS
    return TICK if yes_or_no(cell) is not None else WORDS


def is_link(cell: str) -> bool:
    """Tell whether a cell is a web address: "referral" is none.

    >>> is_link("jobs.hill.example/7"), is_link("referral"), is_link("via Ms. Ortiz")
    (True, False, False)
    """
    return _LINK.fullmatch(cell) is not None


def is_person(cell: str) -> bool:
    """Tell whether a cell holds the name of one person and nothing that is a company's.

    >>> [is_person(each) for each in ("Maya Chan", "Ames & Co.", "clerk", "Trenton NJ")]
    [True, False, False, False]
    """
    if is_company(cell) or says_nobody(cell) or is_place(cell) or "&" in cell:
        return False
    before, name, after = role_apart(cell)
    return bool(name) and not before and not after and bool(person_name(name))


def is_role(cell: str) -> bool:
    """Tell whether a cell is a role such as people of an office have, and no name.

    >>> is_role("HR Manager"), is_role("Maya Chan")
    (True, False)
    """
    before, name, _ = role_apart(cell)
    return bool(before) and not name


def names_a_role(cell: str) -> bool:
    """Tell whether a word of a cell is one of roles and trades, such as positions have.

    >>> names_a_role("Payroll Clerk II"), names_a_role("Maya Chan")
    (True, False)
    """
    return any(word_key(word) in ROLES for word in cell.split())


def most(cells: Sequence[str], test: Callable[[str], bool]) -> bool:
    """Tell whether more than half of the cells of a column pass a test, as far as is looked."""
    looked = sample(cells)
    return 2 * sum(map(test, looked)) > len(looked)


def sample(cells: Sequence[str]) -> Sequence[str]:
    """Return the cells of a column that tell what it holds: of many, some from all over it."""
    return cells[:: max(len(cells) // SAMPLE, 1)]


def main_kind(cells: Sequence[str], country: str) -> str:
    """Return what most of a column's cells hold, "" when there is no such kind.

    >>> main_kind(["3/4/2026", "N/A", "2026-03-02", "soon"], "US")
    'day'
    """
    kinds = [found for cell in sample(cells) if (found := kind(cell, country))]
    best = max(set(kinds), key=kinds.count, default="")
    return best if 2 * kinds.count(best) > len(kinds) else ""


def same_in_all(cells: Sequence[str]) -> bool:
    """Tell whether all cells of a column, more than one, say the very same."""
    return len(cells) > 1 and len({plain(cell) for cell in set(cells)}) == 1


@lru_cache(4096)
def _dials(cell: str, country: str) -> bool:
    return _DIGITS.fullmatch(cell) is not None and read_phone(cell, country).fact is not None

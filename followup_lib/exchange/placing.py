"""Cells of a row that go where their column says: words, people, and how these are reached."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from followup_lib.exchange.day_columns import LATER
from followup_lib.exchange.entries import Entry, Sheet
from followup_lib.exchange.kinds import EMAIL, REACH, is_link, kind
from followup_lib.reading.contacts import Contact, read_contacts
from followup_lib.reading.names import DESKS, word_key
from followup_lib.reading.preferred_way import way_beside
from followup_lib.reading.standings import says_nothing
from followup_lib.reading.words import plain
from followup_lib.records.vocabulary import PREFERRED

_HYPERLINK = re.compile(r'=HYPERLINK\("([^"]*)"[,;]\s*"([^"]*)"\)', re.IGNORECASE)
_UNREAD = re.compile(r"(?:no|do-?not)-?reply", re.IGNORECASE)
"""What the mailbox of a program is called, which nobody reads."""
_NAMES = ("company", "job_title", "notes")
CONTACT_PARTS = {"contact_role": "role", "contact_email": "email", "contact_phone": "phone"}


def place(entry: Entry, header: str, cell: str, meaning: str) -> None:
    """Put a cell where its column says, or keep it with its title in the notes."""
    link = _HYPERLINK.fullmatch(cell) if cell.startswith("=") else None
    if link:
        entry.keep(header, cell)
        entry.values.setdefault("job_url", link[1])
        cell = link[2]
    if meaning[:4] != "kept" and meaning not in entry.values and _fits(meaning, cell):
        entry.values[meaning] = cell
    elif not link:
        entry.kept.append(f"{header}: {cell}")


def read_address(entry: Entry, header: str, cell: str, meaning: str, sheet: Sheet) -> None:
    """Read an e-mail address and a number where they belong: a column may hold either, or both."""
    what = kind(cell, sheet.country)
    people = () if what in REACH else read_contacts(cell, sheet.country).fact or ()
    one = people[0] if len(people) == 1 and not people[0].name else Contact()
    if not (one.email and one.phone):
        place(entry, header, cell, REACH.get(what, meaning))
        return
    place(entry, header, one.email, "contact_email")
    place(entry, header, one.phone, "contact_phone")


@lru_cache(65_536)
def _fits(meaning: str, cell: str) -> bool:
    if meaning == "job_url":
        return "://" in cell or is_link(cell)
    if meaning == "preferred_contact":
        return cell in PREFERRED
    return meaning in _NAMES or not says_nothing(cell)


def read_people(entry: Entry, header: str, cells: Mapping[str, str], sheet: Sheet) -> None:
    """Read the people of a cell: the first is the contact, unless another column named one.

    Who it is that a cell does not tell for certain is answered, or asked; a name that is that of
    the row's company or place may be nobody's.
    """
    cell = cells[header]
    answer = sheet.answers.get(f"contact:{cell}", LATER)
    way, named = way_beside(cell)
    people = read_contacts(named, sheet.country).fact
    if people and _named_beside(people, cells, sheet):
        people = None
    if people is None and answer == LATER:
        entry.ask("contact", header, cell)
        return
    if not people and kind(cell) == EMAIL and not _UNREAD.match(cell):
        people = (Contact(email=cell),)
    if people is None or len(people) < 2:
        entry.infer("preferred_contact", way)
    first, *others = (Contact(answer),) if people is None else people or (Contact(),)
    if others or cell not in vars(first).values():
        entry.keep(header, cell)
    if entry.values.get("contact_name") and first.name:
        first, others = Contact(), [first, *others]
    for column, part in {"contact_name": "name", **CONTACT_PARTS}.items():
        if known := getattr(first, part):
            entry.values.setdefault(column, known)
    entry.people += tuple(person for person in others if person.name)


def _named_beside(people: Iterable[Contact], cells: Mapping[str, str], sheet: Sheet) -> bool:
    """Tell whether a person is named as the company or the place of the row: "Ames Foods HR"."""
    beside = [(m, cells[h]) for h, m in sheet.columns if m in ("company", "location")]
    return any(
        _words(person.name) <= _words(cell) and not (meaning == "company" and _is_own(person, cell))
        for person in people
        for meaning, cell in beside
        if person.name
    )


def _is_own(person: Contact, firm: str) -> bool:
    """Tell whether a firm is named after a person: "Kim Lee, owner" of "Law Office of Kim Lee"."""
    if len(person.name.split()) != 2 or plain(firm).startswith(plain(person.name)):
        return False
    role = {word_key(word) for word in person.role.split()}
    return not role <= DESKS if role else bool(person.phone or person.email)


def _words(text: str) -> set[str]:
    return {plain(word) for word in text.split()}

"""The rows of a file on its way in, in words: how they will stand, and which are not taken."""

import datetime as dt
from collections.abc import Iterable

from followup_lib.advice.side_reasons import BY
from followup_lib.exchange.entries import Entry
from followup_lib.exchange.layout import ABOVE, BROKEN, HERE, Aside
from followup_lib.exchange.preview import Preview
from followup_lib.exchange.report import change_words, entry_words
from followup_lib.pages.bring_in.asks import clip
from followup_lib.reading.contacts import Contact

ROW_LETTERS = 200
PARTS = ("name", "role", "email", "phone")


def applications(seen: Preview, today: dt.date, first: int, last: int) -> list[str]:
    """Return some of the applications as they will stand, one sentence each, with their people."""
    return [_application(entry, today) for entry in seen.entries[first:last]]


def _application(entry: Entry, today: dt.date) -> str:
    names, what = entry_words(entry, today)
    line = f"{clip(names, 100)}: {what or 'stage not known yet'}"
    contact = Contact(**{part: entry.values.get(f"contact_{part}", "") for part in PARTS})
    people = [_person(each) for each in (contact, *entry.people) if each.name or each.email]
    way = BY[entry.values["preferred_contact"]] if "preferred_contact" in entry.inferred else ""
    wish = f"to be reached {way} (our reading)" if way else ""
    return " · ".join(filter(None, (line, " and ".join(people), wish)))


def _person(person: Contact) -> str:
    name, *rest = filter(None, (person.name, person.role, person.email, person.phone))
    return f"{name} ({', '.join(rest)})" if rest else name


def shifted(seen: Preview) -> list[str]:
    """Return the rows whose cells have moved, as they stand or, where we can tell, as meant."""
    lines = []
    for each in (each for each in seen.aside if each.kind == BROKEN):
        meant = seen.meant.get(each.row)
        back = f" → {clip('; '.join(meant), 2 * ROW_LETTERS)}" if meant else ""
        lines.append(f"{_rows([each])[0]}{back}")
    return lines


def unread(seen: Preview, today: dt.date) -> list[str]:
    """Return the cells that were not understood, each with its row; they stay in the notes."""
    lines = []
    for entry in seen.entries:
        names = clip(entry_words(entry, today)[0])
        lines += [f"Row {entry.row}, {o.header}: “{clip(o.cell)}” ({names})" for o in entry.open]
    return lines


def differing(seen: Preview) -> list[tuple[str, str]]:
    """Return the rows that tell otherwise than the application here, and the key of each."""
    words = [clip(change_words(each), 2 * ROW_LETTERS) for each in seen.differ]
    rows = [each.row for each in seen.differ]
    return [(f"Row {row}: {text}", f"changes:{row}") for row, text in zip(rows, words, strict=True)]


def left_out(seen: Preview) -> list[str]:
    """Return the other rows that become no application, and why."""
    return _rows(each for each in seen.aside if each.kind not in (ABOVE, BROKEN, HERE))


def beside(seen: Preview) -> list[str]:
    """Return the lines above and between the rows, which are none, and what they are."""
    return _rows(each for each in seen.aside if each.kind == ABOVE)


def here_already(seen: Preview) -> int:
    """Return how many rows came in with an earlier import and tell the same."""
    return sum(each.kind == HERE for each in seen.aside) - len(seen.differ)


def alike(seen: Preview, today: dt.date) -> list[str]:
    """Return the rows that name the company and position of an application already here."""
    rows = set(seen.duplicates)
    return [
        f"Row {entry.row}: {clip(entry_words(entry, today)[0], 100)}"
        for entry in seen.entries
        if entry.row in rows
    ]


def _rows(rows: Iterable[Aside]) -> list[str]:
    lines = []
    for each in rows:
        cells = " · ".join(filter(None, each.cells))
        lines.append(f"Row {each.row} {each.why}: {clip(cells, ROW_LETTERS)}")
    return lines

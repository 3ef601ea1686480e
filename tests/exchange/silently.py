"""What "silently wrong" means of a list that was read, defined here once.

Of each row of the file it is asked what a person would see. It is *wrong* when something is said of
it that its author did not mean, or when something they meant is missing and nothing about the row
is asked or shown as set aside. *asked*: what is missing is asked about. *inferred*: all is read as
meant, and some of it is marked as inferred or about, to be confirmed. Else it is *right*.
"""

from collections.abc import Iterator

from followup_lib.exchange.entries import Entry
from followup_lib.exchange.layout import ABOVE, HERE
from followup_lib.exchange.preview import Preview

RIGHT, ASKED, INFERRED, WRONG = "right", "asked", "inferred", "wrong"
NO_ROW = "no row"
AHEAD = ("interview_planned", "snoozed", "they_promised", "i_promised")
"""Events whose day is the one they are due on."""
_COLUMNS = {"contact_name": "contact", "contact_role": "role", "contact_email": "email"} | {
    "contact_phone": "phone",
    "job_url": "link",
}


def said_of(entry: Entry) -> tuple[str, set[tuple[str, str]], bool]:
    """Return what is read of a row: its names, its facts, and whether some are marked."""
    names = f"{entry.values.get('company', '')}/{entry.values.get('job_title', '')}"
    facts = {
        (str(e.event), str((e.due_on or "?") if e.event in AHEAD else (e.on or "?")))
        for e in entry.events
    }
    facts |= {(word, entry.values[c]) for c, word in _COLUMNS.items() if c in entry.values}
    facts |= {("person", person.name) for person in entry.people}
    return names, facts, any(each.certainty for each in entry.events)


def meant_by(line: str) -> tuple[str, set[tuple[str, str]]]:
    """Return the names and the facts of a line of `meant.py`."""
    names, _, rest = line.partition(": ")
    events, *others = rest.split("; ")
    facts = {(word, what) for word, _, what in (each.partition(" ") for each in others)}
    facts |= {
        (e, day) for e, _, day in (each.partition(" ") for each in events.split(", ") if each)
    }
    return names, facts


def verdicts(seen: Preview, first: int, meant: list[str]) -> Iterator[tuple[int, str]]:
    """Yield each row of a list, the line of its `first` row known, with its verdict."""
    entries = {entry.row: entry for entry in seen.entries}
    asked = {row for each in seen.undecided for row in each.rows}
    whole = any(each.kind in ("map", "headings", "list") for each in seen.undecided)
    aside = {each.row for each in seen.aside if each.kind not in (ABOVE, HERE)}
    for row, line in enumerate(meant, first):
        yield row, _verdict(entries.get(row), line, row in asked | aside or whole)


def _verdict(entry: Entry | None, line: str, is_asked: bool) -> str:
    if entry is None:
        return RIGHT if line == NO_ROW else ASKED if is_asked else WRONG
    if line == NO_ROW:
        return ASKED if is_asked else WRONG
    names, facts, marked = said_of(entry)
    meant_names, meant = meant_by(line)
    events = {event for event, _ in meant}
    untrue = {(e, day) for e, day in facts - meant if day != "?" or e not in events}
    if names != meant_names or untrue:
        return WRONG
    if facts != meant:
        return ASKED if is_asked else WRONG
    return INFERRED if marked else RIGHT

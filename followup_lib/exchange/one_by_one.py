"""Lists with a row for each thing that happened: several rows tell of one application."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from followup_lib.exchange.answers import NO, STEPS
from followup_lib.exchange.entries import Entry, Sheet
from followup_lib.exchange.past_told import one_end
from followup_lib.exchange.questions import Question
from followup_lib.exchange.reading import read_entry
from followup_lib.reading.contacts import Contact
from followup_lib.reading.words import plain

_OF_EVENTS = ("whathappened", "activity", "event", "action", "what")
"""Names of a column that tells what happened on the day beside it, in the form of `plain`."""
_OF_CONTACT = (*(f"contact_{part}" for part in vars(Contact())), "preferred_contact")
"""What is the contact's own, and never that of another person."""
_TEXT = "Several rows name the same company and position. Is each a step of one application?"


def read_rows(sheet: Sheet, merged: Collection[int]) -> list[Entry]:
    """Return what each row becomes; the day of a step is that of what its row tells.

    Rows are steps in a log of what happened, and where several of them tell of one application,
    unless a person says that each is one by itself.
    """
    lines = {line for line, _ in sheet.rows} if _is_log(sheet) else set()
    sheet = replace(sheet, steps=frozenset(lines))
    read = [read_entry(sheet, *row) for row in sheet.rows]
    if sheet.answers.get(STEPS) == NO:
        return read
    found = {each.row for rows in groups(read, merged, sheet) for each in rows} - lines
    steps = replace(sheet, steps=frozenset(found))
    return [
        read_entry(steps, *row) if row[0] in found else each
        for each, row in zip(read, sheet.rows, strict=True)
    ]


def _is_log(sheet: Sheet) -> bool:
    return any(plain(header) in _OF_EVENTS for header, _ in sheet.status_columns)


def groups(entries: Sequence[Entry], merged: Collection[int], sheet: Sheet) -> list[list[Entry]]:
    """Return the rows of the same company and position that tell of different things.

    In a list without a day on each row that does not say what of, only `merged` rows, which took
    these names from a cell above, can be steps.
    """
    bare = bool({"date.bare", "date.contact"} & {*sheet.meanings.values()})
    by_names: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        names = [plain(entry.values.get(column, "")) for column in ("company", "job_title")]
        if names[0]:
            by_names.setdefault((names[0], names[1]), []).append(entry)
    return [
        rows
        for rows in by_names.values()
        if len({frozenset(each.event for each in entry.events) for entry in rows}) > 1
        and (bare or any(entry.row in merged for entry in rows))
    ]


def asked(found: Sequence[Sequence[Entry]], weight: int) -> list[Question]:
    """Return the one question about all such rows, none when there are none."""
    if not found:
        return []
    values = found[0][0].values
    example = ", ".join(filter(None, (values.get("company"), values.get("job_title"))))
    lines = tuple(sorted(entry.row for rows in found for entry in rows))
    return [Question(STEPS, _TEXT, lines, example, weight)]


def joined(entries: list[Entry], found: Sequence[Sequence[Entry]]) -> list[Entry]:
    """Return the entries with each group as one, the first of it."""
    gone = set()
    for first, *others in found:
        for other in others:
            _take_in(first, other)
            gone.add(id(other))
    return [entry for entry in entries if id(entry) not in gone]


def _take_in(entry: Entry, other: Entry) -> None:
    notes = [each for each in (entry.values.get("notes"), other.values.get("notes")) if each]
    person = Contact(**{part: other.values.get(f"contact_{part}", "") for part in vars(Contact())})
    another = bool(person.name) and person.name != entry.values.get("contact_name", person.name)
    if another:
        entry.people += (person,)
    for column, cell in other.values.items():
        if column in entry.values or (another and column in _OF_CONTACT):
            continue
        entry.values[column] = cell
        entry.inferred += (column,) if column in other.inferred else ()
    if notes:
        entry.values["notes"] = "\n".join(dict.fromkeys(notes))
    for event in other.events:
        entry.add(event)
    entry.people += other.people
    entry.open += other.open
    entry.offered = one_end([*entry.offered, *other.offered])

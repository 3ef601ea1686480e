"""One row of a list becomes one application and its events; no cell is dropped."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from followup_lib.exchange.day_columns import LATER, ask_day
from followup_lib.exchange.entries import Entry, Happened, Open, Sheet, Standing
from followup_lib.exchange.histories import read_history
from followup_lib.exchange.kinds import EMAIL, PAY, REACH, is_link, kind
from followup_lib.exchange.offered import is_kept, offer
from followup_lib.exchange.standing import (
    CONTACT,
    add_standing,
    add_steps,
    read_standings,
    settle_bare_days,
)
from followup_lib.exchange.talk_times import add_times
from followup_lib.reading.contacts import Contact, read_contacts
from followup_lib.reading.days import Day
from followup_lib.reading.names import DESKS, word_key
from followup_lib.reading.preferred_way import way_beside, way_said
from followup_lib.reading.statuses import says_nothing
from followup_lib.reading.words import plain
from followup_lib.reading.yes_no import yes_or_no
from followup_lib.records.vocabulary import (
    MEETINGS,
    OUTCOMES,
    PREFERRED,
    STAGE_RANK,
    Certainty,
    Event,
    Stage,
    Status,
)

_HYPERLINK = re.compile(r'=HYPERLINK\("([^"]*)"[,;]\s*"([^"]*)"\)', re.IGNORECASE)
TICKED = (
    *STAGE_RANK,
    Event.ACCEPTED,
    Event.REJECTED,
    Event.WITHDRAWN,
    Event.NO_RESPONSE,
    Event.HEARD_BACK,
    Event.THANKED,
    Event.WROTE,
)
"""What a column may say with a tick alone."""
_UNREAD = re.compile(r"(?:no|do-?not)-?reply", re.IGNORECASE)
"""What the mailbox of a program is called, which nobody reads."""
_NAMES = ("company", "job_title", "notes")
_CONTACT = {"contact_role": "role", "contact_email": "email", "contact_phone": "phone"}


def read_entry(sheet: Sheet, line: int, cells: dict[str, str]) -> Entry:
    """Read the cells of a row by the meanings of their columns."""
    entry = Entry(line)
    for header, meaning in sheet.columns:
        cell = cells[header]
        if not cell:
            continue
        if is_kept(sheet, line, header, cell):
            entry.keep(header, cell)
        elif meaning.startswith("date."):
            _read_days(entry, header, cell, meaning[5:], sheet)
        elif meaning == "history":
            _read_steps(entry, header, cell, sheet)
        elif meaning == "contact_name":
            _read_people(entry, header, cells, sheet)
        elif meaning in ("contact_email", "contact_phone"):
            _read_address(entry, header, cell, meaning, sheet)
        elif meaning not in ("status", "decision"):
            _place(entry, header, cell, meaning)
    for header in sheet.note_columns:
        if cells[header]:
            steps = sheet.read_steps(cells[header])
            add_steps(entry, steps, f"{header}: {cells[header]}", sheet.today)
    if entry.values.keys() & {"contact_name", *_CONTACT}:
        for header in sheet.note_columns:
            who = entry.values.get("contact_name", "")
            entry.infer("preferred_contact", way_said(cells[header], who))
    standings = read_standings(entry, cells, sheet)
    settle_bare_days(entry, standings, sheet)
    if not sheet.has_status and not entry.events and not entry.not_applied:
        entry.add(Happened(Event.APPLIED, certainty="inferred"))
    add_standing(entry, standings, sheet.today)
    add_times(entry, [*sheet.meanings], sheet.answers)
    offer(entry, sheet, cells)
    if len(entry.events) > 1:
        entry.events.sort(key=lambda each: (each.event in OUTCOMES, STAGE_RANK.get(each.event, 99)))
    if entry.kept:
        entry.values["notes"] = "\n".join(filter(None, [entry.values.get("notes"), *entry.kept]))
    return entry


def _place(entry: Entry, header: str, cell: str, meaning: str) -> None:
    link = _HYPERLINK.fullmatch(cell) if cell.startswith("=") else None
    if link:
        entry.keep(header, cell)
        entry.values.setdefault("job_url", link[1])
        cell = link[2]
    if meaning[:4] != "kept" and meaning not in entry.values and _fits(meaning, cell):
        entry.values[meaning] = cell
    elif not link:
        entry.kept.append(f"{header}: {cell}")


def _read_address(entry: Entry, header: str, cell: str, meaning: str, sheet: Sheet) -> None:
    """Read an e-mail address and a number where they belong: a column may hold either, or both."""
    what = kind(cell, sheet.country)
    people = () if what in REACH else read_contacts(cell, sheet.country).fact or ()
    one = people[0] if len(people) == 1 and not people[0].name else Contact()
    if not (one.email and one.phone):
        _place(entry, header, cell, REACH.get(what, meaning))
        return
    _place(entry, header, one.email, "contact_email")
    _place(entry, header, one.phone, "contact_phone")


@lru_cache(65_536)
def _fits(meaning: str, cell: str) -> bool:
    if meaning == "job_url":
        return "://" in cell or is_link(cell)
    if meaning == "preferred_contact":
        return cell in PREFERRED
    return meaning in _NAMES or not says_nothing(cell)


def _read_people(entry: Entry, header: str, cells: Mapping[str, str], sheet: Sheet) -> None:
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
    for column, part in {"contact_name": "name", **_CONTACT}.items():
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


def _read_days(entry: Entry, header: str, cell: str, event: str, sheet: Sheet) -> None:
    days = sheet.days[header].get(entry.row, [])
    if _cannot_be_ahead(event, cell, sheet) and any(day.on > sheet.today for day in days):
        entry.ask("day", header, cell)
        return
    if event == "status":
        entry.standing_on = days[-1] if days else entry.standing_on
        entry.keep(header, cell)
        if not days:
            ask_day(entry, sheet, header, cell)
        return
    if not days:
        _read_tick(entry, header, cell, event, sheet)
    for day in days:
        note = "" if cell == day.on.isoformat() else f"{header}: {cell}"
        if event in ("bare", CONTACT):
            entry.bare += (Happened(event, day.on, None, day.certainty, note),)
        else:
            entry.add(happened(event, day, note, sheet.today))


def _cannot_be_ahead(event: str, cell: str, sheet: Sheet) -> bool:
    """Tell whether a day ahead is a slip: only talks and what they named are, or as answered."""
    told = sheet.answers.get(f"day:{cell}", LATER) != LATER
    return event not in (*MEETINGS, Event.THEY_PROMISED) and not told


def _read_tick(entry: Entry, header: str, cell: str, event: str, sheet: Sheet) -> None:
    """Read yes or no in a stage's column, or a status; no under Applied says nobody applied."""
    yes = yes_or_no(cell.partition(" - ")[0] if event == Event.APPLIED else cell)
    if yes and event in TICKED:
        entry.add(Happened(event, note=f"{header}: {cell}"))
        return
    standing = None if yes is False else sheet.read_status(cell)
    if standing and _add_status(entry, f"{header}: {cell}", event, standing, sheet):
        return
    entry.keep(header, cell)
    if yes is False and event == Event.APPLIED:
        entry.not_applied = f"{header}: {cell}"
    elif event == Event.OFFER and kind(cell) == PAY and not sheet.has_status:  # what they offered
        entry.add(Happened(event, certainty=Certainty.INFERRED, note=f"{header}: {cell}"))
    elif yes is None and not (_waits(standing) and event in (*STAGE_RANK, *OUTCOMES)):
        ask_day(entry, sheet, header, cell)


def _waits(standing: Standing | None) -> bool:
    return standing is not None and standing[:2] == (Stage.APPLIED, Status.ACTIVE)


def _add_status(entry: Entry, note: str, event: str, standing: Standing, sheet: Sheet) -> bool:
    """Add what a status in the column of a stage tells; tell whether it was anything."""
    ended = standing.status != Status.ACTIVE
    told = standing.stage in MEETINGS and standing.talk and event == Event.INTERVIEW
    what = standing.status if ended else standing.stage if told else event
    if standing.on:
        day = Day(standing.on.on, Certainty.INFERRED)
        entry.add(happened(what, day, note, sheet.today))
        return True
    if (ended or (event in MEETINGS and standing.stage in MEETINGS)) and standing.talk:
        planned = Event.INTERVIEW_PLANNED if standing.planned else what
        entry.add(Happened(planned, certainty=Certainty.INFERRED, note=note))
        return True
    return False


def happened(event: str, day: Day, note: str, today: dt.date) -> Happened:
    """Return what a day in a column of a stage tells; a talk ahead is one that is planned."""
    ahead = event in MEETINGS and day.on > today
    if ahead or event == Event.THEY_PROMISED:
        planned = Event.INTERVIEW_PLANNED if ahead else event
        return Happened(planned, due_on=day.on, certainty=day.certainty, note=note)
    return Happened(event, day.on, certainty=day.certainty, note=note)


def _read_steps(entry: Entry, header: str, cell: str, sheet: Sheet) -> None:
    """Read a packed history; its text is kept whatever was understood of it."""
    entry.keep(header, cell)

    def meaning(word: str) -> tuple[str, str] | None:
        standing = sheet.read_status(word)
        return (standing.stage, standing.status) if standing else None

    steps, unknown = read_history(cell, sheet.orders[header], sheet.today, meaning)
    for step in steps:
        event = step.stage if step.status == Status.ACTIVE else step.status
        entry.add(happened(event, step.day, "", sheet.today) if step.day else Happened(event))
    entry.open += tuple(Open("status", header, word) for word in unknown)

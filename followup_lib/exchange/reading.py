"""One row of a list becomes one application and its events; no cell is dropped."""

import datetime as dt

from followup_lib.exchange.day_columns import LATER, ask_day
from followup_lib.exchange.entries import Entry, Happened, Open, Sheet, Standing
from followup_lib.exchange.histories import read_history
from followup_lib.exchange.kinds import PAY, kind
from followup_lib.exchange.offered import is_kept, offer
from followup_lib.exchange.placing import CONTACT_PARTS, place, read_address, read_people
from followup_lib.exchange.standing import (
    CONTACT,
    add_standing,
    add_steps,
    read_standings,
    settle_bare_days,
)
from followup_lib.exchange.talk_times import add_times
from followup_lib.reading.days import Day
from followup_lib.reading.preferred_way import way_said
from followup_lib.reading.yes_no import yes_or_no
from followup_lib.records.vocabulary import (
    MEETINGS,
    OUTCOMES,
    STAGE_RANK,
    Certainty,
    Event,
    Stage,
    Status,
)

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
            read_people(entry, header, cells, sheet)
        elif meaning in ("contact_email", "contact_phone"):
            read_address(entry, header, cell, meaning, sheet)
        elif meaning not in ("status", "decision"):
            place(entry, header, cell, meaning)
    for header in sheet.note_columns:
        if cells[header]:
            steps = sheet.read_steps(cells[header])
            add_steps(entry, steps, f"{header}: {cells[header]}", sheet.today)
    if entry.values.keys() & {"contact_name", *CONTACT_PARTS}:
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

"""One row of a list becomes one application and its events; no cell is dropped."""

import datetime as dt
import re
from dataclasses import dataclass, field

from followup_lib.days_in import Day, Order, read_days
from followup_lib.exchange.aliases import plain
from followup_lib.vocabulary import MEETINGS, STAGE_RANK, Event, Preferred

YES = {"yes", "true", "x", "ok", "done", "ja", "oui", "sí", "1", "✓", "✔"}
_HYPERLINK = re.compile(r'=HYPERLINK\("([^"]*)"[,;]\s*"([^"]*)"\)', re.IGNORECASE)
Reading = dict[str, tuple[str, str] | None]


@dataclass(frozen=True)
class Happened:
    """One event read from a row; `on` None when the day is not known."""

    event: str
    on: dt.date | None = None
    due_on: dt.date | None = None
    certainty: str = ""
    note: str = ""


@dataclass
class Entry:
    """One application read: where it stood, its cells by our column, its events."""

    row: int
    values: dict[str, str] = field(default_factory=dict)
    events: list[Happened] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def keep(self, header: str, cell: str) -> None:
        """Keep a cell that has no place of its own: it ends in the notes, with its column."""
        self.kept.append(f"{header}: {cell}")

    def holds(self, cell: str) -> bool:
        """Tell whether a cell's text can be found again in what was read."""
        places = [*self.values.values(), *(each.note for each in self.events)]
        days = [each.on.isoformat() for each in self.events if each.on]
        planned = [each.due_on.isoformat() for each in self.events if each.due_on]
        return cell in [*days, *planned] or any(cell in place for place in places)


def read_entry(
    line: int,
    cells: dict[str, str],
    meanings: dict[str, str],
    statuses: Reading,
    orders: dict[str, Order],
    today: dt.date,
) -> Entry:
    """Read the cells of a row by the meanings of their columns."""
    entry = Entry(line)
    told: list[tuple[str, str, str]] = []
    for header, cell in cells.items():
        meaning = meanings[header]
        if not cell:
            continue
        if meaning.startswith("date."):
            _read_days(entry, header, cell, meaning[5:], orders[header], today)
        elif meaning in ("status", "decision") and (found := statuses[cell]):
            told.append((*found, f"{header}: {cell}"))
        else:
            _place(entry, header, cell, meaning)
    if "status" not in meanings.values() and not entry.events:
        entry.events.append(Happened(Event.APPLIED, certainty="inferred"))
    _add_standing(entry, told)
    if entry.kept:
        entry.values["notes"] = "\n".join(filter(None, [entry.values.get("notes"), *entry.kept]))
    return entry


def _place(entry: Entry, header: str, cell: str, meaning: str) -> None:
    link = _HYPERLINK.fullmatch(cell)
    if link:
        entry.keep(header, cell)
        entry.values.setdefault("job_url", link[1])
        cell = link[2]
    fits = meaning != "preferred_contact" or cell in list(Preferred)
    if meaning in ("", "status", "decision") or not fits or meaning in entry.values:
        if not link:
            entry.keep(header, cell)
        return
    entry.values[meaning] = cell


def _read_days(
    entry: Entry, header: str, cell: str, event: str, order: Order, today: dt.date
) -> None:
    if event == "status":
        days = read_days(cell, order, today)
        entry.values["_status_day"] = days[-1].on.isoformat() if days else ""
        entry.keep(header, cell)
        return
    days = read_days(cell, order, today)
    if not days and plain(cell) in YES | {"✓", "✔"} and event != "no_response":
        entry.events.append(Happened(event, note=f"{header}: {cell}"))
    elif not days:
        entry.keep(header, cell)
    for day in days:
        entry.events.append(_happened(event, day, f"{header}: {cell}", today))


def _happened(event: str, day: Day, note: str, today: dt.date) -> Happened:
    note = "" if note.endswith(f": {day.on.isoformat()}") else note
    if event in MEETINGS and day.on > today:
        planned = Event.INTERVIEW_PLANNED
        return Happened(planned, due_on=day.on, certainty=day.certainty, note=note)
    return Happened(event, day.on, certainty=day.certainty, note=note)


def _add_standing(entry: Entry, told: list[tuple[str, str, str]]) -> None:
    """Add the stage and the outcome the status columns tell, unless an event says so already."""
    text = entry.values.pop("_status_day", "")
    if not told:
        return
    note = "; ".join(each[2] for each in told)
    day = dt.date.fromisoformat(text) if text else None
    stage = max((each[0] for each in told), key=lambda word: STAGE_RANK[word])
    if stage == "saved":  # a bare date of something not yet applied for
        entry.events = [
            Happened(Event.SAVED, e.on, certainty=e.certainty, note=e.note)
            if e.event == Event.APPLIED
            else e
            for e in entry.events
        ]
    outcome = next((each[1] for each in reversed(told) if each[1] != "active"), "")
    known = {each.event for each in entry.events}
    reached = max((STAGE_RANK.get(event, -1) for event in known), default=-1)
    if STAGE_RANK[stage] > reached:
        entry.events.append(Happened(stage, None if outcome else day, note=note))
    if outcome and outcome not in known:
        entry.events.append(Happened(outcome, day, note=note))
    if not entry.holds(note):
        entry.kept.append(note)

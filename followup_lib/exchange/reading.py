"""One row of a list becomes one application and its events; no cell is dropped."""

import datetime as dt
import re
from dataclasses import dataclass, field, replace

from followup_lib.exchange.histories import read_history
from followup_lib.exchange.meanings import is_flag
from followup_lib.reading.days import Day, Order, read_days
from followup_lib.reading.statuses import says_nothing
from followup_lib.records.vocabulary import (
    MEETINGS,
    OUTCOMES,
    PREFERRED,
    STAGE_RANK,
    Event,
    Stage,
    Status,
)

_HYPERLINK = re.compile(r'=HYPERLINK\("([^"]*)"[,;]\s*"([^"]*)"\)', re.IGNORECASE)
TICKED = (*STAGE_RANK, Event.REJECTED, Event.NO_RESPONSE)
"""What a column may say with a tick alone."""
Reading = dict[str, tuple[str, str] | None]
Standing = tuple[str, str, str]
"""A stage and a status, and the cell they were read from."""


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
    """One application read: where it stood, its cells by our column, its events.

    `bare` are days that do not say what of, `standing_on` is the day its status holds since.
    """

    row: int
    values: dict[str, str] = field(default_factory=dict)
    events: list[Happened] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    bare: list[Happened] = field(default_factory=list)
    standing_on: Day | None = None

    def keep(self, header: str, cell: str) -> None:
        """Keep a cell that has no place of its own: it ends in the notes, with its column."""
        self.kept.append(f"{header}: {cell}")

    def add(self, new: Happened) -> None:
        """Add an event, unless another column told it: of the same two, the dated one stays."""
        same = [each for each in self.events if each.event == new.event]
        days = [each.on or each.due_on for each in same]
        if same and (new.on or new.due_on) in [None, *days]:
            self._note(new)
            return
        for each, day in zip(same, days, strict=True):
            if day is None:
                self.events.remove(each)
                self._note(each)
        self.events.append(new)

    def _note(self, repeated: Happened) -> None:
        if repeated.note:
            self.kept.append(repeated.note)

    def holds(self, cell: str) -> bool:
        """Tell whether a cell's text can be found again in what was read."""
        if any(cell in place for place in self.values.values()):
            return True
        return any(
            cell in each.note or ((day := each.on or each.due_on) and cell == day.isoformat())
            for each in self.events
        )


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
    for header, cell in cells.items():
        meaning = meanings[header]
        if not cell or meaning.startswith("ignored"):
            continue
        if meaning.startswith("date."):
            _read_days(entry, header, cell, meaning[5:], orders[header], today)
        elif meaning == "history":
            _read_steps(entry, header, cell, orders[header], today)
        elif not (meaning in ("status", "decision") and statuses[cell]):
            _place(entry, header, cell, meaning)
    standings = _standings(entry, cells, meanings, statuses)
    _settle_bare_days(entry, standings)
    if "status" not in meanings.values() and not entry.events:
        entry.add(Happened(Event.APPLIED, certainty="inferred"))
    _add_standing(entry, standings)
    entry.events.sort(key=lambda each: (each.event in OUTCOMES, STAGE_RANK.get(each.event, 99)))
    if entry.kept:
        entry.values["notes"] = "\n".join(filter(None, [entry.values.get("notes"), *entry.kept]))
    return entry


def _standings(
    entry: Entry, cells: dict[str, str], meanings: dict[str, str], statuses: Reading
) -> list[Standing]:
    """Return what the status columns say; "pending" as the decision beside a status is nothing."""
    standings = [
        (meaning, *standing, f"{header}: {cells[header]}")
        for header, meaning in meanings.items()
        if meaning in ("status", "decision") and (standing := statuses.get(cells[header]))
    ]
    if any(meaning == "status" for meaning, *_ in standings):
        waiting = ("decision", Stage.APPLIED, Status.ACTIVE)
        entry.kept += [note for *said, note in standings if tuple(said) == waiting]
        standings = [each for each in standings if each[:3] != waiting]
    return [(stage, status, note) for _, stage, status, note in standings]


def _place(entry: Entry, header: str, cell: str, meaning: str) -> None:
    link = _HYPERLINK.fullmatch(cell) if cell.startswith("=") else None
    if link:
        entry.keep(header, cell)
        entry.values.setdefault("job_url", link[1])
        cell = link[2]
    named = meaning in ("company", "job_title", "notes")
    fits = (named or not says_nothing(cell)) and (
        meaning != "preferred_contact" or cell in PREFERRED
    )
    if meaning.startswith("kept") or meaning in ("status", "decision", *entry.values) or not fits:
        if not link:
            entry.keep(header, cell)
        return
    entry.values[meaning] = cell


def _read_days(
    entry: Entry, header: str, cell: str, event: str, order: Order, today: dt.date
) -> None:
    days = read_days(cell, order, today)
    if event == "status":
        entry.standing_on = days[-1] if days else entry.standing_on
        entry.keep(header, cell)
        return
    if not days and is_flag(cell) and event in TICKED:
        entry.add(Happened(event, note=f"{header}: {cell}"))
    elif not days:
        entry.keep(header, cell)
    for day in days:
        note = "" if cell == day.on.isoformat() else f"{header}: {cell}"
        if event == "bare":
            inferred = day.certainty or "inferred"
            entry.bare.append(Happened(event, day.on, certainty=inferred, note=note))
        else:
            entry.add(_happened(event, day, note, today))


def _happened(event: str, day: Day, note: str, today: dt.date) -> Happened:
    ahead = event in MEETINGS and day.on > today
    if ahead or event == Event.THEY_PROMISED:
        planned = Event.INTERVIEW_PLANNED if ahead else event
        return Happened(planned, due_on=day.on, certainty=day.certainty, note=note)
    return Happened(event, day.on, certainty=day.certainty, note=note)


def _read_steps(entry: Entry, header: str, cell: str, order: Order, today: dt.date) -> None:
    """Read a packed history; its text is kept whatever was understood of it."""
    entry.keep(header, cell)
    for step in read_history(cell, order, today):
        event = step.stage if step.status == Status.ACTIVE else step.status
        entry.add(_happened(event, step.day, "", today) if step.day else Happened(event))


def _settle_bare_days(entry: Entry, standings: list[Standing]) -> None:
    """Take a day that does not say what of as that of applying, or of saving what is not."""
    saved = bool(standings) and all(stage == Stage.SAVED for stage, _, _ in standings)
    for each in entry.bare:
        entry.add(replace(each, event=Event.SAVED if saved else Event.APPLIED))


def _add_standing(entry: Entry, standings: list[Standing]) -> None:
    """Add the stage and the outcome the status columns tell, unless an event says so already."""
    if not standings:
        return
    note = "; ".join(each[2] for each in standings)
    stage = max((each[0] for each in standings), key=lambda word: STAGE_RANK[word])
    outcome = next((each[1] for each in reversed(standings) if each[1] != Status.ACTIVE), "")
    known = {each.event for each in entry.events}
    reached = max((STAGE_RANK.get(event, -1) for event in known), default=-1)
    if Event.INTERVIEW_PLANNED in known:  # "interview" is then the one that is planned
        reached = max(reached, STAGE_RANK[Stage.FINAL_INTERVIEW])
    since = entry.standing_on
    dated = Happened("", note=note)
    if since:
        dated = replace(dated, on=since.on, certainty=since.certainty)
    if STAGE_RANK[stage] > reached:
        undated = Happened(stage, note=note)
        entry.add(undated if outcome else replace(dated, event=stage))
    if outcome and outcome not in known:
        entry.add(replace(dated, event=outcome))
    if not entry.holds(note):
        entry.kept.append(note)

"""What one row of a list becomes: an application, what happened to it, its people, what is open."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from followup_lib.reading.contacts import Contact
from followup_lib.reading.days import Day, Order

Rows = Sequence[tuple[int, dict[str, str]]]
"""The line of each row, and its cells by the column they stand in."""


class Standing(NamedTuple):
    """A stage and a status a status word tells; `note` is its cell with its column.

    `on` is the day that stands in the same cell, `planned` tells that it is still to come, and
    `talk` that somebody was spoken with: no assessment, no test. `lost` is the event that leaves a
    talk without a time; `undated` is what to ask of a day in the cell that is not told ("dates"
    which of day and month comes first, "day" which day it is), "" when nothing is.
    `steps` are all those of a cell that tells several, each with its day.
    """

    stage: str
    status: str
    on: Day | None = None
    note: str = ""
    planned: bool = False
    talk: bool = True
    lost: str = ""
    undated: str = ""
    steps: tuple["Standing", ...] = ()


class Open(NamedTuple):
    """A cell that was not understood: what it should tell ("day", "status", …), and where it is."""

    kind: str
    header: str
    cell: str


class Happened(NamedTuple):
    """One event read from a row; `on` None when the day is not known, `at` "" for no time."""

    event: str
    on: dt.date | None = None
    due_on: dt.date | None = None
    certainty: str = ""
    note: str = ""
    said: str = ""
    at: str = ""


@dataclass
class Entry:
    """One application read: where it stood, its cells by our column, its events, its people.

    `bare` are days that do not say what of, `standing_on` is the day its status holds since,
    `people` are those beside the contact, `open` the cells not understood, and `offered` what some
    cells would tell if a person says so, each with the key of that question. `not_applied` is the
    cell that denies it; `inferred` are the columns of values that are read from words. `key` is the
    fingerprint of its row, by which it is known when the list comes in again.
    """

    row: int
    values: dict[str, str] = field(default_factory=dict)
    events: list[Happened] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    bare: tuple[Happened, ...] = ()
    standing_on: Day | None = None
    people: tuple[Contact, ...] = ()
    open: tuple[Open, ...] = ()
    offered: tuple[tuple[str, Happened], ...] = ()
    not_applied: str = ""
    inferred: tuple[str, ...] = ()
    key: str = ""

    def keep(self, header: str, cell: str) -> None:
        """Keep a cell that has no place of its own: it ends in the notes, with its column."""
        self.kept.append(f"{header}: {cell}")

    def infer(self, column: str, value: str) -> None:
        """Take what words tell for one of our columns, unless a column of theirs told it."""
        if value and column not in self.values:
            self.values[column] = value
            self.inferred += (column,)

    def ask(self, kind: str, header: str, cell: str) -> None:
        """Keep a cell that was not understood, and count it as open."""
        self.keep(header, cell)
        self.open += (Open(kind, header, cell),)

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

    def take_out(self, event: str) -> None:
        """Take the events of a kind out; what told them stays in the notes."""
        for each in [each for each in self.events if each.event == event]:
            self.events.remove(each)
            day = each.on or each.due_on
            self.kept.append(each.note or (day.isoformat() if day else ""))

    def _note(self, repeated: Happened) -> None:
        if repeated.note:
            self.kept.append(repeated.note)

    def lacks(self, cells: Iterable[str]) -> int:
        """Return how many cells cannot be found again in what was read."""
        whole = {*self.values.values()}
        left = [cell for cell in cells if cell and cell not in whole]
        if not left:
            return 0
        people = [part for person in self.people for part in vars(person).values()]
        days = [str(each.on or each.due_on) for each in self.events]
        text = "\0".join([*whole, *people, *days, *(each.note for each in self.events)])
        return sum(cell not in text for cell in left)

    def tells(self, note: str) -> bool:
        """Tell whether an event says where it was read from."""
        return any(note in each.note for each in self.events)


@dataclass(frozen=True)
class Sheet:
    """The rows of a list that can be read by their columns, and all that is known of those.

    `days` are what the cells of a column with days tell, by header and cell line; `statuses` what
    the words of the status columns mean; `orders` which of day and month comes first in a column.
    `read_status` reads a status wherever it stands, `read_steps` several with their days.
    `steps` are the lines of rows each of which is a step of an application.
    """

    rows: Rows
    meanings: Mapping[str, str]
    statuses: Mapping[str, Standing | None]
    orders: Mapping[str, Order]
    days: Mapping[str, Mapping[int, list[Day]]]
    answers: Mapping[str, str]
    today: dt.date
    country: str
    read_status: Callable[[str], Standing | None]
    read_steps: Callable[[str], tuple[Standing, ...]]
    steps: frozenset[int] = frozenset()

    @cached_property
    def columns(self) -> list[tuple[str, str]]:
        """Return the columns that are read, each with its meaning."""
        return [(h, m) for h, m in self.meanings.items() if not m.startswith("ignored")]

    @cached_property
    def status_columns(self) -> list[tuple[str, str]]:
        """Return the columns of status words, each with its meaning."""
        return [(h, m) for h, m in self.columns if m in ("status", "decision")]

    @cached_property
    def offer_columns(self) -> list[tuple[str, str]]:
        """Return the columns that may tell what a person would do next, or was told."""
        dated = ("date.follow_up", "date.next_step", "date.deadline", "date.they_promised")
        told = (*dated, "next_step", "said", "notes", "kept")
        return [(h, m) for h, m in self.columns if m in told]

    @cached_property
    def note_columns(self) -> list[str]:
        """Return the columns of notes, which may tell steps with their days."""
        return [h for h, m in self.columns if m in ("notes", "kept")]

    @cached_property
    def has_status(self) -> bool:
        """Tell whether a column says how far each application is."""
        return "status" in self.meanings.values()

    @cached_property
    def month_first(self) -> bool:
        """Tell how a day such as 3/4 is read in words."""
        return "day" not in self.orders.values()

"""Several clients on one machine: a list of what is due for each, read and never written.

All searches with the same settings are planned in one go, which is what makes two hundred of
them a matter of seconds.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pandas as pd

from followup_lib.advice.plan import RESTING, SOON, TODAY, Plan, plan
from followup_lib.coaching.sessions import open_commitments
from followup_lib.coaching.together import MARK, Together, owners, read_together
from followup_lib.records.dates import short_day
from followup_lib.records.settings import Settings
from followup_lib.records.situations import Situation
from followup_lib.records.tables import Tables
from followup_lib.store.csv import FILES
from followup_lib.store.damage import second_copies
from followup_lib.store.new_search import PRACTICE

DayOf = Callable[[Tables], dt.date]
"""Tells the day to plan a search for."""


@dataclass(frozen=True)
class Client:
    """One line of the list: how many rows are due, coming within 7 days, late, and on pause.

    `late` counts the client's own promises and commitments that are overdue. `next_on` is the
    next session, `last_on` the one held last, None when there is none. A search that cannot be read
    has only its `problem`. `copies` are sentences about second copies of its files, which are never
    read, and `headers` about columns whose name is not spelled as ours.
    """

    folder: Path
    name: str
    next_on: dt.date | None = None
    last_on: dt.date | None = None
    due: int = 0
    coming: int = 0
    late: int = 0
    resting: int = 0
    problem: str = ""
    copies: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()

    @property
    def doubt(self) -> str:
        """What is said where the name inside is another than the folder's, "" where it fits."""
        inside, outside = _letters(self.name), _letters(self.folder.name)
        if outside in inside or inside in outside or self.folder.name == PRACTICE:
            return ""
        return (
            f"Its folder is called “{self.folder.name}”: before you write anything there, check "
            "whose search it is, then rename the folder or fix the name in settings.toml."
        )

    @property
    def called(self) -> str:
        """The name, and what else tells this search from another of that name."""
        if self.folder.name == PRACTICE:
            return f"{self.name} (the practice copy)"
        if _letters(self.folder.name) in _letters(self.name):
            return self.name
        return f"{self.name} (folder {self.folder.name})"


@dataclass(frozen=True)
class Planned:
    """Searches planned in one go: the plan, their folders by mark, and a line for each."""

    now: Plan
    folders: dict[str, Path]
    lines: list[Client]


def searches_in(home: Path) -> list[Path]:
    """Return the folders of the searches that lie in `home`, by name.

    A folder with any table of a search is one: synced halfway it is told, not passed over.
    """
    tables = (name for name in FILES if name.endswith(".csv"))
    return sorted({path.parent for name in tables for path in home.glob(f"*/{name}")})


def clients(folders: Iterable[Path], day_of: DayOf) -> list[Client]:
    """Return the list, the next session first, then by name; `day_of` tells the day to plan for."""
    read = read_together(folders)
    lines = [line for planned in plans(read, day_of) for line in planned.lines]
    return in_order([*unread(read), *lines])


def unread(read: Together) -> list[Client]:
    """Return a line for each search that cannot be read."""
    return [
        Client(folder, folder.name, problem=why, copies=_copies(folder))
        for folder, why in read.unread.items()
    ]


def _copies(folder: Path) -> tuple[str, ...]:
    return tuple(str(problem) for problem in second_copies(folder))


def in_order(lines: Iterable[Client]) -> list[Client]:
    """Return the lines with the next session first, then by name."""

    def place(client: Client) -> tuple[dt.date, str, Path]:
        return client.next_on or dt.date.max, client.name.casefold(), client.folder

    return sorted(lines, key=place)


def plans(read: Together, day_of: DayOf) -> Iterator[Planned]:
    """Plan the searches that were read, those with the same settings and day in one go."""
    groups: dict[str, list[Path]] = {}
    days: dict[Path, dt.date] = {}
    mark_of = read.marks
    for folder, own in read.settings.items():
        days[folder] = day_of(replace(read.tables, settings=own))
        groups.setdefault(_shared(own, days[folder]), []).append(folder)
    for folders in groups.values():
        tables = read.part(folders)
        now = plan(tables, days[folders[0]])
        marks = {mark_of[folder]: folder for folder in folders}
        yield Planned(now, marks, _lines(now, tables, marks, read))


def in_words(client: Client) -> str:
    """Return the line of a client in a sentence."""
    notes = "".join(f" {text}" for text in (*client.copies, *client.headers))
    if client.problem:
        return f"{client.called}: cannot be read. {client.problem}{notes}"
    counts = (
        (client.due, "for today"),
        (client.coming, "coming up"),
        (client.late, "late on their side"),
        (client.resting, "on pause"),
    )
    summary = ", ".join(f"{number} {what}" for number, what in counts if number) or "nothing yet"
    ahead = f" Next session: {short_day(client.next_on, client.next_on)}." if client.next_on else ""
    return f"{client.called}: {summary}.{ahead}{f' {client.doubt}' if client.doubt else ''}{notes}"


def _letters(name: str) -> str:
    """Return what of a name any folder can be called by."""
    return "".join(letter for letter in normalize("NFKC", name).casefold() if letter.isalnum())


def _shared(own: Settings, today: dt.date) -> str:
    """Return what two searches must share to be planned together."""
    return repr((own.calendar, sorted(own.pace.items()), own.seeker.cannot_use, today))


def _lines(now: Plan, tables: Tables, marks: Mapping[str, Path], read: Together) -> list[Client]:
    rows, today = now.rows, now.facts.today
    act = rows["situation"] != Situation.REST
    overdue = (rows["promise_id"] != "") & (rows["due_on"] < today)
    owner = (rows["application_id"] + rows["reference_id"]).str[:MARK]
    kinds = {
        "due": owner[rows["when"] == TODAY],
        "coming": owner[now.lists == SOON],
        "late": pd.concat([owner[overdue & act], _overdue(tables, today)]),
        "resting": owner[now.lists == RESTING],
    }
    counts = {kind: each.value_counts() for kind, each in kinds.items()}
    held = tables.sessions
    whose = owners("sessions", held)
    next_on = held["next_on"].where(held["next_on"] >= today).groupby(whose).min()
    last_on = held["on"].where(held["on"] <= today).groupby(whose).max()
    return [
        Client(
            folder,
            read.settings[folder].seeker.name or folder.name,
            next_on=_day(next_on.get(mark)),
            last_on=_day(last_on.get(mark)),
            due=int(counts["due"].get(mark, 0)),
            coming=int(counts["coming"].get(mark, 0)),
            late=int(counts["late"].get(mark, 0)),
            resting=int(counts["resting"].get(mark, 0)),
            copies=_copies(folder),
            headers=read.headers[folder],
        )
        for mark, folder in marks.items()
    ]


def _day(day: Any) -> dt.date | None:
    return None if pd.isna(day) else day.date()


def _overdue(tables: Tables, today: pd.Timestamp) -> pd.Series:
    """Return the marks of commitments whose day has passed."""
    rows = open_commitments(tables)
    return owners("commitments", rows)[rows["due_on"] < today]

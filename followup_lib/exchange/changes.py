"""A list brought in again: which rows are applications that are here, and what differs in them."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher

import pandas as pd

from followup_lib.exchange.entries import Entry, Happened
from followup_lib.exchange.triage import KEY
from followup_lib.reading.contacts import Contact
from followup_lib.reading.words import plain
from followup_lib.records.rows import EventRow, rows_as
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import MEETINGS, OUTCOMES, STAGE_RANK, Certainty, Event

NEAR = 0.88
"""How much of the letters of two names has to be the same, in the same order."""


@dataclass(frozen=True)
class Change:
    """A row that is an application of the search, and what it tells otherwise.

    `cells` are the old and the new text by our column, `dated` the days of events whose day is
    another now or was not known, by event_id, `events` and `people` those that are new. `alike`
    names the application where it goes by another name there.
    """

    row: int
    application_id: str
    names: str
    key: str
    cells: dict[str, tuple[str, str]] = field(default_factory=dict)
    dated: dict[str, Happened] = field(default_factory=dict)
    events: list[Happened] = field(default_factory=list)
    people: list[Contact] = field(default_factory=list)
    alike: str = ""

    @property
    def differs(self) -> bool:
        """Tell whether anything differs at all."""
        return bool(self.cells or self.dated or self.events or self.people)


def known_keys(tables: Tables) -> dict[str, str]:
    """Return the application that came by each row of a list, by that row's key."""
    a = tables.applications
    keys = dict(zip(a[KEY], a["application_id"], strict=True)) if KEY in a else {}
    keys.pop("", None)
    return keys


class Here:
    """The applications of a search, to find those that rows of a list speak of, each once."""

    def __init__(self, tables: Tables, keys: Iterable[str]) -> None:
        a = tables.applications
        self.cells = dict(zip(a["application_id"], a.to_dict("records"), strict=True))
        self.timeline = tables.timeline
        self.people = tables.people
        self.keys = known_keys(tables)
        self.claimed = {self.keys[key] for key in keys if key in self.keys}
        first = tables.timeline.groupby("application_id")["on"].min()
        self.first = {i: day.date() for i, day in first.items() if pd.notna(day)}
        self.links = Counter[str]()
        self.names: dict[tuple[str, str], list[str]] = {}
        self.dated: dict[tuple[str, str, dt.date | None], list[str]] = {}
        self._found: dict[str, list[EventRow]] | None = None
        for application_id, cells in self.cells.items():
            self.links[str(cells["job_url"])] += 1
            names = _names(cells)
            self.names.setdefault(names, []).append(application_id)
            self.dated.setdefault((*names, self.first.get(application_id)), []).append(
                application_id
            )
        self.linked = {str(c["job_url"]): i for i, c in self.cells.items() if c["job_url"]}

    def find(self, entry: Entry, links: Counter[str]) -> str:
        """Return the application a row speaks of, "" for none; it is then no other row's.

        It is one of the same link, which stands once in the list and once here, or of the same
        company, position and first day; or one that came in by a row which the list has no more.
        """
        names = _names(entry.values)
        link = entry.values.get("job_url", "")
        candidates: list[str] = []
        if link and links[link] == self.links[link] == 1:
            linked = self.linked[link]
            candidates = [linked] if _names(self.cells[linked])[0] == names[0] else []
        if all(names) and not candidates:
            day = min((each.on for each in entry.events if each.on), default=None)
            alike = [i for i in self.names.get(names, []) if i not in self.claimed]
            gone = [i for i in alike if self.cells[i].get(KEY)]
            candidates = self.dated.get((*names, day), []) or (gone if len(gone) == 1 else [])
        free = [i for i in candidates if i not in self.claimed]
        if free:
            self.claimed.add(free[0])
        return free[0] if free else ""

    def find_alike(self, entry: Entry, listed: Collection[tuple[str, str]]) -> str:
        """Return the one application no row of the list speaks of, and nearly named as this row.

        `listed` are the names of all rows. It has the same company and a similar position, or the
        other way round.
        """
        company, title = _said(entry.values)
        near = [
            application_id
            for names, ids in self.names.items()
            if names not in listed and all(names) and company and title
            for application_id in ids
            if application_id not in self.claimed
            and _is_near(company, title, *_said(self.cells[application_id]))
        ]
        if len(near) == 1:
            self.claimed.add(near[0])
        return near[0] if len(near) == 1 else ""

    def events_of(self, application_id: str) -> list[EventRow]:
        """Return the rows of the timeline of an application."""
        if self._found is None:
            self._found = {}
            for row in rows_as(EventRow, self.timeline):
                self._found.setdefault(row.application_id, []).append(row)
        return self._found.get(application_id, [])

    def change(self, application_id: str, entry: Entry, key: str) -> Change:
        """Return what a row tells otherwise than its application here; an empty cell is nothing."""
        old = self.cells[application_id]
        made = Change(entry.row, application_id, in_one_line(entry.values), key)
        for column, new in entry.values.items():
            if column == "notes":
                lines = [line for line in new.split("\n") if line not in str(old["notes"])]
                new = "\n".join(filter(None, [str(old["notes"]), *lines])) if lines else ""
            same = column in ("company", "job_title") and plain(new) == plain(str(old[column]))
            if new and new != old[column] and not same:
                made.cells[column] = (str(old[column]), new)
        known = self.events_of(application_id)
        for each in entry.events:
            _compare(made, each, known)
        over = [each for each in entry.events if each.event in OUTCOMES and not each.on]
        if made.events and not any(each.event in OUTCOMES for each in made.events):
            # the list still says so, of what is new in it too
            made.events.extend(each for each in over if not _is_later(each, made.events, known))
        there = self.people[self.people["application_id"] == application_id]["name"]
        names = {str(name).casefold() for name in [*there, old["contact_name"]]}
        made.people.extend(p for p in entry.people if p.name.casefold() not in names)
        return made


def names_of(entries: Iterable[Entry]) -> set[tuple[str, str]]:
    """Return company and position of rows, in the form of `plain`."""
    return {_names(entry.values) for entry in entries}


def _is_near(company: str, title: str, firm: str, job: str) -> bool:
    same_firm, same_job = plain(company) == plain(firm), plain(title) == plain(job)
    return (same_firm and is_similar(title, job)) or (same_job and is_similar(company, firm))


def is_similar(one: str, other: str) -> bool:
    """Tell whether two names may be of one thing: a word more, a form of firm, a slip.

    >>> is_similar("Bo", "Bo Inc."), is_similar("Cook", "Ames")
    (True, False)
    """
    words, others = ({plain(word) for word in text.split()} - {""} for text in (one, other))
    within = words <= others or others <= words
    ratio = SequenceMatcher(None, plain(one), plain(other)).ratio()
    return bool(words and others and within) or ratio >= NEAR


def _names(cells: Mapping[str, str]) -> tuple[str, str]:
    company, title = _said(cells)
    return plain(company), plain(title)


def in_one_line(cells: Mapping[str, str]) -> str:
    """Return company and position in one line."""
    return ", ".join(filter(None, _said(cells)))


def _said(cells: Mapping[str, str]) -> tuple[str, str]:
    return str(cells.get("company", "")), str(cells.get("job_title", ""))


def _compare(made: Change, new: Happened, known: list[EventRow]) -> None:
    """Put an event among what differs, unless it is known."""
    same = [row for row in known if row.event == new.event]
    day = new.on or new.due_on
    if day is None:
        reached = any(row.event in STAGE_RANK for row in known)
        guess = new.certainty == Certainty.INFERRED and reached
        if not same and not guess:
            made.events.append(new)
        return
    if any(day in (_day(row.on), _day(row.due_on)) for row in same):
        return
    if new.event == Event.INTERVIEW_PLANNED and any(
        row.event in MEETINGS and _day(row.on) == day for row in known
    ):
        return
    undated = [row for row in same if _day(row.on) is None and _day(row.due_on) is None]
    once = [] if new.event in (*MEETINGS, Event.INTERVIEW_PLANNED) else same
    for row in [*undated, *once][:1]:
        made.dated[row.event_id] = new
        return
    made.events.append(new)


def _is_later(end: Happened, new: list[Happened], known: list[EventRow]) -> bool:
    """Tell whether an end is known with a day that is not before any of what is new."""
    ends = [day for row in known if row.event == end.event and (day := _day(row.on))]
    days = [each.on or each.due_on for each in new]
    return any(all(day and end >= day for day in days) for end in ends)


def _day(day: pd.Timestamp) -> dt.date | None:
    return None if pd.isna(day) else day.date()

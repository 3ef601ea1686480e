"""Whom to write to instead of somebody who has left, or who has no address (W5)."""

import re
from typing import TYPE_CHECKING

import numpy as np

from followup_lib.records.timeline import Log, last_of
from followup_lib.records.vocabulary import IN_THEIR_WAY, MEETINGS, WAYS, Channel, Event

if TYPE_CHECKING:
    from followup_lib.advice.people import Directory

WRITTEN = tuple(way for way in WAYS if way != Channel.PHONE)
"""Ways by which a message of theirs leaves an address to answer to."""
WITHOUT_ADDRESS = tuple(name for name, way in WAYS.items() if not way.column)
HR = re.compile(
    r"\b(hr|human resources|recruit\w*|talent|people (team|ops|operations|partner)|personnel)\b",
    re.IGNORECASE,
)


def names_in(who: str) -> list[str]:
    """Return the names of a cell, which "; " divides, as they are compared."""
    return [name.strip().casefold() for name in who.split(";")]


def wrote(past: Log, jobs: np.ndarray) -> set[tuple[int, str]]:
    """Return who of these applications wrote to the seeker, as (application, name compared)."""
    rows = past.was(*IN_THEIR_WAY, Event.THEY_PROMISED) & np.isin(past["channel"], WRITTEN)
    places = np.flatnonzero(rows & np.isin(past.job, jobs))
    named = zip(past.job[places].tolist(), past["who"][places].tolist(), strict=True)
    return {(job, names_in(who)[0]) for job, who in named}


def stand_ins(jobs: np.ndarray, people: "Directory", past: Log) -> np.ndarray:
    """Return for each of these applications the place of the next person, -1 for nobody (W5).

    It is whom the seeker met last, else the contact, else somebody from HR: one who has not left,
    and has an address before one who has none.
    """
    met = _met(past, jobs)
    places = np.flatnonzero(np.isin(people.job, jobs))
    answered = wrote(past, jobs)
    rank: list[tuple[bool, int, bool, bool]] = []
    for place in places.tolist():
        row = people.rows.iloc[place]
        who = int(people.job[place]), str(row["folded"])
        talk, contact, hr = met.get(who, -1), place < past.n, bool(HR.search(row["role"]))
        if not row["folded"] or people.left[place] or not (talk >= 0 or contact or hr):
            rank.append((False, -2, False, False))
            continue
        rank.append((bool(people.reached[place]) or who in answered, talk, contact, hr))
    order = sorted(range(len(places)), key=rank.__getitem__)
    order = [n for n in order if rank[n][1] > -2]
    return last_of(people.job[places[order]], past.n, places[order])[jobs]


def _met(past: Log, jobs: np.ndarray) -> dict[tuple[int, str], int]:
    """Return the place of the last talk with each person, by application and name compared."""
    places = np.flatnonzero(past.was(*MEETINGS) & np.isin(past.job, jobs))
    rows = zip(past.job[places].tolist(), past["who"][places].tolist(), places, strict=True)
    return {(job, name): int(place) for job, who, place in rows for name in names_in(who) if name}

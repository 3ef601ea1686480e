"""Whom to write to instead of somebody who has left, or who has no address (W5)."""

import re

import numpy as np

from followup_lib.advice.directory import Directory
from followup_lib.records.their_word import IN_THEIR_WAY
from followup_lib.records.timeline import Log, last_of
from followup_lib.records.vocabulary import MEETINGS, WAYS, Channel, Event

WRITTEN = tuple(way for way in WAYS if way != Channel.PHONE)
"""Ways by which a message of theirs leaves an address to answer to."""
HR = re.compile(
    r"\b(hr|human resources|recruit\w*|talent|people (team|ops|operations|partner)|personnel)\b",
    re.IGNORECASE,
)


def names_in(who: str) -> list[str]:
    """Return the names of a cell, which "; " divides, as they are compared."""
    return [name.strip().casefold() for name in who.split(";")]


def wrote(past: Log, jobs: np.ndarray) -> set[tuple[int, str]]:
    """Return who of these applications wrote to the seeker, as (application, name compared)."""
    rows = past.was(*IN_THEIR_WAY, Event.THEY_PROMISED) & past.has("channel", *WRITTEN)
    places = np.flatnonzero(rows & np.isin(past.job, jobs))
    named = zip(past.job[places].tolist(), past["who"][places].tolist(), strict=True)
    return {(job, names_in(who)[0]) for job, who in named}


def stand_ins(jobs: np.ndarray, people: Directory, past: Log) -> np.ndarray:
    """Return for each of these applications the place of the next person, -1 for nobody (W5).

    It is whom the seeker met last, else the contact, else somebody from HR: one who has not left,
    and has an address before one who has none.
    """
    met, answered = _met(past, jobs), wrote(past, jobs)
    ranked: list[tuple[bool, int, bool, int]] = []
    for place in np.flatnonzero(np.isin(people.job, jobs) & ~people.left).tolist():
        row = people.rows.iloc[place]
        who = int(people.job[place]), str(row["folded"])
        talk, contact = met.get(who, -1), place < past.n
        if row["folded"] and (talk >= 0 or contact or HR.search(row["role"])):
            reached = bool(people.reached[place]) or who in answered
            ranked.append((reached, talk, contact, place))
    places = np.array([place for *_, place in sorted(ranked)], int)
    found: np.ndarray = last_of(people.job[places], past.n, places)[jobs]
    return found


def _met(past: Log, jobs: np.ndarray) -> dict[tuple[int, str], int]:
    """Return the place of the last talk with each person, by application and name compared."""
    places = np.flatnonzero(past.was(*MEETINGS) & np.isin(past.job, jobs))
    rows = zip(past.job[places].tolist(), past["who"][places].tolist(), places, strict=True)
    return {(job, name): int(place) for job, who, place in rows for name in names_in(who) if name}

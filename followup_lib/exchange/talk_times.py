"""The time of a talk that stands beside its day in a cell: read, or asked where it may be two."""

from collections.abc import Mapping

from followup_lib.exchange.day_columns import LATER
from followup_lib.exchange.entries import Entry, Happened, Open
from followup_lib.reading.times import times_of_day
from followup_lib.records.vocabulary import MEETINGS, Certainty, Event

TIME = "time"
"""The first part of the key under which it is asked whether a time is in the morning."""
HALVES = ("am", "pm")
_TALKS = (*MEETINGS, Event.INTERVIEW_PLANNED)


def add_times(entry: Entry, headers: list[str], answers: Mapping[str, str]) -> None:
    """Give each talk of a row the time its cell tells; a cell has as many times as talks."""
    by_note: dict[str, list[int]] = {}
    for place, each in enumerate(entry.events):
        if each.note and each.event in _TALKS and (each.on or each.due_on):
            by_note.setdefault(each.note, []).append(place)
    for note, places in by_note.items():
        half = answers.get(f"{TIME}:{_cell(note, headers)[1]}", LATER)
        times = times_of_day(note, half if half in HALVES else "")
        if len(times) != len(places):
            continue
        for place, time in zip(places, times, strict=True):
            entry.events[place] = at_time(entry.events[place], time.fact or "", time.sure)
        if any(time.fact is None for time in times):
            entry.open += (Open(TIME, *_cell(note, headers)),)


def at_time(talk: Happened, time: str, sure: str) -> Happened:
    """Return a talk with its time; what is inferred of it makes the talk inferred."""
    inferred = sure == Certainty.INFERRED and not talk.certainty
    return talk._replace(at=time, certainty=Certainty.INFERRED if inferred else talk.certainty)


def _cell(note: str, headers: list[str]) -> tuple[str, str]:
    header = next((each for each in headers if note.startswith(f"{each}: ")), "")
    return header, note.removeprefix(f"{header}: ")

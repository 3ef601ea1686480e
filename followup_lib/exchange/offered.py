"""What some cells of a row would tell if a person says so: put off, promised, due, said."""

import datetime as dt
import re
from collections.abc import Mapping

from followup_lib.exchange.day_columns import ask_day
from followup_lib.exchange.entries import Entry, Happened, Sheet
from followup_lib.reading.answer_by import answer_words
from followup_lib.reading.promises import read_promise
from followup_lib.reading.said import read_said
from followup_lib.records.vocabulary import CLOSED, MEETINGS, Certainty, Event

DATED = ("date.follow_up", "date.next_step", "date.deadline")
OFFERED = (*DATED, "next_step")
"""Meanings of columns that only a person can say are so."""
SAID = "said"
"""The key under which days they named, in notes, are offered."""
LONGEST = 300
_THEIRS = re.compile(
    r"\b(?:they|he|she|recruiter|manager|hr|company|ms|mr|mrs|you will|you'll|should|will|expect)\b"
    r".*\b(?:hear|back|decid|decision|let (?:me|you) know|call|reach|respond|reply|answer|update"
    r"|contact|know|announce|finali[sz]e|notif|choose|pick|offer|say)",
    re.IGNORECASE | re.DOTALL,
)
_SAID = re.compile(r"\b(?:said|told|promised|expects?|hear(?:ing)? (?:back|from))\b", re.IGNORECASE)
_MINE = re.compile(
    r"\b(?:i'?ll|i will|i'?d|i should|i need|i promised|i said|i told|(?:need|remember) to"
    r"|follow[ -]?up|check in|send (?:them|her|him|my|the))\b",
    re.IGNORECASE,
)


def offer(entry: Entry, sheet: Sheet, cells: Mapping[str, str]) -> None:
    """Put beside a row that has not ended what its cells would tell, by the key of the question."""
    told = [(h, m, cells[h]) for h, m in sheet.offer_columns if cells[h]]
    if not told:
        return
    days = {header: _day(entry, sheet, header, cell) for header, m, cell in told if m in DATED}
    events = {each.event for each in entry.events}
    if events & {*CLOSED}:
        return
    offered: dict[str, Happened] = {}
    due = next((days[header] for header, m, _ in told if m == "date.next_step"), None)
    for header, meaning, cell in told:
        day, key = days.get(header), f"use:{header}"
        if meaning == "date.follow_up" and day and day > sheet.today:
            offered[key] = Happened(Event.SNOOZED, sheet.today, day)
        elif meaning == "date.deadline" and day and Event.OFFER in events:
            offered[key] = Happened(Event.OFFER, due_on=day)
        elif meaning == "next_step" and (not due or due >= sheet.today):
            offered |= _step(key, cell, due)
        answer = _answer_day(entry, sheet, key, cell) if meaning not in DATED else {}
        offered |= answer
        promised = Event.THEY_PROMISED in events or SAID in offered
        if meaning not in DATED and not promised and not answer:
            offered |= _their_day(entry, sheet, cell)
    entry.offered = offered


def _day(entry: Entry, sheet: Sheet, header: str, cell: str) -> dt.date | None:
    days = sheet.days[header].get(entry.row)
    if not days:
        ask_day(entry, sheet, header, cell)
    return max(day.on for day in days) if days else None


def _step(key: str, cell: str, due: dt.date | None) -> dict[str, Happened]:
    promise = read_promise(cell).fact
    if promise is None:
        return {}
    return {key: Happened(Event.I_PROMISED, due_on=due, said=promise.thing or cell)}


def _their_day(entry: Entry, sheet: Sheet, cell: str) -> dict[str, Happened]:
    """Return the day that a note says they named, counted from the last talk that is known."""
    if len(cell) > LONGEST or not _tells_of_them(cell):
        return {}
    on = max((each.on for each in entry.events if each.event in MEETINGS and each.on), default=None)
    said = read_said(cell, on, month_first=sheet.month_first) if on else None
    if not on or not said or not said.fact:
        return {}
    promised = Happened(Event.THEY_PROMISED, on, said.fact, Certainty.INFERRED, said=said.used)
    return {SAID: promised}


def _answer_day(entry: Entry, sheet: Sheet, key: str, cell: str) -> dict[str, Happened]:
    """Return the day a note beside an offer names, such as "need to tell them by 12/4"."""
    offers = [each for each in entry.events if each.event == Event.OFFER and not each.due_on]
    if not offers or len(cell) > LONGEST:
        return {}
    words = answer_words(cell) or cell
    said = read_said(words, offers[0].on or sheet.today, month_first=sheet.month_first)
    if not said.fact or said.fact < sheet.today:
        return {}
    return {key: Happened(Event.OFFER, due_on=said.fact, said=said.used)}


def _tells_of_them(cell: str) -> bool:
    theirs = _THEIRS.search(cell) or _SAID.search(cell)
    return theirs is not None and not _MINE.search(cell)


def take_over(entry: Entry, answers: Mapping[str, str]) -> None:
    """Make events of what was offered and a person said is so."""
    for key, new in entry.offered.items():
        if answers.get(key) != "yes":
            continue
        if new.event == Event.OFFER:
            entry.events = [
                each._replace(due_on=new.due_on) if each.event == Event.OFFER else each
                for each in entry.events
            ]
        else:
            entry.events.append(new)

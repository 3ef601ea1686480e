"""What some cells of a row would tell if a person says so: put off, promised, due, said."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace

from followup_lib.exchange.entries import Entry, Happened, Open, Sheet
from followup_lib.reading.promises import read_promise
from followup_lib.reading.said import read_said
from followup_lib.reading.statuses import says_nothing
from followup_lib.records.vocabulary import CLOSED, MEETINGS, Certainty, Event

OFFERED = ("date.follow_up", "date.next_step", "next_step", "date.deadline")
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
    if {each.event for each in entry.events} & {*CLOSED}:
        return
    steps, due = "", None
    for header, meaning in sheet.meanings.items():
        if meaning not in OFFERED or not cells[header]:
            continue
        if meaning == "next_step":
            steps = header
            continue
        day = max((day.on for day in sheet.days[header].get(entry.row, ())), default=None)
        if day is None and not says_nothing(cells[header]):
            entry.open.append(Open("day", header, cells[header]))
        elif day and meaning == "date.follow_up" and day > sheet.today:
            entry.offered[f"use:{header}"] = Happened(Event.SNOOZED, sheet.today, day)
        elif meaning == "date.next_step":
            due = day
        elif day and meaning == "date.deadline" and _has_offer(entry):
            entry.offered[f"use:{header}"] = Happened(Event.OFFER, due_on=day)
    if steps and (due is None or due >= sheet.today):
        _offer_step(entry, steps, cells[steps], due)
    _offer_their_day(entry, sheet, cells)
    _offer_answer_day(entry, sheet, cells)


def _has_offer(entry: Entry) -> bool:
    return any(each.event == Event.OFFER for each in entry.events)


def _offer_step(entry: Entry, header: str, cell: str, due: dt.date | None) -> None:
    promise = read_promise(cell).fact
    if promise:
        said = promise.thing or cell
        entry.offered[f"use:{header}"] = Happened(Event.I_PROMISED, due_on=due, said=said)


def _offer_their_day(entry: Entry, sheet: Sheet, cells: Mapping[str, str]) -> None:
    """Offer the day that notes say they named, counted from the last talk that is known."""
    if any(each.event == Event.THEY_PROMISED for each in entry.events):
        return
    talks = [each.on for each in entry.events if each.event in MEETINGS and each.on]
    for header, meaning in sheet.meanings.items():
        cell = cells[header] if talks and meaning in ("notes", "next_step", "kept") else ""
        if not cell or len(cell) > LONGEST or not _tells_of_them(cell):
            continue
        said = read_said(cell, max(talks), month_first=sheet.month_first)
        if said.fact:
            entry.offered[SAID] = Happened(
                Event.THEY_PROMISED, max(talks), said.fact, Certainty.INFERRED, said=said.used
            )
            return


def _offer_answer_day(entry: Entry, sheet: Sheet, cells: Mapping[str, str]) -> None:
    """Offer the day that notes beside an offer name, such as "need to tell them by 12/4"."""
    offers = [each for each in entry.events if each.event == Event.OFFER and not each.due_on]
    for header, meaning in sheet.meanings.items() if offers else ():
        cell = cells[header] if meaning in ("notes", "next_step", "kept") else ""
        if not cell or len(cell) > LONGEST:
            continue
        said = read_said(cell, offers[0].on or sheet.today, month_first=sheet.month_first)
        if said.fact and said.fact >= sheet.today:
            entry.offered.pop(SAID, None)
            entry.offered[f"use:{header}"] = Happened(Event.OFFER, due_on=said.fact, said=said.used)
            return


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
                replace(each, due_on=new.due_on) if each.event == Event.OFFER else each
                for each in entry.events
            ]
        else:
            entry.events.append(new)

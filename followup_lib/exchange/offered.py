"""What some cells of a row would tell if a person says so: put off, promised, due, said."""

import datetime as dt
from collections.abc import Mapping

from followup_lib.exchange.day_columns import LATER, ask_day
from followup_lib.exchange.entries import Entry, Happened, Open, Sheet
from followup_lib.exchange.kinds import DAY, kind
from followup_lib.exchange.mine_told import gives_word, is_errand
from followup_lib.exchange.offer_words import offer_ended
from followup_lib.exchange.past_told import ENDED, SENT, TALKED, is_plain, one_end, past_told
from followup_lib.exchange.told import LONGEST, offer_told, promises_told, theirs_told
from followup_lib.exchange.when_told import is_only_when
from followup_lib.reading.answer_by import answer_words
from followup_lib.reading.promises import read_promise
from followup_lib.reading.said import read_said
from followup_lib.records.vocabulary import CLOSED, MEETINGS, Certainty, Event

DATED = ("date.follow_up", "date.next_step", "date.deadline")
SAID = "said"
"""The meaning of a column of their words, and the key under which days they named are offered."""
OFFERED = (*DATED, "next_step", SAID)
"""Meanings of columns that only a person can say are so."""
_NOTES = ("notes", "kept")
STORY = "story"
"""What an unknown status of several words is read as, too: what happened, in a person's words."""
THEIR_DAY = "date.they_promised"
"""The meaning of a column of the day they named, in which words on it may stand."""
AN_OFFER = "offered"
"""The key under which an offer that only the notes tell is asked about."""
PROMISED = "promised"
"""The key under which what one would do, that only the notes tell, is asked about."""
DONE = "done"
"""The first part of the key under which it is asked whether one followed up on a past day."""
PAST = (DONE, TALKED, ENDED, SENT)
"""The first parts of the keys of what may have happened: it counts only when a person says so."""
TO_CONFIRM = (SAID, AN_OFFER)
"""What stays as the words they are, to be confirmed later, unless a person says it is not so."""


def is_kept(sheet: Sheet, line: int, header: str, cell: str) -> bool:
    """Tell whether a cell is kept to be offered: a column of their day may hold words on it."""
    meaning = sheet.meanings[header]
    words = meaning == THEIR_DAY and line not in sheet.days[header] and kind(cell) != DAY
    return meaning in OFFERED or (words and bool(theirs_told(cell, all_theirs=True)))


def offer(entry: Entry, sheet: Sheet, cells: Mapping[str, str]) -> None:
    """Put beside a row that has not ended what its cells would tell, by the key of the question."""
    told = [
        (header, meaning, cells[header])
        for header, meaning in sheet.offer_columns
        if cells[header] and (meaning != THEIR_DAY or entry.row not in sheet.days[header])
    ]
    _hold_ended_offer(entry)
    stories = [each for each in entry.open if each.kind == "status" and " " in each.cell]
    told += [(header, STORY, cell) for _, header, cell in stories]
    if not told:
        return
    days = {header: _day(entry, sheet, header, cell) for header, m, cell in told if m in DATED}
    events = {each.event for each in entry.events}
    if events & {*CLOSED}:
        return
    offered: dict[str, Happened] = {}
    past: list[tuple[str, Happened]] = []
    due = next((days[header] for header, m, _ in told if m == "date.next_step"), None)
    for header, meaning, cell in told:
        before = len(offered) + len(past)
        day, key = days.get(header), f"use:{header}"
        if meaning == "date.follow_up" and day and day > sheet.today:
            offered[key] = Happened(Event.SNOOZED, sheet.today, day)
        elif meaning == "date.follow_up" and day and not _wrote(entry):
            offered[f"{DONE}:{header}"] = Happened(Event.WROTE, day, note=f"{header}: {cell}")
        elif meaning == "date.deadline" and day and Event.OFFER in events:
            offered[key] = Happened(Event.OFFER, due_on=day)
        elif meaning == "next_step":
            offered |= _step(key, cell, due or _fixed_day(cell, sheet, of_anything=True))
        if meaning not in DATED:
            offered |= _of_note(entry, sheet, key, header, cell, offered)
            past += past_told(entry, sheet, header, cell)
        if meaning in (*_NOTES, SAID, STORY) and Event.I_PROMISED not in _told(entry, offered):
            offered |= _promise(entry, sheet, cell)
        if meaning == STORY and len(offered) + len(past) > before:
            told_now = Open("status", header, cell)
            entry.open = tuple(each for each in entry.open if each != told_now)
    entry.offered = one_end([*offered.items(), *past])


def _hold_ended_offer(entry: Entry) -> None:
    """Add that an offer is over where the status says so, but not who ended it: that is asked."""
    for each in entry.open:
        if each.kind == "status" and offer_ended(each.cell):
            note = f"{each.header}: {each.cell}"
            over = Happened(Event.DECLINED, None, None, Certainty.INFERRED, note, each.cell)
            entry.events.append(over)


def _wrote(entry: Entry) -> bool:
    return any(each.event == Event.WROTE and each.on for each in entry.events)


def _day(entry: Entry, sheet: Sheet, header: str, cell: str) -> dt.date | None:
    days = sheet.days[header].get(entry.row)
    if not days:
        ask_day(entry, sheet, header, cell)
    return max(day.on for day in days) if days else None


def _step(key: str, cell: str, due: dt.date | None) -> dict[str, Happened]:
    promise = read_promise(cell).fact
    if promise is None and not is_errand(cell):
        return {}
    thing = promise.thing if promise else ""
    return {key: Happened(Event.I_PROMISED, due_on=due, said=thing or cell)}


def _of_note(
    entry: Entry, sheet: Sheet, key: str, header: str, cell: str, offered: Mapping[str, Happened]
) -> dict[str, Happened]:
    """Return what a note tells: by when an offer is to be answered, an offer, or their word."""
    if answer := _answer_day(entry, sheet, key, cell):
        return answer
    events = _told(entry, offered)
    told = offer_told(cell)
    if told and Event.OFFER not in events:
        due = _fixed_day(answer_words(told), sheet)
        return {AN_OFFER: Happened(Event.OFFER, None, due, Certainty.INFERRED, said=told)}
    theirs = theirs_told(cell, all_theirs=sheet.meanings[header] in (SAID, THEIR_DAY))
    if not theirs and sheet.meanings[header] == "notes" and _only_when(entry, sheet, cell):
        theirs = [cell]
    if not theirs or events & {Event.THEY_PROMISED, Event.OFFER}:
        return {}
    on = _talked_on(entry)
    day = read_said(theirs[0], on, month_first=sheet.month_first).fact if on else None
    return {SAID: Happened(Event.THEY_PROMISED, on, day, Certainty.INFERRED, said=theirs[0])}


def _only_when(entry: Entry, sheet: Sheet, cell: str) -> bool:
    """Tell whether a note is only a length or a day after the last talk: whose, has to be asked."""
    on = _talked_on(entry)
    if on is None or kind(cell) != DAY:
        return is_only_when(cell)
    day = read_said(cell, on, month_first=sheet.month_first).fact
    return day is not None and day > on


def _promise(entry: Entry, sheet: Sheet, cell: str) -> dict[str, Happened]:
    """Return the first promise of a note; a message that is only to be sent needs a day to come."""
    answers = any(each.event == Event.OFFER for each in entry.events)
    for piece, promise in promises_told(cell) if len(cell) <= LONGEST else ():
        if answers and answer_words(piece):
            continue  # "need to tell them by 12/4"
        on = _talked_on(entry)
        known = on and read_said(piece, on, month_first=sheet.month_first, of_anything=True).fact
        due = known or _fixed_day(piece, sheet, of_anything=True)
        sure = Certainty.INFERRED.value if due else ""
        if gives_word(piece) or promise.thing or (due and due >= (on or sheet.today)):
            new = Happened(Event.I_PROMISED, on, due, sure, said=promise.thing or piece)
            return {PROMISED: new}
    return {}


def _talked_on(entry: Entry) -> dt.date | None:
    """Return the day of the last talk, None where none is known."""
    days = [each.on for each in entry.events if each.event in MEETINGS and each.on]
    return max(days, default=None)


def _told(entry: Entry, offered: Mapping[str, Happened]) -> set[str]:
    return {each.event for each in [*entry.events, *offered.values()]}


def _answer_day(entry: Entry, sheet: Sheet, key: str, cell: str) -> dict[str, Happened]:
    """Return the day a note beside an offer names, such as "need to tell them by 12/4"."""
    offers = [each for each in entry.events if each.event == Event.OFFER and not each.due_on]
    if not offers or len(cell) > LONGEST:
        return {}
    words = answer_words(cell) or cell
    said = read_said(words, offers[0].on or sheet.today, month_first=sheet.month_first)
    if not said.fact or said.fact < sheet.today:
        return {}
    fixed = bool(offers[0].on) or _fixed_day(words, sheet) == said.fact
    sure = Certainty.INFERRED.value if fixed else ""
    return {key: Happened(Event.OFFER, None, said.fact, sure, said=cell)}


def _fixed_day(words: str, sheet: Sheet, *, of_anything: bool = False) -> dt.date | None:
    """Return a day to come that words name whenever they were said: "by 3/20", not "by Friday"."""
    said = [sheet.today - dt.timedelta(days) for days in (0, 12)]
    first = sheet.month_first
    days = {read_said(words, on, month_first=first, of_anything=of_anything).fact for on in said}
    day = days.pop() if words and len(days) == 1 else None
    return day if day and day >= sheet.today else None


def take_over(entry: Entry, answers: Mapping[str, str]) -> None:
    """Make events of what was offered and a person said is so.

    Their word, an offer and by when to answer it come in undecided, too, as the words they are, to
    be confirmed, and so does an end: what somebody wrote is never filed away and then denied.
    """
    for key, new in entry.offered:
        answer = answers.get(key, LATER)
        answers_offer = new.event == Event.OFFER and key != AN_OFFER
        told = key in TO_CONFIRM or (answers_offer and new.said)
        told = told or (key == ENDED and is_plain(new))
        if answer == "no" or (answer != "yes" and not told):
            continue
        if key.partition(":")[0] in PAST:
            entry.add(new._replace(said="", certainty="") if answer == "yes" else new)
        elif answers_offer:
            entry.events = [
                _answered_by(each, new, sure=answer == "yes") if each.event == Event.OFFER else each
                for each in entry.events
            ]
        elif answer == "yes" or key == AN_OFFER:
            entry.events.append(new)
        else:
            entry.events.append(new._replace(due_on=None))


def _answered_by(offer: Happened, new: Happened, *, sure: bool) -> Happened:
    """Return an offer with the day to answer it; one that nobody confirmed has its words."""
    if sure:
        return offer._replace(due_on=new.due_on)
    day = new.due_on if new.certainty else None
    return offer._replace(due_on=day, certainty=Certainty.INFERRED, said=new.said)

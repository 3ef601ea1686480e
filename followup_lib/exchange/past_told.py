"""A talk, a message or an end that only a note tells: asked about, never taken for granted."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from followup_lib.exchange.entries import Entry, Happened, Sheet
from followup_lib.exchange.mine_told import promised
from followup_lib.exchange.offer_words import offer_ended
from followup_lib.exchange.sent_told import sent_told
from followup_lib.exchange.told import LONGEST, is_end, is_talk, offer_told, pieces, theirs_told
from followup_lib.reading.days import Order, split_days
from followup_lib.reading.denied import DENIED
from followup_lib.reading.times import times_of_day
from followup_lib.reading.words import pattern
from followup_lib.records.vocabulary import CLOSED, MEETINGS, Certainty, Event

TALKED, ENDED, SENT = "talked", "ended", "sent"
"""The keys under which a talk, an end and a message that only notes tell are asked about."""
AHEAD = dt.timedelta(60)
"""How far ahead a talk may lie whose day has no year."""
_WITHDREW = pattern(
    r"(?<!they )\bwithdr[ae]w\w*\b(?! by (?!me\b))"
    r"|^(?:i )?(?:took|accepted) (?:another|a different) (?:job|offer|position)\b"
    r"|\b(?:pulled|backed|took my(?:self| name)) out\b|\binterested\b"
    r"|\bno from my (?:wife|husband|spouse|partner|family|parents|mom|dad|kids"
    r"|(?:girl|boy)friend)\b"
)
_TURNED_DOWN = pattern(
    r"\b(?:i (?:declined|turned|passed|said)|turned (?:it|them) down|passed on (?:it|this|the))\b"
    r"|^declined\b(?! by)"
)
_OFFER_GONE = pattern(
    r"\b(?:withdrew|withdrawn|rescinded|revoked|pulled|(?:took|taken) back|reneged|cancell?ed"
    r"|fell through|by (?:them|the company|company|the employer|hr))\b|^(?:they|hr|he|she)\b"
)
"""What they did to their offer; else it's one's own no, or nobody says whose."""
_ASKED = pattern(r"^(?:i |we )?asked\b")
_UNSURE = pattern(
    rf"{_ASKED.pattern}|\b(?:closed|until|reopened)\b"
    r"|^declined\b(?! \(?(?:me|it|this|them|their|the)\b)"
)
"""What leaves doubt: a no to some question, a posting closed, "until May", "declined" by whom."""
_SILENCE = pattern(r"\bnever\b|\bno call ?backs?\b|\bghosted\b")
_BY_PHONE = pattern(r"\b(?:phone|call(?:ed)?|screen\w*|rang)\b")


def past_told(entry: Entry, sheet: Sheet, header: str, cell: str) -> Iterator[tuple[str, Happened]]:
    """Yield each talk and message with a day, and the end, that a note tells, with their keys.

    In a column that is not known to hold notes, an end needs a day, too, unless no other column
    tells how things stand.
    """
    note = f"{header}: {cell}"
    if len(cell) > LONGEST or entry.tells(note):
        return
    words = " " in cell and not sheet.has_status
    loose = sheet.meanings[header] in ("notes", "said", "status", "decision") or words
    for key, piece in _pieces_told(cell):
        day = _day(piece, entry, sheet)
        if key == ENDED and (day or loose):
            offered = (
                offer_told(cell)
                or offer_ended(piece)
                or any(e.event == Event.OFFER for e in entry.events)
            )
            end = _end(piece, sheet, offered=bool(offered))
            yield ENDED, Happened(end, day, None, Certainty.INFERRED, note, piece)
        elif key == SENT and not _is_done(entry, sent := sent_told(piece), day):
            if (day and day <= sheet.today) or (sent == Event.THANKED and not day):
                yield SENT, Happened(sent, day, None, Certainty.INFERRED, note, piece)
        elif key == TALKED and day and not _is_known(entry, day):
            times = [time.fact or "" for time in times_of_day(piece)]
            at = times[0] if len(times) == 1 else ""
            what = _talk(piece, entry, sheet)
            new = Happened(what, day, None, Certainty.INFERRED, note, piece, at)
            planned = new._replace(event=Event.INTERVIEW_PLANNED, on=None, due_on=day)
            yield TALKED, planned if day > sheet.today else new


def one_end(offered: Iterable[tuple[str, Happened]]) -> tuple[tuple[str, Happened], ...]:
    """Return what is offered with one end at most: one with a day, else a no, silence last."""
    each = [*offered]
    ends = [told for told in each if told[0] == ENDED]
    best = min(ends, key=lambda told: _weakness(told[1]), default=None)
    return tuple(told for told in each if told[0] != ENDED or told is best)


def _weakness(end: Happened) -> tuple[bool, bool, bool]:
    return end.on is None, end.event == Event.NO_RESPONSE, end.event != Event.REJECTED


@lru_cache(4096)
def _pieces_told(cell: str) -> list[tuple[str, str]]:
    """Return the pieces of a note that tell of an end, a message or a talk, each with its key."""
    found, before = [], ""
    for piece in pieces(cell):
        key = "" if promised(piece) or theirs_told(piece) else _key(piece)
        if key:
            to_it = key == ENDED and _ASKED.search(before)  # "asked about nights, she said no"
            found.append((key, f"{before}, {piece}" if to_it else piece))
        before = piece
    return found


def _key(piece: str) -> str:
    if sent_told(piece):
        return SENT
    if is_end(piece):
        return ENDED
    return TALKED if is_talk(piece) and not DENIED.search(piece) else ""


def _day(piece: str, entry: Entry, sheet: Sheet) -> dt.date | None:
    """Return the last day in a piece; one without a year is the first after the row began.

    Where its weekday fits no such day, the day is right: it is asked about, as it is written.
    """
    order: Order = "month" if sheet.month_first else "day"
    written, _ = split_days(" ".join(piece.split()), order)
    if not written:
        return None
    last, latest = written[-1], sheet.today + AHEAD
    years = [last.year] if last.year else range(latest.year - 20, latest.year + 1)
    began = min((each.on for each in entry.events if each.on), default=None)
    for written_so in (last, replace(last, weekday=None)):
        days = [day.on for day in written_so.days(years) if day.on <= latest]
        if after := [day for day in days if began and day >= began]:
            return min(after)
    return max(days, default=None)


def _is_done(entry: Entry, event: str, day: dt.date | None) -> bool:
    return any(each.event == event and (each.on == day or not day) for each in entry.events)


def _is_known(entry: Entry, day: dt.date) -> bool:
    return any(day in (each.on, each.due_on) for each in entry.events)


def _talk(piece: str, entry: Entry, sheet: Sheet) -> str:
    """Return which talk a piece tells of: one whose day is not known, else what its words say."""
    undated = [e.event for e in entry.events if e.event in MEETINGS and not (e.on or e.due_on)]
    standing = sheet.read_status(piece)
    told = [standing.stage] if standing and standing.stage in MEETINGS else []
    said = Event.SCREEN if _BY_PHONE.search(piece) else Event.INTERVIEW
    return [*undated[-1:], *told, said][0]


def _end(piece: str, sheet: Sheet, *, offered: bool) -> str:
    standing = sheet.read_status(piece)
    if standing and standing.status in CLOSED:
        return standing.status
    if _SILENCE.search(piece):
        return Event.NO_RESPONSE
    ended = offer_ended(piece)
    if _TURNED_DOWN.search(piece) or (ended and not _OFFER_GONE.search(piece)):
        return Event.DECLINED if offered else Event.WITHDRAWN
    return Event.WITHDRAWN if _WITHDREW.search(piece) else Event.REJECTED


def is_plain(end: Happened) -> bool:
    """Tell whether the words of an end are a no, whoever's; silence is none."""
    if offer_ended(end.said):
        return True
    no = end.event in (Event.REJECTED, Event.WITHDRAWN, Event.DECLINED)
    return no and not _UNSURE.search(end.said)

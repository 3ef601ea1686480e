"""What the cells of an imported application tell of a talk, an answer, a promise or a coming day.

Read as a person would, to be confirmed by one: nothing of it is written unasked.
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from followup_lib.advice.said import month_first, read_words
from followup_lib.exchange.mine_told import promised
from followup_lib.exchange.sent_told import sent_told
from followup_lib.exchange.told import (
    is_end,
    is_talk,
    offer_told,
    pieces,
    promises_told,
    theirs_told,
)
from followup_lib.reading.days import Order, settle, split_days
from followup_lib.reading.denied import DENIED
from followup_lib.reading.words import pattern
from followup_lib.records.rows import EventRow, rows_as
from followup_lib.records.settings import Calendar
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import MEETINGS, Channel, Event

AHEAD = dt.timedelta(days=60)
"""How far ahead a day without a year may lie; later ones are those of the year before."""

_WAYS = {
    Channel.PHONE: pattern(r"\b(?:call|phone|ring)\b"),
    Channel.TEXT: pattern(r"\btext\b"),
    Channel.LINKEDIN: pattern(r"\blinkedin\b"),
}


@dataclass(frozen=True)
class Signs:
    """What the cells of one application tell; `cells` are their own words, a line each, and
    `quote` is the first of them that tells anything.

    `talk_on` is the day of a talk, `theirs` what they said about when, `mine` what one would do: a
    `way` to be in touch and `about` what, or a thing to send when there is no way. `kinds` say why
    the row is not silent: "an offer", "a talk", "their word", "a promise", "a day ahead", "an end".
    """

    cells: tuple[str, ...] = ()
    quote: str = ""
    talk_on: dt.date | None = None
    theirs: str = ""
    mine: str = ""
    way: str = ""
    about: str = ""
    kinds: tuple[str, ...] = ()


def read_signs(tables: Tables, ids: Iterable[str], today: dt.date) -> dict[str, Signs]:
    """Return what the cells each of these applications came in with tell."""
    wanted = set(ids)
    events: dict[str, list[EventRow]] = {each: [] for each in wanted}
    t, a = tables.timeline, tables.applications
    for row in rows_as(EventRow, t[t["application_id"].isin(wanted)]):
        events[row.application_id].append(row)
    notes = dict(zip(a["application_id"], a["notes"], strict=True))
    return {each: _signs(str(notes[each]), events[each], tables, today) for each in wanted}


def _signs(notes: str, events: list[EventRow], tables: Tables, today: dt.date) -> Signs:
    lines = [*notes.split("\n"), *(row.note for row in reversed(events))]
    cells = tuple(dict.fromkeys(line for line in lines if line and not _counts(line)))
    known = {row.event for row in events}
    ahead = any(row.due_on.date() > today for row in events if row.due_on == row.due_on)
    return _read(cells, frozenset(known), ahead, tables.settings.calendar, today)


def _counts(line: str) -> bool:
    """Tell whether a line is only the number of a row."""
    return re.fullmatch(r"(?:#|no\.?|nr\.?|id): \d+", line, re.IGNORECASE) is not None


@lru_cache(1 << 14)
def _read(
    cells: tuple[str, ...], known: frozenset[str], ahead: bool, calendar: Calendar, today: dt.date
) -> Signs:
    mine, promise = next((each for cell in cells for each in promises_told(cell)), ("", None))
    theirs = [piece for cell in cells for piece in theirs_told(cell)]
    offers = [offer for cell in cells if (offer := offer_told(cell))]
    others = [
        piece
        for cell in cells
        for piece in pieces(cell)
        if not promised(piece) and not offer_told(cell)
    ]
    ended = [piece for piece in others if is_end(piece)]
    told = [
        piece
        for piece in others
        if not (theirs_told(piece) or sent_told(piece) or is_end(piece) or DENIED.search(piece))
    ]
    coming = [piece for piece in told if _is_ahead(piece, calendar, today)]
    talks = [piece for piece in told if is_talk(piece) and piece not in coming]
    telling = [each for each in (mine, *theirs, *talks, *coming, *offers, *ended) if each]
    past = [day for piece in talks for day in _past_days(piece, calendar, today)]
    kinds = {
        "an offer": Event.OFFER in known or bool(offers),
        "a talk": bool(known & {*MEETINGS} or talks),
        "their word": bool(theirs) or Event.THEY_PROMISED in known,
        "a promise": promise is not None or Event.I_PROMISED in known,
        "a day ahead": ahead or bool(coming),
        "an end": bool(ended),
    }
    return Signs(
        cells,
        next((cell for cell in cells if any(each in cell for each in telling)), ""),
        max(past, default=None),
        theirs[0] if theirs else "",
        mine,
        way_of(mine) if promise and not promise.thing else "",
        promise.purpose if promise else "",
        tuple(kind for kind, there in kinds.items() if there),
    )


def _is_ahead(piece: str, calendar: Calendar, today: dt.date) -> bool:
    day = read_words(piece, today, calendar, of_anything=True).fact
    return day is not None and today < day <= today + AHEAD


def _past_days(piece: str, calendar: Calendar, today: dt.date) -> list[dt.date]:
    """Return the days up to today in a piece, none when its day and month can be read two ways."""
    orders = month_first(calendar)
    order: Order = "unknown" if len(orders) > 1 else "month" if True in orders else "day"
    written, _ = split_days(" ".join(piece.split()), order)
    return [day.on for each in written if (day := settle(each, today)) and day.on <= today]


def way_of(mine: str) -> str:
    """Return by what way one said one would be in touch; by e-mail when none is named."""
    ways = [way.value for way, words in _WAYS.items() if words.search(mine)]
    return ways[0] if ways else Channel.EMAIL.value

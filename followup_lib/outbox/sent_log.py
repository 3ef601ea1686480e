"""What "I sent it" changes in a search, for every outcome of a message or a call."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from followup_lib.advice.plan import Plan
from followup_lib.advice.said import read_words
from followup_lib.outbox.email import Outgoing
from followup_lib.outbox.sent import kept_message
from followup_lib.records import edits
from followup_lib.records.dates import short_day
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import PlanRow
from followup_lib.records.situations import Situation
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import Channel, Event

OUTCOMES = {
    "reached": ("I talked with them", Event.CALLED),
    "voicemail": ("I left a voicemail", Event.LEFT_VOICEMAIL),
    "nobody": ("Nobody answered", Event.NO_ANSWER),
    "new_day": ("They gave me a new date", Event.CALLED),
    "moved_on": ("They chose someone else", Event.CALLED),
}
"""What may come of a call, and the event each is logged as first."""
REPLIED = {
    "accept": Event.ACCEPTED,
    "decline": Event.DECLINED,
    "time": Event.ASKED_FOR_TIME,
}
"""What an answer to an offer is logged as (A3)."""
WRITTEN = "sent"
SPOKEN = (Channel.PHONE, Channel.VIDEO, Channel.IN_PERSON)
"""Ways by which one talks with somebody: what goes this way is never logged as written."""
DONE = {
    Event.WROTE: "wrote to",
    Event.CALLED: "talked with",
    Event.LEFT_VOICEMAIL: "left a voicemail for",
    Event.NO_ANSWER: "could not reach",
    Event.ACCEPTED: "accepted the offer of",
    Event.DECLINED: "declined the offer of",
    Event.ASKED_FOR_TIME: "asked for time from",
}


@dataclass(frozen=True)
class Sent:
    """How a message went out: the day, the way, what came of it, and what they said.

    `new_day` is the day one's own promise moved to, or until which one asked for time; `their_day`
    the day they named on the phone, and `certainty` how sure it is; `message` the name of the file
    that keeps the text; `reply` the answer to an offer, a word of `REPLIED`.
    """

    on: dt.date
    channel: str
    outcome: str = WRITTEN
    new_day: dt.date | None = None
    their_day: dt.date | None = None
    they_said: str = ""
    message: str = ""
    certainty: str = ""
    reply: str = ""

    @property
    def event(self) -> Event:
        """Return the event the message itself is logged as."""
        if self.reply and self.outcome != "nobody":
            return REPLIED[self.reply]
        if self.outcome != WRITTEN:
            return OUTCOMES[self.outcome][1]
        return Event.CALLED if self.channel in SPOKEN else Event.WROTE


class Entry(NamedTuple):
    """A change of a search: in words, on its tables, and the messages it keeps, by file name."""

    what: str
    change: Callable[[Tables], Tables]
    messages: dict[str, bytes]


def refuse_ahead(on: dt.date, today: dt.date) -> None:
    """Raise `FollowupError` for a message that would be sent on a day to come."""
    if on > today:
        day = short_day(on, today)
        raise FollowupError(f"{day} is still ahead; a message is logged once it is sent.")


def refuse_twice(row: PlanRow, channel: str, on: dt.date, tables: Tables) -> None:
    """Raise `FollowupError` when this step was taken by this way on this day: a cell ran again."""
    t = tables.timeline
    same = (t["application_id"] == row.application_id) & (t["situation"] == row.situation)
    same &= (t["on"] == pd.Timestamp(on)) & (t["channel"] == channel)
    if row.promise_id:  # several promises to one person may be kept on one day
        same &= t["refers_to"] == row.promise_id
    if (same & t["who"].isin([row.to, row.reference_id])).any():
        raise FollowupError(
            f"This is on file for {short_day(on, on)} already, so it was not noted again; "
            "search.undo() undoes the last change."
        )


def way_and_outcome(channel: str, outcome: str) -> tuple[str, str]:
    """Return the way a message went and its outcome; raises when a call is told without one."""
    if channel == "voicemail":
        channel, outcome = "phone", outcome or "voicemail"
    allowed = tuple(OUTCOMES) if channel == "phone" else ("",)
    if outcome not in allowed:
        names = ", ".join(allowed) or "none, since it isn’t a call"
        raise FollowupError(f"outcome: found {outcome or 'none'}; allowed are {names}.")
    return channel, outcome or WRITTEN


def entry(
    now: Plan, tables: Tables, row: PlanRow, sent: Sent, out: Outgoing, folder: Path
) -> Entry:
    """Return what is to be saved once the message for a row went out; the text is kept as sent.

    `folder` is that of the search. The change raises `FollowupError` as `logged`.
    """
    messages = {}
    if sent.outcome in (WRITTEN, "voicemail") and out.body:
        about = row.application_id or row.reference_id
        name, data = kept_message(out, sent.on, about, str(row.situation), tables, folder)
        messages, sent = {name: data}, replace(sent, message=name)
    title = now.title(row.application_id)
    what = f"{DONE[sent.event]} {row.to or 'them'}{f' about {title}' if title else ''}"
    return Entry(what, lambda tables: logged(now, tables, row, sent), messages)


def logged(now: Plan, tables: Tables, row: PlanRow, sent: Sent) -> Tables:
    """Log one message for a row of the plan, and what they said on the phone.

    Raises `FollowupError` when they named a day that is not given, or nobody answered a call to a
    reference.
    """
    event = sent.event
    reached = event != Event.NO_ANSWER
    if row.reference_id:
        return _to_reference(now, tables, row, sent, reached)
    cells: dict[str, Any] = {
        "channel": sent.channel,
        "situation": row.situation,
        "who": row.to,
        "message": sent.message,
    }
    if row.promise_id and sent.new_day and reached:
        tables = edits.log(tables, row.application_id, event, sent.on, **cells)
        moved = {"refers_to": row.promise_id, "due_on": sent.new_day, "channel": sent.channel}
        tables = edits.log(tables, row.application_id, Event.MOVED, sent.on, **moved)
    else:
        if row.promise_id and reached:
            cells["refers_to"] = row.promise_id
        if row.situation == Situation.THANK_YOU and reached:
            event = Event.THANKED
        if event == Event.ASKED_FOR_TIME:
            cells["due_on"] = sent.new_day
        tables = edits.log(tables, row.application_id, event, sent.on, **cells)
    return _what_they_said(now, tables, row, sent)


def _what_they_said(now: Plan, tables: Tables, row: PlanRow, sent: Sent) -> Tables:
    """Log the answer of a call: a new day replaces the old one (W4), a no ends it."""
    cells: dict[str, Any] = {"who": row.to, "channel": sent.channel, "said": sent.they_said}
    if sent.outcome == "moved_on":
        return edits.log(tables, row.application_id, Event.REJECTED, sent.on, **cells)
    if sent.outcome != "new_day":
        return tables
    day = sent.their_day or read_words(sent.they_said, sent.on, tables.settings.calendar).fact
    if day is None or day < sent.on:
        raise FollowupError("What new date did they give you? Choose one that was still ahead.")
    cells["due_on"] = sent.their_day  # words alone are read, and to be confirmed, in the plan
    cells["certainty"] = sent.certainty
    theirs = now.facts.promises
    theirs = theirs[
        (theirs["application_id"] == row.application_id)
        & (theirs["event"] == Event.THEY_PROMISED)
        & (theirs["state"] == "open")
    ]
    if theirs.empty:
        return edits.log(tables, row.application_id, Event.THEY_PROMISED, sent.on, **cells)
    cells["refers_to"] = theirs["event_id"].iloc[-1]
    return edits.log(tables, row.application_id, Event.MOVED, sent.on, **cells)


def _to_reference(now: Plan, tables: Tables, row: PlanRow, sent: Sent, reached: bool) -> Tables:
    """Log a word to a reference; a briefing counts for every employer that has the name."""
    if not reached:
        raise FollowupError("Nobody answered, so nothing is logged; try again another day.")
    cells = {
        "who": row.reference_id,
        "channel": sent.channel,
        "situation": row.situation,
        "message": sent.message,
    }
    if row.situation == Situation.CHECK_IN_WITH_REFERENCE:
        return edits.log(tables, "", Event.REFERENCE_CHECKED_IN, sent.on, **cells)
    if row.situation == Situation.THANK_REFERENCE:
        return edits.log(tables, row.application_id, Event.REFERENCE_THANKED, sent.on, **cells)
    past = now.facts.past
    given = past[(past["event"] == Event.REFERENCE_GIVEN) & (past["who"] == row.reference_id)]
    for application_id in dict.fromkeys(given["application_id"]):
        if now.live.get(application_id, False):
            tables = edits.log(tables, application_id, Event.REFERENCE_BRIEFED, sent.on, **cells)
    return tables

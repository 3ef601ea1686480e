"""Resting and closing well: what was done, counted kindly, and whom to thank at the end."""

from collections.abc import Iterable

from followup_lib.dates import short_day
from followup_lib.plan import Plan
from followup_lib.tables import Tables
from followup_lib.vocabulary import Event, Situation

TIMES = ("", "once", "twice", "three times", "four times", "five times")
DEEDS = (
    ((Event.WROTE, Event.THANKED), "wrote"),
    ((Event.CALLED,), "called"),
    ((Event.LEFT_VOICEMAIL,), "left a voicemail"),
    ((Event.NO_ANSWER,), "rang and nobody answered"),
)
"""What the seeker did to reach somebody, each kind of event counted under one word."""
NAMED = 6
"""Firms named in one sentence, at most."""


def deeds(now: Plan, application_id: str) -> str:
    """Return what the seeker did in an application, as its timeline counts it, "" for nothing.

    A sentence such as "You wrote twice and called once."
    """
    past = now.facts.past
    events = past.loc[past["application_id"] == application_id, "event"]
    counts = [(told, int(events.isin(list(kinds)).sum())) for kinds, told in DEEDS]
    done = [f"{told} {_times(n)}" for told, n in counts if n]
    return f"You {_joined(done)}." if done else ""


def closing(now: Plan, tables: Tables) -> list[str]:
    """Return what is left to do well once an offer is accepted; empty before, or when begun anew.

    Whom to tell that one steps back, and which references to thank, as the plan has them.
    """
    taken_on = now.facts.applications["taken_on"].max()
    if taken_on != taken_on:  # NaT: no offer was accepted
        return []
    today = now.facts.today.date()
    told = [f"You accepted an offer on {short_day(taken_on.date(), today)}: congratulations."]
    rows = now.rows[now.rows["situation"] == Situation.WITHDRAWAL]
    firms = now.facts.applications["company"].reindex(rows["application_id"])
    if len(firms):
        told.append(f"Step back with thanks elsewhere: {_some(firms)}.")
    thanks = now.rows[(now.rows["situation"] == Situation.THANK_REFERENCE)]
    if len(thanks):
        names = ", ".join(thanks["to"])
        told.append(f"Thank, and tell how it ended: {names}. They vouched for you, called or not.")
    return told


def _times(n: int) -> str:
    return TIMES[n] if n < len(TIMES) else f"{n} times"


def _joined(parts: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def _some(names: Iterable[str]) -> str:
    found = list(dict.fromkeys(names))
    more = [f"{len(found) - NAMED} more"] if len(found) > NAMED else []
    return ", ".join([*found[:NAMED], *more])

"""References: people with dates of their own, asked, given, briefed, called and thanked (R1-R5)."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

import pandas as pd

from followup_lib.advice.facts import Facts
from followup_lib.advice.people import REACH, way_to
from followup_lib.records.rows import ReferenceRow, rows_as
from followup_lib.records.situations import Situation
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import REFERENCE_EVENTS, Event

Action = dict[str, Any]
"""One row of the plan: the values of these columns."""
ACTION = (
    "application_id",
    "reference_id",
    "situation",
    "rule",
    "to",
    *REACH,
    "channel",
    "earliest_on",
)


class About(NamedTuple):
    """What counts of a row of the timeline about a reference."""

    application_id: str
    on: pd.Timestamp
    event: str
    who: str


Rows = list[About]
"""Rows about references, in order."""


class Taken(NamedTuple):
    """An offer that was accepted: the application_id, the day, NaT where nobody noted it.

    `since` is that day, or of one not noted the last one it can only come after.
    """

    taken: str
    taken_on: pd.Timestamp
    since: pd.Timestamp


def reference_actions(known: Facts, tables: Tables, live: pd.Series) -> list[Action]:
    """Return at most one action per reference: thanks, else a briefing, else a check-in.

    Once an offer is accepted only thanks are left. One message names all employers concerned;
    `application_id` is the first of them. `live` tells of each application whether anything is
    still asked of the employer.
    """
    about: dict[str, Rows] = defaultdict(list)
    calls: dict[str, Rows] = defaultdict(list)
    past = known.past[known.past["event"].isin(list(REFERENCE_EVENTS))]
    for row in rows_as(About, past):
        about[row.who].append(row)
        if row.event == Event.REFERENCE_CONTACTED:
            calls[row.application_id].append(row)
    gap = tables.settings.pace["reference_gap"]
    cannot_use = tables.settings.seeker.cannot_use
    accepted = known.applications[known.applications["taken"] != ""]
    reached_on = known.applications["stage_on"].reindex(accepted["taken"]).to_numpy()
    since = accepted["taken_on"].mask(accepted["taken_on"].isna(), reached_on)
    ended = accepted[["taken", "taken_on"]].assign(since=since)
    taken = {offer.taken[: tables.mark]: offer for offer in rows_as(Taken, ended)}
    actions = []
    for person in rows_as(ReferenceRow, tables.references):
        rows = about[person.reference_id]
        given = [row for row in _of(rows, Event.REFERENCE_GIVEN) if live.get(row.application_id)]
        employers = {row.application_id for row in given}
        called = [call for employer in employers for call in calls[employer]]
        others = [call for call in called if call.who != person.reference_id]
        offer = taken.get(person.reference_id[: tables.mark])
        action = _farewell(rows, offer, known.today) or _thanks(rows)
        if not offer:
            action = action or _briefing(rows, given)
            action = action or _check_in(rows, given, others, known, gap)
        if action:
            wish = person.preferred_contact
            told = {"reference_id": person.reference_id, "to": person.name}
            told |= {"email": person.email, "phone": person.phone, "wish": wish}
            actions.append(action | told | {"channel": way_to(wish, cannot_use)})
    return actions


def _farewell(rows: Rows, offer: Taken | None, today: pd.Timestamp) -> Action | None:
    """Named to somebody, and an offer was accepted: thank them, and say how it ended (E2).

    From the day it was accepted on, `today` where nobody noted that day.
    """
    named = _of(rows, Event.REFERENCE_GIVEN, Event.REFERENCE_CONTACTED)
    if not named or not offer or _thanked_since(rows, offer.since):
        return None
    said = {"situation": Situation.THANK_REFERENCE.value, "rule": "E2"}
    earliest_on = today if pd.isna(offer.taken_on) else offer.taken_on
    return said | {"application_id": offer.taken, "earliest_on": earliest_on}


def _thanks(rows: Rows) -> Action | None:
    """Contacted and not thanked since: thank them the same day (R5)."""
    last_call = _of(rows, Event.REFERENCE_CONTACTED)[-1:]
    open_ = [call for call in last_call if not _thanked_since(rows, call.on)]
    return _first(open_, Situation.THANK_REFERENCE, "R5")


def _thanked_since(rows: Rows, day: pd.Timestamp) -> bool:
    """Tell whether thanks went on a day or later; of a day not known, whether any did."""
    thanked_on = _latest(_of(rows, Event.REFERENCE_THANKED))
    return bool(thanked_on >= day or (pd.isna(day) and pd.notna(thanked_on)))


def _briefing(rows: Rows, given: Rows) -> Action | None:
    """Given to a live employer and never told about it: brief them (R1)."""
    told = _of(rows, Event.REFERENCE_BRIEFED, Event.REFERENCE_CONTACTED)
    of_which = {row.application_id for row in told}
    of_all = _latest(row for row in told if not row.application_id)
    open_ = [g for g in given if g.application_id not in of_which and not of_all >= g.on]
    return _first(open_, Situation.BRIEF_REFERENCE, "R1")


def _check_in(rows: Rows, given: Rows, others: Rows, known: Facts, gap: int) -> Action | None:
    """Given and briefed: one sign of life per person per gap, sooner when another was called."""

    def free_after(rows: Iterable[About]) -> Any:
        last = _latest(rows)
        return last if pd.isna(last) else known.days.one_after(last.date(), gap)

    action = _first(given, Situation.CHECK_IN_WITH_REFERENCE, "R1")
    if not action:
        return None
    touched = [row for row in rows if row.event != Event.REFERENCE_ASKED]
    called_on = _latest(others)
    if called_on > _latest(touched):
        checked = free_after(_of(rows, Event.REFERENCE_CHECKED_IN))
        return action | {"earliest_on": called_on if pd.isna(checked) else max(called_on, checked)}
    return action | {"earliest_on": free_after(touched)}


def _of(rows: Rows, *events: Event) -> Rows:
    return [row for row in rows if row.event in events]


def _latest(rows: Iterable[About]) -> Any:
    return max((row.on for row in rows if pd.notna(row.on)), default=pd.NaT)


def _first(rows: Rows, situation: Situation, rule: str) -> Action | None:
    """Return what the first of these rows asks for, from its day on."""
    if not rows:
        return None
    said = {"situation": situation.value, "rule": rule}
    return said | {"application_id": rows[0].application_id, "earliest_on": rows[0].on}

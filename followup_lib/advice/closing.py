"""Resting and closing well: what was done, counted kindly, and whom to thank at the end."""

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from followup_lib.advice.plan import TODAY, Plan, plan
from followup_lib.records.dates import listing, short_day, times
from followup_lib.records.situations import STATUS_SITUATIONS, Situation
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import MESSAGES, Event

DEEDS = (
    ((Event.WROTE, Event.THANKED), "wrote"),
    ((Event.CALLED,), "called"),
    ((Event.LEFT_VOICEMAIL,), "left a voicemail"),
    ((Event.NO_ANSWER,), "reached nobody by phone"),
)
"""What the seeker did to reach somebody, each kind of event counted under one word."""
NAMED = 6
"""Firms named in one sentence, at most."""
COMES_BACK = "If they answer late, it comes back to your list."
"""What is said of an application that is let go."""
ONE_COMES_BACK = "If one of them answers late, it comes back to your list."
"""The same of several."""


def deeds(now: Plan, application_id: str) -> str:
    """Return what the seeker did in an application, as its timeline counts it, "" for nothing.

    A sentence such as "You wrote twice and called once."
    """
    past = now.facts.past
    events = past.loc[past["application_id"] == application_id, "event"]
    counts = [(told, int(events.isin(list(kinds)).sum())) for kinds, told in DEEDS]
    done = [f"{told} {times(n)}" for told, n in counts if n]
    return f"You {listing(done)}." if done else ""


def praise(now: Plan, tables: Tables, application_id: str) -> str:
    """Return the deeds, and that they came on the right days when that is so.

    "You wrote twice, on the right days."
    """
    done = deeds(now, application_id)
    if done and on_right_days(now, tables, application_id):
        return f"{done.removesuffix('.')}, on the right days."
    return done


def on_right_days(now: Plan, tables: Tables, application_id: str) -> bool:
    """Tell whether each message that asked went when the plan of that day had it open.

    The plan is made of what had happened before that day. False when nothing was asked, or when
    it is not noted what a message was for.
    """
    past = now.facts.past
    mine = past[(past["application_id"] == application_id) & past["event"].isin(list(MESSAGES))]
    asked = mine[mine["situation"].isin([*STATUS_SITUATIONS, ""])]
    days = asked["on"].unique()
    return bool(len(days)) and all(_open_on(tables, application_id, day) for day in days)


def _open_on(tables: Tables, application_id: str, day: pd.Timestamp) -> bool:
    sent = tables.timeline[
        (tables.timeline["application_id"] == application_id) & (tables.timeline["on"] == day)
    ]
    if pd.isna(day) or (sent.loc[sent["event"].isin(list(MESSAGES)), "situation"] == "").any():
        return False
    before = replace(tables, timeline=tables.timeline[~(tables.timeline["on"] >= day)])
    rows = plan(before, day.date()).of(application_id)
    return bool((rows["situation"].isin(list(STATUS_SITUATIONS)) & (rows["when"] == TODAY)).any())


def closing(now: Plan, tables: Tables) -> list[str]:
    """Return what is left to do well once an offer is accepted; empty before, or when begun anew.

    Whom to tell that one steps back, and which references to thank, as the plan has them.
    """
    f = now.facts.applications
    if (f["taken"] == "").all():
        return []
    taken_on = f["taken_on"].max()
    day = "" if pd.isna(taken_on) else f" on {short_day(taken_on.date(), now.facts.today.date())}"
    told = [f"You accepted an offer{day}. Congratulations!"]
    rows = now.rows[now.rows["situation"] == Situation.WITHDRAWAL]
    firms = f["company"].reindex(rows["application_id"])
    if len(firms):
        told.append(f"Withdraw elsewhere, with thanks: {_some(firms)}.")
    thanks = now.rows[(now.rows["situation"] == Situation.THANK_REFERENCE)]
    if len(thanks):
        names = ", ".join(thanks["to"])
        told.append(f"Thank your references and tell them how it ended: {names}.")
    return told


def _some(names: Iterable[str]) -> str:
    found = list(dict.fromkeys(names))
    more = [f"{len(found) - NAMED} more"] if len(found) > NAMED else []
    return ", ".join([*found[:NAMED], *more])

"""From the tables to facts: one row per application, all that the rules look at, at one moment."""

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pandas as pd

from followup_lib import ledger
from followup_lib.pace import pace, spoken
from followup_lib.people import directory, owed_to, recipients, strangers
from followup_lib.tables import Problem, Tables, look_up
from followup_lib.vocabulary import (
    CLOSED,
    MEETINGS,
    MESSAGES,
    OUTCOMES,
    STAGE_RANK,
    Certainty,
    Channel,
    Event,
    Situation,
    Stage,
    Status,
)
from followup_lib.workdays import Workdays, workdays

NO_DAY = np.datetime64("NaT", "s")
WORD = [Event.HEARD_BACK, Event.REFERENCE_CHECK, Event.ON_HOLD, Event.RESUMED, Event.REJECTED]
"""One of these on the day they named, or later, is the answer that day promised."""
SPOKEN = (Channel.PHONE, Channel.IN_PERSON, Channel.VIDEO)
"""An offer heard this way is not yet a written one (X1)."""


@dataclass(frozen=True)
class Facts:
    """What is known on one day.

    `applications` has one row per application (index `application_id`); `promises` one per promise
    of either side, `owed` the seeker's open ones with the day, person and way; `put_off` one per
    snooze not yet overtaken by their word; `past` is the timeline up to today in order.
    Days are `datetime64[s]`.
    """

    today: pd.Timestamp
    days: Workdays
    applications: pd.DataFrame
    promises: pd.DataFrame
    owed: pd.DataFrame
    put_off: pd.DataFrame
    past: pd.DataFrame
    problems: tuple[Problem, ...]


def calendar_of(tables: Tables, today: dt.date) -> Workdays:
    """Return the workdays of a search around `today`: from five years back to two ahead."""
    return workdays(tables.settings.calendar, today.year - 5, today.year + 2)


def facts(tables: Tables, today: dt.date) -> Facts:
    """Gather the facts of every application as they stand on `today`."""
    now = pd.Timestamp(today)
    timeline, problems = ledger.settle(ledger.in_order(tables.timeline))
    future = timeline["on"] > now
    past = timeline[~future]
    promises, word = ledger.promises(past), spoken(past)
    f = tables.applications.set_index("application_id")
    f = _how_far(f, past)
    f = _meetings(f, past)
    f = _interview_ahead(f, timeline, future, now)
    f = _their_date(f, past, promises).assign(spoken_on=last_day(word, f.index))
    f = _offers(f, past, now)
    mine = promises[(promises["event"] == Event.I_PROMISED) & (promises["state"] == "open")]
    days = calendar_of(tables, today)
    owed = _due(mine, days, tables.settings.pace["promise_unknown"], now)
    f["promise_due"] = owed.groupby("application_id")["due_on"].min().reindex(f.index)
    people = directory(tables)
    f = recipients(f, people, past, tables.settings.seeker.cannot_use)
    owed = owed_to(owed, f, people, tables.settings.seeker.cannot_use)
    f = pace(f, people, past, word)
    problems += strangers(f, promises, people)
    return Facts(now, days, f, promises, owed, _put_off(past, word), past, tuple(problems))


def last(rows: pd.DataFrame, index: pd.Index, *columns: str) -> pd.DataFrame:
    """Return the last of `rows` of each application, one row per member of `index`."""
    found = rows.drop_duplicates("application_id", keep="last").set_index("application_id")
    return found[list(columns)].reindex(index)


def last_day(rows: pd.DataFrame, index: pd.Index) -> pd.Series:
    """Return the day of the last of `rows` of each application (NaT when there is none)."""
    return last(rows, index, "on")["on"]


def _how_far(f: pd.DataFrame, past: pd.DataFrame) -> pd.DataFrame:
    """Stage now and furthest, status, and since when."""
    withdrew = past["event"].isin(list(MESSAGES)) & (past["situation"] == Situation.WITHDRAWAL)
    event = past["event"].mask(withdrew, Event.WITHDRAWN.value)
    past = past.assign(event=event)
    stages = past[event.isin(list(Stage))]
    rank = stages["event"].map(STAGE_RANK)
    furthest = rank.groupby(stages["application_id"]).max().reindex(f.index)
    names = {number: name for name, number in STAGE_RANK.items()}
    now = last(stages, f.index, "event", "on")
    place = past.assign(place=np.arange(len(past)))
    outcome = last(place[event.isin(list(OUTCOMES))], f.index, "event", "on", "due_on", "place")
    their_move = event.isin([*list(Stage)[2:], Event.INTERVIEW_PLANNED])
    woken = last(place[their_move], f.index, "place")["place"] > outcome["place"]
    answers = event.isin([Event.HEARD_BACK, Event.THEY_PROMISED])
    answered = last(place[answers], f.index, "place")["place"]
    woken |= (outcome["event"] == Status.NO_RESPONSE) & (answered > outcome["place"])
    asleep = outcome["event"].notna() & ~woken & (outcome["event"] != Event.RESUMED)
    return f.assign(
        stage=now["event"].fillna(""),
        stage_on=now["on"],
        furthest=furthest.map(names).fillna(""),
        status=outcome["event"].where(asleep, Status.ACTIVE.value),
        status_on=outcome["on"].where(asleep, now["on"]),
        hold_until=outcome["due_on"].where(asleep),
        applied_on=last_day(past[event == Event.APPLIED], f.index),
        heard_on=last_day(past[event == Event.HEARD_BACK], f.index),
    )


def _meetings(f: pd.DataFrame, past: pd.DataFrame) -> pd.DataFrame:
    """The last talk with a person, whether thanks were sent for it, calls to references."""
    event = past["event"]
    met = last(past[event.isin(list(MEETINGS))], f.index, "on", "who", "said", "certainty")
    thanks = (event == Event.THANKED) | (past["situation"] == Situation.THANK_YOU)
    feedback = past["situation"] == Situation.ASK_FOR_FEEDBACK
    called = past[event == Event.REFERENCE_CONTACTED]
    sent = event.isin([Event.WROTE, Event.CALLED, Event.LEFT_VOICEMAIL, Event.THANKED])
    return f.assign(
        met_on=met["on"],
        met=met["who"].notna(),
        met_who=met["who"].fillna(""),
        met_vaguely=met["certainty"].fillna("") != "",
        topic=met["said"].fillna(""),
        thanked_on=last_day(past[thanks & sent], f.index),
        asked_feedback_on=last_day(past[feedback & sent], f.index),
        reference_called_on=last_day(called, f.index),
    )


def _interview_ahead(
    f: pd.DataFrame, timeline: pd.DataFrame, future: pd.Series, now: pd.Timestamp
) -> pd.DataFrame:
    """The next interview day, and one that has passed without a word about it."""
    meeting = timeline["event"].isin(list(MEETINGS))
    past = timeline[~future]
    plans = timeline[timeline["event"] == Event.INTERVIEW_PLANNED]
    planned_on = last_day(past[past["event"] == Event.INTERVIEW_PLANNED], f.index)
    plans = moved_days(plans, past)
    ended = past["refers_to"][~past["event"].isin([Event.MOVED, Event.SNOOZED])]
    plans = plans[~plans["event_id"].isin(ended) & plans["due_on"].notna()]
    held = last_day(timeline[meeting & ~future], f.index)
    plans = plans[~(look_up(plans["application_id"], held) >= plans["due_on"])]
    ahead = plans["due_on"] >= now
    booked = timeline[meeting & future]
    coming = pd.concat(
        [
            plans.loc[ahead, ["application_id", "due_on"]].set_axis(["id", "day"], axis=1),
            booked[["application_id", "on"]].set_axis(["id", "day"], axis=1),
        ]
    )
    return f.assign(
        ahead_on=coming.groupby("id")["day"].min().reindex(f.index),
        unlogged_on=plans[~ahead].groupby("application_id")["due_on"].max().reindex(f.index),
        planned_on=planned_on,
    )


def moved_days(rows: pd.DataFrame, past: pd.DataFrame) -> pd.DataFrame:
    """Return `rows` with `due_on` as last moved (NaT when moved to no day)."""
    moves = past[(past["event"] == Event.MOVED) & (past["refers_to"] != "")]
    days = moves.drop_duplicates("refers_to", keep="last").set_index("refers_to")["due_on"]
    moved = rows["event_id"].isin(days.index)
    return rows.assign(due_on=rows["due_on"].mask(moved, look_up(rows["event_id"], days)))


def _their_date(f: pd.DataFrame, past: pd.DataFrame, promises: pd.DataFrame) -> pd.DataFrame:
    """The one date of theirs that counts: the latest, not yet answered or overtaken (W4).

    An invitation overtakes it, and so does a talk on that day or later. One overtaken while it was
    still ahead stays as `not_before`: nothing about where things stand is sent before it.
    """
    theirs = promises[promises["event"] == Event.THEY_PROMISED]
    open_ = theirs[theirs["state"] == "open"]
    open_ = open_.sort_values("stated_on", kind="stable", na_position="first")
    told = last(open_, f.index, "due_on", "stated_on", "said", "certainty", "who")
    move = past["event"].isin([*MEETINGS, Event.OFFER])
    moved_on = last_day(past[move], f.index)
    overtaken = (f["planned_on"] > told["stated_on"]) | (
        (moved_on > told["stated_on"]) & (moved_on >= told["due_on"])
    )
    word = last_day(past[past["event"].isin(WORD)], f.index)
    settled = theirs.groupby("application_id")["settled_on"].max().reindex(f.index)
    answered = pd.concat([word, settled], axis=1).max(axis=1) >= told["due_on"]
    counts = told["said"].notna() & ~overtaken & ~answered
    return f.assign(
        not_before=told["due_on"].where(~answered),
        their_day=told["due_on"].where(counts),
        their_words=told["said"].where(counts).fillna(""),
        their_vague=(told["certainty"] == Certainty.ABOUT) & counts,
        their_who=told["who"].where(counts).fillna(""),
    )


def _offers(f: pd.DataFrame, past: pd.DataFrame, now: pd.Timestamp) -> pd.DataFrame:
    """This row's offer, the nearest dated, written, open one elsewhere (X1), one accepted.

    `taken_on`: the day an offer was accepted, as long as no application was begun after it.
    """
    place = past.assign(place=np.arange(len(past)))
    offers = moved_days(place[place["event"] == Event.OFFER], past)
    offer = last(offers, f.index, "on", "due_on", "channel", "place")
    ended = last(place[place["event"].isin(list(CLOSED))], f.index, "place")["place"]
    standing = offer["place"].notna() & ~(offer["place"] < ended)
    accepted = place[place["event"] == Event.ACCEPTED]
    taken = accepted[accepted["application_id"].isin(f.index[f["status"] == Status.ACCEPTED])]
    begun = place[place["event"].isin([Event.SAVED, Event.APPLIED])]
    taken_on = taken["on"].max()
    offered = standing & (f["status"] == Status.ACTIVE)
    dated = offered & (offer["due_on"] >= now) & ~offer["channel"].isin(list(SPOKEN))
    nearest = offer[dated].sort_values(["due_on", "on"], kind="stable").head(1)
    told = past[past["situation"] == Situation.OFFER_ELSEWHERE]
    told = told[told["event"].isin([Event.WROTE, Event.CALLED, Event.LEFT_VOICEMAIL])]
    return f.assign(
        offered=offered,
        offer_on=offer["on"],
        offer_day=offer["due_on"],
        offer_spoken=offered & offer["channel"].isin(list(SPOKEN)),
        elsewhere_on=nearest["on"].iloc[0] if len(nearest) else NO_DAY,
        elsewhere_day=nearest["due_on"].iloc[0] if len(nearest) else NO_DAY,
        taken_on=NO_DAY if (begun["on"] > taken_on).any() else taken_on,
        told_elsewhere_on=last_day(told, f.index),
    )


def _due(mine: pd.DataFrame, days: Workdays, unknown: int, now: pd.Timestamp) -> pd.DataFrame:
    """Own promises without a day are due the next workday after they were made (P2).

    One made on a day that is not known either is due now.
    """
    dated = mine["due_on"].notna()
    soon = pd.Series(days.after(mine["stated_on"].to_numpy(), unknown), mine.index)
    soon = soon.astype("datetime64[s]").fillna(now)
    return mine.assign(dated=dated, due_on=mine["due_on"].where(dated, soon))


def _put_off(past: pd.DataFrame, word: pd.DataFrame) -> pd.DataFrame:
    """Return the snoozes that stand: what they said or did later (`word`) wakes the row."""
    place = past.assign(place=np.arange(len(past)))
    latest = place.loc[word.index].groupby("application_id")["place"].max()
    snoozes = place[place["event"] == Event.SNOOZED]
    return snoozes[~(snoozes["place"] < look_up(snoozes["application_id"], latest))]

"""From the tables to facts: one row per application, all that the rules look at, at one moment."""

import datetime as dt
from dataclasses import dataclass
from typing import cast

import numpy as np
import pandas as pd

from followup_lib.advice.application_facts import FACTS
from followup_lib.advice.offers import offers
from followup_lib.advice.pace import pace, spoken
from followup_lib.advice.people import Directory, owed_to, recipients, strangers
from followup_lib.records import ledger
from followup_lib.records.dates import short_day
from followup_lib.records.tables import Problem, Tables, ours, same_fields
from followup_lib.records.timeline import (
    NO_DAY,
    Columns,
    Log,
    at,
    earliest_of,
    find,
    last_of,
    latest_of,
    searches_of,
)
from followup_lib.records.vocabulary import (
    MEETINGS,
    MESSAGES,
    OUTCOMES,
    STAGE_RANK,
    Certainty,
    Event,
    Situation,
    Stage,
    Status,
)
from followup_lib.records.workdays import Workdays, workdays

WORD = (Event.HEARD_BACK, Event.REFERENCE_CHECK, Event.ON_HOLD, Event.RESUMED, Event.REJECTED)
"""One of these on the day they named, or later, is the answer that day promised."""


@dataclass(frozen=True, eq=False, repr=False)
class Facts:
    """What is known on one day.

    `applications` has one row per application (index `application_id`): our columns of the table,
    then those of `ApplicationFacts`. `promises` has one row per promise of either side, `owed` the
    seeker's open ones with the day, person and way; `planned` the interviews planned, `due_on` as
    last moved; `put_off` one per snooze not yet overtaken by their word; `past` is the timeline up
    to today in order. Days are `datetime64[s]`. A column of the person's own is in none of them.
    """

    today: pd.Timestamp
    days: Workdays
    applications: pd.DataFrame
    promises: pd.DataFrame
    owed: pd.DataFrame
    planned: pd.DataFrame
    put_off: pd.DataFrame
    past: pd.DataFrame
    problems: tuple[Problem, ...]

    def of(self, application_id: str) -> pd.Series:
        """Return what is known of one application, by the names of the columns."""
        return cast(pd.Series, self.applications.loc[application_id])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Facts) and same_fields(self, other)

    def __repr__(self) -> str:
        return f"Facts({len(self.applications)} applications on {self.today.date()})"


def calendar_of(tables: Tables, today: dt.date) -> Workdays:
    """Return the workdays of a search around `today`: from five years back to two ahead."""
    return workdays(tables.settings.calendar, today.year - 5, today.year + 2)


def facts(tables: Tables, today: dt.date) -> Facts:
    """Gather the facts of every application as they stand on `today`."""
    tables, now = ours(tables), np.datetime64(today, "s")
    timeline, problems = ledger.settle(ledger.in_order(tables.timeline))
    jobs = tables.applications.set_index("application_id")
    log = Log(timeline, jobs.index)
    past = log.until(now)
    became = ledger.fates(timeline, past.rows)
    promises = ledger.promises(past.rows, became)
    due = became.due_on(timeline)
    planned = timeline.assign(due_on=due, open=became.ended < 0)[log.was(Event.INTERVIEW_PLANNED)]
    word = spoken(past)
    found = _how_far(past) | _meetings(past)
    found |= _interview_ahead(log, planned, found["met_on"], now)
    found |= _their_date(past, promises, found["planned_on"])
    found["spoken_on"] = past.day_of_last(word)
    search = searches_of(jobs.index, tables.mark)
    found |= offers(past, due[: len(past.rows)], found["status"], now, search)
    days = calendar_of(tables, today)
    owed = _owed(promises, days, tables.settings.pace["promise_unknown"], now)
    owing = find(jobs.index, owed["application_id"])
    found["promise_due"] = earliest_of(owing, len(jobs), owed["due_on"].to_numpy())
    people = Directory(tables)
    cannot_use = tables.settings.seeker.cannot_use
    found |= recipients(jobs, found, people, past, cannot_use)
    owed = owed_to(owed, jobs, found, people, cannot_use)
    found |= pace(found["to_key"], people, past, word)
    problems += [*strangers(jobs, promises, people), *_nothing_yet(timeline, past, today)]
    f = pd.concat([jobs, pd.DataFrame({name: found[name] for name in FACTS}, jobs.index)], axis=1)
    put_off = _put_off(past, word)
    return Facts(
        *(pd.Timestamp(now), days, f, promises, owed, planned, put_off, past.rows),
        problems=tuple(problems),
    )


def _nothing_yet(timeline: pd.DataFrame, past: Log, today: dt.date) -> list[Problem]:
    """Tell when every row of a timeline lies ahead: most likely a slip in the year."""
    if timeline.empty or len(past.rows):
        return []
    first = timeline["on"].iloc[0].date()
    sentence = (
        f"every row lies ahead of today, {short_day(today, today)}; this one, the first, is of "
        f"{short_day(first, today)}. All are read as planned. If that is not so, mend the days, or "
        "`today` in settings.toml."
    )
    return [Problem("timeline.csv", int(timeline["row"].iloc[0]), "on", sentence)]


def _how_far(past: Log) -> Columns:
    """Stage now and furthest, status, and since when."""
    withdrew = past.was(*MESSAGES) & (past["situation"] == Situation.WITHDRAWAL)
    stage = _last_stage(past)
    outcome = past.last(past.was(*OUTCOMES) | withdrew)
    told = at(np.where(withdrew, Event.WITHDRAWN.value, past["event"]), outcome)
    woken = past.last(past.was(*list(Stage)[2:], Event.INTERVIEW_PLANNED)) > outcome
    answered = past.last(past.was(Event.HEARD_BACK, Event.THEY_PROMISED)) > outcome
    woken |= answered & (told == Status.NO_RESPONSE)
    asleep = (outcome >= 0) & ~woken & (told != Event.RESUMED)
    stage_on = at(past["on"], stage)
    return {
        "stage": at(past["event"], stage),
        "stage_on": stage_on,
        "furthest": _furthest(past),
        "status": np.where(asleep, told, Status.ACTIVE.value),
        "status_on": np.where(asleep, at(past["on"], outcome), stage_on),
        "hold_until": np.where(asleep, at(past["due_on"], outcome), NO_DAY),
        "applied_on": past.day_of_last(past.was(Event.APPLIED)),
        "heard_on": past.day_of_last(past.was(Event.HEARD_BACK)),
    }


def _last_stage(past: Log) -> np.ndarray:
    """Return the place of each application's last stage.

    One whose day is not known comes after the stages it follows: an interview after applying.
    """
    stages = past.was(*Stage)
    last = past.last(stages)
    undated = stages & np.isnat(past["on"])
    if not undated.any():
        return last
    lost = past.last(undated)
    rank = np.array([STAGE_RANK.get(event, -1) for event in past["event"]])
    return np.where((lost >= 0) & (rank[lost] > rank[last]), lost, last)


def _furthest(past: Log) -> np.ndarray:
    reached = np.full(past.n, "", dtype=object)
    for stage in STAGE_RANK:
        reached[past.last(past.was(stage)) >= 0] = stage
    return reached


def _meetings(past: Log) -> Columns:
    """The last talk with a person, whether thanks were sent for it, calls to references."""
    met = past.last(past.was(*MEETINGS))
    thanks = past.was(Event.THANKED) | (past["situation"] == Situation.THANK_YOU)
    feedback = past["situation"] == Situation.ASK_FOR_FEEDBACK
    sent = past.was(*MESSAGES, Event.THANKED)
    return {
        "met": met >= 0,
        "met_on": at(past["on"], met),
        "met_who": at(past["who"], met),
        "met_vaguely": at(past["certainty"], met) != "",
        "topic": at(past["said"], met),
        "thanked_on": past.day_of_last(thanks & sent),
        "asked_feedback_on": past.day_of_last(feedback & sent),
        "reference_called_on": past.day_of_last(past.was(Event.REFERENCE_CONTACTED)),
    }


def _interview_ahead(
    log: Log, planned: pd.DataFrame, met_on: np.ndarray, now: np.datetime64
) -> Columns:
    """The next interview day, and one that has passed without a word about it."""
    job, day = log.job[planned.index], planned["due_on"].to_numpy()
    open_ = planned["open"].to_numpy() & ~(at(met_on, job) >= day)
    ahead, passed = open_ & (day >= now), open_ & (day < now)
    booked = log.was(*MEETINGS) & (log["on"] > now)
    coming = np.append(job[ahead], log.job[booked]), np.append(day[ahead], log["on"][booked])
    invited = log.was(Event.INTERVIEW_PLANNED) & ~(log["on"] > now)
    return {
        "ahead_on": earliest_of(coming[0], log.n, coming[1]),
        "unlogged_on": latest_of(job[passed], log.n, day[passed]),
        "planned_on": log.day_of_last(invited),
    }


def _their_date(past: Log, promises: pd.DataFrame, planned_on: np.ndarray) -> Columns:
    """The one date of theirs that counts: the latest, not yet answered or overtaken (W4).

    An invitation overtakes it, and so does a talk on that day or later. One overtaken while it was
    still ahead stays as `not_before`: nothing about where things stand is sent before it.
    """
    theirs = Log(promises[promises["event"] == Event.THEY_PROMISED], past.applications)
    newest = np.argsort(theirs["stated_on"].astype("int64"), kind="stable")  # unknown days first
    newest = newest[theirs["state"][newest] == "open"]
    told = last_of(theirs.job[newest], past.n, newest)
    day, stated_on = at(theirs["due_on"], told), at(theirs["stated_on"], told)
    moved_on = past.day_of_last(past.was(*MEETINGS, Event.OFFER))
    overtaken = (planned_on > stated_on) | ((moved_on > stated_on) & (moved_on >= day))
    word = past.day_of_last(past.was(*WORD))
    settled = latest_of(theirs.job, past.n, theirs["settled_on"])
    answered = np.fmax(word, settled) >= day
    counts = (told >= 0) & ~overtaken & ~answered
    told_now = np.where(counts, told, -1)
    return {
        "not_before": np.where(answered, NO_DAY, day),
        "their_day": at(theirs["due_on"], told_now),
        "their_words": at(theirs["said"], told_now),
        "their_vague": at(theirs["certainty"], told_now) == Certainty.ABOUT,
        "their_who": at(theirs["who"], told_now),
    }


def _owed(promises: pd.DataFrame, days: Workdays, unknown: int, now: np.datetime64) -> pd.DataFrame:
    """Return the seeker's open promises; without a day, due the next workday after (P2).

    One made on a day that is not known either is due now.
    """
    mine = promises[(promises["event"] == Event.I_PROMISED) & (promises["state"] == "open")]
    dated = mine["due_on"].notna()
    soon = days.after(mine["stated_on"].to_numpy(), unknown).astype("datetime64[s]")
    due = np.where(dated, mine["due_on"].to_numpy(), np.where(np.isnat(soon), now, soon))
    return mine.assign(dated=dated, due_on=due)


def _put_off(past: Log, word: np.ndarray) -> pd.DataFrame:
    """Return the snoozes that stand: what they said or did later (`word`) wakes the row."""
    places = np.flatnonzero(past.was(Event.SNOOZED))
    stand = at(past.last(word), past.job[places]) < places
    return past.rows.take(places[stand])

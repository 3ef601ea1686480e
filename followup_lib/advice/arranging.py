"""A talk without a time: invited, canceled, missed, and who is to speak next (B1 to B4)."""

import re

import numpy as np
import pandas as pd

from followup_lib.records.situations import TIME_SITUATIONS, Situation
from followup_lib.records.timeline import NO_DAY, Columns, Log, at, find, last_of
from followup_lib.records.vocabulary import MEETINGS, MESSAGES, OUTCOMES, TALKS_LOST, Event

TIMES = "Times that suit me: "
"""How the note of a row begins that keeps the times the seeker offers."""

ABOUT_TIMES = ("", *TIME_SITUATIONS, Situation.PROMISE_DUE)
"""What a message of the seeker's was for that may have answered about a time."""

_OF_A_TALK = re.compile(
    r"(?<!\w)(?:interview\w*|talk|call|speak|chat|meet\w*|zoom|teams|video|screen\w*|availab\w+"
    r"|times? slots?|your calendar|free (?:on|to|for|at)|schedul\w+)(?!\w)",
    re.IGNORECASE,
)


def talks_without_time(past: Log, planned: pd.DataFrame) -> tuple[Columns, np.ndarray]:
    """Return what is known of a talk that has no time, and which rows only answer about one.

    `planned` are the interviews planned with day and time as last moved. Columns: `unfixed` (why
    there is no time: the word of an event, "" where nothing waits for one), `unfixed_row` (its
    event_id), `asked_on` (the day they, or what went wrong, last asked the seeker to speak),
    `answered_on` (the seeker's last word since, NaT without one), `talk_on` and `talk_at` (day and
    time of the talk that fell through), `times` (what the seeker noted to offer).
    """
    has_day = ~np.isnat(past["due_on"])
    plan, lost = past.was(Event.INTERVIEW_PLANNED), past.was(*TALKS_LOST)
    of_plan = _of_plan(past, planned)
    moved, dropped = past.was(Event.MOVED) & of_plan, past.was(Event.DROPPED) & of_plan
    settled = past.was(*MEETINGS, *OUTCOMES, Event.OFFER, Event.REFERENCE_CHECK)
    fell = past.last((plan | moved) & ~has_day | dropped | lost)
    fixed = past.last((plan | moved) & has_day | past.was(Event.KEPT) & of_plan | settled)
    heard = past.last(past.was(Event.HEARD_BACK))
    message = past.was(*MESSAGES) & past.has("situation", *ABOUT_TIMES)
    mine = past.last(message)
    open_ = fell > fixed
    no_talk = past.last(past.was(*MEETINGS)) < 0
    asked_by_letter = ~open_ & (heard > fixed) & (mine > heard) & no_talk
    asked_by_letter &= _speaks_of_a_talk(past, heard, asked_by_letter)
    fell = np.where(open_, fell, np.where(asked_by_letter, heard, -1))
    open_ |= asked_by_letter
    asked = np.maximum(fell, np.where(open_, heard, -1))
    answers = message & (past["situation"] == "") & (past.job >= 0)
    place = np.flatnonzero(answers)
    answers[place] = (place > fell[past.job[place]]) & open_[past.job[place]]
    notes = at(past["note"], fell)
    return {
        "unfixed": _why(past, fell, heard),
        "unfixed_row": at(past["event_id"], fell),
        "asked_on": at(past["on"], asked),
        "answered_on": at(past["on"], np.where(open_ & (mine > asked), mine, -1)),
        **_talk_lost(past, fell, planned),
        "times": np.array([note.partition(TIMES)[2].strip() for note in notes], object),
    }, answers


def planned_talks(timeline: pd.DataFrame, due: np.ndarray, moved: np.ndarray) -> Columns:
    """Return the day and the time of each row as last moved: a new day has its own time."""
    times = timeline["at"].to_numpy()
    return {"due_on": due, "at": np.where(moved >= 0, at(times, moved), times)}


def _of_plan(past: Log, planned: pd.DataFrame) -> np.ndarray:
    """Return which rows refer to a planned interview."""
    found = past["refers_to"] != ""
    found[found] = pd.Index(past["refers_to"][found]).isin(planned["event_id"])
    return np.asarray(found)


def _speaks_of_a_talk(past: Log, places: np.ndarray, where: np.ndarray) -> np.ndarray:
    found = np.zeros(len(places), bool)
    for job in np.flatnonzero(where):
        found[job] = bool(_OF_A_TALK.search(past["said"][places[job]]))
    return found


def _why(past: Log, fell: np.ndarray, heard: np.ndarray) -> np.ndarray:
    """Return why there is no time; once they wrote of it, it is theirs to have moved (B2)."""
    event = at(past["event"], fell)
    invited = np.isin(event, [Event.INTERVIEW_PLANNED, Event.HEARD_BACK])
    missed = np.isin(event, [Event.THEY_MISSED, Event.I_MISSED]) & ~(heard > fell)
    why = np.where(missed, event, Event.THEY_CANCELED.value)
    why = np.where(invited, Event.INTERVIEW_PLANNED.value, why)
    return np.where(fell >= 0, why, "")


def _talk_lost(past: Log, fell: np.ndarray, planned: pd.DataFrame) -> Columns:
    """Return day and time of the talk that fell through: each as planned, else as its row says."""
    of = find(pd.Index(planned["event_id"]), at(past["refers_to"], fell))
    lost = np.isin(at(past["event"], fell), [Event.THEY_MISSED, Event.I_MISSED])
    row_day, on = at(past["due_on"], fell), np.where(lost, at(past["on"], fell), NO_DAY)
    day = np.where(np.isnat(row_day), on, row_day)
    plan_day = at(planned["due_on"].to_numpy(), of)
    plan_at = at(planned["at"].to_numpy(), of)
    return {
        "talk_on": np.where(np.isnat(plan_day), day, plan_day),
        "talk_at": np.where(plan_at == "", at(past["at"], fell), plan_at),
    }


def interview_ahead(
    log: Log, planned: pd.DataFrame, met_on: np.ndarray, now: np.datetime64
) -> Columns:
    """The next interview, its day and time, and one that passed without a word about it."""
    job, day, time = log.job[planned.index], planned["due_on"].to_numpy(), planned["at"].to_numpy()
    open_ = planned["open"].to_numpy() & ~(at(met_on, job) >= day)
    ahead, passed = open_ & (day >= now), open_ & (day < now)
    booked = log.was(*MEETINGS) & (log["on"] > now)
    jobs = np.append(job[ahead], log.job[booked])
    days = np.append(day[ahead], log["on"][booked])
    times = np.append(time[ahead], log["at"][booked])
    farthest = np.lexsort((times, days))[::-1]  # of several the nearest stays
    next_ = last_of(jobs[farthest], log.n, farthest)
    latest = np.flatnonzero(passed)[np.argsort(day[passed], kind="stable")]
    last = last_of(job[latest], log.n, latest)
    invited = log.was(Event.INTERVIEW_PLANNED) & ~(log["on"] > now)
    return {
        "ahead_on": at(days, next_),
        "ahead_at": at(times, next_),
        "unlogged_on": at(day, last),
        "planned_on": log.day_of_last(invited),
    }

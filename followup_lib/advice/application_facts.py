"""What is known of each application: every fact by its name, and how each is found."""

from dataclasses import dataclass, fields

import numpy as np
import pandas as pd

from followup_lib.records.situations import Situation
from followup_lib.records.their_word import THEIR_DAY_KEPT
from followup_lib.records.timeline import NO_DAY, Columns, Log, at, last_of, latest_of
from followup_lib.records.vocabulary import (
    MEETINGS,
    MESSAGES,
    OUTCOMES,
    STAGE_RANK,
    Certainty,
    Event,
    Stage,
    Status,
)


@dataclass(frozen=True, eq=False, repr=False)
class ApplicationFacts:
    """One array for each fact, with one value for each application, in the order of the table.

    Days are `datetime64[s]`, NaT when not known; texts are "" when not known.
    """

    stage: np.ndarray  # how far it is now: a word of `Stage`
    stage_on: np.ndarray  # since when
    furthest: np.ndarray  # the furthest stage ever reached
    status: np.ndarray  # how it stands: a word of `Status`
    status_on: np.ndarray  # since when
    hold_until: np.ndarray  # the day named when they put it on hold
    hold_row: np.ndarray  # the event_id of the row that holds it
    end_words: np.ndarray  # the words of an end that nobody has confirmed, "" for none
    applied_on: np.ndarray  # the last day one applied
    heard_on: np.ndarray  # the last day they answered
    met: np.ndarray  # whether one talked with a person
    met_on: np.ndarray  # the day of the last talk
    met_who: np.ndarray  # with whom, as the timeline has it
    met_vaguely: np.ndarray  # whether that day is not exact
    met_event: np.ndarray  # the event_id of that talk
    topic: np.ndarray  # what was talked about
    thanked_on: np.ndarray  # the last day thanks were sent
    asked_feedback_on: np.ndarray  # the last day one asked what would have made one stronger
    reference_called_on: np.ndarray  # the last day they contacted a reference
    ahead_on: np.ndarray  # the next interview
    ahead_at: np.ndarray  # its time, HH:MM
    unlogged_on: np.ndarray  # a planned interview that passed without a word about it
    planned_on: np.ndarray  # the day of the last invitation
    unfixed: np.ndarray  # why a talk has no time, "" where none waits for one: a word of `Event`
    unfixed_row: np.ndarray  # the event_id of the row that says so
    asked_on: np.ndarray  # the day they, or what went wrong, last asked the seeker to speak
    answered_on: np.ndarray  # the seeker's last word about a time since then
    talk_on: np.ndarray  # the day of the talk that fell through
    talk_at: np.ndarray  # its time, HH:MM
    times: np.ndarray  # the times the seeker offers, in the seeker's words
    wrote_after: np.ndarray  # whether they wrote after saying no, and it is not told what (E3)
    not_before: np.ndarray  # the latest date of theirs not answered, also when overtaken (W4)
    their_day: np.ndarray  # the date of theirs that counts
    their_words: np.ndarray  # what they said about it
    their_vague: np.ndarray  # whether that date is not exact
    their_who: np.ndarray  # who gave it
    their_said_on: np.ndarray  # the day they said it
    their_row: np.ndarray  # the event_id of the row it stands in, or their words without a day
    spoken_on: np.ndarray  # the last day they spoke, in whatever way (W4)
    offered: np.ndarray  # whether an offer is to be answered
    offer_on: np.ndarray  # the day of the last offer
    offer_day: np.ndarray  # by when it is to be answered
    offer_row: np.ndarray  # the event_id of the row it stands in
    offer_note: np.ndarray  # what an imported note says of it, when nobody told its day
    offer_spoken: np.ndarray  # whether it was only spoken of
    offer_thanked_on: np.ndarray  # the last day one wrote or called since it was made (A2)
    offer_asked_on: np.ndarray  # the last message about it that they have not answered (A3)
    asked_time_on: np.ndarray  # the day one asked for time to answer it
    asked_time_until: np.ndarray  # and until when
    elsewhere_on: np.ndarray  # the day of the nearest dated, written, open offer elsewhere (X1)
    elsewhere_day: np.ndarray  # by when that one is to be answered
    taken_on: np.ndarray  # the day an offer of this search was accepted, when noted (E2)
    taken: np.ndarray  # the application_id of that offer
    told_elsewhere_on: np.ndarray  # the last day they were told of the offer elsewhere
    promise_due: np.ndarray  # the first day of what the seeker owes
    contact_due: np.ndarray  # the first day a call or note is promised to that person (P4)
    to: np.ndarray  # whom to write to
    email: np.ndarray  # their address
    phone: np.ndarray  # their number
    to_key: np.ndarray  # the same for one person in several applications
    wish: np.ndarray  # how they wish to be reached: a word of `PREFERRED`
    way: np.ndarray  # by what way to write: a word of `Channel`
    way_why: np.ndarray  # asked, waits, cannot, portal, nobody, last_used or default
    thanks_to: np.ndarray  # whom to thank for the last talk: one who was there
    thanks_to_key: np.ndarray
    thanks_email: np.ndarray
    thanks_phone: np.ndarray
    thanks_wish: np.ndarray
    thanks_way: np.ndarray  # by what way to say thanks (W7)
    instead_of: np.ndarray  # the name of who is passed over: has left, or has no address (W5)
    has_left: np.ndarray  # whether that is because they left
    sent_on: np.ndarray  # the last day a message after which the gap runs went to that person
    messaged_on: np.ndarray  # the last day anything went to that person, whatever it was for
    thanks_messaged_on: np.ndarray  # the same of whom thanks go to
    sent: np.ndarray  # how many went since they last spoke
    last_for: np.ndarray  # what the last of those was for: a word of `Situation`
    sent_here: np.ndarray  # how many of those were about this application
    tried_on: np.ndarray  # the last call to that person that nobody answered


FACTS = tuple(field.name for field in fields(ApplicationFacts))
"""The names of the facts, as the columns have them."""


def how_far(past: Log, open_talk: np.ndarray) -> Columns:
    """Stage now and furthest, status, and since when; `open_talk` are interviews not told about.

    An end of theirs whose day nobody told ends nothing while such a talk is ahead, or not told.
    """
    withdrew = past.was(*MESSAGES) & (past["situation"] == Situation.WITHDRAWAL)
    stage = _last_stage(past)
    outcome = past.last(past.was(*OUTCOMES) | withdrew)
    told = at(np.where(withdrew, Event.WITHDRAWN.value, past["event"]), outcome)
    woken = past.last(past.was(*list(Stage)[2:], Event.INTERVIEW_PLANNED)) > outcome
    answered = past.last(past.was(Event.HEARD_BACK, Event.THEY_PROMISED)) > outcome
    woken |= answered & (told == Status.NO_RESPONSE)
    woken |= (past.last(_new_date(past)) > outcome) & (told == Status.REJECTED)
    theirs = np.isin(told, (Status.REJECTED, Status.NO_RESPONSE, Status.ON_HOLD))
    woken |= theirs & np.isnat(at(past["on"], outcome)) & ~np.isnat(open_talk)
    asleep = (outcome >= 0) & ~woken & (told != Event.RESUMED)
    unsure = at(past["certainty"], outcome) == Certainty.INFERRED
    stage_on = at(past["on"], stage)
    return {
        "stage": at(past["event"], stage),
        "stage_on": stage_on,
        "furthest": _furthest(past),
        "status": np.where(asleep, told, Status.ACTIVE.value),
        "status_on": np.where(asleep, at(past["on"], outcome), stage_on),
        "hold_until": np.where(asleep, at(past["due_on"], outcome), NO_DAY),
        "hold_row": np.where(asleep, at(past["event_id"], outcome), ""),
        "end_words": np.where(asleep & unsure, at(past["said"], outcome), ""),
        "applied_on": past.day_of_last(past.was(Event.APPLIED)),
        "heard_on": past.day_of_last(past.was(Event.HEARD_BACK)),
        "wrote_after": asleep & answered & (told == Status.REJECTED),
    }


def _new_date(past: Log) -> np.ndarray:
    """Return which rows give a date of theirs, or move one (E3)."""
    theirs = past.was(Event.THEY_PROMISED)
    moved = past.was(Event.MOVED)
    if moved.any():
        moved &= np.asarray(pd.Index(past["refers_to"]).isin(past["event_id"][theirs]))
    return np.asarray((theirs | moved) & ~np.isnat(past["due_on"]))


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


def meetings(past: Log) -> Columns:
    """The last talk with a person, whether thanks were sent for it, calls to references."""
    talks = past.was(*MEETINGS) & ~_tests(past)
    met = past.last(talks)
    thanking = (Situation.THANK_YOU, Situation.OFFER_TO_ANSWER)  # both open with thanks
    thanks = past.was(Event.THANKED) | past.has("situation", *thanking)
    feedback = past["situation"] == Situation.ASK_FOR_FEEDBACK
    sent = past.was(*MESSAGES, Event.THANKED)
    thanked = past.last(thanks & sent)
    met_on, thanked_on = at(past["on"], met), at(past["on"], thanked)
    once = np.bincount(past.job[talks] + 1, minlength=past.n + 1)[1:] == 1
    same_day = np.isnat(thanked_on) & (thanked > met) & once  # no day: for the only talk there is
    return {
        "met": met >= 0,
        "met_on": met_on,
        "met_who": at(past["who"], met),
        "met_vaguely": at(past["certainty"], met) != "",
        "met_event": at(past["event_id"], met),
        "topic": at(past["said"], met),
        "thanked_on": np.where(same_day, met_on, thanked_on),
        "asked_feedback_on": past.day_of_last(feedback & sent),
        "reference_called_on": past.day_of_last(past.was(Event.REFERENCE_CONTACTED)),
    }


def _tests(past: Log) -> np.ndarray:
    """Return which first calls were a test: nobody is named, and the words tell of one."""
    tests: np.ndarray = past.was(Event.SCREEN) & (past["who"] == "") & (past["channel"] == "")
    for place in np.flatnonzero(tests):
        from followup_lib.reading.standings import is_test  # slow to import, and few rows need it

        tests[place] = is_test(f"{past['said'][place]} {past['note'][place]}")
    return tests


def their_date(past: Log, promises: pd.DataFrame, planned_on: np.ndarray) -> Columns:
    """The one date of theirs that counts: the latest, not yet answered or overtaken (W4).

    An invitation overtakes it, and so does a talk on that day or later. One overtaken while it was
    still ahead stays as `not_before`: nothing about where things stand is sent before it.
    """
    made = Log(promises, past.applications)
    theirs = made.was(Event.THEY_PROMISED)
    newest = np.argsort(made["stated_on"].astype("int64"), kind="stable")  # unknown days first
    newest = newest[theirs[newest] & (made["state"][newest] == "open")]
    told = last_of(made.job[newest], past.n, newest)
    day, stated_on = at(made["due_on"], told), at(made["stated_on"], told)
    moved_on = past.day_of_last(past.was(*MEETINGS, Event.OFFER))
    overtaken = (planned_on > stated_on) | ((moved_on > stated_on) & (moved_on >= day))
    word = past.day_of_last(past.was(*THEIR_DAY_KEPT))
    settled = latest_of(made.job[theirs], past.n, made["settled_on"][theirs])
    offered_on = past.day_of_last(past.was(Event.OFFER))
    answered = (np.fmax(word, settled) >= day) | (offered_on > stated_on)
    counts = (told >= 0) & ~overtaken & ~answered
    told_now = np.where(counts, told, -1)
    outdated = np.isnat(day) & (np.fmax(word, moved_on) > stated_on)
    return {
        "not_before": np.where(answered, NO_DAY, day),
        "their_day": at(made["due_on"], told_now),
        "their_words": at(made["said"], told_now),
        "their_vague": at(made["certainty"], told_now) == Certainty.ABOUT,
        "their_who": at(made["who"], told_now),
        "their_said_on": at(made["stated_on"], told_now),
        "their_row": np.where(outdated, "", at(made["stated_by"], told_now)),
    }

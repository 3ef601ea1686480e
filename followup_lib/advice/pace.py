"""The pace per person: how often they were written to without an answer, over all applications."""

import numpy as np
import pandas as pd

from followup_lib.advice.directory import Directory
from followup_lib.advice.people import first_named
from followup_lib.reading.promises import is_contact
from followup_lib.records.situations import STATUS_SITUATIONS, Situation
from followup_lib.records.their_word import THEY_SPOKE
from followup_lib.records.timeline import Columns, Log, at, find, last_of, latest_of
from followup_lib.records.vocabulary import MESSAGES, SETTLING, Event

LAST_WORDS = (Situation.CLOSING_NOTE, Situation.LONG_QUIET)
"""After one of these nothing more is sent until they answer."""

REACHED = (*MESSAGES, Event.THANKED, Event.ACCEPTED, Event.DECLINED, Event.ASKED_FOR_TIME)
"""All that counts as the one message a day to a person, whatever it was for."""

RUNS_THE_GAP = (*STATUS_SITUATIONS, Situation.PROMISE_DUE, Situation.OFFER_TO_ANSWER, "")
"""Messages after which the gap runs; one that does not say what it was for is among them (P4)."""

RANK = {Situation.ON_HOLD.value: 1} | {word.value: 2 for word in LAST_WORDS}
"""Which of several unanswered messages tells what was said last: the highest, then the newest."""


def spoken(past: Log) -> np.ndarray:
    """Return in which rows they spoke, or a date, plan or offer of theirs was settled."""
    theirs = past["event_id"][past.was(Event.THEY_PROMISED, Event.INTERVIEW_PLANNED, Event.OFFER)]
    settling = past.was(*SETTLING)
    word = past.was(*THEY_SPOKE)
    word[settling] = pd.Index(past["refers_to"][settling]).isin(theirs)
    return word


def pace(
    to: Columns,
    people: Directory,
    past: Log,
    word: np.ndarray,
    answers: np.ndarray,
    since: np.ndarray,
) -> Columns:
    """Return what was sent to the person each application would write to (`recipients`).

    What was sent to anybody about the application after their date (`since`), or where there is
    none, counts as sent to that person: one may have chosen another addressee (W8).

    Columns: `sent_on` (day of the last message to that person after which the gap runs), `sent`
    (status messages and promised contacts since they last spoke: `word`), `last_for` (what the
    last of those was for; a closing note or a question during a hold stands whatever followed it),
    `sent_here` (those about this application), `messaged_on` (last day anything went to them),
    `thanks_messaged_on` (the same of whom thanks go to), `tried_on` (last call nobody answered). A
    message without a situation counts: better one too few than one too many; those in `answers`
    only tell when one can talk (B1).
    """
    whose = [people.rows["key"].to_numpy(), to["to_key"], to["thanks_to_key"]]
    codes, keys = pd.factorize(np.concatenate(whose))
    known, person, thanked = np.split(codes, [len(whose[0]), len(whose[0]) + past.n])
    n = len(keys)
    whom = _addressees(past, people, known, person)
    written = past.was(*MESSAGES) & ~answers
    status = past.has("situation", *STATUS_SITUATIONS, "") | _promised_contact(past)
    runs = _about_somebody(past, written & past.has("situation", *RUNS_THE_GAP))
    reached = _about_somebody(past, past.was(*REACHED))
    sent = _about_somebody(past, written & status)
    tried = _about_somebody(past, past.was(Event.NO_ANSWER))
    answered = _heard(past.last(word), n, (known, people.job), (person, slice(None)))
    waiting = sent[sent > answered[whom[sent]]]
    of = whom[waiting]
    purpose = past["situation"][waiting]
    newest = np.argsort([RANK.get(situation, 0) for situation in purpose], kind="stable")
    here = of == person[past.job[waiting]]
    asked = sent[~(past["on"][sent] <= since[past.job[sent]])]
    about = asked[np.isin(asked, waiting)]
    messaged_on = latest_of(whom[reached], n, past["on"][reached])
    return {
        "sent_on": np.fmax(
            latest_of(whom[runs], n, past["on"][runs])[person],
            latest_of(past.job[asked], past.n, past["on"][asked]),
        ),
        "messaged_on": messaged_on[person],
        "thanks_messaged_on": messaged_on[thanked],
        "sent": np.maximum(
            np.bincount(of, minlength=n)[person], np.bincount(past.job[about], minlength=past.n)
        ),
        "last_for": at(purpose, last_of(of[newest], n, newest))[person],
        "sent_here": np.bincount(past.job[waiting[here]], minlength=past.n),
        "tried_on": latest_of(whom[tried], n, past["on"][tried])[person],
    }


def _heard(last: np.ndarray, n: int, *whose: tuple[np.ndarray, np.ndarray | slice]) -> np.ndarray:
    """Return the place of the last word of each of `n` people, of all applications they are of."""
    heard = np.full(n, -1)
    for person, job in whose:
        np.maximum.at(heard, person, last[job])
    return heard


def _addressees(past: Log, people: Directory, known: np.ndarray, person: np.ndarray) -> np.ndarray:
    """Return to whom each row went, as a code of a person; -1 where nothing was sent.

    The person named in `who`, else whom the application would write to.
    """
    went = _about_somebody(past, past.was(*REACHED, Event.NO_ANSWER))
    job, name = past.job[went], first_named(past["who"][went])
    named = people.find(job, name)
    whom = np.full(len(past.job), -1)
    whom[went] = np.where((named >= 0) & (name != ""), known[named], person[job])
    return whom


def _promised_contact(past: Log) -> np.ndarray:
    """Return which messages kept a promise to be in touch: a contact like others (P4)."""
    kept: np.ndarray = past["situation"] == Situation.PROMISE_DUE
    if not kept.any():
        return kept
    promise = find(pd.Index(past["event_id"]), past["refers_to"][kept])
    said, channel, hangs = (at(past[name], promise) for name in ("said", "channel", "refers_to"))
    contact = np.array([*map(is_contact, said, channel, hangs != "")], bool)
    kept[kept] = (promise >= 0) & contact
    return kept


def _about_somebody(past: Log, mask: np.ndarray) -> np.ndarray:
    """Return the places of rows about an application that stands in the table."""
    return np.flatnonzero(mask & (past.job >= 0))

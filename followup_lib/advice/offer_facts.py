"""What is known of offers: made in writing or by word, elsewhere, accepted, and what was said."""

import numpy as np

from followup_lib.records.situations import Situation
from followup_lib.records.timeline import NO_DAY, Columns, Log, at, last_of
from followup_lib.records.vocabulary import CLOSED, MESSAGES, Certainty, Channel, Event, Status

SPOKEN = (Channel.PHONE, Channel.IN_PERSON, Channel.VIDEO)
"""An offer heard this way is one by word (A2), not yet a written one (A3, X1)."""


def offers(
    past: Log, due: np.ndarray, status: np.ndarray, now: np.datetime64, search: np.ndarray
) -> Columns:
    """This row's offer, the nearest dated, written, open one elsewhere (X1), one accepted (E2).

    `due` are the days as last moved, `search` the number of each application's search; `taken_on`
    and `taken` say when which offer was accepted, as long as no application was begun since; that
    a list says so, without a day, has to be confirmed first.
    `offer_note` is what an imported note says of an offer whose day nobody told.
    """
    offer = past.last(past.was(Event.OFFER))
    offered = (past.last(past.was(*CLOSED)) < offer) & (status == Status.ACTIVE)
    day, spoken_only = at(due, offer), np.isin(at(past["channel"], offer), list(SPOKEN))
    dated = np.flatnonzero(offered & (day >= now) & ~spoken_only)
    offer_on = at(past["on"], offer)
    farthest = dated[np.lexsort((offer_on[dated], day[dated]))][::-1]
    nearest = last_of(search[farthest], past.n, farthest)[search]
    noted = (at(past["certainty"], offer) == Certainty.INFERRED) & np.isnat(offer_on)
    accepted = past.was(Event.ACCEPTED) & (at(status, past.job) == Status.ACCEPTED)
    accepted &= (past["certainty"] != Certainty.INFERRED) | ~np.isnat(past["on"])
    rows = np.flatnonzero(accepted)
    taken = last_of(search[past.job[rows]], past.n, rows)[search]
    taken_on = at(past["on"], taken)
    begun = past.was(Event.SAVED, Event.APPLIED) & (past["on"] > at(taken_on, past.job))
    again = np.isin(search, search[past.job[begun]])
    told = past.was(*MESSAGES) & (past["situation"] == Situation.OFFER_ELSEWHERE)
    return {
        "offered": offered,
        "offer_on": offer_on,
        "offer_day": day,
        "offer_row": at(past["event_id"], offer),
        "offer_note": np.where(noted, at(past["said"], offer), ""),
        "offer_spoken": offered & spoken_only,
        "elsewhere_on": at(offer_on, nearest),
        "elsewhere_day": at(day, nearest),
        "taken_on": np.where(again, NO_DAY, taken_on),
        "taken": np.where(again, "", at(past["application_id"], taken)),
        "told_elsewhere_on": past.day_of_last(told),
    }


def said_of_offers(past: Log, word: np.ndarray) -> Columns:
    """What was said of this row's offer since it was made; `word` marks the rows they spoke in.

    Any message counts as thanks for one by word: it is thanked for once (A2). A message about it
    stands until they speak again, and so does one that does not say what it was for (A3).
    """
    offer, heard = past.last(past.was(Event.OFFER)), past.last(word)
    written = past.was(*MESSAGES)
    asked_time = past.last(past.was(Event.ASKED_FOR_TIME))
    about = past.has("situation", Situation.OFFER_TO_ANSWER, "")
    thanked = np.fmax(past.last(written | past.was(Event.THANKED)), asked_time)
    asked = np.fmax(past.last(written & about), asked_time)
    time = np.where(asked_time > offer, asked_time, -1)
    return {
        "offer_thanked_on": at(past["on"], np.where(thanked > offer, thanked, -1)),
        "offer_asked_on": at(past["on"], np.where((offer >= 0) & (asked > heard), asked, -1)),
        "asked_time_on": at(past["on"], time),
        "asked_time_until": at(past["due_on"], time),
    }

"""Offers: this application's, the nearest one elsewhere, and the one that was accepted."""

import numpy as np

from followup_lib.records.timeline import NO_DAY, Columns, Log, at, last_of
from followup_lib.records.vocabulary import CLOSED, MESSAGES, Channel, Event, Situation, Status

SPOKEN = (Channel.PHONE, Channel.IN_PERSON, Channel.VIDEO)
"""An offer heard this way is not yet a written one (X1)."""


def offers(
    past: Log, due: np.ndarray, status: np.ndarray, now: np.datetime64, search: np.ndarray
) -> Columns:
    """This row's offer, the nearest dated, written, open one elsewhere (X1), one accepted (E2).

    `due` are the days as last moved, `search` the number of each application's search; `taken_on`
    and `taken` say when which offer was accepted, as long as no application was begun since.
    """
    offer = past.last(past.was(Event.OFFER))
    offered = (past.last(past.was(*CLOSED)) < offer) & (status == Status.ACTIVE)
    day, spoken_only = at(due, offer), np.isin(at(past["channel"], offer), list(SPOKEN))
    dated = np.flatnonzero(offered & (day >= now) & ~spoken_only)
    offer_on = at(past["on"], offer)
    farthest = dated[np.lexsort((offer_on[dated], day[dated]))][::-1]
    nearest = last_of(search[farthest], past.n, farthest)[search]
    accepted = past.was(Event.ACCEPTED) & (at(status, past.job) == Status.ACCEPTED)
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
        "offer_spoken": offered & spoken_only,
        "elsewhere_on": at(offer_on, nearest),
        "elsewhere_day": at(day, nearest),
        "taken_on": np.where(again, NO_DAY, taken_on),
        "taken": np.where(again, "", at(past["application_id"], taken)),
        "told_elsewhere_on": past.day_of_last(told),
    }

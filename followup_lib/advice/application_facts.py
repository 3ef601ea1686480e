"""What is known of each application: every fact by its name."""

from dataclasses import dataclass, fields

import numpy as np


@dataclass(frozen=True, eq=False)
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
    applied_on: np.ndarray  # the last day one applied
    heard_on: np.ndarray  # the last day they answered
    met: np.ndarray  # whether one talked with a person
    met_on: np.ndarray  # the day of the last talk
    met_who: np.ndarray  # with whom, as the timeline has it
    met_vaguely: np.ndarray  # whether that day is not exact
    topic: np.ndarray  # what was talked about
    thanked_on: np.ndarray  # the last day thanks were sent
    asked_feedback_on: np.ndarray  # the last day one asked what would have made one stronger
    reference_called_on: np.ndarray  # the last day they contacted a reference
    ahead_on: np.ndarray  # the next interview
    unlogged_on: np.ndarray  # a planned interview that passed without a word about it
    planned_on: np.ndarray  # the day of the last invitation
    not_before: np.ndarray  # the latest date of theirs not answered, also when overtaken (W4)
    their_day: np.ndarray  # the date of theirs that counts
    their_words: np.ndarray  # what they said about it
    their_vague: np.ndarray  # whether that date is not exact
    their_who: np.ndarray  # who gave it
    spoken_on: np.ndarray  # the last day they spoke, in whatever way (W4)
    offered: np.ndarray  # whether an offer is to be answered
    offer_on: np.ndarray  # the day of the last offer
    offer_day: np.ndarray  # by when it is to be answered
    offer_spoken: np.ndarray  # whether it was only spoken of
    elsewhere_on: np.ndarray  # the day of the nearest dated, written, open offer elsewhere (X1)
    elsewhere_day: np.ndarray  # by when that one is to be answered
    taken_on: np.ndarray  # the day an offer of this search was accepted (E2)
    taken: np.ndarray  # the application_id of that offer
    told_elsewhere_on: np.ndarray  # the last day they were told of the offer elsewhere
    promise_due: np.ndarray  # the first day of what the seeker owes
    to: np.ndarray  # whom to write to
    email: np.ndarray  # their address
    phone: np.ndarray  # their number
    to_key: np.ndarray  # the same for one person in several applications
    wish: np.ndarray  # how they wish to be reached: a word of `Preferred`
    way: np.ndarray  # by what way to write: a word of `Channel`
    way_why: np.ndarray  # asked, waits, cannot, last_used or default
    sent_on: np.ndarray  # the last day a status message went to that person
    sent: np.ndarray  # how many went since they last spoke
    last_for: np.ndarray  # what the last of those was for: a word of `Situation`
    sent_here: np.ndarray  # how many of those were about this application
    tried_on: np.ndarray  # the last call to that person that nobody answered


FACTS = tuple(field.name for field in fields(ApplicationFacts))
"""The names of the facts, as the columns have them."""

"""What a rule of the plan is, and those of a talk where the seeker speaks next (B1 to B4)."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from followup_lib.advice.windows import View
from followup_lib.records.situations import Situation
from followup_lib.records.vocabulary import Event

S = Situation


class Rule(NamedTuple):
    """One rule: `when` gives a mask over applications, `earliest` and `due` give days."""

    id: str
    situation: Situation
    when: Callable[[View], np.ndarray]
    earliest: Callable[[View], np.ndarray] | None
    reason: str
    due: Callable[[View], np.ndarray] | None = None


TO_OFFER_TIMES = [
    Rule("B4", S.OFFER_TIMES,
        lambda v: v.to_answer & (v.unfixed == Event.I_MISSED) & v.times_open,
        lambda v: v.asked_on,
        "You {missed_or_cancel} your interview{of_talk}. Tell them right away: one sentence of "
        "apology, and two or three times that work for you.",
        due=lambda v: v.asked_on),
    Rule("B3", S.OFFER_TIMES,
        lambda v: v.to_answer & (v.unfixed == Event.THEY_MISSED) & v.times_open,
        lambda v: v.asked_on,
        "They didn’t call or come for your interview{of_talk}. {Wait_a_little}Call or write once "
        "the same day: say the time as a fact, that you’d still like to talk, and two new times. "
        "Don’t guess why, and don’t blame anyone.",
        due=lambda v: v.asked_on),
    Rule("B2", S.OFFER_TIMES,
        lambda v: v.to_answer & (v.unfixed == Event.THEY_CANCELED) & v.times_open,
        lambda v: v.asked_on,
        "They {told_or_wrote}. Thank them and send two or three times that work for you, by "
        "{due_on}.",
        due=lambda v: v.after(v.asked_on, 1)),
    Rule("B1", S.OFFER_TIMES,
        lambda v: v.to_answer & v.times_open,
        lambda v: v.asked_on,
        "They asked on {asked_on} to set up a talk, and no time is set yet. Thank them and send "
        "two or three times that work for you, by {due_on}.",
        due=lambda v: v.after(v.asked_on, 1)),
]  # fmt: skip
"""The seeker is to speak: a talk fell through, or an invitation has no time (B1 to B4)."""

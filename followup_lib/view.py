"""What the rules look at: the facts, the settings, and the days on which a window opens."""

from collections.abc import Collection

import numpy as np

from followup_lib.facts import Facts
from followup_lib.log import NO_DAY, find
from followup_lib.vocabulary import CLOSED, Preferred, Situation, Stage, Status

ALL_ROUNDS_DONE = (Stage.FINAL_INTERVIEW, Stage.REFERENCE_CHECK)


class View:
    """What the rules look at: the facts, the settings, and the days that follow from both.

    Every attribute is an array with one value for each application, in the order of the facts;
    attributes not named here are columns of the facts.
    """

    def __init__(self, facts: Facts, pace: dict[str, int]) -> None:
        self.facts, self.n = facts, pace
        self.today = np.datetime64(facts.today.date(), "s")
        no_more = facts.put_off[facts.put_off["due_on"].isna()]
        jobs = find(facts.applications.index, no_more["application_id"])
        self._declined = jobs, no_more["situation"].to_numpy()
        self.active = self.status == Status.ACTIVE
        self.live = ~one_of(self.status, CLOSED)
        self.last_round = one_of(self.stage, ALL_ROUNDS_DONE)
        self.waits = self.wish == Preferred.WAIT_FOR_THEM
        on_hold = self.status == Status.ON_HOLD
        self.begun = self.met | self.last_round | known(self.their_day) | on_hold
        self.horizon = np.datetime64(facts.days.one_after(facts.today.date(), pace["gap"]), "s")
        self.reference_window = self.after(self.reference_called_on, pace["reference_rest"])
        grace = np.where(self.their_vague & ~self.waits, pace["grace_vague"], pace["grace"])
        self.their_window = self.after(self.their_day, grace + 1)
        self.not_before_window = self.after(self.not_before, pace["grace"] + 1)
        self.no_date_window = self.after(self.spoken_on, pace["wait_no_date"])
        self.offer_window = self.after(self.spoken_on, pace["wait_for_offer"])
        self.hold_window = first_known(
            self.after(self.hold_until, pace["grace"] + 1),
            self.after(self.status_on, pace["hold_wait"]),
        )
        gap = np.where(self.last_round, pace["gap_for_offer"], pace["gap"])
        self.gap_day = self.after(self.sent_on, gap)
        self.tried_day = self.after(self.tried_on, 1)
        round_on = np.where(self.last_round, first_known(self.met_on, self.stage_on), NO_DAY)
        self.closing_window = np.fmax(
            self.after(self.sent_on, pace["closing_after"]),
            self.after(round_on, pace["closing_after_last_round"]),
        )
        rest = np.where(self.last_round, pace["rest_after_for_offer"], pace["rest_after"])
        asked = (self.sent > 0) & (self.begun | (self.sent_here > 0))
        self.may_rest = self.live & asked & (self.plus(self.sent_on, rest) <= self.today)
        self.opens = self._opens(on_hold)
        self.too_late = self.after(self.opens, pace["long_quiet_after"]) <= self.today

    def __getattr__(self, column: str) -> np.ndarray:
        """Return a column of the facts."""
        values = self.facts.applications[column].to_numpy()
        setattr(self, column, values)
        return values

    def after(self, days: np.ndarray, n: int | np.ndarray) -> np.ndarray:
        """Return the n-th workday after each day."""
        return self.facts.days.after(days, n).astype("datetime64[s]")

    def plus(self, days: np.ndarray, n: int | np.ndarray) -> np.ndarray:
        """Return the day n calendar days later."""
        later: np.ndarray = days + np.asarray(n, "timedelta64[D]")
        return later

    def ready(self, window: np.ndarray) -> np.ndarray:
        """Return when a window opens for a status message: never before a date of theirs."""
        before = window < self.not_before_window
        return self.paced(np.where(before, self.not_before_window, window))

    def paced(self, window: np.ndarray) -> np.ndarray:
        """Return the first workday in a window on which this person may be written to again."""
        waits = [window, self.gap_day, self.tried_day, self.reference_window]
        day = np.where(known(window), np.fmax.reduce(waits), NO_DAY)
        return self.facts.days.on_or_after(day).astype("datetime64[s]")

    def suppressed(self, *situations: Situation) -> np.ndarray:
        """Return which applications said "not this one" to a situation since they last heard."""
        job, situation = self._declined
        declined = np.zeros(len(self.live) + 1, bool)  # one more, for rows of no application
        declined[job[one_of(situation, situations)]] = True
        return declined[:-1]

    def _opens(self, on_hold: np.ndarray) -> np.ndarray:
        """Return the day the usual letter may go: of the one status rule that fits."""
        offer = np.where(self.last_round, self.offer_window, NO_DAY)
        silent = np.where(self.met, self.no_date_window, NO_DAY)
        window = first_known(self.their_window, first_known(offer, silent))
        window = np.where(on_hold, self.hold_window, window)
        silenced = known(window) & (self.sent >= self.n["messages"])
        return self.ready(np.where(silenced, self.closing_window, window))


def known(days: np.ndarray) -> np.ndarray:
    """Return where there is a day."""
    there: np.ndarray = ~np.isnat(days)
    return there


def first_known(days: np.ndarray, otherwise: np.ndarray) -> np.ndarray:
    """Return each day, or where there is none the other one."""
    return np.where(known(days), days, otherwise)


def one_of(words: np.ndarray, allowed: Collection[str]) -> np.ndarray:
    """Return where a word is one of several."""
    return np.isin(words, list(allowed))

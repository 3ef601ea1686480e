"""What the rules look at: the facts, the settings, and the days on which a window opens."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from followup_lib.advice.application_facts import FACTS, ApplicationFacts
from followup_lib.advice.facts import Facts
from followup_lib.records.timeline import NO_DAY
from followup_lib.records.vocabulary import CLOSED, Preferred, Situation, Stage, Status

ALL_ROUNDS_DONE = (Stage.FINAL_INTERVIEW, Stage.REFERENCE_CHECK)


@dataclass(frozen=True, eq=False, repr=False)
class View(ApplicationFacts):
    """What the rules look at: the facts, the settings, and the days that follow from both.

    `n` are the numbers of the pace. Every other attribute but `today` and `horizon` is an array
    with one value for each application, in the order of the facts.
    """

    facts: Facts
    n: dict[str, int]

    @cached_property
    def today(self) -> np.datetime64:
        """Return the day of the plan."""
        return np.datetime64(self.facts.today.date(), "s")

    @cached_property
    def horizon(self) -> np.datetime64:
        """Return the first day on which another message may go when one goes today."""
        day = self.facts.days.one_after(self.facts.today.date(), self.n["gap"])
        return np.datetime64(day, "s")

    @cached_property
    def has_contact(self) -> np.ndarray:
        """Return where a contact is named."""
        return np.asarray(self.facts.applications["contact_name"] != "")

    @cached_property
    def live(self) -> np.ndarray:
        """Return where anything is still asked of the employer."""
        return ~one_of(self.status, CLOSED)

    @cached_property
    def on_hold(self) -> np.ndarray:
        """Return what they put on hold."""
        return np.asarray(self.status == Status.ON_HOLD)

    @cached_property
    def last_round(self) -> np.ndarray:
        """Return where all rounds are done."""
        return one_of(self.stage, ALL_ROUNDS_DONE)

    @cached_property
    def waits(self) -> np.ndarray:
        """Return where they asked to be left alone (W3)."""
        return np.asarray(self.wish == Preferred.WAIT_FOR_THEM)

    @cached_property
    def begun(self) -> np.ndarray:
        """Return where there is something to wait for: a talk, a date of theirs, or a hold."""
        return np.asarray(self.met | self.last_round | known(self.their_day) | self.on_hold)

    @cached_property
    def their_window(self) -> np.ndarray:
        """Return the first day after their date and its grace (D1)."""
        vague = self.their_vague & ~self.waits
        grace = np.where(vague, self.n["grace_vague"], self.n["grace"])
        return self.after(self.their_day, grace + 1)

    @cached_property
    def not_before_window(self) -> np.ndarray:
        """Return the first day after the grace of a date of theirs, also of one overtaken (W4)."""
        return self.after(self.not_before, self.n["grace"] + 1)

    @cached_property
    def no_date_window(self) -> np.ndarray:
        """Return when one may ask without a date of theirs (W1)."""
        return self.after(self.spoken_on, self.n["wait_no_date"])

    @cached_property
    def offer_window(self) -> np.ndarray:
        """Return when one may ask once all rounds are done (O4)."""
        return self.after(self.spoken_on, self.n["wait_for_offer"])

    @cached_property
    def hold_window(self) -> np.ndarray:
        """Return when one may ask during a hold (H1)."""
        named = self.after(self.hold_until, self.n["grace"] + 1)
        return first_known(named, self.after(self.status_on, self.n["hold_wait"]))

    @cached_property
    def closing_window(self) -> np.ndarray:
        """Return when a closing note may go (C1)."""
        round_on = np.where(self.last_round, first_known(self.met_on, self.stage_on), NO_DAY)
        after_round = self.after(round_on, self.n["closing_after_last_round"])
        return np.asarray(np.fmax(self.after(self.sent_on, self.n["closing_after"]), after_round))

    @cached_property
    def reference_window(self) -> np.ndarray:
        """Return until when one rests after they called a reference (R4)."""
        return self.after(self.reference_called_on, self.n["reference_rest"])

    @cached_property
    def gap_day(self) -> np.ndarray:
        """Return when this person may be written to again (W4)."""
        gap = np.where(self.last_round, self.n["gap_for_offer"], self.n["gap"])
        return self.after(self.sent_on, gap)

    @cached_property
    def tried_day(self) -> np.ndarray:
        """Return the workday after a call that nobody answered."""
        return self.after(self.tried_on, 1)

    @cached_property
    def may_rest(self) -> np.ndarray:
        """Return where enough days have passed since one asked to suggest letting it rest."""
        rest = np.where(self.last_round, self.n["rest_after_for_offer"], self.n["rest_after"])
        asked = (self.sent > 0) & (self.begun | (self.sent_here > 0))
        return np.asarray(self.live & asked & (self.plus(self.sent_on, rest) <= self.today))

    @cached_property
    def opens(self) -> np.ndarray:
        """Return the day the usual letter may go: of the one status rule that fits."""
        offer = np.where(self.last_round, self.offer_window, NO_DAY)
        silent = np.where(self.met, self.no_date_window, NO_DAY)
        window = first_known(self.their_window, first_known(offer, silent))
        window = np.where(self.on_hold, self.hold_window, window)
        silenced = known(window) & (self.sent >= self.n["messages"])
        return self.ready(np.where(silenced, self.closing_window, window))

    @cached_property
    def too_late(self) -> np.ndarray:
        """Return where the usual letter might have gone long ago (Q1)."""
        return np.asarray(self.after(self.opens, self.n["long_quiet_after"]) <= self.today)

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
        snoozes = self.facts.put_off
        no_more = snoozes["due_on"].isna() & snoozes["situation"].isin(list(situations))
        return np.asarray(
            self.facts.applications.index.isin(snoozes.loc[no_more, "application_id"])
        )


def view_of(facts: Facts, pace: dict[str, int]) -> View:
    """Return what the rules look at, from the facts and the numbers of the pace."""
    arrays = {name: facts.applications[name].to_numpy() for name in FACTS}
    return View(**arrays, facts=facts, n=pace)


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

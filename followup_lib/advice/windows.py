"""The days on which a window opens, from how each application stands and the numbers of the pace.

A message may go from the day its window opens, and not before a date of theirs has passed.
"""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from followup_lib.advice.application_facts import FACTS
from followup_lib.advice.facts import Facts
from followup_lib.advice.standing import Standing, first_known, known
from followup_lib.records.situations import Situation
from followup_lib.records.timeline import NO_DAY


@dataclass(frozen=True, eq=False, repr=False)
class View(Standing):
    """What the rules look at: how each application stands, and the days that follow from it."""

    @cached_property
    def grace(self) -> np.ndarray:
        """Return the workdays that pass after a date of theirs (D1)."""
        return self.grace_for(self.their_vague)

    @cached_property
    def their_window(self) -> np.ndarray:
        """Return the first day after their date and its grace (D1)."""
        return self.after_grace(self.their_day, self.grace)

    @cached_property
    def not_before_window(self) -> np.ndarray:
        """Return the first day after the grace of a date of theirs, also of one overtaken (W4)."""
        return self.after_grace(self.not_before, self.grace_for(vague=False))

    @cached_property
    def no_date_window(self) -> np.ndarray:
        """Return when one can ask without a date of theirs (W1, A2)."""
        return self.after(self.spoken_on, self.n["wait_no_date"])

    @cached_property
    def offer_window(self) -> np.ndarray:
        """Return when one can ask once all rounds are done (O4)."""
        return self.after(self.spoken_on, self.n["wait_for_offer"])

    @cached_property
    def note_window(self) -> np.ndarray:
        """Return when a note may go to a named person who has not invited."""
        return self.after(self.applied_on, self.n["note_after_applying"])

    @cached_property
    def hold_window(self) -> np.ndarray:
        """Return when one can ask during a hold (H1)."""
        named = self.after_grace(self.hold_until, self.grace_for(vague=False))
        return first_known(named, self.after(self.status_on, self.n["hold_wait"]))

    @cached_property
    def time_window(self) -> np.ndarray:
        """Return when a note about a time may go: at once while one is to answer (B1).

        A day they named for it, and its grace, pass first.
        """
        waited = self.after(self.answered_on, self.n["time_wait"])
        waited = np.fmax(waited, np.where(self.dated, self.their_window, NO_DAY))
        return np.where(known(self.answered_on), waited, self.asked_on)

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
    def gap(self) -> np.ndarray:
        """Return the workdays between two messages to this person (W4)."""
        return np.where(self.last_round, self.n["gap_for_offer"], self.n["gap"])

    @cached_property
    def gap_day(self) -> np.ndarray:
        """Return when this person may be written to again (W4); a day in their answer is enough."""
        answered = self.dated & (self.sent == 0) & (self.their_said_on >= self.sent_on)
        return np.where(answered, NO_DAY, self.after(self.sent_on, self.gap))

    @cached_property
    def tried_day(self) -> np.ndarray:
        """Return the workday after a call that nobody answered."""
        return self.after(self.tried_on, 1)

    @cached_property
    def fresh_day(self) -> np.ndarray:
        """Return the first workday on which nothing has gone to this person yet: one a day."""
        return self.after(self.messaged_on, 1)

    @cached_property
    def thanks_fresh_day(self) -> np.ndarray:
        """Return the same for whom thanks go to."""
        return self.after(self.thanks_messaged_on, 1)

    @cached_property
    def feedback_open(self) -> np.ndarray:
        """Return where one may still ask what would have made one stronger, and has not (F1)."""
        until = self.plus(self.status_on, self.n["feedback_until"])
        asked = known(self.asked_feedback_on) & ~(self.asked_feedback_on < self.met_on)
        return np.asarray((until >= self.today) & ~asked)

    @cached_property
    def thanks_open(self) -> np.ndarray:
        """Return where thanks for the last talk are in time, its day known, and not said (T1)."""
        last = self.after(self.met_on, self.n["thank_you_until"])
        in_time = (last >= self.today) & ~(self.thanks_fresh_day > last)
        return np.asarray(in_time & ~self.met_vaguely & ~(self.thanked_on >= self.met_on))

    @cached_property
    def times_open(self) -> np.ndarray:
        """Return where times to talk may still be offered (B1 to B4)."""
        return np.asarray(~self.on_hold & ~self.too_late & self.wanted(Situation.OFFER_TIMES))

    @cached_property
    def long_unlogged(self) -> np.ndarray:
        """Return where it is too long ago to ask how a planned talk went."""
        asked = self.after(self.unlogged_on, self.n["long_quiet_after"])
        return np.asarray(asked <= self.today)

    @cached_property
    def elsewhere_open(self) -> np.ndarray:
        """Return where an offer elsewhere may be told before its day, and was not (X1)."""
        in_time = self.paced(self.elsewhere_on) <= self.elsewhere_day
        return np.asarray(in_time & ~(self.told_elsewhere_on >= self.elsewhere_on))

    @cached_property
    def tells_elsewhere(self) -> np.ndarray:
        """Return where an offer elsewhere is the one reason to write before their date (X1)."""
        wanted = self.wanted(Situation.OFFER_ELSEWHERE)
        begun = self.met | self.talk_too_late
        return np.asarray(begun & self.elsewhere_open & self.may_ask & wanted)

    @cached_property
    def talk_too_late(self) -> np.ndarray:
        """Return where an offer elsewhere is to be answered before the talk that is planned."""
        return np.asarray(self.ahead_on > self.elsewhere_day)

    @cached_property
    def only_contact_ahead(self) -> np.ndarray:
        """Return where nothing is owed but a contact, on a day still ahead (P4)."""
        return np.asarray((self.promise_due == self.contact_due) & (self.contact_due > self.today))

    @cached_property
    def may_ask(self) -> np.ndarray:
        """Return where one more question is not too many, and not too late."""
        return np.asarray(~self.asked_enough & ~self.said_last & ~self.too_late)

    @cached_property
    def may_rest(self) -> np.ndarray:
        """Return where enough days have passed since one asked to suggest letting it rest."""
        rest = np.where(self.last_round, self.n["rest_after_for_offer"], self.n["rest_after"])
        asked = (self.sent > 0) & (self.begun | (self.sent_here > 0))
        return np.asarray(self.live & asked & (self.plus(self.sent_on, rest) <= self.today))

    @cached_property
    def questions(self) -> list[tuple[np.ndarray, Situation, np.ndarray]]:
        """Return where each usual question fits, its situation and its day; the first that fits."""
        return [
            (self.to_answer, Situation.OFFER_TIMES, self.time_window),
            (self.untimed, Situation.CONFIRM_TIME, self.time_window),
            (self.dated, Situation.THEIR_DATE_PASSED, self.their_window),
            (self.last_round, Situation.WAITING_FOR_OFFER, self.offer_window),
            (self.met, Situation.NO_DATE_GIVEN, self.no_date_window),
        ]

    @cached_property
    def question(self) -> np.ndarray:
        """Return the usual question: the situation an application is in when it wakes."""
        fits, asked, _ = zip(*self.questions, strict=True)
        return np.select(fits, [one.value for one in asked], Situation.NO_DATE_GIVEN.value)

    @cached_property
    def question_window(self) -> np.ndarray:
        """Return when the usual question may be asked; no day where nobody was talked with."""
        fits, _, windows = zip(*self.questions, strict=True)
        return np.select(fits, windows, NO_DAY)

    @cached_property
    def opens(self) -> np.ndarray:
        """Return the day the usual letter may go: of the one status rule that fits."""
        window = np.where(self.on_hold, self.hold_window, self.question_window)
        closing = known(window) & self.asked_enough & ~self.to_answer
        usual = self.ready(np.where(closing, self.closing_window, window))
        return np.where(self.untimed & ~closing, self.paced(window), usual)

    @cached_property
    def too_late(self) -> np.ndarray:
        """Return where the usual letter might have gone long ago (Q1)."""
        return np.asarray(self.after(self.opens, self.n["long_quiet_after"]) <= self.today)

    def grace_for(self, vague: np.ndarray | bool) -> np.ndarray:
        """Return the workdays that pass after a date, vague or not, whoever gave it (D1)."""
        longer = np.asarray(vague) & ~self.waits
        return np.where(longer, self.n["grace_vague"], self.n["grace"])

    def after_grace(self, days: np.ndarray, grace: int | np.ndarray) -> np.ndarray:
        """Return the first day after each date of theirs and its grace (D1)."""
        return self.after(days, grace + 1)

    def asked_from(self, day: dt.date, application_id: str, *, vague: bool) -> dt.date:
        """Return when one can ask if a day they name now passes; whose may be new (D1)."""
        at = self.place(application_id)
        new = self.n["grace_vague" if vague else "grace"]
        grace = self.grace_for(vague)[at] if at >= 0 else new
        opens: dt.datetime = self.after_grace(np.asarray(day, "datetime64[s]"), grace).item()
        return opens.date()

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
        waits = [window, self.gap_day, self.fresh_day, self.tried_day, self.reference_window]
        day = np.where(known(window), np.fmax.reduce(waits), NO_DAY)
        return self.facts.days.on_or_after(day).astype("datetime64[s]")


def view_of(facts: Facts, pace: dict[str, int]) -> View:
    """Return what the rules look at, from the facts and the numbers of the pace."""
    arrays = {name: facts.applications[name].to_numpy() for name in FACTS}
    return View(**arrays, facts=facts, n=pace)

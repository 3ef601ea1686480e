"""How each application stands on one day: what the rules ask first, before any day is counted."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from followup_lib.advice.application_facts import ApplicationFacts
from followup_lib.advice.facts import Facts
from followup_lib.advice.pace import LAST_WORDS
from followup_lib.records.situations import Situation
from followup_lib.records.timeline import find
from followup_lib.records.vocabulary import CLOSED, LAST_ROUND, WAIT_FOR_THEM, Stage, Status


@dataclass(frozen=True, eq=False, repr=False)
class Standing(ApplicationFacts):
    """The facts, the settings, and what is so on this day.

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
    def rejected(self) -> np.ndarray:
        """Return where they chose someone else."""
        return np.asarray(self.status == Status.REJECTED)

    @cached_property
    def on_hold(self) -> np.ndarray:
        """Return what they put on hold."""
        return np.asarray(self.status == Status.ON_HOLD)

    @cached_property
    def saved(self) -> np.ndarray:
        """Return what was not applied to yet."""
        return np.asarray(self.stage == Stage.SAVED)

    @cached_property
    def applied(self) -> np.ndarray:
        """Return where nothing followed the application."""
        return np.asarray(self.stage == Stage.APPLIED)

    @cached_property
    def last_round(self) -> np.ndarray:
        """Return where all rounds are done."""
        return one_of(self.stage, LAST_ROUND)

    @cached_property
    def waits(self) -> np.ndarray:
        """Return where they asked to be left alone (W3)."""
        return np.asarray(self.wish == WAIT_FOR_THEM)

    @cached_property
    def dated(self) -> np.ndarray:
        """Return where a date of theirs counts."""
        return known(self.their_day)

    @cached_property
    def begun(self) -> np.ndarray:
        """Return where there is something to wait for: a talk, a date of theirs, or a hold."""
        return np.asarray(self.met | self.last_round | self.dated | self.on_hold | self.untimed)

    @cached_property
    def untimed(self) -> np.ndarray:
        """Return where a talk waits for a time (B1 to B4)."""
        return np.asarray(self.unfixed != "")

    @cached_property
    def to_answer(self) -> np.ndarray:
        """Return where the seeker is to speak next about a time: to answer, or to tell."""
        return np.asarray(self.untimed & known(self.asked_on) & ~known(self.answered_on))

    @cached_property
    def expects_word(self) -> np.ndarray:
        """Return where somebody should hear when another offer is accepted (E2)."""
        return np.asarray((self.begun | self.offered | self.has_contact) & ~self.saved)

    @cached_property
    def may_introduce(self) -> np.ndarray:
        """Return where a person is named to whom a note may go without an invitation."""
        return np.asarray(self.has_contact & (self.n["note_after_applying"] > 0))

    @cached_property
    def asked_enough(self) -> np.ndarray:
        """Return where as many messages as the pace allows went without an answer (W4)."""
        return np.asarray(self.sent >= self.n["messages"])

    @cached_property
    def said_last(self) -> np.ndarray:
        """Return where the last word was said: a closing one, or the one they wished for (W3)."""
        return np.asarray(one_of(self.last_for, LAST_WORDS) | self.waits & (self.sent > 0))

    @cached_property
    def asked_on_hold(self) -> np.ndarray:
        """Return where the one question of a hold was asked (H1)."""
        return np.asarray(self.on_hold & (self.last_for == Situation.ON_HOLD))

    def place(self, application_id: str) -> int:
        """Return the place of an application in each array, -1 for one not on file."""
        return int(find(self.facts.applications.index, np.array([application_id]))[0])

    def refused(self, *situations: Situation) -> np.ndarray:
        """Return which applications said "not this one" to a situation since they last heard."""
        said = [job for job, situation in self._no_more if situation in situations]
        return np.asarray(self.facts.applications.index.isin(said))

    @cached_property
    def _no_more(self) -> list[tuple[str, str]]:
        """Return the application and the situation of each "not this one" that stands."""
        snoozes = self.facts.put_off
        never = snoozes["due_on"].isna().to_numpy()
        jobs, situations = (snoozes[name].to_numpy() for name in ("application_id", "situation"))
        return list(zip(jobs[never], situations[never], strict=True))

    def wanted(self, situation: Situation) -> np.ndarray:
        """Return which applications did not say "not this one" to a situation."""
        return ~self.refused(situation)


def known(days: np.ndarray) -> np.ndarray:
    """Return where there is a day."""
    there: np.ndarray = ~np.isnat(days)
    return there


def first_known(days: np.ndarray, otherwise: np.ndarray | np.datetime64) -> np.ndarray:
    """Return each day, or where there is none the other one."""
    return np.where(known(days), days, otherwise)


def one_of(words: np.ndarray, allowed: Collection[str]) -> np.ndarray:
    """Return where a word is one of several."""
    return np.isin(words, list(allowed))

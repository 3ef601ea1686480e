"""When an offer is thanked for, answered and asked about, here and elsewhere (A2, A3, X1, X2)."""

import numpy as np

from followup_lib.advice.standing import first_known, known
from followup_lib.advice.windows import View
from followup_lib.records.timeline import NO_DAY


def to_thank_for(v: View) -> np.ndarray:
    """Return where an offer by word is to be thanked for, and asked for in writing, once (A2).

    A day of theirs for it that has passed without a word of thanks is asked about instead.
    """
    passed = v.dated & (v.their_window <= v.today)
    return np.asarray(v.offer_spoken & ~known(v.offer_thanked_on) & ~passed & ~_on_the_eve(v))


def to_answer(v: View) -> np.ndarray:
    """Return where an offer stands to be answered: one in writing, or with a day for it (A3).

    One by word that was thanked for gives way to the day they named for the written one, until the
    day before.
    """
    by_word = ~known(v.offer_day) | (v.dated & ~_on_the_eve(v))
    return np.asarray(v.offered & ~(v.offer_spoken & by_word))


def thanks_open(v: View) -> np.ndarray:
    """Return when to thank for an offer by word: the next workday, today without a day."""
    return first_known(v.after(v.offer_on, 1), v.today)


def answer_opens(v: View) -> np.ndarray:
    """Return when an offer stands on the list: at once, and after a message about it on the eve.

    So it is when they gave the time that was asked for. Without a day to answer by it is back a few
    workdays after the message.
    """
    given = v.offer_day >= v.asked_time_until
    asked_on = np.where(given, v.asked_time_on, v.offer_asked_on)
    back = first_known(eve(v, v.offer_day), v.after(asked_on, v.n["offer_unknown"]))
    waits = np.where(known(asked_on), np.fmax(back, asked_on), NO_DAY)
    return first_known(waits, first_known(v.offer_on, v.today))


def answer_due(v: View) -> np.ndarray:
    """Return the day to answer by; one that we set ourselves only until it has come."""
    ours = v.after(v.offer_on, v.n["offer_unknown"])
    kept = known(v.offer_asked_on) | v.offer_spoken | (ours < v.today)
    return first_known(v.offer_day, np.where(kept, NO_DAY, ours))


def told_to_wait(v: View) -> np.ndarray:
    """Return where they know of the offer elsewhere, and asked to wait until a day before it ends.

    It is asked about once more: the question makes the day of the last word ours again (X2).
    """
    told = (v.told_elsewhere_on >= v.elsewhere_on) & (v.their_said_on >= v.told_elsewhere_on)
    answered = (v.sent == 0) & (v.their_day < v.elsewhere_day)
    return np.asarray(told & answered & (v.elsewhere_day >= v.today))


def ask_again_on(v: View) -> np.ndarray:
    """Return the workday after the day they asked for, at the latest the eve of that deadline."""
    day = np.fmin(v.after(v.their_day, 1), eve(v, v.elsewhere_day))
    return v.facts.days.on_or_after(np.fmax(day, v.fresh_day)).astype("datetime64[s]")


def eve(v: View, days: np.ndarray) -> np.ndarray:
    """Return the workday before each day."""
    return v.facts.days.before(days, 1).astype("datetime64[s]")


def _on_the_eve(v: View) -> np.ndarray:
    return np.asarray(eve(v, v.offer_day) <= v.today)

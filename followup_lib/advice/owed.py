"""What the seeker owes: open promises with their days, also one that hangs on theirs (P6)."""

import numpy as np
import pandas as pd

from followup_lib.reading.promises import is_contact
from followup_lib.records.timeline import Columns, Log, at, earliest_of, find, last_of
from followup_lib.records.vocabulary import Event
from followup_lib.records.workdays import Workdays


def owed_now(
    promises: pd.DataFrame,
    past: Log,
    word: np.ndarray,
    days: Workdays,
    unknown: int,
    now: np.datetime64,
) -> pd.DataFrame:
    """Return the seeker's open promises, `dated` (bool) when a day was named, and `contact` (bool).

    Without a day a promise is due the next workday (`unknown` workdays) after it was made (P2); one
    made on a day that is not known either is due now. `word` marks the rows of `past` in which they
    spoke.
    """
    mine = promises[(promises["event"] == Event.I_PROMISED) & (promises["state"] == "open")]
    mine = _still_hanging(mine, promises, past, word, days)
    dated = mine["due_on"].notna()
    soon = days.after(mine["stated_on"].to_numpy(), unknown).astype("datetime64[s]")
    due = np.where(dated, mine["due_on"].to_numpy(), np.where(np.isnat(soon), now, soon))
    hangs = mine["refers_to"] != ""
    contact = np.array([*map(is_contact, mine["said"], mine["channel"], hangs)], bool)
    return mine.assign(dated=dated, due_on=due, contact=contact)


def first_owed(owed: pd.DataFrame, jobs: pd.Index, to_key: np.ndarray) -> Columns:
    """Return `promise_due`, the first day of what is owed in each application, and `contact_due`.

    That is the first day a contact is promised for to the person it would write to, `to_key`,
    whatever application the promise is about (P4).
    """
    job, due = owed["job"].to_numpy(), owed["due_on"].to_numpy()
    codes, _ = pd.factorize(to_key)
    contact = (owed["contact"] & owed["dated"]).to_numpy() & (job >= 0)
    of = codes[job[contact]]
    return {
        "promise_due": earliest_of(job, len(jobs), due),
        "contact_due": earliest_of(of, len(jobs), due[contact])[codes],
    }


def _still_hanging(
    mine: pd.DataFrame, promises: pd.DataFrame, past: Log, word: np.ndarray, days: Workdays
) -> pd.DataFrame:
    """Leave out what hung on a promise of theirs that they kept; the rest falls due on its day.

    It is dissolved once theirs is settled, or they speak again, in whatever way. Where theirs was
    moved to the own day or later, the next workday after it counts.
    """
    if not (mine["refers_to"] != "").any():
        return mine
    theirs = find(pd.Index(promises["event_id"]), mine["refers_to"])
    state, day, first = (
        at(promises[name].to_numpy(), theirs) for name in ("state", "due_on", "first_due_on")
    )
    made = find(pd.Index(past["event_id"]), mine["event_id"])
    moves = past.was(Event.THEY_PROMISED, Event.MOVED)
    spoke = np.flatnonzero(word & ~moves)
    last_word = at(last_of(past.job[spoke], past.n, spoke), mine["job"].to_numpy())
    dissolved = (theirs >= 0) & ((state != "open") | (last_word > made))
    own = mine["due_on"].to_numpy()
    later = (day != first) & (day >= own)
    due = np.where(later, days.after(day, 1).astype("datetime64[s]"), own)
    hanging: pd.DataFrame = mine.assign(due_on=due)[~dissolved]
    return hanging

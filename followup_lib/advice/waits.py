"""How long an answer takes after the last interview, those who still wait counted rightly."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from followup_lib.advice.facts import Facts, facts
from followup_lib.records.tables import Tables
from followup_lib.records.their_word import WAIT_ENDED
from followup_lib.records.vocabulary import Event

FEW = 5
"""Of fewer interviews no middle is told."""
Z = 1.96
"""Standard deviations to either side that hold nineteen of twenty."""
LAST = (Event.INTERVIEW, Event.FINAL_INTERVIEW)
LEFT = (Event.WITHDRAWN, Event.NO_RESPONSE)
"""The seeker stopped waiting: no answer of theirs, so the wait counts up to that day."""


@dataclass(frozen=True)
class Waits:
    """The waits of a search, or of several, and their Kaplan-Meier curve.

    `rows` has one row per application with an interview on a known day: `application_id`, `on`
    (its last interview), `days` (calendar days until the answer, else until the wait ended or
    today), `answered`. `days` and `share` are the steps of the curve: the share that still waits
    after so many days; `band` has two rows, where it may lie in nineteen of twenty searches like
    this (Greenwood, on the log-log scale). `median` is None where the curve never falls to half.
    """

    rows: pd.DataFrame
    days: np.ndarray
    share: np.ndarray
    median: int | None

    @property
    def still(self) -> int:
        """How many have no answer yet."""
        return int((~self.rows["answered"]).sum())

    @property
    def band(self) -> np.ndarray:
        """The lower and the upper edge of the band; once nobody waits it stays as it was."""
        share = self.share
        waited, answered = (self.rows[name].to_numpy() for name in ("days", "answered"))
        _, at_risk, came = _counts(waited, answered.astype(bool))
        known = (share > 0) & (share < 1)
        left = np.where(known, at_risk - came, 1)
        spread = np.sqrt(np.cumsum(np.where(known, came / (at_risk * left), 0)))
        log = np.log(np.where(known, share, 0.5))
        edges = np.where(known, share ** np.exp(np.outer([-1, 1], Z * spread / log)), share)
        edges = np.sort(edges, axis=0)
        if len(share) > 1 and share[-1] == 0:
            edges[1, -1] = edges[1, -2]
        return np.asarray(edges)


def waits(tables: Tables, today: dt.date) -> Waits:
    """Measure the days from the last interview to the answer, and draw their curve."""
    return curve(measured(facts(tables, today)))


def measured(known: Facts) -> pd.DataFrame:
    """Return the days from the last interview to the answer: a reply, next stage, an outcome.

    The columns are those of `Waits.rows`. Applications without an answer are censored: today, or on
    the day the seeker withdrew or let it rest.
    """
    past = known.past.assign(place=np.arange(len(known.past)))
    last = past[past["event"].isin(list(LAST))].drop_duplicates("application_id", keep="last")
    last = last[last["on"].notna()].set_index("application_id")
    after = past["place"] > past["application_id"].map(last["place"])
    later = past[after].sort_values("place")

    def first(events: Collection[Event]) -> pd.Series:
        days = later[later["event"].isin(list(events))].groupby("application_id")["on"]
        return days.first().reindex(last.index)

    answer, left = first(WAIT_ENDED), first(LEFT)
    answered = answer.notna() & ~(left < answer)
    end = answer.where(answered, left.fillna(known.today))
    rows = pd.DataFrame({"on": last["on"], "days": (end - last["on"]).dt.days.astype("int64")})
    return rows.assign(answered=answered).rename_axis("application_id").reset_index()


def pooled(several: Iterable[pd.DataFrame]) -> Waits:
    """Return the rows of several searches as one: each wait counts once, whoever waited.

    >>> len(pooled([]).rows)
    0
    """
    frames = [rows for rows in several if len(rows)]
    none = pd.DataFrame({"days": [], "answered": []})
    return curve(pd.concat(frames, ignore_index=True) if frames else none)


def curve(rows: pd.DataFrame) -> Waits:
    """Return waits with their Kaplan-Meier curve."""
    return Waits(rows, *steps(rows["days"].to_numpy("float64"), rows["answered"].to_numpy(bool)))


def steps(waited: np.ndarray, answered: np.ndarray) -> tuple[np.ndarray, np.ndarray, int | None]:
    """Return the days on which waits end, the share that still waits then, and the median.

    On every day on which a wait ends, the share falls by the part of those who had waited as long
    that were answered then.
    """
    days, at_risk, came = _counts(waited, answered)
    share = np.cumprod((at_risk - came) / at_risk).round(12)  # one half is one half
    half = days[share <= 0.5]
    return days, share, int(half[0]) if len(half) else None


def _counts(waited: np.ndarray, answered: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the days on which waits end, how many had waited as long, and how many ended so."""
    answers, waited = np.sort(waited[answered]), np.sort(waited)
    days = np.unique(waited)
    at_risk = len(waited) - np.searchsorted(waited, days)
    return days, at_risk, np.searchsorted(answers, days, "right") - np.searchsorted(answers, days)

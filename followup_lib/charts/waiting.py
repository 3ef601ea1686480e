"""How long an answer takes after the last interview, those who still wait counted rightly."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from followup_lib.advice.facts import Facts, facts
from followup_lib.advice.plan import Plan
from followup_lib.charts.frame import Frame, framed, sentence
from followup_lib.charts.given import Day, Source, given
from followup_lib.charts.head import LINE, PAD
from followup_lib.charts.look import FAINT, FILLS, INK, ROOMY, SMALL, SOFT, fold, look, room_of
from followup_lib.charts.reach import FEW
from followup_lib.records.dates import count
from followup_lib.records.vocabulary import WAIT_ENDED, Event

LAST = (Event.INTERVIEW, Event.FINAL_INTERVIEW)
LEFT = (Event.WITHDRAWN, Event.NO_RESPONSE)
"""The seeker stopped waiting: no answer of theirs, so the wait counts up to that day."""
PUBLISHED = (
    "Not from this search, and never mixed in: from interview to offer 24 to 26 days on average "
    "(new graduates in the US; employer surveys by NACE, 2017–2023; whether work or calendar days "
    "is not certain). No good figure exists for others."
)
BESIDE = 44, 14
"""Pixels beside the axes."""
DAYS = "calendar days since the last interview; beneath, how many waited so long"
GROUND = "#DCE9F3"
"""The colour of the band."""
Z = 1.96
"""Standard deviations to either side that hold nineteen of twenty."""
HIGH = 220
"""Pixels of the axes."""
TOO_FEW = (
    "{}{}. Once you have five interviews, this shows how long answers take; fewer wouldn’t "
    "tell you much."
)


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
    band: np.ndarray
    median: int | None

    @property
    def still(self) -> int:
        """How many have no answer yet."""
        return int((~self.rows["answered"]).sum())


def waits(tables: Source, today: Day = None, *, now: Plan | None = None) -> Waits:
    """Measure the days from the last interview to the answer, and draw their curve."""
    return curve(measured(now.facts if now else facts(*given(tables, today))))


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


def pooled(several: Iterable[Waits]) -> Waits:
    """Return the waits of several searches as one: each wait counts once, whoever waited.

    >>> len(pooled([]).rows)
    0
    """
    frames = [each.rows for each in several if len(each.rows)]
    none = pd.DataFrame({"application_id": [], "on": [], "days": [], "answered": []})
    return curve(pd.concat(frames, ignore_index=True) if frames else none)


def curve(rows: pd.DataFrame) -> Waits:
    """Return waits with their Kaplan-Meier curve.

    On every day on which a wait ends, the share falls by the part of those who had waited as long
    that were answered then.
    """
    waited = np.sort(rows["days"].to_numpy("float64"))
    answers = np.sort(rows.loc[rows["answered"].astype(bool), "days"].to_numpy("float64"))
    days = np.unique(waited)
    at_risk = len(waited) - np.searchsorted(waited, days)
    answered = np.searchsorted(answers, days, "right") - np.searchsorted(answers, days)
    share = np.cumprod((at_risk - answered) / at_risk).round(12)  # one half is one half
    half = days[share <= 0.5]
    band = _band(share, at_risk, answered)
    return Waits(rows, days, share, band, int(half[0]) if len(half) else None)


def _band(share: np.ndarray, at_risk: np.ndarray, answered: np.ndarray) -> np.ndarray:
    """Return the lower and the upper edge of the band; once nobody waits it stays as it was."""
    known = (share > 0) & (share < 1)
    left = np.where(known, at_risk - answered, 1)
    spread = np.sqrt(np.cumsum(np.where(known, answered / (at_risk * left), 0)))
    log = np.log(np.where(known, share, 0.5))
    edges = np.where(known, share ** np.exp(np.outer([-1, 1], Z * spread / log)), share)
    edges = np.sort(edges, axis=0)
    if len(share) and share[-1] == 0 and len(share) > 1:
        edges[1, -1] = edges[1, -2]
    return np.asarray(edges)


def plot_waiting(
    tables: Source,
    today: Day = None,
    *,
    size: int = 690,
    now: Plan | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw the share still without an answer, by days since the last interview (Kaplan-Meier).

    A cross is someone who still waits, the light band how far the share may be off, and under each
    day stands how many waited so long; the line is dotted where fewer than five do, or with fewer
    than five answers. Below five interviews a sentence says why nothing is drawn.
    Without `ax` a figure `size` pixels wide is made. `now` is the plan of this day, when it has
    been made already. Returns the axes.
    """
    return plot_waits(waits(tables, today, now=now), size=size, ax=ax)


def plot_waits(waits: Waits, *, size: int = 690, ax: Axes | None = None) -> Axes:
    """Draw waits that were measured already, as `plot_waiting` does."""
    with look():
        if len(waits.rows) < FEW:
            return sentence(few(waits), size, ax)
        wide = size - 2 * PAD - sum(BESIDE) if ax is None else room_of(ax)[0]
        days_are = fold(DAYS, wide, SMALL)
        below = 40 + LINE * (days_are.count("\n") + 1)
        words = half(waits) if ax and min(room_of(ax)) < ROOMY else f"{half(waits)} {PUBLISHED}"
        ax = framed(Frame(title_of(waits), words, HIGH, *BESIDE, 20, below), size, ax)
        _axis(ax, waits)
        ax.set_xlabel(days_are, color=SOFT, size=SMALL)
        days, share = np.append(0, waits.days), np.append(1, waits.share)
        ink = FILLS["final_interview"].face
        low, high = (np.append(1, edge) for edge in waits.band)
        ax.fill_between(days, low, high, step="post", color=GROUND, linewidth=0, label="band")
        thin = _thin_from(waits)
        for tail, line in ((False, "solid"), (True, (0, (1, 1)))):
            x, y = _cut(days, share, thin, tail=tail)
            name = "few still waiting" if tail else "still waiting"
            ax.step(x, y, where="post", color=ink, linewidth=1 if tail else 2, ls=line, label=name)
        open_ = np.sort(waits.rows.loc[~waits.rows["answered"], "days"].to_numpy())
        at = share[np.searchsorted(days, open_, side="right") - 1]
        ax.plot(open_, at, "x", color=INK, markersize=5, label="no answer yet", clip_on=False)
        _median(ax, waits)
    return ax


def _thin_from(waits: Waits) -> float:
    """Return the day from which fewer than five still wait: the start with so few answers."""
    if int(waits.rows["answered"].sum()) < FEW:
        return 0
    return float(np.sort(waits.rows["days"])[-FEW])


def _cut(
    days: np.ndarray, share: np.ndarray, at: float, *, tail: bool
) -> tuple[np.ndarray, np.ndarray]:
    """Return the steps up to a day, or from it on."""
    level = share[np.searchsorted(days, at, side="right") - 1]
    if tail:
        after = days > at
        return np.append(at, days[after]), np.append(level, share[after])
    before = days <= at
    return np.append(days[before], at), np.append(share[before], level)


def _axis(ax: Axes, waits: Waits) -> None:
    last = max(float(waits.rows["days"].max()), 5) * 1.03
    ax.set(xlim=(0, last), ylim=(0, 1.02))
    ax.set_yticks([0, 0.5, 1], ["none", "half", "all"])
    whole = np.asarray(MaxNLocator(nbins=8, integer=True).tick_values(0, last))
    whole = whole[whole <= last]
    waited = np.sort(waits.rows["days"].to_numpy())
    at_risk = len(waited) - np.searchsorted(waited, whole)
    ax.set_xticks(whole, [f"{day:g}\n{n}" for day, n in zip(whole, at_risk, strict=True)])
    ax.tick_params(axis="x", top=False, labeltop=False, bottom=True, labelbottom=True)
    ax.tick_params(axis="y", pad=6)
    ax.spines["top"].set_visible(False)
    ax.spines["bottom"].set_visible(True)
    ax.grid(axis="y", color=FAINT)
    ax.set_axisbelow(True)
    ax.set_xlabel(
        "calendar days since the last interview; beneath, how many waited so long",
        color=SOFT,
        size=SMALL,
    )
    how: dict[str, Any] = {
        "size": SMALL,
        "color": SOFT,
        "textcoords": "offset points",
        "xycoords": "axes fraction",
    }
    caption = "no answer yet (each × is one you’re waiting on)"
    ax.annotate(caption, (0, 1), xytext=(-30, 8), va="bottom", **how)


def _median(ax: Axes, waits: Waits) -> None:
    if waits.median is not None and int(waits.rows["answered"].sum()) >= FEW:
        how: dict[str, Any] = {"colors": INK, "linestyles": (0, (3, 3)), "linewidth": 1}
        ax.vlines(waits.median, 0, 0.5, label="median", **how)
        ax.hlines(0.5, 0, waits.median, **how)


def title_of(waits: Waits) -> str:
    """Return the title: of how many interviews, and how many still wait."""
    return (
        f"How long an answer took after {len(waits.rows)} interviews, {waits.still} still waiting"
    )


def half(waits: Waits) -> str:
    """Return the median in words, where there is one."""
    answers = int(waits.rows["answered"].sum())
    if answers < FEW:
        return f"{count(answers, 'answer').capitalize()} so far: too few to say what is usual."
    if waits.median is None:
        return "Fewer than half have an answer yet, so there’s no middle to name."
    return f"Half had an answer within {count(waits.median, 'day')}."


def few(waits: Waits) -> str:
    """Return the sentence that stands instead of a chart of too few interviews."""
    n = len(waits.rows)
    waiting = f", {waits.still} still waiting for an answer" if waits.still else ""
    return TOO_FEW.format(f"{n or 'No'} interview{'' if n == 1 else 's'} so far", waiting)


def describe_waiting(tables: Source, today: Day = None, *, now: Plan | None = None) -> str:
    """Return how long answers took in sentences, from the numbers that are drawn."""
    return describe_waits(waits(tables, today, now=now))


def describe_waits(waits: Waits) -> str:
    """Return waits that were measured already in sentences, as `describe_waiting` does."""
    if len(waits.rows) < FEW:
        return few(waits)
    days = waits.rows[waits.rows["answered"]]["days"]
    span = ""
    if len(days):
        span = f" The {count(len(days), 'answer')} came {_between(days)} after the last interview."
    return f"{title_of(waits)}. {half(waits)}{span} {PUBLISHED}"


def _between(days: pd.Series) -> str:
    least, most = int(days.min()), int(days.max())
    return count(least, "day") if least == most else f"{least} to {count(most, 'day')}"

"""How long an answer takes after the last interview, those who still wait counted rightly."""

import math
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from followup_lib.advice.plan import Plan
from followup_lib.advice.waits import FEW, Waits, curve, measured, waits
from followup_lib.charts.frame import Frame, framed, sentence
from followup_lib.charts.given import Day, Source, given
from followup_lib.charts.head import LINE, PAD
from followup_lib.charts.look import (
    FAINT,
    FILLS,
    INK,
    ROOMY,
    SMALL,
    SOFT,
    fold,
    in_pixels,
    look,
    room_of,
)
from followup_lib.records.dates import count

PUBLISHED = (
    "Not from this search, and never mixed in: from interview to offer 24 to 26 days on average "
    "(new graduates in the US; employer surveys by NACE, 2017–2023; whether work or calendar days "
    "is not certain). No good figure exists for others."
)
BESIDE = 44, 14
"""Pixels beside the axes."""
DAYS = "calendar days since the last interview; below, how many waited that long"
GROUND = "#DCE9F3"
"""The color of the band."""
CROSS, CROSSES = 6, 10
"""Pixels from one cross of a day to the next, and how many stand over a day at most."""
HIGH = 220
"""Pixels of the axes."""
TOO_FEW = (
    "{}{}. Once you have five interviews, this shows how long answers take; fewer wouldn’t "
    "tell you much."
)


def plot_waiting(
    tables: Source,
    today: Day = None,
    *,
    size: int = 690,
    now: Plan | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw the share still without an answer, by days since the last interview (Kaplan-Meier).

    A cross is someone who still waits, or up to as many as its caption says; the light band is how
    far the share may be off, and under each day stands how many waited so long; the line is dotted
    where fewer than five do, or with fewer than five answers. Below five interviews a sentence says
    why nothing is drawn.
    Without `ax` a figure `size` pixels wide is made. `now` is the plan of this day, when it has
    been made already. Returns the axes.
    """
    return plot_waits(_measured(tables, today, now), size=size, ax=ax)


def _measured(tables: Source, today: Day, now: Plan | None) -> Waits:
    return curve(measured(now.facts)) if now else waits(*given(tables, today))


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
        _caption(ax, _each(waits))
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
        open_ = _crosses(waits, _each(waits))
        at = share[np.searchsorted(days, open_, side="right") - 1]
        ax.plot(
            *(open_, at + _stacked(open_, ax)),
            *("x",),
            color=INK,
            markersize=5,
            label="no answer yet",
            clip_on=False,
        )
        _median(ax, waits)
    return ax


def _stacked(days: np.ndarray, ax: Axes) -> np.ndarray:
    """Return how far each cross stands above the line: those of one day one over the other."""
    at = pd.Series(days).groupby(days).cumcount().to_numpy()
    return np.asarray(at * CROSS / in_pixels(ax)[1])


def _open_by_day(waits: Waits) -> pd.Series:
    return waits.rows.loc[~waits.rows["answered"], "days"].value_counts().sort_index()


def _each(waits: Waits) -> int:
    """Return for how many who wait one cross stands, so that those of a day can be told apart."""
    return math.ceil(_open_by_day(waits).max() / CROSSES) if waits.still else 1


def _crosses(waits: Waits, each: int) -> np.ndarray:
    """Return the day of every cross."""
    open_ = _open_by_day(waits)
    return np.repeat(open_.index.to_numpy(), -(-open_.to_numpy() // each))


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
    before = days <= (at or -1)  # from the start on, all of it is tail
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


def _caption(ax: Axes, each: int) -> None:
    how: dict[str, Any] = {
        "size": SMALL,
        "color": SOFT,
        "textcoords": "offset points",
        "xycoords": "axes fraction",
    }
    so_many = "one" if each == 1 else f"up to {each}"
    caption = f"no answer yet (each × is {so_many} you’re waiting on)"
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
        return "Fewer than half have an answer yet, so there’s no median yet."
    n = int((waits.rows["days"] >= waits.median).sum())
    judged = f", judging by the {n if n > 1 else 'one'} who waited that long" if n < FEW else ""
    return f"Half had an answer within {count(waits.median, 'day')}{judged}."


def few(waits: Waits) -> str:
    """Return the sentence that stands instead of a chart of too few interviews."""
    n = len(waits.rows)
    waiting = f", {waits.still} still waiting for an answer" if waits.still else ""
    return TOO_FEW.format(f"{n or 'No'} interview{'' if n == 1 else 's'} so far", waiting)


def describe_waiting(tables: Source, today: Day = None, *, now: Plan | None = None) -> str:
    """Return how long answers took in sentences, from the numbers that are drawn."""
    return describe_waits(_measured(tables, today, now))


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

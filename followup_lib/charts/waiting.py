"""How long an answer takes after the last interview, those who still wait counted rightly."""

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from followup_lib.advice.plan import Plan
from followup_lib.advice.waits import FEW, Waits, curve, measured, waits
from followup_lib.charts.frame import Frame, framed, sentence
from followup_lib.charts.free import Free, along, block
from followup_lib.charts.given import Day, Source, given
from followup_lib.charts.head import LINE, PAD
from followup_lib.charts.look import (
    FAINT,
    FILLS,
    INK,
    POINT,
    ROOMY,
    SMALL,
    SOFT,
    fold,
    look,
    room_of,
)
from followup_lib.records.dates import count, tally

PUBLISHED = "Elsewhere: on average 24 to 26 days to an offer, for new graduates in the US (NACE)."
COUNTED = "“Half” is an estimate: who still waits counts, too. Thin line: few are left."
BESIDE = 58, 14
"""Pixels beside the axes."""
DAYS = "days since the last interview; under each day, how many waited that long"
GROUND = "#DCE9F3"
"""The color of the band, and of the words that say what it is."""
PALE = "pale: how far off\nthe line may be"
CROSS, CROSSES = 6, 4
"""Pixels from one cross of a day to the next, and how many stand over a day at most."""
HIGH, TOP = 230, 1.16
"""Pixels of the axes, and the share at their top: crosses of the first day have room there."""
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

    A line down the chart says by when half had an answer, and a cross is someone who still
    waits (one a day, where many do); the pale band is how far the share may be off, and under each
    day stands how many waited so long; the curve is thin where fewer than five do, or with fewer
    than five answers. Below five interviews a sentence says why nothing is drawn.
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
        small = ax is not None and min(room_of(ax)) < ROOMY
        note = COUNTED if small else f"{COUNTED}\n{PUBLISHED}"
        ax = framed(Frame(half(waits), note, HIGH, *BESIDE, 20, below), size, ax)
        _axis(ax, waits)
        ax.set_xlabel(days_are, color=SOFT, size=SMALL)
        days, share = np.append(0, waits.days), np.append(1, waits.share)
        ink = FILLS["final_interview"].face
        low, high = (np.append(1, edge) for edge in waits.band)
        ax.fill_between(days, low, high, step="post", color=GROUND, linewidth=0, label="band")
        thin = _thin_from(waits)
        for tail in (False, True):
            x, y = _cut(days, share, thin, tail=tail)
            name = "few still waiting" if tail else "still waiting"
            ax.step(x, y, where="post", color=ink, linewidth=1 if tail else 2, label=name)
        _label(ax, waits, _draw_crosses(ax, waits))
    return ax


def _draw_crosses(ax: Axes, waits: Waits) -> np.ndarray:
    """Draw a cross for each who still waits, those of a day one over the other; return where.

    Where they would be a tower, a day has one.
    """
    open_ = waits.rows.loc[~waits.rows["answered"], "days"].sort_values()
    nth = open_.groupby(open_).cumcount()
    tower = nth.max() >= CROSSES
    open_, nth = (one[nth == 0] if tower else one for one in (open_, nth))
    at = waits.share[np.searchsorted(waits.days, open_)]
    y = at + nth.to_numpy() * CROSS * TOP / room_of(ax)[1]
    ax.plot(open_, y, "x", color=INK, markersize=5, label="no answer yet", clip_on=False)
    caption = still(waits) + f" (× is one {'or more' if tower else 'of them'})" * bool(waits.still)
    how: dict[str, Any] = {"textcoords": "offset points", "xycoords": "axes fraction"}
    left = -BESIDE[0] * POINT
    ax.annotate(caption, (0, 1), xytext=(left, 8), va="bottom", size=SMALL, color=SOFT, **how)
    return np.column_stack([open_, y])


def _label(ax: Axes, waits: Waits, crosses: np.ndarray) -> None:
    """Say what the line of the half and the band are, where neither curve nor cross is."""
    wide, high = room_of(ax)
    scale = np.array([wide / ax.get_xlim()[1], high / TOP])
    x, y = np.append(0, waits.days).repeat(2)[1:], np.append(1, waits.share).repeat(2)[:-1]
    free = Free((wide, high), along(np.column_stack([x, y]) * scale), crosses * scale)
    if waits.median is not None and int(waits.rows["answered"].sum()) >= FEW:
        at = waits.median * scale[0]
        ax.vlines(waits.median, 0, TOP, colors=INK, linestyles=(0, (3, 3)), lw=1, label="median")
        ax.plot(waits.median, 0.5, "o", color=INK, markersize=5, label="half")
        words = f"half had an answer\nby day {waits.median}"
        across, tall = block(words)
        sides = [(x, y) for y in np.arange(high - tall, 0, -8) for x in (at + 7, at - 7 - across)]
        _say(ax, words, free.place(words, sides), scale)
        free.taken = np.concatenate([free.taken, along(np.array([(at, 0), (at, high)]))])
    right = waits.days[-1] * scale[0] - block(PALE)[0] - 4
    grid = np.array([(x, y) for x in np.arange(right, 0, -8) for y in np.arange(4, high, 8)])
    best = np.argsort(_outside(waits, grid / scale, block(PALE) / scale), kind="stable")
    ground = {"facecolor": GROUND, "linewidth": 0, "pad": 1}
    _say(ax, PALE, free.place(PALE, grid[best]), scale, bbox=ground)


def _outside(waits: Waits, corners: np.ndarray, size: np.ndarray) -> np.ndarray:
    """Return how far boxes with these lower left corners stand out of the band."""
    edges = np.insert(waits.band, 0, 1, axis=1)
    off = np.zeros(len(corners))
    for part in (0, 0.5, 1):
        x, y = corners[:, 0] + part * size[0], corners[:, 1]
        low, high = edges[:, np.searchsorted(waits.days, x, side="right")]
        off += np.maximum(low - y, 0) + np.maximum(y + size[1] - high, 0)
    return off.round(2)


def _say(ax: Axes, words: str, at: Any, scale: np.ndarray, **how: Any) -> None:
    """Write words at their lower left corner in pixels, if one was free."""
    if at is not None:
        x, y = np.array(at) / scale
        ax.text(x, y, words, size=SMALL, color=INK, va="bottom", **how)


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
    ax.set(xlim=(0, last), ylim=(0, TOP))
    ax.set_yticks([0, 0.5, 1], ["no one", "half", "everyone\nwaits"])
    whole = np.asarray(MaxNLocator(nbins=8, integer=True).tick_values(0, last))
    whole = whole[whole <= last]
    waited = np.sort(waits.rows["days"].to_numpy())
    at_risk = len(waited) - np.searchsorted(waited, whole)
    ax.set_xticks(whole, [f"{day:g}\n{n}" for day, n in zip(whole, at_risk, strict=True)])
    ax.tick_params(axis="x", top=False, labeltop=False, bottom=True, labelbottom=True)
    ax.tick_params(axis="y", pad=6, labelsize=SMALL)
    ax.spines["top"].set_visible(False)
    ax.spines["bottom"].set_visible(True)
    ax.grid(axis="y", color=FAINT)
    ax.set_axisbelow(True)


def still(waits: Waits) -> str:
    """Return how many still wait, of how many."""
    return f"{waits.still} of {len(waits.rows)} still waiting for an answer"


def half(waits: Waits) -> str:
    """Return the median in words, where there is one."""
    answers = int(waits.rows["answered"].sum())
    if answers < FEW:
        return f"{count(answers, 'answer').capitalize()} so far: too few to say what is usual"
    if waits.median is None:
        return "Fewer than half have an answer yet"
    n = int((waits.rows["days"] >= waits.median).sum())
    judged = f", judging by the {n if n > 1 else 'one'} who waited that long" if n < FEW else ""
    return f"Half had an answer within {count(waits.median, 'day')} of the last interview{judged}"


def few(waits: Waits) -> str:
    """Return the sentence that stands instead of a chart of too few interviews."""
    n = len(waits.rows)
    waiting = f", {waits.still} still waiting for an answer" if waits.still else ""
    return TOO_FEW.format(f"{tally(n, 'interview') if n else 'No interviews'} so far", waiting)


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
    return f"{half(waits)}; {still(waits)}.{span} {COUNTED} {PUBLISHED}"


def _between(days: pd.Series) -> str:
    least, most = int(days.min()), int(days.max())
    return count(least, "day") if least == most else f"{least} to {count(most, 'day')}"

"""How long an answer takes after the last interview, those who still wait counted rightly."""

import datetime as dt
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from followup_lib.advice.plan import Plan
from followup_lib.advice.waits import FEW, Waits, waits
from followup_lib.charts.frame import Frame, framed, sentence
from followup_lib.charts.look import FAINT, FILLS, INK, SMALL, SOFT, look
from followup_lib.records.dates import count
from followup_lib.records.tables import Tables

PUBLISHED = (
    "Not from this search, and never mixed in: from interview to offer 24 to 26 days on average "
    "(new graduates in the US; employer surveys by NACE, 2017–2023; whether work or calendar days "
    "is not certain). No good figure exists for others."
)
HIGH = 220
"""Pixels of the axes."""
TOO_FEW = (
    "{}{}. Once you have five interviews, this shows how long answers take; fewer wouldn’t "
    "tell you much."
)


def plot_waiting(
    tables: Tables,
    today: dt.date,
    *,
    size: int = 690,
    now: Plan | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw the share still without an answer, by days since the last interview (Kaplan-Meier).

    A cross is someone who still waits. Below five interviews a sentence says why nothing is drawn.
    Without `ax` a figure `size` pixels wide is made. `now` is the plan of this day, when it has
    been made already. Returns the axes.
    """
    return plot_waits(waits(tables, today, now=now), size=size, ax=ax)


def plot_waits(waits: Waits, *, size: int = 690, ax: Axes | None = None) -> Axes:
    """Draw waits that were measured already, as `plot_waiting` does."""
    with look():
        if len(waits.rows) < FEW:
            return sentence(few(waits), size, ax)
        frame = Frame(title_of(waits), f"{half(waits)} {PUBLISHED}", HIGH, 44, 14, 20, 40)
        ax = framed(frame, size, ax)
        _axis(ax, waits)
        days, share = np.append(0, waits.days), np.append(1, waits.share)
        ink = FILLS["final_interview"].face
        ax.step(days, share, where="post", color=ink, linewidth=2, label="still waiting")
        open_ = np.sort(waits.rows.loc[~waits.rows["answered"], "days"].to_numpy())
        at = share[np.searchsorted(days, open_, side="right") - 1]
        ax.plot(open_, at, "x", color=INK, markersize=5, label="no answer yet", clip_on=False)
        _median(ax, waits)
    return ax


def _axis(ax: Axes, waits: Waits) -> None:
    last = max(float(waits.rows["days"].max()), 5) * 1.03
    ax.set(xlim=(0, last), ylim=(0, 1.02))
    ax.set_yticks([0, 0.5, 1], ["none", "half", "all"])
    whole = np.asarray(MaxNLocator(nbins=8, integer=True).tick_values(0, last))
    ax.set_xticks(whole[whole <= last])
    ax.tick_params(axis="x", top=False, labeltop=False, bottom=True, labelbottom=True)
    ax.tick_params(axis="y", pad=6)
    ax.spines["top"].set_visible(False)
    ax.spines["bottom"].set_visible(True)
    ax.grid(axis="y", color=FAINT)
    ax.set_axisbelow(True)
    ax.set_xlabel("calendar days since the last interview", color=SOFT, size=SMALL)
    how: dict[str, Any] = {
        "size": SMALL,
        "color": SOFT,
        "textcoords": "offset points",
        "xycoords": "axes fraction",
    }
    caption = "no answer yet (each × is one you’re waiting on)"
    ax.annotate(caption, (0, 1), xytext=(-30, 8), va="bottom", **how)


def _median(ax: Axes, waits: Waits) -> None:
    if waits.median is not None:
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
    if waits.median is None:
        return "Fewer than half have an answer yet, so there’s no middle to name."
    return f"Half had an answer within {count(waits.median, 'day')}."


def few(waits: Waits) -> str:
    """Return the sentence that stands instead of a chart of too few interviews."""
    n = len(waits.rows)
    waiting = f", {waits.still} still waiting for an answer" if waits.still else ""
    return TOO_FEW.format(f"{n or 'No'} interview{'' if n == 1 else 's'} so far", waiting)


def describe_waiting(tables: Tables, today: dt.date, *, now: Plan | None = None) -> str:
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

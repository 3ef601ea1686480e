"""What happened week by week: applications sent, follow-ups, replies."""

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from followup_lib.advice.facts import facts
from followup_lib.advice.plan import Plan
from followup_lib.charts.days import written
from followup_lib.charts.frame import Frame, framed, sentence
from followup_lib.charts.given import Day, Source, given
from followup_lib.charts.look import FILLS, INK, SMALL, SOFT, in_pixels, look, room_of, width
from followup_lib.charts.rows import NAME
from followup_lib.records.situations import STATUS_SITUATIONS
from followup_lib.records.vocabulary import MESSAGES, Event

KINDS = {
    "sent": ("applications sent", "application sent", FILLS["screen"].face, ""),
    "followed_up": ("follow-ups", "follow-up", "#FFFFFF", "////"),
    "replies": ("replies", "reply", FILLS["final_interview"].face, ""),
}
"""What is counted: its words for several and for one, its color and hatch."""
DOTS = FILLS["on_hold"].lines
"""The color of the ground of a week that is not over."""
LANE, TOP = 92, 44
"""Pixels of the lane of a kind, and of its words and numbers in it."""
NOTHING = "Nothing in these {} weeks yet. What you send, and what comes back, is counted here."


def weeks(
    tables: Source, today: Day = None, *, last: int = 12, now: Plan | None = None
) -> pd.DataFrame:
    """Count what happened in each of the `last` weeks, this one included.

    The index is the Monday of each week; columns `sent` (applications), `followed_up` (status
    messages and calls that reached someone or something) and `replies`. Rows without a day are
    not counted.
    """
    known = now.facts if now else facts(*given(tables, today))
    past, monday = known.past, known.today - pd.Timedelta(days=known.today.day_of_week)
    event = past["event"]
    status = past["situation"].isin([*STATUS_SITUATIONS, ""])
    kinds = {
        "sent": event == Event.APPLIED,
        "followed_up": event.isin(list(MESSAGES)) & status,
        "replies": event == Event.HEARD_BACK,
    }
    index = pd.date_range(end=monday, periods=last, freq="7D", unit="s")
    begins = past["on"] - pd.to_timedelta(past["on"].dt.day_of_week, unit="D")
    counts = {
        name: begins[here].value_counts().reindex(index, fill_value=0).astype("int64")
        for name, here in kinds.items()
    }
    return pd.DataFrame(counts, index=index)


def plot_weeks(
    tables: Source,
    today: Day = None,
    *,
    last: int = 12,
    size: int = 690,
    now: Plan | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw three lanes of bars over the `last` weeks: applications sent, follow-ups, replies.

    Every bar has its number. Without `ax` a figure `size` pixels wide is made. `now` is the plan
    of this day, when it has been made already. Returns the axes.
    """
    counts = weeks(tables, today, last=last, now=now)
    with look():
        if not counts.to_numpy().any():
            return sentence(NOTHING.format(last), size, ax)
        ax = framed(Frame(title_of(counts), "", LANE * len(KINDS), 6, 6, 0, 34), size, ax)
        ax.set(xlim=(-0.5, last - 0.5), ylim=(LANE * len(KINDS), 0), yticks=[])
        pressed = max(LANE * len(KINDS) / in_pixels(ax)[1], 1)
        tallest = max(LANE - TOP * pressed, 4) / counts.to_numpy().max()
        _unfinished(ax, last)
        for place, name in enumerate(KINDS):
            _lane(ax, name, counts[name], LANE * (place + 1) - 8, tallest)
        _days(ax, counts)
    return ax


def _lane(ax: Axes, name: str, counts: pd.Series, floor: float, tallest: float) -> None:
    """Draw the bars of one kind standing on `floor`, so many pixels high for each one counted."""
    text, _, face, hatch = KINDS[name]
    at, high = np.arange(len(counts)), counts.to_numpy() * tallest
    bars = ax.bar(at, -high, 0.62, bottom=floor, label=name, facecolor=face, edgecolor=INK)
    for bar in bars:
        bar.set(linewidth=0.7, hatch=hatch or None)
    ax.axhline(floor, color=SOFT, linewidth=0.6)
    ax.text(-0.5, floor - LANE + 24, text, size=NAME, weight="bold", va="center")
    for x, n in enumerate(counts.tolist()):
        if n:
            ax.text(x, floor - n * tallest - 3, str(n), size=SMALL, ha="center", va="bottom")


def _unfinished(ax: Axes, last: int) -> None:
    """Dot the ground of this week, whose numbers may still grow."""
    how: dict[str, Any] = {"facecolor": "none", "edgecolor": DOTS, "linewidth": 0, "zorder": 0}
    ax.axvspan(last - 1.5, last - 0.5, hatch="...", label="unfinished", **how)


def _days(ax: Axes, counts: pd.DataFrame) -> None:
    """Name the Mondays that have room, the last always."""
    labels = [written(day, "MMM d") for day in counts.index]
    each = room_of(ax)[0] / len(labels)
    step = int(-(-(max(width(label, SMALL) for label in labels) + 10) // each))
    shown = range(len(labels) - 1, -1, -step)
    ax.set_xticks(list(shown), [labels[place] for place in shown])
    how: dict[str, Any] = {"top": False, "labeltop": False, "bottom": False, "labelbottom": True}
    ax.tick_params(axis="x", **how)
    for side in ax.spines.values():
        side.set_visible(False)
    ax.set_xlabel("weeks, each from its Monday; the dotted one isn’t over", color=SOFT, size=SMALL)


def title_of(counts: pd.DataFrame) -> str:
    """Return the title: how many of each in these weeks."""
    parts = [_counted(name, int(counts[name].sum())) for name in KINDS]
    return f"The last {len(counts)} weeks: {', '.join(parts)}"


def _counted(name: str, n: int) -> str:
    several, one, _, _ = KINDS[name]
    return f"{n} {one if n == 1 else several}"


def describe_weeks(
    tables: Source, today: Day = None, *, last: int = 12, now: Plan | None = None
) -> str:
    """Return the weeks in sentences, from the numbers that are drawn; empty weeks are left out."""
    counts = weeks(tables, today, last=last, now=now)
    if not counts.to_numpy().any():
        return NOTHING.format(last)
    lines = [f"{title_of(counts)}."]
    week: Any
    for week, row in counts[counts.any(axis=1)].iterrows():
        parts = [_counted(name, row[name]) for name in KINDS if row[name]]
        lines.append(f"Week of {written(week, 'MMMM d')}: {', '.join(parts)}.")
    return "\n".join(lines)

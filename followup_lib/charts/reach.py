"""How far applications get: by the furthest stage each ever reached."""

from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from followup_lib.advice.facts import facts
from followup_lib.advice.plan import Plan
from followup_lib.charts.bars import bar_rows
from followup_lib.charts.frame import sentence
from followup_lib.charts.given import Day, Source, given
from followup_lib.charts.look import FILLS, INK, look
from followup_lib.records.dates import tally
from followup_lib.records.vocabulary import CLOSED, STAGE_RANK, Stage, words

FEW = 5
"""Applications below which shares would say nothing, and nothing is drawn."""
STAGES = list(Stage)[1:]
"""From applied on: what was only saved was not sent anywhere."""
BAR = 22
"""Pixels of a bar."""
TOO_FEW = (
    "{} so far. Once you have {}, this shows how far applications get; fewer wouldn’t tell "
    "you much."
)


def reach(tables: Source, today: Day = None, *, now: Plan | None = None) -> pd.DataFrame:
    """Count applications by the furthest stage ever reached, whatever became of them then.

    One row per stage from applied to offer (the index, words of the files): `n`, and `under_way`,
    those of them that have not ended. An application only saved is not counted.
    """
    f = (now.facts if now else facts(*given(tables, today))).applications
    sent = f[f["furthest"].isin(STAGES)]
    live = sent[~sent["status"].isin(list(CLOSED))]
    index = pd.Index([str(stage) for stage in STAGES])
    counts = (rows["furthest"].value_counts().reindex(index, fill_value=0) for rows in (sent, live))
    n, under_way = (one.astype("int64") for one in counts)
    return pd.DataFrame({"n": n, "under_way": under_way})


def plot_reach(
    tables: Source,
    today: Day = None,
    *,
    size: int = 690,
    now: Plan | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw a bar for each stage: the applications that came so far and no further (yet).

    Below five applications a sentence says why nothing is drawn. Without `ax` a figure `size`
    pixels wide is made. `now` is the plan of this day, when it has been made already.
    """
    counts = reach(tables, today, now=now)
    n = int(counts["n"].sum())
    with look():
        if n < FEW:
            return sentence(few(n), size, ax)
        labels = _labels(counts, short=size < 500)
        rows = list(zip(map(words, counts.index), counts["n"], labels, strict=True))
        ax, middle = bar_rows(title_of(n), interviews(counts), rows, size=size, ax=ax)
        _bars(ax, counts, middle)
    return ax


def _bars(ax: Axes, counts: pd.DataFrame, middle: list[float]) -> None:
    for y, stage, count in zip(middle, counts.index, counts["n"], strict=True):
        fill = FILLS[stage]
        how: dict[str, Any] = {"facecolor": fill.face, "edgecolor": INK, "linewidth": 0.6}
        how |= {"hatch": fill.hatch or None, "hatchcolor": fill.lines}
        ax.barh(y, count, BAR, label=stage, **how)


def _labels(counts: pd.DataFrame, *, short: bool) -> list[str]:
    """Return the number behind each bar, and how many of them are under way."""
    way = "open" if short else "under way"
    pairs = zip(counts["n"], counts["under_way"], strict=True)
    return [f"{n} ({live} {way})" if live else str(n) for n, live in pairs]


def title_of(n: int) -> str:
    """Return the title: what is counted, and how many."""
    return f"How far {n} applications got, by the furthest stage each ever reached"


def few(n: int) -> str:
    """Return the sentence that stands instead of a chart of too few applications."""
    sent = f"{tally(n, 'application') if n else 'No applications'} sent"
    return TOO_FEW.format(sent, "five")


def interviews(counts: pd.DataFrame) -> str:
    """Return how many came to an interview or further, in words."""
    ranks = counts.index.map(STAGE_RANK)
    n = int(counts["n"][ranks >= STAGE_RANK[Stage.INTERVIEW]].sum())
    return f"{n} of {counts['n'].sum()} got to an interview or further, whatever came next."


def describe_reach(tables: Source, today: Day = None, *, now: Plan | None = None) -> str:
    """Return how far applications got in sentences, from the numbers that are drawn."""
    counts = reach(tables, today, now=now)
    n = int(counts["n"].sum())
    if n < FEW:
        return few(n)
    parts = []
    for stage, reached, live in zip(counts.index, counts["n"], counts["under_way"], strict=True):
        parts.append(f"{words(stage)} {reached}" + (f" ({live} under way)" if live else ""))
    return f"{title_of(n)}: {', '.join(parts)}. {interviews(counts)}"

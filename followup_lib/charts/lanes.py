"""Marks that would hide each other stand in lanes, and the edges tell what the days cut off."""

from collections import Counter, defaultdict
from dataclasses import replace
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from followup_lib.charts.data import Timeline
from followup_lib.charts.days import number, within, written
from followup_lib.charts.draw import INSIDE, say
from followup_lib.charts.look import SHAPES, SOFT, THEIRS, room_of, width
from followup_lib.charts.rows import LANE, Page
from followup_lib.records.rows import rows_as

LANES, APART, GAP = 3, 8.0, 10
"""Lanes of a side at most; pixels between the middles of two marks, and beside words at least."""


class Mark(NamedTuple):
    """A mark with its pixels from the first day, and whether it came from them."""

    application_id: str
    kind: str
    at: float
    from_them: bool


class Edge(NamedTuple):
    """What the edges of a row say, "" for nothing."""

    application_id: str
    earlier: str
    later: str


def edges(chart: Timeline, first: pd.Timestamp, last: pd.Timestamp) -> list[Edge]:
    """Return what the edges say of marks before and after these days, for rows that have some.

    How many they are; the day of a promise of theirs ahead, and that of a promise from before
    which is all there is in its row. A row of several says so itself.
    """
    shared = chart.rows.index[chart.rows["n"] > 1]
    marks = chart.marks[~chart.marks["application_id"].isin(shared)]
    before, after = marks[marks["on"] < first], marks[marks["on"] > last]
    alone = before[~before["application_id"].isin(chart.spans["application_id"])]
    theirs = after[after["kind"] == "they_promised"]
    earlier = _counted(before, "‹ {} earlier") | _dated(alone, "‹ {}", "MMMM d, y")
    later = _counted(after, "{} later ›") | _dated(theirs, "they said {} ›", "MMMM d")
    return [Edge(of, earlier.get(of, ""), later.get(of, "")) for of in {**earlier, **later}]


def _counted(marks: pd.DataFrame, words: str) -> dict[str, str]:
    return {of: words.format(n) for of, n in Counter(marks["application_id"]).items()}


def _dated(marks: pd.DataFrame, words: str, pattern: str) -> dict[str, str]:
    pairs = zip(marks["application_id"], marks["on"], strict=True)
    return {of: words.format(written(on, pattern)) for of, on in pairs}


def in_lanes(chart: Timeline, days: tuple[pd.Timestamp, pd.Timestamp], across: float) -> Timeline:
    """Return the timeline of these days, `across` pixels wide, each mark with its `lane`.

    Two marks of one side that would hide each other, or the words at an edge, stand in lanes one
    under the other. Rows get `theirs` and `mine`: the pixels that the lanes of each side take
    beyond the first.
    """
    seen = within(chart, *days)
    left, right = number(pd.DatetimeIndex(days))
    from_them = seen.marks["kind"].map({kind: shape.from_them for kind, shape in SHAPES.items()})
    at = (number(seen.marks["on"]) - left) * across / (right - left)
    marks = seen.marks.assign(at=at, from_them=from_them)
    order = marks.sort_values(["at", "kind"], ascending=[True, False], kind="stable")
    lanes = _lanes(rows_as(Mark, order), edges(chart, *days), across)
    marks["lane"] = pd.Series(lanes, order.index, dtype="int64")
    most = marks.groupby(["application_id", "from_them"])["lane"].max().mul(LANE).unstack()
    most = most.reindex(index=seen.rows.index, columns=[True, False]).fillna(0.0)
    return replace(seen, rows=seen.rows.assign(theirs=most[True], mine=most[False]), marks=marks)


def _lanes(marks: list[Mark], said: list[Edge], across: float) -> list[int]:
    """Return the lane of each of the marks, which come from left to right.

    The open square of a promise kept stays around the contact of that day, which kept it.
    """
    free: dict[tuple[str, bool], list[float]] = defaultdict(lambda: [-APART] * LANES)
    limits: dict[tuple[str, bool], float] = {}
    for edge in said:
        free[edge.application_id, True][0] = width(edge.earlier, INSIDE) + GAP
        limits[edge.application_id, True] = across - width(edge.later, INSIDE) - GAP
    contacts: dict[tuple[str, float], int] = {}
    lanes = []
    for mark in marks:
        side, here = (mark.application_id, mark.from_them), (mark.application_id, mark.at)
        lane = _free(free[side], mark.at, limits.get(side, across))
        if mark.kind == "i_kept" and here in contacts:
            lane = contacts[here]
        else:
            free[side][lane] = mark.at + APART
        if mark.kind == "mine":
            contacts[here] = lane
        lanes.append(lane)
    return lanes


def _free(free: list[float], at: float, limit: float) -> int:
    """Return the first lane with room at so many pixels; the first of all ends at `limit`."""
    fits = [at >= begin and (at <= limit or n > 0) for n, begin in enumerate(free)]
    return fits.index(True) if any(fits) else LANES - 1


def label_edges(ax: Axes, chart: Timeline, page: Page) -> None:
    """Tell at the edges of a row what lies outside: all of its past, or single marks."""
    first, last = ax.get_xlim()
    begin = first + 5 * (last - first) / room_of(ax)[0]
    rows, room = page.rows, page.room
    past = chart.spans.groupby("application_id").agg({"start": "min", "end": "max"})
    past = past[number(past["end"]) < first]
    middle = rows["top"].reindex(past.index) + sum(room.bar) / 2 + 0.5
    for start, end, y in zip(past["start"], past["end"], middle, strict=True):
        months = dict.fromkeys(written(day, "MMM y") for day in (start, end))
        say(ax, begin, y, f"earlier: {' to '.join(months)}", SOFT)
    mine = chart.marks["application_id"].where(chart.marks["kind"] == "i_promised")
    alone = set(mine) - set(chart.spans["application_id"])
    for edge in edges(chart, *pd.to_datetime([first, last], unit="D")):
        y = rows["top"][edge.application_id]
        y += room.mine if edge.application_id in alone else room.theirs
        ink = THEIRS if edge.later.startswith("they") else SOFT
        for x, text, tint, side in (
            (begin, edge.earlier, SOFT, "left"),
            (last, edge.later, ink, "right"),
        ):
            if text:
                say(ax, x, y, text, tint, ha=side)
    for top, n in zip(rows["top"], rows["earlier"], strict=True):
        if n:
            say(ax, begin, top + room.bar[0] + LANE / 2, f"‹ {n} earlier", SOFT)

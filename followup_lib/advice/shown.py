"""A plan as it shows itself: three lines in a terminal, today's list in a notebook."""

import datetime as dt
from html import escape
from typing import NamedTuple

from followup_lib.records.dates import short_day

LISTS = ("for today", "coming up", "on pause")
NOTHING = "Nothing to do today."
LEFT = ' style="text-align: left"'


class Shown(NamedTuple):
    """A row of a plan as it is shown: which application, what to do, to whom, and why."""

    application: str
    what: str
    to: str
    why: str


def in_short(on: dt.date, counts: list[int], today: list[Shown]) -> list[str]:
    """Return the day of a plan, how much is on each of `LISTS`, and what comes first."""
    lists = ", ".join(f"{n} {name}" for n, name in zip(counts, LISTS, strict=True))
    first = f"First: {today[0].application}: {today[0].what}" if today else NOTHING
    return [f"Plan for {short_day(on, dt.date.min)}", lists, first]


def as_html(on: dt.date, counts: list[int], today: list[Shown]) -> str:
    """Return today's list as a table under the day and the counts, every text in it escaped."""
    day, lists, first = in_short(on, counts, today)
    head = f"<p>{escape(day)}<br>{escape(lists)}</p>"
    if not today:
        return f"{head}<p>{escape(first)}</p>"
    names = "".join(f"<th{LEFT}>{name}</th>" for name in ("Application", "What", "To", "Why"))
    rows = ["".join(f"<td{LEFT}>{escape(text)}</td>" for text in row) for row in today]
    lines = "".join(f"<tr>{row}</tr>" for row in [names, *rows])
    return f"{head}<table>{lines}</table>"

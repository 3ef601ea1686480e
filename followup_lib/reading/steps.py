"""Several steps in one cell, each with its day: "phone screen 3/2; final round 3/12"."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from followup_lib.reading.days import LONGEST, Order, split_days
from followup_lib.reading.standings import Standing
from followup_lib.reading.statuses import read_status

_DAY = re.compile("\0+")
_LIKE = re.compile(r"\d[/.-]\d|[^\W\d_]{3}\.? \d|\d(?:th|st|nd|rd)?\.? [^\W\d_]{3}|\d[月월]")
"""What looks like a day or its month; a cell with fewer than two of them tells no two steps."""
_AROUND = " ,;:.&+|/>→()–—-"
_AND = re.compile(r"^(?:and|then|und|et|y)\b|\b(?:and|then|und|et|y)$", re.IGNORECASE)


def read_steps(
    cell: str,
    today: dt.date,
    order: Order,
    near: Sequence[dt.date] = (),
    known: Mapping[str, str] | None = None,
) -> tuple[Standing, ...]:
    """Return each step of a cell of two or more, with its day; none unless all are understood.

    A day without words of its own is another one of the step before it. The order of day and
    month must be known; `near` and `known` are those of `read_status`.

    >>> steps = read_steps("phone screen 3/2; final round 3/12", dt.date(2026, 3, 16), "month")
    >>> [(step.stage, step.on.isoformat()) for step in steps]
    [('screen', '2026-03-02'), ('final_interview', '2026-03-12')]
    """
    steps = []
    for piece in _pieces(" ".join(cell.split()), order):
        step = read_status(piece, today, order, near, known).fact
        if step is None or step.on is None:
            return ()
        steps.append(step)
    return tuple(steps)


def _pieces(text: str, order: Order) -> list[str]:
    """Return the words of each step with its day, none for a cell of fewer than two days."""
    if len(text) > LONGEST or len(_LIKE.findall(text)) < 2:
        return []
    days, rest = split_days(text, order)
    places = [match.span() for match in _DAY.finditer(rest)]
    if len(days) < 2 or len(places) != len(days):
        return []
    first = bool(_words(rest[: places[0][0]]))
    ends = [end for _, end in places] if first else [start for start, _ in places]
    bounds = [0, *ends[:-1], len(text)] if first else [*ends, len(text)]
    pieces: list[str] = []
    said = ""
    for (start, end), (begin, stop) in zip(places, pairwise(bounds), strict=True):
        own = _words(rest[begin:stop].replace("\0", " "))
        said = own or said
        pieces.append(f"{said} {text[start:end].strip(_AROUND)}")
    return pieces


def _words(text: str) -> str:
    return _AND.sub("", " ".join(text.split()).strip(_AROUND)).strip(_AROUND)

"""The rows of a file on its way in, in words: how they will stand, and which are not taken."""

import datetime as dt
from collections.abc import Iterable

from followup_lib.exchange.layout import BROKEN, HERE, Aside
from followup_lib.exchange.preview import Preview
from followup_lib.exchange.report import entry_words
from followup_lib.pages.bring_in.asks import clip

ROW_LETTERS = 200


def applications(seen: Preview, today: dt.date, most: int) -> list[str]:
    """Return the first applications as they will stand, one sentence each."""
    lines = (entry_words(entry, today) for entry in seen.entries[:most])
    return [f"{clip(names, 100)}: {what or 'how far it is stays open'}" for names, what in lines]


def shifted(seen: Preview) -> list[str]:
    """Return the rows whose cells a comma without quotes, or an open quotation mark, has moved."""
    return _rows(each for each in seen.aside if each.kind == BROKEN)


def left_out(seen: Preview) -> list[str]:
    """Return the other rows that become no application, and why."""
    return _rows(each for each in seen.aside if each.kind not in (BROKEN, HERE))


def here_already(seen: Preview) -> int:
    """Return how many rows came in with an earlier import."""
    return sum(each.kind == HERE for each in seen.aside)


def alike(seen: Preview, today: dt.date) -> list[str]:
    """Return the rows that name the company and position of an application already here."""
    rows = set(seen.duplicates)
    return [
        f"Row {entry.row}: {clip(entry_words(entry, today)[0], 100)}"
        for entry in seen.entries
        if entry.row in rows
    ]


def _rows(rows: Iterable[Aside]) -> list[str]:
    lines = []
    for each in rows:
        cells = " · ".join(filter(None, each.cells))
        lines.append(f"Row {each.row} {each.why}: {clip(cells, ROW_LETTERS)}")
    return lines

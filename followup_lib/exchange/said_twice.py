"""Rows that say themselves that they repeat another one: whether to leave them out is asked."""

import datetime as dt
import re
from collections.abc import Sequence

from followup_lib.exchange.answers import TWICE
from followup_lib.exchange.entries import Entry, Sheet
from followup_lib.exchange.questions import Question
from followup_lib.exchange.quoting import quoted
from followup_lib.reading.words import plain

_SAYS = re.compile(
    r"\bdup(?:e|licate|licated)?\b|\bsame as (?:above|(?:row |line |no\.? ?|#) ?\d+)"
    r"|\brepeat of (?:row |line |#)?\d+",
    re.IGNORECASE,
)
_TELLING = ("status", "decision", "notes")
"""Columns in which words are about the row: "same as above" for a contact is a ditto mark."""


def said_twice(entries: Sequence[Entry], sheet: Sheet) -> list[Entry]:
    """Return the rows whose status or notes say so, and that name what a row above them does.

    That is the company, the position unless they name none, and a day unless they tell none.
    """
    telling = [header for header, meaning in sheet.columns if meaning in _TELLING]
    cells = dict(sheet.rows)
    found: list[Entry] = []
    above: dict[str, list[tuple[str, set[dt.date]]]] = {}
    for entry in entries:
        company, title = (plain(entry.values.get(name, "")) for name in ("company", "job_title"))
        days = {each.on for each in entry.events if each.on}
        says = any(_SAYS.search(cells[entry.row][header]) for header in telling)
        rows = above.setdefault(company, [])
        if says and any(title in ("", of) and (not days or days & told) for of, told in rows):
            found.append(entry)
        rows.append((title, days))
    return found


def asked_twice(found: Sequence[Entry], weight: int) -> list[Question]:
    """Return the one question about such rows, none when there are none."""
    if not found:
        return []
    text = "Some rows say that they repeat another row. Leave them out?"
    example = quoted([(entry, "") for entry in found])
    return [Question(TWICE, text, tuple(entry.row for entry in found), example, weight)]

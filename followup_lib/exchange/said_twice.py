"""Rows that say themselves that they repeat another one: whether to leave them out is asked."""

import re
from collections.abc import Mapping, Sequence

from followup_lib.exchange.entries import Entry
from followup_lib.exchange.questions import TWICE, Question
from followup_lib.exchange.quoting import quoted
from followup_lib.reading.words import plain

_SAYS = re.compile(
    r"\bdup(?:e|licate|licated)?\b|\bsame as (?:above|(?:row |line |no\.? ?|#) ?\d+)"
    r"|\brepeat of (?:row |line |#)?\d+",
    re.IGNORECASE,
)


def said_twice(entries: Sequence[Entry], cells: Mapping[int, Mapping[str, str]]) -> list[Entry]:
    """Return the rows that say so and have the company and a day of a row above them."""
    found: list[Entry] = []
    above: dict[str, set[object]] = {}
    for entry in entries:
        company = plain(entry.values.get("company", ""))
        days = {each.on for each in entry.events if each.on}
        says = any(_SAYS.search(cell) for cell in cells.get(entry.row, {}).values())
        if says and company in above and (not days or days & above[company]):
            found.append(entry)
        above.setdefault(company, set()).update(days)
    return found


def asked_twice(found: Sequence[Entry], weight: int) -> list[Question]:
    """Return the one question about such rows, none when there are none."""
    if not found:
        return []
    text = "Some rows say that they repeat another row. Leave them out?"
    example = quoted([(entry, "") for entry in found])
    return [Question(TWICE, text, tuple(entry.row for entry in found), example, weight)]

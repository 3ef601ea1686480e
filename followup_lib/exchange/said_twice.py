"""Rows that say themselves that they repeat another one: whether to leave them out is asked."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from followup_lib.exchange.answers import TWICE, YES
from followup_lib.exchange.entries import Entry, Sheet
from followup_lib.exchange.questions import Question
from followup_lib.exchange.quoting import quoted
from followup_lib.reading.denied import DENIED
from followup_lib.reading.words import pattern, plain

_SAYS = pattern(
    r"\bdup(?:e|licate|licated)?s?\b|\brepeat of (?:row |line |#)?\d+"
    r"|\bsame(?: (?:one|job|role|position|listing|posting))? as (?:(?:the )?(?:one )?above"
    r"|(?:row |line |no\.? ?|#) ?\d+|.{2,40} above)"
    r"|\b(?:already|also) (?:listed|on (?:the|my|this) list|in (?:row|line)\b|above)|^see above\b"
    r"|\brepost(?:ed)? of\b"
)
_TELLING = ("status", "decision", "notes")
"""Columns in which words are about the row: "same as above" for a contact is a ditto mark."""
APART = f"{TWICE}:apart"
"""The key of rows that say so, though their names or days are no other row's."""
_TEXTS = {
    TWICE: "Some rows say that they repeat another row. Leave them out?",
    APART: "Some rows say that they repeat another row, but their names or days differ. Is it the "
    "same application, so that they are left out?",
}


class Repeat(NamedTuple):
    """A row that says that it repeats another, its words, and the key it is asked under."""

    entry: Entry
    words: str
    key: str


def said_twice(entries: Sequence[Entry], sheet: Sheet) -> list[Repeat]:
    """Return the rows whose status or notes say that they repeat another one.

    It is plain where they name what a row above does: the company, the position unless they name
    none, and a day unless they tell none.
    """
    telling = [header for header, meaning in sheet.columns if meaning in _TELLING]
    cells = dict(sheet.rows)
    found: list[Repeat] = []
    above: dict[str, list[tuple[str, set[dt.date]]]] = {}
    for entry in entries:
        company, title = (plain(entry.values.get(name, "")) for name in ("company", "job_title"))
        days = {each.on for each in entry.events if each.on}
        told = (cells[entry.row][header] for header in telling)
        words = next((cell for cell in told if _SAYS.search(cell) and not DENIED.search(cell)), "")
        rows = above.setdefault(company, [])
        if words:
            same = any(title in ("", of) and (not days or days & on) for of, on in rows)
            found.append(Repeat(entry, words, TWICE if same else APART))
        rows.append((title, days))
    return found


def asked_twice(found: Sequence[Repeat], weight: int) -> list[Question]:
    """Return a question about such rows, and one about those that differ."""
    asked = []
    for key, text in _TEXTS.items():
        rows = [(each.entry, f"“{each.words}”") for each in found if each.key == key]
        if rows:
            lines = tuple(entry.row for entry, _ in rows)
            asked.append(Question(key, text, lines, quoted(rows), weight))
    return asked


def left_out(found: Sequence[Repeat], answers: Mapping[str, str]) -> set[int]:
    """Return the lines of those rows of which a person said so."""
    return {each.entry.row for each in found if answers.get(each.key) == YES}

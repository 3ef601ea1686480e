"""Several stages packed into one cell, as trackers and careful people keep them."""

import ast
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from followup_lib.reading.days import Day, Order, read_days
from followup_lib.reading.standings import says_nothing, status_meaning

LONGEST = 20_000
"""Letters of a cell that is looked into."""
_PIECES = re.compile(r"\s*[;\n]\s*")
_STEPS = re.compile(r"\s*(?:→|->|>|\s[-–—]\s|,|;|\n)\s*")
_JOINT = re.compile(r"\s*(?:[|=]|:\s)\s*")
_BEFORE = ("from", "previous", "old")
Meaning = Callable[[str], tuple[str, str] | None]


@dataclass(frozen=True)
class Step:
    """One stage or outcome in a packed cell; `day` None when it is not told."""

    stage: str
    status: str
    day: Day | None = None


def read_history(
    cell: str, order: Order, today: dt.date, meaning: Meaning = status_meaning
) -> tuple[list[Step], list[str]]:
    """Return the steps of a packed cell, and the words of those that are not known.

    Words that no day stands beside are steps only when all of them are known; else the cell is
    no history at all, and is one unknown word.

    >>> steps, unknown = read_history("Applied - Interview - Rejected", "unknown", dt.date.max)
    >>> [(step.stage, step.status) for step in steps], unknown
    ([('applied', 'active'), ('interview', 'active'), ('applied', 'rejected')], [])
    """
    text = cell.strip()
    if len(text) > LONGEST:
        return [], [text]
    dated = _records(text) or _dated(text, order, today)
    pairs = dated or [(word, "") for word in _STEPS.split(text)]
    steps, unknown = [], []
    for word, day in pairs:
        standing = meaning(word.replace("_", " "))
        if standing:
            days = read_days(day, order, today)
            steps.append(Step(*standing, days[0] if days else None))
        elif word and not says_nothing(word):
            unknown.append(word)
    return ([], [text]) if unknown and not dated else (steps, unknown)


def _records(text: str) -> list[tuple[str, str]]:
    """Return word and day of each record of a list such as [{'stage': …, 'date': …}, …]."""
    if not (text.startswith("[") and text.endswith("]")):
        return []
    try:
        items = ast.literal_eval(re.sub(r"\b(?:null|true|false)\b", "None", text))
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        return []
    records = [each for each in items if isinstance(each, dict)]
    if not records or len(records) < len(items):
        return []
    return [
        _word_and_day([str(v) for key, v in each.items() if v and str(key) not in _BEFORE])
        for each in records
    ]


def _word_and_day(values: list[str]) -> tuple[str, str]:
    known = (value for value in values if status_meaning(value.replace("_", " ")))
    day = next((value for value in values if re.search(r"\d{4}|\d/\d", value)), "")
    word = next(known, next((value for value in values if value != day), ""))
    return word, day


def _dated(text: str, order: Order, today: dt.date) -> list[tuple[str, str]]:
    """Return the pieces of "day|LABEL;day|LABEL", in either order of day and label."""
    pairs = []
    for piece in filter(None, _PIECES.split(text)):
        halves = _JOINT.split(piece, maxsplit=1)
        if len(halves) != 2:
            return []
        first, second = halves
        pairs.append((second, first) if read_days(first, order, today) else (first, second))
    return pairs

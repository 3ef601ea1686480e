"""Several stages packed into one cell, as trackers and careful people keep them."""

import ast
import datetime as dt
import re
from dataclasses import dataclass

from followup_lib.exchange.aliases import status_meaning
from followup_lib.reading.days import Day, Order, read_days

LONGEST = 20_000
"""Letters of a cell that is looked into."""
_PIECES = re.compile(r"\s*[;\n]\s*")
_STEPS = re.compile(r"\s*(?:→|->|>|\s[-–—]\s|,|;|\n)\s*")
_JOINT = re.compile(r"\s*(?:[|=]|:\s)\s*")
_BEFORE = ("from", "previous", "old")


@dataclass(frozen=True)
class Step:
    """One stage or outcome in a packed cell; `day` None when it is not told."""

    stage: str
    status: str
    day: Day | None = None


def read_history(cell: str, order: Order, today: dt.date) -> list[Step]:
    """Return the steps of a packed cell, none when one of its pieces is no known stage.

    >>> [(step.stage, step.status) for step in
    ...  read_history("Applied - Interview - Rejected", "unknown", dt.date(2026, 3, 16))]
    [('applied', 'active'), ('interview', 'active'), ('applied', 'rejected')]
    """
    text = cell.strip()
    if len(text) > LONGEST:
        return []
    pairs = _records(text) or _dated(text, order, today) or [(s, "") for s in _STEPS.split(text)]
    steps = []
    for word, day in pairs:
        meaning = status_meaning(word.replace("_", " "))
        if meaning is None:
            return []
        days = read_days(day, order, today)
        steps.append(Step(*meaning, days[0] if days else None))
    return steps


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
    word = next((value for value in values if status_meaning(value.replace("_", " "))), "")
    day = next((value for value in values if value != word and re.search(r"\d", value)), "")
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

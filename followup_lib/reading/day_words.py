"""Where in somebody's words the day stands: those words are set apart here, not read."""

import re

from followup_lib.reading.noun_phrases import DETERMINERS, PREPOSITIONS, key
from followup_lib.reading.words import word_set
from followup_lib.records.dates import MONTHS, WEEKDAYS

_WEEKDAYS = frozenset(form for day in WEEKDAYS for form in (day.lower(), day[:3].lower()))
_MONTHS = frozenset(form for name in MONTHS for form in (name.lower(), name[:3].lower())) | {"sept"}
_CORE = _WEEKDAYS | word_set("day_core")
_OPENS = _WEEKDAYS | word_set("day_opens")
_FILLS = _MONTHS | _OPENS | word_set("day_fills")
_NUMERIC = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)|\d{1,2}(?:[:.]\d\d)?(?:am|pm)|\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{1,4})?"
)
_LIMIT = word_set("day_limits")
_NOT_BEFORE = DETERMINERS | PREPOSITIONS - {"in"}
"""Behind these the day is part of a thing: "the plan for next week"; not so "check in Friday"."""
_NOT_IN = _OPENS - {"the", "early", "late", "mid", "first", "end"}
"""What "in" does not open: "check in next week"."""
_MOST = 10
"""Words of the longest phrase that tells a day: "by the end of the first week of next month"."""


def split_day(text: str) -> tuple[str, str]:
    """Return the words without those about a day at their beginning or end, and these.

    >>> split_day("my portfolio by next Tuesday"), split_day("Friday: email my transcripts")
    (('my portfolio', 'by next Tuesday'), ('email my transcripts', 'Friday'))
    >>> split_day("the plan for next week")
    ('the plan for next week', '')
    """
    tokens = text.split()
    for start in range(max(0, len(tokens) - _MOST), len(tokens)):
        before = key(tokens[start - 1]) if start else ""
        if before not in _NOT_BEFORE and _tells_a_day(tokens[start:]):
            return " ".join(tokens[:start]).rstrip(" ,;:-–—"), " ".join(tokens[start:])
    day, rest = first_day(text)
    return rest, day


def first_day(text: str) -> tuple[str, str]:
    """Return the words about a day that stand first, and the rest.

    >>> first_day("next week about the offer")
    ('next week', 'about the offer')
    """
    tokens = text.split()
    for end in range(min(_MOST, len(tokens)), 0, -1):
        last = _key(tokens[end - 1])
        if (last in _CORE or _NUMERIC.fullmatch(last)) and _tells_a_day(tokens[:end]):
            rest = " ".join(tokens[end:]).lstrip(" ,;:-–—")
            return " ".join(tokens[:end]).rstrip(" ,;:-–—"), rest
    return "", text


def _key(token: str) -> str:
    return key(token.strip(";:"))


def _tells_a_day(tokens: list[str]) -> bool:
    keys = [_key(token) for token in tokens]
    first, numbers = keys[0], [word for word in keys if _NUMERIC.fullmatch(word)]
    known = all(k in _CORE or k in _FILLS or k.isdecimal() or k in numbers for k in keys)
    if not known or not (first in _OPENS or first in numbers):
        return False
    if first == "in" and len(keys) > 1 and keys[1] in _NOT_IN:
        return False
    month = any(word in _MONTHS for word in keys)
    dated = month and (first in _LIMIT or any(word.isdecimal() for word in keys))
    return bool(numbers) or dated or any(word in _CORE for word in keys)

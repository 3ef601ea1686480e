"""Where in somebody's words the day stands: those words are set apart here, not read."""

import re

from followup_lib.reading.phrases import DETERMINERS, PREPOSITIONS, key
from followup_lib.records.dates import MONTHS, WEEKDAYS


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WEEKDAYS = frozenset(form for day in WEEKDAYS for form in (day.lower(), day[:3].lower()))
_MONTHS = frozenset(form for name in MONTHS for form in (name.lower(), name[:3].lower())) | {"sept"}
_CORE = _WEEKDAYS | _set(
    "tues thur thurs tomorrow today tonight week weeks month months day days weekend morning "
    "afternoon evening noon eod eow cob asap soon shortly immediately quarter year am pm holidays"
)
_OPENS = _WEEKDAYS | _set(
    "tues thur thurs by on before until till within in after around at this next tomorrow today "
    "tonight soon asap shortly immediately early late later mid end first sometime the"
)
_FILLS = _MONTHS | _OPENS | _set(
    "a an of beginning start middle coming following few couple one two three four five six seven "
    "ten or so and latest last thing time same business work working about"
)
_NUMERIC = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)|\d{1,2}(?:[:.]\d\d)?(?:am|pm)|\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{1,4})?"
)
_LIMIT = _set("by before until till")
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
        if before not in PREPOSITIONS | DETERMINERS and _tells_a_day(tokens[start:]):
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
    month = any(word in _MONTHS for word in keys)
    dated = month and (first in _LIMIT or any(word.isdecimal() for word in keys))
    return bool(numbers) or dated or any(word in _CORE for word in keys)

"""By when an offer is to be answered: the words of it that speak of an answer, and their day."""

import re

from followup_lib.reading.spoken import MONTH, WEEKDAY

_ANSWER = re.compile(
    r"\b(?:tell|answer|respond|reply|decide|decision|accept|sign|confirm|deadline|expires?"
    r"|let (?:us|them|him|her|me) (?:know|have)|get back|good until|valid until|open until"
    r"|(?:hear|word|response) (?:back )?(?:from (?:me|you))?)\b",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b(?:by|until|till|before|no later than|at the latest|on|is|within|end of|in)\b.*"
    rf"|(?:(?:next|this) )?\b(?:{WEEKDAY}|{MONTH} \d|\d{{1,2}}[/-]\d|tomorrow|today|the \d).*",
    re.IGNORECASE,
)


def answer_words(said: str) -> str:
    """Return the words about the day an offer is to be answered by, "" where none speak of it.

    >>> answer_words("great team; please let us have your answer by Monday the 23rd")
    'by Monday the 23rd'
    >>> answer_words("we would like you from the 8th; tell us by Friday")
    'by Friday'
    >>> answer_words("offer expires Friday"), answer_words("verbal offer 3/12 answer due Friday")
    ('Friday', 'Friday')
    >>> answer_words("the contract comes by Friday")
    ''
    """
    for piece in re.split(r"[;.!?](?:\s|$)", said):
        about = _ANSWER.search(piece)
        day = _DAY.search(piece, about.start()) if about else None
        if day:
            return day[0].strip()
    return ""

"""A status that tells of a talk without a time: invited, canceled, or missed (B1 to B4)."""

import re

from followup_lib.records.vocabulary import Event

_TALK = r"(?:(?:phone|video|first|second|final|zoom) )?(?:interview|call|screen|meeting|zoom|talk)"
_NEW_TIME = (
    r"(?:(?:they(?:'ll| will)|will|to) (?:send|find|propose|set|suggest|give me) (?:me )?(?:an? )?"
    r"(?:new|another) (?:time|date|day)"
    r"|no new (?:time|date|day)(?: yet)?|new (?:time|date|day) (?:tbd|to come|to follow|pending)"
    r"|(?:a?waiting|pending) (?:for |on )?(?:an? )?(?:new|another) (?:time|date|day)"
    r"|(?:to be |being )?reschedul(?:ed|ing))"
)
_NO_TIME = (
    r"(?:(?:a?waiting|pending) (?:for |on )?(?:an? |the )?(?:time|date|day|slot)"
    r"|no (?:time|date|day)(?: set)?(?: yet)?|(?:time|date|day) (?:tbd|not set(?: yet)?|to be set))"
)
_WORDS = (
    (Event.THEY_CANCELED,
        rf"{_TALK} (?:was |got )?(?:cancell?ed|postponed|moved)(?: by them)?,? {_NEW_TIME}"),
    (Event.THEY_MISSED,
        rf"(?:{_TALK} )?(?:(?:they|interviewer|recruiter|employer) )?no[- ]?show(?:ed)?"
        r"(?: by them)?"
        r"|(?:they|interviewer|recruiter) (?:did not|didn't|never) (?:call|come|show(?: up)?)"),
    (Event.I_MISSED,
        rf"i (?:missed|no[- ]?showed)(?: the| my)?(?: {_TALK})?|missed (?:the|my) {_TALK}"),
    (Event.INTERVIEW_PLANNED,
        rf"(?:was |got )?invited(?: to| for)?(?: an?)?(?: {_TALK})?,? {_NO_TIME}"
        rf"|{_TALK} (?:invite|invitation),? {_NO_TIME}|{_TALK},? (?:time|date) tbd"),
)  # fmt: skip
LONGEST = 200
"""Letters of a cell that tells a status; what is longer is a story."""
_PATTERNS = [(event, re.compile(words, re.IGNORECASE)) for event, words in _WORDS]


def talk_without_time(text: str) -> str:
    """Return the event that a whole status cell tells of a talk without a time, "" for none.

    >>> talk_without_time("Interview canceled, they will send a new time")
    'they_canceled'
    >>> talk_without_time("invited, waiting for a time"), talk_without_time("No show")
    ('interview_planned', 'they_missed')
    >>> talk_without_time("interview canceled")  # for good, or by whom?
    ''
    """
    if len(text) > LONGEST:
        return ""
    plain = " ".join(re.sub(r"[;:.(){}–—-]+(?= )|[.!)]+$| [-–—(]+", " ", text).split())
    plain = plain.replace("’", "'")
    fits = (event.value for event, words in _PATTERNS if words.fullmatch(plain))
    return next(fits, "")

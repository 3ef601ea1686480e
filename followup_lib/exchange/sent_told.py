"""What a note says was done already: they wrote; one thanked, wrote, called and reached nobody."""

import re

from followup_lib.reading.denied import DENIED
from followup_lib.records.vocabulary import Event

_ARTICLE = r"(?:(?:an?|the|my|her|him|them|quick|short|handwritten|hand-written) )*"
_THANKS = r"(?:thank[ -]?(?:you|u)s?|thanks|ty)"
_NOTE = r"(?:note|card|e-?mail|letter|message|msg|text)s?"
_SENT = (
    (Event.THANKED,
        rf"(?:i )?(?:sent|wrote|e-?mailed|mailed|dropped off) (?:[\w.'’]+ ){{0,3}}?{_THANKS}\b"
        rf"|{_THANKS}(?: {_NOTE})?(?: was| is|:)? (?:sent|e-?mailed|mailed|done)\b"
        r"|(?:i )?thanked [^\W\d_]+"),
    (Event.NO_ANSWER,
        r"(?:i )?(?:called|phoned|tried(?: calling)?)\b(?: [\w.'’/-]+){0,4}?,? no answer\b"
        r"|no answer when i (?:called|phoned|tried)\b"),
    (Event.LEFT_VOICEMAIL,
        r"(?:i )?(?:called\b.{0,30}?\b)?left (?:(?:an?|her|him|them|[A-Z][a-z]+) )*"
        r"(?:message|msg|voice ?mail|vm)\b"),
    (Event.WROTE,
        r"(?:i )?(?:e-?mailed|wrote(?: to)?|texted|messaged|followed up(?: with| by)?"
        rf"|sent {_ARTICLE}(?:follow[ -]?up\b(?: {_NOTE})?|e-?mail|message|msg|text))\b"),
)  # fmt: skip
_PATTERNS = [(event, re.compile(words, re.IGNORECASE)) for event, words in _SENT]
_HEARD = re.compile(
    r"(?:they|he|she|(?:the )?(?:recruiter|manager|hr)|(?-i:[A-Z][a-z]+)(?: (?-i:[A-Z][a-z]+))?)"
    r" (?:just )?(?:e-?mailed|texted|replied|responded|messaged|answered|wrote(?: back)?)\b"
    r"(?! (?:that|by|to say no))",
    re.IGNORECASE,
)
_THEIRS = re.compile(r"\b(?:me|us|back)\b|\?", re.IGNORECASE)


def sent_told(piece: str) -> str:
    """Return the event of what a piece of a note says they or oneself did, "" for none.

    >>> sent_told("sent Joan a thank-you 3/12"), sent_told("left vm 3/13")
    ('thanked', 'left_voicemail')
    >>> sent_told("need to send thank you"), sent_told("emailed me"), sent_told("Ana replied 3/12")
    ('', '', 'heard_back')
    """
    if _HEARD.match(piece) and not (DENIED.search(piece) or "?" in piece):
        return Event.HEARD_BACK.value
    said = next((event for event, words in _PATTERNS if words.match(piece)), None)
    if not said:
        return ""
    unsaid = said != Event.NO_ANSWER and DENIED.search(piece)
    return "" if unsaid or _THEIRS.search(piece) else said.value

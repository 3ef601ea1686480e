"""What a note says was done already: they wrote; one thanked, wrote, called and reached nobody."""

import re

from followup_lib.reading.denied import DENIED
from followup_lib.reading.spoken import MONTH, WEEKDAY
from followup_lib.records.vocabulary import Event

DAY = rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?)(?![\d/])"
"""A day as it stands before or behind what was done on it."""
_ADVERB = rf"(?:just|also|then|already|finally|yesterday|today|{WEEKDAY})"
_LEAD = rf"(?:(?:on )?{DAY}[ :–—-]+)?(?:i )?(?:{_ADVERB}[ ,]+)*(?:i )?"
_ARTICLE = r"(?:(?:an?|the|my|her|him|them|quick|short|handwritten|hand-written) )*"
_NAMED = r"(?:(?:the )?(?:recruiter|manager|hr) |(?-i:[A-Z][a-z]+\.?) ){0,2}"
_PAPERS = (
    r"(?: (?:down|up|out)\b|(?: (?:my|the|an?|in|updated|new))* (?:resume|résumé|cv|cover letter"
    r"|application|transcripts?|references|portfolio|essay|questions|answers|notes)\b)"
)
"""What is written or mailed to apply, or to get ready: no message behind a talk."""
_THANKS = r"(?:thank[ -]?(?:you|u)s?|thanks|ty)"
_NOTE = r"(?:note|card|e-?mail|letter|message|msg|text)s?"
_SENT = (
    (Event.THANKED,
        rf"(?:sent|wrote|e-?mailed|mailed|dropped off) (?:[\w.'’]+ ){{0,3}}?{_THANKS}\b"
        rf"|{_THANKS}(?: {_NOTE})?(?: was| is|:)? (?:sent|e-?mailed|mailed|done)\b"
        r"|thanked [^\W\d_]+"),
    (Event.NO_ANSWER,
        r"(?:called|phoned|tried(?: calling)?)\b(?: [\w.'’/-]+){0,4}?,? no answer\b"
        r"|no answer when i (?:called|phoned|tried)\b"),
    (Event.LEFT_VOICEMAIL,
        r"(?:called\b.{0,30}?\b)?left (?:(?:an?|her|him|them|[A-Z][a-z]+) )*"
        r"(?:message|msg|voice ?mail|vm)\b"),
    (Event.WROTE,
        rf"(?:e-?mailed|wrote(?: to)?|texted|messaged|followed up(?: with| by)?"
        rf"|sent {_NAMED}{_ARTICLE}(?:follow[ -]?up\b(?: {_NOTE})?|e-?mail|message|msg|text))"
        rf"\b(?!{_PAPERS})"),
)  # fmt: skip
_PATTERNS = [(event, re.compile(rf"{_LEAD}(?:{words})", re.IGNORECASE)) for event, words in _SENT]
_NOBODY = rf"(?:{_ADVERB}|nobody|none|neither|no|not|never|still|only|we|have|had|has|was)\b"
_HEARD = re.compile(
    rf"{_LEAD}(?:they|he|she|(?:the )?(?:recruiter|manager|hr)"
    rf"|(?!{_NOBODY})(?-i:[A-Z][a-z]+)(?: (?-i:[A-Z][a-z]+))?)"
    r" (?:just )?(?:e-?mailed|texted|replied|responded|messaged|answered|wrote(?: back)?)\b"
    r"(?! (?:that|by|to say no|her|him|them)\b)"
    r"(?! (?:all |most )?(?:of )?(?:my|our|the) questions?)"
    rf"(?! (?!{MONTH}|{WEEKDAY})(?-i:[A-Z][a-z]+))(?: (?:me|us|back)\b)*(?: (?:on )?{DAY})?",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:about|re|regarding|after|before|from|at|in|to ask|asking|thank\w*)\b", re.I
)
"""What a message is about, or when it came: nothing new."""
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


def split_news(piece: str) -> tuple[str, str]:
    """Return that they wrote, and what stands behind it, "" twice where they did not.

    >>> split_news("Ana texted 3/12 interview moved to 3/20")
    ('Ana texted 3/12', 'interview moved to 3/20')
    """
    heard = _HEARD.match(piece)
    news = piece[heard.end() :].strip(" ,:-–—") if heard else ""
    return (heard[0], news) if heard and news and not _ABOUT.match(news) else ("", "")

"""What the seeker said they would do: a thing to send, or a contact and what it is about."""

import re
from calendar import month_name
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from followup_lib.reading.day_words import first_day, split_day
from followup_lib.reading.noun_phrases import DETERMINERS, LONGEST, QUESTION, key, noun_phrase
from followup_lib.reading.understood import Sure, Understood
from followup_lib.reading.words import word_set
from followup_lib.records.vocabulary import WAYS, Channel

CONTACTS = (Channel.PHONE, Channel.TEXT)
"""A promise by one of these is to be in touch; by the others, of a thing when one is named."""


@dataclass(frozen=True)
class Promise:
    """What was promised: `thing` to send, or, when that is "", to be in touch about `purpose`."""

    thing: str = ""
    purpose: str = ""


_OPENER = re.compile(
    r"(?:(?:and|also|then|please)\s+)*"
    r"(?:(?:i\s+)?(?:said|told\s+\w+|promised(?:\s+(?:you|him|her|them))?|agreed|offered)"
    r"(?:\s+that)?\s+)?"
    r"(?:(?:i\s*['’](?:d|ll|m)|i\s+am|(?:i\s+)?(?:will|would|can|could|should|must))\s+)?"
    r"(?:(?:i\s+)?(?:need|have|want|plan|planned|going|will|would)\s+to\s+|gonna\s+|to\s+|will\s+)?",
    re.IGNORECASE,
)
_SEND = re.compile(
    r"(?:e-?mail|mail|send|submit|forward|share|deliver|provide|give|get|fax|upload|attach"
    r"|write|text|hand|turn|drop|pass|shoot)(?:ing)?\b(?:\s+(?:over|along|out|off|in|on|back)\b)?\s*",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"(?:check(?:\s+back)?\s+in|check\s+back|check(?=\s*$)|touch\s+base|reconnect|follow[\s-]?up|circle\s+back"
    r"|(?:be|get|keep|stay)\s+(?:back\s+)?in\s+(?:touch|contact)|get\s+back|reach\s+(?:back\s+)?out"
    r"|(?:call|phone|ring|message|ping|contact|reply|respond|write|e-?mail|text)(?:\s+back)?"
    r"|talk|speak|tell|let(?=\s.*\bknow\b))(?:\s+(?:again|once more))?(?!\S)\s*",
    re.IGNORECASE,
)
_CONTACT_NOUN = re.compile(
    r"(?:(?:an?|the|my|another|one|quick|short|brief|phone|thank[\s-]you|follow[\s-]?up)\s+)+"
    r"(?:calls?(?:\s+back)?|e-?mail|note|text|message|update|follow[\s-]?up|ring|reply|line|answer"
    r"|voicemail|response)(?!\S)\s*",
    re.IGNORECASE,
)
_ASK = re.compile(
    r"(?:ask|check|see|find\s+out)\s+(?:(?:you|him|her|them)\s+)?"
    r"(?=(?:where|how)\s+(?:things|it|they|we)\b"
    r"|(?:if|whether)\s+(?:they|there)\b)",
    re.IGNORECASE,
)
"""What one is in touch for: "ask where things stand", "see if they decided"."""
_MATTER = (
    r"about|regarding|concerning|re:?|on|for|know(?:\s+about)?(?!\s+(?:if|about)\b)"
    r"|to\s+(?:discuss|confirm|go\s+over|(?:ask|talk|see|hear)\s+about|check\s+on)"
)
_ABOUT = re.compile(rf"(?:{_MATTER})\s+", re.IGNORECASE)
_ABOUT_BACK = re.compile(rf"(?:{_MATTER}|with)\s+", re.IGNORECASE)
_MAKE = re.compile(r"(?:send|give|drop|shoot|make|place|write)\s+", re.IGNORECASE)
_WHEN = re.compile(
    r"(?:after|before|during|once|when|until)\b"
    r"|in (?:(?:the|a|early|mid|late|next)[ -])*(?:new year|spring|summer|fall|autumn|winter"
    rf"|few|couple|months?|years?|{'|'.join(month_name[1:])})\b",
    re.IGNORECASE,
)
"""Words about when that tell no day: "in spring", "after the audit"."""
_BACK = re.compile(r"\bback\b|^(?:reply|respond|answer)", re.IGNORECASE)
_ACT = re.compile(r"(?:to|if|whether|when|where|how|once|know)\b", re.IGNORECASE)
_WAYS = "|".join(re.escape(way.screen).replace(r"\-", "-?") for way in WAYS.values())
_WAY = rf"(?:by|via|over|on)\s+(?:the\s+)?(?:{_WAYS})(?!\S)\s*"
_WAY_FIRST = re.compile(_WAY, re.IGNORECASE)
_WAY_LAST = re.compile(rf"\s+{_WAY}$", re.IGNORECASE)
_PERSON = (
    r"(?:(?:the|our|my)\s+)?(?:hiring\s+|office\s+|store\s+|general\s+)?"
    r"(?:recruiter|manager|team|interviewer|director|supervisor|hr|office|company|agency)(?!\S)"
)
_WHOM = re.compile(
    rf"(?:(?:to|with)\s+)?(?:(?:you|him|her|them)(?!\S)|{_PERSON})\s*", re.IGNORECASE
)
_TO_NAME = re.compile(r"\s+to(?:\s+[A-Z][\w.'’-]*){1,3}$")
_TO_WHOM = re.compile(
    rf"\s+(?:(?:over\s+|back\s+)?to\s+(?:you|him|her|them|{_PERSON})|over|along|back)$",
    re.IGNORECASE,
)
_GET = re.compile(r"get(?:ting)?\s", re.IGNORECASE)
_TOLD = word_set("told")
_NOT_IT = re.compile(
    r"\b(?:in)?to (?:(?:\w+ )?portal|(?:the|their|your) (?:web)?(?:site|system))\b"
    r"|\b(?:when|once|if|unless|until|after|before) (?:i|she|he|they|we|you)\b",
    re.IGNORECASE,
)
"""Where no letter goes, and when it would: "docs to portal", "the form when I'm home"."""
_GOES_ON = word_set("after_whom")


@lru_cache(4096)
def read_promise(words: str) -> Understood[Promise]:
    """Read a promise; the words about its day are `left`: `reading.said` reads them.

    A contact with words that are no purpose is "inferred", and they are left, too.

    >>> read_promise("I'd email you my portfolio by Tuesday").fact
    Promise(thing='my portfolio', purpose='')
    >>> read_promise("call about the start date I can offer").fact
    Promise(thing='', purpose='the start date I can offer')
    >>> read_promise("writing samples x2").sure
    'unclear'
    """
    typed = " ".join(words.split())
    loud = typed.isupper() and " " in typed
    text = typed.lower() if loud else typed
    unclear: Understood[Promise] = Understood(None, "unclear", left=text)
    if not text or len(text) > LONGEST:
        return unclear
    said, day = split_day(text.strip(" .;,!-–—•*"))
    said, sooner = split_day(_WAY_LAST.sub("", said))
    act = _OPENER.sub("", said, count=1)
    promise, unread, later = _contact(act) or (_thing(act), "", "")
    if not promise:
        return unclear
    sure: Sure = "inferred" if unread or loud else "exact"
    left = " ".join(filter(None, (later, unread, sooner, day)))
    return Understood(promise, sure, act, left, read_back(promise))


def read_back(promise: Promise) -> str:
    """Return a promise as the sentence a person confirms.

    >>> read_back(Promise(purpose="my start date"))
    'I said I\u2019d be in touch about my start date.'
    """
    if promise.thing:
        return f"I’m attaching {promise.thing}."
    about = f" about {promise.purpose}" if promise.purpose else ""
    return f"I said I’d be in touch{about}."


def is_contact(said: str, channel: str, hangs: bool = False) -> bool:
    """Tell whether a promise is to be in touch, rather than to send a thing (P3).

    One that `hangs` on a promise of theirs is, unless its words name a thing (P6).

    >>> is_contact("check in the following week", "email"), is_contact("my transcripts", "email")
    (True, False)
    """
    promise = read_promise(said).fact
    if channel in CONTACTS or not said.strip():
        return True
    return not promise.thing if promise else hangs


def _thing(act: str) -> Promise | None:
    """Read what is sent: the object of a verb of sending, or the whole as a noun phrase."""
    verb = _SEND.match(act)
    rest = _without_whom(act[verb.end() :], _opens_thing) if verb else act
    if not verb and _TO_NAME.search(rest):
        return None  # "my portfolio to Sarah"
    if verb and _GET.match(act) and rest == act[verb.end() :] and not _TO_WHOM.search(rest):
        return None  # "get a TB test"
    thing = noun_phrase(_TO_NAME.sub("", _TO_WHOM.sub("", rest)) if verb else rest)
    if not thing or key(thing.split()[-1]) in _TOLD or _NOT_IT.search(thing):
        return None
    return Promise(thing=thing)


def _contact(act: str) -> tuple[Promise, str, str] | None:
    """Read a contact, what is left unread of its words, and its day; None for something else."""
    made = _MAKE.match(act)
    start = _without_whom(act[made.end() :], _opens_thing) if made else act
    verb = _CONTACT_NOUN.match(start)
    if not verb:
        start, verb = act, _CONTACT.match(act) or _ASK.match(act)
    if not verb:
        return None
    day, rest = first_day(start[verb.end() :])
    rest = re.sub(r"^(?:back|again)(?!\S)\s*", "", _without_whom(rest, _goes_on))
    later, rest = first_day(_WAY_FIRST.sub("", rest, count=1))
    days = " ".join(filter(None, (day, later)))
    about = (_ABOUT_BACK if _BACK.search(verb[0]) else _ABOUT).match(rest)
    purpose = noun_phrase(rest[about.end() :], doing=True) if about else ""
    if rest == "know":  # "let her know"
        rest = ""
    if (
        rest
        and not (about or _WHEN.match(rest))
        and (not _ACT.match(rest) or _opens_thing(rest.partition(" ")[2]))
    ):
        return None  # "call my landlord", "talk to my landlord"
    return Promise(purpose=purpose), "" if purpose else rest, days


def _without_whom(rest: str, goes_on: Callable[[str], bool]) -> str:
    """Return words without whom they are for, if what comes then can follow a person."""
    if person := _WHOM.match(rest):
        return rest[person.end() :]
    tokens = rest.split()
    first = end = int(bool(tokens) and key(tokens[0]) in ("to", "with"))
    while end < len(tokens) and end < first + 5 and _could_be_a_name(tokens[end]):
        end += 1
    after = " ".join(tokens[end:])
    return after if end > first and goes_on(after) else rest


def _could_be_a_name(token: str) -> bool:
    word = key(token)
    small = word in DETERMINERS | QUESTION or first_day(token)[0]
    return word == "and" or (token[0].isupper() and word != "i" and not small)


def _opens_thing(rest: str) -> bool:
    first = key(rest.split()[0]) if rest else ""
    return first in DETERMINERS or first.isdecimal()


def _goes_on(rest: str) -> bool:
    return not rest or key(rest.split()[0]) in _GOES_ON or bool(first_day(rest)[0])

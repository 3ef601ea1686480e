"""A day as somebody said it, "by the end of next week": which it is, or that it is none."""

import datetime as dt
from functools import lru_cache

from followup_lib.reading.one_day import blanked, day_phrases, one_day
from followup_lib.reading.spoken import WEEKDAY, Said, spelled
from followup_lib.reading.understood import Sure, Understood
from followup_lib.reading.whose_day import is_anothers_day
from followup_lib.reading.words import pattern
from followup_lib.records.dates import MONTHS, WEEKDAYS, short_day
from followup_lib.records.workdays import Workdays

LONGEST = 1000
"""Letters of what somebody said about a day; more is a text, not a day."""
PLAIN_WEEK = Workdays((True,) * 5 + (False,) * 2)
"""Monday to Friday without holidays, where no calendar is at hand."""


_HARMLESS = pattern(
    r"\b(?:by |at |around |before |after )?(?:\d{1,2}(?::\d\d)? ?[ap]\.?m\b\.?|\d{1,2}:\d\d\b"
    r"|noon\b|midnight\b)|\bat \d{1,2}\b(?! ?%)|\bby \d{1,2}(?= (?:on )?(?:today|tomorrow|"
    + WEEKDAY
    + r"))"
    r"|\b(?:no|not) (?:later|more|longer)(?= than\b)|\bon or (?:before|about)\b"
    r"|\bif you (?:still )?(?:do ?n[o']?t|have ?n[o']?t|did ?n[o']?t|do not|have not|did not)"
    r" (?:hear|heard|receive|received|get|got)\b"
)
"""Times of the day, and words that sound like a refusal and are none."""
_NOUN = r"(?: (?:step|stage|round|phase|interview|candidate|call|person|meeting|floor|choice)s?\b)"
_OPEN = pattern(
    r"n't\b|\b(?:not|never|cannot|cant|wont|dont|doesnt|isnt|no (?:promises?|guarantees?|idea|way"
    r"|sooner|earlier)|unlikely|unless|except|after|past|beyond|since|ago|previous|earliest"
    r"|minimum|no (?:less|fewer)|soonest|later|onwards?|at least|more (?:than|like)|longer than"
    r"|the following|and a half"
    r"|weeks?|days|months?|years?|quarter|hours?|fortnight|holidays?|weekends?"
    rf"|(?:next|last|\d+(?:st|nd|rd|th))(?!{_NOUN})|(?<!-)(?:19|20)\d\d"
    rf"|(?:{'|'.join(WEEKDAYS)})s|{'|'.join(sorted({*MONTHS} - {'May', 'March'}))})\b"
    r"|(?<![\d-])\d{1,2} ?[/-] ?\d{1,2}(?![\d-])|\0 ?[-–] ?\d"
)
"""Words left beside a phrase that may move or deny its day: then it is asked, not guessed."""
_MOVED = pattern(
    r"\b(?:from|starting|beginning|as of|through|thru|(?<!know )more|longer|later|over|every|each"
    r"|late)(?: than)?(?: on)?(?: the)? ?$"
)
"""Words in front of a phrase that make it the begin of something, or more than one day."""
_NOT_BEFORE = pattern(r"\b(?:no|nothing|nobody|none)\b[^.,;!\0]*\b(?:before|until|till?)\b")
"""Words that deny what comes sooner and promise nothing for the day: "no news before Friday"."""
_NEAR = pattern(
    r"\b(?:about|around|roughly|approximately|maybe|perhaps|possibly|probably|likely|might"
    r"|hopefully|tentatively|or so|or thereabouts|give or take|ish)\b|~|\?"
)
_PART_OF = pattern(
    r"\b(?!(?:morning|afternoon|evening|night|day|date|eve|as|instead|because|close|end|EOD|COB)\b)"
    r"\w+ of (?:the )?$|\bbefore [^.,;!\0]*\w[^.,;!\0]*$"
)
"""Words in front of a phrase that mean a part of it, or a day before: "the back of next week"."""
_LEAD = pattern(
    r"(?:\b(?:by|on|in|within|until|till?|before|around|about|the|over|at|for"
    r"|(?:no later )?than) )+$"
)
_NO_DAY = pattern(
    r"\b(?:(?:very |quite )?soon(?:er)?|shortly|presently|eventually|asap|tb[ad]|before long"
    r"|at some (?:point|stage)|in due (?:course|time)|in the (?:near|foreseeable) future"
    r"|in touch|get back|let (?:me|us|you) know|hear from (?:us|them)|unknown|unsure|nothing|none"
    r"|(?:once|when(?:ever)?|after|until) (?:we|they|I|he|she|you|every(?:one|body)|all)"
    r"|when(?:ever)? the|no (?:idea|dates?|day|time ?(?:frame|line)|rush)"
    r"|(?:did|do|does|could|can|would|will|is|are|was|were)(?:n't| not) (?:yet )?"
    r"(?:say|said|know|known|tell|sure|clear|decided))\b|^\W+$"
)
"""Words that plainly tell no day."""
_TIME = pattern(
    r"\d|\b(?:weeks?|days?|months?|years?|quarter|hours?|fortnight|holidays?|weekends?"
    rf"|{'|'.join(sorted({*MONTHS} - {'May', 'March'}))}|(?-i:May|March)"
    rf"|(?:{'|'.join(WEEKDAYS)})s?)\b"
)
"""Words that hint at a day, whatever stands beside."""


_SMALL = pattern(
    r"\b(?:by (?:noon|\d{1,2} ?[ap]m)|by|(?:by )?(?:\d{1,2}(?::\d\d)? ?[ap]m|noon|\d{1,2})(?= on\b)"
    r"|at|on|in|before|after|around|about|over|until|till?|within|for|the|and|or|to"
    r"|between|from|if not|then|maybe|hopefully|probably|prob|likely|latest|max(?:imum)?|very"
    r"|first thing|(?:the )?week (?:of|commencing)|w/c|(?:no|not) later than|at some point"
    r"|some ?time|it|(?:it )?(?:should|will|would|could|may|might) be|right|early|late|mid|morning"
    r"|afternoon|evening|(?:but )?(?:it )?(?:might|may|could) slip|worst case|at the|ish|or so"
    r"|or thereabouts|towards?)\b|[\0\W]"
)
"""Words beside a day that tell nothing of their own."""


def read_said(
    words: str,
    said_on: dt.date,
    days: Workdays | None = None,
    *,
    month_first: bool = True,
    of_anything: bool = False,
) -> Understood[dt.date]:
    """Return the day that words said on a day promise, at the latest; unclear when they tell none.

    `days` is the calendar "10 business days" are counted by; `month_first` tells how 3/12 is read.
    A day of something else than an answer ("HR is back on Monday", "send references by Friday") is
    unclear, unless the day `of_anything` is looked for.
    A range means its later end. Nothing is guessed: two days, a past one, or a word beside that
    denies or moves it ("not before Friday") are unclear, and then all the words are `left`.

    >>> monday = dt.date(2026, 3, 9)
    >>> read_said("You will hear from us by Friday", monday)
    Understood(fact=datetime.date(2026, 3, 13), sure='exact', used='by Friday', \
left='You will hear from us', read_back='We read this as Fri, March 13.')
    >>> read_said("mid next week", monday).read_back, read_said("soon", monday).sure
    ('We read this as about Wed, March 18.', 'unclear')
    """
    text = spelled(" ".join(words.replace("’", "'").replace("\0", " ").split()))
    unclear: Understood[dt.date] = Understood(None, "unclear", left=text)
    if len(text) > LONGEST:
        return unclear
    masked = _HARMLESS.sub(blanked, text)
    phrases, rest = day_phrases(masked, Said(said_on, days or PLAIN_WEEK, month_first))
    found = one_day(phrases, masked)
    if not found or not found.day or found.day < said_on or _MOVED.search(masked[: found.start]):
        return unclear
    if _NOT_BEFORE.search(masked[: found.end]) or _PART_OF.search(masked[: found.start]):
        return unclear
    rest = f"{rest[: found.start]}\0{rest[found.end :]}"
    if _OPEN.search(rest):
        return unclear
    if not of_anything and is_anothers_day(rest[: found.start], rest[found.start + 1 :]):
        return unclear
    sure: Sure = "about" if found.sure == "exact" and _NEAR.search(text) else found.sure
    lead = _LEAD.search(text[: found.start])
    start = lead.start() if lead else found.start
    left = f"{text[:start].strip(' ,;(')} {text[found.end :].strip(' ,;)')}".strip()
    near = "about " if sure == "about" else ""
    read_back = f"We read this as {near}{short_day(found.day, said_on)}."
    return Understood(found.day, sure, text[start : found.end], left, read_back)


@lru_cache(4096)
def tells_no_day(words: str) -> bool:
    """Tell whether words say plainly that there is no day; what else is unclear is to be asked.

    >>> tells_no_day("Soon!"), tells_no_day("once we have seen everyone")
    (True, True)
    >>> tells_no_day("soon, maybe Friday"), tells_no_day("bis Freitag")
    (False, False)
    """
    return bool(_NO_DAY.search(_one_line(words))) and not hints_at_a_day(words)


def hints_at_a_day(words: str) -> bool:
    """Tell whether words have anything of a day in them, be it clear or not.

    >>> hints_at_a_day("the week after the board meets"), hints_at_a_day("Thanks for your note!")
    (True, False)
    """
    text = _one_line(words)
    found = _TIME.search(text) or day_phrases(text, Said(dt.date(2026, 1, 1), PLAIN_WEEK))[0]
    return bool(found)


def _one_line(words: str) -> str:
    return " ".join(words.replace("’", "'").replace("\0", " ").split())[:LONGEST]


def is_only_a_day(words: str) -> bool:
    """Tell whether words hold phrases that say a day, and nothing else.

    >>> [is_only_a_day(each) for each in ("a week from Friday", "Nov 17-21", "Friday 2pm", "maybe")]
    [True, True, False, False]
    """
    text = spelled(" ".join(words.replace("’", "'").replace("\0", " ").split()))
    if len(text) > LONGEST:
        return False
    found, rest = day_phrases(text, Said(dt.date(2026, 1, 1), PLAIN_WEEK))
    return bool(found) and not _SMALL.sub("", rest)

"""What a note tells, piece by piece: an offer, an end, their word about when, one's own promise."""

import datetime as dt
import re
from functools import lru_cache

from followup_lib.exchange.mine_told import HEAR, is_surely_mine, promised
from followup_lib.exchange.offer_words import is_offer, offer_ended
from followup_lib.exchange.sent_told import DAY, sent_told, split_news
from followup_lib.exchange.when_told import is_only_when, jots_when, leads_to_when
from followup_lib.reading.answer_by import answer_words
from followup_lib.reading.day_words import split_day
from followup_lib.reading.promises import Promise
from followup_lib.reading.said import read_said, tells_no_day
from followup_lib.reading.spoken import MONTH, unquoted
from followup_lib.reading.standings import status_meaning
from followup_lib.reading.status_signs import FILLED
from followup_lib.reading.words import pattern
from followup_lib.records.vocabulary import CLOSED

LONGEST = 300
"""Letters of a note that is looked into; what is longer tells a story."""


_PIECES = re.compile(
    r"[;\n]+|(?<!\b[MD]r)(?<!\b(?:Ms|St))(?<!\bMrs)(?<!\bProf)"
    rf"(?!(?<=\b(?-i:[A-Z][a-z]{{2}}))\.\s+(?:\d|{MONTH}))(?!(?<=\b(?:Sept|Tues|Thur))\.\s+(?:\d|{MONTH}))"
    rf"(?!(?<=\bThurs)\.\s+(?:\d|{MONTH}))"
    r"[.!?]+(?:\s+|$)|,\s+(?!\d|[A-Z][a-z]{2,8}\.? \d)|(?<!\s)\s+[-–—]\s+"
    r"|\b(?:and|but)\s+(?=(?:I|she|he|they)\b)"
    r"|(?<!what)(?<!as)(?<!like)(?<!\s)\s+(?=(?:she|he|they) (?:said|says|told me)\b)"
    r"|(?<!they)(?<!he)(?<!I)(?<!hr)(?<!HR)(?<!\s)\s+(?=never (?:called|heard|replied|answered"
    r"|got back)\b)"
)
"""Between the pieces of a note, each of which tells one thing."""
_TRIED = pattern(
    rf"(?:{DAY} )?\b(?:i )?(?:called|tried calling)\b(?:(?!spoke|talked)[^.;\n]){{0,40}}?\b"
    r"(?:no answer|left (?:(?:an?|her|him|them) )*(?:message|msg|voice ?mail|vm))\b"
    rf"(?: (?:on )?{DAY})?"
)
"""A call that nobody took, a piece of its own: it tells of no talk and of no end."""
_DATED = re.compile(rf"(?:^|(?<=[:;.,] ))({DAY})(?:[:,]| [-–—]) ([^.;\n]*)", re.MULTILINE | re.I)
_MARKS = re.compile(r",? [-–—]+ |, ?")
_COLUMN = re.compile(
    r"^(?!(?:[^:\n]*\b(?:time ?line|time ?frame|eta)|per [^:\n]+|\bre): )[^:\n]{1,40}: ",
    re.IGNORECASE,
)
_END = pattern(
    r"^(?!.*\bcounter[- ]?offer)(?:they |i )?(?:was |got |been |have )?(?:rejected|declined|denied"
    r"|turned (?:me |them |it )?down|withdrew|withdrawn"
    rf"|not (?:selected|hired|chosen|moving forward)|not hiring|{FILLED})\b"
    r"|\bnever (?:heard(?! of\b)|called|wrote|replied|answered|responded|got back)\b"
    r"|\bno call ?backs?\b(?! (?:until|till?|before)\b)"
    r"|\b(?:form|got an?) rejection\b|^they filled it\b"
    r"|\b(?:job|position|role|req) (?:was |is |got )?(?:cancell?ed|closed)\b"
    r"|^(?:they )?closed the (?:job|position|role|req)\b"
    r"|^(?:i )?(?:took|accepted) (?:another|a different) (?:job|offer|position)\b"
    r"|\b(?:said|it(?:['’]s| was)|got) (?:a )?no(?=$|,| on\b| \d| thank| to me\b| from\b)"
    r"|^they passed(?: on me)?(?=$|,)|^(?:they )?ghosted(?: me)?(?=$|,)"
    r"|^(?:i )?passed on (?:it|this|them|the (?:job|offer|role|position))\b|^i passed(?=$|,)"
    r"|^(?:i )?(?:pulled out\b|took my(?:self| name) out\b|backed out\b)"
    r"|^(?:i(?:['’]m| am) )?(?:not|no longer) interested(?: any ?more| in (?:it|this))?(?=$|,)"
)
_TALK = pattern(
    r"\b(?:wants?|asked|told|invited) me to come in\b|\bcome in for\b|\b(?:dinner|lunch|breakfast"
    r"|drinks) (?:with\b|w/)"
    r"|\b(?:mtg|interview(?:ed|s)?|met|meeting|spoke|talk(?:ed)?|chat(?:ted)?|zoom|screen(?:ed|ing)?"
    r"|call(?:ed)?|in[ -]person|on[ -]?site|coffee|visit(?:ed)?|tour(?:ed)?|rounds?|panel|int|rd"
    r"|(?:trial|shadow|working) (?:shift|day)|demo(?: lesson)?)\b|\bphone (?:w/|with\b|\d)"
)
_NO_TALK = pattern(
    r"\bvisit(?:ed)? (?:(?:the|their|company) )*(?:web ?(?:site|page)|home ?page)"
    r"|\bmet (?:(?:the|their|my|all|every) )*(?:deadline|requirement|qualification|criteria|goal)"
)
_AD = r"(?:ad|advert\w*|post(?:ing)?|listing|description|(?:web)?site|page|schedule|flyer|sign)"
_WHO = rf"(?:they|he|she|hr|recruiter|manager|boss|(?!{_AD}\b)(?-i:[A-Z][a-z]+))"
_ABOUT_JOB = r"(?:training|orientation|tests?|shifts?|start\w*|hours?)\b"
_THEIRS = pattern(
    rf"^(?!.*\b{_AD} sa(?:id|ys)\b).*\b(?:said|{_WHO} says)\b(?! (?:that )?(?:the )?{_ABOUT_JOB})"
    r"|\b(?:told me|time ?line|(?:should|will|would|they|she|he|['’](?:ll|d)) know more|hear|heard"
    r"|get(?:ting)? back|know by|let me know|back to me|(?<!need to )(?<!have to )(?<!got to )"
    r"(?:decid\w+|(?<!no )answer(?!ed)\w*)|decision|update|expects?|reach out|respond|reply"
    r"|in touch|notif\w+|announce\w*|r[ée]pon\w+|d[ée]cision|respuesta|avisar\w*|antwort)\b"
    r"|\b(?:they|he|she)(?:['’]ll|['’]d| will| would)\b"
    r"|^(?:(?:ms|mr|mrs)\.? \w+ |[A-Z][a-z]+ |recruiter |manager |hr |the \w+ )?"
    r"(?:will|would|should|to|is going to) (?:call|phone|e-?mail|write|text|contact"
    r"|choose|pick|be back|hear)\b|^(?:they |he |she )?will (?:schedule|set up)\b"
    r"|\b(?:hop(?:e|es|ing)|plan(?:s|ning)?|expect(?:s|ing)?|wants?|aim(?:s|ing)?|looking"
    r"|trying) to"
    r" (?:choose|pick|hire|extend|(?:have|make|send|get) (?:an? |the |their )?(?:offers?|decision"
    r"|choice|hire|someone))\b|\boffer(?: letter)? (?:is |should be )?(?:expected|coming)\b"
)
_OTHERS = pattern(r"\b(?:tests?|orientation|training|start\w*|fingerprint\w*)\b")
_ON_A_DAY = pattern(DAY)
_I = pattern(r"i\b")
_OWN = pattern(r"i(?: (?:will|would|can|could|need|must|said|promised)|['’](?:d|ll))\b")
_BY = pattern(
    r"\b(?:know|hear|decide|answer|back)\b.* (?:by|after|around) (?!e-?mail|phone|text)\w"
)
_HOURS = pattern(
    r"(?<!within )(?<!in )(?<!next )(?<![\d-])(?:\d+ ?(?:-|to) ?)?\b\d+[ -]?(?:hrs?|hours?)\b"
    r"|\bm(?:on)?(?:day)? ?(?:-|to) ?f(?:ri)?(?:day)?\b.*"
)
"""Hours of work, not until they answer."""
_ANY_DAYS = (dt.date(2026, 1, 5), dt.date(2026, 7, 6))
"""From one of them every month is near enough to be meant without its year."""
_WHO_SAID = pattern(
    r"^(?:(?:they|he|she|it was|[A-Z][\w.]+) )?(?:sa(?:id|ys)|told me)(?: that)?:? "
)


def pieces(cell: str) -> list[str]:
    """Return what a cell tells, piece by piece, without the name of its column."""
    told = _COLUMN.sub("", _DATED.sub(_join_day, unquoted(cell)))
    told = _TRIED.sub(lambda tried: f"; {_MARKS.sub(' ', tried[0])}; ", told)
    return [each for piece in _PIECES.split(told) for each in _apart(piece.strip()) if each]


def _join_day(dated: re.Match[str]) -> str:
    """Return a message with its day before it as one piece: "3/12: left vm"."""
    return f"{dated[1]} {dated[2]}" if sent_told(dated[2]) else dated[0]


def _apart(piece: str) -> list[str]:
    """Return that they wrote and the news in it as pieces of their own."""
    sent, news = split_news(piece)
    if news and (_THEIRS.search(news) or is_talk(news) or is_end(news) or is_offer(news)):
        return [sent, news]
    return [piece]


def is_end(piece: str) -> bool:
    """Tell whether a piece says that it is over, whoever ended it.

    >>> is_end("rejected 3/1 :("), is_end("not rejected")
    (True, False)
    """
    meaning = status_meaning(piece)
    said = _END.search(piece) or offer_ended(piece)
    return bool(said or (meaning and meaning[1] in CLOSED))


def is_talk(piece: str) -> bool:
    """Tell whether a piece speaks of a talk with a person, past or to come.

    >>> is_talk("coffee with Jo 3/4"), is_talk("parking behind the house"), is_talk("met deadline")
    (True, False, False)
    """
    return _TALK.search(_NO_TALK.sub(" ", piece)) is not None


@lru_cache(4096)
def offer_told(cell: str) -> str:
    """Return the words of a note that tell of an offer, with when to answer it, "" for none.

    >>> offer_told("nice team. They offered me $18/hr - need to tell them by 3/20")
    'They offered me $18/hr - need to tell them by 3/20'
    """
    whole = _COLUMN.sub("", cell)
    first = next((piece for piece in pieces(cell) if is_offer(piece)), "")
    return whole[max(whole.find(first), 0) :].strip() if first and len(cell) <= LONGEST else ""


def promises_told(cell: str) -> list[tuple[str, Promise]]:
    """Return what one would do by a note; an answer to the offer in it is no promise."""
    answers = bool(offer_told(cell))
    found = [told for piece in pieces(cell) if (told := promised(piece))]
    return [told for told in found if not (answers and answer_words(told[0]))]


def theirs_told(cell: str, *, all_theirs: bool = False) -> list[str]:
    """Return the pieces of a note that tell by when they would be heard of, or that it is open.

    `all_theirs` tells that a note holds nothing but what they said.

    >>> theirs_told("nice people. will call by Friday"), theirs_told("she said the team is tiny")
    (['will call by Friday'], [])
    """
    if len(cell) > LONGEST or offer_told(cell):
        return []
    note = _COLUMN.sub("", unquoted(cell)).strip()
    if jots_when(note):
        return [note]
    found = [
        piece if jots_when(piece) else _WHO_SAID.sub("", piece)
        for piece in pieces(cell)
        if jots_when(piece)
        or jots_when(_WHO_SAID.sub("", piece))
        or _names_when(piece, all_theirs=all_theirs)
    ]
    return sorted(found, key=lambda piece: not _is_on_when(piece))  # "closing 10/1; 60-90 days"


def _is_on_when(piece: str) -> bool:
    return bool(_THEIRS.search(piece)) or jots_when(piece) or is_only_when(piece)


def _names_when(piece: str, *, all_theirs: bool) -> bool:
    """Tell whether a piece speaks of their answer and of a day, and of nothing done or promised."""
    done = is_talk(piece) and _ON_A_DAY.search(piece)
    theirs = _THEIRS.search(piece) or (all_theirs and not (done or _OTHERS.search(piece)))
    own = _OWN.match(piece) and not HEAR.search(piece)
    if not theirs or own or is_end(piece) or sent_told(piece):
        return False
    mine = promised(piece) and not (all_theirs and not (_I.match(piece) or is_surely_mine(piece)))
    return not mine and (_tells_when(_WHO_SAID.sub("", piece)) or leads_to_when(piece))


def _tells_when(piece: str) -> bool:
    """Tell whether words are about a day, whichever it is."""
    piece = _HOURS.sub(" ", piece)
    told = split_day(piece)[1] or tells_no_day(piece) or _BY.search(piece)
    return bool(told) or any(read_said(piece, day, of_anything=True).fact for day in _ANY_DAYS)

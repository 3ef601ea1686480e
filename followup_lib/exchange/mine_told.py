"""Pieces of a note that tell what one would do oneself: promised, owed, asked for, due."""

from functools import lru_cache

from followup_lib.exchange.sent_told import DAY
from followup_lib.reading.denied import DENIED
from followup_lib.reading.promises import Promise, read_promise
from followup_lib.reading.spoken import MONTH, WEEKDAY
from followup_lib.reading.words import pattern, word_set

HEAR = pattern(
    r"^i\b(?!.*\blet\b).*\b(?:hear|know (?:by|more))\b|\bi(?: should| will|['’]ll|['’]d) hear\b"
)
"""What one would hear, which is their word."""
_TALKED = pattern(r"^i (?:had|met|talked|spoke|interviewed|visited|was|did)\b")
_JOB = pattern(
    r"\b(?:to|i['’]?(?:d|ll)|would|will|must) (?:be (?!in touch\b)|pass (?:an?|my|the)\b"
    r"|share an?\b|provide (?:my |your )?own\b|(?:handle|manage|run|teach|lead|train|cover"
    r"|write|give) (?!(?:my|them|her|him|an?|the|it|you|back|to)\b)(?-i:[a-z]))"
)
"""What one would be or do on the job, or has to pass: nothing that is sent."""
_NAME = r"(?:(?:(?:mr|ms|mrs|dr|miss)\.? )?(?-i:[A-Z][\w’'-]*[a-z])(?: (?-i:[A-Z][a-z]+))?)"
_WHOM = rf"(?:them|him|her|you|hr|(?:the )?(?:recruiter|manager)|{_NAME})"
_THEY = rf"(?:they|she|he|hr|hm|(?:the )?(?:recruiter|manager|mgr|boss|principal|office)|{_NAME})"
_CLIENT = pattern(
    r"^(?:the )?(?:client|participant|job ?seeker)(?: (?:said|stated|reported|agreed))?(?: that)?"
    r"(?: (?:he|she|they))?(?: is| has| needs| plans)? ?(?:to|will|would|['’](?:ll|d)) (?=\w)"
)
"""In a counselor's list: what the one would do whose list it is."""
_TOLD = rf"(?:said|told (?:{_WHOM}|\w+)|promised(?: {_WHOM})?|agreed)"
_MUST = (
    r"(?:need|have|had|got|remember|supposed|promised|(?<=i )am) to|gotta|must"
    r"|need(?= (?:bring|send)\b)"
)
_DO = (
    r"(?:send|e-?mail|text|call|bring|drop|mail|fax|forward|submit|upload|connect|introduce|check"
    r"|follow|share|return|confirm|provide|complete|finish|fill|sign|turn|hand|schedule|let|get"
    r"|circle|reach|touch|ping|ask)"
)
_MINE = pattern(
    rf"^(?:i\b|i['’](?:ll|d|m)|(?:i )?{_TOLD} (?:that )?i\b|promised|(?:i )?(?:{_MUST})\b|send"
    r"|follow[ -]?up|check (?:back|in)\b|call (?!with|on|from)\D"
    r"|will (?!call\b)\w+ (?:\w+ ){0,2}my\b|(?:get|give) (?:them|her|him) my\b)"
)
_OWE = pattern(
    rf"^(?:i )?(?:(?:still )?owe (?:(?P<whom>{_WHOM})(?: |$))?"
    rf"|promised {_WHOM} (?=(?:an?|my|the|some|\d+|two|three)\b))"
)
_WORD = pattern(
    rf"\b(?:said|told|promised|agreed|owe|supposed to)\b|^(?:{_THEY} )?(?:asked me|asked for"
    rf"|wants?|needs?)\b"
)
_VOWED = pattern(
    rf"^(?:i )?{_TOLD} (?:that )?(?:i['’]?(?:d|ll)|i (?:would|will)|to) {_DO}\b(?! (?:me|us)\b)"
)
_PAPERS = rf"(?:{'|'.join(sorted(word_set('papers'))).replace('_', '[ -]')})"
_BY = (
    rf"(?: (?:by|on|before|until|this|next|due)\b| today\b| tomorrow\b| tonight\b| tmrw\b"
    rf"| asap\b"
    rf"| {WEEKDAY}| {MONTH} \d| {DAY})"
)
_ASKED = pattern(
    rf"^(?:{_THEY} |(?=asked me ))(?:(?:wants?|needs?) (?:me to (?:send|bring|e-?mail) )?"
    r"|(?:(?:has |have )?(?:asked|is asking|are asking)(?: me)? (?:for|to (?:send|bring|e-?mail))"
    rf"|requested) )(?P<what>(?!some|people\b)(?:[\w’'&-]+ ){{0,5}}?(?:{_PAPERS}))(?={_BY}|\W*$)"
)
"""They asked for papers: "she wants 3 references by Friday"."""
_DUTY = pattern(
    rf"^(?:i )?(?:(?:{_MUST}|please|to) )*(?:bring|drop off|complete|finish|fill (?:out|in)|submit"
    rf"|turn in|hand in|upload|e-?mail|send|fax|mail|sign|return|get|provide|share|do) "
    rf"(?:[\w.’'&-]+ ){{0,5}}?(?:{_PAPERS}){_BY}"
    rf"|^(?:the |my )?(?:[\w’'-]+ ){{0,3}}?(?:{_PAPERS})(?: is| are)? (?:due|expires?)(?: (?:by"
    rf"|on))?\b"
)
"""Papers to bring or finish by a day."""
_REACH = pattern(
    rf"^(?:i )?(?:(?:{_MUST}) )*(?:(?:follow[ -]?up|f/u|fu|check(?:ing)? (?:back|in)|circle back"
    rf"|touch base|ping|reach out)(?: (?:w/|with|to) ?[\w.]+(?: [A-Z][a-z]+)?)?"
    rf"|(?:call|text|e-?mail|ping|contact)(?: back)? {_WHOM})\b.*"
    rf"(?:{WEEKDAY}|{MONTH} \d|{DAY}|the \d+(?:st|nd|rd|th)|(?:next|this) week|tomorrow|tmrw|today)"
)
"""To be in touch on a day."""
_ERRAND = pattern(rf"^(?:i )?(?:(?:{_MUST}) )*(?:{_DO}|do|thank)\b")
_NOTHING = pattern(r"\b(?:nothing|no (?!later)|sent|done|already)\b")


@lru_cache(4096)
def promised(piece: str) -> tuple[str, Promise] | None:
    """Return a piece that says what one would do, with what that is; None for any other.

    What no letter could name stays in its own words: the promise is empty then.

    >>> promised("she wants 3 references by Friday")
    ('she wants 3 references by Friday', Promise(thing='3 references', purpose=''))
    >>> promised("she wants a team player"), promised("follow up w/ kim 11/19")
    (None, ('follow up w/ kim 11/19', Promise(thing='', purpose='')))
    """
    said = _CLIENT.sub("I would ", piece)
    asked, owed = _ASKED.match(said), _OWE.match(said)
    words = _VOWED.match(said) or _DUTY.match(said) or _REACH.match(said) or said != piece
    if not (asked or owed or words or _MINE.search(said)):
        return None
    if any(each.search(said) for each in (_TALKED, HEAR, _JOB)):
        return None
    what = asked["what"] if asked else said[owed.end() :].strip() if owed else ""
    promise = read_promise(f"send {what}" if what else said).fact
    if (
        promise is None
        and (asked or words or (owed and owed["whom"]))
        and not (DENIED.search(said) or _NOTHING.search(said))
    ):
        promise = Promise()
    return (piece, promise) if promise else None


def is_errand(cell: str) -> bool:
    """Tell whether a cell of next steps is something one would do for them, whatever it is.

    >>> is_errand("send pat my oss links"), is_errand("wait"), is_errand("apply by Friday")
    (True, False, False)
    """
    told = promised(cell) or _ERRAND.match(cell)
    return told is not None and not (DENIED.search(cell) or _NOTHING.search(cell))


def is_surely_mine(piece: str) -> bool:
    """Tell whether a piece is one's own word or errand also where a column holds what they said.

    >>> is_surely_mine("told Deb I'd send my license"), is_surely_mine("will call Friday")
    (True, False)
    """
    told = _VOWED.match(piece) or _DUTY.match(piece) or _ASKED.match(piece)
    return told is not None or _CLIENT.match(piece) is not None


def gives_word(piece: str) -> bool:
    """Tell whether a piece says that one gave one's word, owes it, or was asked for something.

    >>> gives_word("told Bob I'd call"), gives_word("follow up")
    (True, False)
    """
    return _WORD.search(piece) is not None

"""Pieces of a note that tell when somebody will be heard of, as people jot it: "no call until Dec".

Each kind is a whole piece, so that the same words in a story ("2 weeks vacation") are none.
"""

from functools import lru_cache

from followup_lib.exchange.when_foreign import in_another_language
from followup_lib.reading.holidays import HOLIDAYS
from followup_lib.reading.said import is_only_a_day
from followup_lib.reading.spoken import COUNT, MONTH, WEEKDAY, spelled, unquoted
from followup_lib.reading.words import pattern

_UNITS = r"(?:(?:business|working|work) )?(?:days?|weeks?|wks?|months?|mos?|fortnights?)\b"
_LONG = (
    r"(?:(?:an?|the|half(?= (?:an? |the )?(?:week|wk|month))|good|full|solid|matter of"
    r"|minimum of|at most|under|(?:(?:no|not) )?(?:less|more|longer) than|about|around|maybe"
    r"|probably|like"
    r"|roughly|at least|up to|another|next|coming|few|several"
    rf"|couple(?: of)?|some) )*(?:(?:{COUNT}|few)(?: ?(?:-|–|to|or) ?{COUNT}|\.5| 1/2| and a half)?"
    rf"[ -]?)?(?:more )?{_UNITS}(?: and a half)?(?: or (?:so|two|more)| out| max| tops"
    rf"| from (?:now|today|then|{WEEKDAY}))?"
)
_TERM = (
    r"(?:(?:the|their|this|next|coming|early|mid|late|first|second|third|fourth|last|half|end"
    r"|close|middle|beginning|start|of)[ -])*"
    r"(?:(?:(?:christmas|x-?mas|winter|spring|summer|fall|thanksgiving|easter|holiday|school|long"
    r"|labor day|memorial day) )?(?:break|recess|holidays?|(?<=the )(?:long|holiday) weekend)"
    r"|(?:fiscal|school|academic|tax|hiring) (?:year|quarter|season)"
    r"|(?<=half of the )year|(?:week|month|quarter|year)(?= is (?:out|over|up)\b)"
    r"|quarter(?:[ -]end)?|(?:q[1-4]|h[12])(?: (?:of )?(?:fy ?)?(?:20)?\d\d)?"
    r"|semester|(?<=in )(?:half )?a year|(?:holy|easter) week"
    r"|(?<=this )(?:spring|summer|fall|winter)|ramadan|eid|passover|hanukk?ah|diwali|yom kippur"
    r"|rosh hashanah?|(?:lunar|chinese) new year"
    r"|(?:(?:business )?(?:day|week) )?of the new year)\b"
)
"""A stretch of days that only a person knows: a break, a quarter, a feast of no fixed day."""
_DAY = (
    rf"(?:{MONTH}(?: \d+(?:st|nd|rd|th)?)?|{WEEKDAY}|\d{{1,2}}/\d{{1,2}}(?:/\d+)?"
    r"|(?:the )?\d{1,2}(?:st|nd|rd|th)|(?:end of )?(?:the )?(?:next|nxt|this|coming) "
    rf"(?:week|wk|month|year|{WEEKDAY})|(?:the )?(?:end|middle|beginning|first) of (?:the |next )?"
    rf"(?:week|month|year|quarter|{MONTH})|eow|eom|eoy|tomorrow|tmrw|(?:the )?(?:holidays"
    rf"|weekend)|{_TERM}|spring"
    rf"|summer|fall|winter|(?:the )?new year|xmas|any day(?: now)?|turkey day|st\.? patrick'?s day"
    rf"|valentine'?s day|{WEEKDAY} fortnight|(?:{'|'.join(HOLIDAYS)})(?: week(?:end)?)?)\b\.?"
    r"(?: is (?:out|over|up)\b)?"
)
_LEAD = (
    r"(?:(?:no |not )?(?:earlier|sooner|later|until|till|til|['’]til|before|by|on|in|within|around"
    r"|about|after|following|right|just|shortly|towards?|for|over|during|early|mid|late|end of"
    r"|sometime|some time|at some point|the|week (?:of|commencing|ending|back)|w/?c|than)[ -])*"
)
_WHEN = (
    rf"{_LEAD}(?:{_DAY}|{_LONG})(?: (?:or so|at the (?:earliest|latest)|ish|maybe|hopefully))?\??"
)
_UNTIL = rf"(?:until|till|til|['’]til|before|b4) {_WHEN}"
_WHO = (
    r"(?:her|him|them|hr|(?:the )?(?:recruiter|manager|hiring manager|boss|lady|office|front desk)"
    r"|(?-i:(?!Week|Day|Month|Hour|Year|Shift)(?:(?:Mr|Ms|Mrs|Dr)\.? )?[A-Z][a-z]+)"
    r"(?: (?-i:[A-Z][\w.]*))?)"
)
_SUBJECT = r"(?:(?:they|she|he|it|we|hr|recruiter|manager|(?-i:[A-Z][a-z]+))(?:['’]ll)? )?"
_MAYBE = r"(?:(?:will|would|should|may|might|could|probably|hopefully|likely|is|are|['’]s) )*"
_THEY = (
    r"(?:they|she|he|hr|hm|(?:the )?(?:hiring )?(?:mgr|manager|boss|recruiter|owner|principal"
    r"|director)"
    r"|(?-i:[A-Z][a-z]+))"
)
_REACH = r"(?:calls?|e-?mails?|texts?|contacts?|tells?|answers?|lets?)"
_NO_WORD = (
    r"(?:nothing|no (?:word|news|call|answer|response|reply)"
    r"|i (?:have ?n['’]?o?t|do ?n['’]?o?t|did ?n['’]?o?t|have not|do not) (?:hear|heard)"
    r"(?: anything| back| from \w+)*)"
)
_KINDS = (
    # "no call until Dec", "nothing before Friday", "won't know until Jan", "not until spring"
    r"(?:there (?:will|won['’]t) be )?(?:no|any) (?:calls?(?: ?backs?)?|news|word|answers?"
    r"|decisions?|response|reply|replies|updates?|e-?mails?|info|results?|movement)"
    rf"(?: from (?:them|her|him|hr))? {_UNTIL}",
    rf"(?:nothing|not|no)(?: (?:happens|happening|new|more))? {_UNTIL}",
    rf"(?:i )?{_SUBJECT}(?:won['’]?t|will not|do(?:es)?n['’]?t|not|not going to) (?:be )?(?:know"
    r"|hear(?:ing)?(?: back)?|decid(?:e|ing)|calling|call|choos(?:e|ing)|pick(?:ing)?|get back"
    rf"|interviewing)(?: \w+)? {_UNTIL}",
    rf"(?:(?:i )?(?:have|need|got|am|just) )?(?:to )?wait(?:ing)? (?:it out )?(?:{_UNTIL}|{_LONG})",
    r"(?:on hold|on pause|paused|frozen|hiring (?:is )?(?:freeze|frozen|on hold|paused)|postponed"
    rf"|delayed|pushed(?: back)?(?: to)?) (?:{_UNTIL}|(?:thru|through|to) {_WHEN}|{_LONG})",
    # "a few weeks per Joan", "per HR 2 wks"
    rf"{_WHEN},? (?:per|according to|says|said) {_WHO}",
    rf"(?:per|according to) {_WHO}[,:]? (?:it['’]?s |it ?(?:will|['’]ll) be )?{_WHEN}",
    rf"(?:was |got |were |been )?told (?:me |us )?(?:it (?:would|['’]d|will) (?:be|take) )?{_WHEN}",
    # "timeline: 2 weeks", "ETA Friday"
    r"(?:(?:the|their|hiring|decision|expected|approx) )*(?:time ?lines?|time ?frames?|turn ?around"
    rf"(?: time)?|eta|wait(?: time)?)(?: is| was|:| -| =)? ?(?:about |around )?{_WHEN}",
    rf"(?:it|this|process|hiring|they)?(?: ?['’]ll| will| may| might| could| can|may|might|could) "
    rf"(?:be|take)(?: (?:them|us))? {_LONG}",
    rf"give (?:it|them|her|him) {_LONG}",
    # "told to check back in Jan", "asked me to call again after the holidays"
    r"(?:i )?(?:was |got |were )?(?:(?:they |she |he )?(?:told|asked|said|says)(?: me| us)?|said)"
    r" to (?:check|call|try|(?:come|stop) back|reach out|follow[ -]?up|e-?mail|write)(?: back"
    rf"| again| in| with \w+| by)* {_WHEN}",
    # "should know more next wk", "choosing next week", "they call Friday", "results by Friday"
    rf"{_SUBJECT}{_MAYBE}(?:know(?: more| something| for sure)?|choos(?:e|es|ing)|decid(?:e|es|ing)"
    r"|pick(?:s|ing)?|select(?:s|ing)?|mak(?:e|es|ing) (?:calls|(?:a|the|their) (?:choice|pick))"
    rf"|call(?:s|ing)? (?:people|candidates|every(?:one|body)))(?: (?:someone|one))? {_WHEN}",
    rf"(?:they|she|he) calls? {_WHEN}",
    rf"(?:will )?(?:call|text|e-?mail) (?:me|us)(?: back)? {_WHEN}(?: (?:w/|with|about|to"
    rf"|if) .{{3,40}})?",
    # "he say he call me in one week", "mgr said call her Wed if no word"
    rf"(?:{_THEY} (?:says?|said|tells?|told)(?: me)?(?: that)? )?(?:they|she|he)(?:['’]ll| will"
    rf"| (?:are |is )?(?:gonna|going to))? {_REACH}(?: (?:me|us|back|know))+ {_WHEN}",
    rf"(?:{_THEY} )?(?:says?|said|tells? me|told me)(?: to)? (?:call|text|e-?mail|check|try|wait"
    rf"|(?:come|stop) (?:back|by))(?: (?:her|him|them|me|back|in|again))*"
    rf" (?:{_WHEN}|{_LONG})(?: if .{{3,40}})?",
    rf"(?:come|stop) back {_WHEN}(?: and .{{3,40}})?",
    rf"if {_NO_WORD} {_WHEN},?(?: .{{3,60}})?",
    # "board votes Dec 9", "they meet Thursday and will call after", "HM is out til the 24th"
    r"(?:(?:the|their|school|hiring|search) )*(?:board|committee|council|panel|partners|trustees)"
    rf"(?: will| has to)? (?:meets?|votes?|approves?|decides?)(?: on it| it)? {_WHEN}",
    rf"they (?:meet|are meeting|vote) {_WHEN}(?: (?:and (?:will|then)|to (?:decide|vote"
    rf"|choose)).*)?",
    rf"(?:{_THEY}(?:['’]s| is| are| will be| gets?| comes?)|hr|hm|(?:the )?(?:hiring )?(?:mgr"
    rf"|manager"
    r"|boss|recruiter)) (?:back|out|away|on (?:vacation|leave|pto))(?: of (?:town"
    r"|(?:the )?office))?"
    rf" {_WHEN}",
    rf"{_THEY} returns {_WHEN}",
    rf"(?:(?:the|their|final) )?(?:(?:lists?|letters?|offers?|calls?|e-?mails?|results?) (?:will )?"
    rf"(?:go(?:es|ing)?|comes?|coming|be|are) out {_WHEN}|(?:results?|next steps?|news|word"
    rf"|short ?list"
    rf"|finalists?|call ?backs?) (?:(?:will be )?(?:in|by|on|after|around|before) (?:the )?"
    rf"|(?=next|nxt|this|early"
    rf"|mid|late|end)){_WHEN})",
)  # fmt: skip
_TOLD = pattern(
    rf"(?:(?:so|and|but|ok|just|still|prob(?:ably)?),? )?(?:{'|'.join(_KINDS)})[ .!:)]*"
)
"""A whole piece of one of these kinds."""
_CLOSE = (
    r"(?:eod|cob|close of business|(?:the )?end of (?:the )?(?:business )?day|noon|midnight|5 ?pm)"
)
_LATEST = (
    rf"(?:(?:{_CLOSE},? (?:on )?|latest )?{_LEAD}(?:{_DAY}|{_LONG})(?:,? (?:{_DAY}|{_CLOSE}))?"
    rf"|{_CLOSE}|\d+ ?(?:hours|hrs)\b)"
)
_BARE = (
    rf"{_LATEST}(?: ?(?:or|/|-) ?{_LATEST})?(?: (?:or so|or thereabouts"
    r"|at the (?:latest|earliest)|ish|latest))?"
)
_BY = r"(?:(?:hopefully|maybe|probably) )*(?:by|before|b4|within|(?:no|not) later than)"
_NAMED = r"(?:(?-i:[A-Z][a-z]+)(?: (?-i:[A-Z][\w.]*))?)"
_LONE = pattern(
    rf"after (?!\d){_DAY}[ .!?)]*|(?:{_NAMED}(?:[:,]| -) )?{_BY} {_BARE}(?: ?(?:- ?{_NAMED}"
    rf"|\({_NAMED}\)?))?[ .!?:)]*"
)
"""Nothing but the last day of something: "by Friday", "Ana: by EOD Friday"."""
_SPAN = pattern(rf"{_BARE}[ .!?)]*")
"""Nothing but a day or a length, which tells when only where a note holds no more: "2 weeks"."""
_ONCE = pattern(
    r"(?:once|when|as soon as|after) (?:they|he|she|hr|hm|(?:(?:the|my|all) )*(?:references?|refs"
    r"|managers?|boss|hiring manager|budget|background check|board|ceo|owner|recruiter)|everyone)"
    r"(?:['’]s|['’]ve| is| are| has| have| gets?| comes?)? (?:back|returns?|clear(?:s|ed)?|decides?"
    r"|finish(?:es|ed)?|interview(?:s|ed)?|met|meets?|seen|sees?|approve[sd]?|done|signs?|passe[sd]"
    r"|starts?|in session)\b.{0,60}"
    r"|before (?:they|he|she|we|everyone) (?:all )?(?:close|break|leave|go)s? for \w.{0,30}"
    r"|(?:once|when|after|following|until|till?|before|by(?! .*\b(?:school|payroll)\b))"
    r" (?:the |their |her |his |my |next |our )*"
    r"(?:[\w'’-]+ ){0,2}?(?:meeting|audit|vacation|review|break|season|semester|trip|conference"
    r"|off-?site|retreat|budget|election|vote|inventory|merger|mid-?terms|finals|exams|graduation"
    r"|payroll|school|holidays?|year)\b.{0,40}"
)
"""Nothing but what has to happen first, which tells when where a note holds no more."""
_LEADS = pattern(
    r"^(?:.{0,40}\b)?(?:said|says|told (?:me|us)|hear(?: back)?|know(?: more)?|decid(?:e|ing)"
    r"|decision|answer|verdict|news|word|results?|response|reply|call(?: me)?)"
    r"(?: (?:is|in|it(?:['’]ll| will) (?:be|take)|should be))?[:,]? "
)
"""What leads to when they would answer: "they said", "decision", "I'll hear"."""
_IN_A_TERM = pattern(rf"\b(?:by|before|after|until|till?|over|during|in|within|around) {_TERM}")
_ELSE = pattern(
    r",? ?(?:then )?(?:i(?:['’]ll)? )?(?:call|e-?mail|text|check|ping|follow[ -]?up)\b.{0,20}"
    r" if (?:nothing|no\b|i (?:do|have|did)\s?n['’]?o?t).{0,30}$"
)
"""What one would do if they do not answer by then."""
_HOURS = pattern(
    r"(?!24|48|72)\d+(?: ?(?:-|–|to) ?\d+)? ?(?:hours|hrs)\b|.*(?:/| per ) ?(?:week|wk)\b"
)
"""Hours of work: no number of days."""
_BARE_DAY = pattern(rf"(?:{MONTH} )?\d+(?:st|nd|rd|th|/[\d/]+)?[ .!?)]*")
LONGEST = 120
"""Letters of a piece that is looked into."""


@lru_cache(4096)
def jots_when(piece: str) -> bool:
    """Tell whether a piece is a jotted word of theirs on when, whatever its day.

    >>> [jots_when(each) for each in ("a few weeks per Joan", "llaman el lunes")]
    [True, True]
    >>> [jots_when(each) for each in ("2 weeks vacation", "cierran el lunes")]
    [False, False]
    """
    if len(piece) > LONGEST:
        return False
    piece = spelled(piece)
    told = _TOLD.fullmatch(piece) or _LONE.fullmatch(piece)
    return told is not None or in_another_language(piece)


@lru_cache(4096)
def is_only_when(note: str) -> bool:
    """Tell whether a whole note is a day to come, a length, or what has to happen first.

    >>> [is_only_when(each) for each in ("2 weeks", "Friday?", "Friday 2pm", "3/20")]
    [True, True, False, False]
    """
    if len(note) > LONGEST or _BARE_DAY.fullmatch(note) or _HOURS.match(note):
        return False
    note = _ELSE.sub("", unquoted(note))
    return bool(_SPAN.fullmatch(note) or _ONCE.fullmatch(note)) or is_only_a_day(note)


@lru_cache(4096)
def leads_to_when(piece: str) -> bool:
    """Tell whether a piece about their answer names a length or a stretch of days.

    >>> [leads_to_when(each) for each in ("decision a couple days", "they said after the break")]
    [True, True]
    >>> leads_to_when("said the break room is nice")
    False
    """
    led = _LEADS.match(piece) if len(piece) <= LONGEST else None
    return led is not None and (
        is_only_when(piece[led.end() :]) or _IN_A_TERM.search(piece) is not None
    )

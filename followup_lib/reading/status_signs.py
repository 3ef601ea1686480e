"""The words by which a status cell tells how far an application is: signs, denials, doubts."""

import re

from followup_lib.reading.days import Order, split_days


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


_WAYS = "first|second|third|next|final|1st|2nd|3rd|phone|video|zoom|recruiter|panel|on-?site"
STEP = re.compile(r"(?:^|(?<=[>→/,;+])) ?phone ?(?=$|[>→/,;+]|->)", re.IGNORECASE)
"""A talk by phone between other steps: "Applied->Phone->Rejected"."""
_BRIEF = r"(?:iv|intv|intvw)(?:['’]?d)?|int['’]d"
"""How "interview" is written for short; "int" alone may be anything."""
_ROUND = r"(?:(?:\d|1st|2nd|3rd|[4-9]th|first|second|third|fourth|fifth) ?)"
FILLED = (
    r"(?:\A|(?:rejected|closed)\b)\W*filled(?: already| internally)?(?=[\W\d]*\Z)"
    r"|(?:(?:position|job|role|opening|it)(?: (?:is|was|got|has been|already))*"
    r"|(?<!application )(?<!app )(?<!form )already) filled(?: already| internally)?"
    r"(?! (?:out|in|an?|the|my|their|online|app(?:lication)?|form)\b)"
)
"""The job is filled; "filled" beside anything else may be what one did with a form."""
_TALK = r"(?:interviews?|screen(?:ing)?|call|on-?site|zoom|round|(?:trial|shadow) (?:shift|day))"
DOUBT = _pattern(
    r"not?|never|nor|cannot|\w+n't|didnt|wasnt|isnt|havent|without|w/o(?:ut)?|nicht|kein\w*|pas|non|nie|nem"
    r"|(?:an)?other|elsewhere|different|competing|before|unless|if|maybe|might|possibl[ey]|hop(?:e|ing)|expect\w*|almost|cancel\w*|postpone\w*"
    r"|rescind\w*|revoked?|expired?|instead|(?:reject\w*|denied|declined|refused)"
    r" (?:the |their |an? |for )*(?:interview|invit\w*|screen\w*)"
    r"|application (?:is )?(?:in progress|started|begun)"
    r"|offered (?:an? |the |me )*(?:\w+ )?(?:tests?|assessments?|assignments?|slots?|times?)"
    r"|(?:a?waiting|hoping|pending)(?: for| on)?(?: an?| the| my)? "
    r"(?:offer|interview|screen\w*|references?)|i (?:rejected|refused)"
    r"|(?:offer|interview|screen\w*|zoom|call|references?)(?: are| is)? pending"
)
DENIALS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("unsaid", _pattern(
        r"(?:(?:did|have|has|had|was) ?(?:not|n't)|didn'?t|haven'?t|not|never)(?: yet| even)?"
        r" (?:appl(?:y|ied)|submit(?:ted)?|sent|completed?|finish(?:ed)?|start(?:ed)?)(?: yet)?"
        r"|(?:waiting|need|have|want|plan(?:ning)?|going|still|ready) to (?:apply|submit)"
        r"|(?:to|will|must|should) apply|incomplete")),
    ("invited", _pattern(
        rf"(?:(?:was |got |been )?offered|they offer(?:ed)?(?: me)?)(?: an?| the| my)?"
        rf" (?:(?:{_WAYS}|in[- ]person) )?{_TALK}"
        rf"|(?:(?:{_WAYS}|in[- ]person) )?{_TALK} (?:was )?offer(?:ed)?")),
    ("rejected", _pattern(
        rf"(?:not (?:selected|chosen|picked|invited|shortlisted)|(?:was )?(?:rejected|turned down"
        rf"|passed over)) for (?:an? |the )?(?:(?:{_WAYS}|in[- ]person) )?{_TALK}"
        r"|not (?:short-?listed|referred|invited)|passed (?:over|on me)|hired internally"
        r"|(?:they(?:'re| are) )?not hiring(?: now| anymore| right now)?"
        rf"|{FILLED}"
        r"|(?:they |company )?(?:went (?:with|w/)|hired|chose) (?:some(?:one|body)|another"
        r"|(?:an )?internal)(?: (?:else|candidate|person|applicant))?"
        r"|(?:didn'?t|did not) get (?:it|the job|hired)"
        r"|no longer (?:under consideration|being considered|considered)"
        r"|not selected by (?:the )?employer")),
    ("declined", _pattern(
        r"(?:i )?(?:declined|turned down)(?: (?:the|their|an?))? offer"
        r"|i (?:refused|rejected)(?: (?:the|their|an?))? offer"
        r"|offer declined")),
    ("withdrawn", _pattern(
        r"i (?:declined|refused|turned down) (?:the |their |an? |my )?"
        rf"(?:(?:{_WAYS}) )?(?:interview|screen(?:ing)?|call|invit(?:e|ation))"
        r"(?: invit(?:e|ation))?"
        rf"|turned down (?:the|their|my|an) (?:(?:{_WAYS}) )?{_TALK}|dropped out"
        r"|(?:removed|withdrew) myself|withdrawn by me")),
    ("rejected", _pattern(
        r"not (?:selected|hired|moving forward|proceeding|progress(?:ed|ing)|successful|chosen"
        r"|a fit)|unsuccessful|turned (?:me )?down")),
    ("no_response", _pattern(
        r"ghosted|no (?:reply|response|answer|call(?: ?backs?)?)|crickets|radio silence"
        r"|(?:never|didn'?t|did not) (?:hear|heard|call|called|write|wrote|reply|replied) back"
        r"|never (?:replied|answered|responded)")),
)  # fmt: skip
"""Phrases that deny, and whose meaning is known all the same; any other denial is asked."""
SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("rejected", _pattern(
        r"(?:was |got |been )?(?:auto[- ]?)?reject(?:ed|ion|s)?(?: (?:e-?mail|letter|call))?|denied"
        r"|declined by them|regret letter|rej")),
    ("withdrawn", _pattern(r"i withdrew|withdrew|withdrawn|pulled out")),
    ("on_hold", _pattern(r"on hold|paused|hiring freeze")),
    ("accepted", _pattern(
        r"(?:i )?(?:accepted|signed)(?: (?:the|their|an?))? offer"
        r"|offer(?: letter)? (?:accepted|signed)|accepted|hired")),
    ("offer", _pattern(
        r"(?:job |verbal |written |formal )?offer(?:ed)?(?: letter)?"
        r"(?: (?:received|rec['’]?d|made|extended|in hand))?")),
    ("reference_check", _pattern(r"references?(?: checks?)?(?: (?:requested|called))?")),
    ("final_interview", _pattern(
        r"(?:final|last)[ -](?:round|interviews?|stage|on-?site|panel)(?: interview)?"
        r"|super ?day")),
    ("test", _pattern(
        r"oa|(?:skills? |coding |technical |online |typing )?(?:assessments?|tests?|challenge"
        r"|assignment|exercise)|hacker ?rank|codility|code ?signal|take[- ]?home"
        r"(?: (?:test|assignment|project|exercise))?|case study|questionnaire|hire ?vue"
        r"|one[- ]way (?:video )?interview")),
    ("screen", _pattern(
        rf"{_ROUND}?(?:(?:phone|recruiter|hr|hm|telephone|intro(?:ductory)?) ?[-/]?"
        rf"(?:screen(?:ing)?s?|interviews?|{_BRIEF}|calls?|chats?|talk|int|round)"
        r"|(?:pre-?)?screen(?:ing)?(?: call)?)"
        r"|(?:talked|spoke|chatted) (?:to|with|w/?) (?:the |an? )?(?:recruiter|hr)")),
    ("interview", _pattern(
        rf"{_ROUND}?(?:round|stage)?(?: of)? ?(?:(?:technical|video|zoom|teams|panel|virtual"
        r"|in[- ]person|on-?site|group|behavioral|first|second) )*(?:interview(?:s|ed|ing)?"
        rf"|{_BRIEF}"
        r"|(?:working|peer) interview|(?:shadow|trial) (?:shift|day)"
        r"|on-?sites?|zoom(?: call)?|teams call|video call)"
        rf"|{_ROUND}(?:round|int)|rounds? \d|technical screen|panel|(?:demo|sample) lesson"
        r"|teaching demo")),
    ("applied", _pattern(
        r"(?:walked in and )?(?:re)?applied|submitted"
        r"|sent(?: (?:my |the )?(?:resume|cv|app(?:lication)?))?"
        r"|(?:resume|cv|app) (?:sent|in)|filled out (?:an? |the )?app(?:lication)?"
        r"|dropped off (?:my |an? )?(?:resume|cv|app(?:lication)?)"
        r"|application (?:viewed|under review)|application")),
)  # fmt: skip
PLANNED = _pattern(
    r"sched(?:uled|\.)?|booked|invited?|invitation|upcoming|set(?: up)?(?: for)?|coming up"
    r"|prévue?|programad[ao]|geplant"
)
_WENT = r"went (?:great|good|well|ok(?:ay)?|bad(?:ly)?)"
HARMLESS = _pattern(
    r"a?waiting(?: (?:for|on|to hear)(?: (?:a |the |their )?(?:decision|results?|feedback|reply"
    r"|response|answer|back|news|word))?)?|pending|in progress|done|completed?|finished|passed|had"
    r"|held|is|came|cleared|so far|aced|bombed"
    rf"|{_WENT}|got|received|was|i|have|the|an?|my|and|then|on|at|in|by|for|of|to|after|post"
    r"|(?:(?:the|their) )?(?:company|career)?(?:'?s)? ?(?:web)?site|online|linked ?in|indeed"
    r"|zip ?recruiter|glassdoor|handshake|monster|craigslist|usajobs"
    r"|followed|via|e-?mail(?:ed)?|phone|stage|status|yay|ugh|finally|today|yesterday|now|just|again"
    r"|(?:with|w/|from|@) ?[^\W\d_]+(?: [A-Z][^\W\d_]+)?|round|next|update|result|decision"
    r"|feedback|start(?:s|ing)?(?: date)?"
)
OFFER_OVER = _pattern(
    r"offer\W*(?:was |is )?(?:passed|done|finished|completed?)(?: on)?|had (?:an? )?offer"
)
"""Of an offer, this leaves open who did what."""
OVER = _pattern(rf"done|had|held|{_WENT}|bombed|completed?|finished|passed|interviewed")


def taken(signs: tuple[tuple[str, re.Pattern[str]], ...], text: str) -> tuple[set[str], str]:
    """Return which signs a text holds, and the text without them."""
    found = set()
    for sign, pattern in signs:
        text, n = pattern.subn(" ", text)
        found |= {sign} if n else set()
    return found, text


def undated(text: str) -> str:
    """Return a text with NULs for the days and times in it, whichever order they are in."""
    orders: tuple[Order, Order] = ("month", "day")
    return next((rest for order in orders if (rest := split_days(text, order)[1]) != text), text)

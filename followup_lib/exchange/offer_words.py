"""The words of a note that tell of an offer, or of its end, and those that only sound like one."""

from followup_lib.reading.denied import DENIED
from followup_lib.reading.spoken import MONTH, WEEKDAY
from followup_lib.reading.words import pattern

_OFFER = pattern(
    r"\boffered (?:me|us|the|a)\b|\boffered \$?\d|^(?:i )?(?:was |got |been )?offered\b"
    r"|\b(?:an?|the|their|my|got|have|had|received|job|verbal|written|formal|official|good|great)"
    r" offer\b|^offer\b(?!\?)|\boffer letter\b"
    r"|^(?:i |yes,? |yay,? )?(?:got hired\b|(?:got (?:the|this) job|(?:they )?hired me)"
    rf"(?=\W*$|\s*[!.,;:()–—-]|(?: on)? (?:\d|today|yesterday|the spot|{WEEKDAY}|{MONTH})))"
    r"|\b(?:wants?|needs?|expects?) (?:an|my) (?:answer|decision)\b(?! from (?!me\b))"
    r"|^(?:i(?:['’]ve)? )?(?:(?:have|need|(?<=ve )got) to|gotta|must) "
    r"(?:give (?:(?:them|her|him) )?(?:an |my )?(?:answer|decision)\b"
    rf"|(?:decide|answer)(?=\W*$| (?:by (?!e-?mail|phone|text)|them\b|today|tomorrow|{WEEKDAY})))"
    r"|^(?:i )?(?:have|got) (?:until|till?) .{1,30} to (?:decide|answer|accept|respond)\b"
)
_MADE = pattern(
    r"\b(?:verbal|written) offer (?=\d|on\b|today\b|yesterday\b|from\b)"
    r"|\bmy counter[- ]?offer\b|\bcountered\b"
    r"|\boffer\b.{0,20}\bnot (?:yet )?(?:accepted|signed|answered)\b"
)
_ITS = r"(?<!counter[- ])\boffer\b"
_OVER = (
    r"(?:rejected|declined|denied|refused|withdrew|withdrawn|rescinded|revoked|expired|lapsed?|closed"
    r"|pulled|ended|failed|fell through|(?:took|taken) back|reneged|returned|accepted|passed"
    r"|cancell?ed|off the table|ignored|missed|turned down|lost|void|dead|gone)"
)
_OPEN = pattern(r"\b(?:not|never|if|until|unless|before|another|other|different|be)\b|n['’]t\b")
_ENDED = pattern(
    rf"{_ITS}.*\b{_OVER}\b|\b{_OVER}\b.*{_ITS}"
    r"|\boffer\b\W+(?:no|nope|over|no thanks)\W*$"
)
_NO_OFFER = pattern(
    r"\b(?:if|may|might|could|would|maybe|expect\w*|before|soon|another|other|elsewhere|counter"
    r"|declined|refused|turned down|make|making|discount|special|waiting|pending|rescinded|withdrew"
    r"|wiki|glassdoor|reddit|rumou?rs?)\b"
    r"|\bheard (?:that|they)\b|\bto (?:some(?:one|body)|another)\b"
    r"|['’]d\b|\?"
)


def is_offer(piece: str) -> bool:
    """Tell whether a piece says that they offered the job; what is hoped for is none.

    >>> [is_offer(each) for each in ("They offered me $18/hr", "they'd offer training", "no offer")]
    [True, False, False]
    """
    if offer_ended(piece):
        return False
    made = _MADE.search(piece)
    if made:
        before = piece[: made.start()]
        return not (DENIED.search(before) or _NO_OFFER.search(before))
    denied = DENIED.search(piece) or _NO_OFFER.search(piece)
    return _OFFER.search(piece) is not None and not denied


def offer_ended(piece: str) -> bool:
    """Tell whether a piece says that an offer is over, whoever ended it; a counteroffer is none.

    >>> [offer_ended(each) for each in ("Offer rejected", "they pulled the offer", "great offer!")]
    [True, True, False]
    """
    return _ENDED.search(piece) is not None and not _OPEN.search(piece)

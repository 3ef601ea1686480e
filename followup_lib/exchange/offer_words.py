"""The words of a note that tell of an offer, and those that only sound like one."""

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
_MADE = pattern(r"\b(?:verbal|written) offer (?=\d|on\b|today\b|yesterday\b|from\b)")
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
    made = _MADE.search(piece)
    if made:
        before = piece[: made.start()]
        return not (DENIED.search(before) or _NO_OFFER.search(before))
    denied = DENIED.search(piece) or _NO_OFFER.search(piece)
    return _OFFER.search(piece) is not None and not denied

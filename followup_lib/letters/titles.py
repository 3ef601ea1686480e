"""Titles and firms as one says them in a letter: without numbers, places, pay and legal forms."""

import re
import unicodedata

SHORT = (4, 26)
"""Words and letters of a title in a subject, a text or a voicemail."""
TITLE, FIRM = (6, 56), (7, 60)
"""Words and letters of a title, and of a firm, in a sentence."""

LONGEST = 300
"""Letters of a title or a firm that are looked at; what is left of more would be cut anyhow."""

_ASIDE = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_BRACKET = re.compile(r"[()\[\]]")
_SIGNS = " ,;:|–—-"
_NUMBER = re.compile(
    r"[\s,–—|-]*(?:#\s*\w*\d[\w-]*"
    r"|\b(?:req(?:uisition)?|job|posting|ref|id|jr|no)\b[\s.:#-]*(?:(?:id|no)\b[\s.:#-]*)?"
    r"[a-z]{0,3}-?\d[\w-]*"
    r"|(?<=\s)[-–—|]\s*[A-Z]{0,3}-?\d{4,})",
    re.IGNORECASE,
)
_PAY = re.compile(r"[\s,–—-]*\$\s?[\d,.]+k?(?:\s*[-–]\s*\$?[\d,.]+k?)?(?:\s*(?:/|per|an?)\s*\w+)?")
_PLACE = re.compile(
    r"\s*[,|–—-]+\s*(?:100 ?% )?(?:remote|hybrid|on-?site|(?:full|part)[- ]time|contract|temp"
    r"|temporary|seasonal|w2|urgent)\b.*$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?:job\s+title|title|position|role|job|opening)\s*:\s*", re.IGNORECASE)
_CATEGORY = re.compile(r"\s+(?:position|role|job|opening|vacancy)$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the\s+)+(?=\S)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ORDINAL = re.compile(r"(?<=\d)(?:ST|ND|RD|TH)\b")
_SMALL = frozenset({"OF", "AND", "FOR", "THE", "IN", "AT", "TO", "WITH", "ON"})
_ABBREVIATED = re.compile(
    "AE|AI|AP|AR|AV|AWS|BI|CAD|CAM|CEO|CFO|CIO|CNA|COO|DBA|EHS|EKG|EMS|EMT|ER|ERP|ESL|FAA|GIS|HIPAA"
    "|HVAC|ICU|II|III|IOS|IT|IV|MA|MIG|MRI|NICU|NOC|OB|OR|OSHA|OT|PA|PACU|PI|QA|SAP|SCADA|SEO|SRE"
    "|SUV|TIG|UAT|UI|UX|VA|VI"
)
"""Those with a vowel; whatever has none is one."""
_FORM = re.compile(r",?\s+(?:inc|llc|l\.l\.c|pllc|llp|lp|ltd|corp|plc)\.?$", re.IGNORECASE)
_BODY = re.compile(
    r"^(?:the )?(?=(?:city|town|borough|county|state|village|university) of )", re.IGNORECASE
)
_PART = re.compile(r"\s*[,;:|/–—]\s+|\s+[-/]\s+")
_LOOSE = re.compile(r"[\s,;:/|&–—-]+$|\s+(?:and|or|of|for|the|in|at|with)$", re.IGNORECASE)


def letter_title(title: str) -> str:
    """Return a title as it stands between “the” and “position”.

    >>> letter_title("The Payroll Clerk #40213 (Remote, EST)"), letter_title("Payroll Position")
    ('Payroll Clerk', 'Payroll')
    >>> letter_title("Senior Vice President, Payroll, Benefits and Compensation (Eastern Region)")
    'Senior Vice President, Payroll'
    """
    kept = _bare(title[:LONGEST])
    for extra in (_LABEL, _NUMBER, _PAY, _PLACE, _CATEGORY, _ARTICLE):
        kept = extra.sub("", kept).strip(_SIGNS) or kept
    kept = _spoken(kept)
    if _fits(kept, TITLE):
        return kept
    ends = [match.start() for match in _PART.finditer(kept)]
    heads = [kept[:end] for end in ends if _fits(kept[:end], TITLE)]
    return heads[-1] if heads else _cut(kept, TITLE)


def _bare(text: str) -> str:
    """Return a name without what stands in brackets, lone brackets, and pictures.

    >>> _bare("Clerk (Remote (EST)) 🎉"), _bare("Payroll (Analyst"), _bare("(Night) Nurse")
    ('Clerk', 'Payroll Analyst', 'Nurse')
    """
    plain = "".join(c for c in text if unicodedata.category(c) != "So" and c != "\ufe0f")
    while (kept := _ASIDE.sub("", plain)) != plain and kept.strip(_SIGNS):
        plain = kept
    return " ".join(_BRACKET.sub(" ", plain).split()).strip(_SIGNS) or text


def _spoken(title: str) -> str:
    """Return a title that is all in capitals as one writes it; “RN” and “IT” stay.

    >>> letter_title("SENIOR IT MANAGER"), letter_title("VP OF SALES"), letter_title("Position: RN")
    ('Senior IT Manager', 'VP of Sales', 'RN')
    """
    if not title.isupper():
        return title
    return _ORDINAL.sub(lambda found: found[0].lower(), _WORD.sub(_cased, title))


def _cased(found: re.Match[str]) -> str:
    word = found[0]
    if word in _SMALL and found.start():
        return word.lower()
    short = _ABBREVIATED.fullmatch(word) or not set(word) & set("AEIOUY")
    return word if short else word.capitalize()


def short_title(title: str) -> str:
    """Return a title cut at a word, for a subject, a text or a voicemail.

    >>> short_title("Senior Vice President, Payroll and Benefits")
    'Senior Vice President'
    """
    return _cut(letter_title(title), SHORT)


def letter_firm(company: str) -> str:
    """Return a company as one says its name.

    >>> letter_firm("Kim & Sons (East), Inc."), letter_firm("Hill & Co.")
    ('Kim & Sons', 'Hill & Co.')
    >>> letter_firm("City of Alder Falls")
    'the City of Alder Falls'
    """
    kept = _bare(company[:LONGEST])
    kept = _FORM.sub("", kept).strip(" ,;") or kept
    return _BODY.sub("the ", _cut(kept, FIRM))


def _fits(text: str, most: tuple[int, int]) -> bool:
    return len(text.split()) <= most[0] and len(text) <= most[1]


def _cut(text: str, most: tuple[int, int]) -> str:
    """Return as many words as fit, without a loose “and” or comma at the end."""
    if _fits(text, most):
        return text
    kept: list[str] = []
    for word in text.split()[: most[0]]:
        if len(" ".join([*kept, word])) > most[1]:
            break
        kept.append(word)
    cut = " ".join(kept) or text[: most[1]]
    while (tidy := _LOOSE.sub("", cut)) != cut and tidy:
        cut = tidy
    return cut

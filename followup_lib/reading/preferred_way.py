"""The way a person likes to be reached, in the words beside their name: "prefers text"."""

import re

from followup_lib.reading.denied import DENIED
from followup_lib.records.vocabulary import Channel

_WAYS = {
    Channel.PHONE: r"phone|(?:phone )?calls?|calling|a call|by phone",
    Channel.TEXT: r"(?:a )?texts?|texting|texted|sms",
    Channel.EMAIL: r"(?:an )?e-?mails?|e-?mailing|e-?mailed",
    Channel.LINKEDIN: r"linked ?in",
}
_WAY = "|".join(f"(?P<{way.name}{{0}}>{words})" for way, words in _WAYS.items())
_BESIDE = re.compile(
    r"(?:^|(?<![\s,;:(–—-])[\s,;:(–—-]+)"
    r"(?:(?:prefers?|likes|wants)(?: to (?:be|get)| by| (?:a|an))?"
    rf" (?:{_WAY.format(1)})|(?:{_WAY.format(2)}) (?:only|preferred|is best|please))\)?"
    r"(?=$|[\s,;.)])",
    re.IGNORECASE,
)
_SAID = re.compile(
    rf"\b(?:said|says|told me|asked me)(?: to| that I should)? (?:just )?[“\"'‘]?"
    rf"(?:{_WAY.format('')}) (?:me\b|(?:her|him)\b(?=\s*(?:$|[^\w\s]|(?:if|when|after)\b)))",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.,;:!?()\n–—]|\s-\s")


def way_beside(cell: str) -> tuple[str, str]:
    """Return the way that a cell of a contact names, "" for none, and the cell without it.

    >>> way_beside("Jun Park, (555) 410-2290 - prefers text"), way_beside("Jun Park")
    (('text', 'Jun Park, (555) 410-2290'), ('', 'Jun Park'))
    >>> way_beside("Jun Park, no calls please")
    ('', 'Jun Park, no calls please')
    """
    match = _BESIDE.search(cell)
    if not match or DENIED.search(cell[: match.end()]):
        return "", cell
    return _named(match), f"{cell[: match.start()]}{cell[match.end() :]}".strip(" ,;-–—")


def way_said(note: str, contact: str = "") -> str:
    """Return the way the contact asked for by a note, "" for none; what others said is none.

    >>> way_said("nice; said call me after 3"), way_said("Ana said text her", "Ana Cruz")
    ('phone', 'text')
    >>> way_said("they said they'd call me"), way_said("I said call me any time")
    ('', '')
    """
    match = _SAID.search(note)
    return _named(match) if match and _is_theirs(note[: match.start()], contact) else ""


def _is_theirs(before: str, contact: str) -> bool:
    """Tell whether who says what follows is nobody named, he, she, they, or the contact."""
    who = "|".join(["he", "she", "they", *map(re.escape, contact.split())])
    said = rf"(?:(?:and|but)\b ?)?(?:(?:{who})(?: (?:{who}))*(?: .* and)?)?(?: ?(?:just|also))?"
    return re.fullmatch(said, _CLAUSE.split(before)[-1].strip(), re.IGNORECASE) is not None


def _named(match: re.Match[str]) -> str:
    name = next(name for name, words in match.groupdict().items() if words)
    return Channel[name.rstrip("12")].value

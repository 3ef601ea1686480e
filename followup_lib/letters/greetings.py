"""How people are greeted: “Hi Jennifer” or “Dear Ms. Ortiz”, and “Hello” where no name is known."""

import re
import unicodedata

from followup_lib.reading.names import (
    AFTER_NAMES,
    JOINS,
    PARTICLES,
    SURNAMES,
    TITLES,
    is_company,
    role_apart,
    says_nobody,
    word_key,
)
from followup_lib.records.dates import listing

COURTESY = ("mr", "ms", "mrs", "miss", "mx", "herr", "frau", "mme", "sra", "srta")
"""Titles a friendly letter drops before a first name; “Dr.” and the others stay."""
NO_TITLES = ("m", "don")
"""Read as titles in a spreadsheet, but an initial and a first name in a greeting."""
DOTTED = ("mr", "ms", "mrs", "mx", "dr", "prof", "rev", "capt", "sgt")

_CAPITALS = re.compile(r"\b[^\W\d_a-z]{3,}\b")
_ASIDE = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
_DESK = re.compile(
    r"\b(?:(?:front|information|help) desk|(?:front|main) office|reception|switchboard)\b:?", re.I
)
_NICKNAME = re.compile(r"[\"“]\s*([^\W\d_]+)\s*[\"”]|\(\s*([^\W\d_]+)\s*\)(?=\s*[^\W\d_])")


def greeting(names: list[str], *, formal: bool, written: bool) -> str:
    """Return how a message to `names` begins; `written` is an e-mail, else it is said or texted.

    >>> greeting(["Jennifer Ortiz", "Tom Hall"], formal=False, written=True)
    'Hi Jennifer and Tom'
    >>> greeting(["Ms. Jennifer Ortiz"], formal=True, written=True), greeting(
    ...     ["HR"], formal=True, written=True
    ... )
    ('Dear Ms. Ortiz', 'Hello')
    """
    known = addressed(names, formal=formal)
    if not known:
        return "Hello"
    return f"{('Dear' if written else 'Hello') if formal else 'Hi'} {known}"


def addressed(names: list[str], *, formal: bool) -> str:
    """Return the names that people are greeted by, joined; "" where none is known."""
    return listing([known for name in names if (known := name_in_greeting(name, formal=formal))])


def name_in_greeting(name: str, *, formal: bool = False) -> str:
    """Return what one person is greeted by: never a bare full name, a role or a mailbox.

    A name in another script stands as the person signs it, unless its Latin spelling is noted.

    >>> name_in_greeting("ORTIZ, JENNIFER"), name_in_greeting("Dr. Sarah Amin, PhD")
    ('Jennifer', 'Dr. Amin')
    >>> name_in_greeting("Оксана Гнатюк"), name_in_greeting("Оксана Гнатюк (Oksana Hnatiuk)")
    ('Оксана Гнатюк', 'Oksana')
    >>> name_in_greeting("Hiring Manager"), name_in_greeting("J. Ortiz")
    ('', '')
    """
    title, words = _title_and_name(name)
    if not words or not _is_latin(" ".join(words)):
        return " ".join(filter(None, (title, *words)))
    given = _given(words, name, titled=bool(title))
    if title and (formal or not given or word_key(title) not in COURTESY):
        return f"{title} {_family(words)}"
    return given


def full_name(name: str) -> str:
    """Return what one asks for a person by at the front desk, "" where no name is known.

    >>> full_name("ORTIZ, JENNIFER"), full_name("Dr. Amin (HR)"), full_name("Hiring Manager")
    ('Jennifer Ortiz', 'Dr. Amin', '')
    """
    title, words = _title_and_name(name)
    return " ".join(filter(None, (title, *words)))


def _title_and_name(name: str) -> tuple[str, list[str]]:
    """Return a person's title and the words of the name, none where it is a role or a mailbox."""
    text = _DESK.sub("", _without_asides(name)).strip()
    turned = _first_name_first(text)
    middle = role_apart(turned)[1]
    whole = middle == text or (middle == turned and len(middle.split()) == len(text.split()))
    words = [word for word in middle.strip(" .-–—").split() if not word_key(word).isdigit()]
    lost = middle.casefold() in JOINS or says_nobody(middle) or is_company(middle)
    if lost or "@" in name or (words and not whole and middle.islower()):
        return "", []
    title, words = _title_apart(words)
    return (title, _cased(words)) if words else ("", [])


def _without_asides(name: str) -> str:
    """Return a name without signs that are no letters and what stands in brackets, if it can."""
    text = "".join(c for c in name if unicodedata.category(c) not in ("So", "Sk", "Cf", "Cn"))
    text = text.replace("\ufe0f", "")
    plain = " ".join(_ASIDE.sub(" ", text).split()) or text.strip("()[] ")
    if _is_latin(plain):
        return plain
    spelled = [*_ASIDE.findall(text), *re.split(r"\s*/\s*", plain)]
    return next((part for part in spelled if part and _is_latin(part)), plain)


def _first_name_first(text: str) -> str:
    """Return a name without what follows it, and “Ortiz, Jennifer” turned round."""
    head, _, tail = (part.strip() for part in re.sub(r"\s+[-–—|]\s.*", "", text).partition(","))
    after = [word_key(word) for word in tail.split()]
    credentials = any(word in AFTER_NAMES for word in after)
    first, _, more = head.partition(" ")
    family = not more or word_key(first) in PARTICLES  # “de la Cruz, Ana”
    if not after or credentials or not role_apart(tail)[1] or not family:
        return head or tail
    return f"{tail} {head}"


def _title_apart(words: list[str]) -> tuple[str, list[str]]:
    """Return a person's first title as it is written, and the name without titles and degrees."""
    keys = [word_key(word) for word in words]
    start, end = 0, len(words)
    while start < end and keys[start] in TITLES and keys[start] not in NO_TITLES:
        start += 1
    while end > start + 1 and keys[end - 1] in AFTER_NAMES:
        end -= 1
    if not start:
        return "", words[:end]
    title = keys[0].capitalize() + ("." if keys[0] in DOTTED else "")
    return title, [word.rstrip(",") for word in words[start:end]]


def _cased(words: list[str]) -> list[str]:
    """Return a name of which words are in capitals, or all in small letters, as one writes it."""
    if all(word.islower() for word in words):
        return [word if word in PARTICLES else word.title() for word in words]
    return [_CAPITALS.sub(lambda m: m[0].capitalize(), word) for word in words]


def _given(words: list[str], name: str, *, titled: bool) -> str:
    """Return the first name, a nickname in quotes or brackets first; "" when it is an initial."""
    found = _NICKNAME.search(name)
    nickname = found and (found[1] or found[2])
    if nickname and len(words) > 1 and role_apart(nickname)[1]:
        return nickname
    first = words[0].casefold() if titled else words[0]  # “Ms. De La Cruz,” but “Van Morrison”
    if len(words) == 1 or first in PARTICLES:
        return "" if titled or len(words) > 1 else words[0].strip("\"“”'")
    names = [word for word in words[:-1] if len(word_key(word)) > 1 and word not in PARTICLES]
    return names[0] if names and not _is_surname(names[0]) else ""


def _family(words: list[str]) -> str:
    """Return the last name, with the “van der” before it, or both of “Garcia Lopez”."""
    start = [n for n, word in enumerate(words) if word.casefold() in PARTICLES or _is_surname(word)]
    return " ".join(words[min([*start, len(words) - 1]) :])


def _is_surname(word: str) -> bool:
    """Tell whether a word is a last name only, with or without its accents."""
    plain = unicodedata.normalize("NFD", word_key(word))
    return "".join(c for c in plain if not unicodedata.combining(c)) in SURNAMES


def _is_latin(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and all("LATIN" in unicodedata.name(c, "") for c in letters)

"""Which words are a person's name, a role, a company, or nobody, in any script."""

import unicodedata

from followup_lib.reading.words import word_set

TITLES = word_set("titles")
PARTICLES = word_set("particles")
SURNAMES = word_set("surnames")
"""Last names, without accents, that often stand first of two and are nobody's first name."""
AFTER_NAMES = word_set("after_names")
ROLES = word_set("roles")
JOINS = word_set("joins")
COMPANY = word_set("company")
NOBODY = word_set("nobody")
DESKS = word_set("desks")
"""Roles that are no person's: those of whoever sits there."""
STATES = word_set("states")
PLACES = word_set("places")
"""First words of towns and states, and nobody's first name."""
SAINTS = word_set("saints")
"""What behind "San" and "Santa" is a town's name: "Santa Cruz", but not "Santa Ono"."""
TOWNS = word_set("towns")
"""Towns and desks, "Boston" and "Main office", that are last names, too, and nobody's first."""
NO_NAMES = NOBODY | word_set("no_names")
MOST_WORDS = 5
MOST_SHORT = len("Jr.")
"""Letters of a last word whose full stop belongs to it: "John A.", "Ortiz Jr."."""


def says_nobody(text: str) -> bool:
    """Tell whether words say that nobody is known.

    >>> says_nobody("N/A"), says_nobody("referral"), says_nobody("--"), says_nobody("Maya")
    (True, True, True, False)
    """
    before, _, beside = text.rstrip(") ").partition("(")
    plain = ["".join(filter(str.isalnum, part)).casefold() for part in (before, beside)]
    return all(not part or part in NOBODY for part in plain)


def word_key(word: str) -> str:
    """Return a word as it is looked up."""
    return word.strip(".,'\"“”’‘#*").casefold()


def is_company(text: str) -> bool:
    """Tell whether words name a company or another body, not a person.

    >>> is_company("Ames & Co."), is_company("Mia Chan")
    (True, False)
    """
    return any(word_key(word) in COMPANY for word in text.split())


def role_apart(text: str) -> tuple[str, str, str]:
    """Return the role before a name, what is between, and the role behind it.

    >>> role_apart("VP of Sales Mia Chan"), role_apart("Mia Chan HR"), role_apart("hiring mgr")
    (('VP of Sales', 'Mia Chan', ''), ('', 'Mia Chan', 'HR'), ('hiring mgr', '', ''))
    """
    words = text.split()
    keys = [word_key(word) for word in words]
    start, end = 0, len(words)
    if keys[:1] in (["sr"], ["jr"]) and keys[1:2] and keys[1] in ROLES:
        start = 1
    while start < end and keys[start] in (ROLES | JOINS if start else ROLES):
        start += 1
    while start and start < end and keys[start - 1] in JOINS:  # "Gerente de Ventas"
        start -= 1
    while end > start and keys[end - 1] in (ROLES | JOINS if end < len(words) else ROLES):
        end -= 1
    return " ".join(words[:start]), " ".join(words[start:end]), " ".join(words[end:])


def person_name(text: str, addresses: str = "") -> str:
    """Return a person's name as one would write it, "" when the words may be something else.

    A name in small letters is one with a title, or when it stands in an e-mail of `addresses`.

    >>> person_name("ms. ortiz"), person_name("Оксана Гнатюк"), person_name("met at the fair")
    ('Ms. Ortiz', 'Оксана Гнатюк', '')
    """
    words = text.strip(" ,'\"").split()
    if not words or any(word.endswith(("'s", "’s")) for word in words):
        return ""  # "Ana's boss"
    if len(words[-1]) > MOST_SHORT:
        words[-1] = words[-1].rstrip(".")
    keys = [word_key(word) for word in words]
    proper = [word for word, k in zip(words, keys, strict=True) if k not in TITLES | AFTER_NAMES]
    initials = all(len(word_key(word)) == 1 for word in proper)
    nobody = any(k in NO_NAMES for k in keys if k not in PARTICLES)
    place = keys[0] in TOWNS or (len(words) > 1 and keys[0] in PLACES)
    place |= keys[0] in ("san", "santa") and not SAINTS.isdisjoint(keys[1:2])
    wrong = len(words) > MOST_WORDS or initials or nobody or place
    if not proper or wrong or not all(map(_is_word, words)) or word_key(proper[-1]) in PARTICLES:
        return ""
    titled = keys[0] in TITLES
    if all(word.islower() for word in proper):
        known = [k for k in keys if len(k) > 2 and k in addresses.casefold()]
        return _written(words) if titled or known else ""
    if all(word.isupper() and len(word) > 1 for word in proper):
        return _written(words) if titled or len(proper) > 1 else ""
    small = [w for w in proper if w[0].islower() and word_key(w) not in PARTICLES]
    return "" if small else _written(words) if titled and words[0].islower() else " ".join(words)


def is_place(text: str) -> bool:
    """Tell whether words may be a place and the code of its state; "Jack MA" may be a person, too.

    >>> is_place("Trenton NJ"), is_place("Jack MA"), is_place("Bo LI"), is_place("JACK MA")
    (True, True, False, False)
    """
    first, _, last = text.strip().rpartition(" ")
    return bool(first) and last.isupper() and last.casefold() in STATES and not first.isupper()


def _written(words: list[str]) -> str:
    return " ".join(word.lower() if word_key(word) in PARTICLES else word.title() for word in words)


def _is_word(word: str) -> bool:
    letters = [c for c in word if c not in ".'’-‐“”\""]
    return bool(letters) and all(unicodedata.category(c)[0] in "LM" for c in letters)


def is_one_word(name: str) -> bool:
    """Tell whether a name is one word and no title, initials and particles aside.

    It is half of "Smith, John A." or of "van der Berg, Hans".
    """
    words = [
        word
        for word in name.split()
        if len(word.strip(".")) > 1 and word_key(word) not in PARTICLES
    ]
    return len(words) == 1 and word_key(name.split()[0]) not in TITLES

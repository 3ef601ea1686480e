"""Noun phrases: what somebody typed may stand in a sentence of ours, or it is asked for.

A phrase opens with a determiner, a possessive, a number, a gerund or how/what/why, or is a bare
plural; then it must hold: no verb of its own, no stray pronoun, no remark. Grammar is not guessed.
"""

import re

from followup_lib.reading.words import word_set

LONGEST = 300
"""Letters of one phrase; what is longer is a story, which no sentence of a letter holds."""

MINE = word_set("mine")
DETERMINERS = MINE | word_set("determiners")
PREPOSITIONS = word_set("prepositions")
QUESTION = word_set("question")
SUBJECTS = word_set("subjects")
STRANGERS = word_set("strangers")
THEIRS = word_set("theirs")
JOINTS = word_set("joints")
FINITE = word_set("finite")
THIRD = word_set("third")
"""Verbs that look like plurals: "the team plans to grow"."""
PARTICIPLES = word_set("participles")
"""What may follow its noun: "the form signed by both"; others in -ed may be a verb of its own."""
DONE = word_set("done")
"""What tells how a thing is, at the end: "my drug test done"."""
AUXILIARIES = word_set("auxiliaries")
VERBS = word_set("verbs")
REMARKS = word_set("remarks")
HEDGES = word_set("hedges")
ING = word_set("ing")
PLURALS = word_set("plurals")
MASS = word_set("mass")
SINGULARS = word_set("singulars")
COMPOUNDS = word_set("compounds")
ABBREVIATIONS = word_set("abbreviations")
_NOT_BARE = (
    VERBS | REMARKS | HEDGES | FINITE | STRANGERS | THEIRS | PREPOSITIONS | MINE
    | SUBJECTS - PLURALS
)  # fmt: skip
_ACTS = word_set("imperatives")
"""What one does oneself, never a thing to send: "buy boots"."""

_FOREIGN = re.compile(r"[^\w\s.,'’“”\"&/#%$+–—-]|_|--|//")
_COUNTED = re.compile(r"x\d+|\d+x")


def key(token: str) -> str:
    """Return a word as it is compared: no case, no marks around it, straight apostrophes."""
    return token.strip(".,'’“”\"–—-").replace("’", "'").lower()


def noun_phrase(words: str, *, doing: bool = False) -> str:
    """Return words as they may stand in mid-sentence, "" when it is not sure that they may.

    `doing`: the sentence also bears an act or a how and why ("I enjoyed hearing about …").

    >>> noun_phrase("My portfolio."), noun_phrase("writing samples x2"), noun_phrase("she hikes")
    ('my portfolio', '', '')
    >>> noun_phrase("Moving to SAP"), noun_phrase("Moving to SAP", doing=True)
    ('', 'moving to SAP')
    """
    text = " ".join(words.split()).strip(" .,!-–—•*").strip()
    if len(text) > LONGEST or _FOREIGN.search(text):
        return ""
    tokens = text.split()
    keys = [key(token) for token in tokens]
    if not tokens or not all(keys) or _two_sentences(tokens):
        return ""
    if not (opens(tokens, doing=doing) and _holds(tokens, keys)):
        return ""
    small = keys[0] in DETERMINERS | QUESTION | MASS or keys[0].endswith("ing")
    small |= not doing and is_plural(keys[0])  # a topic may be a name: "Rutgers"
    proper = len(keys[0]) > 1 and tokens[0][1:].lower() != tokens[0][1:]
    return text if proper or not small else text[0].lower() + text[1:]


def opens(tokens: list[str], *, doing: bool) -> bool:
    """Tell whether a noun phrase begins here."""
    keys = [key(token) for token in tokens]
    first = keys[0]
    if _possessive(tokens[0]) and len(keys) > 1 and keys[1].endswith("ing"):
        return False  # "Company's moving to Texas"
    if first == "that" and len(keys) > 1 and keys[1] in SUBJECTS | THEIRS | STRANGERS:
        return False  # "that you are hiring"
    if first in DETERMINERS or first.isdecimal() or _possessive(tokens[0]):
        return len(keys) > 1 and keys[1] not in PREPOSITIONS - {"of"} | FINITE | JOINTS
    if first in QUESTION:
        subject = first == "what" and len(keys) > 2 and keys[1] in SUBJECTS
        return subject or (doing and len(keys) > 2 and keys[1] not in AUXILIARIES)
    if doing and first.endswith("ing") and len(first) > 4 and first not in ING:
        return True
    return _bare(tokens, keys, doing)


def _bare(tokens: list[str], keys: list[str], doing: bool) -> bool:
    """Tell whether a phrase without determiner begins: a plural, or what cannot be counted."""
    if doing and sum(map(str.isupper, tokens[0])) > 1:
        return all(token[0].isupper() or token.isdecimal() for token in tokens)
    for end, word in enumerate(keys[:4], 1):
        if (
            word in _NOT_BARE
            or (not doing and word in _ACTS)
            or not word.replace("-", "").replace("'", "").isalpha()
        ):
            return False
        if word == "and" and end > 1:
            if keys[end : end + 1] and (keys[end] in DETERMINERS or keys[end].isdecimal()):
                return False  # "portfolio and two samples"
            continue
        if (is_plural(word) or word in MASS) and _goes_on(keys[end:]):
            return end == 1 or not is_plural(keys[0]) or keys[0] in COMPOUNDS
    return False


def _goes_on(keys: list[str]) -> bool:
    if not keys:
        return True
    after = PREPOSITIONS | QUESTION | SUBJECTS | JOINTS | {"that"}
    return keys[0] in after or (keys[0] in PARTICIPLES and len(keys) > 1)


def is_plural(word: str) -> bool:
    """Tell whether a word looks like a plural.

    >>> is_plural("transcripts"), is_plural("process"), is_plural("bus"), is_plural("people")
    (True, False, False, True)
    """
    looks = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))
    return word in PLURALS or (looks and word not in SINGULARS)


def _possessive(token: str) -> bool:
    """Tell whether a word is somebody's: "Maria's", not "team's small" or "it's"."""
    plain = token.replace("’", "'")
    return token[0].isupper() and plain.endswith("'s") and key(token) not in FINITE | STRANGERS


def _two_sentences(tokens: list[str]) -> bool:
    return any(
        token.endswith(".") and len(key(token)) > 1 and key(token) not in ABBREVIATIONS
        for token in tokens[:-1]
    )


def _holds(tokens: list[str], keys: list[str]) -> bool:
    """Tell whether nothing in a phrase breaks it: a verb of its own, a stranger, a remark."""
    relative = keys[0] in QUESTION
    for place, word in enumerate(keys):
        if word in STRANGERS or word in REMARKS or _COUNTED.fullmatch(word):
            return False
        if word in THEIRS and not any(map(is_plural, keys[:place])):
            return False
        if word in ("but", "because") or (place and keys[place - 1] in JOINTS and _breaks(word)):
            return False
        if not relative and tokens[place] not in ("May", "Will") and _own_verb(keys, place):
            return False
        relative |= place > 0 and word in QUESTION | SUBJECTS | THEIRS | {"that"}
    last = keys[-1]
    if not relative and last in DONE:
        return False
    if last in MINE | {"every", "any"} or last in JOINTS:
        return False
    return (relative or last not in PREPOSITIONS) and _list_holds(tokens)


def _breaks(word: str) -> bool:
    return word in VERBS or word in FINITE or word in SUBJECTS - PLURALS or word in THEIRS


def _own_verb(keys: list[str], place: int) -> bool:
    """Tell whether a word may be the verb of a sentence: "the team plans to grow"."""
    word, before = keys[place], keys[max(0, place - 1)]
    after = keys[place + 1] if place + 1 < len(keys) else ""
    if word in FINITE:
        return True
    if before in DETERMINERS | PREPOSITIONS | JOINTS or before.endswith("ly") or not place:
        return False
    if place > 1 and keys[place - 2] == "to":  # "to bring lapsed members back"
        return False
    past = word.endswith("ed") and not word.endswith("eed") and word not in PARTICIPLES
    past &= not before.endswith("ing")
    return past or (word in THIRD and bool(after)) or (is_plural(word) and after in MINE)


def _list_holds(tokens: list[str]) -> bool:
    """Tell whether what follows each comma is a phrase too, or one or two words of a list."""
    piece: list[str] = []
    pieces = [piece]
    for token in tokens:
        piece.append(token)
        if token.endswith(","):
            pieces.append(piece := [])
    for each in pieces[1:]:
        rest = each[1:] if each and key(each[0]) in ("and", "or", "&") else each
        if not rest or key(rest[0]) in VERBS | PREPOSITIONS:
            return False
        if len(rest) > 2 and not opens(rest, doing=True):
            return False
    return True

"""What the small model sees of a sentence: its words, kinds of words, their order, and letters."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

WORDS = 3
"""Words in a row that count together."""
REACH = 6
"""How far apart, in telling words, two may stand and still count as a pair."""
LETTERS = (3, 4, 5)
"""Letters in a row, within a word."""
SHARE_OF_LETTERS = 0.5
"""Weight of a feature of letters beside one of words."""
CALM = 30
"""Features added to the length, so that a very short sentence is not judged rashly."""

TOKEN = re.compile(r"n't|'?\w+(?:-\w+)*|[?!.,\"“]")
BARE_NOT = re.compile(
    r"\b(ai|are|ca|could|did|do|does|had|has|have|is|should|was|were|wo|would)nt\b"
)
"""Typed without its apostrophe: "didnt", "cant"."""
SHOUTED = re.compile(r"\b[A-Z]{4,}\b")
TELLING = frozenset(
    """i you we they he she it me my your us our them his her n't not no never nobody nothing if or
    and but will would can could must should have has had did do was were am is are be to for by
    why when where what how still ever just even any anyone one only back ^ $ ? !""".split()  # noqa: SIM905
)


@cache
def kinds_of_words() -> dict[str, str]:
    """Return each word of words.toml with its kind, marked by "@"."""
    text = (files("followup_lib.tone") / "words.toml").read_text(encoding="utf-8")
    kinds = tomllib.loads(text)
    return {word: f"@{kind}" for kind, words in reversed(kinds.items()) for word in words.split()}


def tokens(sentence: str) -> list[str]:
    """Return the words and signs of a sentence, in small letters, numbers as 0.

    >>> tokens("You haven't called in 12 days!")
    ['^', 'you', 'have', "n't", 'called', 'in', '0', 'days', '!', '$']
    """
    plain = re.sub(r"\d+", "0", sentence.lower().replace("’", "'"))
    plain = re.sub(r"n't\b", " n't", BARE_NOT.sub(r"\1n't", plain))
    apart = re.sub(r"'(re|ve|ll|d|m|s)\b", r" '\1", plain)
    return ["^", *TOKEN.findall(apart), "$"]


def features(sentence: str) -> dict[str, float]:
    """Return the features of a sentence with their values; the work is linear in its length."""
    own = tokens(sentence)
    kinds = kinds_of_words()
    kind = [kinds.get(word, word) for word in own]
    words = {*_rows(own), *(row for row in _rows(kind) if "@" in row), *_pairs(kind)}
    words |= {f"{word} twice" for word, n in Counter(kind).items() if n > 1}
    if SHOUTED.search(sentence):
        words.add("<capitals>")
    letters = set(_letters(own))
    value = {word: (CALM + len(words)) ** -0.5 for word in words}
    return value | {run: SHARE_OF_LETTERS * (CALM + len(letters)) ** -0.5 for run in letters}


def _rows(words: list[str]) -> Iterator[str]:
    for n in range(1, WORDS + 1):
        for at in range(len(words) - n + 1):
            yield " ".join(words[at : at + n])


def _pairs(words: list[str]) -> Iterator[str]:
    """Yield two telling words in their order: who does what, to whom."""
    told = [word for word in words if word in TELLING or word.startswith("@")]
    for at, first in enumerate(told):
        for second in told[at + 1 : at + 1 + REACH]:
            yield f"{first}>{second}"


def _letters(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        framed = f"_{word}_"
        for n in LETTERS:
            for at in range(len(framed) - n + 1):
                yield "#" + framed[at : at + n]

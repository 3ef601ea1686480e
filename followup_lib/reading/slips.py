"""Slips of the pen: a word one letter off one that is known, "tomorow", "rejcted"."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from string import ascii_lowercase

_WORD = re.compile(r"(?<![^\W_])[a-z]{5,14}(?![^\W_])", re.IGNORECASE)
_REAL = frozenset({"contract", "munday", "sundby", "sundry", "sunray", "sunway", "withdraw"})
"""Words and names of their own that are one letter off a known one."""


def mended(words: Iterable[str], more: dict[str, str] | None = None) -> Callable[[str], str]:
    """Return a function that writes words of a text as they are spelled, where one letter is off.

    A letter inside is left out, doubled, swapped with the next, or another; first and last are
    right. `more` are misspellings farther off. Words shorter than six letters are left alone.

    >>> mended(["tomorrow", "Friday"])("eod tomorow or Firday, not fry day")
    'eod tomorrow or friday, not fry day'
    """
    known = {word.casefold() for word in words if len(word) > 5}
    pairs = {(slip, word) for word in known for slip in _slips(word)}
    often = Counter(slip for slip, _ in pairs)
    spelled = {slip: word for slip, word in pairs if often[slip] == 1 and slip not in known | _REAL}
    spelled |= more or {}

    def mend(text: str) -> str:
        return _WORD.sub(lambda match: spelled.get(match[0].casefold(), match[0]), text)

    return mend


def _slips(word: str) -> Iterator[str]:
    for place in range(1, len(word) - 1):
        before, letter, after = word[:place], word[place], word[place + 1 :]
        yield before + after
        if place < len(word) - 2:
            yield before + after[0] + letter + after[1:]
        for other in ascii_lowercase:
            yield before + other + after
            yield before + other + letter + after
    for other in ascii_lowercase:
        yield word[:-1] + other + word[-1]

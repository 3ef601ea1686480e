"""The lists of words in words.toml."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _lists() -> dict[str, str]:
    text = (files("followup_lib.reading") / "words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def word_set(name: str) -> frozenset[str]:
    """Return the words of one list.

    >>> sorted(word_set("day_limits"))
    ['before', 'by', 'till', 'until']
    """
    return frozenset(_lists()[name].split())

"""The lists of words in words.toml, and the form in which words are compared."""

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files


def pattern(text: str) -> re.Pattern[str]:
    """Return a pattern of words, whatever their case."""
    return re.compile(text, re.IGNORECASE)


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


@lru_cache(4096)
def plain(text: str) -> str:
    """Return a name without case, spaces, accents on Latin letters and marks, to compare it.

    >>> plain(" Job_Title? "), plain("jobTitle"), plain("Durum / Sonuç")
    ('jobtitle', 'jobtitle', 'durumsonuc')
    """
    if text.isascii():
        return "".join(filter(str.isalnum, text.casefold()))
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return "".join(letter for letter in apart if letter.isalnum()).replace("ı", "i")

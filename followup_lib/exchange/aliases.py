"""What people's column names and status words mean, and whose list it is: read from TOML files."""

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_BRACKETS = re.compile(r"\s*\(.*\)$", re.DOTALL)


@dataclass(frozen=True)
class Export:
    """A list another program writes: its name, and what its columns and words mean there."""

    name: str
    header: Sequence[str] = ()
    order: str = ""
    columns: dict[str, str] = field(default_factory=dict)
    statuses: dict[str, str] = field(default_factory=dict)


UNKNOWN = Export("")
"""Nobody's list in particular."""


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


def _load(file: str) -> dict[str, Any]:
    return tomllib.loads((files("followup_lib.exchange") / file).read_text(encoding="utf-8"))


def _by_word(file: str) -> dict[str, str]:
    return {plain(word): meaning for meaning, words in _load(file).items() for word in words}


@cache
def columns() -> dict[str, str]:
    """Return the meaning of each known column name, in the form of `plain`."""
    return _by_word("columns.toml")


@cache
def statuses() -> dict[str, str]:
    """Return "stage status" of each known status word, in the form of `plain`."""
    return _by_word("statuses.toml")


@cache
def exports() -> list[Export]:
    """Return the lists that are known by their header."""
    known = []
    for name, fields in _load("exports.toml").items():
        statuses = {plain(word): meaning for word, meaning in fields.get("statuses", {}).items()}
        known.append(Export(**{**fields, "name": name, "statuses": statuses}))
    return known


def known_export(header: Sequence[str]) -> Export:
    """Return the export whose names stand in a header, the one with most names; else `UNKNOWN`.

    >>> known_export(["Company", "Title", "List", "Salary"]).name
    'Huntr'
    """
    fitting = [each for each in exports() if set(each.header) <= set(header)]
    return max(fitting, key=lambda each: len(each.header), default=UNKNOWN)


def column_meaning(header: str) -> str:
    """Return what a column of this name holds, "" when that is not known.

    >>> column_meaning("Date Applied "), column_meaning("Horoscope")
    ('date.applied', '')
    """
    return columns().get(plain(_BRACKETS.sub("", header)), columns().get(plain(header), ""))


def status_meaning(word: str, export: Export = UNKNOWN) -> tuple[str, str] | None:
    """Return the stage and status a word tells, None when it must be asked.

    A remark in brackets behind a word does not count, unless it is a status itself.

    >>> status_meaning("Rejection :("), status_meaning("Interview (2nd round)")
    (('applied', 'rejected'), ('interview', 'active'))
    >>> status_meaning("Waitlisted"), status_meaning("Interview (rejected)")
    (None, None)
    """
    meaning = export.statuses.get(plain(word)) or statuses().get(plain(word))
    bracket = _BRACKETS.search(word)
    if not meaning and bracket and plain(bracket[0]) not in statuses():
        meaning = statuses().get(plain(_BRACKETS.sub("", word)))
    if not meaning or meaning == "nothing":
        return None
    stage, status = meaning.split()
    return stage, status


def says_nothing(cell: str) -> bool:
    """Tell whether a cell only holds its place: "N/A", "TBD", "-".

    >>> says_nothing("n/a"), says_nothing("--"), says_nothing("Hill & Co")
    (True, True, False)
    """
    return len(cell) < 40 and (not plain(cell) or statuses().get(plain(cell)) == "nothing")

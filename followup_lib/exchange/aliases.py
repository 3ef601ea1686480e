"""What people's column names and status words mean, and whose list it is: read from TOML files."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from followup_lib.reading import statuses
from followup_lib.reading.words import plain


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


def _load(file: str) -> dict[str, Any]:
    return tomllib.loads((files("followup_lib.exchange") / file).read_text(encoding="utf-8"))


def _by_word(file: str) -> dict[str, str]:
    return {plain(word): meaning for meaning, words in _load(file).items() for word in words}


@cache
def columns() -> dict[str, str]:
    """Return the meaning of each known column name, in the form of `plain`."""
    return _by_word("columns.toml")


@cache
def exports() -> list[Export]:
    """Return the lists that are known by their header."""
    known = []
    for name, fields in _load("exports.toml").items():
        words = {plain(word): meaning for word, meaning in fields.get("statuses", {}).items()}
        known.append(Export(**{**fields, "name": name, "statuses": words}))
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
    short = plain(statuses.without_remark(header.strip()))
    return columns().get(short, columns().get(plain(header), ""))


def status_meaning(word: str, export: Export = UNKNOWN) -> tuple[str, str] | None:
    """Return the stage and status a word tells, an export's own first; None when it is asked.

    >>> status_meaning("Rejection :("), status_meaning("Waitlisted")
    (('applied', 'rejected'), None)
    """
    return statuses.status_meaning(word, export.statuses)

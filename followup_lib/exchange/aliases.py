"""What people's column names and status words mean: read from columns.toml and statuses.toml."""

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files


def plain(text: str) -> str:
    """Return a name without case, spaces, accents on Latin letters and marks, to compare it.

    >>> plain(" Job_Title? "), plain("jobTitle"), plain("Durum / Sonuç")
    ('jobtitle', 'jobtitle', 'durumsonuc')
    """
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return "".join(letter for letter in apart if letter.isalnum()).replace("ı", "i")


def _read(file: str) -> dict[str, str]:
    text = (files("followup_lib.exchange") / file).read_text(encoding="utf-8")
    meanings: dict[str, list[str]] = tomllib.loads(text)
    return {plain(word): meaning for meaning, words in meanings.items() for word in words}


@cache
def columns() -> dict[str, str]:
    """Return the meaning of each known column name, in the form of `plain`."""
    return _read("columns.toml")


@cache
def statuses() -> dict[str, str]:
    """Return "stage status" of each known status word, in the form of `plain`."""
    return _read("statuses.toml")


def column_meaning(header: str) -> str:
    """Return what a column of this name holds, "" when that is not known.

    >>> column_meaning("Date Applied "), column_meaning("Horoscope")
    ('date.applied', '')
    """
    return columns().get(plain(re.sub(r"\(.*\)$", "", header)), columns().get(plain(header), ""))


def status_meaning(word: str) -> tuple[str, str] | None:
    """Return the stage and status a word tells, None when it must be asked.

    >>> status_meaning("Rejection :("), status_meaning("Waitlisted")
    (('applied', 'rejected'), None)
    """
    found = statuses().get(plain(word))
    if not found:
        return None
    stage, status = found.split()
    return stage, status

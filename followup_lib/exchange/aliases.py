"""What people's column names and status words mean, and whose list it is: read from TOML files."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from followup_lib.exchange.both_names import BOTH
from followup_lib.reading import standings
from followup_lib.reading.slips import mended
from followup_lib.reading.words import plain, word_set


@dataclass(frozen=True)
class Export:
    """A list another program writes: its name, and what its columns and words mean there."""

    name: str
    header: Sequence[str] = ()
    order: str = ""
    columns: dict[str, str] = field(default_factory=dict)
    statuses: dict[str, str] = field(default_factory=dict)


_NUMBER = re.compile(
    r"#?\b(?:\d|1st|2nd|3rd|[4-9]th|one|two|three|first|second|third|fourth|fifth)\b"
    r"|(?<=[a-z])\d\b|\b(?:no|nr|number)\.?(?=\s*\d)",
    re.IGNORECASE,
)
_ASKING = re.compile(r"^(?:what|which|name of)(?: (?:is|was|the|your))*\s+", re.IGNORECASE)
"""How a form asks for what a list would name: "Which company?"."""
_TWO = re.compile(r"\s*[/&|+@,–—-]\s*|\s+(?:and|at)\s+", re.IGNORECASE)
_EITHER = re.compile(r"\s*[/&|+]\s*|\s+and\s+", re.IGNORECASE)
_ANY = ("company", "job_title", "contact_name")
"""What a column may be whose name says one of these and something else: "Unit / Position"."""
_PLACES = {"place", "places", "placeiapplied", "placesiapplied"}
_MAIL, _CALL = (
    r"e-?mail(?: address)?",
    r"(?:tele)?(?:phone|cell|mobile|tel)(?: (?:#|number|no\.?))?",
)
_REACH = re.compile(
    rf"(?:contact )?\(?(?:{_MAIL} ?(?:[/&|+,]|or|and) ?{_CALL}"
    rf"|{_CALL} ?(?:[/&|+,]|or|and) ?{_MAIL})\)?"
    r"(?: (?:of|for) (?:the )?contact)?",
    re.IGNORECASE,
)
"""A column of either, or both: "Email / Phone"."""
_mended = mended(word_set("spelled_columns"))
_STATUS_AT = re.compile(r"status (?:on|at|in|with|as of)\b", re.IGNORECASE)
_ROUNDS = {"round", "rounddate", "intv", "iv", "interviewround", "roundinterview", "stage"}
"""What a column with a number is about when its name alone would not tell: a talk."""
_A_DAY = re.compile(
    r"\b(?:date|day|datum|fecha|data(?= d(?:[aei]|el|ella)\b))\b"
    r"(?: (?:of|de|du|di|da|del|della|la)\b)*"
    r"(?: [dl]?(?=['’]))?['’]?"
    r"|\b(?:on|at)$",
    re.IGNORECASE,
)
"""What says that a column holds the day of something: "Rejected Date", "Fecha de entrevista"."""
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
    >>> column_meaning("What is the company?"), column_meaning("Status on USAJOBS")
    ('company', 'status')
    >>> column_meaning("Company / role"), column_meaning("Name / title")
    ('company_and_title', '')
    >>> column_meaning("District/School"), column_meaning("Compnay"), column_meaning("Contract")
    ('company', 'company', '')
    >>> column_meaning("Unit / Position"), column_meaning("Firm / city")
    ('job_title', '')
    >>> column_meaning("Email / Phone"), column_meaning("phone # or e-mail")
    ('contact_email', 'contact_email')
    >>> column_meaning("Int 2"), column_meaning("3rd Interview"), column_meaning("Contact 2")
    ('date.interview', 'date.interview', '')
    >>> column_meaning("Rejected Date"), column_meaning("Fecha de entrevista")
    ('date.rejected', 'date.interview')
    """
    header = " ".join(header.split())
    short = standings.without_remark(header)
    forms = (plain(short), plain(header), plain(_ASKING.sub("", short)), plain(_mended(short)))
    known = next((meaning for form in forms if (meaning := columns().get(form))), "")
    if known or _STATUS_AT.match(short):
        return known or "status"
    if _REACH.fullmatch(header):
        return "contact_email"  # each cell tells which of the two it holds
    return _both(header) or _numbered(header) or _day_of(short)


def lone_meaning(header: str) -> str:
    """Return what a column holds where no other column does, "" when that is not known.

    >>> lone_meaning("Position / hours"), lone_meaning("Contact name & number")
    ('job_title', 'contact_name')
    >>> lone_meaning("Places I applied"), lone_meaning("Firm / city"), lone_meaning("Job-ID")
    ('company', '', '')
    """
    header = " ".join(header.split())
    if plain(header) in _PLACES:
        return "company"
    parts = [plain(part) for part in _EITHER.split(header)]
    told = {columns().get(part, "") for part in parts if part != "name"}
    one = "".join(told)  # of two words, one that says what it is and one that nobody knows
    return one if len(told) == 2 and one in _ANY else ""


def _both(header: str) -> str:
    """Return that a column names the company and the position, or what two words for one do."""
    parts = [plain(part) for part in _TWO.split(header)]
    named = {columns().get(part, "") for part in parts if part != "name"}
    if len(parts) == 2 and named == {"company", "job_title"}:
        return BOTH
    return named.pop() if len(parts) == 2 and len(named) == 1 and "name" not in parts else ""


def _day_of(header: str) -> str:
    """Return what a column holds the day of, told by the rest of its name: "Onsite date"."""
    bare = _A_DAY.sub(" ", header.replace("_", " "))
    named = plain(bare) not in (plain(header), "final")  # "Final date" is no talk's
    meaning = columns().get(plain(bare), "") if named else ""
    return meaning if meaning.startswith("date.") and meaning != "date.bare" else ""


def _numbered(header: str) -> str:
    """Return what one of several columns of the same kind of day holds: "Int 1", "2nd round"."""
    bare = plain(standings.without_remark(_NUMBER.sub(" ", header).strip()))
    if bare == plain(header):
        return ""
    meaning = "date.interview" if bare in _ROUNDS else columns().get(bare, "")
    return meaning if meaning.startswith("date.") and meaning != "date.bare" else ""


def status_meaning(word: str, export: Export = UNKNOWN) -> tuple[str, str] | None:
    """Return the stage and status a word tells, an export's own first; None when it is asked.

    >>> status_meaning("Rejection :("), status_meaning("Waitlisted")
    (('applied', 'rejected'), None)
    """
    return standings.status_meaning(word, export.statuses)

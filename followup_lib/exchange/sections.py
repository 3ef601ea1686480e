"""Rows between the applications: sections, headings, sums, legends, headers again, other tables."""

import re
from collections.abc import Sequence

from followup_lib.exchange.aliases import column_meaning, status_meaning
from followup_lib.exchange.kinds import LINK, kind
from followup_lib.reading.standings import says_nothing
from followup_lib.reading.words import plain
from followup_lib.records.dates import MONTHS

SECTION = "Section"
"""The column in which the rows beneath a section's heading carry its words."""
LONGEST_HEADING = 40
"""Letters of a cell that may name a column, or a section."""
REPEATS, HEADING, SUMS = (
    "repeats the headings",
    "is a heading between the rows",
    "is a row of totals",
)
LEGEND, TABLE = "explains the list", "begins or belongs to another table"
_MONTH = "|".join(f"{name}|{name[:3]}" for name in MONTHS)
_TIME = (
    rf"(?:{_MONTH}|sept)\.?\W*(?:\d{{2}}|\d{{4}})?(?: \(\d+(?: [a-z]+)?\))?|(?:19|20)\d\d"
    r"|(?:week|wk)\b.*"
)
_TWICE = r"[-=*~_–—]{2,}.+[-=*~_–—]{2,}"
_HEADING = re.compile(
    rf"(?P<mark>[-–—=*~_#>.\s]*)(?:{_TIME}|{_TWICE})[-–—=*~_#<.:\s]*", re.IGNORECASE
)
_TIMES = re.compile(rf"[-–—=*~_#>.\s]*(?:{_TIME})[-–—=*~_#<.:\s]*", re.IGNORECASE)
_MARKED = re.compile(rf"{_TWICE}|\w.*\(\d+\):?")
"""How a heading looks whose words nobody knows: "-- long shots --", "Dead (3)"."""
_SUM = re.compile(
    r"(?:grand |sub-?)?(?:totals?|sum|count)\b(?: (?:number of )?(?:applied|applications|jobs"
    r"|interview\w*|offers?|rejec\w+|companies|sent|so far))*[\s:=]*\d*",
    re.IGNORECASE,
)
_LEGEND = re.compile(
    r"(?:\*+|†|‡)\s*(?:=|:|-|means\b|\w).*|(?:legend|colou?r code|key)\s*[:=].*"
    r"|\S+(?: \S+)? (?:=|means|stands for) \S.*",
    re.IGNORECASE,
)
_MARKS = "-–—=*~_#<>.: \t"
_COUNT = re.compile(r"[\s:–-]*(?:\(\d+\)|\d+)$")


def is_section(header: str) -> bool:
    """Tell whether a column holds the words of the sections its rows stand in.

    >>> is_section("Section"), is_section("Section (2)"), is_section("Status")
    (True, True, False)
    """
    return header.partition(" (")[0].casefold() == SECTION.casefold()


def is_lone(row: Sequence[str]) -> bool:
    """Tell whether one cell of a row is filled, and no other."""
    return len(row) > 1 and len(row) - row.count("") == 1


def section_of(header: Sequence[str], row: Sequence[str]) -> str:
    """Return the words of a row that says how the rows beneath it stand, "" for any other.

    >>> head = ["Company", "Title", "Status"]
    >>> [section_of(head, [cell, "", ""]) for cell in ("REJECTED", "Offers (2):", "Hill & Co")]
    ['REJECTED', 'Offer', '']
    """
    if not is_lone(row):
        return ""
    place = next(n for n, cell in enumerate(row) if cell)
    told = column_meaning(header[place]) if place < len(header) else ""
    cell = row[place]
    words = _COUNT.sub("", cell.strip(_MARKS)).strip(_MARKS)
    if told in ("status", "decision", "notes") or len(cell) > LONGEST_HEADING or not words:
        return ""
    if says_nothing(words):
        return ""
    one = words.removesuffix("s")
    words = one if status_meaning(one) else words
    asks = cell.endswith(":") or _MARKED.fullmatch(cell) is not None
    asks &= not any(each.fullmatch(cell) for each in (_SUM, _LEGEND, _TIMES))
    return words if asks or status_meaning(words) else ""


def why_no_row(header: Sequence[str], row: Sequence[str], below: Sequence[str]) -> str:
    """Return why a row under a header is no application, "" for one that may be.

    `below` is the row beneath it.
    """
    filled = [cell for cell in row if cell]
    if _repeats(header, row):
        return REPEATS
    if names_columns(header, row):
        return TABLE
    if _SUM.fullmatch(filled[0]) and all(_is_number(cell) for cell in filled[1:]):
        return SUMS
    if not is_lone(row):
        return ""
    if is_heading(row) or _repeats(header, below):
        return HEADING
    if names_columns(header, below) and len(filled[0]) <= LONGEST_HEADING:
        return TABLE
    return LEGEND if _LEGEND.fullmatch(filled[0]) and kind(filled[0]) != LINK else ""


def is_heading(row: Sequence[str]) -> bool:
    """Tell whether a row only parts those below from those above: "--- November ---".

    >>> is_heading(["--- November ---", "", ""]), is_heading(["Hill & Co", "", ""])
    (True, False)
    """
    if row.count("") != len(row) - 1:
        return False
    cell = next(filter(None, row))
    short = len(cell) <= LONGEST_HEADING
    return short and _HEADING.fullmatch(cell) is not None and kind(cell) != LINK


def names_columns(header: Sequence[str], row: Sequence[str]) -> bool:
    """Tell whether a row names the columns of a table: known names alone, in place of values.

    >>> names_columns(["Company", "Title"], ["Name", "Phone"])
    True
    >>> names_columns(["Company", "Status"], ["Hill", "Offer"])
    False
    """
    filled = [cell for cell in row if cell]
    known = len(filled) > 1 and len({*filled}) == len(filled) and all(map(column_meaning, filled))
    return known and not _repeats(header, row)


def _repeats(header: Sequence[str], row: Sequence[str]) -> bool:
    pairs = [(cell, name) for cell, name in zip(row, header, strict=False) if cell]
    return len(pairs) > 1 and all(plain(cell) == plain(name) for cell, name in pairs)


def _is_number(cell: str) -> bool:
    return re.fullmatch(r"[$€£]?[\d.,\s]+%?", cell) is not None

"""Rows that name no company of their own: a ditto mark, or blanks beneath the first of several."""

from collections.abc import Mapping, Sequence

from followup_lib.exchange.entries import Rows
from followup_lib.exchange.questions import Question

ABOVE_KEY = "above"
"""The key under which it is asked whether rows without a company belong to the one above."""
SAME_ABOVE = ("↳", "〃", '"', "''", "ditto", "same", "same as above", "see above", "do.")
"""What people write for the company of the row above."""
_TEXT = "Some rows have no company. Is it that of the row above?"


def from_above(rows: Rows, meanings: Mapping[str, str], *, beneath: bool) -> list[int]:
    """Fill in the company of the row above where a mark says so; return the lines of bare rows.

    A row is bare that has a position and a blank for the company. `beneath` tells that a person
    said those belong to the company above; then they are filled in, too.
    """
    company, title = (_header(meanings, name) for name in ("company", "job_title"))
    above = ""
    bare: list[int] = []
    for line, cells in rows if company else ():
        name = cells[company]
        blank = not name and bool(title and cells[title])
        if above and (name.casefold() in SAME_ABOVE or (blank and beneath)):
            cells[company] = above
        if above and blank:
            bare.append(line)
        above = cells[company] or above
    return bare


def asked_above(
    bare: Sequence[int], rows: Mapping[int, Mapping[str, str]], weight: int
) -> list[Question]:
    """Return the one question about bare rows, none when there are none."""
    if not bare:
        return []
    example = ", ".join([cell for cell in rows[bare[0]].values() if cell][:3])
    return [Question(ABOVE_KEY, _TEXT, tuple(bare), example, weight)]


def _header(meanings: Mapping[str, str], wanted: str) -> str:
    return next((header for header, meaning in meanings.items() if meaning == wanted), "")

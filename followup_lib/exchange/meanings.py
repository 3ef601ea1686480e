"""What each column of a list holds: as the person, the export, its name or its cells tell."""

from collections.abc import Iterable, Sequence

from followup_lib.exchange.aliases import (
    Export,
    column_meaning,
    status_meaning,
)
from followup_lib.exchange.layout import Listing
from followup_lib.reading.days import tells_a_day
from followup_lib.reading.statuses import says_nothing
from followup_lib.reading.words import plain
from followup_lib.reading.yes_no import yes_or_no
from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import COLUMNS
from followup_lib.records.vocabulary import MEETINGS

MEANINGS = (
    *(name for name in COLUMNS["applications"] if name != "application_id"),
    "status",
    "decision",
    "history",
    "date.bare",
    "date.applied",
    "date.saved",
    "date.status",
    "date.screen",
    "date.interview",
    "date.final_interview",
    "date.offer",
    "date.rejected",
    "date.no_response",
    "date.they_promised",
    "keep",
)
"""What a person may say a column of theirs holds."""
DAYS_ALIKE = 3
"""Rows from which on one and the same meeting day in all of them says nothing."""

DAYS, STANDINGS = "kept: it holds days; choose of what", "kept: its words tell how far each is"
PUZZLING = (DAYS, STANDINGS)
"""What is said of a column that would tell what no other column of the list does."""

_UNSAID = {"no", "false", "n/a", "na"}


def column_meanings(listing: Listing, mapping: dict[str, str], export: Export) -> dict[str, str]:
    """Return one of `MEANINGS` for each column, or a sentence beginning with kept or ignored.

    Raises `FollowupError` for a column or meaning in `mapping` that is not known.
    """
    _check(listing, mapping)
    meanings: dict[str, str] = {}
    for place, header in enumerate(listing.header):
        named = column_meaning(header) if listing.named else ""
        meaning = mapping.get(header) or export.columns.get(header)
        if not meaning:
            meaning = _by_cells(header, named, _cells(listing, place), len(listing.rows))
        meanings[header] = "kept" if meaning in ("", "keep") else meaning
    _keep_other_stages(listing, meanings, {*mapping, *export.columns}, export)
    return _point_out(listing, meanings, mapping, export)


def is_flag(cell: str) -> bool:
    """Tell whether a cell ticks its column.

    >>> is_flag("Yes"), is_flag("✓"), is_flag("no")
    (True, True, False)
    """
    return yes_or_no(cell) is True


def _check(listing: Listing, mapping: dict[str, str]) -> None:
    for theirs, ours in mapping.items():
        if theirs not in listing.header:
            header = ", ".join(listing.header)
            raise FollowupError(f"There is no column {theirs!r}; found are {header}.")
        if ours not in MEANINGS:
            raise FollowupError(f"{ours!r} is no column here; allowed are {', '.join(MEANINGS)}.")


def _cells(listing: Listing, place: int) -> list[str]:
    return [row[place] for _, row in listing.rows if place < len(row) and row[place]]


def _by_cells(header: str, named: str, cells: Sequence[str], rows: int) -> str:
    """Return the meaning of a name, or another where all cells tell that it misleads."""
    if named == "source" and cells and all(cell.startswith("http") for cell in cells):
        return "job_url"
    if named == "contact_name" and plain(header) == "recruiter" and _is_stage(cells):
        return "date.screen"
    meeting = named.removeprefix("date.") in MEETINGS
    days = [cell for cell in cells if tells_a_day(cell)] if meeting else []
    if rows >= DAYS_ALIKE and len(days) == rows and len(set(days)) == 1:
        return "kept: the same day in every row says nothing"
    return named


def _is_stage(cells: Sequence[str]) -> bool:
    marks = [cell for cell in cells if cell.casefold() not in _UNSAID]
    return bool(marks) and all(is_flag(cell) or tells_a_day(cell) for cell in marks)


def _point_out(
    listing: Listing, meanings: dict[str, str], mapping: dict[str, str], export: Export
) -> dict[str, str]:
    """Say of kept columns that they hold days or status words where no column is known to."""
    known = set(meanings.values())
    dated = any(meaning.startswith(("date.", "history")) for meaning in known)
    standing = bool(known & {"status", "decision", "history"})
    pointed = dict(meanings)
    for place, header in enumerate(listing.header):
        cells = _cells(listing, place)
        if meanings[header] != "kept" or header in mapping or not cells:
            continue
        if not dated and _most(tells_a_day(cell) for cell in cells):
            pointed[header] = DAYS
        elif not standing and _most(status_meaning(cell, export) is not None for cell in cells):
            pointed[header] = STANDINGS
    return pointed


def _most(votes: Iterable[bool]) -> bool:
    votes = list(votes)
    return 2 * sum(votes) > len(votes)


def _keep_other_stages(
    listing: Listing, meanings: dict[str, str], said: set[str], export: Export
) -> None:
    """Keep a second status column none of whose words is one, such as a company's funding."""
    known: dict[str, bool] = {}
    for place, header in enumerate(listing.header):
        if meanings[header] in ("status", "decision"):
            words = {cell for cell in _cells(listing, place) if not says_nothing(cell)}
            known[header] = not words or any(status_meaning(word, export) for word in words)
    for header, is_status in known.items():
        if not is_status and header not in said and any(known.values()):
            meanings[header] = "kept: none of its words is a status"

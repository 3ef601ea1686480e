"""What each column of a list holds: as the person, the export, its name or its cells tell."""

import re
from collections.abc import Iterable, Sequence

from followup_lib.exchange.aliases import Export, column_meaning, lone_meaning
from followup_lib.exchange.both_names import BOTH
from followup_lib.exchange.evidence import SAME_DAY, by_cells, settle_between
from followup_lib.exchange.kinds import DAY, WORDS, kind, most
from followup_lib.exchange.layout import Listing
from followup_lib.exchange.sections import LONGEST_HEADING
from followup_lib.reading.standings import says_nothing, status_meaning
from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import COLUMNS

MEANINGS = (
    *(name for name in COLUMNS["applications"] if name != "application_id"),
    BOTH,
    "status",
    "decision",
    "history",
    "date.bare",
    "date.contact",
    "date.applied",
    "date.saved",
    "date.status",
    "date.heard_back",
    "date.screen",
    "date.interview",
    "date.final_interview",
    "date.offer",
    "date.accepted",
    "date.rejected",
    "date.withdrawn",
    "date.no_response",
    "date.they_promised",
    "date.thanked",
    "date.wrote",
    "date.follow_up",
    "date.next_step",
    "next_step",
    "said",
    "date.deadline",
    "keep",
)
"""What a person may say a column of theirs holds."""

DAYS = "kept: it holds days; choose what they are"
STANDINGS = "kept: its words tell how far along each one is"
COMPANIES = "kept: no other column names the company"
PUZZLING = (DAYS, STANDINGS, COMPANIES, SAME_DAY)
"""What is said of a column that would tell what no other column of the list does."""
_KEPT_BY_PROGRAMS = re.compile(
    r"(?<![^\W_])(?:creat|updat|modif|chang|edit|last|post|sav|view|scrap|sync|archiv|birth)"
    r"|added|found|seen|created|updated|modified|posted",
    re.IGNORECASE,
)


def column_meanings(
    listing: Listing, mapping: dict[str, str], export: Export, country: str
) -> dict[str, str]:
    """Return one of `MEANINGS` for each column, or a sentence beginning with kept or ignored.

    Raises `FollowupError` for a column or meaning in `mapping` that is not known.
    """
    _check(listing, mapping)
    said = {**export.columns, **mapping}
    cells = {header: _cells(listing, place) for place, header in enumerate(listing.header)}
    meanings: dict[str, str] = {}
    for header in listing.header:
        named = column_meaning(header) if listing.named else ""
        meaning = said.get(header) or by_cells(
            header, named, cells[header], len(listing.rows), country
        )
        meanings[header] = "kept" if meaning in ("", "keep") else meaning
    meanings |= settle_between(cells, meanings, len(listing.rows), frozenset(said))
    agency = [header for header, meaning in meanings.items() if meaning == "agency"]
    if not {"company", BOTH} & {*meanings.values()} and agency[:1] and agency[0] not in said:
        meanings[agency[0]] = "company"  # a public one, which hires for itself
    for header in listing.header if listing.named else ():
        told = lone_meaning(header)
        both = {BOTH} & {*meanings.values()} if told != "contact_name" else ()
        free = meanings[header].startswith("kept") and told not in meanings.values() and not both
        if told and free and header not in said:
            meanings[header] = told
    _keep_other_stages(cells, meanings, said, export)
    return _point_out(cells, meanings, mapping, export)


def _check(listing: Listing, mapping: dict[str, str]) -> None:
    for theirs, ours in mapping.items():
        if theirs not in listing.header:
            header = ", ".join(listing.header)
            raise FollowupError(f"There is no column {theirs!r}; we found {header}.")
        if ours not in MEANINGS:
            raise FollowupError(f"{ours!r} isn’t a column here; allowed are {', '.join(MEANINGS)}.")


def _cells(listing: Listing, place: int) -> list[str]:
    return [row[place] for _, row in listing.rows if place < len(row) and row[place]]


def _point_out(
    cells: dict[str, list[str]], meanings: dict[str, str], mapping: dict[str, str], export: Export
) -> dict[str, str]:
    """Say of kept columns what they hold: days; where no column is known to, statuses, companies.

    Days on which a program or an advertisement did something tell nothing where others are known.
    """
    known = set(meanings.values())
    dated = any(meaning.startswith(("date.", "history")) for meaning in known)
    standing = bool(known & {"status", "decision", "history"})
    pointed = dict(meanings)
    for header, column in cells.items():
        if meanings[header] != "kept" or header in mapping or not column:
            continue
        telling = not (dated and _KEPT_BY_PROGRAMS.search(header))
        if telling and most(column, lambda cell: kind(cell) == DAY):
            pointed[header] = DAYS
        elif not standing and _most_stand(column, export):
            pointed[header] = STANDINGS
        elif (
            dated
            and "job_title" in known
            and not known & {"company", BOTH}
            and most(column, _names)
        ):
            pointed[header] = COMPANIES
            known.add("company")
    return pointed


def _names(cell: str) -> bool:
    return kind(cell) == WORDS and len(cell) <= LONGEST_HEADING


def _most_stand(column: Sequence[str], export: Export) -> bool:
    return most(column, lambda cell: status_meaning(cell, export.statuses) is not None)


def _keep_other_stages(
    cells: dict[str, list[str]], meanings: dict[str, str], said: Iterable[str], export: Export
) -> None:
    """Keep a second status column none of whose words is one, such as a company's funding."""
    known: dict[str, bool] = {}
    for header, column in cells.items():
        if meanings[header] in ("status", "decision"):
            words = {cell for cell in column if not says_nothing(cell)}
            known[header] = not words or any(
                status_meaning(word, export.statuses) for word in words
            )
    for header, is_status in known.items():
        if not is_status and header not in said and any(known.values()):
            meanings[header] = "kept: none of its words is a status"

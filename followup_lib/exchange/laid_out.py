"""A list laid out by its columns: what each means, and the rows as they are to be read."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from followup_lib.exchange.aliases import Export, known_export
from followup_lib.exchange.answers import ABOVE_KEY, MOVED, YES
from followup_lib.exchange.both_names import both_apart
from followup_lib.exchange.changes import known_keys
from followup_lib.exchange.entries import Rows
from followup_lib.exchange.from_above import continued, from_above
from followup_lib.exchange.layout import Aside, Listing, headed
from followup_lib.exchange.meanings import column_meanings
from followup_lib.exchange.questions import Question
from followup_lib.exchange.shifts import Moved, find_moved
from followup_lib.exchange.sorting import keys_of
from followup_lib.records.tables import Tables


class LaidOut(NamedTuple):
    """A list by its columns: `theirs` is what each is, `meanings` with two names in one parted.

    `broken` are the `moved` rows that are not put back; `going_on` are lines joined to the row
    above, `same` the lines that took names from above, `nameless` those that name no company.
    """

    export: Export
    theirs: dict[str, str]
    meanings: dict[str, str]
    rows: Rows
    moved: list[Moved]
    broken: list[Moved]
    going_on: list[Aside]
    nameless: list[int]
    same: set[int]


def under_answer(listing: Listing, answers: Mapping[str, str]) -> tuple[Listing, list[Question]]:
    """Return the list under the row a person says names its columns, and whether to ask."""
    if listing.named:
        return listing, []
    lines = {line for line, _ in listing.rows} | {each.row for each in listing.aside}
    answer = answers.get("headings", "")
    if answer.isdecimal() and int(answer) in lines:
        return headed(listing, int(answer)), []
    asked = []
    for line in listing.likely:
        cells = next(row for at, row in listing.rows if at == line)
        text = f"Row {line} looks like your headings. Does it name the columns?"
        asked.append(Question("headings", text, (line,), ", ".join(filter(None, cells))))
    return listing, asked


def laid_out(
    listing: Listing, tables: Tables, mapping: Mapping[str, str], answers: Mapping[str, str]
) -> LaidOut:
    """Return a list by the columns as they are meant, its moved rows put back where that is so."""
    export = known_export(listing.header)
    theirs = column_meanings(listing, dict(mapping), export, tables.settings.calendar.country)
    sound, moved = find_moved(listing, theirs)
    back = _put_back(listing, moved, tables, answers)
    rows = _rows(listing, sound, back)
    meanings = both_apart(rows, theirs)
    rows, going_on = continued(rows, meanings, {each.row for each in listing.aside})
    nameless = from_above(rows, meanings, beneath=answers.get(ABOVE_KEY) == YES)
    broken = [each for each in moved if each not in back]
    same = {*listing.merged, *nameless}
    return LaidOut(export, theirs, meanings, rows, moved, broken, going_on, nameless, same)


def _put_back(
    listing: Listing, moved: list[Moved], tables: Tables, answers: Mapping[str, str]
) -> list[Moved]:
    """Return the moved rows to put back: all, when a person says so; else those once put back."""
    mended = [each for each in moved if each.meant]
    if answers.get(MOVED) == YES:
        return mended
    known = known_keys(tables)
    keys = keys_of(_rows(listing, [], mended))
    return [each for each, key in zip(mended, keys, strict=True) if key in known]


def _rows(listing: Listing, sound: list[tuple[int, list[str]]], back: Sequence[Moved]) -> Rows:
    """Return the rows that can be read by their columns, those put back among them."""
    filled = sorted([*sound, *((each.row, each.meant or []) for each in back)])
    return [(line, dict(zip(listing.header, row, strict=False))) for line, row in filled]

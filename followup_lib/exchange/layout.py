"""Where a list begins and which rows are of it: header, rows above it, headings between rows."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from followup_lib.exchange.aliases import column_meaning, lone_meaning
from followup_lib.exchange.bytes_in import Grid
from followup_lib.exchange.kinds import DAY, EMAIL, TICK, WORDS, kind
from followup_lib.exchange.months import Month, month_above, with_months
from followup_lib.exchange.sections import (
    HEADING,
    LONGEST_HEADING,
    REPEATS,
    SECTION,
    TABLE,
    is_heading,
    section_of,
    why_no_row,
)
from followup_lib.reading.words import plain
from followup_lib.records.errors import FollowupError

HEADER_WITHIN = 20
STEPS = {"source", "target", "value"}
ABOVE, BROKEN, HERE, OTHER = "above", "broken", "here", "other"


@dataclass(frozen=True)
class Aside:
    """A row that becomes no application: its place, why, what stands in it, and which kind it is.

    `kind` is ABOVE (no row of the list), BROKEN (a comma or quotation mark moved its cells), HERE
    (in the search already), OTHER (of another table on the sheet), or "".
    """

    row: int
    why: str
    cells: list[str]
    kind: str = ""


@dataclass(frozen=True)
class Listing:
    """The rows of a list under its header; `header` names each column once.

    A row may have more cells than the header; `joint` is what stood between them. `named` tells
    whether the header is the list's own; if not, `likely` are the rows that look like one. `merged`
    are those with cells that were merged with a row above.
    """

    header: list[str]
    rows: list[tuple[int, list[str]]]
    aside: list[Aside] = field(default_factory=list)
    named: bool = True
    joint: str = ""
    likely: tuple[int, ...] = ()
    merged: tuple[int, ...] = ()


def lay_out(grid: Grid, name: str) -> Listing:
    """Find the header and pair each row with it.

    Raises `FollowupError` for a table of links between stages.
    """
    filled = [
        (line, [_clean(cell) for cell in row])
        for line, row in zip(grid.lines, grid.rows, strict=True)
        if any(row)
    ]
    if any({plain(cell) for cell in row} == STEPS for _, row in filled[:HEADER_WITHIN]):
        raise FollowupError(
            f"{name} counts steps between stages (source, target, value); it holds no list of "
            "applications. Choose the list it was made from."
        )
    joint = "" if grid.encoding == "xlsx" else grid.delimiter
    place = _header_place(filled)
    open_row = grid.lines[-1] if grid.unclosed else 0
    if place is None:
        return replace(_without_header(filled), joint=joint, merged=grid.merged)
    return replace(_under(filled, place, joint, open_row), merged=grid.merged)


def headed(listing: Listing, row: int) -> Listing:
    """Return a list without names under one of its rows, which names the columns."""
    above = [(each.row, each.cells) for each in listing.aside]
    filled = sorted([*above, *listing.rows], key=lambda pair: pair[0])
    place = next(n for n, (line, _) in enumerate(filled) if line == row)
    return replace(_under(filled, place, listing.joint), merged=listing.merged)


def _under(
    filled: list[tuple[int, list[str]]], place: int, joint: str, open_row: int = 0
) -> Listing:
    header = _once(filled[place][1])
    aside = [Aside(line, "is above the header", row, ABOVE) for line, row in filled[:place]]
    rows: list[tuple[int, list[str]]] = []
    sections: list[str] = []
    months: list[Month] = []
    section, in_table, month = "", False, month_above([row for _, row in filled[:place]], Month())
    for number, (line, row) in enumerate(filled[place + 1 :], place + 1):
        below = filled[number + 1][1] if number + 1 < len(filled) else []
        why = why_no_row(header, row, below) if len(header) > 1 else ""
        words = section_of(header, row) if why in ("", HEADING) else ""
        section, in_table = words or section, (in_table or why == TABLE) and why != REPEATS
        if line == open_row:
            why = "opens a quotation mark that never closes: the rows below are inside this one"
            aside.append(Aside(line, why, row, BROKEN))
        elif in_table:
            aside.append(Aside(line, TABLE, row, OTHER))
        elif why or words:
            aside.append(Aside(line, why or HEADING, row, ABOVE))
            month = month_above([row], month)
        else:
            rows.append((line, row + [""] * (len(header) - len(row))))
            sections.append(section)
            months.append(month)
    rows = with_months(header, rows, months)
    if any(sections):
        name = SECTION if SECTION not in header else f"{SECTION} (2)"
        header = [name, *header]
        rows = [(line, [told, *row]) for told, (line, row) in zip(sections, rows, strict=True)]
    return Listing(header, rows, aside, joint=joint)


def _without_header(filled: list[tuple[int, list[str]]]) -> Listing:
    """Return a list whose columns have numbers; comments, and a line of text above, are no rows."""
    wide = [row for _, row in filled if len([cell for cell in row if cell]) > 1]
    width = max((len(row) for row in wide), default=max((len(row) for _, row in filled), default=0))
    first = filled.index(next(pair for pair in filled if pair[1] in wide)) if wide else 0
    rows, aside = [], []
    for number, (line, row) in enumerate(filled):
        if number < first or _is_comment(row) or (wide and is_heading(row)):
            aside.append(Aside(line, "is above the list or is a comment", row, ABOVE))
        else:
            rows.append((line, row + [""] * (width - len(row))))
    likely = tuple(_likely_headings(rows))
    header = [f"Column {n + 1}" for n in range(width)]
    return Listing(header, rows, aside, named=False, likely=likely)


def _likely_headings(rows: list[tuple[int, list[str]]]) -> Iterator[int]:
    """Yield the rows that may name the columns of those below: short words, all different.

    A column below holds something else than words, or a name in the row is one we know.
    """
    for place, (line, row) in enumerate(rows[:HEADER_WITHIN]):
        below = [other for _, other in rows[place + 1 :]]
        cells = [cell for cell in row if cell]
        words = all(kind(cell) in (WORDS, TICK, "") for cell in cells)
        if not below or len(cells) < 2 or len({*cells}) < len(cells) or not words:
            continue
        if any(len(cell) > LONGEST_HEADING for cell in cells) or any(_is_said_again(row, below)):
            continue
        known = any(column_meaning(cell) for cell in cells)
        if known or any(_differs(cell, n, below) for n, cell in enumerate(row) if cell):
            yield line
            return


def _is_said_again(row: list[str], below: list[list[str]]) -> Iterator[bool]:
    """Tell of each cell whether it stands in its column below too: a value, no name of it."""
    for place, cell in enumerate(row):
        yield bool(cell) and any(place < len(other) and other[place] == cell for other in below)


def _differs(cell: str, place: int, below: list[list[str]]) -> bool:
    kinds = [kind(row[place]) for row in below if place < len(row) and row[place]]
    return bool(kinds) and all(found not in (WORDS, TICK, "") for found in kinds)


def _is_comment(row: list[str]) -> bool:
    """Tell whether a row is one text behind a "#", as in the files of programs."""
    return row[0].startswith("#") and len(row[0]) > 1 and not any(row[1:])


def _clean(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n").strip() if "\r" in cell else cell.strip()


def _header_place(filled: list[tuple[int, list[str]]]) -> int | None:
    known = [
        0
        if _is_comment(row) or _holds_values(row)
        else sum(bool(cell and (column_meaning(cell) or lone_meaning(cell))) for cell in row)
        for _, row in filled[:HEADER_WITHIN]
    ]
    best = max(known, default=0)
    if best < 2 and not (best == 1 and len([c for c in filled[known.index(1)][1] if c]) < 3):
        return None
    return known.index(best)


def _holds_values(row: list[str]) -> bool:
    """Tell whether a row holds a day or an address, which is never the name of a column."""
    return any(kind(cell) in (DAY, EMAIL) for cell in row if cell and not cell.isdecimal())


def _once(header: list[str]) -> list[str]:
    while header and not header[-1]:
        header = header[:-1]
    names: list[str] = []
    for number, title in enumerate(header, 1):
        title = title or f"Column {number}"
        names.append(title if title not in names else f"{title} ({number})")
    return names

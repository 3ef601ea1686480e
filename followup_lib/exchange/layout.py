"""Where a list begins and which rows can be trusted: header, rows above it, shifted rows."""

import re
from dataclasses import dataclass, field

from followup_lib.exchange.aliases import column_meaning
from followup_lib.exchange.bytes_in import Grid
from followup_lib.reading.words import plain
from followup_lib.records.errors import FollowupError

HEADER_WITHIN = 20
STEPS = {"source", "target", "value"}
_NOT_A_STATUS = re.compile(r"https?://\S+|www\.\S+|\S+\.(pdf|docx?)|\d{1,2}[./]\d{1,2}[./]\d{2,4}")


ABOVE, BROKEN, HERE = "above", "broken", "here"


@dataclass(frozen=True)
class Aside:
    """A row that becomes no application: its place, why, what stands in it, and which kind it is.

    `kind` is ABOVE (no row of the list), BROKEN (a comma or quotation mark moved its cells), HERE
    (in the search already), or "".
    """

    row: int
    why: str
    cells: list[str]
    kind: str = ""


@dataclass(frozen=True)
class Listing:
    """The rows of a list under its header; `header` names each column once."""

    header: list[str]
    rows: list[tuple[int, list[str]]]
    aside: list[Aside] = field(default_factory=list)
    named: bool = True


def lay_out(grid: Grid, name: str) -> Listing:
    """Find the header and pair each row with it.

    Rows longer than the header are set aside: an unquoted comma moved their cells, and they are
    never read by position. Raises `FollowupError` for a table of links between stages.
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
    place = _header_place(filled)
    if place is None:
        return _without_header(filled)
    header = _once(filled[place][1])
    aside = [Aside(line, "stands above the header", row, ABOVE) for line, row in filled[:place]]
    rows = []
    for line, row in filled[place + 1 :]:
        if grid.unclosed and line == grid.lines[-1]:
            why = "opens a quotation mark that never ends: the rows below stand in this one"
            aside.append(Aside(line, why, row, BROKEN))
        elif any(row[len(header) :]):
            why = "has more fields than the header: a comma in it probably lacks quotes"
            aside.append(Aside(line, why, row, BROKEN))
        else:
            rows.append((line, (row + [""] * len(header))[: len(header)]))
    return Listing(header, rows, aside)


def _without_header(filled: list[tuple[int, list[str]]]) -> Listing:
    """Return a list whose columns have numbers; comments, and a line of text above, are no rows."""
    wide = [row for _, row in filled if len([cell for cell in row if cell]) > 1]
    width = max((len(row) for row in wide), default=max((len(row) for _, row in filled), default=0))
    first = filled.index(next(pair for pair in filled if pair[1] in wide)) if wide else 0
    rows, aside = [], []
    for number, (line, row) in enumerate(filled):
        if number < first or row[0].startswith("#"):
            aside.append(Aside(line, "stands above the list or is a comment", row, ABOVE))
        else:
            rows.append((line, row))
    return Listing([f"Column {n + 1}" for n in range(width)], rows, aside, named=False)


def is_shifted(status: str) -> bool:
    """Tell whether a status cell holds a link, a file or a day: the row's cells have moved.

    >>> is_shifted("28.10.2025"), is_shifted("Rejected")
    (True, False)
    """
    return _NOT_A_STATUS.fullmatch(status) is not None


def _clean(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n").strip()


def _header_place(filled: list[tuple[int, list[str]]]) -> int | None:
    known = [
        sum(bool(column_meaning(cell)) for cell in row if cell) if not row[0].startswith("#") else 0
        for _, row in filled[:HEADER_WITHIN]
    ]
    best = max(known, default=0)
    if best < 2 and not (best == 1 and len([c for c in filled[known.index(1)][1] if c]) < 3):
        return None
    return known.index(best)


def _once(header: list[str]) -> list[str]:
    while header and not header[-1]:
        header = header[:-1]
    names: list[str] = []
    for number, title in enumerate(header, 1):
        title = title or f"Column {number}"
        names.append(title if title not in names else f"{title} ({number})")
    return names

"""Cells merged over several rows: what stands in the first of them holds for all."""

import io
import zipfile
from typing import NamedTuple


class Span(NamedTuple):
    """Rows that one cell of a column is merged over, both counted from 0, the last one within."""

    column: int
    first: int
    last: int


def merged_spans(data: bytes, title: str) -> list[Span]:
    """Return the cells of a sheet that are merged over several rows.

    A workbook without any is not read for it: openpyxl tells them only of one loaded as a whole.
    """
    if not _has_merged(data):
        return []
    import openpyxl

    sheet = openpyxl.load_workbook(io.BytesIO(data))[title]
    return sorted(
        Span(each.min_col - 1, each.min_row - 1, each.max_row - 1)
        for each in sheet.merged_cells.ranges
        if each.max_row > each.min_row
    )


def _has_merged(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        sheets = [part for part in packed.namelist() if part.startswith("xl/worksheets/")]
        return any(b"mergeCell " in packed.read(part) for part in sheets)


def filled_down(rows: list[list[str]], spans: list[Span]) -> tuple[list[list[str]], list[int]]:
    """Return rows with merged cells filled down, and the numbers of those that took any.

    A row without a cell of its own stays blank, and no cell that is filled is changed.

    >>> filled_down([["Hill", "Clerk"], ["", "Cook"], ["", ""]], [Span(0, 0, 2)])
    ([['Hill', 'Clerk'], ['Hill', 'Cook'], ['', '']], [1])
    """
    own = [any(row) for row in rows]
    taken = set()
    for column, first, last in spans:
        for place in range(first + 1, min(last + 1, len(rows))):
            cell = rows[first][column] if column < len(rows[first]) else ""
            if cell and own[place] and column < len(rows[place]) and not rows[place][column]:
                rows[place][column] = cell
                taken.add(place)
    return rows, sorted(taken)

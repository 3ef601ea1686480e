"""A column that names the company and the position in one cell: "Halden Freight - Dispatcher"."""

import re
from collections.abc import Mapping, Sequence
from functools import partial

from followup_lib.exchange.entries import Rows
from followup_lib.exchange.kinds import most, names_a_role

BOTH = "company_and_title"
"""The meaning of such a column."""
_JOINTS = [
    re.compile(joint) for joint in (r"\s+[-–—]+\s+", r"\s*[/|]\s*", r"\s+(?:@|at)\s+", r",\s+")
]
"""What stands between the two, the clearest first."""
_LEGAL = re.compile(r"(?:inc|llc|ltd|corp)\b|co(?:[.,]|\s*$)", re.IGNORECASE)
"""What belongs to the name before a comma: "Hill, Inc."; a "Co Manager" is a position."""

_TITLE_FIRST = re.compile(r"\W*(?:job|position|role|title|vacancy|opening)", re.IGNORECASE)


def both_apart(rows: Rows, meanings: Mapping[str, str]) -> dict[str, str]:
    """Give the rows a cell for the company and one for the position; return all the meanings.

    Where to split is what most of the column's cells tell, any joint only where they tell none; a
    cell that does not come apart so is the company. Which of the two comes first is told by words
    of trades, else by the heading.
    """
    apart = dict(meanings)
    for header in [header for header, meaning in meanings.items() if meaning == BOTH]:
        title_first = _TITLE_FIRST.match(header) is not None
        halves = split([cells[header] for _, cells in rows], title_first=title_first)
        first, second = (f"{header} (company)", f"{header} (position)")
        for (_, cells), (company, title) in zip(rows, halves, strict=True):
            cells[first], cells[second] = company, title
        del apart[header]
        apart |= {first: "company", second: "job_title"}
    return apart


def comes_apart(cells: Sequence[str]) -> bool:
    """Tell whether most cells of a column hold two names.

    >>> comes_apart(["Halden Freight - Dispatcher", "Hill"]), comes_apart(["Ames - Clerk"])
    (False, True)
    """
    return bool(_usual(cells))


def split(cells: Sequence[str], *, title_first: bool = False) -> list[tuple[str, str]]:
    """Return the company and the position of each cell.

    >>> split(["Halden Freight - Dispatcher", "Coe-Reed - Cook", "Hill"])
    [('Halden Freight', 'Dispatcher'), ('Coe-Reed', 'Cook'), ('Hill', '')]
    """
    joints = _usual([cell for cell in cells if cell]) or _JOINTS
    halves = [_halves(cell, joints) for cell in cells]
    jobs = [sum(names_a_role(pair[place]) for pair in halves) for place in (0, 1)]
    turned = jobs[0] > jobs[1] or (title_first and jobs[0] == jobs[1])
    return [(pair[1], pair[0]) if turned and pair[1] else pair for pair in halves]


def _usual(cells: Sequence[str]) -> list[re.Pattern[str]]:
    """Return what parts most of the cells, the clearest first."""
    return [joint for joint in _JOINTS if most(cells, partial(_comes_apart, joint=joint))]


def _comes_apart(cell: str, joint: re.Pattern[str]) -> bool:
    return bool(_halves(cell, [joint])[1])


def _halves(cell: str, joints: Sequence[re.Pattern[str]]) -> tuple[str, str]:
    """Return what is before and behind the first joint, never within the name of a company."""
    for joint in joints:
        for found in joint.finditer(cell):
            first, second = cell[: found.start()], cell[found.end() :]
            if first.strip() and second.strip() and not _LEGAL.match(second):
                return first, second
    return cell, ""

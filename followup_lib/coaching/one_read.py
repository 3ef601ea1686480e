"""The same table of several searches read in one go: thousands of small files cost one read each.

Between two files stands a row of one sign that is in neither. A quote that one of them leaves open
would swallow it, so the rows are told apart only when every such row came out again.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import pandas as pd

from followup_lib.records.errors import FollowupError
from followup_lib.store.cells import read_cells

BETWEEN = "\x1e"


def cells_at_once(name: str, files: Mapping[Path, bytes]) -> dict[Path, pd.DataFrame]:
    """Return the cells of table `name`, as `read_cells` does, of each search that can be so read.

    Those with the same first line are read together. Who is not in the result is read alone.
    """
    alike: dict[bytes, dict[Path, bytes]] = {}
    for folder, data in files.items():
        first, _, rows = data.partition(b"\n")
        if b'"' not in first and BETWEEN.encode() not in data:
            alike.setdefault(first.strip(b"\r"), {})[folder] = rows
    return dict(pair for first, bodies in alike.items() for pair in _apart(name, first, bodies))


def _apart(
    name: str, first: bytes, bodies: Mapping[Path, bytes]
) -> Iterator[tuple[Path, pd.DataFrame]]:
    ended = (rows if rows.endswith(b"\n") or not rows else rows + b"\n" for rows in bodies.values())
    try:
        data = first + b"\n" + f"{BETWEEN}\n".encode().join(ended)
        table = read_cells(name, data, "")
    except FollowupError:
        return
    ends = np.flatnonzero((table.iloc[:, 0] == BETWEEN).to_numpy())
    if len(ends) == len(bodies) - 1:
        starts = [0, *(ends + 1)]
        for folder, start, end in zip(bodies, starts, [*ends, len(table)], strict=True):
            yield folder, table.iloc[start:end]

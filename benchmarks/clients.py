"""The list of 200 clients with 100 applications each, against a raw read of the same files.

    python3 benchmarks/clients.py

Prints the processor seconds of both, taking turns in one run, and the ratio: the aim is at most 3.
What the list does beside reading each file once is one check of all rows and one plan of all
applications.
"""

import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from followup_lib.coaching.clients import clients, searches_in
from followup_lib.store.csv import read_tables
from followup_lib.store.csv_out import write_csv
from followup_lib.store.search import SAMPLE

CLIENTS, COPIES, ROUNDS = 200, 4, 5


def make(home: Path, clients: int = CLIENTS) -> None:
    """Write the searches: the sample's 25 applications four times over, for each client."""
    first = home / "0000"
    shutil.copytree(SAMPLE, first)
    tables = read_tables(SAMPLE)
    for name, columns in {
        "applications": ["application_id"],
        "timeline": ["application_id", "event_id", "refers_to"],
    }.items():
        table = getattr(tables, name)
        parts = [table]
        for copy in range(1, COPIES):
            marked = {c: (table[c] + f"-{copy}").where(table[c] != "", "") for c in columns}
            parts.append(table.assign(**marked))
        (first / f"{name}.csv").write_bytes(write_csv(pd.concat(parts)))
    for number in range(1, clients):
        shutil.copytree(first, home / f"{number:04d}")


def seconds(act: Callable[[], object]) -> float:
    """Return the processor seconds one call takes."""
    start = time.process_time()
    act()
    return time.process_time() - start


def raw(home: Path) -> None:
    """Read every table with pandas and do nothing else."""
    for path in sorted(home.glob("*/*.csv")):
        pd.read_csv(path, dtype=str, keep_default_na=False)


def main() -> None:
    """Measure both by turns and print the shortest of each."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        make(home)
        today = read_tables(SAMPLE).settings.today
        assert today is not None
        times = [
            (
                seconds(lambda: raw(home)),
                seconds(lambda: clients(searches_in(home), lambda _: today)),
            )
            for _ in range(ROUNDS)
        ]
    plain, ours = (min(column) for column in zip(*times, strict=True))
    print(f"raw read {plain:.2f} s, list {ours:.2f} s, ratio {ours / plain:.1f}")


if __name__ == "__main__":
    main()

"""How long one logged edit takes, against pandas writing the same file to the disk.

    python benchmarks/edits.py [--profile]

Prints one line per size: seconds of `to_csv` and `fsync` of the timeline, of an edit as a page
makes it (the page has read the search before), of one in a new process, and their ratios. At
10,000 applications the aim is at most 2 for a page. Each figure is the shortest of several runs.
"""

import argparse
import cProfile
import datetime as dt
import os
import pstats
import tempfile
import time
from pathlib import Path

from plan import write_search

from followup_lib.records import edits
from followup_lib.records.tables import Tables
from followup_lib.store.search import JobSearch

DAY = dt.date(2026, 3, 16)
SIZES = (100, 1_000, 10_000)
TIMES = 7


def log(tables: Tables) -> Tables:
    """Log one letter."""
    return edits.log(tables, "job-5", "wrote", DAY, channel="email", situation="no_date_given")


def raw(tables: Tables, path: Path) -> float:
    """Return the seconds pandas takes to write the timeline and the system to sync it."""
    start = time.perf_counter()
    with path.open("w", encoding="utf-8", newline="") as file:
        tables.timeline.to_csv(file, index=False)
        file.flush()
        os.fsync(file.fileno())
    return time.perf_counter() - start


def edit(search: JobSearch, *, known: bool) -> float:
    """Return the seconds one edit takes; `known`: the search was read before, as a page does."""
    if known:
        search.read()
    start = time.perf_counter()
    search.edit("wrote", log)
    return time.perf_counter() - start


def main() -> None:
    """Measure each size and print a line for it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--profile", action="store_true", help="print the slowest functions")
    options = parser.parse_args()
    print("applications   pandas    page  ratio     new  ratio")
    for n in SIZES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_search(folder, n)
            search = JobSearch(folder)
            search.edit("the first", log)
            tables = search.read()
            times = [  # interleaved, so that a busy machine slows all three alike
                (
                    raw(tables, folder / "raw.txt"),
                    edit(search, known=True),
                    edit(JobSearch(folder), known=False),
                )
                for _ in range(TIMES)
            ]
            pandas, page, new = (min(column) for column in zip(*times, strict=True))
            ratios = f"{page:6.3f} s{page / pandas:6.1f}{new:6.3f} s{new / pandas:6.1f}"
            print(f"{n:12,}{pandas:7.3f} s{ratios}")
            if options.profile and n == SIZES[-1]:
                search.read()
                profile = cProfile.Profile()
                profile.runcall(edit, search, known=True)
                pstats.Stats(profile).sort_stats("cumulative").print_stats(40)


if __name__ == "__main__":
    main()

"""Several programs that edit one search at once: how long an edit takes, and that none is lost.

    python benchmarks/load.py [APPLICATIONS] [EDITS]

Prints the median second of pandas writing and syncing the timeline alone, that of an edit by each
of four processes at once (as a page makes it), their ratio by turns, how many edits were refused
after waiting ten seconds, and how many of those acknowledged are there. The aim at 10,000
applications: a median of at most 1.5 for each one in line, none refused, none lost.
"""

import multiprocessing
import statistics
import sys
import tempfile
import time
from pathlib import Path

from edits import log, raw
from plan import write_search

from followup_lib.records.errors import FollowupError
from followup_lib.store.search import JobSearch

PROCESSES = 4


def edit_often(folder: Path, number: int) -> tuple[list[float], int]:
    """Edit a search so often; return the seconds of each edit, and how many were refused."""
    search, seconds, refused = JobSearch(folder), [], 0
    search.read()
    for _ in range(number):
        start = time.perf_counter()
        try:
            search.edit("log a letter", log)
        except FollowupError:
            refused += 1
        else:
            seconds.append(time.perf_counter() - start)
    return seconds, refused


def main(applications: int = 10_000, number: int = 250) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "search"
        folder.mkdir()
        write_search(folder, applications)
        search = JobSearch(folder)
        tables = search.read()
        before = len(tables.timeline)
        alone = statistics.median(raw(tables, Path(place) / "raw.csv") for _ in range(9))
        one = statistics.median(edit_often(folder, 9)[0])
        context = multiprocessing.get_context("spawn")
        with context.Pool(PROCESSES) as pool:
            made = pool.starmap(edit_often, [(folder, number)] * PROCESSES)
        seconds = [each for of_one, _ in made for each in of_one]
        there = len(search.read().timeline) - before - 9
        median, refused = statistics.median(seconds), sum(no for _, no in made)
        print(f"{applications:,} applications: raw {alone:.3f} s, one edit {one:.3f} s")
        print(
            f"{PROCESSES} × {number} at once: median {median:.3f} s, of one in line "
            f"{median / PROCESSES / alone:.2f} × raw; alone {one / alone:.2f} × raw; "
            f"refused {refused}, acknowledged {len(seconds)}, there {there}"
        )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

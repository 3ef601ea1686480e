"""The roll-up of 100, 1,000 and 3,000 clients with 100 applications each.

    python3 benchmarks/rollup.py [CLIENTS ...]

Prints a line for each size: processor seconds of a raw read of the same files and of the roll-up
in one process, and their ratio (the aim is at most 2.5); seconds of the clock with one process
and with two (the aim is 1.7 times as fast); and the most memory, of this process and of the two
others together (the aim is 400 MB, whatever the size). The last line says by which power of the
number of clients the processor time grows (the aim is at most 1.05).
"""

import math
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.clients import make, raw
from followup_lib.app.workspace import current_day
from followup_lib.coaching.clients import searches_in
from followup_lib.coaching.cores import on_all_cores
from followup_lib.coaching.rollup import Counting, one_by_one, roll_up

SIZES = (100, 1_000, 3_000)


def grow(home: Path, n: int) -> None:
    """Add clients, equal but for their folders, until there are n."""
    for number in range(len(list(home.iterdir())), n):
        shutil.copytree(home / "0000", home / f"{number:04d}")


def count(home: Path, counting: Counting) -> None:
    """Make the roll-up; the sample has its own day."""
    roll_up(searches_in(home), partial(current_day, today=None), counting)


def seconds(act: Callable[[], object]) -> tuple[float, float]:
    """Return the processor seconds of this process and those of the clock that a call takes."""
    busy, clock = time.process_time(), time.perf_counter()
    act()
    return time.process_time() - busy, time.perf_counter() - clock


def peak(whose: int) -> float:
    """Return the most memory that a process had, in MB."""
    return resource.getrusage(whose).ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)


def main() -> None:
    """Measure each size and print a line for it."""
    sizes = [*map(int, sys.argv[1:])] or SIZES
    took = []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        make(home, 1)
        count(home, one_by_one)
        for n in sizes:
            grow(home, n)
            # Two first: the peak of this process is then that of the one that waits for them.
            _, two = seconds(lambda: count(home, partial(on_all_cores, cores=2)))
            memory = peak(resource.RUSAGE_SELF) + 2 * peak(resource.RUSAGE_CHILDREN)
            plain, _ = seconds(lambda: raw(home))
            ours, one = seconds(lambda: count(home, one_by_one))
            took.append(ours)
            print(
                f"{n:6,} clients: raw read {plain:.1f} s, roll-up {ours:.1f} s, ratio "
                f"{ours / plain:.2f}; clock {one:.1f} s, with two processes {two:.1f} s, "
                f"{one / two:.2f} times as fast; at most {memory:.0f} MB",
                flush=True,
            )
    if len(sizes) > 1:
        power = math.log(took[-1] / took[0]) / math.log(sizes[-1] / sizes[0])
        print(f"power {power:.3f}")


if __name__ == "__main__":
    main()

"""How long bringing in a list of 10,000 rows takes, against plain readers of the same file.

    python benchmarks/imports.py [--profile]

Prints one line: seconds of `pandas.read_csv`, of the same with each day parsed by dateutil, of
reading the list (bytes to preview), of adding its rows to the tables, and how many times the first
and the second our two take. All take turns, and the shortest of several rounds counts.
`benchmarks/edits.py` measures a logged edit.
"""

import argparse
import cProfile
import datetime as dt
import io
import pstats
import time
from collections.abc import Callable

import numpy as np
import pandas as pd
from dateutil.parser import parse

from followup_lib.exchange.bytes_in import read_grid
from followup_lib.exchange.importing import add_entries, preview
from followup_lib.exchange.layout import lay_out
from followup_lib.exchange.preview import Preview
from followup_lib.records.tables import COLUMNS, Tables, empty_table

TODAY = dt.date(2026, 3, 16)
ROWS = 10_000
ROUNDS = 5
EMPTY = Tables(**{name: empty_table(name) for name in COLUMNS})


def invented_list(n: int) -> bytes:
    """Return a list of n invented applications as people keep them: eight columns, US days."""
    rng = np.random.default_rng(n)
    days = np.datetime64("2025-03-16") + rng.integers(0, 360, n)
    number = pd.Series(np.arange(n)).astype(str)
    rows = pd.DataFrame(
        {
            "Company": "Firm " + number,
            "Job Title": rng.choice(["Payroll Analyst", "Clerk", "Editor"], n),
            "Date Applied": pd.Series(days).dt.strftime("%m/%d/%Y"),
            "Status": rng.choice(["Applied", "Interview", "Rejected", "No Response"], n),
            "Location": rng.choice(["Trenton, NJ", "Remote"], n),
            "Link": "https://firm.example/" + number,
            "Salary": rng.choice(["$61,000", ""], n),
            "Notes": rng.choice(["", "kind people", "asked for a sample"], n),
        }
    )
    return rows.to_csv(index=False).encode()


def seen(data: bytes) -> Preview:
    """Read the list as far as the preview."""
    return preview(lay_out(read_grid(data, "list.csv"), "list.csv"), EMPTY, TODAY, {}, {})


def parsed(data: bytes) -> pd.DataFrame:
    """Read the list as somebody would who writes the few lines themselves."""
    rows = pd.read_csv(io.BytesIO(data), dtype=str)
    return rows.assign(**{"Date Applied": [parse(cell) for cell in rows["Date Applied"]]})


def seconds(work: Callable[[], object]) -> float:
    """Return how long something takes, in seconds of the processor."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Measure and print a line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--profile", action="store_true", help="print the slowest functions")
    options = parser.parse_args()
    data = invented_list(ROWS)
    read = seen(data)
    times = [
        (
            seconds(lambda: pd.read_csv(io.BytesIO(data), dtype=str)),
            seconds(lambda: parsed(data)),
            seconds(lambda: seen(data)),
            seconds(lambda: add_entries(EMPTY, read)),
        )
        for _ in range(ROUNDS)
    ]
    pandas, dated, reading, adding = (min(column) for column in zip(*times, strict=True))
    print("  rows  read_csv  with days  preview   adding    ratios")
    ours = reading + adding
    print(
        f"{ROWS:6,}{pandas:8.3f} s{dated:9.3f} s{reading:7.3f} s{adding:7.3f} s"
        f"{ours / pandas:6.0f}{ours / dated:5.1f}"
    )
    if options.profile:
        profile = cProfile.Profile()
        profile.runcall(lambda: add_entries(EMPTY, seen(data)))
        pstats.Stats(profile).sort_stats("tottime").print_stats(30)


if __name__ == "__main__":
    main()

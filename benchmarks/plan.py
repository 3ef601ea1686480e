"""How long reading, checking and deciding take, against pandas reading the same files.

    python benchmarks/plan.py [--million] [--profile]

Prints one line per size: seconds of `pandas.read_csv`, of our reading and checking, of the plan;
how many times the first the other two take (at most 3 is the aim at 100,000 applications); and
what one application more costs. The three take turns, and the shortest of seven rounds counts.
"""

import argparse
import cProfile
import datetime as dt
import pstats
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from followup_lib.advice.plan import plan
from followup_lib.store.csv import read_tables

TODAY = dt.date(2026, 3, 16)
SIZES = (1_000, 10_000, 100_000)
ROUNDS = 7
STORIES = (
    "applied",
    "applied interview thanked",
    "applied interview they_promised thanked",
    "applied interview they_promised thanked wrote",
    "applied interview they_promised thanked wrote heard_back",
    "applied screen interview final_interview thanked",
    "applied screen interview i_promised thanked",
    "applied interview thanked rejected",
    "applied interview interview_planned",
    "applied interview on_hold",
)
"""What happens in an application, in order; each row of the timeline is a few days later."""


def write_search(folder: Path, n: int) -> None:
    """Write a search of n invented applications, about five rows of the timeline for each."""
    rng = np.random.default_rng(n)
    ids = pd.Series(np.arange(n)).astype(str)
    names = "Ms. Ortiz " + ids
    applications = pd.DataFrame(
        {
            "application_id": "job-" + ids,
            "company": "Firm " + ids,
            "job_title": "payroll analyst",
            "contact_name": names,
            "contact_email": "ortiz" + ids + "@firm.example",
            "preferred_contact": rng.choice(["email", "phone", ""], n),
        }
    )
    told = pd.Series(rng.choice(STORIES, n)).str.split().explode()
    step = told.groupby(level=0).cumcount().to_numpy()
    first = rng.integers(20, 60, n)[told.index]
    on = np.datetime64(TODAY) - first + step * rng.integers(1, 8, len(told))
    promised = told.isin(["they_promised", "i_promised", "interview_planned"]).to_numpy()
    due = np.where(promised, (on + rng.integers(1, 15, len(told))).astype(str), "")
    timeline = pd.DataFrame(
        {
            "event_id": [f"e{number:07d}" for number in range(len(told))],
            "application_id": applications["application_id"].to_numpy()[told.index],
            "on": on.astype(str),
            "event": told.to_numpy(),
            "due_on": due,
            "who": names.to_numpy()[told.index],
            "channel": "email",
            "situation": np.where(told == "wrote", "their_date_passed", ""),
            "said": np.where(promised, "by the end of the week", ""),
        }
    )
    applications.to_csv(folder / "applications.csv", index=False)
    timeline.to_csv(folder / "timeline.csv", index=False)


def seconds(*works: Callable[[], Any], rounds: int) -> list[float]:
    """Return for each work its shortest time, in seconds, the works taking turns in each round."""
    shortest = [float("inf")] * len(works)
    for _ in range(rounds):
        for place, work in enumerate(works):
            start = time.perf_counter()
            work()
            shortest[place] = min(shortest[place], time.perf_counter() - start)
    return shortest


def read_with_pandas(folder: Path) -> None:
    """Read the same files with nothing but pandas."""
    for name in ("applications", "timeline"):
        pd.read_csv(folder / f"{name}.csv")


def main() -> None:
    """Measure each size and print a line for it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--million", action="store_true", help="also 1,000,000 applications")
    parser.add_argument("--profile", action="store_true", help="print the slowest functions")
    options = parser.parse_args()
    print("applications   pandas     read     plan   ratio   one application more")
    before = (0, 0.0)
    for n in (*SIZES, *([1_000_000] if options.million else [])):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_search(folder, n)
            tables = read_tables(folder)
            pandas, read, decide = seconds(
                partial(read_with_pandas, folder),
                partial(read_tables, folder),
                partial(plan, tables, TODAY),
                rounds=ROUNDS if n < 1_000_000 else 1,
            )
        total = read + decide
        each = (total - before[1]) / (n - before[0]) * 1e6
        before = (n, total)
        times = f"{pandas:7.3f} s{read:7.3f} s{decide:7.3f} s"
        print(f"{n:12,}{times}{total / pandas:8.1f}{each:12.1f} µs")
        if options.profile and n == SIZES[-1]:
            profile = cProfile.Profile()
            profile.runcall(plan, tables, TODAY)
            pstats.Stats(profile).sort_stats("cumulative").print_stats("followup_lib", 40)


if __name__ == "__main__":
    main()

"""The roll-up on all cores of this computer."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from os import cpu_count
from pathlib import Path

from followup_lib.coaching.clients import DayOf
from followup_lib.coaching.rollup import Part, one_by_one, part_of
from followup_lib.records.errors import FollowupError

FEW = 8
"""Up to so many lists are counted in this process: to start others would take longer."""
MOST = 61
"""Processes that Windows lets one wait for."""


def on_all_cores(
    lists: list[list[Path]], day_of: DayOf, *, cores: int | None = None
) -> Iterator[Part]:
    """Count the searches of each list, as many lists at once as there are cores.

    The processes are started afresh, the same on every system, so `day_of` must be a function of
    a module, or a `partial` of one. Raises `FollowupError` when the system ends one of them.
    """
    cores = min(cores or cpu_count() or 1, len(lists), MOST)
    if cores == 1 or len(lists) <= FEW:
        yield from one_by_one(lists, day_of)
        return
    pool = ProcessPoolExecutor(cores, mp_context=get_context("spawn"))
    try:
        for done in as_completed([pool.submit(part_of, each, day_of) for each in lists]):
            yield done.result()
    except BrokenProcessPool as error:
        raise FollowupError(
            "The system ended one of the processes that read the searches, most likely because "
            "memory ran out. No search was changed: close other programs and try again."
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)

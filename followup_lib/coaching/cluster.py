"""The roll-up on several computers, by Dask: their folders are on a file system they share."""

from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from followup_lib.coaching.clients import Client, DayOf
from followup_lib.coaching.rollup import Part, part_of
from followup_lib.records.errors import FollowupError

PATIENCE = 30
"""Seconds until a scheduler that does not answer, or one without workers, is given up."""


class Cluster:
    """Counts on the workers of the Dask scheduler at `address`, such as tcp://10.0.0.5:8786."""

    def __init__(self, address: str, patience: float = PATIENCE) -> None:
        self.address, self.patience = address, patience

    def __call__(self, lists: list[list[Path]], day_of: DayOf) -> Iterator[Part]:
        """Count the searches of each list; what a lost worker had begun, another one does.

        A list during which worker after worker died is told as not read. Raises `FollowupError`
        when nobody answers, no worker is there (any more), or one lacks the workbook.
        """
        with _client(self.address, self.patience) as client:
            futures = [client.submit(part_of, folders, day_of, pure=False) for folders in lists]
            left = dict(zip(futures, lists, strict=True))
            while left:
                for future in self._done(client, list(left)):
                    yield self._part(future, left.pop(future))

    def _done(self, client: Any, futures: list[Any]) -> Any:
        """Return the futures that are done; raises `FollowupError` when none can be."""
        from distributed import wait

        try:
            return wait(futures, timeout=self.patience, return_when="FIRST_COMPLETED").done
        except TimeoutError:
            if not client.scheduler_info()["workers"]:
                raise self._lost("has no worker; start one there with “dask worker”") from None
            return ()
        except CancelledError:
            raise self._lost("ended, or its connection broke; start it") from None

    def _part(self, future: Any, folders: list[Path]) -> Part:
        from distributed import KilledWorker

        error = future.exception()
        if isinstance(error, KilledWorker):
            why = "The computers that read it stopped; try again, or look at it there."
            return Part([], [], [Client(path, path.name, problem=why) for path in folders])
        if error is not None:
            raise self._lost(f"has a worker that failed ({error}); install the same workbook there")
        part: Part = future.result()
        return part

    def _lost(self, why: str) -> FollowupError:
        return FollowupError(
            f"The scheduler at {self.address} {why} and try again. No search was changed; without "
            "--scheduler this computer counts alone."
        )


@contextmanager
def _client(address: str, patience: float) -> Iterator[Any]:
    """Connect to a scheduler; raises `FollowupError` when Dask is missing or nobody answers."""
    try:
        from distributed import Client as Connection
    except ImportError as error:
        raise FollowupError(
            "Counting on several computers needs Dask, which is not installed here: "
            "pip install 'followup-workbook[office]', or leave --scheduler out."
        ) from error
    try:
        connection = Connection(address, timeout=patience)
    except (OSError, ValueError, TypeError) as error:
        raise FollowupError(
            f"Nobody answers at {address}: type the address as “dask scheduler” prints it, such "
            "as tcp://10.0.0.5:8786, and check that it runs; or leave --scheduler out."
        ) from error
    with connection:
        yield connection

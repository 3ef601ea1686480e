"""Killed, crowded, full, read-only: every edit that was acknowledged is there, every file reads."""

import datetime as dt
import os
import random
import select
import shutil
import signal
import subprocess
import sys
import time
from multiprocessing import get_context
from pathlib import Path

import filelock
import pytest

from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import Tables
from followup_lib.store.csv import read_files
from followup_lib.store.new_search import create_search
from followup_lib.store.search import JobSearch

DAY = dt.date(2026, 3, 5)
posix_only = pytest.mark.skipif(os.name != "posix", reason="this system forks no processes")


@pytest.fixture
def search(tmp_path: Path) -> JobSearch:
    """Return a search with one application."""
    made = create_search(tmp_path / "Noor", name="Noor Haddad")
    made.edit("add", lambda t: edits.add_application(t, company="Acme", job_title="Clerk")[0])
    return made


def log(search: JobSearch, note: str) -> None:
    """Log a letter that can be told from all others."""
    search.edit(note, lambda tables: edits.log(tables, "acme-clerk", "wrote", DAY, note=note))


def add(search: JobSearch, note: str) -> None:
    """Log a letter and add an application: two files change."""

    def change(tables: Tables) -> Tables:
        tables = edits.log(tables, "acme-clerk", "wrote", DAY, note=note)
        return edits.add_application(tables, company=note, job_title="Editor")[0]

    search.edit(note, change)


def notes(search: JobSearch) -> set[str]:
    """Return the letters that are there."""
    return set(search.read().timeline["note"])


def seconds_of_an_edit(search: JobSearch) -> float:
    """Return how long one edit takes here and now, so that kills meet every part of it."""
    times = []
    for number in range(3):
        start = time.perf_counter()
        log(search, f"warm {number}")
        times.append(time.perf_counter() - start)
    return min(times)


def kill_at_random(search: JobSearch, number: int, delay: float) -> set[str]:
    """Fork a child that edits until it is killed; return the edits it acknowledged."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        for step in range(100):
            note = f"kill {number} step {step}"
            (add if step == 1 else log)(search, note)
            os.write(write, f"{note}\n".encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as lines:
        select.select([], [], [], delay)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return {line.decode().strip() for line in lines if line.endswith(b"\n")}


@posix_only
@pytest.mark.parametrize(
    "kills", [pytest.param(25, id="few"), pytest.param(300, id="many", marks=pytest.mark.slow)]
)
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_every_acknowledged_edit_survives_a_kill(search: JobSearch, kills: int) -> None:
    """A child killed at a random moment: what it acknowledged is there, and every file reads.

    Twenty-five kills in the quick tests, three hundred among the slow ones. Every fifty the search
    starts small again, so that an edit stays quick.
    """
    chance = random.Random(kills)
    pace = seconds_of_an_edit(search)
    small = shutil.copytree(search.folder, search.folder.with_name("small"))
    acknowledged: set[str] = set()
    total = 0
    for number in range(kills):
        if number % 50 == 0:
            shutil.rmtree(search.folder)
            shutil.copytree(small, search.folder)
            acknowledged = set()
        new = kill_at_random(search, number, chance.uniform(0, 3 * pace))
        acknowledged |= new
        total += len(new)
        assert acknowledged <= notes(search)
    log(search, "after the last kill")
    assert acknowledged <= notes(search)
    assert all(state.read() for state in search.backups.states())
    assert not list(search.backups.folder.glob("*.new"))
    assert total > kills / 10, "the children were killed before they could do anything"


def edit_many(folder: Path, who: int, count: int) -> None:
    """Make edits in a process of its own; one that finds no turn is made again, as it is told."""
    search = JobSearch(folder)
    for number in range(count):
        done = False
        while not done:
            try:
                log(search, f"{who} {number}")
                done = True
            except FollowupError as error:
                if "being saved by another window" not in str(error):
                    raise


@posix_only
@pytest.mark.parametrize(
    "count", [pytest.param(5, id="few"), pytest.param(100, id="many", marks=pytest.mark.slow)]
)
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_four_processes_lose_nothing(search: JobSearch, count: int) -> None:
    """Four processes edit one search at once: every edit is present, once."""
    fork = get_context("fork")
    workers = [fork.Process(target=edit_many, args=(search.folder, who, count)) for who in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0, 0, 0, 0]
    assert len(search.read().timeline) == 4 * count
    assert notes(search) == {f"{who} {number}" for who in range(4) for number in range(count)}


def test_a_disk_that_fills_up(tiny_disk: Path) -> None:
    """Edits until the disk is full: then a sentence, the files as they were, and undo works."""
    search = create_search(tiny_disk / "Noor", name="Noor Haddad")
    search.edit("add", lambda t: edits.add_application(t, company="Acme", job_title="Clerk")[0])
    done: list[str] = []
    before: list[dict[str, bytes]] = []

    def fill() -> None:
        for number in range(100):
            before.append(read_files(search.folder))
            log(search, f"{number} " + "x" * 3000)
            done.append(str(number))

    with pytest.raises(FollowupError, match=r"could not be written \(No space left on device\)"):
        fill()
    assert len(done) > 3
    assert read_files(search.folder) == before[-1]
    assert len(search.read().timeline) == len(done)
    shutil.rmtree(search.backups.states()[0].folder)
    assert search.undo() == f"{done[-1]} " + "x" * 3000


def test_a_lock_left_by_a_dead_process_stops_nobody(search: JobSearch) -> None:
    """A process that died while it held the lock leaves a file, and the next edit goes on."""
    code = (
        "import os, filelock\n"
        f"filelock.FileLock({str(search.workbook / 'lock')!r}).acquire()\n"
        "os._exit(1)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 1
    assert (search.workbook / "lock").exists()
    log(search, "after")
    assert notes(search) == {"after"}


def test_a_file_held_open_is_a_sentence(search: JobSearch, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that replaces no open file (Windows): a sentence, and the old file is whole."""
    before = read_files(search.folder)
    real = os.replace

    def refuse(source: object, target: object) -> None:
        if str(target).endswith("timeline.csv"):
            raise PermissionError(13, "The file is open in another program")
        real(source, target)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(FollowupError, match="close it in other programs"):
        add(search, "Hill")
    monkeypatch.undo()
    assert read_files(search.folder) == before
    log(search, "after")
    assert notes(search) == {"after"}


def test_a_disk_without_locks_is_a_sentence(
    search: JobSearch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A network drive that knows no locks: a sentence says to keep the search elsewhere."""

    def unknown(*_: object, **__: object) -> None:
        raise NotImplementedError

    monkeypatch.setattr(filelock.FileLock, "acquire", unknown)
    with pytest.raises(FollowupError, match="cannot lock files"):
        log(search, "x")

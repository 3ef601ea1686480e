"""The roll-up in parts: on one core, on all, or on several computers, the numbers are the same."""

import datetime as dt
import os
import signal
import sys
from functools import partial
from pathlib import Path

import pytest

from followup_lib.app.workspace import same_day
from followup_lib.cli import main
from followup_lib.coaching import cores
from followup_lib.coaching.clients import searches_in
from followup_lib.coaching.cluster import Cluster
from followup_lib.coaching.cores import on_all_cores
from followup_lib.coaching.rollup import RollUp, merged, part_of, roll_up
from followup_lib.coaching.rollup_words import as_csv
from followup_lib.records.errors import FollowupError
from followup_lib.store.new_search import practice_copy
from followup_lib.store.search import JobSearch

DAY = same_day(dt.date(2026, 3, 16))


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    """Return the folders of four searches, one of which cannot be read."""
    for name in ("Ann", "Ben", "Cleo", "Dan"):
        practice_copy(tmp_path / name).set_settings("seeker", name=name)
    (tmp_path / "Cleo" / "timeline.csv").write_bytes(b"")
    return searches_in(tmp_path)


def told_of(made: RollUp) -> tuple[bytes, int, int | None, list[str]]:
    """Return all that a roll-up says."""
    named = [client.name for client in made.unread]
    return as_csv(made), len(made.waits.rows), made.waits.median, named


def test_parts_in_any_order_make_the_whole(folders: list[Path]) -> None:
    """Counted one by one and merged backward, every number is that of all read together."""
    parts = [part_of([folder], DAY) for folder in folders]
    whole = told_of(merged([part_of(folders, DAY)]))
    assert told_of(merged(reversed(parts))) == whole
    assert whole[-1] == ["Cleo"]


def test_progress_counts_every_search(folders: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """What is heard on the way ends with all of them, those not read too."""
    monkeypatch.setattr("followup_lib.coaching.rollup.AT_ONCE", 3)
    heard: list[tuple[int, int]] = []
    roll_up(folders, DAY, told=lambda done, of: heard.append((done, of)))
    assert heard == [(3, 4), (4, 4)]


def test_an_open_quote_stays_in_its_own_search(folders: list[Path]) -> None:
    """A file that a quote leaves open is named, and swallows no row of the next one."""
    before = told_of(roll_up(folders, DAY))
    path = folders[0] / "timeline.csv"
    path.write_bytes(path.read_bytes() + b'e999,"open\n')
    made = roll_up(folders, DAY)
    assert [client.name for client in made.unread] == ["Ann", "Cleo"]
    assert as_csv(made).splitlines()[1:3] == before[0].splitlines()[2:4]


def test_lines_in_a_cell_are_no_rows(folders: list[Path]) -> None:
    """A note of several lines, and a file without its last line end, change no count."""
    before = told_of(roll_up(folders, DAY))
    JobSearch(folders[0]).edit(
        "note",
        lambda tables: tables.__class__(
            **{**vars(tables), "timeline": tables.timeline.assign(note="one\ntwo, “three”\n")}
        ),
    )
    path = folders[1] / "applications.csv"
    path.write_bytes(path.read_bytes().rstrip(b"\r\n"))
    assert told_of(roll_up(folders, DAY)) == before


def test_without_dask_a_sentence_says_what_to_install(
    folders: list[Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--scheduler` on a computer without the extra writes nothing and names the extra."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    file = folders[0].parent / "r.csv"
    where = ["--folder", str(folders[0].parent), "--scheduler", "tcp://127.0.0.1:1"]
    assert main(["rollup", str(file), *where]) == 2
    assert "followup-workbook[office]" in capsys.readouterr().err
    assert not file.exists()


@pytest.mark.slow
def test_two_processes_count_the_same(folders: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """On two cores every number is that of one."""
    monkeypatch.setattr(cores, "FEW", 0)
    monkeypatch.setattr("followup_lib.coaching.rollup.AT_ONCE", 1)
    made = roll_up(folders, DAY, partial(on_all_cores, cores=2))
    assert told_of(made) == told_of(roll_up(folders, DAY))


@pytest.mark.slow
@pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)
def test_a_worker_that_dies_takes_no_client_along(
    folders: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of two workers is killed midway: all are counted; then nobody answers, in a sentence."""
    from distributed import LocalCluster

    monkeypatch.setattr("followup_lib.coaching.rollup.AT_ONCE", 1)
    wanted = told_of(roll_up(folders, DAY))
    killed: list[int] = []
    with LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
    ) as here:

        def kill_one(done: int, of: int) -> None:
            if not killed:
                killed.append(next(iter(here.workers.values())).pid)
                os.kill(killed[0], signal.SIGTERM)

        address = here.scheduler_address
        assert told_of(roll_up(folders, DAY, Cluster(address), kill_one)) == wanted
        assert killed
    with pytest.raises(FollowupError, match="Nobody answers at"):
        roll_up(folders, DAY, Cluster(address, patience=1))

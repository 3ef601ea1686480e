"""What tests share: no test depends on the day, the place or the search of its machine."""

import datetime as dt
import gc
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings

from followup_lib.records.tables import Tables
from followup_lib.store.csv import Parsed, parse_files, read_files, read_tables
from followup_lib.store.new_search import practice_copy
from followup_lib.store.search import SAMPLE, JobSearch

# The same examples at every run, and shown as found: shrinking one can take many minutes.
settings.register_profile(
    "workbook", deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate]
)
settings.load_profile("workbook")


def pytest_collection_finish() -> None:
    """Keep what was imported out of the garbage collector's sight: it stays to the end anyhow."""
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _sample_parsed_once(sample: Tables) -> Iterator[None]:
    """Parse the sample's files once, wherever a copy of them lies: most tests begin with them."""
    files, parsed = read_files(SAMPLE), dict[str, Parsed]()
    parse_files(files, SAMPLE, parsed)

    def parse(
        found: Mapping[str, bytes], where: Path | str, known: dict[str, Parsed] | None = None
    ) -> Tables:
        if found != files:
            return parse_files(found, where, known)
        if known is not None:
            known |= parsed
        return sample

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("followup_lib.store.search.parse_files", parse)
        yield


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a test a home of its own, and no search or day in the environment."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(folder))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(folder / name))
    monkeypatch.delenv("FOLLOWUP_SEARCH", raising=False)
    monkeypatch.delenv("FOLLOWUP_TODAY", raising=False)
    return folder


@pytest.fixture
def clicks_raise(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what a click raises be raised; ipywidgets would only log it."""

    def call(dispatcher: Any, *args: Any, **kwargs: Any) -> None:
        for callback in dispatcher.callbacks:
            callback(*args, **kwargs)

    monkeypatch.setattr("ipywidgets.widgets.widget.CallbackDispatcher.__call__", call)


@pytest.fixture
def search(tmp_path: Path) -> JobSearch:
    """Return a practice search."""
    return practice_copy(tmp_path / "Practice")


@pytest.fixture
def desk(home: Path, search: JobSearch) -> Any:
    """Return a desk at a practice search on its Monday."""
    from followup_lib.pages.kit.desk import Desk  # only here: most tests need no widgets

    return Desk(search)


@pytest.fixture(scope="session")
def sample() -> Tables:
    """Return the sample's tables."""
    return read_tables(SAMPLE)


@pytest.fixture(scope="module")
def drawn(sample: Tables) -> Any:
    """Return the sample's timeline, drawn once for a file of tests."""
    from followup_lib.charts.timeline import plot_timeline  # only here: most tests draw nothing

    return plot_timeline(sample, dt.date(2026, 3, 16), which="all")


@pytest.fixture
def tiny_disk() -> Iterator[Path]:
    """Mount a disk of 300 kB, where one may."""
    folder = Path(tempfile.mkdtemp())
    options = ["-t", "tmpfs", "-o", "size=300k", "tmpfs", str(folder)]
    mounted = shutil.which("mount") and os.name == "posix" and os.geteuid() == 0
    done = mounted and subprocess.run(["mount", *options], capture_output=True, check=False)
    if not done or done.returncode:
        folder.rmdir()
        pytest.skip("no small disk can be mounted here; test_search.py makes writing fail instead")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)
    folder.rmdir()

"""The zip that is brought back to the site: old and new versions come in, damage is a sentence."""

import csv
import importlib.util
import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from unittest.mock import MagicMock

import pytest

from followup_lib.app.workspace import home as home_folder
from followup_lib.records.errors import FollowupError
from followup_lib.store.search import SAMPLE, JobSearch

SITE = Path(__file__).parent.parent / "deploy/site/followup_site.py"
TABLES = {f"Follow-up/Ida/{path.name}": path.read_bytes() for path in SAMPLE.glob("*.*")}
APPLICATIONS = "Follow-up/Ida/applications.csv"
ROWS = csv.reader(io.StringIO(TABLES[APPLICATIONS].decode("utf-8-sig")))
NEWER = "\n".join(
    ",".join(f'"{cell}"' for cell in [*row, "x" if number else "added_later"])
    for number, row in enumerate(ROWS)
).encode()

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def brought(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, bytes], str]:
    """Return the site's way in for a zip; what only a browser has is stood in for."""
    for name in ("js", "pyodide_js", "pyodide", "pyodide.ffi"):
        monkeypatch.setitem(sys.modules, name, MagicMock())
    monkeypatch.setattr("os.link", None)  # the module puts its own there
    spec = importlib.util.spec_from_file_location("followup_site", SITE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    way_in: Callable[[str, bytes], str] = module.brought
    return way_in


def zipped(files: dict[str, bytes]) -> bytes:
    """Return files as one zip."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as whole:
        for name, data in files.items():
            whole.writestr(name, data)
    return made.getvalue()


def damaged(data: bytes) -> bytes:
    """Return a zip whose first file's compressed bytes are others."""
    at = 30 + len(next(iter(TABLES)))
    return data[:at] + b"\xff" * 8 + data[at + 8 :]


@pytest.mark.parametrize(
    "files",
    [
        TABLES | {APPLICATIONS: NEWER},
        {name: data for name, data in TABLES.items() if "people" not in name},
    ],
    ids=["newer", "older"],
)
def test_a_zip_of_another_version_comes_in(
    brought: Callable[[str, bytes], str], files: dict[str, bytes]
) -> None:
    """A column of a later version, and a table an earlier one had not, keep nobody out."""
    assert brought("mine.zip", zipped(files)).startswith("“Ida”: back")
    folder = home_folder() / "Ida"
    assert (folder / "applications.csv").read_bytes() == files[APPLICATIONS]
    assert len(JobSearch(folder).read().applications) == 28


@pytest.mark.parametrize(
    "data",
    [
        b"no zip",
        zipped(TABLES)[:-100],
        damaged(zipped(TABLES)),
        zipped({"Follow-up/Ida": b"a file", APPLICATIONS: b""}),
        zipped({f"Follow-up/{'I' * 300}/applications.csv": b""}),
        zipped({"holiday.jpg": b""}),
    ],
    ids=["other", "cut", "damaged", "file-and-folder", "long", "photo"],
)
def test_another_file_changes_nothing(brought: Callable[[str, bytes], str], data: bytes) -> None:
    """What is damaged or something else is a sentence that says so, and no search is there."""
    with pytest.raises(FollowupError, match=r"mine\.zip .*[Nn]othing was changed"):
        brought("mine.zip", data)
    assert not list(home_folder().glob("*"))

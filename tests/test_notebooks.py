"""The notebooks: they run, they show what is stored, they hold no logic and nothing personal."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from followup_lib.pages.kit.common import SENTENCE
from followup_lib.store.search import practice_copy

NOTEBOOKS = Path(__file__).parent.parent / "notebooks"
PAGES = sorted(NOTEBOOKS.glob("*.ipynb"))


def nbval(folder: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """Run nbval, strict, over a folder, with a home and a practice search of its own."""
    names = ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA")
    own = {name: str(home) for name in names}
    own["FOLLOWUP_SEARCH"] = str(practice_copy(home / "Practice").folder)
    command = [sys.executable, "-m", "pytest", "-q", "--nbval", "--nbval-current-env"]
    plain = ["-p", "no:cacheprovider", "-c", os.devnull, "--rootdir", str(folder), str(folder)]
    return subprocess.run([*command, *plain], env=os.environ | own, capture_output=True, text=True)


def code_cells(path: Path) -> list[dict[str, object]]:
    """Return the code cells of a notebook."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in cells if cell["cell_type"] == "code"]


def source(cell: dict[str, object]) -> str:
    """Return a cell's text."""
    return "".join(cell["source"])  # type: ignore[arg-type]


@pytest.mark.slow
def test_every_page_shows_what_is_stored(tmp_path: Path) -> None:
    """All notebooks run from top to bottom and show exactly the outputs stored in them."""
    done = nbval(NOTEBOOKS, tmp_path)
    assert done.returncode == 0, done.stdout[-3000:]
    count = sum(len(code_cells(path)) for path in PAGES)
    assert f"{count} passed" in done.stdout


@pytest.mark.slow
def test_a_changed_advice_is_noticed(tmp_path: Path) -> None:
    """When what an example shows differs from what is stored, the run fails: nothing is skipped."""
    text = (NOTEBOOKS / "02_their_date_has_passed.ipynb").read_text(encoding="utf-8")
    assert "One full workday has passed" in text
    changed = text.replace("One full workday has passed", "Two full workdays have passed")
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "changed.ipynb").write_text(changed, encoding="utf-8")
    done = nbval(folder, tmp_path / "home")
    assert done.returncode == 1
    assert "Two full workdays have passed" in done.stdout


def test_there_are_ten_pages() -> None:
    """The pages are numbered from 00 to 09, without a gap."""
    assert [path.name[:2] for path in PAGES] == [f"{number:02d}" for number in range(10)]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_prose_and_a_form(path: Path) -> None:
    """Cells have at most three lines and define nothing; the last one is the page itself."""
    cells = code_cells(path)
    for cell in cells:
        lines = [line for line in source(cell).splitlines() if line]
        assert len(lines) <= 3
        assert not any(line.startswith(("def ", "class ")) for line in lines)
        assert cell["metadata"] == {"jupyter": {"source_hidden": True}}
    assert source(cells[-1]).rstrip().split("\n")[-1].split("(")[0].endswith("_page")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_stores_its_outputs_and_nothing_personal(path: Path) -> None:
    """Every cell was run and its output stored; the form stores one constant sentence."""
    cells = code_cells(path)
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))
    assert all(cell["outputs"] for cell in cells)
    output = cells[-1]["outputs"][0]["data"]  # type: ignore[index]
    assert output == {"text/plain": [SENTENCE]}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_links_lead_to_pages(path: Path) -> None:
    """Every link in the prose names a page that is there."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    prose = "".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")
    links = [part.split(")")[0] for part in prose.split("](")[1:]]
    assert [link for link in links if not (NOTEBOOKS / link).exists()] == []

"""The notebooks: they run, they show what is stored, they hold no logic and nothing personal."""

import base64
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import matplotlib.image
import numpy as np
import pytest

from followup_lib.charts import chart_png
from followup_lib.pages.examples import timeline
from followup_lib.pages.kit.frame import SENTENCE
from followup_lib.search import sample_search
from followup_lib.store.new_search import practice_copy

NOTEBOOKS = Path(__file__).parent.parent / "notebooks"
ANALYSTS = NOTEBOOKS / "10_for_analysts.ipynb"
ALL = sorted(NOTEBOOKS.glob("*.ipynb"))
PAGES = [path for path in ALL if path != ANALYSTS]


def nbval(folder: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """Run nbval, strict, over a folder, with a home and a practice search of its own."""
    names = ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA")
    own = {name: str(home) for name in names}
    own["FOLLOWUP_SEARCH"] = str(practice_copy(home / "Practice").folder)
    command = [sys.executable, "-m", "pytest", "-q", "--nbval", "--nbval-current-env"]
    plain = ["-p", "no:cacheprovider", "-c", os.devnull, "--rootdir", str(folder), str(folder)]
    return subprocess.run([*command, *plain], env=os.environ | own, capture_output=True, text=True)


def code_cells(path: Path) -> list[dict[str, Any]]:
    """Return the code cells of a notebook."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in cells if cell["cell_type"] == "code"]


def source(cell: dict[str, Any]) -> str:
    """Return a cell's text."""
    return "".join(cell["source"])


@pytest.mark.slow
def test_every_page_shows_what_is_stored(tmp_path: Path) -> None:
    """All notebooks run from top to bottom and show exactly the outputs stored in them."""
    done = nbval(NOTEBOOKS, tmp_path)
    assert done.returncode == 0, done.stdout[-3000:]
    count = sum(len(code_cells(path)) for path in ALL)
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


def test_there_are_eleven_pages() -> None:
    """The pages are numbered from 00, without a gap but for the analysts' notebook."""
    assert [path.name[:2] for path in PAGES] == [f"{n:02d}" for n in range(12) if n != 10]


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
    output = cells[-1]["outputs"][0]["data"]
    assert output == {"text/plain": [SENTENCE]}


def test_the_notebook_for_analysts_is_no_page() -> None:
    """It starts nothing by itself, its cells are short and define nothing, and all were run."""
    notebook = json.loads(ANALYSTS.read_text(encoding="utf-8"))
    assert "followup" not in notebook["metadata"]
    cells = code_cells(ANALYSTS)
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))
    for cell in cells:
        lines = [line for line in source(cell).splitlines() if line]
        assert len(lines) <= 5
        assert not any(line.startswith(("def ", "class ")) for line in lines)
        assert cell["outputs"]


def same_look(one: bytes, other: bytes) -> bool:
    """Tell whether two PNGs look the same: letters are drawn a little differently elsewhere."""
    a, b = (matplotlib.image.imread(io.BytesIO(data))[..., :3] for data in (one, other))
    return a.shape == b.shape and float(np.abs(a - b).mean()) < 0.01


def test_the_example_of_a_timeline_is_what_is_drawn() -> None:
    """Page 08 stores a picture, whose bytes differ between computers: so nbval leaves it out.

    Here its words are compared to the letter, and the picture by its look.
    """
    cell = code_cells(NOTEBOOKS / "08_timelines.ipynb")[0]
    assert source(cell).startswith("# NBVAL_IGNORE_OUTPUT\n")
    data, example = cell["outputs"][0]["data"], timeline()
    assert "".join(data["text/plain"]) == repr(example)
    before, picture, after = "".join(data["text/html"]).split('"', 2)
    drawn = base64.b64encode(example.picture).decode("ascii")
    assert f'{before}"data:image/png;base64,{drawn}"{after}' == example._repr_html_()
    assert same_look(base64.b64decode(picture.partition(",")[2]), example.picture)


def test_the_timeline_of_the_notebook_is_what_is_drawn() -> None:
    """The picture that is stored for analysts looks as one drawn now, and not as another."""
    outputs = [output for cell in code_cells(ANALYSTS) for output in cell["outputs"]]
    found = [output.get("data", {}).get("image/png") for output in outputs]
    (stored,) = [base64.b64decode("".join(picture)) for picture in found if picture]
    search = sample_search()
    assert same_look(stored, chart_png(search.timeline(), scale=1))
    assert not same_look(stored, chart_png(search.timeline("2026-03-23"), scale=1))


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_links_lead_to_pages(path: Path) -> None:
    """Every link in the prose names a page that is there."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    prose = "".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")
    links = [part.split(")")[0] for part in prose.split("](")[1:]]
    assert [link for link in links if not (NOTEBOOKS / link).exists()] == []

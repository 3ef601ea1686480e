"""The frame shows one page after another, and forgets the ones that are left."""

import gc
import weakref
from pathlib import Path
from shutil import copytree
from typing import Any

import ipywidgets as w
import pytest

from followup_lib.app.jupyter import page_checksums
from followup_lib.pages.kit.frame import Frame, Page
from followup_lib.store.search import SAMPLE
from tests.pages.page_parts import widgets

NOTEBOOKS = Path(__file__).parents[3] / "notebooks"
NAMES = list(page_checksums(NOTEBOOKS))


pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def frame(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, unprinted: None) -> Any:
    """A frame among the notebooks, with the sample open, which notes what it sends."""
    monkeypatch.setenv("FOLLOWUP_SEARCH", str(copytree(SAMPLE, tmp_path / "search")))
    monkeypatch.chdir(NOTEBOOKS)
    made: Any = Frame(Page().box)
    made.sent = []
    made.send = lambda message, *_: made.sent.append(message["type"])
    return made


@pytest.mark.parametrize("name", NAMES)
def test_every_page_is_shown_in_place(frame: Any, name: str) -> None:
    """Its words come first, then its form; nothing is said to have failed."""
    frame.show(name)
    assert frame.sent == ["begun", "shown"]
    whole = " ".join(box.value for box in widgets(frame.box) if isinstance(box, w.HTML))
    assert "<h1>" in whole
    assert "followup-head" in whole or "followup-arrive" in whole
    assert "followup-error" not in whole


@pytest.mark.parametrize("name", NAMES)
def test_a_page_that_is_left_is_forgotten(frame: Any, name: str) -> None:
    """Nothing keeps its widgets in memory, so that a day of going to and fro costs nothing."""
    frame.show(name)
    left = [weakref.ref(box) for part in frame.box.children[1:] for box in widgets(part)]
    frame.show("09_coaching_session.ipynb" if name.startswith("06") else "06_your_references.ipynb")
    gc.collect()
    assert [box() for box in left if box() is not None] == []


def test_a_page_that_is_not_there_is_said(frame: Any) -> None:
    """A name nobody knows, or one outside the folder, is a sentence; the next page works."""
    frame.show("../../11_nothing.ipynb")
    assert "couldn’t show all of this page" in frame.box.children[-1].value
    assert frame.sent == ["shown"]

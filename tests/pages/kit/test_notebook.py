"""A notebook is shown as a page: its words, what its file has stored, what the rest makes."""

import json
from pathlib import Path
from typing import Any

import ipywidgets as w
import pytest

from followup_lib.pages.kit.notebook import laid_out, run


def cell(kind: str, source: str, *html: str) -> dict[str, Any]:
    """Return a cell as a file has it, with what it shows."""
    outputs = [{"output_type": "execute_result", "data": {"text/html": [text]}} for text in html]
    return {"cell_type": kind, "source": source.splitlines(keepends=True), "outputs": outputs}


def test_words_and_what_is_stored_come_without_running_anything(tmp_path: Path) -> None:
    """Words come as HTML, an example as it was stored, and code for later."""
    path = tmp_path / "page.ipynb"
    stored = "<details>An example</details>"
    cells = [cell("markdown", "# Keep *it*"), cell("code", "1 / 0", stored), cell("code", "form()")]
    path.write_text(json.dumps({"cells": cells}), encoding="utf-8")
    parts, to_run = laid_out(path)
    assert "<h1>Keep <em>it</em></h1>" in parts[0].value
    assert stored in parts[1].value
    assert to_run == [(parts[2], "form()")]


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("from ipywidgets import Text\n\nText('a')", "a"),
        ("from followup_lib.pages.kit.common import Page\nPage()", None),
        ("import html\nx = '<b>'\nhtml.escape(x)", "&#x27;&amp;lt;b&amp;gt;&#x27;"),
    ],
)
def test_a_cell_shows_its_last_line(code: str, shown: str | None) -> None:
    """A widget is shown as it is, a page as its box, and what is neither as words."""
    (widget,) = run(code)
    if shown is None:
        assert isinstance(widget, w.VBox)
    else:
        assert shown in widget.value


def test_a_cell_that_ends_without_a_value_shows_nothing() -> None:
    """A statement, or None, shows nothing, as in a notebook."""
    assert run("a = 1") == run("a = 1\nprint(end='')") == []

"""A notebook's words, what its file has stored, and what its other code makes."""

import ast
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import ipywidgets as w
import mistune

from followup_lib.records.notations import read_json
from followup_lib.store.shipped import shipped

WORDS = "jp-RenderedHTMLCommon jp-RenderedMarkdown"
"""The classes that JupyterLab and Voilà give to words, so that they look alike everywhere."""
_TITLE = re.compile(r"<h1>.*?</h1>\n?")


def laid_out(path: Path) -> tuple[list[w.Widget], list[tuple[w.VBox, str]]]:
    """Return a widget for each cell, and for those still to be run the widget and the code.

    A cell stored with HTML, as the worked examples are, is shown as it was stored. Raises OSError
    and `FollowupError` for a file that is none.
    """
    parts: list[w.Widget] = []
    to_run = []
    for source, shown in _cells(path):
        parts.append(w.VBox() if shown is None else _words(shown))
        if shown is None:
            to_run.append((parts[-1], source))
    return parts, to_run


def prose_of(page: str) -> str:
    """Return as HTML what a notebook tells and shows beside its form, its own title left out.

    The notebook is the one in the folder the page runs in, which a coach may have changed, else the
    one that came with the workbook.
    """
    name = f"{page}.ipynb"
    path = next(path for path in (Path(name), shipped("notebooks") / name) if path.is_file())
    told = "".join(shown or "" for _, shown in _cells(path))
    return _TITLE.sub("", told)


def _cells(path: Path) -> Iterator[tuple[str, str | None]]:
    """Yield the source of each cell and the HTML it shows as stored, None for code to be run."""
    for cell in read_json(path.read_bytes(), path.name)["cells"]:
        source = "".join(cell["source"])
        data = [out.get("data", {}) for out in cell.get("outputs", ())]
        stored = ["".join(each["text/html"]) for each in data if "text/html" in each]
        if cell["cell_type"] == "markdown":
            yield source, str(mistune.html(source))
        else:
            yield source, "".join(stored) if stored else None


def run(code: str) -> list[w.Widget]:
    """Run the code of a cell and return what its last line shows, as a notebook would show it."""
    cell = ast.parse(code)
    last = cell.body[-1] if cell.body else None
    names: dict[str, Any] = {}
    value = None
    if isinstance(last, ast.Expr):
        del cell.body[-1]
    exec(compile(cell, "<page>", "exec"), names)
    if isinstance(last, ast.Expr):
        value = eval(compile(ast.Expression(last.value), "<page>", "eval"), names)
    if value is None:
        return []
    shown = getattr(value, "box", value)  # of a Page
    if isinstance(shown, w.Widget):
        return [shown]
    html = value._repr_html_() if hasattr(value, "_repr_html_") else escape(repr(value))
    return [_words(html)]


def _words(html: str) -> w.HTML:
    return w.HTML(f'<div class="{WORDS}">{html}</div>')

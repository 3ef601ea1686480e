"""A notebook as widgets: its words, what its file has stored, and what its other code makes."""

import ast
from html import escape
from pathlib import Path
from typing import Any

import ipywidgets as w
import mistune

from followup_lib.records.notations import read_json

WORDS = "jp-RenderedHTMLCommon jp-RenderedMarkdown"
"""The classes that JupyterLab and Voilà give to words, so that they look alike everywhere."""


def laid_out(path: Path) -> tuple[list[w.Widget], list[tuple[w.VBox, str]]]:
    """Return a widget for each cell, and for those still to be run the widget and the code.

    A cell stored with HTML, as the worked examples are, is shown as it was stored. Raises OSError
    and `FollowupError` for a file that is none.
    """
    parts: list[w.Widget] = []
    to_run = []
    for cell in read_json(path.read_bytes(), path.name)["cells"]:
        source = "".join(cell["source"])
        stored = ["".join(out["data"]["text/html"]) for out in _with_html(cell)]
        if cell["cell_type"] == "markdown":
            parts.append(_words(str(mistune.html(source))))
        elif stored:
            parts.append(_words("".join(stored)))
        else:
            parts.append(w.VBox())
            to_run.append((parts[-1], source))
    return parts, to_run


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


def _with_html(cell: dict[str, Any]) -> list[dict[str, Any]]:
    return [out for out in cell.get("outputs", ()) if "text/html" in out.get("data", {})]


def _words(html: str) -> w.HTML:
    return w.HTML(f'<div class="{WORDS}">{html}</div>')

"""What a person reads is American English: turns that crept in once do not come back."""

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import followup_lib

PACKAGE = Path(followup_lib.__file__).parent
ROOT = Path(__file__).parent.parent
NOT_SHOWN = ("reading/", "tone/", "exchange/columns.toml")
"""Rooms that hold what others write: their words are patterns."""
TURNS = [
    line.rsplit(" | ", 1)
    for line in (Path(__file__).parent / "turns.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@cache
def texts() -> list[tuple[str, str]]:
    """Return what `shown` yields, read once."""
    return list(shown())


def shown() -> Iterator[tuple[str, str]]:
    """Yield where each text that a person may see stands, and the text."""
    for path in sorted(PACKAGE.rglob("*")):
        name = path.relative_to(PACKAGE).as_posix()
        if name.startswith(NOT_SHOWN):
            continue
        if path.suffix == ".py":
            for line, text in strings(path.read_text(encoding="utf-8")):
                yield f"{name}:{line}", text
        elif path.suffix in (".html", ".toml", ".md", ".txt"):
            yield name, path.read_text(encoding="utf-8")
    for path in sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("data/*.md")]):
        yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
    for path in sorted(ROOT.glob("notebooks/*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "markdown":
                yield path.name, "".join(cell["source"])


def strings(source: str) -> Iterator[tuple[int, str]]:
    """Yield the line and text of each string of a module that is more than a name: no docstrings.

    >>> list(strings('"A docstring."\\nTOLD = f"Mend {it} now."'))
    [(2, 'Mend  now.')]
    """
    tree = ast.parse(source)
    skipped = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.JoinedStr):
            parts = [part for part in node.values if isinstance(part, ast.Constant)]
            skipped |= {id(part) for part in parts}
            yield node.lineno, "".join(str(part.value) for part in parts)
        elif isinstance(node, ast.Constant):
            text = node.value if isinstance(node.value, str) else ""
            if " " in text and "\\b" not in text:
                yield node.lineno, text


@pytest.mark.parametrize(("turn", "better"), TURNS)
def test_no_turn_comes_back(turn: str, better: str) -> None:
    """None of these turns stands where a person reads it; each is told with its better form."""
    found = [
        f"{where}: {text[max(hit.start() - 40, 0) :][:100]!r} (better: {better})"
        for where, text in texts()
        for hit in re.finditer(turn, text)
    ]
    assert not found, "\n".join(found)

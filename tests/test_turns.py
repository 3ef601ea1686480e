"""What a person reads is American English: turns that crept in once do not come back."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import followup_lib

PACKAGE = Path(followup_lib.__file__).parent
NOT_SHOWN = ("reading/", "tone/")
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
        elif path.suffix in (".html", ".toml"):
            yield name, path.read_text(encoding="utf-8")


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
        f"{where}: {text[:100]!r} (better: {better})"
        for where, text in texts()
        if re.search(turn, text)
    ]
    assert not found, "\n".join(found)

"""The kinds of remarks and the phrases with a better wording, as tone.toml holds them."""

import re
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from followup_lib.records.errors import FollowupError
from followup_lib.records.notations import read_toml
from followup_lib.tone.guards import CHANGE, SMALL, THINK

WEIGHTS = {"change": CHANGE, "think": THINK, "small": SMALL}
KEYS = ("id", "kind", "pattern", "why", "instead", "matches", "passes")
"""What every pattern of tone.toml must say."""


class Kind(NamedTuple):
    """A way in which a sentence comes across, why that matters, and another wording or ""."""

    weight: str
    why: str
    instead: str
    allowed_in: tuple[str, ...]


class Pattern(NamedTuple):
    """One pattern of tone.toml, ready to search with; the fields are those of the file.

    `weight` is "" where that of the kind holds.
    """

    id: str
    kind: str
    expression: re.Pattern[str]
    why: str
    instead: str
    matches: str
    passes: str
    weight: str = ""


@cache
def kinds() -> dict[str, Kind]:
    """Return the kinds of tone.toml by name."""
    return {name: _kind(name, entry) for name, entry in _toml()["kind"].items()}


@cache
def patterns() -> tuple[Pattern, ...]:
    """Return the patterns of tone.toml, in its order."""
    return read_patterns(_toml())


def _toml() -> dict[str, Any]:
    text = (files("followup_lib.tone") / "tone.toml").read_text(encoding="utf-8")
    return read_toml(text, "tone.toml")


def _kind(name: str, entry: dict[str, Any]) -> Kind:
    if entry["weight"] not in WEIGHTS:
        raise FollowupError(
            f"tone.toml, kind {name}, weight: found {entry['weight']!r}; "
            f"allowed are {', '.join(WEIGHTS)}."
        )
    allowed_in = tuple(entry.get("allowed_in", ()))
    return Kind(WEIGHTS[entry["weight"]], entry["why"], entry["instead"], allowed_in)


def read_patterns(toml: dict[str, Any]) -> tuple[Pattern, ...]:
    """Read the patterns; raises `FollowupError` that names the entry and what to do."""
    entries = toml.get("pattern", [])
    return tuple(_pattern(entry, number) for number, entry in enumerate(entries, 1))


def _pattern(entry: dict[str, Any], number: int) -> Pattern:
    where = f"tone.toml, pattern {number} ({entry.get('id', 'without an id')})"
    if lacking := [key for key in KEYS if key not in entry]:
        raise FollowupError(f"{where}: {', '.join(lacking)} is missing; add it.")
    values = {key: entry[key] for key in KEYS if key != "pattern"}
    weight = WEIGHTS.get(entry.get("weight", ""), "")
    return Pattern(**values, expression=_expression(entry["pattern"], where), weight=weight)


def _expression(pattern: str, where: str) -> re.Pattern[str]:
    """Compile a pattern: whole words, any case, any white space, either apostrophe."""
    loose = pattern.replace("'", "['’]").replace(" ", r"\s+")
    try:
        return re.compile(rf"(?<!\w)(?:{loose})(?!\w)", re.IGNORECASE)
    except re.error as error:
        raise FollowupError(
            f"{where}: the pattern {pattern!r} cannot be read ({error}); fix its brackets."
        ) from error

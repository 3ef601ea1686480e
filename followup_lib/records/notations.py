"""TOML and JSON, read with limits: what is nested too deep or too long is refused in a sentence."""

import json
import re
import tomllib
from collections.abc import Callable
from typing import Any

from followup_lib.records.errors import FollowupError

LONGEST_TOML = 100_000
"""Letters; the reader of Python takes minutes for a hostile file of more."""
DEEPEST = 50
"""Tables or lists within one another; nothing of ours has more than five."""

_PART = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+"""
_DEEP_KEY = re.compile(rf"""(?<![\w"'-])(?:{_PART}){{{DEEPEST}}}""")


def read_toml(text: str, name: str) -> dict[str, Any]:
    """Return the values in the text of a TOML file; `name` is what errors call it.

    Raises `FollowupError` for what is no TOML, nested deeper than `DEEPEST`, or too long.

    >>> read_toml("[pace]\\ngap = 7", "settings.toml")
    {'pace': {'gap': 7}}
    """
    if len(text) > LONGEST_TOML:
        raise FollowupError(
            f"{name} has {len(text):,} characters; up to {LONGEST_TOML:,} can be read. Remove "
            "what isn’t yours and save it again."
        )
    if _DEEP_KEY.search(text):
        raise _too_deep(name)
    values: dict[str, Any] = _read(tomllib.loads, text, name)
    return values


def read_json(text: str | bytes, name: str) -> Any:
    """Return the value in the text of a JSON file; raises `FollowupError` as `read_toml`."""
    return _read(json.loads, text, name)


def _read(load: Callable[..., Any], text: str | bytes, name: str) -> Any:
    try:
        value = load(text)
    except RecursionError as error:
        raise _too_deep(name) from error
    except ValueError as error:  # also a number of thousands of figures
        raise FollowupError(f"{name} cannot be read ({error}); fix that line.") from error
    level = [value]
    for _ in range(DEEPEST):
        level = [inner for outer in level for inner in _inside(outer)]
    if level:
        raise _too_deep(name)
    return value


def _inside(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _too_deep(name: str) -> FollowupError:
    return FollowupError(
        f"{name} nests tables or lists deeper than {DEEPEST}, which nothing here needs; remove "
        "that part and save it again."
    )

"""What a terminal is given: words only, never a command to it from somebody's cell."""

import re
from typing import Any, TextIO

_COMMANDS = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]")
"""Control characters but the tab and the end of a line, and what turns the direction of a line."""


class Plain:
    """A stream that shows each such character as a question mark in a box."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        """Write a text without commands."""
        return self._stream.write(without_commands(text))


def without_commands(text: str) -> str:
    """Return a text as a terminal may have it.

    >>> without_commands("Acme \\x1b[31mred")
    'Acme \ufffd[31mred'
    """
    return _COMMANDS.sub("\ufffd", text)


def escaped(text: str) -> str:
    r"""Return JSON in which such characters are written as JSON does, and nothing is lost.

    >>> escaped('"\x9b"')
    '"\\u009b"'
    """
    return _COMMANDS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)

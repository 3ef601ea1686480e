"""What was logged on a letter page just now, which stays in view until one goes on."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Logged:
    """The row a message was logged for: its key and heading, and the words as they went out.

    `drafts` are the words kept while they were edited, by what they were kept as: an undo brings
    them back.
    """

    key: str
    heading: str
    text: str
    drafts: dict[str, dict[str, Any]]

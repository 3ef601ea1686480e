"""A remark of the tone check: where it points, how heavy it is, why, and another wording."""

from typing import NamedTuple

CHANGE, THINK, SMALL = "change this", "think about this", "small thing"
"""The weights, as they are on screen."""


class Remark(NamedTuple):
    """One remark: `phrase` stands in the text from `start` to `end`; `instead` may be ""."""

    id: str
    weight: str
    phrase: str
    start: int
    end: int
    why: str
    instead: str
    grave: bool = False

    @property
    def rank(self) -> int:
        """Return its place among others: what could embarrass most comes first."""
        return 0 if self.grave else 1 + (CHANGE, THINK, SMALL).index(self.weight)

"""What was understood of somebody's words: the fact, how sure it is, and what was left over."""

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

Sure = Literal["exact", "about", "inferred", "unclear"]
"""How sure a reading is: about, a day near the one they mean; inferred, shown to be confirmed;
unclear, no fact, so it is asked and counted."""
Fact = TypeVar("Fact")


@dataclass(frozen=True)
class Understood(Generic[Fact]):
    """One reading of somebody's words.

    `fact` is None when the words are unclear; `used` is the piece of text it was read from and
    `left` the rest of the text; `read_back` is the sentence a person confirms, "" when unclear.
    """

    fact: Fact | None
    sure: Sure
    used: str = ""
    left: str = ""
    read_back: str = ""

"""The small model of the tone check: how a sentence comes across, and in what way.

A linear model over `features`, trained by tools/train_tone.py on the lines in tests/tone/lines; its
weights are read at the first use. README.md here says how well it does, and where it does not.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from followup_lib.tone.features import features

SENTENCE = re.compile(
    r"\S(?:[^.!?\n]|(?<![,:])\n(?![ \t]*\n)|(?:(?<=Mr)|(?<=Ms)|(?<=Mrs)|(?<=Dr)|(?<=\d))\.)*[.!?]*"
)
"""It goes on in the next line, unless a comma or colon ends this one or a blank one follows."""
LONGEST = 600
"""Letters of a sentence that are looked at."""


class Weights(NamedTuple):
    """What training found: a score above `bad` is pointed at, one below `fine` is surely fine.

    `of` holds the line of each feature as it is written: of thousands a message needs a few.
    """

    bad: float
    fine: float
    start: float
    of: dict[str, str]
    kinds: tuple[str, ...]
    kind_starts: list[float]


class Judgment(NamedTuple):
    """How a sentence comes across: `score` grows with the doubt about it; `kind` of it."""

    score: float
    kind: str


@cache
def weights() -> Weights:
    """Return the shipped weights: whole hundredths, a line for a feature (`write` in the tool)."""
    text = (files("followup_lib.tone") / "weights.tsv").read_text(encoding="utf-8")
    head, starts, *lines = text.splitlines()
    bad, fine, start, *kinds = head.split("\t")
    of = dict(line.split("\t", 1) for line in lines)
    kind_starts = [int(number) / 100 for number in starts.split("\t")]
    return Weights(float(bad), float(fine), float(start), of, tuple(kinds), kind_starts)


@lru_cache(maxsize=1000)  # at every key only one sentence is new
def judge(sentence: str) -> Judgment:
    """Return how a sentence of a message comes across."""
    learned = weights()
    score, sums = learned.start, list(learned.kind_starts)
    for name, value in features(sentence[:LONGEST]).items():
        weight, *by_kind = learned.of.get(name, "0").split("\t")
        score += value * int(weight) / 100
        for pair in by_kind:
            at, number = pair.split(":")
            sums[int(at)] += value * int(number) / 100
    return Judgment(score, learned.kinds[sums.index(max(sums))])


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each sentence of a text.

    >>> [text[a:b] for text in ["Hi Ms. Ortiz,\\nIs it you?! Yes."] for a, b in sentences(text)]
    ['Hi Ms. Ortiz,', 'Is it you?!', 'Yes.']
    """
    for match in SENTENCE.finditer(text):
        yield match.span()

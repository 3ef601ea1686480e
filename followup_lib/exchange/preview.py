"""What an import would do, as data and in one sentence that counts everything undecided."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from followup_lib.exchange.changes import Change
from followup_lib.exchange.entries import Entry
from followup_lib.exchange.layout import Aside
from followup_lib.exchange.meanings import PUZZLING
from followup_lib.exchange.questions import NOUNS, Question
from followup_lib.records.dates import count, tally

SAMPLES = 3
"""Cells shown of each column."""


@dataclass(frozen=True)
class Preview:
    """What an import would do; nothing in it is written yet.

    `columns` tells what each column of theirs became, "kept" or "ignored" with the reason,
    `statuses` what their words mean. `questions` are those to ask now, by the key of their answer,
    the weightiest first; `undecided` are all that are open, those for later too. `differ` are
    rows here already that tell otherwise, `changes` those of them that are taken over. `export`
    names the program that wrote the list. `cells` are all rows as they were read, by line, `meant`
    the moved ones as they would be put back; `known` are the keys that can be answered,
    `merged` the rows that took the cell that was merged with theirs.
    """

    rows: int
    columns: dict[str, str]
    statuses: dict[str, tuple[str, str] | None]
    entries: list[Entry]
    changes: list[Change]
    aside: list[Aside]
    questions: dict[str, Question]
    undecided: list[Question]
    duplicates: list[int]
    cells_lost: int
    export: str = ""
    cells: Mapping[int, dict[str, str]] = field(default_factory=dict)
    meant: Mapping[int, list[str]] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    differ: list[Change] = field(default_factory=list)
    merged: tuple[int, ...] = ()

    @property
    def events(self) -> int:
        """Return how many rows of the timeline would be added."""
        new = sum(len(entry.events) for entry in self.entries)
        return new + sum(len(change.events) for change in self.changes)

    @property
    def puzzling(self) -> list[str]:
        """Return the columns that would tell what no other column of the list does."""
        return [header for header, meaning in self.columns.items() if meaning in PUZZLING]

    @property
    def samples(self) -> dict[str, list[str]]:
        """Return a few different cells of each column."""
        found: dict[str, list[str]] = {header: [] for header in self.columns}
        for cells in self.cells.values():
            for header, shown in found.items():
                cell = cells.get(header, "")
                if cell and len(shown) < SAMPLES and cell not in shown:
                    shown.append(cell)
        return found

    @property
    def sentence(self) -> str:
        """Return the whole in one sentence."""
        if not self.rows:
            return "0 applications: the file has a header, and no rows below it."
        lost = "none lost" if not self.cells_lost else f"{self.cells_lost} cells lost"
        new = count(len(self.entries), "application")
        taken = f", {count(len(self.changes), 'change')} made" if self.changes else ""
        rows = f"{tally(self.rows, 'row')} read, {lost}"
        if self.merged:
            each = "row takes" if len(self.merged) == 1 else "rows take"
            rows += f"; {len(self.merged)} {each} what’s in the merged cell above"
        return f"{rows}{self._eyes()}. New: {new}{taken}."

    def _eyes(self) -> str:
        numbers: dict[tuple[str, str], int] = {}
        for each in self.undecided:
            noun = NOUNS[each.kind]
            numbers[noun] = numbers.get(noun, 0) + each.number
        if not numbers:
            return ""
        total = sum(numbers.values())
        kinds = ", ".join(f"{n} {one if n == 1 else many}" for (one, many), n in numbers.items())
        return f"; {total} need{'s' if total == 1 else ''} your eye: {kinds}"

"""What can be wrong: one sentence for the person, with its place when it has one."""

from dataclasses import dataclass


class FollowupError(Exception):
    """Something a person can mend; its text is the sentence shown to them."""


@dataclass(frozen=True)
class Problem:
    """One thing to mend or to know: where it stands, and a sentence about it.

    `row` is the row as a spreadsheet program counts it (the header is row 1), the line in a letter,
    0 for a whole file.
    """

    file: str
    row: int
    column: str
    sentence: str

    def __str__(self) -> str:
        """Return the sentence with its place in front."""
        unit = "line" if self.file.endswith(".txt") else "row"
        row = f", {unit} {self.row}" if self.row else ""
        column = f", column {self.column}" if self.column else ""
        return f"{self.file}{row}{column}: {self.sentence}"


class SpreadsheetError(FollowupError):
    """Tables that cannot be used as they are; `problems` lists every reason found."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        more = len(problems) - 1
        rest = f" (and {more} more: see `followup check`)" if more else ""
        super().__init__(f"{problems[0]}{rest}")

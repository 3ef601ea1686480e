"""Lines shown a page at a time: a part of the import page that counts what is in it."""

from collections.abc import Callable, Sequence
from html import escape

import ipywidgets as w

from followup_lib.pages.kit.common import Status, button, details, html

PAGE = 25
"""Lines shown at a time."""
Lines = Callable[[int, int], Sequence[str]]
"""Returns the lines from one place up to another."""


def items(lines: Sequence[str]) -> str:
    """Return lines as a list."""
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"


class Part:
    """A folded part whose title counts what is in it; with nothing in it, it is not there."""

    def __init__(self, title: str, *inner: w.Widget, open_: bool = False) -> None:
        self.title = title
        self.box = details(title, *inner, open_=open_)

    def show(self, number: int) -> None:
        """Tell how many there are."""
        self.box.children[0].description = f"{self.title} ({number:,})"
        self.box.layout.display = "" if number else "none"

    def unfold(self) -> None:
        """Open it."""
        self.box.children[0].value = True


class Paged(Part):
    """A part of lines, `PAGE` at a time, with buttons for those before and after."""

    def __init__(
        self, title: str, about: str, status: Status, *after: w.Widget, open_: bool = False
    ) -> None:
        self.lines: Lines = lambda first, last: []
        self.number = self.first = 0
        self.body, self.place = html(""), html("")
        self.earlier = button("Previous rows", status, lambda: self._turn(-PAGE))
        self.later = button("Next rows", status, lambda: self._turn(PAGE))
        self.turning = w.HBox([self.earlier, self.later])
        super().__init__(
            title, html(about), self.body, self.place, self.turning, *after, open_=open_
        )

    def show_lines(self, number: int, lines: Lines) -> None:
        """Show other lines, at the same place where there are as many."""
        self.number, self.lines = number, lines
        self.first = self.first if self.first < number else 0
        self.show(number)
        self._turn(0)

    def show_all(self, lines: Sequence[str]) -> None:
        """Show lines that are there already."""
        self.show_lines(len(lines), lambda first, last: lines[first:last])

    def _turn(self, by: int) -> None:
        self.first = max(self.first + by, 0)
        last = min(self.first + PAGE, self.number)
        self.body.value = items(self.lines(self.first, last)) if self.number else ""
        paged = self.number > PAGE
        place = f"{self.first + 1:,} to {last:,} of {self.number:,}"
        self.place.value = f"<p>{place}</p>" if paged else ""
        self.turning.layout.display = "" if paged else "none"
        self.earlier.disabled, self.later.disabled = self.first == 0, last == self.number

"""The timelines page: which applications are drawn, the chart of them, and the same in words."""

import tempfile
from pathlib import Path
from typing import Any

import traitlets as t

from followup_lib.dates import count
from followup_lib.forms.choices import Choices, File
from followup_lib.forms.desk import Desk

ROWS = 25
"""Rows on one page of the chart."""

ACTIVE, ALL = "active", "all"
SCOPES: Choices = [("Those under way", ACTIVE), ("All, also those that ended", ALL)]
SIZES = (380, 690)
"""Pixels across of the charts shown: for a phone, and for the column of a page."""
FOR_FILES = 1280
"""Pixels across of a chart to keep or to print."""
KINDS = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}
NOTHING = "Nothing is here yet. Tell about your first interview, and its timeline begins."
ENDED = "Nothing is under way now. Choose “all” to see what ended."


class TimelinesModel(t.HasTraits):
    """A page of the chart. Changing `scope` or `start` draws anew.

    `pictures` are PNGs, one for each of `SIZES` (none when nothing is to draw); `text` says the
    same in words, `shown` which rows these are; `before` and `after` tell whether there are more.
    """

    scope = t.Unicode(ACTIVE)
    start = t.Int(0)
    pictures: t.List[Any] = t.List()
    alt = t.Unicode("")
    text = t.Unicode("")
    shown = t.Unicode("")
    before = t.Bool(False)
    after = t.Bool(False)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.draw()

    @t.observe("scope")
    def _from_the_top(self, _: object) -> None:
        if self.start:
            self.start = 0  # draws
        else:
            self.look_again()

    @t.observe("start")
    def look_again(self, _: object = None) -> str:
        """Read the search again and draw."""
        self.desk.look()
        self.draw()
        return "This is how things stand now."

    def draw(self) -> None:
        """Draw the rows of this page."""
        from followup_lib.charts import describe_timeline  # slow to import, and this page only

        every = self._ids()
        last = max((len(every) - 1) // ROWS * ROWS, 0)
        if self.start > last:
            self.start = last  # draws
            return
        ids = every[self.start : self.start + ROWS]
        self.before, self.after = self.start > 0, self.start + ROWS < len(every)
        if not ids:
            some = len(self.desk.tables.applications)
            self.pictures, self.shown, self.text = [], "", ENDED if some else NOTHING
            return
        few = len(every) <= ROWS
        first = self.start + 1
        self.shown = "" if few else f"Rows {first} to {self.start + len(ids)} of {len(every)}."
        self.alt = f"Timeline of {count(len(ids), 'application')}; the same in words stands below."
        self.text = describe_timeline(self.desk.tables, self.desk.today, applications=ids)
        self.pictures = [self._png(ids, size) for size in SIZES]

    def _ids(self) -> list[str]:
        from followup_lib.charts.data import timeline

        rows = timeline(self.desk.tables, self.desk.today).rows
        return list(rows.index if self.scope == ALL else rows.index[rows["group"] != "ended"])

    def _png(self, ids: list[str], size: int) -> bytes:
        from followup_lib.charts import chart_png

        return chart_png(self._figure(ids, size))

    def _figure(self, ids: list[str], size: int) -> Any:
        from followup_lib.charts import plot_timeline

        tables, today = self.desk.tables, self.desk.today
        return plot_timeline(tables, today, applications=ids, size=size).figure

    def turn(self, pages: int) -> None:
        """Show the rows a number of pages further on, or back."""
        self.start = max(self.start + pages * ROWS, 0)

    def file(self, kind: str) -> File:
        """Return the rows of this page as a file: png, svg or pdf."""
        from followup_lib.charts import save_chart

        ids = self._ids()[self.start : self.start + ROWS]
        name = f"timeline-{self.desk.today.isoformat()}.{kind}"
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / name
            save_chart(self._figure(ids, FOR_FILES), path)
            return name, KINDS[kind], path.read_bytes()

"""Sorting what came in: at which ones one talked to a person, each of them told, then the rest."""

from typing import Any, NamedTuple

import pandas as pd
import traitlets as t

from followup_lib.exchange import triage
from followup_lib.pages.kit.choices import unlike
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.kept_form import KeptForm
from followup_lib.records.dates import count
from followup_lib.records.rows import rows_as
from followup_lib.records.vocabulary import Status, words

CHOOSE, ASK, REST = "choose", "ask", "rest"


class Waiting(NamedTuple):
    """What is known of an application that waits to be sorted."""

    stage: str
    status: str
    last_on: pd.Timestamp


class TriageModel(KeptForm):
    """What waits to be sorted, and where one is in it.

    `step` is "" (nothing waits), `CHOOSE`, `ASK` or `REST`. `rows` are all that wait, as (label,
    application_id), `shown` those of them that `search` finds; `on_file` says of each what the list
    said. `chosen` are ids ticked, `seen` the ids one chose among: what came in later is to be
    chosen from first. `application_id` is the one asked about, the `number`-th of `total`. `go` are
    the words of the button that goes on, `the_rest` those on what becomes of the others; `last` is
    what was changed here last, "" when nothing was.
    """

    FIELDS = ("chosen", "seen")
    chosen: t.List[Any] = t.List()
    seen: t.List[Any] = t.List()

    search = t.Unicode("")
    rows: t.List[Any] = t.List()
    shown: t.List[Any] = t.List()
    step = t.Unicode("")
    application_id = t.Unicode("")
    number = t.Int(0)
    total = t.Int(0)
    go = t.Unicode("")
    the_rest = t.Unicode("")
    last = t.Unicode("")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "triage")
        self.on_file: dict[str, str] = {}
        self.restore()
        self.fill()
        if self.seen and not self.rows:
            self.clear()
        desk.tell(self.fill)

    def fill(self) -> None:
        """Read again what waits, and go on where one was."""
        waiting = triage.waiting(self.desk.plan, self.desk.tables)
        rows = rows_as(Waiting, waiting)
        self.on_file = {i: self._standing(row) for i, row in zip(waiting.index, rows, strict=True)}
        titles = [f"{self.desk.title(i)} · {standing}" for i, standing in self.on_file.items()]
        self.rows = list(zip(unlike(titles), waiting.index, strict=True))
        self.find()
        self._go_on()

    def _standing(self, row: Waiting) -> str:
        status = "" if row.status == Status.ACTIVE else words(row.status)
        day = self.desk.day(row.last_on)
        last = f"last on {day}" if day else "no day known"
        return " · ".join(filter(None, (words(row.stage), status, last)))

    @t.observe("search")
    def find(self, _: object = None) -> None:
        """Show the rows in whose label every word of the search stands."""
        wanted = self.search.casefold().split()
        self.shown = [row for row in self.rows if all(word in row[0].casefold() for word in wanted)]

    def choose(self, application_id: str, on: bool) -> None:
        """Tick an application, or take the tick away."""
        others = [i for i in self.chosen if i != application_id]
        self.chosen = [*others, application_id] if on else others
        self._go_on()

    def begin(self) -> None:
        """Go on with the ones ticked, in the order of the list."""
        waiting = [i for _, i in self.rows]
        self.chosen = [i for i in waiting if i in self.chosen]
        self.seen = waiting
        self._go_on()

    def back(self) -> None:
        """Choose again; what was told of one already stays told."""
        self.seen = []
        self._go_on()

    def _go_on(self) -> None:
        waiting = {i for _, i in self.rows}
        left = [i for i in self.chosen if i in waiting]
        begun = waiting <= set(self.seen)
        self.go = f"Go on with the {len(left)} ticked" if left else "None of these: go on"
        self.the_rest = self._sentence(len(waiting))
        self.total = len(self.chosen)
        self.application_id = left[0] if left and begun else ""
        self.number = self.chosen.index(left[0]) + 1 if self.application_id else 0
        self.step = (CHOOSE if not begun else ASK if left else REST) if waiting else ""

    def _sentence(self, n: int) -> str:
        one = n == 1
        others = "one rests" if one else f"{n} rest"
        known = f"The other {others}" if self.chosen else f"All {others}" if not one else "It rests"
        return f"{known} quietly. An answer from them wakes {'it' if one else 'them'}."

    def let_rest(self) -> str:
        """Let all that still wait rest, in one change, which one undo takes back."""
        ids = [i for _, i in self.rows]
        what = f"let {count(len(ids), 'imported application')} rest"
        self.desk.edit(what, lambda tables: triage.let_rest(tables, ids, self.desk.today))
        self.last = what
        return f"Sorted. At rest: {count(len(ids), 'application')}; a late answer wakes each."

"""Sorting what came in: at which ones one talked to a person, each of them told, then the rest."""

from typing import Any, NamedTuple

import pandas as pd
import traitlets as t

from followup_lib.advice.closing import COMES_BACK, ONE_COMES_BACK
from followup_lib.exchange import triage
from followup_lib.exchange.signs import Signs, read_signs
from followup_lib.pages.bring_in.asks import clip
from followup_lib.pages.kit.choices import unlike
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.kept_form import KeptForm, list_field
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
    application_id), those whose own cells tell of something first, `shown` those of them that
    `search` finds; `on_file` says of each what the list said, `signs` what its cells tell.
    `chosen` are ids ticked: those with signs come ticked, unless they are among the `unticked`.
    `seen` are the ids one chose among: what came in later is to be chosen from first.
    `application_id` is the one asked about, the `number`-th of `total`. `held` are those that stay
    out of the rest for what their cells tell, unless they are among `rest_too`. `go` are the words
    of the button that goes on, `the_rest` those on what becomes of the others, `let` those of the
    button that lets them rest; `last` is what was changed here last, "" when nothing was.
    """

    chosen = list_field()
    seen = list_field()
    unticked = list_field()
    rest_too = list_field()

    search = t.Unicode("")
    rows: t.List[Any] = t.List()
    shown: t.List[Any] = t.List()
    step = t.Unicode("")
    application_id = t.Unicode("")
    number = t.Int(0)
    total = t.Int(0)
    go = t.Unicode("")
    held: t.List[Any] = t.List()
    the_rest = t.Unicode("")
    let = t.Unicode("")
    last = t.Unicode("")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "triage")
        self.on_file: dict[str, str] = {}
        self.signs: dict[str, Signs] = {}
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
        self.signs = read_signs(self.desk.tables, waiting.index, self.desk.today)
        titles = [f"{self.desk.title(i)} · {self._told(i)}" for i in waiting.index]
        pairs = zip(unlike(titles), waiting.index, strict=True)
        self.rows = sorted(pairs, key=lambda pair: not self.signs[pair[1]].kinds)
        self.find()
        with self._quietly():
            left_out = {*self.unticked, *self.chosen}
            self.chosen = [*self.chosen, *(i for i in self._signed if i not in left_out)]
        self._go_on()

    @property
    def _signed(self) -> list[str]:
        """Return those that wait and whose own cells tell of something, in their order."""
        return [i for _, i in self.rows if self.signs[i].kinds]

    def _told(self, application_id: str) -> str:
        signs = self.signs[application_id]
        quote = f"“{clip(signs.quote)}”" if signs.kinds and signs.quote else ""
        return " · ".join(filter(None, (self.on_file[application_id], quote)))

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
        left_out = [i for i in self.unticked if i != application_id]
        self.unticked = left_out if on else [*left_out, application_id]
        self._go_on()

    @t.observe("rest_too")
    def _let_too(self, _: object = None) -> None:
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
        self.go = f"Continue with the {len(left)} checked" if left else "None of these: continue"
        held = [i for i in self._signed if i not in self.chosen]
        out = [i for i in held if i not in self.rest_too]
        self.held = [(self._why(i), i) for i in held]
        self.the_rest = self._sentence(len(waiting) - len(out), len(out))
        self.let = "Let them go for now" if len(waiting) - len(out) != 1 else "Let it go for now"
        self.let = self.let if len(waiting) > len(out) else ""
        self.total = len(self.chosen)
        self.application_id = left[0] if left and begun else ""
        self.number = self.chosen.index(left[0]) + 1 if self.application_id else 0
        self.step = (CHOOSE if not begun else ASK if left else REST) if waiting else ""

    def _why(self, application_id: str) -> str:
        return f"{self.desk.title(application_id)}: {', '.join(self.signs[application_id].kinds)}"

    def _sentence(self, n: int, out: int) -> str:
        if not n:
            return "Nothing else is waiting." if out else ""
        if n > 1:
            which = f"The other {n}" if self.chosen or out else f"All {n}"
            return f"{which} go on pause. {ONE_COMES_BACK}"
        which = "The other one" if self.chosen or out else "It"
        return f"{which} goes on pause. {COMES_BACK}"

    def let_rest(self) -> str:
        """Let those that still wait rest, but those held, in one change, which one undo takes back.

        Those held stay until somebody tells of them or lets them rest too.
        """
        stay = {i for _, i in self.held if i not in self.rest_too}
        ids = [i for _, i in self.rows if i not in stay]
        what = f"let {count(len(ids), 'imported application')} go for now"
        self.desk.edit(what, lambda tables: triage.let_rest(tables, ids, self.desk.today))
        self.last = what
        back = COMES_BACK if len(ids) == 1 else ONE_COMES_BACK
        rested = f"Sorted. On pause: {count(len(ids), 'application')}. {back}"
        return f"{rested} Still to be sorted: {len(stay)}." if stay else rested

"""The coach's list of clients on the session page, and what is done with a client's search."""

from typing import Any

import traitlets as t

from followup_lib.app.workspace import current_day, home, remember, secret_weeks
from followup_lib.coaching.client_files import copy_of, removal, remove, zipped
from followup_lib.coaching.clients import clients, in_words, searches_in
from followup_lib.coaching.redact import redacted_files
from followup_lib.coaching.rollup import as_csv, describe_roll_up, in_cells, roll_up
from followup_lib.pages.kit.choices import File
from followup_lib.pages.kit.desk import Desk
from followup_lib.records.dates import count
from followup_lib.records.errors import FollowupError
from followup_lib.store.search import JobSearch

SIZES = (380, 690)
"""Pixels of the chart on a narrow and on a wide screen."""


class ClientsModel(t.HasTraits):
    """The searches on this computer, each in a line; `others` are those that can be opened.

    Nothing is read before `show`: two hundred searches take some seconds.
    """

    lines: t.List[Any] = t.List()
    others: t.List[Any] = t.List()
    chosen = t.Unicode("")

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def show(self) -> str:
        """Read all searches, and change none."""
        listed = clients(searches_in(home()), current_day)
        here = self.desk.search.folder.resolve()
        self.lines = [in_words(client) for client in listed]
        self.others = [
            (client.called, str(client.folder))
            for client in listed
            if not client.problem and client.folder.resolve() != here
        ]
        self.chosen = self.others[0][1] if self.others else ""
        return f"On this computer: {len(listed)}."

    def open(self) -> None:
        """Open the chosen client's search; pages of the one before can change nothing any more."""
        if not self.chosen:
            raise FollowupError("Choose a client first.")
        search = JobSearch(next(path for path in searches_in(home()) if str(path) == self.chosen))
        search.read()
        remember(search)


class RollUpModel(t.HasTraits):
    """All clients in a table and two charts, told in `lines`; read when one asks.

    `cells` are the rows of the table, its titles first. `due` and `waits` are PNGs for narrow and
    wide screens: what is due this week, and how the waits go, none with too few interviews.
    """

    lines: t.List[Any] = t.List()
    cells: t.List[Any] = t.List()
    due: t.List[Any] = t.List()
    due_alt = t.Unicode("")
    waits: t.List[Any] = t.List()
    waits_alt = "How the waits of all clients go; the same in words stands above."

    def show(self) -> str:
        """Read all searches, count, and draw; change none."""
        from followup_lib.charts import describe_due, plot_due, plot_waits

        made = roll_up(searches_in(home()), current_day)
        with self.hold_trait_notifications():
            self.lines = describe_roll_up(made)
            self.cells = in_cells(made) if made.n else []
            self.due = _pictures([plot_due(made.own, size=size) for size in SIZES])
            self.due_alt = describe_due(made.own)
            self.waits = _pictures([plot_waits(made.waits, size=size) for size in SIZES])
        return f"Counted over {count(made.n, 'client')}; the practice copy is nobody’s."

    def file(self) -> File:
        """Return the table of today as a CSV."""
        return "roll-up.csv", "text/csv", as_csv(roll_up(searches_in(home()), current_day))


def _pictures(drawn: list[Any]) -> list[bytes]:
    """Return charts as PNGs; none of those that are only a sentence."""
    from followup_lib.charts import chart_png

    return [chart_png(ax.figure) for ax in drawn if ax.axison]


class ThisSearchModel(t.HasTraits):
    """What is done with the open search as a whole: a copy, a redacted copy, taking it off.

    `asked` is true once the person asked to take it off, and then has to type the client's name.
    """

    asked = t.Bool(False)
    typed_name = t.Unicode("")

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def copy(self) -> File:
        """Return the client's copy as a zip."""
        name = self.desk.search.folder.name
        return f"{name}.zip", "application/zip", copy_of(self.desk.search)

    def redacted(self) -> File:
        """Return a copy for supervision in which nobody can be recognised."""
        self.desk.look()
        files = redacted_files(self.desk.tables, secret_weeks())
        return "for-supervision.zip", "application/zip", zipped(files)

    def ask(self) -> str:
        """Tell what taking this search off the computer would delete, and ask for the name."""
        self.asked = True
        return " ".join([*removal(self.desk.search), "Type the client’s name to delete it."])

    def remove(self) -> str:
        """Delete this search when its client's name is typed."""
        if not self.asked:
            raise FollowupError("First read what would be deleted.")
        return remove(self.desk.search, self.typed_name)

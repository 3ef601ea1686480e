"""The page of a coach's clients: who comes next, what is due for each, and all counted together."""

import datetime as dt
from typing import Any

import traitlets as t

from followup_lib.app.workspace import current_day, folder_of, home, remember, same_day
from followup_lib.coaching.clients import Client, clients, searches_in
from followup_lib.coaching.cores import on_all_cores
from followup_lib.coaching.rollup import roll_up
from followup_lib.coaching.rollup_words import as_csv, describe_roll_up, in_cells
from followup_lib.pages.kit.bridge import File
from followup_lib.pages.kit.names import APPLICATIONS, SESSION
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.records.dates import count, short_day
from followup_lib.store.new_search import create_search
from followup_lib.store.search import JobSearch

SIZES = (380, 690)
"""Pixels of the chart on a narrow and on a wide screen."""
COLUMNS = ("Name", "Next session", "Due this week", "Late", "On pause", "Last session")
NOBODY = "No client’s search is here yet. Add your first client below."


class ClientsModel(t.HasTraits):
    """Everybody whose search lies here, the next session first; none is changed.

    `line` counts them. `rows` are dicts: `key` (the folder), `note` (what cannot be read, or is
    in doubt), `cells` as `COLUMNS`, each what is read and what it is sorted by. `new_name` is that
    of a client to add.
    """

    line = t.Unicode("")
    rows: t.List[Any] = t.List()
    new_name = t.Unicode("")

    def __init__(self) -> None:
        super().__init__()
        listed = clients(searches_in(home()), current_day)
        self.rows = [_row(client) for client in listed]
        self.line = _line(listed)

    def open(self, key: str) -> str:
        """Open a client's search, and return its page; pages of the one before change no more."""
        search = JobSearch(next(path for path in searches_in(home()) if str(path) == key))
        search.read()
        remember(search)
        return SESSION

    def begin(self) -> str:
        """Make and open the search of a new client; return the page their list is brought in on.

        Raises `FieldError` without a name, `FollowupError` when there is such a search already.
        """
        name = self.new_name.strip()
        if not name:
            raise FieldError("What is the client’s name? It goes under their letters.", "new_name")
        remember(create_search(folder_of(name), name=name))
        return APPLICATIONS


def _line(listed: list[Client]) -> str:
    if not listed:
        return NOBODY
    coming = [client for client in listed if client.next_on]
    late = sum(client.late for client in listed)
    told = [
        f"{count(len(listed), 'client').capitalize()}.",
        f"Next: {coming[0].called}, {_day(coming[0].next_on)}." if coming else "",
        f"{count(late, 'thing').capitalize()} late on their side." if late else "",
    ]
    return " ".join(filter(None, told))


def _row(client: Client) -> dict[str, Any]:
    told = [client.problem, *client.copies, *client.headers, client.doubt]
    numbers = (client.due + client.coming, client.late, client.resting)
    counted = [["", -1]] * 3 if client.problem else [[str(n), n] for n in numbers]
    days = [[_day(day), day.isoformat() if day else ""] for day in (client.next_on, client.last_on)]
    name = [client.called, client.called.casefold()]
    return {
        "key": "" if client.problem else str(client.folder),
        "note": " ".join(filter(None, told)),
        "cells": [name, days[0], *counted, days[1]],
    }


def _day(day: dt.date | None) -> str:
    return short_day(day, day) if day else ""


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
    waits_alt = "How long all clients wait; the same in words is above."

    def show(self) -> str:
        """Read all searches, count, and draw; change none."""
        from followup_lib.charts import describe_due, plot_due, plot_waits

        made = roll_up(searches_in(home()), same_day(), on_all_cores, self._told)
        with self.hold_trait_notifications():
            self.lines = describe_roll_up(made)
            self.cells = in_cells(made) if made.n else []
            self.due = _pictures([plot_due(made.own, size=size) for size in SIZES])
            self.due_alt = describe_due(made.own)
            self.waits = _pictures([plot_waits(made.waits, size=size) for size in SIZES])
        return f"Counted across {count(made.n, 'client')}; the practice copy isn’t counted."

    def file(self) -> File:
        """Return the table of today as a CSV."""
        made = roll_up(searches_in(home()), same_day(), on_all_cores)
        return "roll-up.csv", "text/csv", as_csv(made)

    def _told(self, done: int, of: int) -> None:
        self.lines = [f"Counted so far: {done:,} of {of:,}."]


def _pictures(drawn: list[Any]) -> list[bytes]:
    """Return charts as PNGs; none of those that are only a sentence."""
    from followup_lib.charts import chart_png

    return [chart_png(ax.figure) for ax in drawn if ax.axison]

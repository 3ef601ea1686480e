"""The view of a coach's clients: a table to sort and open one from, and all counted together."""

from functools import partial
from html import escape
from pathlib import Path
from typing import Any

import anywidget
import ipywidgets as w
import traitlets as t

from followup_lib.pages.clients.model import COLUMNS, ClientsModel, RollUpModel
from followup_lib.pages.kit.bridge import Download, OpenPage
from followup_lib.pages.kit.common import Page, Status, button, details, guarded, html, sentences
from followup_lib.pages.kit.picture import Picture
from followup_lib.pages.kit.script import script
from followup_lib.pages.kit.ties import Fields, live_html, shown_when

HERE = Path(__file__).parent


def clients_page() -> Page:
    """Return the page of everybody whose search lies here."""
    return Page(clients_form(ClientsModel()))


def clients_form(model: ClientsModel) -> w.VBox:
    """Return the widgets of the page."""
    status = Status()
    title = '<h1 class="followup-arrive" data-arrived="0" tabindex="-1">Clients</h1>'
    head = html(f"{title}<p>{escape(model.line)}</p>")
    head.add_class("followup-own-head")
    whole = w.VBox(
        [
            head,
            *([ClientsTable(model, status)] if model.rows else []),
            status,
            _new_client(model, status, open_=not model.rows),
            *([details("All clients together", *_all_together())] if model.rows else []),
        ]
    )
    whole.add_class("followup-whole")
    return whole


class ClientsTable(anywidget.AnyWidget):
    """The table of clients: it sorts and searches in the browser, and a name opens a session."""

    _esm = script("open") + (HERE / "table.js").read_text(encoding="utf-8")
    _css = (HERE / "table.css").read_text(encoding="utf-8")
    columns = t.List(list(COLUMNS)).tag(sync=True)
    rows: t.List[Any] = t.List().tag(sync=True)

    def __init__(self, model: ClientsModel, status: Status) -> None:
        super().__init__(rows=model.rows)
        self.model, self.status = model, status
        self.on_msg(self._hear)

    def _hear(self, _: object, told: dict[str, str], __: object) -> None:
        guarded(self.status, lambda: self.turn_to(told["key"]))()

    def turn_to(self, key: str) -> None:
        """Open a client's search and go to its session."""
        self.send({"type": "open", "path": f"{self.model.open(key)}.ipynb"})


def _new_client(model: ClientsModel, status: Status, *, open_: bool) -> w.VBox:
    on = OpenPage("Add and bring in their list", "", model.begin, primary=True)
    name = Fields(model, status).text("new_name", "The client’s name")
    return details("Add a client", name, on, open_=open_)


def _all_together() -> list[w.Widget]:
    """Return the roll-up: counts in a table, two charts, and the table as a file."""
    model, status = RollUpModel(), Status()
    due, waits = Picture(), Picture()
    lines = live_html(model, "lines", lambda: sentences(model.lines))
    table = live_html(model, "cells", lambda: as_table(model.cells))

    def show(_: object = None) -> None:
        due.show([partial(bytes, png) for png in model.due], model.due_alt)
        waits.show([partial(bytes, png) for png in model.waits], model.waits_alt)

    model.observe(show, ["due", "due_alt", "waits"])
    files = [
        button("Show all together", status, model.show),
        Download("Download the table (CSV)", model.file),
    ]
    shown = [shown_when(due, model, "due"), shown_when(waits, model, "waits")]
    return [w.HBox(files), status, lines, table, *shown]


def as_table(cells: list[list[str]]) -> str:
    """Return the cells, titles first, as an escaped table; a narrow screen scrolls it alone."""
    if not cells:
        return ""
    titles, *rows = cells
    head = "".join(f'<th scope="col">{escape(title)}</th>' for title in titles)
    body = "".join(
        f'<tr><th scope="row">{escape(client)}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in counts)
        + "</tr>"
        for client, *counts in rows
    )
    return (
        '<div class="followup-roll-up" role="region" tabindex="0" aria-label="All clients">'
        f"<table><caption>All clients: this week, and how long they wait</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )

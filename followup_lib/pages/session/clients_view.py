"""The view of the list of clients, and of giving away, redacting and removing a search."""

from html import escape

import ipywidgets as w

from followup_lib.pages.kit.bridge import Download
from followup_lib.pages.kit.common import (
    Status,
    button,
    details,
    heading,
    html,
    open_page,
    sentences,
)
from followup_lib.pages.kit.desk import START, Desk
from followup_lib.pages.kit.picture import Picture
from followup_lib.pages.kit.ties import Fields, shown_when
from followup_lib.pages.session.clients_model import ClientsModel, RollUpModel, ThisSearchModel


def clients_part(desk: Desk) -> w.Widget:
    """Return the folded list for a coach with several clients."""
    model, status = ClientsModel(desk), Status()
    listed = html("")

    def show(_: object = None) -> None:
        lines = "".join(f"<li>{escape(line)}</li>" for line in model.lines)
        listed.value = f"<ul>{lines}</ul>"

    model.observe(show, "lines")
    choice = Fields(model, status).choice("chosen", "Open the search of", "others")
    go = open_page("Open it", START, model.open)
    return details(
        "Several clients",
        html("<p>Who comes next, what is due, and what is late on their side. Only read here.</p>"),
        w.HBox([button("Show the clients on this computer", status, model.show)]),
        status,
        listed,
        shown_when(w.VBox([choice, go]), model, "others"),
        _all_together(),
    )


def _all_together() -> w.Widget:
    """Return the roll-up: counts in a table, two charts, and the table as a file."""
    model, status = RollUpModel(), Status()
    lines, table, due, waits = html(""), html(""), Picture(), Picture()

    def show(_: object = None) -> None:
        lines.value = sentences(model.lines)
        table.value = as_table(model.cells)
        due.show(model.due, model.due_alt)
        waits.show(model.waits, model.waits_alt)

    model.observe(show, ["lines", "cells", "due", "due_alt", "waits"])
    files = [
        button("Show all together", status, model.show),
        Download("Download the table (CSV)", model.file),
    ]
    shown = [shown_when(due, model, "due"), shown_when(waits, model, "waits")]
    return w.VBox([heading("All clients together", 3), w.HBox(files), status, lines, table, *shown])


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
        f"<table><caption>All clients: this week, and how their waits go</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def client_part(desk: Desk) -> w.Widget:
    """Return the folded part for what is done with this client's search as a whole."""
    model, status = ThisSearchModel(desk), Status()
    name = Fields(model, status).text("typed_name", "The client’s name, to confirm")
    sure = button("Delete it now", status, model.remove)
    return details(
        "This client’s search: a copy, a redacted copy, or taking it off",
        html("<p>The copy holds everything of the client’s, and a list of what is in it.</p>"),
        w.HBox(
            [
                Download("Give the client a copy", model.copy),
                Download("Make a redacted copy", model.redacted),
            ]
        ),
        html(
            "<p>In a redacted copy people, firms, addresses and texts are replaced, and all days "
            "moved together. Read it once before you share it.</p>"
        ),
        w.HBox([button("Take it off this computer …", status, model.ask)]),
        shown_when(w.VBox([name, w.HBox([sure])]), model, "asked"),
        status,
    )

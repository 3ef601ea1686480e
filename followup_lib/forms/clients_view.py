"""The view of the list of clients, and of giving away, redacting and removing a search."""

from html import escape

import ipywidgets as w

from followup_lib.forms.bridge import Download
from followup_lib.forms.clients_model import ClientsModel, RollUpModel, ThisSearchModel
from followup_lib.forms.common import Status, button, details, html, open_page, sentences
from followup_lib.forms.desk import START, Desk
from followup_lib.forms.picture import Picture
from followup_lib.forms.ties import Fields, shown_when


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
    """Return the roll-up: counts, the waits as a chart, and the table as a file."""
    model, status = RollUpModel(), Status()
    told, picture = html(""), Picture()

    def show(_: object = None) -> None:
        told.value = sentences(model.lines)
        picture.show(model.pictures, model.alt)

    model.observe(show, ["lines", "pictures"])
    return w.VBox(
        [
            w.HBox(
                [
                    button("Show all together", status, model.show),
                    Download("Download the table (CSV)", model.file),
                ]
            ),
            status,
            told,
            shown_when(picture, model, "pictures"),
        ]
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

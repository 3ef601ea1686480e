"""The view of giving a client's search away, redacting it, and removing it."""

import ipywidgets as w

from followup_lib.pages.kit.bridge import Download
from followup_lib.pages.kit.common import Status, button, details, html
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.ties import Fields, shown_when
from followup_lib.pages.session.this_search_model import ThisSearchModel


def this_search_part(desk: Desk) -> w.Widget:
    """Return the folded part for what is done with this client's search as a whole."""
    model, status = ThisSearchModel(desk), Status()
    name = Fields(model, status).text("typed_name", "The client’s name, to confirm")
    sure = button("Delete it now", status, model.remove)
    return details(
        "This client’s search: a copy, a redacted copy, or removing it",
        html("<p>The copy has everything that’s the client’s, and a list of what’s in it.</p>"),
        w.HBox(
            [
                Download("Give the client a copy", model.copy),
                Download("Make a redacted copy", model.redacted),
            ]
        ),
        html(
            "<p>In a redacted copy people, firms, addresses and texts are replaced, and all days "
            "are moved together. Read it once before you share it.</p>"
        ),
        w.HBox([button("Remove this search …", status, model.ask)]),
        shown_when(w.VBox([name, w.HBox([sure])]), model, "asked"),
        status,
    )

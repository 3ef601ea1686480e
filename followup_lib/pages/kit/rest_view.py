"""The view of letting several applications rest: a box to tick for each, and one button."""

import ipywidgets as w

from followup_lib.pages.kit.common import Status, button, details, html
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.rest_model import RestModel
from followup_lib.pages.kit.ties import Ticks, shown_when


def rest_part(desk: Desk) -> w.Widget:
    """Return the folded list of those that may rest."""
    model, status = RestModel(desk), Status()
    act = w.HBox([button("Let these go for now", status, model.let_rest)])
    part = details(
        "Let several go at once",
        html(
            "<p>You asked, they’ve been quiet long enough, and you don’t owe them anything. You "
            "don’t have to let any of them go.</p>"
        ),
        Ticks(model, "chosen", "choices", status).box,
        act,
    )
    return w.VBox([shown_when(part, model, "choices"), status])

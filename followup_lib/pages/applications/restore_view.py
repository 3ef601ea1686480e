"""The view of going back to an earlier state: linked to `RestoreForm`, it decides nothing."""

import ipywidgets as w

from followup_lib.pages.applications.restore_model import RestoreForm
from followup_lib.pages.kit.common import Status, button, field, html
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.ties import Tie
from followup_lib.pages.kit.undo import undo_of

ABOUT = (
    "<p>The last 20 changes are kept, and the last state of each day for a month. Going back "
    "changes every table and your settings; it can be undone.</p>"
)


def restore_widgets(desk: Desk) -> list[w.Widget]:
    """Return the list of states, the button to go back, and undo."""
    form, status = RestoreForm(desk), Status()
    states = field(w.Dropdown, "Which earlier state?")
    Tie(form, "chosen", states, status, choices="choices")
    return [
        html(ABOUT),
        states,
        w.HBox(
            [
                button("Go back to it", status, form.go_back),
                undo_of(desk, status, desk.undo),
            ]
        ),
        status,
    ]

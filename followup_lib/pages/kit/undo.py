"""The button that takes back what was changed on this page: it names its object."""

from collections.abc import Callable

import ipywidgets as w

from followup_lib.pages.kit.common import button
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.status import Status


def undo_of(desk: Desk, status: Status, undo: Callable[[], str]) -> w.Button:
    """Return the button; it stands only after a change made at this desk, until it is undone.

    `undo` takes back the last change of the search and returns which it was.
    """
    made = button("", status, lambda: f"Undone: {undo()}.")

    def show() -> None:
        mine = desk.done and desk.search.last_edit() == desk.done
        made.description = made.tooltip = f"Undo: {desk.done}"
        made.layout.display = "" if mine else "none"

    desk.tell(show)
    show()
    return made

"""The ways to leave a row, folded beneath its card on the start page."""

from typing import Any

import ipywidgets as w

from followup_lib.forms.common import Status, button, field
from followup_lib.forms.desk import Desk
from followup_lib.forms.fold import built_when_opened
from followup_lib.forms.leave import may_refuse, put_off


def not_now(desk: Desk, row: Any, status: Status) -> w.Widget:
    """Return the folded ways to leave a row of the plan: until a day, or "not this one"."""

    def ways() -> list[w.Widget]:
        until = field(w.DatePicker, "Put it off until")
        later = button("Put it off", status, lambda: put_off(desk, row, until.value or desk.today))
        never = button("Not this one", status, lambda: put_off(desk, row, None))
        return [until, w.HBox([later, never] if may_refuse(row) else [later])]

    return built_when_opened("Not now?", ways)

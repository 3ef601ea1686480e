"""The ways to leave a row, folded beneath its card on the start page."""

import datetime as dt

import ipywidgets as w

from followup_lib.pages.kit.common import Status, button, field
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.fold import built_when_opened
from followup_lib.pages.kit.kept_fields import KeptFields
from followup_lib.pages.kit.leave import may_refuse, put_off
from followup_lib.records.rows import PlanRow, key_of


def not_now(desk: Desk, row: PlanRow, status: Status) -> w.Widget:
    """Return the folded ways to leave a row of the plan: until a day, or "not this one"."""

    def ways() -> list[w.Widget]:
        until = field(w.DatePicker, "Put it off until")
        kept = KeptFields(desk.search, {"until": until}, status, f"not now {key_of(row)}")

        def leave(day: dt.date | None) -> str:
            sentence = put_off(desk, row, day)
            kept.clear()
            return sentence

        later = button("Put it off", status, lambda: leave(until.value or desk.today))
        never = button("Not this one", status, lambda: leave(None))
        return [until, w.HBox([later, never] if may_refuse(row) else [later])]

    return built_when_opened("Not now?", ways)

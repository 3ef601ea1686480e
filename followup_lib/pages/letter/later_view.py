"""The ways to leave the row of a letter page: for later, for good, on pause."""

import ipywidgets as w

from followup_lib.pages.kit.common import Status, button, details
from followup_lib.pages.kit.day_field import DayField
from followup_lib.pages.kit.kept_fields import KeptFields
from followup_lib.pages.kit.leave import may_refuse
from followup_lib.pages.letter.model import LetterModel
from followup_lib.pages.letter.sent_model import SentModel


class Later:
    """The folded ways, those that fit the row."""

    def __init__(self, model: LetterModel, sent: SentModel, status: Status) -> None:
        self.model = model
        desk = model.desk
        until = DayField(desk, "Put it off until", ahead=True)
        off = button("Put it off", status, lambda: sent.put_off(until.read() or desk.today))
        self.never = button("Not this one", status, lambda: sent.put_off(None))
        self.rest = button("Let it go for now", status, sent.let_rest)
        self.drop = button("Drop this promise", status, sent.drop_promise)
        ways = w.HBox([off, self.never, self.rest, self.drop])
        self.box = details("Not now?", until, ways)
        kept = KeptFields(desk.search, {"until": until}, status, f"later {model.key}")
        model.observe(lambda _: kept.start(f"later {model.key}"), "turned")
        model.observe(self.show, "turned")
        self.show()

    def show(self, _: object = None) -> None:
        """Offer what fits the row at hand."""
        if not self.model.key:
            return
        row = self.model.row
        self.drop.layout.display = "" if row.promise_id else "none"
        self.never.layout.display = "" if may_refuse(row) else "none"
        self.rest.layout.display = "none" if row.promise_id or row.reference_id else ""

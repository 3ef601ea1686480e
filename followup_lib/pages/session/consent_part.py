"""What a coach keeps, where and until when: agreed on before they begin, then out of sight."""

import datetime as dt

import ipywidgets as w
import traitlets as t

from followup_lib.coaching.consent import asks, consent_note
from followup_lib.pages.kit.common import Status, button, details, sentences
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.kept_form import KeptForm, day_field
from followup_lib.pages.kit.ties import Fields, live_html, shown_when
from followup_lib.pages.kit.trouble import FieldError

ALONE = "If you keep this search yourself and share it with nobody, there’s nothing to agree on."
SOME_MONTHS = 182
"""Days proposed: half a year."""


class ConsentForm(KeptForm):
    """The day until which the coach keeps the search; `asks` while it is to be agreed on."""

    keep_until = day_field()
    asks = t.Bool(False)
    ended = t.Unicode("")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "consent")
        self.propose(keep_until=desk.today + dt.timedelta(SOME_MONTHS))
        self.restore()
        self.look()
        desk.tell(self.look)

    def look(self) -> None:
        """See whether it is agreed on, and still holds."""
        held, today = self.desk.tables.settings.coaching, self.desk.today
        self.asks = asks(held, today)
        over = held.keep_until is not None and self.asks
        day = self.desk.day(held.keep_until)
        self.ended = f"You agreed to keep this until {day}: remove it, or agree again." * over

    def agree(self) -> str:
        """Note what was agreed on, in settings.toml."""
        day, today = self.keep_until, self.desk.today
        if day is None or day <= today:
            raise FieldError("Until what day? Choose a future date.", "keep_until")
        self.desk.set_settings("coaching", agreed_on=today, keep_until=day)
        self.clear()
        return f"Noted: kept until {self.desk.day(day)}. It’s on the page that goes home."


def consent_part(desk: Desk) -> w.Widget:
    """Return what is to be agreed on, there until it is, and the sentence that it was."""
    form, status = ConsentForm(desk), Status()

    def note() -> str:
        first = [form.ended] if form.ended else []
        return sentences([*first, *consent_note(desk.search.folder), ALONE])

    fold = details(
        "Before you begin: agree on what is kept",
        live_html(form, "ended", note),
        Fields(form, status).day("keep_until", "Keep it until", ahead=True),
        w.HBox([button("We agreed on this", status, form.agree)]),
    )
    return w.VBox([shown_when(fold, form, "asks"), status])

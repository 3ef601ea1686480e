"""A field for a day: typed as one says it, or chosen from the calendar, and read back beneath."""

import datetime as dt
from typing import Any

import anywidget
import traitlets as t

from followup_lib.advice.typed_day import read_typed
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.frame import wide
from followup_lib.pages.kit.script import script
from followup_lib.records.dates import MONTHS
from followup_lib.records.errors import FollowupError


class DayField(anywidget.AnyWidget):
    """A labeled line for one day. `value` is the day, None for none or one that cannot be told.

    `text` is what stands in the line, `heard` what of it was read; as what, or that it can't be, is
    `told` beneath.
    `ahead` is for days to come: there "Friday" is the next one, elsewhere the last one. While
    `unread`, the browser lets no main button of its card go on.
    """

    _esm = script("day_field")
    description = t.Unicode("").tag(sync=True)
    text = t.Unicode("").tag(sync=True)
    told = t.Unicode("").tag(sync=True)
    heard = t.Unicode("").tag(sync=True)
    unread = t.Bool(False).tag(sync=True)
    value = t.Instance(dt.date, allow_none=True)

    def __init__(self, desk: Desk, label: str, *, ahead: bool = False, **traits: Any) -> None:
        self.desk, self.ahead, self._ours = desk, ahead, False
        super().__init__(description=label, layout=wide(), **traits)
        self.add_class("followup-field")
        self.on_msg(self._chosen)

    @t.observe("text")
    def _read(self, _: object = None) -> None:
        if self._ours:
            return
        text, desk = self.text.strip(), self.desk
        calendar = desk.tables.settings.calendar
        day = read_typed(text, desk.today, calendar, ahead=self.ahead)
        self.unread = bool(text) and day is None
        self.told = self._sentence(text) if self.unread else desk.day(day)
        self._set(value=day, heard=self.text)

    @t.observe("value")
    def _show(self, _: object = None) -> None:
        if not self._ours:
            text = self.desk.day(self.value)
            self._set(text=text, heard=text, told="", unread=False)

    def _set(self, **values: Any) -> None:
        """Set traits of ours, which are then not taken for a person's."""
        self._ours = True
        for name, value in values.items():
            self.set_trait(name, value)
        self._ours = False

    def _sentence(self, text: str) -> str:
        example = f"{MONTHS[self.desk.today.month - 1]} {self.desk.today.day}"
        return (
            f"We can’t tell which day “{text}” is. Write it like “{example}”, or choose it from "
            "the calendar."
        )

    def _chosen(self, _: object, content: dict[str, Any], buffers: object) -> None:
        self.value = dt.date.fromisoformat(content["chosen"]) if content["chosen"] else None

    def read(self) -> dt.date | None:
        """Return the day, None for an empty line; raises `FollowupError` for words not understood.

        For a button that would go on without the day.
        """
        if self.unread:
            raise FollowupError(self.told)
        return self.value

"""Fields without a model, kept at every change until what is in them has gone where it belongs."""

import datetime as dt
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Protocol

import ipywidgets as w
import traitlets as t

from followup_lib.pages.kit.status import Status, guarded


class Shelf(Protocol):
    """Where input is kept: a search, or the start page's drafts."""

    def keep(self, key: str, values: dict[str, Any]) -> None:
        """Keep values; empty ones are forgotten."""

    def kept(self, key: str) -> dict[str, Any]:
        """Return what was kept."""


class KeptFields:
    """Some fields by name; what differs from what stands in them now is kept under a key.

    Trouble is told in `status`; an error about one of them by its name stands beneath it.
    """

    def __init__(self, shelf: Shelf, fields: Mapping[str, Any], status: Status, key: str) -> None:
        self.shelf, self.fields, self.key = shelf, fields, key
        self._blank = {name: box.value for name, box in fields.items()}
        self._turning = False
        self.turn(key)
        for name, box in fields.items():
            box.add_class(f"followup-at-{name}")
            box.observe(guarded(status, self._keep), "value")

    def turn(self, key: str) -> None:
        """Turn to what is kept under another key."""
        self.key, self._turning = key, True
        kept = self.shelf.kept(key)
        for name, box in self.fields.items():
            box.value = self._blank[name]
            with suppress(t.TraitError, ValueError):  # a file somebody else changed
                box.value = _read(box, kept.get(name, self._blank[name]))
        self._turning = False

    def clear(self) -> None:
        """Empty the fields and forget what was kept."""
        self.shelf.keep(self.key, {})
        self.turn(self.key)

    def settle(self) -> None:
        """Take what stands in the fields as saved, and forget what was kept."""
        self._blank = {name: box.value for name, box in self.fields.items()}
        self.shelf.keep(self.key, {})

    @property
    def kept(self) -> bool:
        """Tell whether anything unfinished stands in the fields."""
        return any(box.value != self._blank[name] for name, box in self.fields.items())

    def _keep(self) -> None:
        if not self._turning:
            values = {name: box.value for name, box in self.fields.items()}
            self.shelf.keep(
                self.key,
                {name: _written(v) for name, v in values.items() if v != self._blank[name]},
            )


def _written(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


def _read(box: Any, value: Any) -> Any:
    is_day = isinstance(box, w.DatePicker) and isinstance(value, str)
    return dt.date.fromisoformat(value) if is_day else value

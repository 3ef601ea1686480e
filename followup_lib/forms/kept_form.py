"""Forms whose fields are kept beside the tables at every change, until they are saved."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

import traitlets as t

from followup_lib.forms.desk import Desk


def day_field() -> Any:
    """Return a field that holds a day, or None."""
    return t.Instance(dt.date, allow_none=True)


class KeptForm(t.HasTraits):
    """A form: its `FIELDS` are traits (text, a day, yes or no, a list of texts), in order.

    What a person changed is kept under `draft` and is there again when the page opens anew.
    Fields they have not touched show what the form proposes.
    """

    FIELDS: ClassVar[tuple[str, ...]] = ()

    def __init__(self, desk: Desk, draft: str) -> None:
        super().__init__()
        self.desk = desk
        self.draft = draft
        self._blank = {name: getattr(self, name) for name in self.FIELDS}
        self._proposed = dict(self._blank)
        self._quiet = False
        self.observe(self._keep, list(self.FIELDS))

    def propose(self, **values: Any) -> None:
        """Fill in fields the person has not touched."""
        with self._quietly():
            for name, value in values.items():
                untouched = getattr(self, name) == self._proposed[name]
                self._proposed[name] = value
                if untouched:
                    setattr(self, name, value)

    def restore(self) -> None:
        """Fill in what was kept the last time."""
        kept = self.desk.search.kept(self.draft)
        with self._quietly():
            for name in self.FIELDS:
                if name in kept:
                    setattr(self, name, self._read(name, kept[name]))

    def clear(self) -> None:
        """Empty the fields and forget what was kept."""
        self._empty()
        self.desk.search.keep(self.draft, {})

    def start(self, draft: str, **values: Any) -> None:
        """Turn to something else: show `values`, and what was kept under `draft`."""
        self._empty()
        self.draft = draft
        self.propose(**values)
        self.restore()

    def settle(self, **values: Any) -> None:
        """Show `values` as saved, and forget what was kept."""
        self._empty()
        self.propose(**values)
        self.desk.search.keep(self.draft, {})

    def _empty(self) -> None:
        with self._quietly():
            for name, value in self._blank.items():
                setattr(self, name, value)
        self._proposed = dict(self._blank)

    @property
    def changed(self) -> dict[str, Any]:
        """Return the fields that differ from what the form proposed."""
        values = {name: getattr(self, name) for name in self.FIELDS}
        return {name: value for name, value in values.items() if value != self._proposed[name]}

    def _keep(self, _: object) -> None:
        if not self._quiet:
            plain = {name: _written(value) for name, value in self.changed.items()}
            self.desk.search.keep(self.draft, plain)

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """Change fields without keeping them."""
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before

    def _read(self, name: str, value: Any) -> Any:
        day = isinstance(self.traits()[name], t.Instance)
        return dt.date.fromisoformat(value) if day and isinstance(value, str) else value


def _written(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value

"""Input kept beside the tables at every change, until it has gone where it belongs."""

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any, Protocol

import traitlets as t

Holders = Mapping[str, tuple[t.HasTraits, str]]
"""For the name of each field what holds its value, and by which trait."""


class Shelf(Protocol):
    """Where input is kept: a search, or the start page's drafts."""

    def keep(self, key: str, values: dict[str, Any]) -> None:
        """Keep values; empty ones are forgotten."""

    def kept(self, key: str) -> dict[str, Any]:
        """Return what was kept."""


class Kept:
    """What is kept under one key; two windows may keep beside each other."""

    def __init__(self, shelf: Shelf, key: str) -> None:
        self.shelf, self.key = shelf, key

    @property
    def values(self) -> dict[str, Any]:
        """Return the values kept now; a day is text, such as 2026-03-16."""
        return self.shelf.kept(self.key)

    def put(self, values: Mapping[str, Any], *, without: str = "") -> None:
        """Keep values beside those kept already, and forget the one named `without`."""
        kept = self.values | {name: written(value) for name, value in values.items()}
        kept.pop(without, None)
        self.shelf.keep(self.key, kept)

    def forget(self) -> None:
        """Forget all of it."""
        self.shelf.keep(self.key, {})


class KeptInput(t.HasTraits):
    """Fields that keep what a person changed in them, and show it again on a page made anew.

    Fields they have not touched show what was proposed.
    """

    def __init__(self, shelf: Shelf, key: str, holders: Holders) -> None:
        super().__init__()
        self.store = Kept(shelf, key)
        self._holders = holders
        self._blank = self._values
        self._proposed = dict(self._blank)
        self._quiet = False

    @property
    def changed(self) -> dict[str, Any]:
        """Return the fields that differ from what was proposed."""
        return {name: now for name, now in self._values.items() if now != self._proposed[name]}

    def propose(self, **values: Any) -> None:
        """Fill in fields the person has not touched."""
        with self._quietly():
            for name, value in values.items():
                untouched = name not in self.changed
                self._proposed[name] = value
                if untouched:
                    self._set(name, value)

    def restore(self) -> None:
        """Fill in what was kept the last time."""
        kept = self.store.values
        with self._quietly():
            for name in self._holders:
                if name in kept:
                    with suppress(t.TraitError, ValueError):  # a file somebody else changed
                        self._read(name, kept[name])

    def clear(self) -> None:
        """Empty the fields and forget what was kept."""
        self._empty()
        self.store.forget()

    def start(self, key: str, **values: Any) -> None:
        """Turn to something else: show `values`, and what was kept under `key`."""
        self._empty()
        self.store.key = key
        self.propose(**values)
        self.restore()

    def settle(self, **values: Any) -> None:
        """Show `values` as saved, and forget what was kept."""
        self._empty()
        self.propose(**values)
        self.store.forget()

    def _keep(self, name: str) -> None:
        """Keep what was changed here beside what another window keeps of the same form."""
        if not self._quiet:
            mine = self.changed
            self.store.put(self._to_keep(mine), without="" if name in mine else name)

    def _to_keep(self, values: dict[str, Any]) -> dict[str, Any]:
        return values

    def _empty(self) -> None:
        with self._quietly():
            for name, value in self._blank.items():
                self._set(name, value)
        self._proposed = dict(self._blank)

    @property
    def _values(self) -> dict[str, Any]:
        return {name: getattr(holder, trait) for name, (holder, trait) in self._holders.items()}

    def _set(self, name: str, value: Any) -> None:
        holder, trait = self._holders[name]
        setattr(holder, trait, value)

    def _read(self, name: str, value: Any) -> None:
        """Fill in a value as it was kept: a text for a field that holds no text is a day."""
        holder, trait = self._holders[name]
        day = isinstance(value, str) and not isinstance(holder.traits()[trait], t.Unicode)
        self._set(name, dt.date.fromisoformat(value) if day else value)

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """Change fields without keeping them."""
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before


def written(value: Any) -> Any:
    """Return a value as it is kept: a day as text."""
    return value.isoformat() if isinstance(value, dt.date) else value

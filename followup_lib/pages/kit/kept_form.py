"""Forms whose fields are kept beside the tables at every change, until they are saved."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, ClassVar

import traitlets as t

from followup_lib.pages.kit.desk import TAKEN_BACK, Desk
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.records.dates import short_day
from followup_lib.records.tables import Tables


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
        self._logged: tuple[str, dict[str, Any]] = ("", {})
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
                    with suppress(t.TraitError, ValueError):  # a file somebody else changed
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

    def log_as(self, what: str, change: Callable[[Tables], Tables]) -> None:
        """Edit the search by what was typed, which stands here again when `undo` takes it back."""
        typed = self.changed
        self.desk.edit(what, change)
        self._logged = what, typed

    def undo(self) -> str:
        """Take back the last change; what was typed for it stands in the form again."""
        told = self.desk.undo()
        what, typed = self._logged
        if told == TAKEN_BACK.format(what):
            for name, value in typed.items():
                setattr(self, name, value)
        self._logged = "", {}
        return told

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

    def keep_changes(self) -> None:
        """Keep what still differs from what was proposed, and nothing else."""
        mine = self.changed
        self.desk.search.keep(self.draft, self._to_keep(mine) if mine else {})

    def _keep(self, change: Any) -> None:
        """Keep what was changed here beside what another window keeps of the same form."""
        if self._quiet:
            return
        mine = self.changed
        kept = self.desk.search.kept(self.draft) | self._to_keep(mine)
        if change["name"] not in mine:
            kept.pop(change["name"], None)
        self.desk.search.keep(self.draft, kept)

    def _to_keep(self, values: dict[str, Any]) -> dict[str, Any]:
        return {name: _written(value) for name, value in values.items()}

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


class EditForm(KeptForm):
    """A form for cells that are in the tables already: what another window saved is not lost.

    Beside what a person typed, the cell as it was then is kept too.
    """

    def __init__(self, desk: Desk, draft: str) -> None:
        self._elsewhere: dict[str, Any] = {}
        super().__init__(desk, draft)

    def propose(self, **values: Any) -> None:
        """Show cells as they are now; notice those changed elsewhere while one typed in them."""
        for name, value in values.items():
            touched = getattr(self, name) != self._proposed[name]
            if touched and value not in (self._proposed[name], getattr(self, name)):
                self._elsewhere[name] = value
        super().propose(**values)

    def restore(self) -> None:
        """Fill in what was kept the last time; notice what was changed elsewhere since."""
        super().restore()
        was = self.desk.search.kept(self.draft).get("was", {})
        for name in self.changed:
            now = _written(self._proposed[name])
            if was.get(name, now) != now:
                self._elsewhere[name] = self._proposed[name]

    def refuse_overwriting(self) -> None:
        """Look again; raise `FieldError`, once, for a cell another window changed meanwhile."""
        self.desk.look()
        for name in [name for name in self._elsewhere if name in self.changed]:
            value = self._elsewhere.pop(name)
            day = isinstance(value, dt.date)
            shown = short_day(value, self.desk.today) if day else f"“{value}”" if value else "empty"
            raise FieldError(
                f"Another window changed this to {shown} meanwhile. Yours is still here: save "
                "again to put it in place of the other.",
                name,
            )

    def _to_keep(self, values: dict[str, Any]) -> dict[str, Any]:
        was = {name: _written(self._proposed[name]) for name in values}
        return super()._to_keep(values) | {"was": was}

    def _empty(self) -> None:
        self._elsewhere = {}
        super()._empty()


def _written(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value

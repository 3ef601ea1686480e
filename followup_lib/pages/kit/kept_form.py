"""Forms whose fields are kept beside the tables at every change, until they are saved."""

import datetime as dt
from collections.abc import Callable
from typing import Any, ClassVar

import traitlets as t

from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.kept import KeptInput, written
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.records.dates import short_day
from followup_lib.records.tables import Tables


def text_field(text: str = "") -> "t.Unicode[str, str | bytes]":
    """Return a field that holds a text."""
    return t.Unicode(text).tag(kept=True)


def day_field() -> Any:
    """Return a field that holds a day, or None."""
    return t.Instance(dt.date, allow_none=True).tag(kept=True)


def yes_field() -> "t.Bool[bool, bool | int]":
    """Return a field that is checked or not."""
    return t.Bool(False).tag(kept=True)


def list_field() -> "t.List[Any]":
    """Return a field that holds several texts."""
    return t.List().tag(kept=True)


class KeptForm(KeptInput):
    """A form: its `FIELDS` are the traits that hold what a person fills in, in order.

    They are kept in the search that lies open on the desk.
    """

    FIELDS: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        own = [name for name, trait in vars(cls).items() if _is_kept(trait)]
        cls.FIELDS = (*cls.FIELDS, *own)

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__(desk.search, key, {name: (self, name) for name in self.FIELDS})
        self.desk = desk
        self._logged: tuple[str, dict[str, Any]] = ("", {})
        self.observe(lambda change: self._keep(change["name"]), list(self.FIELDS))

    def log_as(self, what: str, change: Callable[[Tables], Tables]) -> None:
        """Edit the search by what was typed, which stands here again when `undo` takes it back."""
        typed = self.changed
        self.desk.edit(what, change)
        self._logged = what, typed

    def undo(self) -> str:
        """Take back the last change, and return which; what was typed for it stands here again."""
        undone = self.desk.undo()
        what, typed = self._logged
        if undone == what:
            for name, value in typed.items():
                setattr(self, name, value)
        self._logged = "", {}
        return undone


def _is_kept(trait: object) -> bool:
    return isinstance(trait, t.TraitType) and bool(trait.metadata.get("kept"))


class EditForm(KeptForm):
    """A form for cells that are in the tables already: what another window saved is not lost.

    Beside what a person typed, the cell as it was then is kept too.
    """

    def __init__(self, desk: Desk, key: str) -> None:
        self._elsewhere: dict[str, Any] = {}
        super().__init__(desk, key)

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
        was = self.store.values.get("was", {})
        for name in self.changed:
            now = written(self._proposed[name])
            if was.get(name, now) != now:
                self._elsewhere[name] = self._proposed[name]

    def refuse_overwriting(self) -> None:
        """Read again; raise `FieldError`, once, for a cell another window changed meanwhile."""
        self.desk.look()
        for name in [name for name in self._elsewhere if name in self.changed]:
            value = self._elsewhere.pop(name)
            day = isinstance(value, dt.date)
            shown = short_day(value, self.desk.today) if day else f"“{value}”" if value else "empty"
            raise FieldError(
                f"Another window changed this to {shown} in the meantime. Yours is still here: "
                "save again to use it instead.",
                name,
            )

    def keep_changes(self) -> None:
        """Keep what still differs from what was proposed, and nothing else."""
        mine = self.changed
        self.store.forget()
        if mine:
            self.store.put(self._to_keep(mine))

    def _to_keep(self, values: dict[str, Any]) -> dict[str, Any]:
        was = {name: written(self._proposed[name]) for name in values}
        return super()._to_keep(values) | {"was": was}

    def _empty(self) -> None:
        self._elsewhere = {}
        super()._empty()

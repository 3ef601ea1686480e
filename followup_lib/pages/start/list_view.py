"""The view of today's list: one widget for all its lines, linked to `ListModel`."""

import datetime as dt
from pathlib import Path
from typing import Any

import anywidget
import traitlets as t

from followup_lib.pages.kit.script import script
from followup_lib.pages.kit.status import Status, guarded
from followup_lib.pages.start.list_model import KINDS, ListModel

HERE = Path(__file__).parent


class RowList(anywidget.AnyWidget):
    """All lines of a list; the browser tells what was clicked, `status` what came of it."""

    _esm = script("open") + (HERE / "list.js").read_text(encoding="utf-8")
    _css = (HERE / "list.css").read_text(encoding="utf-8")
    groups: t.List[Any] = t.List().tag(sync=True)
    searched = t.Bool(False).tag(sync=True)
    find = t.Unicode("").tag(sync=True)
    kind = t.Unicode("all").tag(sync=True)
    kinds: t.List[Any] = t.List([list(pair) for pair in KINDS.items()]).tag(sync=True)

    def __init__(self, model: ListModel, status: Status) -> None:
        super().__init__()
        self.model, self.status = model, status
        for name in ("find", "kind"):
            t.link((model, name), (self, name))
        for name in ("groups", "searched"):
            t.dlink((model, name), (self, name))
        self.on_msg(self._hear)

    def _hear(self, _: object, told: dict[str, Any], __: object) -> None:
        guarded(self.status, lambda: self.hear(told))()

    def hear(self, told: dict[str, Any]) -> str | None:
        """Do what a click asks for, and return what was done."""
        kind, model = told["type"], self.model
        if kind == "open":
            self.send({"type": "open", "path": f"{model.open(told['key'])}.ipynb"})
        elif kind == "heard":
            self.send({"type": "open", "path": f"{model.hear_from(told['key'])}.ipynb"})
        elif kind == "toggle":
            model.toggle(told["name"], is_open=told["open"])
        elif kind == "more":
            model.show_more(told["group"])
        elif kind == "day":
            model.keep_day(told["key"], told["part"], told["day"])
        elif kind == "act":
            day = dt.date.fromisoformat(told["day"]) if told["day"] else None
            return model.act(told["key"], told["part"], told["name"], day)
        return None

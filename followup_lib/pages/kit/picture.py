"""A picture that stays in its place while what it shows changes, and that can be pointed at."""

import base64
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import anywidget
import traitlets as t

NAMES = ("narrow", "wide")


class Picture(anywidget.AnyWidget):
    """A PNG for narrow screens or one for wide ones, drawn when it is wanted, and words for it.

    `point` is called at a click with the place of the picture shown (0 narrow, 1 wide) and how far
    down it was, from 0 to 1. Whoever cannot point chooses from a list beside it.
    """

    _esm = Path(__file__).with_name("picture.js").read_text(encoding="utf-8")
    narrow = t.Unicode("").tag(sync=True)
    wide = t.Unicode("").tag(sync=True)
    alt = t.Unicode("").tag(sync=True)
    made = t.Int(0).tag(sync=True)
    empty = t.Bool(True).tag(sync=True)
    points = t.Bool(False).tag(sync=True)

    def __init__(self, point: Callable[[int, float], object] | None = None) -> None:
        super().__init__(points=point is not None)
        self._point = point
        self._pictures: Sequence[Callable[[], bytes]] = ()
        self.on_msg(self._hear)

    def show(self, pictures: Sequence[Callable[[], bytes]], alt: str) -> None:
        """Show one of two pictures, or none; the browser says which, and it is drawn then."""
        self._pictures = pictures
        with self.hold_sync():
            self.alt, self.narrow, self.wide = alt, "", ""
            self.made, self.empty = self.made + 1, not pictures

    def _hear(self, _: object, told: dict[str, Any], buffers: object) -> None:
        place = int(told["picture"])
        if told["type"] == "clicked" and self._point:
            self._point(place, float(told["down"]))
        elif told["type"] == "wanted" and self._pictures:
            self.set_trait(NAMES[place], _address(self._pictures[place]()))


def _address(png: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(png).decode('ascii')}"

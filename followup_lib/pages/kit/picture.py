"""A picture that stays in its place while what it shows changes, and that can be pointed at."""

import base64
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import anywidget
import traitlets as t

NAMES = ("narrow", "wide")
Spots = Callable[[int], list[dict[str, Any]]]
"""What returns the spots of a picture, when that is drawn."""


class Picture(anywidget.AnyWidget):
    """A PNG for narrow screens or one for wide ones, drawn when it is wanted, and words for it.

    `spots` of a picture are told to whoever points there, without asking Python: dicts of a box
    (`left`, `top`, `width`, `height`, in parts of the picture), its `words`, and its `row`, -1 for
    a mark within a row. Rows can be reached with the keyboard too.

    `point` is called at a click with the place of the picture shown (0 narrow, 1 wide) and how far
    down it was, from 0 to 1. Whoever cannot point chooses from a list beside it.
    """

    _esm = Path(__file__).with_name("picture.js").read_text(encoding="utf-8")
    narrow = t.Unicode("").tag(sync=True)
    wide = t.Unicode("").tag(sync=True)
    narrow_spots: t.List[Any] = t.List().tag(sync=True)
    wide_spots: t.List[Any] = t.List().tag(sync=True)
    alt = t.Unicode("").tag(sync=True)
    made = t.Int(0).tag(sync=True)
    empty = t.Bool(True).tag(sync=True)
    points = t.Bool(False).tag(sync=True)

    def __init__(self, point: Callable[[int, float], object] | None = None) -> None:
        super().__init__(points=point is not None)
        self._point = point
        self._pictures: Sequence[Callable[[], bytes]] = ()
        self._spots: Spots = _none
        self.on_msg(self._hear)

    def show(
        self, pictures: Sequence[Callable[[], bytes]], alt: str, spots: Spots | None = None
    ) -> None:
        """Show one of two pictures, or none; the browser says which, and it is drawn then."""
        self._pictures, self._spots = pictures, spots or _none
        with self.hold_sync():
            self.alt, self.narrow, self.wide = alt, "", ""
            self.made, self.empty = self.made + 1, not pictures

    def _hear(self, _: object, told: dict[str, Any], buffers: object) -> None:
        place = int(told["picture"])
        if told["type"] == "clicked" and self._point:
            self._point(place, float(told["down"]))
        elif told["type"] == "wanted" and self._pictures:
            address = _address(self._pictures[place]())
            with self.hold_sync():
                self.set_trait(f"{NAMES[place]}_spots", self._spots(place))
                self.set_trait(NAMES[place], address)


def _none(_: int) -> list[dict[str, Any]]:
    return []


def _address(png: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(png).decode('ascii')}"

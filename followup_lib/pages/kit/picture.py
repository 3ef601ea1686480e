"""A picture that stays in its place while what it shows changes, and that can be pointed at."""

import base64
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import anywidget
import traitlets as t


class Picture(anywidget.AnyWidget):
    """A PNG for narrow screens and one for wide ones, with a text alternative.

    `point` is called at a click with the place of the picture shown (0 narrow, 1 wide) and how far
    down it was, from 0 to 1. Whoever cannot point chooses from a list beside it.
    """

    _esm = Path(__file__).with_name("picture.js").read_text(encoding="utf-8")
    narrow = t.Unicode("").tag(sync=True)
    wide = t.Unicode("").tag(sync=True)
    alt = t.Unicode("").tag(sync=True)
    points = t.Bool(False).tag(sync=True)

    def __init__(self, point: Callable[[int, float], object] | None = None) -> None:
        super().__init__(points=point is not None)
        self._point = point
        self.on_msg(self._clicked)

    def show(self, pictures: Sequence[bytes], alt: str) -> None:
        """Show the two pictures, or none; all of it changes at once."""
        narrow, wide = (_address(png) for png in pictures) if pictures else ("", "")
        with self.hold_sync():
            self.alt, self.narrow, self.wide = alt, narrow, wide

    def _clicked(self, _: object, content: dict[str, Any], buffers: object) -> None:
        if self._point and content.get("type") == "clicked":
            self._point(int(content["picture"]), float(content["down"]))


def _address(png: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(png).decode('ascii')}"

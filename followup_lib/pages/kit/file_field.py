"""A field to choose a file with: it travels in pieces, so its size meets no limit of a server."""

from collections.abc import Callable
from typing import Any

import anywidget
import traitlets as t

from followup_lib.pages.kit.script import script
from followup_lib.pages.kit.trouble import told


class FileField(anywidget.AnyWidget):
    """A labeled field for one file. `begin` is told its name and size, `take` its name and bytes.

    What either raises stands beneath the field, marked as wrong; what `take` returns is `told`
    there. `accept` are the endings a browser offers.
    """

    _esm = script("mark", "file_field")
    label = t.Unicode("").tag(sync=True)
    accept = t.Unicode("").tag(sync=True)
    told = t.Unicode("").tag(sync=True)

    def __init__(
        self,
        label: str,
        accept: str,
        begin: Callable[[str, int], object],
        take: Callable[[str, bytes], str],
    ) -> None:
        super().__init__(label=label, accept=accept)
        self.begin, self.take = begin, take
        self._pieces: list[bytes] = []
        self.on_msg(self._hear)

    def _hear(self, widget: "FileField", content: dict[str, Any], buffers: list[Any]) -> None:
        with told(self._failed):
            whole = self._piece(content, bytes(buffers[0]))
            self.send({"type": "done" if whole else "more"})

    def _failed(self, sentence: str, _: str) -> None:
        self._pieces = []
        self.send({"type": "failed", "sentence": sentence})

    def _piece(self, content: dict[str, Any], piece: bytes) -> bool:
        """Keep a piece of a file; the last one hands the file over, and returns True."""
        name, size = content["name"], content["size"]
        if content["start"] == 0:
            self._pieces, self.told = [], ""
            self.begin(name, size)
        self._pieces.append(piece)
        if content["start"] + len(piece) < size:
            return False
        data, self._pieces = b"".join(self._pieces), []
        self.told = self.take(name, data)
        return True

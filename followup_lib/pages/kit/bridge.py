"""Buttons that reach outside the page: open another page, copy a text, download a file.

Each is a real button with a status line beside it. Python prepares what is needed at the click;
what goes wrong there is told in the status line.
"""

from collections.abc import Callable
from typing import Any

import anywidget
import traitlets

from followup_lib.pages.kit.script import look, script
from followup_lib.pages.kit.trouble import told

File = tuple[str, str, bytes]
"""A file to download: its name, MIME type and content."""


class Bridge(anywidget.AnyWidget):
    """A button that asks Python at each click and lets the browser do what Python answers.

    `label` is the text on the button; `primary` marks the one main button of a page.
    """

    _esm = script("open", "mark", "bridge")
    _css = look("bridge")
    kind = traitlets.Unicode("").tag(sync=True)
    label = traitlets.Unicode("").tag(sync=True)
    primary = traitlets.Bool(False).tag(sync=True)

    def __init__(self, label: str, *, primary: bool = False, **traits: Any) -> None:
        super().__init__(label=label, primary=primary, **traits)
        self.on_msg(self._answer)

    def clicked(self) -> tuple[dict[str, str], list[bytes]]:
        """The message for the browser, and its buffers. FollowupErrors are shown to the person."""
        raise NotImplementedError

    def _answer(self, widget: "Bridge", content: dict[str, str], buffers: list[bytes]) -> None:
        if content.get("type") == "clicked":
            with told(self._failed):
                self.send(*self.clicked())

    def _failed(self, sentence: str, field: str) -> None:
        self.send({"type": "failed", "sentence": sentence, "field": field})


class OpenPage(Bridge):
    """A button that opens `page`, a notebook beside this one, in either face.

    `before` is called first, for example to save which application was chosen; it may name another
    page to open.
    """

    def __init__(
        self,
        label: str,
        page: str,
        before: Callable[[], str | None] = lambda: None,
        *,
        primary: bool = False,
    ) -> None:
        super().__init__(label, primary=primary, kind="open")
        self.page = page
        self.before = before

    def clicked(self) -> tuple[dict[str, str], list[bytes]]:
        """Call `before`, then name the page to open."""
        page = self.before() or self.page
        return {"type": "open", "path": f"{page}.ipynb", "done": ""}, []


class CopyText(Bridge):
    """A button that puts `text`, as it is at the click, on the clipboard, and says `done`.

    When that is what stands in a field, `source` names the field (its class is "followup-at-" and
    this), and the browser copies what is in view. `copied` tells whether this very text was copied.
    """

    source = traitlets.Unicode("").tag(sync=True)
    done = traitlets.Unicode("").tag(sync=True)
    text = traitlets.Unicode("")
    copied = traitlets.Bool(False)

    def __init__(self, label: str, *, done: str = "Copied.", source: str = "") -> None:
        super().__init__(label, kind="copy", done=done, source=source)

    def clicked(self) -> tuple[dict[str, str], list[bytes]]:
        """Hand over the text."""
        self.copied = True
        return {"type": "copy", "text": self.text, "done": self.done}, []

    @traitlets.observe("text")
    def _changed(self, change: object) -> None:
        """Take back "Copied.", which is no longer true."""
        self.copied = False
        if self.comm:
            self.send({"type": "changed"})


class Download(Bridge):
    """A button that saves the file which `make` returns: file name, MIME type, content."""

    def __init__(self, label: str, make: Callable[[], File]) -> None:
        super().__init__(label, kind="save")
        self.make = make

    def clicked(self) -> tuple[dict[str, str], list[bytes]]:
        """Make the file and hand it over."""
        filename, mime, content = self.make()
        done = f"Downloaded: {filename}"
        return {"type": "save", "filename": filename, "mime": mime, "done": done}, [content]

"""What differs where the workbook runs in the browser alone: all of it is in this file.

Python's home is a folder in memory, which the browser keeps in a database of its own (IndexedDB):
it is brought when a page starts, and kept anew after each change.
"""

import asyncio
import errno
import io
import json
import os
import shutil
import sys
import tempfile
import warnings
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import js
import pyodide_js
from IPython import get_ipython
from IPython.display import HTML, clear_output, display
from pyodide.ffi import create_proxy, to_js

# A browser runs one process; the library imports the rest only to find that there is one core.
sys.modules.setdefault("_multiprocessing", ModuleType("_multiprocessing"))
os.link = shutil.copyfile  # its file system has no second names

HOME = Path.home()
WHERE = (
    "Your searches are kept in this browser only, and “Clear browsing data” takes them away, so "
    "take your folder home now and then."
)
MORE = (
    "They are in this browser and nowhere else: no server has them. A private window that is "
    "closed takes them away, too, and so may a browser that tidies up sites not visited for weeks. "
    "The folder comes as a zip; once unpacked, any copy of the workbook can go on with it."
)
HERE = '<p role="status">Python is here. The workbook opens in a few seconds.</p>'
ELSEWHERE = (
    "The workbook is open in another tab or window of this browser. Close it there, then load "
    "this page again."
)

UNREADABLE = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError)
"""What a zip raises that is damaged, of another kind, or for another file system."""


class OpenElsewhereError(Exception):
    """Another tab has the searches; shown as its sentence alone."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


async def begin() -> None:
    """Bring what the browser keeps, and fit the library to it; called before a page runs."""
    if not await _alone():
        raise OpenElsewhereError(ELSEWHERE)
    display(HTML(HERE))
    await Kept().bring()
    _send_json()
    _teach_matplotlib()
    warnings.filterwarnings("ignore", "only soft file lock")
    from followup_lib import pages
    from followup_lib.store.shipped import shipped

    os.chdir(shipped("notebooks"))  # the next page is built from there
    start = pages.start_page

    def start_page() -> Any:
        page = start()
        page.box.children = [*page.box.children, _home_part()]
        return page

    pages.start_page = start_page
    clear_output()


class Kept:
    """The home as the browser keeps it."""

    def __init__(self) -> None:
        self._changed = self._busy = False
        self._trouble = ""
        self._tell = js.BroadcastChannel.new("followup-keeping")  # heard by head.html

    async def bring(self) -> None:
        """Bring what is kept, and from now on keep whatever becomes of the files."""
        files = pyodide_js.FS
        files.mount(files.filesystems.IDBFS, to_js({}), str(HOME))
        await self._pass(into_memory=True)
        for name in ("fsync", "unlink", "rmdir", "rename", "replace"):
            setattr(os, name, self._noting(getattr(os, name)))

    def _noting(self, act: Callable[..., Any]) -> Callable[..., Any]:
        def noted(*given: Any, **named: Any) -> Any:
            if self._trouble and act.__name__ == "fsync":
                said, self._trouble = self._trouble, ""
                self._change()
                raise OSError(errno.ENOSPC, said)
            self._change()
            return act(*given, **named)

        return noted

    def _change(self) -> None:
        """Keep the home as soon as what is being done now is done."""
        self._changed = True
        if not self._busy:
            self._busy = True
            self._tell.postMessage(True)
            self._task = asyncio.ensure_future(self._keep())

    async def _keep(self) -> None:
        """Keep it until nothing changes any more; what goes wrong is told by the next saving.

        Until then, and where it went wrong, the tab is not closed without asking.
        """
        try:
            while self._changed:
                self._changed = False
                await self._pass(into_memory=False)
        except OSError as error:
            self._trouble = str(error)
        finally:
            self._busy = False
            self._tell.postMessage(bool(self._trouble))

    async def _pass(self, *, into_memory: bool) -> None:
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

        def told(error: Any = None) -> None:
            if error:
                said = f"your browser kept nothing of the last change: {error}"
                done.set_exception(OSError(said))
            else:
                done.set_result(None)

        proxy = create_proxy(told)
        pyodide_js.FS.syncfs(into_memory, proxy)
        await done
        proxy.destroy()


async def _alone() -> bool:
    """Take the lock of this site, held as long as this Python lives; False when another has it."""
    taken: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

    def hold(lock: Any) -> Any:
        taken.set_result(lock is not None)
        return js.Promise.new(create_proxy(lambda *_: None)) if lock is not None else None

    options = to_js({"ifAvailable": True}, dict_converter=js.Object.fromEntries)
    js.navigator.locks.request("followup-workbook", options, create_proxy(hold))
    return await taken


def _home_part() -> Any:
    """Return what the start page says of where searches are, and the ways out and in."""
    import ipywidgets as w

    from followup_lib.pages.kit.bridge import Download
    from followup_lib.pages.kit.common import details, html, sentences
    from followup_lib.pages.kit.file_field import FileField

    take = Download("Take my folder home", lambda: ("Follow-up.zip", "application/zip", zipped()))
    field = FileField("Bring it back: the zip", ".zip", lambda name, size: None, brought)
    more = details("Where your searches are", html(sentences([MORE])), field)
    return w.VBox([html(sentences([WHERE])), take, more])


def zipped() -> bytes:
    """Return every search and a coach's notes as one zip file."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as whole:
        for path in sorted(HOME.glob("Follow-up*/**/*")):
            if path.is_file():
                whole.write(path, path.relative_to(HOME))
    return made.getvalue()


def brought(name: str, data: bytes) -> str:
    """Put the searches of such a zip beside those that are here, and open the last one.

    One of a name that is here already gets a number; the practice search, and a coach's notes that
    are here, stay as they are. Raises `FollowupError` for another file.
    """
    from followup_lib.app.workspace import coach_folder, home, remember
    from followup_lib.records.errors import FollowupError
    from followup_lib.store.new_search import PRACTICE
    from followup_lib.store.search import JobSearch

    with tempfile.TemporaryDirectory() as folder:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as whole:
                whole.extractall(folder)
        except UNREADABLE as error:
            raise FollowupError(
                f"{name} can’t be read as a zip file ({error}); nothing was changed. Choose the "
                "one that “Take my folder home” saved."
            ) from error
        found = [path.parent for path in sorted(Path(folder).glob("Follow-up/*/applications.csv"))]
        found = [search for search in found if search.name != PRACTICE]
        if not found:
            raise FollowupError(
                f"{name} holds no search in a folder “Follow-up”, as “Take my folder home” makes "
                "them. Nothing was changed."
            )
        names = []
        for search in found:
            target = home() / search.name
            number = 2
            while target.exists():
                target = home() / f"{search.name} {number}"
                number += 1
            shutil.copytree(search, target)
            remember(JobSearch(target))
            names.append(f"“{target.name}”")
        notes = Path(folder) / coach_folder().name
        if notes.is_dir() and not coach_folder().exists():
            shutil.copytree(notes, coach_folder())
    return f"{', '.join(names)}: back, and the last one is open. Choose Today above."


def _send_json() -> None:
    """Let widgets send None as null, as every other kernel does; here it would be undefined."""
    shell = get_ipython()
    send = shell.send_comm

    def send_json(kind: str, content: dict[str, Any], *rest: Any) -> None:
        send(kind, js.JSON.parse(json.dumps(content)), *rest)

    shell.send_comm = send_json


def _teach_matplotlib() -> None:
    """Give Pyodide's matplotlib, which is older than the one we ask for, what our charts use."""
    from matplotlib.artist import Artist
    from matplotlib.collections import Collection
    from matplotlib.colors import to_rgba
    from matplotlib.patches import Patch

    def taking(init: Any, word: str) -> Any:
        def made(self: Any, *given: Any, **named: Any) -> None:
            color = named.pop(word, None)
            init(self, *given, **named)
            if color is not None:
                self._hatch_color = to_rgba(color)

        return made

    Patch.__init__ = taking(Patch.__init__, "hatchcolor")
    Collection.__init__ = taking(Collection.__init__, "hatchcolors")
    Artist.get_figure = lambda self, root=False: self.figure

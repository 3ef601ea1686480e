"""What differs where the workbook runs in the browser alone: all of it is in this file."""

import json
import sys
import warnings
from types import ModuleType
from typing import Any

import js
from IPython import get_ipython

NOTE = (
    "This is the practice search only, with invented people. Everything here is gone when you "
    "leave the page. To keep a search of your own, install the workbook."
)
# A browser runs one process; the library imports the rest only to find that there is one core.
sys.modules.setdefault("_multiprocessing", ModuleType("_multiprocessing"))


async def begin() -> None:
    """Open the practice search, and say what this is."""
    _send_json()
    _teach_matplotlib()
    warnings.filterwarnings("ignore", "only soft file lock")
    from followup_lib.app import workspace

    if workspace.find_search() is None:
        workspace.remember(workspace.practice())
    print(NOTE)


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

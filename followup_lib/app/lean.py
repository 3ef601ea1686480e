"""Run one of Jupyter's modules without what no page needs, which was a fifth of its memory.

    python -m followup_lib.app.lean MODULE [ARGUMENT]…

A hub holds a server and a Python for everybody who has a page open (benchmarks/memory.py measures).
"""

import os
import runpy
import sys
from importlib import import_module
from threading import Thread

UNUSED = (
    "rfc3987_syntax",  # addresses with accents in schemas: 15 MB of a server, and no schema has one
    "debugpy",  # JupyterLab's debugger, which the workbook has switched off: 7 MB of each Python
)
"""What Jupyter does without, as where it isn't installed."""
ARENAS = {"MALLOC_ARENA_MAX": "1"}
"""For the environment: threads share one heap, on Linux (10 MB; Python runs one at a time)."""
EVERY_PAGE = "followup_lib.pages.examples"
"""What every page imports, with pandas."""


def load_ipython_extension(_shell: object) -> None:
    """Import what a page needs while the new Python and its server greet each other (0.3 s)."""
    Thread(target=import_module, args=[EVERY_PAGE], daemon=True).start()


def main() -> None:
    """Run the module that the first argument names, as `python -m` does with the others."""
    sys.modules.update(dict.fromkeys(UNUSED))  # type: ignore[arg-type]  # None: is not to be found
    if sys.path[0] in ("", os.getcwd()):
        del sys.path[0]  # a file of the pages' folder stands in for no module of Jupyter's
    module = sys.argv.pop(1)
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()

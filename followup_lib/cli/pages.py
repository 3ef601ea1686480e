"""`followup open` and `app`: the workbook in its two faces."""

import argparse

from followup_lib.app.workspace import find_search, practice, remember
from followup_lib.cli.common import Commands, the_search

START_PAGE = "00_start_here.ipynb"


def register(commands: Commands) -> None:
    """Add `open` and `app`."""
    for name, about in (("open", "open the workbook in JupyterLab"), ("app", "open it as an app")):
        made = commands.dated(name, _open, about)
        made.add_argument("--sample", action="store_true", help="open the practice search")
        made.add_argument("--no-browser", action="store_true", help="only print the address")
        made.add_argument("--port", type=int, help="listen on this port of this computer")
        made.set_defaults(app=name == "app")


def _open(options: argparse.Namespace) -> int:
    from followup_lib.app.server import serve

    search = practice() if options.sample else find_search(options.search)
    if options.search:
        the_search(options).read()  # a folder named by hand that is no search is refused here
    if search:
        remember(search)
    return serve(
        START_PAGE,
        today=options.today,
        browser=not options.no_browser,
        app=options.app,
        port=options.port,
    )

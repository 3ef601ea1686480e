"""`followup open` and `app`: the workbook in its two faces; `followup new` begins a search.

`followup jupyter-config` is for who runs a Jupyter server for others.
"""

import argparse
import os
from pathlib import Path

from followup_lib.app.settings import START_PAGE, config_file
from followup_lib.app.workspace import find_search, folder_of, practice, remember
from followup_lib.cli.common import Commands, the_search
from followup_lib.store.new_search import create_search


def register(commands: Commands) -> None:
    """Add `open`, `app`, `new` and `jupyter-config`."""
    for name, about in (("open", "open the workbook in JupyterLab"), ("app", "open it as an app")):
        made = commands.dated(name, _open, about)
        made.add_argument("--sample", action="store_true", help="open the practice search")
        made.add_argument("--no-browser", action="store_true", help="only print the address")
        made.add_argument("--port", type=int, help="listen on this port of this computer")
        made.set_defaults(app=name == "app")
    made = commands.bare("new", _new, "start an empty search")
    about = "whose it is (it goes in Follow-up in your home folder), or the path of a new folder"
    made.add_argument("name", metavar="NAME", help=about)
    made = commands.bare("jupyter-config", _config, "print what a Jupyter server of yours needs")
    made.add_argument("--lab", action="store_true", help="begin in JupyterLab, not in the app")


def _config(options: argparse.Namespace) -> int:
    from followup_lib.app.server import check_jupyter

    check_jupyter()
    print(config_file(app=not options.lab), end="")
    return 0


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


def _new(options: argparse.Namespace) -> int:
    name = options.name.strip()
    if name.startswith((".", "~")) or any(sign in name for sign in {"/", os.sep}):
        search = create_search(Path(name).expanduser())
    else:
        search = create_search(folder_of(name), name=name)
    remember(search)
    print(f"Started an empty search in {search.folder}; it’s open now.")
    print(
        "Next: followup add COMPANY TITLE adds an application, followup import FILE brings in a "
        "spreadsheet, followup open shows the pages."
    )
    return 0

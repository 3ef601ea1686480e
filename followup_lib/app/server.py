"""Start the workbook: one Jupyter server on this computer that shows the pages in both faces.

JupyterLab and Voilà are asked for by command line and environment only. Nothing is written into
anybody's own Jupyter folders, and nobody's own Jupyter settings reach the workbook.
"""

import datetime as dt
import importlib.util
import os
import platform
import signal
import socket
import subprocess
import sys
import time
import webbrowser
from pathlib import Path
from types import FrameType

from followup_lib.app import jupyter, lean
from followup_lib.app.own_pages import pages_folder
from followup_lib.app.settings import START_PAGE, page_path, page_settings
from followup_lib.app.way_in import (
    HOST,
    door,
    door_file,
    free_port,
    page_address,
    settings_folder,
    token,
)
from followup_lib.app.workspace import PAGES_LOG
from followup_lib.records.errors import FollowupError
from followup_lib.store.private import make_file, make_own_folder

PATIENCE = 60.0  # seconds until the server has to answer
# Beside Ctrl+C: being ended by another program, and the closing of the terminal.
GRACE = 10.0
"""Seconds a server is given to end tidily."""
STOPS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
WELCOME = """
The workbook is open at

    {address}

The address includes its key, so keep it to yourself. Errors are logged in
{log}
Keep this window open while you work. To stop, press Ctrl+C here.
"""


def check_page(folder: Path, page: str) -> None:
    """Raise FollowupError unless `page` is the file name of a notebook in `folder`."""
    pages = sorted(path.name for path in folder.glob("*.ipynb"))
    if page not in pages:
        raise FollowupError(f"There is no page {page} in {folder}. Pages: {', '.join(pages)}.")


def check_jupyter() -> None:
    """Raise FollowupError unless JupyterLab and Voilà are installed."""
    missing = [name for name in ("jupyterlab", "voila") if not importlib.util.find_spec(name)]
    if missing:
        raise FollowupError(
            f"To show the pages, {' and '.join(missing)} must be installed. "
            f"Install with: python3 -m pip install {' '.join(missing)}"
        )


def check_place() -> None:
    """Raise FollowupError on a hub: a second server there is out of reach of everybody's browser.

    >>> check_place()  # at home
    """
    prefix = os.environ.get("JUPYTERHUB_SERVICE_PREFIX")
    if prefix:
        raise FollowupError(
            f"This Jupyter belongs to a hub, where the workbook is a part of your own server: open "
            f"{prefix.rstrip('/')}{page_path(START_PAGE, app=True)} at the hub’s address. When "
            "there is no page, whoever runs the hub sets it up with followup jupyter-config."
        )


def log_file() -> Path:
    """What Jupyter and the pages log while they run, replaced at each start."""
    return settings_folder() / "server.log"


def jupyter_environment(token: str, today: dt.date | None) -> dict[str, str]:
    """The environment of the server and of the kernels it starts.

    `token` goes here and not on the command line, where every user of this computer could read it.
    `today` reaches the pages as FOLLOWUP_TODAY. FOLLOWUP_SEARCH does not: a search named at the
    start is remembered, so that another one may be opened on the start page.
    """
    own = settings_folder()
    paths = [str(jupyter.FOLDER), os.environ.get("JUPYTER_PATH", "")]
    environment = os.environ | {
        **lean.ARENAS,
        "JUPYTER_TOKEN": token,
        "JUPYTER_PATH": os.pathsep.join(path for path in paths if path),
        "JUPYTER_CONFIG_PATH": "",
        "JUPYTER_CONFIG_DIR": str(own),
        "JUPYTER_DATA_DIR": str(own / "data"),
        "IPYTHONDIR": str(own / "ipython"),
        "JUPYTER_RUNTIME_DIR": str(own / "runtime"),
        "JUPYTER_PREFER_ENV_PATH": "1",
        PAGES_LOG: str(log_file()),
    }
    environment.pop("FOLLOWUP_SEARCH", None)
    if today:
        environment["FOLLOWUP_TODAY"] = today.isoformat()
    return environment


def jupyter_command(root: Path, port: int, start: str) -> list[str]:
    """The command line of the server for the notebooks in `root`; `start` is where `/` leads.

    A browser gets at the files in `root` and at no others.
    """
    settings = page_settings() | {
        "ServerApp.ip": HOST,
        "ServerApp.port": port,
        "ServerApp.port_retries": 0,
        "ServerApp.root_dir": root,
        "ServerApp.open_browser": False,
        "ServerApp.allow_root": True,  # in a container everybody is root
        "Application.log_level": "ERROR",
        "LabApp.default_url": start,
    }
    return [
        *(sys.executable, "-m", "followup_lib.app.lean", "jupyterlab"),
        *(f"--{name}={value}" for name, value in settings.items()),
    ]


def wait_until_answering(server: "subprocess.Popen[bytes]", port: int) -> None:
    """Return when `server` takes connections; FollowupError if it ends, or after `PATIENCE`."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and server.poll() is None:
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.1)
    raise FollowupError(f"Jupyter did not start. What it said is in {log_file()}")


def serve(
    page: str,
    *,
    today: dt.date | None,
    browser: bool,
    app: bool,
    port: int | None,
) -> int:
    """Serve the pages until Ctrl+C and return 0; `page` is the file name of the first one.

    `app` chooses the face: pages only (Voilà), or pages with their code (JupyterLab).
    Raises FollowupError when there is nothing to serve or it cannot be served.
    """
    check_place()
    check_jupyter()
    folder, remark = pages_folder()
    check_page(folder, page)
    port, key = free_port(port), token()
    address = page_address(page, app=app, port=port, token=key)
    command = jupyter_command(folder, port, page_path(page, app=app))
    server = _start(command, jupyter_environment(key, today), folder)
    earlier = {number: signal.signal(number, _interrupt) for number in STOPS}
    try:
        wait_until_answering(server, port)
        print(WELCOME.format(address=address, log=log_file()) + remark, flush=True)
        if browser:
            windows_behind = "microsoft" in platform.release().casefold()  # reads no file of ours
            webbrowser.open(address if windows_behind else door(address).as_uri())
        code = server.wait()
    except KeyboardInterrupt:
        print("\nThe workbook is closed. What you saved is in your search's folder.")
        return 0
    finally:
        stop(server)
        door_file().unlink(missing_ok=True)
        for number, handler in earlier.items():
            signal.signal(number, handler)
    raise FollowupError(f"Jupyter stopped by itself (code {code}). What it said is in {log_file()}")


def _start(
    command: list[str], environment: dict[str, str], root: Path
) -> "subprocess.Popen[bytes]":
    """Start the server out of reach of the terminal's Ctrl+C: only `stop` ends it, tidily."""
    make_own_folder(log_file().parent)
    log_file().unlink(missing_ok=True)
    make_file(log_file())
    with log_file().open("a") as log:  # which the pages write into, too
        return subprocess.Popen(
            command,
            env=environment,
            cwd=root,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),  # on Windows
        )


def stop(server: "subprocess.Popen[bytes]") -> None:
    """End the server and return when it has ended, after `GRACE` at most.

    Its kernels are gone soon; then a worker thread of anyio may keep it from ending, for ever.
    """
    server.terminate()
    try:
        server.wait(timeout=GRACE)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _interrupt(signum: int, frame: FrameType | None) -> None:
    """End the workbook as Ctrl+C does."""
    raise KeyboardInterrupt

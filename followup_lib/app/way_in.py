"""The way into the workbook: its port, key and address, and the file that lets a browser in."""

import contextlib
import html
import os
import secrets
import socket
import urllib.parse
from pathlib import Path

import platformdirs

from followup_lib.app.settings import page_path
from followup_lib.app.workspace import home
from followup_lib.records.errors import FollowupError
from followup_lib.store.atomic import write_synced
from followup_lib.store.private import is_private, make_own_folder

HOST = "127.0.0.1"  # this computer only
PORT = 8476
"""The usual port: while it is free, a tab or a bookmark of an earlier start leads here again."""


def settings_folder() -> Path:
    """Where the workbook's own Jupyter keeps its settings, apart from everybody else's."""
    return platformdirs.user_config_path("followup-workbook", appauthor=False) / "jupyter"


def token() -> str:
    """Return the key to the workbook, made at its first start and kept for the next ones.

    It lies in a file that nobody else may read; one that others could have read is made anew.
    """
    file = settings_folder() / "token"
    make_own_folder(file.parent)
    if not (file.is_file() and is_private(file) and file.stat().st_size):
        file.unlink(missing_ok=True)
        file.touch(0o600)
        write_synced(file, secrets.token_hex(24).encode())
    return file.read_text(encoding="utf-8")


def page_address(page: str, *, app: bool, port: int, token: str) -> str:
    """The address that lets a browser in and leads on to `page`, whose own address has no token."""
    query = urllib.parse.urlencode({"next": page_path(page, app=app), "token": token})
    return f"http://{HOST}:{port}/login?{query}"


def door(address: str) -> Path:
    """Return a file only its owner may read that leads a browser to an address.

    The command line of a browser is there for every user of the machine to read, and the address
    lets whoever has it in. The file lies where a browser packed by itself (snap) may look, too.
    """
    make_own_folder(door_file().parent)
    page = f'<!doctype html><meta http-equiv="refresh" content="0; url={html.escape(address)}">'
    door_file().unlink(missing_ok=True)  # it may have been another's to read
    write_synced(door_file(), page.encode())
    return door_file()


def door_file() -> Path:
    """Return the path of that file; `door` makes it."""
    return home() / "open.html"


def free_port(port: int | None = None) -> int:
    """`port` if nothing else uses it on this computer, else FollowupError; 0 is any free one.

    None is the usual port, or any free one while another program has that.
    """
    if port is None:
        with contextlib.suppress(FollowupError):
            return free_port(PORT)
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name == "posix":  # a port of a server that has just ended counts as free
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port or 0))
        except (OSError, OverflowError) as error:
            raise FollowupError(
                f"Port {port} cannot be used: another program may have it. "
                "Choose another number from 1024 to 65535, or leave the port out."
            ) from error
        return int(probe.getsockname()[1])

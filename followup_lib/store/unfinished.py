"""Unfinished input, kept beside what it will go into: one small JSON file for each form."""

import json
from pathlib import Path
from typing import Any

from followup_lib.records.errors import FollowupError
from followup_lib.records.notations import read_json
from followup_lib.store.atomic import digest, forget, write_whole, writing
from followup_lib.store.private import make_folder


class Drafts:
    """The folder of unfinished input; it is made when something is kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, key: str, values: dict[str, Any]) -> None:
        """Keep the values of one form; raises `FollowupError`.

        Empty `values` forget it, where the disk lets us: what was done with them is done.
        """
        path = self._path(key)
        if not values:
            forget(path)
            return
        with writing("What you typed or chose"):
            make_folder(path.parent)
            write_whole(path, json.dumps(values, ensure_ascii=False).encode())

    def kept(self, key: str) -> dict[str, Any]:
        """Return what is kept for a form, empty when there is nothing to be read."""
        try:
            path = self._path(key)
            values = read_json(path.read_bytes(), path.name)
        except (OSError, FollowupError):
            return {}
        return values if isinstance(values, dict) else {}

    def _path(self, key: str) -> Path:
        plain = "".join(letter if letter.isalnum() or letter in "-_" else "_" for letter in key)
        own = digest(key.encode("utf-8"))[:12]  # so that no two keys share a file
        return self.folder / f"{plain[:90]}-{own}.json"

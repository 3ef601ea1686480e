"""Who may look into what we write: on a machine of several users, nobody but its owner.

A folder that others may write into is a share: it stays as it is, and what is made in it is for the
same people. Windows keeps a person's folders from others by itself.
"""

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from followup_lib.records.errors import FollowupError

OWNER = 0o700
OTHERS = 0o077


def make_folder(path: Path) -> None:
    """Make a folder, and those above it that are missing, for whom the one above is for."""
    if path.is_dir():
        return
    make_folder(path.parent)
    path.mkdir(exist_ok=True)
    path.chmod(stat.S_IMODE(path.parent.stat().st_mode))


def make_own_folder(path: Path) -> None:
    """Make a folder for its owner alone, wherever it lies; one that is there is closed, too."""
    path.mkdir(OWNER, parents=True, exist_ok=True)
    close_to_others(path, ())


def make_file(path: Path) -> None:
    """Make an empty file for whom its folder is for; raises FileExistsError."""
    path.touch(OWNER & 0o666, exist_ok=False)
    path.chmod(stat.S_IMODE(path.parent.stat().st_mode) & 0o666)


def is_shared(folder: Path) -> bool:
    """Tell whether a folder is another user's, or others may write into it."""
    if not hasattr(os, "getuid"):
        return False
    there = folder.stat()
    group = there.st_mode & stat.S_IWGRP and (
        there.st_gid != os.getgid() or there.st_mode & stat.S_ISGID
    )
    return there.st_uid != os.getuid() or bool(group or there.st_mode & stat.S_IWOTH)


def is_private(path: Path) -> bool:
    """Tell whether a file is this user's own, and nobody else may read it."""
    there = path.stat()
    if not hasattr(os, "getuid"):
        return True
    return there.st_uid == os.getuid() and not there.st_mode & OTHERS


def close_to_others(folder: Path, names: Iterable[str]) -> None:
    """Close a folder, and what is in it by these names, to other users, unless it is a share."""
    if folder.stat().st_mode & OTHERS and not is_shared(folder):
        close(folder, names)


def close(folder: Path, names: Iterable[str]) -> None:
    """Close a folder, and what is in it by these names, to everybody but its owner."""
    tops = [folder / name for name in names]
    inside = [path for top in tops if not top.is_symlink() for path in top.rglob("*")]
    for path in (*inside, *tops, folder):
        if path.exists() and not path.is_symlink():
            path.chmod(stat.S_IMODE(path.stat().st_mode) & OWNER)


def share_note(folder: Path) -> list[str]:
    """Return a sentence when others may get at a search, whatever we do."""
    if not is_shared(folder):
        return []
    return [
        f"{folder} is shared: everyone who can open it can read this search. If you don’t want "
        "that, move the search into a folder of your own."
    ]


def real_path(path: Path) -> Path:
    """Return where a path leads; a link that leads in a circle leads to itself."""
    return Path(os.path.realpath(path))


def leads_out(path: Path, folder: Path) -> bool:
    """Tell whether a path is, or lies behind, a link that leads out of a folder."""
    if path.parent == folder and _is_plain(path):
        return False  # as nearly every one, and resolving costs five times as much
    return not real_path(path).is_relative_to(real_path(folder))


def _is_plain(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def refuse_link(path: Path, folder: Path) -> None:
    """Raise `FollowupError` for a part of a search that is a link out of its folder."""
    if leads_out(path, folder):
        raise FollowupError(
            f"{path} is a link that leads out of the search, and nothing is read or written "
            "through it. Put the file or folder itself there."
        )

"""Files replaced whole or not at all, and what the system says about them as a sentence."""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from threading import Event

from followup_lib.records.errors import FollowupError
from followup_lib.store.private import make_file

WAITS = (0.05, 0.1, 0.2, 0.4, 0.8) if os.name == "nt" else ()
"""Seconds between tries: on Windows a virus scanner or a sync service may hold a file so long."""


@contextmanager
def writing(name: str) -> Iterator[None]:
    """Turn what the system says while `name` is written into a `FollowupError`."""
    try:
        yield
    except OSError as error:
        raise FollowupError(
            f"{name} could not be written ({error.strerror or error}); nothing was changed. Free "
            "some space, close it in other programs or choose another folder, and try again."
        ) from error


def digest(data: bytes) -> str:
    """Return what tells these bytes from all others."""
    return hashlib.sha256(data).hexdigest()


def write_synced(path: Path, data: bytes) -> None:
    """Write a file, as private as its folder, and wait until it is on the disk itself.

    A link that waits at its name is taken away, not followed.
    """
    if path.is_symlink():
        path.unlink()
    if not path.exists():
        make_file(path)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def temporary(path: Path) -> Path:
    """Return where a file is written before it takes its place, free of what was left there."""
    beside = path.with_name(f".{digest(path.name.encode())[:12]}.tmp")
    if beside.is_dir() and not beside.is_symlink():
        shutil.rmtree(beside)
    beside.unlink(missing_ok=True)  # also a link, which would lead elsewhere
    return beside


def write_whole(path: Path, data: bytes) -> None:
    """Put a file in place of the old one; raises OSError with the old one still there."""
    beside = temporary(path)
    try:
        write_synced(beside, data)
        put(beside, path)
    except OSError:
        forget(beside)
        raise


def put(source: Path, target: Path) -> None:
    """Give a file or folder its final name; raises OSError with the old file still there."""
    _patiently(lambda: source.replace(target))


def _patiently(act: Callable[[], object]) -> None:
    """Do something to a file; what another program holds for a moment is waited for."""
    for seconds in WAITS:
        try:
            act()
        except PermissionError:
            Event().wait(seconds)
        else:
            return
    act()


def forget(path: Path) -> None:
    """Take away what was only begun, where the disk lets us."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def forget_folder(folder: Path) -> None:
    """Take a folder away with all in it, or a link in its place, where the disk lets us."""
    if folder.is_symlink():
        forget(folder)
    else:
        shutil.rmtree(folder, ignore_errors=True)


def replace_files(
    folder: Path, waiting_room: Path, new: Mapping[str, bytes | None], old: Mapping[str, bytes]
) -> None:
    """Put files in place of the old ones, in the order given; None takes a file away.

    All are written into `waiting_room` first, so a full disk is met before anything is replaced.
    Raises OSError with the `old` files, which are all of the folder's, back in place where the
    disk still takes them.
    """
    staged = {}
    done: list[str] = []
    try:
        for name, data in new.items():
            if data is not None:
                staged[name] = waiting_room / f"{name}.tmp"
                write_synced(staged[name], data)
        for name in new:
            if name in staged:
                put(staged[name], folder / name)
            else:
                _patiently(partial((folder / name).unlink, missing_ok=True))
            done.append(name)
        sync_folder(folder)
    except OSError:
        for name in reversed(done):
            _put_back(folder / name, waiting_room, old.get(name))
        for path in staged.values():
            forget(path)
        raise


def _put_back(path: Path, waiting_room: Path, data: bytes | None) -> None:
    with suppress(OSError):
        if data is None:
            path.unlink(missing_ok=True)
            return
        beside = waiting_room / f"{path.name}.tmp"
        write_synced(beside, data)
        put(beside, path)


def link(source: Path, target: Path) -> None:
    """Give a file that nobody writes to any more a second name; where that cannot be, copy it."""
    try:
        os.link(source, target)
    except OSError:  # a file system without hard links
        shutil.copyfile(source, target)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk itself, where the system can do that."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

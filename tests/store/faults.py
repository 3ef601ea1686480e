"""A disk that fails at one chosen call: an error, no space halfway through, or the power goes."""

import builtins
import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

CALLS = ("open", "fsync", "replace", "rename", "link", "mkdir", "unlink", "rmdir", "chmod")
ERRORS = (errno.EIO, errno.ENOSPC, errno.EACCES)
MAKING = ("open", "write", "link", "mkdir", "fsync")
"""The calls that a full disk refuses."""
KINDS = ("once", "half", "full", "broken", "cut", "cut and names lost")
"""How a fault goes on: alone, after half of the bytes, with every call that needs space, with
every call at all, and without power; then also what was not synced is gone."""


class Cut(BaseException):
    """The power goes out."""


class Disk:
    """Counts the calls that change a disk, lets the one numbered `at` fail, and knows what lasts.

    Nothing is really synced, so that a test is quick; what was is remembered instead.
    """

    def __init__(self, root: Path, at: int = 0, kind: str = "once", error: int = errno.EIO) -> None:
        self.root, self.at, self.kind, self.error = root, at, kind, error
        self.count = 0
        self.failed = ""
        self._loose: set[int] = set()  # inodes of files whose bytes are not synced
        self._names: list[tuple[Path, Callable[[], None]]] = []  # folder, how to undo a name
        self._real = {name: getattr(os, name) for name in CALLS}
        self._open = io.open

    @contextmanager
    def mounted(self) -> Iterator[None]:
        """Put this disk under all that Python writes."""
        with pytest.MonkeyPatch.context() as patch:
            for name in CALLS:
                patch.setattr(os, name, self._call(name))
            patch.setattr(io, "open", self._opened)
            patch.setattr(builtins, "open", self._opened)
            yield

    def lose(self) -> None:
        """Let go of what the power cut takes: half of the bytes, and names, that are not synced."""
        if not self.kind.startswith("cut"):
            return
        for path in self.root.rglob("*"):
            if path.is_file() and path.stat().st_ino in self._loose:
                os.truncate(path, path.stat().st_size // 2)
        if self.kind == "cut and names lost":
            for _, undo in reversed(self._names):
                undo()

    def meet(self, call: str) -> bool:
        """Count a call and raise when it is to fail; tell whether half of it is to be done."""
        self.count += 1
        cut, on = self.kind.startswith("cut"), self.kind in ("full", "broken")
        if self.count < self.at or (self.count > self.at and not cut and not on):
            return False
        if self.kind == "full" and call not in MAKING:
            return False
        self.failed = self.failed or call
        if cut:
            raise Cut
        if self.kind == "half" and call == "write":
            return True
        raise OSError(self.error, os.strerror(self.error))

    def _call(self, name: str) -> Callable[..., Any]:
        real = self._real[name]

        def run(first: Any, *rest: Any, **named: Any) -> Any:
            if name == "open" and not rest[0] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
                return real(first, *rest, **named)
            self.meet(name)
            if name == "fsync":
                return self._synced(first)
            self._note(name, first, rest, named)
            return real(first, *rest, **named)

        return run

    def _synced(self, handle: int) -> None:
        there = os.fstat(handle)
        self._loose.discard(there.st_ino)
        self._names = [
            (folder, undo)
            for folder, undo in self._names
            if not folder.exists() or folder.stat().st_ino != there.st_ino
        ]

    def _note(self, name: str, first: Any, rest: Any, named: Any) -> None:
        """Remember how a change of names is taken back, until its folder is synced."""
        if named.get("dir_fd") is not None or self.kind != "cut and names lost":
            return
        path = Path(first)
        if name in ("replace", "rename"):
            target = Path(rest[0])
            old = target.read_bytes() if target.is_file() else None
            self._names.append((target.parent, lambda: self._back(target, path, old)))
        elif name == "unlink" and path.is_file():
            data = path.read_bytes()
            self._names.append((path.parent, lambda: _put(path, data)))

    def _back(self, target: Path, path: Path, old: bytes | None) -> None:
        emptied = target.suffix == ".old"  # whose files went later, and stay away
        if target.exists() and path.parent.exists() and not emptied:
            self._real["rename"](target, path)
            if old is not None:
                _put(target, old)

    def _opened(self, file: Any, mode: str = "r", *rest: Any, **named: Any) -> Any:
        if isinstance(file, int) or not set(mode) & set("wax+"):
            return self._open(file, mode, *rest, **named)
        self.meet("open")
        made = self._open(file, mode, *rest, **named)
        self._loose.add(os.fstat(made.fileno()).st_ino)
        return _File(made, self)


class _File:
    """A file whose `write` may fail, or fail halfway."""

    def __init__(self, file: Any, disk: Disk) -> None:
        self._file, self._disk = file, disk

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> "_File":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, data: Any) -> int:
        """Write all, nothing, or half and then fail."""
        if self._disk.meet("write"):
            self._file.write(data[: len(data) // 2])
            self._file.flush()
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return int(self._file.write(data))


def _put(path: Path, data: bytes) -> None:
    if path.parent.exists():
        path.write_bytes(data)

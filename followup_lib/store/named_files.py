"""Files that a person names: never a search's own, and over another only when told to.

Whatever goes out under a name somebody typed goes through `write_named` or `write_new_folder`.
"""

import os
import shutil
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from itertools import chain, count
from pathlib import Path

from followup_lib.records.errors import FollowupError
from followup_lib.store.atomic import forget, put, temporary, write_synced, write_whole, writing
from followup_lib.store.csv import FILES
from followup_lib.store.private import real_path

WRITTEN = ("messages", "imports", ".workbook")
"""The folders of a search that we write into."""
OWN = (*FILES, *WRITTEN, "letters")
"""The files and folders that a search reads itself; other files may lie beside them."""
_MARKS = (*FILES, ".workbook")  # any of these makes a folder a search, also one synced halfway


def write_named(
    files: Sequence[tuple[Path, bytes]], *, overwrite: bool = False, wish: str = "--overwrite"
) -> None:
    """Write files that somebody named: all of them, or none.

    Raises `FollowupError` for a file of a search, also one not there yet and whatever `overwrite`
    says; for one that is there when not `overwrite`; and when the system will not write it.
    `wish` is how one says `overwrite` where the file was named.
    """
    targets = []
    for path, _ in files:
        with writing(str(path)):
            _refuse_own(path)
            targets.append(real_path(path))
    for target in targets:
        with suppress(OSError):  # what a power cut left half written, also of one refused below
            temporary(target)
    for (path, _), target in zip(files, targets, strict=True):
        with writing(str(path)):
            if path.exists() and not (overwrite and path.is_file()):
                _refuse_there(path, "file", f", or add {wish}" if path.is_file() else "")
            if targets.count(target) > 1:
                raise FollowupError(f"{path} is named twice; give each file its own name.")
    with ExitStack() as back:
        written = []
        for (path, data), target in zip(files, targets, strict=True):
            with writing(str(path)):
                new = temporary(target)
                new.touch(exist_ok=False)
                back.callback(forget, new)
                write_synced(new, data)
                written.append((path, new, target))
        for path, new, target in written:
            with writing(str(path)):
                old = target.read_bytes() if overwrite and target.exists() else None
                put(new, target)
                back.callback(_put_back, path, target, old)
        back.pop_all()  # all are in place: nothing is taken back


def _put_back(path: Path, target: Path, data: bytes | None) -> None:
    try:
        if data is None:
            target.unlink()
        else:
            write_whole(target, data)
    except OSError as error:
        raise FollowupError(
            f"{path} is written, but the disk takes no more ({error.strerror}), and of the "
            "files asked for at once not all are there. Write them again on another disk."
        ) from error


def write_new_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files by name into a folder that is not there yet; raises `FollowupError`."""
    with writing(str(folder)):
        _refuse_own(folder)
        if folder.exists():
            _refuse_there(folder, "folder", "")
        new = temporary(folder)
        new.mkdir(parents=True)
        try:
            for name, data in files.items():
                write_synced(new / name, data)
            put(new, folder)
        except OSError:
            shutil.rmtree(new, ignore_errors=True)
            raise


def _refuse_own(path: Path) -> None:
    if not path.name:
        raise FollowupError(f"{path} is a folder; add the name of what is to be written in it.")
    search = _search_of(path)
    if search is not None:
        beside = path.with_name(f"new-{path.name}")
        if _search_of(beside) is not None:
            beside = search / beside.name
        raise FollowupError(
            f"{path} belongs to the search in {search}, and a search’s own files are never "
            f"overwritten; nothing was written. Name another one, such as {_free(beside)}."
        )


def _refuse_there(path: Path, kind: str, otherwise: str) -> None:
    raise FollowupError(
        f"{path} is already there; nothing was written. Name a new {kind}, such as "
        f"{_free(path)}{otherwise}."
    )


def _search_of(path: Path) -> Path | None:
    """Return the folder of the search that a path, or what it is a link to, is a part of."""
    for whole in (Path(os.path.abspath(path)), real_path(path)):
        for folder in whole.parents:
            name = whole.relative_to(folder).parts[0]
            # Some systems make no difference between Timeline.CSV, “timeline.csv.” and ours.
            own = name.casefold().rstrip(". ") in OWN
            if own and any((folder / mark).exists() for mark in _MARKS):
                return folder
    return None


def _free(path: Path) -> Path:
    """Return the path itself or, where something is there, one like it with a number."""
    numbered = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return next(name for name in chain([path], numbered) if not os.path.lexists(name))

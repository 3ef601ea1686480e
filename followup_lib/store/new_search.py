"""A new search, empty or with the sample in it to try things out."""

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import empty_table
from followup_lib.store.atomic import put, replace_files, writing
from followup_lib.store.csv import FILES, read_files
from followup_lib.store.csv_out import write_csv
from followup_lib.store.private import make_folder, make_own_folder, real_path
from followup_lib.store.search import SAMPLE, JobSearch

PRACTICE = "Practice"
"""The folder of its copy to try things out in: nobody's search."""


def create_search(folder: Path, **seeker: str) -> JobSearch:
    """Make a new, empty search; `seeker` are name, phone, email, sign_off.

    Raises `FollowupError` when the folder already holds a search, is one's home or holds that,
    or cannot be made.
    """
    import tomlkit

    known = {"seeker": {name: value for name, value in seeker.items() if value}}
    tables = ("timeline", "references", "applications")
    new = {"settings.toml": tomlkit.dumps(known).encode()}
    new |= {f"{name}.csv": write_csv(empty_table(name)) for name in tables}
    if real_path(Path.home()).is_relative_to(real_path(folder)):
        raise FollowupError(
            f"{real_path(folder)} holds your whole home, and a search is closed to others; nothing "
            "was made. Name a folder for the search alone, such as ~/Follow-up/Maya."
        )
    whole = os.path.exists(folder / "applications.csv")
    for name in FILES:
        path = folder / name  # one as we make it is what a power cut left of a search begun
        there = os.path.exists(path)  # raises nothing where the name is too long
        if there and (whole or not path.is_file() or path.read_bytes() != new.get(name)):
            raise FollowupError(
                f"There is already a search at {folder} ({name}); open it, or choose another name."
            )
    return _made(folder, new)


def _made(folder: Path, files: Mapping[str, bytes]) -> JobSearch:
    """Make a search of these files, the last of which is what makes it one."""
    with writing(folder.name):
        there = [path for path in (folder, folder / ".workbook") if path.exists()]
        old = {name: (folder / name).read_bytes() for name in files if (folder / name).is_file()}
        make_own_folder(folder)
        try:
            make_folder(folder / ".workbook")
            replace_files(folder, folder / ".workbook", files, old)
        except OSError:  # half a search would stand in the way of the next try
            for path in (folder / ".workbook", folder):
                if path not in there:
                    shutil.rmtree(path, ignore_errors=True)
            raise
        with suppress(OSError):  # empty: the first edit makes it for whom the folder is then
            (folder / ".workbook").rmdir()
    return JobSearch(folder)


def practice_copy(folder: Path, *, start_over: bool = False) -> JobSearch:
    """Return a copy of the sample at `folder`, made when missing or when one starts over."""
    with writing(folder.name):
        if start_over and folder.exists():
            away = folder.with_name(f".{folder.name}.old")
            shutil.rmtree(away, ignore_errors=True)
            put(folder, away)  # whole or not at all
            shutil.rmtree(away, ignore_errors=True)
    if (folder / "applications.csv").exists():
        return JobSearch(folder)
    return _made(folder, dict(sorted(read_files(SAMPLE).items(), reverse=True)))

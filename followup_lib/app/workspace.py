"""Which search is open, and which day it is: asked by the pages and the command line only."""

import datetime as dt
import os
import re
import secrets
from collections.abc import Callable
from functools import partial
from pathlib import Path

import platformdirs

from followup_lib.coaching.places import is_visit
from followup_lib.records.dates import read_day
from followup_lib.records.errors import FollowupError
from followup_lib.records.notations import read_toml
from followup_lib.records.tables import Tables
from followup_lib.store.atomic import write_whole, writing
from followup_lib.store.new_search import PRACTICE, practice_copy
from followup_lib.store.private import make_own_folder, real_path
from followup_lib.store.search import SAMPLE, JobSearch
from followup_lib.store.unfinished import Drafts

LONGEST = 80
"""Letters in the name of a folder: with what lies in it, Windows takes 260 for a whole path."""
MOST_BYTES = 240
"""Bytes in it: other systems take 255 for a name, with what we add to it while we write."""
DEVICES = re.compile(r"(?i)con|conin\$|conout\$|prn|aux|nul|(?:com|lpt)[0-9¹²³]")
"""What no file or folder of Windows may be called, whatever follows a period."""
PAGES_LOG = "FOLLOWUP_LOG"
"""The environment's name for the file that the pages of a server log into."""


def home() -> Path:
    """Return the folder in which searches live: outside the program, one folder each."""
    return Path.home() / "Follow-up"


def folder_of(name: str) -> Path:
    """Return where the search of a person lies; raises `FollowupError` when no folder can be.

    Signs that no system takes in the name of a folder are left out, those nobody sees, and what is
    too long for one; names that Windows keeps for its devices get a word before them. A name that
    is there in other capitals is that one.
    """
    seen = (letter for letter in name if letter.isprintable() and letter not in '<>:"/\\|?*')
    plain = "".join(seen).strip(". ")[:LONGEST]
    while len(plain.encode()) > MOST_BYTES:
        plain = plain[:-1]
    plain = plain.rstrip(". ")
    if not plain:
        raise FollowupError(f"{name!r} has no letters to name a folder with; type a name.")
    stem = plain.partition(".")[0].rstrip()
    wanted = f"search {plain}" if DEVICES.fullmatch(stem) else plain
    there = os.listdir(home()) if home().is_dir() else []
    return home() / next((name for name in there if name.casefold() == wanted.casefold()), wanted)


def coach_folder() -> Path:
    """Return the folder of a coach's private notes, apart from every search."""
    return Path.home() / "Follow-up coach"


def secret_weeks() -> int:
    """Return by how many weeks the days of a redacted copy move: one to ten years back."""
    return -(52 + secrets.randbelow(470))


def find_search(folder: Path | None = None) -> JobSearch | None:
    """Return the open search: `folder`, else FOLLOWUP_SEARCH, else the one last opened.

    The sample itself is opened as a practice copy, and so it is for a visitor who has opened
    nothing yet. None when no search was ever opened, or the last one is gone.
    """
    named = folder or _from_environment()
    if named is None:
        last = _remembered()
        if last is None and is_visit():
            return practice()
        return JobSearch(last) if last and os.path.isdir(last) else None
    if real_path(named) == real_path(SAMPLE):
        return practice()
    return JobSearch(named)


def lost_search() -> Path | None:
    """Return where the search last opened lay, when nothing is there any more, or it was closed."""
    last = None if _from_environment() else _remembered()
    return last if last and not os.path.isdir(last) else None


def practice(*, start_over: bool = False) -> JobSearch:
    """Return the practice copy of the sample, made when missing."""
    return practice_copy(home() / PRACTICE, start_over=start_over)


def remember(search: JobSearch) -> None:
    """Make this the search that opens next time; raises `FollowupError`."""
    import tomlkit  # slow to import, and no plan needs it

    path = _open_toml()
    with writing(str(path)):
        make_own_folder(path.parent)
        write_whole(path, tomlkit.dumps({"search": str(real_path(search.folder))}).encode())


def current_day(tables: Tables, today: dt.date | None = None) -> dt.date:
    """Return the day to plan for: `today`, else FOLLOWUP_TODAY, else the search's, else now."""
    return same_day(today)(tables)


def same_day(today: dt.date | None = None) -> Callable[[Tables], dt.date]:
    """Return `current_day` for other processes and computers, whose clock may be another."""
    day = os.environ.get("FOLLOWUP_TODAY")
    return partial(_day, today or (read_day(day) if day else None), dt.date.today())


def _day(asked: dt.date | None, now: dt.date, tables: Tables) -> dt.date:
    return asked or tables.settings.today or now


def pages_log() -> Path | None:
    """Return the file for mistakes of ours on a page, in full; None when no server named one."""
    path = os.environ.get(PAGES_LOG)
    return Path(path) if path else None


def _from_environment() -> Path | None:
    folder = os.environ.get("FOLLOWUP_SEARCH")
    return Path(folder) if folder else None


def start_drafts() -> Drafts:
    """Return where unfinished input of the start page is kept, before there is a search."""
    return Drafts(_settings() / "drafts")


def _settings() -> Path:
    return platformdirs.user_config_path("followup-workbook", appauthor=False)


def _open_toml() -> Path:
    return _settings() / "open.toml"


def _remembered() -> Path | None:
    try:
        text = _open_toml().read_text(encoding="utf-8")
        return Path(read_toml(text, "open.toml")["search"])
    except (OSError, UnicodeDecodeError, FollowupError, KeyError, TypeError):
        return None

"""Earlier states of a search: each a folder with all its files, as they were after an edit.

A state is written before the search itself is touched, under a name ending in `.new`, and takes its
number when the edit is done. A state without a number is what a crash left: see `Backups.pending`.
States share unchanged files by hard link among themselves, never with the search: a program that
writes into a file of the search cannot reach them.
"""

import datetime as dt
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from followup_lib.records.errors import FollowupError
from followup_lib.records.notations import read_json
from followup_lib.store.atomic import digest, forget_folder, link, sync_folder, write_synced
from followup_lib.store.private import make_folder

LAST_KEPT = 20
DAYS_KEPT = 31
"""The newest states kept, and for how many days before them the last state of each day."""

AS_FOUND = "found as it was"
"""What a state is called that no edit of ours made: the first, or another program's work."""

_MANIFEST = "state.json"


@dataclass(frozen=True)
class State:
    """One earlier state: its number, the day it was made, and what edit made it.

    `files` are names and digests, `messages` the files that the edit added to `messages/`.
    """

    folder: Path
    number: int
    day: dt.date
    what: str
    files: Mapping[str, str]
    messages: Sequence[str] = ()

    @property
    def as_found(self) -> bool:
        """Tell whether the state was found, not made by an edit."""
        return self.what == AS_FOUND

    def read(self) -> dict[str, bytes]:
        """Return the files; raises `FollowupError` when one is no longer what was kept."""
        files = {}
        for name, expected in self.files.items():
            path = self.folder / name
            files[name] = path.read_bytes() if path.exists() else b""
            if digest(files[name]) != expected:
                raise FollowupError(
                    f"{name} of state {self.number} is damaged, too; choose another state "
                    "(`followup restore` lists them)."
                )
        return files


class Backups:
    """The states of one search, in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def states(self) -> list[State]:
        """Return the states, oldest first; one whose list of files cannot be read is left out."""
        manifests = sorted(self.folder.glob(f"[0-9]*[0-9]/{_MANIFEST}"))
        states = [_read_state(path.parent) for path in manifests]
        return [state for state in states if state is not None]

    def last_edit(self) -> tuple[State | None, State | None]:
        """Return the state before the last edit, and that of the last edit, where there are."""
        states = self.states()
        if not states or states[-1].as_found:
            return None, None
        before = states[-2] if len(states) > 1 else None
        return before if before and before.number == states[-1].number - 1 else None, states[-1]

    def newest_first(self) -> Iterator[dict[str, bytes]]:
        """Return the files of each state, the newest first; damaged states are passed over."""
        for state in reversed(self.states()):
            with suppress(FollowupError):
                yield state.read()

    def begin(self, what: str, files: Mapping[str, bytes], messages: Sequence[str] = ()) -> State:
        """Write a state that has no number yet; `files` are all files of the search after it."""
        states = self.states()
        last = states[-1] if states else None
        number = last.number + 1 if last else 1
        folder = self.folder / f"{number:06d}.new"
        self.drop(folder)
        self.drop(folder.with_suffix(""))  # one that a power cut left unreadable
        make_folder(folder)
        # The library asks no clock: the day is the one the file system has just stamped.
        day = dt.date.fromtimestamp(folder.stat().st_mtime)
        digests = {name: digest(data) for name, data in files.items()}
        for name, data in files.items():
            if last and last.files.get(name) == digests[name] and (last.folder / name).exists():
                link(last.folder / name, folder / name)
            else:
                write_synced(folder / name, data)
        manifest = {"what": what, "day": str(day), "files": digests, "messages": list(messages)}
        write_synced(folder / _MANIFEST, json.dumps(manifest, ensure_ascii=False).encode())
        sync_folder(folder)
        sync_folder(self.folder)
        return State(folder, number, day, what, digests, tuple(messages))

    def settle(self, state: State) -> State:
        """Give a state its number, and let go of states that are too old to keep.

        A system that will not rename at this moment (a virus scanner looks in) is asked again at
        the next edit, as after a crash.
        """
        settled = replace(state, folder=state.folder.with_suffix(""))
        try:
            state.folder.rename(settled.folder)
        except OSError:
            return state
        for old in too_old(self.states()):
            self.drop(old.folder)
        return settled

    def drop(self, folder: Path) -> None:
        """Forget a state; first its name, so that half a state is never taken for a whole one."""
        if os.path.lexists(folder):
            away = folder.with_suffix(".old")
            forget_folder(away)
            with suppress(OSError):
                folder.rename(away)
            forget_folder(away)

    def clear(self) -> None:
        """Take away what a crash left of states begun or half forgotten."""
        for left in [*self.folder.glob("[0-9]*.new"), *self.folder.glob("[0-9]*.old")]:
            forget_folder(left)

    def pending(self) -> list[State]:
        """Return the states a crash left without a number, where they were written wholly."""
        states = [_read_state(path) for path in sorted(self.folder.glob("[0-9]*.new"))]
        return [state for state in states if state is not None]


def too_old(states: Sequence[State]) -> list[State]:
    """Return the states to let go: not of the last 20, nor the last of a day within a month."""
    older = states[:-LAST_KEPT]
    if not older:
        return []
    last_of_day = {state.day: state for state in states}
    first = states[-1].day - dt.timedelta(days=DAYS_KEPT)
    return [state for state in older if state is not last_of_day[state.day] or state.day < first]


def _read_state(folder: Path) -> State | None:
    try:
        manifest = read_json((folder / _MANIFEST).read_bytes(), _MANIFEST)
        day = dt.date.fromisoformat(manifest["day"])
        number = int(folder.stem)
        what, digests, messages = manifest["what"], manifest["files"], manifest["messages"]
        return State(folder, number, day, what, digests, tuple(messages))
    except (OSError, FollowupError, ValueError, KeyError, TypeError):
        return None

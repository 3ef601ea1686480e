"""The files of a search under one lock: replaced together, each state kept, a crash finished."""

import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import Tables
from followup_lib.store.atomic import (
    digest,
    forget,
    replace_files,
    sync_folder,
    write_synced,
    writing,
)
from followup_lib.store.backups import AS_FOUND, Backups, State
from followup_lib.store.csv import read_files
from followup_lib.store.named_files import OWN, WRITTEN
from followup_lib.store.private import close_to_others, make_folder, refuse_link

LOCK_SECONDS = 10
UNDOING = "undo: "
"""How the state is called that an undo leads to, as long as the undo is not finished."""


class Store:
    """The folder of one search: its files, and its `workbook` folder beside them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.workbook = folder / ".workbook"
        self.backups = Backups(self.workbook / "backups")

    def refuse_gone(self) -> None:
        """Raise `FollowupError` when the folder is not there: it is never made anew by writing."""
        if not self.folder.is_dir():
            raise FollowupError(
                f"The search at {self.folder} is gone (moved, renamed, or on a USB drive that was "
                "unplugged), so nothing was written. Put it back and try again, or open another "
                "one."
            )

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the lock, after finishing what a crash left; raises `FollowupError`."""
        import filelock  # slow to import, and nobody who only reads needs it

        self.refuse_gone()
        with writing(self.folder.name):
            close_to_others(self.folder, OWN)
            for name in (*WRITTEN, ".workbook/backups"):
                refuse_link(self.folder / name, self.folder)
            make_folder(self.workbook)
            mode = stat.S_IMODE(self.workbook.stat().st_mode) & 0o666 | 0o600  # as its folder's
            lock = filelock.FileLock(self.workbook / "lock", timeout=LOCK_SECONDS, mode=mode)
            try:
                lock.acquire(poll_interval=0.005)  # often, so that nobody starves in a crowd
            except filelock.Timeout as error:
                raise FollowupError(
                    f"The search at {self.folder} is being saved by another window; "
                    "nothing was changed. Wait a moment and try again."
                ) from error
            except NotImplementedError as error:
                raise FollowupError(
                    f"The disk of {self.folder} cannot lock files, so two windows could overwrite "
                    "each other; keep the search in a folder on this computer."
                ) from error
            try:
                self._finish()
                yield
            finally:
                lock.release()

    def save(
        self,
        what: str,
        files: dict[str, bytes],
        new: Mapping[str, bytes | None],
        messages: Mapping[str, bytes] | None = None,
    ) -> State:
        """Keep the state that `new` leads to, put it in place, and give the state its number.

        `files` are all files as they are. Killed before the first file is replaced, the search is
        as before; later, the next `locked` finishes.
        """
        messages = messages or {}
        self._refuse_taken(messages)
        self.keep_as_found(files)
        after = {name: data for name, data in {**files, **new}.items() if data is not None}
        try:
            state = self.backups.begin(what, after, list(messages))
            self._write_messages(messages)
            if read_files(self.folder) != files:
                raise FollowupError(
                    "Another program is saving to this search; nothing was changed. Wait a "
                    "moment and try again."
                )
            replace_files(self.folder, self.workbook, new, files)
        except (OSError, FollowupError) as error:
            self._refuse_half(files, new, error)
            self.backups.clear()
            self.remove_messages(messages)
            raise
        return self.backups.settle(state)

    def _refuse_half(
        self, files: Mapping[str, bytes], new: Mapping[str, bytes | None], error: Exception
    ) -> None:
        """Raise `FollowupError` when some files are new and could not be put back.

        The state they lead to is kept, and the next `locked` finishes it.
        """
        now = read_files(self.folder)
        half = [name for name in new if now.get(name) == new[name] != files.get(name)]
        if half:
            raise FollowupError(
                f"The disk failed while {self.folder.name} was saved, after {half[0]} had "
                "changed. The next change finishes what was begun; free some space first."
            ) from error

    def _refuse_taken(self, names: Iterable[str]) -> None:
        for name in names:
            if (self.folder / "messages" / name).exists():
                raise FollowupError(
                    f"messages/{name} is already there, and messages are never overwritten; "
                    "nothing was changed. Move that file away and try again."
                )

    def _write_messages(self, messages: Mapping[str, bytes]) -> None:
        """Write messages before any row names them, and after the state that tells of them."""
        if messages:
            make_folder(self.folder / "messages")
            for name, data in messages.items():
                write_synced(self.folder / "messages" / name, data)
            sync_folder(self.folder / "messages")

    def remove_messages(self, names: Iterable[str]) -> None:
        """Take messages away that an edit had added."""
        for name in names:
            forget(self.folder / "messages" / name)

    def keep_as_found(self, files: dict[str, bytes]) -> None:
        """Keep what is there when no edit of ours made it: the first state, or others' work."""
        states = self.backups.states()
        if not states or _digests(files) != states[-1].files:
            self.backups.settle(self.backups.begin(AS_FOUND, files))

    def _finish(self) -> None:
        """Finish what a crash interrupted, unless another program has changed a file since."""
        for begun in self.workbook.glob("*.tmp"):
            forget(begun)
        for state in self.backups.pending():
            states, now = self.backups.states(), _digests(read_files(self.folder))
            before = states[-1].files if states else {}
            if now == before:
                self.remove_messages(state.messages)
            ours = all(
                now.get(name) in (before.get(name), state.files.get(name))
                for name in {*now, *before, *state.files}
            )
            if ours and now != before:
                files = read_files(self.folder)
                new = {name: data for name, data in state.read().items() if files.get(name) != data}
                gone = {name: None for name in files if name not in state.files}
                replace_files(self.folder, self.workbook, {**new, **gone}, files)
                self.backups.settle(state)
        self.backups.clear()
        self.finish_undo()

    def finish_undo(self) -> None:
        """Let go of an edit taken back: of its messages, of its state, then of the undoing."""
        states = self.backups.states()
        if not states or not states[-1].what.startswith(UNDOING):
            return
        for last in (state for state in states[-2:-1] if state.number == states[-1].number - 1):
            self.remove_messages(last.messages)
            if any((self.folder / "messages" / name).exists() for name in last.messages):
                return  # the next time
            if last.messages:
                with suppress(OSError):  # their going is to last before the state that names them
                    sync_folder(self.folder / "messages")
            self.backups.drop(last.folder)
            if last.folder.exists():
                return  # the next time, as well
        self.backups.drop(states[-1].folder)


def _digests(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: digest(data) for name, data in files.items()}


def never_dangling(
    files: Mapping[str, bytes | None], before: Tables, after: Tables
) -> dict[str, bytes | None]:
    """Order the writing so that a crash between two files leaves no row without its application."""
    old, new = before.applications["application_id"], after.applications["application_id"]
    gone = not old.isin(new).all()
    rows_first = tuple(
        f"{name}.csv"
        for name in ("people", "timeline", "references", "commitments", "applications", "sessions")
    )
    order = rows_first if gone else rows_first[::-1]
    rest = [name for name in files if name not in order]
    return {name: files[name] for name in (*order, *rest) if name in files}

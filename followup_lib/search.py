"""A job search on disk: a folder of CSV files, read afresh, edited safely, undone when wished.

An edit takes the lock, reads the latest, applies a function on tables, checks, and replaces only
the files that changed. The replaced files are kept in `.workbook/backups`.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import filelock
import tomlkit

from followup_lib.csv_files import check_tables, read_tables, write_csv
from followup_lib.tables import COLUMNS, FollowupError, SpreadsheetError, Tables, empty_table

SAMPLE = Path(__file__).parent.parent / "data" / "sample_search"
"""The invented search; it is only ever read, or copied."""

BACKUPS_KEPT = 20
LOCK_SECONDS = 10


class JobSearch:
    """The folder of one search.

    Every method reads the files afresh, so several notebooks on one search see each other's work.
    Nothing is written into the sample: raises `FollowupError` instead.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = Path(folder)
        self.workbook = self.folder / ".workbook"

    def read(self) -> Tables:
        """Return the tables as they are on disk now; raises `SpreadsheetError` as `read_tables`."""
        return read_tables(self.folder)

    def edit(self, what: str, change: Callable[[Tables], Tables]) -> Tables:
        """Apply `change` to the latest tables and save; `what` says in words what it is.

        Raises `FollowupError` when the result is not sound, the search is locked by another
        program, or a file cannot be written; the files are then as before.
        """
        with self._locked():
            before = self.read()
            after = change(before)
            changed = [
                name for name in COLUMNS if getattr(after, name) is not getattr(before, name)
            ]
            problems = check_tables(after)
            if problems:
                raise SpreadsheetError(problems)
            files = {f"{name}.csv": write_csv(getattr(after, name)) for name in changed}
            self._replace(what, _never_dangling(files, before, after))
        return after

    def set_settings(self, section: str, **values: Any) -> None:
        """Change settings in one section of settings.toml; comments and the rest stay."""
        with self._locked():
            path = self.folder / "settings.toml"
            text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
            try:
                document = tomlkit.parse(text)
            except tomlkit.exceptions.ParseError as error:
                raise FollowupError(
                    f"settings.toml cannot be read ({error}); mend that line, then try again."
                ) from error
            table = document.setdefault(section, tomlkit.table())
            for name, value in values.items():
                table[name] = value
            self._replace("settings", {"settings.toml": tomlkit.dumps(document).encode()})

    def undo(self) -> str:
        """Bring back the files as they were before the last edit and return what was undone.

        Raises `FollowupError` when there is nothing to undo, or a file was changed since by
        another program (then nothing is touched).
        """
        with self._locked():
            backups = self._backups()
            if not backups:
                raise FollowupError("There is nothing to undo in this search.")
            last = backups[-1]
            manifest = json.loads((last / "edit.json").read_text(encoding="utf-8"))
            for name, digest in manifest["files"].items():
                if _digest(self.folder / name) != digest:
                    raise FollowupError(
                        f"{name} was changed by another program since “{manifest['what']}”; "
                        f"nothing was undone. The state before it is kept in {last}."
                    )
            for name in manifest["files"]:
                self._put_back(name, last)
            _sync_folder(self.folder)
            shutil.rmtree(last)
            return str(manifest["what"])

    def last_edit(self) -> str:
        """Return in words the edit that `undo` would take back, "" when there is none."""
        backups = self._backups()
        if not backups:
            return ""
        return str(json.loads((backups[-1] / "edit.json").read_text(encoding="utf-8"))["what"])

    def keep(self, key: str, values: dict[str, Any]) -> None:
        """Keep unfinished input of a page beside the tables; empty `values` forget it."""
        self._refuse_sample()
        path = self.workbook / "drafts" / f"{_file_name(key)}.json"
        if not values:
            path.unlink(missing_ok=True)
            return
        with _told(path.name):
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary = path.with_suffix(".tmp")
            temporary.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
            temporary.replace(path)

    def kept(self, key: str) -> dict[str, Any]:
        """Return the unfinished input kept under `key`, empty when there is none."""
        path = self.workbook / "drafts" / f"{_file_name(key)}.json"
        try:
            values = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return values if isinstance(values, dict) else {}

    @contextmanager
    def _locked(self) -> Iterator[None]:
        self._refuse_sample()
        if not self.folder.is_dir():
            raise FollowupError(f"The search at {self.folder} is gone; open another one.")
        with _told(self.folder.name):
            self.workbook.mkdir(exist_ok=True)
            lock = filelock.FileLock(self.workbook / "lock", timeout=LOCK_SECONDS)
            try:
                lock.acquire()
            except filelock.Timeout as error:
                raise FollowupError(
                    f"The search at {self.folder} is being saved by another window; "
                    "nothing was changed. Wait a moment and try again."
                ) from error
            try:
                yield
            finally:
                lock.release()

    def _refuse_sample(self) -> None:
        if self.folder.resolve() == SAMPLE.resolve():
            raise FollowupError(
                "This is the sample search, which is never changed; open a practice copy of it "
                "(`followup open --sample`) or your own search."
            )

    def _replace(self, what: str, files: dict[str, bytes]) -> None:
        """Write all files beside the old ones first, then put them in place, keeping the old."""
        if not files:
            return
        staged = {name: self._stage(name, data) for name, data in files.items()}
        backup = self._keep_old(what, files)
        done: list[str] = []
        try:
            for name, temporary in staged.items():
                temporary.replace(self.folder / name)
                done.append(name)
        except OSError:
            for name in done:
                self._put_back(name, backup)
            shutil.rmtree(backup)
            raise
        _sync_folder(self.folder)
        for old in self._backups()[:-BACKUPS_KEPT]:
            shutil.rmtree(old)

    def _keep_old(self, what: str, files: dict[str, bytes]) -> Path:
        backups = self._backups()
        number = int(backups[-1].name) + 1 if backups else 1
        backup = self.workbook / "backups" / f"{number:06d}"
        backup.mkdir(parents=True)
        for name in files:
            if (self.folder / name).exists():
                _link(self.folder / name, backup / name)
        digests = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
        manifest = json.dumps({"what": what, "files": digests}, ensure_ascii=False)
        (backup / "edit.json").write_text(manifest, encoding="utf-8")
        return backup

    def _put_back(self, name: str, backup: Path) -> None:
        """Make a file what it was before the edit that `backup` belongs to."""
        if (backup / name).exists():
            self._stage(name, (backup / name).read_bytes()).replace(self.folder / name)
        else:
            (self.folder / name).unlink(missing_ok=True)

    def _stage(self, name: str, data: bytes) -> Path:
        temporary = self.workbook / f"{name}.tmp"
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        return temporary

    def _backups(self) -> list[Path]:
        return sorted(path.parent for path in (self.workbook / "backups").glob("[0-9]*/edit.json"))


def create_search(folder: Path, **seeker: str) -> JobSearch:
    """Make a new, empty search; `seeker` are name, phone, email, sign_off.

    Raises `FollowupError` when the folder already holds a search or cannot be made.
    """
    if (folder / "applications.csv").exists():
        raise FollowupError(
            f"There is already a search at {folder}; open it, or take another name."
        )
    with _told(folder.name):
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("applications", "timeline", "references"):
            (folder / f"{name}.csv").write_bytes(write_csv(empty_table(name)))
        document = tomlkit.document()
        document["seeker"] = {name: value for name, value in seeker.items() if value}
        (folder / "settings.toml").write_text(tomlkit.dumps(document), encoding="utf-8")
    return JobSearch(folder)


def practice_copy(folder: Path, *, start_over: bool = False) -> JobSearch:
    """Return a copy of the sample at `folder`, made when missing or when one starts over."""
    with _told(folder.name):
        if start_over and folder.exists():
            shutil.rmtree(folder)
        if not (folder / "applications.csv").exists():
            shutil.copytree(SAMPLE, folder, dirs_exist_ok=True)
    return JobSearch(folder)


def _never_dangling(files: dict[str, bytes], before: Tables, after: Tables) -> dict[str, bytes]:
    """Order the writing so that a crash between two files leaves no row without its application."""
    gone = set(before.applications["application_id"]) - set(after.applications["application_id"])
    rows_first = tuple(
        f"{name}.csv"
        for name in ("people", "timeline", "references", "applications", "commitments", "sessions")
    )
    order = rows_first if gone else rows_first[::-1]
    return {name: files[name] for name in order if name in files}


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Turn what the system says about files into a sentence."""
    try:
        yield
    except OSError as error:
        raise FollowupError(
            f"{name} could not be written ({error.strerror or error}); nothing was changed. Free "
            "some space, close it in other programs or choose another folder, and try again."
        ) from error


def _file_name(key: str) -> str:
    return "".join(letter if letter.isalnum() or letter in "-_" else "_" for letter in key)[:120]


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # a file system without hard links
        shutil.copyfile(source, target)


def _sync_folder(folder: Path) -> None:
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

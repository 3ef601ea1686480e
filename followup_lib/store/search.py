"""A job search on disk: a folder of CSV files, read afresh, edited safely, undone when wished.

An edit takes the lock, reads the latest, applies a function on tables, checks, keeps the state it
leads to in `.workbook/backups`, and replaces only the files that changed.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from followup_lib.letters.own import OwnLetters, read_own_letters
from followup_lib.records.checks import check_tables
from followup_lib.records.errors import FollowupError, SpreadsheetError
from followup_lib.records.tables import COLUMNS, Tables
from followup_lib.store.atomic import digest
from followup_lib.store.backups import State
from followup_lib.store.csv import Parsed, parse_files, read_files
from followup_lib.store.csv_out import grown_csv
from followup_lib.store.private import real_path, refuse_link
from followup_lib.store.resaved import as_ours
from followup_lib.store.settings_text import with_settings
from followup_lib.store.shipped import shipped
from followup_lib.store.transaction import UNDOING, Store, never_dangling
from followup_lib.store.unfinished import Drafts

SAMPLE = shipped("data/sample_search")
"""The invented search; it is only ever read, or copied."""


class JobSearch:
    """The folder of one search.

    Every method reads the files afresh, so several notebooks on one search see each other's work.
    Nothing is written into the sample: raises `FollowupError` instead.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = Path(folder)
        self.store = Store(self.folder)
        self.workbook = self.store.workbook
        self.backups = self.store.backups
        self.drafts = Drafts(self.workbook / "drafts")
        self._parsed: tuple[dict[str, bytes], Tables] | None = None
        self._ours: dict[str, bytes] = {}  # the files parsed, in our form
        self._known: dict[str, Parsed] = {}

    def read(self) -> Tables:
        """Return the tables as they are on disk now; raises `SpreadsheetError` as `parse_files`."""
        return self._parse(read_files(self.folder))

    @property
    def letters(self) -> OwnLetters:
        """The coach's own letters as they are in the folder now, for `draft`."""
        return read_own_letters(self.folder)

    def in_our_form(self) -> dict[str, bytes]:
        """Return the files as we write them, also when Excel saved them again; raises as `read`."""
        self.read()
        return dict(self._ours)

    def keep_first(self) -> None:
        """Keep the state the search is found in, unless one is kept: the next writer may be Excel.

        Nothing is done where no search lies, and where nothing can be written.
        """
        there, kept = self.folder / "applications.csv", self.backups.folder
        if os.path.exists(kept) or not os.path.isfile(there):  # neither raises, as Path's would
            return
        with suppress(FollowupError), self._locked():
            self.store.keep_as_found(read_files(self.folder))

    def _parse(self, files: dict[str, bytes]) -> Tables:
        """Return the tables of these files, without parsing the very same bytes twice."""
        if self._parsed is None or self._parsed[0] != files:
            self._ours, tables = self._understood(files)
            self._parsed = files, tables
        tables = self._parsed[1]
        fresh = {name: getattr(tables, name).copy(deep=False) for name in COLUMNS}
        return replace(tables, **fresh)

    def _understood(self, files: dict[str, bytes]) -> tuple[dict[str, bytes], Tables]:
        """Return the files as we write them, also when Excel has saved them again, and parsed."""
        try:
            return files, parse_files(files, self.folder, self._known)
        except SpreadsheetError:
            ours = as_ours(files, self.backups.newest_first)
            if ours == files:
                raise
            return ours, parse_files(ours, self.folder, self._known)

    def edit(
        self,
        what: str,
        change: Callable[[Tables], Tables],
        *,
        messages: Mapping[str, bytes] | None = None,
        settings: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> Tables:
        """Apply `change` to the latest tables and save; `what` says in words what it is.

        `messages` are files for the folder `messages/`, which rows of the new tables name;
        `settings` are sections of settings.toml with what changes in them. Raises `FollowupError`
        when the result is not sound, the search is locked by another program, or a file cannot be
        written; the files are then as before.
        """
        with self._locked():
            files = read_files(self.folder)
            before = self._parse(files)
            after = change(before)
            changed = [
                name for name in COLUMNS if getattr(after, name) is not getattr(before, name)
            ]
            problems = check_tables(after, changed)
            if problems:
                raise SpreadsheetError(problems)
            new = {f"{name}.csv": self._written(name, after) for name in changed}
            new |= {"settings.toml": with_settings(files, settings)} if settings else {}
            if new or messages:
                again = {name: data for name, data in self._ours.items() if data != files[name]}
                order = never_dangling({**again, **new}, before, after)
                self.store.save(what, files, order, messages or {})
        return after

    def _written(self, name: str, after: Tables) -> bytes:
        known = self._known[name]
        return grown_csv(known.data or b"", known.table, getattr(after, name))

    def set_settings(self, section: str, **values: Any) -> None:
        """Change settings in one section of settings.toml; comments and the rest stay."""
        with self._locked():
            files = read_files(self.folder)
            new = {"settings.toml": with_settings(files, {section: values})}
            self.store.save("the change of settings", files, new)

    def undo(self) -> str:
        """Bring back the files as they were before the last edit and return what was undone.

        Raises `FollowupError` when there is nothing to undo, or a file was changed since by
        another program (then nothing is touched).
        """
        with self._locked():
            earlier, last = self.backups.last_edit()
            if last is None:
                raise FollowupError("There is nothing to undo in this search.")
            if earlier is None:
                raise FollowupError(
                    f"The state before “{last.what}” is no longer kept; "
                    "`followup restore` lists those that are."
                )
            files = read_files(self.folder)
            for name in sorted({*files, *last.files}):
                if digest(files.get(name, b"")) != last.files.get(name):
                    raise FollowupError(
                        f"{name} was changed by another program since “{last.what}”; "
                        f"nothing was undone. The state before it is number {earlier.number} of "
                        "`followup restore`."
                    )
            self._bring_back(f"{UNDOING}{last.what}", files, earlier)
            self.store.finish_undo()
            return last.what

    def last_edit(self) -> str:
        """Return in words the edit that `undo` would take back, "" when there is none."""
        earlier, last = self.backups.last_edit()
        return last.what if earlier and last else ""

    def restore(self, number: int) -> State:
        """Bring back every table and the settings of an earlier state, and return that state.

        What is there now is kept as a state too, even when it cannot be read: `undo` leads back.
        Raises `FollowupError` when there is no such state or its copy is damaged.
        """
        with self._locked():
            wanted = {state.number: state for state in self.backups.states()}.get(number)
            if wanted is None:
                raise FollowupError(
                    f"There is no state {number} of this search; `followup restore` lists them."
                )
            what = f"back to state {number} of {wanted.day}"
            self._bring_back(what, read_files(self.folder), wanted)
            return wanted

    def _bring_back(self, what: str, files: dict[str, bytes], state: State) -> State:
        wanted = state.read()
        new: dict[str, bytes | None] = {
            name: wanted.get(name)
            for name in {*files, *wanted}
            if wanted.get(name) != files.get(name)
        }
        with suppress(SpreadsheetError):  # when one cannot be read, no order is better
            new = never_dangling(new, self._parse(files), parse_files(wanted, self.folder))
        return self.store.save(what, files, new)

    def keep(self, key: str, values: dict[str, Any]) -> None:
        """Keep unfinished input of a page beside the tables; empty `values` forget it."""
        self._refuse_sample()
        if values:
            self.store.refuse_gone()
            refuse_link(self.drafts.folder, self.folder)
        self.drafts.keep(key, values)

    def kept(self, key: str) -> dict[str, Any]:
        """Return the unfinished input kept under `key`, empty when there is none."""
        return self.drafts.kept(key)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        self._refuse_sample()
        with self.store.locked():
            yield

    def _refuse_sample(self) -> None:
        if real_path(self.folder) == real_path(SAMPLE):
            raise FollowupError(
                "This is the sample search, which is never changed; make a practice copy of it "
                '(`fu.sample_search("practice")`) or open your own search.'
            )

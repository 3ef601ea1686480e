"""Bringing in a spreadsheet: the file, what a person says of it, what would become of it."""

from hashlib import sha256

import traitlets as t

from followup_lib.exchange.answers import CHANGES, OF_ONE_FILE
from followup_lib.exchange.bytes_in import SeveralSheetsError, read_grid
from followup_lib.exchange.excel import is_own_workbook
from followup_lib.exchange.layout import lay_out
from followup_lib.exchange.own_workbook import bring_back
from followup_lib.exchange.preview import Preview
from followup_lib.exchange.questions import Question, status_key
from followup_lib.exchange.report import Import
from followup_lib.pages.bring_in.asks import Ask, chosen_meaning, column, question, status
from followup_lib.pages.bring_in.rows import differing
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.records.dates import count, tally
from followup_lib.records.errors import FollowupError
from followup_lib.store.text import refuse_large


class ImportModel(t.HasTraits):
    """A file on its way in. `seen` is what it would do, None before one is read and once it is in.

    `differ` are the rows that differ from what is here, as (words, key), `taken` the keys of those
    that are taken over. `questions`, `columns` and `statuses` are lists of `Ask`; `sheets` the
    choices when a workbook has several. `whole` is a sentence about a file that is a whole search
    of this program.
    `came_in` tells that the file was brought in here, and not taken back.
    """

    sheets: t.List[tuple[str, str]] = t.List()
    sheet = t.Unicode("")
    seen = t.Instance(Preview, allow_none=True)
    questions: t.List[Ask] = t.List()
    columns: t.List[Ask] = t.List()
    statuses: t.List[Ask] = t.List()
    differ: t.List[tuple[str, str]] = t.List()
    taken: t.List[str] = t.List()
    whole = t.Unicode("")
    came_in = t.Bool(False)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._file = ("", b"")
        self._one: Import | None = None
        self._guessed: dict[str, str] = {}
        self._known: dict[str, tuple[str, str] | None] = {}
        self._asked: dict[str, Question] = {}
        self.observe(self._turn_to_sheet, "sheet")
        desk.tell(self.refresh)

    def begin(self, name: str, size: int) -> None:
        """Put away the file before; raises `FollowupError` when this one is too large."""
        self._one, self._file = None, ("", b"")
        self.sheet, self.sheets, self.whole, self.came_in = "", [], "", False
        self.refresh()
        refuse_large(name, size)

    def read(self, name: str, data: bytes) -> str:
        """Read a file and show what would become of it; raises `FollowupError` as `read_grid`."""
        if is_own_workbook(data):
            return self._turn_to_whole(name, data)
        try:
            self._turn_to(name, data)
        except SeveralSheetsError as error:
            self._file = (name, data)
            self.sheets = [("choose one", ""), *((title, title) for title in error.sheets)]
            return str(error)
        return f"{name} has been read; nothing is saved yet."

    def _turn_to_whole(self, name: str, data: bytes) -> str:
        self._file = (name, data)
        back = bring_back(self.desk.tables, data, name)
        if back is self.desk.tables:
            return f"{name} is the search that’s open; there’s nothing to bring in."
        jobs, events = len(back.applications), len(back.timeline)
        self.whole = (
            f"{name} is a whole search of this program: {count(jobs, 'application')}, "
            f"{count(events, 'event')}. All of it comes in as it is."
        )
        return f"{name} has been read; nothing is saved yet."

    def _turn_to_sheet(self, _: object) -> None:
        if self.sheet:
            try:
                self._turn_to(*self._file, self.sheet)
            except FollowupError as error:
                raise FieldError(str(error), "sheet") from error

    def _turn_to(self, name: str, data: bytes, sheet: str = "") -> None:
        self._one, self.came_in = None, False
        self.refresh()
        one = Import(name, lay_out(read_grid(data, name, sheet), name))
        seen = one.preview(self.desk.tables, self.desk.today)
        self._guessed, self._known = seen.columns, dict(seen.statuses)
        self._asked = dict(seen.questions)
        self._one, seen = self._as_told(one) or (one, seen)
        self._show(self._one, seen)

    def _as_told(self, one: Import) -> tuple[Import, Preview] | None:
        """Return the import with what was said before of a list with these headings.

        None when nothing was. A list without headings goes by the name of its file, and None when
        its columns are others now.
        """
        kept = self.desk.search.kept(_draft(one))
        try:
            again = Import(one.name, one.listing, **kept)
            return (again, again.preview(self.desk.tables, self.desk.today)) if kept else None
        except (FollowupError, TypeError, AttributeError):  # a file somebody else changed
            return None

    def answer(self, key: str, value: str) -> None:
        """Take what was chosen in a list, keep it, and work out again what would be brought in."""
        if self._one is None:
            return
        kind, _, theirs = key.partition(":")
        if key == CHANGES:
            for each in [each for each in self._one.answers if each.startswith("changes:")]:
                del self._one.answers[each]
        if kind != "column":
            self._one.answers[key] = value
        elif value == chosen_meaning(self._guessed[theirs]):
            self._one.mapping.pop(theirs, None)
        else:
            self._one.mapping[theirs] = value
        answers = self._one.answers.items()
        kept = {k: v for k, v in answers if k.partition(":")[0] not in OF_ONE_FILE}
        said = {"mapping": self._one.mapping, "answers": kept}
        self.desk.search.keep(_draft(self._one), said)
        self.refresh()

    @t.observe("taken")
    def _take(self, _: object = None) -> None:
        """Take over the rows that are ticked, and no other."""
        if self._one is None or self.seen is None or self.taken == self._taken(self.seen):
            return
        for _words, key in self.differ:
            self._one.answers[key] = "yes" if key in self.taken else "no"
        self.refresh()

    @staticmethod
    def _taken(seen: Preview) -> list[str]:
        return [f"changes:{each.row}" for each in seen.changes]

    def asks(self, key: str) -> bool:
        """Tell whether a question is on the page."""
        return key in self._asked

    def refresh(self) -> None:
        """Show what the file would do to the search as it is now."""
        if self._one is None or self.came_in:
            self.seen = None
            return
        self._show(self._one, self._one.preview(self.desk.tables, self.desk.today))

    def _show(self, one: Import, seen: Preview) -> None:
        self._asked = {
            key: each for key, each in {**self._asked, **seen.questions}.items() if _fits(key, seen)
        }
        words = {status_key(word): (word, found) for word, found in seen.statuses.items()}
        self._known |= {word: f for key, (word, f) in words.items() if key not in one.answers}
        today = self.desk.today
        self.questions = [question(each, one, today) for each in self._asked.values()]
        self.columns = [column(header, seen) for header in seen.columns]
        self.statuses = [
            status(word, found, self._known.get(word))
            for key, (word, found) in words.items()
            if key not in self._asked
        ]
        self.seen = seen
        self.differ, self.taken = differing(seen), self._taken(seen)

    @property
    def button(self) -> str:
        """Return the words on the one main button, "" when there is nothing to bring in."""
        if self.whole:
            return "Bring the whole search in"
        new = len(self.seen.entries) if self.seen else 0
        changed = len(self.seen.changes) if self.seen else 0
        parts = [f"bring in {tally(new, 'application')}" if new else ""]
        parts += [f"make {tally(changed, 'change')}" if changed else ""]
        text = " and ".join(filter(None, parts))
        return f"{text[:1].upper()}{text[1:]}"

    def bring_in(self) -> str:
        """Add what is seen to the search, and say what was done and where the report is."""
        if self.whole:
            return self._bring_whole_in()
        if self._one is None or not self.button:
            raise FieldError("Which file? Choose one first.", "file")
        one, self.came_in = self._one, True
        try:
            done, path = one.into(self.desk.edit, self.desk.search.folder, self.desk.today)
        except FollowupError:
            self.came_in = False
            self.refresh()
            raise
        self.refresh()
        return f"{_done(done, one.name)} What happened to every column and row is saved in {path}."

    def _bring_whole_in(self) -> str:
        name, data = self._file
        self.desk.edit(f"import {name}", lambda tables: bring_back(tables, data, name))
        self.whole, self.came_in = "", True
        jobs = len(self.desk.tables.applications)
        return f"The whole search is here now, with {count(jobs, 'application')}."

    def undo(self) -> str:
        """Take back the last change, and return which; the file is there to be brought in again."""
        undone = self.desk.undo()
        self.came_in = False
        whole = self._file[1] and is_own_workbook(self._file[1])
        if whole and self.desk.tables.applications.empty:
            self._turn_to_whole(*self._file)
        self.refresh()
        return undone


def _draft(one: Import) -> str:
    """Return what the answers about a list are kept under: last week's is named otherwise."""
    listing = one.listing
    headings = sha256("\n".join(listing.header).encode()).hexdigest() if listing.named else ""
    return f"import {headings or one.name}"


def _fits(key: str, seen: Preview) -> bool:
    """Tell whether a question can still be asked, as columns are read now; columns have lists."""
    return key in seen.known and key.partition(":")[0] not in ("map", "column", "quote")


def _done(done: Preview, name: str) -> str:
    new, changed = len(done.entries), len(done.changes)
    told = []
    if new:
        are = "is" if new == 1 else "are"
        told.append(f"{count(new, 'application').capitalize()} from {name} {are} in your list now.")
    if changed:
        was = "was" if changed == 1 else "were"
        told.append(f"{count(changed, 'change').capitalize()} {was} made.")
    return " ".join(told)

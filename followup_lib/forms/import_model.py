"""Bringing in a spreadsheet: the file, what a person says of it, what would become of it."""

from typing import Any, NamedTuple

import traitlets as t

from followup_lib.dates import count, short_day
from followup_lib.exchange.aliases import status_meaning
from followup_lib.exchange.bytes_in import SeveralSheetsError, read_grid, refuse_large
from followup_lib.exchange.dates_in import Order, is_ambiguous, read_days
from followup_lib.exchange.importing import LATER, MEANINGS, Preview
from followup_lib.exchange.layout import lay_out
from followup_lib.exchange.report import Import, column_words, status_words
from followup_lib.forms.choices import Choices
from followup_lib.forms.desk import Desk
from followup_lib.forms.trouble import FieldError
from followup_lib.tables import FollowupError
from followup_lib.vocabulary import Stage, Status

ENDS = (Status.ON_HOLD, Status.REJECTED, Status.WITHDRAWN, Status.NO_RESPONSE)
STANDINGS = (
    *((stage, Status.ACTIVE) for stage in Stage),
    *((Stage.OFFER, status) for status in (Status.ACCEPTED, Status.DECLINED)),
    *((stage, end) for stage in list(Stage)[1:-1] for end in ENDS),
)
"""What a status word may mean."""
STANDING_CHOICES: Choices = [(status_words(*each), " ".join(each)) for each in STANDINGS]
COLUMN_CHOICES: Choices = [(column_words(meaning), meaning) for meaning in MEANINGS]
UNDECIDED: Choices = [("decide later; it is kept in the notes", LATER)]
LONGEST = 60
"""Letters of a cell shown as an example."""


class Ask(NamedTuple):
    """One list to choose from: the key its answer is given under, and what is chosen now."""

    key: str
    label: str
    choices: Choices
    value: str


class ImportModel(t.HasTraits):
    """A file on its way in. `seen` is what it would do, None before one is read and once it is in.

    `questions`, `columns` and `statuses` are lists of `Ask`; `sheets` the choices when a workbook
    has several. `came_in` tells that the file was brought in here, and not taken back.
    """

    sheets: t.List[tuple[str, str]] = t.List()
    sheet = t.Unicode("")
    seen = t.Instance(Preview, allow_none=True)
    questions: t.List[Ask] = t.List()
    columns: t.List[Ask] = t.List()
    statuses: t.List[Ask] = t.List()
    came_in = t.Bool(False)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._file = ("", b"")
        self._one: Import | None = None
        self._guessed: dict[str, str] = {}
        self._asked: dict[str, str] = {}
        self.observe(self._turn_to_sheet, "sheet")
        desk.tell(self.refresh)

    def begin(self, name: str, size: int) -> None:
        """Put away the file before; raises `FollowupError` when this one is too large."""
        self._one, self._file = None, ("", b"")
        self.sheet, self.sheets, self.came_in = "", [], False
        self.refresh()
        refuse_large(name, size)

    def read(self, name: str, data: bytes) -> str:
        """Read a file and show what would become of it; raises `FollowupError` as `read_grid`."""
        try:
            self._turn_to(name, data)
        except SeveralSheetsError as error:
            self._file = (name, data)
            self.sheets = [("choose one", ""), *((title, title) for title in error.sheets)]
            return str(error)
        return f"{name} was read; nothing is written yet."

    def _turn_to_sheet(self, _: object) -> None:
        if self.sheet:
            try:
                self._turn_to(*self._file, self.sheet)
            except FollowupError as error:
                raise FieldError(str(error), "sheet") from error

    def _turn_to(self, name: str, data: bytes, sheet: str = "") -> None:
        self._one, self.came_in = None, False
        one = Import(name, lay_out(read_grid(data, name, sheet), name))
        seen = one.preview(self.desk.tables, self.desk.today)
        self._guessed, self._asked = seen.columns, dict(seen.questions)
        self._one = self._as_told(one)
        if self._one:
            self.refresh()
        else:
            self._one = one
            self._show(seen)

    def _as_told(self, one: Import) -> Import | None:
        """Return the import with what was said of a file of this name and columns before."""
        kept = self.desk.search.kept(f"import {one.name}")
        try:
            if kept.pop("header") == one.listing.header:
                told = Import(one.name, one.listing, **kept)
                told.preview(self.desk.tables, self.desk.today)
                return told
        except (FollowupError, KeyError, TypeError, AttributeError):
            return None  # nothing kept, or a file somebody else changed
        return None

    def answer(self, key: str, value: str) -> None:
        """Take what was chosen in a list, keep it, and look again at what would become of all."""
        if self._one is None:
            return
        kind, _, theirs = key.partition(":")
        if kind != "column":
            self._one.answers[key] = value
        elif value == _chosen(self._guessed[theirs]):
            self._one.mapping.pop(theirs, None)
        else:
            self._one.mapping[theirs] = value
        said = {"mapping": self._one.mapping, "answers": self._one.answers}
        header = self._one.listing.header
        self.desk.search.keep(f"import {self._one.name}", {"header": header, **said})
        self.refresh()

    def refresh(self) -> None:
        """Look again at what the file would do to the search as it is now."""
        if self._one is None or self.came_in:
            self.seen = None
            return
        self._show(self._one.preview(self.desk.tables, self.desk.today))

    def _show(self, seen: Preview) -> None:
        self._asked = {
            key: text for key, text in {**self._asked, **seen.questions}.items() if _fits(key, seen)
        }
        self.questions = [self._question(key, text) for key, text in self._asked.items()]
        self.columns = [self._column(header, seen) for header in seen.columns]
        self.statuses = [
            _status(word, found)
            for word, found in seen.statuses.items()
            if f"status:{word}" not in self._asked
        ]
        self.seen = seen

    def _question(self, key: str, text: str) -> Ask:
        kind, _, theirs = key.partition(":")
        choices = STANDING_CHOICES if kind == "status" else self._orders(theirs)
        value = self._one.answers.get(key, LATER) if self._one else LATER
        return Ask(key, clip(text, 2 * LONGEST), [*UNDECIDED, *choices], value)

    def _orders(self, header: str) -> Choices:
        cell = next(filter(is_ambiguous, self._cells(header)))
        orders: tuple[Order, ...] = ("day", "month")
        found = [read_days(cell, order, self.desk.today) for order in orders]
        shown = [f" ({short_day(days[0].on, self.desk.today)})" if days else "" for days in found]
        return [(f"the {order}{day}", order) for order, day in zip(orders, shown, strict=True)]

    def _column(self, header: str, seen: Preview) -> Ask:
        value = _chosen(seen.columns[header])
        guess = _chosen(self._guessed[header])
        more = [(column_words(guess), guess)] if guess not in MEANINGS else []
        example = next(filter(None, self._cells(header)), "")
        label = f"{header}, such as “{clip(example)}”" if example else f"{header} (empty)"
        return Ask(f"column:{header}", clip(label, 2 * LONGEST), [*COLUMN_CHOICES, *more], value)

    def _cells(self, header: str) -> list[str]:
        if self._one is None:
            return []
        place = self._one.listing.header.index(header)
        return [row[place] for _, row in self._one.listing.rows if place < len(row)]

    @property
    def button(self) -> str:
        """Return the words on the one main button, "" when there is nothing to bring in."""
        new = len(self.seen.entries) if self.seen else 0
        return f"Bring in {new:,} application{'' if new == 1 else 's'}" if new else ""

    def bring_in(self) -> str:
        """Add what is seen to the search, and say what was done and where the report is."""
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
        many = len(done.entries) != 1
        return (
            f"{count(len(done.entries), 'application').capitalize()} from {one.name} "
            f"{'are' if many else 'is'} in your list now. What became of every column and row is "
            f"kept beside your search, in {path}."
        )

    def undo(self) -> str:
        """Take back the last change of this search; the file is there again, to be brought in."""
        told = self.desk.undo()
        self.came_in = False
        self.refresh()
        return f"Taken back: {told}."


def clip(text: str, letters: int = LONGEST) -> str:
    """Return a text on one line, cut where it is too long to be shown.

    >>> clip("Clerk\\nnights"), clip("abcdef", 4)
    ('Clerk nights', 'abc…')
    """
    line = " ".join(text.split())
    return line if len(line) <= letters else f"{line[: letters - 1]}…"


def _chosen(meaning: str) -> str:
    return "keep" if meaning == "kept" else meaning


def _fits(key: str, seen: Preview) -> bool:
    """Tell whether a question can still be asked, as columns are read now."""
    kind, _, theirs = key.partition(":")
    if kind == "status":
        return theirs in seen.statuses
    return kind == "dates" and seen.columns[theirs].startswith("date.")


def _status(word: str, found: tuple[str, str] | None) -> Ask:
    known: Any = status_meaning(word)
    value = " ".join(found) if found else LATER
    choices = [*([] if known else UNDECIDED), *STANDING_CHOICES]
    more = [known, found] if found else []
    choices += [(status_words(*e), " ".join(e)) for e in more if e and tuple(e) not in STANDINGS]
    return Ask(f"status:{word}", f"“{clip(word)}”", list(dict.fromkeys(choices)), value)

"""What an import would do, seen before anything is written; then the rows of the search."""

import datetime as dt
import hashlib
from collections import Counter
from dataclasses import dataclass, replace

import pandas as pd

from followup_lib.exchange.aliases import known_export
from followup_lib.exchange.layout import ABOVE, BROKEN, HERE, Aside, Listing, is_shifted
from followup_lib.exchange.meanings import PUZZLING, column_meanings
from followup_lib.exchange.questions import (
    Rows,
    check_answers,
    day_orders,
    open_questions,
    standings,
    worth_asking,
)
from followup_lib.exchange.reading import Entry, Reading, read_entry
from followup_lib.reading.words import plain
from followup_lib.records.dates import count
from followup_lib.records.edits import new_id, next_event_id
from followup_lib.records.tables import COLUMNS, Tables, as_table

SUMS = ("total", "totals", "sum", "count")
"""What stands where a company would, in a line that counts the others."""
KEY = "import_key"
"""A column of applications.csv: which row of which content this came from."""
SAME_ABOVE = ("↳", "〃", '"', "''")
"""What people write for the company of the row above."""


@dataclass(frozen=True)
class Preview:
    """What an import would do. `questions` are sentences by the key their answer is given under.

    `columns` tells what each column of theirs became, "kept" or "ignored" with the reason;
    `export` names the program that wrote the list, "" when it is nobody's in particular.
    """

    rows: int
    columns: dict[str, str]
    statuses: Reading
    entries: list[Entry]
    keys: list[str]
    aside: list[Aside]
    questions: dict[str, str]
    duplicates: list[int]
    cells_lost: int
    export: str = ""

    @property
    def events(self) -> int:
        """Return how many rows of the timeline would be added."""
        return sum(len(entry.events) for entry in self.entries)

    @property
    def puzzling(self) -> list[str]:
        """Return the columns that would tell what no other column of the list does."""
        return [header for header, meaning in self.columns.items() if meaning in PUZZLING]

    @property
    def sentence(self) -> str:
        """Return the whole in one sentence."""
        if not self.rows:
            return "0 applications: the file has a header, and no rows beneath it."
        eyes = len(self.questions) + sum(each.kind == BROKEN for each in self.aside)
        eyes += len(self.puzzling)
        lost = "none lost" if not self.cells_lost else f"{self.cells_lost} cells lost"
        rest = f"; {eyes} need{'s' if eyes == 1 else ''} your eye, now or later" if eyes else ""
        new = count(len(self.entries), "application")
        return f"{self.rows} row{'' if self.rows == 1 else 's'} read, {lost}{rest}. New: {new}."


def preview(
    listing: Listing,
    tables: Tables,
    today: dt.date,
    mapping: dict[str, str],
    answers: dict[str, str],
) -> Preview:
    """Return what importing a list into a search would do.

    `mapping` gives columns of theirs one of `meanings.MEANINGS`; `answers` are by the keys of
    `questions`: `dates:COLUMN` is day, month or later; `status:WORD` is "STAGE STATUS" or later.
    Raises `FollowupError` for a column, meaning or answer that is not known.
    """
    check_answers(answers)
    export = known_export(listing.header)
    meanings = column_meanings(listing, mapping, export)
    rows, shifted = _trusted(listing, meanings)
    orders = day_orders(rows, meanings, answers, export)
    statuses = standings(rows, meanings, answers, export)
    read = [read_entry(*row, meanings, statuses, orders, today) for row in rows]
    entries, keys, left = _new(read, rows, tables)
    aside = [*listing.aside, *shifted, *left]
    questions = open_questions(rows, meanings, orders, statuses, answers)
    questions = worth_asking(questions, entries, dict(rows), meanings, answered=len(answers))
    if rows and not {"company", "job_title"} & set(meanings.values()):
        names = ", ".join(listing.header)
        questions["map"] = f"Which column names the company? Found are {names}."
    return Preview(
        rows=len(listing.rows) + sum(each.kind != ABOVE for each in listing.aside),
        columns=meanings,
        statuses=statuses,
        entries=entries,
        keys=keys,
        aside=sorted(aside, key=lambda each: each.row),
        questions=questions,
        duplicates=_duplicates(entries, tables),
        cells_lost=_lost(entries, rows, meanings),
        export=export.name,
    )


def add_entries(tables: Tables, seen: Preview) -> Tables:
    """Return the tables with the applications and events of a preview added."""
    if not seen.entries:
        return tables
    taken = set(tables.applications["application_id"])
    first = int(next_event_id(tables.timeline)[1:])
    applications: list[dict[str, str]] = []
    timeline: list[dict[str, str]] = []
    for entry, key in zip(seen.entries, seen.keys, strict=True):
        names = f"{entry.values.get('company', '')} {entry.values.get('job_title', '')}"
        application_id = new_id(names, taken)
        taken.add(application_id)
        applications.append({"application_id": application_id, **entry.values, KEY: key})
        for each in entry.events:
            timeline.append(
                {
                    "event_id": f"e{first + len(timeline):04d}",
                    "application_id": application_id,
                    "event": str(each.event),
                    "on": each.on.isoformat() if each.on else "",
                    "due_on": each.due_on.isoformat() if each.due_on else "",
                    "certainty": each.certainty,
                    "note": each.note,
                    KEY: key,
                }
            )
    return replace(
        tables,
        applications=_joined("applications", tables.applications, applications),
        timeline=_joined("timeline", tables.timeline, timeline),
    )


def _joined(name: str, table: pd.DataFrame, rows: list[dict[str, str]]) -> pd.DataFrame:
    if not rows:
        return table
    more = as_table(name, pd.DataFrame(rows).fillna("").astype("str"))
    both = pd.concat([table, more], ignore_index=True)
    own = [column for column in both.columns if column not in COLUMNS[name]]
    return both.fillna(dict.fromkeys(own, ""))


def _trusted(listing: Listing, meanings: dict[str, str]) -> tuple[Rows, list[Aside]]:
    """Return the rows that can be read by their columns, and those whose cells have moved."""
    rows: Rows = []
    shifted: list[Aside] = []
    company = next((header for header, meaning in meanings.items() if meaning == "company"), "")
    for line, row in listing.rows:
        cells = dict(zip(listing.header, [*row, *[""] * len(listing.header)], strict=False))
        if company and cells[company] in SAME_ABOVE and rows:
            cells[company] = rows[-1][1][company]
        if any(meanings[h] == "status" and is_shifted(cell) for h, cell in cells.items()):
            why = "has a link, a file or a day as status: a comma in it probably lacks quotes"
            shifted.append(Aside(line, why, row, BROKEN))
        else:
            rows.append((line, cells))
    return rows, shifted


def _new(
    read: list[Entry], rows: Rows, tables: Tables
) -> tuple[list[Entry], list[str], list[Aside]]:
    """Return the entries that are new, the key of each, and the rows that become none."""
    entries, keys, aside = [], [], []
    known = set(tables.applications.get(KEY, pd.Series(dtype="str")))
    for entry, (line, cells), key in zip(read, rows, _keys(rows), strict=True):
        row = list(cells.values())
        if key in known:
            aside.append(Aside(line, "is already in this search", row, HERE))
        elif not {"company", "job_title"} & set(entry.values):
            aside.append(Aside(line, "names no company or position", row))
        elif plain(entry.values.get("company", "")) in SUMS and "job_title" not in entry.values:
            aside.append(Aside(line, "is a line of sums", row))
        else:
            entries.append(entry)
            keys.append(key)
    return entries, keys, aside


def _lost(entries: list[Entry], rows: Rows, meanings: dict[str, str]) -> int:
    """Return how many cells cannot be found again; those worked out anew need not be."""
    read = [header for header, meaning in meanings.items() if not meaning.startswith("ignored")]
    cells_of = dict(rows)
    cells = ((entry, cells_of[entry.row][header]) for entry in entries for header in read)
    return sum(not entry.holds(cell) for entry, cell in cells if cell)


def _keys(rows: Rows) -> list[str]:
    """Return a fingerprint of each row's content; equal rows are told apart by their count."""
    times: Counter[str] = Counter()
    keys = []
    for _, cells in rows:
        text = "\x1f".join(f"{header}={cell}" for header, cell in cells.items() if cell)
        times[text] += 1
        keys.append(hashlib.sha256(f"{text}\x1f{times[text]}".encode()).hexdigest()[:12])
    return keys


def _duplicates(entries: list[Entry], tables: Tables) -> list[int]:
    """Return the rows that name a company and position the search has, or a row above them."""
    there = tables.applications
    known = {
        (plain(c), plain(t)) for c, t in zip(there["company"], there["job_title"], strict=True)
    }
    rows = []
    for entry in entries:
        names = [plain(entry.values.get(column, "")) for column in ("company", "job_title")]
        if tuple(names) in known:
            rows.append(entry.row)
        if all(names):
            known.add((names[0], names[1]))
    return rows

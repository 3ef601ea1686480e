"""What an import would do, seen before anything is written; then the rows of the search."""

import datetime as dt
import hashlib
from collections import Counter
from dataclasses import dataclass, replace

import pandas as pd

from followup_lib.dates import count
from followup_lib.edits import new_id, next_event_id
from followup_lib.exchange.aliases import column_meaning, plain, status_meaning
from followup_lib.exchange.dates_in import Order, day_order, is_ambiguous
from followup_lib.exchange.layout import Aside, Listing, is_shifted
from followup_lib.exchange.reading import Entry, Reading, read_entry
from followup_lib.tables import COLUMNS, FollowupError, Tables, as_table
from followup_lib.vocabulary import Stage, Status

KEY = "import_key"
"""A column of applications.csv: which row of which content this came from."""
LATER = "later"
MEANINGS = (
    *(name for name in COLUMNS["applications"] if name != "application_id"),
    *("status", "decision", "date.applied", "date.saved", "date.status", "date.screen"),
    *("date.interview", "date.final_interview", "date.offer", "date.rejected", "keep"),
)
"""What a person may say a column of theirs holds."""


@dataclass(frozen=True)
class Preview:
    """What an import would do. `questions` are sentences by the key their answer is given under."""

    rows: int
    columns: dict[str, str]
    statuses: Reading
    entries: list[Entry]
    keys: list[str]
    aside: list[Aside]
    questions: dict[str, str]
    duplicates: list[int]
    cells_lost: int

    @property
    def events(self) -> int:
        """Return how many rows of the timeline would be added."""
        return sum(len(entry.events) for entry in self.entries)

    @property
    def sentence(self) -> str:
        """Return the whole in one sentence."""
        eyes = len(self.questions) + sum("comma" in each.why for each in self.aside)
        lost = "none lost" if not self.cells_lost else f"{self.cells_lost} cells lost"
        rest = f"; {eyes} need your eye, now or later" if eyes else ""
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

    `mapping` gives columns of theirs one of `MEANINGS`; `answers` are by the keys of `questions`:
    `dates:COLUMN` is day, month or later; `status:WORD` is "STAGE STATUS" or later. Raises
    `FollowupError` for a column, meaning or answer that is not known.
    """
    meanings = _meanings(listing, mapping)
    _check_answers(answers)
    orders, questions = _orders(listing, meanings, answers)
    rows, shifted = _trusted(listing, meanings)
    statuses = _statuses(rows, meanings, answers)
    questions |= {
        f"status:{word}": f"What does {word!r} mean? Answer with a stage and a status such as "
        "“applied active” or “interview rejected”, or later."
        for word, found in statuses.items()
        if found is None and answers.get(f"status:{word}") != LATER
    }
    if rows and not {"company", "job_title"} & set(meanings.values()):
        names = ", ".join(listing.header)
        questions["map"] = f"Which column names the company? Found are {names}."
    aside, entries, keys = [*listing.aside, *shifted], [], []
    known = set(tables.applications.get(KEY, pd.Series(dtype="str")))
    for (line, cells), key in zip(rows, _keys(rows), strict=True):
        entry = read_entry(line, cells, meanings, statuses, orders, today)
        why = "" if {"company", "job_title"} & set(entry.values) else "names no company or position"
        why = "is already in this search" if key in known else why
        if why:
            aside.append(Aside(line, why, list(cells.values())))
        else:
            entries.append(entry)
            keys.append(key)
    cells_of = dict(rows)
    lost = sum(not e.holds(cell) for e in entries for cell in cells_of[e.row].values() if cell)
    return Preview(
        rows=len(listing.rows) + sum("above" not in each.why for each in listing.aside),
        columns={header: meaning or "kept" for header, meaning in meanings.items()},
        statuses=statuses,
        entries=entries,
        keys=keys,
        aside=sorted(aside, key=lambda each: each.row),
        questions=questions,
        duplicates=_duplicates(entries, tables),
        cells_lost=lost,
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


def _meanings(listing: Listing, mapping: dict[str, str]) -> dict[str, str]:
    for theirs, ours in mapping.items():
        if theirs not in listing.header:
            raise FollowupError(f"There is no column {theirs!r}; found {listing.header}.")
        if ours not in MEANINGS:
            raise FollowupError(f"{ours!r} is no column here; allowed are {', '.join(MEANINGS)}.")
    found = {
        header: mapping.get(header, column_meaning(header) if listing.named else "")
        for header in listing.header
    }
    return {header: "" if meaning == "keep" else meaning for header, meaning in found.items()}


def _check_answers(answers: dict[str, str]) -> None:
    for key, answer in answers.items():
        kind = key.partition(":")[0]
        words = answer.split()
        fits = {
            "dates": answer in ("day", "month", LATER),
            "status": answer == LATER
            or (len(words) == 2 and words[0] in list(Stage) and words[1] in list(Status)),
        }
        if kind not in fits:
            raise FollowupError(f"{key!r} is no question; keys begin with dates: or status:.")
        if not fits[kind]:
            allowed = (
                "day, month or later"
                if kind == "dates"
                else (f"a stage ({', '.join(Stage)}) and a status ({', '.join(Status)}), or later")
            )
            raise FollowupError(f"The answer to {key!r} was {answer!r}; allowed is {allowed}.")


def _orders(
    listing: Listing, meanings: dict[str, str], answers: dict[str, str]
) -> tuple[dict[str, Order], dict[str, str]]:
    orders: dict[str, Order] = {}
    questions = {}
    for place, header in enumerate(listing.header):
        if not meanings[header].startswith("date."):
            continue
        cells = [row[place] for _, row in listing.rows if place < len(row)]
        orders[header] = day_order(cells)
        unclear = [cell for cell in cells if is_ambiguous(cell)]
        answer = answers.get(f"dates:{header}", "")
        if orders[header] == "unknown" and unclear and answer in ("day", "month"):
            orders[header] = "day" if answer == "day" else "month"
        elif orders[header] == "unknown" and unclear and answer != LATER:
            questions[f"dates:{header}"] = (
                f"In the column {header}, does {unclear[0]!r} begin with the day or the month? "
                "Answer day, month or later."
            )
    return orders, questions


def _trusted(
    listing: Listing, meanings: dict[str, str]
) -> tuple[list[tuple[int, dict[str, str]]], list[Aside]]:
    rows, shifted = [], []
    for line, row in listing.rows:
        cells = dict(zip(listing.header, [*row, *[""] * len(listing.header)], strict=False))
        if any(meanings[h] == "status" and is_shifted(cell) for h, cell in cells.items()):
            why = "has a link, a file or a day as status: a comma in it probably lacks quotes"
            shifted.append(Aside(line, why, row))
        else:
            rows.append((line, cells))
    return rows, shifted


def _statuses(
    rows: list[tuple[int, dict[str, str]]], meanings: dict[str, str], answers: dict[str, str]
) -> Reading:
    found: Reading = {}
    for header, meaning in meanings.items():
        if meaning not in ("status", "decision"):
            continue
        for word in dict.fromkeys(cells[header] for _, cells in rows if cells[header]):
            words = answers.get(f"status:{word}", "").split()
            found[word] = (words[0], words[1]) if len(words) == 2 else status_meaning(word)
    return found


def _keys(rows: list[tuple[int, dict[str, str]]]) -> list[str]:
    """Return a fingerprint of each row's content; equal rows are told apart by their count."""
    times: Counter[str] = Counter()
    keys = []
    for _, cells in rows:
        text = "\x1f".join(f"{header}={cell}" for header, cell in cells.items() if cell)
        times[text] += 1
        keys.append(hashlib.sha256(f"{text}\x1f{times[text]}".encode()).hexdigest()[:12])
    return keys


def _duplicates(entries: list[Entry], tables: Tables) -> list[int]:
    there = tables.applications
    known = {
        (plain(c), plain(t)) for c, t in zip(there["company"], there["job_title"], strict=True)
    }
    return [
        entry.row
        for entry in entries
        if (plain(entry.values.get("company", "")), plain(entry.values.get("job_title", "")))
        in known
    ]

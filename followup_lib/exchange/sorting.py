"""Which rows of a list are new, which changed, and which become no application."""

import hashlib
from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from followup_lib.exchange.changes import Change, Here, in_one_line, names_of
from followup_lib.exchange.entries import Entry, Rows
from followup_lib.exchange.layout import HERE, Aside
from followup_lib.reading.words import plain
from followup_lib.records.tables import Tables


def sort_out(
    read: list[Entry], rows: Rows, tables: Tables, new: Collection[str]
) -> tuple[list[Entry], list[Change], list[Aside]]:
    """Return the entries that are new, each with its key, what changed, and what is neither.

    `new` are the questions to which was said that such rows are other applications: "changes"
    (of the same names) and "same" (of similar ones).
    """
    entries: list[Entry] = []
    changes: list[Change] = []
    aside: list[Aside] = []
    keys = keys_of(rows)
    here = Here(tables, keys)
    listed = names_of(read)
    links = Counter(entry.values.get("job_url", "") for entry in read)
    for entry, (line, cells), key in zip(read, rows, keys, strict=True):
        row = list(cells.values())
        if key in here.keys:
            aside.append(Aside(line, "is already in this search", row, HERE))
        elif not {"company", "job_title"} & set(entry.values):
            aside.append(Aside(line, "names no company or position", row))
        elif "changes" not in new and (application_id := here.find(entry, links)):
            change = here.change(application_id, entry, key)
            if change.differs:
                changes.append(change)
                why = "is already in this search, with something different"
                aside.append(Aside(line, why, row, HERE))
            else:
                aside.append(Aside(line, "is already in this search", row, HERE))
        elif "same" not in new and (application_id := here.find_alike(entry, listed)):
            known = in_one_line(here.cells[application_id])
            changes.append(replace(here.change(application_id, entry, key), alike=known))
            aside.append(Aside(line, f"may be {known}, which is in this search", row, HERE))
        else:
            entry.key = key
            entries.append(entry)
    return entries, changes, aside


def keys_of(rows: Rows) -> list[str]:
    """Return a fingerprint of each row's content; equal rows are told apart by their count."""
    times: Counter[str] = Counter()
    keys = []
    for _, cells in rows:
        text = "\x1f".join(f"{header}={cell}" for header, cell in cells.items() if cell)
        times[text] += 1
        keys.append(hashlib.sha256(f"{text}\x1f{times[text]}".encode()).hexdigest()[:12])
    return keys


def duplicates(entries: list[Entry], tables: Tables) -> list[int]:
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

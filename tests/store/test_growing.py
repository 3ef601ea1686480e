"""A row at the end is read and written alone, with the result of reading and writing all."""

import csv
import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_lib.records import edits
from followup_lib.records.errors import SpreadsheetError
from followup_lib.records.tables import Tables
from followup_lib.store.csv import Parsed, parse_files
from followup_lib.store.csv_out import grown_csv, write_csv
from followup_lib.store.new_search import create_search

DAY = dt.date(2026, 3, 16)
TITLES = "event_id,application_id,event,on,note\n"
ROWS = (
    "e0001,acme,interview,2026-03-05,\n",
    "e0002,acme,heard_back,2026-03-09,They said “soon”\n",
    "e0003,acme,Wrote , 2026-03-10 ,typed by hand\n",
    ",acme,wrote,2026-03-11,without an id\n",
    ",,,,\n",
    "\n",
    "e0005,acme,wrote,2026-03-12\n",
    "e0006,acme,wrote,2026-03-12,one field,more\n",
    "e0007,acme,danced,2026-03-12,no such word\n",
    "e0008,acme,wrote,2026-02-30,no such day\n",
    "e0001,acme,wrote,2026-03-12,an id twice\n",
    "e0009,globex,wrote,2026-03-12,nobody’s\n",
    'e0010,acme,wrote,2026-03-12,"two\nlines, ""quoted"""\n',
    'e0011,acme,wrote,2026-03-12,"never closed\n',
    "e0012,acme,wrote,2026-03-12,'=1+1\n",
    "e0013,acme,wrote,2026-03-12,cut off",
    "e0014,acme,wrote,2026-03-12,from Windows\r\n",
)
"""Rows as people, spreadsheets and accidents leave them."""


def outcome(text: str, known: dict[str, Parsed]) -> Tables | list[str]:
    """Return what reading a timeline gives: the tables, or every problem as a sentence."""
    files = {
        "applications.csv": b"application_id,company,job_title\nacme,Acme,Clerk\n",
        "timeline.csv": text.encode(),
    }
    try:
        return parse_files(files, "here", known)
    except SpreadsheetError as error:
        return [str(problem) for problem in error.problems]


@settings(max_examples=200)
@given(
    titles=st.sampled_from((TITLES, "\ufeff" + TITLES, TITLES.replace("note", "Notte"))),
    rows=st.lists(st.lists(st.sampled_from(ROWS), max_size=4), min_size=2, max_size=4),
)
def test_reading_a_file_that_grew_is_reading_all_of_it(titles: str, rows: list[list[str]]) -> None:
    """Known or not before, the tables are the same, and so is each problem with its row."""
    known: dict[str, Parsed] = {}
    text = titles
    for added in rows:
        text += "".join(added)
        assert outcome(text, known) == outcome(text, {})


CELLS = st.sampled_from(("a", "b, c", 'd "e"', "f\ng", "h\ri", "é", "", "-5", "=1+1", ";@x"))
TABLES = st.lists(st.tuples(CELLS, CELLS), max_size=3)


def as_others_write(table: pd.DataFrame) -> bytes:
    """Return a CSV as other programs write it: no formula in it has a guard."""
    return table.to_csv(index=False, lineterminator="\n").encode("utf-8-sig")


@settings(max_examples=500)
@given(
    title=CELLS,
    before=TABLES,
    added=TABLES,
    written=st.sampled_from((write_csv, as_others_write, lambda t: as_others_write(t).rstrip())),
)
def test_writing_what_grew_is_writing_all_of_it(
    title: str,
    before: list[tuple[str, str]],
    added: list[tuple[str, str]],
    written: Callable[[pd.DataFrame], bytes],
) -> None:
    """Whoever wrote the file, it comes out as if it were written whole, every formula guarded."""
    titles = ["a", f"{title}b"]
    whole = pd.DataFrame(before + added, columns=titles, dtype="str")
    first = whole[: len(before)]
    grown = grown_csv(written(first), first, whole)
    assert unquoted(grown) == unquoted(write_csv(whole))


def unquoted(data: bytes) -> list[list[str]]:
    """Return the fields of a CSV as a spreadsheet sees them, guards included."""
    return [*csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))]


def test_what_stood_there_stays_byte_for_byte(tmp_path: Path) -> None:
    """Logging a letter adds one line to the file; changing a cell writes the table again."""
    search = create_search(tmp_path / "Noor")
    search.edit("add", lambda t: edits.add_application(t, company="Acme", job_title="Clerk")[0])
    search.edit("log", lambda t: edits.log(t, "acme-clerk", "wrote", DAY))
    file = search.folder / "timeline.csv"
    by_hand = file.read_bytes().replace(b"acme-clerk", b'"acme-clerk"')
    file.write_bytes(by_hand)
    search.edit("log", lambda t: edits.log(t, "acme-clerk", "called", DAY))
    assert file.read_bytes().startswith(by_hand)
    assert file.read_bytes().count(b"\n") == by_hand.count(b"\n") + 1
    search.edit("change", lambda t: edits.change_event(t, "e0001", note="changed"))
    assert b'"' not in file.read_bytes()

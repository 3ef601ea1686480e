"""The Excel workbook: real dates, inert text, and nothing lost on the way out and back."""

import datetime as dt
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_lib.advice.plan import plan
from followup_lib.cli import main
from followup_lib.exchange.bytes_in import read_grid
from followup_lib.exchange.excel import LONGEST, is_own_workbook, read_workbook, write_workbook
from followup_lib.exchange.export import overview_csv
from followup_lib.exchange.importing import add_entries, preview
from followup_lib.exchange.layout import lay_out
from followup_lib.exchange.own_workbook import bring_back
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError, SpreadsheetError
from followup_lib.records.tables import COLUMNS, Tables, empty_table
from followup_lib.store.new_search import create_search


def same(one: Tables, other: Tables) -> None:
    """Compare every table of two searches: values, types, columns and their order."""
    for name in COLUMNS:
        left, right = getattr(one, name), getattr(other, name)
        pd.testing.assert_frame_equal(
            left.reset_index(drop=True), right.reset_index(drop=True), check_column_type=False
        )


def book(tables: Tables) -> openpyxl.Workbook:
    """Return the workbook as Excel would open it."""
    return openpyxl.load_workbook(io.BytesIO(write_workbook(tables)))


def one(notes: str, column: str = "notes") -> Tables:
    """Return a search with one application that has a text in one of its cells."""
    tables = Tables(**{name: empty_table(name) for name in COLUMNS})
    tables, made = edits.add_application(tables, company="Acme", job_title="Clerk")
    table = tables.applications.assign(**{column: notes})
    return edits.log(replace(tables, applications=table), made, "interview", dt.date(2026, 3, 5))


def test_the_sample_comes_back_unchanged(sample: Tables) -> None:
    """Every cell of every table is the same after writing and reading."""
    same(read_workbook(write_workbook(sample)), sample)


def test_a_workbook_saved_again_comes_back_unchanged(sample: Tables) -> None:
    """Opened and saved by another program, it still holds the same."""
    out = io.BytesIO()
    book(sample).save(out)
    same(read_workbook(out.getvalue()), sample)


def test_sheets_look_as_a_person_wishes(sample: Tables) -> None:
    """A sheet per table, the first row frozen, a filter over all rows, dates that are dates."""
    made = book(sample)
    assert made.sheetnames == list(COLUMNS)
    sheet = made["timeline"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:N{len(sample.timeline) + 1}"
    on = sheet.cell(2, list(COLUMNS["timeline"]).index("on") + 1)
    assert (on.is_date, on.number_format) == (True, "yyyy-mm-dd")
    assert on.value.date() == sample.timeline["on"].iloc[0].date()
    assert all(10 <= column.width <= 48 for column in sheet.column_dimensions.values())


TEXTS = [
    "=1+1",
    '=HYPERLINK("http://x.example","x")',
    "@SUM(A1)",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "\ttab",
    "\rreturn",
    "'=quoted",
    "+1 609 555 0142",
    "two\nlines, and a comma",
    "a \x07 bell",
    "_x000D_ as typed",
    "007",
    "NA",
    "TRUE",
    "1e5",
    "Siobhán 待定 🙂",
    "x" * LONGEST,
]


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_every_text_comes_back_and_none_is_a_formula(text: str) -> None:
    """Whatever a text begins with, Excel holds it as text, and it is read back letter by letter."""
    tables = one(text)
    same(read_workbook(write_workbook(tables)), tables)
    cell = book(tables)["applications"].cell(2, len(COLUMNS["applications"]))
    assert cell.data_type == "s"
    assert cell.quotePrefix == (text[0] in "=@+-\t\r")


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
@settings(max_examples=25, deadline=None)
def test_any_text_survives(text: str) -> None:
    """Letters of any script and unprintable ones come back from a cell and from a column's name."""
    tables = one(text, "my column")
    same(read_workbook(write_workbook(tables)), tables)


def test_days_before_excel_began_come_back() -> None:
    """Excel knows no day before 1900; such a day is written as text and read as a day."""
    tables = one("x")
    tables = edits.log(tables, "acme-clerk", "wrote", dt.date(1899, 12, 31))
    tables = edits.log(tables, "acme-clerk", "wrote", dt.date(1900, 3, 1))
    tables = edits.log(tables, "acme-clerk", "wrote", None)
    same(read_workbook(write_workbook(tables)), tables)


def test_a_text_too_long_for_excel_is_told() -> None:
    """A text that Excel would cut is refused with its place, never cut."""
    with pytest.raises(FollowupError, match=r"applications.csv, row 2, column notes: 32,768 char"):
        write_workbook(one("x" * (LONGEST + 1)))


@pytest.mark.parametrize("data", [b"", b"PK", b"company,title\n"], ids=["empty", "cut", "a CSV"])
def test_what_is_no_workbook_is_a_sentence(data: bytes) -> None:
    """A file that only bears the name of a workbook is told."""
    with pytest.raises(FollowupError, match="is damaged; save it again"):
        read_workbook(data)
    assert not is_own_workbook(data)


def test_a_workbook_damaged_inside_is_a_sentence(sample: Tables) -> None:
    """A workbook whose inside is rubbish is told, not a traceback."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("xl/workbook.xml", "<rubbish")
    with pytest.raises(FollowupError, match="cannot be read"):
        read_workbook(out.getvalue())


EMPTY = Tables(**{name: empty_table(name) for name in COLUMNS})


def test_a_whole_search_comes_back_into_an_empty_one(sample: Tables) -> None:
    """Every table comes back, a second time adds nothing, and settings stay as they were."""
    data = write_workbook(sample)
    assert is_own_workbook(data)
    back = bring_back(EMPTY, data, "followup.xlsx")
    same(back, sample)
    assert back.settings is EMPTY.settings
    assert bring_back(back, data, "followup.xlsx") is back


def test_two_searches_are_never_mixed(sample: Tables) -> None:
    """Where other rows are already, the workbook is refused with both counts."""
    with pytest.raises(FollowupError, match="applications, and this one holds one appl"):
        bring_back(one("x"), write_workbook(sample), "followup.xlsx")


def test_a_search_comes_back_in_the_terminal(
    sample: Tables, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`followup import` tells first, brings all tables back, and one undo takes them away."""
    file = tmp_path / "ours.xlsx"
    file.write_bytes(write_workbook(sample))
    search = create_search(tmp_path / "New", name="Maya")
    where = [str(file), "--search", str(search.folder), "--today", "2026-03-16"]
    assert main(["import", *where, "--dry-run"]) == 0
    assert f"{len(sample.applications)} applications" in capsys.readouterr().out
    assert search.read().applications.empty
    assert main(["import", *where]) == 0
    same(search.read(), sample)
    assert search.undo() == "import ours.xlsx"
    assert search.read().applications.empty
    assert search.read().settings.seeker.name == "Maya"


def test_the_overview_comes_back_as_applications(sample: Tables) -> None:
    """One row per application as it goes out is read again: names, stage, status, what they said.

    What is counted or planned is not taken, and the last contact is kept in the notes; nothing is
    asked.
    """
    today = sample.settings.today or dt.date(2026, 3, 16)
    data = overview_csv(plan(sample, today))
    seen = preview(lay_out(read_grid(data, "o.csv"), "o.csv"), EMPTY, today, {}, {})
    assert (seen.questions, seen.aside, seen.cells_lost) == ({}, [], 0)
    kept = {name for name, meaning in seen.columns.items() if meaning == "kept"}
    assert kept.isdisjoint({"stage", "their_date", "days_in_stage", "next_action", "why"})
    assert {"last_contact", "last_contact_on"} <= kept
    before = plan(sample, today).facts.applications
    after = plan(add_entries(EMPTY, seen), today).facts.applications
    columns = ["company", "job_title", "stage", "furthest", "status", "contact_name"]
    left, right = (f[columns].sort_values(columns).to_numpy().tolist() for f in (before, after))
    assert right == left


def test_another_workbook_is_a_sentence() -> None:
    """A workbook without our sheets is told."""
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    with pytest.raises(FollowupError, match="no sheet “applications” in this workbook"):
        read_workbook(out.getvalue())


def test_a_wrong_word_in_a_workbook_has_its_row(sample: Tables) -> None:
    """Problems in a sheet are told by row and column, as those of a CSV are."""
    made = book(sample)
    made["timeline"].cell(5, list(COLUMNS["timeline"]).index("event") + 1).value = "thankd"
    out = io.BytesIO()
    made.save(out)
    with pytest.raises(SpreadsheetError, match=r"row 5, column event: found 'thankd'"):
        read_workbook(out.getvalue())

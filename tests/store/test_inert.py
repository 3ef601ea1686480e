"""No text that goes out is run by a spreadsheet program, and each comes back to the letter."""

import csv
import datetime as dt
import io
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_lib.advice.plan import plan
from followup_lib.coaching.rollup import roll_up
from followup_lib.coaching.rollup_words import as_csv
from followup_lib.exchange.bytes_in import read_grid
from followup_lib.exchange.contact_log import contact_log_csv
from followup_lib.exchange.excel import read_workbook, write_workbook
from followup_lib.exchange.export import overview_csv
from followup_lib.records.tables import COLUMNS, Tables, as_table
from followup_lib.store.csv import parse_files
from followup_lib.store.csv_out import text_csv, write_csv
from followup_lib.store.inert import guarded, unguarded
from followup_lib.store.new_search import create_search

STARTERS = set("=+-@＝＋－＠\t\r")
HARMLESS = ("-5", "+3.5", "-1,200.00", "+16095550100", "-")
PHONES = (
    *("+1 609 555-0100", "+44 (0)20 7946 0000", "+1 609 555 0100 ext. 4"),
    *("+49 (30) 901820", "+1 (609) 555-0100 x12", "+33 1.42.68.53.00"),
)
HOSTILE = (
    *("=1+1", "=cmd|' /C calc'!A0", '=HYPERLINK("https://outside.example","open")', "@SUM(A1)"),
    *("+1+cmd|' /C calc'!A0", '-1+WEBSERVICE("https://outside.example")', "+(cmd|' /C calc'!A0)"),
    *("+cmd", "-cmd", "- by phone", "-(1)", "-5+x", "-1,5+x", "--", "+", "-1e5", "+-1", "- 5"),
    *("+1-609-555-0100", "+1 -2", "+1 609 555 0100 ext. =1", "+1 (609) 555-0100\n=1", "+1 (1)+x"),
    *("-5;=1", "-5\n=1", "-5\t=1", "-5\r=1", "-٥", "+1 609 555\xa00100+x"),
    *("x;=cmd", "x; =cmd", 'x;"=cmd"', 'x;""=cmd', "x;'=cmd", "x;-5", "x;\t=1", ";=1;=2", "x;+1"),
    *("x\n=1", "x\n\n@1", "x\r\n=1", "x\r=1", "x\t=1", "x\n'=1", "a, b;=c", 'a "b";=c', "x;\n=1"),
    *("\t=1", "\r=1", "\n=1", "\r\n=1", "\tx", "\rx", "\r", "\t", " =1", "\xa0=1", "\u3000=1"),
    *("\ufeff=1", "\u200b=1", "\x01=1", '"=1', '"=1"', '""=1', '";=1', '"\n=1', ' "=1', '=";'),
    *("＝1+1", "＋1", "－1", "＠SUM(A1)", "x;＝1", " ＝1"),
    *("'", "''", "'=1", "''=1", "'-5", "'+1 609 555 0100", "'- x", "'\t", "'\r", "'\rx", "x;''=1"),
    *("it's", "'tis", "x;'y", "x\n'y", "'\n", "x", "9-5", "a@b.example", "a=b", "x;", 'x;"', "x\n"),
)
ALL = [*dict.fromkeys([*HOSTILE, *HARMLESS, *PHONES, *map("'{}".format, HOSTILE)])]
TITLES = [*dict.fromkeys(filter(None, map(str.strip, ALL)))]


def fields(data: bytes) -> list[str]:
    """Return every cell that Excel of some country finds: cut at commas, semicolons or tabs."""
    text = data.decode("utf-8-sig")
    cut = (csv.reader(io.StringIO(text, newline=""), delimiter=each) for each in ",;\t")
    return [cell for rows in cut for row in rows for cell in row]


def live(data: bytes) -> list[str]:
    """Return the cells of a CSV that are run, also behind blanks and quotes; numbers are not."""
    seen = ((cell, cell.lstrip(' "\xa0\u3000\ufeff\u200b\x01')) for cell in fields(data))
    starts = [cell for cell, rest in seen if {cell[:1], rest[:1]} & STARTERS]
    return [cell for cell in starts if cell not in (*HARMLESS, *PHONES)]


def search_of(texts: list[str], titles: list[str]) -> Tables:
    """Return a search with each text in the cells of one application, in columns of one's own."""
    n = len(texts)
    ids = [f"a{place}" for place in range(n)]
    free = dict.fromkeys(("company", "job_title", "contact_name", "notes", *titles), texts)
    rows = {
        "applications": {"application_id": ids, **free},
        "timeline": {
            "event_id": [f"e{place}" for place in range(n)],
            "application_id": ids,
            "event": ["interview"] * n,
            "on": ["2026-03-05"] * n,
            **dict.fromkeys(("who", "note"), texts),
        },
    }
    return Tables(
        **{name: as_table(name, pd.DataFrame(rows.get(name, {}), dtype="str")) for name in COLUMNS}
    )


def again(tables: Tables) -> Tables:
    """Return the tables written as CSV and read."""
    files = {f"{name}.csv": write_csv(getattr(tables, name)) for name in COLUMNS}
    return parse_files(files, "here")


def same(one: Tables, other: Tables) -> None:
    """Compare the two tables that hold texts: every cell, and the columns."""
    for name in ("applications", "timeline"):
        left, right = getattr(one, name), getattr(other, name)
        assert list(left.columns) == list(right.columns)
        for column in left.columns:
            assert left[column].tolist() == right[column].tolist()


def test_no_cell_of_a_csv_is_run() -> None:
    """First, between, last and in a title; cut at commas, semicolons or tabs: none is a formula."""
    for text in ALL:
        titles = [text, f"{text} more", "x", f"{text} again"]
        rows = [[text, text, "1+x", text], [text, "", text, "x"]]
        assert not live(text_csv(pd.DataFrame(rows, columns=titles, dtype="str")))


@pytest.mark.parametrize("text", ["-5", "+1 609 555-0100"])
def test_the_first_cell_makes_no_sum_with_the_next(text: str) -> None:
    """Cut at semicolons a row of ours is one cell, so that even a number first is guarded."""
    data = text_csv(pd.DataFrame([[text, "1+cmd|' /C calc'!A0"]], columns=["a", "b"]))
    assert f"\n'{text},1+cmd".encode() in data


@pytest.mark.parametrize("text", [*HARMLESS, *PHONES])
def test_numbers_and_phone_numbers_stay_as_they_are(text: str) -> None:
    """What is a number, a phone number or a lone dash has no apostrophe before it."""
    assert guarded(text) == text


def test_every_text_comes_back_from_a_csv() -> None:
    """In our columns, in one's own and in its title, apostrophes included, nothing is changed."""
    tables = search_of(ALL, TITLES)
    same(again(tables), tables)


def test_every_cell_of_a_workbook_is_a_text() -> None:
    """In cells and in a title, Excel holds it as text, also once edited, and it comes back."""
    tables = search_of(ALL, TITLES)
    data = write_workbook(tables)
    sheet = openpyxl.load_workbook(io.BytesIO(data))["applications"]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell for cell in cells if cell.value[:1] in STARTERS and not cell.quotePrefix] == []
    same(read_workbook(data), tables)


def test_a_nul_hides_no_formula() -> None:
    """A NUL, which no file of text holds, goes before the guard is set, not after."""
    data = text_csv(pd.DataFrame({"a": ["\0=1+1"], "\0=b": ["x;\0=1"]}, dtype="str"))
    assert b"\0" not in data
    assert not live(data)


TEXTS = st.text(st.sampled_from("=+-@＝\t\r\n;,'\" 0x(\u200b\0") | st.characters(codec="utf-8"))


@given(text=TEXTS, other=TEXTS)
def test_any_texts_are_inert_and_come_back(text: str, other: str) -> None:
    """Whatever two cells hold, in one row and in two, none is run, and both come back."""
    frame = pd.DataFrame({"a": [text, other], "b": [other, text]}, dtype="str")
    assert not [cell for cell in live(text_csv(frame)) if guarded(cell) != cell]
    for joined in (False, True):
        assert unguarded(guarded(text, joined=joined)) == text.replace("\0", "")


def test_every_csv_that_leaves_is_inert(tmp_path: Path) -> None:
    """The overview, the contact log and the roll-up of a hostile search hold nothing to run."""
    tables, today = search_of(ALL, []), dt.date(2026, 3, 16)
    now = plan(tables, today)
    assert not live(overview_csv(now))
    assert not live(contact_log_csv(tables, today))
    homes = [create_search(tmp_path / str(n), name=text).folder for n, text in enumerate(HOSTILE)]
    assert not live(as_csv(roll_up(homes, lambda _: today)))


def test_our_own_csv_comes_back_as_a_list_without_guards() -> None:
    """The overview read as a spreadsheet of one's own shows the texts, not their apostrophes."""
    data = overview_csv(plan(search_of(["- by phone"], []), dt.date(2026, 3, 16)))
    assert "- by phone" in read_grid(data, "overview.csv").rows[1]

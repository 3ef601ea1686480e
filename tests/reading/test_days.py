"""Days as they stand in cells: a table to read, and what holds for any cell at all."""

import datetime as dt
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_lib.reading.columns import file_orders, read_column
from followup_lib.reading.days import Order, day_order, is_ambiguous, read_days, tells_a_day

TODAY = dt.date(2026, 3, 16)


def blocks() -> dict[str, list[list[str]]]:
    """Return the lines of each column of the table, by its header."""
    found: dict[str, list[list[str]]] = {}
    header = ""
    for line in (Path(__file__).parent / "cells.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            header = line[3:]
        elif "|" in line and header:
            found.setdefault(header, []).append([part.strip() for part in line.split("|")])
    return found


@pytest.mark.parametrize("header", list(blocks()))
def test_cells_of_a_column(header: str) -> None:
    """Each cell of each column tells its days, as surely as the table says, or none."""
    lines = blocks()[header]
    told = []
    for found in read_column([line[0] for line in lines], "month", TODAY, header):
        days = " ".join(map(str, found.fact)) if found.fact is not None else "-"
        told.append([days] if found.fact is None else [days, found.sure])
    assert told == [line[1:] for line in lines]


def test_a_cell_alone_and_in_its_column() -> None:
    """What needs no neighbor is read from the cell alone as in its column."""
    cells = [line[0] for line in blocks()["Applied"] if line[0]]
    column = read_column(cells, "month", TODAY, "Applied")
    alone = [tuple(day.on for day in read_days(cell, "month", TODAY)) for cell in cells]
    assert alone == [found.fact or () for found in column]


@pytest.mark.parametrize("number", range(1, 8))
def test_a_weekday_makes_a_day_no_less_one(number: int) -> None:
    """Whatever weekday stands beside a day without a year, the cell holds a day."""
    name = f"{dt.date(2026, 3, number):%a}"
    assert tells_a_day(f"{name} 10/2")
    assert tells_a_day(f"{name}, Oct 2")


def test_the_row_tells_the_year_where_the_column_does_not() -> None:
    """In a column without years, a day is the one nearest to another day of its row."""
    found = read_column(["11/4", "1/9"], "month", TODAY, "Interview",
                        [dt.date(2019, 10, 20), dt.date(2019, 12, 12)])  # fmt: skip
    assert [each.fact for each in found] == [(dt.date(2019, 11, 4),), (dt.date(2020, 1, 9),)]


def test_one_order_in_one_file() -> None:
    """A column that does not tell takes the file's order, one that contradicts itself none."""
    columns = {"A": ["7/20/2026"], "B": ["10/3/2026"], "C": ["1/13/2026", "13/1/2026"], "D": []}
    assert file_orders(columns) == {"A": "month", "B": "month", "C": "unknown", "D": "month"}
    assert file_orders({**columns, "E": ["20.7.2026", "20/7/2026"]})["B"] == "unknown"


def test_a_short_year_may_come_first() -> None:
    """Of "26-03-02" nothing tells the order but other days, or the person."""
    assert day_order(["26-03-02", "2026-03-01"]) == "unknown"
    assert is_ambiguous("26-03-02")
    assert [day.on for day in read_days("26-03-25", "day", TODAY)] == [dt.date(2025, 3, 26)]


def test_unknown_order_is_no_day() -> None:
    """Where nothing tells which is the month, a cell that needs it has no day, and is asked."""
    cells = ["3/4/2026", "3/4", "4/4/2026", "3/14"]
    assert [each.sure for each in read_column(cells, "unknown", TODAY)] == [
        "unclear", "unclear", "exact", "inferred",
    ]  # fmt: skip
    assert [is_ambiguous(cell) for cell in cells] == [True, True, False, False]
    assert day_order(["3/14"]) == "month"


def test_what_is_read_is_said() -> None:
    """Each reading has the sentence a person confirms; a cell not understood has none."""
    found = read_column(["11/4", "March 2026", "maybe"], "month", TODAY)
    assert [each.read_back for each in found] == [
        "We read this as Tue, November 4, 2025.", "We read this as about Sun, March 15.", "",
    ]  # fmt: skip
    assert found[2].left == "maybe"


PIECES = "1 2 13 31 99 2026 / - . , : Mar Apr th the Mon T 年 月 & ago d ("
CELLS = st.one_of(
    st.text(max_size=30),
    st.lists(st.sampled_from(PIECES.split())).map("".join),
    st.dates(dt.date(1970, 1, 1), dt.date(2037, 1, 1)).map(str),
)


@given(st.lists(CELLS), st.sampled_from(["day", "month", "unknown"]), st.text(max_size=9))
def test_any_column_at_all(cells: list[str], order: Order, header: str) -> None:
    """No cell crashes, none gets lost, and each is either understood or left whole."""
    found = read_column(cells, order, TODAY, header)
    assert len(found) == len(cells)
    for cell, each in zip(cells, found, strict=True):
        assert (each.fact is None) == (each.sure == "unclear")
        assert each.used + each.left == cell.strip()
        tells_a_day(cell)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2068, 12, 31)), st.sampled_from(["day", "month"]))
def test_a_day_survives_every_form(day: dt.date, order: Order) -> None:
    """A day written in any form with its year is that day again, for certain."""
    numbers = f"{day:%d/%m/%Y}" if order == "day" else f"{day:%m/%d/%Y}"
    forms = (str(day), numbers, f"{day:%d.%m.%Y}", f"{day:%d %B %Y}", f"{day:%A, %B %d, %Y}",
             f"{day:%d-%b-%Y}", f"{day:%a, %d %b %Y 10:18:54 +0000}", f"{day:%Y%m%d}")  # fmt: skip
    for form in forms:
        assert [(each.on, each.certainty) for each in read_days(form, order, TODAY)] == [(day, "")]


@given(st.lists(st.dates(dt.date(2018, 1, 1), dt.date(2025, 1, 1)), min_size=2))
def test_years_left_out_are_found_again(days: list[dt.date]) -> None:
    """In a column in order, without gaps of half a year, every second year may be missing."""
    step = [dt.date(2018, 1, 1) + dt.timedelta(150 * n + day.day) for n, day in enumerate(days)]
    cells = [str(day) if n % 2 == 0 else f"{day:%b} {day.day}" for n, day in enumerate(step)]
    found = read_column(cells, "month", TODAY)
    assert [each.fact for each in found] == [(day,) for day in step]


@pytest.mark.parametrize("piece", ["(", " ", "9", "1/", "a ", "12 ", "T"])
def test_time_grows_as_the_text_does(piece: str) -> None:
    """Four times the text takes no more than about four times as long, in one cell or in many."""

    def seconds(size: int) -> float:
        start = time.process_time()
        text = piece * (size // len(piece))
        read_days(f"x{text}x", "month", TODAY)
        day_order([text])
        is_ambiguous(text)
        read_column([piece * 20] * (size // 500), "month", TODAY)
        return time.process_time() - start

    seconds(50_000)
    assert min(seconds(400_000) for _ in range(2)) < 8 * max(seconds(100_000), 0.02)

"""The timelines page without a browser: which rows, page by page, in words, and as files."""

import datetime as dt
from pathlib import Path

import pytest

from followup_lib import edits
from followup_lib.forms import timelines_model
from followup_lib.forms.desk import Desk
from followup_lib.forms.timelines_model import ALL, ENDED, NOTHING, ROWS, SIZES, TimelinesModel
from followup_lib.search import create_search

MONDAY = dt.date(2026, 3, 16)
PNG = b"\x89PNG"


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for the drawing, where only the choice of rows matters."""
    monkeypatch.setattr(TimelinesModel, "_png", lambda model, ids, size: "|".join(ids).encode())


def drawn(model: TimelinesModel) -> list[str]:
    """Return the applications that stand-in pictures are of."""
    return model.pictures[0].decode().split("|")


def several(tmp_path: Path, n: int) -> Desk:
    """Return a desk at a search with n applications."""
    desk = Desk(create_search(tmp_path / "Noor", name="Noor"), MONDAY)

    def fill(tables: edits.Tables) -> edits.Tables:
        for number in range(n):
            cells = {"company": f"Firm {number}", "job_title": "Clerk"}
            tables, key = edits.add_application(tables, **cells)
            tables = edits.log(tables, key, "applied", dt.date(2026, 3, 2))
        return tables

    desk.edit("fill", fill)
    return desk


def test_those_under_way_are_drawn_in_both_widths(desk: Desk) -> None:
    """The page opens with the active rows: a picture for a phone, one for a page, and words."""
    model = TimelinesModel(desk)
    assert [picture[:4] for picture in model.pictures] == [PNG for _ in SIZES]
    assert model.text.startswith("21 applications:")
    assert model.alt.startswith("Timeline of 21 applications;")
    assert (model.before, model.after, model.shown) == (False, False, "")


def test_all_shows_what_ended_too(desk: Desk, undrawn: None) -> None:
    """Choosing all adds the rows that ended, after the others."""
    model = TimelinesModel(desk)
    under_way = drawn(model)
    model.scope = ALL
    assert drawn(model)[: len(under_way)] == under_way
    assert drawn(model)[-1] == "pennyfield-bakeries-year-end-payroll-assistant"
    assert model.text.startswith("25 applications:")


@pytest.mark.parametrize(
    ("n", "pages"),
    [
        (25, [("", False, False)]),
        (26, [("Rows 1 to 25 of 26.", False, True), ("Rows 26 to 26 of 26.", True, False)]),
        (
            60,
            [
                ("Rows 1 to 25 of 60.", False, True),
                ("Rows 26 to 50 of 60.", True, True),
                ("Rows 51 to 60 of 60.", True, False),
            ],
        ),
    ],
)
def test_more_rows_than_a_page_holds_are_turned(
    tmp_path: Path, undrawn: None, n: int, pages: list[tuple[str, bool, bool]]
) -> None:
    """Beyond 25 rows there are pages, and one sees which rows these are and where more are."""
    model = TimelinesModel(several(tmp_path, n))
    seen = []
    for place in range(len(pages)):
        model.turn(1 if place else 0)
        seen.append((model.shown, model.before, model.after))
    assert seen == pages
    model.turn(-1)
    assert model.start == max(0, (len(pages) - 2) * ROWS)


def test_turning_shows_other_rows(tmp_path: Path, undrawn: None) -> None:
    """No row is on two pages, and none is missing."""
    model = TimelinesModel(several(tmp_path, 30))
    first = drawn(model)
    model.turn(1)
    assert sorted(first + drawn(model)) == sorted(f"firm-{n}-clerk" for n in range(30))
    model.scope = ALL
    assert model.start == 0


def test_a_page_that_is_gone_shows_the_last(tmp_path: Path, undrawn: None) -> None:
    """When rows end while one looks at the last page, the page before is shown."""
    desk = several(tmp_path, 26)
    model = TimelinesModel(desk)
    model.turn(1)
    desk.search.edit(
        "elsewhere", lambda tables: edits.log(tables, "firm-3-clerk", "withdrawn", MONDAY)
    )
    model.look_again()
    assert (model.start, model.after) == (0, False)


def test_nothing_under_way_is_a_sentence(tmp_path: Path) -> None:
    """Where everything ended the page says so, and all is one choice away."""
    desk = several(tmp_path, 1)
    desk.edit("end", lambda tables: edits.log(tables, "firm-0-clerk", "withdrawn", MONDAY))
    model = TimelinesModel(desk)
    assert (model.text, model.pictures) == (ENDED, [])
    model.scope = ALL
    assert len(model.pictures) == len(SIZES)


def test_an_empty_search_is_a_sentence(tmp_path: Path) -> None:
    """With no application at all the page says what to do, and draws nothing."""
    model = TimelinesModel(several(tmp_path, 0))
    assert (model.text, model.pictures) == (NOTHING, [])


@pytest.mark.parametrize(("kind", "begins"), [("png", PNG), ("svg", b"<?xml"), ("pdf", b"%PDF")])
def test_the_chart_is_a_file_of_three_kinds(desk: Desk, kind: str, begins: bytes) -> None:
    """The rows of the page go into a file named by its day, wide enough to print."""
    name, mime, data = TimelinesModel(desk).file(kind)
    assert (name, mime) == (f"timeline-2026-03-16.{kind}", timelines_model.KINDS[kind])
    assert data.startswith(begins)


def test_looking_again_sees_what_another_window_did(desk: Desk, undrawn: None) -> None:
    """After a change elsewhere the chart is drawn anew."""
    model = TimelinesModel(desk)
    assert "quillon-health-technical-writer" in drawn(model)
    ended = "quillon-health-technical-writer"
    desk.search.edit("elsewhere", lambda tables: edits.log(tables, ended, "withdrawn", MONDAY))
    model.look_again()
    assert ended not in drawn(model)

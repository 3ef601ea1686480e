"""The timelines page without a browser: which rows, page by page, in words, and as files."""

import datetime as dt
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pandas as pd
import pytest
from pypdf import PdfReader

from followup_lib.advice.plan import plan
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.timelines import model as timelines_model
from followup_lib.pages.timelines.model import (
    ACTIVE,
    ALL,
    DUE,
    ENDED,
    NONE,
    NOTHING,
    OFFERED,
    OVERVIEW,
    ROWS,
    SEVERAL,
    SIZES,
    TIMELINE,
    TimelinesModel,
)
from followup_lib.records import edits
from followup_lib.records.tables import as_table
from followup_lib.store.new_search import create_search

MONDAY = dt.date(2026, 3, 16)
PNG = b"\x89PNG"


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the drawing, where only the choice of rows matters."""
    monkeypatch.setattr(TimelinesModel, "_picture", lambda model, chosen: None)


def several(tmp_path: Path, n: int) -> Desk:
    """Return a desk at a search with n applications."""
    desk = Desk(create_search(tmp_path / "Noor", name="Noor"), MONDAY)

    ids, firms = ([word.format(i) for i in range(n)] for word in ("firm-{}-clerk", "Firm {}"))
    jobs = {"application_id": ids, "company": firms, "job_title": "Clerk"}
    told = {"event_id": [f"e{i}" for i in range(n)], "application_id": ids, "event": "applied"}
    tables = {"applications": jobs, "timeline": told | {"on": "2026-03-02"}}
    filled = {name: as_table(name, pd.DataFrame(cells)) for name, cells in tables.items()}
    desk.edit("fill", lambda empty: replace(empty, **filled))
    return desk


def test_those_under_way_are_drawn_in_both_widths(desk: Desk) -> None:
    """The page opens with the active rows: a picture for a phone, one for a page, and words."""
    model = TimelinesModel(desk)
    assert [draw()[:4] for draw in model.pictures] == [PNG for _ in SIZES]
    assert model.text.startswith(f"{len(desk.tables.applications)} applications:")
    assert model.alt.startswith(f"Timeline of {len(desk.tables.applications)} applications;")
    assert (model.before, model.after, model.shown) == (False, False, "")


def test_all_shows_what_ended_too(desk: Desk, undrawn: None) -> None:
    """Choosing all adds the rows that ended, after the others."""
    model = TimelinesModel(desk)
    under_way = model.ids
    model.which = ALL
    assert model.ids[: len(under_way)] == under_way
    assert model.text.startswith("25 applications:")
    model.turn(1)
    assert not desk.plan.live[model.ids[-1]]


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


def test_a_long_search_begins_with_an_overview(tmp_path: Path, undrawn: None) -> None:
    """Beyond sixty rows all are shown at once, then page by page; back leads to the overview."""
    model = TimelinesModel(several(tmp_path, 61))
    assert (model.shown, len(model.ids), model.before, model.after) == (OVERVIEW, 61, False, True)
    seen = []
    for _ in range(4):
        model.turn(1)
        seen.append(model.shown)
    parts = ("1 to 25", "26 to 50", "51 to 61", "51 to 61")
    assert seen == [f"Rows {part} of 61." for part in parts]
    assert not model.after
    model.turn(-3)
    assert model.shown == OVERVIEW
    assert model.file("png")[0] == "timeline-2026-03-16.png"


def test_turning_shows_other_rows(tmp_path: Path, undrawn: None) -> None:
    """No row is on two pages, and none is missing."""
    model = TimelinesModel(several(tmp_path, 30))
    first = model.ids
    model.turn(1)
    assert sorted(first + model.ids) == sorted(f"firm-{n}-clerk" for n in range(30))
    model.which = ALL
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
    model.which = ALL
    assert len(model.pictures) == len(SIZES)


def test_an_empty_search_is_a_sentence(tmp_path: Path) -> None:
    """With no application at all the page says what to do, and draws nothing."""
    model = TimelinesModel(several(tmp_path, 0))
    assert (model.text, model.pictures) == (NOTHING, [])


def test_filters_and_order(desk: Desk, undrawn: None) -> None:
    """One sees those for today only, those that moved lately only, and the longest wait first."""
    model = TimelinesModel(desk)
    model.which = DUE
    due = desk.plan.today
    due_ids = set(due.loc[due["reference_id"] == "", "application_id"])
    assert set(model.ids) == due_ids
    model.since = dt.date(2026, 3, 13)
    assert 0 < len(model.ids) < len(due_ids)
    model.since = dt.date(2026, 3, 17)
    assert (model.ids, model.text) == ([], NONE)
    model.since, model.which, model.order = None, ACTIVE, "wait"
    assert model.ids[0] == "kestrel-point-museum-membership-coordinator"


@pytest.mark.parametrize("chart", [name for _, name in OFFERED if name != TIMELINE])
def test_the_other_charts(desk: Desk, undrawn: None, chart: str) -> None:
    """Each chart of the whole search has two pictures, words, and an alternative text."""
    model = TimelinesModel(desk)
    model.chart = chart
    assert [draw()[:4] for draw in model.pictures] == [PNG for _ in SIZES]
    assert model.alt.endswith("The same in words is below.")
    assert model.text.startswith(model.alt.split(". ")[0])
    assert (model.shown, model.before, model.after) == ("", False, False)


def test_too_little_to_draw_is_a_sentence_without_a_picture(tmp_path: Path) -> None:
    """Where a chart would say nothing there is its sentence, and no empty picture."""
    model = TimelinesModel(several(tmp_path, 3))
    model.chart = "reach"
    assert model.pictures == []
    assert model.text.startswith("3 applications sent so far.")


def test_pointing_at_a_row_tells_its_story(desk: Desk, unprinted: None) -> None:
    """A click on any row of either picture chooses it; its story and the way on appear."""
    model = TimelinesModel(desk)
    for picture in range(len(SIZES)):
        model.pictures[picture]()
        rows = [spot for spot in model.spots[picture] if spot["row"] >= 0]
        for place in (0, 20):
            model.point(picture, rows[place]["top"] + rows[place]["height"] / 2)
            assert model.application == model.ids[place]
        line = [spot for spot in model.spots[picture] if spot["words"].startswith("Lowmarsh")][-1]
        model.point(picture, line["top"] + line["height"] / 2)
    assert model.story_text.startswith("Lowmarsh College")
    assert len(model.story) == len(SIZES)
    assert model.step["page"] == "07_your_applications"
    model.point(0, 0.01)  # the title is no row
    assert (model.application, model.story) == ("", [])


def test_pointing_at_an_ended_line_tells_its_story(desk: Desk, unprinted: None) -> None:
    """A click on a thin line opens its story, also of what ended; beside them, a sentence."""
    model = TimelinesModel(desk)
    model.pictures[1]()
    ended = "ridgeline-catering-accounts-clerk"
    (line, *_) = [spot for spot in model.spots[1] if spot["of"] == ended]
    assert model.point(1, line["top"] + line["height"] / 2) == ""
    assert (model.application, len(model.story)) == (ended, len(SIZES))
    assert model.story_text.startswith("Ridgeline Catering")
    model.look_again()
    assert model.application == ended
    model.pictures[1]()
    strip = [spot for spot in model.spots[1] if spot["width"] == 1][-1]
    said = model.point(1, strip["top"] + 0.001)
    assert said.startswith(strip["words"])
    assert said.endswith(SEVERAL)
    assert model.application == ""


def test_the_plan_is_made_once_a_draw(
    tmp_path: Path, unprinted: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a change one plan is made, whatever is drawn and told from it; without one, none."""
    desk = several(tmp_path, 3)
    model = TimelinesModel(desk)
    made: list[object] = []

    def counted(*given: object) -> object:
        made.append(given)
        return plan(*given)  # type: ignore[arg-type]

    for module in ("pages.kit.desk", "charts.data"):
        monkeypatch.setattr(f"followup_lib.{module}.plan", counted)
    model.application = model.ids[0]
    model.order = "wait"
    assert made == []
    ended = "firm-2-clerk"
    desk.search.edit("elsewhere", lambda tables: edits.log(tables, ended, "withdrawn", MONDAY))
    model.which = ALL
    model.file("pdf")
    assert len(made) == 1


def test_a_pdf_has_every_page(tmp_path: Path, undrawn: None) -> None:
    """The PDF of 30 rows has two pages, the story of one row as many as it needs."""
    model = TimelinesModel(several(tmp_path, 30))
    _, _, data = model.file("pdf")
    assert len(PdfReader(BytesIO(data)).pages) == 2
    model.application = model.ids[0]
    name, _, data = model.story_file()
    assert name == f"{model.ids[0]}-2026-03-16.pdf"
    assert len(PdfReader(BytesIO(data)).pages) == 1


@pytest.mark.parametrize(("kind", "begins"), [("png", PNG), ("svg", b"<?xml"), ("pdf", b"%PDF")])
def test_the_chart_is_a_file_of_three_kinds(
    desk: Desk, undrawn: None, kind: str, begins: bytes
) -> None:
    """The rows of the page go into a file named by its day, wide enough to print."""
    name, mime, data = TimelinesModel(desk).file(kind)
    assert (name, mime) == (f"timeline-2026-03-16.{kind}", timelines_model.KINDS[kind])
    assert data.startswith(begins)


def test_looking_again_sees_what_another_window_did(desk: Desk, undrawn: None) -> None:
    """After a change elsewhere the chart is drawn anew."""
    model = TimelinesModel(desk)
    assert "quillon-health-technical-writer" in model.ids
    ended = "quillon-health-technical-writer"
    desk.search.edit("elsewhere", lambda tables: edits.log(tables, ended, "withdrawn", MONDAY))
    model.look_again()
    assert ended not in model.ids

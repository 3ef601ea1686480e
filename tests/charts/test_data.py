"""What a timeline shows, as tables: spans of stages, marks, and the order of the rows."""

import datetime as dt

import pandas as pd
import pytest

from followup_lib.charts.data import marks, spans, timeline
from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import Tables
from tests.advice.situations import day, search

MONDAY = dt.date(2026, 3, 16)


def in_short(table: pd.DataFrame, *columns: str) -> list[str]:
    """Return the rows as short texts, days as 03-16, with their year if it is another."""
    return [
        " ".join(_short(cell) for cell in row).strip() for row in table[list(columns)].to_numpy()
    ]


def _short(cell: object) -> str:
    if isinstance(cell, pd.Timestamp):
        return str(cell.date()).removeprefix("2026-")
    return "" if pd.isna(cell) else str(cell)


@pytest.mark.parametrize(
    ("facts", "today", "expected"),
    [
        # the plainest: each stage lasts until the next, the last until today
        (
            "applied 2-02; screen 2-10; interview 3-05",
            "3-16",
            ["applied 02-02 02-10 8", "screen 02-10 03-05 23", "interview 03-05 03-16 11"],
        ),
        ("interview 3-05; rejected 3-12; wrote 3-13", "3-16", ["interview 03-05 03-12 7"]),
        ("interview 3-05; withdrawn 3-12", "3-16", ["interview 03-05 03-12 7"]),
        # over the year's turn
        (
            "applied 2025-12-20; interview 1-08",
            "1-10",
            ["applied 2025-12-20 01-08 19", "interview 01-08 01-10 2"],
        ),
        # over a leap day
        (
            "applied 2028-02-28; screen 2028-02-29",
            "2028-03-01",
            ["applied 2028-02-28 2028-02-29 1", "screen 2028-02-29 2028-03-01 1"],
        ),
        # two events on one day, one of them today
        (
            "applied 3-10; screen 3-10; interview 3-16",
            "3-16",
            ["applied 03-10 03-10 0", "screen 03-10 03-16 6", "interview 03-16 03-16 0"],
        ),
        # two interviews are two spans
        (
            "interview 3-02; interview 3-09",
            "3-16",
            ["interview 03-02 03-09 7", "interview 03-09 03-16 7"],
        ),
        # the time on hold is its own, then the stage goes on
        (
            "interview 2-02; on_hold 2-12; resumed 3-02",
            "3-16",
            ["interview 02-02 02-12 10", "on_hold 02-12 03-02 18", "interview 03-02 03-16 14"],
        ),
        (
            "interview 2-02; on_hold 2-12",
            "2-20",
            ["interview 02-02 02-12 10", "on_hold 02-12 02-20 8"],
        ),
        # an end whose day nobody told ends what was before it on its own day
        ("applied 3-02; rejected ?", "5-16", ["applied 03-02 03-02 0"]),
        (
            "applied 3-02; interview 3-09; withdrawn ?",
            "5-16",
            ["applied 03-02 03-09 7", "interview 03-09 03-09 0"],
        ),
        # a late answer wakes what was let rest, once
        (
            "interview 1-05; no_response 2-02; heard_back 3-02; heard_back 3-04",
            "3-16",
            ["interview 01-05 02-02 28", "interview 03-02 03-16 14"],
        ),
        # an answer to a no wakes nothing; a planned interview does
        ("interview 3-02; rejected 3-04; heard_back 3-06", "3-16", ["interview 03-02 03-04 2"]),
        # so does a new date of theirs (E3)
        (
            "interview 3-02; rejected 3-04; they_promised 3-09 due 3-18",
            "3-16",
            ["interview 03-02 03-04 2", "interview 03-09 03-16 7"],
        ),
        (
            "interview 3-02; rejected 3-04; interview_planned 3-09 due 3-18",
            "3-16",
            ["interview 03-02 03-04 2", "interview 03-09 03-16 7"],
        ),
        # days nobody wrote down: no span without its day, none goes on past an unknown end
        ("applied ?; interview 3-05", "3-16", ["interview 03-05 03-16 11"]),
        ("rejected ?; applied 3-02", "3-16", ["applied 03-02 03-02 0"]),
        # what lies ahead is planned, not entered
        ("applied 3-02; interview 3-20", "3-16", ["applied 03-02 03-16 14"]),
        ("they_promised 3-05 due 3-12", "3-16", []),
    ],
)
def test_a_stage_lasts_until_the_next(facts: str, today: str, expected: list[str]) -> None:
    """A stage lasts until the next stage, an outcome, or today; days are calendar days."""
    moment = day(today)
    bars = spans(search({"acme": facts}), moment)
    assert in_short(bars, "stage", "start", "end", "days") == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        # contacts of both sides; a planned one is not yet one
        (
            "interview 3-02; thanked 3-03; heard_back 3-05; no_answer 3-09; wrote 3-20",
            ["mine 03-03", "mine 03-09", "theirs 03-05"],
        ),
        # their Friday: Monday is grace, Tuesday the first day after it
        ("interview 3-05; they_promised 3-05 due 3-13", ["they_promised 03-13 03-17"]),
        # a vague date has two days of grace
        ("interview 3-05; they_promised 3-05 due 3-12 about", ["they_promised 03-12 03-17"]),
        # moved by them: only the new date counts
        (
            "interview 3-02; they_promised 3-02 due 3-06; moved 3-05 due 3-18 settles 2",
            ["they_promised 03-18 03-20"],
        ),
        # kept, or the application has ended: no date counts any more
        ("interview 3-02; they_promised 3-02 due 3-06; kept 3-06", []),
        ("interview 3-02; they_promised 3-02 due 3-20; rejected 3-06", []),
        # my promises: open on the due day, without a day the next workday, kept, dropped
        ("interview 3-05; i_promised 3-05 due 3-20", ["i_promised 03-20"]),
        ("interview 3-05; i_promised 3-06", ["i_promised 03-09"]),
        ("interview 3-05; i_promised 3-05 due 3-12; kept 3-11", ["i_kept 03-12"]),
        ("interview 3-05; i_promised 3-05; kept 3-11", ["i_kept 03-11"]),
        ("interview 3-05; i_promised 3-05 due 3-12; dropped 3-11", []),
        ("interview 3-05; i_promised 3-05 due 3-20; rejected 3-06", []),
        # the next interview
        (
            "screen 3-05; interview_planned 3-09 due 3-18",
            ["interview_ahead 03-18"],
        ),
    ],
)
def test_the_marks(facts: str, expected: list[str]) -> None:
    """Contacts, the promises that count, and the next interview are marks on their days."""
    assert in_short(marks(search({"acme": facts}), MONDAY), "kind", "on", "until") == expected


def test_rows_follow_the_plan(sample: Tables) -> None:
    """Rows for today come first, then those coming up, waiting, and ended; every one once."""
    rows = timeline(sample, MONDAY, which="all").rows
    assert rows["group"].drop_duplicates().tolist() == ["today", "coming_up", "waiting", "ended"]
    assert rows.index[0] == "quillon-health-technical-writer"
    assert sorted(rows.index) == sorted(sample.applications["application_id"])


def test_the_latest_end_comes_first(sample: Tables) -> None:
    """Of the rows that ended, the one that ended last stands first."""
    rows = timeline(sample, MONDAY, which="all").rows
    ended = rows.loc[rows["group"] == "ended", "status_on"]
    assert ended.tolist() == sorted(ended, reverse=True)
    assert len(ended) == 4


def test_a_choice_keeps_the_order(sample: Tables) -> None:
    """Chosen applications keep the order of the plan, and only their spans and marks come along."""
    chosen = ["wexcombe-instruments-documentation-specialist", "quillon-health-technical-writer"]
    chart = timeline(sample, MONDAY, applications=chosen)
    assert chart.rows.index.tolist() == chosen[::-1]
    assert set(chart.spans["application_id"]) == set(chosen)
    assert set(chart.marks["application_id"]) == set(chosen)


def test_an_unknown_id_is_told(sample: Tables) -> None:
    """An id that is in no row is named, with some that are."""
    with pytest.raises(FollowupError, match=r"'no-such' is not an application_id.*kestrel-point"):
        timeline(sample, MONDAY, applications=["no-such"])


def test_an_empty_search_has_nothing_to_show() -> None:
    """A search without applications has no rows, spans or marks."""
    chart = timeline(search({}), MONDAY)
    assert (len(chart.rows), len(chart.spans), len(chart.marks)) == (0, 0, 0)

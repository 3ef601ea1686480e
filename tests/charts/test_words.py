"""A timeline in words: what stands beside each row, and all of it as text."""

import datetime as dt
import re

import pytest
from matplotlib.axes import Axes

from followup_lib.charts import describe_timeline
from followup_lib.charts.data import timeline
from followup_lib.charts.words import NOTHING, standing
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import CLOSED, words
from tests.advice.situations import search

MONDAY = dt.date(2026, 3, 16)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ("offer 3-13 due 3-23", ("answer the offer", "by Mon, March 23")),
        ("offer 3-02 due 3-13", ("answer the offer", "answer today")),
        (
            "interview 3-10; thanked 3-11; i_promised 3-10 due 3-12",
            ("keep your promise", "you said Thu, March 12"),
        ),
        ("interview 3-10; thanked 3-11; i_promised 3-10 due 3-16", ("keep your promise", "today")),
        (
            "interview 3-10; thanked 3-11; i_promised 3-10",
            ("keep your promise", "due Wed, March 11"),
        ),
        (
            "interview 3-05; thanked 3-06; they_promised 3-05 due 3-12",
            ("their date has passed", "time to write"),
        ),
        # a date ahead has not passed, whatever the plan is waiting for
        (
            "interview 3-05; thanked 3-06; they_promised 3-05 due 3-20",
            ("they said Fri, March 20", "ask from Tue, March 24"),
        ),
        (
            "interview 3-05; they_promised 3-05 due 3-13; thanked 3-06",
            ("their date has passed", "write from Tue, March 17"),
        ),
        (
            "screen 3-05; thanked 3-06; interview_planned 3-09 due 3-18",
            ("interview ahead", "Wed, March 18"),
        ),
        ("interview_planned 3-05 due 3-12", ("how did it go?", "")),  # asked, not written
        ("applied 3-02", ("waiting", "")),
        ("saved 3-02", ("saved", "")),
        (
            "interview 3-02; rejected 3-05; wrote 3-06 for ask_for_feedback",
            ("not chosen", "Thu, March 5"),
        ),
        ("interview 2-02; no_response 3-05", ("let go for now", "Thu, March 5")),
    ],
)
def test_what_comes_next_stands_beside(facts: str, expected: tuple[str, str]) -> None:
    """Beside each row stands what comes next and when, or how it ended, in kind words."""
    chart = timeline(search({"acme": facts}), MONDAY, which="all")
    assert standing(chart.rows, chart.today) == [expected]


def test_a_call_is_called_a_call() -> None:
    """When they like to be called, it is time to call."""
    facts = {"acme": "interview 3-05; thanked 3-06; they_promised 3-05 due 3-12"}
    chart = timeline(search(facts, {"acme": {"preferred_contact": "phone"}}), MONDAY)
    assert standing(chart.rows, chart.today) == [("their date has passed", "time to call")]


def test_the_text_has_the_numbers_drawn(sample: Tables, drawn: Axes) -> None:
    """The text counts what is drawn: the groups of the title, and the last bar of open rows."""
    text = describe_timeline(sample, MONDAY, which="all")
    assert text.startswith(f"{drawn.get_title(loc='left')} on Mon, March 16, 2026. ")
    chart = timeline(sample, MONDAY, which="all")
    live = chart.rows.index[~chart.rows["status"].isin(list(CLOSED))]
    latest = chart.spans.drop_duplicates("application_id", keep="last")
    counts = latest[latest["application_id"].isin(live)]["stage"].value_counts()
    numbers = dict(re.findall(r"([a-z ]+) (\d+)", text.split("by stage:")[1].split(".")[0]))
    held = int(re.findall(r"(\d+) of them on hold", text)[0])
    counted = {name.strip(): int(number) for name, number in numbers.items()}
    counted["interview"] -= held  # the one on hold was at the interview; its last bar says on hold
    expected = {words(stage): n for stage, n in counts.items() if stage != "on_hold"}
    assert held == counts["on_hold"]
    assert counted == expected


def test_the_text_names_dates_that_passed(sample: Tables) -> None:
    """Companies whose date and grace have passed are named with their day, others not."""
    text = describe_timeline(sample, MONDAY, which="all")
    assert "Cobbler's Gate Credit Union (Thu, March 12)" in text
    assert "Borough of Alderbrook" not in text
    told = "Next: Quillon Health: keep your promise, you said Thu, March 12; "
    assert re.search(rf"{told}\d+ more today or soon\.$", text)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, NOTHING),
        (
            {"acme": "applied 3-02"},
            "1 application: 1 waiting on Mon, March 16, 2026. Still open, by stage: applied 1. "
            "Nothing to do today.",
        ),
        (
            {"acme": "interview 3-05; thanked 3-06; they_promised 3-05 due 3-13"},
            "1 application: 1 coming up on Mon, March 16, 2026. Still open, by stage: interview 1. "
            "Their date has passed, but the usual grace period hasn’t: Acme (Fri, March 13). "
            "Nothing to do today. Next: Acme: their date has passed, write from Tue, March 17.",
        ),
        (
            {"acme": "interview 2-02; rejected 2-09"},
            "1 application: 1 ended or on pause on Mon, March 16, 2026. Nothing to do today.",
        ),
        (
            {"acme": "wrote 3-02"},
            "1 application: 1 waiting on Mon, March 16, 2026. "
            "Still open, by stage: nothing logged yet 1. Nothing to do today.",
        ),
        (
            {
                f"acme{n}": "interview 2-02; thanked 2-03; they_promised 2-03 due 3-10"
                for n in range(8)
            },
            "Acme5 (Tue, March 10), 2 more. Next: Acme0: their date has passed, time to write; "
            "7 more today or soon.",
        ),
    ],
)
def test_the_text(facts: dict[str, str], expected: str) -> None:
    """Small searches in words: nothing yet, nothing to do, within the grace, ended, many."""
    assert describe_timeline(search(facts), MONDAY, which="all").endswith(expected)


def test_the_text_speaks_of_the_chosen() -> None:
    """With a choice of applications the text counts only those."""
    tables = search({"acme": "applied 3-02", "kite": "applied 3-02"})
    assert describe_timeline(tables, MONDAY, applications=["kite"]).startswith("1 application:")

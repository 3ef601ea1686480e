"""Promises of both sides: which are open, how they stand, drawn and told alike."""

import datetime as dt

import numpy as np
import pytest

from followup_lib import charts
from followup_lib.charts.lines import KEY
from followup_lib.charts.promises import NOTHING, OVER, promises
from followup_lib.records.tables import Tables
from tests.advice.situations import search
from tests.charts.seen import days, labeled, texts

MONDAY = dt.date(2026, 3, 16)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        # theirs: ahead, today, within the grace, past it, long past it
        ("they_promised 3-05 due 3-20", ["theirs Fri, March 20, in four workdays"]),
        ("they_promised 3-05 due 3-16", ["theirs their date is today"]),
        (
            "they_promised 3-05 due 3-13 about",
            ["theirs one workday after their date still in the grace period"],
        ),
        (
            "they_promised 3-05 due 3-11",
            ["theirs three workdays after their date grace period over, time to write"],
        ),
        (
            "interview 2-02; they_promised 2-02 due 2-10",
            ["theirs a few weeks after their date grace period over"],
        ),
        (
            "interview 2025-08-04; they_promised 2025-08-04 due 2025-08-19",
            ["theirs about seven months after their date grace period over"],
        ),
        # mine: ahead, today, late
        ("i_promised 3-05 due 3-20", ["mine Fri, March 20, in four workdays"]),
        ("i_promised 3-05 due 3-16", ["mine today"]),
        (
            "i_promised 3-05 due 3-12",
            ["mine you said Thu, March 12 send it, or a new date"],
        ),
        ("i_promised 3-05", ["mine due Fri, March 6 send it, or a new date"]),
        # no longer open, or the application is not under way
        ("they_promised 3-05 due 3-12; kept 3-12", []),
        ("i_promised 3-05 due 3-12; dropped 3-12", []),
        ("they_promised 3-05 due 3-20; rejected 3-12", []),
        ("i_promised 3-05 due 3-20; withdrawn 3-12", []),
    ],
)
def test_promises_in_words_that_do_not_wound(facts: str, expected: list[str]) -> None:
    """Open promises of both sides, each with how it stands."""
    begun = "" if "interview" in facts else "interview 3-05; thanked 3-06; "
    table = promises(search({"acme": f"{begun}{facts}"}), MONDAY)
    cells = table[["whose", "first", "second"]].to_numpy()
    assert [" ".join(row).strip() for row in cells] == expected


def test_promises_are_drawn_on_their_days(sample: Tables) -> None:
    """A diamond for each of theirs and a square for each of mine, told in the same order."""
    table = promises(sample, MONDAY)
    ax = charts.plot_promises(sample, MONDAY)
    first, last = ax.get_xlim()
    for kind, whose in (("they_promised", "theirs"), ("i_promised", "mine")):
        on = table.loc[table["whose"] == whose, "on"].to_numpy("datetime64[D]").astype(float)
        drawn = np.asarray(labeled(ax, kind).get_offsets())[:, 0]
        assert days(drawn) == days(on[(on >= first) & (on <= last)])
    lines = charts.describe_promises(sample, MONDAY).split("\n")
    title = "11 of theirs (5 past the grace period), 3 of mine (1 past the day)"
    assert lines[0] == f"{ax.get_title(loc='left')}." == f"14 promises open: {title}."
    assert len(lines) == 1 + len(table)
    assert set(table["first"]) <= set(texts(ax))


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ("they_promised 3-05 due 3-20", "Acme said Fri, March 20: in four workdays."),
        (
            "i_promised 3-05 due 3-12",
            "I said to Acme Thu, March 12: send it, or a new date.",
        ),
    ],
)
def test_a_promise_in_words_says_its_day_once(fact: str, expected: str) -> None:
    """What stands beside the line in the picture is not said again after the day."""
    told = charts.describe_promises(search({"acme": f"interview 3-05; {fact}"}), MONDAY)
    assert told.split("\n")[1] == expected


def test_of_many_promises_those_that_stand_alike_share_a_row() -> None:
    """Of a hundred none is left out, and one screen holds them; who stands alone has a row."""
    same = {f"far{n}": "interview 3-05; they_promised 3-05 due 3-20" for n in range(70)}
    mine = {f"own{n}": "interview 3-05; i_promised 3-05 due 3-18" for n in range(29)}
    own = {"acme": "interview 3-05; they_promised 3-05 due 3-17"}
    ax = charts.plot_promises(search(same | mine | own), MONDAY, size=690)
    said = texts(ax)
    assert [text.split(":")[0] for text in said if " alike" in text] == ["70 alike", "29 alike"]
    assert "Tue, March 17, in one workday" in said
    assert ax.figure.bbox.height < 500
    assert len(np.asarray(labeled(ax, "they_promised").get_offsets())) == 2


def test_a_shared_row_says_whether_grace_is_over() -> None:
    """Beside the many stands how they stand, over their line from when to when their dates are."""
    late = {
        f"late{n}": f"interview 1-05; they_promised 1-05 due 2-{n % 9 + 2:02}" for n in range(62)
    }
    ax = charts.plot_promises(
        search(late | {"acme": "screen 3-02; i_promised 3-02 due 3-18"}), MONDAY
    )
    told = {"62 alike", "a few weeks after their date", OVER, "dates from Feb 2 to Feb 10", KEY}
    assert told <= set(texts(ax))
    assert "62 of theirs (62 past the grace period)" in ax.get_title(loc="left")


def test_no_promise_is_told() -> None:
    """Without an open promise a sentence says so, of both sides."""
    assert charts.describe_promises(search({"acme": "applied 3-02"}), MONDAY) == NOTHING

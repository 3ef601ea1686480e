"""What the facts are gathered from, and the sentences for what in it cannot be used."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from followup_lib.advice.plan import plan
from followup_lib.records.rows import PlanRow, rows_as
from tests.advice.situations import day, search


@pytest.mark.parametrize(
    ("facts", "more", "sentence"),
    [
        (
            {"acme": "interview 3-05; thanked 3-06; they_promised 3-05 due 3-12 who 'Mr. Grey'"},
            {},
            "timeline.csv, row 4, column who: 'Mr. Grey' is in neither applications.csv nor "
            "people.csv for acme; add a row to people.csv with how to reach them, or fix the name.",
        ),
        (
            {"acme": "i_promised 3-05 due 3-17; i_promised 3-05 due 3-18; kept 3-13"},
            {},
            "timeline.csv, row 4, column refers_to: 'kept' could mean any of acme-1, acme-2; write "
            "the one it means into refers_to.",
        ),
        (
            {"acme": "interview 3-05; thanked 3-06; kept 3-13"},
            {},
            "timeline.csv, row 4, column refers_to: 'kept' names no promise and none is open; "
            "write the promise's event_id into refers_to.",
        ),
        (
            {},
            {"settings": 'calendar.country = "ZZ"'},
            "settings.toml, [calendar]: no public holidays are known for ZZ; allowed are a country "
            'as "US" and a region as "NJ", or an empty country; until it is fixed only weekends '
            "and your own days off count.",
        ),
        (
            {},
            {"settings": "pace.gap = -1"},
            "settings.toml, [pace] gap: found -1; allowed is a whole number from 1 to 60 workdays; "
            "5 is used.",
        ),
        (
            {"acme": "i_promised 3-05 due 3-12 who 'Mr. Grey'"},
            {},
            "timeline.csv, row 2, column who: 'Mr. Grey' is in neither applications.csv nor "
            "people.csv for acme; add a row to people.csv with how to reach them, or fix the name.",
        ),
        ({"acme": "they_promised 3-05 due 3-12 who 'Mr. Grey'; kept 3-12"}, {}, ""),
        ({"acme": "interview 4-05; they_promised 4-05 due 4-12"}, {}, ""),
        ({"acme": "i_promised 3-05 said 'the report'"}, {}, ""),
    ],
)
def test_bad_input(facts: dict[str, str], more: dict[str, Any], sentence: str) -> None:
    """What cannot be used is told in a sentence, and the rest of the list still comes."""
    good = {"good": "interview 3-05; thanked 3-06; they_promised 3-05 due 3-12"}
    jobs = {"good": {"contact_name": "Ms. Reyes"}}
    tables = search(facts | good, jobs, **more)
    now = plan(tables, day("3-16"))
    told = [*tables.settings.problems, now.facts.days.problem, *map(str, now.facts.problems)]

    assert [line for line in told if line] == [sentence] * bool(sentence)
    assert "good" in set(now.listed("today")["application_id"])


def test_a_name_where_nobody_is_named() -> None:
    """An application without any contact needs no other row: who promised is whom to write to."""
    facts = {"acme": "interview 3-05; thanked 3-06; they_promised 3-05 due 3-12 who 'Mr. Grey'"}
    now = plan(search(facts, {"acme": {"contact_name": ""}}), day("3-16"))

    assert now.facts.problems == ()
    assert now.rows["to"].tolist() == ["Mr. Grey"]


def test_a_timeline_that_lies_ahead() -> None:
    """When every row lies ahead, a slip in the year is likely: row, day and setting are named."""
    now = plan(search({"acme": "interview 2027-03-05; thanked 2027-03-06"}), day("3-16"))

    assert [str(problem) for problem in now.facts.problems] == [
        "timeline.csv, row 2, column on: every row is dated after today, Mon, March 16; this one, "
        "the first, is on Fri, March 5, 2027. All are read as planned. If that’s not right, fix "
        "the days, or `today` in settings.toml."
    ]
    assert now.rows["situation"].tolist() == ["rest"]


def test_rows_about_nobody() -> None:
    """Events of an application or a reference nobody knows leave the rest of the list alone."""
    known = search({"acme": "interview 3-05; thanked 3-06; reference_contacted 3-09 who nobody"})
    strange = search({"ghost": "offer 3-05; i_promised 3-05 due 3-12; they_promised 3-05 due 3-12"})
    both = pd.concat([known.timeline, strange.timeline], ignore_index=True)
    now = plan(replace(known, timeline=both), day("3-16"))

    assert now.rows["application_id"].tolist() == ["acme"]
    assert now.rows["situation"].tolist() == ["no_date_given"]


def test_a_day_in_words_is_the_same_whenever_one_looks() -> None:
    """What was said counts from the day it was said on, years later as on the next day."""
    tables = search({"acme": "interview 3-09; they_promised 3-09 said 'in 10 business days'"})
    for today in ("3-09", "3-20", "2027-01-05", "2033-03-01"):
        known = plan(tables, day(today)).facts
        assert known.of("acme")["their_day"] == pd.Timestamp("2026-03-23")
        assert known.said["acme-2"].due_on == dt.date(2026, 3, 23)


def test_what_a_person_settled_is_not_read_again() -> None:
    """A day on file and a refusal stand as they are; a row is asked about only while it is open."""
    told = "interview 3-09; they_promised 3-09 {} said 'by Friday'"
    for settled, asks in (("", True), ("due 3-12", False), ("no_day", False)):
        now = plan(search({"acme": told.format(settled)}), day("3-10"))
        row = rows_as(PlanRow, now.of("acme"))[0]
        assert (now.facts.asked(row) is not None) is asks

"""The ways on in a case: three or more for every application under way, none that presses."""

import datetime as dt

import pytest

from followup_lib.advice.plan import Plan, plan
from followup_lib.coaching.options import options
from followup_lib.records.tables import Tables
from tests.advice.situations import day, search

TODAY = dt.date(2026, 3, 16)


@pytest.fixture(scope="module")
def now(sample: Tables) -> Plan:
    """Return the sample's plan on its Monday."""
    return plan(sample, TODAY)


@pytest.mark.parametrize("on", [TODAY, dt.date(2026, 3, 23), dt.date(2026, 5, 4)])
def test_every_live_case_has_three_ways_beside_ones_own(sample: Tables, on: dt.date) -> None:
    """There are three or more on any day, and none stands twice."""
    now = plan(sample, on)
    for application_id in now.live.index[now.live]:
        ways = options(now, sample, application_id)
        assert len(ways) >= 3
        assert len(set(ways)) == len(ways)


@pytest.mark.parametrize(
    ("application_id", "beginning"),
    [
        (
            "cobblers-gate-credit-union-payroll-analyst",
            "Call Ms. Reyes, today. They said Thu, March 12",
        ),
        ("quillon-health-technical-writer", "Do what you promised. You said Thu, March 12"),
        ("thornbury-reed-analytics-reporting-analyst", "Write to"),
    ],
)
def test_the_advice_of_the_plan_comes_first(
    sample: Tables, now: Plan, application_id: str, beginning: str
) -> None:
    """The first option is what the plan advises, with its reason."""
    assert options(now, sample, application_id)[0].startswith(beginning)


def test_waiting_is_an_option_with_a_day() -> None:
    """A message that asks may wait five workdays more: from Mon 16 to Mon, March 23."""
    tables = search({"acme": "interview 3-05; thanked 3-06; they_promised 3-05 due 3-12"})
    ways = options(plan(tables, TODAY), tables, "acme")
    assert "Wait until Mon, March 23. A question to them is never late." in ways


def test_those_who_vouch_there_are_named(sample: Tables, now: Plan) -> None:
    """A reference given to this employer is somebody to talk to; others are not."""
    given = options(now, sample, "osprey-lane-mutual-operations-analyst")
    assert any("Pavel Dostál" in option for option in given)
    other = options(now, sample, "cobblers-gate-credit-union-payroll-analyst")
    assert not any("your reference" in option for option in other)


OFFERED = "interview 3-05; thanked 3-06; offer 3-13 via email due 3-20"


@pytest.mark.parametrize(
    ("facts", "answers"),
    [
        (
            OFFERED,
            [
                "Accept the offer, in writing by Fri, March 20.",
                "Decline the offer, with thanks by Fri, March 20.",
                "Ask for more time, once by Fri, March 20: name the day you need.",
            ],
        ),
        (
            f"{OFFERED}; asked_for_time 3-16 due 3-25",
            [
                "Accept the offer, in writing by Fri, March 20.",
                "Decline the offer, with thanks by Fri, March 20.",
            ],
        ),
    ],
)
def test_an_offer_is_accepted_declined_or_time_is_asked_for(facts: str, answers: list[str]) -> None:
    """The answers stand by name beside the advice; time is asked for only once."""
    tables = search({"acme": facts})
    ways = options(plan(tables, day("3-17")), tables, "acme")

    assert [way for way in ways if "offer, " in way or "more time, " in way] == answers


@pytest.mark.parametrize(
    ("today", "wait"),
    [
        (
            "3-17",
            "Wait until Thu, March 19 at the latest: your answer to the other offer is due Fri, "
            "March 20.",
        ),
        ("3-19", ""),
    ],
)
def test_one_waits_no_longer_than_an_offer_elsewhere_does(today: str, wait: str) -> None:
    """With an answer due elsewhere, waiting ends on its eve; on that day it is no option."""
    tables = search({"offer": OFFERED, "other": "interview 3-05; thanked 3-06"})
    ways = options(plan(tables, day(today)), tables, "other")

    assert [way for way in ways if way.startswith("Wait")] == ([wait] if wait else [])

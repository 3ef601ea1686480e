"""Stories: invented timelines of applications, for tests of what holds for every search.

A story is one application's timeline, drawn at random and written as in `situations.txt`. Every
test looks at 500 stories in a few large searches; the slow tests, at 500 searches of ten.
"""

import datetime as dt
from collections.abc import Callable
from typing import Any, NamedTuple

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from followup_lib.advice.plan import Plan
from followup_lib.records.situations import STATUS_SITUATIONS
from followup_lib.records.tables import Tables
from tests.advice.situations import search

FIRST = dt.date(2026, 3, 9)
STEPS = (
    "interview {on}",
    "interview {on}; thanked {on}",
    "final_interview {on}",
    "screen {on}",
    "they_promised {on} due {due}",
    "they_promised {on} due {due} about",
    "they_promised {on}",
    "i_promised {on} due {due} via phone",
    "i_promised {on} due {due} said report",
    "i_promised {on} said report",
    "moved {on} due {due} settles {made}",
    "moved {on} {of_it}",
    "kept {on} {of_it}",
    "dropped {on} {of_it}",
    "heard_back {on} via email",
    "thanked {on}",
    "wrote {on} for their_date_passed",
    "wrote {on} for no_date_given",
    "wrote {on}",
    "called {on} for waiting_for_offer",
    "no_answer {on}",
    "interview_planned {on} due {due}",
    "interview_planned {on}",
    "they_canceled {on}",
    "they_missed {on}",
    "i_missed {on} {of_it}",
    "wrote {on} for offer_times",
    "wrote {on} for confirm_time",
    "on_hold {on}",
    "on_hold {on} due {due}",
    "resumed {on}",
    "rejected {on}",
    "no_response {on}",
    "offer {on} due {due} via email",
    "offer {on}",
    "reference_check {on}",
    "reference_given {on} who amin",
    "reference_contacted {on} who amin",
    "snoozed {on} due {due} for their_date_passed",
    "snoozed {on} for no_date_given",
    "wrote {on} for closing_note",
    "wrote {on} for on_hold",
    "withdrawn {on}",
    "applied {on}",
)
WISHES = ("", "", "", "phone", "wait_for_them")


class Story(NamedTuple):
    """One application: its first day before `FIRST`, its steps, its person, that person's wish."""

    days_before: int
    steps: list[tuple[int, int, int]]
    person: int
    wish: int

    def line(self, until: dt.date | None = None) -> str:
        """Return the story as facts, up to a day when one is given."""
        on, parts, made = FIRST - dt.timedelta(self.days_before), ["saved 2025-09-01"], 0
        for kind, days, ahead in self.steps:
            on += dt.timedelta(days)
            step = STEPS[kind]
            if (until and on > until) or (not made and ("{made}" in step or "{of_it}" in step)):
                continue
            due = on + dt.timedelta(ahead)
            text = step.format(on=on, due=due, made=made, of_it=f"settles {made}")
            if step.split()[0] in ("they_promised", "i_promised", "interview_planned"):
                made = len("; ".join([*parts, text]).split(";"))
            parts.append(text)
        return "; ".join(parts)


stories = st.builds(
    Story,
    st.integers(0, 70),
    st.lists(
        st.tuples(st.integers(0, len(STEPS) - 1), st.integers(0, 9), st.integers(0, 20)),
        min_size=1,
        max_size=8,
    ),
    st.integers(0, 9),
    st.integers(0, len(WISHES) - 1),
)
todays = st.integers(0, 13).map(lambda days: FIRST + dt.timedelta(days))


def for_all(*strategies: Any) -> Callable[[Callable[..., None]], Any]:
    """Test a statement about searches: on five large ones, and slowly on many of ten stories."""
    sizes = [(5, 100), pytest.param((150, 10), marks=pytest.mark.slow)]

    def decorate(statement: Callable[..., None]) -> Any:
        @pytest.mark.parametrize("size", sizes, ids=["large", "many"])
        def test(size: tuple[int, int]) -> None:
            examples, n = size
            told = st.lists(stories, min_size=n, max_size=n)
            checks = list(HealthCheck)
            run = settings(max_examples=examples, deadline=None, suppress_health_check=checks)
            run(given(told, *strategies)(statement))()

        test.__doc__ = statement.__doc__
        return test

    return decorate


def tables(told: list[Story], lines: list[str]) -> Tables:
    """Return a search of one application per line; persons 1 to 3 each have several of them."""
    jobs = {}
    for number, story in enumerate(told):
        person = f"kim{story.person}" if 0 < story.person < 4 else f"ortiz{number}"
        wish = {"preferred_contact": WISHES[story.wish]}
        jobs[f"job{number}"] = {"contact_email": f"{person}@people.example", **wish}
    return search(dict(zip(jobs, lines, strict=True)), jobs)


def main_rows(now: Plan) -> pd.DataFrame:
    """Return the one row of each application itself, with its status messages marked."""
    own = (now.rows["promise_id"] == "") & (now.rows["reference_id"] == "")
    rows = now.rows[own].set_index("application_id")
    return rows.assign(status=rows["situation"].isin(list(STATUS_SITUATIONS)))

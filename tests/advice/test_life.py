"""A search that lives for weeks: talks, promises, answers, offers, and what is sent as advised.

Hypothesis draws the life; after everything that happens the statements below hold.
"""

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from followup_lib.advice.plan import Plan, plan
from followup_lib.letters.draft import draft
from followup_lib.outbox.sent_log import Sent, logged
from followup_lib.records import edits
from followup_lib.records.rows import PlanRow, rows_as
from followup_lib.records.situations import STATUS_SITUATIONS, UNWRITTEN, Situation
from followup_lib.records.vocabulary import WAYS, Channel, Event, Status
from tests.advice.situations import search

FIRST = dt.date(2026, 3, 2)
PEOPLE = {  # two applications share a person; one wishes for calls, one asked to be left alone
    "acme": ("Ms. Ortiz", "ortiz@people.example", ""),
    "bolt": ("Ms. Ortiz", "ortiz@people.example", ""),
    "crane": ("Mr. Hall", "hall@crane.example", "phone"),
    "dune": ("Dr. Amari", "amari@dune.example", "wait_for_them"),
}
JOBS = st.sampled_from(sorted(PEOPLE))
THEIRS = st.sampled_from(
    [
        Event.SCREEN,
        Event.INTERVIEW,
        Event.FINAL_INTERVIEW,
        Event.HEARD_BACK,
        Event.THEY_PROMISED,
        Event.INTERVIEW_PLANNED,
        Event.THEY_CANCELED,
        Event.THEY_MISSED,
        Event.ON_HOLD,
        Event.RESUMED,
        Event.REJECTED,
        Event.OFFER,
        Event.ASKED_FOR_TIME,
    ]
)
DATED = {Event.THEY_PROMISED, Event.INTERVIEW_PLANNED, Event.OFFER, Event.ASKED_FOR_TIME}
BY_WORD, IN_WRITING = {"channel": Channel.PHONE}, {"channel": Channel.EMAIL}

HOLDS_AN_OFFER = {"A2", "A3", "P3", "P4", "B1", "W3", "W4", "H1", "R4"}
"""Rules by which an offer may wait: for their day, or for what is to be done or heard first.

That they asked to be left alone (W3) holds one only until a day they named has passed.
"""
THEY_ASKED = {Situation.PROMISE_DUE, Situation.OFFER_TO_ANSWER}
"""What they wait for goes on its day, whatever else went to that person."""
ABOUT_AN_OFFER = {
    *(Situation.OFFER_TO_ANSWER, Situation.OFFER_TIMES, Situation.CONFIRM_TIME),
    *(Situation.HOW_IT_WENT, Situation.WITHDRAWAL, Situation.THEIR_DATE_PASSED),
    *(Situation.NO_DATE_GIVEN, Situation.LONG_QUIET, Situation.CLOSING_NOTE, Situation.ON_HOLD),
    Situation.OFFER_ELSEWHERE,
}


class Life(RuleBasedStateMachine):
    """Four applications of one seeker, from an application sent on."""

    def __init__(self) -> None:
        super().__init__()
        jobs = {
            job: {"contact_name": name, "contact_email": email, "preferred_contact": wish}
            for job, (name, email, wish) in PEOPLE.items()
        }
        self.today = FIRST
        self.tables = search(dict.fromkeys(PEOPLE, "applied 2026-02-20"), jobs)
        self.wrote: set[tuple[dt.date, str]] = set()
        self.look()

    def look(self) -> None:
        """Make the plan of the day anew."""
        self.now: Plan = plan(self.tables, self.today)

    def log(self, job: str, event: str, **cells: Any) -> None:
        """Log something that happened today."""
        self.tables = edits.log(self.tables, job, event, self.today, **cells)
        self.look()

    @property
    def due(self) -> list[PlanRow]:
        """Return today's list."""
        return rows_as(PlanRow, self.now.today)

    @rule(days=st.integers(1, 5))
    def time_passes(self, days: int) -> None:
        """Days go by in which nothing happens."""
        self.today += dt.timedelta(days)
        self.look()

    @rule(job=JOBS, event=THEIRS, ahead=st.none() | st.integers(0, 15), spoken=st.booleans())
    def something_happens(self, job: str, event: Event, ahead: int | None, spoken: bool) -> None:
        """They talk, write, cancel, name a day, make an offer by word or in writing, say no."""
        day = self.today + dt.timedelta(ahead) if ahead is not None else None
        cells = {"due_on": day} if event in DATED else {}
        self.log(job, event, **cells, **(BY_WORD if spoken else IN_WRITING))
        if event != Event.ASKED_FOR_TIME:  # their word may be answered on the same day
            self.wrote.discard((self.today, PEOPLE[job][0]))

    @rule(job=JOBS, ahead=st.integers(3, 8), later=st.integers(1, 8))
    def they_name_a_day(self, job: str, ahead: int, later: int) -> None:
        """They talk, name a day, and some days go by: what is asked too soon is seen."""
        self.log(job, Event.INTERVIEW)
        self.log(job, Event.THEY_PROMISED, due_on=self.today + dt.timedelta(ahead))
        self.wrote.discard((self.today, PEOPLE[job][0]))
        self.time_passes(later)

    @rule(job=JOBS, ahead=st.integers(0, 12), thing=st.booleans())
    def the_seeker_promises(self, job: str, ahead: int, thing: bool) -> None:
        """The seeker says: I'll send it, I'll call."""
        cells = {"said": "the sample report"} if thing else {"channel": Channel.PHONE}
        self.log(job, Event.I_PROMISED, due_on=self.today + dt.timedelta(ahead), **cells)

    @rule(job=JOBS)
    def the_seeker_accepts(self, job: str) -> None:
        """The seeker says yes to an offer; whoever else waits is told."""
        if self.now.facts.of(job)["offered"]:
            self.log(job, Event.ACCEPTED)

    @precondition(lambda self: self.due)
    @rule(place=st.integers(0, 9), late=st.booleans())
    def the_seeker_writes(self, place: int, late: bool) -> None:
        """The seeker sends one message of today's list; a promise may be moved by it."""
        row = self.due[place % len(self.due)]
        new_day = self.today + dt.timedelta(4) if row.promise_id and late else None
        if row.situation in UNWRITTEN or row.channel not in WAYS:
            return
        before = (self.today, row.to)
        asked_for = row.situation in THEY_ASKED
        assert asked_for or before not in self.wrote, f"twice to {row.to} on one day: {row}"
        self.wrote.add(before)
        self.tables = logged(
            self.now, self.tables, row, Sent(self.today, row.channel, new_day=new_day)
        )
        self.look()

    @invariant()
    def every_application_is_told_of(self) -> None:
        """Nothing vanishes: each application has one row of its own, and each row a reason."""
        rows = self.now.table
        own = rows[(rows["promise_id"] == "") & (rows["reference_id"] == "")]
        assert sorted(own["application_id"]) == sorted(PEOPLE)
        assert all(
            len(row.reason) > 20 for row in rows_as(PlanRow, self.now.listed(*set(rows["when"])))
        )

    @invariant()
    def nobody_is_asked_too_soon(self) -> None:
        """No status message on a day off, or on or before the day they named."""
        facts = self.now.facts
        asks = [row for row in self.due if row.situation in STATUS_SITUATIONS]
        assert not asks or facts.days.is_workday(self.today)
        theirs = facts.promises[facts.promises["event"] == Event.THEY_PROMISED]
        open_ = theirs[theirs["state"] == "open"].set_index("application_id")["due_on"]
        for row in asks:
            if row.situation != Situation.OFFER_ELSEWHERE and row.application_id in open_:
                days = open_.loc[[row.application_id]].dropna()
                heard = facts.of(row.application_id)["heard_on"]
                assert days.empty or days.iloc[-1] < facts.today or heard >= days.iloc[-1]

    @invariant()
    def a_message_goes_to_whom_it_speaks_to(self) -> None:
        """The address of a draft is that of the person it is addressed to."""
        addresses = {name: email for name, email, _ in PEOPLE.values()}
        for row in self.due:
            if row.reference_id or row.situation in UNWRITTEN or row.channel not in WAYS:
                continue
            made = draft(self.now, self.tables, row, channel="email")
            assert made.address in ("", addresses.get(row.to))

    @invariant()
    def what_is_owed_stays(self) -> None:
        """An open promise of a live application, and an open offer, are on a list."""
        facts, rows = self.now.facts, self.now.table
        owed = facts.owed[facts.owed["application_id"].isin(self.now.live[self.now.live].index)]
        assert set(owed["event_id"]) <= set(rows["promise_id"])
        apps = facts.applications
        offers = apps.index[(apps["stage"] == "offer") & (apps["status"] == Status.ACTIVE)]
        own = rows[rows["promise_id"] == ""].set_index("application_id").loc[offers]
        held = own[own["situation"] == Situation.REST]
        assert set(held["rule"]) <= HOLDS_AN_OFFER
        alone = held.index[held["rule"] == "W3"]
        assert apps.loc[alone, "their_day"].notna().all()
        assert set(own["situation"]) - {Situation.REST} <= ABOUT_AN_OFFER


@pytest.mark.parametrize("lives", [6, pytest.param(12, marks=pytest.mark.slow)])
def test_a_search_lives_through_weeks(lives: int) -> None:
    """Whatever happens, and whatever is sent as advised, the statements of `Life` hold."""
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=lives,
            stateful_step_count=40,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )

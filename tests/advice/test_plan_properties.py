"""What holds for every search at any moment: many invented stories, one statement each."""

import datetime as dt

import numpy as np
import pandas as pd
from hypothesis import strategies as st

from followup_lib.advice.plan import Plan, plan
from followup_lib.advice.reasons import reason
from followup_lib.records.settings import NUMBERS
from followup_lib.records.situations import STATUS_SITUATIONS, Situation
from followup_lib.records.vocabulary import CLOSED
from tests.advice.situations import events
from tests.advice.stories import Story, for_all, main_rows, tables, todays


def date_of_theirs(facts: list[dict[str, str]], today: str) -> str:
    """Return the day they named last and have not answered, kept or dropped, "" if none.

    Of two named on one day, the later row counts.
    """
    open_: dict[str, tuple[str, str]] = {}
    last_word = ""
    for row in sorted(facts, key=lambda row: row["on"]):
        about = row.get("refers_to", "")
        if row["on"] > today:
            continue
        if row["event"] == "they_promised":
            open_[row["event_id"]] = (row["on"], row.get("due_on", ""))
        elif row["event"] == "moved" and about in open_:
            open_[about] = (row["on"], row.get("due_on", ""))
        elif about in open_ and row["event"] != "snoozed":
            del open_[about]
            last_word = row["on"]
        if row["event"] in ("heard_back", "reference_check"):
            last_word = row["on"]
    _, due = max(reversed(open_.values()), key=lambda pair: pair[0], default=("", ""))
    return due if last_word < due else ""


@for_all(todays)
def test_never_before_their_date(told: list[Story], today: dt.date) -> None:
    """No status message opens on or before the day they named.

    A dated offer elsewhere is the exception, and a note that only sets the time of a talk.
    """
    lines = [story.line() for story in told]
    rows = main_rows(plan(tables(told, lines), today))
    excepted = rows["situation"].isin([Situation.OFFER_ELSEWHERE, Situation.CONFIRM_TIME])
    asking = rows[rows["status"] & ~excepted]
    for job, earliest in asking["earliest_on"].dropna().items():
        number = int(str(job).removeprefix("job"))
        date = date_of_theirs(events(str(job), lines[number]), today.isoformat())
        assert str(earliest.date()) > date, lines[number]


@for_all(todays)
def test_never_on_a_day_off(told: list[Story], today: dt.date) -> None:
    """Every status message opens on a workday, and on a day off none is on today's list."""
    now = plan(tables(told, [story.line() for story in told]), today)
    rows = main_rows(now)
    days = rows.loc[rows["status"], "earliest_on"].dropna()

    assert all(now.facts.days.is_workday(day.date()) for day in days)
    if not now.facts.days.is_workday(today):
        assert not rows["status"][rows["when"] == "today"].any()


@for_all(todays)
def test_the_lists_hold_what_the_rules_open(told: list[Story], today: dt.date) -> None:
    """Today's list is what is open today and the eve of own promises; the week to come is next.

    A message that asks has no day it is due, so it is never late.
    """
    now = plan(tables(told, [story.line() for story in told]), today)
    rows, facts = now.rows, now.facts
    acting = rows["situation"] != Situation.REST
    own = rows["promise_id"] != ""
    on, week = pd.Timestamp(today), pd.Timestamp(today + dt.timedelta(7))
    days = [rows["earliest_on"] <= on, rows["earliest_on"] <= week]
    by_day = pd.Series(np.select(days, ["today", "coming_up"], "rest"), rows.index)

    asks = rows["situation"].isin(list(STATUS_SITUATIONS))
    assert rows.loc[asks, "due_on"].isna().all()
    assert (rows["when"] == by_day)[acting & ~own].all()
    assert (rows["when"] == "rest")[~acting].all()
    assert (rows["when"] == "today")[own & (rows["due_on"] <= on)].all()
    assert set(main_rows(now).index) == set(facts.applications.index)
    assert main_rows(now).index.is_unique
    assert rows.loc[own, "promise_id"].is_unique
    assert rows.loc[rows["reference_id"] != "", "reference_id"].is_unique
    closed = facts.applications["status"].isin(list(CLOSED))
    left = main_rows(now).loc[closed, "situation"]
    assert set(left) <= {Situation.REST, Situation.ASK_FOR_FEEDBACK, Situation.STILL_A_NO}


@for_all(todays, st.integers(0, 400))
def test_own_promises_and_offers_never_vanish(
    told: list[Story], today: dt.date, later: int
) -> None:
    """What the seeker owes, and an offer to answer, stays on the list however late it is."""
    lines = [story.line(until=today) for story in told]
    now = plan(tables(told, lines), today + dt.timedelta(later))
    status = now.facts.applications["status"]
    rows = now.rows.set_index("promise_id")
    for job, line in zip(status.index, lines, strict=True):
        facts = events(job, line)
        settled = {
            row.get("refers_to") for row in facts if row["event"] not in ("moved", "snoozed")
        }
        owed = [row["event_id"] for row in facts if row["event"] == "i_promised"]
        alive = status[job] in ("active", "on_hold", "no_response", "rejected")
        for promise in owed:
            assert (promise in rows.index) == (alive and promise not in settled), line
        ended = [row["event"] in list(CLOSED) for row in facts]
        offered = [row["event"] == "offer" for row in facts]
        open_offer = any(offered) and not any(ended[offered.index(True) :])
        if open_offer and status[job] == "active":
            assert main_rows(now).loc[job, "situation"] == Situation.OFFER_TO_ANSWER, line
    late = now.rows["due_on"] < now.facts.today
    kept = now.rows["situation"].isin([Situation.PROMISE_DUE, Situation.OFFER_TO_ANSWER])
    snoozed = now.rows["put_off"]
    assert (now.rows["when"] == "today")[late & kept & ~snoozed].all()


def after_workdays(now: Plan, start: pd.Timestamp, n: int) -> bool:
    """Tell whether more than n workdays have passed since a day."""
    return bool(now.facts.days.between(start.date(), now.facts.today.date()) > n)


@for_all(todays, st.integers(1, 40))
def test_nothing_due_vanishes_by_time_alone(told: list[Story], today: dt.date, later: int) -> None:
    """What is due stays due; thanks, feedback, long quiet and old talks end, with a reason."""
    search_ = tables(told, [story.line(until=today) for story in told])
    then, day = plan(search_, today), today + dt.timedelta(later)
    now = plan(search_, day)
    before, after = main_rows(then), main_rows(now)
    shown = ["today"] if now.facts.days.is_workday(day) else ["today", "coming_up"]
    due = before.index[before["when"] == "today"]
    gone = due[
        ~(
            after.loc[due, "when"].isin(shown)
            & (after.loc[due, "situation"] == before.loc[due, "situation"])
        )
    ]
    reasons = main_rows(now).assign(
        reason=[reason(row, now.view) for row in after.reset_index().itertuples()]
    )["reason"]
    for job in gone:
        was, row = before.loc[job, "situation"], after.loc[job]
        since = then.facts.applications.loc[job]
        ended = (
            (was == Situation.THANK_YOU and after_workdays(now, since["met_on"], 3))
            or (was == Situation.ASK_FOR_FEEDBACK and (day - since["status_on"].date()).days > 7)
            or (was == Situation.HOW_IT_WENT and after_workdays(now, since["unlogged_on"], 19))
            or (was == Situation.OFFER_ELSEWHERE and since["elsewhere_day"].date() < day)
        )
        if was in (Situation.OFFER_TIMES, Situation.HOW_IT_WENT):  # much later nobody is asked
            from_day = "asked_on" if was == Situation.OFFER_TIMES else "unlogged_on"
            ended |= after_workdays(now, since[from_day], NUMBERS["long_quiet_after"].default - 1)
        quiet = row["situation"] == Situation.LONG_QUIET
        held = row["rule"] == "P3" or row["after"] != ""
        assert ended or quiet or held, told[int(job.removeprefix("job"))].line(today)
        assert len(reasons.loc[job]) > 20

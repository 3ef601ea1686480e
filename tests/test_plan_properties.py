"""What holds for every search: many invented stories, several days, one statement each.

A story is one application's timeline, drawn at random and written as in `situations.txt`. Every
test looks at 500 stories in a few large searches; the slow tests, at 500 searches of ten.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from situations import events, search

from followup_lib.pace import LAST_WORDS
from followup_lib.plan import Plan, plan
from followup_lib.reasons import reason
from followup_lib.settings import NUMBERS
from followup_lib.tables import Tables, as_table
from followup_lib.vocabulary import CLOSED, STATUS_SITUATIONS, Event, Situation

FIRST = dt.date(2026, 3, 9)
STEPS = (
    *("interview {on}", "interview {on}; thanked {on}", "final_interview {on}", "screen {on}"),
    *("they_promised {on} due {due}", "they_promised {on} due {due} about", "they_promised {on}"),
    *("i_promised {on} due {due} via phone", "i_promised {on} due {due} said report"),
    *("i_promised {on} said report", "moved {on} due {due} settles {made}", "moved {on} {of_it}"),
    *("kept {on} {of_it}", "dropped {on} {of_it}", "heard_back {on} via email", "thanked {on}"),
    *("wrote {on} for their_date_passed", "wrote {on} for no_date_given", "wrote {on}"),
    *("called {on} for waiting_for_offer", "no_answer {on}", "interview_planned {on} due {due}"),
    *("on_hold {on}", "on_hold {on} due {due}", "resumed {on}", "rejected {on}"),
    *("no_response {on}", "offer {on} due {due} via email", "offer {on}", "reference_check {on}"),
    *("reference_given {on} who amin", "reference_contacted {on} who amin"),
    *("snoozed {on} due {due} for their_date_passed", "snoozed {on} for no_date_given"),
    *("wrote {on} for closing_note", "wrote {on} for on_hold", "withdrawn {on}", "applied {on}"),
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


def for_all(*strategies: Any, slow: int = 500) -> Callable[[Callable[..., None]], Any]:
    """Test a statement about searches: on five large ones, and slowly on many of ten stories."""
    sizes = [(5, 100), pytest.param((slow, 10), marks=pytest.mark.slow)]

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


def date_of_theirs(facts: list[dict[str, str]], today: str) -> str:
    """Return the day they named last and have not answered, kept or dropped, "" if none."""
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
    _, due = max(open_.values(), key=lambda pair: pair[0], default=("", ""))
    return due if last_word < due else ""


@for_all(todays)
def test_never_before_their_date(told: list[Story], today: dt.date) -> None:
    """No status message opens on or before the day they named, a dated offer elsewhere excepted."""
    lines = [story.line() for story in told]
    rows = main_rows(plan(tables(told, lines), today))
    asking = rows[rows["status"] & (rows["situation"] != Situation.OFFER_ELSEWHERE)]
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
    """Today's list is what is open today and the eve of own promises; the week to come is next."""
    now = plan(tables(told, [story.line() for story in told]), today)
    rows, facts = now.rows, now.facts
    acting = rows["situation"] != Situation.REST
    own = rows["promise_id"] != ""
    on, week = pd.Timestamp(today), pd.Timestamp(today + dt.timedelta(7))
    days = [rows["earliest_on"] <= on, rows["earliest_on"] <= week]
    by_day = pd.Series(np.select(days, ["today", "coming_up"], "rest"), rows.index)

    assert (rows["when"] == by_day)[acting & ~own].all()
    assert (rows["when"] == "rest")[~acting].all()
    assert (rows["when"] == "today")[own & (rows["due_on"] <= on)].all()
    assert set(main_rows(now).index) == set(facts.applications.index)
    assert main_rows(now).index.is_unique
    assert rows.loc[own, "promise_id"].is_unique
    assert rows.loc[rows["reference_id"] != "", "reference_id"].is_unique
    closed = facts.applications["status"].isin(list(CLOSED))
    left = main_rows(now).loc[closed, "situation"]
    assert set(left) <= {Situation.REST, Situation.ASK_FOR_FEEDBACK}


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
        alive = status[job] in ("active", "on_hold", "no_response")
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
    """What is due stays due; thanks, feedback and long quiet end, each with a reason."""
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
            or (was == Situation.OFFER_ELSEWHERE and since["elsewhere_day"].date() < day)
        )
        quiet = row["situation"] == Situation.LONG_QUIET
        held = row["rule"] == "P3" or row["after"] != ""
        assert ended or quiet or held, told[int(job.removeprefix("job"))].line(today)
        assert len(reasons.loc[job]) > 20


@for_all(todays, st.integers(0, 10**6))
def test_the_order_of_rows_changes_nothing(told: list[Story], today: dt.date, seed: int) -> None:
    """Tables sorted in a spreadsheet program give the same plan."""
    ordered = tables(told, [story.line() for story in told])
    mixed = {
        name: getattr(ordered, name).sample(frac=1, random_state=seed, ignore_index=True)
        for name in ("applications", "people", "timeline", "references")
    }

    pd.testing.assert_frame_equal(
        plan(ordered, today).rows, plan(replace(ordered, **mixed), today).rows
    )


def twins(told: list[Story], lines: list[str], others: list[str], today: dt.date) -> pd.DataFrame:
    """Return the rows of each story and of its twin (columns with `_twin`), nobody sharing."""
    alone = [story._replace(person=0) for story in told]
    rows = main_rows(plan(tables([*alone, *alone], [*lines, *others]), today))
    number = rows.index.str.removeprefix("job").astype(int)
    first = rows[number < len(told)].sort_index(key=lambda ids: ids.str[3:].astype(int))
    second = rows[number >= len(told)].sort_index(key=lambda ids: ids.str[3:].astype(int))
    return pd.concat([first, second.set_axis(first.index, axis=0).add_suffix("_twin")], axis=1)


MESSAGES = ("their_date_passed", "waiting_for_offer", "no_date_given", "on_hold", "closing_note")


@for_all(todays, st.integers(0, 20), st.sampled_from(MESSAGES))
def test_a_message_never_makes_the_next_one_earlier(
    told: list[Story], today: dt.date, days_ago: int, what: str
) -> None:
    """Having written, one waits at least as long; what had turned long quiet excepted."""
    lines = [story.line() for story in told]
    wrote = f"; wrote {today - dt.timedelta(days_ago)} for {what}"
    rows = twins(told, lines, [line + wrote for line in lines], today)
    asked = rows[rows["status_twin"] & (rows["situation"] != Situation.LONG_QUIET)]
    sooner = (
        ~(asked["earliest_on_twin"] >= asked["earliest_on"]) & asked["earliest_on_twin"].notna()
    )
    worse = asked[sooner | ~asked["status"] & (asked["situation"] != Situation.THANK_YOU)]

    assert [lines[int(job[3:])] for job in worse.index] == []


NOT_PLANS = [step for step in STEPS if not step.startswith(("interview", "final", "screen"))]


@for_all(todays, st.integers(1, 30), st.sampled_from(NOT_PLANS))
def test_a_row_of_the_future_changes_nothing(
    told: list[Story], today: dt.date, ahead: int, step: str
) -> None:
    """Before its day a row plans an interview or nothing: the rest of the plan is as without it."""
    lines = [story.line() for story in told]
    on = today + dt.timedelta(ahead)
    row = step.format(on=on, due=on + dt.timedelta(3), made=2, of_it="settles 2")
    rows = twins(told, lines, [f"{line}; {row}" for line in lines], today)
    for column in ("situation", "rule", "to", "channel", "earliest_on", "due_on", "when"):
        same = (rows[column] == rows[f"{column}_twin"]) | rows[column].isna()
        assert [lines[int(job[3:])] for job in rows.index[~same]] == []


WALK = 35  # workdays: enough for two messages, the wait after them, and a closing note
workday, job = st.integers(0, WALK - 1), st.integers(0, 99)


def status_messages(now: Plan) -> list[Any]:
    """Return the status messages on today's list."""
    rows = now.rows[now.rows["situation"].isin(list(STATUS_SITUATIONS))]
    return list(rows[rows["when"] == "today"].itertuples())


def sent(now: Plan, today: dt.date) -> list[dict[str, str]]:
    """Return the timeline rows of somebody who sends all of today's list."""
    rows = []
    for row in now.rows[now.rows["when"] == "today"].itertuples():
        event, cells = Event.WROTE, {"situation": row.situation, "who": row.to}
        if row.situation == Situation.THANK_YOU:
            event = Event.THANKED
        if row.promise_id:
            cells["refers_to"] = row.promise_id
        if row.reference_id:
            event, cells = Event.REFERENCE_THANKED, {"who": row.reference_id}
        ids = {"event_id": f"z{today}-{len(rows)}", "application_id": row.application_id}
        rows.append({**ids, "event": event.value, "on": today.isoformat(), **cells})
    return rows


def answers(jobs: set[int], today: dt.date) -> list[dict[str, str]]:
    """Return the timeline rows of employers who answer today."""
    cells = {"event": "heard_back", "on": today.isoformat(), "channel": "email"}
    return [{"event_id": f"y{today}-{job}", "application_id": f"job{job}", **cells} for job in jobs]


@for_all(st.lists(st.tuples(workday, job), max_size=30), slow=50)
def test_the_pace_of_one_who_sends_everything(
    told: list[Story], heard: list[tuple[int, int]]
) -> None:
    """Two without an answer, then one last word, never two to one person within the gap."""
    then = tables(told, [story.line(until=FIRST) for story in told])
    f = plan(then, FIRST).facts.applications.set_index("to_key")
    unanswered = f["sent"].to_dict()
    said_all = f["last_for"].isin(list(LAST_WORDS)).to_dict()
    last_day: dict[str, dt.date] = {}
    for number in range(WALK):
        today = FIRST + dt.timedelta(number // 5 * 7 + number % 5)
        answered = {job % len(told) for when, job in heard if when == number}
        now = plan(with_rows(then, answers(answered, today)), today)
        keys = now.facts.applications["to_key"]
        for key in keys[[f"job{job}" for job in answered]]:
            unanswered[key], said_all[key] = 0, False
        for row in status_messages(now):
            last_word = row.situation in list(LAST_WORDS)
            assert not said_all[row.key]
            assert last_word or unanswered[row.key] < NUMBERS["messages"].default
            last_round = now.view.last_round[
                now.facts.applications.index.get_loc(row.application_id)
            ]
            gap = "gap_for_offer" if last_round else "gap"
            since = now.facts.days.between(last_day.get(row.key, dt.date(2026, 1, 1)), today)
            assert since >= NUMBERS[gap].default
            unanswered[row.key] += 1
            said_all[row.key], last_day[row.key] = last_word, today
        then = with_rows(then, [*answers(answered, today), *sent(now, today)])


def with_rows(before: Tables, rows: list[dict[str, str]]) -> Tables:
    """Return the tables with rows added to the timeline."""
    if not rows:
        return before
    new = as_table("timeline", pd.DataFrame(rows, dtype="str").fillna(""))
    return replace(before, timeline=pd.concat([before.timeline, new], ignore_index=True))

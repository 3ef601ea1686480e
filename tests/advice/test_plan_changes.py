"""What holds when a search changes: rows in another order, one row more, a walk through weeks."""

import datetime as dt
from dataclasses import replace

import pandas as pd
from hypothesis import strategies as st

from followup_lib.advice.pace import LAST_WORDS
from followup_lib.advice.plan import Plan, plan
from followup_lib.records.settings import NUMBERS
from followup_lib.records.situations import Situation
from followup_lib.records.tables import COLUMNS, Tables, as_table
from followup_lib.records.vocabulary import LAST_ROUND, Event
from tests.advice.stories import FIRST, STEPS, Story, for_all, main_rows, tables, todays


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
    """Having written, one waits at least as long.

    What had turned long quiet, and an offer elsewhere, which has a day of its own, are excepted.
    """
    lines = [story.line() for story in told]
    wrote = f"; wrote {today - dt.timedelta(days_ago)} for {what}"
    rows = twins(told, lines, [line + wrote for line in lines], today)
    other = rows["situation"].isin([Situation.LONG_QUIET, Situation.OFFER_ELSEWHERE])
    asked = rows[rows["status_twin"] & ~other]
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


ALL_SAID = list(LAST_WORDS)
visits = st.lists(st.tuples(st.integers(1, 12), st.sets(st.integers(0, 9), max_size=2)), max_size=8)


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


def with_rows(before: Tables, rows: list[dict[str, str]]) -> Tables:
    """Return the tables with rows added to the timeline."""
    new = as_table(
        "timeline", pd.DataFrame(rows, columns=COLUMNS["timeline"], dtype="str").fillna("")
    )
    return replace(before, timeline=pd.concat([before.timeline, new], ignore_index=True))


@for_all(visits)
def test_the_pace_of_one_who_sends_everything(
    told: list[Story], visits: list[tuple[int, set[int]]]
) -> None:
    """Two without an answer, then one last word, never two to one person within the gap.

    Somebody looks in every one to twelve days and sends all that is listed; now and then an
    employer answers.
    """
    today = FIRST
    then = tables(told, [story.line(until=today) for story in told])
    f = plan(then, today).facts.applications.set_index("to_key")
    unanswered = f["sent"].to_dict()
    said_all = f["last_for"].isin(ALL_SAID).to_dict()
    last_day: dict[str, dt.date] = {}
    for days, answering in visits:
        today += dt.timedelta(days)
        then = with_rows(then, answers(answering, today))
        now = plan(then, today)
        keys = now.facts.applications["to_key"]
        for key in keys[[f"job{job}" for job in answering]]:
            unanswered[key], said_all[key] = 0, False
        rows = main_rows(now)
        for job, row in rows[rows["status"] & (rows["when"] == "today")].iterrows():
            assert not said_all[keys[job]]
            last_word = row["situation"] in ALL_SAID
            assert last_word or unanswered[keys[job]] < NUMBERS["messages"].default
            last_round = now.facts.applications.loc[job, "stage"] in LAST_ROUND
            gap = NUMBERS["gap_for_offer" if last_round else "gap"].default
            since = last_day.get(keys[job], dt.date(2026, 1, 1))
            assert now.facts.days.between(since, today) >= gap
            unanswered[keys[job]] += 1
            said_all[keys[job]], last_day[keys[job]] = last_word, today
        then = with_rows(then, sent(now, today))

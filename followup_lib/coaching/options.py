"""Your options next in a case: at least three ways, for a coach and a client to weigh."""

import pandas as pd

from followup_lib.advice.closing import COMES_BACK, praise
from followup_lib.advice.plan import TODAY, Plan
from followup_lib.records.dates import short_day
from followup_lib.records.rows import PlanRow, rows_as
from followup_lib.records.situations import STATUS_SITUATIONS, UNWRITTEN, Situation
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import WAYS, Event

WAIT_ON = 5
"""Workdays that "wait a little more" means."""
LEAST = 3
"""Ways on there are at least, beside the person's own."""
ELSEWHERE = "Apply elsewhere: one more application this week, so everything isn’t riding on it."


def options(now: Plan, tables: Tables, application_id: str) -> list[str]:
    """Return ways on in one application, as sentences; the person's own stands beside them.

    The first is what the plan advises now; then to wait, a reference, letting it rest, and
    applying elsewhere, as far as each is open (guidance §6).
    """
    rows = now.of(application_id)
    own = rows_as(PlanRow, rows[rows["reference_id"] == ""])
    ways = [_act(now, row) for row in own if row.situation != Situation.REST]
    ways += [way for row in own if row.rule == "A3" for way in _answers(now, row)]
    ways += [_wait(now, row) for row in own[:1]]
    ways += _talk_to_references(now, tables, application_id)
    if own and own[0].may_rest:
        done = praise(now, tables, application_id)
        ways.append(" ".join(filter(None, ("Let it go for now.", done, COMES_BACK))))
    ways = list(dict.fromkeys(filter(None, [*ways, ELSEWHERE])))
    return ways if len(ways) >= LEAST or not own else [*ways[:-1], _beside(own[0]), ELSEWHERE]


def _beside(row: PlanRow) -> str:
    """Return a smaller way beside what the plan advises, for where there would be two only."""
    if row.promise_id:
        return "Give a new date, in one line, before they ask: then they can plan with it."
    if row.situation == Situation.REST:
        return "Use the quiet: get one answer ready, so you’re not only waiting for the phone."
    if row.situation in UNWRITTEN:
        return "Write it down here, together: it’s a minute’s work, and the plan is right again."
    return "Rehearse it here: say it aloud once, and at home it takes five minutes."


def _act(now: Plan, row: PlanRow) -> str:
    if row.situation in UNWRITTEN:
        return row.reason
    if row.promise_id:
        return f"Do what you promised. {row.reason}"
    way = "" if row.channel in ("", "phone") else WAYS[row.channel].by
    act = "Call" if row.channel == "phone" else "Write to"
    act = " ".join(filter(None, (act, row.to or "them", way)))
    return f"{act}, {'today' if row.when == TODAY else _from(now, row)}. {row.reason}"


def _answers(now: Plan, row: PlanRow) -> list[str]:
    """Return the ways to answer an offer; time is asked for once, before the day it ends (A3)."""
    known, today = now.facts.of(row.application_id), now.facts.today
    due = known["offer_day"]
    by = f" by {short_day(due.date(), today.date())}" if pd.notna(due) and due >= today else ""
    ways = [f"Accept the offer, in writing{by}.", f"Decline the offer, with thanks{by}."]
    if pd.isna(known["asked_time_on"]) and not due < today:
        ways.append(f"Ask for more time, once{by}: name the day you need.")
    return ways


def _from(now: Plan, row: PlanRow) -> str:
    today = now.facts.today.date()
    if pd.isna(row.earliest_on):
        return "anytime"
    return f"from {short_day(row.earliest_on.date(), today)}; it can be prepared now"


def _wait(now: Plan, row: PlanRow) -> str:
    today = now.facts.today.date()
    if row.situation == Situation.REST:
        return f"Wait. {row.reason}"
    if row.situation not in STATUS_SITUATIONS:
        return ""
    later = now.facts.days.one_after(today, WAIT_ON).date()
    deadline = now.facts.of(row.application_id)["elsewhere_day"]
    if pd.isna(deadline) or later < deadline.date():
        return f"Wait until {short_day(later, today)}. A question to them is never late."
    eve = now.facts.days.before(deadline.to_numpy(), 1).astype("datetime64[D]").item()
    due = f"your answer to the other offer is due {short_day(deadline.date(), today)}"
    return f"Wait until {short_day(eve, today)} at the latest: {due}." if eve > today else ""


def _talk_to_references(now: Plan, tables: Tables, application_id: str) -> list[str]:
    past = now.facts.past
    given = past[
        (past["event"] == Event.REFERENCE_GIVEN) & (past["application_id"] == application_id)
    ]
    people = tables.references
    names = people.loc[people["reference_id"].isin(given["who"]), "name"]
    return [f"Talk to {name}, your reference there: has anyone called?" for name in names]

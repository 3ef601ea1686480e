"""What a plan asks nothing for now: interviews ahead, who waits on whom, what rests, what ended."""

import pandas as pd

from followup_lib.advice.plan import RESTING, Plan
from followup_lib.advice.talk_reasons import at_time
from followup_lib.records.dates import short_day
from followup_lib.records.rows import PlanRow, rows_as
from followup_lib.records.vocabulary import CLOSED, Situation, Stage, Status

NAMED = 6
"""Companies named in one line; how many more there are is told."""
WAITING, PAUSE, CLOSED_ONES = "Waiting on them", "On pause, nothing to do there", "Ended"


def interviews_ahead(now: Plan) -> list[tuple[str, str]]:
    """Return (company and position, day and time) of each interview to come, the next first."""
    live = now.facts.applications[now.live]
    ahead = live[live["ahead_on"].notna()].sort_values(["ahead_on", "ahead_at"], kind="stable")
    today = now.facts.today.date()
    return [
        (now.title(str(name)), short_day(day.date(), today) + at_time(str(time)))
        for name, day, time in zip(ahead.index, ahead["ahead_on"], ahead["ahead_at"], strict=True)
    ]


def at_rest(now: Plan) -> list[str]:
    """Return a line each for those waited on, on pause, and ended, with the companies' names.

    An application that has something to do, or an interview ahead, is in none.
    """
    groups: dict[str, list[str]] = {WAITING: [], PAUSE: [], CLOSED_ONES: []}
    for row in rows_as(PlanRow, now.next_steps()):
        known = now.facts.of(row.application_id)
        if row.when == RESTING and pd.isna(known["ahead_on"]):
            groups[_group(row, known)].append(str(known["company"]))
    return [f"{name} ({len(names)}): {_named(names)}." for name, names in groups.items() if names]


def _group(row: PlanRow, known: pd.Series) -> str:
    """Return how an application rests, as the start page has it."""
    status = known["status"]
    if row.situation == Situation.REST and status in CLOSED and status != Status.NO_RESPONSE:
        return CLOSED_ONES
    own = row.put_off or row.rule == "P3" or row.situation == Situation.LONG_QUIET
    unasked = known["stage"] == Stage.SAVED or status == Status.NO_RESPONSE
    return PAUSE if own or unasked else WAITING


def _named(names: list[str]) -> str:
    more = [f"{len(names) - NAMED} more"] if len(names) > NAMED else []
    return ", ".join([*names[:NAMED], *more])

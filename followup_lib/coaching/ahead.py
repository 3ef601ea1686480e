"""What a plan asks nothing for now: interviews ahead, who waits on whom, what rests, what ended."""

import pandas as pd

from followup_lib.advice.groups import groups_of
from followup_lib.advice.plan import Plan
from followup_lib.advice.talk_reasons import at_time
from followup_lib.records.dates import short_day

NAMED = 6
"""Companies named in one line; how many more there are is told."""
RESTS = {"waiting": "Waiting on them", "pause": "On pause, nothing to do there", "closed": "Ended"}


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
    f, steps = now.facts.applications, now.next_steps()
    named: dict[str, list[str]] = {}
    for job, group in zip(steps["application_id"], groups_of(now)[steps.index], strict=True):
        if pd.isna(f.loc[job, "ahead_on"]):
            named.setdefault(group, []).append(f.loc[job, "company"])
    return [
        f"{words} ({len(named[group])}): {_named(named[group])}."
        for group, words in RESTS.items()
        if group in named
    ]


def _named(names: list[str]) -> str:
    more = [f"{len(names) - NAMED} more"] if len(names) > NAMED else []
    return ", ".join([*names[:NAMED], *more])

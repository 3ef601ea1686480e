"""Reasons of what runs beside an application: own promises, and references (P1 to P6, R1 to R5)."""

from typing import Any

import pandas as pd

from followup_lib.advice.windows import View
from followup_lib.records.dates import as_said, listing, quoted, short_day
from followup_lib.records.rows import PlanRow
from followup_lib.records.situations import Situation
from followup_lib.records.vocabulary import WAYS

BY = {name: way.by for name, way in WAYS.items()}
NOT_GIVEN = "a day not given"


def told_day(day: Any, view: View) -> str:
    """Return a day in words, `NOT_GIVEN` for none."""
    return NOT_GIVEN if pd.isna(day) else short_day(day.date(), view.facts.today.date())


def starting(row: PlanRow, view: View) -> dict[str, str]:
    """Return since when one can: " today", else " starting" a day to come, each in its place."""
    if row.earliest_on > view.facts.today:
        return {"today": "", "from_day": f" starting {told_day(row.earliest_on, view)}"}
    return {"today": " today", "from_day": ""}


def promise_reason(row: PlanRow, view: View) -> str:
    """Return the reason of a row about what the seeker promised."""
    owed = view.facts.owed[view.facts.owed["event_id"] == row.promise_id].iloc[0]
    touch = f"to be in touch {BY.get(owed['channel'], '')}".rstrip()
    due = told_day(row.due_on, view)
    promise = (
        f"You said {due} for {quoted(owed['said'])}" if owed["said"] else f"You said {due}, {touch}"
    )
    said = view.facts.said.get(owed["stated_by"])
    if said is not None and said.due_on:
        promise = f"You said {as_said(due, owed['said'], vague=True)}"
    if row.rule == "P2":
        what = quoted(owed["said"]) if owed["said"] else touch
        unclear = said is not None and said.asks
        why = "we can’t tell for which day" if unclear else "didn’t give a date"
        promise = f"You promised {what} and {why}, so it’s due {due}"
    tried = view.facts.tried_on(row)
    if row.due_on < view.facts.today and pd.notna(tried):
        return f"{promise}. Nobody answered on {told_day(tried, view)}; try again today."
    if row.due_on < view.facts.today:
        late = "Do it today with a one-sentence apology, or give a new date"
        return f"{promise}. {late}."
    if row.due_on == view.facts.today:
        return f"{promise}. That’s today."
    return f"{promise}. {row.template}."


def reference_reason(row: PlanRow, view: View) -> str:
    """Return the reason of a row about a reference."""
    if row.rule == "E2":
        taken_on = told_day(view.facts.of(row.application_id)["taken_on"], view)
        return (
            f"You accepted an offer on {taken_on}. Thank {row.to} and tell them how it ended: "
            "they were there for you as a reference, whether or not anyone called."
        )
    past = view.facts.past
    mine = past[(past["who"] == row.reference_id) & past["event"].str.startswith("reference_")]
    given = mine[(mine["event"] == "reference_given") & mine["application_id"].isin(_live(view))]
    if row.situation == Situation.BRIEF_REFERENCE:
        told = mine["event"].isin(["reference_briefed", "reference_contacted"])
        given = given[~given["application_id"].isin(mine.loc[told, "application_id"])]
    firms = listing(
        view.facts.applications.loc[given["application_id"].unique(), "company"].tolist()
    )
    if row.situation == Situation.THANK_REFERENCE:
        called = told_day(mine.loc[mine["event"] == "reference_contacted", "on"].max(), view)
        return (
            f"{row.to} was contacted on {called}. Thank them the same day, and ask who called, "
            "about which job, and what they asked; keep it between the two of you."
        )
    if row.situation == Situation.BRIEF_REFERENCE:
        return f"You gave {row.to}’s name to {firms}. Tell them which job it is and who may call."
    when = "".join(starting(row, view).values())
    return (
        f"{row.to} may hear from {firms}. You can ask{when} whether anyone has been in touch; "
        "if nobody has called, that’s normal."
    )


def _live(view: View) -> pd.Index:
    return view.facts.applications.index[view.live]

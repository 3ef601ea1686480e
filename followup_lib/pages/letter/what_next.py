"""What comes next at an application one has just written to or called: a sentence with its day."""

import pandas as pd

from followup_lib.pages.kit.deeds import deed
from followup_lib.pages.kit.desk import Desk
from followup_lib.records.rows import PlanRow, rows_as
from followup_lib.records.situations import Situation


def what_next(desk: Desk, sent: PlanRow, *, heard: bool = True) -> str:
    """Return what comes next for the application of a row that was just sent; "" for none.

    `heard` tells that the message may be answered: nobody answers a call that nobody took.
    """
    rows = desk.plan.of(sent.application_id)
    row = next(iter(rows_as(PlanRow, rows[rows["reference_id"] == ""])), None)
    if row is None:
        return ""
    if row.situation == Situation.REST:
        return str(row.reason)
    company = desk.plan.facts.of(row.application_id)["company"]
    doing = deed(desk, row)
    doing = f"{doing[:1].lower()}{doing[1:]}"
    if row.when == "today":
        return f"On today’s list for {company}: {doing}."
    if row.promise_id and pd.notna(row.due_on):
        return f"Next for {company}: {doing}, by {desk.day(row.due_on)}."
    day = desk.day(row.earliest_on)
    if Situation(row.situation).asks and heard and not sent.reference_id:
        return f"If you hear nothing, it’s back on your list {day}: {doing}."
    return f"Next for {company}: {doing}{f', starting {day}' if day else ''}."

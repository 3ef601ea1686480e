"""The planned interview nobody has told about yet, and whether it can have been missed (B3)."""

import datetime as dt

from followup_lib.advice.facts import Facts
from followup_lib.records.dates import short_day
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import EventRow, rows_as


def planned_interview(known: Facts, application_id: str) -> EventRow | None:
    """Return the row of that interview, `due_on` its day as last moved, or None."""
    f = known.applications
    if application_id not in f.index:
        return None
    days = f.loc[application_id, ["unlogged_on", "ahead_on"]].dropna()
    rows = known.planned[known.planned["application_id"] == application_id]
    interviews = rows_as(EventRow, rows[rows["due_on"].isin(days)])
    return min(interviews, key=lambda row: row.due_on, default=None)


def refuse_still_ahead(known: Facts, application_id: str, on: dt.date) -> None:
    """Raise `FollowupError` for a talk they can't have missed: its day is still ahead.

    One missed on a day before that talk was planned was another.
    """
    talk, today = planned_interview(known, application_id), known.today
    if talk is not None and talk.due_on > today and not on < talk.on.date():
        raise FollowupError(
            f"The interview is set for {short_day(talk.due_on.date(), today.date())}, which is "
            "still ahead, so they can’t have missed it. If they canceled or moved it, note that."
        )

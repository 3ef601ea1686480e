"""Coaching sessions: their commitments, and what happened since the last one (guidance §6).

A session is a row of sessions.csv, a commitment ("I will … by …") one of commitments.csv. Both
belong to the client; a coach's private notes never come here.
"""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from followup_lib.advice.plan import Plan
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import CommitmentRow, SessionRow, rows_as
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import MESSAGES, OUTCOMES, CommitmentOutcome, Event, Stage

NO_DAY = "By when? A commitment needs a day; choose one, then add it."
"""What is said of a commitment without a day."""
PAST = "That day is past. Choose today or a later day."
"""What is said of one whose day is over before it begins."""
NO_NEW_DAY = "What day is it moving to? Choose it first."
"""What is said of one that is moved without a day."""
OF_DAYS = (NO_DAY, PAST, NO_NEW_DAY)
SURE_ENOUGH = 7
"""Confidence, of 10, below which one is asked what would make a commitment smaller."""
STAGES = tuple(stage for stage in Stage if stage not in (Stage.SAVED, Stage.APPLIED))
OWN = (Event.ACCEPTED, Event.DECLINED, Event.WITHDRAWN, Event.NO_RESPONSE)
"""Ends that the person chose."""
THEIRS = tuple(event for event in OUTCOMES if event not in OWN)
CAME_BACK = (Event.HEARD_BACK, Event.REFERENCE_CONTACTED, *THEIRS, *STAGES)
"""Events that show the other side moved."""


@dataclass(frozen=True)
class SinceLastTime:
    """What a session begins with; every table has the rows of its file, in order of days.

    `on` is the day of the session before, None at the first. `commitments` are those of earlier
    sessions that were open on that day or made then. `sent`, `came_back` and `own` (ends the seeker
    chose) are rows of the timeline since; `kept` are promises of the seeker kept since, `late`
    those overdue now.
    """

    on: dt.date | None
    commitments: pd.DataFrame
    sent: pd.DataFrame
    came_back: pd.DataFrame
    own: pd.DataFrame
    kept: pd.DataFrame
    late: pd.DataFrame


def in_order(tables: Tables) -> pd.DataFrame:
    """Return the sessions by day with their `number`, 1 for the first."""
    rows = tables.sessions.sort_values(["on", "session_id"], kind="stable", ignore_index=True)
    return rows.assign(number=range(1, len(rows) + 1))


def session_on(tables: Tables, day: dt.date) -> SessionRow | None:
    """Return the session of a day, None when there is none."""
    rows = in_order(tables)
    held = rows_as(SessionRow, rows[rows["on"] == pd.Timestamp(day)])
    return held[0] if held else None


def note_session(tables: Tables, day: dt.date, **cells: Any) -> Tables:
    """Note cells of the session of `day`; it is added, with the coach of the last, when new."""
    session = session_on(tables, day)
    if session is None:
        coach = "".join(in_order(tables)["coach"].tail(1))
        row = {"session_id": _next_id("s", tables.sessions["session_id"]), "on": day}
        row |= {"coach": coach} | cells
        return replace(tables, sessions=edits.append("sessions", tables.sessions, row))
    table = edits.with_cells(tables.sessions, "session_id", session.session_id, **cells)
    return replace(tables, sessions=table)


def commit(
    tables: Tables,
    day: dt.date,
    i_will: str,
    due_on: dt.date | None,
    confidence: int,
    smaller: str = "",
    application_id: str = "",
) -> Tables:
    """Add what the client will do, by when, how sure they are (1 to 10), and in which application.

    Raises `FollowupError` for a commitment without words or day, one whose day is before `day`,
    and "I should".
    """
    i_will = i_will.strip().removeprefix("I will").strip()
    if not i_will:
        raise FollowupError("What will you do? Say it in a few words, then add it.")
    if i_will.casefold().startswith(("i should", "should ", "i must", "must ", "i'd like")):
        raise FollowupError("“I should” is not yet “I will”: say what you will do, or leave it.")
    if due_on is None:
        raise FollowupError(NO_DAY)
    if due_on < day:
        raise FollowupError(PAST)
    tables = note_session(tables, day)
    session: Any = session_on(tables, day)
    row = {
        "commitment_id": _next_id("c", tables.commitments["commitment_id"]),
        "session_id": session.session_id,
        "i_will": i_will,
        "due_on": due_on,
        "confidence": str(confidence),
        "smaller": smaller,
        "application_id": application_id,
    }
    return replace(tables, commitments=edits.append("commitments", tables.commitments, row))


def settle(
    tables: Tables,
    commitment_id: str,
    outcome: CommitmentOutcome,
    day: dt.date,
    new_day: dt.date | None = None,
) -> Tables:
    """Say what became of a commitment; a moved one stands again with its new day.

    Raises `FollowupError` when it is gone, or moved without a day, or to one before `day`.
    """
    if outcome == CommitmentOutcome.MOVED and new_day is None:
        raise FollowupError(NO_NEW_DAY)
    if outcome == CommitmentOutcome.MOVED and new_day is not None and new_day < day:
        raise FollowupError(PAST)
    cells = {"outcome": outcome, "settled_on": day}
    table = edits.with_cells(tables.commitments, "commitment_id", commitment_id, **cells)
    if outcome == CommitmentOutcome.MOVED:
        (old,) = rows_as(CommitmentRow, table[table["commitment_id"] == commitment_id])
        again = {
            "commitment_id": _next_id("c", table["commitment_id"]),
            "session_id": old.session_id,
            "i_will": old.i_will,
            "due_on": new_day,
            "confidence": old.confidence,
            "smaller": old.smaller,
            "application_id": old.application_id,
        }
        table = edits.append("commitments", table, again)
    return replace(tables, commitments=table)


def open_commitments(tables: Tables) -> pd.DataFrame:
    """Return the commitments nobody has settled yet, the next due first."""
    rows = tables.commitments
    return rows[rows["outcome"] == ""].sort_values(["due_on", "commitment_id"], ignore_index=True)


def since_last_time(now: Plan, tables: Tables) -> SinceLastTime:
    """Return what happened since the session before the day of the plan."""
    today = now.facts.today
    before = tables.sessions[tables.sessions["on"] < today]
    last = before["on"].max()
    past = now.facts.past
    since = past[past["on"] >= last] if pd.notna(last) else past.iloc[:0]
    earlier = tables.commitments[tables.commitments["session_id"].isin(before["session_id"])]
    settled = earlier["settled_on"]
    mine = past.loc[past["event"] == Event.I_PROMISED, "event_id"]
    owed = now.facts.owed
    return SinceLastTime(
        on=None if pd.isna(last) else last.date(),
        commitments=earlier[settled.isna() | (settled >= last)],
        sent=since[since["event"].isin(list(MESSAGES))],
        came_back=since[since["event"].isin(list(CAME_BACK))],
        own=since[since["event"].isin(list(OWN))],
        kept=since[(since["event"] == Event.KEPT) & since["refers_to"].isin(mine)],
        late=owed[owed["due_on"] < today],
    )


def _next_id(letter: str, ids: pd.Series) -> str:
    numbers = ids.str.extract(rf"^{letter}(\d+)$")[0].dropna().astype("int64")
    return f"{letter}{(numbers.max() if len(numbers) else 0) + 1:03d}"

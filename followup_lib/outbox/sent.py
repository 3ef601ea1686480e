"""The text as sent, kept in the search's folder `messages/`, one file for each message."""

import datetime as dt
from pathlib import Path

import pandas as pd

from followup_lib.advice.plan import Plan
from followup_lib.letters.draft import Draft
from followup_lib.outbox.email import Outgoing, Received, as_eml, read_received
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import PlanRow
from followup_lib.records.tables import Tables
from followup_lib.records.their_word import THEIR_MESSAGES


def outgoing(made: Draft, now: Plan, tables: Tables, folder: Path) -> Outgoing:
    """Return a draft as the message that leaves, signed, answering their last one on file."""
    return Outgoing(
        to=made.to,
        address=made.address if made.channel == "email" else "",
        subject=made.subject or "",
        body=made.body or "",
        sender=tables.settings.seeker.name,
        sender_address=tables.settings.seeker.email,
        answers=last_received(now, made.row, folder),
    )


def kept_message(
    out: Outgoing, on: dt.date, about: str, situation: str, tables: Tables, folder: Path
) -> tuple[str, bytes]:
    """Return the name and content of the file for a message sent on a day.

    The name is new in the timeline and in `folder`: 2026-03-16-acme-their-date-passed.eml.
    """
    taken = _taken(tables, folder)
    stem = edits.new_id(f"{on.isoformat()} {about[:40]} {situation}", taken)
    return f"{stem}.eml", as_eml(out, unsent=False)


def file_received(
    now: Plan, tables: Tables, row: PlanRow, data: bytes, folder: Path
) -> tuple[Tables, dict[str, bytes]]:
    """File a message of whom `row` is addressed to with the newest row of theirs; return both.

    Without such a row nothing is filed: nobody is said to have answered who did not.
    """
    rows = _theirs(now, row)
    if rows.empty:
        return tables, {}
    event_id = str(rows["event_id"].iloc[-1])
    taken = _taken(tables, folder)
    name = f"{edits.new_id(f'{row.application_id[:40]} their message', taken)}.eml"
    return edits.change_event(tables, event_id, message=name), {name: data}


def _taken(tables: Tables, folder: Path) -> set[str]:
    """Return the stems no new message may have: rows taken out leave their message behind."""
    named = (Path(name) for name in tables.timeline["message"] if name)
    return {path.stem for path in (*named, *(folder / "messages").glob("*"))}


def last_received(now: Plan, row: PlanRow, folder: Path) -> Received | None:
    """Return the newest message on file of whom `row` is addressed to, None for none."""
    for name in reversed(list(_theirs(now, row)["message"])):
        try:
            return read_received((folder / "messages" / Path(name).name).read_bytes())
        except (OSError, FollowupError):
            continue  # no file, or one that is gone or spoilt: the letter begins its own thread
    return None


def _theirs(now: Plan, row: PlanRow) -> pd.DataFrame:
    """Return what whom `row` is addressed to said in this application; of a reference, nothing.

    A row without a name is of the person the application writes to.
    """
    past = now.facts.past
    said = past["event"].isin(list(THEIR_MESSAGES)) & (past["application_id"] == row.application_id)
    if row.reference_id or not said.any():
        return past[:0]
    rows = past[said]
    who = rows["who"].mask(rows["who"] == "", str(now.facts.of(row.application_id)["to"]))
    return rows[[_folded(row.to) in map(_folded, names.split(";")) for names in who]]


def _folded(name: str) -> str:
    return name.strip().casefold()

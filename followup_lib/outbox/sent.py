"""The text as sent, kept in the search's folder `messages/`, one file for each message."""

import datetime as dt
from pathlib import Path

from followup_lib.advice.plan import Plan
from followup_lib.letters.draft import Draft
from followup_lib.outbox.email import Outgoing, Received, as_eml, read_received
from followup_lib.records import edits
from followup_lib.records.tables import FollowupError, Tables
from followup_lib.records.vocabulary import Event


def outgoing(made: Draft, now: Plan, tables: Tables, folder: Path) -> Outgoing:
    """Return a draft as the message that leaves, signed, answering their last one on file."""
    return Outgoing(
        to=made.to,
        address=made.address if made.channel == "email" else "",
        subject=made.subject or "",
        body=made.body or "",
        sender=tables.settings.seeker.name,
        sender_address=tables.settings.seeker.email,
        answers=last_received(now, made.row.application_id, folder),
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


THEIRS = (Event.HEARD_BACK, Event.THEY_PROMISED, Event.MOVED, Event.OFFER)
"""Rows a message of theirs may be filed with."""


def file_received(
    now: Plan, tables: Tables, application_id: str, data: bytes, folder: Path
) -> tuple[Tables, dict[str, bytes]]:
    """File a message of theirs with the newest row it may belong to; return it and the file.

    Without such a row nothing is filed: nobody is said to have answered who did not.
    """
    past = now.facts.past
    rows = past[(past["application_id"] == application_id) & past["event"].isin(list(THEIRS))]
    if rows.empty:
        return tables, {}
    event_id = str(rows["event_id"].iloc[-1])
    taken = _taken(tables, folder)
    name = f"{edits.new_id(f'{application_id[:40]} their message', taken)}.eml"
    return edits.change_event(tables, event_id, message=name), {name: data}


def _taken(tables: Tables, folder: Path) -> set[str]:
    """Return the stems no new message may have: rows taken out leave their message behind."""
    named = (Path(name) for name in tables.timeline["message"] if name)
    return {path.stem for path in (*named, *(folder / "messages").glob("*"))}


def last_received(now: Plan, application_id: str, folder: Path) -> Received | None:
    """Return the newest message of theirs that is on file for an application, None for none."""
    past = now.facts.past
    theirs = past[(past["application_id"] == application_id) & (past["message"] != "")]
    theirs = theirs[theirs["event"].isin(list(THEIRS))]
    for name in reversed(list(theirs["message"])):
        try:
            return read_received((folder / "messages" / Path(name).name).read_bytes())
        except (OSError, FollowupError):
            continue  # a file that is gone or spoilt: the letter begins a thread of its own
    return None

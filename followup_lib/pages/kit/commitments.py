"""What the client took on in a session: what is still open, and what became of it."""

import datetime as dt
from html import escape

from followup_lib.coaching import sessions
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import CommitmentRow, rows_as
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import CommitmentOutcome


def open_items(desk: Desk) -> list[dict[str, str]]:
    """Return what is not settled yet, the next due first.

    Each has `id`, `text`, `by` in words, `first`: the smaller step to begin with, or "", and `due`:
    "yes" once its day has come.
    """
    return [
        {
            "id": row.commitment_id,
            "text": f"I will {row.i_will}",
            "by": desk.day(row.due_on),
            "first": row.smaller,
            "due": "yes" if row.due_on <= desk.plan.facts.today else "",
        }
        for row in rows_as(CommitmentRow, sessions.open_commitments(desk.tables))
    ]


def as_words(item: dict[str, str]) -> str:
    """Return an open item as a sentence, escaped: what one will do, by when, and its first step."""
    by = f", by {item['by']}" if item["by"] else ""
    first = f". First: {item['first']}" if item["first"] else ""
    return f"<strong>{escape(item['text'])}</strong>{escape(by + first)}"


def new_day_at(item: dict[str, str]) -> str:
    """Return the name of the field for the new day of an open item."""
    return f"new_day_{item['id']}"


def settle(
    desk: Desk, item: dict[str, str], outcome: CommitmentOutcome, new_day: dt.date | None = None
) -> str:
    """Say what became of an open item, and return it in words; a moved one needs its new day.

    Raises `FieldError` at `new_day_at` for a day that is missing or past.
    """
    text, today = item["text"], desk.today

    def change(tables: Tables) -> Tables:
        try:
            return sessions.settle(tables, item["id"], outcome, today, new_day)
        except FollowupError as lacks:
            if str(lacks) in sessions.OF_DAYS:
                raise FieldError(str(lacks), new_day_at(item)) from lacks
            raise

    desk.edit(f"note how it went with “{text}”", change)
    if outcome == CommitmentOutcome.DONE:
        return f"Done: {text}. Well done."
    if outcome == CommitmentOutcome.MOVED:
        return f"Moved to {desk.day(new_day)}: {text}."
    return f"Not done, and you said so: {text}. What would make it smaller?"

"""How far today's list is worked through, and which row comes next."""

from typing import Any, NamedTuple

from followup_lib.forms.desk import Desk, key_of, page_of
from followup_lib.plan import TODAY
from followup_lib.vocabulary import Event

MESSAGES = [
    *(Event.WROTE, Event.CALLED, Event.LEFT_VOICEMAIL, Event.NO_ANSWER, Event.THANKED),
    *(Event.REFERENCE_BRIEFED, Event.REFERENCE_CHECKED_IN, Event.REFERENCE_THANKED),
]
"""What counts as done when it was logged for today."""


class NextDue(NamedTuple):
    """A row of today's list: the words of its button, the page that writes it, and its key."""

    label: str
    page: str
    key: str


def done_and_left(desk: Desk) -> tuple[int, int]:
    """Return how many people were written to or called today, and how many rows are left."""
    t = desk.tables.timeline
    mine = t[t["event"].isin(MESSAGES) & (t["on"] == desk.plan.facts.today)]
    return len(mine.drop_duplicates(["application_id", "who"])), int(_due(desk).sum())


def progress(desk: Desk) -> str:
    """Return in words how far today's list is worked through, "" when there is none."""
    done, left = done_and_left(desk)
    if not done:
        return f"{left} on today’s list" if left else ""
    return f"{done} done today, {left} to go" if left else f"{done} done today, nothing left"


def next_due(desk: Desk) -> NextDue | None:
    """Return the row of today's list after the chosen one, else its first; None when none is left.

    The chosen row itself is never the next.
    """
    rows: list[Any] = list(desk.plan.rows[_due(desk)].itertuples())
    keys = [key_of(row) for row in rows]
    place = keys.index(desk.chosen) if desk.chosen in keys else -1
    after = [*rows[place + 1 :], *rows[: max(place, 0)]]
    if not after:
        return None
    row = after[0]
    subject = "" if row.reference_id else f" ({desk.title(row.application_id)})"
    return NextDue(f"Next: {desk.verb(row)}{subject}", page_of(row.situation), key_of(row))


def _due(desk: Desk) -> Any:
    return desk.plan.rows["when"] == TODAY

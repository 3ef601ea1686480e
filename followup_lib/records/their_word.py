"""The events by which they have spoken, in sets: each says what it leaves out, and why."""

from followup_lib.records.vocabulary import MEETINGS, Event

THEY_SPOKE = frozenset(
    {*MEETINGS, Event.HEARD_BACK, Event.INTERVIEW_PLANNED, Event.REFERENCE_CHECK, Event.OFFER}
    | {Event.THEY_PROMISED, Event.ON_HOLD, Event.RESUMED, Event.REJECTED, Event.THEY_CANCELED}
)
"""They have spoken, in whatever way: a count of unanswered messages starts anew (W4)."""

THEIR_DAY_KEPT = (
    THEY_SPOKE
    - {*MEETINGS, Event.INTERVIEW_PLANNED, Event.OFFER, Event.THEY_PROMISED}
    - {Event.THEY_CANCELED}
)
"""The answer that a day of theirs promised; what is left out overtakes or replaces that day."""

CONTACT_RESULTS = THEY_SPOKE - {Event.THEY_PROMISED, Event.RESUMED}
"""What came of a contact, as an office reads it: a date, or a hold that ended, is no result."""

WAIT_ENDED = CONTACT_RESULTS - {*MEETINGS} | {Event.ACCEPTED, Event.DECLINED}
"""What one waits for after a talk: no other talk, and an offer answered was an offer made."""

IN_THEIR_WAY = CONTACT_RESULTS - {*MEETINGS, Event.REFERENCE_CHECK} | {Event.MOVED}
"""Rows whose channel shows how they like to write: not a talk, nor a call to a reference."""

THEIR_MESSAGES = (Event.HEARD_BACK, Event.THEY_PROMISED, Event.MOVED, Event.OFFER)
"""Rows a message of theirs may be filed with: those an answer of one's own may follow."""

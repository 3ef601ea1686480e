"""What a coach keeps of a client, where, and until when: said before they begin, and on the way."""

import datetime as dt
from pathlib import Path

from followup_lib.coaching.places import place
from followup_lib.records.dates import MONTHS
from followup_lib.records.settings import Coaching

KEPT = (
    "your applications and what happened, the people you met there and your references, the "
    "messages you sent, our sessions, and what you took on"
)
RIGHTS = (
    "Nothing is sent anywhere. Any day you can have a copy of all of it, have it corrected, or "
    "have it removed."
)


def consent_note(folder: Path) -> list[str]:
    """Return the sentences said before coach and client begin; `folder` is that of the search."""
    return [
        f"What your coach keeps: {KEPT}.",
        f"Where: in the folder {folder} {place().here}. A coach’s private notes, if there are "
        "any, are kept apart from it.",
        RIGHTS,
    ]


def agreed(coaching: Coaching) -> str:
    """Return what was agreed on, as it stands on a copy and on the page that goes home; "" before.

    >>> agreed(Coaching(dt.date(2026, 3, 9), dt.date(2026, 9, 30))).split(", on the")[0]
    'As agreed on March 9, 2026, your coach keeps your job search until September 30, 2026'
    """
    if not (coaching.agreed_on and coaching.keep_until):
        return ""
    days = (coaching.agreed_on, coaching.keep_until)
    on, until = (f"{MONTHS[day.month - 1]} {day.day}, {day.year}" for day in days)
    return (
        f"As agreed on {on}, your coach keeps your job search until {until}, {place().coachs}. "
        f"{RIGHTS}"
    )


def asks(coaching: Coaching, today: dt.date) -> bool:
    """Tell whether client and coach have to agree, for the first time or anew."""
    return coaching.keep_until is None or coaching.keep_until < today

"""The rows a question is about, in words: what each of them would become."""

from collections.abc import Sequence

from followup_lib.exchange.entries import Entry, Happened
from followup_lib.records.dates import listing, short_day
from followup_lib.records.vocabulary import CLOSED, MEETINGS, MESSAGES, Event, words

QUOTED = 6
"""Rows quoted where a yes would make each of them something else."""
LONGEST = 100
"""Letters of each of them."""
_HAPPENED = (*MEETINGS, *CLOSED, *MESSAGES, Event.NO_ANSWER, Event.THANKED, Event.HEARD_BACK)


def in_words(entry: Entry, cell: str) -> str:
    """Return the names of a row with a cell of it, or what it would tell."""
    names = (entry.values.get("company", ""), entry.values.get("job_title", ""))
    return ", ".join(filter(None, (*names, cell)))


def quoted(rows: Sequence[tuple[Entry, str]]) -> str:
    """Return what rows would tell, the first `QUOTED` in words, of the others where they are."""
    shown = [in_words(entry, cell) for entry, cell in rows[:QUOTED]]
    if len(rows) > 1:
        shown = [each if len(each) <= LONGEST else f"{each[: LONGEST - 1]}…" for each in shown]
    more = sorted({entry.row for entry, _ in rows[QUOTED:]})
    where = f"row{'s' * (len(more) > 1)} {listing([str(row) for row in more])}"
    left = [f"and {len(rows) - QUOTED} more, in {where}"] if more else []
    return "; ".join([*shown, *left])


def as_offered(new: Happened) -> str:
    """Return the words of what a row would tell, and its day."""
    past = new.event in _HAPPENED
    on = new.due_on or (new.on if past else None)
    read = ", ".join([*([words(new.event)] if past else []), *([short_day(on, on)] if on else [])])
    return ": ".join(filter(None, (f"“{new.said}”" if new.said else "", read)))

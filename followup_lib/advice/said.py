"""What was said about a day where the tables hold none: read here, for all that is advised.

"By Friday" counts like a day on file, from the day it was said on: whatever today is, it is the
same Friday. A person confirms it, or says that no day was named.
"""

import datetime as dt
from collections.abc import Hashable
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from followup_lib.reading.answer_by import answer_words
from followup_lib.reading.day_words import split_day
from followup_lib.reading.promises import read_promise
from followup_lib.reading.said import read_said, tells_no_day
from followup_lib.reading.understood import Understood
from followup_lib.records.rows import EventRow, rows_as
from followup_lib.records.settings import Calendar
from followup_lib.records.vocabulary import PROMISES, Certainty, Event
from followup_lib.records.workdays import workdays

NONE = "none"
"""How sure a reading is that there is no day: the words say so plainly, or the person did."""


class SaidRow(NamedTuple):
    """A row of timeline.csv with words about a day and no day.

    `words` are those about the day; `sure` is as in `Understood`, or `NONE`; `due_on` is the day
    they were read as, None when they are to be asked about.
    """

    event_id: str
    event: str
    words: str
    sure: str
    due_on: dt.date | None

    @property
    def asks(self) -> bool:
        """Tell whether a person is to say which day was meant, or that the reading is right."""
        return self.sure != NONE


@lru_cache(1 << 16)
def read_words(
    words: str, on: dt.date, calendar: Calendar, *, of_anything: bool = False
) -> Understood[dt.date]:
    """Read words said on a day by a search's workdays and the order of its day and month.

    `of_anything` is as in `read_said`. Where the country and the locale order day and month
    differently, 3/12 is unclear.

    >>> read_words("within 10 business days", dt.date(2026, 5, 18), Calendar()).fact
    datetime.date(2026, 6, 2)
    >>> read_words("by 3/12", dt.date(2026, 3, 5), Calendar("GB", locale="en_GB")).fact
    datetime.date(2026, 12, 3)
    >>> read_words("by 3/12", dt.date(2026, 3, 5), Calendar("GB")).sure
    'unclear'
    """
    days = workdays(calendar, on.year, on.year + 2)
    orders = month_first(calendar) if "/" in words else {True}
    found = [
        read_said(words, on, days, month_first=first, of_anything=of_anything) for first in orders
    ]
    same = len({reading.fact for reading in found}) == 1
    return found[0] if same else Understood(None, "unclear", left=words)


def month_first(calendar: Calendar) -> set[bool]:
    """Return how 3/12 is read in a search's locale and in its country, if that is another way."""
    from babel import Locale, UnknownLocaleError  # slow to import

    orders = set()
    for name in (calendar.locale, f"und_{calendar.country}"):
        try:
            pattern = Locale.parse(name).date_formats["short"].pattern
        except (ValueError, UnknownLocaleError):
            continue
        orders.add(pattern.index("M") < pattern.index("d"))
    return orders or {True}


def day_words(event: str, said: str) -> str:
    """Return the words about a day: all that they said, and of one's own promise what follows it.

    Of an offer they are those about when to answer, not a first day of work.

    >>> day_words("i_promised", "I'd email you my portfolio by Tuesday")
    'by Tuesday'
    >>> day_words("offer", "need to tell them by 12/4"), day_words("offer", "start on May 4")
    ('by 12/4', '')
    """
    if event == Event.OFFER:
        return answer_words(said)
    if event != Event.I_PROMISED:
        return said
    promise = read_promise(said)
    return split_day(said)[1] if promise.fact is None else promise.left


def with_days_read(
    timeline: pd.DataFrame, calendar: Calendar
) -> tuple[pd.DataFrame, dict[str, SaidRow]]:
    """Return a timeline with the days its words mean, and by event_id the rows read for one.

    `timeline` is settled. Read are promises of either side, their moves, holds, and offers; of the
    last also days an import has read, until somebody confirms them. A day read is `about` when the
    words are, else `inferred`.
    """
    bare = np.isnat(timeline["due_on"].to_numpy()) & (timeline["said"] != "").to_numpy()
    rows = timeline[bare]
    moved = rows["event"] == Event.MOVED
    if moved.any():
        of = timeline["event_id"][timeline["event"].isin(list(PROMISES))]
        moved &= rows["refers_to"].isin(of)
    rows = rows[moved | rows["event"].isin([*PROMISES, Event.ON_HOLD, Event.OFFER])]
    events = zip(rows.index, rows_as(EventRow, rows), strict=True)
    read = {place: row for place, event in events if (row := _read(event, calendar))}
    read |= _read_at_import(timeline)
    days = {place: row.due_on for place, row in read.items() if row.due_on}
    if days:
        due, certainty = timeline["due_on"].copy(), timeline["certainty"].copy()
        due.loc[list(days)] = pd.to_datetime(list(days.values()))
        vague = [read[place].sure == Certainty.ABOUT for place in days]
        certainty.loc[list(days)] = np.where(vague, Certainty.ABOUT.value, Certainty.INFERRED.value)
        timeline = timeline.assign(due_on=due, certainty=certainty)
    return timeline, {row.event_id: row for row in read.values()}


def _answer(row: EventRow) -> str:
    return answer_words(row.said) or row.said


def _read_at_import(timeline: pd.DataFrame) -> dict[Hashable, SaidRow]:
    """Return the offers whose day to answer was read from a note, which nobody has confirmed."""
    inferred = (timeline["certainty"] == Certainty.INFERRED) & (timeline["said"] != "")
    rows = timeline[inferred & (timeline["event"] == Event.OFFER) & timeline["due_on"].notna()]
    return {
        place: SaidRow(row.event_id, row.event, _answer(row), "inferred", row.due_on.date())
        for place, row in zip(rows.index, rows_as(EventRow, rows), strict=True)
    }


def _read(row: EventRow, calendar: Calendar) -> SaidRow | None:
    """Return what a row was read as, None when nothing in it is about a day."""
    words = day_words(row.event, row.said).strip()
    if not words:
        return None
    if row.certainty == Certainty.NO_DAY or tells_no_day(words):
        return SaidRow(row.event_id, row.event, words, NONE, None)
    if pd.isna(row.on):
        return SaidRow(row.event_id, row.event, words, "unclear", None)
    reading = read_words(words, row.on.date(), calendar)
    return SaidRow(row.event_id, row.event, words, reading.sure, reading.fact)

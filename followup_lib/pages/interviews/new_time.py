"""The day and time of a talk that lies ahead, planned anew or in place of another."""

import datetime as dt
from collections.abc import Callable
from typing import Any, NamedTuple

from followup_lib.advice.talk_reasons import at_time
from followup_lib.pages.kit.choices import time_typed
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.records import edits
from followup_lib.records.dates import short_day
from followup_lib.records.rows import EventRow
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import Event


class NewTime(NamedTuple):
    """When a talk is to be: its day, its time as HH:MM ("" for none), and both in words."""

    day: dt.date
    at: str
    words: str

    def logged(
        self, application_id: str, plan: EventRow | None, on: dt.date, **cells: Any
    ) -> Callable[[Tables], Tables]:
        """Return the change that logs it on a day, in place of `plan` when there is one."""
        cells |= {"due_on": self.day, "at": self.at}
        if plan is None:
            event = Event.INTERVIEW_PLANNED
        else:
            event, cells = Event.MOVED, cells | {"refers_to": plan.event_id}
        return lambda tables: edits.log(tables, application_id, event, on, **cells)


def talk_ahead_of(desk: Desk, day: dt.date | None, at: str) -> NewTime:
    """Return day and time as filled in at `day` and `at`; raises `FieldError` for one not ahead."""
    if day is None:
        raise FieldError("What day is the interview? Choose the day.", "day")
    words = short_day(day, desk.today)
    if day < desk.today:
        raise FieldError(f"{words} has passed: log it under “Afterward”.", "day")
    time = time_typed(at)
    return NewTime(day, time, words + at_time(time))

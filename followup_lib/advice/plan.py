"""The plan: for every application one next action or rest, with whom, how, when, and why."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from followup_lib.advice.facts import Facts, facts
from followup_lib.advice.one_a_day import asks, one_message_a_person
from followup_lib.advice.plan_rows import (
    NOTHING,
    application_rows,
    promise_rows,
    reference_rows,
    texts_of,
)
from followup_lib.advice.put_off import put_off
from followup_lib.advice.reasons import heading, reason
from followup_lib.advice.references import reference_actions
from followup_lib.advice.shown import Shown, as_html, in_short
from followup_lib.advice.standing import first_known, one_of
from followup_lib.advice.talk_reasons import at_time
from followup_lib.advice.windows import View, view_of
from followup_lib.records.dates import short_day
from followup_lib.records.rows import PlanRow, rows_as
from followup_lib.records.situations import Situation
from followup_lib.records.tables import Tables
from followup_lib.records.timeline import Columns
from followup_lib.records.vocabulary import words

COMING_UP = np.timedelta64(7, "D")
"""Calendar days that "coming up" looks ahead."""

TYPES = {
    name: {str: "str", bool: "bool"}.get(kind, "datetime64[s]")
    for name, kind in PlanRow.__annotations__.items()
    if name != "reason"
}
"""The columns of a plan and their types."""
RANK = {situation: rank for rank, situation in enumerate(Situation)}
TODAY, SOON, RESTING = "today", "coming_up", "rest"
OWED = (Situation.PROMISE_DUE, Situation.OFFER_TO_ANSWER)
"""What the person owes: only that can be late, and what is late comes first."""


@dataclass(frozen=True, eq=False, repr=False)
class Plan:
    """What is advised on one day: `rows`, the most urgent first, from the `facts` of that day.

    In a notebook it shows today's list. `today`, `coming_up`, `at_rest` and `table` are tables with
    the columns told at `table`; `PlanRow` says what each means.
    """

    rows: pd.DataFrame
    facts: Facts
    view: View

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Plan)
            and self.rows.equals(other.rows)
            and self.facts == other.facts
            and self.view.n == other.view.n
        )

    def __repr__(self) -> str:
        first = self._shown(self.rows[self.rows["when"] == TODAY].head(1))
        return "\n".join(in_short(self.facts.today.date(), self._counts, first))

    def _repr_html_(self) -> str:
        return as_html(self.facts.today.date(), self._counts, self._shown(self.today))

    @property
    def _counts(self) -> list[int]:
        return [int((self.lists == when).sum()) for when in (TODAY, SOON, RESTING)]

    def _shown(self, rows: pd.DataFrame) -> list[Shown]:
        return [
            Shown(
                self.title(row.application_id) or row.to,
                heading(row.situation),
                f"{row.to} ({words(row.channel)})" if row.channel else row.to,
                row.reason,
            )
            for row in rows_as(PlanRow, rows)
        ]

    @property
    def today(self) -> pd.DataFrame:
        """Return what to do today, with a `reason` (str): a sentence or two each."""
        return self.listed(TODAY)

    @property
    def coming_up(self) -> pd.DataFrame:
        """Return what opens, and the interviews planned, within a week, with a `reason` (str)."""
        return self.listed(SOON)

    @property
    def at_rest(self) -> pd.DataFrame:
        """Return what waits or has ended, with a `reason` (str)."""
        return self.listed(RESTING)

    @property
    def table(self) -> pd.DataFrame:
        """Return every row, the most urgent first, without reasons: wording those takes long.

        str: `application_id`, `reference_id`, `promise_id`, `situation`, `rule`, `to`, `email`,
        `phone`, `wish`, `channel`, `when`, `after`, `template`, `at`; bool: `may_rest`, `put_off`;
        datetime64[s]: `earliest_on`, `due_on`, `listed_on`, `planned_on`.
        """
        return self.rows.copy(deep=False)

    @property
    def first(self) -> PlanRow | None:
        """Return the most urgent row of today's list, None when there is nothing to do today."""
        rows = self.rows[self.rows["when"] == TODAY].head(1)
        return next(iter(rows_as(PlanRow, self._reasoned(rows))), None)

    def title(self, application_id: str) -> str:
        """Return company and position of an application in one line."""
        f = self.facts.applications
        if application_id not in f.index:
            return application_id
        names = (str(f.loc[application_id, name]) for name in ("company", "job_title"))
        return ", ".join(filter(None, names))

    def listed(self, *whens: str) -> pd.DataFrame:
        """Return the rows of these lists with a `reason` column: one sentence or two each."""
        return self._reasoned(self.rows[self.lists.isin(whens)])

    def of(self, application_id: str) -> pd.DataFrame:
        """Return the rows of one application, with reasons."""
        return self._reasoned(self.rows[self.rows["application_id"] == application_id])

    @property
    def late(self) -> pd.Series:
        """Tell of each row whether it is late: owed, and its day has passed."""
        return pd.Series(_late(self.rows, self.facts.today), self.rows.index)

    @property
    def lists(self) -> pd.Series:
        """Return the list each row stands on: its `when`; a talk within a week is coming up."""
        rests = self.rows["situation"] == Situation.REST
        talks = self.rows["application_id"].isin(list(self._talks))
        return self.rows["when"].mask(rests & talks, SOON)

    def talk_ahead(self, row: PlanRow) -> str:
        """Return day and time of the interview within a week a row rests for, "" for none."""
        return self._talks.get(row.application_id, "") if row.situation == Situation.REST else ""

    @cached_property
    def _talks(self) -> dict[str, str]:
        f, today = self.facts.applications, self.facts.today
        near = f[self.view.live & (f["ahead_on"] <= today + COMING_UP)]
        return {
            str(job): short_day(day.date(), today.date()) + at_time(time)
            for job, day, time in zip(near.index, near["ahead_on"], near["ahead_at"], strict=True)
        }

    @property
    def order(self) -> list[str]:
        """Return the applications, those with the most urgent row first."""
        own = self.rows[self.rows["reference_id"] == ""]
        return list(own["application_id"].unique())

    def next_steps(self) -> pd.DataFrame:
        """Return the most urgent row of each application, references aside, with reasons."""
        own = self.rows[self.rows["reference_id"] == ""]
        return self._reasoned(own.drop_duplicates("application_id"))

    def _reasoned(self, rows: pd.DataFrame) -> pd.DataFrame:
        return rows.assign(reason=[reason(row, self.view) for row in rows_as(PlanRow, rows)])

    @property
    def live(self) -> pd.Series:
        """Tell of each application whether anything is still asked of the employer."""
        return pd.Series(self.view.live, self.facts.applications.index)

    @property
    def for_day(self) -> dt.date:
        """Return the workday that status messages listed now are meant for."""
        return self.facts.days.one_after(self.facts.today.date(), 0).date()


def _late(rows: Any, today: pd.Timestamp) -> np.ndarray:
    """Return which rows are late; `rows` has its columns by their names."""
    late = (rows["when"] == TODAY) & one_of(rows["situation"], OWED) & (rows["due_on"] < today)
    return np.asarray(late)


def plan(tables: Tables, today: dt.date) -> Plan:
    """Decide for every application, open promise and reference what comes next (guidance §2)."""
    known = facts(tables, today)
    view = view_of(known, tables.settings.pace)
    live = pd.Series(view.live, known.applications.index)
    parts = [
        application_rows(view),
        promise_rows(view),
        reference_rows(reference_actions(known, tables, live)),
    ]
    decided = {name: np.concatenate([part[name] for part in parts]) for name in NOTHING}
    decided = _on_workdays(one_message_a_person(put_off(decided, known), view), known)
    return Plan(_listed(decided, known.today), known, view)


def _on_workdays(rows: Columns, known: Facts) -> Columns:
    """Let status messages open on workdays only; on a day off, open ones wait for the next."""
    days = rows["earliest_on"]
    workday = known.days.on_or_after(days).astype("datetime64[s]")
    today, next_workday = (
        np.datetime64(day.date(), "s")
        for day in (known.today, known.days.one_after(known.today.date(), 0))
    )
    waits = (workday <= today) & (next_workday > today)
    workday = np.where(waits, next_workday, workday)
    return rows | {"earliest_on": np.where(asks(rows), workday, days)}


def _listed(rows: Columns, today: pd.Timestamp) -> pd.DataFrame:
    """Say on which list each row stands, and sort them, the most urgent first."""
    day = np.datetime64(today.date(), "s")
    opens = first_known(rows["listed_on"], rows["earliest_on"])
    act = rows["situation"] != Situation.REST
    when = np.select([act & (opens <= day), act & (opens <= day + COMING_UP)], [0, 1], 2)
    urgency = np.array([RANK[situation] for situation in rows["situation"]], int)
    keys = ["due_on", "earliest_on", "application_id", "reference_id", "promise_id"]
    lists = texts_of([TODAY, SOON, RESTING])[when]
    late = _late(rows | {"when": lists}, today)
    order = np.lexsort([*(rows[name] for name in reversed(keys)), urgency, ~late, when])
    rows = rows | {"when": lists, "listed_on": opens, "planned_on": np.full(len(when), day)}
    listed = pd.DataFrame({name: rows[name][order] for name in TYPES})
    return listed if len(listed) else listed.astype(TYPES)  # of no texts pandas sees no type

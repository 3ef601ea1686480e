"""The plan: for every application one next action or rest, with whom, how, when, and why."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from followup_lib.advice.facts import Facts, facts
from followup_lib.advice.people import REACH
from followup_lib.advice.put_off import put_off
from followup_lib.advice.reasons import heading, reason
from followup_lib.advice.references import ACTION, Action, reference_actions
from followup_lib.advice.rules import RULES, URGENCY
from followup_lib.advice.shown import Shown, as_html, in_short
from followup_lib.advice.windows import View, view_of
from followup_lib.reading.promises import is_contact
from followup_lib.records.rows import PlanRow, rows_as
from followup_lib.records.tables import Tables
from followup_lib.records.timeline import NO_DAY
from followup_lib.records.vocabulary import (
    STATUS_SITUATIONS,
    Situation,
    Status,
    words,
)

COMING_UP = 7
"""Calendar days that "coming up" looks ahead."""

TYPES = {
    name: {str: "str", bool: "bool"}.get(kind, "datetime64[s]")
    for name, kind in PlanRow.__annotations__.items()
    if name != "reason"
}
"""The columns of a plan and their types."""
RANK = {situation: rank for rank, situation in enumerate(URGENCY)}
TODAY, SOON, RESTING = "today", "coming_up", "rest"
ON_ITS_DAY = "Get it ready; it goes on that day"
EARLY = "A thing owed may go early"


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
        return [int((self.rows["when"] == when).sum()) for when in (TODAY, SOON, RESTING)]

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
        """Return what opens within a week, with a `reason` (str)."""
        return self.listed(SOON)

    @property
    def at_rest(self) -> pd.DataFrame:
        """Return what waits or has ended, with a `reason` (str)."""
        return self.listed(RESTING)

    @property
    def table(self) -> pd.DataFrame:
        """Return every row, the most urgent first, without reasons: wording those takes long.

        str: `application_id`, `reference_id`, `promise_id`, `situation`, `rule`, `to`, `email`,
        `phone`, `wish`, `channel`, `when`, `after`, `template`; bool: `may_rest`, `put_off`;
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
        return self._reasoned(self.rows[self.rows["when"].isin(whens)])

    def of(self, application_id: str) -> pd.DataFrame:
        """Return the rows of one application, with reasons."""
        return self._reasoned(self.rows[self.rows["application_id"] == application_id])

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


def plan(tables: Tables, today: dt.date) -> Plan:
    """Decide for every application, open promise and reference what comes next (guidance §2)."""
    known = facts(tables, today)
    view = view_of(known, tables.settings.pace)
    live = pd.Series(view.live, known.applications.index)
    rows = [_decide(view), _promises(view), _references(reference_actions(known, tables, live))]
    decided = pd.concat([part for part in rows if len(part)] or rows[:1], ignore_index=True)
    decided = _on_workdays(_one_message_a_person(put_off(decided, known), view), known)
    return Plan(_listed(decided, known.today), known, view)


def _decide(view: View) -> pd.DataFrame:
    """Apply `RULES` to every application: the first that fits."""
    chosen = np.select([rule.when(view) for rule in RULES], np.arange(len(RULES)), -1)
    earliest = np.full(len(chosen), NO_DAY)
    due = earliest.copy()
    for place, rule in enumerate(RULES):
        here = chosen == place
        if here.any() and rule.earliest:
            earliest[here] = rule.earliest(view)[here]
        if here.any() and rule.due:
            due[here] = rule.due(view)[here]
    return _rows(
        application_id=view.facts.applications.index,
        situation=_texts([rule.situation.value for rule in RULES])[chosen],
        rule=_texts([rule.id for rule in RULES])[chosen],
        to=view.to,
        email=view.email,
        phone=view.phone,
        wish=view.wish,
        channel=view.way,
        earliest_on=earliest,
        due_on=due,
        key=view.to_key,
        template=_texts([rule.reason for rule in RULES])[chosen],
        may_rest=view.may_rest,
    )


def _rows(**columns: Any) -> pd.DataFrame:
    """Return rows of a plan; what is not named is "", no day, or False."""
    texts = dict.fromkeys(("application_id", "reference_id", "promise_id", "key", "template"), "")
    days = {"due_on": NO_DAY, "listed_on": NO_DAY}
    return pd.DataFrame({**texts, **days, "may_rest": False, **columns})


def _texts(texts: list[str]) -> np.ndarray:
    return np.array(texts, dtype=object)


def _promises(view: View) -> pd.DataFrame:
    """One row per promise the seeker still owes; it stays until kept, moved or dropped (P1-P3).

    A thing may go early; a promised contact goes on its day, and is listed on the eve to get ready.
    """
    f, owed = view.facts.applications, view.facts.owed
    alive = f.index[view.live | (view.status == Status.NO_RESPONSE)]
    owed = owed[owed["application_id"].isin(alive)]
    contact = np.array([*map(is_contact, owed["said"], owed["channel"])], bool)
    due = owed["due_on"].to_numpy()
    lead = np.where(contact, view.n["reminder_contact"], view.n["reminder_thing"])
    listed = np.minimum(view.facts.days.before(due, lead).astype("datetime64[s]"), due)
    return _rows(
        application_id=owed["application_id"].to_numpy(),
        promise_id=owed["event_id"].to_numpy(),
        situation=Situation.PROMISE_DUE.value,
        rule=np.where(owed["dated"], "P1", "P2"),
        to=owed["to"].to_numpy(),
        **{column: owed[column].to_numpy() for column in REACH},
        channel=owed["way"].to_numpy(),
        earliest_on=np.where(contact, due, listed),
        due_on=due,
        listed_on=listed,
        template=np.where(contact, ON_ITS_DAY, EARLY),
    )


def _references(actions: list[Action]) -> pd.DataFrame:
    """Return what is to be said to references, as rows of the plan."""
    columns = {name: [action[name] for action in actions] for name in ACTION}
    days = pd.Series(columns["earliest_on"], dtype="datetime64[s]")
    return _rows(**columns | {"earliest_on": days})


def _one_message_a_person(rows: pd.DataFrame, view: View) -> pd.DataFrame:
    """Of several status messages open for one person, keep the first; the others rest (W4)."""
    rows = rows.assign(after="")
    open_ = rows[_asks(rows) & (rows["earliest_on"] <= view.facts.today)]
    open_ = open_[open_.duplicated("key", keep=False)]
    if open_.empty:
        return rows
    order = open_["situation"].map(RANK)
    open_ = open_.assign(order=order).sort_values(["order", "earliest_on", "application_id"])
    first = open_.drop_duplicates("key").set_index("key")["application_id"]
    later = open_[open_.duplicated("key")]
    rows.loc[later.index, "after"] = first.reindex(later["key"]).to_numpy()
    rows.loc[later.index, ["situation", "rule"]] = [Situation.REST.value, "W4"]
    rows.loc[later.index, "earliest_on"] = view.horizon
    return rows


def _asks(rows: pd.DataFrame) -> pd.Series:
    return rows["situation"].isin(list(STATUS_SITUATIONS))


def _on_workdays(rows: pd.DataFrame, known: Facts) -> pd.DataFrame:
    """Let status messages open on workdays only; on a day off, open ones wait for the next."""
    days = rows["earliest_on"].to_numpy()
    workday = known.days.on_or_after(days).astype("datetime64[s]")
    today, next_workday = (
        np.datetime64(day.date(), "s")
        for day in (known.today, known.days.one_after(known.today.date(), 0))
    )
    waits = (workday <= today) & (next_workday > today)
    workday = np.where(waits, next_workday, workday)
    return rows.assign(earliest_on=np.where(_asks(rows), workday, days))


def _listed(rows: pd.DataFrame, today: pd.Timestamp) -> pd.DataFrame:
    """Say on which list each row stands, and sort them, the most urgent first."""
    opens = rows["listed_on"].fillna(rows["earliest_on"])
    act = rows["situation"] != Situation.REST
    week = today + pd.Timedelta(days=COMING_UP)
    when = np.select([act & (opens <= today), act & (opens <= week)], [0, 1], 2)
    rows = rows.assign(when=np.array([TODAY, SOON, RESTING], dtype=object)[when], rank=when)
    rows = rows.assign(planned_on=today, listed_on=opens, order=rows["situation"].map(RANK))
    keys = ["rank", "order", "due_on", "earliest_on", "application_id", "reference_id"]
    rows = rows.sort_values([*keys, "promise_id"], ignore_index=True)
    return rows[list(TYPES)].astype(TYPES)

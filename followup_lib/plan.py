"""The plan: for every application one next action or rest, with whom, how, when, and why."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from followup_lib.facts import Facts, facts
from followup_lib.reasons import reason
from followup_lib.references import reference_actions
from followup_lib.rules import RULES, URGENCY, View
from followup_lib.tables import Tables, look_up
from followup_lib.vocabulary import (
    REFERENCE_SITUATIONS,
    STATUS_SITUATIONS,
    Channel,
    Event,
    Situation,
)

COMING_UP = 7
"""Calendar days that "coming up" looks ahead."""

COLUMNS = (
    *("application_id", "reference_id", "promise_id", "situation", "rule", "to", "channel"),
    *("earliest_on", "due_on", "when", "may_rest"),
)
TODAY, SOON, RESTING = "today", "coming_up", "rest"
CONTACTS = (Channel.PHONE, Channel.TEXT)
"""A promise by one of these is to be in touch; by the others, of a thing when one is named."""
ON_ITS_DAY = "Get it ready; it goes on that day"
EARLY = "A thing owed may go early"


@dataclass(frozen=True)
class Plan:
    """What is advised on one day.

    `rows` has the columns `COLUMNS`, most urgent first: ids, situation, rule, to and channel are
    text, `earliest_on` and `due_on` are `datetime64[s]`, `when` is today, coming_up or rest;
    `may_rest` tells that enough days have passed to suggest letting the application rest.
    """

    rows: pd.DataFrame
    facts: Facts
    view: View

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
        return rows.assign(reason=[reason(row, self.view) for row in rows.itertuples()])

    @property
    def for_day(self) -> dt.date:
        """Return the workday that status messages listed now are meant for."""
        return self.facts.days.one_after(self.facts.today.date(), 0).date()


def plan(tables: Tables, today: dt.date) -> Plan:
    """Decide for every application, open promise and reference what comes next (guidance §2)."""
    known = facts(tables, today)
    view = View(known, tables.settings.pace)
    rows = pd.concat(
        [_decide(view), _promises(view), reference_actions(known, tables, view)], ignore_index=True
    )
    rows = _put_off(rows.assign(may_rest=rows["may_rest"].eq(True)), known)
    rows = _one_message_a_person(rows, view)
    rows = _on_workdays(rows, known)
    rows["listed_on"] = rows["listed_on"].fillna(rows["earliest_on"])
    soon = known.today + pd.Timedelta(days=COMING_UP)
    act = rows["situation"] != Situation.REST
    rows["when"] = np.select(
        [act & (rows["listed_on"] <= known.today), act & (rows["listed_on"] <= soon)],
        [TODAY, SOON],
        RESTING,
    )
    order = pd.Categorical(rows["situation"], list(URGENCY), ordered=True)
    keys = ["when_rank", "order", "due_on", "earliest_on", "application_id", "reference_id"]
    rows = rows.assign(order=order, when_rank=rows["when"].map({TODAY: 0, SOON: 1, RESTING: 2}))
    rows = rows.sort_values([*keys, "promise_id"], ignore_index=True)
    return Plan(rows, known, view)


def _decide(view: View) -> pd.DataFrame:
    """Apply `RULES` to every application: the first that fits."""
    index = view.f.index
    chosen = np.select(
        [np.asarray(rule.when(view), bool) for rule in RULES], np.arange(len(RULES)), -1
    )
    earliest = np.full(len(index), np.datetime64("NaT", "s"))
    due = earliest.copy()
    for place, rule in enumerate(RULES):
        here = chosen == place
        if here.any() and rule.earliest:
            earliest[here] = rule.earliest(view).to_numpy()[here]
        if here.any() and rule.due:
            due[here] = rule.due(view).to_numpy()[here]
    rule_of = pd.Series(chosen)
    return pd.DataFrame(
        {
            "application_id": index,
            "reference_id": "",
            "promise_id": "",
            "situation": rule_of.map({i: rule.situation.value for i, rule in enumerate(RULES)}),
            "rule": rule_of.map({i: rule.id for i, rule in enumerate(RULES)}),
            "to": view.f["to"].to_numpy(),
            "channel": view.f["way"].to_numpy(),
            "earliest_on": earliest,
            "due_on": due,
            "key": view.f["to_key"].to_numpy(),
            "template": rule_of.map({i: rule.reason for i, rule in enumerate(RULES)}),
            "may_rest": view.may_rest.to_numpy(),
        }
    )


def is_contact(promises: pd.DataFrame) -> pd.Series:
    """Tell which of the seeker's promises are to be in touch, rather than to send a thing (P3)."""
    return promises["channel"].isin(list(CONTACTS)) | (promises["said"] == "")


def _promises(view: View) -> pd.DataFrame:
    """One row per promise the seeker still owes; it stays until kept, moved or dropped (P1-P3).

    A thing may go early; a promised contact goes on its day, and is listed on the eve to get ready.
    """
    owed = view.facts.owed
    alive = view.live[view.live].index.union(
        view.f.index[view.f["status"] == Event.NO_RESPONSE.value]
    )
    owed = owed[owed["application_id"].isin(alive)].reset_index(drop=True)
    lead = np.where(is_contact(owed), view.n["reminder_contact"], view.n["reminder_thing"])
    due = owed["due_on"].to_numpy()
    listed = np.minimum(view.facts.days.before(due, lead).astype("datetime64[s]"), due)
    return pd.DataFrame(
        {
            "application_id": owed["application_id"],
            "reference_id": "",
            "promise_id": owed["event_id"],
            "situation": Situation.PROMISE_DUE.value,
            "rule": np.where(owed["dated"], "P1", "P2"),
            "to": owed["to"],
            "channel": owed["way"],
            "earliest_on": owed["due_on"].where(is_contact(owed), pd.Series(listed)),
            "due_on": owed["due_on"],
            "listed_on": listed,
            "key": "",
            "template": np.where(is_contact(owed), ON_ITS_DAY, EARLY),
        }
    )


def _put_off(rows: pd.DataFrame, known: Facts) -> pd.DataFrame:
    """Let a snooze with a day open its row on that day, though never after a deadline.

    Of a reference `who` tells which; without a day their row is not suggested again.
    """
    rows = rows.assign(put_off=False)
    references = known.put_off["situation"].isin(list(REFERENCE_SITUATIONS))
    until = known.put_off[(known.put_off["due_on"] > known.today) | references]
    snooze: Any
    for snooze in until.itertuples():
        same = rows["application_id"] == snooze.application_id
        if snooze.situation:
            same &= rows["situation"] == snooze.situation
        if snooze.situation in REFERENCE_SITUATIONS:
            same &= rows["reference_id"] == snooze.who
            if pd.isna(snooze.due_on):
                rows = rows[~same].reset_index(drop=True)
                continue
        if snooze.refers_to:
            same &= rows["promise_id"] == snooze.refers_to
        late = rows["due_on"].isna() | (rows["due_on"] < known.today)
        day = rows["due_on"].where(~late & (rows["due_on"] < snooze.due_on), snooze.due_on)
        same &= (rows["situation"] != Situation.REST) & (day > rows["earliest_on"])
        rows["earliest_on"] = rows["earliest_on"].mask(same, day)
        rows["listed_on"] = rows["listed_on"].mask(same, day)
        rows["put_off"] = rows["put_off"] | same
    return rows


def _one_message_a_person(rows: pd.DataFrame, view: View) -> pd.DataFrame:
    """Of several status messages open for one person, keep the first; the others rest (W4)."""
    status = rows["situation"].isin(list(STATUS_SITUATIONS))
    open_ = rows[status & (rows["earliest_on"] <= view.today)]
    order = pd.Categorical(open_["situation"], list(URGENCY), ordered=True)
    open_ = open_.assign(order=order).sort_values(["order", "earliest_on", "application_id"])
    later = open_.index[open_.duplicated("key")]
    first = open_.drop_duplicates("key").set_index("key")["application_id"]
    rows["after"] = look_up(rows["key"], first).where(rows.index.isin(later)).fillna("")
    rows.loc[later, ["situation", "rule"]] = [Situation.REST.value, "W4"]
    rows.loc[later, "earliest_on"] = view.horizon
    return rows


def _on_workdays(rows: pd.DataFrame, known: Facts) -> pd.DataFrame:
    """Let status messages open on workdays only; on a day off, open ones wait for the next."""
    status = rows["situation"].isin(list(STATUS_SITUATIONS))
    workday = known.days.on_or_after(rows["earliest_on"].to_numpy()).astype("datetime64[s]")
    rows["earliest_on"] = rows["earliest_on"].mask(status, pd.Series(workday, rows.index))
    next_workday = known.days.one_after(known.today.date(), 0)
    if next_workday > known.today:
        waits = status & (rows["earliest_on"] <= known.today)
        rows["earliest_on"] = rows["earliest_on"].mask(waits, next_workday)
    return rows

"""From the tables to facts: one row per application, all that the rules look at, at one moment."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
import pandas as pd

from followup_lib.advice.application_facts import FACTS, how_far, meetings, their_date
from followup_lib.advice.arranging import interview_ahead, planned_talks, talks_without_time
from followup_lib.advice.directory import Directory
from followup_lib.advice.offer_facts import offers, said_of_offers
from followup_lib.advice.owed import first_owed, owed_now
from followup_lib.advice.pace import pace, spoken
from followup_lib.advice.people import owed_to, recipients, strangers
from followup_lib.advice.said import SaidRow, with_days_read
from followup_lib.records import ledger
from followup_lib.records.dates import short_day
from followup_lib.records.errors import Problem
from followup_lib.records.rows import PlanRow
from followup_lib.records.tables import Tables, ours, same_fields
from followup_lib.records.timeline import Log, at, find, searches_of
from followup_lib.records.vocabulary import Event
from followup_lib.records.workdays import Workdays, workdays


@dataclass(frozen=True, eq=False, repr=False)
class Facts:
    """What is known on one day.

    `applications` has one row per application (index `application_id`): our columns of the table,
    then those of `ApplicationFacts`. `promises` has one row per promise of either side, `owed` the
    seeker's open ones with the day, person and way; `planned` the interviews planned, `due_on` and
    `at` as last moved; `put_off` one per snooze not yet overtaken by their word; `past` is the
    timeline up to today in order, with the days that words alone were read as; `said` has those
    words by the event_id of their row. Days are `datetime64[s]`. A column of the person's own is in
    none.
    """

    today: pd.Timestamp
    days: Workdays
    applications: pd.DataFrame
    promises: pd.DataFrame
    owed: pd.DataFrame
    planned: pd.DataFrame
    put_off: pd.DataFrame
    past: pd.DataFrame
    said: dict[str, SaidRow]
    problems: tuple[Problem, ...]

    def of(self, application_id: str) -> pd.Series:
        """Return what is known of one application, by the names of the columns."""
        return cast(pd.Series, self.applications.loc[application_id])

    def tried_on(self, row: PlanRow) -> Any:
        """Return the day of a call that nobody answered, made when a promise was due, or NaT."""
        known = self.of(row.application_id)
        tried = row.to == known["to"] and known["tried_on"] >= row.due_on
        return known["tried_on"] if tried else pd.NaT

    def asked(self, row: PlanRow) -> SaidRow | None:
        """Return the words a row of the plan rests on that a person has not confirmed, or None."""
        if row.reference_id:
            return None
        if row.promise_id:
            event_id = self.owed.loc[self.owed["event_id"] == row.promise_id, "stated_by"].iloc[0]
        else:
            known = self.of(row.application_id)
            rows = [known[name] for name in ("hold_row", "offer_row", "their_row")]
            event_id = next((one for one in rows if one in self.said), "")
        said = self.said.get(event_id)
        return said if said and said.asks else None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Facts) and same_fields(self, other)

    def __repr__(self) -> str:
        return f"Facts({len(self.applications)} applications on {self.today.date()})"


def calendar_of(tables: Tables, today: dt.date) -> Workdays:
    """Return the workdays of a search around `today`: from five years back to two ahead."""
    return workdays(tables.settings.calendar, today.year - 5, today.year + 2)


def facts(tables: Tables, today: dt.date) -> Facts:
    """Gather the facts of every application as they stand on `today`."""
    tables, now = ours(tables), np.datetime64(today, "s")
    jobs = tables.applications.set_index("application_id")
    job = find(jobs.index, tables.timeline["application_id"])  # before the rows are in order: as
    rows = ledger.in_order(tables.timeline.assign(job=job))  # they are written it is found faster
    timeline, problems = ledger.settle(rows)
    timeline = ledger.name_talks(timeline)
    timeline, said = with_days_read(timeline, tables.settings.calendar)
    log = Log(timeline, jobs.index)
    past = log.until(now)
    became = ledger.fates(timeline, past.rows)
    promises = ledger.promises(past.rows, became)
    due = became.due_on(timeline)
    planned = _planned(timeline, log.was(Event.INTERVIEW_PLANNED), due, became)
    word = spoken(past)
    talks = meetings(past)
    interviews = interview_ahead(log, planned, talks["met_on"], now)
    open_talk = np.fmax(interviews["ahead_on"], interviews["unlogged_on"])
    progress = how_far(past, open_talk)
    unfixed, answers = talks_without_time(past, planned)
    date = their_date(past, promises, interviews["planned_on"])
    search = searches_of(jobs.index, tables.mark)
    offered = offers(past, due[: len(past.rows)], progress["status"], now, search)
    offered |= said_of_offers(past, word)
    people, cannot_use = Directory(tables), tables.settings.seeker.cannot_use
    to = recipients(jobs, talks | date, people, past, cannot_use)
    messages = pace(to, people, past, word, answers, date["their_day"])
    days = calendar_of(tables, today)
    owed = owed_now(promises, past, word, days, tables.settings.pace["promise_unknown"], now)
    lasts = {"spoken_on": past.day_of_last(word), **first_owed(owed, jobs.index, to["to_key"])}
    found = progress | talks | interviews | unfixed | date | offered | to | messages | lasts
    f = pd.concat([jobs, pd.DataFrame({name: found[name] for name in FACTS}, jobs.index)], axis=1)
    owed = owed_to(owed, jobs, to, people, cannot_use)
    problems += [*strangers(jobs, promises, people), *_nothing_yet(timeline, past, today)]
    return Facts(
        today=pd.Timestamp(now),
        days=days,
        applications=f,
        promises=promises,
        owed=owed,
        planned=planned,
        put_off=_put_off(past, word),
        past=past.rows,
        said=said,
        problems=tuple(problems),
    )


def _planned(
    timeline: pd.DataFrame, plans: np.ndarray, due: np.ndarray, became: ledger.Fates
) -> pd.DataFrame:
    """Return the interviews planned, with day and time as last moved, and whether they stand."""
    talk = planned_talks(timeline, due, became.moved)
    talk = {name: cells[plans] for name, cells in talk.items()}
    return timeline[plans].assign(**talk, open=became.ended[plans] < 0)


def _nothing_yet(timeline: pd.DataFrame, past: Log, today: dt.date) -> list[Problem]:
    """Tell when every row of a timeline lies ahead: most likely a slip in the year."""
    if timeline.empty or len(past.rows):
        return []
    first = timeline["on"].iloc[0].date()
    sentence = (
        f"every row is dated after today, {short_day(today, today)}; this one, the first, is on "
        f"{short_day(first, today)}. All are read as planned. If that’s not right, fix the days, "
        "or `today` in settings.toml."
    )
    return [Problem("timeline.csv", int(timeline["row"].iloc[0]), "on", sentence)]


def _put_off(past: Log, word: np.ndarray) -> pd.DataFrame:
    """Return the snoozes that stand: what they said or did later (`word`) wakes the row."""
    places = np.flatnonzero(past.was(Event.SNOOZED))
    stand = at(past.last(word), past.job[places]) < places
    return past.rows.take(places[stand])

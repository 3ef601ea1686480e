"""Answers to a letter's questions, and facts typed on a page: they go into the spreadsheet."""

import datetime as dt
from typing import Any

import pandas as pd

from followup_lib.advice.arranging import TIMES
from followup_lib.letters.fields import ONCE
from followup_lib.letters.talks import known_to
from followup_lib.pages.kit.choices import day_that_came
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.kept import Kept
from followup_lib.pages.kit.sentence import FINISHED, finished
from followup_lib.pages.kit.trouble import FieldError, refuse_empty
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import PlanRow, key_of
from followup_lib.records.situations import Situation
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import WAYS, Certainty, Event

SEEKER = {"my_name": "name", "my_phone": "phone", "sign_off": "sign_off"}
TITLES = ("job_title", "short_title")
MET = ("when_interviewed", "month_interviewed")
AHEAD = "{day} is still ahead; choose the day you last talked with them."
ADDRESS = {name: way.column for name, way in WAYS.items() if way.column}
"""What is asked about how to reach a person, and the column of a person that holds it."""
Answers = dict[str, str | dt.date | None]


def save_answers(desk: Desk, row: PlanRow, answers: Answers, *, about: bool = False) -> None:
    """Write the answers that were given into the search, so every letter knows them from now on.

    `about` marks the days among them as not exact. Raises `FollowupError` when none was given.
    """
    given: Answers = {name: value for name, value in answers.items() if value}
    if not given:
        raise FollowupError("Answer at least one of the questions first.")
    once = {name: given.pop(name) for name in ONCE if name in given}
    seeker = {SEEKER[name]: value for name, value in given.items() if name in SEEKER}
    rest = {name: _usable(desk, name, given[name]) for name in given if name not in SEEKER}
    if given:
        desk.edit(
            "answers for a letter",
            lambda tables: _saved(desk, tables, row, rest, about),
            settings={"seeker": seeker} if seeker else None,
        )
    if once:  # for this message only, so it is kept beside the tables
        Kept(desk.search, f"letter {key_of(row)}").put(once)


def _usable(desk: Desk, name: str, value: Any) -> Any:
    """Return the answer to a question; raises `FollowupError` for one that cannot be noted."""
    if name in MET:
        return day_that_came(desk, _day(value), "", AHEAD, name)
    if name == "by_their_day":
        return _day(value)
    if name in FINISHED and not finished(name, value):
        raise FieldError(
            f"“{value}” doesn’t make a sentence there. Start with “the”, “my” or “a”, or with "
            "“how”: "
            "for example, “the sample report”.",
            name,
        )
    if name not in (*ADDRESS, *TITLES, *FINISHED, "contact", "times"):
        raise FollowupError(f"{name.replace('_', ' ')} is entered on the interviews page.")
    return value


def _saved(
    desk: Desk, tables: Tables, row: PlanRow, answers: dict[str, Any], about: bool
) -> Tables:
    certainty = Certainty.ABOUT.value if about else ""
    for name, value in answers.items():
        if name in ADDRESS:
            known = {ADDRESS[name]: str(value)}
            tables = edits.note_person(tables, row.application_id, row.to, **known)
        elif name == "contact":
            tables = edits.succeed(tables, row.application_id, str(value))
        elif name in TITLES:
            tables = edits.change_application(tables, row.application_id, job_title=str(value))
        elif name in MET:
            tables = edits.log(
                tables, row.application_id, Event.INTERVIEW, value, certainty=certainty
            )
        elif name == "by_their_day":
            cells = {"due_on": value, "certainty": certainty}
            said = desk.plan.facts.asked(row)
            if said:  # the day of words on file
                tables = edits.change_event(tables, said.event_id, **cells)
                continue
            met = desk.plan.facts.of(row.application_id)["met_on"]
            on = desk.today if pd.isna(met) else met.date()
            tables = edits.log(tables, row.application_id, Event.THEY_PROMISED, on, **cells)
        else:
            tables = _finish(desk, tables, row, name, str(value))
    return tables


def _finish(desk: Desk, tables: Tables, row: PlanRow, name: str, words: str) -> Tables:
    if name == "times":
        row_id = desk.plan.facts.of(row.application_id)["unfixed_row"]
        before = tables.timeline.set_index("event_id").loc[row_id, "note"].partition(TIMES)[0]
        return edits.change_event(tables, row_id, note=f"{before.strip()} {TIMES}{words}".strip())
    if name == "topic":
        met = known_to(desk.plan, row)["met_event"]
        return edits.change_event(tables, met, said=words)
    said = f"call about {words}" if name == "purpose" else words
    return edits.change_event(tables, row.promise_id, said=said)


def _day(value: Any) -> dt.date:
    if not isinstance(value, dt.date):
        raise FollowupError("Choose a day from the calendar.")
    return value


def add_facts(desk: Desk, situation: str, facts: Answers, *, about: bool = False) -> str:
    """Add an application from the facts of one page, and choose it; returns its application_id.

    `facts` are company, job_title, contact_name, met_on, then their_words with their_day and
    their_certainty, or thing with promise_day and promise_certainty, as far as the page asks.
    """
    company = refuse_empty(str(facts.get("company") or ""), "Which company is it?", "company")
    title = refuse_empty(str(facts.get("job_title") or ""), "Which position is it?", "job_title")
    made: list[str] = []

    def change(tables: Tables) -> Tables:
        contact = str(facts.get("contact_name") or "")
        tables, application_id = edits.add_application(
            tables, company=company, job_title=title, contact_name=contact
        )
        made.append(application_id)
        return _with_events(desk, tables, application_id, situation, facts, about)

    desk.edit(f"add {company}", change)
    return made[0]


def _with_events(
    desk: Desk, tables: Tables, application_id: str, situation: str, facts: Answers, about: bool
) -> Tables:
    met = facts.get("met_on")
    final = situation == Situation.WAITING_FOR_OFFER
    certainty = Certainty.ABOUT.value if about else ""
    on = day_that_came(desk, _day(met), "", AHEAD, "met_on") if met else None
    if on:
        event = Event.FINAL_INTERVIEW if final else Event.INTERVIEW
        cells = {"who": str(facts.get("contact_name") or ""), "certainty": certainty}
        tables = edits.log(tables, application_id, event, on, **cells)
    said_on = on or desk.today
    if facts.get("their_day") or facts.get("their_words"):
        cells = _promise(facts, "their_words", "their")
        tables = edits.log(tables, application_id, Event.THEY_PROMISED, said_on, **cells)
    if situation == Situation.PROMISE_DUE:
        cells = _promise(facts, "thing", "promise")
        tables = edits.log(tables, application_id, Event.I_PROMISED, said_on, **cells)
    return tables


def _promise(facts: Answers, said: str, whose: str) -> dict[str, Any]:
    """Return the cells of a promise: its words, its day, and how certain that is."""
    day = facts.get(f"{whose}_day")
    cells = {"said": facts.get(said) or "", "certainty": facts.get(f"{whose}_certainty") or ""}
    return cells | {"due_on": _day(day) if day else None}

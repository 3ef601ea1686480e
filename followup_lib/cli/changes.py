"""`followup add` and `log`: an application, and what happened, is planned, or was promised."""

import argparse
import datetime as dt
from typing import Any

from followup_lib.advice.facts import facts
from followup_lib.advice.planned import refuse_still_ahead
from followup_lib.advice.said import day_words, read_words
from followup_lib.app.workspace import current_day
from followup_lib.cli.common import Commands, plain, refuse_unknown, the_search, word
from followup_lib.reading.people_typed import roles_typed
from followup_lib.reading.said import tells_no_day
from followup_lib.records import edits
from followup_lib.records.dates import read_day, read_time, short_day
from followup_lib.records.errors import FollowupError
from followup_lib.records.settings import Calendar
from followup_lib.records.situations import Situation
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import (
    PREFERRED,
    REFERENCE_EVENTS,
    Certainty,
    Channel,
    Event,
    words,
)

NONE = "none"
"""What --due says where no day was named."""
READ = (Event.THEY_PROMISED, Event.I_PROMISED, Event.ON_HOLD, Event.OFFER)
"""Events whose words may tell the day that --due does not."""


def register(commands: Commands) -> None:
    """Add `add` and `log`."""
    made = commands.dated("add", _add, "add an application")
    made.add_argument("company")
    made.add_argument("job_title", metavar="title")
    for option in ("contact_name", "contact_email", "contact_phone", "agency", "notes"):
        made.add_argument(f"--{option.replace('_', '-')}", default="")
    made.add_argument("--preferred-contact", choices=plain(PREFERRED), default="")
    made.add_argument("--applied", type=read_day, metavar="DATE")
    made.add_argument("--said", default="", help="what they said today about when you will hear")
    made.add_argument("--due", type=_due, metavar="DATE", help=f"the day they meant, or {NONE}")
    made = commands.command("person", _person, "note how to reach somebody, or that they have left")
    made.add_argument("application", metavar="ID")
    made.add_argument("name", help="such as “Ms. Ortiz”")
    for option in ("role", "email", "phone"):
        made.add_argument(f"--{option}", default="")
    made.add_argument("--preferred-contact", choices=plain(PREFERRED), default="")
    made = commands.dated("log", _log, "log what happened, is planned, or was promised")
    made.add_argument("application", metavar="ID")
    made.add_argument("event", type=word(Event), help=f"one of {', '.join(Event)}")
    made.add_argument("--on", type=read_day, metavar="DATE", help="the day; default: today")
    due = f"the day promised or planned; {NONE} if there was no date"
    made.add_argument("--due", type=_due, metavar="DATE", help=due)
    made.add_argument("--at", type=_time, metavar="TIME", help="of a talk: 14:30")
    made.add_argument("--channel", choices=plain(Channel), default="")
    made.add_argument("--situation", type=word(Situation), metavar="S")
    made.add_argument("--about", action="store_true", help="the day is approximate")
    for option in ("who", "said", "note", "refers_to"):
        made.add_argument(f"--{option.replace('_', '-')}", default="")


def _add(options: argparse.Namespace) -> int:
    search = the_search(options)
    names = ("company", "job_title", "contact_name", "contact_email", "contact_phone")
    values = {name: getattr(options, name) for name in (*names, "agency", "notes")}
    values["preferred_contact"] = options.preferred_contact
    on = current_day(search.read(), options.today)
    calendar = search.read().settings.calendar
    said, told = _day_said(options, Event.THEY_PROMISED, on, calendar)
    made: list[str] = []

    def change(tables: Tables) -> Tables:
        tables, application_id = edits.add_application(tables, **values)
        made.append(application_id)
        if options.applied:
            tables = edits.log(tables, application_id, Event.APPLIED, options.applied)
        if options.said or said["due_on"]:
            cells = said | {"said": options.said}
            tables = edits.log(tables, application_id, Event.THEY_PROMISED, on, **cells)
        return tables

    search.edit(f"add {options.company}", change)
    print(" ".join(filter(None, (f"Added {made[0]}.", told))))
    return 0


def _log(options: argparse.Namespace) -> int:
    search = the_search(options)
    tables = search.read()
    if options.application or options.event not in REFERENCE_EVENTS:
        ids = tables.applications["application_id"]
        refuse_unknown("application", options.application, ids)
    if options.event in REFERENCE_EVENTS:
        refuse_unknown("reference", options.who, tables.references["reference_id"])
    today = current_day(tables, options.today)
    on = options.on or today
    if options.event == Event.THEY_MISSED and not options.refers_to:
        refuse_still_ahead(facts(tables, today), options.application, on)
    said, told = _day_said(options, options.event, on, tables.settings.calendar)
    cells = {name: getattr(options, name) for name in ("who", "said", "note", "refers_to")}
    cells["at"] = options.at or ""
    roles = roles_typed(options.who) if options.event not in REFERENCE_EVENTS else {}
    if any(roles.values()):
        cells["who"] = "; ".join(roles)
    cells |= {"channel": options.channel, "situation": options.situation or ""} | said
    what = f"{options.event} for {options.application}"

    def change(tables: Tables) -> Tables:
        tables = edits.note_roles(tables, options.application, roles)
        return edits.log(tables, options.application, options.event, on, **cells)

    search.edit(what, change)
    print(" ".join(filter(None, (f"Logged {what} on {on.isoformat()}.", told))))
    return 0


def _person(options: argparse.Namespace) -> int:
    search = the_search(options)
    refuse_unknown("application", options.application, search.read().applications["application_id"])
    names = ("role", "email", "phone", "preferred_contact")
    known = {name: getattr(options, name) for name in names if getattr(options, name)}
    if not options.name.strip() or not known:
        raise FollowupError(
            "Say who it is, and what you know about them: --role, --email, --phone or "
            f"--preferred-contact (allowed are {', '.join(PREFERRED)})."
        )
    what = f"what you know about {options.name}"
    search.edit(what, lambda t: edits.note_person(t, options.application, options.name, **known))
    print(f"Noted about {options.name}: {', '.join(map(words, known.values()))}.")
    return 0


def _due(text: str) -> dt.date | str:
    return NONE if text == NONE else read_day(text)


def _time(text: str) -> str:
    time = read_time(text)
    if not time:
        raise FollowupError(f"--at: found “{text}”; write a time of day such as 14:30 or 2:30 PM.")
    return time


def _day_said(
    options: argparse.Namespace, event: str, on: dt.date, calendar: Calendar
) -> tuple[dict[str, Any], str]:
    """Return the day and the certainty to log, and how words that told it were read.

    Raises `FollowupError` for words that tell no day for certain.
    """
    about = Certainty.ABOUT.value if getattr(options, "about", False) else ""
    words = day_words(event, options.said).strip() if event in READ else ""
    if options.due == NONE:
        return {"due_on": None, "certainty": Certainty.NO_DAY.value if words else ""}, ""
    if options.due or not words:
        return {"due_on": options.due, "certainty": about}, ""
    reading = read_words(words, on, calendar)
    if reading.fact and reading.sure in ("exact", "about"):
        about = Certainty.ABOUT.value if reading.sure == "about" else about
        return {"due_on": reading.fact, "certainty": about}, reading.read_back
    if tells_no_day(words):
        none = f"There’s no day in “{words}”; it is noted as said."
        return {"due_on": None, "certainty": Certainty.NO_DAY.value}, none
    day = f"{short_day(reading.fact, on)} perhaps" if reading.fact else "no day for certain"
    raise FollowupError(
        f"--said: found “{words}”, which tells {day}; say what day was meant with --due DATE, or "
        f"--due {NONE} if there was no date."
    )

"""`followup add` and `log`: an application, and what happened, is planned, or was promised."""

import argparse

from followup_lib.app.workspace import current_day
from followup_lib.cli.common import Commands, plain, refuse_unknown, the_search, word
from followup_lib.records import edits
from followup_lib.records.dates import read_day
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import PREFERRED, REFERENCE_EVENTS, Channel, Event, Situation


def register(commands: Commands) -> None:
    """Add `add` and `log`."""
    made = commands.dated("add", _add, "add an application")
    made.add_argument("company")
    made.add_argument("job_title", metavar="title")
    for option in ("contact_name", "contact_email", "contact_phone", "agency", "notes"):
        made.add_argument(f"--{option.replace('_', '-')}", default="")
    made.add_argument("--preferred-contact", choices=plain(PREFERRED), default="")
    made.add_argument("--applied", type=read_day, metavar="DATE")
    made = commands.dated("log", _log, "log what happened, is planned, or was promised")
    made.add_argument("application", metavar="ID")
    made.add_argument("event", type=word(Event), help=f"one of {', '.join(Event)}")
    made.add_argument("--on", type=read_day, metavar="DATE", help="the day; default: today")
    made.add_argument("--due", type=read_day, metavar="DATE", help="the day promised or planned")
    made.add_argument("--channel", choices=plain(Channel), default="")
    made.add_argument("--situation", type=word(Situation), metavar="S")
    made.add_argument("--about", action="store_true", help="the day is only about known")
    for option in ("who", "said", "note", "refers_to"):
        made.add_argument(f"--{option.replace('_', '-')}", default="")


def _add(options: argparse.Namespace) -> int:
    search = the_search(options)
    names = ("company", "job_title", "contact_name", "contact_email", "contact_phone")
    values = {name: getattr(options, name) for name in (*names, "agency", "notes")}
    values["preferred_contact"] = options.preferred_contact
    made: list[str] = []

    def change(tables: Tables) -> Tables:
        tables, application_id = edits.add_application(tables, **values)
        made.append(application_id)
        if options.applied:
            tables = edits.log(tables, application_id, Event.APPLIED, options.applied)
        return tables

    search.edit(f"add {options.company}", change)
    print(f"Added {made[0]}.")
    return 0


def _log(options: argparse.Namespace) -> int:
    search = the_search(options)
    tables = search.read()
    if options.application or options.event not in REFERENCE_EVENTS:
        ids = tables.applications["application_id"]
        refuse_unknown("application", options.application, ids)
    if options.event in REFERENCE_EVENTS:
        refuse_unknown("reference", options.who, tables.references["reference_id"])
    on = options.on or current_day(tables, options.today)
    cells = {name: getattr(options, name) for name in ("who", "said", "note", "refers_to")}
    cells |= {"due_on": options.due, "channel": options.channel}
    cells["situation"] = options.situation or ""
    cells["certainty"] = "about" if options.about else ""
    what = f"{options.event} for {options.application}"
    search.edit(
        what, lambda tables: edits.log(tables, options.application, options.event, on, **cells)
    )
    print(f"Logged {what} on {on.isoformat()}.")
    return 0

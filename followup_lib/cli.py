"""The command line: `followup open | app | today | draft | add | log | export | chart | check`.

The same functions as the pages use. An error is one plain line on stderr and exit code 2.
"""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import pandas as pd

from followup_lib import edits
from followup_lib.dates import short_day
from followup_lib.export import overview_csv
from followup_lib.messages import Draft, draft, letter_row
from followup_lib.notes import notes
from followup_lib.plan import RESTING, SOON, TODAY, Plan, plan
from followup_lib.reasons import heading
from followup_lib.search import JobSearch
from followup_lib.tables import FollowupError, Problem, SpreadsheetError, Tables
from followup_lib.template import FILE_OF_CHANNEL
from followup_lib.vocabulary import Channel, Event, Preferred, Situation
from followup_lib.workspace import current_day, find_search, practice, read_day, remember

START_PAGE = "00_start_here.ipynb"
PLAN_KEYS = (
    *("application_id", "reference_id", "situation", "rule", "to", "channel"),
    *("earliest_on", "due_on", "reason"),
)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise FollowupError(f"{message}. See: {self.prog} --help")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0, or 2 with a sentence on stderr."""
    try:
        options = _parser().parse_args(arguments)
        return int(options.run(options) or 0)
    except FollowupError as error:
        print(" ".join(str(error).split()), file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="followup", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=_Parser)

    def command(name: str, run: Any, about: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=about, description=about)
        made.add_argument("--search", type=Path, metavar="FOLDER", help="the search to use")
        made.set_defaults(run=run)
        return made

    def dated(name: str, run: Any, about: str) -> argparse.ArgumentParser:
        made = command(name, run, about)
        made.add_argument("--today", type=_day, metavar="DATE", help="plan for this day")
        return made

    for name, about in (("open", "open the workbook in JupyterLab"), ("app", "open it as an app")):
        made = dated(name, _open, about)
        made.add_argument("--sample", action="store_true", help="open the practice search")
        made.add_argument("--no-browser", action="store_true", help="only print the address")
        made.add_argument("--port", type=int, help="listen on this port of this computer")
        made.set_defaults(app=name == "app")
    made = dated("today", _today, "show what to do today, and what is coming up")
    made.add_argument("--json", action="store_true", help="print a JSON list")
    made.add_argument("--all", action="store_true", help="coming up and rest too")
    made = dated("draft", _draft, "write the message for an application")
    made.add_argument("application", metavar="ID")
    made.add_argument("--situation", type=_word(Situation), metavar="S")
    made.add_argument("--channel", choices=list(FILE_OF_CHANNEL))
    made.add_argument("--reference", default="", metavar="ID", help="write to this reference")
    made.add_argument("--json", action="store_true", help="print a JSON object")
    made = dated("add", _add, "add an application")
    made.add_argument("company")
    made.add_argument("job_title", metavar="title")
    for option in ("contact_name", "contact_email", "contact_phone", "agency", "notes"):
        made.add_argument(f"--{option.replace('_', '-')}", default="")
    made.add_argument("--preferred-contact", choices=list(Preferred), default="")
    made.add_argument("--applied", type=_day, metavar="DATE")
    made = dated("log", _log, "log what happened, is planned, or was promised")
    made.add_argument("application", metavar="ID")
    made.add_argument("event", type=_word(Event))
    made.add_argument("--on", type=_day, metavar="DATE", help="the day; default: today")
    made.add_argument("--due", type=_day, metavar="DATE", help="the day promised or planned")
    made.add_argument("--channel", choices=list(Channel), default="")
    made.add_argument("--situation", type=_word(Situation), metavar="S")
    made.add_argument("--about", action="store_true", help="the day is only about known")
    for option in ("who", "said", "note", "refers_to"):
        made.add_argument(f"--{option.replace('_', '-')}", default="")
    made = dated("export", _export, "write one row per application as a CSV")
    made.add_argument("file", type=Path)
    made = dated("chart", _chart, "draw a chart into a .png, .svg or .pdf")
    made.add_argument("chart", choices=["timeline"])
    made.add_argument("file", type=Path, nargs="?")
    made.add_argument("--text", action="store_true", help="print what the chart shows, in words")
    dated("check", _check, "read everything and tell what is unusual or wrong")
    return parser


def _day(text: str) -> dt.date:
    return read_day(text)


def _word(words: Any) -> Any:
    def read(text: str) -> str:
        if text not in list(words):
            raise FollowupError(f"{text!r} is not known; allowed are {', '.join(words)}.")
        return text

    return read


def _search(options: argparse.Namespace) -> JobSearch:
    search = find_search(options.search)
    if search is None:
        raise FollowupError(
            "No search is open: name its folder with --search FOLDER, or make one on the start "
            "page (followup open)."
        )
    return search


def _read(options: argparse.Namespace) -> tuple[Tables, dt.date]:
    tables = _search(options).read()
    return tables, current_day(tables, options.today)


def _warn(tables: Tables, now: Plan) -> int:
    """Print what could not be used on stderr and return the exit code."""
    told = [*tables.settings.problems, *filter(None, [now.facts.days.problem])]
    told += [str(problem) for problem in now.facts.problems]
    for sentence in told:
        print(sentence, file=sys.stderr)
    return 2 if told else 0


def _open(options: argparse.Namespace) -> int:
    from followup_lib.server import serve

    search = practice() if options.sample else find_search(options.search)
    if options.search:
        _search(options).read()  # a folder named by hand that is no search is refused here
    if search:
        remember(search)
    return serve(
        START_PAGE,
        today=options.today,
        browser=not options.no_browser,
        app=options.app,
        port=options.port,
    )


def _today(options: argparse.Namespace) -> int:
    tables, today = _read(options)
    now = plan(tables, today)
    if options.json:
        rows = now.listed(*((TODAY, SOON, RESTING) if options.all else (TODAY,)))
        _print_json([_plain(row) for row in rows[list(PLAN_KEYS)].to_dict("records")])
        return _warn(tables, now)
    print(f"{tables.settings.seeker.name or 'Your search'}, {short_day(today, today)}")
    waiting = now.rows[(now.rows["when"] == SOON) & (now.rows["earliest_on"] <= str(now.for_day))]
    if now.for_day != today and len(waiting):
        print(f"\nToday is a day off; messages that ask are for {short_day(now.for_day, today)}.")
    _print_list("Today", now.listed(TODAY), now, today)
    _print_list("Coming up", now.listed(SOON), now, today)
    if options.all:
        _print_list("At rest", now.listed(RESTING), now, today)
    return _warn(tables, now)


def _print_list(title: str, rows: pd.DataFrame, now: Plan, today: dt.date) -> None:
    print(f"\n{title}")
    if rows.empty:
        print("  Nothing to do today." if title == "Today" else "  Nothing.")
    row: Any
    for row in rows.itertuples():
        company = now.facts.applications["company"].get(row.application_id, row.application_id)
        later = row.when != TODAY and pd.notna(row.earliest_on)
        start = f", from {short_day(row.earliest_on, today)}" if later else ""
        print(f"  {company}: {heading(str(row.situation))}{start}\n    {row.reason}")


def _draft(options: argparse.Namespace) -> int:
    tables, today = _read(options)
    edits.change_application(tables, options.application)
    now = plan(tables, today)
    row = letter_row(
        now, options.application, options.situation or "", reference_id=options.reference
    )
    made = draft(now, tables, row, channel=options.channel or "")
    if options.json:
        _print_json(_draft_json(made))
    elif made.missing:
        print("\n".join(["Still needed:", *made.missing.values()]))
    else:
        subject = f"Subject: {made.subject}\n\n" if made.subject else ""
        print(f"To: {made.to} {made.address}\n{subject}{made.body}")
    return _warn(tables, now)


def _draft_json(made: Draft) -> dict[str, Any]:
    not_before = made.not_before.isoformat() if made.not_before else None
    return {
        "situation": made.situation,
        "channel": made.channel,
        "to": made.to or None,
        "subject": made.subject,
        "body": made.body,
        "not_before": not_before,
        "missing": list(made.missing.values()),
    }


def _add(options: argparse.Namespace) -> int:
    search = _search(options)
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
    search = _search(options)
    on = options.on or current_day(search.read(), options.today)
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


def _export(options: argparse.Namespace) -> int:
    tables, today = _read(options)
    _write(options.file, overview_csv(plan(tables, today)))
    print(f"Wrote {len(tables.applications)} applications to {options.file}.")
    return 0


def _chart(options: argparse.Namespace) -> int:
    from followup_lib import charts

    tables, today = _read(options)
    if options.text:
        print(charts.describe_timeline(tables, today))
    if options.file is None:
        if not options.text:
            raise FollowupError("Name a file to draw into: .png, .svg or .pdf; or add --text.")
        return 0
    drawn: Any = charts.plot_timeline(tables, today)
    charts.save_chart(drawn.figure, options.file)
    print(f"Wrote {options.file}.")
    return 0


def _check(options: argparse.Namespace) -> int:
    search = _search(options)
    try:
        tables = search.read()
    except SpreadsheetError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return 2
    today = current_day(tables, options.today)
    found: list[Problem] = notes(tables, today)
    for note in found:
        print(note)
    code = _warn(tables, plan(tables, today))
    if not code:
        counts = f"{len(tables.applications)} applications, {len(tables.timeline)} events"
        print(f"Everything could be read: {counts}, {len(tables.references)} references.")
    return code


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise FollowupError(
            f"{path} cannot be written ({error.strerror}); choose another place or name."
        ) from error


def _plain(row: dict[Any, Any]) -> dict[str, Any]:
    """Return a row for JSON: days as text, nothing for what is empty."""
    return {
        str(name): None
        if value is None or value == "" or pd.isna(value)
        else (value.date().isoformat() if isinstance(value, pd.Timestamp) else str(value))
        for name, value in row.items()
    }


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    sys.exit(main())

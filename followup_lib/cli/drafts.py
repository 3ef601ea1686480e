"""`followup draft`: the words for one application or reference."""

import argparse
import sys
from pathlib import Path
from typing import Any

from followup_lib.advice.addressees import addressed_to, addressees
from followup_lib.advice.plan import Plan, plan
from followup_lib.advice.reasons import reason
from followup_lib.cli.common import (
    Commands,
    may_overwrite,
    plain,
    print_json,
    read,
    refuse_unknown,
    the_search,
    warn,
    word,
    write,
)
from followup_lib.letters.draft import REPLIES, Draft, draft, letter_row, refuse_time
from followup_lib.letters.template import FILE_OF_CHANNEL
from followup_lib.outbox.calendar import as_ics, title_of
from followup_lib.outbox.call_sheet import as_html, call_sheet
from followup_lib.outbox.email import as_eml, mailto
from followup_lib.outbox.sent import outgoing
from followup_lib.records.dates import read_day
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import PlanRow
from followup_lib.records.situations import Situation
from followup_lib.records.tables import Tables


def register(commands: Commands) -> None:
    """Add `draft`."""
    made = commands.dated("draft", _draft, "write the message for an application")
    made.add_argument("application", metavar="ID")
    made.add_argument("--situation", type=word(Situation), metavar="S")
    made.add_argument("--channel", choices=plain(FILE_OF_CHANNEL))
    made.add_argument("--reply", choices=REPLIES, default="", help="your answer to an offer")
    made.add_argument(
        "--until", type=read_day, metavar="DATE", help="with --reply time: until when"
    )
    made.add_argument("--times", default="", help="when you can talk: “Tuesday after 10”")
    made.add_argument("--reference", default="", metavar="ID", help="write to this reference")
    made.add_argument("--to", default="", metavar="NAME", help="write to someone else you met")
    made.add_argument("--json", action="store_true", help="print a JSON object")
    made.add_argument("--eml", type=Path, metavar="FILE", help="write an unsent draft")
    made.add_argument("--ics", type=Path, metavar="FILE", help="write a calendar reminder")
    made.add_argument("--call-sheet", type=Path, metavar="FILE", help="write a sheet to print")
    may_overwrite(made)
    made.add_argument("--mailto", action="store_true", help="print a link for the mail program")


def _draft(options: argparse.Namespace) -> int:
    tables, today = read(options)
    refuse_unknown("application", options.application, tables.applications["application_id"])
    if options.reference:
        refuse_unknown("reference", options.reference, tables.references["reference_id"])
    now = plan(tables, today)
    row = letter_row(
        now, options.application, options.situation or "", reference_id=options.reference
    )
    if options.to:
        refuse_unknown("person", options.to, [one.to for one in addressees(now, tables, row)])
        row = addressed_to(now, tables, row, options.to)
    if options.reply == "time":
        refuse_time(now, row)
    letters = the_search(options).letters
    made = draft(
        now,
        tables,
        row,
        letters=letters,
        channel=options.channel or "",
        answers={"times": options.times},
        new_day=options.until,
        reply=options.reply,
    )
    written = _hand_over(options, tables, now, row, made)
    if written:
        print("\n".join(written))
    elif options.json:
        print_json(_draft_json(made))
    else:
        print(made)
    for sentence in [*made.unclear.values(), *made.problems]:
        print(sentence, file=sys.stderr)
    return max(warn(tables, now), 2 if made.problems else 0)


def _hand_over(
    options: argparse.Namespace, tables: Tables, now: Plan, row: PlanRow, made: Draft
) -> list[str]:
    """Write what was asked for, and return a line for each: a path, or the link."""
    lines: list[str] = []
    files: list[tuple[Path, bytes]] = []
    if options.eml or options.mailto:
        if made.body is None:
            raise FollowupError(f"The message still needs: {' '.join(made.missing.values())}")
        out = outgoing(made, now, tables, the_search(options).folder)
        if options.eml:
            files.append((options.eml, as_eml(out)))
            lines.append(f"Wrote {options.eml}, an unsent draft.")
        if options.mailto:
            lines.append(mailto(out))
    if options.ics:
        why, today = reason(row, now.view), now.facts.today.date()
        search = the_search(options).folder.name
        files.append((options.ics, as_ics(row, title_of(now, row), why, today, search)))
        lines.append(f"Wrote {options.ics}.")
    if options.call_sheet:
        sheet = as_html(call_sheet(now, tables, row, letters=the_search(options).letters))
        files.append((options.call_sheet, sheet.encode("utf-8")))
        lines.append(f"Wrote {options.call_sheet}.")
    write(options, *files)
    return lines


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
        "unclear": list(made.unclear.values()),
    }

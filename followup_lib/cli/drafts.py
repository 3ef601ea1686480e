"""`followup draft`: the words for one application or reference."""

import argparse
import sys
from typing import Any

from followup_lib import edits
from followup_lib.cli.common import Commands, print_json, read, warn, word
from followup_lib.messages import Draft, draft, letter_row
from followup_lib.plan import plan
from followup_lib.template import FILE_OF_CHANNEL
from followup_lib.vocabulary import Situation


def register(commands: Commands) -> None:
    """Add `draft`."""
    made = commands.dated("draft", _draft, "write the message for an application")
    made.add_argument("application", metavar="ID")
    made.add_argument("--situation", type=word(Situation), metavar="S")
    made.add_argument("--channel", choices=list(FILE_OF_CHANNEL))
    made.add_argument("--reference", default="", metavar="ID", help="write to this reference")
    made.add_argument("--json", action="store_true", help="print a JSON object")


def _draft(options: argparse.Namespace) -> int:
    tables, today = read(options)
    edits.change_application(tables, options.application)
    now = plan(tables, today)
    row = letter_row(
        now, options.application, options.situation or "", reference_id=options.reference
    )
    made = draft(now, tables, row, channel=options.channel or "")
    if options.json:
        print_json(_draft_json(made))
    elif made.missing:
        print("\n".join(["Still needed:", *made.missing.values()]))
    else:
        subject = f"Subject: {made.subject}\n\n" if made.subject else ""
        print(f"To: {made.to} {made.address}\n{subject}{made.body}")
    for sentence in made.problems:
        print(sentence, file=sys.stderr)
    return max(warn(tables, now), 2 if made.problems else 0)


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

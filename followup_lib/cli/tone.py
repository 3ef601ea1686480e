"""`followup tone`: what a good coach would point at in a message."""

import argparse
import sys
from pathlib import Path

from followup_lib.advice.plan import plan
from followup_lib.cli.common import Commands, print_json, read, refuse_unknown, word
from followup_lib.letters.draft import letter_row
from followup_lib.records.dates import quoted_last
from followup_lib.records.errors import FollowupError
from followup_lib.records.situations import Situation
from followup_lib.store.text import LARGEST_FILE, read_once, refuse_large
from followup_lib.tone.check import check_tone
from followup_lib.tone.guards import Known, known_facts


def register(commands: Commands) -> None:
    """Add `tone`."""
    made = commands.dated("tone", _tone, "check the tone of a message; - reads standard input")
    made.add_argument("file", metavar="FILE")
    made.add_argument("--application", default="", metavar="ID", help="whose message it is")
    made.add_argument("--situation", type=word(Situation), metavar="S")
    made.add_argument("--json", action="store_true", help="print a JSON list")


def _tone(options: argparse.Namespace) -> int:
    text = _text(options.file)
    known, situation = _known(options)
    remarks = check_tone(text, situation=options.situation or situation, known=known)
    if options.json:
        keys = ("weight", "phrase", "why", "instead")
        print_json([{key: getattr(remark, key) for key in keys} for remark in remarks])
        return 0
    for remark in remarks:
        instead = f" Instead: {quoted_last(remark.instead)}" if remark.instead else ""
        phrase = quoted_last(" ".join(remark.phrase.split()))
        print(f"{remark.weight}: {phrase} {remark.why}{instead}")
    if not remarks:
        print("Nothing to change.")
    return 0


def _known(options: argparse.Namespace) -> tuple[Known, str]:
    if not options.application:
        return Known(), ""
    tables, today = read(options)
    refuse_unknown("application", options.application, tables.applications["application_id"])
    now = plan(tables, today)
    row = letter_row(now, options.application, options.situation or "")
    return known_facts(now, tables, row), str(row.situation)


def _text(name: str) -> str:
    try:
        data = sys.stdin.buffer.read(LARGEST_FILE + 1) if name == "-" else read_once(Path(name))
        refuse_large(name, len(data))
        return data.decode("utf-8-sig")
    except OSError as error:
        raise FollowupError(
            f"{name} cannot be read ({error.strerror}); name a text file."
        ) from error
    except UnicodeDecodeError as error:
        raise FollowupError(f"{name} is not UTF-8 text; save it as text and try again.") from error

"""`followup handout`: the page a client takes home from a session."""

import argparse
from pathlib import Path

from followup_lib.cli.common import Commands, read, warn, write
from followup_lib.handout import as_html, handout
from followup_lib.plan import plan
from followup_lib.tables import FollowupError


def register(commands: Commands) -> None:
    """Add `handout`."""
    made = commands.dated("handout", _handout, "write the page to take home: .html or .pdf")
    made.add_argument("file", type=Path)
    made.add_argument(
        "--script", action="append", default=[], metavar="ID", help="with the words for this one"
    )


def _handout(options: argparse.Namespace) -> int:
    tables, today = read(options)
    kind = options.file.suffix.lower()
    if kind not in (".html", ".pdf"):
        raise FollowupError(
            f"{options.file.name}: found {kind or 'no ending'}; a hand-out is .html or .pdf."
        )
    now = plan(tables, today)
    sheet = handout(now, tables, scripts=options.script)
    if kind == ".html":
        write(options.file, as_html(sheet).encode("utf-8"))
    else:
        from followup_lib.handout_pdf import as_pdf, paper_of

        write(options.file, as_pdf(sheet, today, paper=paper_of(tables.settings.calendar.locale)))
    print(f"Wrote {options.file}.")
    return warn(tables, now)

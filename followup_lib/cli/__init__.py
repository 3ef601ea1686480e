"""The command line, `followup COMMAND`: the same functions as the pages use.

An error is one plain line on stderr and exit code 2.
"""

import gc
import io
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from typing import TYPE_CHECKING, Any

from followup_lib.cli.terminal import Plain
from followup_lib.records.errors import FollowupError

if TYPE_CHECKING:
    from followup_lib.cli.common import Parser

GROUPS = (
    *("pages", "plans", "schedule", "drafts", "tone", "changes"),
    *("charts", "files", "imports", "sessions", "states"),
)
"""The commands, a module for each kind, in the order of `followup --help`."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0, or 2 with a sentence on stderr."""
    if isinstance(sys.stdout, io.TextIOWrapper):  # a console that lacks a letter ends no command
        sys.stdout.reconfigure(errors="backslashreplace")
    out: Any = Plain(sys.stdout)
    complaints: Any = Plain(sys.stderr)
    with redirect_stdout(out), redirect_stderr(complaints):
        return _run(arguments)


def _run(arguments: Sequence[str] | None) -> int:
    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        options = _parser(arguments[:1]).parse_args(arguments)
        return int(options.run(options))
    except FollowupError as error:
        print(" ".join(str(error).split()), file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0


def _parser(command: Sequence[str]) -> "Parser":
    """Return the parser, with the groups as far as this command: to import them all takes long."""
    first = "pandas" not in sys.modules
    if first:
        gc.disable()  # nothing that loads is garbage; looking through it again and again takes long
    from followup_lib.cli.common import Commands, Parser

    parser = Parser(prog="followup", description="What to do after an interview, in the terminal.")
    commands = Commands(parser)
    for group in GROUPS:
        import_module(f"{__name__}.{group}").register(commands)
        if commands.has(*command):
            break
    if first:
        gc.freeze()
        gc.enable()
    return parser

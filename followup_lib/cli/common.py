"""What the commands share: which search and day, words and days typed, what is printed."""

import argparse
import datetime as dt
import json
import re
import sys
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn, TextIO
from urllib.parse import unquote, urlsplit

from followup_lib.advice.plan import Plan
from followup_lib.app.workspace import current_day, find_search, folder_of
from followup_lib.cli.terminal import escaped
from followup_lib.records.dates import read_day
from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import Tables
from followup_lib.store.named_files import write_named
from followup_lib.store.search import JobSearch

BAR = 30
"""Signs of a bar that shows how far something is."""
Run = Callable[[argparse.Namespace], int]


class Parser(argparse.ArgumentParser):
    """A parser whose complaint is a `FollowupError`, like every other error."""

    def error(self, message: str) -> NoReturn:
        """Raise the complaint as one sentence."""
        raise FollowupError(f"{message}. See: {self.prog} --help")

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """Let a command, too, refuse what it doesn't know: its own help has what it does."""
        known, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(f"{' '.join(unknown)} is not known here")
        return known, unknown


class Commands:
    """The commands of `followup`; a group adds its own with `bare`, `command` or `dated`."""

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        self._commands = parser.add_subparsers(
            required=True, metavar="COMMAND", parser_class=Parser
        )

    def has(self, *names: str) -> bool:
        """Tell whether one of these commands was added."""
        return any(name in self._commands.choices for name in names)

    def bare(self, name: str, run: Run, about: str) -> argparse.ArgumentParser:
        """Add a command and return its parser."""
        made: argparse.ArgumentParser
        made = self._commands.add_parser(name, help=about, description=about)
        made.set_defaults(run=run)
        return made

    def command(self, name: str, run: Run, about: str) -> argparse.ArgumentParser:
        """Add a command, which takes `--search FOLDER`, and return its parser."""
        made = self.bare(name, run, about)
        made.add_argument("--search", type=folder, metavar="FOLDER", help="the search to use")
        return made

    def dated(self, name: str, run: Run, about: str) -> argparse.ArgumentParser:
        """Add a command for which time matters: it also takes `--today DATE`."""
        made = self.command(name, run, about)
        made.add_argument("--today", type=read_day, metavar="DATE", help="plan for this day")
        return made


def folder(text: str) -> Path:
    """Return the folder that was typed, or that `followup new` made for a name.

    A `file:` address is a folder, too. Raises `FollowupError` for none, and for another address.
    """
    if not text.strip():
        raise FollowupError(
            "The folder to use is empty; type its name, such as --search ~/Follow-up/Maya."
        )
    if "://" in text:
        text = _at(text)
    named = Path(text) if Path(text).exists() or Path(text).name != text else folder_of(text)
    return named if named.exists() else Path(text)


def folder_there(text: str) -> Path:
    """Return the folder that was typed; raises `FollowupError` when it is not there."""
    found = folder(text)
    if not found.is_dir():
        raise FollowupError(f"There is no folder {text} here; check its name.")
    return found


def _at(address: str) -> str:
    parts = urlsplit(address)
    if parts.scheme != "file" or parts.netloc not in ("", "localhost"):
        raise FollowupError(
            f"{address} is on no file system of this computer, and searches are read from folders "
            "only. Mount it, then type the folder it has here, such as /mnt/clients."
        )
    path = unquote(parts.path)
    return path[1:] if re.match("/[A-Za-z]:", path) else path  # /C:/ is C:/


def plain(words: Iterable[str]) -> list[str]:
    """Return words of a vocabulary as they are typed, to be shown as choices."""
    return [str(each) for each in words]


def word(words: Any) -> Callable[[str], str]:
    """Return a reader of one word of a vocabulary; it raises `FollowupError` for another."""

    def read(text: str) -> str:
        if text not in list(words):
            raise FollowupError(f"{text!r} is not known; allowed are {', '.join(words)}.")
        return text

    return read


def refuse_unknown(kind: str, typed: str, ids: Iterable[str]) -> None:
    """Raise `FollowupError` for an id that is none of `ids`; those that begin like it are named."""
    known = list(ids)
    if typed not in known:
        begun = [one for one in known if one.startswith(f"{typed.casefold()}-")]
        near = begun[:3] or get_close_matches(typed, known, n=3) or ["none"]
        raise FollowupError(
            f"There is no {kind} {typed!r} in this search; close to it: {', '.join(near)}. "
            "`followup export FILE.xlsx` lists the ids."
        )


def the_search(options: argparse.Namespace) -> JobSearch:
    """Return the search that is meant; raises `FollowupError` when none is open."""
    search = find_search(options.search)
    if search is None:
        raise FollowupError(
            "No search is open: name its folder with --search FOLDER, or make one with "
            "followup new NAME, or on the start page (followup open)."
        )
    search.keep_first()
    return search


def read(options: argparse.Namespace) -> tuple[Tables, dt.date]:
    """Return the tables of the search that is meant, and the day to plan for."""
    tables = the_search(options).read()
    return tables, current_day(tables, options.today)


def warn(tables: Tables, now: Plan) -> int:
    """Print what could not be used on stderr and return the exit code."""
    problems = [*tables.settings.problems, *filter(None, [now.facts.days.problem])]
    problems += [str(problem) for problem in now.facts.problems]
    for sentence in [*problems, *filter(None, [now.facts.days.note])]:
        print(sentence, file=sys.stderr)
    return 2 if problems else 0


def may_overwrite(made: argparse.ArgumentParser) -> None:
    """Let a command that writes a named file take `--overwrite`."""
    about = "overwrite a file that is already there, though never one of a search"
    made.add_argument("--overwrite", action="store_true", help=about)


def write(options: argparse.Namespace, *files: tuple[Path, bytes]) -> None:
    """Write files that were asked for; raises `FollowupError` as `write_named`."""
    write_named(files, overwrite=options.overwrite)


def progress(out: TextIO, what: str) -> Callable[[int, int], None] | None:
    """Return what draws a bar on a terminal, which is gone at the end; None for a file or pipe."""
    if not out.isatty():
        return None

    def draw(done: int, of: int) -> None:
        line = f"[{'#' * (BAR * done // of):{BAR}}] {done:,} of {of:,} {what}"
        print(f"\r{line}" if done < of else f"\r{' ' * len(line)}\r", end="", file=out, flush=True)

    return draw


def print_json(value: Any) -> None:
    """Print a value as JSON, names in any script as they are."""
    print(escaped(json.dumps(value, ensure_ascii=False, indent=2)))

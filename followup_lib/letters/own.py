"""A coach's own letters: `letters/<situation>/<file>.txt` in the folder of a search.

They win over ours, letter by letter. One that cannot be used is named, with its line, and ours is
used meanwhile. The same check holds for the letters that come with the workbook.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from followup_lib.letters.fields import ALWAYS, QUESTIONS, fields_of
from followup_lib.letters.template import (
    FIELD,
    FILE_OF_CHANNEL,
    FORMAL,
    OPTIONAL,
    VARIANTS,
    Letter,
    parse_letter,
)
from followup_lib.records.errors import Problem
from followup_lib.records.situations import UNWRITTEN, Situation

MOST_BYTES = 20_000
"""No letter is as long as this; a larger file is something else."""

SITUATIONS = tuple(s.value for s in Situation if s not in UNWRITTEN)
KINDS = tuple(dict.fromkeys(FILE_OF_CHANNEL.values()))

_BLANK = re.compile(r"\[\w[^\[\]{}]*\]|<+[A-Za-z][\w ]*>+")
"""A blank to fill in by hand: words in brackets without a field, or in angle brackets."""


@dataclass(frozen=True)
class OwnLetters:
    """Letters in the search's own folder `letters/`, which win over ours.

    `usable` maps a name ("thank_you/email.txt") to its letter. The `file` of each problem is
    "letters/" and the name.
    """

    usable: dict[str, Letter] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def about(self, name: str) -> list[Problem]:
        """Return why the letter `name` cannot be used; empty when it can, or is not there."""
        return [problem for problem in self.problems if problem.file == f"letters/{name}"]


NO_LETTERS = OwnLetters()
"""None of the coach's own: every message has our words."""


def read_own_letters(search_folder: Path) -> OwnLetters:
    """Read the letters in a search's folder; most searches have none."""
    folder = search_folder / "letters"
    if not folder.is_dir():
        return NO_LETTERS
    usable: dict[str, Letter] = {}
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*")):
        if path.is_dir() or path.name == "README.md" or path.name.startswith((".", "~$")):
            continue
        name = path.relative_to(folder).as_posix()
        text, found = _text_of(path, name)
        found = found or check_letter(name, text)
        problems += found
        if not found:
            usable[name] = parse_letter(name, text)
    return OwnLetters(usable, tuple(problems))


def check_letter(name: str, text: str) -> list[Problem]:
    """Return what keeps a letter from being used: its name, subject, brackets, or fields."""
    wrong_name = _check_name(name)
    if wrong_name:
        return wrong_name
    if not text.strip():
        return [_problem(name, 0, "is empty; write the letter, or delete the file.")]
    brackets = _check_brackets(name, text)
    found = [
        *_check_subject(name, text),
        *_check_braces(name, text),
        *(brackets or [*_check_needed(name, text), *_check_blanks(name, text)]),
        *_check_fields(name, text),
    ]
    return sorted(found, key=lambda problem: problem.row)


def _problem(name: str, line: int, sentence: str) -> Problem:
    return Problem(f"letters/{name}", line, "", sentence)


def _text_of(path: Path, name: str) -> tuple[str, list[Problem]]:
    if path.exists() and not path.is_file():
        return "", [_problem(name, 0, "isn’t a file; move it away.")]
    try:
        if path.stat().st_size > MOST_BYTES:
            much = f"is too long for a letter; allowed are {MOST_BYTES:,} bytes. Shorten it."
            return "", [_problem(name, 0, much)]
        data = path.read_bytes()
    except OSError as error:
        return "", [_problem(name, 0, f"cannot be opened ({error.strerror}); try again.")]
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n"), []
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return "", [_problem(name, line, "is not UTF-8 text; save the file again as UTF-8.")]


def _check_name(name: str) -> list[Problem]:
    situation, _, file = name.rpartition("/")
    if situation not in SITUATIONS:
        found = f"{situation or file!r} isn’t a situation; allowed are the folders "
        return [_problem(name, 0, f"{found}{', '.join(SITUATIONS)}. Rename the folder.")]
    plain = file.removesuffix(".txt").removesuffix(f"-{FORMAL}")
    kind, _, variant = plain.partition("-")
    if file.endswith(".txt") and kind in KINDS and (variant in VARIANTS or plain == kind):
        return []
    kinds = ", ".join(f"{kind}.txt" for kind in KINDS)
    endings = ", ".join(f"-{variant}" for variant in (*VARIANTS, FORMAL))
    allowed = f"allowed are {kinds}, each also with an ending: {endings} (email-second.txt)."
    return [_problem(name, 0, f"{file!r} isn’t the name of a letter; {allowed} Rename it.")]


def _check_subject(name: str, text: str) -> list[Problem]:
    first, _, rest = text.strip().partition("\n")
    is_subject = first.startswith("Subject:")
    if "/email" not in name:
        why = "“Subject:” belongs in e-mails only; delete this line."
        return [_problem(name, 1, why)] if is_subject else []
    if not first.removeprefix("Subject:").strip() or not is_subject:
        return [_problem(name, 1, "has no subject; begin an e-mail with “Subject: …”.")]
    if not rest.strip():
        return [_problem(name, 1, "has a subject and no letter; write the letter below it.")]
    if rest[:1] != "\n":
        return [_problem(name, 2, "leave an empty line between the subject and the letter.")]
    return []


def _check_braces(name: str, text: str) -> list[Problem]:
    """Tell the lines on which a brace holds no field."""
    found = dict(reversed([*_marks(FIELD.sub("", text), "{}")]))
    why = "a stray {}; a field is one word in braces, {{job_title}}. Fix it or delete it."
    return [_problem(name, line, why.format(mark)) for line, mark in sorted(found.items())]


def _check_brackets(name: str, text: str) -> list[Problem]:
    """Tell the first bracket that has no partner; what follows it cannot be judged."""
    opened = 0
    for line, mark in _marks(text, "[]"):
        if mark == "[" and opened:
            why = f"a [ inside the bracket of line {opened}; close that one with ] first."
            return [_problem(name, line, why)]
        if mark == "]" and not opened:
            why = "a stray ] with no [ before it; delete it, or open the bracket."
            return [_problem(name, line, why)]
        opened = line if mark == "[" else 0
    why = "the [ is never closed; put a ] where it ends."
    return [_problem(name, opened, why)] if opened else []


def _marks(text: str, marks: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n"), 1):
        yield from ((number, mark) for mark in line if mark in marks)


def _check_fields(name: str, text: str) -> list[Problem]:
    """Tell the fields that a letter for this situation does not have."""
    allowed = fields_of(name.partition("/")[0])
    known = ", ".join(f"{{{one}}}" for one in allowed)
    return [
        _problem(name, line, f"{{{found}}} isn’t a field here; allowed are {known}.")
        for line, found in _fields(text)
        if found not in allowed
    ]


def _check_needed(name: str, text: str) -> list[Problem]:
    """Tell the fields outside brackets that may be unknown and cannot be asked for."""
    allowed = fields_of(name.partition("/")[0])
    bare = OPTIONAL.sub(lambda bracket: "\n" * bracket[0].count("\n"), text)
    return [
        _problem(name, line, f"{{{found}}} may be unknown: put it in brackets, [ {{{found}}}].")
        for line, found in _fields(bare)
        if found in allowed and found not in (*QUESTIONS, *ALWAYS)
    ]


def _check_blanks(name: str, text: str) -> list[Problem]:
    """Tell the blanks of another notation, “[First Name]” or “<title>”: they would be sent so."""
    why = "{!r} isn’t a field and would be sent as it stands; a field is a word in braces, {{{}}}."
    return [
        _problem(name, text.count("\n", 0, blank.start()) + 1, why.format(blank[0], "job_title"))
        for blank in _BLANK.finditer(text)
    ]


def _fields(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n"), 1):
        yield from ((number, found) for found in FIELD.findall(line))

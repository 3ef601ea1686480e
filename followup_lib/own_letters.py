"""A coach's own letters: `letters/<situation>/<file>.txt` in the folder of a search.

They win over ours, letter by letter. One that cannot be used is named, with its line, and ours is
used meanwhile. The same check holds for the letters that come with the workbook.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from followup_lib.letter_fields import QUESTIONS, fields_of
from followup_lib.tables import OwnLetters, Problem
from followup_lib.template import FIELD, FILE_OF_CHANNEL, VARIANTS, Letter, parse_letter
from followup_lib.vocabulary import Situation

MOST_BYTES = 20_000
"""No letter is as long as this; a larger file is something else."""

SITUATIONS = tuple(s.value for s in Situation if s != Situation.REST)
KINDS = tuple(dict.fromkeys(FILE_OF_CHANNEL.values()))


def read_own_letters(search_folder: Path) -> OwnLetters:
    """Read the letters in a search's folder; most searches have none."""
    folder = search_folder / "letters"
    if not folder.is_dir():
        return OwnLetters()
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
        return [_problem(name, 0, "is empty; write the letter, or take the file away.")]
    return [*_check_subject(name, text), *_check_marks(name, text), *_check_fields(name, text)]


def _problem(name: str, line: int, sentence: str) -> Problem:
    return Problem(f"letters/{name}", line, "", sentence)


def _text_of(path: Path, name: str) -> tuple[str, list[Problem]]:
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
        found = f"{situation or file!r} is no situation; allowed are the folders "
        return [_problem(name, 0, f"{found}{', '.join(SITUATIONS)}. Rename the folder.")]
    kind, _, variant = file.removesuffix(".txt").partition("-")
    if file.endswith(".txt") and kind in KINDS and (variant in VARIANTS or file == f"{kind}.txt"):
        return []
    kinds = ", ".join(f"{kind}.txt" for kind in KINDS)
    endings = ", ".join(f"-{variant}" for variant in VARIANTS)
    allowed = f"allowed are {kinds}, each also with an ending: {endings} (email-second.txt)."
    return [_problem(name, 0, f"{file!r} is not the name of a letter; {allowed} Rename it.")]


def _check_subject(name: str, text: str) -> list[Problem]:
    first, _, rest = text.strip().partition("\n")
    subject, mark, words = first.partition("Subject:")
    is_subject = bool(mark) and not subject
    if "/email" not in name:
        why = "“Subject:” belongs in e-mails only; take this line away."
        return [_problem(name, 1, why)] if is_subject else []
    if not is_subject or not words.strip():
        return [_problem(name, 1, "has no subject; begin an e-mail with “Subject: …”.")]
    if rest[:1] != "\n":
        return [_problem(name, 2, "leave an empty line between the subject and the letter.")]
    return [] if rest.strip() else [_problem(name, 1, "has a subject and no letter; write it.")]


def _check_marks(name: str, text: str) -> list[Problem]:
    """Tell which braces hold no field and which brackets have no partner."""
    problems = [
        _problem(name, line, f"a stray {mark} ; a field is written {{job_title}}, a name in braces.")
        for line, mark in _marks(FIELD.sub("", text), "{}")
    ]
    opened = 0
    for line, mark in _marks(text, "[]"):
        if mark == "[" and opened:
            why = f"a [ inside the bracket of line {opened}; close that one with ] first."
            problems.append(_problem(name, line, why))
        if mark == "]" and not opened:
            why = "a stray ] with no [ before it; take it away, or open the bracket."
            problems.append(_problem(name, line, why))
        opened = line if mark == "[" else 0
    if opened:
        problems.append(_problem(name, opened, "the [ is never closed; put a ] where it ends."))
    return problems


def _marks(text: str, marks: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n"), 1):
        yield from ((number, mark) for mark in line if mark in marks)


def _check_fields(name: str, text: str) -> list[Problem]:
    allowed = fields_of(name.partition("/")[0])
    problems = []
    bare = re.sub(r"\[[^\[\]]*\]", lambda bracket: "\n" * bracket[0].count("\n"), text)
    for number, (line, outside) in enumerate(
        zip(text.split("\n"), bare.split("\n"), strict=True), 1
    ):
        for found in FIELD.findall(line):
            if found not in allowed:
                known = ", ".join(f"{{{one}}}" for one in allowed)
                why = f"{{{found}}} is not a field here; allowed are {known}."
                problems.append(_problem(name, number, why))
        for found in FIELD.findall(outside):
            if found in allowed and found not in QUESTIONS:
                why = f"{{{found}}} may be unknown: put it in brackets, [ {{{found}}}]."
                problems.append(_problem(name, number, why))
    return problems

"""What is typed in the terminal: folders, days, ids, words of a list, and what is left out."""

import argparse
import datetime as dt
import io
from importlib import import_module
from pathlib import Path

import pytest

from followup_lib.cli import GROUPS, main
from followup_lib.cli.common import Commands, Parser
from followup_lib.coaching import sessions
from followup_lib.store.new_search import practice_copy
from followup_lib.store.search import JobSearch

CASE = "cobblers-gate-credit-union-payroll-analyst"
NEAR = "cobblers-gate-credit-union-payrol-analyst"

pytestmark = pytest.mark.usefixtures("home")


def parsers() -> dict[str, argparse.ArgumentParser]:
    """Return the parser of each command."""
    parser = Parser(prog="followup")
    commands = Commands(parser)
    for group in GROUPS:
        import_module(f"followup_lib.cli.{group}").register(commands)
    (action,) = (a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    return dict(action.choices)


COMMANDS = parsers()


@pytest.mark.parametrize("name", [n for n in COMMANDS if n not in ("new", "jupyter-config")])
def test_an_empty_search_is_refused(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`--search ''` is no folder, least of all the one the terminal stands in."""
    assert main([name, "--search", ""]) == 2
    assert capsys.readouterr().err.startswith("The folder to use is empty")


@pytest.mark.parametrize("name", COMMANDS)
def test_choices_are_plain_words(name: str) -> None:
    """What may be chosen stands in the help and in a complaint as it is typed."""
    made = COMMANDS[name]
    assert "<" not in made.format_help()
    for action in made._actions:
        if action.choices:
            assert "<" not in repr(action.choices)


def test_help_lists_the_events() -> None:
    """The help of `log` tells every event that can be logged."""
    text = " ".join(COMMANDS["log"].format_help().split())
    assert "one of saved, applied, screen," in text


@pytest.mark.parametrize("typed", ["2026-3-5", "2026-03-05"])
def test_a_day_without_noughts_is_a_day(
    search: JobSearch, capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    """A month or day of one figure is read."""
    assert main(["today", "--today", typed, "--search", str(search.folder)]) == 0
    assert "Thu, March 5" in capsys.readouterr().out


UNKNOWN = [
    ["draft", NEAR],
    ["log", NEAR, "wrote"],
    ["tone", "FILE", "--application", NEAR],
    ["chart", "story", "--text", "--application", NEAR],
    ["handout", "x.html", "--script", NEAR],
]


@pytest.mark.parametrize("arguments", UNKNOWN, ids=[case[0] for case in UNKNOWN])
def test_an_unknown_application_is_said_to_be_unknown(
    search: JobSearch, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    """An id with a slip in it is refused with the one that was meant."""
    (tmp_path / "FILE").write_text("Hello", encoding="utf-8")
    arguments = [text.replace("FILE", str(tmp_path / "FILE")) for text in arguments]
    assert main([*arguments, "--search", str(search.folder)]) == 2
    error = capsys.readouterr().err
    assert error.startswith(f"There is no application '{NEAR}' in this search; close to it:")
    assert CASE in error


def test_the_beginning_of_an_id_names_those_that_begin_so(
    search: JobSearch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who types the first word of a company is told the whole id."""
    assert main(["draft", CASE.split("-")[0].title(), "--search", str(search.folder)]) == 2
    assert f"close to it: {CASE}" in capsys.readouterr().err


def test_an_unknown_reference_is_said_to_be_unknown(
    search: JobSearch, capsys: pytest.CaptureFixture[str]
) -> None:
    """So is the id of a reference; one that is like none says so."""
    known = search.read().references["reference_id"].iloc[0]
    here = ["--search", str(search.folder)]
    assert main(["draft", CASE, "--reference", f"{known}x", *here]) == 2
    assert f"close to it: {known}" in capsys.readouterr().err
    assert main(["log", "", "reference_asked", "--who", "qqqq", *here]) == 2
    assert "There is no reference 'qqqq' in this search" in capsys.readouterr().err
    assert main(["log", "", "reference_asked", "--who", known, *here]) == 0


def test_a_role_behind_a_comma_is_no_second_person(search: JobSearch) -> None:
    """What is typed as “name, role” notes one person, and their role."""
    here = ["--search", str(search.folder)]
    assert main(["log", CASE, "interview", "--who", "Priya, office manager", *here]) == 0
    tables = search.read()
    assert tables.timeline["who"].iloc[-1] == "Priya"
    people = zip(tables.people["name"], tables.people["role"], strict=True)
    assert ("Priya", "office manager") in {*people}


@pytest.fixture
def coached(search: JobSearch) -> JobSearch:
    """Return a search with two sessions, one of them long ago."""
    for day, focus in ((dt.date(2026, 2, 9), "The first"), (dt.date(2026, 3, 12), "The last")):

        def note(tables, day=day, focus=focus):
            return sessions.note_session(tables, day, focus=focus)

        search.edit("session", note)
    return search


@pytest.mark.parametrize(
    ("chosen", "focus", "said"),
    [
        ([], "The last", ": session 2, Thu, March 12."),
        (["--session", "1"], "The first", ": session 1, Mon, February 9."),
        (["--today", "2026-03-01"], "The first", ": session 1, Mon, February 9."),
    ],
)
def test_a_handout_is_of_the_latest_session(
    coached: JobSearch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    chosen: list[str],
    focus: str,
    said: str,
) -> None:
    """`handout` takes the latest session until today, or the one named, and says which it took."""
    file = tmp_path / "sheet.html"
    assert main(["handout", str(file), *chosen, "--search", str(coached.folder)]) == 0
    assert said in capsys.readouterr().out
    assert focus in file.read_text(encoding="utf-8")


def test_no_such_session(
    coached: JobSearch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another number is refused with how many there are."""
    where = ["--search", str(coached.folder)]
    for number in ("3", "0", "-1"):
        assert main(["handout", str(tmp_path / "x.html"), f"--session={number}", *where]) == 2
        assert f"There is no session {number}; there are 2" in capsys.readouterr().err


def test_remove_without_a_name_says_one_thing(
    search: JobSearch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the client's name nothing goes; one sentence says how, and it is no success."""
    assert main(["remove", "--search", str(search.folder)]) == 2
    output = capsys.readouterr()
    assert (output.out, output.err.count("\n")) == ("", 1)
    assert output.err.startswith("Nothing was deleted; to delete from ")
    assert (search.folder / "applications.csv").exists()


def test_who_has_left_is_noted(search: JobSearch, capsys: pytest.CaptureFixture[str]) -> None:
    """`followup person` notes how to reach somebody, or that they have left; nothing is asked."""
    options = ["--preferred-contact", "has_left", "--search", str(search.folder)]
    assert main(["person", CASE, "Mr. Orrin", *options]) == 0
    assert capsys.readouterr().out == "Noted about Mr. Orrin: has left.\n"
    people = search.read().people
    noted = people[people["name"] == "Mr. Orrin"]
    assert noted["preferred_contact"].tolist() == ["has_left"]
    assert main(["person", CASE, "Mr. Orrin", *options[2:]]) == 2
    assert capsys.readouterr().err.startswith("Say who it is, and what you know about them")


def test_a_console_that_lacks_a_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the console has no “Ł”, as one of Windows may, the rest is said all the same."""
    console = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    monkeypatch.setattr("sys.stdout", console)
    assert main(["new", "Łukasz"]) == 0
    console.flush()
    assert b"ukasz" in console.buffer.getvalue()


@pytest.mark.parametrize("name", ["clients", "rollup"])
def test_a_folder_typed_as_an_address(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A `file:` address is the folder; another one, and a folder that is not there, is told."""
    place = tmp_path / "our clients"
    practice_copy(place / "Maya")
    more = ["--text"] if name == "rollup" else []
    assert main([name, *more, "--folder", place.as_uri()]) == 0
    assert " yet." not in capsys.readouterr().out
    for address in ("s3://office/clients", "memory://clients", "file://server/clients"):
        assert main([name, *more, "--folder", address]) == 2
        assert capsys.readouterr().err.startswith(f"{address} is on no file system")
    assert main([name, *more, "--folder", str(place / "Nora")]) == 2
    assert capsys.readouterr().err.startswith("There is no folder ")

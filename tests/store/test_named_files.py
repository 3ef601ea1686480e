"""What goes out under a name somebody typed: never over a search, and over a file only if told."""

import argparse
import datetime as dt
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from followup_lib.cli import main
from followup_lib.coaching import sessions
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import Tables
from followup_lib.store.atomic import write_synced
from followup_lib.store.csv import FILES
from followup_lib.store.named_files import write_named
from followup_lib.store.new_search import create_search
from followup_lib.store.search import JobSearch
from tests.cli.test_typed import COMMANDS

READ = {"search", ("import", "file"), ("clients", "folder"), ("rollup", "folder")}
"""Arguments that name what is there already; all others name what is to be written."""
TODAY = dt.date(2026, 3, 16)
CASE = "acme-clerk"
ALONG = {
    ("draft", "eml"): [CASE, "--channel", "email"],
    ("draft", "ics"): [CASE],
    ("draft", "call_sheet"): [CASE, "--channel", "phone"],
    ("chart", "file"): ["reach"],
}
"""What else these commands are told."""
ENDINGS = {
    "calendar": ".ics",
    "export": ".csv",
    "chart": ".png",
    "handout": ".html",
    "rollup": ".csv",
}
"""The endings of commands that look at them."""


def writers() -> Iterator[tuple[str, argparse.Action]]:
    """Return each argument of a command that names what is to be written, with its command."""
    for command, made in COMMANDS.items():
        for action in made._actions:
            if action.type is Path and not READ & {action.dest, (command, action.dest)}:
                yield command, action


WRITERS = list(writers())
NAMES = [f"{command} {action.dest}" for command, action in WRITERS]


def arguments(command: str, action: argparse.Action, file: Path, search: JobSearch) -> list[str]:
    """Return the command line on which a command writes `file`."""
    named = [*action.option_strings[:1], str(file)]
    along = ALONG.get((command, action.dest), [])
    day = [] if command in ("copy", "redact") else ["--today", str(TODAY)]
    return [command, *along, *named, *day, "--search", str(search.folder)]


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "lock")
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a search with a file of every kind: states, drafts, messages, letters, imports."""

    def change(tables: Tables) -> Tables:
        acme = {"company": "Acme", "job_title": "Clerk", "contact_name": "Mr. Hall"}
        tables, here = edits.add_application(tables, **acme, contact_phone="(609) 555-0144")
        tables, _ = edits.add_reference(tables, name="Dr. Amin")
        tables = edits.log(tables, here, "interview", dt.date(2026, 3, 2))
        tables = edits.note_person(tables, here, "Ms. Ortiz")
        return sessions.commit(tables, TODAY, "call Mr. Hall", TODAY, 8)

    search = create_search(
        tmp_path_factory.mktemp("template") / "Noor", name="Noor", phone="(609) 555-0177"
    )
    search.edit("add Acme", change, messages={"sent.eml": b"Hello"})
    search.keep("letter", {"body": "half"})
    for name in ("letters/README.md", "imports/001 list.csv.txt"):
        (search.folder / name).parent.mkdir(parents=True)
        (search.folder / name).write_text("Subject: Hello\n\nHello", encoding="utf-8")
    for kind in ENDINGS.values():
        (search.folder / "messages" / f"mine{kind}").write_bytes(b"mine")
    return search.folder


@pytest.fixture
def search(template: Path, tmp_path: Path) -> JobSearch:
    """Return a copy of that search."""
    return JobSearch(shutil.copytree(template, tmp_path / "Noor"))


def test_every_command_that_writes_a_file_is_here() -> None:
    """The list is the parser's own, and each of its commands takes `--overwrite` but for a folder.

    A new command that names a file is in it, unless it says above that it only reads.
    """
    assert len(WRITERS) >= 9
    assert {command for command, _ in WRITERS} >= {"export", "draft", "chart", "handout", "copy"}
    for command, action in WRITERS:
        if action.dest != "folder":
            with pytest.raises(SystemExit) as stopped:
                main([command, "--overwrite", "--help"])
            assert stopped.value.code == 0


@pytest.mark.parametrize(("command", "action"), WRITERS, ids=NAMES)
def test_no_command_writes_over_a_file_of_a_search(
    search: JobSearch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    command: str,
    action: argparse.Action,
) -> None:
    """Every file of the search is refused, and another's table, though told to overwrite.

    Commands that look at the ending meet the files that have theirs; of all the files of earlier
    states and drafts one stands for the others.
    """
    other = shutil.copytree(search.folder, tmp_path / "Ruth")
    before = contents(search.folder)
    kept = [name for name in before if name.startswith(".workbook")]
    names = [name for name in before if name not in kept[1:]]
    assert {*FILES, "messages/sent.eml", "letters/README.md"} <= set(names)
    paths = [*map(search.folder.joinpath, names), *map(other.joinpath, ("timeline.csv", *kept[:1]))]
    overwrite = ["--overwrite"] if action.dest != "folder" else []
    for path in [path for path in paths if path.name.endswith(ENDINGS.get(command, ""))]:
        assert main([*arguments(command, action, path, search), *overwrite]) == 2
        said = capsys.readouterr().err
        assert said.startswith(f"{path} belongs to the search in")
        free = re.findall(r"such as (.+)\.$", said)
        assert not Path(free[0]).exists()
    assert contents(search.folder) == contents(other) == before


@pytest.mark.parametrize(("command", "action"), WRITERS, ids=NAMES)
def test_a_file_that_is_there_is_kept_until_told(
    search: JobSearch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    command: str,
    action: argparse.Action,
) -> None:
    """Any other file is refused with a free name beside it; told so, it is written over."""
    file = tmp_path / f"mine{ENDINGS.get(command, '.txt')}"
    file.write_bytes(b"mine")
    line = arguments(command, action, file, search)
    assert main(line) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"{file} is already there; nothing was written. Name a new")
    assert f"such as {tmp_path / f'mine-2{file.suffix}'}" in said
    assert file.read_bytes() == b"mine"
    if action.dest != "folder":
        assert "--overwrite" in said
        assert main([*line, "--overwrite"]) == 0
        assert file.read_bytes() != b"mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["Noor", file.name]


def test_the_overview_in_the_folder_of_a_search(
    search: JobSearch, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Run inside the folder, the name of a table is refused, and the name offered is taken."""
    monkeypatch.chdir(search.folder)
    before = contents(search.folder)
    assert main(["export", "applications.csv", "--search", "."]) == 2
    assert "such as new-applications.csv." in capsys.readouterr().err
    assert contents(search.folder) == before
    assert main(["export", "new-applications.csv", "--search", "."]) == 0
    assert main(["check", "--search", "."]) == 0
    assert "second copy" not in capsys.readouterr().out


@pytest.mark.parametrize("name", [*FILES, "messages", "letters/x/email.txt", "imports/1.txt"])
def test_a_name_of_a_search_is_its_own_before_it_is_there(tmp_path: Path, name: str) -> None:
    """What a search would later read as its own is refused though it is not there yet."""
    (tmp_path / "timeline.csv").write_bytes(b"event_id\n")
    with pytest.raises(FollowupError, match="belongs to the search"):
        write_named([(tmp_path / name, b"x")])
    assert [path.name for path in tmp_path.iterdir()] == ["timeline.csv"]


@pytest.mark.parametrize("there", ["settings.toml", ".workbook"])
def test_a_search_synced_halfway_is_one(tmp_path: Path, there: str) -> None:
    """Settings or earlier states alone make a folder a search: no table is slipped in there."""
    (tmp_path / there).mkdir()
    with pytest.raises(FollowupError, match="belongs to the search"):
        write_named([(tmp_path / "people.csv", b"x")])


def ways(search: JobSearch, place: Path) -> Iterator[Path]:
    """Return other ways to name a file of a search."""
    folder = search.folder
    yield folder / "imports" / ".." / "timeline.csv"
    yield folder / "TimeLine.CSV"
    yield folder / "references.csv."
    links = {"file": folder / "timeline.csv", "place": folder, "free": folder / "people.csv"}
    for name, target in links.items():
        (place / name).symlink_to(target)
    yield place / "file"
    yield place / "place" / "timeline.csv"
    yield place / "free"
    (place / "outside").mkdir()
    (folder / "messages").symlink_to(place / "outside")
    yield folder / "messages" / "sent.eml"


def test_no_way_around(tmp_path: Path) -> None:
    """Links, two dots, capitals and a dot at the end are seen through."""
    search = create_search(tmp_path / "New", name="Noor Haddad")
    (tmp_path / "place").mkdir()
    for path in ways(search, tmp_path / "place"):
        before = contents(search.folder)
        with pytest.raises(FollowupError, match="belongs to the search"):
            write_named([(path, b"x")], overwrite=True)
        assert contents(search.folder) == before


def test_a_hard_link_to_a_table_is_replaced_and_the_table_stays(search: JobSearch) -> None:
    """A second name of a table, far from its folder, can be written over without the table."""
    table, other = search.folder / "timeline.csv", search.folder.parent / "other.csv"
    before = table.read_bytes()
    os.link(table, other)
    write_named([(other, b"new")], overwrite=True)
    assert (table.read_bytes(), other.read_bytes()) == (before, b"new")


def test_all_or_none(tmp_path: Path) -> None:
    """When one of several files is refused, or two have one name, none is written."""
    (tmp_path / "b").write_bytes(b"mine")
    for second in ("b", "./a"):
        with pytest.raises(FollowupError):
            write_named([(tmp_path / "a", b"1"), (tmp_path / second, b"2")])
        assert [path.name for path in tmp_path.iterdir()] == ["b"]


@pytest.mark.parametrize("overwrite", [True, False])
@pytest.mark.parametrize("step", ["write_synced", "Path.replace"])
def test_a_disk_full_at_the_second_file_leaves_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, overwrite: bool
) -> None:
    """Of several files asked for at once all are there at the end, or things are as before."""
    (tmp_path / "other").write_bytes(b"mine")
    if overwrite:
        (tmp_path / "a").write_bytes(b"mine")
    before, done = contents(tmp_path), []
    real = {"write_synced": write_synced, "Path.replace": Path.replace}[step]

    def full(path: Path, *rest: Any) -> Any:
        done.append(path)
        if len(done) == 3:
            raise OSError(28, "No space left on device")
        return real(path, *rest)

    monkeypatch.setattr(f"followup_lib.store.named_files.{step}", full)
    with pytest.raises(FollowupError, match=r"c could not be written .* nothing was changed"):
        write_named([(tmp_path / name, b"new") for name in "abc"], overwrite=overwrite)
    assert contents(tmp_path) == before


def test_what_is_no_file_is_never_written_over(tmp_path: Path) -> None:
    """A folder stays one, told to overwrite or not."""
    (tmp_path / "a").mkdir()
    with pytest.raises(FollowupError, match="is already there"):
        write_named([(tmp_path / "a", b"x")], overwrite=True)


@pytest.mark.parametrize("name", ["/", "."])
def test_a_name_that_is_a_folder(
    name: str, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What has no name of its own is refused in a sentence, and nothing is taken away."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FollowupError, match="is a folder; add the name of what is to be written"):
        write_named([(Path(name), b"x")])

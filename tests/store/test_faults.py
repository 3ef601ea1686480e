"""Every call that changes the disk fails once: what is read then is the old or the new, whole."""

import datetime as dt
import os
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from followup_lib.app.workspace import remember
from followup_lib.coaching import sessions
from followup_lib.coaching.client_files import copy_of
from followup_lib.coaching.private_notes import write_notes
from followup_lib.coaching.redact import redacted_files
from followup_lib.exchange.bytes_in import read_grid
from followup_lib.exchange.layout import lay_out
from followup_lib.exchange.report import Import
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.letter.model import LetterModel
from followup_lib.pages.letter.sent_model import SentModel
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import Tables
from followup_lib.store.named_files import write_named, write_new_folder
from followup_lib.store.new_search import create_search, practice_copy
from followup_lib.store.search import JobSearch
from tests.store.faults import ERRORS, KINDS, Cut, Disk

DAY = dt.date(2026, 3, 16)
FAULTS = 3
"""How many calls of each operation fail at random; FOLLOWUP_FAULTS may name another number."""
IN_TURN = (22, 9)
"""How many fail in turn, of each edit of a search and of each of the others."""
LIST = b"Company,Job Title,Date Applied,Status\nHill,Clerk,3/5/2026,Applied\n"


def add(tables: Tables) -> Tables:
    """Add an application with a person and an event: three tables change."""
    tables, made = edits.add_application(tables, company="Ash", job_title="Editor")
    tables = edits.note_person(tables, made, "Ms. Ortiz")
    return edits.log(tables, made, "wrote", DAY, message="ash.eml")


def log(tables: Tables) -> Tables:
    """Log an event: one table changes."""
    return edits.log(tables, "acme-clerk", "wrote", DAY)


def bring_in(place: Path) -> None:
    """Bring a list in."""
    search = JobSearch(place / "Noor")
    Import("list.csv", lay_out(read_grid(LIST, "list.csv"), "list.csv")).into(
        search.edit, search.folder, DAY
    )


def first_edit(place: Path) -> None:
    """Edit a search in which nothing was ever edited."""
    JobSearch(place / "Ada").edit("add", add, messages={"ash.eml": b"Hello"})


def edit(place: Path) -> None:
    """Change three tables and add a message."""
    JobSearch(place / "Noor").edit("add", add, messages={"ash.eml": b"Hello"})


def settings(place: Path) -> None:
    """Change a setting."""
    JobSearch(place / "Noor").set_settings("seeker", name="Noor H.")


def session(place: Path) -> None:
    """Note a session and what will be done."""
    search = JobSearch(place / "Noor")
    search.edit("commit", lambda t: sessions.commit(t, DAY, "call Mr. Hall", DAY, 8))


def undo(place: Path) -> None:
    """Undo an edit with a message."""
    JobSearch(place / "Noor").undo()


def restore(place: Path) -> None:
    """Bring the first state back."""
    JobSearch(place / "Noor").restore(1)


def form(place: Path) -> None:
    """Keep what was typed into a form."""
    JobSearch(place / "Noor").keep("form", {"body": "new"})


def out(place: Path) -> None:
    """Write a draft and a reminder under names that are free."""
    write_named([(place / "new.eml", b"Subject: x\r\n\r\ny" * 9), (place / "new.ics", b"BEGIN:")])


def out_over(place: Path) -> None:
    """Write a draft and a list over others."""
    files = [(place / "mine.eml", b"Subject: x"), (place / "mine.csv", b"a,b\n")]
    write_named(files, overwrite=True)


def copy(place: Path) -> None:
    """Pack a client's copy."""
    write_named([(place / "copy.zip", copy_of(JobSearch(place / "Noor")))])


def redact(place: Path) -> None:
    """Write a copy in which nobody is recognized."""
    write_new_folder(place / "nobody", redacted_files(JobSearch(place / "Noor").read(), -104))


def new_search(place: Path) -> None:
    """Make a search."""
    create_search(place / "Ruth", name="Ruth")


def practice(place: Path) -> None:
    """Make the practice copy."""
    practice_copy(place / "Practice")


def notes(place: Path) -> None:
    """Write a coach's private notes."""
    write_notes(place / "coach" / "Noor.txt", "new notes")


def open_search(place: Path) -> None:
    """Make another search the one that opens next time."""
    remember(JobSearch(place / "Ada"))


def sent(place: Path) -> None:
    """Say “I sent it” on a page."""
    desk = Desk(JobSearch(place / "Noor"), DAY)
    SentModel(LetterModel(desk, "05_no_date_and_other_waits")).log(DAY, "email")


EDITS = (first_edit, edit, settings, session, undo, restore, bring_in)
OTHERS = (sent, form, out, out_over, copy, redact, new_search, practice, notes, open_search)
OPERATIONS: tuple[Callable[[Path], None], ...] = (*EDITS, *OTHERS)
TRIED = len(EDITS) * IN_TURN[0] + len(OTHERS) * IN_TURN[1], len(OPERATIONS) * FAULTS
"""How many calls fail in all, in turn and at random."""


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a place with two searches, one edited often, and files that somebody named."""
    place = tmp_path_factory.mktemp("template")
    create_search(place / "Ada", name="Ada")
    search = create_search(place / "Noor", name="Noor", email="noor@home.example")
    acme = {"company": "Acme", "job_title": "Clerk", "contact_name": "Mr. Hall"}
    acme["contact_email"] = "hall@acme.example"
    search.edit("add Acme", lambda tables: edits.add_application(tables, **acme)[0])
    search.edit("talk", lambda t: edits.log(t, "acme-clerk", "interview", dt.date(2026, 2, 24)))
    search.edit("thank", lambda t: edits.log(t, "acme-clerk", "thanked", dt.date(2026, 2, 25)))
    search.edit(
        "receive",
        lambda tables: edits.log(
            tables, "acme-clerk", "heard_back", dt.date(2026, 2, 26), message="theirs.eml"
        ),
        messages={"theirs.eml": b"Hi"},
    )
    search.keep("form", {"body": "old"})
    write_notes(place / "coach" / "Noor.txt", "old notes")
    for name in ("mine.eml", "mine.csv"):
        (place / name).write_text("mine")
    return place


def seen(place: Path) -> dict[str, object]:
    """Return what a person finds: files but reports of imports, what was typed, what undo does."""
    files = [path for path in place.rglob("*") if path.is_file()]
    found: dict[str, object] = {
        str(path.relative_to(place)): path.read_bytes()
        for path in files
        if not {".workbook", "imports"} & {*path.parts} and ".tmp" not in str(path)
    }
    noor = JobSearch(place / "Noor")
    return found | {"form": noor.kept("form"), "undo": noor.last_edit()}


def left(place: Path) -> list[str]:
    """Return the files that are nobody's."""
    return [path.name for path in place.rglob("*") if re.search(r"\.(tmp|new|old)$", path.name)]


def run(operation: Callable[[Path], None], disk: Disk) -> str:
    """Do an operation on a disk; return the sentence it ends with, "" when it is done."""
    said = ""
    with disk.mounted():
        try:
            operation(disk.root)
        except FollowupError as error:
            said = str(error)
        except Cut:
            said = "cut"
    disk.lose()
    return said


def wrong(
    operation: Callable[[Path], None],
    disk: Disk,
    old: dict[str, object],
    new: dict[str, object],
) -> str:
    """Return what is wrong with what an operation left behind on a disk, "" when nothing is."""
    place, said = disk.root, run(operation, disk)
    if re.search(r"None|Errno|^ | {2}|“”|''", said):
        return f"a sentence that names nothing: {said}"
    JobSearch(place / "Noor").read()
    for name in ("Noor", "Ada"):  # the next use
        JobSearch(place / name).set_settings("pace", gap=7)
        JobSearch(place / name).undo()
    now = seen(place)
    if not said and now != new:
        return f"done, and not the new state: {differs(now, new)}"
    mixed = [name for name in now if now[name] not in (old.get(name), new.get(name))]
    if mixed or (operation in EDITS and now not in (old, new)):
        return f"neither old ({differs(now, old)}) nor new ({differs(now, new)}): {said}"
    if "nothing was changed" in said and now != old and disk.kind != "broken":
        return f"changed all the same: {said}"
    if now != new:  # once more, now that the disk is well
        again = run(operation, Disk(place))
        if "already" not in again and (again or seen(place) != new):
            return f"not done at the next try: {again} {differs(seen(place), new)}"
    damaged = [state for state in JobSearch(place / "Noor").backups.states() if not state.read()]
    return f"left: {left(place)} {damaged}" if left(place) or damaged else ""


def differs(one: dict[str, object], other: dict[str, object]) -> list[str]:
    """Return the names under which two places differ."""
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


def walk(
    operation: Callable[[Path], None],
    template: Path,
    place: Path,
    draws: list[tuple[int, str, int]],
) -> list[str]:
    """Fail the calls drawn, each in a place made anew; return what went wrong."""

    def anew() -> None:
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(template, place)

    anew()
    old = seen(place)
    disk = Disk(place)
    run(operation, disk)
    new, found = seen(place), []
    for at, kind, error in draws:
        anew()
        drawn = Disk(place, 1 + at % disk.count, kind, error)
        trouble = wrong(operation, drawn, old, new)
        assert drawn.failed or kind == "full"  # near the end nothing may need space any more
        found += [f"call {drawn.at}, {drawn.failed}, {kind}: {trouble}"] if trouble else []
    return found


@pytest.fixture
def place(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where the searches are; what opens next time is kept there as well."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "place" / "config"))
    return tmp_path / "place"


QUICK = (edit, undo, form, out_over, notes)


@pytest.mark.parametrize(
    "operation",
    [
        pytest.param(each, id=each.__name__, marks=[] if each in QUICK else pytest.mark.slow)
        for each in OPERATIONS
    ],
)
def test_a_call_that_fails(template: Path, place: Path, operation: Callable[[Path], None]) -> None:
    """The old or the new is found whole, or the next use finishes it; the next try works.

    Each second call fails, the way it fails going round: every call of every kind is the walk
    that `docs/trust.md` tells of.
    """
    draws = [
        (number * 2, KINDS[number % len(KINDS)], ERRORS[number % len(ERRORS)])
        for number in range(IN_TURN[operation not in EDITS])
    ]
    assert walk(operation, template, place, draws) == []


def test_what_a_broken_disk_left_goes_with_the_next_try(template: Path, place: Path) -> None:
    """Of two files only one may be there, and nothing else, also when the next try is refused."""
    draws = [(number, "broken", ERRORS[0]) for number in range(9, 20)]
    assert walk(out, template, place, draws) == []


@pytest.mark.slow
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda each: each.__name__)
def test_a_call_at_random(template: Path, place: Path, operation: Callable[[Path], None]) -> None:
    """Whichever call fails in whichever way, drawn at random: the same."""
    chance = random.Random(operation.__name__)
    draws = [
        (chance.randrange(9999), chance.choice(KINDS), chance.choice(ERRORS))
        for _ in range(int(os.environ.get("FOLLOWUP_FAULTS", FAULTS)))
    ]
    assert walk(operation, template, place, draws) == []

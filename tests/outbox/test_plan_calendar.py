"""The plan in a calendar: read back as a calendar program does, two days running."""

import datetime as dt
from pathlib import Path
from typing import Any

import icalendar
import pytest

from followup_lib.advice.plan import plan
from followup_lib.cli import main
from followup_lib.outbox.calendar import as_ics
from followup_lib.outbox.plan_calendar import PlanFile, is_plan_of, plan_calendar
from followup_lib.records import edits
from followup_lib.records.rows import PlanRow, rows_as
from followup_lib.records.tables import Tables
from followup_lib.store.search import JobSearch
from tests.advice.situations import day, search

FACTS = {
    "acme": "interview 3-05; thanked 3-06; they_promised 3-05 due 3-12",
    "hill": "interview 3-05; thanked 3-06; i_promised 3-05 due 3-20 via phone",
    "reed": "interview 3-05; thanked 3-06; interview_planned 3-09 due 3-19 who 'Mr. Hall'",
    "moss": "interview 3-05; thanked 3-06; on_hold 3-09 due 3-27",
    "fern": "interview 2025-10-05; rejected 2025-10-20",
}
JOBS = {job: {"contact_name": f"Ms. {job.title()}"} for job in FACTS}


def made(tables: Tables, today: str, before: dict[str, Any] | None = None) -> PlanFile:
    """Return the calendar file of a day."""
    return plan_calendar(plan(tables, day(today)), "Maya", before or {})


def imported(*files: PlanFile) -> dict[str, Any]:
    """Return what a calendar holds after these files came in: by id the newest, no canceled one."""
    held: dict[str, Any] = {}
    for file in files:
        for event in icalendar.Calendar.from_ical(file.data).events:
            before = held.get(event["UID"])
            if before is None or event["SEQUENCE"] > before["SEQUENCE"]:
                held[event["UID"]] = event
    return {uid: event for uid, event in held.items() if event.get("STATUS") != "CANCELLED"}


def shown(held: dict[str, Any]) -> list[tuple[str, dt.date]]:
    """Return title and day of what a calendar shows."""
    days = {uid: event.decoded("DTSTART") for uid, event in held.items()}
    plain = {uid: on.date() if isinstance(on, dt.datetime) else on for uid, on in days.items()}
    return sorted((str(held[uid]["SUMMARY"]), on) for uid, on in plain.items())


def test_the_whole_plan_as_far_as_it_is_known() -> None:
    """What is for today, what opens later or wakes, and the talk ahead; nothing that ended."""
    held = imported(made(search(FACTS, JOBS), "3-16"))
    assert shown(held) == [
        ("Call Ms. Hill: Hill, payroll analyst", day("3-20")),
        ("Interview: Reed, payroll analyst", day("3-19")),
        ("See what comes next: Moss, payroll analyst", day("3-31")),
        ("See what comes next: Reed, payroll analyst", day("3-20")),
        ("Write to Ms. Acme: Acme, payroll analyst", day("3-16")),
    ]
    why = {str(event["SUMMARY"]): str(event["DESCRIPTION"]) for event in held.values()}
    assert why["Write to Ms. Acme: Acme, payroll analyst"].startswith("They said Thu, March 12.")
    assert why["Interview: Reed, payroll analyst"] == "With Mr. Hall."


def test_the_next_day_it_updates_itself() -> None:
    """What still waits moves along, what was moved has its new day, nothing stands twice."""
    first = made(search(FACTS, JOBS), "3-16")
    later = FACTS | {"hill": FACTS["hill"] + "; moved 3-16 due 3-23 settles 3"}
    second = made(search(later, JOBS), "3-17", first.given)
    held = shown(imported(first, second))
    assert ("Write to Ms. Acme: Acme, payroll analyst", day("3-17")) in held
    assert ("Call Ms. Hill: Hill, payroll analyst", day("3-23")) in held
    assert len(held) == 5


def test_what_no_longer_holds_vanishes() -> None:
    """Two were given up: their reminders ahead are canceled, also when a day goes by between."""
    first = made(search(FACTS, JOBS), "3-16")
    over = FACTS | {job: f"{FACTS[job]}; withdrawn 3-16" for job in ("reed", "moss")}
    second = made(search(over, JOBS), "3-17", first.given)
    third = made(search(over, JOBS), "3-18", first.given)
    for files in ((first, second), (first, third), (first, second, third)):
        titles = " ".join(title for title, _ in shown(imported(*files)))
        assert ("Acme" in titles, "Reed" in titles, "Moss" in titles) == (True, False, False)
    assert second.taken_back == 3


def test_of_one_day_the_later_file_counts() -> None:
    """Written twice on a day, the second replaces the first, and takes back what it had."""
    first = made(search(FACTS, JOBS), "3-16")
    asked = FACTS | {"acme": FACTS["acme"] + "; wrote 3-16 for their_date_passed"}
    second = made(search(asked, JOBS), "3-16", first.given)
    titles = dict(shown(imported(first, second)))
    assert titles["Write to Ms. Acme: Acme, payroll analyst"] == day("3-23")


def test_what_was_canceled_may_come_again() -> None:
    """An edit taken back brings its reminder back."""
    first = made(search(FACTS, JOBS), "3-16")
    over = FACTS | {"reed": FACTS["reed"] + "; rejected 3-16"}
    second = made(search(over, JOBS), "3-17", first.given)
    third = made(search(FACTS, JOBS), "3-17", second.given)
    assert shown(imported(first, second, third)) == shown(imported(third))


def test_a_single_reminder_is_the_same_event() -> None:
    """The reminder of one letter and the event of its row in the plan have one id."""
    tables = search(FACTS, JOBS)
    row = rows_as(PlanRow, plan(tables, day("3-16")).of("acme"))[0]
    single = icalendar.Calendar.from_ical(as_ics(row, "x", "y", day("3-16"), "Maya")).events[0]
    assert single["UID"] in imported(made(tables, "3-16"))


def test_a_folder_may_be_named_anything() -> None:
    """A name of several lines, or one that is no text at all, makes no line of its own."""
    tables = search(FACTS, JOBS)
    made = plan_calendar(plan(tables, day("3-16")), "Maya\r\nATTACH:x\udcff", {})
    lines = made.data.decode().splitlines()
    assert "X-WR-CALNAME:Follow-up: Maya  ATTACH:x " in lines
    assert len(imported(made)) == len(imported(plan_calendar(plan(tables, day("3-16")), "M", {})))


def test_two_searches_never_share_an_event() -> None:
    """A coach may bring in two clients with one job in common."""
    now = plan(search(FACTS, JOBS), day("3-16"))
    one, two = (imported(plan_calendar(now, name, {})) for name in ("Maya", "Noor"))
    assert not set(one) & set(two)


@pytest.fixture
def folder(search: JobSearch) -> Path:
    """Return the folder of a search on disk."""
    return search.folder


def test_in_the_terminal_our_own_file_is_updated(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The plan's own file is written again without a word; any other file is left alone."""
    file, other = tmp_path / "plan.ics", tmp_path / "mine.ics"
    other.write_text("BEGIN:VCALENDAR\r\nPRODID:-//Mine\r\nEND:VCALENDAR\r\n")
    run = ["--search", str(folder), "--today"]
    assert main(["calendar", str(file), *run, "2026-03-16"]) == 0
    first = file.read_bytes()
    assert main(["calendar", str(file), *run, "2026-03-17"]) == 0
    assert file.read_bytes() != first
    assert is_plan_of(file, folder.name)
    assert not is_plan_of(file, "Somebody else")
    assert main(["calendar", str(other), *run, "2026-03-17"]) == 2
    assert "is already there; nothing was written" in capsys.readouterr().err
    assert other.read_bytes().startswith(b"BEGIN:VCALENDAR\r\nPRODID:-//Mine")


def test_the_next_file_takes_back_what_the_last_one_gave(folder: Path, tmp_path: Path) -> None:
    """Whatever the files are called, what is remembered beside the search is what was given."""
    run = ["--search", str(folder), "--today"]
    main(["calendar", str(tmp_path / "a.ics"), *run, "2026-03-16"])
    kept = JobSearch(folder).kept("calendar")["events"]
    job = next(uid for uid in kept if ".rest@" not in uid).partition(".")[0]
    JobSearch(folder).edit("a no", lambda t: edits.log(t, job, "withdrawn", dt.date(2026, 3, 16)))
    main(["calendar", str(tmp_path / "b.ics"), *run, "2026-03-16"])
    assert b"STATUS:CANCELLED" in (tmp_path / "b.ics").read_bytes()

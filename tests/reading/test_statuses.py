"""Status cells: a table to read, and what holds for any cell at all."""

import datetime as dt
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_lib.reading.days import Order
from followup_lib.reading.standings import status_meaning
from followup_lib.reading.statuses import read_status
from followup_lib.records.vocabulary import MEETINGS, Stage, Status

TODAY = dt.date(2026, 3, 16)
TEXT = (Path(__file__).parent / "statuses.txt").read_text(encoding="utf-8")
LINES = [
    tuple(part.strip() for part in line.split("|"))
    for line in TEXT.splitlines()
    if "|" in line and not line.startswith("#")
]


@pytest.mark.parametrize(("cell", "meaning"), LINES)
def test_what_a_status_cell_tells(cell: str, meaning: str) -> None:
    """Each cell tells its stage, status and day, or is asked."""
    read = read_status(cell, TODAY)
    told = ["-"]
    if found := read.fact:
        told = [found.stage] + [found.status] * (found.status != Status.ACTIVE)
        told += [f"{found.on}{' i' * (read.sure == 'inferred')}"] if found.on else []
        told += ["planned"] * found.planned
        told += ["no talk"] * (found.stage in MEETINGS and not found.talk)
    assert ", ".join(told) == meaning


def test_the_list_tells_the_year() -> None:
    """A day without a year is the one nearest to the other days of its row."""
    found = read_status("Offer 1/9", TODAY, near=[dt.date(2018, 12, 1)])
    assert (found.fact and found.fact.on, found.sure) == (dt.date(2019, 1, 9), "inferred")


def test_a_day_nobody_can_tell_leaves_the_standing() -> None:
    """Where the order of day and month is unknown the standing is read, and no day made up."""
    found = read_status("Rejected 3/10/2026", TODAY, "unknown")
    assert (found.fact.status, found.fact.on, found.left) == ("rejected", None, "3/10/2026")


def test_words_of_the_list_come_first() -> None:
    """What an export means by its word is what that word tells."""
    assert status_meaning("Rejected", {"rejected": "applied withdrawn"}) == ("applied", "withdrawn")


def test_what_is_read_is_said() -> None:
    """A reading has the sentence a person confirms."""
    found = read_status("interview sched 3/20/2026 10am", TODAY)
    assert found.read_back == "We read this as interview, Fri, March 20 (to come)."


@pytest.mark.parametrize("word", ["rejected", "offer", "interview done", "accepted", "ghosted"])
@pytest.mark.parametrize(
    "denied", ["not {}", "never {}", "{}?", "maybe {}", "hoping {}", "{} (no)"]
)
def test_a_denied_status_is_never_that_status(word: str, denied: str) -> None:
    """Whatever is denied or doubted is asked, never taken for what it denies."""
    assert status_meaning(denied.format(word)) is None


TIMED = """interview sched 12/3 10am
offer 3/4 10am
final round 5/6/2026 9:00
applied 3/1 9am, interview 3/10 2pm
phone screen 3/4 at 2 p.m. EST
onsite 4/5/2026, 9:00-12:00
rejected 2/3 5:30pm
zoom interview 3/4 2pm & 3/5 3pm
OA 4/5 due 11:59pm
had call 2/1 at 10:30 (EST)"""


@pytest.mark.parametrize("order", ["month", "day", "unknown"])
@pytest.mark.parametrize("cell", TIMED.splitlines())
def test_a_time_beside_a_day(cell: str, order: Order) -> None:
    """Whether or not the day can be told, a time beside it changes nothing."""
    found = read_status(cell, TODAY, order)
    assert found.fact is None or found.used == cell


PIECES = """offer rejected not interview done ( ) sched final round 3/10 11/9/2025 no reply ? ! - ,
10am 9:00 applied to apply oa accepted i declined phone screen waiting for ghosted before after"""


CELLS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES.split())).map(" ".join))


@given(CELLS, st.sampled_from(["month", "day", "unknown"]))
def test_any_cell_at_all(cell: str, order: Order) -> None:
    """No cell crashes; each tells a stage and status of ours, or is left whole."""
    found = read_status(cell, TODAY, order)
    if found.fact is None:
        assert (found.sure, found.left) == ("unclear", " ".join(cell.split()))
    else:
        assert found.fact.stage in list(Stage)
        assert found.fact.status in list(Status)
        assert "?" not in cell


@pytest.mark.parametrize("piece", ["(", " ", "9", "not ", "interview ", "(a"])
def test_time_grows_as_the_text_does(piece: str) -> None:
    """Four times the text takes no more than about four times as long."""

    def seconds(size: int) -> float:
        start = time.process_time()
        read_status(piece * (size // len(piece)), TODAY)
        return time.process_time() - start

    seconds(1000)
    assert min(seconds(800_000) for _ in range(2)) < 8 * max(seconds(200_000), 0.02)

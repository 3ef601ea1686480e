"""Days as people say them: a table to read, and what holds for any words at all."""

import datetime as dt
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_lib.reading.said import LONGEST, read_said, tells_no_day
from followup_lib.records.settings import Calendar
from followup_lib.records.workdays import workdays

DAYS = workdays(Calendar(subdivision="NJ"), 2026, 2027)
MONDAY = dt.date(2026, 3, 9)
TABLES = ("said.txt", "said_to_others.txt", "which_day.txt", "whose_day.txt", "breaks.txt")


def day(text: str) -> dt.date:
    """Return the day of "Fri 3-13", whose weekday must be right."""
    name, digits = text.split()
    found = dt.date(*([2026, *map(int, digits.split("-"))][-3:]))
    assert f"{found:%a}" == name
    return found


def lines() -> list[tuple[str, str, str, str]]:
    """Return of each line of the tables: said on, the words, their day, how sure."""
    found, on = [], ""
    texts = [(Path(__file__).parent / name).read_text(encoding="utf-8") for name in TABLES]
    for line in "\n".join(texts).splitlines():
        if line.startswith("== "):
            on = line[3:]
        elif "|" in line and on:
            words, meant, *sure = map(str.strip, line.split("|"))
            found.append((on, words, meant, sure[0] if sure else "unclear"))
    return found


@pytest.mark.parametrize(("on", "words", "meant", "sure"), lines())
def test_what_people_say(on: str, words: str, meant: str, sure: str) -> None:
    """Each line of the table means its day, as surely as it says, or none."""
    found = read_said(words, day(on), DAYS)
    assert (found.fact, found.sure) == (None if meant == "-" else day(meant), sure)


def test_the_table_is_read() -> None:
    """No block of the tables is lost."""
    assert {on for on, *_ in lines()} == {
        "Mon 3-09",
        "Wed 11-18",
        "Fri 3-13",
        "Sun 3-15",
        "Wed 3-11",
        "Wed 3-04",
        "Tue 5-12",
        "Mon 6-22",
        "Mon 8-24",
        "Mon 11-16",
        "Tue 12-01",
    }


@pytest.mark.parametrize(
    ("words", "used", "left", "read_back"),
    [
        ("You’ll hear from us by Friday", "by Friday", "You'll hear from us",
         "We read this as Fri, March 13."),
        ("early next week, she said", "early next week", "she said",
         "We read this as about Tue, March 17."),
        ("by January 15, 2027", "by January 15, 2027", "",
         "We read this as Fri, January 15, 2027."),
        ("we’ll be in touch soon", "", "we'll be in touch soon", ""),
    ],
)  # fmt: skip
def test_what_was_used_and_what_was_left(words: str, used: str, left: str, read_back: str) -> None:
    """The day comes with the words it was read from, the rest, and a sentence to confirm."""
    found = read_said(words, MONDAY)
    assert (found.used, found.left, found.read_back) == (used, left, read_back)


def test_day_before_month_where_the_country_says_so() -> None:
    """A day in numbers is read in the order of the country; one above 12 tells by itself."""
    assert read_said("by 4/5", MONDAY).fact == dt.date(2026, 4, 5)
    assert read_said("by 4/5", MONDAY, month_first=False).fact == dt.date(2026, 5, 4)
    assert read_said("by 4/15", MONDAY, month_first=False).fact == dt.date(2026, 4, 15)


PIECES = """by before after not next this the end of early mid late in week weeks Friday Monday or
and to 3 13th 3/13 March April two a couple until from at latest day days month - , holidays
weekend tomorrow business Christmas 2026-04-01 31 9999999"""
WORDS = st.lists(st.sampled_from(PIECES.split()), max_size=9).map(" ".join)
SAID_ON = st.dates(dt.date(2, 1, 1), dt.date(9998, 1, 1))


@given(st.one_of(WORDS, st.text()), SAID_ON)
def test_never_a_day_that_is_over(words: str, on: dt.date) -> None:
    """Whatever is said on whatever day: no crash, no day before it, and a day has its words."""
    found = read_said(words, on)
    assert (found.fact is None) == (found.sure == "unclear") == (found.used == "")
    assert found.fact is None or found.fact >= on


@given(st.sampled_from(["Monday", "Tue", "wednesday", "Thurs.", "Friday"]), SAID_ON)
def test_a_weekday_stays_that_weekday(name: str, on: dt.date) -> None:
    """A weekday is one of the next seven days, "next" one of the seven from Monday on."""
    found, later = read_said(f"by {name}", on).fact, read_said(f"next {name}", on).fact
    assert f"{found:%A}"[:3] == name[:3].title()
    assert 1 <= (found - on).days <= 7
    assert later is None or 7 <= (later - on).days + on.weekday() <= 13


@given(st.integers(1, 99), st.integers(0, 9), SAID_ON.filter(lambda day: day.year < 9980))
def test_a_range_means_its_later_end(weeks: int, more: int, on: dt.date) -> None:
    """Of "3 to 5 weeks" the fifth counts, of "3 weeks" the third."""
    found = read_said(f"{weeks} to {weeks + more} weeks", on)
    assert found.fact == on + dt.timedelta(7 * (weeks + more))
    assert found.sure == "about"


@pytest.mark.parametrize("piece", ["(", " ", "9", "by Friday ", "1/", "a", "next "])
def test_a_long_text_is_no_day(piece: str) -> None:
    """What is longer than anybody says is unclear at once."""
    found = read_said(f"x{piece * LONGEST}x", MONDAY)
    assert found.fact is None or piece == " "


@pytest.mark.parametrize(
    "piece", ["i have to ", "you ", "please ", "need to ", "whether ", "is ", "(", "by Friday i "]
)
def test_the_longest_text_is_read_at_once(piece: str) -> None:
    """No words, however they repeat, make the reading of a day a wait."""
    words = f"{piece * LONGEST}"[: LONGEST - 9] + " Friday"
    started = time.process_time()
    read_said(words, MONDAY)
    assert time.process_time() - started < 2


@pytest.mark.parametrize("words", ["2nd interview Thursday", "send my references by Thursday"])
def test_a_day_of_anything(words: str) -> None:
    """Where any day is looked for, that of a talk or of one's own promise is one."""
    assert read_said(words, MONDAY).fact is None
    assert read_said(words, MONDAY, of_anything=True).fact == dt.date(2026, 3, 12)


NONE_AT_ALL = [
    "soon", "shortly", "as soon as possible", "once we have seen everyone", "?",
    "when the budget is through", "in due course", "We’ll be in touch!", "they didn’t say",
    "I don't know yet when", "after we have talked to all of them", "TBD", "no idea",
]  # fmt: skip
PERHAPS_A_DAY = [
    "", "by Friday", "bis Freitag", "once the dust settles a bit", "soon, by the 20th",
    "in a few weeks", "not before Friday", "once we are back in May", "soon after the holidays",
    "Friday or maybe after the board meets", "we will know by Q2", "shortly, on a Tuesday",
    "we are not sure, perhaps tomorrow", "when the quarter ends",
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "none"),
    [*((words, True) for words in NONE_AT_ALL), *((words, False) for words in PERHAPS_A_DAY)],
)
def test_words_that_plainly_tell_no_day(words: str, none: bool) -> None:
    """Only well-known words for no day pass as none; others, and other languages, are asked."""
    assert tells_no_day(words) is none

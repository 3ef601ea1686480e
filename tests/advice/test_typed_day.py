"""A day typed into a field is the one that was meant, or it is asked: it is never guessed."""

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from followup_lib.advice.typed_day import read_typed
from followup_lib.records.settings import Calendar

MONDAY, SATURDAY = dt.date(2026, 3, 16), dt.date(2026, 3, 14)
US, GB, MIXED = Calendar(), Calendar("GB", locale="en_GB"), Calendar("GB")
GONE = """
2026-03-13               2026-03-13
2026-3-5                 2026-03-05
3/13                     2026-03-13
3/13/26                  2026-03-13
3/13/2026                2026-03-13
12/28                    2025-12-28
March 13                 2026-03-13
13 March                 2026-03-13
Mar 13, 2025             2025-03-13
Fri, March 13            2026-03-13
Friday                   2026-03-13
fri                      2026-03-13
on Friday                2026-03-13
last Friday              2026-03-13
this past Thursday       2026-03-12
Sunday                   2026-03-15
yesterday                2026-03-15
Today                    2026-03-16
the day before yesterday 2026-03-14
3 days ago               2026-03-13
two weeks ago            2026-03-02
a week ago               2026-03-09
3/20                     2026-03-20
tomorrow                 2026-03-17
Monday                   -
on Monday                -
Thu, March 13            -
last week                -
last month               -
March                    -
13                       -
soon                     -
Friday or Monday         -
3/12-3/14                -
3/2 & 3/9                -
2/30                     -
45000                    -
frday                    2026-03-13
fridge                   -
"""
AHEAD = """
2026-03-20               2026-03-20
3/20                     2026-03-20
March 20                 2026-03-20
Fri, March 20            2026-03-20
Friday                   2026-03-20
by Friday                2026-03-20
next Wednesday           2026-03-25
this Wednesday           2026-03-18
coming Wednesday         2026-03-18
this coming Wednesday    2026-03-18
next Monday              2026-03-23
on next Monday           2026-03-23
this coming Monday       2026-03-23
this Monday              -
this Friday              2026-03-20
tomorrow                 2026-03-17
today                    2026-03-16
in two weeks             2026-03-30
the 20th                 2026-03-20
1/8                      2027-01-08
3/13                     2026-03-13
yesterday                2026-03-15
last Friday              2026-03-13
Mar 13, 2025             2025-03-13
next week                -
Monday                   -
soon                     -
20                       -
Friday or Monday         -
3/20 - 3/22              -
4/31                     -
"""


def rows(table: str) -> list[tuple[str, dt.date | None]]:
    """Return the lines of a table: what is typed, and its day or None."""
    pairs = [line.rsplit(maxsplit=1) for line in table.strip().splitlines()]
    return [(text, None if day == "-" else dt.date.fromisoformat(day)) for text, day in pairs]


@pytest.mark.parametrize(("text", "day"), rows(GONE))
def test_a_day_gone_by(text: str, day: dt.date | None) -> None:
    """Where a day gone by is asked for on a Monday, these are meant; a dash is asked."""
    assert read_typed(text, MONDAY, US) == day


@pytest.mark.parametrize(("text", "day"), rows(AHEAD))
def test_a_day_to_come(text: str, day: dt.date | None) -> None:
    """Where a day to come is asked for on a Monday, these are meant; a dash is asked."""
    assert read_typed(text, MONDAY, US, ahead=True) == day


def test_last_friday_on_a_saturday_may_be_yesterday() -> None:
    """The last Friday of somebody's Saturday is asked, the last Sunday is not."""
    assert read_typed("last Friday", SATURDAY, US) is None
    assert read_typed("last Sunday", SATURDAY, US) == dt.date(2026, 3, 8)


def test_day_and_month_stand_as_the_search_writes_them() -> None:
    """3/2 is March 2, in Britain February 3, and is asked where country and locale differ."""
    read = [read_typed("3/2", MONDAY, calendar) for calendar in (US, GB, MIXED)]
    assert read == [dt.date(2026, 3, 2), dt.date(2026, 2, 3), None]


@given(st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31)), st.booleans())
@example(MONDAY, True)
def test_a_day_written_out_is_that_day(day: dt.date, ahead: bool) -> None:
    """Year-month-day is that day, whatever today is and whichever side is asked for."""
    assert read_typed(day.isoformat(), MONDAY, US, ahead=ahead) == day


@given(st.text(max_size=60), st.booleans())
def test_whatever_is_typed_is_a_day_or_asked(text: str, ahead: bool) -> None:
    """Nothing that can be typed raises."""
    assert isinstance(read_typed(text, MONDAY, US, ahead=ahead), dt.date | None)

"""Before the first talk, and a no that was not one: questions people asked, in invented cases."""

import datetime as dt

import pandas as pd
import pytest

from followup_lib.advice.plan import Plan, plan
from followup_lib.letters.draft import draft, letter_row
from tests.advice.situations import day, search

MOVED_TWICE = (
    "applied 2-02; interview_planned 2-09 due 2-12 via email; "
    "moved 2-12 due 2-19 settles 2 via email said 'a clash'; "
    "moved 2-19 settles 2 via email said 'we will find a new time'"
)
DROPPED = (
    "applied 3-02; interview_planned 3-04 due 3-05 via email; "
    "dropped 3-05 settles 2 via email said 'something came up'; "
    "wrote 3-05 via email said 'happy to find another time'"
)
NOTHING_LOGGED = (
    "heard_back 3-02 via email said 'interested; a phone interview on the 5th or 6th?'; "
    "wrote 3-02 via email said 'the 5th at ten suits me'; left_voicemail 3-03 via phone"
)
NO_TIME = (
    "interview_planned 3-03 via email said 'Wed or Thu'; wrote 3-03 via email said 'Thursday any'"
)
AT_TEN = "applied 3-02; interview_planned 3-03 due 3-05 at 10:00 via email said 'she calls me'"
A_NO = (
    "interview 3-06; they_promised 3-06 due 3-10; wrote 3-11 for their_date_passed; "
    "heard_back 3-11 via email; they_promised 3-11 due 3-13; wrote 3-16 for their_date_passed; "
    "rejected 3-16 via phone; wrote 3-16 for ask_for_feedback"
)
WROTE_AGAIN = f"{A_NO}; heard_back 3-19 via email said 'do you have time to talk again'"
TALKED_AGAIN = f"{WROTE_AGAIN}; interview_planned 3-20 due 3-24; interview 3-24 said 'the team'"


def on(today: str, facts: str) -> Plan:
    """Return the plan of one day for one application."""
    return plan(search({"tarn": facts}), day(today))


def main(today: str, facts: str) -> pd.Series:
    """Return what the plan says of the application, with its reason."""
    return on(today, facts).of("tarn").iloc[0]


@pytest.mark.parametrize("today", ["2-19", "2-20", "3-02"])
def test_a_talk_moved_twice_without_a_day_asks_for_times(today: str) -> None:
    """The letter with times stands on the list until it is sent, and is due the next workday."""
    row = main(today, MOVED_TWICE)

    assert (row["situation"], row["when"], row["due_on"].date()) == (
        "offer_times",
        "today",
        day("2-20"),
    )
    assert "not talked with anyone" not in row["reason"]


@pytest.mark.parametrize(
    ("facts", "before", "opens"),
    [
        (DROPPED, "3-09", "3-10"),
        (NOTHING_LOGGED, "3-05", "3-06"),
        (NO_TIME, "3-05", "3-06"),
        (f"{AT_TEN}; they_missed 3-05 settles 2; wrote 3-05 for offer_times", "3-09", "3-10"),
    ],
    ids=["dropped", "nothing logged as an invitation", "no time", "missed, and told"],
)
def test_one_note_from_the_third_workday_after_ones_own_word(
    facts: str, before: str, opens: str
) -> None:
    """What was answered rests until then, and not longer."""
    early, row = main(before, facts), main(opens, facts)

    assert (early["situation"], early["when"]) == ("confirm_time", "coming_up")
    assert (row["situation"], row["when"]) == ("confirm_time", "today")
    assert row["earliest_on"].date() == day(opens)
    assert "Nothing is logged" not in row["reason"]


@pytest.mark.parametrize(("today", "situation"), [("3-05", "rest"), ("3-06", "how_it_went")])
def test_the_day_after_a_planned_talk_it_is_asked_how_it_went(today: str, situation: str) -> None:
    """Up to its day the talk is ahead, at ten; the day after it is a question on the list."""
    row = main(today, AT_TEN)

    assert row["situation"] == situation
    assert ("10:00 AM" in row["reason"]) == (situation == "rest")


def test_they_did_not_call_is_told_the_same_day_from_a_quarter_past() -> None:
    """On the day itself reason and row wait a quarter of an hour; the next day they don't."""
    facts = f"{AT_TEN}; they_missed 3-05"
    today, later = main("3-05", facts), main("3-06", facts)

    assert (today["situation"], today["rule"], today["at"]) == ("offer_times", "B3", "10:15")
    assert "Give them until 10:15 AM." in today["reason"]
    assert "on Thu, March 5 at 10:00 AM" in later["reason"]
    assert "Give them" not in later["reason"]


def test_its_time_may_stand_beside_what_fell_through() -> None:
    """A talk planned without a time: the one noted with "they didn't call" counts."""
    today = main("3-05", f"{AT_TEN.replace('at 10:00 ', '')}; they_missed 3-05 at 14:30")
    assert today["at"] == "14:45"


def test_a_talk_of_two_that_fell_through_is_not_guessed() -> None:
    """With two talks planned, a row that does not name one leaves both as they are."""
    two = "interview_planned 3-03 due 3-05; interview_planned 3-03 due 3-12; i_missed 3-05"

    assert on("3-05", two).facts.planned["open"].tolist() == [True, True]
    assert on("3-05", f"{two} settles 1").facts.planned["open"].tolist() == [False, True]


@pytest.mark.parametrize(
    ("lost", "since", "told"),
    [
        ("they_canceled 3-04", "", "told you on Wed, March 4 that the interview needs a new time."),
        ("they_canceled 3-04", "heard_back 3-06", "got back to you on Fri, March 6, and no new"),
        ("i_missed 3-05", "heard_back 3-06", "got back to you on Fri, March 6, and no new"),
    ],
)
def test_what_they_wrote_since_is_not_a_cancellation(lost: str, since: str, told: str) -> None:
    """Who answered about a new time didn't cancel that day, nor where the seeker missed it."""
    answered = f"; wrote {lost[-4:]} for offer_times; {since}" if since else ""
    row = main("3-06", f"{AT_TEN}; {lost}{answered}")
    assert (row["rule"], row["when"]) == ("B2", "today")
    assert f"They {told}" in row["reason"]


def test_a_word_after_a_no_is_a_question() -> None:
    """They wrote after saying no: it is asked, and no letter of feedback goes meanwhile."""
    row = main("3-19", WROTE_AGAIN)

    assert (row["situation"], row["when"]) == ("still_a_no", "today")
    assert "They were in touch again after saying no. Is it still a no?" in row["reason"]


def test_a_new_talk_wakes_it_and_thanks_are_due() -> None:
    """After the new talk the application is alive, with thanks on the next workday."""
    row = main("3-25", TALKED_AGAIN)

    assert (row["situation"], row["earliest_on"].date()) == ("thank_you", dt.date(2026, 3, 25))


@pytest.mark.parametrize("situation", ["how_it_went", "still_a_no"])
def test_a_question_has_no_letter_of_its_own(situation: str) -> None:
    """What is prepared for such an application is its usual letter."""
    facts = AT_TEN if situation == "how_it_went" else f"{A_NO}; heard_back 3-19"
    now = on("3-06" if situation == "how_it_went" else "3-19", facts)

    assert now.of("tarn")["situation"].iloc[0] == situation
    assert letter_row(now, "tarn").situation != situation


def test_the_times_noted_are_in_the_letter() -> None:
    """Without times the letter asks for them; noted on file, it says them, and the lost time."""
    facts = f"{AT_TEN}; they_missed 3-05 settles 2"
    tables = search({"tarn": facts}, settings='[seeker]\nname = "Noor"\n')
    now = plan(tables, day("3-05"))
    asked = draft(now, tables, letter_row(now, "tarn"))
    tables.timeline.loc[2, "note"] = "Times that suit me: Monday after 9"
    now = plan(tables, day("3-05"))
    made = draft(now, tables, letter_row(now, "tarn"))

    assert "times" in asked.missing
    assert "Monday after 9" in (made.body or "")
    assert "for Thursday, March 5, at 10:00 AM" in (made.body or "")

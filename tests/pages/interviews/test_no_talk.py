"""How did it go? The answers beside a talk that took place, without a browser."""

import datetime as dt

import pandas as pd
import pytest

from followup_lib.pages.applications.happened_model import HappenedForm
from followup_lib.pages.applications.model import ApplicationsModel
from followup_lib.pages.interviews.model import CardModel, PlanForm
from followup_lib.pages.interviews.no_talk_model import OUTCOMES, TALKED, NoTalkModel
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.pages.letter.answers import save_answers
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import PlanRow, rows_as

UNLOGGED = "hartwell-dye-works-office-and-payroll-administrator"  # planned for the 13th, at two
INVITED = "lowmarsh-college-communications-writer"  # nothing planned
AHEAD = "emberfold-energy-scheduling-analyst"  # planned for Thursday the 19th, at ten


@pytest.fixture(autouse=True)
def passed(desk: Desk) -> None:
    """Let the day of a planned talk have passed."""
    when = {"due_on": dt.date(2026, 3, 13), "at": "14:00"}
    desk.edit(
        "plan",
        lambda now: edits.log(now, UNLOGGED, "interview_planned", dt.date(2026, 3, 9), **when),
    )


def filled(desk: Desk, **values: object) -> NoTalkModel:
    """Return the form with these fields."""
    form = NoTalkModel(desk)
    for name, value in values.items():
        setattr(form, name, value)
    return form


def test_it_asks_first_about_the_talk_that_came(desk: Desk) -> None:
    """The application is the one whose planned talk has passed; nothing is assumed of it."""
    form = NoTalkModel(desk)

    assert form.application_id == UNLOGGED
    assert form.outcome == TALKED
    assert [label for label, _ in OUTCOMES][1:] == [
        "They didn’t call or come",
        "They canceled or moved it, with no new day",
        "I missed it / have to cancel",
        "We set a new time",
        "They invited me, no time yet",
    ]


@pytest.mark.parametrize(
    ("application_id", "outcome", "on", "rule"),
    [
        (UNLOGGED, "they_missed", dt.date(2026, 3, 13), "B3"),
        (UNLOGGED, "i_missed", dt.date(2026, 3, 13), "B4"),
        (UNLOGGED, "they_canceled", dt.date(2026, 3, 16), "B2"),
        (AHEAD, "i_missed", dt.date(2026, 3, 16), "B4"),
    ],
)
def test_an_answer_is_logged_for_the_planned_talk(
    desk: Desk, application_id: str, outcome: str, on: dt.date, rule: str
) -> None:
    """The row names the talk, with its day, and the plan goes on by the rule of that answer."""
    form = filled(desk, application_id=application_id, outcome=outcome, times="Friday at 9")
    assert form.on == on
    told = form.log()
    row = desk.tables.timeline.iloc[-1]

    assert (row["event"], row["on"].date()) == (outcome, on)
    assert row["refers_to"] != ""
    assert row["note"] == "Times that suit me: Friday at 9"
    assert desk.plan.of(application_id)["rule"].iloc[0] == rule
    assert told.startswith("Logged: ")
    assert form.go["page"] == "05_no_date_and_other_waits"
    assert form.outcome == TALKED


def test_an_invitation_without_a_time_is_logged(desk: Desk) -> None:
    """It has no day, and the plan asks for times; undone, what was typed stands there again."""
    form = filled(desk, application_id=INVITED, outcome="interview_planned")
    form.log()

    assert pd.isna(desk.tables.timeline["due_on"].iloc[-1])
    assert desk.plan.of(INVITED)["rule"].iloc[0] == "B1"
    form.undo()
    assert form.outcome == "interview_planned"


def test_a_new_time_is_logged_in_place_of_the_old_one(desk: Desk) -> None:
    """The talk that fell through has its new day and time, and the plan waits for it."""
    form = filled(desk, outcome="moved", day=dt.date(2026, 3, 19), at="2:30 pm")
    told = form.log()
    row = desk.tables.timeline.iloc[-1]
    known = desk.plan.facts.of(UNLOGGED)

    assert (row["event"], row["on"].date(), row["at"]) == ("moved", desk.today, "14:30")
    assert (known["ahead_on"].date(), known["ahead_at"]) == (dt.date(2026, 3, 19), "14:30")
    assert pd.isna(known["unlogged_on"])
    assert "We set a new time, Thu, March 19 at 2:30 PM" in told


def test_a_first_time_is_logged_where_none_was_planned(desk: Desk) -> None:
    """An application without a planned talk has one now, on that day."""
    form = filled(desk, application_id=INVITED, outcome="moved", day=dt.date(2026, 3, 19))
    form.log()

    assert desk.tables.timeline["event"].iloc[-1] == "interview_planned"
    assert desk.plan.facts.of(INVITED)["ahead_on"].date() == dt.date(2026, 3, 19)


@pytest.mark.parametrize(
    ("day", "at", "sentence"),
    [
        (None, "", "What day is the interview"),
        (dt.date(2026, 3, 13), "", "has passed"),
        (dt.date(2026, 3, 19), "half past", "isn’t a time of day"),
    ],
)
def test_a_new_time_is_a_day_ahead_and_a_time_of_day(
    desk: Desk, day: dt.date | None, at: str, sentence: str
) -> None:
    """Without a day, on one that has passed, and at what is no time nothing is logged."""
    form = filled(desk, outcome="moved", day=day, at=at)
    with pytest.raises(FieldError, match=sentence):
        form.log()


def test_a_day_ahead_is_refused(desk: Desk) -> None:
    """Nothing is logged for a day that has not come."""
    form = filled(desk, outcome="they_missed", on=dt.date(2026, 3, 17))
    with pytest.raises(FieldError, match="still ahead"):
        form.log()


def test_a_talk_still_ahead_cannot_have_been_missed(desk: Desk) -> None:
    """The sentence says its day and what else it may be; one missed before it was set is told."""
    form = filled(desk, application_id=AHEAD, outcome="they_missed")
    with pytest.raises(FollowupError, match="set for Thu, March 19, which is still ahead"):
        form.log()
    chosen = ApplicationsModel(desk)
    chosen.application_id = AHEAD
    other = HappenedForm(desk, chosen)
    other.event = "they_missed"
    with pytest.raises(FollowupError, match="If they canceled or moved it, note that"):
        other.log()
    other.on = dt.date(2026, 3, 4)  # it was planned on the 12th
    other.log()
    assert desk.tables.timeline["event"].iloc[-1] == "they_missed"


def test_a_planned_talk_keeps_its_time(desk: Desk) -> None:
    """The time stands on the card and in the calendar file; what is no time is refused."""
    card = CardModel(desk)
    form = PlanForm(desk, card)
    form.day, form.at, form.moved = dt.date(2026, 3, 20), "half past", True
    with pytest.raises(FieldError, match="isn’t a time of day"):
        form.save()
    form.at = "2:30 pm"
    form.save()

    assert desk.tables.timeline["at"].iloc[-1] == "14:30"
    assert "Fri, March 20 at 2:30 PM" in card.lines[0]
    assert b"DTSTART:20260320T143000" in card.reminder()[2]


def test_times_answered_on_the_letter_page_are_kept(desk: Desk) -> None:
    """The answer is kept on the row of the talk, and the letter says it from then on."""
    job = "penhallow-tile-works-office-coordinator"
    row = rows_as(PlanRow, desk.plan.of(job))[0]
    save_answers(desk, row, {"times": "Friday at noon"})

    assert desk.plan.facts.of(job)["times"] == "Friday at noon"

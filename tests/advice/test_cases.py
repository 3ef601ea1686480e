"""Nine judgements a wise coach would make, in the words of the case, as the plan gives them."""

import datetime as dt

import pandas as pd

from followup_lib.advice.plan import Plan, plan
from tests.advice.situations import day, search


def on(today: str, facts: dict[str, str], **more: object) -> Plan:
    """Return the plan of one day."""
    return plan(search(facts, **more), day(today))


def listed(now: Plan, *whens: str) -> list[tuple[str, str, str, dt.date]]:
    """Return situation, person, way and earliest day of what a list holds, the first first."""
    rows = now.listed(*whens)
    days = [value.date() for value in rows["earliest_on"]]
    return list(zip(rows["situation"], rows["to"], rows["channel"], days, strict=True))


def resting(now: Plan, job: str) -> tuple[str, pd.Timestamp]:
    """Return the rule by which an application rests and the day that wakes it."""
    row = now.rows[(now.rows["application_id"] == job) & (now.rows["when"] == "rest")].iloc[0]
    return row["rule"], row["earliest_on"]


ORTIZ = {"payroll": {"preferred_contact": "phone"}}
CASE_1 = (
    "interview 3-05 who 'Ms. Ortiz'; thanked 3-06; "
    "they_promised 3-05 due 3-12 who 'Ms. Ortiz' said 'second round by Thursday 12th'"
)


def test_case_1_may_be_prepared_on_friday() -> None:
    """Ms. Ortiz said Thursday the 12th: on Friday nothing is due, and Monday can be prepared."""
    now = on("3-13", {"payroll": CASE_1}, jobs=ORTIZ)

    assert listed(now, "today") == []
    assert listed(now, "coming_up") == [
        ("their_date_passed", "Ms. Ortiz", "phone", day("3-16")),
    ]


def test_case_1_on_monday_by_phone() -> None:
    """On Monday the 16th it is time to call, as she asked."""
    now = on("3-16", {"payroll": CASE_1}, jobs=ORTIZ)

    assert listed(now, "today") == [("their_date_passed", "Ms. Ortiz", "phone", day("3-16"))]
    assert "as they asked" in now.of("payroll")["reason"].iloc[0]


def test_case_1_when_nobody_asked_how_she_likes_to_be_reached() -> None:
    """She only ever wrote e-mails: so e-mail, and ask her at the next talk."""
    facts = f"interview_planned 3-02 due 3-05 via email; {CASE_1}"
    now = on("3-16", {"payroll": facts})

    assert listed(now, "today") == [("their_date_passed", "Ms. Ortiz", "email", day("3-16"))]
    assert "Next time, ask how they like to be reached" in now.of("payroll")["reason"].iloc[0]


def test_case_1_no_second_call_that_day() -> None:
    """Nobody answered, or a voicemail was left: no second call on the same day."""
    unanswered = on("3-16", {"payroll": f"{CASE_1}; no_answer 3-16 via phone"}, jobs=ORTIZ)
    voicemail = f"{CASE_1}; left_voicemail 3-16 via phone for their_date_passed"
    left = on("3-16", {"payroll": voicemail}, jobs=ORTIZ)

    assert listed(unanswered, "today") == listed(left, "today") == []
    assert listed(unanswered, "coming_up")[0][3] == day("3-17")
    assert listed(left, "coming_up")[0][3] == day("3-23")


HALL = {"writer": {"contact_name": "Mr. Hall", "preferred_contact": "email"}}


def test_case_2_a_new_date_counts_as_the_first() -> None:
    """Mr. Hall moved the date to Friday the 22nd: Memorial Day does not count, so the 27th."""
    facts = (
        "interview 4-29; thanked 4-30; they_promised 4-29 due 5-08; "
        "wrote 5-12 for their_date_passed; heard_back 5-13; moved 5-13 due 5-22"
    )
    now = on("5-26", {"writer": facts}, jobs=HALL)
    open_ = on("5-27", {"writer": facts}, jobs=HALL)

    assert listed(now, "today") == []
    assert listed(open_, "today") == [("their_date_passed", "Mr. Hall", "email", day("5-27"))]
    assert open_.facts.applications["sent"].tolist() == [0]
    assert "May 8" not in open_.of("writer")["reason"].iloc[0]


def test_case_3_an_own_promise_forgotten() -> None:
    """The sample report was promised for Friday: it goes today, and no status question with it."""
    facts = (
        "interview 3-05; thanked 3-05; they_promised 3-05 due 3-20; "
        "i_promised 3-05 due 3-06 via email said 'the sample report'"
    )
    now = on("3-09", {"writer": facts}, jobs=HALL)
    row = now.listed("today").iloc[0]

    assert len(now.listed("today")) == 1
    assert (row["situation"], row["to"], row["channel"]) == ("promise_due", "Mr. Hall", "email")
    assert row["due_on"].date() == day("3-06")
    assert "one-sentence apology" in row["reason"]
    assert resting(now, "writer")[0] == "P3"
    assert listed(now, "coming_up") == []


BRANDT = {"lead": {"contact_name": "Ms. Brandt"}}
ROUNDS = "screen 1-26; interview 2-02; interview 2-10; final_interview 2-23; thanked 2-24"


def test_case_4_waiting_for_the_offer() -> None:
    """All rounds done on February 23: open since March 2, and never overdue."""
    now = on("3-16", {"lead": ROUNDS}, jobs=BRANDT)

    assert listed(now, "today") == [("waiting_for_offer", "Ms. Brandt", "email", day("3-02"))]
    assert now.listed("today")["due_on"].isna().all()


def test_case_4_then_nothing_for_ten_workdays() -> None:
    """Written today, nothing before March 30; a closing note not before 30 workdays."""
    once = f"{ROUNDS}; wrote 3-16 for waiting_for_offer"
    twice = f"{once}; wrote 3-30 for waiting_for_offer"

    assert listed(on("3-27", {"lead": once}, jobs=BRANDT), "today") == []
    assert listed(on("3-27", {"lead": once}, jobs=BRANDT), "coming_up")[0][3] == day("3-30")
    assert listed(on("4-10", {"lead": twice}, jobs=BRANDT), "coming_up") == [
        ("closing_note", "Ms. Brandt", "email", day("4-13")),
    ]
    quick = f"{ROUNDS}; wrote 3-02 for waiting_for_offer; wrote 3-16 for waiting_for_offer"
    assert listed(on("4-03", {"lead": quick}, jobs=BRANDT), "coming_up")[0][3] == day("4-06")


CASE_5 = (
    "final_interview 3-06; thanked 3-09; "
    "reference_given 3-06 who amin; reference_briefed 3-06 who amin; "
    "reference_given 3-06 who okonjo; reference_briefed 3-06 who okonjo; "
    "reference_contacted 3-12 who amin"
)


def test_case_5_a_reference_was_called() -> None:
    """The employer rests until the 19th; Dr. Amin is thanked, the other reference warned."""
    now = on("3-13", {"clerk": CASE_5})

    assert listed(now, "today") == [
        ("thank_reference", "Dr. Amin", "phone", day("3-12")),
        ("check_in_with_reference", "Mr. Okonjo", "email", day("3-12")),
    ]
    assert resting(now, "clerk") == ("R4", pd.Timestamp("2026-03-19"))
    assert "who called, about which job, and what they asked" in now.listed("today")["reason"][0]


def test_case_5_then_the_one_question() -> None:
    """From Thursday the 19th: is there anything more they need."""
    before, after = (on(today, {"clerk": CASE_5}) for today in ("3-18", "3-19"))

    assert "waiting_for_offer" not in before.rows["situation"].tolist()
    assert ("waiting_for_offer", "Ms. Ortiz", "email", day("3-19")) in listed(after, "today")


def test_case_6_the_agency_is_the_route() -> None:
    """Mr. Dietz may say what he likes: the message goes to Kim, by text."""
    kim = {"contact_name": "Kim", "agency": "Palisade Row", "preferred_contact": "text"}
    dietz = {"application_id": "northgate", "name": "Mr. Dietz", "preferred_contact": "phone"}
    facts = (
        "they_promised 3-03 due 3-09 who Kim said 'go through me, feedback by Monday'; "
        "interview 3-05 who 'Mr. Dietz' said 'call me any time'; thanked 3-06"
    )
    now = on("3-16", {"northgate": facts}, jobs={"northgate": kim}, people=[dietz])

    assert [row[:3] for row in listed(now, "today")] == [("their_date_passed", "Kim", "text")]


def test_case_7_asked_to_be_left_alone() -> None:
    """Two to three weeks: the later end passes first, then one e-mail ever."""
    city = {"city": {"contact_name": "Ms. Danforth", "preferred_contact": "wait_for_them"}}
    facts = (
        "interview 3-03; thanked 3-03; "
        "they_promised 3-03 due 3-24 about said 'everyone hears within two to three weeks'"
    )
    now = on("3-17", {"city": facts}, jobs=city)
    open_ = on("3-26", {"city": facts}, jobs=city)
    sent = on("4-30", {"city": f"{facts}; wrote 3-26 for their_date_passed"}, jobs=city)

    assert listed(now, "today", "coming_up") == []
    assert resting(now, "city") == ("W3", pd.Timestamp("2026-03-26"))
    assert listed(open_, "today") == [("their_date_passed", "Ms. Danforth", "email", day("3-26"))]
    assert listed(sent, "today", "coming_up") == []


def test_case_8_long_quiet() -> None:
    """Nothing since November: not on today's list; a re-opening letter, or rest."""
    now = on("3-16", {"old": "interview 2025-11-03; they_promised 2025-11-03 due 2025-11-14"})

    assert now.listed("today", "coming_up").empty
    assert now.rows["situation"].tolist() == ["long_quiet"]
    assert "November 14" not in now.of("old")["reason"].iloc[0]


def test_case_9_an_interview_ahead() -> None:
    """They invite for Thursday the 19th: rest until the day after."""
    facts = (
        "interview 3-05; thanked 3-06; they_promised 3-05 due 3-13; interview_planned 3-16 due 3-19"
    )
    now = on("3-17", {"next": facts})

    assert now.listed("today").empty
    assert now.listed("coming_up")["situation"].tolist() == ["rest"]  # the card, no letter
    assert resting(now, "next") == ("W4", pd.Timestamp("2026-03-20"))
    assert "Get your card ready" in now.of("next")["reason"].iloc[0]

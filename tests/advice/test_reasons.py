"""The reasons of a plan: what was said, what has passed, from when, and by which way."""

import pytest

from followup_lib.advice.plan import plan
from tests.advice.situations import day, search


@pytest.mark.parametrize(
    ("facts", "today", "reason"),
    [
        (
            "interview 3-05; thanked 3-06; they_promised 3-05 due 3-13",
            "3-17",
            "They said Fri, March 13. One full workday has passed, so you can ask today where "
            "things stand, by phone, as they asked.",
        ),
        (
            "interview 3-12; snoozed 3-16 due 3-20 for thank_you",
            "3-16",
            "You talked with them on Thu, March 12. A short thank-you note is best soon; you have "
            "until Tue, March 17. You put it off until Fri, March 20.",
        ),
        (
            "interview 3-05; thanked 3-06; they_promised 3-05 due 3-18 about said 'mid next week'",
            "3-16",
            "They said “mid next week”, which we read as Wed, March 18. Two full workdays have "
            "to pass, so you can ask where things stand starting Mon, March 23, by phone, as "
            "they asked.",
        ),
        (
            "interview 3-09; thanked 3-10; they_promised 3-09 said 'by Friday'",
            "3-17",
            "They said “by Friday”, which we read as Fri, March 13. One full workday has "
            "passed, so you can ask today where things stand, by phone, as they asked.",
        ),
        (
            "interview 3-05; thanked 3-06; they_promised 3-05 said 'soon'",
            "3-12",
            "They didn’t give you a date; they said “soon” when they were last in touch, on "
            "Thu, March 5. Five workdays have passed, so you can ask today whether there is "
            "one, by phone, as they asked.",
        ),
        (
            "interview 3-05; thanked 3-06; they_promised 3-05 no_day said 'by Friday'",
            "3-12",
            "They didn’t give you a date; they said “by Friday” when they were last in touch, "
            "on Thu, March 5. Five workdays have passed, so you can ask today whether there is "
            "one, by phone, as they asked.",
        ),
        (
            "interview 3-05; thanked 3-06; "
            "they_promised 3-05 said 'Friday or maybe after the board meets'",
            "3-12",
            "They said “Friday or maybe after the board meets” when they were last in touch, on "
            "Thu, March 5, and we can’t tell which day that is. What date do you think they "
            "meant? Five workdays have passed, so you can ask today whether there is "
            "one, by phone, as they asked.",
        ),
        (
            "interview 3-02; thanked 3-03; they_promised 3-02 said 'soon'; heard_back 3-05",
            "3-12",
            "They didn’t give you a date when they were last in touch, on Thu, March 5. Five "
            "workdays have passed, so you can ask today whether there is one, by "
            "phone, as they asked.",
        ),
        (
            "interview 2-12; thanked 2-13; on_hold 2-19 said 'until March 12'",
            "3-16",
            "They put this on hold on Thu, February 19 (they said “until March 12”, which we "
            "read as Thu, March 12). You can ask one thing today, whether there’s a "
            "time frame yet, by phone, as they asked.",
        ),
        (
            "interview 3-05; thanked 3-06; wrote 3-12 for no_date_given",
            "3-19",
            "They didn’t give you a date when they were last in touch, on Thu, March 5. Five "
            "workdays have passed; you can ask today whether there is one, by phone, "
            "as they asked. That leaves five workdays after your last message, on Thu, "
            "March 12.",
        ),
        (
            "interview 3-02; thanked 3-03; they_promised 3-02 due 3-20; "
            "interview_planned 3-05 due 3-09; interview 3-09; thanked 3-10",
            "3-24",
            "They didn’t give you a date when they were last in touch, on Mon, March 9. Five "
            "workdays have passed; you can ask today whether there is one, by phone, "
            "as they asked. They had said Fri, March 20; let that day pass first.",
        ),
        (
            "final_interview 2-23; thanked 2-24; no_answer 3-12",
            "3-13",
            "You finished the last round on Mon, February 23. This stretch takes longer than "
            "people expect; you can ask today whether they need anything more "
            "from you, by phone, as they asked. Nobody answered, and once a day is enough.",
        ),
        (
            "interview 3-05; thanked 3-06; wrote 3-12; wrote 3-19",
            "4-03",
            "You asked twice without an answer, last on Thu, March 19. You can send one closing "
            "note today, if you like. It’s fine to let it go now.",
        ),
        (
            "interview 3-05 about; thanked 3-06",
            "3-12",
            "They didn’t give you a date when they were last in touch, around Thu, March 5. Five "
            "workdays have passed, so you can ask today whether there is one, by phone, as they "
            "asked.",
        ),
        (
            "final_interview 3-05; thanked 3-06; reference_contacted 3-12 who amin; "
            "reference_thanked 3-12 who amin",
            "3-19",
            "You finished the last round on Thu, March 5. This stretch takes longer than people "
            "expect; you can ask today whether they need anything more from you, by phone, as they "
            "asked. That leaves five workdays after they called a reference, on Thu, March 12.",
        ),
        (
            "interview 3-05; thanked 3-06; they_promised 3-05 due 3-13",
            "3-20",
            "They said Fri, March 13. One full workday has passed, so you can ask today where "
            "things stand, by phone, as they asked.",
        ),
        (
            "interview 2-12; thanked 2-13; on_hold 2-19 due 3-12",
            "3-16",
            "They put this on hold on Thu, February 19 until Thu, March 12. You can ask one "
            "thing today, whether there’s a time frame yet, by phone, as they asked.",
        ),
        (
            "interview 3-05; thanked 3-06; offer 3-13",
            "3-16",
            "They made you an offer on Fri, March 13. When is your answer due? Note that day; "
            "if nobody said, thank them and ask when they need your answer; until you know, "
            "treat it as Tue, March 17.",
        ),
        (
            "offer 3-13 via email due 3-23; asked_for_time 3-16 due 3-27",
            "3-16",
            "On Mon, March 16 you asked for time until Fri, March 27, and you haven’t noted "
            "their answer yet. Answer by Mon, March 23. This comes back to your list on Fri, "
            "March 20.",
        ),
        (
            "offer 3-13 via email due 3-23; asked_for_time 3-16 due 3-27; "
            "heard_back 3-18 via email said 'the 27th is fine'",
            "3-18",
            "They made you an offer on Fri, March 13. You asked for time until Fri, March 27: if "
            "they agreed, note that day. Answer by Mon, March 23.",
        ),
        (
            "offer 3-13 via email due 3-23; asked_for_time 3-16 due 3-27; moved 3-18 due 3-27 "
            "settles 1",
            "3-18",
            "They made you an offer on Fri, March 13. Answer by Fri, March 27. This comes back to "
            "your list on Thu, March 26.",
        ),
        (
            "offer 3-09 via email said 'great news; tell us by 3/20'",
            "3-16",
            "They made you an offer on Mon, March 9 (“by 3/20”, which we read as Fri, March 20). "
            "Answer by Fri, March 20.",
        ),
        (
            "offer 3-09 via phone; they_promised 3-09 due 3-13 said 'the \"papers\" by Friday'",
            "3-10",
            "They offered you the job on Mon, March 9, but not in writing yet. Thank them by "
            "phone, as they asked, and ask for it in writing; they said Fri, March 13 (“the "
            "‘papers’ by Friday”).",
        ),
    ],
)
def test_reason(facts: str, today: str, reason: str) -> None:
    """The reason tells what was said, what has passed, from when, and by which way."""
    wish = {"acme": {"preferred_contact": "phone"}}
    now = plan(search({"acme": facts}, wish), day(today))

    assert now.of("acme")["reason"].tolist() == [reason]


@pytest.mark.parametrize(
    ("promised", "today", "reason"),
    [
        ("due 3-12 said 'the report'", "3-10", "Sending it early is fine."),
        ("due 3-12 said 'the report'", "3-12", "That’s today."),
        (
            "due 3-12 via phone; no_answer 3-12 via phone",
            "3-13",
            "Nobody answered on Thu, March 12; try again today.",
        ),
        ("due 3-12 via phone said 'a call'", "3-11", "Get ready, then get in touch on that day."),
        (
            "due 3-12 said 'the report'",
            "3-13",
            "Do it today with a one-sentence apology, or give a new date.",
        ),
    ],
)
def test_reason_of_an_own_promise(promised: str, today: str, reason: str) -> None:
    """Only one's own promise may be late, and the reason says what to do about it."""
    now = plan(search({"acme": f"i_promised 3-05 {promised}"}), day(today))

    assert now.rows["promise_id"].iloc[0] == "acme-1"
    assert now.listed("today", "coming_up")["reason"].iloc[0].endswith(reason)


def test_reason_names_the_role_that_goes_first() -> None:
    """Of three roles with one recruiter, the reason of the others names the first one's firm."""
    kim = {"contact_name": "Kim", "contact_email": "kim@palisade.example"}
    facts = {
        "hill": "interview 3-05; thanked 3-06",
        "acme": "interview 3-05; thanked 3-06; they_promised 3-05 due 3-12",
        "reed": "interview 3-05; thanked 3-06",
        "other": "interview 3-05; thanked 3-06",
    }
    jobs = dict.fromkeys(("hill", "acme", "reed"), kim)
    now = plan(search(facts, jobs), day("3-16"))
    reason = (
        "One message to Kim at a time: the one about Acme goes first, and can mention this role "
        "too."
    )

    assert now.listed("today")["application_id"].tolist() == ["acme", "other"]
    assert now.listed("rest")["reason"].tolist() == [reason, reason]


def test_the_second_message_to_a_person_says_when_it_goes() -> None:
    """Of two letters to one recruiter the second says which goes first, and its own day."""
    kim = {"contact_email": "kim@palisade.example", "contact_name": "Kim Doe"}
    facts = {"acme": "interview 3-05; thanked 3-06; rejected 3-12", "hill": "interview 3-13"}
    now = plan(search(facts, dict.fromkeys(facts, kim)), day("3-16"))
    assert now.of("acme")["reason"].tolist() == [
        "One message to Kim Doe at a time: the one about Hill goes first, and this one is best on "
        "Tue, March 17."
    ]

"""To whom, and by what way: cases people asked about, and whom else a letter may go to (W5-W8)."""

import pandas as pd
import pytest

from followup_lib.advice.addressees import addressed_to, addressees
from followup_lib.advice.plan import Plan, plan
from followup_lib.letters.draft import draft, letter_row
from followup_lib.records import edits
from followup_lib.records.rows import PlanRow, rows_as
from followup_lib.records.tables import Tables
from tests.advice.situations import day, search

SEEKER = 'seeker.name = "Dana Whitlock"\nseeker.phone = "(609) 555-0133"'
TARN = {"company": "Tarn & Holloway", "job_title": "Office Coordinator"}


def first(now: Plan, job: str = "job") -> PlanRow:
    """Return the row of an application."""
    return rows_as(PlanRow, now.of(job))[0]


SORBY = {"application_id": "job", "name": "Mr. Finn Sorby", "email": "finn@tarn.example"}
PELL = TARN | {"contact_name": "Ms. Ona Pell", "contact_email": "ona@tarn.example"}
LEAVES = (
    "interview 3-10 who 'Mr. Finn Sorby' said 'the project plan'; "
    "they_promised 3-10 due 3-20 who 'Ms. Ona Pell' said 'word by the 20th, my last day here'; "
    "thanked 3-11 who 'Mr. Finn Sorby'"
)


def test_she_leaves_on_the_day_she_named() -> None:
    """Ms. Pell said “by the 20th, my last day”: once it is noted, Mr. Sorby hears from us (W5)."""
    tables = search({"job": LEAVES}, {"job": PELL}, [SORBY], SEEKER)
    assert first(plan(tables, day("3-24"))).to == "Ms. Ona Pell"
    noted = edits.note_person(tables, "job", "Ms. Ona Pell", preferred_contact="has_left")
    now = plan(noted, day("3-24"))
    row = first(now)
    assert (row.to, row.email) == ("Mr. Finn Sorby", "finn@tarn.example")
    assert row.earliest_on == pd.Timestamp("2026-03-24")
    assert "Ms. Ona Pell" in row.reason
    letter = draft(now, noted, row)
    assert (letter.to, letter.address) == ("Mr. Finn Sorby", "finn@tarn.example")
    assert "Pell" not in (letter.body or "")


def test_who_sits_at_the_front_desk_has_no_address() -> None:
    """The date came from the front desk: who was met hears from us, and nobody left (W5)."""
    told = "interview 3-10 who 'Mr. Finn Sorby'; thanked 3-11; they_promised 3-10 due 3-20 who Amy"
    sorby = TARN | {"contact_name": "Mr. Finn Sorby", "contact_email": "finn@tarn.example"}
    amy = {"application_id": "job", "name": "Amy", "role": "receptionist"}
    row = first(plan(search({"job": told}, {"job": sorby}, [amy], SEEKER), day("3-24")))
    assert row.reason.endswith("It goes to Mr. Finn Sorby: no address is on file for Amy.")


def test_nobody_is_left_to_write_to() -> None:
    """Ms. Pell was the only one: it is asked who took over, and the answer is the new contact."""
    left = PELL | {"preferred_contact": "has_left", "contact_phone": ""}
    tables = search({"job": LEAVES.replace("Mr. Finn Sorby", "")}, {"job": left}, settings=SEEKER)
    now = plan(tables, day("3-24"))
    letter = draft(now, tables, first(now))
    assert letter.missing == {
        "contact": "Ms. Ona Pell is no longer there. Who can you write to there now?"
    }
    answered = edits.succeed(tables, "job", "Ms. Adair")
    row = first(plan(answered, day("3-24")))
    assert (row.to, row.email, row.wish) == ("Ms. Adair", "", "")
    assert answered.people[["name", "preferred_contact"]].to_numpy().tolist() == [
        ["Ms. Ona Pell", "has_left"]
    ]


def test_an_address_without_a_name_stands_in_for_nobody() -> None:
    """Ms. Pell has left, and the contact is an address nobody's name is known of: it is asked."""
    left = {"application_id": "job", "name": "Ms. Ona Pell", "preferred_contact": "has_left"}
    office = TARN | {"contact_name": "", "contact_email": "office@tarn.example"}
    facts = LEAVES.replace("Mr. Finn Sorby", "")
    row = first(plan(search({"job": facts}, {"job": office}, [left], SEEKER), day("3-24")))
    assert (row.to, row.email) == ("", "")
    assert row.reason.endswith("Ms. Ona Pell is no longer there; find out who took over.")


def test_thanks_for_a_talk_on_the_phone_are_written() -> None:
    """They asked to talk again, by phone; nobody asked to be called: thanks by e-mail (W7, E3)."""
    facts = (
        "interview 3-06 said 'the intern project'; they_promised 3-06 due 3-10; "
        "wrote 3-11 via email for their_date_passed; heard_back 3-11 via email; "
        "they_promised 3-11 due 3-13 said 'Thursday or Friday'; "
        "wrote 3-16 via email for their_date_passed; rejected 3-16 via phone; "
        "wrote 3-16 via email for ask_for_feedback; heard_back 3-19 via email; "
        "interview_planned 3-20 due 3-24 via phone; interview 3-24 via phone said 'the gaps'"
    )
    asp = TARN | {"contact_name": "Mr. Hugo Asp", "contact_email": "h@tarn.example"}
    row = first(plan(search({"job": facts}, {"job": asp}), day("3-25")))
    assert (row.situation, row.to, row.channel) == ("thank_you", "Mr. Hugo Asp", "email")
    assert row.earliest_on == pd.Timestamp("2026-03-25")


VOSS = TARN | {
    "contact_name": "Ms. Ina Voss",
    "contact_role": "HR",
    "contact_email": "i@tarn.example",
}
DENT = {"application_id": "job", "name": "Mr. Karl Dent", "email": "k@tarn.example"}
TWO_MET = (
    "interview 5-06 who 'Mr. Karl Dent'; they_promised 5-06 due 5-15 who 'Mr. Karl Dent'; "
    "interview 5-12 who 'Ms. Ina Voss'; they_promised 5-12 due 5-15 who 'Ms. Ina Voss'; "
    "thanked 5-13 who 'Ms. Ina Voss'; heard_back 5-22 who 'Ms. Ina Voss' via email; "
    "they_promised 5-22 due 5-29 who 'Ms. Ina Voss'; "
    "called 5-27 who 'Ms. Ina Voss' for their_date_passed; heard_back 5-27 who 'Ms. Ina Voss'"
)


def two_met() -> tuple[Plan, Tables, PlanRow]:
    """Return the plan, the tables and the row of a search with two people met."""
    tables = search({"job": TWO_MET}, {"job": VOSS}, [DENT], SEEKER)
    now = plan(tables, day("6-03"))
    return now, tables, first(now)


def test_everybody_met_is_offered() -> None:
    """Ms. Voss of HR gave the date and stands first; Mr. Dent, the manager, may be chosen (W8)."""
    now, tables, row = two_met()
    assert row.earliest_on == pd.Timestamp("2026-06-03")
    offered = [(one.to, one.email, one.channel) for one in addressees(now, tables, row)]
    assert offered == [
        ("Ms. Ina Voss", "i@tarn.example", "email"),
        ("Mr. Karl Dent", "k@tarn.example", "email"),
    ]
    letter = draft(now, tables, addressed_to(now, tables, row, "mr. karl dent"))
    assert (letter.to, letter.address) == ("Mr. Karl Dent", "k@tarn.example")
    assert (letter.body or "").startswith("Hi Karl,\n")
    assert "Voss" not in (letter.body or "")
    assert "Thanks for" not in (letter.body or "")  # it was Ms. Voss who wrote


@pytest.mark.parametrize(
    ("to", "met", "topic"),
    [("Ms. Ina Voss", "May 12", "the benefits"), ("Mr. Karl Dent", "May 6", "the June start")],
)
@pytest.mark.parametrize("thanked", [False, True])
def test_a_letter_is_about_the_talk_with_whom_it_goes_to(
    to: str, met: str, topic: str, thanked: bool
) -> None:
    """The day and what was talked about are of the last talk that person was at (W8)."""
    facts = (
        "interview 5-06 who 'Mr. Karl Dent' said 'the June start'; "
        "interview 5-12 who 'Ms. Ina Voss; Mr. Yun' said 'the benefits'"
    )
    more = "; thanked 5-13" if thanked else ""
    tables = search({"job": facts + more}, {"job": VOSS}, [DENT], SEEKER)
    now = plan(tables, day("5-20" if thanked else "5-13"))
    body = draft(now, tables, addressed_to(now, tables, first(now), to)).body or ""
    assert met in body
    assert topic in body


def test_a_talk_with_nobody_named_offers_nobody() -> None:
    """Where it is not noted with whom one talked, no choice without a name comes of it."""
    tables = search({"job": f"interview 5-05; {TWO_MET}"}, {"job": VOSS}, [DENT], SEEKER)
    now = plan(tables, day("6-03"))
    offered = [one.to for one in addressees(now, tables, first(now))]
    assert offered == ["Ms. Ina Voss", "Mr. Karl Dent"]


def test_a_name_nobody_has_changes_nothing() -> None:
    """Whoever is not of this application is never written to about it."""
    now, tables, row = two_met()
    assert addressed_to(now, tables, row, "Mr. Grey") == row


def test_who_has_left_is_not_offered() -> None:
    """Somebody noted as gone is no choice any more."""
    tables = search({"job": TWO_MET}, {"job": VOSS}, [DENT | {"preferred_contact": "has_left"}])
    now = plan(tables, day("6-03"))
    assert [one.to for one in addressees(now, tables, first(now))] == ["Ms. Ina Voss"]


@pytest.mark.parametrize(
    ("phone", "due"), [("+1 609 555 0101", ["acme"]), ("(609) 555-0102", ["acme", "two"])]
)
def test_one_person_one_message(phone: str, due: list[str]) -> None:
    """Ms. Ortiz stands in two rows with her number in two forms: one message to her (W4)."""
    cells = {"company": "Acme", "contact_email": "", "contact_phone": "(609) 555-0101"}
    facts = "interview 3-05; thanked 3-06"
    jobs = {"acme": cells, "two": cells | {"contact_phone": phone}}
    now = plan(search({"acme": facts, "two": facts}, jobs), day("3-16"))
    assert now.today["application_id"].tolist() == due


def test_what_mr_hall_was_promised_goes_to_mr_hall() -> None:
    """The report promised to Mr. Hall carries his address, not that of the contact."""
    hall = {"application_id": "acme", "name": "Mr. Hall", "email": "hall@acme.example"}
    facts = (
        "interview 3-10 who 'Mr. Hall'; thanked 3-11; "
        "i_promised 3-10 due 3-16 who 'Mr. Hall' via email said 'the sample report'"
    )
    tables = search({"acme": facts}, people=[hall | {"preferred_contact": "email"}])
    now = plan(tables, day("3-16"))
    letter = draft(now, tables, letter_row(now, "acme"))
    assert (letter.to, letter.address) == ("Mr. Hall", "hall@acme.example")


@pytest.mark.parametrize(
    ("job", "told"),
    [
        ({}, ["who"]),  # the row of Mr. Grey is asked about
        ({"agency": "Palisade"}, []),  # an agency is the route, whoever was named
        ({"contact_name": ""}, []),  # nobody is on file: he is the one to write to
    ],
)
def test_a_promise_to_somebody_on_no_list(job: dict[str, str], told: list[str]) -> None:
    """Who was promised something and is on no list is asked about, where others are on one."""
    now = plan(
        search({"job": "i_promised 3-05 due 3-12 who 'Mr. Grey'"}, {"job": job}), day("3-06")
    )
    assert [problem.column for problem in now.facts.problems] == told


def test_a_promise_to_somebody_of_another_row() -> None:
    """A name that is on file for another application is on no list here."""
    facts = {"job": "i_promised 3-05 due 3-12 who 'Mr. Grey'", "hill": "applied 3-02"}
    grey = {"application_id": "hill", "name": "Mr. Grey"}
    assert len(plan(search(facts, people=[grey]), day("3-06")).facts.problems) == 1
    grey = {"application_id": "job", "name": "mr. grey"}
    assert plan(search(facts, people=[grey]), day("3-06")).facts.problems == ()

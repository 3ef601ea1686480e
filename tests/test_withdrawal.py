"""Stepping back: once an offer is accepted, every other live application is told, with thanks."""

import pytest
from situations import day, search

from followup_lib.messages import draft, letter_row
from followup_lib.plan import plan

TAKEN = "applied 2-02; interview 3-02; offer 3-10 via email due 3-20; accepted 3-13"
NAMELESS = {"contact_name": ""}


@pytest.mark.parametrize(
    ("taken", "other", "job", "today", "expected"),
    [
        # every state in which somebody waits for the seeker
        (TAKEN, "applied 2-02; interview 3-05", {}, "3-13", ("withdrawal", "E2", "3-13")),
        (
            TAKEN,
            "interview 3-05; they_promised 3-05 due 3-12",
            {},
            "3-16",
            ("withdrawal", "E2", ""),
        ),
        (TAKEN, "interview 3-05; on_hold 3-06", {}, "3-16", ("withdrawal", "E2", "3-13")),
        (
            TAKEN,
            "interview 3-05; interview_planned 3-06 due 3-20",
            {},
            "3-16",
            ("withdrawal", "E2"),
        ),
        (TAKEN, "final_interview 3-05; offer 3-12", {}, "3-16", ("withdrawal", "E2", "3-13")),
        (TAKEN, "applied 3-05", {}, "3-16", ("withdrawal", "E2", "3-13")),
        # nobody to tell, or told already
        (TAKEN, "applied 3-05", NAMELESS, "3-16", ("rest", "S1")),
        (TAKEN, "saved 3-05", {}, "3-16", ("rest", "S1")),
        (TAKEN, "interview 3-05; withdrawn 3-13", {}, "3-16", ("rest", "E1")),
        (TAKEN, "interview 3-05; wrote 3-13 for withdrawal", {}, "3-16", ("rest", "E1")),
        (TAKEN, "interview 3-05; left_voicemail 3-13 for withdrawal", {}, "3-16", ("rest", "E1")),
        (TAKEN, "interview 2-02; rejected 2-05", {}, "3-16", ("rest", "E1")),
        # the person says "not this one"
        (TAKEN, "interview 3-05; snoozed 3-14 for withdrawal", {}, "3-16", ("no_date_given", "N1")),
        # before the day of acceptance, and when nothing was accepted
        (TAKEN, "interview 3-05; thanked 3-06", {}, "3-12", ("offer_elsewhere", "X1", "3-10")),
        (TAKEN.replace("accepted", "declined"), "interview 3-02", {}, "3-16", ("no_date_given",)),
        # the job was accepted, and the search went on: a new application was begun after it
        (TAKEN, "applied 3-14; interview 3-16", {}, "3-17", ("thank_you", "T1", "3-17")),
        # it was accepted and taken back later
        (f"{TAKEN}; withdrawn 3-14", "interview 3-02", {}, "3-16", ("no_date_given", "N1")),
    ],
)
def test_when_to_step_back(
    taken: str, other: str, job: dict[str, str], today: str, expected: tuple[str, ...]
) -> None:
    """A live application with somebody to tell is withdrawn from the day another is accepted."""
    jobs = {"taken": {"contact_name": "Mr. Vale"}, "other": job}
    now = plan(search({"taken": taken, "other": other}, jobs), day(today))
    row = now.next_steps().set_index("application_id").loc["other"]
    assert (row["situation"], row["rule"])[: len(expected)] == expected[:2]
    if expected[2:] and expected[2]:
        assert row["earliest_on"].date() == day(expected[2])


def test_the_reason_and_the_words() -> None:
    """The reason says what was accepted when; the letter thanks, decides and asks for nothing."""
    tables = search(
        {"taken": TAKEN, "other": "interview 3-05"},
        {"taken": {"contact_name": "Mr. Vale"}},
        settings='[seeker]\nname = "Noor Haddad"\n',
    )
    now = plan(tables, day("3-16"))
    assert now.of("other")["reason"].iloc[0] == (
        "You accepted another offer on Fri 13 March. Tell Ms. Ortiz that you step back, with "
        "thanks: it is kind, and it frees the place for someone else."
    )
    body = draft(now, tables, letter_row(now, "other")).body or ""
    assert "I have accepted another offer, so I am stepping back" in body
    assert "Taken" not in body
    assert "?" not in body


def test_it_can_be_written_for_any_live_application() -> None:
    """Somebody who steps back for another reason asks for the letter by name."""
    tables = search({"other": "interview 3-05"}, settings='[seeker]\nname = "Noor Haddad"\n')
    now = plan(tables, day("3-16"))
    row = letter_row(now, "other", "withdrawal")
    assert draft(now, tables, row).letter == "withdrawal/email.txt"

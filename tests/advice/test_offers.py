"""Offers and own promises in whole small searches: what is on the list, and what is said of it."""

import pytest

from followup_lib.advice.plan import plan
from followup_lib.letters.draft import REPLIES, draft, letter_row
from followup_lib.letters.template import FILE_OF_CHANNEL
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import PlanRow, rows_as
from tests.advice.situations import day, search

OFFERED = "final_interview 3-05; thanked 3-06; offer 3-13 via email due 3-23"
BY_WORD = "final_interview 3-02; offer 3-09 via phone said 'the job is yours'"
SEEKER = '[seeker]\nname = "Noor Haddad"\nphone = "(609) 555-0177"\n'


def written(facts: str, today: str, channel: str, **how: str) -> str:
    """Return the message of the first row of the list."""
    tables = search({"acme": facts}, settings=SEEKER)
    now = plan(tables, day(today))
    made = draft(now, tables, letter_row(now, "acme"), channel=channel, **how)
    assert made.body, made.missing
    return made.body


def test_an_offer_known_from_a_status_asks_its_day() -> None:
    """“Offer received”, no day anywhere: Today asks by when, and tells no day nobody gave."""
    now = plan(search({"acme": "applied 2-07; offer ?"}), day("3-16"))

    assert now.today["reason"].tolist() == [
        "They made you an offer. When is your answer due? Note that day; if nobody said, thank "
        "them and ask when they need your answer."
    ]


@pytest.mark.parametrize("event", ["on_hold ?", "rejected ?", "reference_contacted ? who amin"])
def test_a_day_nobody_gave_is_not_told(event: str) -> None:
    """Where a day is lost, the sentence does without it."""
    facts = f"interview 3-05; thanked 3-06; they_promised ? said 'next week'; {event}"
    for reason in plan(search({"acme": facts}), day("3-16")).of("acme")["reason"]:
        assert "not given" not in reason


def test_the_other_offer_is_said_beside_this_one() -> None:
    """Before one says yes: who else has named a day, and that time may be asked for."""
    facts = {
        "osprey": OFFERED,
        "tallis": "interview 3-05; thanked 3-06; they_promised 3-05 due 3-27",
    }
    reason = plan(search(facts), day("3-16")).of("osprey")["reason"].iloc[0]

    assert reason.endswith("Tallis said Fri, March 27: to hear from them first, ask for more time.")


def test_who_has_made_an_offer_too_is_not_waited_for() -> None:
    """A firm whose own offer is on file has decided, whatever day it had named for that."""
    tallis = (
        "interview 3-05; thanked 3-06; they_promised 3-05 due 3-27; offer 3-13 via email due 3-25"
    )
    reason = plan(search({"osprey": OFFERED, "tallis": tallis}), day("3-16")).of("osprey")["reason"]

    assert "Tallis" not in reason.iloc[0]


@pytest.mark.parametrize(
    ("tallis", "told"),
    [
        ("they_promised 3-05 due 3-27", "That’s the one reason to ask before their date: you can "),
        ("they_promised 3-05 due 3-06", "That’s a good reason to ask: you can "),
        ("thanked 3-06", "That’s a good reason to ask: you can "),
    ],
)
def test_an_offer_is_a_reason_to_ask_early_only_before_their_date(tallis: str, told: str) -> None:
    """A date that is past, or was never named, is not spoken of; a day gone by is no start."""
    facts = {"osprey": OFFERED, "tallis": f"interview 3-05; thanked 3-06; {tallis}"}

    reason = plan(search(facts), day("3-17")).of("tallis")["reason"].iloc[0]

    assert f"{told}ask today where things stand, by e-mail." in reason


@pytest.mark.parametrize("channel", FILE_OF_CHANNEL)
def test_each_answer_has_a_letter_for_every_way(channel: str) -> None:
    """Yes, no, and more time differ, by whatever way."""
    until = {"answers": {"until_day": "Friday, March 27"}}
    bodies = {written(OFFERED, "3-16", channel, reply=reply, **until) for reply in REPLIES}
    assert len(bodies) == len(REPLIES)


def test_an_answer_is_one_to_an_offer() -> None:
    """Nothing else is accepted or declined, and there are no other answers."""
    with pytest.raises(FollowupError, match="only for an offer"):
        written("interview 3-05; thanked 3-06", "3-12", "email", reply="accept")
    with pytest.raises(FollowupError, match="allowed are accept, decline, time"):
        written(OFFERED, "3-16", "email", reply="perhaps")


@pytest.mark.parametrize("channel", FILE_OF_CHANNEL)
def test_an_offer_by_word_is_asked_for_in_writing(channel: str) -> None:
    """Nobody claims to be reading what is not written yet."""
    body = written(BY_WORD, "3-10", channel)

    assert "in writing" in body
    assert "reading" not in body


def test_after_their_day_for_it_one_asks_when() -> None:
    """“Contract by Friday” has passed: when may it be expected, and no “still considered”."""
    facts = "final_interview 3-05; thanked 3-06; offer 3-09 via phone; "
    facts += "they_promised 3-09 due 3-13 said 'contract by Friday'"
    body = written(facts, "3-17", "phone")
    reason = plan(search({"acme": facts}), day("3-17")).of("acme")["reason"].iloc[0]

    assert "when can I expect it" in body
    assert "considered" not in body
    assert "treat it as" not in reason


def test_told_to_wait_one_asks_once_more() -> None:
    """X2: the letter thanks for their word, and names the day of the other answer."""
    facts = {
        "acme": "interview 3-05; thanked 3-06; wrote 3-12 for offer_elsewhere; "
        "they_promised 3-13 due 3-17",
        "other": "final_interview 3-02; offer 3-12 due 3-20 via email",
    }
    tables = search(facts, settings=SEEKER)
    now = plan(tables, day("3-18"))
    body = draft(now, tables, letter_row(now, "acme")).body or ""

    assert "Thank you for keeping me posted" in body
    assert "Friday, March 20" in body


def test_a_promise_to_check_in_attaches_nothing() -> None:
    """“Check in the following week” is a contact by e-mail, on its day."""
    facts = "final_interview 3-02; heard_back 3-11 via email; "
    facts += "i_promised 3-11 due 3-18 via email said 'check in the following week'"
    now = plan(search({"acme": facts}), day("3-18"))
    body = written(facts, "3-18", "email")

    assert now.today["situation"].tolist() == ["promise_due"]
    assert "attach" not in body
    assert "the check in" not in body


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("they said to answer by Friday the 20th, start on May 4", "by Friday the 20th"),
        ("written offer", "written offer"),
    ],
)
def test_the_words_an_offer_s_day_was_read_from(said: str, words: str) -> None:
    """Asked about are the words on when to answer; where none are, all that was said."""
    facts = f"interview 3-05; offer 3-10 via email due 3-20 inferred said '{said}'"
    asked = plan(search({"acme": facts}), day("3-12")).facts.said["acme-2"]
    assert asked.words.startswith(words)


def test_what_a_waiting_row_asks_when_it_wakes() -> None:
    """A row that rests before a promised contact has the letter of its date, were one written."""
    facts = "interview 3-05; they_promised 3-05 due 3-12; i_promised 3-06 due 4-17 via email"
    now = plan(search({"acme": facts}), day("3-16"))
    own = next(row for row in rows_as(PlanRow, now.of("acme")) if not row.promise_id)
    assert own.rule == "P4"
    assert now.view.question[now.view.place("acme")] == "their_date_passed"


def test_words_about_a_day_are_asked_about_until_it_has_come() -> None:
    """A letter of theirs before the day their words name leaves the question which day it is."""
    facts = "interview 3-05; they_promised 3-05 said 'by next Friday'; heard_back 3-09 via email"
    known = plan(search({"acme": facts}), day("3-10")).facts.of("acme")
    assert (known["their_row"], known["their_day"].date()) == ("acme-2", day("3-13"))

"""Whom the letter goes to, on the page: the plan's choice first, others of those met, who left."""

from dataclasses import replace
from pathlib import Path

import pytest

from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.letter.addressee import Addressee
from followup_lib.pages.letter.answers import save_answers
from followup_lib.pages.letter.model import LetterModel
from followup_lib.pages.letter.sent_model import SentModel
from followup_lib.records.tables import Tables
from followup_lib.store.new_search import create_search
from tests.advice.situations import day, search

PAGE = "02_their_date_has_passed"
FACTS = "interview 3-05 who 'Mr. Dent'; thanked 3-06; they_promised 3-05 due 3-12 who 'Ms. Ortiz'"
DENT = {"application_id": "acme", "name": "Mr. Dent", "email": "dent@acme.example"}


def on_page(folder: Path, tables: Tables) -> LetterModel:
    """Return the page at a desk of these tables, on Monday, March 16."""
    made = create_search(folder, name="Noor Hadley", phone="(609) 555-0199")
    made.edit("begin", lambda empty: replace(tables, settings=empty.settings))
    return LetterModel(Desk(made, day("3-16")), PAGE)


@pytest.fixture
def letter(tmp_path: Path) -> LetterModel:
    """Return the letter page: Ms. Ortiz gave the date, Mr. Dent was met."""
    return on_page(tmp_path / "Noor", search({"acme": FACTS}, people=[DENT]))


def test_the_plans_choice_stands_first(letter: LetterModel) -> None:
    """Nothing chosen is what the plan says; the other is one of those met (W8)."""
    whom = Addressee(letter)
    assert whom.choices == [("Ms. Ortiz, as planned", ""), ("Mr. Dent", "Mr. Dent")]
    assert (whom.name, letter.row.to, letter.address) == ("", "Ms. Ortiz", "ortiz@acme.example")


def test_the_letter_goes_to_who_was_chosen(letter: LetterModel) -> None:
    """Name and address are Mr. Dent's, also after the page is opened anew, and back again."""
    whom = Addressee(letter)
    whom.name = "Mr. Dent"
    assert (letter.row.to, letter.address) == ("Mr. Dent", "dent@acme.example")
    assert letter.body.startswith("Hi Mr. Dent,")
    again = LetterModel(letter.desk, PAGE)
    assert (Addressee(again).name, again.outgoing().to) == ("Mr. Dent", "Mr. Dent")
    whom.name = ""
    assert letter.body.startswith("Hi Ms. Ortiz,")


def test_own_words_stay_with_their_person(letter: LetterModel) -> None:
    """What was typed to Ms. Ortiz is not sent to Mr. Dent, and is not lost."""
    whom = Addressee(letter)
    letter.body = "Hi Ms. Ortiz, in my own words."
    whom.name = "Mr. Dent"
    assert letter.body.startswith("Hi Mr. Dent,")
    whom.name = ""
    assert letter.body == "Hi Ms. Ortiz, in my own words."


def test_what_was_sent_to_another_counts(letter: LetterModel) -> None:
    """It is logged as sent to Mr. Dent, and nothing more is due before the gap (W4)."""
    Addressee(letter).name = "Mr. Dent"
    SentModel(letter).log(day("3-16"), "email")
    sent = letter.desk.tables.timeline.iloc[-1]
    assert (sent["who"], sent["event"]) == ("Mr. Dent", "wrote")
    row = letter.desk.plan.of("acme").iloc[0]
    assert (row["to"], row["earliest_on"].date()) == ("Ms. Ortiz", day("3-23"))


def test_a_click_notes_who_has_left(letter: LetterModel) -> None:
    """Ms. Ortiz has left: the plan turns to Mr. Dent, and one undo takes it back (W5)."""
    whom = Addressee(letter)
    assert whom.has_left() == "Noted: Ms. Ortiz is no longer there."
    assert letter.row.to == "Mr. Dent"
    assert "Ms. Ortiz is no longer there" in letter.reason
    letter.undo()
    assert letter.row.to == "Ms. Ortiz"


def test_nobody_left_is_asked_and_answered(tmp_path: Path) -> None:
    """Nobody stands in: who took over is asked, and the answer is the one to write to (W5)."""
    letter = on_page(tmp_path / "Noor", search({"acme": FACTS.replace("Mr. Dent", "Ms. Ortiz")}))
    Addressee(letter).has_left()
    assert list(letter.questions) == ["contact"]
    save_answers(letter.desk, letter.row, {"contact": "Ms. Adair"})
    letter.refresh(letter.key)
    assert (letter.questions, letter.row.to) == ({}, "Ms. Adair")


def test_nobody_named_is_asked_for_an_address(tmp_path: Path) -> None:
    """No name, no portal: the address is asked, and the portal's box needs none (W6)."""
    nobody = {"acme": {"contact_name": "", "contact_email": "", "contact_phone": ""}}
    facts = "interview 3-05; thanked 3-06; they_promised 3-05 due 3-12"
    letter = on_page(tmp_path / "Noor", search({"acme": facts}, nobody))
    assert (letter.questions, list(letter.unclear)) == ({}, ["email"])
    letter.channel = "portal"
    assert (letter.unclear, letter.subject) == ({}, "")
    assert letter.body.startswith("Hello, ")
    letter.channel = "email"
    save_answers(letter.desk, letter.row, {"email": "jobs@acme.example"})
    letter.refresh(letter.key)
    assert (letter.unclear, letter.address) == ({}, "jobs@acme.example")

"""Drafts: the right letter for a row, facts only, questions for what is missing, expected texts."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_lib import edits
from followup_lib.letter_facts import as_thing, short_title
from followup_lib.messages import Draft, draft, letter_row
from followup_lib.plan import plan
from followup_lib.settings import Seeker, Settings
from followup_lib.tables import FollowupError, Tables, empty_table

MONDAY = dt.date(2026, 3, 16)
SEEKER = Settings(seeker=Seeker(name="Noor Haddad", phone="(609) 555-0177"))


def empty(settings_: Settings = SEEKER) -> Tables:
    """Return a search with nothing in it but its settings."""
    names = ("applications", "people", "timeline", "references")
    return Tables(*(empty_table(name) for name in names), settings=settings_)


def interviewed(**cells: str) -> Tables:
    """Return one application, interviewed on 5 March; they said Thursday the 12th."""
    values = {"company": "Northgate", "job_title": "payroll analyst", "contact_name": "Ms. Ortiz"}
    tables, key = edits.add_application(empty(), **(values | cells))
    tables = edits.log(tables, key, "interview", dt.date(2026, 3, 5))
    due = dt.date(2026, 3, 12)
    return edits.log(tables, key, "they_promised", dt.date(2026, 3, 5), due_on=due)


def written(tables: Tables, channel: str = "", situation: str = "", **answers: str) -> Draft:
    """Return the draft for the first application on Monday 16 March."""
    now = plan(tables, MONDAY)
    row = letter_row(now, tables.applications["application_id"].iloc[0], situation)
    return draft(now, tables, row, channel=channel, answers=answers)


def test_case_one_by_voicemail() -> None:
    """Ms. Ortiz's machine hears name, day, role and date, the number twice, and no D6."""
    body = written(interviewed(contact_phone="(609) 555-0101"), "voicemail").body or ""
    for part in ("Noor Haddad", "March 5", "payroll analyst", "March 12"):
        assert part in body
    assert body.count("(609) 555-0177") == 2
    assert "considered" not in body


def test_case_two_thanks_for_the_answer_and_names_only_the_new_date() -> None:
    """After an answer with a new date the letter names 22 May, never 8 May, and is a first."""
    day = dt.date
    tables, key = edits.add_application(
        empty(), company="Northgate", job_title="writer", contact_name="Mr. Hall"
    )
    tables = edits.log(tables, key, "interview", day(2026, 4, 29))
    tables = edits.log(tables, key, "they_promised", day(2026, 4, 29), due_on=day(2026, 5, 8))
    tables = edits.log(
        tables, key, "wrote", day(2026, 5, 12), channel="email", situation="their_date_passed"
    )
    tables = edits.log(tables, key, "heard_back", day(2026, 5, 13), channel="email")
    tables = edits.log(tables, key, "they_promised", day(2026, 5, 13), due_on=day(2026, 5, 22))
    now = plan(tables, day(2026, 5, 27))
    made = draft(now, tables, letter_row(now, key))
    assert made.letter == "their_date_passed/email-known.txt"
    assert "May 22" in (made.body or "")
    assert "May 8" not in (made.body or "")


@pytest.mark.parametrize(
    ("settings_", "cells", "channel", "questions"),
    [
        (SEEKER, {}, "email", []),
        (Settings(), {}, "email", ["What is your name, as you sign it?"]),
        (Settings(), {"job_title": " "}, "email", ["What is your name", "Which position is it?"]),
        (SEEKER, {}, "voicemail", []),
        (SEEKER, {"preferred_contact": "phone"}, "phone", ["What is Ms. Ortiz’s phone number?"]),
        (SEEKER, {"preferred_contact": "phone"}, "email", []),
    ],
)
def test_missing_facts_come_back_as_questions_all_at_once(
    settings_: Settings, cells: dict[str, str], channel: str, questions: list[str]
) -> None:
    """What the letter needs and the spreadsheet lacks is asked in words; nothing is made up."""
    title = cells.pop("job_title", None)
    tables = interviewed(**cells)
    if title is not None:
        tables.applications["job_title"] = ""
    tables = Tables(
        tables.applications, tables.people, tables.timeline, tables.references, settings_
    )
    made = written(tables, channel)
    assert len(made.missing) == len(questions)
    for question, start in zip(made.missing.values(), questions, strict=True):
        assert question.startswith(start)
    assert (made.body is None) == bool(questions)


def test_about_is_an_answer() -> None:
    """An interview whose day is only about known is written as the third of its month."""
    tables = interviewed()
    tables.timeline.loc[tables.timeline["event"] == "interview", "certainty"] = "about"
    assert "in early March" in (written(tables).body or "")


def test_a_letter_may_be_prepared_before_its_day() -> None:
    """A row that is not due yet gets its draft, with the day before which it should not go."""
    tables = interviewed()
    now = plan(tables, dt.date(2026, 3, 13))
    made = draft(now, tables, letter_row(now, "northgate-payroll-analyst"))
    assert made.body
    assert made.not_before == MONDAY


def test_a_promise_can_be_moved_before_it_is_late() -> None:
    """With a new day the promise letter tells it, and attaches nothing."""
    tables = edits.log(
        interviewed(),
        "northgate-payroll-analyst",
        "i_promised",
        dt.date(2026, 3, 5),
        due_on=dt.date(2026, 3, 17),
        said="the sample report",
    )
    made = written(tables, situation="promise_due", new_day="Friday, March 20")
    assert made.letter == "promise_due/email-move.txt"
    assert "Friday, March 20" in (made.body or "")
    assert "attached" not in (made.body or "")


@pytest.mark.parametrize(
    ("said", "thing"),
    [
        ("the sample report", "the sample report"),
        ("sample report", "the sample report"),
        ("I'll mail the sample report on Friday", "the sample report"),
        ("to send you two writing samples by Monday", "two writing samples"),
        ("", ""),
    ],
)
def test_a_promise_in_a_persons_words_becomes_a_thing(said: str, thing: str) -> None:
    """What was promised stands in the letter as a thing, however it was noted."""
    assert as_thing(said) == thing


def test_a_resting_row_says_so() -> None:
    """A channel or a row without a letter is refused in a sentence."""
    tables = interviewed()
    now = plan(tables, MONDAY)
    row = letter_row(now, "northgate-payroll-analyst")
    with pytest.raises(FollowupError, match="no letters for the channel 'fax'"):
        draft(now, tables, row, channel="fax")
    with pytest.raises(FollowupError, match="at rest"):
        draft(now, tables, row._replace(situation="rest"))
    with pytest.raises(FollowupError, match="nothing for keep your promise"):
        letter_row(now, "northgate-payroll-analyst", "promise_due")


TRICKY = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40
).filter(str.strip)


@settings(max_examples=200)
@given(company=TRICKY, title=TRICKY, contact=TRICKY)
def test_no_value_breaks_a_letter(company: str, title: str, contact: str) -> None:
    """Braces, brackets, dollars and quotes in a fact stand in the letter as they are."""
    tables = interviewed(company=company, job_title=title, contact_name=contact)
    made = written(tables, "email")
    body = made.body or ""
    assert company.strip() in body
    assert title.strip() in body
    assert len(made.subject or "") <= 50


@pytest.mark.parametrize(
    "value", ["{my_name}", "{0.__class__}", "[x]", "$90,000", "{", "%s", "\\1"]
)
def test_a_fact_is_never_run(value: str) -> None:
    """A value that looks like a field, a format or a pattern is only text."""
    body = written(interviewed(company=value), "email").body or ""
    assert f"at {value}." in body or f"at {value} " in body


def test_titles_are_cut_at_a_word() -> None:
    """A long title is shortened at a word for the subject."""
    assert short_title("Payroll Analyst") == "Payroll Analyst"
    assert short_title(";") == ";"
    assert short_title("Associate Director of Communications and Outreach") == "Associate Director"

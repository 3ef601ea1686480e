"""Drafts: the right letter for a row, facts only, questions for what is missing, expected texts."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_lib.advice.plan import plan
from followup_lib.letters.draft import Draft, draft, letter_row
from followup_lib.letters.facts import one_line
from followup_lib.letters.template import LETTERS, fill, parse_letter
from followup_lib.letters.titles import letter_firm, letter_title
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.records.settings import Seeker, Settings
from followup_lib.records.tables import Tables, empty_table
from tests.advice import situations
from tests.letters.letter_targets import FULL

BY_PHONE = {"preferred_contact": "phone", "contact_phone": ""}
MONDAY = dt.date(2026, 3, 16)
SEEKER = Settings(seeker=Seeker(name="Noor Haddad", phone="(609) 555-0177"))


def empty(settings_: Settings = SEEKER) -> Tables:
    """Return a search with nothing in it but its settings."""
    names = ("applications", "people", "timeline", "references")
    return Tables(*(empty_table(name) for name in names), settings=settings_)


def interviewed(**cells: str) -> Tables:
    """Return one application, interviewed on March 5; they said Thursday the 12th."""
    values = {"company": "Northgate", "job_title": "payroll analyst", "contact_name": "Ms. Ortiz"}
    reach = {"contact_email": "ortiz@northgate.example", "contact_phone": "(609) 555-0101"}
    tables, key = edits.add_application(empty(), **(values | reach | cells))
    tables = edits.log(tables, key, "interview", dt.date(2026, 3, 5))
    due = dt.date(2026, 3, 12)
    return edits.log(tables, key, "they_promised", dt.date(2026, 3, 5), due_on=due)


def written(tables: Tables, channel: str = "", situation: str = "", **answers: str) -> Draft:
    """Return the draft for the first application on Monday, March 16."""
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
    """After an answer with a new date the letter names May 22, never May 8, and is a first."""
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
    assert made.letter == "their_date_passed/email.txt"
    assert "Thanks again for your email." in (made.body or "")
    assert "still being considered" in (made.body or "")
    assert "May 22" in (made.body or "")
    assert "May 8" not in (made.body or "")


@pytest.mark.parametrize(
    ("settings_", "cells", "channel", "questions"),
    [
        (SEEKER, {}, "email", []),
        (Settings(), {}, "email", ["What’s your name, as you sign it?"]),
        (Settings(), {"job_title": " "}, "email", ["What’s your name", "Which position is it?"]),
        (SEEKER, {}, "voicemail", []),
        (SEEKER, BY_PHONE, "phone", ["What is Ms. Ortiz’s phone number?"]),
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


def promised(said: str, **cells: str) -> Tables:
    """Return the application with a promise made on March 5 for the 16th, in these words."""
    made, due = dt.date(2026, 3, 5), dt.date(2026, 3, 16)
    key = "northgate-payroll-analyst"
    return edits.log(interviewed(), key, "i_promised", made, due_on=due, said=said, **cells)


@pytest.mark.parametrize(
    ("said", "channel", "says"),
    [
        ("the sample report", "", "I've attached the sample report."),
        ("I'd email you my portfolio by Tuesday", "", "I've attached my portfolio."),
        ("send over my transcripts", "", "I've attached my transcripts."),
        ("get back to her with dates", "", "I said I'd get in touch about dates."),
        (
            "a call about the start date",
            "phone",
            "I said I'd call about the start date, so I'm calling as promised.",
        ),
        ("the start date", "phone", "I said I'd call about the start date, so I'm"),
    ],
)
def test_a_promise_in_a_persons_words_makes_a_sentence(said: str, channel: str, says: str) -> None:
    """What was promised stands in the letter or script, however it was noted.

    A message that was promised about something asks what one would like to tell them.
    """
    made = written(promised(said, channel=channel), channel or "email", "promise_due")
    assert says in (made.body or "")
    asks = ["told"] if "I said I'd" in says else []
    assert (made.missing, list(made.unclear)) == ({}, asks)


@pytest.mark.parametrize(
    "said", ["She asked for a copy of my license", "writing samples x2", "sample report", "it"]
)
def test_a_promise_that_fits_into_no_sentence_is_asked_for(said: str) -> None:
    """Grammar is not guessed: the words come back with the sentence to finish."""
    made = written(promised(said), "email", "promise_due")
    assert made.body is None
    assert made.missing == {
        "thing": f"“{said}” doesn’t fit into a sentence of the letter. Finish this: “I’m "
        "attaching …”"
    }
    answered = written(promised(said), "email", "promise_due", thing="my license")
    assert "I've attached my license." in (answered.body or "")


def test_a_call_is_made_also_when_its_purpose_is_unclear() -> None:
    """A promised call has its script, without words that fit into no sentence, and a question."""
    made = written(promised("she wants to know when", channel="phone"), "phone", "promise_due")
    assert "I said I'd call, so I'm calling as promised.\n" in (made.body or "")
    assert made.unclear == {
        "purpose": "“she wants to know when” doesn’t fit into a sentence of the letter. "
        "Finish this: “I said I’d get in touch about …”"
    }


@pytest.mark.parametrize(
    "topic", ["She loves hiking and said the team is tiny", "Salary $65k ok??", "new system"]
)
def test_a_topic_that_fits_into_no_sentence_falls_out_and_is_asked_for(topic: str) -> None:
    """The letter does without such a topic; the question says which words it was."""
    tables = interviewed()
    tables.timeline.loc[tables.timeline["event"] == "interview", "said"] = topic
    made = written(tables, "email")
    assert "enjoyed talking about" not in (made.body or "enjoyed talking about")
    assert made.unclear == {
        "topic": f"“{topic}” doesn’t fit into a sentence of the letter. "
        "Finish this: “I enjoyed hearing about …”"
    }
    assert "enjoyed talking about SAP." in (written(tables, "email", topic="SAP").body or "")


def test_a_resting_row_says_so() -> None:
    """A channel or a row without a letter is refused in a sentence."""
    tables = interviewed()
    now = plan(tables, MONDAY)
    row = letter_row(now, "northgate-payroll-analyst")
    with pytest.raises(FollowupError, match="no letters for the channel 'fax'"):
        draft(now, tables, row, channel="fax")
    with pytest.raises(FollowupError, match="nothing to write about"):
        draft(now, tables, row._replace(situation="rest"))
    with pytest.raises(FollowupError, match="nothing for keep your promise"):
        letter_row(now, "northgate-payroll-analyst", "promise_due")


ATTACKS = [
    "{my_name}",
    "{0.__class__.__mro__}",
    "{contact.__init__.__globals__}",
    "{{7*7}}",
    "{",
    "}",
    "[",
    "]",
    "[ {contact}]",
    "{% for x in y %}",
    "%(my_name)s",
    "%s",
    "${HOME}",
    "$x",
    "$90,000",
    "\\1",
    "\\g<0>",
    "C:\\new",
    "'; DROP TABLE x; --",
    '"quoted"',
    "O’Hara",
    "=1+1",
    "@SUM(A1)",
    "<script>alert(1)</script>",
    "<b onerror=x>",
    "a\nBcc: all@x.example",
    "a\r\nSubject: b",
    "\x00",
    "\x1b[31m",
    "\u2028",
    "\u202etxet",
    "אבג",
    "د. أمين",
    "編集者",
    "🙂",
    "Acme Inc.",
]
VALUES = st.one_of(
    st.sampled_from(ATTACKS), st.text(st.characters(codec="utf-8"), max_size=40)
).filter(one_line)
LETTER_NAMES = sorted(
    path.relative_to(str(LETTERS)).as_posix() for path in Path(str(LETTERS)).rglob("*.txt")
)


@settings(max_examples=300)
@given(
    name=st.sampled_from(LETTER_NAMES),
    values=st.lists(VALUES, min_size=len(FULL), max_size=len(FULL)),
)
def test_a_value_is_only_put_in(name: str, values: list[str]) -> None:
    """Whatever the values, the words around them are the same: nothing is run or read."""
    letter = parse_letter(name, (Path(str(LETTERS)) / name).read_text(encoding="utf-8"))
    fields = {field: one_line(f"{value}x") for field, value in zip(FULL, values, strict=True)}
    marks = {field: chr(0xE000 + number) for number, field in enumerate(FULL)}
    put_in = {marks[field]: fields[field] for field in FULL}
    for text in (letter.subject, letter.body):
        expected = "".join(put_in.get(character, character) for character in fill(text, marks))
        assert fill(text, fields) == expected


@settings(max_examples=25)
@given(company=VALUES, title=VALUES, contact=VALUES, topic=VALUES, me=VALUES, number=VALUES)
def test_no_value_of_the_spreadsheet_breaks_a_letter(
    company: str, title: str, contact: str, topic: str, me: str, number: str
) -> None:
    """Whatever stands in the cells stands in the letter, on one line, and the subject stays one."""
    contact = contact.replace(";", ",")
    settings_ = Settings(seeker=Seeker(name=me, phone=number))
    tables = interviewed(company=company, job_title=title, contact_name=contact)
    tables.timeline.loc[tables.timeline["event"] == "interview", "said"] = topic
    made = written(replace(tables, settings=settings_), "email")
    body = made.body or ""
    assert made.missing == {}
    firm, role = letter_firm(one_line(company)), letter_title(one_line(title))
    for value in (firm, role, one_line(me), one_line(number)):
        assert value.removesuffix(".") in body
    assert len((made.subject or "").splitlines()) == 1
    assert len(made.subject or "") <= 50
    assert "Bcc" not in [line.partition(":")[0] for line in body.splitlines()]


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"company": "Acme Inc."}, "position at Acme on Thursday"),
        ({"company": "Hill & Co."}, "position at Hill & Co. on Thursday"),
        ({"company": ""}, "for the payroll analyst position on Thursday"),
        ({"contact_name": ""}, "Hello,\n"),
        ({"contact_name": "Ms. Danforth; Mr. Coyle"}, "Hi Ms. Danforth and Mr. Coyle,\n"),
        ({"company": "Palisade Row", "agency": "palisade row"}, "payroll analyst position on Thu"),
        ({"job_title": "Payroll Position"}, "for the Payroll position at Northgate"),
        ({"job_title": "editor"}, "for the editor position at Northgate"),
        ({"job_title": " lead,\n $90,000  a year "}, "for the lead position at"),
        ({"topic": "The move to a new system."}, "talking about the move to a new system.\n"),
        ({"topic": " "}, "on Thursday, March 5.\n"),
    ],
)
def test_a_fact_leaves_no_hole_and_no_stumble(cells: dict[str, str], says: str) -> None:
    """A missing, doubled, dotted or untidy fact still makes a sentence one would write."""
    topic = cells.pop("topic", "the plan")
    tables = interviewed(**cells) if cells.get("company", "x") else interviewed(company="gone")
    if not cells.get("company", "x"):
        tables.applications["company"] = ""
    tables.timeline.loc[tables.timeline["event"] == "interview", "said"] = topic
    assert says in (written(tables, "email").body or "")


def test_a_day_nobody_named_is_not_named() -> None:
    """A thing promised for no day is moved to a new day without naming the one we count with."""
    tables = edits.log(
        interviewed(),
        "northgate-payroll-analyst",
        "i_promised",
        dt.date(2026, 3, 13),
        said="the sample report",
    )
    made = written(tables, situation="promise_due", new_day="Friday, March 20")
    assert "I promised you the sample report. I need" in (made.body or "")


def test_an_offer_only_spoken_of_is_asked_for_in_writing() -> None:
    """D8: an offer made by phone is asked for in writing, never where things stand."""
    tables = edits.log(
        interviewed(), "northgate-payroll-analyst", "offer", dt.date(2026, 3, 13), channel="phone"
    )
    body = written(tables, "email").body or ""
    assert "When can I expect the offer in writing?" in body
    assert "considered" not in body


def test_stepping_back_thanks_and_decides() -> None:
    """The reason says what was accepted when; the letter thanks, decides and asks for nothing."""
    tables = situations.search(
        {"taken": "interview 3-02; accepted 3-13", "other": "interview 3-05"},
        {"taken": {"contact_name": "Mr. Vale"}},
        settings='[seeker]\nname = "Noor Haddad"\n',
    )
    now = plan(tables, MONDAY)
    assert now.of("other")["reason"].iloc[0] == (
        "You accepted another offer on Fri, March 13. Thank Ms. Ortiz and let them know "
        "you’re withdrawing: it’s kind, and it opens the spot for someone else."
    )
    body = draft(now, tables, letter_row(now, "other")).body or ""
    assert "I've accepted another offer, so I'm withdrawing my application." in body
    assert "Taken" not in body
    assert "?" not in body


@pytest.mark.parametrize("channel", ["email", "phone", "text", "voicemail"])
def test_stepping_back_calls_off_the_talk_that_is_ahead(channel: str) -> None:
    """Where a talk is planned, the message names its day; else it says nothing of one."""
    talk = "; interview_planned 3-13 due 3-19"
    for facts, told in ((talk, True), ("", False)):
        tables = situations.search(
            {"taken": "interview 3-02; accepted 3-13", "other": f"interview 3-05{facts}"},
            settings='[seeker]\nname = "Noor Haddad"\nphone = "(609) 555-0142"\n',
        )
        now = plan(tables, MONDAY)
        row = letter_row(now, "other", "withdrawal")
        body = draft(now, tables, row, channel=channel).body or ""
        assert ("and canceling our talk on Thursday, March 19." in body) == told
        assert ("talk on" in body) == told


def test_it_can_be_written_for_any_live_application() -> None:
    """Somebody who steps back for another reason asks for the letter by name."""
    tables = situations.search(
        {"other": "interview 3-05"}, settings='[seeker]\nname = "Noor Haddad"\n'
    )
    now = plan(tables, MONDAY)
    row = letter_row(now, "other", "withdrawal")
    assert draft(now, tables, row).letter == "withdrawal/email.txt"


def test_a_firm_with_a_full_stop_ends_a_sentence_once() -> None:
    """The dot of “Co.” is the dot of the sentence."""
    body = written(interviewed(company="Hill & Co."), "voicemail", "thank_you").body or ""
    assert "position at Hill & Co. I" in body


@pytest.mark.parametrize(
    ("heard", "thanks"),
    [("3-02", False), ("3-05", False), ("3-09", True)],
)
def test_thanks_are_for_what_came_after_the_talk(heard: str, thanks: bool) -> None:
    """An invitation before the interview is no reason to thank; day, role and D6 stay anyway."""
    tables = situations.search(
        {
            "acme": f"heard_back {heard} via email; interview 3-05; thanked 3-06; "
            "they_promised 3-05 due 3-12"
        },
        settings='[seeker]\nname = "Noor Haddad"\n',
    )
    now = plan(tables, MONDAY)
    body = draft(now, tables, letter_row(now, "acme"), channel="email").body or ""
    assert ("Thanks again for your email." in body) == thanks
    assert "at Acme on Thursday, March 5." in body
    assert "am I still being considered?" in body


def test_news_is_asked_and_nothing_is_offered() -> None:
    """A second message asks for the one new thing; without an answer it is only shorter."""
    tables = edits.log(
        interviewed(),
        "northgate-payroll-analyst",
        "wrote",
        dt.date(2026, 3, 6),
        channel="email",
        situation="their_date_passed",
    )
    now = plan(tables, MONDAY)
    row = letter_row(now, "northgate-payroll-analyst", "their_date_passed")
    made = draft(now, tables, row, channel="email")
    assert list(made.unclear) == ["news"]
    assert made.unclear["news"].startswith("Anything new to add?")
    told = draft(now, tables, row, channel="email", answers={"news": "I've moved to Trenton."})
    assert "Since we last talked, I have moved to Trenton." in (told.body or "")
    assert told.unclear == {}
    assert len(made.body or "") < len(told.body or "")


@pytest.mark.parametrize("channel", ["email", "phone"])
def test_a_promised_contact_without_a_reason_asks_for_one(channel: str) -> None:
    """The message is there without it, and the question what it is about beside it."""
    made = written(promised("", channel=channel), channel, "promise_due")
    assert "s promised" in (made.body or "")
    assert made.unclear == {"purpose": "Finish this: “I said I’d get in touch about …”"}

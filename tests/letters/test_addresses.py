"""Every message carries an address of the person it is addressed to, and nobody else's."""

import datetime as dt
from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_lib.advice.plan import Plan, plan
from followup_lib.cli import main
from followup_lib.letters.draft import Draft, draft, letter_row
from followup_lib.letters.template import FILE_OF_CHANNEL
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.letter.answers import save_answers
from followup_lib.pages.letter.hand_over import call_file, eml_file, mail_link
from followup_lib.pages.letter.model import LetterModel
from followup_lib.pages.letter.sent_model import SentModel
from followup_lib.records.situations import UNWRITTEN, Situation
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import LETTERS_BY, WAYS
from followup_lib.store.new_search import create_search
from followup_lib.store.search import JobSearch
from tests.advice.situations import search

MONDAY = dt.date(2026, 3, 16)
SEEKER = '[seeker]\nname = "Noor Haddad"\nphone = "(609) 555-0177"\nemail = "noor@me.example"\n'
PROMISE = "i_promised 3-10 due 3-16 who 'Mr. Hall' said 'the sample report'"
TALK = "interview 3-10 who 'Mr. Hall'; thanked 3-11"
HALL = {"application_id": "acme", "name": "Mr. Hall", "email": "hall@acme.example"}
HALL |= {"phone": "(609) 555-0188", "preferred_contact": "email"}
COLUMN = {name: way.column for name, way in LETTERS_BY.items() if way.column}


def promised(
    *people: dict[str, str], promise: str = f"{PROMISE} via email", **contact: str
) -> Tables:
    """Return a search with a promise to Mr. Hall where Ms. Ortiz is the contact."""
    return search({"acme": f"{TALK}; {promise}"}, {"acme": contact}, list(people), SEEKER)


def made(tables: Tables, channel: str = "", **answers: str) -> Draft:
    """Return the message that keeps the promise."""
    now = plan(tables, MONDAY)
    row = letter_row(now, "acme", Situation.PROMISE_DUE)
    return draft(now, tables, row, channel=channel, answers=answers)


def saved(folder: Path, tables: Tables) -> JobSearch:
    """Return the tables as a search in a folder."""
    found = create_search(folder, name="Noor Haddad", phone="(609) 555-0177")
    found.edit("all of it", lambda empty: replace(tables, settings=empty.settings))
    return found


@pytest.mark.parametrize(("channel", "column"), COLUMN.items())
def test_a_promise_goes_to_whom_it_was_made(channel: str, column: str) -> None:
    """A message that greets Mr. Hall carries his address or number, not the contact's."""
    message = made(promised(HALL), channel)
    assert (message.to, message.address) == ("Mr. Hall", HALL[column])


def test_every_way_out_has_that_address(tmp_path: Path, home: Path) -> None:
    """Draft file, link, call sheet, kept text and the facts shown are all of Mr. Hall."""
    found = saved(tmp_path / "Noor", promised(HALL, preferred_contact="phone"))
    desk = Desk(found, MONDAY)
    model = LetterModel(desk, "03_keep_your_promise")
    assert model.channel == "email"
    assert ("How they like to be reached", "e-mail") in model.facts
    message = message_from_bytes(eml_file(model)[2], policy=policy.default)
    assert message["To"].addresses[0].addr_spec == HALL["email"]
    assert mail_link(model).startswith(f"mailto:{HALL['email']}?")
    sheet = call_file(model)[2].decode()
    assert HALL["phone"] in sheet
    assert "555-0101" not in sheet
    SentModel(model).log(MONDAY, "email")
    kept = [path.read_bytes() for path in (found.folder / "messages").iterdir()]
    assert [HALL["email"].encode() in data for data in kept] == [True]
    assert not any(b"ortiz" in data for data in kept)


def test_the_terminal_says_the_same(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`followup draft` prints, writes and links Mr. Hall's address."""
    folder, file = saved(tmp_path / "Noor", promised(HALL)).folder, tmp_path / "draft.eml"
    draft_ = ["draft", "acme", "--search", str(folder), "--today", "2026-03-16"]
    main(draft_)
    main([*draft_, "--mailto", "--eml", str(file)])
    out = capsys.readouterr().out
    assert out.startswith(f"To: Mr. Hall {HALL['email']}\n")
    assert f"mailto:{HALL['email']}?" in out
    assert b'To: "Mr. Hall" <hall@acme.example>' in file.read_bytes()
    assert "ortiz" not in out


@pytest.mark.parametrize(
    ("tables", "channel", "asked"),
    [
        (promised(), "", "What is Mr. Hall’s e-mail address?"),
        (promised(promise=PROMISE), "", "What is Mr. Hall’s e-mail address?"),
        (promised(HALL | {"email": ""}), "", "What is Mr. Hall’s e-mail address?"),
        (promised(promise=f"{PROMISE} via phone"), "", "What is Mr. Hall’s phone number?"),
        (promised(promise=PROMISE, preferred_contact="text"), "", "mobile number?"),
        (promised(HALL | {"phone": "", "preferred_contact": "phone"}), "phone", "phone number?"),
    ],
)
def test_an_address_not_on_file_is_asked(tables: Tables, channel: str, asked: str) -> None:
    """Nothing on file of Mr. Hall's: no address, no words yet, and a question that names him."""
    message = made(tables, channel)
    assert (message.address, message.body) == ("", None)
    assert [question.endswith(asked) for question in message.missing.values()] == [True]


@pytest.mark.parametrize(
    ("channel", "asked"), [("", "e-mail address"), ("phone", "phone number"), ("voicemail", "")]
)
def test_who_has_no_address_at_all_is_asked_for_it(channel: str, asked: str) -> None:
    """The only person there is, by the usual way: the words stand, the address is asked (W5)."""
    cells = {"contact_name": "Ms. Abara", "contact_email": "", "contact_phone": ""}
    tables = search({"acme": "interview 3-05; thanked 3-06"}, {"acme": cells}, [], SEEKER)
    now = plan(tables, MONDAY)
    message = draft(now, tables, letter_row(now, "acme"), channel=channel)
    assert message.body
    assert list(message.unclear.values()) == [f"What is Ms. Abara’s {asked}?"] * bool(asked)


def test_an_address_just_answered_is_on_the_message() -> None:
    """What was answered to the question is where the message goes."""
    message = made(promised(), "email", email=HALL["email"])
    assert (message.address, message.missing) == (HALL["email"], {})


@pytest.mark.parametrize(
    ("contact", "holder", "kept"),
    [
        ({}, ("people", "email"), "ortiz@acme.example"),
        ({"contact_name": ""}, ("people", "email"), "ortiz@acme.example"),
        (
            {"contact_name": "mr. hall", "contact_email": "", "agency": "Palisade Row"},
            ("applications", "contact_email"),
            "hall@acme.example",
        ),
    ],
)
def test_the_answer_is_noted_as_that_persons(
    tmp_path: Path, contact: dict[str, str], holder: tuple[str, str], kept: str
) -> None:
    """Mr. Hall's address goes into his own row; the contact's stays as it was."""
    contact |= {"preferred_contact": "email"}
    desk = Desk(saved(tmp_path / "Noor", promised(**contact)), MONDAY)
    model = LetterModel(desk, "03_keep_your_promise")
    assert list(model.questions) == ["email"]
    save_answers(desk, model.row, {"email": "hall@acme.example"})
    model.refresh(model.key)
    assert (model.questions, model.address) == ({}, "hall@acme.example")
    table, column = holder
    assert getattr(desk.tables, table)[column].tolist() == ["hall@acme.example"]
    assert desk.tables.applications["contact_email"].tolist() == [kept]


def test_of_an_agency_it_goes_to_its_person() -> None:
    """With an agency as the route a promise to Mr. Hall goes to Kim, at Kim's address."""
    kim = {"contact_name": "Kim", "contact_email": "kim@row.example", "agency": "Palisade Row"}
    message = made(promised(HALL, **kim))
    assert (message.to, message.address) == ("Kim", "kim@row.example")


def test_a_name_in_other_letters_is_the_same_person() -> None:
    """“MR. HALL” is Mr. Hall; one of that name at another firm is somebody else."""
    other = HALL | {"application_id": "hill", "email": "hall@hill.example"}
    facts = {"hill": "interview 3-10", "acme": f"{TALK}; {PROMISE.replace('Mr.', 'MR.')}"}
    message = made(search(facts, people=[other, HALL], settings=SEEKER), "email")
    assert (message.to, message.address) == ("MR. Hall", HALL["email"])


NAMES = ("Ms. Ortiz", "ms. ortiz ", "Mr. Hall", "MR. HALL", "Ms. Ortiz; Mr. Hall", "Kim", "")
WHO = ("", "who 'Ms. Ortiz'", "who 'mr. hall'", "who 'Mr. Hall; Kim'", "who Lee")
WISHES = ("", "email", "phone", "text", "linkedin", "wait_for_them")
STEPS = (
    "interview {on} {who}",
    "they_promised {on} due 3-12 {who}",
    "heard_back {on} via phone",
    "i_promised {on} due 3-16 {who} said report",
    "final_interview {on} {who}",
    "i_promised {on} {who} via email",
    "i_promised {on} due 3-18 {who} via phone said report",
    "reference_given {on} who okonjo",
    "reference_contacted {on} who amin",
    "accepted {on}",
)


@st.composite
def searches(choose: st.DrawFn) -> Tables:
    """Return a search of a few applications; no two people have an address in common."""
    number = iter(range(100))
    names, wishes = st.sampled_from(NAMES), st.sampled_from(WISHES)

    def known(email: str, phone: str, wish: str) -> dict[str, str]:
        n = next(number)
        addresses = {email: f"p{n}@people.example", phone: f"(609) 555-01{n:02}"}
        return {name: value for name, value in addresses.items() if choose(st.booleans())} | {
            wish: choose(wishes)
        }

    def line() -> str:
        steps = st.tuples(st.sampled_from(STEPS), st.integers(2, 15), st.sampled_from(WHO))
        told = choose(st.lists(steps, min_size=1, max_size=6))
        return "; ".join(step.format(on=f"3-{on}", who=who) for step, on, who in told)

    facts = {f"job{n}": line() for n in range(choose(st.integers(1, 3)))}
    blank = {"contact_email": "", "contact_phone": ""}
    jobs = {
        job: blank
        | known("contact_email", "contact_phone", "preferred_contact")
        | {"contact_name": choose(names), "agency": choose(st.sampled_from(("", "", "Row")))}
        for job in facts
    }
    people = [
        {"application_id": choose(st.sampled_from(list(facts))), "name": choose(names)}
        | known("email", "phone", "preferred_contact")
        for _ in range(choose(st.integers(0, 5)))
    ]
    return search(facts, jobs, people, SEEKER)


def on_file(tables: Tables, row: Any) -> dict[str, str]:
    """Return the e-mail, phone and wish of the person a row is addressed to, as the files say.

    Of one name twice in an application the contact counts, then the first of people.csv.
    """
    columns = ["name", "email", "phone", "preferred_contact"]
    if row.reference_id:
        r = tables.references
        return dict(r[r["reference_id"] == row.reference_id][columns].iloc[0])
    a, p = tables.applications, tables.people
    contact = a[a["application_id"] == row.application_id].iloc[0]
    own = ["contact_name", "contact_email", "contact_phone", "preferred_contact"]
    first = dict(zip(columns, contact[own], strict=True))
    others = p[p["application_id"] == row.application_id][columns].to_dict("records")
    same = [x for x in (first, *others) if x["name"].strip().lower() == row.to.strip().lower()]
    return same[0] if same else dict.fromkeys(columns, "")


def asked_for(now: Plan, person: dict[str, str], row: Any) -> set[str]:
    """Return the ways in which this person's address must be known before the words are shown."""
    if row.reference_id:
        return set()
    usual = now.facts.applications.loc[row.application_id, "to"]
    own = {row.channel} if row.promise_id and row.to != usual else set()
    return (own | {person["preferred_contact"]}) & {
        name for name, way in WAYS.items() if way.column
    }


@settings(max_examples=40)
@given(tables=searches())
def test_no_message_ever_has_the_address_of_another(tables: Tables) -> None:
    """In every channel of every row it is the addressee's own, or none and then it is asked."""
    now = plan(tables, MONDAY)
    rows: Any = now.rows.itertuples()
    for row in rows:
        if row.situation in UNWRITTEN:
            row = row._replace(situation="withdrawal")
        person = on_file(tables, row)
        for channel in FILE_OF_CHANNEL:
            message = draft(now, tables, row, channel=channel)
            assert message.address == person.get(COLUMN.get(channel, ""), "")
            lacking = not message.address and channel in asked_for(now, person, row)
            assert (channel in message.missing) == lacking
            if lacking:
                assert message.body is None
                assert (row.to or "this person") in message.missing[channel]
            known = bool(row.reference_id or message.address)
            asked = COLUMN.get(channel) and channel in WAYS and (row.to or channel == "email")
            if known or not message.missing:  # never to nobody (W6), nor without an address (W5)
                assert (channel in message.unclear) == bool(asked and not known)

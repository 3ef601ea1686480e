"""Before and after an interview, without a browser: the card, planning, and the debrief."""

import datetime as dt
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from followup_lib.pages.interviews.debrief_model import DebriefModel
from followup_lib.pages.interviews.model import CardModel, PlanForm
from followup_lib.pages.interviews.read_back import read_back
from followup_lib.pages.kit.choices import names
from followup_lib.pages.kit.debrief import NEW
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.store.new_search import create_search, practice_copy

MONDAY = dt.date(2026, 3, 16)
AHEAD = "emberfold-energy-scheduling-analyst"  # interview planned for Thursday the 19th
CALLER = "cobblers-gate-credit-union-payroll-analyst"  # Ms. Reyes likes to be called
UNKNOWN = "kestrel-point-museum-membership-coordinator"  # nobody asked how she likes to be reached
ALONE = "borough-of-alderbrook-grants-and-records-writer"  # "no calls or e-mails, please"


@pytest.fixture
def empty(tmp_path: Path) -> Desk:
    """Return a desk at a search in which nothing is yet."""
    return Desk(create_search(tmp_path / "Noor", name="Noor Haddad"), MONDAY)


def new_rows(desk: Desk, before: int) -> list[dict[str, str]]:
    """Return what was added to timeline.csv since it had `before` rows, empty cells left out."""
    rows = desk.search.read().timeline.iloc[before:].drop(columns=["event_id"])
    texts = rows.assign(**{day: rows[day].dt.strftime("%Y-%m-%d") for day in ("on", "due_on")})
    records = texts.fillna("").to_dict("records")
    return [{name: text for name, text in row.items() if text} for row in records]


def row(event: str, **cells: str) -> dict[str, str]:
    """Return a row added today about the application of which least is known."""
    return {"application_id": UNKNOWN, "on": "2026-03-16", "event": event, **cells}


def fill(form: Any, **values: Any) -> None:
    """Type into the fields of a form, one after the other."""
    for name, value in values.items():
        setattr(form, name, value)


# The card


def test_the_card_is_for_the_next_interview(desk: Desk) -> None:
    """Without a choice the card is for the interview that comes next, with its day and people."""
    assert CardModel(desk).application_id == desk.plan.facts.applications["ahead_on"].idxmin()
    desk.choose(f"x:{AHEAD}:")
    card = CardModel(desk)
    assert card.title == "Emberfold Energy, Scheduling Analyst"
    assert card.lines[0] == "Interview on Thu, March 19 with Ms. Amadi, Mr. Fontenoy-Okafor"
    assert card.lines[1] == "Card of Maya Lindqvist"
    assert len(card.questions) == 4


@pytest.mark.parametrize(
    ("application_id", "first", "asked"),
    [
        (UNKNOWN, True, "How do you like to be reached"),
        (CALLER, False, "I have it down to reach Ms. Reyes by phone"),
        (ALONE, False, "You said you’d contact me"),
    ],
)
def test_an_unknown_wish_is_asked_first(
    desk: Desk, application_id: str, first: bool, asked: str
) -> None:
    """The question about their wish stands out while it is open, and is confirmed once known."""
    card = CardModel(desk)
    card.application_id = application_id
    assert card.questions[0].first is first
    assert card.questions[0].text.startswith(asked)
    assert asked in card.text


def test_who_asked_to_be_left_alone_is_asked_for_one_note_only(desk: Desk) -> None:
    """For “we will contact you” the card asks leave for one short e-mail, not for more."""
    card = CardModel(desk)
    card.application_id = ALONE
    assert card.questions[3].text == "If that day passes, is it OK to send one short e-mail?"


def test_a_card_needs_an_application(empty: Desk) -> None:
    """In an empty search the card is empty, and nothing breaks."""
    card = CardModel(empty)
    assert (card.application_id, card.title, card.questions) == ("", "", [])


# An interview to plan


def test_planning_notes_the_day_and_turns_to_its_card(desk: Desk) -> None:
    """A planned interview is one row of today with its day, and the card is for it then."""
    card, before = CardModel(desk), len(desk.tables.timeline)
    form = PlanForm(desk, card)
    fill(form, application_id=CALLER, day=dt.date(2026, 3, 20), who="Ms. Reyes")
    assert form.save().startswith("Noted: interview at Cobbler's Gate Credit Union")
    planned = row("interview_planned", due_on="2026-03-20", who="Ms. Reyes")
    assert new_rows(desk, before) == [planned | {"application_id": CALLER}]
    assert card.application_id == CALLER
    assert card.lines[0] == "Interview on Fri, March 20 with Ms. Reyes"
    assert form.day is None


@pytest.mark.parametrize(("moved", "event"), [(True, "moved"), (False, "interview_planned")])
def test_a_second_day_moves_the_first_unless_told(desk: Desk, moved: bool, event: str) -> None:
    """A planned interview is proposed to be moved; unticked, there are two."""
    desk.choose(f"x:{AHEAD}:")
    form, before = PlanForm(desk, CardModel(desk)), len(desk.tables.timeline)
    assert (form.ahead, form.moved) == ("Thu, March 19", True)
    fill(form, day=dt.date(2026, 3, 24), moved=moved)
    form.save()
    assert [row["event"] for row in new_rows(desk, before)] == [event]
    ahead = desk.plan.facts.applications.loc[AHEAD, "ahead_on"]
    assert ahead == pd.Timestamp("2026-03-24" if moved else "2026-03-19")


@pytest.mark.parametrize(
    ("day", "sentence"),
    [(None, "What day is the interview"), (dt.date(2026, 3, 13), "Fri, March 13 has passed")],
)
def test_only_a_day_to_come_is_planned(desk: Desk, day: dt.date | None, sentence: str) -> None:
    """No day, or one that has passed, is refused with a sentence."""
    form = PlanForm(desk, CardModel(desk))
    form.day = day
    with pytest.raises(FollowupError, match=sentence):
        form.save()


# What was said


def test_everything_said_is_one_edit(desk: Desk) -> None:
    """The interview, both promises and the references given are logged at once, undone at once."""
    model, before = DebriefModel(desk), len(desk.tables.timeline)
    fill(model, application_id=UNKNOWN, last_round=True, who="Mrs. Dashwood-Pike and Mr. Elwin")
    fill(model, topic="the members", preferred="phone", note="a warm room")
    fill(model, their_day=dt.date(2026, 3, 25), their_words="some time next week", their_about=True)
    fill(model, thing="the sample report", thing_day=dt.date(2026, 3, 18), contact_way="phone")
    fill(model, contact_about="the start date", given=["ruth-adeyemi"], new_reference="Dr. Amin")
    told, met = model.log(), "Mrs. Dashwood-Pike"
    vague = {"said": "some time next week", "certainty": "about"}
    assert new_rows(desk, before) == [
        row("final_interview", who=f"{met}; Mr. Elwin", said="the members", note="a warm room"),
        row("they_promised", who=met, due_on="2026-03-25", **vague),
        row("i_promised", who=met, due_on="2026-03-18", said="the sample report"),
        row("i_promised", who=met, channel="phone", said="call about the start date"),
        row("reference_given", who="ruth-adeyemi"),
        row("reference_given", who="dr-amin"),
    ]
    wish = desk.tables.applications.set_index("application_id").loc[UNKNOWN, "preferred_contact"]
    assert wish == "phone"
    assert "They said “some time next week”, which we read as Wed, March 25." in told
    assert "You promised the sample report by Wed, March 18." in told
    assert "You gave the name of Dr. Adeyemi, Dr. Amin." in told
    assert model.go["page"] == "03_keep_your_promise"
    model.undo()
    assert len(desk.search.read().timeline) == before
    assert model.thing == "the sample report"


def test_words_are_logged_as_they_were_read(empty: Desk) -> None:
    """Their words and a promise's are logged with the days they tell, and never read otherwise."""
    model = DebriefModel(empty)
    fill(model, company="Northgate", job_title="Clerk", who="Ms. Ortiz", on=dt.date(2026, 3, 9))
    fill(
        model,
        their_words="you will hear from us by Friday",
        thing="I'd email you my portfolio by Tuesday",
    )
    told = model.log()
    assert "They said Fri, March 13 (“you will hear from us by Friday”)." in told
    assert "You promised my portfolio by Tue, March 10." in told
    shown = [
        {name: row.get(name, "") for name in ("event", "due_on", "said", "certainty")}
        for row in new_rows(empty, 1)
    ]
    assert [tuple(row.values()) for row in shown] == [
        ("they_promised", "2026-03-13", "you will hear from us by Friday", ""),
        ("i_promised", "2026-03-10", "my portfolio", ""),
    ]


def test_words_that_tell_no_day_for_certain_want_an_answer(empty: Desk) -> None:
    """Nothing is logged for words without a day until a day, or that none was named, is said."""
    model = DebriefModel(empty)
    fill(model, company="Northgate", job_title="Clerk", their_words="once the dust settles a bit")
    with pytest.raises(FieldError, match="We can’t tell a day from this") as refused:
        model.log()
    assert (refused.value.field, len(empty.search.read().timeline)) == ("their_words", 0)
    model.their_answer = "none"
    model.log()
    assert empty.tables.timeline["certainty"].tolist() == ["", "no_day"]
    assert empty.plan.facts.said["e0002"].sure == "none"


def test_the_first_interview_brings_its_application(empty: Desk) -> None:
    """In an empty search the form asks for company and position, and plans from there."""
    model = DebriefModel(empty)
    assert model.application_id == NEW
    fill(
        model, company="Northgate", job_title="Clerk", who="Ms. Ortiz", email="o@northgate.example"
    )
    assert "Logged: interview at Northgate, Clerk, Mon, March 16." in model.log()
    row = empty.tables.applications.iloc[0]
    assert (row["contact_name"], row["contact_email"]) == ("Ms. Ortiz", "o@northgate.example")
    assert model.go["letter"] == "say thank you"
    assert model.application_id == ""


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"thing_day": dt.date(2026, 3, 19)}, "What did you promise to send"),
        ({"contact_day": dt.date(2026, 3, 19)}, "How will you be in touch"),
        ({"contact_about": "the start date"}, "How will you be in touch"),
    ],
)
def test_what_is_missing_is_asked(desk: Desk, typed: dict[str, Any], sentence: str) -> None:
    """A promise without what or how is not logged; the sentence asks."""
    model, before = DebriefModel(desk), len(desk.tables.timeline)
    fill(model, **({"application_id": CALLER} | typed))
    with pytest.raises(FollowupError, match=sentence):
        model.log()
    assert len(desk.search.read().timeline) == before


NORTHGATE = {"company": "Northgate", "job_title": "Clerk"}


@pytest.mark.parametrize(
    ("step", "typed", "field", "sentence"),
    [
        (1, {"application_id": ""}, "application_id", "Which application was it about"),
        (1, {"application_id": NEW}, "company", "Which company is it"),
        (1, {"application_id": NEW, "company": "Hill"}, "job_title", "Which position is it"),
        (2, {"on": None}, "on", "What day was it"),
        (2, {"on": dt.date(2026, 3, 19)}, "on", "Thu, March 19 is still ahead.*Plan an interview"),
        (3, {"their_words": "once the dust settles a bit"}, "their_words", "We can’t tell a day"),
    ],
)
def test_a_screen_is_left_when_it_lacks_nothing(
    desk: Desk, step: int, typed: dict[str, Any], field: str, sentence: str
) -> None:
    """“Continue” stays for a field that lacks something; so does logging, and nothing is logged."""
    model, before = DebriefModel(desk), len(desk.tables.timeline)
    fill(model, **({"application_id": CALLER, "step": step} | typed))
    for act in (model.next, model.log):
        with pytest.raises(FieldError, match=sentence) as refused:
            act()
        assert (refused.value.field, model.step) == (field, step)
        model.step = 4
    assert len(desk.search.read().timeline) == before


def test_the_screens_go_on_and_back(empty: Desk) -> None:
    """Four screens lead to the log; the one in view is kept, is 1 after it, and 4 once undone."""
    model = DebriefModel(empty)
    fill(model, **NORTHGATE)
    for _ in range(3):
        model.next()
    model.back()
    assert DebriefModel(Desk(empty.search, MONDAY)).step == 3
    model.next()
    model.log()
    assert model.step == 1
    model.undo()
    assert (model.step, model.company) == (4, "Northgate")


def test_what_will_be_logged_is_read_back(empty: Desk) -> None:
    """Everything told stands there with the days it was read as; a question open hides it."""
    model = DebriefModel(empty)
    fill(model, **NORTHGATE, who="Ms. Ortiz and Mr. Tan", preferred="phone", last_round=True)
    fill(model, their_words="by Friday", thing="the report by Tuesday", topic="payroll")
    assert [pair for pair in read_back(model) if pair[1]] == [
        ("Job", "Northgate, Clerk"),
        ("Talk", "Last interview, Mon, March 16, with Ms. Ortiz, Mr. Tan"),
        ("How to reach them", "by phone"),
        (
            "What was said",
            "They said Fri, March 20 (“by Friday”). You promised the report by Tue, March 17.",
        ),
        ("You talked about", "payroll"),
    ]
    model.thing = "the report by next Friday"
    assert read_back(model) == []


def test_applications_with_a_planned_interview_come_first(desk: Desk) -> None:
    """The list begins with what was planned, and ends with a new application."""
    labels = [label for label, _ in DebriefModel(desk).choices]
    planned = desk.plan.facts.applications["ahead_on"].notna().sum()
    assert all("· planned for" in label for label in labels[1 : 1 + planned])
    assert "Emberfold Energy, Scheduling Analyst · planned for Thu, March 19" in labels
    assert labels[-1] == "A new application"


@pytest.mark.parametrize(
    ("chosen", "proposed"),
    [(CALLER, CALLER), ("dunmore-and-sable-business-analyst", ""), ("no-such", "")],
)
def test_the_application_chosen_elsewhere_is_proposed(
    desk: Desk, chosen: str, proposed: str
) -> None:
    """One comes to tell about the application at hand, not about one that ended."""
    desk.choose(f"rest:{chosen}:")
    assert DebriefModel(desk).application_id == proposed


def test_what_was_just_told_is_not_proposed_again(desk: Desk) -> None:
    """After logging, the application is let go, so that no interview is logged twice."""
    desk.choose(f"rest:{CALLER}:")
    model = DebriefModel(desk)
    model.log()
    assert model.application_id == ""


def test_a_planned_interview_is_proposed_and_settled(tmp_path: Path) -> None:
    """On its day the planned interview is chosen, with its day and people, and logging ends it."""
    desk = Desk(practice_copy(tmp_path / "P"), dt.date(2026, 3, 20))
    model, before = DebriefModel(desk), len(desk.tables.timeline)
    assert (model.application_id, model.on) == (AHEAD, dt.date(2026, 3, 19))
    assert model.who == "Ms. Amadi; Mr. Fontenoy-Okafor"
    assert (model.planned, model.settles) == ("Thu, March 19", True)
    model.on = dt.date(2026, 3, 18)
    model.log()
    assert new_rows(desk, before)[0]["refers_to"] == "e0174"
    assert pd.isna(desk.plan.facts.applications.loc[AHEAD, "unlogged_on"])


def test_another_talk_leaves_the_planned_one_ahead(desk: Desk) -> None:
    """A talk today is not the interview planned for Thursday, unless the person says so."""
    model, before = DebriefModel(desk), len(desk.tables.timeline)
    model.application_id = AHEAD
    assert (model.on, model.settles) == (MONDAY, False)
    model.log()
    assert "refers_to" not in new_rows(desk, before)[0]
    assert pd.notna(desk.plan.facts.applications.loc[AHEAD, "ahead_on"])


def test_addresses_are_asked_only_when_not_on_file(desk: Desk) -> None:
    """Who is on file is not asked for an address again; somebody new is."""
    model = DebriefModel(desk)
    model.application_id = CALLER
    assert (model.who, model.preferred) == ("Ms. Reyes", "phone")
    assert not model.asks_phone
    model.who = "Mr. Nobody-Knows"
    assert (model.asks_email, model.asks_phone, model.preferred) == (True, True, "")


WHO = {  # what is typed: the people, each with their role
    "Priya, office manager": {"Priya": "office manager"},
    "Priya (office manager)": {"Priya": "office manager"},
    "Priya Nair, the cook; Dana Reyes, HR": {"Priya Nair": "the cook", "Dana Reyes": "HR"},
    "Ana Cruz, MBA, dispatcher and Bob": {"Ana Cruz": "dispatcher", "Bob": ""},
    "Ms. Reyes, Mr. Tan": {"Ms. Reyes": "", "Mr. Tan": ""},
    "Ms. Ortiz;Mr. Anderson ;": {"Ms. Ortiz": "", "Mr. Anderson": ""},
    "Ms. Ortiz & Mr. Sand": {"Ms. Ortiz": "", "Mr. Sand": ""},
    "ana, bob": {"ana": "", "bob": ""},
    "Dana, priya": {"Dana": "", "priya": ""},
    "Ana Cruz, ana@hill.com": {"Ana Cruz": ""},
    "Ana Cruz (555-0142)": {"Ana Cruz": ""},
    "Ana Cruz, not sure of her last name": {"Ana Cruz": ""},
    "Kim (she/her), bookkeeper": {"Kim": "bookkeeper"},
    "Ana, head of sales and marketing": {"Ana": "head of sales and marketing"},
    "Ana, HR/Payroll lead & Bob": {"Ana": "HR/Payroll lead", "Bob": ""},
}


@pytest.mark.parametrize("typed", WHO)
def test_a_role_behind_a_comma_is_of_the_person_before_it(desk: Desk, typed: str) -> None:
    """A role is no second person: it is noted as the role of whom it stands with."""
    model, before = DebriefModel(desk), len(desk.tables.timeline)
    fill(model, application_id=UNKNOWN, on=dt.date(2026, 3, 12), who=typed)
    assert names(typed) == [*WHO[typed]]
    shown = [f"{name} ({role})" if role else name for name, role in WHO[typed].items()]
    assert dict(read_back(model))["Talk"].endswith(f"with {', '.join(shown)}")
    model.log()
    assert new_rows(desk, before)[0]["who"] == "; ".join(WHO[typed])
    a, people = desk.tables.applications, desk.tables.people
    here = a[a["application_id"] == UNKNOWN]
    known = dict(zip(people["name"], people["role"], strict=True))
    known |= dict(zip(here["contact_name"], here["contact_role"], strict=True))
    assert {name: known[name] for name, role in WHO[typed].items() if role} == {
        name: role for name, role in WHO[typed].items() if role
    }


def test_what_was_typed_is_not_overwritten_by_a_proposal(desk: Desk) -> None:
    """Choosing another application changes only the fields the person has not touched."""
    model = DebriefModel(desk)
    fill(model, application_id=CALLER, on=dt.date(2026, 3, 12))
    model.application_id = AHEAD
    assert model.on == dt.date(2026, 3, 12)
    assert model.who == "Ms. Amadi; Mr. Fontenoy-Okafor"


def test_unfinished_input_is_there_again(desk: Desk) -> None:
    """What was typed is kept at every change, found by the next page, and gone once logged."""
    fill(DebriefModel(desk), application_id=CALLER, their_day=dt.date(2026, 3, 25), topic="payroll")
    again = DebriefModel(Desk(desk.search))
    assert (again.application_id, again.topic) == (CALLER, "payroll")
    assert (again.their_day, again.who) == (dt.date(2026, 3, 25), "Ms. Reyes")
    again.log()
    assert desk.search.kept("debrief") == {}
    assert DebriefModel(Desk(desk.search)).topic == ""


def test_a_field_that_was_emptied_stays_empty(desk: Desk) -> None:
    """Who was proposed for the application chosen and was taken out is not there again."""
    fill(DebriefModel(desk), application_id=CALLER, who="")
    assert DebriefModel(Desk(desk.search)).who == ""


def test_a_day_like_the_one_proposed_first_is_kept(empty: Desk) -> None:
    """The day typed for the other of two talks stays, also when it was the first one's."""
    early = Desk(empty.search, dt.date(2026, 3, 10))
    for day, company in ((12, "Acme"), (13, "Birch")):
        job = {"company": company, "job_title": "Clerk"}
        early.edit("add", lambda t, job=job: edits.add_application(t, **job)[0])  # type: ignore[misc]
        form = PlanForm(early, CardModel(early))
        fill(form, application_id=f"{company.lower()}-clerk", day=dt.date(2026, 3, day))
        form.save()
    model = DebriefModel(Desk(empty.search, MONDAY))
    first, day = model.application_id, model.on
    other = next(i for _, i in model.choices if i not in (first, NEW))
    fill(model, application_id=other)
    assert model.on != day
    model.on = day
    again = DebriefModel(Desk(empty.search, MONDAY))
    assert (again.application_id, again.on) == (other, day)


def test_kept_input_for_an_application_that_is_gone(desk: Desk) -> None:
    """An application taken out in another window is no longer chosen; the rest is kept."""
    desk.search.keep("debrief", {"application_id": "no-such", "topic": "x", "given": ["nobody"]})
    model = DebriefModel(desk)
    assert (model.application_id, model.topic, model.given) == ("", "x", [])


def test_a_page_left_open_overnight(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A day that lay ahead when the page was opened counts once it has come."""
    model = DebriefModel(desk)
    fill(model, application_id=CALLER, on=dt.date(2026, 3, 17))
    monkeypatch.setenv("FOLLOWUP_TODAY", "2026-03-17")
    assert "Tue, March 17" in model.log()


# The person met


@pytest.mark.parametrize(
    ("application", "contact", "people"),
    [
        ({}, "Ms. Ortiz", []),
        ({"contact_name": "Mr. Hall"}, "Mr. Hall", ["Ms. Ortiz"]),
        ({"contact_name": "ms. ortiz"}, "ms. ortiz", []),
        ({"agency": "Palisade Row"}, "", ["Ms. Ortiz"]),
    ],
)
def test_whom_one_met_becomes_contact_or_further_person(
    empty: Desk, application: dict[str, str], contact: str, people: list[str]
) -> None:
    """The first person met is the contact, unless there is one or an agency is the route (W3)."""
    tables, key = edits.add_application(
        empty.tables, company="Northgate", job_title="Clerk", **application
    )
    tables = edits.note_person(tables, key, "Ms. Ortiz", phone="(609) 555-0143", role="")
    assert tables.applications["contact_name"].tolist() == [contact]
    assert tables.people["name"].tolist() == people
    holder = tables.people["phone"] if people else tables.applications["contact_phone"]
    assert holder.tolist() == ["(609) 555-0143"]


def test_what_is_known_of_a_person_grows(empty: Desk) -> None:
    """A second talk adds to the row of a person, and an empty answer takes nothing away."""
    cells = {"company": "Hill", "job_title": "Clerk", "contact_name": "Mr. Hall"}
    tables, key = edits.add_application(empty.tables, **cells)
    tables = edits.note_person(tables, key, "Ms. Ortiz", email="o@hill.example")
    tables = edits.note_person(tables, key, "ms. ortiz", email="", preferred_contact="email")
    row = tables.people.iloc[0]
    assert (row["email"], row["preferred_contact"]) == ("o@hill.example", "email")
    assert edits.note_person(tables, key, "Ms. Ortiz") is tables

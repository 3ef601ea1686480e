"""Sorting what came in from a spreadsheet: what waits, what the answers mean, and the rest."""

import datetime as dt
from typing import Any

import pytest

from followup_lib.advice.plan import plan
from followup_lib.cli import main
from followup_lib.exchange import triage
from followup_lib.exchange.excel import read_workbook, write_workbook
from followup_lib.exchange.triage import KEY
from followup_lib.pages.bring_in.talk_model import TalkForm
from followup_lib.pages.bring_in.triage_model import TriageModel
from followup_lib.pages.kit.desk import Desk
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import Event
from followup_lib.store.new_search import create_search
from followup_lib.store.search import JobSearch
from tests.exchange.messy import EMPTY, TODAY, bring_in, messy_list

HEAD = "Company,Job Title,Date Applied,Status\n"
HILL = "hill-clerk"


def waiting(tables: Tables, today: dt.date = TODAY) -> list[str]:
    """Return the ids of what waits to be sorted."""
    return list(triage.waiting(plan(tables, today), tables).index)


@pytest.fixture
def search(home: Any, tmp_path: Any) -> JobSearch:
    """Return an empty search of Noor Haddad."""
    return create_search(tmp_path / "Noor", name="Noor Haddad")


# What waits


@pytest.mark.parametrize(
    ("cells", "waits"),
    [
        ("2026-03-02,Applied", True),
        (",Applied", True),
        ("2026-03-02,", True),
        ("2026-03-02,Phone Screen", True),
        ("2026-03-02,Interview", True),
        ("2026-03-02,On Hold", True),
        ("2026-03-02,Rejected", False),
        ("2026-03-02,Withdrawn", False),
        ("2026-03-02,No response", False),
        (",To Apply", False),
        ("2026-03-02,Offer", False),
    ],
)
def test_what_can_be_alive_waits(cells: str, waits: bool) -> None:
    """What has ended, is only saved or has an offer to answer is not asked about; the rest is."""
    tables = bring_in(EMPTY, f"{HEAD}Hill,Clerk,{cells}\n")
    assert waiting(tables) == ([HILL] if waits else [])


def test_an_interview_ahead_keeps_its_place() -> None:
    """An imported interview that is still ahead is no matter of sorting, and never put to rest."""
    data = "Company,Job Title,Interview Date\nHill,Clerk,2026-03-20\nMoss,Clerk,2026-03-02\n"
    tables = bring_in(EMPTY, data)
    assert waiting(tables) == ["moss-clerk"]
    after = triage.let_rest(tables, [HILL, "moss-clerk"], TODAY)
    assert plan(after, TODAY).live.to_dict() == {HILL: True, "moss-clerk": False}


def test_what_was_typed_here_never_waits() -> None:
    """An application that did not come by import is not asked about, with or without imports."""
    tables, _ = edits.add_application(EMPTY, company="Elm", job_title="Cook")
    assert waiting(tables) == []
    tables = bring_in(tables, f"{HEAD}Hill,Clerk,2026-03-02,Applied\n")
    assert waiting(tables) == [HILL]


def test_the_latest_activity_stands_first() -> None:
    """The order is by the last day known; what has no day comes last, as it stands in the list."""
    rows = ["Ash,Clerk,2026-02-02,Applied", "Bay,Clerk,,Applied", "Fir,Clerk,2026-03-02,Applied"]
    tables = bring_in(EMPTY, HEAD + "\n".join([*rows, "Yew,Clerk,,Applied"]))
    order = ["fir-clerk", "ash-clerk", "bay-clerk", "yew-clerk"]
    assert waiting(tables) == order
    cells = {"due_on": TODAY + dt.timedelta(7), KEY: "of the import"}
    tables = edits.log(tables, "ash-clerk", Event.SNOOZED, TODAY, **cells)
    assert waiting(tables) == order  # what is put off is nothing that happened


@pytest.mark.parametrize("event", ["interview", "heard_back", "no_response", "applied"])
def test_what_was_logged_by_hand_is_sorted(event: str) -> None:
    """Whatever a person logs, on whichever page, sorts the application; taken out, it waits."""
    tables = bring_in(EMPTY, f"{HEAD}Hill,Clerk,2026-03-02,Applied\n")
    after = edits.log(tables, HILL, event, TODAY)
    assert waiting(after) == []
    last = after.timeline["event_id"].iloc[-1]
    assert waiting(edits.remove_event(after, last)) == [HILL]


def test_a_second_import_asks_about_the_new_ones_only() -> None:
    """The same file again adds nothing to sort; another one adds what is new in it."""
    first = f"{HEAD}Hill,Clerk,2026-03-02,Applied\n"
    tables = triage.let_rest(bring_in(EMPTY, first), [HILL], TODAY)
    assert waiting(bring_in(tables, first)) == []
    assert waiting(bring_in(tables, f"{first}Moss,Cook,2026-03-03,Applied\n")) == ["moss-cook"]


def test_it_lasts_in_every_form_a_search_has(search: JobSearch) -> None:
    """What waits is the same after saving and reading, undoing, and a trip through a workbook."""
    search.edit("import", lambda tables: bring_in(tables, messy_list(20)))
    waits = waiting(search.read())
    assert waits
    tables = search.read()
    assert waiting(read_workbook(write_workbook(tables))) == waits
    search.edit("rest", lambda tables: triage.let_rest(tables, waits, TODAY))
    assert waiting(search.read()) == []
    search.undo()
    assert waiting(search.read()) == waits


# What the answers do

D = dt.date
PLAN = {
    "they named a day that has passed": (
        {"on": D(2026, 3, 5), "who": "Ms. Ortiz", "their_day": D(2026, 3, 12)},
        ["their_date_passed D1 2026-03-16"]),
    "in their words, about a day": (
        {"on": D(2026, 3, 5), "their_words": "in two weeks", "their_day": D(2026, 3, 19),
         "their_about": True},
        ["their_date_passed D1 2026-03-24"]),
    "words alone, no day to read from them": (
        {"on": D(2026, 3, 5), "their_words": "soon"},
        ["no_date_given N1 2026-03-12"]),
    "a talk two workdays ago, nothing about when": (
        {"on": D(2026, 3, 12)},
        ["thank_you T1 2026-03-13"]),
    "a talk about two workdays ago": (
        {"on": D(2026, 3, 12), "about": True},
        ["no_date_given N1 2026-03-19"]),
    "a talk long ago": (
        {"on": D(2025, 11, 3), "their_day": D(2025, 11, 14)},
        ["long_quiet Q1 -"]),
    "nobody knows when, and they named a day": (
        {"unknown_on": True, "their_day": D(2026, 3, 20)},
        ["their_date_passed D1 2026-03-24"]),
    "nobody knows anything": (
        {"unknown_on": True, "unknown_who": True, "unknown_their": True, "unknown_deed": True},
        ["rest S1 -"]),
    "a thing promised for a day": (
        {"on": D(2026, 3, 5), "deed": "thing", "thing": "the report", "deed_day": D(2026, 3, 18)},
        ["promise_due P1 2026-03-13", "rest P3 -"]),
    "a thing promised, no day": (
        {"on": D(2026, 3, 13), "deed": "thing", "thing": "the report"},
        ["promise_due P2 2026-03-11", "rest P3 -"]),
    "a call promised for a day": (
        {"on": D(2026, 3, 5), "deed": "phone", "deed_day": D(2026, 3, 16)},
        ["promise_due P1 2026-03-16", "rest P3 -"]),
    "answers that were taken back by “I don’t know” are not there": (
        {"on": D(2026, 3, 5), "their_day": D(2026, 3, 12), "unknown_their": True,
         "deed": "phone", "deed_day": D(2026, 3, 16), "unknown_deed": True},
        ["no_date_given N1 2026-03-12"]),
}  # fmt: skip
"""Answers about an application of February 16, and what the plan says of it on Mon, March 16."""


def after_talk(search: JobSearch, status: str, answers: dict[str, Any]) -> Desk:
    """Bring in one application of that status, tick it, and log these answers."""
    row = f"{HEAD}Hill,Clerk,2026-02-16,{status}\n"
    search.edit("import", lambda tables: bring_in(tables, row))
    desk = Desk(search, TODAY)
    model = TriageModel(desk)
    model.choose(HILL, on=True)
    form = TalkForm(model)
    model.begin()
    for name, value in answers.items():
        setattr(form, name, value)
    form.log()
    return desk


@pytest.mark.parametrize("said", PLAN)
def test_the_answers_make_the_plan(said: str, search: JobSearch) -> None:
    """Four answers are enough for the plan: each row is what it advises next, and from when."""
    answers, expected = PLAN[said]
    rows = after_talk(search, "Applied", answers).plan.of(HILL)
    days = rows["earliest_on"].dt.strftime("%Y-%m-%d").fillna("-")
    assert sorted(rows["situation"] + " " + rows["rule"] + " " + days) == expected


@pytest.mark.parametrize(
    ("status", "events"),
    [
        ("Applied", ["applied", "interview"]),
        ("Phone Screen", ["applied", "screen"]),
        ("Interview", ["applied", "interview"]),
        ("Final Round", ["applied", "final_interview"]),
    ],
)
def test_the_talk_of_the_list_is_completed(
    search: JobSearch, status: str, events: list[str]
) -> None:
    """A talk the list tells of already is filled in and keeps its note; it is not logged twice."""
    day = dt.date(2026, 3, 5)
    t = after_talk(search, status, {"on": day, "who": "Ms. Ortiz; Mr. Reyes"}).tables.timeline
    assert t["event"].tolist() == events
    talk = t.iloc[1]
    assert (talk["on"].date(), talk["who"], talk[KEY]) == (day, "Ms. Ortiz; Mr. Reyes", "")
    assert talk["note"] == ("" if status == "Applied" else f"Status: {status}")


def asked_about_hill(search: JobSearch, listed: str) -> TalkForm:
    """Return the questions about the one application of a list that tells a day of the talk."""
    row = f"Company,Job Title,Interview Date\nHill,Clerk,{listed}\n"
    search.edit("import", lambda tables: bring_in(tables, row))
    model = TriageModel(Desk(search, TODAY))
    model.choose(HILL, on=True)
    model.begin()
    return TalkForm(model)


@pytest.mark.parametrize(
    ("listed", "proposed", "kept"), [("2026-03-05", False, ""), ("2026-03", True, "about")]
)
def test_the_day_of_the_list_stands(
    search: JobSearch, listed: str, proposed: bool, kept: str
) -> None:
    """“I don't know” to when leaves the day the list tells, as sure as it is there."""
    form = asked_about_hill(search, listed)
    assert (form.on is not None, form.about) == (True, proposed)
    form.unknown_on = True
    day = form.on
    form.log()
    talk = search.read().timeline.iloc[-1]
    assert (talk["on"].date(), talk["certainty"]) == (day, kept)
    assert waiting(search.read()) == []


@pytest.mark.parametrize(
    ("listed", "on", "days"),
    [
        ("2026-03-05", "2026-03-05", ["2026-03-05"]),
        ("2026-03-05", "2026-03-03", ["2026-03-03"]),
        ("2026-03-05", "2026-03-09", ["2026-03-05", "2026-03-09"]),
        ("2026-02-27 & 2026-03-05", "2026-02-27", ["2026-02-27", "2026-03-05"]),
    ],
)
def test_another_day_than_the_list_says(
    search: JobSearch, listed: str, on: str, days: list[str]
) -> None:
    """An earlier day mends the list's, whose own words stay in the note; a later one is new."""
    form = asked_about_hill(search, listed)
    form.on = dt.date.fromisoformat(on)
    form.log()
    assert sorted(str(day.date()) for day in search.read().timeline["on"]) == days


def test_whom_one_talked_with_is_the_contact(search: JobSearch) -> None:
    """The first person named is the one to write to; the next letter greets them."""
    desk = after_talk(search, "Applied", {"on": dt.date(2026, 3, 5), "who": "Ms. Ortiz; Mr. Reyes"})
    assert desk.tables.applications["contact_name"].tolist() == ["Ms. Ortiz"]
    assert desk.plan.of(HILL)["to"].tolist() == ["Ms. Ortiz"]


def test_about_is_kept_with_each_day(search: JobSearch) -> None:
    """A day that is only about right is marked so: of the talk, of theirs, and of one's own."""
    about = {"about": True, "their_about": True, "deed_about": True}
    days = {"on": D(2026, 3, 5), "their_day": D(2026, 3, 20), "deed_day": D(2026, 3, 18)}
    desk = after_talk(search, "Applied", days | about | {"deed": "thing", "thing": "the report"})
    t = desk.tables.timeline
    marked = t.loc[t["certainty"] == "about", "event"].tolist()
    assert marked == ["interview", "they_promised", "i_promised"]


# The rest


def test_the_rest_rests_in_one_change_and_wakes() -> None:
    """All that wait rest at once, each with its reason; a late answer wakes the one it is about."""
    tables = bring_in(EMPTY, messy_list(60))
    waits = waiting(tables)
    before = len(tables.timeline)
    after = triage.let_rest(tables, waits, TODAY)
    now = plan(after, TODAY)
    assert len(after.timeline) - before == len(waits)
    assert not now.live[waits].any()
    reasons = now.listed("rest").set_index("application_id").loc[waits, "reason"]
    assert set(reasons) == {
        "You let this go for now. If they answer late, it comes back to your list."
    }
    answered = edits.log(after, waits[0], Event.HEARD_BACK, TODAY + dt.timedelta(days=1))
    live = plan(answered, TODAY + dt.timedelta(days=1)).live
    assert live[waits].tolist() == [True] + [False] * (len(waits) - 1)


def test_one_told_meanwhile_does_not_rest() -> None:
    """What another window logged since the list was shown stays as it was told."""
    tables = bring_in(EMPTY, f"{HEAD}Hill,Clerk,2026-03-02,Applied\nMoss,Cook,,Applied\n")
    told_meanwhile = edits.log(tables, HILL, Event.INTERVIEW, TODAY)
    after = triage.let_rest(told_meanwhile, [HILL, "moss-cook"], TODAY)
    assert plan(after, TODAY).live.to_dict() == {HILL: True, "moss-cook": False}
    with pytest.raises(FollowupError, match="Nothing is left to sort"):
        triage.let_rest(after, [HILL, "moss-cook"], TODAY)


def test_resting_something_gone_is_told() -> None:
    """An application that another window took out is named, and nothing rests."""
    tables = bring_in(EMPTY, f"{HEAD}Hill,Clerk,2026-03-02,Applied\n")
    with pytest.raises(FollowupError, match="'gone' is no longer in this search"):
        edits.let_rest(tables, [HILL, "gone"], TODAY)


def test_the_terminal_says_it_too(search: JobSearch, capsys: pytest.CaptureFixture[str]) -> None:
    """`followup today` says how many wait, and nothing once none does."""
    search.edit("import", lambda tables: bring_in(tables, messy_list(60)))
    today = ["today", "--search", str(search.folder), "--today", "2026-03-16"]
    main(today)
    waits = waiting(search.read())
    assert f"{len(waits)} imported applications wait to be sorted." in capsys.readouterr().out
    search.edit("rest", lambda tables: triage.let_rest(tables, waits, TODAY))
    main(today)
    assert "sorted" not in capsys.readouterr().out

"""The session page: its models without a browser, and that clicked buttons never stay silent."""

import datetime as dt

import ipywidgets as w
import pytest

from followup_lib.advice import plan
from followup_lib.advice.groups import groups_of
from followup_lib.coaching import sessions
from followup_lib.pages.kit.commitments import new_day_at, open_items, settle
from followup_lib.pages.kit.day_field import DayField
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.names import APPLICATIONS
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.pages.letter.model import LetterModel
from followup_lib.pages.session.handout_model import TakeHome, as_file, in_hands, sheet
from followup_lib.pages.session.model import CaseModel, CommitForm, SessionForm, SinceModel
from followup_lib.pages.session.view import session_form
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.records.vocabulary import CommitmentOutcome
from followup_lib.store.new_search import create_search
from tests.pages.page_parts import find, label, widgets

FRIDAY = dt.date(2026, 3, 20)


def take_on(desk: Desk, what: str = "call her", confidence: str = "8") -> None:
    """Take on one commitment on the page."""
    form = CommitForm(desk)
    form.i_will, form.due_on, form.confidence = what, FRIDAY, confidence
    form.add()


def test_a_commitment_appears_at_once(desk: Desk) -> None:
    """What is taken on stands in the list of the same page."""
    since = SinceModel(desk)
    take_on(desk)
    assert [(item["text"], item["by"]) for item in since.open] == [
        ("I will call her", "Fri, March 20")
    ]


def test_unfinished_input_is_kept(desk: Desk) -> None:
    """A commitment and a focus half typed are there when the page opens again."""
    CommitForm(desk).i_will = "call her on"
    SessionForm(desk).focus = "The sil"
    again = Desk(desk.search)
    assert CommitForm(again).i_will == "call her on"
    assert SessionForm(again).focus == "The sil"


@pytest.mark.parametrize(
    ("words", "field"), [("", "i_will"), ("I should call", "i_will"), ("call her", "due_on")]
)
def test_what_a_commitment_lacks_is_told_at_its_field(desk: Desk, words: str, field: str) -> None:
    """Without words, or without a day, the sentence is about that field, and nothing is added."""
    form = CommitForm(desk)
    form.i_will = words
    with pytest.raises(FieldError) as lacks:
        form.add()
    assert lacks.value.field == field
    assert desk.tables.commitments.empty


@pytest.mark.parametrize("day", [None, dt.date(2026, 3, 15)])
def test_a_day_that_is_past_is_told_at_its_field(desk: Desk, day: dt.date | None) -> None:
    """A commitment, its new day and the next session lie ahead; what is past is not taken on."""
    form = CommitForm(desk)
    form.i_will, form.due_on = "call her", dt.date(2026, 3, 15)
    with pytest.raises(FieldError, match="past") as told:
        form.add()
    assert told.value.field == "due_on"
    take_on(desk)
    with pytest.raises(FieldError) as told:
        settle(desk, open_items(desk)[0], CommitmentOutcome.MOVED, day)
    assert told.value.field == new_day_at(open_items(desk)[0])
    session = SessionForm(desk)
    session.next_on = dt.date(2026, 3, 15)
    with pytest.raises(FieldError) as told:
        session.save()
    assert told.value.field == "next_on"


def test_what_was_taken_on_by_mistake_is_undone_on_the_page(desk: Desk) -> None:
    """Its undo stands beside “Take it on”, and names it."""
    page = w.VBox(list(session_form(desk)))
    take_on(desk)
    undo = next(box for box in widgets(page) if "Undo" in label(box))
    assert (undo.description, undo.layout.display) == ("Undo: take on “I will call her”", "")
    undo.click()
    assert open_items(desk) == []


def test_doubt_asks_once_for_something_smaller(desk: Desk) -> None:
    """Below 7 of 10 the page asks once what would make it smaller, then takes it on as it is."""
    form = CommitForm(desk)
    form.i_will, form.confidence = "call her", "6"
    with pytest.raises(FollowupError, match="By when"):
        form.add()
    form.due_on = FRIDAY
    assert form.unsure
    assert form.add() == ""
    assert "6 out of 10. What would make it smaller?" in form.question
    assert sessions.open_commitments(desk.tables).empty
    assert form.add().startswith("Added.")
    assert sessions.open_commitments(desk.tables)["i_will"].tolist() == ["call her"]
    assert (form.question, form.unsure) == ("", False)


def test_something_smaller_is_taken_on_at_once(desk: Desk) -> None:
    """Who wrote what makes it smaller is not asked."""
    form = CommitForm(desk)
    form.i_will, form.due_on, form.confidence = "call her", FRIDAY, "6"
    form.smaller = "look up her number"
    assert form.add().startswith("Added.")


@pytest.mark.parametrize(
    ("outcome", "new_day", "told", "still"),
    [
        (CommitmentOutcome.DONE, None, "Done", 0),
        (CommitmentOutcome.NOT_DONE, None, "Not done, and you said so", 0),
        (CommitmentOutcome.MOVED, dt.date(2026, 3, 27), "Moved to Fri, March 27", 1),
    ],
)
def test_a_commitment_is_settled(
    desk: Desk, outcome: CommitmentOutcome, new_day: dt.date | None, told: str, still: int
) -> None:
    """Done, not done or moved: one click, told in words, undone like every edit."""
    take_on(desk)
    since = SinceModel(desk)
    assert settle(desk, since.open[0], outcome, new_day).startswith(told)
    assert len(since.open) == still
    desk.undo()
    assert [item["by"] for item in since.open] == ["Fri, March 20"]


def test_the_session_of_today_is_changed_not_doubled(desk: Desk) -> None:
    """Saving twice on one day leaves one session, with what was said last."""
    for words in ("one", "two"):
        form = SessionForm(desk)
        form.focus, form.coach = words, "Mrs. Quist"
        form.save()
    assert desk.tables.sessions["focus"].tolist() == ["two"]
    assert SessionForm(Desk(desk.search, FRIDAY)).coach == "Mrs. Quist"


def test_the_next_session_opens_with_the_last(desk: Desk) -> None:
    """A week later: the day of the last session, what was done, and what is still open."""
    take_on(desk, "call her")
    take_on(desk, "write to him")
    settle(desk, open_items(desk)[0], CommitmentOutcome.DONE)
    later = SinceModel(Desk(desk.search, dt.date(2026, 3, 23)))
    assert later.lines[:2] == ["Last time was Mon, March 16.", "Done: call her."]
    assert [item["text"] for item in later.open] == ["I will write to him"]


def test_the_case_offers_ways_on(desk: Desk) -> None:
    """Applications under way, those due first, each with options and the way to its page."""
    case = CaseModel(desk)
    assert case.application_id == case.choices[0][1] == "quillon-health-technical-writer"
    case.application_id = "cobblers-gate-credit-union-payroll-analyst"
    assert case.options[0].startswith("Call Ms. Reyes")
    page, key = case.step()
    assert page == "02_their_date_has_passed"
    assert key.startswith("their_date_passed:cobblers-gate")


def test_cases_are_offered_without_wording_each(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They stand in the order of the plan, and only the case at hand has its reasons worded."""
    live, steps = desk.plan.live, list(desk.plan.next_steps()["application_id"])
    worded: list[str] = []
    word = plan.reason
    monkeypatch.setattr(plan, "reason", lambda *row: worded.append("") or word(*row))
    model = CaseModel(desk)
    assert [value for _, value in model.choices] == [job for job in steps if live[job]]
    assert len(worded) <= 10 < len(model.choices)


def test_the_case_shows_its_facts(desk: Desk) -> None:
    """Beside the ways on stands what is known of the application, and changes with it."""
    model = CaseModel(desk)
    for application_id in [value for _, value in model.choices][:3]:
        model.application_id = application_id
        facts = dict(model.facts)
        known = desk.plan.facts.applications.loc[application_id]
        assert (facts["Company"], facts["Last talk"]) == (
            known["company"],
            desk.day(known["met_on"]),
        )


def test_the_hour_ends_with_what_is_in_hand(desk: Desk) -> None:
    """What was taken on; before anything is, that nothing is taken on yet."""
    assert in_hands(desk) == ["No commitments yet."]
    take_on(desk)
    assert in_hands(desk) == ["I will call her, by Fri, March 20"]


def test_the_new_day_is_there_when_the_page_opens_again(desk: Desk) -> None:
    """A day typed for what was taken on is kept; once it is settled it is gone."""
    take_on(desk)

    def days() -> list[DayField]:
        return [box for box in widgets(session_form(desk)) if label(box) == "New day"]

    days()[0].value = dt.date(2026, 3, 20)
    assert [box.value for box in days()] == [dt.date(2026, 3, 20)]
    find(session_form(desk), "Moved to the new day").click()
    assert [box.value for box in days()] == [None]


def test_the_handout_and_the_start_page_agree(desk: Desk) -> None:
    """Who is waited on, on pause and ended on paper is so in the list on the start page."""
    rows = desk.plan.rows.assign(group=groups_of(desk.plan))
    f = desk.plan.facts.applications
    first = rows[rows["reference_id"] == ""].drop_duplicates("application_id")
    first = first[(first["when"] == "rest") & first["application_id"].map(f["ahead_on"]).isna()]
    listed = [
        [f.loc[name, "company"] for name in first.loc[first["group"] == group, "application_id"]]
        for group in ("waiting", "pause", "closed")
    ]
    on_paper = [line.partition(": ")[2].removesuffix(".") for line in sheet(desk).rest]
    assert on_paper == [", ".join(names) for names in listed]


def test_words_that_lack_an_answer_lead_to_where_it_is_given(desk: Desk) -> None:
    """Without the position the page goes home without the words, says so, and leads to the row."""
    case = CaseModel(desk)
    case.application_id = "cobblers-gate-credit-union-payroll-analyst"
    home = TakeHome(desk, case)
    home.wanted = True
    assert (home.lacking, home.script) == ("", case.application_id)
    cells = {"job_title": ""}
    desk.edit(
        "no title", lambda tables: edits.change_application(tables, case.application_id, **cells)
    )
    assert home.lacking.endswith("still need an answer: Which position is it?")
    assert as_file(desk, "html", home.script)[2]
    page, key = home.where()
    desk.choose(key)
    assert LetterModel(desk, page).row.application_id == case.application_id
    desk.undo()
    assert home.lacking == ""


@pytest.mark.parametrize(
    "case_id",
    [
        "hartwell-dye-works-office-and-payroll-administrator",
        "borough-of-alderbrook-grants-and-records-writer",
    ],
)
def test_a_resting_case_is_answered_where_its_row_is_shown(desk: Desk, case_id: str) -> None:
    """A resting application that was met leads to its letter page, another to its own page."""
    case = CaseModel(desk)
    case.application_id = case_id
    page, key = TakeHome(desk, case).where()
    met = desk.plan.facts.of(case_id)["met"]
    assert (page == APPLICATIONS) == (not met)
    desk.choose(key)
    assert desk.application == case_id
    if met:
        assert LetterModel(desk, page).row.application_id == case_id


@pytest.mark.parametrize("kind", ["html", "pdf"])
def test_the_handout_is_a_file(desk: Desk, kind: str) -> None:
    """Its name tells the session and the day; before anything is noted, that it is the plan."""
    assert as_file(desk, kind)[0] == f"your-plan-2026-03-16.{kind}"
    take_on(desk)
    name, _, content = as_file(desk, kind, "cobblers-gate-credit-union-payroll-analyst")
    assert name == f"session-1-2026-03-16.{kind}"
    assert len(content) > 1000


def test_every_button_answers(desk: Desk) -> None:
    """Each button of the untouched page, clicked, says something or opens a part; none raises."""
    take_on(desk)
    buttons = [box for box in widgets(session_form(desk)) if isinstance(box, w.Button)]
    assert len(buttons) > 6
    for box in buttons:
        box.click()


def test_an_empty_search_has_a_session_too(home, tmp_path) -> None:
    """Without any application there is no case, and still a commitment is taken."""

    desk = Desk(create_search(tmp_path / "New", name="Ada Brook"), dt.date(2026, 3, 16))
    assert (CaseModel(desk).application_id, CaseModel(desk).options) == ("", [])
    take_on(desk, "add my first interview")
    assert SinceModel(desk).open[0]["text"] == "I will add my first interview"

"""Sorting what came in, without a browser: the list, the questions, the rest, and going on."""

import datetime as dt
from pathlib import Path
from typing import Any

import ipywidgets as w
import pytest

from followup_lib import pages
from followup_lib.advice.closing import ONE_COMES_BACK
from followup_lib.app.workspace import remember
from followup_lib.exchange.importing import add_entries
from followup_lib.pages.bring_in.talk_model import TalkForm
from followup_lib.pages.bring_in.triage_model import ASK, CHOOSE, REST, TriageModel
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.pages.start.model import StartModel
from followup_lib.records.rows import PlanRow, rows_as
from followup_lib.store.new_search import create_search, practice_copy
from followup_lib.store.search import JobSearch
from tests.exchange.messy import EMPTY, TODAY, bring_in, messy_list, preview_of
from tests.pages.page_parts import find, label, shown, told, widgets

pytestmark = pytest.mark.usefixtures("clicks_raise", "home")
DAY = dt.date(2026, 3, 5)


@pytest.fixture
def search(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> JobSearch:
    """Return a search with a messy list of sixty rows in it, open on its Monday."""
    monkeypatch.setenv("FOLLOWUP_TODAY", TODAY.isoformat())
    made = create_search(tmp_path / "Noor", name="Noor Haddad")
    made.edit("import list.csv", lambda tables: bring_in(tables, messy_list(60)))
    remember(made)
    return made


def begun(search: JobSearch, n: int) -> tuple[TriageModel, TalkForm]:
    """Return the models after the first n of the list were ticked, and no other."""
    model = TriageModel(Desk(search, TODAY))
    form = TalkForm(model)
    for place, (_, application_id) in enumerate(model.rows):
        model.choose(application_id, on=place < n)
    model.begin()
    return model, form


def test_each_row_says_what_the_list_said(search: JobSearch) -> None:
    """A row names company, position, where it stands and the last day known."""
    model = TriageModel(Desk(search, TODAY))
    labels = [text for text, _ in model.rows]
    told = "interview · last on Sat, March 14 · “Status: Interview”"
    assert labels[0] == f"Damson Press, Office Manager (nights) · {told}"
    assert labels[-1].endswith("no day known") or "2026" not in labels[-1]
    model.search = "press NIGHTS"
    assert model.shown
    assert all("Press" in text and "(nights)" in text for text, _ in model.shown)
    model.search = ""
    assert model.shown == model.rows


def test_one_after_the_other_and_then_the_rest(search: JobSearch) -> None:
    """The ticked ones are asked about in their order; one sentence tells of the others."""
    model, form = begun(search, 3)
    ids = [i for _, i in model.rows[:3]]
    n = len(model.rows)
    for place, application_id in enumerate(ids, 1):
        assert (model.step, model.application_id) == (ASK, application_id)
        assert (model.number, model.total) == (place, 3)
        form.on, form.who = DAY, f"Ms. {place}"
        assert form.log().startswith(
            f"Logged: talk at {form.desk.title(application_id)}, Thu, March 5"
        )
        assert form.who in ("", "Ms. 3")
    assert (model.step, len(model.held)) == (REST, 6)
    assert model.the_rest == f"The other {n - 9} go on pause. {ONE_COMES_BACK}"
    model.rest_too = [i for _, i in model.held]
    model.let_rest()
    assert (model.step, model.rows) == ("", [])
    assert form.undo() == f"let {n - 3} imported applications go for now"
    assert (model.step, len(model.rows)) == (REST, n - 3)


def test_none_of_them_is_an_answer(search: JobSearch) -> None:
    """Who talked to nobody yet goes straight on to the rest, but for what speaks of something."""
    model, _ = begun(search, 0)
    assert model.step == REST
    assert model.the_rest.startswith(f"The other {len(model.rows) - 9} go on pause.")
    model.rest_too = [i for _, i in model.held]
    assert model.the_rest.startswith(f"All {len(model.rows)} go on pause.")


def test_what_speaks_of_something_stays_out(search: JobSearch) -> None:
    """A row whose cells tell of a talk never rests unseen, however often the rest is let rest."""
    model, _ = begun(search, 0)
    held = [i for _, i in model.held]
    assert model.held[0][0] == "Damson Press, Office Manager (nights): a talk"
    assert model.let_rest().endswith("Still to be sorted: 9.")
    assert (model.step, [i for _, i in model.rows], model.let) == (REST, held, "")
    assert model.the_rest == "Nothing else is waiting."
    model.rest_too = held[:1]
    assert model.let == "Let it go for now"


CELLS = """\
Company,Job Title,Applied,Status,Contact,Notes
Moss,Cook,2026-03-02,2nd interview 3/10,Priya Nair,I promised to call Priya about my start date
Elm,Clerk,2026-03-02,Applied,,"Zoom 3/11, they said by Mar 20"
Fir,Clerk,2026-03-02,Interview,,by Friday they said
Ash,Clerk,2026-03-02,Applied,,closes 3/30
Yew,Clerk,2026-03-02,Applied,,via a friend
"""


@pytest.fixture
def telling(search: JobSearch) -> tuple[TriageModel, TalkForm]:
    """Return the models of a list whose cells tell of talks, begun as its rows come ticked."""
    search.edit("clear", lambda tables: bring_in(EMPTY, CELLS))
    model = TriageModel(Desk(search, TODAY))
    model.begin()
    return model, TalkForm(model)


def turn_to(form: TalkForm, name: str) -> None:
    """Leave out those asked about before the one of a company."""
    while not form.title.startswith(name):
        form.leave_out()


def test_rows_that_tell_of_something_come_ticked(
    telling: tuple[TriageModel, TalkForm],
) -> None:
    """Those are asked about, and only those; unticked, one stays unticked in the next window."""
    model, form = telling
    assert {i.partition("-")[0] for i in model.chosen} == {"elm", "moss", "fir", "ash"}
    turn_to(form, "Ash")
    form.leave_out()
    again = TriageModel(model.desk)
    assert "ash-clerk" not in again.chosen
    assert [why for why, _ in again.held if why.startswith("Ash")] == ["Ash, Clerk: a day ahead"]


def test_what_the_cells_tell_is_filled_in(telling: tuple[TriageModel, TalkForm]) -> None:
    """The day of the talk and their words stand there with the reading, and one click logs them."""
    _, form = telling
    turn_to(form, "Elm")
    assert (form.on, form.their_words) == (dt.date(2026, 3, 11), "by Mar 20")
    assert form.their_asked().line.startswith("We read this as Fri, March 20.")
    assert form.cells[0] == "Zoom 3/11, they said by Mar 20"
    assert "They said Fri, March 20 (“by Mar 20”)." in form.log()


def test_a_promised_call_has_its_purpose(telling: tuple[TriageModel, TalkForm]) -> None:
    """What it will be about is asked and filled in; a day we set is never told as their word."""
    _, form = telling
    turn_to(form, "Moss")
    assert (form.deed, form.contact_about) == ("phone", "my start date")
    form.log()
    row = next(r for r in rows_as(PlanRow, form.desk.plan.rows) if r.rule == "P2")
    assert form.desk.when(row) == "due Wed, March 11"


def test_words_without_an_answered_day_are_an_error(
    telling: tuple[TriageModel, TalkForm],
) -> None:
    """Of a talk whose day nobody knows, "by Friday" is asked at the field, and not passed over."""
    _, form = telling
    turn_to(form, "Fir")
    form.unknown_on = True
    with pytest.raises(FieldError, match="can’t tell a day") as error:
        form.log()
    assert error.value.field == "their_words"
    form.their_answer = "none"
    assert form.log().startswith("Logged")


def test_what_was_said_is_told_once(search: JobSearch) -> None:
    """Their day that came in with the list is shown, and told anew it replaces the imported one."""
    row = "Elm,Clerk,2026-03-02,Interview 3/11,,they said by Mar 20\n"
    data = f"{CELLS.splitlines()[0]}\n{row}"
    answers = {"said": "yes"}
    search.edit("in", lambda _: add_entries(EMPTY, preview_of(data, answers=answers)))
    model = TriageModel(Desk(search, TODAY))
    model.begin()
    form = TalkForm(model)
    assert form.their_words == "by Mar 20"
    form.log()
    assert search.read().timeline["event"].tolist().count("they_promised") == 1


def test_interrupted_it_goes_on_where_it_was(search: JobSearch) -> None:
    """After a reload the ticks, the place and the half-told talk are there as they were."""
    model, form = begun(search, 3)
    form.on = DAY
    form.log()
    form.who, form.unknown_their, form.deed_day = "Ms. Ortiz", True, DAY
    model, form = (again := TriageModel(Desk(search, TODAY))), TalkForm(again)
    assert (model.step, model.number, model.total) == (ASK, 2, 3)
    assert (form.who, form.unknown_their, form.deed_day) == ("Ms. Ortiz", True, DAY)
    model.choose(model.application_id, on=False)
    model.back()
    assert model.step == CHOOSE
    assert TriageModel(Desk(search, TODAY)).step == CHOOSE


def test_undo_gives_the_answers_back(search: JobSearch) -> None:
    """One undo takes one talk back, and what was answered stands in the form again."""
    model, form = begun(search, 2)
    before = search.read().timeline
    first = model.application_id
    form.on, form.who, form.deed, form.thing = DAY, "Ms. Ortiz", "thing", "the report"
    form.log()
    assert model.number == 2
    form.undo()
    assert (model.number, model.application_id) == (1, first)
    assert (form.on, form.who, form.thing) == (DAY, "Ms. Ortiz", "the report")
    assert search.read().timeline.equals(before)
    assert search.kept(f"triage {first}")["who"] == "Ms. Ortiz"


@pytest.mark.parametrize(
    ("answers", "field", "sentence"),
    [
        ({"on": None}, "on", "When did you talk?"),
        ({"on": dt.date(2026, 3, 17)}, "on", "Tue, March 17 is still ahead"),
        ({"on": DAY, "deed": "thing"}, "thing", "What did you say you’d send?"),
    ],
)
def test_what_is_missing_is_asked_at_its_field(
    search: JobSearch, answers: dict[str, Any], field: str, sentence: str
) -> None:
    """Only what the plan cannot do without is asked for, and nothing is logged until then."""
    _, form = begun(search, 1)
    before = len(search.read().timeline)
    for name, value in answers.items():
        setattr(form, name, value)
    with pytest.raises(FieldError, match=sentence) as error:
        form.log()
    assert error.value.field == field
    assert len(search.read().timeline) == before


def test_what_comes_in_later_is_chosen_from_first(search: JobSearch) -> None:
    """A second list while one is at the questions is shown before anything of it can rest."""
    model, _ = begun(search, 0)
    assert model.step == REST
    assert model.chosen == []
    more = "Company,Job Title,Date Applied\nMoss,Cook,2026-03-10\n"
    search.edit("import more.csv", lambda tables: bring_in(tables, more))
    model.desk.look()
    assert model.step == CHOOSE
    assert any(text.startswith("Moss, Cook") for text, _ in model.rows)


def test_two_windows_sort_the_same_list(search: JobSearch) -> None:
    """What the other window told or let rest is gone from here at the next look."""
    mine, form = begun(search, 1)
    other = TriageModel(Desk(search, TODAY))
    others_form = TalkForm(other)
    others_form.on = DAY
    others_form.log()
    other.rest_too = [i for _, i in other.held]
    other.let_rest()
    mine.desk.look()
    assert (mine.step, form.application_id) == ("", "")


# The view


def ticks(page: Any) -> list[w.Checkbox]:
    """Return the boxes of the list that are shown."""
    return [
        box
        for box in widgets(page.box)
        if isinstance(box, w.Checkbox) and "last on" in box.description
    ]


def test_the_part_is_there_only_while_something_waits(search: JobSearch, tmp_path: Path) -> None:
    """Page 07 asks while something waits and says nothing of it otherwise; the start page too."""
    model = StartModel(Desk(search, TODAY))
    assert model.unsorted.endswith("imported applications wait to be sorted.")
    assert model.unsorted in shown(pages.start_page())
    assert find(pages.start_page(), "Sort them").page == "07_your_applications"
    assert "Sort what came in" in shown(pages.applications_page())
    remember(practice_copy(tmp_path / "Practice"))
    assert "Sort what came in" not in shown(pages.applications_page())
    assert "sorted" not in shown(pages.start_page())


def test_by_its_buttons(search: JobSearch) -> None:
    """Tick two, answer, let the rest be: the page follows, and at the end nothing of it is left."""
    page = pages.applications_page()
    for place, box in enumerate(ticks(page)):
        box.value = place in (4, 5)
    find(page, "Continue with the 2 checked").click()
    assert "1 of 2" in shown(page)
    find(page, "Log this and continue").click()
    assert told(page)[-1].startswith("When did you talk?")
    find(page, "1. When did you talk?").value = DAY
    find(page, "2. Who did you talk to?").value = "<b>Ms. Ortiz</b>"
    find(page, "Log this and continue").click()
    assert "2 of 2" in shown(page)
    assert any(text.startswith("Logged: talk at") for text in told(page))
    find(page, "I don’t know when").value = True
    assert find(page, "1. When did you talk?").layout.display == "none"
    find(page, "Log this and continue").click()
    assert f"go on pause. {ONE_COMES_BACK}" in shown(page)
    for box in widgets(page.box):
        if isinstance(box, w.Checkbox) and box.description.endswith(": a talk"):
            box.value = True
    find(page, "Let them go for now").click()
    assert "Sort what came in" not in shown(page)
    assert "Sorted. On pause:" in " ".join(told(page))
    next(box for box in widgets(page.box) if label(box).startswith("Undo: ")).click()
    assert "go on pause." in shown(page)
    assert "<b>Ms" not in shown(page)


def test_names_from_a_list_are_only_words(search: JobSearch) -> None:
    """A company that looks like a tag is shown as it was typed, wherever it is named."""
    row = "Company,Job Title,Date Applied\n<b>Moss</b>,<i>Cook</i>,2026-03-15\n"
    search.edit("import moss.csv", lambda tables: bring_in(tables, row))
    page = pages.applications_page()
    moss = next(box for box in ticks(page) if "Moss" in box.description)
    for box in ticks(page):
        box.value = False
    assert moss.description.startswith("<b>Moss</b>, <i>Cook</i> · applied")
    assert not moss.description_allow_html
    moss.value = True
    find(page, "Continue with the 1 checked").click()
    assert "<h3>&lt;b&gt;Moss&lt;/b&gt;, &lt;i&gt;Cook&lt;/i&gt;</h3>" in shown(page)
    assert "<b>Moss" not in shown(page)


def test_three_hundred_rows_are_shown_in_parts(search: JobSearch) -> None:
    """A long list shows fifty boxes at a time, and the search leaves those it finds; ticks stay."""
    search.edit("import big.csv", lambda tables: bring_in(tables, messy_list(300)))
    page = pages.applications_page()
    assert len(ticks(page)) == 50
    ticks(page)[0].value = True
    first = ticks(page)[0].description
    find(page, "Search in this list").value = "damson"
    assert 0 < len(ticks(page)) < 50
    assert all("Damson" in box.description for box in ticks(page))
    find(page, "Search in this list").value = "nowhere"
    assert "Nothing in the list matches." in shown(page)
    find(page, "Search in this list").value = ""
    assert (ticks(page)[0].description, ticks(page)[0].value) == (first, True)
    more = next(box for box in widgets(page.box) if label(box).startswith("Show 50 more of"))
    more.click()
    assert len(ticks(page)) == 100

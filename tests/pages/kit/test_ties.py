"""Fields tied to a model, and the pages' own buttons, clicked without a browser."""

import datetime as dt
from typing import Any

import ipywidgets as w
import pytest
import traitlets as t

from followup_lib.pages.applications.view import applications_form
from followup_lib.pages.interviews.view import interviews_form
from followup_lib.pages.kit.common import Status
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.kept_form import KeptForm, day_field, list_field, text_field, yes_field
from followup_lib.pages.kit.picture import Picture
from followup_lib.pages.kit.ties import Fields, Ticks, labeled, shown_when
from followup_lib.pages.references.view import references_form
from followup_lib.pages.timelines.view import timelines_form
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.store.search import JobSearch
from tests.pages.page_parts import find, label, shown, widgets

MONDAY = dt.date(2026, 3, 16)
CASE = "cobblers-gate-credit-union-payroll-analyst"


pytestmark = pytest.mark.usefixtures("clicks_raise", "home")


class Small(KeptForm):
    """A form with one field of each kind."""

    text = text_field()
    day = day_field()
    yes = yes_field()
    one = text_field()
    several = list_field()
    choices: t.List[Any] = t.List([("none", ""), ("A", "a"), ("B", "b")])


# Fields


@pytest.mark.parametrize(
    ("name", "value"), [("text", "x"), ("day", MONDAY), ("yes", True), ("one", "b")]
)
def test_field_and_trait_are_equal_both_ways(desk: Desk, name: str, value: Any) -> None:
    """What is typed reaches the model, and what the model proposes reaches the field."""
    form = Small(desk, "small")
    fields = Fields(form, Status())
    made = {
        "text": lambda: fields.text("text", "Text"),
        "day": lambda: fields.day("day", "Day"),
        "yes": lambda: fields.tick("yes", "Yes"),
        "one": lambda: fields.choice("one", "One", "choices"),
    }[name]()
    made.value = value
    assert getattr(form, name) == value
    form.clear()
    assert made.value == {"text": "", "day": None, "yes": False, "one": ""}[name]


def test_a_choice_that_is_gone_is_no_choice(desk: Desk) -> None:
    """When the list loses the chosen one the field is empty, and the model keeps its word."""
    form = Small(desk, "small")
    box = Fields(form, Status()).choice("one", "One", "choices")
    form.one = "b"
    form.choices = [("none", ""), ("A", "a")]
    assert (box.value, form.one) == (None, "b")
    form.choices = [("B", "b"), ("A", "a")]
    assert box.value == "b"


def test_ticks_hold_a_list(desk: Desk) -> None:
    """Each choice has a tick; the list holds those ticked, in the order of the choices."""
    form = Small(desk, "small")
    ticks = Ticks(form, "several", "choices", Status())
    boxes = ticks.box.children
    boxes[2].value = boxes[1].value = True
    assert form.several == ["a", "b"]
    form.several = ["b"]
    assert [box.value for box in boxes] == [False, False, True]


def test_a_label_may_come_from_the_model(desk: Desk) -> None:
    """A field takes its label from a trait and hides without one; another hides by a test."""
    form = Small(desk, "small")
    box = labeled(w.Text(), form, "text", "Until {}")
    other = shown_when(w.Text(), form, "text", lambda value: value == "x")
    assert (box.layout.display, other.layout.display) == ("none", "none")
    form.text = "x"
    assert (box.description, box.layout.display, other.layout.display) == ("Until x", "", "")


def test_trouble_on_a_change_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """When what is typed cannot be kept, the sentence stands beside the form."""
    form, status = Small(desk, "small"), Status()
    box = Fields(form, status).text("text", "Text")

    def full(*_: object) -> None:
        raise FollowupError("The disk is <full>.")

    monkeypatch.setattr(JobSearch, "keep", full)
    box.value = "x"
    assert status.sentence == "The disk is <full>."
    assert form.text == "x"


# Kept forms


def test_only_changes_are_kept_and_restored(desk: Desk) -> None:
    """A form keeps what a person changed, not what it proposed itself; saving forgets it."""
    form = Small(desk, "small")
    form.propose(text="proposed", one="a")
    form.day, form.one = MONDAY, "b"
    assert desk.search.kept("small") == {"day": "2026-03-16", "one": "b"}
    again = Small(desk, "small")
    again.propose(text="another", one="a")
    again.restore()
    assert (again.text, again.day, again.one) == ("another", MONDAY, "b")
    again.settle(one="b")
    assert (again.changed, desk.search.kept("small")) == ({}, {})


def test_proposals_spare_what_was_touched(desk: Desk) -> None:
    """A second proposal fills only fields that still hold the first."""
    form = Small(desk, "small")
    form.propose(text="one", one="a")
    form.text = "mine"
    form.propose(text="two", one="b")
    assert (form.text, form.one) == ("mine", "b")


def test_every_form_at_a_desk_hears_of_an_edit(desk: Desk) -> None:
    """An edit or an undo by one form is told to the others."""
    heard: list[int] = []
    desk.tell(lambda: heard.append(len(desk.tables.timeline)))
    before = len(desk.tables.timeline)
    desk.edit("x", lambda tables: edits.log(tables, CASE, "called", MONDAY))
    desk.undo()
    assert heard == [before + 1, before]


# The pages, by their buttons


def test_an_interview_is_logged_by_its_button(desk: Desk) -> None:
    """Fill in, log, read what comes next, and go there with the application chosen."""
    page = interviews_form(desk)
    find(page, "Which application?").value = CASE
    find(page, "What date is it?").value = dt.date(2026, 3, 25)
    find(page, "Log this interview").click()
    assert "Logged: interview at Cobbler's Gate Credit Union" in shown(page)
    go = find(page, "Call Ms. Reyes")
    assert go.page == "04_waiting_for_the_offer"  # an offer elsewhere comes first (X1)
    go.clicked()
    assert desk.application == CASE
    find(page, f"Undo: {desk.done}").click()
    assert "Undone: interview" in shown(page)


def test_the_card_is_copied_and_saved(desk: Desk) -> None:
    """The card is copied as text and saved as a page that any browser prints."""
    page = interviews_form(desk)
    nearest = str(desk.plan.facts.applications["ahead_on"].idxmin())
    title = desk.title(nearest)
    assert find(page, "Copy the card").text.startswith(f"{title}\n")
    name, mime, data = find(page, "Save the card, to print").make()
    assert (name, mime) == (f"card-{nearest}.html", "text/html")
    assert title.encode("utf-8") in data


def test_box_and_table_of_applications_are_in_step(desk: Desk) -> None:
    """A clicked row is named in the box, a typed name selects its row, and nonsense is told."""
    page = applications_form(desk)
    box = find(page, "Choose an application: type part of its name")
    grid = next(part for part in widgets(page) if hasattr(part, "selected_rows"))
    grid.selected_rows = [2]
    assert box.value == box.options[2]
    box.value = "quillon"
    assert box.value == "Quillon Health, Technical Writer"
    assert grid.selected_rows == [box.options.index(box.value)]
    grid.selected_rows = []  # a second click on the row
    assert grid.selected_rows == [box.options.index(box.value)]
    box.value = "zephyr"
    assert "No application matches: “zephyr”" in shown(page)


def test_a_history_row_is_changed_by_its_button(desk: Desk) -> None:
    """The form opens beneath its row, saves, and closes; the other rows stay the same widgets."""
    desk.choose(f"rest:{CASE}:")
    page = applications_form(desk)
    assert "Change" not in map(label, widgets(page))
    find(page, "Its history").value = True  # which is made when it is opened
    change = [part for part in widgets(page) if label(part) == "Change"]
    assert change[0].tooltip.startswith("Change: ")
    change[0].click()
    find(page, "Note").value = "to remember"
    find(page, "Save this row").click()
    assert "to remember" in shown(page)
    assert "Saved:" in shown(page)
    assert [part for part in widgets(page) if label(part) == "Change"] == change


def test_adding_an_application_shows_it_in_the_table(desk: Desk) -> None:
    """A new application is in table and box at once, and chosen."""
    page = applications_form(desk)
    for name, value in (("Company", "Northgate"), ("Position", "Clerk")):
        [part for part in widgets(page) if label(part) == name][-1].value = value
    find(page, "Add it").click()
    box = find(page, "Choose an application: type part of its name")
    assert box.value == "Northgate, Clerk"
    assert "Northgate, Clerk" in shown(page)


def test_news_of_a_reference_writes_the_letters_anew(desk: Desk) -> None:
    """Once logged, the list and the letters below know it."""
    page = references_form(desk)
    find(page, "Who is a reference for you?").value = "ines-carvalho"
    find(page, "Which application is it about?").value = CASE
    find(page, "Log it").click()
    assert "not thanked yet" in shown(page)
    assert "can wait five workdays" in shown(page)
    labels = [label for label, _ in find(page, "Which reference?").options]
    assert any(label.startswith("Inês Carvalho · thank your reference") for label in labels)


def test_the_chart_has_words_for_those_who_do_not_see_it(desk: Desk, unprinted: None) -> None:
    """The picture has a text alternative, and the same stands below in words."""
    page = timelines_form(desk)
    assert "<h2>The same in words</h2>" in shown(page)
    assert f"<p>{len(desk.tables.applications)} applications:" in shown(page)
    chart, story = (part for part in widgets(page) if isinstance(part, Picture))
    n = len(desk.tables.applications)
    assert chart.alt == f"Timeline of {n} applications; the same in words is below."
    assert (chart.wide, chart.empty, story.empty) == ("", False, True)  # nothing drawn unasked
    chart._hear(chart, {"type": "wanted", "picture": 1}, [])
    assert chart.wide.startswith("data:image/png;base64,")
    before = (chart.narrow, chart.wide, chart.made)
    chart._hear(chart, {"type": "clicked", "picture": 1, "down": 0.2}, [])
    assert story.alt.startswith("The story of ")
    assert (chart.narrow, chart.wide, chart.made) == before  # nothing is drawn twice

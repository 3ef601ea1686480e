"""The page of all applications without a browser: table, choice, facts, what happened, history."""

import csv
import datetime as dt
import io
from pathlib import Path
from typing import Any

import ipywidgets as w
import pandas as pd
import pytest

from followup_lib.exchange.excel import read_workbook
from followup_lib.pages.applications.happened_model import HAPPENINGS, HappenedForm
from followup_lib.pages.applications.history_model import HistoryModel, RowForm
from followup_lib.pages.applications.history_view import HistoryView
from followup_lib.pages.applications.model import ApplicationsModel, FactsForm, NewApplication
from followup_lib.pages.applications.view import _happened
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.records.vocabulary import OUTCOMES, Event, Stage
from followup_lib.store.new_search import create_search
from tests.pages.page_parts import label, widgets

MONDAY = dt.date(2026, 3, 16)
CASE = "cobblers-gate-credit-union-payroll-analyst"
WROTE = "wexcombe-instruments-documentation-specialist"
ENDED = "dunmore-and-sable-business-analyst"
PLANNED = "emberfold-energy-scheduling-analyst"


@pytest.fixture
def model(desk: Desk) -> ApplicationsModel:
    """Return the page's model with one application chosen."""
    made = ApplicationsModel(desk)
    made.choose(CASE)
    return made


def newest(desk: Desk, rows: int = 1) -> list[tuple[str, str, str, str]]:
    """Return event, day, second day and words of the newest rows."""
    tail = desk.search.read().timeline.tail(rows)
    days = tail[["on", "due_on"]].map(lambda day: "" if pd.isna(day) else str(day.date()))
    return list(zip(tail["event"], days["on"], days["due_on"], tail["said"], strict=True))


# The table, and the choice in it


def test_the_table_reads_as_a_person_does(model: ApplicationsModel) -> None:
    """Every application is a row in the words of the screen, urgent ones first, ended ones last."""
    table = model.table
    assert len(table) == len(model.desk.tables.applications)
    titles = ["Company", "Position", "Stage", "Status", "They said", "Next", "From"]
    assert list(table.columns) == titles
    assert table.loc[CASE, "Status"] == "waiting"
    assert table.loc[CASE, "They said"] == "Thu, March 12"
    assert table.loc[CASE, "Next"] == "ask where things stand"
    assert table.loc[CASE, "From"] == "today"
    assert table.iloc[0]["Next"] == "keep your promise"
    assert table.loc[ENDED, "Status"] == "not chosen"
    ended = table["Status"].isin(
        ["not chosen", "declined", "accepted", "withdrawn", "let go for now"]
    )
    assert ended.is_monotonic_increasing


@pytest.mark.parametrize(
    ("column", "before", "after"),
    [
        ("They said", "Mon, March 9", "Wed, March 11"),
        ("Stage", "applied", "interview"),
        ("Next", "keep your promise", "say thank you"),
        ("From", "today", "Mon, March 23"),
    ],
)
def test_columns_sort_by_what_they_mean(
    model: ApplicationsModel, column: str, before: str, after: str
) -> None:
    """Days sort as days, stages by how far they are, next steps by urgency: not by letters."""
    order = list(model.table[column].cat.categories)
    assert order.index(before) < order.index(after)


def test_table_and_box_are_in_step(model: ApplicationsModel) -> None:
    """A clicked row names itself in the box; a name chooses its row."""
    model.choose_place(3)
    assert model.label == model.labels[3]
    model.choose_label(model.labels[5])
    assert (model.place, model.application_id) == (5, model.ids[5])


@pytest.mark.parametrize(
    ("typed", "chosen"), [("quillon", "quillon-health-technical-writer"), (" COBBLER", CASE)]
)
def test_a_part_of_a_name_is_enough(model: ApplicationsModel, typed: str, chosen: str) -> None:
    """A part that only one name has chooses it."""
    model.choose_label(typed)
    assert model.application_id == chosen


@pytest.mark.parametrize(
    ("typed", "sentence"), [("Zephyr", "No application matches"), ("payroll", "More than one")]
)
def test_a_name_of_none_or_several(model: ApplicationsModel, typed: str, sentence: str) -> None:
    """A name nobody or more than one has is told, and the choice stays."""
    with pytest.raises(FollowupError, match=sentence):
        model.choose_label(typed)
    assert model.application_id == CASE


def test_an_empty_box_changes_nothing(model: ApplicationsModel) -> None:
    """Emptying the box, to see the whole list, keeps the choice."""
    model.choose_label("  ")
    assert model.application_id == CASE


def test_the_row_chosen_elsewhere_is_taken(desk: Desk) -> None:
    """The page opens with the application another page chose."""
    desk.choose(f"rest:{PLANNED}:")
    assert ApplicationsModel(desk).application_id == PLANNED


def test_what_is_chosen_tells_where_it_stands(model: ApplicationsModel) -> None:
    """Stage, status, the reason, and the page that writes the message."""
    assert model.title == "Cobbler's Gate Credit Union, Payroll Analyst"
    assert model.standing == "interview since Thu, March 5 · waiting"
    assert model.step["page"] == "02_their_date_has_passed"
    assert model.step["label"] == "Call Ms. Reyes"
    model.choose(ENDED)
    assert model.step["letter"] == "ask for feedback"


def test_the_csv_is_the_overview_of_today(model: ApplicationsModel) -> None:
    """The download is named by its day and has one row per application."""
    name, mime, data = model.csv()
    assert (name, mime) == ("followup-2026-03-16.csv", "text/csv")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert {row["application_id"] for row in rows} == set(model.ids)


def test_an_empty_search_has_an_empty_table(tmp_path: Path) -> None:
    """Without applications nothing is chosen and nothing breaks."""
    empty = Desk(create_search(tmp_path / "Noor", name="Noor"), MONDAY)
    model = ApplicationsModel(empty)
    assert (len(model.table), model.application_id, model.step) == (0, "", {})
    assert HistoryModel(empty, model).rows == []


# Its facts


@pytest.mark.parametrize("name", ["company", "job_title"])
def test_a_name_cannot_be_emptied(model: ApplicationsModel, name: str) -> None:
    """Company and position are needed; clearing one is refused with a sentence."""
    form = FactsForm(model.desk, model)
    setattr(form, name, "  ")
    with pytest.raises(FollowupError, match="cannot be empty"):
        form.save()


def test_unsaved_facts_wait_at_their_application(model: ApplicationsModel) -> None:
    """What was typed for one application is there again when one comes back to it."""
    form = FactsForm(model.desk, model)
    form.notes = "half a thought"
    model.choose(WROTE)
    assert form.notes != "half a thought"
    model.choose(CASE)
    assert form.notes == "half a thought"
    assert FactsForm(model.desk, model).notes == "half a thought"


# A new one


@pytest.mark.parametrize(
    ("address", "column"),
    [("o@northgate.example", "contact_email"), ("(609) 555-0143", "contact_phone"), ("", "")],
)
def test_five_fields_make_an_application(
    model: ApplicationsModel, address: str, column: str
) -> None:
    """Company, position, contact, one address and the day are enough; it is chosen then."""
    form = NewApplication(model.desk, model)
    form.company, form.job_title, form.contact_name = "Northgate", "Clerk", "Ms. Ortiz"
    form.address, form.applied_on = address, dt.date(2026, 3, 13)
    assert form.add().startswith("Added: Northgate, Clerk.")
    row = model.desk.tables.applications.iloc[-1]
    assert {"": "", **row.to_dict()}[column] == address
    assert newest(model.desk) == [("applied", "2026-03-13", "", "")]
    assert model.application_id == "northgate-clerk"
    assert form.company == ""


def test_one_not_applied_to_is_saved(model: ApplicationsModel) -> None:
    """Without a day of applying it counts as saved, and rests."""
    form = NewApplication(model.desk, model)
    form.company, form.job_title = "Northgate", "Clerk"
    form.add()
    assert newest(model.desk) == [("saved", "2026-03-16", "", "")]
    assert model.step["reason"].startswith("Saved; you haven’t applied yet")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"company": ""}, "Which company is it"),
        ({"job_title": " "}, "Which position is it"),
        ({"address": "Ms. Ortiz"}, "has an @"),
        ({"applied_on": dt.date(2026, 4, 1)}, "Wed, April 1 is still ahead"),
    ],
)
def test_what_a_new_one_lacks_is_asked(
    model: ApplicationsModel, typed: dict[str, Any], sentence: str
) -> None:
    """Nothing is added until the fields make sense, and the sentence says which."""
    form = NewApplication(model.desk, model)
    for name, value in ({"company": "Hill", "job_title": "Clerk"} | typed).items():
        setattr(form, name, value)
    with pytest.raises(FollowupError, match=sentence):
        form.add()
    assert len(model.desk.search.read().applications) == len(model.ids)


# What happened


def read_back(page: Any) -> str:
    """Return the line that says how words are read."""
    lines = [str(getattr(each, "value", "")) for each in widgets(page)]
    return " ".join(line for line in lines if "followup-read" in line)


def test_every_stage_and_outcome_is_offered() -> None:
    """The form knows each stage but the first, each outcome, and an answer."""
    assert {Event(stage) for stage in list(Stage)[1:]} | set(OUTCOMES) <= set(HAPPENINGS)


@pytest.mark.parametrize("event", list(HAPPENINGS))
def test_each_happening_is_logged_on_its_day(model: ApplicationsModel, event: Event) -> None:
    """Each is one row with its day; a second day and words only where they mean something."""
    form = HappenedForm(model.desk, model)
    form.event, form.on, form.text = event.value, dt.date(2026, 3, 13), "a few words"
    form.due = None if event == Event.HEARD_BACK else dt.date(2026, 3, 30)
    told = form.log()
    kind = HAPPENINGS[event]
    due = "2026-03-30" if kind.due and event != Event.HEARD_BACK else ""
    assert newest(model.desk) == [
        (event.value, "2026-03-13", due, "a few words" if kind.text else "")
    ]
    assert "Fri, March 13. Next: " in told
    assert (form.event, form.on, form.text) == ("heard_back", MONDAY, "")


def test_an_answer_with_a_day_moves_their_date(model: ApplicationsModel) -> None:
    """A new day they name takes the place of the old one, which is never mentioned again (W4)."""
    form = HappenedForm(model.desk, model)
    form.due, form.text = dt.date(2026, 3, 27), "rather the 27th"
    form.log()
    assert newest(model.desk, 2) == [
        ("heard_back", "2026-03-16", "", "rather the 27th"),
        ("moved", "2026-03-16", "2026-03-27", "rather the 27th"),
    ]
    f = model.desk.plan.facts.applications.loc[CASE]
    assert f["their_day"] == pd.Timestamp("2026-03-27")


def test_an_answer_with_a_first_day_is_a_promise(model: ApplicationsModel) -> None:
    """Where no date of theirs was open, the day they name is their first."""
    model.choose("juniper-row-schools-payroll-specialist")
    form = HappenedForm(model.desk, model)
    form.due = dt.date(2026, 3, 27)
    form.log()
    assert [row[0] for row in newest(model.desk, 2)] == ["heard_back", "they_promised"]


def test_an_answer_whose_words_tell_a_day_is_a_date_of_theirs(model: ApplicationsModel) -> None:
    """Words of an answer that tell a day are a date of theirs, read in the plan; others are not."""
    model.choose("juniper-row-schools-payroll-specialist")
    for text, events in (("soon", ["heard_back"]), ("by Friday", ["heard_back", "they_promised"])):
        form, before = HappenedForm(model.desk, model), len(model.desk.tables.timeline)
        form.text = text
        form.log()
        assert model.desk.tables.timeline["event"].iloc[before:].tolist() == events
    assert model.desk.plan.facts.of(model.application_id)["their_day"] == pd.Timestamp("2026-03-20")


NO_DAY_SEEN = "We don’t see a day in this"


@pytest.mark.parametrize(
    ("event", "text", "answer", "line", "logged"),
    [
        ("heard_back", "by Friday", "", "Fri, March 20. If it stays quiet", ("2026-03-20", "")),
        ("heard_back", "by Friday", "none", "We read this as", None),
        ("heard_back", "mid next week", "", "about Wed, March 25", ("2026-03-25", "about")),
        ("heard_back", "Friday or after the board", "none", "We can’t tell a day", None),
        ("heard_back", "Thanks for your note!", "", NO_DAY_SEEN, None),
        ("i_promised", "two samples by Friday", "", "Fri, March 20", ("2026-03-20", "")),
        ("i_promised", "two samples", "", "", ("", "")),
        ("on_hold", "budget freeze", "", NO_DAY_SEEN, ("", "no_day")),
        ("on_hold", "paused until April 1", "right", "Wed, April 1", ("2026-04-01", "")),
        ("offer", "tell us by Friday", "", "Fri, March 20", ("2026-03-20", "")),
        ("rejected", "by Friday we had chosen", "", "", ("", "")),
    ],
)
def test_words_are_read_back_before_they_are_logged(
    model: ApplicationsModel,
    event: str,
    text: str,
    answer: str,
    line: str,
    logged: tuple[str, str] | None,
) -> None:
    """How words about a day are read stands beneath them as they are typed, and that is logged."""
    model.choose("juniper-row-schools-payroll-specialist")
    page = list(widgets(_happened(model.desk, model)))
    box = {label(each): each for each in page}
    box["What happened?"].value = event
    next(each for each in page if label(each) == HAPPENINGS[Event(event)].text).value = text
    assert (line in read_back(page)) if line else not read_back(page)
    if answer:
        next(each for each in page if isinstance(each, w.RadioButtons)).value = answer
    box["Log it"].click()
    row = model.desk.tables.timeline.iloc[-1]
    due = "" if pd.isna(row["due_on"]) else str(row["due_on"].date())
    said = row["event"] if logged else "heard_back"
    assert (row["event"], (due, row["certainty"])) == (said, logged or ("", ""))


def test_words_that_are_not_clear_are_asked_there(model: ApplicationsModel) -> None:
    """Words that may mean a day are logged once a person has said which, or that it is none."""
    form = HappenedForm(model.desk, model)
    form.text = "Friday or maybe after the board meets"
    with pytest.raises(FieldError, match="We can’t tell a day from this") as refused:
        form.log()
    assert refused.value.field == "text"
    form.due = dt.date(2026, 3, 20)
    form.log()
    assert newest(model.desk)[0][2] == "2026-03-20"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"on": None}, "What day was it"),
        ({"on": dt.date(2026, 3, 20)}, "Fri, March 20 is still ahead"),
        (
            {"event": "interview_planned", "due": dt.date(2026, 3, 9)},
            "can’t be before the day they invited you",
        ),
        ({"event": "i_promised"}, "What did you promise"),
        *(
            ({"event": event, "text": "x", "due": dt.date(2026, 3, 15)}, "March 15 was over when")
            for event in ("i_promised", "heard_back", "offer", "asked_for_time", "on_hold")
        ),
    ],
)
def test_what_a_happening_lacks_is_asked(
    model: ApplicationsModel, typed: dict[str, Any], sentence: str
) -> None:
    """Nothing is logged until the fields make sense, and the sentence says which."""
    form = HappenedForm(model.desk, model)
    for name, value in typed.items():
        setattr(form, name, value)
    with pytest.raises(FollowupError, match=sentence):
        form.log()


# Its history


def test_the_history_is_in_order_and_in_words(model: ApplicationsModel) -> None:
    """Each row tells its day, what it was, with whom and how, and the words."""
    rows = HistoryModel(model.desk, model).rows
    promise = next(row for row in rows if row.what.startswith("they said"))
    assert promise.day == "Thu, March 5"
    assert promise.what == "they said: by Thu, March 12"
    assert promise.how == "Ms. Reyes · in person"
    assert promise.said == "second round by Thursday the 12th, just call me"
    days = [dt.datetime.strptime(f"{row.day}, 2026", "%a, %B %d, %Y") for row in rows]
    assert days == sorted(days)


def test_a_reference_in_the_history_has_its_name(model: ApplicationsModel) -> None:
    """A row about a reference names the person, not the id."""
    model.choose("brindlewick-laboratories-senior-technical-writer")
    rows = HistoryModel(model.desk, model).rows
    given = [row.how for row in rows if row.what == "reference given"]
    assert given == ["Dr. Adeyemi · e-mail", "Nadia Brightwell · e-mail"]


def test_what_is_unusual_is_told_beside_its_row(model: ApplicationsModel) -> None:
    """A row in the future is life: it has a note, and nothing is refused."""
    model.desk.edit(
        "later", lambda tables: edits.log(tables, CASE, "interview", dt.date(2026, 3, 30))
    )
    rows = HistoryModel(model.desk, model).rows
    assert rows[-1].unusual == ["Is after Mon, March 16: read as planned."]
    assert not any(row.unusual for row in rows[:-1])


def test_a_row_is_changed_and_the_change_undone(model: ApplicationsModel) -> None:
    """Day, second day, words and note of a row may be mended; undo brings them back."""
    history, form = HistoryModel(model.desk, model), RowForm(model.desk)
    row = next(row for row in history.rows if row.what.startswith("they said"))
    form.open(row)
    assert form.due_label == "The day they said"
    form.due_on, form.note = dt.date(2026, 3, 13), "I misheard"
    assert form.save().startswith("Saved: they said")
    changed = next(r for r in history.rows if r.event_id == row.event_id)
    assert (changed.what, changed.note) == ("they said: by Fri, March 13", "I misheard")
    assert form.event_id == ""
    model.desk.undo()
    assert row in history.rows


@pytest.mark.parametrize(
    ("words", "typed", "cells"),
    [
        ("by Friday the 13th", {"answer": "right"}, ("2026-03-13", "")),
        ("by Friday the 13th", {}, ("2026-03-12", "")),
        ("soon", {"due_on": None}, ("", "no_day")),
    ],
)
def test_other_words_of_a_row_are_read_back(
    model: ApplicationsModel, words: str, typed: dict[str, Any], cells: tuple[str, str]
) -> None:
    """How the words of a row are read stands beneath them; its day stays until one says so."""
    history, form = HistoryModel(model.desk, model), RowForm(model.desk)
    row = next(row for row in history.rows if row.what.startswith("they said"))
    box = HistoryView(history, form).box
    form.open(row)
    page = {label(each): each for each in widgets(box)}
    assert "We read this as Thu, March 12." in read_back(box)
    assert next(each for each in page.values() if isinstance(each, w.RadioButtons)).value == "right"
    page["Words"].value = words
    assert ("Fri, March 13" in read_back(box)) == ("13th" in words)
    for name, value in typed.items():
        setattr(form, name, value)
    form.save()
    timeline = model.desk.tables.timeline.set_index("event_id")
    due, certainty = timeline.loc[row.event_id, ["due_on", "certainty"]]
    assert ("" if pd.isna(due) else str(due.date()), certainty) == cells


def test_the_time_of_a_talk_is_changed_in_its_row(model: ApplicationsModel) -> None:
    """A row of a talk shows its time of day and lets it be mended; what is no time is refused."""
    model.choose(PLANNED)
    history, form = HistoryModel(model.desk, model), RowForm(model.desk)
    row = next(row for row in history.rows if row.what.endswith("Thu, March 19"))
    form.open(row)
    assert (form.at_label != "", form.at) == (True, "")
    form.at = "half past"
    with pytest.raises(FollowupError, match="isn’t a time of day"):
        form.save()
    form.at = "2:30 pm"
    form.save()
    assert model.desk.plan.facts.of(PLANNED)["ahead_at"] == "14:30"
    row = next(row for row in history.rows if row.what.endswith("Thu, March 19 at 2:30 PM"))
    form.open(row)
    assert form.at == "2:30 PM"
    form.open(next(row for row in history.rows if row.what == "applied"))
    assert form.at_label == ""


def test_a_row_is_taken_out_unless_another_speaks_of_it(model: ApplicationsModel) -> None:
    """Taking a row out is refused with a sentence while another row settles it."""
    history, form = HistoryModel(model.desk, model), RowForm(model.desk)
    form.open(history.rows[-1])
    form.remove()
    assert form.event_id == ""
    model.choose(WROTE)
    promise = next(row for row in history.rows if row.event_id == "e0069")
    form.open(promise)
    with pytest.raises(FollowupError, match="Row e0123 refers to this one"):
        form.remove()
    assert promise in history.rows


def test_an_unsaved_row_is_there_again(model: ApplicationsModel) -> None:
    """What was typed into a row and not saved is in its form when it opens anew."""
    history, form = HistoryModel(model.desk, model), RowForm(model.desk)
    form.open(history.rows[0])
    form.note = "to be told"
    again = RowForm(model.desk)
    again.open(history.rows[0])
    assert again.note == "to be told"
    again.close()
    again.open(history.rows[0])
    assert again.note != "to be told"


def test_a_row_taken_out_in_another_window(model: ApplicationsModel) -> None:
    """Opening a row that is gone is told in a sentence."""
    row = HistoryModel(model.desk, model).rows[-1]
    model.desk.edit("gone", lambda tables: edits.remove_event(tables, row.event_id))
    with pytest.raises(FollowupError, match="no longer there"):
        RowForm(model.desk).open(row)


def test_the_workbook_and_the_contacts_go_out(model: ApplicationsModel) -> None:
    """The other two downloads hold every table, and the contacts up to today."""
    name, _, data = model.workbook()
    assert name == "followup-2026-03-16.xlsx"
    assert len(read_workbook(data).timeline) == len(model.desk.tables.timeline)
    name, mime, data = model.contacts()
    assert (name, mime) == ("contacts-2026-03-16.csv", "text/csv")
    assert data.decode("utf-8-sig").startswith("date,employer,person,method,position,result\n")

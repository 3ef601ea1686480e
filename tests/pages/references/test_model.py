"""The people who vouch, without a browser: where each stands, who they are, what happened."""

import datetime as dt
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.references.model import (
    HAPPENINGS,
    NEW,
    ReferenceEventForm,
    ReferenceForm,
    ReferencesModel,
)
from followup_lib.pages.references.view import references_form
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.records.vocabulary import REFERENCE_EVENTS, Event
from followup_lib.store.new_search import create_search

MONDAY = dt.date(2026, 3, 16)
CASE = "cobblers-gate-credit-union-payroll-analyst"


def newest(desk: Desk) -> dict[str, str]:
    """Return the newest row of the timeline, empty cells and its id left out."""
    row = desk.search.read().timeline.iloc[-1].drop("event_id").to_dict()
    row["on"] = str(row["on"].date())
    return {name: value for name, value in row.items() if pd.notna(value) and value != ""}


def standing(desk: Desk) -> dict[str, str]:
    """Return where each reference stands, by name."""
    return {person.name: person.standing for person in ReferencesModel(desk).people}


def test_without_a_reference_the_page_has_its_title(home: Path) -> None:
    """Its own heading is there, and gets the focus, until a letter's stands in its place."""
    desk = Desk(create_search(home / "New", name="Ada"), MONDAY)
    head, letters, *_ = references_form(desk)
    assert ("Your references</h1>" in head.value, head.layout.display) == (True, "")
    assert letters.layout.display == "none"


def test_where_each_reference_stands(desk: Desk) -> None:
    """The list says in a few words what matters most now about each."""
    assert standing(desk) == {
        "Dr. Adeyemi": "contacted Fri, March 13, not thanked yet",
        "Samuel Okonjo": "name given Thu, February 19, told",
        "Nadia Brightwell": "name given Wed, March 11, not told yet",
        "Pavel Dostál": "contacted Wed, March 4, thanked",
        "Inês Carvalho": "asked Mon, March 9",
    }


def test_all_that_is_known_of_a_reference(desk: Desk) -> None:
    """Opened, a reference shows who has the name, when they were told, called and thanked."""
    facts = dict(ReferencesModel(desk).people[3].facts)
    assert facts["Who they are"] == "colleague for six years, Harrowgate Clinic"
    assert facts["How to reach them"].endswith("(609) 555-0184 · by text")
    assert facts["Contacted"] == "Osprey Lane Mutual · Wed, March 4"
    assert facts["Thanked"] == "Wed, March 4"


@pytest.mark.parametrize(
    ("events", "told"),
    [
        ([], "not asked yet"),
        ([Event.REFERENCE_ASKED], "asked Mon, March 16"),
        ([Event.REFERENCE_GIVEN], "name given Mon, March 16, not told yet"),
        ([Event.REFERENCE_GIVEN, Event.REFERENCE_BRIEFED], "name given Mon, March 16, told"),
        ([Event.REFERENCE_CONTACTED], "contacted Mon, March 16, not thanked yet"),
        ([Event.REFERENCE_CONTACTED, Event.REFERENCE_THANKED], "contacted Mon, March 16, thanked"),
    ],
)
def test_the_state_follows_from_what_happened(
    tmp_path: Path, events: list[Event], told: str
) -> None:
    """From asked to thanked, the last step that matters is the one told."""
    desk = Desk(create_search(tmp_path / "Noor", name="Noor"), MONDAY)

    def fill(tables: edits.Tables) -> edits.Tables:
        tables, who = edits.add_reference(tables, name="Dr. Amin")
        for event in events:
            tables = edits.log(tables, "", event, MONDAY, who=who)
        return tables

    desk.edit("fill", fill)
    assert standing(desk) == {"Dr. Amin": told}


def test_a_reference_is_added(desk: Desk) -> None:
    """A name is enough; the form is empty then, and the next step is told."""
    form = ReferenceForm(desk)
    form.name, form.phone = "Dr. Amin", "(609) 555-0191"
    assert form.save().startswith("Done: add the reference Dr. Amin. Log below")
    row = desk.tables.references.iloc[-1]
    assert (row["reference_id"], row["phone"]) == ("dr-amin", "(609) 555-0191")
    assert (form.name, form.reference_id) == ("", NEW)
    assert standing(desk)["Dr. Amin"] == "not asked yet"


def test_a_reference_is_changed(desk: Desk) -> None:
    """Choosing one on file shows its cells; only what was changed is saved."""
    form = ReferenceForm(desk)
    form.reference_id = "pavel-dostal"
    assert form.company == "Harrowgate Clinic"
    form.email = "pavel@dostal.example"
    assert form.save() == "Done: change the reference Pavel Dostál."
    row = desk.tables.references.set_index("reference_id").loc["pavel-dostal"]
    assert (row["email"], row["phone"]) == ("pavel@dostal.example", "(609) 555-0184")


@pytest.mark.parametrize(
    ("reference_id", "name", "sentence"),
    [(NEW, " ", "Who is a reference for you"), ("pavel-dostal", "", "Who is a reference for you")],
)
def test_a_reference_has_a_name(desk: Desk, reference_id: str, name: str, sentence: str) -> None:
    """A reference without a name is asked for it, whether new or on file."""
    form = ReferenceForm(desk)
    form.reference_id = reference_id
    form.name = name
    with pytest.raises(FollowupError, match=sentence):
        form.save()


def test_nothing_changed_is_told(desk: Desk) -> None:
    """Saving a reference as it is changes no file."""
    form, before = ReferenceForm(desk), desk.search.last_edit()
    form.reference_id = "pavel-dostal"
    assert form.save() == "Nothing was changed."
    assert desk.search.last_edit() == before


def test_every_step_of_a_reference_is_offered() -> None:
    """The form knows each event of a reference."""
    assert set(HAPPENINGS) == set(REFERENCE_EVENTS)


@pytest.mark.parametrize("event", list(HAPPENINGS))
def test_what_happened_is_logged(desk: Desk, event: Event) -> None:
    """Each event is one row with the reference, the employer, the day and a note."""
    form, before = ReferenceEventForm(desk), newest(desk)
    form.reference_id, form.event = "ines-carvalho", event.value
    form.application_id, form.on, form.note = CASE, dt.date(2026, 3, 13), "on the phone"
    assert f"Logged: Inês Carvalho: {HAPPENINGS[event]}" in form.log()
    assert newest(desk) == {
        "application_id": CASE,
        "on": "2026-03-13",
        "event": event.value,
        "who": "ines-carvalho",
        "note": "on the phone",
    }
    assert (form.reference_id, form.note, form.on) == ("", "", MONDAY)
    form.desk.undo()
    assert newest(desk) == before


def test_a_contact_gives_the_employer_a_rest(desk: Desk) -> None:
    """When one was contacted the page says that messages rest, and the plan lets them rest."""
    form = ReferenceEventForm(desk)
    form.reference_id, form.application_id = "ines-carvalho", CASE
    assert form.event == Event.REFERENCE_CONTACTED
    assert "can wait five workdays" in form.advice
    assert "Cobbler's Gate Credit Union never hears about this" in form.advice
    assert form.advice in form.log()
    rows = desk.plan.of(CASE)
    rows = rows[rows["reference_id"] == ""]
    assert rows[["situation", "rule"]].to_numpy().tolist() == [["rest", "R4"]]


def test_the_days_of_rest_are_those_of_the_search(desk: Desk) -> None:
    """The number told is the setting, and other events bring no such advice."""
    desk.search.set_settings("pace", reference_rest=3)
    desk.look()
    form = ReferenceEventForm(desk)
    assert "can wait three workdays" in form.advice
    form.event = Event.REFERENCE_ASKED.value
    assert form.advice == ""


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"reference_id": ""}, "Which reference is it about"),
        ({"event": "reference_given"}, "Who has the name now"),
        ({"on": None}, "What day was it"),
        ({"on": dt.date(2026, 3, 20)}, "Fri, March 20 is still ahead"),
    ],
)
def test_what_is_missing_is_asked(desk: Desk, typed: dict[str, Any], sentence: str) -> None:
    """Nothing is logged until the fields make sense, and the sentence says which."""
    form, before = ReferenceEventForm(desk), len(desk.tables.timeline)
    for name, value in ({"reference_id": "ines-carvalho"} | typed).items():
        setattr(form, name, value)
    with pytest.raises(FollowupError, match=sentence):
        form.log()
    assert len(desk.search.read().timeline) == before


def test_unfinished_news_is_there_again(desk: Desk) -> None:
    """What was typed is kept, even for a reference that is gone: then only the rest."""
    form = ReferenceEventForm(desk)
    form.reference_id, form.note = "ines-carvalho", "half"
    again = ReferenceEventForm(desk)
    assert (again.reference_id, again.note) == ("ines-carvalho", "half")
    desk.search.keep("a reference’s news", {"reference_id": "nobody", "note": "half"})
    gone = ReferenceEventForm(desk)
    assert (gone.reference_id, gone.note) == ("", "half")

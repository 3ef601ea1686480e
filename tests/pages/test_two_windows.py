"""Two windows on one search: each sees the other's work at its next action, none overwrites."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from followup_lib.pages.applications.happened_model import HappenedForm
from followup_lib.pages.applications.history_model import HistoryModel, RowForm
from followup_lib.pages.applications.model import ApplicationsModel, FactsForm, NewApplication
from followup_lib.pages.applications.settings_model import SettingsModel
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.pages.letter.model import LetterModel
from followup_lib.pages.letter.sent_model import SentModel
from followup_lib.pages.references.model import ReferenceForm
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import Tables
from followup_lib.store.new_search import practice_copy
from followup_lib.store.search import JobSearch

CASE = "cobblers-gate-credit-union-payroll-analyst"
KEY = f"their_date_passed:{CASE}:"
PAGE = "02_their_date_has_passed"


@pytest.fixture
def windows(home: Path, tmp_path: Path) -> tuple[Desk, Desk]:
    """Return two desks at one practice search, as two windows have them."""
    folder = practice_copy(tmp_path / "Practice").folder
    return Desk(JobSearch(folder)), Desk(JobSearch(folder))


def facts_form(desk: Desk) -> FactsForm:
    """Return the form for the facts of the case."""
    chosen = ApplicationsModel(desk)
    chosen.choose(CASE)
    return FactsForm(desk, chosen)


def row_form(desk: Desk) -> RowForm:
    """Return the form for the first row of the case's history."""
    chosen = ApplicationsModel(desk)
    chosen.choose(CASE)
    form = RowForm(desk)
    form.open(HistoryModel(desk, chosen).rows[0])
    return form


def reference_form(desk: Desk) -> ReferenceForm:
    """Return the form for a reference."""
    form = ReferenceForm(desk)
    form.reference_id = "samuel-okonjo"
    return form


FORMS = {
    "facts": (facts_form, "notes"),
    "row": (row_form, "note"),
    "reference": (reference_form, "notes"),
}


@pytest.mark.parametrize("name", FORMS)
def test_the_same_cell_is_not_overwritten(windows: tuple[Desk, Desk], name: str) -> None:
    """A cell changed in both windows is told, at that field, before the second word counts."""
    make, cell = FORMS[name]
    mine, other = (make(desk) for desk in windows)
    setattr(mine, cell, "mine")
    setattr(other, cell, "the other’s")
    other.save()
    with pytest.raises(FieldError, match="Another window changed this to “the other’s”") as error:
        mine.save()
    assert error.value.field == cell
    assert getattr(mine, cell) == "mine"
    mine.save()
    windows[1].look()
    assert getattr(make(windows[1]), cell) == "mine"


@pytest.mark.parametrize("name", FORMS)
def test_not_even_after_a_reload(windows: tuple[Desk, Desk], name: str) -> None:
    """What was typed and not saved remembers what stood there, so the other's word is told too."""
    make, cell = FORMS[name]
    setattr(make(windows[0]), cell, "mine")
    search = windows[1].search
    saved = {
        "facts": lambda t: edits.change_application(t, CASE, notes="the other’s"),
        "row": lambda t: edits.change_event(t, row_form(windows[1]).event_id, note="the other’s"),
        "reference": lambda t: edits.change_reference(t, "samuel-okonjo", notes="the other’s"),
    }[name]
    search.edit("elsewhere", saved)
    again = make(Desk(search))
    assert getattr(again, cell) == "mine"
    with pytest.raises(FieldError, match="the other’s"):
        again.save()


def test_different_cells_go_together(windows: tuple[Desk, Desk]) -> None:
    """Each window saves only what was changed in it: both changes stand."""
    mine, other = (facts_form(desk) for desk in windows)
    mine.notes, other.location = "mine", "Trenton"
    other.save()
    assert mine.save() == "Saved: Notes for yourself."
    here = windows[0].tables.applications.set_index("application_id").loc[CASE]
    assert (here["notes"], here["location"]) == ("mine", "Trenton")
    assert mine.save() == "Nothing was changed."


def test_unfinished_fields_go_together(windows: tuple[Desk, Desk]) -> None:
    """Half a form typed in each window is a whole one in a third."""
    forms = [NewApplication(desk, ApplicationsModel(desk)) for desk in windows]
    forms[0].company, forms[1].job_title = "Northgate", "Clerk"
    third = NewApplication(windows[0], ApplicationsModel(windows[0]))
    assert (third.company, third.job_title) == ("Northgate", "Clerk")


def test_settings_are_not_overwritten(windows: tuple[Desk, Desk]) -> None:
    """A setting changed in both windows is told before the second word counts."""
    mine, other = (SettingsModel(desk) for desk in windows)
    mine.phone, other.phone = "(609) 555-0100", "(609) 555-0101"
    other.save_seeker()
    with pytest.raises(FieldError, match="555-0101"):
        mine.save_seeker()
    assert mine.save_seeker().startswith("Saved")
    assert windows[0].tables.settings.seeker.phone == "(609) 555-0100"


def test_a_message_is_logged_once(windows: tuple[Desk, Desk]) -> None:
    """What one window logged, the other does not log again: it shows what is due now."""
    mine, other = (LetterModel(desk, PAGE) for desk in windows)
    mine.key = other.key = KEY
    SentModel(other).log(dt.date(2026, 3, 16), "phone", "reached")
    rows, arrived = len(windows[1].tables.timeline), mine.arrived
    with pytest.raises(FollowupError, match="logged in another window for Cobbler"):
        SentModel(mine).log(dt.date(2026, 3, 16), "phone", "reached")
    assert mine.arrived == arrived + 1  # the focus goes to the heading of what is due now
    assert len(JobSearch(windows[0].search.folder).read().timeline) == rows
    assert mine.when != "today"


def without_the_case(tables: Tables) -> Tables:
    """Take the case out of every table, as a spreadsheet program may."""
    names = ("applications", "people", "timeline")
    left = {
        name: (table := getattr(tables, name))[table["application_id"] != CASE] for name in names
    }
    return replace(tables, **left)


def test_an_application_taken_out_elsewhere(windows: tuple[Desk, Desk]) -> None:
    """Its form says that it is no longer there, and another application is chosen."""
    form = facts_form(windows[0])
    form.notes = "half"
    windows[1].edit("take it out", without_the_case)
    with pytest.raises(FollowupError, match="no longer"):
        form.save()
    assert form.chosen.application_id != CASE


def test_what_happened_to_one_taken_out(windows: tuple[Desk, Desk]) -> None:
    """Telling what happened to it is refused in a sentence, and so is its letter."""
    chosen = ApplicationsModel(windows[0])
    chosen.choose(CASE)
    form, letter = HappenedForm(windows[0], chosen), LetterModel(windows[0], PAGE)
    letter.key = KEY
    windows[1].edit("take it out", without_the_case)
    with pytest.raises(FollowupError, match=CASE):
        form.log()
    with pytest.raises(FollowupError, match="logged in another window"):
        SentModel(letter).log(dt.date(2026, 3, 16), "phone", "reached")
    assert letter.key != KEY

"""Going back to an earlier state on the page, without a browser."""

import pytest

from followup_lib.pages.applications.restore_model import RestoreForm
from followup_lib.pages.kit.desk import Desk
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError

CASE = "cobblers-gate-credit-union-payroll-analyst"


@pytest.fixture
def form(desk: Desk) -> RestoreForm:
    """Return the form after two changes."""
    made = RestoreForm(desk)
    for note in ("one", "two"):
        desk.edit(note, lambda t, note=note: edits.log(t, CASE, "wrote", desk.today, note=note))
    return made


def test_states_are_offered_newest_first(form: RestoreForm) -> None:
    """Every change makes a choice that says when it was and what."""
    assert [number for _, number in form.choices] == ["", "3", "2", "1"]
    assert form.choices[1][0].endswith("after “two”")


def test_going_back_and_undoing_it(form: RestoreForm) -> None:
    """The chosen state comes back at the desk, and undo leads forward again."""
    form.chosen = "2"
    assert form.go_back().startswith("The search is as it was after “one”")
    assert form.desk.tables.timeline["note"].iloc[-1] == "one"
    assert form.desk.undo().startswith("back to state 2")
    assert form.desk.tables.timeline["note"].iloc[-1] == "two"


def test_nothing_chosen_is_a_question(form: RestoreForm) -> None:
    """The button asks which state is meant."""
    with pytest.raises(FollowupError, match="Which earlier state"):
        form.go_back()

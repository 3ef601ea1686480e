"""The start page without a browser: lists, headline, and the ways to open a search."""

import datetime as dt
from pathlib import Path

import pytest

from followup_lib.app.workspace import find_search
from followup_lib.pages.kit.common import Page
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.names import page_of
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.pages.start.model import (
    StartModel,
    begin,
    open_named,
    open_practice,
    other_searches,
)
from followup_lib.pages.start.view import VISIT, start_page
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.records.situations import Situation
from followup_lib.store.new_search import create_search, practice_copy
from followup_lib.store.search import JobSearch

pytestmark = pytest.mark.usefixtures("home")


def test_the_title_counts_what_is_to_do(tmp_path: Path) -> None:
    """Today's list is headed by its count, with what was done once something was."""
    desk = Desk(practice_copy(tmp_path / "P"))
    model, n = StartModel(desk), len(desk.plan.today)
    assert (model.title, model.empty) == (f"{n} to do", False)
    case = "cobblers-gate-credit-union-payroll-analyst"
    cells = {"situation": "their_date_passed", "channel": "phone"}
    desk.edit("x", lambda t: edits.log(t, case, "called", desk.today, **cells))
    assert model.title == f"{n - 1} to do, 1 done"


@pytest.mark.parametrize("situation", list(Situation))
def test_every_row_leads_to_a_page(situation: Situation) -> None:
    """Each situation has a page whose notebook is there."""
    notebooks = Path(__file__).parents[3] / "notebooks"
    assert (notebooks / f"{page_of(situation)}.ipynb").exists()


@pytest.mark.parametrize(
    ("today", "headline"),
    [
        ("2026-03-06", "Next: Tue, March 10, call Ms. A."),
        ("2026-03-02", "Everything is waiting on them, not on you. Rest well."),
        ("2026-03-10", "Start at the top, and stop whenever you like. Nothing is sent from here."),
        ("2026-03-14", "until Mon, March 16"),
    ],
)
def test_the_headline_tells_what_is_next(tmp_path: Path, today: str, headline: str) -> None:
    """With nothing due the headline names the next day and deed; on a day off, the workday."""
    search = create_search(tmp_path / "Noor", name="Noor")
    contact = {"contact_name": "Ms. A", "preferred_contact": "phone", "contact_phone": "1"}

    def fill(tables: edits.Tables) -> edits.Tables:
        tables, key = edits.add_application(tables, company="A", job_title="b", **contact)
        day = dt.date(2026, 2, 16)
        tables = edits.log(tables, key, "interview", day)
        return edits.log(tables, key, "they_promised", day, due_on=dt.date(2026, 3, 6))

    search.edit("fill", fill)
    model = StartModel(Desk(search, dt.date.fromisoformat(today)))
    assert headline in model.headline


def test_the_headline_tells_of_an_interview_before_a_later_question(tmp_path: Path) -> None:
    """Of a question that opens on Tuesday and an interview on Monday the interview is next."""
    search = create_search(tmp_path / "Noor", name="Noor")

    def fill(tables: edits.Tables) -> edits.Tables:
        for company, event, due in (("A", "they_promised", 6), ("B", "interview_planned", 9)):
            tables, key = edits.add_application(tables, company=company, job_title="b")
            tables = edits.log(tables, key, "interview", dt.date(2026, 2, 16))
            day = dt.date(2026, 3, due)
            tables = edits.log(tables, key, event, dt.date(2026, 2, 17), due_on=day)
        return tables

    search.edit("fill", fill)
    model = StartModel(Desk(search, dt.date(2026, 3, 6)))
    assert model.headline.startswith("Next: interview Mon, March 9")


def test_an_empty_search_invites(tmp_path: Path) -> None:
    """A new search says what to do first."""
    model = StartModel(Desk(create_search(tmp_path / "N", name="N"), dt.date(2026, 3, 16)))
    assert model.headline.startswith("Nothing is here yet. Add your first interview")
    assert (model.title, model.empty) == ("Nothing to do today", True)


def test_three_questions_make_a_search(home: Path) -> None:
    """One's own search lies in the home folder and is the one that opens next time."""
    made = begin("Noor Haddad", "Best wishes,", "(609) 555-0177")
    assert made.folder == home / "Follow-up" / "Noor Haddad"
    found = find_search()
    assert found.read().settings.seeker.sign_off == "Best wishes,"
    with pytest.raises(FollowupError, match="already a search"):
        begin("Noor Haddad", "", "")
    with pytest.raises(FollowupError, match="What is your name"):
        begin("  ", "", "")
    with pytest.raises(FieldError, match="has no digits") as lacks:
        begin("Noor", "", "call me")
    assert (lacks.value.field, other_searches()) == ("phone", ["Noor Haddad"])


def test_searches_are_listed_and_opened(home: Path) -> None:
    """Every search of this computer can be opened again; the practice one too."""
    begin("Noor", "", "")
    open_practice()
    assert other_searches() == ["Noor", "Practice"]
    open_named("Noor")
    found = find_search()
    assert found.folder == home / "Follow-up" / "Noor"


def test_a_search_that_is_gone_is_not_opened(home: Path) -> None:
    """When the last search was moved away, none is open, and nothing breaks."""
    made = begin("Noor", "", "")
    made.folder.rename(home / "elsewhere")
    assert find_search() is None


def test_a_damaged_search_is_named(home: Path) -> None:
    """Opening a search that cannot be read says why, and the other one stays open."""
    begin("Noor", "", "")
    broken = JobSearch(home / "Follow-up" / "Broken")
    broken.folder.mkdir()
    (broken.folder / "applications.csv").write_text("", encoding="utf-8")
    with pytest.raises(FollowupError, match="is empty"):
        open_named("Broken")
    found = find_search()
    assert found.folder.name == "Noor"


def test_a_visitor_is_told_and_sees_the_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where everything goes when the tab closes, the page says so and the practice search is open.

    Nowhere else.
    """
    assert (find_search(), VISIT in words(start_page())) == (None, False)
    monkeypatch.setenv("FOLLOWUP_VISIT", "1")
    found = find_search()
    assert found.folder.name == "Practice"
    assert VISIT in words(start_page())


def words(page: Page) -> str:
    """Return what stands on a page outside its parts."""
    return "".join(getattr(part, "value", "") for part in page.box.children)

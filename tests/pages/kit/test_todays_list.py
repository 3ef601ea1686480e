"""How far today's list is worked through, and the way on to the next row due."""

import datetime as dt

from followup_lib import pages
from followup_lib.app.workspace import remember
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.todays_list import done_and_left, next_due, progress
from followup_lib.pages.letter.model import LetterModel
from followup_lib.records import edits
from followup_lib.records.rows import key_of
from tests.pages.page_parts import find, shown

MONDAY = dt.date(2026, 3, 16)


def due(desk: Desk) -> list[str]:
    """Return the keys of today's list, in order."""
    return [key_of(row) for row in desk.plan.listed("today").itertuples()]


def write(desk: Desk, key: str) -> None:
    """Log a letter about the application of a row."""
    situation, application_id, _ = key.split(":")
    cells = {"channel": "email", "situation": situation}
    desk.edit("x", lambda t: edits.log(t, application_id, "wrote", MONDAY, **cells))


def test_progress_counts_what_was_done_today(desk: Desk) -> None:
    """Each person written to today counts once, whatever becomes of the row."""
    left = len(due(desk))
    assert (done_and_left(desk), progress(desk)) == ((0, left), f"{left} on today’s list")
    key = next(key for key in due(desk) if key.startswith("their_date_passed"))
    write(desk, key)
    write(desk, key)
    assert done_and_left(desk) == (1, left - 1)
    assert progress(desk) == f"1 done today, {left - 1} to go"


def test_nothing_today_has_no_progress(home, search) -> None:
    """On a day without a list the head says nothing about it."""
    desk = Desk(search, dt.date(2025, 10, 1))
    assert (progress(desk), next_due(desk)) == ("", None)


def test_next_is_the_row_after_the_chosen(desk: Desk) -> None:
    """One goes through the list in its order, and after the last comes the first."""
    keys = due(desk)
    order = []
    desk.choose(keys[0])
    for _ in keys:
        found = next_due(desk)
        order.append(found.key)
        desk.choose(found.key)
    assert order == [*keys[1:], keys[0]]


def test_next_leads_to_its_page(desk: Desk) -> None:
    """The button names whom and what, and its page writes for that row."""
    keys = due(desk)
    desk.choose(keys[1])
    found = next_due(desk)
    assert (found.label, found.page) == (
        "Next: Write to Ms. Quayle (Penhallow Tile Works, Office Coordinator)",
        "05_no_date_and_other_waits",
    )


def test_a_page_opened_by_itself_leads_on_from_what_it_shows(desk: Desk) -> None:
    """Nobody chose a row: the page shows its first one, and the next is not that again."""
    model = LetterModel(desk, "04_waiting_for_the_offer")
    found = next_due(desk)
    assert model.key.startswith("offer_to_answer:osprey")
    keys = due(desk)
    assert found.key == keys[keys.index(model.key) + 1]


def test_every_page_leads_on(desk: Desk, monkeypatch) -> None:
    """The head of an open page follows when a message is logged on it, and the way on is there."""
    monkeypatch.delenv("FOLLOWUP_TODAY", raising=False)
    remember(desk.search)
    keys = due(desk)
    desk.choose(next(key for key in keys if key.startswith("no_date_given:juniper")))
    page = pages.letter_page("05_no_date_and_other_waits")
    assert f"{len(keys)} on today’s list" in shown(page)
    find(page, "I sent it").click()
    assert f"1 done today, {len(keys) - 1} to go" in shown(page)
    find(page, "Open it").clicked()
    assert desk.chosen == keys[0]

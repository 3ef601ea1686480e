"""The sample search: between them its rows show everything, and everybody in it is invented."""

import re
from pathlib import Path

import pytest

from followup_lib.advice.plan import plan
from followup_lib.records.situations import Situation
from followup_lib.records.tables import COLUMNS
from followup_lib.records.vocabulary import REFERENCE_EVENTS, Channel, Stage, Status
from followup_lib.store.csv import read_tables
from followup_lib.store.search import SAMPLE

TABLES = read_tables(SAMPLE)
assert TABLES.settings.today is not None
PLAN = plan(TABLES, TABLES.settings.today)
FACTS = PLAN.facts.applications


CANNOT = {Situation.WITHDRAWAL, Situation.HOW_IT_WENT}
"""An accepted offer would end every other row, and the day of the planned talk is still ahead."""


@pytest.mark.parametrize(
    ("shown", "wanted"),
    [
        (set(PLAN.rows["situation"]), set(Situation) - CANNOT),
        (set(FACTS["stage"]), set(Stage)),
        (set(FACTS["status"]), set(Status)),
        (set(TABLES.timeline["channel"]), set(Channel)),
        (set(TABLES.timeline["event"]), set(REFERENCE_EVENTS)),
    ],
    ids=["situations", "stages", "statuses", "channels", "reference states"],
)
def test_the_sample_shows_nearly_everything(shown: set[str], wanted: set[str]) -> None:
    """Situations, stages, statuses, channels and reference states occur, but for a newcomer."""
    assert len(wanted - shown) <= 1


def test_there_are_enough_applications() -> None:
    """A practice search has at least sixteen applications, and nothing in it needs mending."""
    assert len(TABLES.applications) >= 16
    assert TABLES.settings.problems == ()
    assert PLAN.facts.problems == ()


def test_a_promise_is_late_and_another_is_not() -> None:
    """Both kinds of an own promise are there to be practised."""
    due = PLAN.rows.loc[PLAN.rows["situation"] == "promise_due", "due_on"]
    assert (due < PLAN.facts.today).any()
    assert (due >= PLAN.facts.today).any()


@pytest.mark.parametrize("path", sorted(SAMPLE.glob("*.csv")), ids=lambda path: path.name)
def test_everybody_is_invented(path: Path) -> None:
    """Addresses end in .example and numbers are of the kind kept for fiction."""
    text = path.read_text(encoding="utf-8-sig")
    assert all(mail.endswith(".example") for mail in re.findall(r"@[\w.-]*\w", text))
    assert all("555-01" in number for number in re.findall(r"\(\d{3}\) \d{3}-\d{4}", text))


def test_every_column_is_explained() -> None:
    """The description of the data names every column of every table."""
    text = (SAMPLE.parent / "README.md").read_text(encoding="utf-8")
    for name, columns in COLUMNS.items():
        for column in columns:
            assert f"`{column}`" in text, f"{name}.{column}"

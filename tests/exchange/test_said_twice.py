"""A row that says it repeats another is asked about; a talk before the application is told."""

import pytest

from followup_lib.exchange.report import entry_words
from tests.exchange.messy import HOUR, preview_of

HEAD = "Company,Title,Applied,Notes,Contact\nHill,Clerk,11/13/2026,first,Ana Cruz\n"
REPEATS = {  # a second row: whether it is asked about
    "Hill,Clerk,11/13/2026,same as #1 / dup": True,
    "Hill,Clerk,11/13/2026,duplicate?": True,
    "Hill,Clerk,11/13/2026,same as row 2": True,
    "Hill,Clerk,11/13/2026,second try": False,
    "Hill,Clerk,11/20/2026,dup": False,
    "Elm,Clerk,11/13/2026,dup": False,
    "Hill,,11/13/2026,dup": True,
    "Hill,Cook,11/13/2026,dup": False,
    "Hill,Duplicating clerk,11/13/2026,": False,
    "Hill,Clerk,11/13/2026,,same as above": False,
}


@pytest.mark.parametrize("row", REPEATS)
def test_a_row_that_says_it_repeats_another_is_asked_about(row: str) -> None:
    """It stays until a person says to leave it out; then it is among the rows left out."""
    seen = preview_of(f"{HEAD}{row}\n", today=HOUR)
    assert ("twice" in seen.questions) == REPEATS[row]
    assert len(seen.entries) == 2
    if REPEATS[row]:
        after = preview_of(f"{HEAD}{row}\n", today=HOUR, answers={"twice": "yes"})
        assert [entry.row for entry in after.entries] == [2]
        assert [(each.row, each.why) for each in after.aside] == [
            (3, "repeats another row, as it says")
        ]
        assert not after.undecided


@pytest.mark.parametrize(("talk", "told"), [("10/30/2026", True), ("11/20/2026", False)])
def test_a_talk_before_its_application_is_told(talk: str, told: bool) -> None:
    """Days in the wrong order are said where the row is shown."""
    file = f"Company,Title,Applied,Interview\nHill,Clerk,11/13/2026,{talk}\n"
    (entry,) = preview_of(file, today=HOUR).entries
    assert (
        "check the days: interview before the application" in entry_words(entry, HOUR)[1]
    ) == told

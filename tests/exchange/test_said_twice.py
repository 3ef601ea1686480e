"""A row that says it repeats another is asked about; a talk before the application is told."""

import pytest

from followup_lib.exchange.report import entry_words
from tests.exchange.messy import HOUR, preview_of

HEAD = "Company,Title,Applied,Notes,Contact\nHill,Clerk,11/13/2026,first,Ana Cruz\n"
REPEATS = {  # a second row: the key it is asked about under
    "Hill,Clerk,11/13/2026,same as #1 / dup": "twice",
    "Hill,Clerk,11/13/2026,duplicate?": "twice",
    "Hill,Clerk,11/13/2026,dup of above?": "twice",
    "Hill,Clerk,11/13/2026,duplicate of row 2": "twice",
    "Hill,Clerk,11/13/2026,same as Hill above": "twice",
    "Hill,Clerk,11/13/2026,same job as row 2": "twice",
    "Hill,Clerk,11/13/2026,same as row 2": "twice",
    "Hill,Clerk,11/13/2026,already listed above": "twice",
    "Hill,Clerk,11/13/2026,see above": "twice",
    "Hill,Clerk,11/13/2026,not a duplicate": "",
    "Hill,Clerk,11/13/2026,second try": "",
    "Hill,Clerk,11/13/2026,same boss as at Elm": "",
    "Hill,Clerk,11/20/2026,dup": "twice:apart",
    "Hill Inc,Clerk,11/13/2026,same as Hill above": "twice:apart",
    "Elm,Clerk,11/13/2026,dup": "twice:apart",
    "Hill,,11/13/2026,dup": "twice",
    "Hill,Cook,11/13/2026,dup": "twice:apart",
    "Hill,Duplicating clerk,11/13/2026,": "",
    "Hill,Clerk,11/13/2026,,same as above": "",
}


@pytest.mark.parametrize("row", REPEATS)
def test_a_row_that_says_it_repeats_another_is_asked_about(row: str) -> None:
    """It stays until a person says to leave it out; then it is among the rows left out."""
    seen = preview_of(f"{HEAD}{row}\n", today=HOUR)
    asked = [key for key in seen.questions if key.startswith("twice")]
    assert asked == [REPEATS[row]] * bool(REPEATS[row])
    assert len(seen.entries) == 2
    if asked:
        assert f"“{row.split(',')[3]}”" in seen.questions[REPEATS[row]].example
        after = preview_of(f"{HEAD}{row}\n", today=HOUR, answers={REPEATS[row]: "yes"})
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

"""Ticks and words for yes and no."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_lib.reading.words import word_set
from followup_lib.reading.yes_no import yes_or_no

YES = "Y|y|Yes|yes!|x|[x]|TRUE|True|1|ok|Done|sent|✓|✔|✔️|✅|☑️|ja|Oui|sí|Sì|sim|tak|да|evet|是|はい"
NO = "N|n|No|NO|no.|FALSE|0|-|–|—|✗|❌|☐|[ ]|nein|non|não|Nee|nej|hayır|нет|否|いいえ|ei"
NEITHER = "|n/a|?|maybe|2|10|yes and no|Yes - 3/2|not yet|TBD|3/4/2026|Offer|nothing|--- n/a"


@pytest.mark.parametrize(
    ("cells", "meant"), [(YES, True), (NO, False), (NEITHER, None)], ids=["yes", "no", "neither"]
)
def test_yes_no_and_neither(cells: str, meant: bool | None) -> None:
    """A tick or a word for yes or no is that; anything more or else is neither."""
    assert {cell: yes_or_no(cell) for cell in cells.split("|")} == dict.fromkeys(
        cells.split("|"), meant
    )


def test_no_word_means_both() -> None:
    """No word is yes in one language and no in another."""
    assert not word_set("yes") & word_set("no")


@given(st.text())
def test_blanks_around_change_nothing(cell: str) -> None:
    """A cell means the same with blanks around it, and in capitals."""
    assert yes_or_no(f"  {cell} ") == yes_or_no(cell) or len(cell) > 36

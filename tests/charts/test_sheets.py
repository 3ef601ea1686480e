"""Charts on paper: every page fits a letter sheet with letters one can read."""

import pytest

from followup_lib.charts import CHARTS
from tests.charts.seen import shown
from tests.charts.test_matrix import MONDAY, SEARCHES

LETTER = 7.5, 10.0
"""Inches of a letter sheet within its margins."""


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("searched", ["25", "300"])
def test_letters_survive_print(name: str, searched: str) -> None:
    """Fitted to letter paper, no letter of any page of a chart is smaller than six points."""
    more = {"application_id": "job0"} if name == "story" else {}
    for figure in CHARTS[name].pages(tables=SEARCHES[searched], today=MONDAY, **more):
        shrunk = min(
            1, *(room / side for room, side in zip(LETTER, figure.get_size_inches(), strict=True))
        )
        texts = shown(figure.axes[0])
        assert min(text.get_fontsize() for text in texts) * shrunk >= 6


def test_promises_have_pages() -> None:
    """A hundred promises are parted, none is lost, and the title says which page it is."""
    figures = list(CHARTS["promises"].pages(tables=SEARCHES["300"], today=MONDAY))
    titles = [figure.axes[0].get_title(loc="left") for figure in figures]
    assert (
        titles[0]
        == "101 promises open: 68 of theirs (34 past the grace period), 33 of mine · page 1 of 6"
    )
    assert len(titles) == 6

"""Ten letters in both registers beside each other, in `docs/`: the page is what is drafted today.

When it differs, delete it and run this twice: it is written, to be read.
"""

from pathlib import Path

import pytest

from tests.letters.test_expected_letters import SEEKER, STORIES, story

PAGE = Path(__file__).parents[2] / "docs" / "letters_side_by_side.md"
FORMAL = f'{SEEKER}register = "formal"\n'
HEAD = """# Ten letters, side by side

Every letter comes in two registers. Friendly is the default; “How letters sound” on page 07 makes \
all of them formal. Nothing else changes: the same facts, the same question, the same length. The \
people here are invented.
"""
SHOWN = {
    "thank-you-email": "The day after the interview",
    "case-1-ortiz-email": "Their date has passed",
    "date-passed-second-with-news-email": "No answer to the first: a second and last question",
    "no-date-email": "They didn’t give a date",
    "promise-report-in-time-email": "A promise, kept on its day",
    "case-3-hall-report-late-email": "A promise, a day late",
    "case-4-brandt-offer-email": "Waiting for the offer",
    "on-hold-email": "The position is on hold",
    "offer-email": "An offer in writing",
    "stepping-back-voicemail": "Stepping back, on voicemail",
}


def cell(name: str, settings: str) -> str:
    """Return one letter as a cell of a table."""
    made = story(name, settings)
    subject = f"**{made.subject}**\n\n" if made.subject else ""
    return f"{subject}{made.body}".strip().replace("|", "\\|").replace("\n", "<br>")


def page() -> str:
    """Return the page, a heading and a table of two cells for each letter."""
    parts = [
        f"## {title}\n\n| friendly | formal |\n| --- | --- |\n"
        f"| {cell(name, SEEKER)} | {cell(name, FORMAL)} |\n"
        for name, title in SHOWN.items()
    ]
    return "\n".join([HEAD, *parts])


def test_the_page_shows_what_is_drafted() -> None:
    """The page in the documentation has the letters of today, word for word, ten of them."""
    assert len(SHOWN) == 10
    assert set(SHOWN) <= set(STORIES)
    if not PAGE.exists():
        PAGE.write_text(page(), encoding="utf-8")
        pytest.fail(f"{PAGE.name} was missing and is written now: read it, then run again.")
    assert page() == PAGE.read_text(encoding="utf-8")

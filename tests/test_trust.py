"""The table of `docs/trust.md` says what these tests try, and the numbers are theirs."""

from pathlib import Path

from followup_lib.records.tables import COLUMNS, DATES, WORDS
from tests import test_growth, test_injection
from tests.app.reached import ASKED
from tests.exchange import test_growth as lists
from tests.exchange import test_hostile
from tests.pages import hostile
from tests.records import test_notations
from tests.store import faults, test_faults, test_inert, test_named_files, test_private

PAGE = Path(__file__).parent.parent / "docs" / "trust.md"


def table() -> list[str]:
    """Return the rows of the table: what is tried, how much of it, and what happens."""
    fields = sum(
        len({*columns} - {*DATES[name], *WORDS[name], *hostile.BARE})
        for name, columns in COLUMNS.items()
    )
    attacks = len(hostile.ATTACKS) + len(test_injection.EVERY)
    rows = (
        (
            "A call to the disk fails, alone or with all that follow; the disk is full; power goes",
            f"{len(test_faults.OPERATIONS)} operations, {len(faults.KINDS)} ways to fail, "
            "{} calls in turn, {} at random".format(*test_faults.TRIED),
            "the old or the new is read, whole; the next try works; nothing half is left",
        ),
        (
            "A field holds a script, a formula, a header or a command to the terminal",
            f"{attacks} attacks, {fields} fields, {len(test_injection.PAGES)} pages, sheets, "
            f"charts, mail, calendar, tables, {len(test_injection.COMMANDS)} commands",
            "it stays a word",
        ),
        (
            "A coach’s own letter, or a page somebody changed, holds a script or a template",
            f"{len(test_injection.LETTERS)} letters, {len(hostile.ATTACKS)} words and outputs",
            "it is named and not used, or it stays words; JupyterLab runs nothing, asks nobody",
        ),
        (
            "A cell of a CSV begins like a formula, hidden or not",
            f"{len(test_inert.ALL)} texts",
            "no spreadsheet program runs it, and it comes back to the letter",
        ),
        (
            "A spreadsheet made to hurt: huge, nested, encrypted, something else",
            f"{len(test_hostile.HOSTILE)} files",
            "a sentence, within seconds and 300 MB",
        ),
        (
            "Settings made to hurt, or of the wrong kind",
            f"{len(test_notations.HOSTILE_TOML)} files",
            "a sentence within two seconds; defaults are used",
        ),
        (
            "A text that makes a reader slow",
            f"{len(test_growth.READERS)} readers, {len(test_growth.PIECES)} texts, and "
            f"{len(lists.FILES) * len(lists.WORDS)} lists",
            "the time grows as the text does, and no faster",
        ),
        (
            "A command is told to write over a file of a search",
            f"{len(test_named_files.WRITERS)} commands, every file",
            "refused, with a name that is free",
        ),
        (
            "Another user of the machine looks into a search",
            f"{len(test_private.UMASKS)} umasks, {len(test_private.SHARES)} kinds of folders",
            "it is its owner’s alone; a shared folder stays shared, and the workbook says so",
        ),
        (
            "A part of a search is a link that leads out of it",
            f"{sum(map(len, (test_private.READ, test_private.TYPED, test_private.WRITTEN)))} parts",
            "nothing is read or written through it",
        ),
        (
            "A browser that was let in asks for what is beside the pages",
            f"{len(ASKED)} addresses",
            "not found",
        ),
    )
    return [f"| {' | '.join(row)} |" for row in rows]


def test_the_page_says_what_is_tried() -> None:
    """Every row stands in the page as it is made here, and no other row with it."""
    stands = PAGE.read_text(encoding="utf-8").splitlines()
    found = [line for line in stands if line.startswith("| ")]
    assert found[2:] == table()

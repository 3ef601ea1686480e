"""Several searches read as one: what each has alone, with the sentence it has alone."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from followup_lib.coaching.clients import clients, searches_in
from followup_lib.coaching.together import MARK, owners, read_together
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import COLUMNS
from followup_lib.store.csv import read_tables
from followup_lib.store.csv_out import write_csv
from followup_lib.store.new_search import practice_copy
from followup_lib.store.search import JobSearch

TODAY = dt.date(2026, 3, 16)
OSPREY = "osprey-lane-mutual-operations-analyst"


def without_ids(folder: Path) -> None:
    """Take the ids away from half of the rows, as in a table typed by hand."""
    table = read_tables(folder).timeline
    named = set(table["refers_to"]) | set(table["event_id"].iloc[::2])
    ids = table["event_id"].where(table["event_id"].isin(named), "")
    (folder / "timeline.csv").write_bytes(write_csv(table.assign(event_id=ids)))


def fewer_and_own_columns(folder: Path) -> None:
    """Leave out what nobody needs, and add a column of the person's own."""
    table = read_tables(folder).applications.drop(columns=["notes", "job_url", "source"])
    (folder / "applications.csv").write_bytes(write_csv(table.assign(mood="fine")))


def blanks(folder: Path) -> None:
    """Put empty rows and blanks into a table, as a spreadsheet program leaves them."""
    path = folder / "timeline.csv"
    first, *rest = path.read_text(encoding="utf-8-sig").splitlines()
    commas = "," * first.count(",")
    path.write_text("\n".join([first, commas, *rest, commas, ""]), encoding="utf-8")


def offer_accepted(folder: Path) -> None:
    """Accept the offer: everybody else is told, and everybody who vouched is thanked."""
    JobSearch(folder).edit("accept", lambda tables: edits.log(tables, OSPREY, "accepted", TODAY))


def no_offer(folder: Path) -> None:
    """Let the only offer be declined."""
    JobSearch(folder).edit("decline", lambda tables: edits.log(tables, OSPREY, "declined", TODAY))


CHANGES = [offer_accepted, no_offer, without_ids, fewer_and_own_columns, blanks]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder of searches with the same people, each written in another way."""
    practice_copy(tmp_path / "Plain")
    for number, change in enumerate(CHANGES):
        change(practice_copy(tmp_path / f"{number} {change.__name__}").folder)
    return tmp_path


def test_a_line_is_the_same_alone_and_together(place: Path) -> None:
    """Whatever lies beside it, a search has the line it has when it is the only one."""
    folders = searches_in(place)
    alone = [line for folder in folders for line in clients([folder], lambda _: TODAY)]
    together = clients(folders, lambda _: TODAY)
    assert sorted(alone, key=str) == sorted(together, key=str)
    assert all(line.due for line in together)


@pytest.mark.parametrize("name", COLUMNS)
def test_the_rows_are_those_of_each_search(place: Path, name: str) -> None:
    """Cells of ours that carry no mark are those of the search read alone; so are the ids."""
    read = read_together(searches_in(place))
    for folder, mark in read.marks.items():
        alone = getattr(read_tables(folder), name)[list(COLUMNS[name])]
        joined = getattr(read.tables, name)
        mine = joined[owners(name, joined) == mark].reset_index(drop=True)
        for column in mine:
            cells = mine[column]
            if cells.dtype == "str":
                cells = cells.mask(cells.str.startswith(mark), cells.str[MARK:])
            assert cells.tolist() == alone[column].tolist(), (folder.name, column)


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text.replace(",wrote,", ",wrrote,", 1),
        lambda text: re.sub(r"\d{4}-\d\d-\d\d", "2026-13-01", text, count=1),
        lambda text: text + "e9999,nobody-at-all,2026-03-02,wrote\n",
        lambda text: text + text.splitlines()[1] + "\n",
        lambda text: "",
    ],
    ids=["unknown word", "no such day", "dangling id", "double id", "empty file"],
)
def test_one_that_is_damaged_has_its_own_sentence(
    place: Path, damage: Callable[[str], str]
) -> None:
    """It is named as when read alone, by its own row, and every other one has its line."""
    path = place / "Plain" / "timeline.csv"
    path.write_text(damage(path.read_text(encoding="utf-8-sig")), encoding="utf-8")
    with pytest.raises(FollowupError) as alone:
        read_tables(path.parent)
    lines = {line.folder.name: line for line in clients(searches_in(place), lambda _: TODAY)}
    assert lines.pop("Plain").problem == str(alone.value)
    assert [line.problem for line in lines.values()] == [""] * len(CHANGES)

"""Tables that Excel saved again are read as they were meant; what cannot be told is never guessed.

Each way of saving is made by hand, as Excel of that country does it.
"""

import csv
import datetime as dt
import io
from pathlib import Path

import pytest

from followup_lib.cli import main
from followup_lib.coaching.together import read_together
from followup_lib.records import edits
from followup_lib.records.errors import SpreadsheetError
from followup_lib.store.new_search import create_search
from followup_lib.store.search import JobSearch

US, GERMAN, BRITISH = "{0.month}/{0.day}/{0.year}", "{0:%d.%m.%Y}", "{0:%d/%m/%Y}"
DAYS = [dt.date(2026, 3, 5), dt.date(2026, 3, 6), dt.date(2026, 3, 20)]


@pytest.fixture
def search(tmp_path: Path) -> JobSearch:
    """Return a search with one application and a talk on each of three days."""
    made = create_search(tmp_path / "Noor", name="Noor Haddad")
    made.edit("add", lambda t: edits.add_application(t, company="Müller", job_title="Koch")[0])
    for day in DAYS:
        made.edit("log", lambda t, day=day: edits.log(t, "muller-koch", "interview", day))
    return made


def save_again(
    search: JobSearch, form: str, delimiter: str, encoding: str, *, rows: int = 9
) -> None:
    """Save the tables as Excel does: its days, its separator, its letters."""
    for name in ("applications", "timeline"):
        path = search.folder / f"{name}.csv"
        table = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))[: rows + 1]
        for row in table:
            for place, cell in enumerate(row):
                if cell[:4] == "2026":
                    row[place] = form.format(dt.date.fromisoformat(cell))
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=delimiter).writerows(table)
        path.write_bytes(out.getvalue().encode(encoding))


def days(search: JobSearch) -> list[dt.date]:
    """Return the days of the timeline."""
    return [day.date() for day in search.read().timeline["on"]]


@pytest.mark.parametrize(
    ("form", "delimiter", "encoding"),
    [
        (US, ",", "utf-8-sig"),
        (US, ",", "cp1252"),
        (GERMAN, ";", "cp1252"),
        (BRITISH, ",", "cp1252"),
        (BRITISH, "\t", "utf-16"),
        ("{0}", ";", "utf-8"),
    ],
)
def test_excels_form_is_read(search: JobSearch, form: str, delimiter: str, encoding: str) -> None:
    """Separator, letters and days come back; one day above 12 tells the order of a column."""
    save_again(search, form, delimiter, encoding)
    assert days(search) == DAYS
    assert search.read().applications["company"].tolist() == ["Müller"]


@pytest.mark.parametrize("form", [US, BRITISH])
def test_an_earlier_state_tells_day_and_month(search: JobSearch, form: str) -> None:
    """Where every day could be read two ways, the same rows in the last state decide."""
    save_again(search, form, ",", "cp1252", rows=2)
    assert days(search) == DAYS[:2]


def test_without_evidence_it_is_named_and_the_last_good_state_offered(
    search: JobSearch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A new row typed in Excel that can be read two ways, and no row that tells, is not guessed."""
    path = search.folder / "timeline.csv"
    path.write_text("event_id,application_id,on,event\ne9,muller-koch,4/5/2026,wrote\n")
    with pytest.raises(SpreadsheetError, match=r"row 2, column on: found '4/5/2026'.*2026-05-04"):
        search.read()
    assert main(["check", "--search", str(search.folder)]) == 2
    assert "The last good state is number" in capsys.readouterr().err


def test_an_edit_writes_the_table_as_ours_again(search: JobSearch) -> None:
    """After an edit every table is in our form; undo leads back to what Excel had written."""
    save_again(search, US, ",", "cp1252", rows=2)
    before = (search.folder / "timeline.csv").read_bytes()
    search.edit("note", lambda t: edits.change_application(t, "muller-koch", notes="x"))
    assert b"2026-03-05" in (search.folder / "timeline.csv").read_bytes()
    assert days(JobSearch(search.folder)) == DAYS[:2]
    search.undo()
    assert (search.folder / "timeline.csv").read_bytes() == before


def test_a_mistyped_day_is_still_told(search: JobSearch) -> None:
    """What is a day in no form keeps its sentence with row and column."""
    save_again(search, US, ";", "cp1252")
    path = search.folder / "timeline.csv"
    path.write_bytes(path.read_bytes().replace(b"3/20/2026", b"3/32/2026"))
    with pytest.raises(SpreadsheetError, match=r"row 4, column on: found '3/32/2026'; allowed"):
        search.read()


def test_the_list_of_clients_reads_them_too(search: JobSearch) -> None:
    """A search that Excel saved again has its line among others, with the days as they were."""
    other = create_search(search.folder.parent / "Ada", name="Ada Brook")
    before = read_together([search.folder, other.folder]).tables.timeline["on"].tolist()
    save_again(search, GERMAN, ";", "cp1252")
    read = read_together([search.folder, other.folder])
    assert (read.unread, read.tables.timeline["on"].tolist()) == ({}, before)


def test_the_row_that_is_named_is_that_of_the_file(search: JobSearch) -> None:
    """Blank rows count: the sentence names the row a person sees in the spreadsheet program."""
    path = search.folder / "timeline.csv"
    first, *rest = path.read_text("utf-8-sig").splitlines()
    rest[0] = rest[0].replace("2026-03-05", "3/4/2026 and 5/6/2026")
    path.write_text("\n".join([first, "," * first.count(","), *rest, ""]), encoding="utf-8")
    with pytest.raises(SpreadsheetError, match=r"timeline\.csv, row 3"):
        JobSearch(search.folder).read()


@pytest.mark.parametrize("cell", ["3/4/2026 or so", "0/4/2026", "15.3.26.", "x" * 200_000])
def test_what_is_no_day_is_said_as_ever(search: JobSearch, cell: str) -> None:
    """A cell that nobody can read as a day has the usual sentence, alone and among clients."""
    path = search.folder / "timeline.csv"
    text = path.read_text("utf-8-sig").replace("2026-03-05", cell)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SpreadsheetError, match="a day that exists"):
        JobSearch(search.folder).read()
    assert list(read_together([search.folder]).unread) == [search.folder]


def test_dots_do_not_tell_how_slashes_are_meant(search: JobSearch) -> None:
    """Excel of the US leaves 6.3.2026 as text and turns its own days round: the state tells."""
    path = search.folder / "timeline.csv"
    text = path.read_text("utf-8-sig").replace("2026-03-05", "3/5/2026")
    path.write_text(text.replace("2026-03-06", "6.3.2026"), encoding="utf-8")
    assert days(JobSearch(search.folder)) == DAYS


@pytest.mark.parametrize(
    ("letters", "word"), [("cp1254", "Işık Şirketi"), ("cp1250", "Łódź"), ("cp1251", "Иван Петров")]
)
def test_letters_are_those_of_an_earlier_state(search: JobSearch, letters: str, word: str) -> None:
    """Excel of Turkey, Poland or Russia saves other letters; words stay what they were."""
    change = {"contact_name": word, "company": "Firm"}
    search.edit("name", lambda t: edits.change_application(t, "muller-koch", **change))
    search.edit("log", lambda t: edits.log(t, "muller-koch", "applied", DAYS[0]))
    save_again(search, GERMAN, ";", letters)
    assert JobSearch(search.folder).read().applications["contact_name"].tolist() == [word]

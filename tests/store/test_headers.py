"""A column is ours however its name is spelled, and that is said; what is nearly ours is asked."""

import datetime as dt
import re
from pathlib import Path

import pandas as pd
import pytest

from followup_lib.advice.plan import plan
from followup_lib.cli import main
from followup_lib.coaching.clients import clients, in_words, searches_in
from followup_lib.pages.kit.desk import Desk
from followup_lib.records import edits
from followup_lib.records.errors import SpreadsheetError
from followup_lib.records.tables import COLUMNS, Tables
from followup_lib.store.headers import header_notes, our_names
from followup_lib.store.new_search import create_search
from followup_lib.store.search import JobSearch

TODAY = dt.date(2026, 3, 16)


def search_with(folder: Path, title: str, place: str = "due_on") -> JobSearch:
    """Return a search whose timeline has another title in the place of one of ours."""
    search = create_search(folder / "Noor", name="Noor Haddad")
    (search.folder / "applications.csv").write_text(
        "application_id,company,job_title\nacme,Acme,Clerk\n", encoding="utf-8"
    )
    rows = ("e1,acme,2026-02-20,interview,", "e2,acme,2026-02-20,thanked,")
    promise = "e3,acme,2026-03-05,they_promised,2026-03-12"
    wide = len(COLUMNS["timeline"]) - 1
    lines = [row + "," * (wide - row.count(",")) for row in (*rows, promise)]
    text = "\n".join([",".join(COLUMNS["timeline"]), *lines, ""])
    (search.folder / "timeline.csv").write_text(text, encoding="utf-8")
    retitle(search, "timeline", place, title)
    return search


def retitle(search: JobSearch, name: str, before: str, after: str) -> None:
    """Give a column of a table another title, as a person does in a spreadsheet program."""
    path = search.folder / f"{name}.csv"
    head, rest = path.read_text("utf-8-sig").split("\n", 1)
    titles = [after if title == before else title for title in head.split(",")]
    path.write_text(",".join(titles) + "\n" + rest, encoding="utf-8")


def situations(tables: Tables) -> list[str]:
    """Return what the plan says on the day."""
    return plan(tables, TODAY).rows["situation"].tolist()


SPELLINGS = [
    *("Due_On", "DUE_ON", " due_on ", "due-on", "Due on", "dueOn", "\ufeffdue_on", "\xa0Due\xa0On"),
    "due\u2011on",
]


@pytest.mark.parametrize("title", SPELLINGS, ids=ascii)
def test_a_column_of_ours_is_read_however_it_is_spelled(tmp_path: Path, title: str) -> None:
    """Case, blanks, hyphens and marks nobody sees change no row of the plan, and it is said."""
    search = search_with(tmp_path, title)
    path = search.folder / "timeline.csv"
    before = path.read_bytes()
    tables = search.read()
    assert list(tables.timeline.columns) == list(COLUMNS["timeline"])
    assert situations(tables) == ["their_date_passed"]
    assert [str(note) for note in tables.headers] == [
        f"timeline.csv, row 1: “{title}” is read as due_on; the next change to this table writes "
        "it that way."
    ]
    assert path.read_bytes() == before
    search.edit("more", lambda t: edits.log(t, "acme", "wrote", dt.date(2026, 3, 6)))
    assert path.read_text("utf-8-sig").split("\n")[0] == ",".join(COLUMNS["timeline"])
    assert search.read().headers == ()


def test_columns_that_are_needed_are_found_too(tmp_path: Path) -> None:
    """APPLICATION_ID and “ on ” are there; one note tells of both."""
    search = search_with(tmp_path, "APPLICATION_ID", "application_id")
    retitle(search, "timeline", "on", " on ")
    (note,) = search.read().headers
    assert "“APPLICATION_ID” is read as application_id, “ on ” is read as on;" in str(note)


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_also_after_excel_saved_it_again(tmp_path: Path, delimiter: str) -> None:
    """With the separators and days of another country, the title is known and told as well."""
    search = search_with(tmp_path, "Due_On")
    path = search.folder / "timeline.csv"
    text = re.sub(r"(\d{4})-(\d\d)-(\d\d)", r"\2/\3/\1", path.read_text("utf-8-sig"))
    path.write_text(text.replace(",", delimiter), encoding="utf-8")
    tables = search.read()
    assert situations(tables) == ["their_date_passed"]
    assert "“Due_On” is read as due_on" in str(tables.headers[0])


@pytest.mark.parametrize("other", ["Due_On", "due on"])
def test_two_columns_that_are_both_ours_are_a_question(tmp_path: Path, other: str) -> None:
    """Neither is chosen: the search is not read until one of them has another name."""
    search = search_with(tmp_path, other, "note")
    sentence = f"the columns due_on and {other} are both our due_on; rename or remove one."
    with pytest.raises(SpreadsheetError, match=sentence):
        search.read()


def told_of(name: str, title: str, *ours: str) -> list[str]:
    """Return what is said of one title in a table with no other column but `ours`, filled."""
    titles = [*ours, title]
    cells = pd.DataFrame([["x"] * len(titles)], columns=our_names(name, titles), dtype="str")
    return [str(note) for note in header_notes(name, titles, cells)]


SLIPS = [
    *(("timeline", "due_on", title) for title in ("duo_on", "deu on", "Dueon:", "duee_on")),
    *(("timeline", "note", title) for title in ("Notes", "noet", "not e s")),
    ("applications", "notes", "note"),
    ("applications", "preferred_contact", "prefered_contact"),
    ("applications", "contact_email", "Contct email"),
    ("people", "role", "roles"),
    ("sessions", "insights", "insight"),
    ("commitments", "outcome", "otcome"),
]
"""One letter more, less, changed or swapped."""
OWN = (
    *("notes2", "note2", "status", "mood", "paid", "sail", "rule", "one", "whom", "in", "no", ""),
    *("contact_date", "contact_time", "due_diligence", "paid_date", "salary", "stage", "priority"),
    *("contact_email_2", "interview", "applied on", "last contact", "deadline", "link", "city"),
    "Next",
)
RENAMED = [
    *(("timeline", "due_on", title) for title in ("Due date", "due", "Due by", "date due")),
    ("timeline", "due_on", "By when"),
    *(("applications", "contact_email", title) for title in ("e-mail", "Mail", "Their e-mail")),
    *(("applications", "contact_phone", title) for title in ("Phone", "phone number", "Mobile")),
    ("applications", "contact_name", "Contact person"),
    ("people", "email", "E-mail address"),
    ("people", "phone", "Tel."),
    ("timeline", "said", "What they said"),
    ("commitments", "due_on", "Due date"),
    ("sessions", "next_on", "Next session"),
]
"""What a person renames a column to in a spreadsheet program."""


@pytest.mark.parametrize(("name", "ours", "title"), [*SLIPS, *RENAMED])
def test_what_is_nearly_ours_is_asked_about(name: str, ours: str, title: str) -> None:
    """A slip or another name of ours is asked about, while ours is not there."""
    note = f"{name}.csv, row 1, column {title}: looks like our “{ours}”, and isn’t read; rename it"
    assert [said.startswith(note) for said in told_of(name, title)] == [True]
    assert told_of(name, title, ours) == []


@pytest.mark.parametrize("name", COLUMNS)
def test_a_column_of_ones_own_is_left_alone(name: str) -> None:
    """What merely resembles a column of ours is the person's own, and nothing is said of it."""
    assert [note for title in OWN for note in told_of(name, title)] == []


def test_a_slip_is_asked_about_until_ours_is_filled(tmp_path: Path) -> None:
    """An edit adds our empty due_on, and the days in duo_on are asked about as before."""
    search = search_with(tmp_path, "duo_on")
    search.edit("more", lambda t: edits.log(t, "acme", "wrote", dt.date(2026, 3, 6)))
    assert "looks like our “due_on”" in str(*search.read().headers)
    retitle(search, "timeline", "due_on", "mine")
    retitle(search, "timeline", "duo_on", "due_on")
    assert search.read().headers == ()
    assert situations(search.read()) == ["their_date_passed"]


@pytest.mark.parametrize("title", ["Due_On", "duo_on"])
def test_check_and_the_page_tell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], title: str
) -> None:
    """`followup check` says it without an error, and so does the head of every page, once."""
    search = search_with(tmp_path, title)
    capsys.readouterr()
    code = main(["check", "--search", str(search.folder), "--today", str(TODAY)])
    assert code == 0
    assert capsys.readouterr().out.count(title) == 1
    assert sum(title in problem for problem in Desk(search, TODAY).problems) == 1


@pytest.mark.parametrize("title", ["Due_On", "duo_on"])
def test_the_terminal_tells_beside_the_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], title: str
) -> None:
    """`followup today` says it once, beside its list or its JSON, without an error."""
    search = search_with(tmp_path, title)
    for json in ([], ["--json"]):
        options = ["--search", str(search.folder), "--today", str(TODAY), *json]
        assert main(["today", *options]) == 0
        told = capsys.readouterr()
        assert (told.err.count(title), told.out.count(title)) == (1, 0)


@pytest.mark.parametrize("title", ["Due_On", "duo_on"])
def test_the_list_of_clients_tells(tmp_path: Path, title: str) -> None:
    """The line of a client says it as `check` does for that search, and of no other client."""
    search = search_with(tmp_path, title)
    create_search(tmp_path / "Tom", name="Tom Wing")
    noor, tom = (in_words(line) for line in clients(searches_in(tmp_path), lambda _: TODAY))
    (note,) = search.read().headers
    assert noor.endswith(f" {note}")
    assert title not in tom


@pytest.mark.parametrize(
    ("ours", "title"),
    [
        ("application_id", "aplication_id"),
        ("event", "Evnet"),
        ("event", "What happened"),
        ("on", "Date"),
        ("on", "onn"),
    ],
)
def test_a_slip_in_a_column_that_must_be_there(tmp_path: Path, ours: str, title: str) -> None:
    """The sentence names the column that looks like the missing one; a name too short has none."""
    near = "" if title == "onn" else f"there is “{title}”, which looks like it; rename it if it is."
    with pytest.raises(SpreadsheetError, match=f"the column {ours} is missing.*{near}"):
        search_with(tmp_path, title, ours).read()

"""Rows that belong together: merged cells, blanks beneath a company, steps, sections."""

import io

import openpyxl
import pytest

from followup_lib.exchange.bytes_in import read_grid
from followup_lib.exchange.importing import preview
from followup_lib.exchange.layout import lay_out
from followup_lib.exchange.preview import Preview
from tests.exchange.messy import EMPTY, TODAY, preview_of

HEAD = ["Company", "Title", "Date", "Status"]
LOG = (
    "Date,Company,Position,What happened\n2/2/2026,Hill,Clerk,applied\n"
    "2/13/2026,Hill,Clerk,phone interview\n3/2/2026,Hill,Clerk,second interview\n"
)
BENEATH = "Company,Title,Applied\nHill,Clerk,2/13/2026\n,Cook,2/14/2026\n,Baker,2/15/2026\n"
UNDER = "Company,Title,Status\nREJECTED,,\nHill,Clerk,Interview\nAmes,Cook,\n"


def told(seen: Preview) -> list[str]:
    """Return each application: its names and what happened, with the days."""
    return [
        f"{e.values.get('company', '')}/{e.values.get('job_title', '')}: "
        + ", ".join(f"{each.event} {each.on or '?'}" for each in e.events)
        for e in seen.entries
    ]


def workbook(rows: list[list[str]], merged: list[str], **answers: str) -> Preview:
    """Preview a workbook some of whose cells are merged."""
    book = openpyxl.Workbook()
    for row in [HEAD, *rows]:
        book.active.append([cell or None for cell in row])
    for cells in merged:
        book.active.merge_cells(cells)
    book.save(file := io.BytesIO())
    listing = lay_out(read_grid(file.getvalue(), "list.xlsx"), "list.xlsx")
    return preview(listing, EMPTY, TODAY, {}, answers)


def test_a_merged_company_is_that_of_all_its_positions() -> None:
    """One company over two positions: both are its own, and the preview says so."""
    rows = [["Hill", "Clerk", "2026-03-02", "Applied"], ["", "Cook", "2026-03-03", "Rejected"]]
    seen = workbook(rows, ["A2:A3"])
    assert told(seen)[1] == "Hill/Cook: applied 2026-03-03, rejected ?"
    assert "1 row takes what’s in the merged cell above" in seen.sentence
    assert seen.undecided == []


def test_merged_names_over_several_events_are_asked_about_and_joined() -> None:
    """One company and position over three rows: asked, and one application when said to be."""
    rows = [
        ["Hill", "Clerk", "2026-03-02", "Applied"],
        ["", "", "2026-03-09", "Phone screen"],
        ["", "", "2026-03-12", "Rejected"],
    ]
    merged = ["A2:A4", "B2:B4"]
    assert [each.key for each in workbook(rows, merged).undecided] == ["steps"]
    assert told(workbook(rows, merged, steps="yes")) == [
        "Hill/Clerk: applied 2026-03-02, screen 2026-03-09, rejected 2026-03-12"
    ]


def test_a_title_merged_across_fills_nothing() -> None:
    """Cells merged over columns, and blank rows within a merged cell, stay as they are."""
    rows = [["Hill", "Clerk", "2026-03-02", "Applied"], ["", "", "", ""]]
    seen = workbook(rows, ["A2:A3", "C2:D2"])
    assert (seen.merged, len(seen.entries)) == ((), 1)


def test_a_row_for_each_event_is_one_application_when_said_so() -> None:
    """Rows of the same names are asked about once; said to be steps, their days are those."""
    assert [each.key for each in preview_of(LOG).undecided] == ["steps"]
    seen = preview_of(LOG, answers={"steps": "yes"})
    assert told(seen) == ["Hill/Clerk: applied 2026-02-02, screen 2026-02-13, interview 2026-03-02"]
    assert seen.cells_lost == 0


@pytest.mark.parametrize(("answer", "company"), [("yes", "Hill"), ("no", ""), ("later", "")])
def test_blanks_beneath_a_company_are_asked_about(answer: str, company: str) -> None:
    """Rows with a position and no company take that above only when a person says so."""
    assert [each.rows for each in preview_of(BENEATH).undecided] == [(3, 4)]
    seen = preview_of(BENEATH, answers={"above": answer})
    assert [each.values.get("company", "") for each in seen.entries] == ["Hill", company, company]


@pytest.mark.parametrize(
    ("answer", "hill"), [("later", "interview ?"), ("no", "interview ?"),
                         ("yes", "interview ?, rejected ?")],
)  # fmt: skip
def test_a_row_against_its_heading_is_asked_about(answer: str, hill: str) -> None:
    """The row's own words count, unless a person says that the heading does, too."""
    assert [each.key for each in preview_of(UNDER).undecided] == ["section:REJECTED"]
    seen = preview_of(UNDER, answers={"section:REJECTED": answer})
    assert told(seen) == [f"Hill/Clerk: {hill}", "Ames/Cook: applied ?, rejected ?"]


def test_a_line_without_names_goes_on_with_the_row_above() -> None:
    """It is told where its cells went, and they are there: another person, and more notes."""
    seen = preview_of("Company,Title,Contact,Notes\nHill,Clerk,Ana Cruz,nice\n,,Bob Lee,her boss\n")
    (entry,) = seen.entries
    assert [each.why for each in seen.aside] == ["continues row 2: its cells are added there"]
    assert [person.name for person in entry.people] == ["Bob Lee"]
    assert "nice\nher boss" in entry.values["notes"]
    assert seen.cells_lost == 0


def test_what_happened_in_a_row_without_names_is_asked_and_joined() -> None:
    """Days and statuses beneath a row are its own when said so, each with its person."""
    file = (
        "Company,Title,Date,Status,Contact\nHill,Clerk,2/13/2026,Applied,Ana Cruz\n"
        ",,3/2/2026,Interview,Bob Lee\n"
    )
    assert [each.key for each in preview_of(file).undecided] == ["above"]
    seen = preview_of(file, answers={"above": "yes", "steps": "yes"})
    assert told(seen) == ["Hill/Clerk: applied 2026-02-13, interview 2026-03-02"]
    assert [person.name for person in seen.entries[0].people] == ["Bob Lee"]


CONTACTS = "Company,Title,Date,Status,Contact,Email,Phone,Notes\nHill,Clerk,2/13/2026,Applied,"
STEPS = {  # the contact of the first row, the rest of it, that of the second: who it is
    ("Ana Cruz,,,", "Bo Li,bo@hill.com,,"): ("Ana Cruz", "", ""),
    ("Ana Cruz,,,", "Ana Cruz,ana@hill.com,,"): ("Ana Cruz", "ana@hill.com", ""),
    ("Ana Cruz,,,", "Bo Li,,,said call me"): ("Ana Cruz", "", ""),
    ("Ana Cruz,,,", "Ana Cruz,,,said call me"): ("Ana Cruz", "", "phone"),
    (",,,", "Bo Li,bo@hill.com,,said call me"): ("Bo Li", "bo@hill.com", "phone"),
}


@pytest.mark.parametrize(("first", "second"), STEPS)
def test_nobody_gets_the_address_of_another(first: str, second: str) -> None:
    """Of steps put together the contact keeps what is theirs; another person brings their own."""
    file = f"{CONTACTS}{first}\nHill,Clerk,3/2/2026,phone screen,{second}\n"
    (entry,) = preview_of(file, answers={"steps": "yes"}).entries
    told = ("contact_name", "contact_email", "preferred_contact")
    assert tuple(entry.values.get(column, "") for column in told) == STEPS[first, second]
    others = [(each.name, each.email) for each in entry.people]
    name, email, *_ = second.split(",")
    assert others == ([] if name == entry.values["contact_name"] else [(name, email)])
    assert entry.inferred == (("preferred_contact",) if STEPS[first, second][2] else ())


BELOW = {  # the contact cells of a row, of the line below: the contact's address and number
    ("Ana Cruz,,609-555-0101", ",,609-555-0199"): ("", "609-555-0101"),
    ("Ana Cruz,,609-555-0101", "609-555-0199,,"): ("", "609-555-0101"),
    ("Ana Cruz,,609-555-0101", "ana@hill.com,,"): ("ana@hill.com", "609-555-0101"),
    ("Ana Cruz,,609-555-0101", ",ana@hill.com,"): ("ana@hill.com", "609-555-0101"),
    ("Ana Cruz,,609-555-0101", "Bo Li,,609-555-0199"): ("", "609-555-0101"),
}


@pytest.mark.parametrize(("row", "line"), BELOW)
def test_a_line_below_replaces_nothing(row: str, line: str) -> None:
    """Only what the row above lacks is filled in; a second number is not the person's first."""
    seen = preview_of(f"{CONTACTS}{row},\n,,,,{line},\n")
    values = seen.entries[0].values
    found = (values.get("contact_email", ""), values["contact_phone"])
    assert (values["contact_name"], found) == ("Ana Cruz", BELOW[row, line])
    assert seen.cells_lost == 0


@pytest.mark.parametrize("day", ["Fri 10/2", "Tue, Oct 6", "Wed Oct 7"])
def test_a_weekday_beside_a_day_moves_no_row(day: str) -> None:
    """A day with its weekday and no year is no sign of cells that moved."""
    file = (
        f'Company,Title,Applied,Status,Notes\nHill,Clerk,"{day}",Offer rejected,\n'
        "Ames,Cook,9/15,Rejected 9/30,\nElm,Aide,9/22,Applied,\n"
    )
    assert [entry.row for entry in preview_of(file).entries] == [2, 3, 4]

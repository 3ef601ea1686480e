"""A column that names the company and the position in one cell is read as the two."""

import pytest

from followup_lib.exchange.bytes_in import read_grid
from followup_lib.exchange.importing import preview
from followup_lib.exchange.layout import lay_out
from followup_lib.exchange.report import report
from followup_lib.pages.bring_in.rows import left_out
from tests.exchange.messy import EMPTY, HOUR, preview_of

HEADERS = ("Company / role", "Firm & position", "Employer - Title", "Role @ Company", "Job/Company")
JOINTS = (" - ", " – ", " / ", "|", ", ", " @ ", " at ")
NAMES = (
    ("Halden Freight", "Dispatcher"),
    ("Coe-Reed Clinic", "Front Desk Clerk"),
    ("Elm", "Cook"),
)


def listed(header: str, joint: str, *, turned: bool = False) -> str:
    """Return a list whose names stand in one column, under a line that is no row."""
    rows = [joint.join(reversed(each) if turned else each) for each in NAMES]
    lines = [f'"{each}",11/{n}/2026,applied' for n, each in enumerate(rows, 3)]
    return "\n".join(["My hunt,,", f"{header},Applied,Status", *lines, '"Ames",11/9/2026,applied'])


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("joint", JOINTS)
@pytest.mark.parametrize("header", HEADERS)
def test_company_and_position_come_apart(header: str, joint: str, turned: bool) -> None:
    """Whatever stands between them, and whichever comes first; the column says it is inferred."""
    seen = preview_of(listed(header, joint, turned=turned), today=HOUR)
    read = [(e.values["company"], e.values.get("job_title", "")) for e in seen.entries]
    assert read == [*NAMES, ("Ames", "")]
    assert f"  {header}: the company and the position, as we split them" in report(seen)
    assert (seen.rows, left_out(seen), seen.cells_lost) == (4, [], 0)


def test_any_column_can_be_said_to_hold_both() -> None:
    """A person's choice splits a column whose name tells nothing of it."""
    raw = listed("Lead", " - ").encode()
    listing = lay_out(read_grid(raw, "list.csv"), "list.csv")
    before = preview(listing, EMPTY, HOUR, {}, {})
    assert before.questions["map"]
    assert len(left_out(before)) == before.rows
    seen = preview(listing, EMPTY, HOUR, {"Lead": "company_and_title"}, {})
    assert [e.values["company"] for e in seen.entries][:2] == ["Halden Freight", "Coe-Reed Clinic"]


@pytest.mark.parametrize("header", ["Company", "School / clinic", "Name / title", "Company, role"])
def test_a_name_with_a_dash_is_a_name(header: str) -> None:
    """A column whose cells mostly do not come apart names the company, dashes and all."""
    file = f'"{header}",Applied\nCoe-Reed,11/3/2026\nHill,11/4/2026\nAmes - West,11/5/2026\n'
    names = [entry.values.get("company") for entry in preview_of(file, today=HOUR).entries]
    assert names in (["Coe-Reed", "Hill", "Ames - West"], [])


PLAIN = {  # a joint, a cell of a column that it parts: the company and the position
    (" - ", "Stay at Home Care"): ("Stay at Home Care", ""),
    (" - ", "Hill, Inc."): ("Hill, Inc.", ""),
    (" - ", "Wells/Fargo"): ("Wells/Fargo", ""),
    (" - ", "Hill - Co Manager"): ("Hill", "Co Manager"),
    (", ", "Hill, Inc."): ("Hill, Inc.", ""),
    (", ", "Hill, Inc., Cook"): ("Hill, Inc.", "Cook"),
    (", ", "Ames & Reed, Co., Sr. Clerk"): ("Ames & Reed, Co.", "Sr. Clerk"),
}


@pytest.mark.parametrize(("joint", "cell"), PLAIN)
def test_a_company_alone_is_not_torn_apart(joint: str, cell: str) -> None:
    """Only what parts the other cells of its column parts it, and never before "Inc."."""
    file = f'{listed("Company / role", joint)}\n"{cell}",11/10/2026,applied\n'
    values = preview_of(file, today=HOUR).entries[-1].values
    assert (values["company"], values.get("job_title", "")) == PLAIN[joint, cell]

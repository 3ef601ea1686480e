"""One cell of contacts, as people fill it, and the people in it."""

from pathlib import Path

import pytest

from followup_lib.reading.contacts import Contact, read_contacts

PEOPLE = {  # the cell: name, role, e-mail, phone of each, separated by " | "
    "Luis Ortega <luis@ames.example>, HR / Mia Chan 609 555 0100": (
        "Luis Ortega, HR, luis@ames.example, | Mia Chan, , , 609 555 0100"
    ),
    "Maya (HR)": "Maya, HR, ,",
    "Asst. Mgr. Ana Cruz": "Ana Cruz, Asst. Mgr., ,",
    "Assoc. Dir. Bob Lee": "Bob Lee, Assoc. Dir., ,",
    "Exec. Asst. Mia Chan": "Mia Chan, Exec. Asst., ,",
    "Sr. Recruiter Mia Chan": "Mia Chan, Sr. Recruiter, ,",
    "Mia Chan, Sr. Recruiter": "Mia Chan, Sr. Recruiter, ,",
    "panel: Ana, Bob, Carl": "Ana, , , | Bob, , , | Carl, , ,",
    "Interviewers: Ana Cruz, Bob Lee": "Ana Cruz, , , | Bob Lee, , ,",
    "Panelists - Ana Cruz / Bob Lee": "Ana Cruz, , , | Bob Lee, , ,",
    "Maya HR": "Maya, HR, ,",
    "Maya": "Maya, , ,",
    "Dr. Amin; 609-555-0142 ext 3": "Dr. Amin, , , 609-555-0142 ext 3",
    "luis@ames.example": ", , luis@ames.example,",
    "609 555 0100": ", , , 609 555 0100",
    "a@x.example, b@x.example": ", , a@x.example, | , , b@x.example,",
    "John Smith, Jane Doe": "John Smith, , , | Jane Doe, , ,",
    "Luis Ortega and Mia Chan": "Luis Ortega, , , | Mia Chan, , ,",
    "Luis Ortega & Mia Chan": "Luis Ortega, , , | Mia Chan, , ,",
    "Luis, Mia, Ana": "Luis, , , | Mia, , , | Ana, , ,",
    "Luis Ortega, Ana Diaz and Mia Chan": "Luis Ortega, , , | Ana Diaz, , , | Mia Chan, , ,",
    "Ms. Danforth; Mr. Coyle": "Ms. Danforth, , , | Mr. Coyle, , ,",
    "Ms. Ortiz, Mr. Reyes": "Ms. Ortiz, , , | Mr. Reyes, , ,",
    "Recruiter: Luis Ortega, Hiring Manager: Mia Chan": (
        "Luis Ortega, Recruiter, , | Mia Chan, Hiring Manager, ,"
    ),
    "VP of Sales Mia Chan": "Mia Chan, VP of Sales, ,",
    "Mia Chan, VP of Sales": "Mia Chan, VP of Sales, ,",
    "Luis Ortega - Learning and Development": "Luis Ortega, Learning and Development, ,",
    "Maya Lindqvist – Talent Acquisition Partner": (
        "Maya Lindqvist, Talent Acquisition Partner, ,"
    ),
    "Luis Ortega, Warehouse Manager": "Luis Ortega, Warehouse Manager, ,",
    "luis@ames.example (Luis Ortega)": "Luis Ortega, , luis@ames.example,",
    "Mia Chan <mailto:mia@x.example>": "Mia Chan, , mia@x.example,",
    "Mia Chan cell: 609-555-0142, email: mia@x.example": (
        "Mia Chan, , mia@x.example, 609-555-0142"
    ),
    "Ana Diaz; ana@x.example; 609-555-0101; HR Manager": (
        "Ana Diaz, HR Manager, ana@x.example, 609-555-0101"
    ),
    "Ana Diaz\nana@x.example\n609-555-0101": "Ana Diaz, , ana@x.example, 609-555-0101",
    "Tel. 609 555 0100 (Luis Ortega)": "Luis Ortega, , , 609 555 0100",
    "+44 20 7946 0958 Priya Shah": "Priya Shah, , , +44 20 7946 0958",
    "Luis Ortega and Mia Chan, mia@x.example": ("Luis Ortega, , , | Mia Chan, , mia@x.example,"),
    "Capt. Rufus Eddington": "Capt. Rufus Eddington, , ,",
    "Siobhán Keogh-Tran": "Siobhán Keogh-Tran, , ,",
    "Jean-Luc O’Neil, Dr. Anna van der Berg": ("Jean-Luc O’Neil, , , | Dr. Anna van der Berg, , ,"),
    "Martin Ortiz Jr.": "Martin Ortiz Jr., , ,",
    'Robert "Bob" Smith': 'Robert "Bob" Smith, , ,',
    "Оксана Гнатюк (HR)": "Оксана Гнатюк, HR, ,",
    "田中太郎（人事）": "田中太郎, 人事, ,",
    "김민수 / 박지영": "김민수, , , | 박지영, , ,",
    "فاطمة أحمد / مريم علي": "فاطمة أحمد, , , | مريم علي, , ,",
    "प्रिया शर्मा - HR": "प्रिया शर्मा, HR, ,",
    "Carla V.": "Carla V., , ,",
    "the owner, Steve": "Steve, , ,",
    "Steve (owner) 609.555.0144": "Steve, owner, , 609.555.0144",
    "Herr Dr. Klaus Weber, Personalabteilung": "Herr Dr. Klaus Weber, Personalabteilung, ,",
    "Mme Dubois (RH)": "Mme Dubois, RH, ,",
    "Sra. Ana García": "Sra. Ana García, , ,",
    "Jim/Amy": "Jim, , , | Amy, , ,",
    "Captain Lewis, Lt. Brady": "Captain Lewis, , , | Lt. Brady, , ,",
    "Pastor John Hill": "Pastor John Hill, , ,",
    "O'Brien": "O'Brien, , ,",
    "Bo LI": "Bo LI, , ,",
    "Jack MA, recruiter": "Jack MA, recruiter, ,",
    "Ana Cruz, Maya TK": "Ana Cruz, , , | Maya TK, , ,",
    "Trần Thị Mai, recruiter": "Trần Thị Mai, recruiter, ,",
}

INFERRED = {
    "Smith, John": "John Smith, , ,",
    "van der Berg, Hans": "Hans van der Berg, , ,",
    "de la Cruz, Ana": "Ana de la Cruz, , ,",
    "von Trapp, Maria (HR)": "Maria von Trapp, HR, ,",
    "Van Dyke, Dick": "Dick Van Dyke, , ,",
    "Smith, John A. (HR) 609 555 0100": "John A. Smith, HR, , 609 555 0100",
    "Smith, John; Doe, Jane": "John Smith, , , | Jane Doe, , ,",
    "ms. ortiz - hiring mgr - ortiz@x.example": "Ms. Ortiz, hiring mgr, ortiz@x.example,",
    "maya - maya@x.example": "Maya, , maya@x.example,",
    "LUIS ORTEGA": "Luis Ortega, , ,",
}

LEFT = {  # the cell: the people, and what is left
    "Luis Ortega, Ames Inc.": ("Luis Ortega, , ,", "Ames Inc."),
    "Ana Cruz @ Hill & Co": ("Ana Cruz, , ,", "Hill & Co"),
    "Bob Lee @Ames": ("Bob Lee, , ,", "Ames"),
    "Mia Chan @ Bo Bakery, HR": ("Mia Chan, HR, ,", "Bo Bakery"),
    "Luis Ortega, PhD": ("Luis Ortega, , ,", "PhD"),
    "Luis Ortega (he/him), recruiter": ("Luis Ortega, recruiter, ,", "he/him"),
    "jobs@x.example; Luis Ortega": ("Luis Ortega, , ,", "jobs@x.example"),
    "Ames Staffing Group - Mia Chan": ("Mia Chan, , ,", "Ames Staffing Group"),
}

NOBODY = [
    "",
    "-",
    "n/a",
    "N/A",
    "none",
    "TBD",
    "referral",
    "LinkedIn",
    "no one",
    "HR",
    "HR department",
    "Hiring team",
    "Recruiter",
    "Office Manager",
    "HR Business Partner",
    "careers@ames.example",
    "hr@ames.example",
    "no-reply@ames.example",
    "HR: careers@ames.example",
    "Ames Inc.",
    "Hill & Co",
    "City of Alder Falls",
    "株式会社 山田",
]

UNCLEAR = [
    "spoke to them twice",
    "spoke with Luis",
    "Ana's boss",
    "Luis’s manager",
    "Bob Lee's assistant",
    "team: Ana, Bob",
    "Ana Cruz at Hill",
    "maya",
    "IBM",
    "Great talk, call back",
    "Maya, Luis Ortega",
    "Luis, Mia, Ana, Ben",
    "Luis Ortega & Mia Chan (recruiters)",
    "Luis and Mia 609 555 0100",
    "Luis Ortega and Mia Chan, HR",
    "Mr. and Mrs. Smith",
    "Luis Ortega 609 555 0100 609 555 0101 Mia",
    "Luis Ortega, luis@x.example, mia@x.example",
    "Mia Chan luis@x.example, Luis Ortega",
    "Luis Ortega 3/5/26",
    "Interviewed Thursday",
    "met at the fair",
    "Luis Ortega??",
    "Amy Tran (left the company)",
    "Amy Tran - no longer there",
    "Not Amy, she left",
    "Kim in HR 609-555-0101",
    "Shop foreman Dale",
    "Amy (recruiter, nice!)",
    "Recruiter Amy from Ames Staffing",
    "Jim, then Amy",
    "Steve & his wife",
    "ask for Donna",
    "front desk",
    "same as above",
    "Store Manager (Linda?)",
    "1-800-555-0199 opt 3",
    "x" * 501,
]


def people(text: str) -> tuple[Contact, ...]:
    """Return the people a line of a table names."""
    rows = [[part.strip() for part in line.split(",")] for line in text.split(" | ")]
    return tuple(Contact(*row) for row in rows)


@pytest.mark.parametrize(("cell", "expected"), PEOPLE.items(), ids=list(PEOPLE))
def test_a_cell_comes_apart_into_people(cell: str, expected: str) -> None:
    """Each with the role, the e-mail and the telephone number beside the name."""
    read = read_contacts(cell, "US")
    assert (read.fact, read.sure, read.left) == (people(expected), "exact", "")
    assert all(person.name in read.read_back for person in read.fact or ())


@pytest.mark.parametrize(("cell", "expected"), INFERRED.items(), ids=list(INFERRED))
def test_a_name_written_otherwise_is_inferred(cell: str, expected: str) -> None:
    """A name turned round, or written large from small letters, is shown to be confirmed."""
    read = read_contacts(cell, "US")
    assert (read.fact, read.sure, read.left) == (people(expected), "inferred", "")


@pytest.mark.parametrize(("cell", "expected"), LEFT.items(), ids=list(LEFT))
def test_what_is_no_person_is_left(cell: str, expected: tuple[str, str]) -> None:
    """A company, a degree or a mailbox of many beside a person is told as left."""
    named, left = expected
    read = read_contacts(cell, "US")
    assert (read.fact, read.left) == (people(named), left)


@pytest.mark.parametrize("cell", NOBODY)
def test_nobody_is_nobody(cell: str) -> None:
    """No person: the answer is sure, and the words are left."""
    read = read_contacts(cell, "US")
    assert (read.fact, read.sure, read.used, read.left) == ((), "exact", "", cell)


@pytest.mark.parametrize("cell", UNCLEAR, ids=lambda cell: cell[:40])
def test_what_does_not_come_apart_is_unclear(cell: str) -> None:
    """Nobody is invented, and no number is given to whom it may not belong."""
    read = read_contacts(cell, "US")
    assert (read.fact, read.sure, read.left) == (None, "unclear", cell)


LINES = [
    line.partition(" => ")[::2]
    for line in (Path(__file__).parent / "people.txt").read_text(encoding="utf-8").splitlines()
    if " => " in line and not line.startswith("#")
]


@pytest.mark.parametrize(("cell", "meant"), LINES, ids=[cell.strip() for cell, _ in LINES])
def test_cells_of_other_kinds_are_people_nobody_or_asked(cell: str, meant: str) -> None:
    """Links, lists with numbers, remarks and places: the people meant, or a question."""
    read = read_contacts(cell.strip().replace("⏎", "\n"), "US")
    shown = " | ".join(", ".join(filter(None, vars(each).values())) for each in read.fact or ())
    sign = "~ " if read.sure == "inferred" else ""
    assert (f"{sign}{shown or '-'}" if read.fact is not None else "?") == meant

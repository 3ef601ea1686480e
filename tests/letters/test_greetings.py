"""How people are greeted, and how their names, titles and firms are said in a letter."""

import pytest

from followup_lib.letters.greetings import greeting, name_in_greeting
from followup_lib.letters.register import formal
from followup_lib.letters.titles import letter_firm, letter_title, short_title

PEOPLE = [
    # as on file, in a plain letter, in a formal one
    ("Jennifer Ortiz", "Jennifer", "Jennifer"),
    ("Ms. Ortiz", "Ms. Ortiz", "Ms. Ortiz"),
    ("Ms. Jennifer Ortiz", "Jennifer", "Ms. Ortiz"),
    ("ms. ortiz ", "Ms. Ortiz", "Ms. Ortiz"),
    ("Dr. Sarah Amin, PhD", "Dr. Amin", "Dr. Amin"),
    ("Capt. Rufus Eddington", "Capt. Eddington", "Capt. Eddington"),
    ("Ms. Jennifer de la Cruz", "Jennifer", "Ms. de la Cruz"),
    ("Ms. van der Berg", "Ms. van der Berg", "Ms. van der Berg"),
    ("Ms. De La Cruz", "Ms. De La Cruz", "Ms. De La Cruz"),
    ("Mr. Van Dyke", "Mr. Van Dyke", "Mr. Van Dyke"),
    ("Ms. Jennifer De Luca", "Jennifer", "Ms. De Luca"),
    ("Van Morrison", "Van", "Van"),
    ("Ms. Garcia Lopez",) + ("Ms. Garcia Lopez",) * 2,
    ("Mr. García Márquez",) + ("Mr. García Márquez",) * 2,
    ("Ms. Garcia-Lopez",) + ("Ms. Garcia-Lopez",) * 2,
    ("Ms. Ana Garcia Lopez", "Ana", "Ms. Garcia Lopez"),
    ("Ana Garcia Lopez", "Ana", "Ana"),
    ("Garcia Lopez", "", ""),
    ("Garcia", "Garcia", "Garcia"),
    ("Ortiz, Jennifer", "Jennifer", "Jennifer"),
    ("Jennifer Ortiz, SHRM-CP, Recruiter", "Jennifer", "Jennifer"),
    ("Jennifer Ortiz (she/her)", "Jennifer", "Jennifer"),
    ("Jennifer Ortiz (HR)", "Jennifer", "Jennifer"),
    ('Robert "Bob" Smith', "Bob", "Bob"),
    ("Jennifer (Jen) Ortiz", "Jen", "Jen"),
    ("Don Smith", "Don", "Don"),
    ("J. Robert Hall", "Robert", "Robert"),
    ("T.J. Miller", "T.J.", "T.J."),
    ("Kim", "Kim", "Kim"),
    ("J", "J", "J"),
    # as typed in a hurry
    ("JENNIFER O\u2019HARA", "Jennifer", "Jennifer"),
    ("MR. HALL", "Mr. Hall", "Mr. Hall"),
    ("jennifer ortiz", "Jennifer", "Jennifer"),
    ("ortiz, jennifer", "Jennifer", "Jennifer"),
    ("de la cruz, maria", "Maria", "Maria"),
    ("van der Berg, Kim", "Kim", "Kim"),
    ("McDonald, SHAWN", "Shawn", "Shawn"),
    ("Ms. Ana RUIZ", "Ana", "Ms. Ruiz"),
    ("somebody, recruiter", "", ""),
    ("Jennifer \U0001f338 Ortiz", "Jennifer", "Jennifer"),
    ("Maximiliana" * 7 + " Ortiz", "Maximiliana" * 7, "Maximiliana" * 7),
    # in another script, as the person signs; a Latin spelling on file wins
    ("Оксана Гнатюк", "Оксана Гнатюк", "Оксана Гнатюк"),
    ("Оксана Гнатюк (Oksana Hnatiuk)", "Oksana", "Oksana"),
    ("Wei Wang / 王伟", "Wei", "Wei"),
    ("王伟", "王伟", "王伟"),
    # nobody is known
    ("", "", ""),
    ("HR", "", ""),
    ("Human Resources", "", ""),
    ("Hiring Manager", "", ""),
    ("the recruiting team", "", ""),
    ("Front desk", "", ""),
    ("Reception", "", ""),
    ("Front desk: Amy", "Amy", "Amy"),
    ("jobs@acme.example", "", ""),
    ("Acme, Inc.", "", ""),
    ("J. Ortiz", "", ""),
    ("\U0001f338", "", ""),
    ("[]", "", ""),
]


@pytest.mark.parametrize(("name", "plainly", "formally"), PEOPLE)
def test_a_person_is_greeted_as_one_greets(name: str, plainly: str, formally: str) -> None:
    """By first name, or by title and last name: never by a bare full name, a role or a mailbox."""
    assert name_in_greeting(name) == plainly
    assert name_in_greeting(name, formal=True) == formally


@pytest.mark.parametrize(
    ("names", "formally", "written", "said"),
    [
        (["Jennifer Ortiz"], False, True, "Hi Jennifer"),
        (["Ms. Jennifer Ortiz"], True, True, "Dear Ms. Ortiz"),
        (["Ms. Jennifer Ortiz"], True, False, "Hello Ms. Ortiz"),
        (["Jennifer Ortiz", "Tom Hall"], False, True, "Hi Jennifer and Tom"),
        (["HR", "Tom Hall"], False, True, "Hi Tom"),
        (["HR"], False, True, "Hello"),
        (["HR"], True, True, "Hello"),
        ([""], False, False, "Hello"),
    ],
)
def test_a_message_begins_as_people_begin(
    names: list[str], formally: bool, written: bool, said: str
) -> None:
    """Both who interviewed are greeted; where no name is known it is “Hello”, in any register."""
    assert greeting(names, formal=formally, written=written) == said


@pytest.mark.parametrize(
    ("title", "said", "short"),
    [
        ("Payroll Analyst", "Payroll Analyst", "Payroll Analyst"),
        ("Payroll Analyst #40213", "Payroll Analyst", "Payroll Analyst"),
        ("Payroll Analyst (Remote, EST)", "Payroll Analyst", "Payroll Analyst"),
        ("Payroll Analyst - Remote", "Payroll Analyst", "Payroll Analyst"),
        ("Payroll Analyst, Req ID: R-20413", "Payroll Analyst", "Payroll Analyst"),
        ("Warehouse Lead, $21/hr", "Warehouse Lead", "Warehouse Lead"),
        ("The Editor", "Editor", "Editor"),
        ("Position", "Position", "Position"),
        ("#40213", "#40213", "#40213"),
        (";", ";", ";"),
        ("Team Lead II", "Team Lead II", "Team Lead II"),
        ("Class 2 Driver", "Class 2 Driver", "Class 2 Driver"),
        ("Position: RN", "RN", "RN"),
        ("Job Title: barista", "barista", "barista"),
        ("REGISTERED NURSE II (NIGHTS)", "Registered Nurse II", "Registered Nurse II"),
        ("VP OF HVAC SALES", "VP of HVAC Sales", "VP of HVAC Sales"),
        ("SCADA ENGINEER", "SCADA Engineer", "SCADA Engineer"),
        ("CHILDREN'S LIBRARIAN",) + ("Children's Librarian",) * 2,
        ("LAW CLERK",) + ("Law Clerk",) * 2,
        ("2ND SHIFT COOK",) + ("2nd Shift Cook",) * 2,
        ("ICU RN, PER DIEM",) + ("ICU RN, Per Diem",) * 2,
        ("CNC MACHINIST III",) + ("CNC Machinist III",) * 2,
        ("Year-End Payroll Assistant (seasonal)",) + ("Year-End Payroll Assistant",) * 2,
        (
            "Senior Technical Writer and Documentation Coordinator, Laboratory Information Systems",
            "Senior Technical Writer and Documentation Coordinator",
            "Senior Technical Writer",
        ),
        (
            "Associate Director of Communications and Outreach",
            "Associate Director of Communications and Outreach",
            "Associate Director",
        ),
    ],
)
def test_a_title_is_said_without_what_the_posting_adds(title: str, said: str, short: str) -> None:
    """Numbers, places and pay fall out, and a title of 90 letters is cut where one would cut it."""
    assert (letter_title(title), short_title(title)) == (said, short)


@pytest.mark.parametrize(
    ("company", "said"),
    [
        ("Acme, Inc.", "Acme"),
        ("Hill & Co.", "Hill & Co."),
        ("Kim & Sons [East], LLC", "Kim & Sons"),
        ("Inc.", "Inc."),
        ("Borough of Alderbrook", "the Borough of Alderbrook"),
        ("Bank of Alderbrook", "Bank of Alderbrook"),
    ],
)
def test_a_firm_is_said_as_people_say_it(company: str, said: str) -> None:
    """Legal forms and asides fall out; a city and a university have their “the”."""
    assert letter_firm(company) == said


@pytest.mark.parametrize(
    ("plain", "full"),
    [
        ("I'm sure they don't, can't and won't.", "I am sure they do not, cannot and will not."),
        (
            "It's Jo's job; that\u2019s what we've said.",
            "It is Jo's job; that is what we have said.",
        ),
        ("Hi, thanks! What's new?", "Hello, thanks. What is new?"),
        ("Thanks! Let's talk.", "Thank you. Let us talk."),
        ("{my_name}'s letter[, I'd {news}]", "{my_name}'s letter[, I would {news}]"),
    ],
)
def test_formal_words_are_in_full(plain: str, full: str) -> None:
    """A contraction is written out; fields, brackets and possessives stay as they are."""
    assert formal(plain) == full

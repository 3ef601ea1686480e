"""What the cells of a contact and of notes tell of how to reach somebody."""

import pytest

from followup_lib.exchange.bytes_in import read_grid
from followup_lib.exchange.layout import lay_out
from followup_lib.exchange.report import Import
from followup_lib.pages.bring_in.asks import question
from followup_lib.pages.bring_in.rows import applications
from tests.exchange.messy import HOUR, preview_of

CONTACTS = {  # a cell of a contact, and a note: name, e-mail, phone, the way they like
    ("Jun Park, (555) 410-2290 - prefers text", ""): ("Jun Park", "", "(555) 410-2290", "text"),
    ("Jun Park (text only)", ""): ("Jun Park", "", "", "text"),
    ("Jun Park, prefers e-mail, jun@x.example", ""): ("Jun Park", "jun@x.example", "", "email"),
    ("hr@elmford.example", ""): ("", "hr@elmford.example", "", ""),
    ("no-reply@elmford.example", ""): ("", "", "", ""),
    ("Jun Park", "nice people, said call me"): ("Jun Park", "", "", "phone"),
    ("Jun Park", "told me to text her"): ("Jun Park", "", "", "text"),
    ("Jun Park", "they said they'd call me Friday"): ("Jun Park", "", "", ""),
    ("", "said call me"): ("", "", "", ""),
    ("Jun Park", "Jun said text him if late"): ("Jun Park", "", "", "text"),
    ("Jun Park", "she was nice and said email me"): ("Jun Park", "", "", "email"),
    ("Jun Park", "Jun Park said email me"): ("Jun Park", "", "", "email"),
    ("Jun Park", "I said call me any time"): ("Jun Park", "", "", ""),
    ("Jun Park", "never said call me"): ("Jun Park", "", "", ""),
    ("Jun Park", "said email her boss"): ("Jun Park", "", "", ""),
    ("Jun Park", "Recruiter said email her"): ("Jun Park", "", "", ""),
    ("Jun Park", "my friend told me to call him"): ("Jun Park", "", "", ""),
}
COLUMNS = ("contact_name", "contact_email", "contact_phone", "preferred_contact")


def listed(contact: str, note: str = "", status: str = "applied") -> str:
    """Return a list of two applications, the second with a contact by name."""
    return (
        "Company,Title,Applied,Status,Contact,Notes\n"
        f'Hill,Clerk,11/13/2026,{status},"{contact}","{note}"\n'
        "Elm,Clerk,11/13/2026,applied,Ana Cruz,\n"
    )


@pytest.mark.parametrize(("contact", "note"), CONTACTS)
def test_a_contact_is_read_with_the_way_they_like(contact: str, note: str) -> None:
    """Name, addresses and the way come apart, and nobody is asked who that is."""
    seen = preview_of(listed(contact, note), today=HOUR)
    told = seen.entries[0].values
    assert tuple(told.get(column, "") for column in COLUMNS) == CONTACTS[contact, note]
    assert not [each for each in seen.undecided if each.kind == "contact"]
    (line,) = applications(seen, HOUR, 0, 1)
    assert ("(our reading)" in line) == bool(told.get("preferred_contact"))


@pytest.mark.parametrize(
    "denied",
    [
        "no calls please",
        "no phone calls please",
        "don't call please",
        "dont call please",
        "never likes calls",
        "not email only",
    ],
)
def test_a_denied_way_is_no_wish(denied: str) -> None:
    """What the contact does not want is never taken for what they want; the cell is asked."""
    seen = preview_of(listed(f"Ana Cruz, {denied}"), today=HOUR)
    assert "preferred_contact" not in seen.entries[0].values
    assert [each.kind for each in seen.undecided] == ["contact"]


@pytest.mark.parametrize("where", ["on LinkedIn", "via Indeed", "on their website", "online"])
def test_where_one_applied_is_no_question(where: str) -> None:
    """The place of an application stands beside the word, and is kept."""
    seen = preview_of(listed("", status=f"applied {where}"), today=HOUR)
    assert not seen.undecided
    assert seen.cells_lost == 0
    assert [str(each.event) for each in seen.entries[0].events] == ["applied"]


def test_a_status_in_doubt_is_asked_with_its_word_first() -> None:
    """“ghosted??” is asked, and what it says without the doubt is the first thing to choose."""
    raw = listed("", status="ghosted??")
    (asked,) = preview_of(raw, today=HOUR).undecided
    one = Import("list.csv", lay_out(read_grid(raw.encode(), "list.csv"), "list.csv"))
    assert asked.key == "status:ghosted??"
    assert question(asked, one, HOUR).choices[1] == (
        "applied, let go for now",
        "applied no_response",
    )

"""An e-mail address and a number come in where they belong, whatever their column is called."""

import pytest

from tests.exchange.messy import preview_of

HEADERS = (
    *("Email / Phone", "Phone/Email", "E-mail or phone", "Contact (email/phone)", "email & phone"),
    *("Phone / email of contact", "Contact info", "Phone #/E-mail", "Email"),
)
CELLS = {
    "ann@hill.example": ("ann@hill.example", ""),
    "(609) 555-0142": ("", "(609) 555-0142"),
    "kim@ames.example / 609 555 0143": ("kim@ames.example", "609 555 0143"),
    "609-555-0144 lee@bo.example": ("lee@bo.example", "609-555-0144"),
}


@pytest.mark.parametrize("header", HEADERS)
def test_an_address_and_a_number_in_one_column(header: str) -> None:
    """Each cell tells which of the two it holds, or both, beside the contact's name."""
    rows = [f"Firm{n},Clerk,Ann Ortiz,{cell},2026-03-10" for n, cell in enumerate(CELLS)]
    seen = preview_of("\n".join([f"Company,Title,Contact,{header},Interview Date", *rows]))
    reach = ("contact_name", "contact_email", "contact_phone")
    read = [tuple(entry.values.get(name, "") for name in reach) for entry in seen.entries]
    assert read == [("Ann Ortiz", *both) for both in CELLS.values()]


@pytest.mark.parametrize("header", ["Email sent", "Phone interview", "Email / resume", "Call / no"])
def test_what_sounds_like_it_is_no_address(header: str) -> None:
    """A column about a message or a talk stays what it is."""
    seen = preview_of(f"Company,Title,Contact,{header}\nHill,Clerk,Ann Ortiz,3/10/2026\n")
    (entry,) = seen.entries
    assert not {"contact_email", "contact_phone"} & entry.values.keys()

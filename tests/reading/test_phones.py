"""Telephone numbers as people write them: which number it is, and how it is shown."""

import pytest

from followup_lib.reading.phones import dialed, read_phone

NUMBERS = [  # words, country, number, as shown, what is left
    ("(609) 555-0142", "US", "+16095550142", "(609) 555-0142", ""),
    ("609-555-0142", "US", "+16095550142", "(609) 555-0142", ""),
    ("609.555.0142", "US", "+16095550142", "(609) 555-0142", ""),
    ("609 555 0142", "US", "+16095550142", "(609) 555-0142", ""),
    ("6095550142", "US", "+16095550142", "(609) 555-0142", ""),
    ("609/555-0142", "US", "+16095550142", "(609) 555-0142", ""),
    ("1-609-555-0142", "US", "+16095550142", "(609) 555-0142", ""),
    ("+1 609 555 0142", "US", "+16095550142", "(609) 555-0142", ""),
    ("+16095550142", "US", "+16095550142", "(609) 555-0142", ""),
    (" 609 555  0142 ", "US", "+16095550142", "(609) 555-0142", ""),
    ("609-555-0142 ext 3", "US", "+16095550142;ext=3", "(609) 555-0142 ext. 3", ""),
    ("609-555-0142 x3", "US", "+16095550142;ext=3", "(609) 555-0142 ext. 3", ""),
    ("609-555-0142, extension 12", "US", "+16095550142;ext=12", "(609) 555-0142 ext. 12", ""),
    ("609-555-0142 (cell)", "US", "+16095550142", "(609) 555-0142", "(cell)"),
    ("Tel. 609-555-0142", "US", "+16095550142", "(609) 555-0142", "Tel."),
    ("tel:+1-609-555-0142", "US", "+16095550142", "(609) 555-0142", "tel:"),
    ("call 609-555-0142 after 3", "US", "+16095550142", "(609) 555-0142", "call after 3"),
    ("020 7946 0958", "GB", "+442079460958", "020 7946 0958", ""),
    ("+44 20 7946 0958", "US", "+442079460958", "+44 20 7946 0958", ""),
    ("+44 (0)20 7946 0958", "GB", "+442079460958", "020 7946 0958", ""),
    ("011 44 20 7946 0958", "US", "+442079460958", "+44 20 7946 0958", ""),
    ("+1 609 555 0142", "GB", "+16095550142", "+1 609-555-0142", ""),
    ("06 12 34 56 78", "FR", "+33612345678", "06 12 34 56 78", ""),
    ("0049 30 901820", "DE", "+4930901820", "030 901820", ""),
    ("98765 43210", "IN", "+919876543210", "098765 43210", ""),
    ("1763555010", "US", "+11763555010", "1763555010", ""),
]

UNCLEAR = [
    ("", "US"),
    ("555-0142", "US"),
    ("45000", "US"),
    ("2026-03-05", "US"),
    ("12/03/2026", "US"),
    ("3/5/2026 10:30", "US"),
    ("$65,000-70,000", "US"),
    ("609-555-0142 or 609-555-0143", "US"),
    ("609 555 014", "US"),
    ("609 555 0142", ""),
    ("call me", "US"),
    ("٪", "US"),
]


@pytest.mark.parametrize(("words", "country", "number", "shown", "left"), NUMBERS)
def test_a_number_is_read(words: str, country: str, number: str, shown: str, left: str) -> None:
    """However it is written it is one number, shown as at home; an extension belongs to it."""
    read = read_phone(words, country)
    assert (read.fact.number, read.fact.shown, read.left) == (number, shown, left)
    assert (read.sure, read.read_back) == ("exact", shown)


@pytest.mark.parametrize(("words", "country"), UNCLEAR)
def test_what_cannot_be_dialed_is_unclear(words: str, country: str) -> None:
    """Days, sums, half a number, or two of them are not one number."""
    read = read_phone(words, country)
    assert (read.fact, read.sure, read.left) == (None, "unclear", words)


def test_a_number_nobody_can_read_is_still_its_digits() -> None:
    """What tells people apart works for a number without area code, too."""
    assert dialed("555-0142", "US") == dialed("555 01 42", "US") == "5550142"
    assert dialed("", "US") == ""
    assert dialed("609-555-0142 x3", "US") != dialed("609-555-0142", "US")


@pytest.mark.parametrize(
    "words", ["(609) 555-0101", "609-555-0101", "609.555.0101", "6095550101", "416 555 0101"]
)
@pytest.mark.parametrize("country", ["US", "CA"])
def test_a_plain_american_number_is_dialed_as_the_library_has_it(words: str, country: str) -> None:
    """A number in the usual American form is told from others as when the library reads it."""
    phone = read_phone(words, country).fact
    assert dialed(words, country) == phone.number

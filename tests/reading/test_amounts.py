"""Cells of a column called Offer or Salary: which ones are sums."""

import pytest

from followup_lib.reading.amounts import looks_like_pay

PAY = """$65k|65k|$65K|65,000-70,000|$65,000 - $70,000|60-65k|60K to 65K|€ 3.200,00 / month|45000
45,000|120000|$22/hr|22.50 an hour|$18.50 per hour|£32,000 pa|70 000 EUR|USD 80,000+|CHF 95'000
$1,200|up to $90k|~75k|from $20 per hour|85,000 per year|65.000|₹900000"""
NOT_PAY = """65k ok??|1763555010|2026|11/4|12/4/2026|2026-03-05|3 weeks|5 days|yes|-|negotiable
(609) 555-0142|6095550142|007123|20|20-25|$100,000 base + 10% bonus|pending|k|$|verbal, $65k"""


@pytest.mark.parametrize("cell", PAY.replace("\n", "|").split("|"))
def test_a_sum_is_pay(cell: str) -> None:
    """A sum with its mark, or as large as a year's pay, from one to another, by hour or year."""
    assert looks_like_pay(cell)


@pytest.mark.parametrize("cell", [*NOT_PAY.replace("\n", "|").split("|"), ""])
def test_days_numbers_and_words_are_not(cell: str) -> None:
    """Days, telephones, years, small numbers and remarks are not counted as sums."""
    assert not looks_like_pay(cell)

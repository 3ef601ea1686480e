"""Sums of money in a cell: a column of them is pay, never days or telephone numbers."""

import re

_SUM = r"\d{1,3}(?:[.,' ’]\d{3})+(?:[.,]\d{1,2})?|\d{1,7}(?:[.,]\d{1,2})?"
_MONEY = r"(?:[$€£¥₹]|(?:us|ca|au)\$|usd|eur|gbp|cad|aud|inr|chf)"
_ONE = rf"(?:{_MONEY}\s*)?(?:{_SUM})\s*k?(?:\s*{_MONEY})?"
_PER = (
    r"(?:/|per\b|an?\b|each\b)\s*(?:hour|hr?|day|week|wk|month|mo|mth|year|yr|y|annum)\.?"
    r"|annually|annual|hourly|monthly|yearly|weekly|p\.?\s?a\.?"
)
_PAY = re.compile(
    rf"(?:about|up to|from|~|ca\.?)?\s*({_ONE})(?:\s*(?:-|–|—|to)\s*({_ONE}))?\s*\+?\s*({_PER})?",
    re.IGNORECASE,
)
_MARKED = re.compile(rf"{_MONEY}|\dk|\d\s+k\b", re.IGNORECASE)
LEAST, MOST = 10_000, 999_999
"""A bare number that may be a year's pay: no year, no ZIP code with a zero first, no telephone."""
LONGEST = 40


def looks_like_pay(cell: str) -> bool:
    """Tell whether a cell holds a sum of money, or from one to another, and nothing else.

    >>> [looks_like_pay(cell) for cell in ("$65k", "65,000-70,000", "€ 3.200,00 / month", "45000")]
    [True, True, True, True]
    >>> [looks_like_pay(cell) for cell in ("65k ok??", "1763555010", "3 weeks", "11/4")]
    [False, False, False, False]
    """
    text = " ".join(cell.split())
    pay = _PAY.fullmatch(text) if len(text) <= LONGEST else None
    if not pay:
        return False
    low, high, per = pay.groups()
    if per or _MARKED.search(text):
        return True
    return all(_could_be_pay(number) for number in (low, high) if number)


def _could_be_pay(number: str) -> bool:
    whole = re.sub(r"[.,]\d{1,2}$", "", number.strip())
    digits = re.sub(r"\D", "", whole)
    return not digits.startswith("0") and LEAST <= int(digits) <= MOST

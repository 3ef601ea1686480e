"""Text that no spreadsheet program runs: an apostrophe before what begins like a formula (OWASP).

A cell can begin inside of ours, too: Excel of many countries cuts a CSV at each semicolon, and a
line or a tab within a cell can begin one as well. So each place where a cell may begin is guarded.
Reading takes the very same apostrophes away, and every text comes back as it was.
"""

import re

STARTERS = "=+-@＝＋－＠\t\r"
"""What a formula begins with, in Asian width too, and what a program may skip before one."""

# Blanks, quotes and letters that nobody sees hide no formula behind them.
_LEAD = r"(?:[^\S\t\r\n]|[\0-\x08\x0e-\x1f'\"\ufeff\u200b])*+"
_BEGINS = rf"{_LEAD}[=+\-@＝＋－＠\t]"
_PLACE = r"(?:\A|(?<=[;\t\r\n]))"
_OPEN = re.compile(rf"\A(?='*+\r)|{_PLACE}(?={_BEGINS})")
_GUARDED = re.compile(rf"\A'(?='*+\r)|{_PLACE}'(?={_BEGINS})")
_SIGN = re.compile(r"[=+\-@＝＋－＠\t](?<!\w.)")  # found fast, and most files have none
_MARK = re.compile(r"'(?<![^,;\t\r\n\"].)")
_NUMBER = r"[+-][0-9][0-9,]*(?:\.[0-9]+)?"
# After the country's code a blank or "(": digits and "-" alone are a sum to a spreadsheet.
_PHONE = r"\+[0-9]{1,3}(?=[ (])(?:[ .-]?\(?[0-9]\)?)++(?: (?:ext\.?|x) ?[0-9]+)?"
_HARMLESS = re.compile(rf"{_NUMBER}|{_PHONE}|-")


def may_run(text: str) -> bool:
    """Tell whether a text, or a cell of a CSV, may need a guard; never wrong when it says no."""
    return "\r" in text or "\0" in text or _SIGN.search(text) is not None


def guarded(text: str, *, joined: bool = False) -> str:
    """Return a text with an apostrophe at each place where a formula could begin, without NUL.

    A number, a phone number and a lone "-" are none, unless `joined`: a program that cuts at
    semicolons reads the first cell of a row and the next as one, and -5 with 1+x is a sum.

    >>> guarded("=1+1"), guarded("x;=1+1"), guarded("- by phone"), guarded("-5")
    ("'=1+1", "x;'=1+1", "'- by phone", '-5')
    """
    if not may_run(text) or (not joined and _HARMLESS.fullmatch(text)):
        return text
    return _OPEN.sub("'", text.replace("\0", ""))  # no file of text holds a NUL


def may_be_guarded(text: str) -> bool:
    """Tell whether a text, or a cell of a CSV, may hold a guard; never wrong when it says no."""
    return _MARK.search(text) is not None


def unguarded(text: str) -> str:
    """Return the text that `guarded` was given.

    >>> unguarded("'=1+1"), unguarded("it's"), unguarded("''=1+1")
    ('=1+1', "it's", "'=1+1")
    """
    return _GUARDED.sub("", text) if may_be_guarded(text) else text

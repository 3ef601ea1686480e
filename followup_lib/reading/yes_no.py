"""Ticks, and words for yes and no in the languages people keep their lists in."""

from followup_lib.reading.words import word_set

_AROUND = " .!()\N{VARIATION SELECTOR-16}"


def yes_or_no(cell: str) -> bool | None:
    """Return what a tick or a word for yes or no says, None for a blank and anything else.

    >>> yes_or_no("Yes"), yes_or_no("☑"), yes_or_no("-"), yes_or_no("n/a"), yes_or_no("")
    (True, True, False, None, None)
    """
    word = cell.strip(_AROUND).casefold().replace("[ ]", "[]") if len(cell) < 40 else ""
    if word in word_set("yes"):
        return True
    return False if word in word_set("no") else None

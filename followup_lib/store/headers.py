"""Whose a column is: ours however its name is spelled, nearly ours, or the person's own."""

import re
from collections.abc import Sequence
from functools import lru_cache

import pandas as pd

from followup_lib.records.errors import Problem
from followup_lib.records.tables import COLUMNS, REQUIRED

SHORTEST = 4
"""Letters of a name in which a slip is looked for: "on" and "who" are too near to other words."""

_MAIL = ("email", "emailaddress", "mail", "theiremail", "mailaddress")
_PHONE = ("phone", "phonenumber", "telephone", "tel", "mobile", "cell", "cellphone", "theirphone")
_DUE = ("due", "duedate", "dueby", "dueday", "datedue", "bywhen", "theirday", "theirdate")
OTHER_NAMES: dict[str, tuple[str, ...]] = {
    "company": ("employer", "firm", "companyname", "organization", "business"),
    "job_title": ("title", "position", "role", "job", "jobname", "positiontitle"),
    "contact_name": ("contact", "contactperson", "recruiter", "person", "whotowrite"),
    "contact_email": ("contactmail", "contactemailaddress", *_MAIL),
    "contact_phone": ("contactphonenumber", "contacttel", *_PHONE),
    "email": ("contactemail", *_MAIL),
    "phone": ("contactphone", *_PHONE),
    "on": ("date", "day", "when", "happenedon"),
    "event": ("whathappened", "what", "happened"),
    "due_on": _DUE,
    "said": ("whattheysaid", "theysaid", "saidwords", "theirwords", "whatwassaid", "quote"),
    "next_on": ("nextsession", "nextdate", "nextday", "nextmeeting"),
    "i_will": ("commitment", "todo", "action", "willdo"),
    "settled_on": ("settled", "doneon", "settleddate", "datesettled"),
}
"""Other names people give a column of ours, in small letters alone; a cell there is not read."""


def our_names(name: str, titles: Sequence[str]) -> list[str]:
    """Return the titles of table `name`, each that is plainly ours spelled as we do.

    Case, blanks, "_" and "-" make no other column. Of the others only the blanks around go.

    >>> our_names("timeline", ["APPLICATION_ID", " on ", "due-on", "My mood "])
    ['application_id', 'on', 'due_on', 'My mood']
    """
    ours = {_letters(column): column for column in COLUMNS[name]}
    return [ours.get(_letters(title), title.strip()) for title in titles]


def wrong_header(name: str, titles: Sequence[str]) -> str:
    """Return what is wrong with the titles of table `name`, "" when nothing is.

    >>> wrong_header("people", ["application_id", "name", "Role", "role"])
    'the columns Role and role are both our role; rename or remove one.'
    """
    names, required = our_names(name, titles), REQUIRED[name]
    missing = [column for column in required if column not in names]
    if missing:
        what = f"the column {missing[0]} is missing"
        near = [own for own in names if own not in COLUMNS[name] and _is_near(own, missing[0])]
        if near:
            return f"{what}, but there is “{near[0]}”, which looks like it; rename it if it is."
        listed = ", ".join(filter(None, names[:8])) or "nothing"
        if len(missing) == len(required):
            what = "this isn’t the CSV expected here"
        needed = ", ".join(required)
        return f"{what}: found {listed}; needed are {needed}; put them back into the first line."
    doubled = [column for column in names if names.count(column) > 1]
    if not doubled:
        return ""
    pairs = zip(names, titles, strict=True)
    one, other, *_ = (title.strip() for column, title in pairs if column == doubled[0])
    if one != other:
        return f"the columns {one} and {other} are both our {doubled[0]}; rename or remove one."
    return f"the column {doubled[0] or '(no name)'} is there twice; rename one."


def header_notes(name: str, titles: Sequence[str], cells: pd.DataFrame) -> list[Problem]:
    """Return what to say of the titles of table `name`: read as ours, or nearly ours.

    `cells` has our names. A title one slip away from ours, or another name of it, is asked
    about while that column of ours is missing or empty; one with a digit is the person's own.
    """
    names = our_names(name, titles)
    other = [(title, ours) for title, ours in zip(titles, names, strict=True) if title != ours]
    respelled = [f"“{title}” is read as {ours}" for title, ours in other if ours in COLUMNS[name]]
    notes = []
    if respelled:
        sentence = f"{', '.join(respelled)}; the next change to this table writes it that way."
        notes.append(Problem(f"{name}.csv", 1, "", sentence))
    for own in (own for own in names if own not in COLUMNS[name]):
        near = [ours for ours in COLUMNS[name] if _is_near(own, ours) and _is_free(cells, ours)]
        if near:
            sentence = f"looks like our “{near[0]}”, and isn’t read; rename it if it is."
            notes.append(Problem(f"{name}.csv", 1, own, sentence))
    return notes


def _is_free(cells: pd.DataFrame, column: str) -> bool:
    return column not in cells or not (cells[column] != "").any()


@lru_cache(1_000)  # thousands of searches have the same titles
def _letters(title: str) -> str:
    return re.sub(r"[\s_\-\u2010-\u2015\u200b\ufeff]+", "", title).casefold()


def _is_near(own: str, ours: str) -> bool:
    return _is_slip(own, ours) or _letters(own).strip(".:?") in OTHER_NAMES.get(ours, ())


def _is_slip(own: str, ours: str) -> bool:
    """Tell whether two names differ by one letter more or less, two swapped, or one changed.

    One letter changed in a name of four makes another word: paid is not said.
    """
    one, other = _letters(own), _letters(ours)
    if len(other) < SHORTEST or re.search(r"\d", one):
        return False
    pairs = zip(one, other, strict=False)
    same = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
    a, b = one[same:], other[same:]
    swapped = a[:2] == b[1::-1] and a[2:] == b[2:]
    changed = len(other) > SHORTEST and a[1:] == b[1:]
    return a[1:] == b or a == b[1:] or swapped or changed

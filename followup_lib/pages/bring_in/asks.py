"""What one chooses from a list about a file on its way in: days, columns, status words."""

import datetime as dt
from typing import NamedTuple

from followup_lib.exchange.answers import ABOVE_KEY, CHANGES, LIST, MOVED, SAME, STEPS, TWICE
from followup_lib.exchange.day_columns import LATER, NO_DAY
from followup_lib.exchange.layout import Listing
from followup_lib.exchange.meanings import MEANINGS
from followup_lib.exchange.offered import AN_OFFER, PAST, PROMISED, SAID
from followup_lib.exchange.preview import Preview
from followup_lib.exchange.questions import Question, status_key
from followup_lib.exchange.report import Import, column_words, status_words
from followup_lib.exchange.talk_times import TIME
from followup_lib.pages.kit.choices import Choices
from followup_lib.reading.days import Order, is_ambiguous, read_days
from followup_lib.reading.standings import status_meaning
from followup_lib.records.dates import short_day
from followup_lib.records.vocabulary import Stage, Status

ENDS = (Status.ON_HOLD, Status.REJECTED, Status.WITHDRAWN, Status.NO_RESPONSE)
_OFFER_ENDS = (Status.ACCEPTED, Status.DECLINED, Status.REJECTED)
STANDINGS = (
    *((stage, Status.ACTIVE) for stage in Stage),
    *((Stage.OFFER, status) for status in _OFFER_ENDS),
    *((stage, end) for stage in list(Stage)[1:-1] for end in ENDS),
)
"""What a status word may mean."""
STANDING_CHOICES: Choices = [(status_words(*each), " ".join(each)) for each in STANDINGS]
COLUMN_CHOICES: Choices = [(column_words(meaning), meaning) for meaning in MEANINGS]
YES_NO: Choices = [("yes", "yes"), ("no", "no")]
CHOICES: dict[str, Choices] = {
    "status": STANDING_CHOICES,
    TIME: [("in the morning", "am"), ("in the evening", "pm")],
    LIST: [("yes, bring it in", "mine")],
    MOVED: [("yes, put them back", "yes"), ("no, leave them out", "no")],
    CHANGES: [
        ("yes, all of them", "yes"),
        ("no, none of them", "no"),
        ("they’re different applications: add them", "new"),
    ],
    SAME: [
        ("yes, the same: update what differs", "yes"),
        ("no, leave it out", "no"),
        ("it’s a different application: add it", "new"),
    ],
    ABOVE_KEY: YES_NO,
    STEPS: [("yes, put them together", "yes"), ("no, each one is separate", "no")],
    TWICE: [("yes, leave them out", "yes"), ("no, each one is separate", "no")],
    "section": [("yes, as the heading says", "yes"), ("no, as each row says", "no")],
    **dict.fromkeys(("use", SAID, AN_OFFER, PROMISED, *PAST), YES_NO),
}
"""What may be answered to a question, by its kind."""
UNDECIDED: Choices = [("decide later; it is kept in the notes", LATER)]
LEFT: Choices = [("decide later", LATER)]
LONGEST = 60
"""Letters of a cell shown as an example."""


class Ask(NamedTuple):
    """One list to choose from: the key its answer is given under, and what is chosen now.

    `label` is the question, `detail` what it is about.
    """

    key: str
    label: str
    choices: Choices
    value: str
    detail: str = ""


def question(asked: Question, one: Import, today: dt.date) -> Ask:
    """Return a question of a preview with what may be answered; "later" is always among it."""
    theirs = asked.key.partition(":")[2]
    choices = CHOICES.get(asked.kind, [])
    if asked.kind == "dates":
        choices = _orders(one.listing, theirs, today)
    elif asked.kind == "day":
        choices = [*_readings(theirs, today), ("it isn’t a day", NO_DAY)]
    elif asked.kind == "status" and (guess := status_meaning(theirs.replace("?", ""))):
        choices = [(status_words(*guess), " ".join(guess)), *choices]
        choices = list(dict.fromkeys(choices))
    elif asked.kind == "contact":
        choices = [(f"a person named {clip(theirs)}", theirs)]
    elif asked.kind == "headings":
        choices = [("yes", str(asked.rows[0])), ("no", "no")]
    value = one.answers.get(asked.key, LATER)
    if value not in [each for _, each in choices]:
        choices = [
            *choices,
            *([(_as_chosen(asked, value, today), value)] if value != LATER else []),
        ]
    later = UNDECIDED if asked.kind in ("status", "day", TIME, "dates", "contact") else LEFT
    label = clip(asked.text, 15 * LONGEST)
    detail = clip(f"{asked.about[:1].upper()}{asked.about[1:]}", 15 * LONGEST)
    return Ask(asked.key, label, [*later, *choices], value, detail)


def _as_chosen(asked: Question, value: str, today: dt.date) -> str:
    return short_day(dt.date.fromisoformat(value), today) if asked.kind == "day" else value


def takes_a_day(key: str) -> bool:
    """Tell whether an answer may be a day that is not among the choices."""
    return key.partition(":")[0] == "day"


def is_short(key: str) -> bool:
    """Tell whether all that may be answered is seen at once: there are few choices.

    >>> is_short("moved"), is_short("status:Applied")
    (True, False)
    """
    return key.partition(":")[0] not in ("status", "column")


def column(header: str, seen: Preview) -> Ask:
    """Return what a column of theirs became, with some cells of it, and what else it may hold."""
    cells = " · ".join(f"“{clip(cell, LONGEST // 2)}”" for cell in seen.samples[header])
    reason = seen.columns[header].partition(": ")[2]
    label = f"{header}: {cells}" if cells else f"{header} (empty)"
    label = f"{label}; {reason}" if reason else label
    value = chosen_meaning(seen.columns[header])
    return Ask(f"column:{header}", clip(label, 3 * LONGEST), COLUMN_CHOICES, value)


def chosen_meaning(became: str) -> str:
    """Return the choice that stands for what a column became.

    >>> chosen_meaning("company"), chosen_meaning("kept: none of its words is a status")
    ('company', 'keep')
    """
    return "keep" if became.partition(":")[0] in ("kept", "ignored") else became


def status(word: str, found: tuple[str, str] | None, known: tuple[str, str] | None) -> Ask:
    """Return what a status word was taken for; `known` is what it means without an answer."""
    choices = [*([] if known else UNDECIDED), *STANDING_CHOICES]
    taken = [each for each in (known, found) if each]
    choices += [(status_words(*each), " ".join(each)) for each in taken]
    value = " ".join(found) if found else LATER
    return Ask(status_key(word), f"“{clip(word)}”", list(dict.fromkeys(choices)), value)


def clip(text: str, letters: int = LONGEST) -> str:
    """Return a text on one line, cut where it is too long to be shown.

    >>> clip("Clerk\\nnights"), clip("abcdef", 4)
    ('Clerk nights', 'abc…')
    """
    line = " ".join(text.split())
    return line if len(line) <= letters else f"{line[: letters - 1]}…"


def _orders(listing: Listing, header: str, today: dt.date) -> Choices:
    cell = next(filter(is_ambiguous, _cells(listing, header)))
    orders: tuple[Order, ...] = ("day", "month")
    found = [read_days(cell, order, today) for order in orders]
    shown = [f" ({short_day(days[0].on, today)})" if days else "" for days in found]
    return [(f"the {order}{day}", order) for order, day in zip(orders, shown, strict=True)]


def _readings(cell: str, today: dt.date) -> Choices:
    """Return the days that a cell may mean, whichever of day and month comes first."""
    orders: tuple[Order, ...] = ("month", "day")
    days = {day.on for order in orders for day in read_days(cell, order, today)}
    return [(short_day(day, today), day.isoformat()) for day in sorted(days)]


def _cells(listing: Listing, header: str) -> list[str]:
    place = listing.header.index(header)
    return [row[place] for _, row in listing.rows if place < len(row)]

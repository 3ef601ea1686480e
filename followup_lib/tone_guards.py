"""Guards only a spreadsheet makes possible: another row's name, a day that is not on file.

They are the gravest remarks: each would embarrass whoever sends the message (guidance §3).
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from followup_lib.dates import short_day
from followup_lib.plan import Plan
from followup_lib.tables import Tables
from followup_lib.tone_remark import CHANGE, Remark
from followup_lib.vocabulary import MEETINGS

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
TITLES = re.compile(r"^(?:ms|mrs|mr|mx|dr|prof)\.?\s+", re.IGNORECASE)
DAY = re.compile(
    rf"(?:\b(?P<weekday>{'|'.join(WEEKDAYS)}),?\s+)?(?:the\s+)?"
    rf"(?:(?P<m1>{'|'.join(MONTHS)})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{'|'.join(MONTHS)})\b)"
    r"(?:,?\s+(?P<year>\d{4})\b)?",
    re.IGNORECASE,
)
ATTACHED = re.compile(
    r"\b(?:(?:is|are|i have|i've|please find|find)\s+attached|attached\s+(?:is|are|you)|"
    r"i(?:\s+have|['’]ve)?\s+attach(?:ed)?|i(?:\s+am|['’]m)\s+attaching)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Known:
    """What the spreadsheet holds that bears on one message.

    `own` are names, company and title of its row and the seeker's; `others` the same of other
    rows, each with whose it is; `absent` people of this firm nobody here talked with; `days` the
    days on file for it. `attached` tells whether a file was chosen.
    """

    today: dt.date
    title: str = ""
    own: frozenset[str] = frozenset()
    others: dict[str, str] = field(default_factory=dict)
    absent: frozenset[str] = frozenset()
    days: frozenset[dt.date] = frozenset()
    attached: bool = False

    @property
    def own_words(self) -> frozenset[str]:
        """Return the single words of `own`, in small letters."""
        return frozenset(word for text in self.own for word in re.findall(r"\w+", text.casefold()))


def known_facts(
    now: Plan,
    tables: Tables,
    row: Any,
    *,
    also_days: Iterable[dt.date] = (),
    attached: bool = False,
) -> Known:
    """Gather what bears on the message for a row of the plan.

    `also_days` are days the person just gave, such as the new day of a promise. A message to a
    reference may name every employer.
    """
    a, people = tables.applications, tables.people
    here = a["application_id"] == row.application_id
    events = tables.timeline[tables.timeline["application_id"] == row.application_id]
    if row.reference_id:
        here = here | True
        events = tables.timeline
    met = {name.strip() for who in events["who"] for name in who.split(";")}
    staff = set(people.loc[people["application_id"].isin(a.loc[here, "application_id"]), "name"])
    talked = events[events["event"].isin(list(MEETINGS))]["who"]
    seen = {name.strip() for who in talked for name in who.split(";")} | {str(row.to)}
    seen |= set(a.loc[here, "contact_name"])
    own = {tables.settings.seeker.name, str(row.to), *met, *staff, *tables.references["name"]}
    own |= set(a.loc[here, ["company", "job_title", "agency", "contact_name"]].to_numpy().ravel())
    texts = events[["said", "note"]].to_numpy().ravel()
    days = {day.date() for column in ("on", "due_on") for day in events[column].dropna()} | {
        now.facts.today.date(),
        *also_days,
    }
    return Known(
        today=now.facts.today.date(),
        title=str(a.loc[here, "job_title"].iloc[0]) if here.any() and not row.reference_id else "",
        own=frozenset({*filter(None, own), *filter(None, texts)}),
        others=_others(
            a[~here], people[~people["application_id"].isin(a.loc[here, "application_id"])]
        ),
        absent=frozenset(filter(None, staff - seen)) if not row.reference_id else frozenset(),
        days=frozenset(days) | _offer_days(now),
        attached=attached,
    )


def _offer_days(now: Plan) -> frozenset[dt.date]:
    """Return the deadlines of offers: the one fact of another row that a letter may name (X1)."""
    past = now.facts.past
    return frozenset(day.date() for day in past.loc[past["event"] == "offer", "due_on"].dropna())


def _others(a: pd.DataFrame, people: pd.DataFrame) -> dict[str, str]:
    firm = dict(zip(a["application_id"], a["company"], strict=True))
    found = {}
    for row in people.itertuples():
        found[str(row.name)] = firm.get(str(row.application_id), "")
    for column in ("contact_name", "job_title", "agency", "company"):
        found |= dict(zip(a[column], a["company"], strict=True))
    return {name: company for name, company in found.items() if len(name.strip()) > 2}


def guards(text: str, known: Known | None) -> Iterator[Remark]:
    """Yield the grave remarks of a message; none when nothing is known."""
    if known is None:
        return
    yield from _other_rows(text, known)
    yield from _days(text, known)
    if not known.attached and (match := ATTACHED.search(text)):
        why = "The message speaks of a file, and none is chosen here. Attach it before you send."
        yield _grave("no-file", match, why)
    for name in known.absent:
        if match := _find(name, text):
            why = f"{name} is on file here, but you have not talked with them: leave them out."
            yield Remark("not-met", CHANGE, match[0], *match.span(), why, "")


def _other_rows(text: str, known: Known) -> Iterator[Remark]:
    own = [part.casefold() for part in known.own]
    for name, company in known.others.items():
        spoken = TITLES.sub("", name)
        for wanted in dict.fromkeys((name, spoken, spoken.split()[-1] if spoken.split() else "")):
            if len(wanted) < 3 or any(wanted.casefold() in part for part in own):
                continue
            if (match := _find(wanted, text)) and not _common(match, text):
                why = f"“{match[0]}” belongs to another application of yours ({company or name})."
                yield _grave("another-row", match, why)
                break


def _find(name: str, text: str) -> re.Match[str] | None:
    spaced = r"\s+".join(map(re.escape, name.split())).replace("'", "['’]")
    return re.search(rf"(?<!\w){spaced}(?!\w)", text)


def _common(match: re.Match[str], text: str) -> bool:
    """Tell whether a single word may be a common one: a month, or what begins a sentence."""
    word = match[0]
    if " " in word:
        return False
    before = text[: match.start()].rstrip(" ")
    begins = not before or before[-1] in ".!?\n:"
    return begins or word.casefold() in (*MONTHS, *WEEKDAYS) or not word[:1].isupper()


def _days(text: str, known: Known) -> Iterator[Remark]:
    for match in DAY.finditer(text):
        number = int(match["d1"] or match["d2"])
        month = MONTHS.index((match["m1"] or match["m2"]).casefold()) + 1
        found = _nearest(match["year"], month, number, known.today)
        if found is None:
            yield _grave("no-such-day", match, f"There is no “{match[0]}”. Look at the day again.")
        elif match["weekday"] and WEEKDAYS[found.weekday()] != match["weekday"].casefold():
            right = short_day(found, known.today)
            yield _grave("wrong-weekday", match, f"That day is a different weekday: {right}.")
        elif found not in known.days:
            why = f"{short_day(found, known.today)} is nowhere in the spreadsheet for this one."
            yield _grave("unknown-day", match, why)


def _nearest(year: str | None, month: int, day: int, today: dt.date) -> dt.date | None:
    """Return the day nearest to today with this month and day, None when there is none."""
    years = [int(year)] if year else range(today.year - 1, today.year + 2)
    found = []
    for candidate in years:
        try:
            found.append(dt.date(candidate, month, day))
        except ValueError:
            continue
    return min(found, key=lambda other: abs(other - today), default=None)


def _grave(name: str, match: re.Match[str], why: str) -> Remark:
    return Remark(name, CHANGE, match[0], *match.span(), why, "", grave=True)

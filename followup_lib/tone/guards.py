"""Guards only a spreadsheet makes possible: another row's name, a day that is not on file.

They are the gravest remarks: each would embarrass whoever sends the message (guidance §3).
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import pandas as pd

from followup_lib.advice.plan import Plan
from followup_lib.records.dates import MONTHS, WEEKDAYS, short_day
from followup_lib.records.rows import PlanRow
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import MEETINGS
from followup_lib.tone.names import Names, bare

DAY = re.compile(
    rf"(?:\b(?P<weekday>{'|'.join(WEEKDAYS)}),?\s+)?(?:the\s+)?"
    rf"(?:(?P<m1>{'|'.join(MONTHS)})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{'|'.join(MONTHS)})\b)"
    r"(?:,?\s+(?P<year>\d{4})\b)?",
    re.IGNORECASE,
)
ATTACHED = re.compile(
    r"\b(?:(?:is|are|i have|i['’]ve|please find|find|see)\s+(?:(?:now|also)\s+)?(?:the\s+)?"
    r"(?:attach(?:ed|ment)|enclosed)|(?:attached|enclosed)\s+(?:is|are|you|please)|"
    r"i(?:\s+have|['’]ve)?\s+(?:attach|enclose)(?:e?d)?|i(?:\s+am|['’]m)\s+(?:attach|enclos)ing)\b"
    r"(?!\s+to\s+(?!(?:this|my)\s+(?:e-?mail|message|note|letter)\b))",
    re.IGNORECASE,
)
TOLD = (
    r"(?:\s+(?:has|have|had|just|also))*\s+(?:told|said|says|mentioned|heard|informed|let me know|"
    r"(?:was|were|got|received)\s+(?:called|contacted|phoned|asked|a call|your call))\b"
)
CHANGE, THINK, SMALL = "change this", "think about this", "small thing"
"""The weights of a remark, as they are on screen."""


class Remark(NamedTuple):
    """One remark: `phrase` stands in the text from `start` to `end`; `instead` may be ""."""

    id: str
    weight: str
    phrase: str
    start: int
    end: int
    why: str
    instead: str
    grave: bool = False

    @property
    def rank(self) -> int:
        """Return its place among others: what could embarrass most comes first."""
        return 0 if self.grave else 1 + (CHANGE, THINK, SMALL).index(self.weight)


@dataclass(frozen=True)
class Known:
    """What the spreadsheet holds that bears on one message.

    `names` are those of its row and the seeker's: people, company and title, which say nothing
    of how a sentence comes across; `own` are these and the words noted there; `companies`,
    `titles` and `people` those of other rows, each with the company it belongs to; `absent`
    people of this firm nobody here talked with; `references` whose words stay with the seeker;
    `days` the days on file for it. Without a `today` days are not looked at. `attached` tells
    whether a file was chosen, None when that is not known: then nothing is said of files.
    """

    today: dt.date | None = None
    title: str = ""
    names: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    companies: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    absent: frozenset[str] = frozenset()
    references: frozenset[str] = frozenset()
    days: frozenset[dt.date] = frozenset()
    attached: bool | None = None

    def without_names(self, sentence: str) -> str:
        """Return a sentence with one and the same name in place of all that are known."""
        return self._names.sub("Jo", sentence) if self.names else sentence

    @cached_property
    def _names(self) -> re.Pattern[str]:
        longest_first = sorted(self.names, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")

    @cached_property
    def elsewhere(self) -> Names:
        """Return the names of other rows, made ready to be found once for all checks."""
        return Names(self.companies, self.titles, self.people, self.own)

    @cached_property
    def own_words(self) -> frozenset[str]:
        """Return the single words of `own`, in small letters."""
        return frozenset(word for text in self.own for word in re.findall(r"\w+", text.casefold()))


def known_facts(
    now: Plan,
    tables: Tables,
    row: PlanRow,
    *,
    also_days: Iterable[dt.date] = (),
    attached: bool | None = None,
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
    met = _each(events["who"])
    staff = set(people.loc[people["application_id"].isin(a.loc[here, "application_id"]), "name"])
    seen = _each(events[events["event"].isin(list(MEETINGS))]["who"])
    seen |= {str(row.to), *a.loc[here, "contact_name"]}
    own = {tables.settings.seeker.name, str(row.to), *met, *staff, *tables.references["name"]}
    own |= set(a.loc[here, ["company", "job_title", "agency", "contact_name"]].to_numpy().ravel())
    texts = events[["said", "note"]].to_numpy().ravel()
    days = {day.date() for column in ("on", "due_on") for day in events[column].dropna()}
    days |= {now.facts.today.date(), *also_days}
    others = a[~here]
    firm = dict(zip(others["application_id"], others["company"], strict=True))
    strangers = people[people["application_id"].isin(firm)]
    about_reference = bool(row.reference_id)
    return Known(
        today=now.facts.today.date(),
        title=str(a.loc[here, "job_title"].iloc[0]) if here.any() and not about_reference else "",
        names=frozenset(filter(None, own)),
        own=frozenset({*filter(None, own), *filter(None, texts)}),
        companies=_named(others, "company") | _named(others, "agency"),
        titles=_named(others, "job_title"),
        people=_named(others, "contact_name")
        | dict(zip(strangers["name"], strangers["application_id"].map(firm), strict=True)),
        absent=frozenset() if about_reference else frozenset(filter(None, staff - seen)),
        references=frozenset() if about_reference else frozenset(tables.references["name"]),
        days=frozenset(days) | _offer_days(now),
        attached=attached,
    )


def _each(who: pd.Series) -> set[str]:
    """Return every name of cells in which ";" divides several."""
    return {name.strip() for names in who for name in names.split(";")}


def _named(a: pd.DataFrame, column: str) -> dict[str, str]:
    return {name: firm for name, firm in zip(a[column], a["company"], strict=True) if name.strip()}


def _offer_days(now: Plan) -> frozenset[dt.date]:
    """Return the deadlines of offers: the one fact of another row that a letter may name (X1)."""
    past = now.facts.past
    return frozenset(day.date() for day in past.loc[past["event"] == "offer", "due_on"].dropna())


def guards(text: str, known: Known | None) -> Iterator[Remark]:
    """Yield the grave remarks of a message; none when nothing is known."""
    if known is None:
        return
    for start, end, firm in known.elsewhere.find(text):
        whose = f" ({firm})" if firm != text[start:end] else ""
        why = f"This belongs to another application of yours{whose}."
        yield Remark("another-row", CHANGE, text[start:end], start, end, why, "", grave=True)
    yield from _days(text, known)
    if known.attached is False and (match := ATTACHED.search(text)):
        why = "The message speaks of a file, and none is chosen here. Attach it before you send."
        yield _grave("no-file", match, why)
    for name in known.absent:
        if match := re.search(_spaced(name), text):
            why = f"{name} is on file here, but you have not talked with them: leave them out."
            yield Remark("not-met", CHANGE, match[0], *match.span(), why, "")
    for name in known.references:
        if match := re.search(_spaced(bare(name)) + TOLD, text):
            why = "What a reference tells you stays with you: it was said in confidence."
            yield _grave("reference-told", match, why)


def _spaced(name: str) -> str:
    """Return a pattern for a name: any white space, either apostrophe, whole words."""
    loose = r"\s+".join(map(re.escape, name.split())).replace("'", "['’]")
    return rf"(?<!\w){loose}(?!\w)"


def _days(text: str, known: Known) -> Iterator[Remark]:
    if known.today is None:
        return
    for match in DAY.finditer(text):
        number = int(match["d1"] or match["d2"])
        month = MONTHS.index((match["m1"] or match["m2"]).casefold().capitalize()) + 1
        found = _nearest(match["year"], month, number, known.today)
        if found is None:
            yield _grave("no-such-day", match, f"There is no “{match[0]}”. Look at the day again.")
        elif (
            match["weekday"] and match["weekday"].casefold() != WEEKDAYS[found.weekday()].casefold()
        ):
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

"""The tables of a search: their columns and their types.

Text columns are `str` with "" for empty; days are `datetime64[s]` with NaT.
Columns of the person's own are kept as they are, behind ours, and nothing is derived from them.
"""

import re
from dataclasses import dataclass, field, fields, replace
from typing import Any

import pandas as pd

from followup_lib.records.errors import Problem
from followup_lib.records.settings import Settings
from followup_lib.records.situations import Situation
from followup_lib.records.vocabulary import PREFERRED, Certainty, Channel, CommitmentOutcome, Event

COLUMNS: dict[str, tuple[str, ...]] = {
    "applications": (
        "application_id",
        "company",
        "job_title",
        "job_url",
        "location",
        "source",
        "agency",
        "contact_name",
        "contact_role",
        "contact_email",
        "contact_phone",
        "preferred_contact",
        "notes",
    ),
    "people": ("application_id", "name", "role", "email", "phone", "preferred_contact"),
    "timeline": (
        "event_id",
        "application_id",
        "on",
        "event",
        "due_on",
        "at",
        "refers_to",
        "who",
        "channel",
        "situation",
        "said",
        "certainty",
        "message",
        "note",
    ),
    "references": (
        "reference_id",
        "name",
        "relationship",
        "company",
        "email",
        "phone",
        "preferred_contact",
        "notes",
    ),
    "sessions": ("session_id", "on", "coach", "focus", "covered", "insights", "next_on"),
    "commitments": (
        "commitment_id",
        "session_id",
        "i_will",
        "due_on",
        "confidence",
        "smaller",
        "outcome",
        "settled_on",
        "application_id",
    ),
}
REQUIRED: dict[str, tuple[str, ...]] = {
    "applications": ("application_id", "company", "job_title"),
    "people": ("application_id", "name"),
    "timeline": ("application_id", "on", "event"),
    "references": ("reference_id", "name"),
    "sessions": ("session_id", "on"),
    "commitments": ("commitment_id", "session_id", "i_will"),
}
OPTIONAL_TABLES = ("people", "references", "sessions", "commitments")
DATES: dict[str, tuple[str, ...]] = {
    "applications": (),
    "people": (),
    "timeline": ("on", "due_on"),
    "references": (),
    "sessions": ("on", "next_on"),
    "commitments": ("due_on", "settled_on"),
}
"""The columns of each table that hold days; one's own of the same name in another is text."""
TIMES: dict[str, tuple[str, ...]] = {"timeline": ("at",)}
"""The columns that hold a time of day, as text: 14:30."""
WORDS: dict[str, dict[str, tuple[str, ...]]] = {
    "applications": {"preferred_contact": PREFERRED},
    "people": {"preferred_contact": PREFERRED},
    "timeline": {
        "event": tuple(Event),
        "channel": tuple(Channel),
        "situation": tuple(Situation),
        "certainty": tuple(Certainty),
    },
    "references": {"preferred_contact": PREFERRED},
    "sessions": {},
    "commitments": {"outcome": tuple(CommitmentOutcome)},
}
"""The columns of each table that hold words of ours, and the words allowed there."""
IDS = {
    "applications": "application_id",
    "timeline": "event_id",
    "references": "reference_id",
    "sessions": "session_id",
    "commitments": "commitment_id",
}


@dataclass(frozen=True, eq=False, repr=False)
class Tables:
    """One search at one moment. Changing a table means making another `Tables`.

    Of several searches read as one, `mark` is how many letters before each id tell them apart.
    `headers` tells of columns whose name is not spelled as ours, or nearly so.
    """

    applications: pd.DataFrame
    people: pd.DataFrame
    timeline: pd.DataFrame
    references: pd.DataFrame
    settings: Settings = field(default_factory=Settings)
    sessions: pd.DataFrame = field(default_factory=lambda: empty_table("sessions"))
    commitments: pd.DataFrame = field(default_factory=lambda: empty_table("commitments"))
    mark: int = 0
    headers: tuple[Problem, ...] = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tables) and same_fields(self, other)

    def __repr__(self) -> str:
        return f"Tables({', '.join(f'{name}: {len(getattr(self, name))}' for name in COLUMNS)})"


def same_fields(one: Any, other: Any) -> bool:
    """Tell whether two of a kind have the same in every field, tables cell by cell."""
    pairs = ((getattr(one, field.name), getattr(other, field.name)) for field in fields(one))
    return all(a.equals(b) if isinstance(a, pd.DataFrame) else a == b for a, b in pairs)


def empty_table(name: str) -> pd.DataFrame:
    """Return table `name` with its columns and types and no rows."""
    return as_table(name, pd.DataFrame(columns=list(COLUMNS[name]), dtype="str"))


def as_table(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Return `frame` (text throughout) with every column of table `name`, dates parsed.

    Missing columns come empty; columns not ours follow at the end.
    """
    own = [column for column in frame.columns if column not in COLUMNS[name]]
    table = frame.reindex(columns=[*COLUMNS[name], *own], fill_value="").astype("str")
    for column in DATES[name]:
        table[column] = parse_days(table[column])
    return table


def ours(tables: Tables) -> Tables:
    """Return the tables with our columns only: all that anything may be derived from.

    So a column of the person's own never meets a derived one of the same name.
    """
    known: dict[str, Any] = {
        name: _only(getattr(tables, name), list(COLUMNS[name])) for name in COLUMNS
    }
    return replace(tables, **known)


def _only(table: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    return table if table.columns.tolist() == columns else table[columns]


def next_event_id(timeline: pd.DataFrame) -> str:
    """Return an event_id above all others, such as e0042."""
    ids = "\n".join(timeline["event_id"].tolist())
    numbers = re.findall("^e([0-9]+)$", ids, re.MULTILINE)  # of 40,000 in a few milliseconds
    return f"e{max(map(int, numbers), default=0) + 1:04d}"


def with_event_ids(timeline: pd.DataFrame) -> pd.DataFrame:
    """Give rows that lack an `event_id` one, the same whatever the order of the rows."""
    lacking = timeline["event_id"] == ""
    if not lacking.any():
        return timeline
    first = int(next_event_id(timeline)[1:])
    rank = {event.value: place for place, event in enumerate(Event)}
    keys = timeline.loc[lacking].assign(rank=timeline["event"].map(rank))
    order = keys.sort_values(["on", "application_id", "rank", "due_on", "said", "note"]).index
    ids = [f"e{number:04d}" for number in range(first, first + len(order))]
    return timeline.assign(event_id=timeline["event_id"].mask(lacking, pd.Series(ids, order)))


def parse_days(texts: pd.Series) -> pd.Series:
    """Return texts such as 2026-03-16 as `datetime64[s]`, NaT where a text is no day."""
    return pd.to_datetime(texts, format="%Y-%m-%d", errors="coerce").astype("datetime64[s]")


def look_up(keys: pd.Series, values: pd.Series) -> pd.Series:
    """Return the value of each key, of the type of `values`; missing for a key not in its index."""
    return pd.Series(values.reindex(keys).array, keys.index)

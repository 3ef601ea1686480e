"""A copy for supervision in which nobody can be recognised, and the case can still be read.

People, firms, addresses, positions and every free text are replaced, the same by the same; days
move together by a number of whole weeks that only the copy's maker knows, so that weekdays and
waits stay as they were.
"""

import datetime as dt
from dataclasses import replace
from typing import Any

import pandas as pd
import tomlkit

from followup_lib.advice.said import with_days_read
from followup_lib.records.dates import read_time
from followup_lib.records.ledger import in_order
from followup_lib.records.settings import Settings
from followup_lib.records.tables import COLUMNS, DATES, Tables, as_table
from followup_lib.records.vocabulary import REFERENCE_EVENTS
from followup_lib.store.csv_out import write_csv

PEOPLE = ("contact_name", "name", "who", "coach")
FIRMS = ("company", "agency")
IDS = {
    "application_id": "application",
    "reference_id": "reference",
    "event_id": "event",
    "refers_to": "event",
    "session_id": "session",
    "commitment_id": "commitment",
}
ROLES = ("contact_role", "role", "relationship", "job_title")
KEPT = ("preferred_contact", "event", "channel", "situation", "certainty", "outcome")
"""Columns whose words come from a list of ours, never from a person."""
EMPTIED = (
    "job_url",
    "location",
    "source",
    "contact_email",
    "contact_phone",
    "email",
    "phone",
    "message",
)


class _Names:
    """Gives every value a stand-in of its kind, the same one each time."""

    def __init__(self) -> None:
        self._given: dict[tuple[str, str], str] = {}
        self._count: dict[str, int] = {}

    def stand_in(self, kind: str, value: str) -> str:
        if not value.strip():
            return ""
        key = (kind, " ".join(value.split()).casefold())
        if key not in self._given:
            self._count[kind] = self._count.get(kind, 0) + 1
            joint = "-" if kind.islower() else " "  # ids are lower case
            self._given[key] = f"{kind}{joint}{self._count[kind]}"
        return self._given[key]


def redacted(tables: Tables, weeks: int) -> Tables:
    """Return tables that tell the same story of nobody, days moved by `weeks` (not 0).

    Columns of the person's own are left out, and so are public holidays: a wait over one counts
    a day more than it did.
    """
    if weeks == 0:
        raise ValueError("days that do not move give the person away")
    names = _Names()
    ordered = in_order(tables.timeline).drop(columns="row")  # ids decide the order on one day
    read, _ = with_days_read(ordered, tables.settings.calendar)  # their words do not go along
    tables = replace(tables, timeline=read)
    shift = pd.Timedelta(weeks=weeks)
    made: dict[str, Any] = {
        name: _table(name, getattr(tables, name), names, shift) for name in COLUMNS
    }
    return Tables(**made, settings=_settings(tables.settings, weeks))


def redacted_files(tables: Tables, weeks: int) -> dict[str, bytes]:
    """Return the files of the redacted search by name; it opens like any other."""
    copy = redacted(tables, weeks)
    files = {f"{name}.csv": write_csv(getattr(copy, name)) for name in COLUMNS}
    return files | {"settings.toml": _toml(copy.settings).encode("utf-8")}


def _table(name: str, table: pd.DataFrame, names: _Names, shift: pd.Timedelta) -> pd.DataFrame:
    """Replace each column by its kind; a column that nobody named is a free text."""
    about_reference = table["event"].isin(list(REFERENCE_EVENTS)) if "event" in table else None
    out = {}
    for column in COLUMNS[name]:
        cells = table[column]
        if column in DATES[name]:
            out[column] = cells + shift
        elif column in KEPT:
            out[column] = cells
        elif column == "at":
            out[column] = cells.map(read_time)
        elif column == "confidence":
            out[column] = cells.where(cells.str.fullmatch(r"\d{1,2}"), "")
        elif column in EMPTIED:
            out[column] = cells.map(lambda _: "")
        elif column == "who" and about_reference is not None:
            people = cells.map(lambda text: _each_name(names, text))
            ids = cells.map(lambda text: names.stand_in("reference", text))
            out[column] = people.mask(about_reference, ids)
        else:
            kind = _kind(column)
            out[column] = cells.map(lambda text, kind=kind: names.stand_in(kind, text))
    return _typed(name, pd.DataFrame(out))


def _kind(column: str) -> str:
    if column in IDS:
        return IDS[column]
    if column in PEOPLE:
        return "Person"
    if column in FIRMS:
        return "Firm"
    return "Position" if column == "job_title" else "Role" if column in ROLES else "Text"


def _each_name(names: _Names, who: str) -> str:
    return "; ".join(names.stand_in("Person", name) for name in who.split(";") if name.strip())


def _typed(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    days = {column: frame[column] for column in DATES[name]}
    texts = frame.assign(**dict.fromkeys(days, "")).astype("str")
    return as_table(name, texts).assign(**days)


def _settings(settings: Settings, weeks: int) -> Settings:
    """Return settings without the person; public holidays and days off would betray the days."""
    calendar = replace(settings.calendar, country="", subdivision="", days_off=())
    seeker = replace(settings.seeker, name="Client", phone="", email="")
    today = settings.today + dt.timedelta(weeks=weeks) if settings.today else None
    return replace(settings, seeker=seeker, calendar=calendar, today=today, problems=())


def _toml(settings: Settings) -> str:
    document = tomlkit.document()
    if settings.today:
        document["today"] = settings.today
    seeker, calendar = settings.seeker, settings.calendar
    document["seeker"] = {"name": seeker.name, "cannot_use": list(seeker.cannot_use)}
    document["calendar"] = {"country": "", "weekend": list(calendar.weekend)}
    document["pace"] = dict(settings.pace)
    return tomlkit.dumps(document)

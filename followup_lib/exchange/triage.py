"""What came in from a spreadsheet and nobody has sorted yet; and the rest of it, put to rest.

No list from elsewhere says what was said about when. So each application is either told about (with
whom one talked, what they said) or rests; until then it waits to be sorted.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Any

import pandas as pd

from followup_lib.advice.plan import Plan, plan
from followup_lib.records import edits
from followup_lib.records.dates import count
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import EventRow, rows_as
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import MEETINGS, Event, Stage

KEY = "import_key"
"""A column of applications.csv and timeline.csv: which row of which content this came from."""
NOTE = "came in from a spreadsheet, and no talk with a person was noted"
"""Why an application rests that was sorted by leaving it out."""


def waiting(now: Plan, tables: Tables) -> pd.DataFrame:
    """Return the imported applications that nobody has sorted yet, the latest activity first.

    One waits while it has not ended (or only its own words say so), is more than saved, nothing was
    logged for it by hand (every row of its timeline still carries the key of its import), and the
    plan knows of neither an interview ahead nor an offer to answer: those keep their place. The
    index is `application_id`; columns are those of the facts, and `last_on`, the last day known,
    NaT for none.
    """
    f, t = now.facts.applications, tables.timeline
    came = tables.applications["application_id"][_imported(tables.applications) != ""]
    by_hand = t["application_id"][_imported(t) == ""]
    alive = now.live | (f["end_words"] != "")
    waits = f.index.isin(came) & alive & (f["stage"] != Stage.SAVED) & ~f.index.isin(by_hand)
    waits &= f["ahead_on"].isna() & ~f["offered"]
    past = now.facts.past
    past = past[past["event"] != Event.SNOOZED]  # what was put off at the import is no activity
    last_on = past.groupby("application_id")["on"].max()
    rows: pd.DataFrame = f[waits].assign(last_on=last_on.reindex(f.index[waits]))
    return rows.sort_values("last_on", ascending=False, kind="stable")


def sentence(n: int) -> str:
    """Return how many wait to be sorted, "" for none.

    >>> sentence(53), sentence(1)
    ('53 imported applications wait to be sorted.', 'One imported application waits to be sorted.')
    """
    text = f"{count(n, 'imported application')} wait{'s' if n == 1 else ''} to be sorted."
    return f"{text[:1].upper()}{text[1:]}" if n else ""


def talk_on_file(tables: Tables, application_id: str, on: dt.date | None) -> EventRow | None:
    """Return the imported row that tells of a talk already, None when there is none.

    It is one of the day `on`, else one of a later day (the person knows better), else one of a day
    not known; for `on` None any will do, the last first.
    """
    t, day = tables.timeline, pd.to_datetime(on) if on else pd.NaT
    talks = t[(t["application_id"] == application_id) & t["event"].isin(list(MEETINGS))]
    talks = talks[(_imported(talks) != "") & ~(talks["on"] < day)]
    talks = talks.assign(same=talks["on"] == day)
    talks = talks.sort_values(["same", "on"], kind="stable", na_position="first")
    rows = rows_as(EventRow, talks.tail(1))
    return rows[0] if rows else None


def tell_talk(tables: Tables, event_id: str, on: dt.date | None, **cells: Any) -> Tables:
    """Complete an imported row by what a person says of that talk; the row is theirs from then on.

    Empty cells change nothing, except that an exact day is exact (`certainty`).
    """
    changes = {name: cell for name, cell in cells.items() if cell or name == "certainty"}
    return edits.change_event(tables, event_id, on=on, **changes, **{KEY: ""})


def said_on_file(tables: Tables, application_id: str, event: str) -> EventRow | None:
    """Return the imported row of what was said or promised, the last one, None for none."""
    rows = rows_as(EventRow, _said(tables, application_id, [event]).tail(1))
    return rows[0] if rows else None


def without_said(tables: Tables, application_id: str, events: Iterable[str]) -> Tables:
    """Take out imported rows of what was said or promised, which a person tells anew."""
    for event_id in _said(tables, application_id, events)["event_id"]:
        tables = edits.remove_event(tables, event_id)
    return tables


def _said(tables: Tables, application_id: str, events: Iterable[str]) -> pd.DataFrame:
    t = tables.timeline
    of_it = (t["application_id"] == application_id) & t["event"].isin(list(events))
    return t[of_it & (_imported(t) != "")]


def let_rest(tables: Tables, application_ids: Iterable[str], today: dt.date) -> Tables:
    """Let those of the applications rest that still wait to be sorted, all in one change.

    Raises `FollowupError` when none does any more.
    """
    still = waiting(plan(tables, today), tables)
    still = still[still.index.isin(list(application_ids))]
    if still.empty:
        raise FollowupError("Nothing is left to sort: another window got there first.")
    over = still["end_words"] != ""
    for event_id in still["hold_row"][over]:  # what the list said of its end is confirmed
        tables = edits.change_event(tables, event_id, said="", certainty="", **{KEY: ""})
    ids = still.index[~over].tolist()
    return edits.let_rest(tables, ids, today, NOTE) if ids else tables


def _imported(table: pd.DataFrame) -> pd.Series:
    """Return the key of the import each row came by, "" for a row added by hand."""
    return table[KEY] if KEY in table else pd.Series("", table.index, dtype="str")

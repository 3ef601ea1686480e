"""What a timeline shows, as tables: rows in the order they are drawn, spans of stages, marks."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from followup_lib.facts import Facts, facts
from followup_lib.plan import SOON, TODAY, Plan, plan
from followup_lib.tables import FollowupError, Tables
from followup_lib.vocabulary import CLOSED, MESSAGES, OUTCOMES, Event, Stage, Status

GROUPS = {
    "today": "for today",
    "coming_up": "coming up",
    "waiting": "waiting",
    "ended": "ended or at rest",
}
"""Groups of rows in the order they are drawn, and their words on screen."""

MINE = (*MESSAGES, Event.NO_ANSWER, Event.THANKED)
"""Contacts from the seeker's side."""

SHOWN = (*Stage, Status.ON_HOLD)
"""What a span may be: a stage, or the time on hold."""


@dataclass(frozen=True)
class Timeline:
    """Everything a timeline draws or says on one day.

    `rows` has one row per application (index `application_id`), in drawing order: the columns of
    the facts, the most urgent row of the plan (`situation, channel, earliest_on, due_on`),
    `group` (a key of `GROUPS`), `until` (the first day after the grace of their date), and `row`
    (where the application stands in applications.csv; its header is row 1).
    `spans` and `marks` are those of the rows, as the functions of these names return them; `plan`
    is the plan all of it comes from.
    """

    plan: Plan
    today: pd.Timestamp
    rows: pd.DataFrame
    spans: pd.DataFrame
    marks: pd.DataFrame


def timeline(
    tables: Tables, today: dt.date, *, applications: Iterable[str] | None = None
) -> Timeline:
    """Gather what a timeline shows of all applications, or of the ids in `applications`.

    Raises `FollowupError` for an id that is not in applications.csv.
    """
    now = plan(tables, today)
    rows = _rows(now)
    place = pd.Series(tables.applications.index, tables.applications["application_id"])
    rows["row"] = place.reindex(rows.index) + 2
    if applications is not None:
        rows = rows[rows.index.isin(_known(list(applications), tables))]
    spans, marks = _spans(now.facts), _marks(now.facts, rows)
    return Timeline(
        now,
        now.facts.today,
        rows,
        spans[spans["application_id"].isin(rows.index)].reset_index(drop=True),
        marks[marks["application_id"].isin(rows.index)].reset_index(drop=True),
    )


def spans(tables: Tables, today: dt.date) -> pd.DataFrame:
    """Return one row per stage entered, until the next stage, an outcome, or today.

    Columns: `application_id`, `stage` (a `Stage`, or on_hold), `start` and `end`
    (`datetime64[s]`), `days` (calendar days between them, 0 when both fall on one day). A stage
    without a day has no span; one that ended on a day nobody wrote down has 0 days.
    """
    return _spans(facts(tables, today))


def marks(tables: Tables, today: dt.date) -> pd.DataFrame:
    """Return one row per mark: contacts, promises of both sides, the next interview.

    Columns: `application_id`, `kind`, `on` and `until` (`datetime64[s]`). Kinds: `mine` and
    `theirs` (contacts), `they_promised` (the date that counts, `until` the first day after its
    grace), `i_promised` (open, on its due day), `i_kept`, `interview_ahead`.
    """
    now = plan(tables, today)
    return _marks(now.facts, _rows(now))


def _known(wanted: list[str], tables: Tables) -> list[str]:
    known = tables.applications["application_id"]
    for application_id in wanted:
        if application_id not in set(known):
            some = ", ".join(known.head(5)) or "none yet"
            raise FollowupError(
                f"applications.csv: {application_id!r} is not an application_id in it; there are "
                f"{some}{' and others' if len(known) > 5 else ''}; choose one of these."
            )
    return wanted


def _rows(now: Plan) -> pd.DataFrame:
    """Return the facts with the next action: in the plan's order, those that ended at the end."""
    first = now.rows[now.rows["reference_id"] == ""].drop_duplicates("application_id")
    first = first.set_index("application_id")
    columns = ["situation", "channel", "earliest_on", "due_on", "when"]
    rows = now.facts.applications.join(first[columns], how="right")
    closed = rows["status"].isin(list(CLOSED))
    choices = [rows["when"] == TODAY, rows["when"] == SOON, closed]
    rows["group"] = np.select(choices, ["today", "coming_up", "ended"], "waiting")
    rows["their_day"] = rows["their_day"].mask(closed)
    rows["until"] = now.view.their_window.reindex(rows.index).mask(closed)
    ended = rows["group"] == "ended"
    resting = rows[ended].sort_values("status_on", ascending=False, kind="stable")
    return pd.concat([rows[~ended], resting])


def _spans(known: Facts) -> pd.DataFrame:
    past = known.past
    turns = past[past["event"].isin([*Stage, *OUTCOMES, Event.HEARD_BACK, Event.INTERVIEW_PLANNED])]
    turns = turns[turns["application_id"] != ""]
    turns = turns.assign(shown=_shown(turns))
    closed = turns["shown"].isin(list(CLOSED))
    turns = turns.assign(closed=closed & turns["event"].isin(list(Stage)))
    turns["shown"] = turns["shown"].mask(turns["closed"], turns["event"])
    before = turns.groupby("application_id")["shown"].shift(fill_value="")
    turns = turns[turns["event"].isin(list(Stage)) | (turns["shown"] != before)]
    turns = turns[turns["on"].notna()]
    end = turns.groupby("application_id")["on"].shift(-1).fillna(known.today)
    end = end.mask(turns["closed"], turns["on"])
    out = pd.DataFrame(
        {
            "application_id": turns["application_id"],
            "stage": turns["shown"],
            "start": turns["on"],
            "end": end,
            "days": (end - turns["on"]).dt.days,
        }
    )
    return out[out["stage"].isin(list(SHOWN))].reset_index(drop=True)


def _shown(turns: pd.DataFrame) -> pd.Series:
    """Return what an application shows after each turn: its stage, or the outcome it rests in."""
    event, of = turns["event"], turns["application_id"]
    stage = event.where(event.isin(list(Stage))).groupby(of).ffill()
    awake = event.isin([*list(Stage)[2:], Event.RESUMED])
    asleep = event.isin(list(OUTCOMES)) & ~awake
    rests = event.where(asleep).mask(awake, "").groupby(of).ffill().fillna("")
    woken = (event == Event.INTERVIEW_PLANNED) | (
        (event == Event.HEARD_BACK) & (rests == Status.NO_RESPONSE)
    )
    rests = rests.where(~woken.groupby([of, _stretch(asleep | awake, of)]).cummax(), "")
    return rests.where(rests != "", stage).fillna("")


def _stretch(begins: pd.Series, of: pd.Series) -> pd.Series:
    """Number the stretches that begin where `begins` is true, within each application."""
    return begins.astype("int64").groupby(of).cumsum()


def _marks(known: Facts, rows: pd.DataFrame) -> pd.DataFrame:
    past = known.past
    mine = known.promises[known.promises["event"] == Event.I_PROMISED]
    kept = mine[mine["state"] == Event.KEPT]
    alive = rows.index[~rows["status"].isin(list(CLOSED)) | (rows["status"] == Event.NO_RESPONSE)]
    theirs = rows[rows["their_day"].notna()]
    ahead = rows[rows["ahead_on"].notna()]
    found = [
        _mark("mine", past[past["event"].isin(list(MINE))], "on"),
        _mark("theirs", past[past["event"] == Event.HEARD_BACK], "on"),
        _mark("they_promised", theirs.reset_index(), "their_day", "until"),
        _mark("i_promised", known.owed[known.owed["application_id"].isin(alive)], "due_on"),
        _mark("i_kept", kept.assign(due_on=kept["due_on"].fillna(kept["settled_on"])), "due_on"),
        _mark("interview_ahead", ahead.reset_index(), "ahead_on"),
    ]
    marks = pd.concat(found, ignore_index=True)
    return marks[marks["on"].notna() & (marks["application_id"] != "")].reset_index(drop=True)


def _mark(kind: str, rows: pd.DataFrame, on: str, until: str | None = None) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "application_id": rows["application_id"].astype("str"),
            "kind": kind,
            "on": rows[on],
            "until": rows[until] if until else pd.Series(pd.NaT, rows.index, "datetime64[s]"),
        }
    )

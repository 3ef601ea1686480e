"""Which rows a timeline shows, in which order, and on which page."""

import datetime as dt
from collections.abc import Iterable
from typing import Literal, TypedDict

import pandas as pd

from followup_lib.advice.plan import Plan
from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import Tables

ACTIVE, DUE, ALL = "active", "due", "all"
"""Rows under way (of the others a line tells how many), for today, or every one."""
NEXT, WAIT = "next", "wait"
"""By the next action, or the longest without a word from them first."""
HEADINGS = {
    "today": "Today",
    "coming_up": "Coming up",
    "waiting": "Waiting",
    "ended": "Ended or on pause",
}
BY_WAIT = "Longest wait first"
MOST = 60
"""Rows of their own in one picture: with more, nobody finds theirs, and there is an overview."""


class Choice(TypedDict, total=False):
    """What may be chosen of a timeline, each by its name; all may be left out.

    `applications` are the ids to show, whatever their state. `which` is "active" (the rows under
    way, and a line that tells how many rest), "due" (for today) or "all"; `since` leaves out rows
    in which nothing happened on or after that day. `order` is "next" or "wait". `now` is the plan
    of this day, when it has been made already.
    """

    applications: Iterable[str] | None
    which: Literal["active", "due", "all"]
    since: dt.date | None
    order: Literal["next", "wait"]
    now: Plan | None


def choose(rows: pd.DataFrame, now: Plan, tables: Tables, choice: Choice) -> pd.DataFrame:
    """Return the rows chosen, in the order chosen, with the `heading` each stands under."""
    named = choice.get("applications")
    if named is not None:
        rows = rows[rows.index.isin(_known(list(named), tables))]
    which = choice.get("which", ALL if named is not None else ACTIVE)
    if which == DUE:
        rows = rows[rows["group"] == "today"]
    if which == ACTIVE:
        rows = rows[rows["group"] != "ended"]
    rows = rows[rows.index.isin(_busy(now, choice.get("since")))]
    rows = rows.assign(heading=rows["group"].map(HEADINGS))
    return _by_wait(rows) if choice.get("order") == WAIT else rows


def rested(rows: pd.DataFrame, now: Plan, choice: Choice) -> pd.DataFrame | None:
    """Return the rows folded away: those that ended, where the ones under way are shown."""
    if choice.get("applications") is not None or choice.get("which", ACTIVE) != ACTIVE:
        return None
    return rows[(rows["group"] == "ended") & rows.index.isin(_busy(now, choice.get("since")))]


def _busy(now: Plan, since: dt.date | None) -> set[str]:
    """Return the applications in which something happened on or after a day."""
    if since is None:
        return set(now.facts.applications.index)
    past = now.facts.past
    return set(past["application_id"][past["on"] >= pd.Timestamp(since)])


def _by_wait(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows under way by their last word, the oldest first; those that ended stay last.

    Where they never said a word, the wait began with the stage.
    """
    ended = rows["group"] == "ended"
    live = rows[~ended].assign(heading=BY_WAIT)
    since = live["spoken_on"].fillna(live["stage_on"]).sort_values(kind="stable")
    return pd.concat([live.loc[since.index], rows[ended]])


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

"""What a timeline shows, as tables: rows in the order they are drawn, spans of stages, marks."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple, Unpack

import numpy as np
import pandas as pd

from followup_lib.advice.facts import Facts, facts
from followup_lib.advice.plan import SOON, TODAY, Plan, plan
from followup_lib.charts.choice import Choice, choose, rested
from followup_lib.charts.given import Day, Source, given
from followup_lib.records.vocabulary import CLOSED, MESSAGES, OUTCOMES, Event, Stage, Status

GROUPS = {
    "today": "for today",
    "coming_up": "coming up",
    "waiting": "waiting",
    "ended": "ended or on pause",
}
"""Groups of rows in the order they are drawn, and their words on screen."""

MINE = (*MESSAGES, Event.NO_ANSWER, Event.THANKED)
"""Contacts from the seeker's side."""

SHOWN = (*Stage, Status.ON_HOLD)
"""What a span may be: a stage, or the time on hold."""


ALONE: dict[str, float] = {"n": 1, "slots": 0, "earlier": 0, "theirs": 0.0, "mine": 0.0}
"""Of a row as it begins: one application, no lines of a strip (`strips`), no lanes (`lanes`)."""


class Standing(NamedTuple):
    """What the words beside a row of a timeline are made of: columns of its `rows`."""

    group: str
    stage: str
    status: str
    status_on: pd.Timestamp
    their_day: pd.Timestamp
    until: pd.Timestamp
    ahead_on: pd.Timestamp
    situation: str
    channel: str
    earliest_on: pd.Timestamp
    due_on: pd.Timestamp
    rule: str


@dataclass(frozen=True)
class Timeline:
    """Everything a timeline draws or says on one day.

    `rows` has one row per application (index `application_id`), in drawing order: the columns of
    the facts, the most urgent row of the plan (`situation, channel, earliest_on, due_on, rule`),
    `group` (a key of `GROUPS`), `until` (the first day after the grace of their date), `row`
    (where the application stands in applications.csv; its header is row 1), and
    `heading` (what it stands under). `spans` and `marks` are those of the rows, as the functions
    of these names return them; `folded` is the timeline of the rows folded away, `more` counts
    those that had no room; `plan` is the plan all of it comes from.
    """

    plan: Plan
    today: pd.Timestamp
    rows: pd.DataFrame
    spans: pd.DataFrame
    marks: pd.DataFrame
    folded: "Timeline | None" = None
    more: int = 0

    @property
    def rested(self) -> int:
        """Count the rows folded away."""
        return 0 if self.folded is None else len(self.folded.rows)


def timeline(tables: Source, today: Day = None, **choice: Unpack[Choice]) -> Timeline:
    """Gather what a timeline shows of the applications chosen (see `Choice`).

    Raises `FollowupError` for an id that is not in applications.csv.
    """
    tables, today = given(tables, today)
    now = choice.get("now") or plan(tables, today)
    rows = _rows(now)
    place = pd.Series(tables.applications.index, tables.applications["application_id"])
    rows["row"] = place.reindex(rows.index) + 2
    rows = rows.assign(**ALONE)
    marks = _marks(now.facts, rows)
    shown = choose(rows, now, tables, choice)
    spans = _spans(now.facts)
    spans = spans.assign(of=spans["application_id"], slot=0)
    every = Timeline(now, now.facts.today, rows, spans, marks)
    away = rested(rows, now, choice)
    return replace(_part(every, shown), folded=None if away is None else _part(every, away))


def pages(chart: Timeline, n: int) -> Iterator[Timeline]:
    """Part a timeline into pages of `n` rows; the rows folded away are told on the last."""
    starts = range(0, max(len(chart.rows), 1), n)
    for start in starts:
        part = _part(chart, chart.rows.iloc[start : start + n])
        yield part if start == starts[-1] else replace(part, folded=None)


def first_rows(chart: Timeline, n: int) -> Timeline:
    """Return the timeline of its first `n` rows; the others are counted as `more`."""
    more = int(chart.rows["n"].iloc[n:].sum())
    return replace(_part(chart, chart.rows.head(n)), more=chart.more + more) if more else chart


def _part(chart: Timeline, rows: pd.DataFrame) -> Timeline:
    """Return the timeline of these rows of it, in their order."""
    spans, marks = (
        table[table["application_id"].isin(rows.index)].reset_index(drop=True)
        for table in (chart.spans, chart.marks)
    )
    return replace(chart, rows=rows, spans=spans, marks=marks)


def spans(tables: Source, today: Day = None) -> pd.DataFrame:
    """Return one row per stage entered, until the next stage, an outcome, or today.

    Columns: `application_id`, `stage` (a `Stage`, or on_hold), `start` and `end`
    (`datetime64[s]`), `days` (calendar days between them, 0 when both fall on one day). A stage
    without a day has no span; one that ended on a day nobody wrote down has 0 days.
    """
    return _spans(facts(*given(tables, today)))


def marks(tables: Source, today: Day = None) -> pd.DataFrame:
    """Return one row per mark: contacts, promises of both sides, what lies ahead.

    Columns: `application_id`, `kind`, `on` and `until` (`datetime64[s]`), `said` (in whose words
    it was). Kinds: `mine` and `theirs` (contacts), `they_promised` (the date that counts, `until`
    the first day after its grace), `i_promised` (open, on its due day), `i_kept`,
    `interview_ahead`, `offer_deadline` (of an offer not yet answered), `reference_call` (they were
    in touch with a reference).
    """
    now = plan(*given(tables, today))
    return _marks(now.facts, _rows(now))


def _rows(now: Plan) -> pd.DataFrame:
    """Return the facts with the next action: in the plan's order, those that ended at the end."""
    own = now.rows.assign(when=now.lists)[now.rows["reference_id"] == ""]
    first = own.drop_duplicates("application_id")
    first = first.set_index("application_id")
    columns = ["situation", "channel", "earliest_on", "due_on", "rule", "when"]
    f = now.facts.applications.assign(until=now.view.their_window)
    rows = f.join(first[columns], how="right")
    closed = rows["status"].isin(list(CLOSED))
    choices = [rows["when"] == TODAY, rows["when"] == SOON, closed]
    rows["group"] = np.select(choices, ["today", "coming_up", "ended"], "waiting")
    rows["their_day"] = rows["their_day"].mask(closed)
    rows["until"] = rows["until"].mask(closed)
    ended = rows["group"] == "ended"
    resting = rows[ended].sort_values("status_on", ascending=False, kind="stable")
    acting = rows[~ended].sort_values("group", key=_place, kind="stable")
    return pd.concat([acting, resting])


def _place(group: pd.Series) -> pd.Series:
    """Return where groups stand among `GROUPS`."""
    return group.map(list(GROUPS).index)


def _spans(known: Facts) -> pd.DataFrame:
    past = known.past
    words = (Event.HEARD_BACK, Event.THEY_PROMISED, Event.INTERVIEW_PLANNED)
    turns = past[past["event"].isin([*Stage, *OUTCOMES, *words])]
    turns = turns[turns["application_id"] != ""]
    turns = turns.assign(shown=_shown(turns))
    closed = turns["shown"].isin(list(CLOSED))
    turns = turns.assign(closed=closed & turns["event"].isin(list(Stage)))
    turns["shown"] = turns["shown"].mask(turns["closed"], turns["event"])
    before = turns.groupby("application_id")["shown"].shift(fill_value="")
    turns = turns[turns["event"].isin(list(Stage)) | (turns["shown"] != before)]
    ends = turns["on"].isna() & turns["shown"].isin(list(CLOSED))  # and nobody told the day
    turns["closed"] |= ends.groupby(turns["application_id"]).shift(-1, fill_value=False)
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
    promised = event == Event.THEY_PROMISED
    answered = promised | (event == Event.HEARD_BACK)
    woken = (event == Event.INTERVIEW_PLANNED) | (answered & (rests == Status.NO_RESPONSE))
    woken |= promised & turns["due_on"].notna() & (rests == Status.REJECTED)
    stretch = (asleep | awake).astype("int64").groupby(of).cumsum()
    rests = rests.where(~woken.groupby([of, stretch]).cummax(), "")
    return rests.where(rests != "", stage).fillna("")


def _marks(known: Facts, rows: pd.DataFrame) -> pd.DataFrame:
    past = known.past
    mine = known.promises[known.promises["event"] == Event.I_PROMISED]
    kept = mine[mine["state"] == Event.KEPT]
    alive = rows.index[~rows["status"].isin(list(CLOSED)) | (rows["status"] == Event.NO_RESPONSE)]
    owed, theirs = known.owed, rows[rows["their_day"].notna()]
    ahead = rows[rows["ahead_on"].notna()]
    offers = rows[rows["offered"] & rows["offer_day"].notna()]
    frames = [
        _mark("mine", past[past["event"].isin(list(MINE))], "on", said="said"),
        _mark("theirs", past[past["event"] == Event.HEARD_BACK], "on", said="said"),
        _mark("they_promised", theirs.reset_index(), "their_day", "until", "their_words"),
        _mark("i_promised", owed[owed["application_id"].isin(alive)], "due_on", said="said"),
        _mark("i_kept", kept.assign(due_on=kept["due_on"].fillna(kept["settled_on"])), "due_on"),
        _mark("interview_ahead", ahead.reset_index(), "ahead_on"),
        _mark("offer_deadline", offers.reset_index(), "offer_day"),
        _mark("reference_call", past[past["event"] == Event.REFERENCE_CONTACTED], "on"),
    ]
    marks = pd.concat(frames, ignore_index=True)
    return marks[marks["on"].notna() & (marks["application_id"] != "")].reset_index(drop=True)


def _mark(kind: str, rows: pd.DataFrame, on: str, until: str = "", said: str = "") -> pd.DataFrame:
    return pd.DataFrame(
        {
            "application_id": rows["application_id"].astype("str"),
            "kind": kind,
            "on": rows[on],
            "until": rows[until] if until else pd.Series(pd.NaT, rows.index, "datetime64[s]"),
            "said": rows[said] if said else "",
        }
    )

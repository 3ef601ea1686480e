"""References: people with dates of their own, asked, given, briefed, called and thanked (R1-R5)."""

import numpy as np
import pandas as pd

from followup_lib.facts import Facts
from followup_lib.rules import View
from followup_lib.settings import WAYS
from followup_lib.tables import Tables, look_up
from followup_lib.vocabulary import Event, Situation


def reference_actions(known: Facts, tables: Tables, view: View) -> pd.DataFrame:
    """Return at most one action per reference: thanks, else a briefing, else a check-in.

    One message names all employers concerned; `application_id` is the first of them.
    """
    live = view.live[view.live].index
    past = known.past[known.past["event"].str.startswith("reference_")]
    past = past[past["event"] != "reference_check"].rename(columns={"who": "reference_id"})
    given = past[past["event"] == Event.REFERENCE_GIVEN]
    given = given[given["application_id"].isin(live)]
    actions = [
        _thanks(past),
        _briefings(past, given),
        _check_ins(past, given, view),
    ]
    rows = pd.concat(actions, ignore_index=True).drop_duplicates("reference_id")
    rows = rows[rows["reference_id"].isin(tables.references["reference_id"])]
    people = tables.references.set_index("reference_id").reindex(rows["reference_id"])
    people = people.reset_index(drop=True)
    way = people["preferred_contact"].where(people["preferred_contact"].isin(list(WAYS)), "")
    cannot = list(tables.settings.seeker.cannot_use)
    fallback = next((way for way in WAYS if way not in cannot), "email")
    return rows.reset_index(drop=True).assign(
        promise_id="",
        to=people["name"],
        channel=way.where((way != "") & ~way.isin(cannot), fallback),
        due_on=pd.Series(np.datetime64("NaT", "s"), range(len(rows)), dtype="datetime64[s]"),
        key="",
        template="",
    )


def _thanks(past: pd.DataFrame) -> pd.DataFrame:
    """Contacted and not thanked since: thank them the same day (R5)."""
    contacted = past[past["event"] == Event.REFERENCE_CONTACTED]
    thanked = past[past["event"] == Event.REFERENCE_THANKED]
    last_call = contacted.drop_duplicates("reference_id", keep="last")
    thanked_on = look_up(last_call["reference_id"], _latest(thanked))
    open_ = last_call[~(thanked_on >= last_call["on"])]
    return _rows(open_, open_["on"], Situation.THANK_REFERENCE, "R5")


def _briefings(past: pd.DataFrame, given: pd.DataFrame) -> pd.DataFrame:
    """Given to a live employer and never told about it: brief them (R1)."""
    told = past[past["event"].isin([Event.REFERENCE_BRIEFED, Event.REFERENCE_CONTACTED])]
    open_ = given[~_pairs(given).isin(_pairs(told))]
    general = _latest(told[told["application_id"] == ""])
    open_ = open_[~(look_up(open_["reference_id"], general) >= open_["on"])]
    first = open_.drop_duplicates("reference_id")
    return _rows(first, first["on"], Situation.BRIEF_REFERENCE, "R1")


def _check_ins(past: pd.DataFrame, given: pd.DataFrame, view: View) -> pd.DataFrame:
    """Given and briefed: one sign of life per person per gap, sooner when another was called."""
    touched = _latest(past[past["event"] != Event.REFERENCE_ASKED])
    checked = _latest(past[past["event"] == Event.REFERENCE_CHECKED_IN])
    called = past[past["event"] == Event.REFERENCE_CONTACTED]
    pairs = given.merge(called[["application_id", "reference_id", "on"]], on="application_id")
    other = pairs[pairs["reference_id_x"] != pairs["reference_id_y"]]
    first = given.drop_duplicates("reference_id")
    ids = first["reference_id"]
    gap = view.n["reference_gap"]
    usual = _after(view, look_up(ids, touched), gap)
    paced = _after(view, look_up(ids, checked), gap)
    heard = look_up(ids, other.groupby("reference_id_x")["on_y"].max())
    sooner = pd.concat([heard, paced], axis=1).max(axis=1)
    earliest = usual.mask(heard > look_up(ids, touched), sooner)
    return _rows(first, earliest, Situation.CHECK_IN_WITH_REFERENCE, "R1")


def _latest(rows: pd.DataFrame) -> pd.Series:
    """Return the last day of `rows` of each reference."""
    return rows.groupby("reference_id")["on"].max()


def _after(view: View, days: pd.Series, n: int) -> pd.Series:
    moved = view.facts.days.after(days.to_numpy(), n).astype("datetime64[s]")
    return pd.Series(moved, days.index)


def _pairs(rows: pd.DataFrame) -> pd.MultiIndex:
    return pd.MultiIndex.from_frame(rows[["reference_id", "application_id"]])


def _rows(rows: pd.DataFrame, earliest: pd.Series, situation: Situation, rule: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "application_id": rows["application_id"].to_numpy(),
            "reference_id": rows["reference_id"].to_numpy(),
            "situation": situation.value,
            "rule": rule,
            "earliest_on": pd.Series(earliest.to_numpy(), dtype="datetime64[s]"),
        }
    )

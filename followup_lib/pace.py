"""The pace per person: how often they were written to without an answer, over all applications."""

import numpy as np
import pandas as pd

from followup_lib.vocabulary import MESSAGES, STATUS_SITUATIONS, Event, Stage

ANSWERS = (
    *list(Stage)[2:],
    *(Event.REJECTED, Event.ON_HOLD, Event.RESUMED),
    *(Event.INTERVIEW_PLANNED, Event.HEARD_BACK, Event.THEY_PROMISED),
)
"""Rows that mean: they have spoken. A count of unanswered messages starts anew (W4)."""


def pace(
    f: pd.DataFrame, people: pd.DataFrame, past: pd.DataFrame, theirs: pd.Series
) -> pd.DataFrame:
    """Add to the facts what was sent to `to_key`, the person this row would write to.

    Columns: `sent_on` (day of the last status message to that person), `sent` (status messages
    since they last spoke), `last_for` (what the last of those was for), `sent_here` (those about
    this application), `tried_on` (last call nobody answered). `theirs` are the event_ids of their
    promises: a move of one of them is an answer too. A message without a situation counts:
    better one too few than one too many.
    """
    place = past.assign(place=np.arange(len(past)))
    status = place["situation"].isin([*STATUS_SITUATIONS, ""])
    messages = _to_whom(place[place["event"].isin(list(MESSAGES)) & status], f, people)
    tried = _to_whom(place[place["event"] == Event.NO_ANSWER], f, people)
    moved = (place["event"] == Event.MOVED) & place["refers_to"].isin(theirs)
    spoken = place[place["event"].isin(list(ANSWERS)) | moved]
    everyone = pd.concat([people[["application_id", "key"]], _keys(f)]).drop_duplicates()
    spoken_on = spoken[["application_id", "place"]].merge(everyone, on="application_id")
    answered = spoken_on.groupby("key")["place"].max()
    unanswered = messages[~(messages["place"] < _of(messages["key"], answered))]
    newest = unanswered.drop_duplicates("key", keep="last").set_index("key")
    here = unanswered[unanswered["key"] == unanswered["application_id"].map(f["to_key"])]
    key = f["to_key"]
    return f.assign(
        sent_on=_of(key, messages.groupby("key")["on"].max()),
        sent=_of(key, unanswered.groupby("key").size()).fillna(0).astype("int64"),
        last_for=_of(key, newest["situation"]).fillna(""),
        sent_here=here.groupby("application_id").size().reindex(f.index).fillna(0).astype("int64"),
        tried_on=_of(key, tried.groupby("key")["on"].max()),
    )


def _of(keys: pd.Series, values: pd.Series) -> pd.Series:
    return pd.Series(values.reindex(keys).to_numpy(), keys.index)


def _keys(f: pd.DataFrame) -> pd.DataFrame:
    return f["to_key"].rename("key").reset_index()


def _to_whom(rows: pd.DataFrame, f: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """Add `key`: of the person named in `who`, else of the one the row would write to."""
    folded = rows["who"].str.split(";").str[0].str.strip().str.casefold()
    known = people.set_index(["application_id", "folded"])["key"]
    wanted = pd.MultiIndex.from_arrays([rows["application_id"], folded])
    named = pd.Series(known.reindex(wanted).to_numpy(), rows.index).where(folded != "")
    return rows.assign(key=named.where(named.notna(), rows["application_id"].map(f["to_key"])))

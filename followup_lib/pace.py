"""The pace per person: how often they were written to without an answer, over all applications."""

import numpy as np
import pandas as pd

from followup_lib.tables import look_up
from followup_lib.vocabulary import (
    MESSAGES,
    SETTLING,
    STATUS_SITUATIONS,
    Event,
    Situation,
    Stage,
)

ANSWERS = (
    *list(Stage)[2:],
    *(Event.REJECTED, Event.ON_HOLD, Event.RESUMED),
    *(Event.INTERVIEW_PLANNED, Event.HEARD_BACK, Event.THEY_PROMISED),
)
"""Rows that mean: they have spoken. A count of unanswered messages starts anew (W4)."""

LAST_WORDS = (Situation.CLOSING_NOTE, Situation.LONG_QUIET)
"""After one of these nothing more is sent until they answer."""


RANK = {Situation.ON_HOLD.value: 1} | {word.value: 2 for word in LAST_WORDS}
"""Which of several unanswered messages tells what was said last: the highest, then the newest."""


def spoken(past: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of `past` in which they spoke, or a date or plan of theirs was settled."""
    event = past["event"]
    theirs = past["event_id"][event.isin([Event.THEY_PROMISED, Event.INTERVIEW_PLANNED])]
    settled = event.isin(list(SETTLING)) & past["refers_to"].isin(theirs)
    return past[event.isin(list(ANSWERS)) | settled]


def pace(
    f: pd.DataFrame, people: pd.DataFrame, past: pd.DataFrame, word: pd.DataFrame
) -> pd.DataFrame:
    """Add to the facts what was sent to `to_key`, the person this row would write to.

    Columns: `sent_on` (day of the last status message to that person), `sent` (status messages
    since they last spoke: `word`), `last_for` (what the last of those was for; a closing note or
    a question during a hold stands whatever followed it), `sent_here` (those about this
    application), `tried_on` (last call nobody answered). A message without a situation counts:
    better one too few than one too many.
    """
    place = past.assign(place=np.arange(len(past)))
    status = place["situation"].isin([*STATUS_SITUATIONS, ""])
    messages = _to_whom(place[place["event"].isin(list(MESSAGES)) & status], f, people)
    tried = _to_whom(place[place["event"] == Event.NO_ANSWER], f, people)
    everyone = pd.concat([people[["application_id", "key"]], _keys(f)]).drop_duplicates()
    heard = place.loc[word.index, ["application_id", "place"]].merge(everyone, on="application_id")
    answered = heard.groupby("key")["place"].max()
    unanswered = messages[~(messages["place"] < look_up(messages["key"], answered))]
    rank = unanswered["situation"].map(RANK).fillna(0)
    newest = unanswered.assign(rank=rank).sort_values("rank", kind="stable")
    newest = newest.drop_duplicates("key", keep="last").set_index("key")
    here = unanswered[unanswered["key"] == unanswered["application_id"].map(f["to_key"])]
    key = f["to_key"]
    return f.assign(
        sent_on=look_up(key, messages.groupby("key")["on"].max()),
        sent=look_up(key, unanswered.groupby("key").size()).fillna(0).astype("int64"),
        last_for=look_up(key, newest["situation"]).fillna(""),
        sent_here=here.groupby("application_id").size().reindex(f.index).fillna(0).astype("int64"),
        tried_on=look_up(key, tried.groupby("key")["on"].max()),
    )


def _keys(f: pd.DataFrame) -> pd.DataFrame:
    return f["to_key"].rename("key").reset_index()


def _to_whom(rows: pd.DataFrame, f: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """Add `key`: of the person named in `who`, else of the one the row would write to."""
    folded = rows["who"].str.split(";").str[0].str.strip().str.casefold()
    known = people.set_index(["application_id", "folded"])["key"]
    wanted = pd.MultiIndex.from_arrays([rows["application_id"], folded])
    named = pd.Series(known.reindex(wanted).to_numpy(), rows.index).where(folded != "")
    return rows.assign(key=named.where(named.notna(), rows["application_id"].map(f["to_key"])))

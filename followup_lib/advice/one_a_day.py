"""One message a day to a person, and one question within the gap, whatever the roles (W4)."""

import numpy as np
import pandas as pd

from followup_lib.advice.standing import one_of
from followup_lib.advice.windows import View
from followup_lib.records.situations import STATUS_SITUATIONS, Situation
from followup_lib.records.timeline import Columns

ONE_A_DAY = (
    *(Situation.WITHDRAWAL, Situation.OFFER_ELSEWHERE, Situation.THANK_YOU),
    *(one for one in STATUS_SITUATIONS if one != Situation.OFFER_ELSEWHERE),
    Situation.ASK_FOR_FEEDBACK,
)
"""Messages of which one a day goes to a person, the first one first: feedback can wait longest."""


def asks(rows: Columns) -> np.ndarray:
    """Return which rows of a plan ask where things stand."""
    return one_of(rows["situation"], STATUS_SITUATIONS)


def one_message_a_person(rows: Columns, view: View) -> Columns:
    """Of several messages open for one person, keep the first: two on one day never go (W4).

    Of those that ask where things stand the others rest for the gap; thanks and the like wait for
    the next workday. A promise is never moved: on its day it is the message to that person. Nor is
    the answer to an offer, which they wait for.
    """
    promise = rows["promise_id"] != ""
    goes = (promise & (rows["due_on"] <= view.today)) | (
        one_of(rows["situation"], ONE_A_DAY) & (rows["earliest_on"] <= view.today)
    )
    open_at = np.flatnonzero(goes & (rows["key"] != ""))
    open_at = open_at[pd.Index(rows["key"][open_at]).duplicated(keep=False)]
    rows = {name: cells.copy() for name, cells in rows.items()}
    rows["after"] = np.full(len(rows["key"]), "", object)
    if not len(open_at):
        return rows
    columns = ("key", "situation", "earliest_on", "application_id")
    open_ = pd.DataFrame({name: rows[name][open_at] for name in columns}, open_at)
    open_ = open_.assign(
        promise=promise[open_at],
        asks=asks(rows)[open_at],
        order=[_place(one) for one in open_["situation"]],
    ).sort_values(
        ["promise", "order", "earliest_on", "application_id"], ascending=[False, True, True, True]
    )
    first = open_.drop_duplicates("key").set_index("key")
    later = open_[open_.duplicated("key") & ~open_["promise"]]
    rows["after"][later.index] = first["application_id"].reindex(later["key"]).to_numpy()
    tomorrow = view.facts.days.one_after(view.facts.today.date(), 1)
    rows["earliest_on"][later.index] = np.datetime64(tomorrow.date(), "s")
    second = later.index[later["asks"] & first["asks"].reindex(later["key"]).to_numpy()]
    rows["situation"][second], rows["rule"][second] = Situation.REST.value, "W4"
    rows["earliest_on"][second] = view.horizon
    return rows


def _place(situation: str) -> int:
    return ONE_A_DAY.index(situation) if situation in ONE_A_DAY else -1

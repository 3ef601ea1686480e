"""The rows of a plan while they are decided: of applications, promises and references."""

from typing import Any

import numpy as np
import pandas as pd

from followup_lib.advice.offer_rules import eve
from followup_lib.advice.people import REACH
from followup_lib.advice.references import ACTION, Action
from followup_lib.advice.rules import RULES
from followup_lib.advice.standing import one_of
from followup_lib.advice.talk_reasons import quarter_later
from followup_lib.advice.windows import View
from followup_lib.records.situations import Situation
from followup_lib.records.timeline import NO_DAY, Columns
from followup_lib.records.vocabulary import Status

ON_ITS_DAY = "Get ready, then get in touch on that day"
EARLY = "Sending it early is fine"
OUTLIVED = (Status.NO_RESPONSE, Status.REJECTED)
"""Ends of an application that an own promise outlives, until it is kept or dropped (P5)."""
NOTHING: dict[str, Any] = {
    **dict.fromkeys(("application_id", "reference_id", "promise_id", "situation", "rule"), ""),
    **dict.fromkeys(("to", *REACH, "channel", "key", "template", "at"), ""),
    **dict.fromkeys(("earliest_on", "due_on", "listed_on", "eve_on"), NO_DAY),
    "may_rest": False,
}
"""The columns of rows while they are decided, as they are where nothing is said."""


def rows_of(n: int, **columns: Any) -> Columns:
    """Return `n` rows of a plan; what is not named is as in `NOTHING`."""
    return {
        name: np.asarray(columns[name]) if name in columns else np.full(n, nothing)
        for name, nothing in NOTHING.items()
    }


def texts_of(texts: list[str]) -> np.ndarray:
    """Return texts as a column of a plan."""
    return np.array(texts, dtype=object)


def promise_rows(view: View) -> Columns:
    """One row per promise the seeker still owes; it stays until kept, moved or dropped (P1-P6).

    A thing may go early; a promised contact goes on its day, and is listed on the eve to get ready.
    """
    f, owed = view.facts.applications, view.facts.owed
    alive = f.index[view.live | one_of(view.status, OUTLIVED)]
    owed = owed[owed["application_id"].isin(alive)]
    contact, due = owed["contact"].to_numpy(), owed["due_on"].to_numpy()
    lead = np.where(contact, view.n["reminder_contact"], view.n["reminder_thing"])
    listed = np.minimum(view.facts.days.before(due, lead).astype("datetime64[s]"), due)
    return rows_of(
        len(owed),
        application_id=owed["application_id"],
        promise_id=owed["event_id"],
        situation=texts_of([Situation.PROMISE_DUE.value] * len(owed)),
        rule=np.where(owed["dated"], "P1", "P2"),
        to=owed["to"],
        **{column: owed[column] for column in REACH},
        key=owed["key"],
        channel=owed["way"],
        earliest_on=np.where(contact, due, listed),
        due_on=due,
        listed_on=listed,
        template=np.where(contact, ON_ITS_DAY, EARLY),
    )


def reference_rows(actions: list[Action]) -> Columns:
    """Return what is to be said to references, as rows of the plan."""
    columns: dict[str, Any] = {name: texts_of([one[name] for one in actions]) for name in ACTION}
    days = pd.Series(columns["earliest_on"], dtype="datetime64[s]")
    return rows_of(len(actions), **columns | {"earliest_on": days})


def application_rows(view: View) -> Columns:
    """Apply `RULES` to every application: the first that fits."""
    chosen = np.select([rule.when(view) for rule in RULES], np.arange(len(RULES)), -1)
    earliest = np.full(len(chosen), NO_DAY)
    due = earliest.copy()
    for place, rule in enumerate(RULES):
        here = chosen == place
        if here.any() and rule.earliest:
            earliest[here] = rule.earliest(view)[here]
        if here.any() and rule.due:
            due[here] = rule.due(view)[here]
    situation = texts_of([rule.situation.value for rule in RULES])[chosen]
    ids = texts_of([rule.id for rule in RULES])[chosen]
    thanks = situation == Situation.THANK_YOU
    whom = {
        name: np.where(thanks, getattr(view, f"thanks_{name}"), getattr(view, name))
        for name in ("to", "to_key", *REACH, "way")
    }
    return rows_of(
        len(chosen),
        application_id=view.facts.applications.index,
        situation=situation,
        rule=ids,
        **{name: whom[name] for name in ("to", *REACH)},
        channel=whom["way"],
        earliest_on=earliest,
        due_on=due,
        eve_on=_eve(situation, view),
        key=whom["to_key"],
        template=texts_of([rule.reason for rule in RULES])[chosen],
        at=_times_of_day(view, ids),
        may_rest=view.may_rest,
    )


def _eve(situation: np.ndarray, view: View) -> np.ndarray:
    """Return the eve of the deadline of an offer, here or elsewhere: no row is put off past it."""
    offer = one_of(situation, [Situation.OFFER_TO_ANSWER])
    elsewhere = one_of(situation, [Situation.OFFER_ELSEWHERE])
    deadline = np.select([offer, elsewhere], [view.offer_day, view.elsewhere_day], NO_DAY)
    return eve(view, deadline)


def _times_of_day(view: View, rule: np.ndarray) -> np.ndarray:
    """Return from what time a row counts: a quarter of an hour after a talk of that day (B3)."""
    missed = (rule == "B3") & (view.talk_on == view.asked_on)
    return texts_of(
        [quarter_later(at) if b3 else "" for at, b3 in zip(view.talk_at, missed, strict=True)]
    )

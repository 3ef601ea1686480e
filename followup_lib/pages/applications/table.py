"""The table of applications as a person reads it, sorted by meaning and not by letters."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from followup_lib.pages.kit.desk import Desk
from followup_lib.records.situations import Situation
from followup_lib.records.vocabulary import CLOSED, Stage, words


def table(desk: Desk) -> pd.DataFrame:
    """Return the applications as a person reads them, the most urgent first, ended ones last.

    The index is `application_id`; stages, days and next steps are ordered categories, so that a
    table sorts them by their meaning.
    """
    rows = desk.plan.rows
    first = rows[rows["reference_id"] == ""].drop_duplicates("application_id")
    first = first.set_index("application_id")
    f = desk.plan.facts.applications.reindex(first.index)
    ended = f["status"].isin(list(CLOSED))
    opens = first["earliest_on"].where(~ended)
    shown = pd.DataFrame(
        {
            "Company": f["company"],
            "Position": f["job_title"],
            "Stage": _ordered(f["stage"], Stage),
            "Status": f["status"].map(words),
            "They said": _days(desk, f["their_day"].where(~ended)),
            "Next": _ranked(
                first["situation"].where(~ended).map(_deed, na_action="ignore"),
                [*map(_deed, Situation)],
            ),
            "From": _days(desk, opens.mask(opens <= desk.plan.facts.today, desk.plan.facts.today)),
        }
    )
    return shown.iloc[np.argsort(ended.to_numpy(), kind="stable")]


def _deed(situation: str) -> str:
    """Return what is next as it stays true until its day: not that a date ahead has passed."""
    deed = Situation(situation).deed
    return f"{deed[:1].lower()}{deed[1:]}"


def _ordered(values: pd.Series, order: Iterable[str]) -> pd.Series:
    return _ranked(values.map(words).where(values.isin(list(order))), [words(v) for v in order])


def _days(desk: Desk, days: pd.Series) -> pd.Series:
    known = sorted(days.dropna().unique())
    text = {day: "today" if day == desk.plan.facts.today else desk.day(day) for day in known}
    return _ranked(days.map(text), list(text.values()))


def _ranked(texts: pd.Series, order: list[str]) -> pd.Series:
    """Return texts as ordered categories; an empty cell comes after all others."""
    made = pd.Categorical(texts.astype("object").fillna(""), [*order, ""], ordered=True)
    return pd.Series(made, texts.index)

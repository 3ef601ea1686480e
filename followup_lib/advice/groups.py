"""The groups a person sees the rows of a plan in."""

import numpy as np
import pandas as pd

from followup_lib.advice.plan import RESTING, SOON, TODAY, Plan
from followup_lib.records.situations import Situation
from followup_lib.records.vocabulary import CLOSED, Stage, Status

ENDED = tuple(status for status in CLOSED if status != Status.NO_RESPONSE)


def groups_of(plan: Plan) -> pd.Series:
    """Return for each row of the plan, by its place, the group it stands in.

    late, today, next (for the next workday), soon, waiting (on them), pause, or closed.
    """
    rows, f = plan.rows, plan.facts.applications
    job = rows["application_id"]
    today, for_day = plan.facts.today, pd.Timestamp(plan.for_day)
    status, stage = (job.map(f[name]).fillna("") for name in ("status", "stage"))
    own = rows["reference_id"] == ""
    resting = rows["when"] == RESTING
    on_them = ~rows["put_off"] & (rows["rule"] != "P3") & (rows["situation"] != "long_quiet")
    on_them &= (stage != Stage.SAVED) & (status != Status.NO_RESPONSE)
    cases = [
        plan.late,
        rows["when"] == TODAY,
        (rows["when"] == SOON) & (rows["earliest_on"] <= for_day) & (for_day > today),
        plan.lists == SOON,
        resting & own & (rows["situation"] == Situation.REST) & status.isin(ENDED),
        resting & on_them,
    ]
    names = ["late", "today", "next", "soon", "closed", "waiting"]
    return pd.Series(np.select(cases, names, "pause"), rows.index)

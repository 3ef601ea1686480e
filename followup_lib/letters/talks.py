"""Which talk a letter is about: to somebody chosen by hand, the one they were at (W8)."""

from typing import Any

from followup_lib.advice.plan import Plan
from followup_lib.advice.stand_ins import names_in
from followup_lib.records.rows import PlanRow
from followup_lib.records.situations import Situation
from followup_lib.records.vocabulary import MEETINGS


def known_to(plan: Plan, row: PlanRow) -> Any:
    """Return what is known of an application, as the person a letter goes to knows it.

    The last talk is the seeker's with anybody; to whom the plan did not choose it is the last one
    they were at, if there is one.
    """
    f = plan.facts.of(row.application_id)
    own = f["thanks_to" if row.situation == Situation.THANK_YOU else "to"]
    if row.promise_id or row.to == own:
        return f
    past = plan.facts.past
    talks = past[(past["application_id"] == row.application_id) & past["event"].isin(MEETINGS)]
    name = row.to.strip().casefold()
    there = talks[[name in names_in(who) for who in talks["who"]]]
    if there.empty:
        return f
    talk = there.iloc[-1]
    f = f.copy()
    f["met_on"], f["met_vaguely"] = talk["on"], talk["certainty"] != ""
    f["met_event"], f["topic"] = talk["event_id"], talk["said"]
    return f

"""Which application a talk was about: those with a planned interview come first."""

import pandas as pd

from followup_lib.pages.kit.choices import Choices
from followup_lib.pages.kit.debrief import NEW
from followup_lib.pages.kit.desk import Desk


def planned_days(desk: Desk) -> pd.Series:
    """Return by application the day of each interview nobody has told about, the earliest first."""
    f = desk.plan.facts.applications
    return f["unlogged_on"].fillna(f["ahead_on"]).dropna().sort_values(kind="stable")


def applications_to_tell(desk: Desk) -> Choices:
    """Return the applications, those with a planned interview first, then a new one."""
    titles = desk.applications()
    title = {application_id: label for label, application_id in titles}
    days = {str(i): desk.day(day) for i, day in planned_days(desk).items()}
    planned = [(f"{title[i]} · planned for {day}", i) for i, day in days.items()]
    others = [(label, i) for label, i in titles if i not in days]
    first = [("Choose one", "")] if titles else []
    return [*first, *planned, *others, ("A new application", NEW)]


def application_to_tell(desk: Desk) -> str:
    """Return the application one most likely comes to tell about, "" when nothing says so."""
    plan, days = desk.plan, planned_days(desk)
    came = days.index[days <= plan.facts.today]
    chosen = desk.application
    if chosen and chosen not in came:
        told_today = plan.facts.applications.loc[chosen, "met_on"] == plan.facts.today
        chosen = "" if told_today or not plan.live[chosen] else chosen
    if chosen in came or not len(came):
        return chosen or ("" if len(desk.tables.applications) else NEW)
    return str(came[-1])

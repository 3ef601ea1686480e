"""The four answers to an offer on its letter page (A3)."""

import pandas as pd

from followup_lib.pages.kit.choices import Choices
from followup_lib.pages.kit.desk import Desk
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import PlanRow

ANSWERS: Choices = [
    ("I accept:\nthen it’s settled", "accept"),
    ("I decline:\nthen it’s settled", "decline"),
    ("I asked for time:\nback on that day", "time"),
    ("I need the date:\nask when it’s due", "date"),
]
"""What one may say to an offer, with what follows beneath, and its word.

The last one is no answer; it asks for the day.
"""
WHICH = "What do you want to tell them?"
CHOOSE = "Which answer is it? Choose one of the four first."


def refuse_time(desk: Desk, row: PlanRow) -> None:
    """Raise `FollowupError` for time asked for already, or after the day of the answer."""
    f = desk.plan.facts.of(row.application_id)
    if pd.notna(f["asked_time_on"]):
        raise FollowupError(
            f"You asked for time on {desk.day(f['asked_time_on'])}; once is enough. Accept or "
            "decline, or wait for their answer."
        )
    if f["offer_day"] < desk.plan.facts.today:
        raise FollowupError(
            f"Your answer was due {desk.day(f['offer_day'])}, so it’s too late to ask for time. "
            "Accept or decline."
        )

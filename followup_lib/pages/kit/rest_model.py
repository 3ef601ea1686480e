"""Letting several applications rest together, each with what was done for it."""

from typing import Any

import traitlets as t

from followup_lib.advice.closing import COMES_BACK, ONE_COMES_BACK, deeds, on_right_days
from followup_lib.pages.kit.at_desk import AtDesk
from followup_lib.records import edits
from followup_lib.records.dates import count
from followup_lib.records.errors import FollowupError


class RestModel(AtDesk):
    """The applications that may rest, as (label, application_id); `chosen` are ids of them."""

    choices: t.List[Any] = t.List()
    chosen: t.List[Any] = t.List()

    def refresh(self) -> None:
        """List those silent for long enough to whom nothing is owed, none chosen."""
        rows, owed = self.desk.plan.rows, self.desk.plan.facts.owed
        rests = rows["may_rest"] & (rows["reference_id"] == "")
        rests &= ~rows["application_id"].isin(owed["application_id"])
        ids = rows.loc[rests, "application_id"]
        self.chosen = []
        self.choices = [(self._label(i), i) for i in dict.fromkeys(ids)]

    def _label(self, application_id: str) -> str:
        done = deeds(self.desk.plan, application_id)
        return ". ".join(filter(None, (self.desk.title(application_id), done)))

    def let_rest(self) -> str:
        """Let all chosen rest in one change, which one undo takes back."""
        chosen, today = list(self.chosen), self.desk.today
        if not chosen:
            raise FollowupError("Which ones? Choose them, then let them go for now.")
        number = count(len(chosen), "application")
        now, known = self.desk.plan, self.desk.tables
        well = all(on_right_days(now, known, application_id) for application_id in chosen)
        did = "You asked on the right days, each time" if well else "You did what you could"
        self.desk.edit(
            f"let {number} go for now", lambda tables: edits.let_rest(tables, chosen, today)
        )
        back = COMES_BACK if len(chosen) == 1 else ONE_COMES_BACK
        return f"On pause: {number}. {did}. {back}"

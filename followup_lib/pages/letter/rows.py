"""The rows a letter page offers, a line of the list for each, and the facts of one."""

from typing import NamedTuple

from followup_lib.pages.kit.desk import Desk
from followup_lib.records.rows import PlanRow, rows_as
from followup_lib.records.situations import REFERENCE_SITUATIONS, Situation
from followup_lib.records.vocabulary import words


class Offered(NamedTuple):
    """A row one may write for, and the row of the plan that stands for it now."""

    row: PlanRow
    advised: PlanRow


def rows_for(desk: Desk, situations: tuple[Situation, ...]) -> list[Offered]:
    """Return a page's rows of the plan, then other live applications to prepare for."""
    plan = desk.plan
    rows = rows_as(PlanRow, plan.rows)
    mine = [Offered(row, row) for row in rows if row.situation in situations]
    first = situations[0]
    if first in REFERENCE_SITUATIONS or first == Situation.PROMISE_DUE:
        return mine
    shown = {offered.row.application_id for offered in mine}
    f = plan.facts.applications
    others = f.index[plan.live & f["met"] & ~f.index.isin(list(shown))]
    own = [row for row in reversed(rows) if not row.reference_id]
    advised = {row.application_id: row for row in own}
    # `letters.draft.letter_row` finds the same one by one; here there may be thousands.
    main = advised | {row.application_id: row for row in own if not row.promise_id}
    return mine + [Offered(main[i]._replace(situation=first), advised[i]) for i in others]


def label(desk: Desk, offered: Offered, situations: tuple[Situation, ...]) -> str:
    """Return a row as a line of the list: what it is about, and when its time is."""
    row, advised = offered
    what = words(row.situation) if len(situations) > 1 else ""
    when = desk.when(row) if row is advised else f"now: {words(advised.situation)}"
    return " · ".join(filter(None, (desk.subject_of(row), what, when)))


def owes_a_thing(desk: Desk, row: PlanRow) -> bool:
    """Tell whether a row is a promise to send something, not one to be in touch (P2)."""
    owed = desk.plan.facts.owed
    mine = owed[owed["event_id"] == row.promise_id]
    return bool(len(mine)) and not mine["contact"].iloc[0]

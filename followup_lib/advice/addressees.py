"""Everybody a letter may be addressed to, the plan's choice first (W8)."""

import pandas as pd

from followup_lib.advice.people import way_to
from followup_lib.advice.plan import Plan
from followup_lib.records.rows import PlanRow
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import HAS_LEFT, MEETINGS


def addressees(now: Plan, tables: Tables, row: PlanRow) -> list[PlanRow]:
    """Return a row of the plan once for each person it may go to, in that person's way.

    After the plan's own choice come those met in the application, the last first, then its contact
    and its people; nobody who has left (W5). A reference is the only one for theirs.
    """
    if row.reference_id:
        return [row]
    on_file = _on_file(tables, row.application_id)
    past = now.facts.past
    talks = past["event"].isin(list(MEETINGS)) & (past["application_id"] == row.application_id)
    met = [name.strip() for who in past["who"][talks][::-1] for name in who.split(";")]
    names = {name.casefold(): name for name in [*met, *(one["name"] for one in on_file.values())]}
    others = [
        _addressed(row, name, on_file.get(folded, {}), tables.settings.seeker.cannot_use)
        for folded, name in names.items()
        if name and folded != row.to.strip().casefold()
    ]
    return [row, *(one for one in others if one.wish != HAS_LEFT)]


def addressed_to(now: Plan, tables: Tables, row: PlanRow, name: str) -> PlanRow:
    """Return a row as it goes to the person of a name, and as it is to nobody of that name."""
    known = addressees(now, tables, row) if name else []
    return next((one for one in known if one.to.casefold() == name.strip().casefold()), row)


def _on_file(tables: Tables, application_id: str) -> dict[str, dict[str, str]]:
    """Return what is known of each person of an application, by the name as compared."""
    a, people = tables.applications, tables.people
    contact = a[a["application_id"] == application_id].rename(
        columns={f"contact_{name}": name for name in ("name", "email", "phone")}
    )
    columns = ["name", "email", "phone", "preferred_contact"]
    others = people[people["application_id"] == application_id]
    found: dict[str, dict[str, str]] = {}
    for one in pd.concat([contact[columns], others[columns]]).itertuples(index=False):
        known = dict(zip(columns, map(str, one), strict=True))
        found.setdefault(known["name"].strip().casefold(), known)
    return found


def _addressed(
    row: PlanRow, name: str, known: dict[str, str], cannot_use: tuple[str, ...]
) -> PlanRow:
    wish = known.get("preferred_contact", "")
    return row._replace(
        to=name,
        email=known.get("email", ""),
        phone=known.get("phone", ""),
        wish=wish,
        channel=way_to(wish, cannot_use),
    )

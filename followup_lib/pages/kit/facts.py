"""The facts a letter or a case is about, as a person reads them."""

from followup_lib.pages.kit.desk import Desk
from followup_lib.records.dates import as_said
from followup_lib.records.rows import PlanRow
from followup_lib.records.vocabulary import words


def facts_of(desk: Desk, row: PlanRow) -> list[tuple[str, str]]:
    """Return what is known about the row, as (name, value)."""
    if row.reference_id:
        person = desk.tables.references.set_index("reference_id").loc[row.reference_id]
        return [
            ("Reference", str(person["name"])),
            ("Relationship", str(person["relationship"])),
            ("E-mail", str(person["email"])),
            ("Phone", str(person["phone"])),
        ]
    f = desk.plan.facts.of(row.application_id)
    said = f"{desk.day(f['their_day'])} {f['their_words'] and '“' + f['their_words'] + '”'}"
    if f["their_row"] in desk.plan.facts.said and desk.day(f["their_day"]):
        said = as_said(desk.day(f["their_day"]), f["their_words"], vague=True)
    return [
        ("Company", f["company"]),
        ("Position", f["job_title"]),
        ("Write to", f"{row.to}{', ' + f['agency'] if f['agency'] else ''}"),
        ("How they like to be reached", words(row.wish) if row.wish else "not known yet"),
        ("Last talk", desk.day(f["met_on"])),
        ("They said", said.strip()),
        ("I said", _promise(desk, row)),
        ("Offer", desk.day(f["offer_on"])),
        ("Answer due", desk.day(f["offer_day"]) if f["offered"] else ""),
        ("Last message from me", desk.day(f["sent_on"])),
        ("Last word from them", desk.day(f["heard_on"])),
    ]


def _promise(desk: Desk, row: PlanRow) -> str:
    owed = desk.plan.facts.owed
    mine = owed[owed["event_id"] == row.promise_id]
    if mine.empty:
        return ""
    return f"{desk.day(mine['due_on'].iloc[0])}: {mine['said'].iloc[0] or 'to be in touch'}"

"""The spreadsheet that goes out: one row per application with what a coach asks for."""

from pathlib import Path

import pandas as pd

from followup_lib.advice.plan import Plan
from followup_lib.records.errors import FollowupError
from followup_lib.records.vocabulary import MESSAGES, Event, words
from followup_lib.store.csv_out import write_csv

CONTACTS = (*MESSAGES, Event.THANKED, Event.HEARD_BACK)


def overview(now: Plan) -> pd.DataFrame:
    """Return one row per application of a plan, in the order of the file.

    Columns: `application_id, company, job_title, contact, preferred_contact, stage,
    furthest_stage, status, stage_since, days_in_stage` (calendar days), `their_date, last_contact,
    last_contact_on, next_action, next_channel, next_to, next_from, next_due, why`.
    """
    f = now.facts.applications
    past = now.facts.past
    contacts = past[past["event"].isin(list(CONTACTS))]
    last = contacts.drop_duplicates("application_id", keep="last").set_index("application_id")
    last = last.reindex(f.index)
    action = now.next_steps().set_index("application_id").reindex(f.index)
    days = (now.facts.today - f["stage_on"]).dt.days.astype("Int64")
    return pd.DataFrame(
        {
            "company": f["company"],
            "job_title": f["job_title"],
            "contact": f["contact_name"],
            "preferred_contact": f["preferred_contact"],
            "stage": f["stage"],
            "furthest_stage": f["furthest"],
            "status": f["status"],
            "stage_since": _text(f["stage_on"]),
            "days_in_stage": days,
            "their_date": _text(f["their_day"]),
            "last_contact": last["event"].fillna("").map(words),
            "last_contact_on": _text(last["on"]),
            "next_action": action["situation"],
            "next_channel": action["channel"],
            "next_to": action["to"],
            "next_from": _text(action["earliest_on"]),
            "next_due": _text(action["due_on"]),
            "why": action["reason"],
        }
    ).reset_index()


def overview_csv(now: Plan) -> bytes:
    """Return `overview` as the bytes of a CSV that no spreadsheet program runs as formulas."""
    return write_csv(overview(now))


def refuse_ending(path: Path, *allowed: str) -> None:
    """Raise `FollowupError` for the name of a file that ends in none of these, such as .csv."""
    kind = path.suffix.lower()
    if kind not in allowed:
        raise FollowupError(
            f"{path} ends in {kind or 'nothing'}; name a file {' or '.join(allowed)}."
        )


def _text(days: pd.Series) -> pd.Series:
    texts: pd.Series = days.dt.strftime("%Y-%m-%d").fillna("")
    return texts

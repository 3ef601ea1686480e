"""The spreadsheet that goes out: one row per application with what a coach asks for."""

import datetime as dt

import pandas as pd

from followup_lib.csv_files import write_csv
from followup_lib.plan import Plan, plan
from followup_lib.tables import Tables
from followup_lib.vocabulary import MESSAGES, Event, words

CONTACTS = (*MESSAGES, Event.THANKED, Event.HEARD_BACK)


def overview(tables: Tables, today: dt.date) -> pd.DataFrame:
    """Return one row per application, in the order of the file.

    Columns: `application_id, company, job_title, contact, preferred_contact, stage,
    furthest_stage, status, stage_since, days_in_stage` (calendar days), `their_date, last_contact,
    last_contact_on, next_action, next_channel, next_to, next_from, next_due, why`.
    """
    now = plan(tables, today)
    f = now.facts.applications
    past = now.facts.past
    contacts = past[past["event"].isin(list(CONTACTS))]
    last = contacts.drop_duplicates("application_id", keep="last").set_index("application_id")
    last = last.reindex(f.index)
    action = next_actions(now).reindex(f.index)
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


def next_actions(now: Plan) -> pd.DataFrame:
    """Return the most urgent row of each application, references aside, by application_id."""
    rows = now.listed("today", "coming_up", "rest")
    rows = rows[rows["reference_id"] == ""]
    return rows.drop_duplicates("application_id").set_index("application_id")


def overview_csv(tables: Tables, today: dt.date) -> bytes:
    """Return `overview` as the bytes of a CSV that no spreadsheet program runs as formulas."""
    return write_csv(overview(tables, today))


def _text(days: pd.Series) -> pd.Series:
    texts: pd.Series = days.dt.strftime("%Y-%m-%d").fillna("")
    return texts

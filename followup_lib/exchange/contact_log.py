"""The log of contacts with employers, in the columns that unemployment offices ask for."""

import datetime as dt

import pandas as pd

from followup_lib.records.ledger import in_order
from followup_lib.records.tables import Tables, look_up
from followup_lib.records.their_word import CONTACT_RESULTS
from followup_lib.records.vocabulary import MEETINGS, MESSAGES, Event, words
from followup_lib.store.csv_out import write_csv

OURS = (Event.APPLIED, *MEETINGS, *MESSAGES, Event.THANKED)
"""What the seeker did that counts as a contact."""


def contact_log(tables: Tables, today: dt.date, since: dt.date | None = None) -> pd.DataFrame:
    """Return one row per contact up to `today`, from `since` on, oldest first.

    Columns, all text: `date, employer, person, method, position, result`. The result says what
    the contact was and how the employer answered, with the day, or "no answer yet". Rows with
    no day are left out.
    """
    t = in_order(tables.timeline)
    t = t[(t["on"] <= pd.Timestamp(today)) & (t["application_id"] != "")].reset_index(drop=True)
    ours = t["event"].isin(list(OURS)) & (t["on"] >= pd.Timestamp(since or dt.date.min))
    a = tables.applications.set_index("application_id")
    contact = look_up(t["application_id"], a["contact_name"])
    made = pd.DataFrame(
        {
            "date": t["on"].dt.strftime("%Y-%m-%d"),
            "employer": look_up(t["application_id"], a["company"]),
            "person": t["who"].where(t["who"] != "", contact),
            "method": t["channel"].map(words),
            "position": look_up(t["application_id"], a["job_title"]),
            "result": t["event"].map(words) + "; " + _answers(t),
        }
    )
    return made[ours].reset_index(drop=True)


def _answers(t: pd.DataFrame) -> pd.Series:
    """Return for each row what the employer's next word in the application was, and when."""
    answers = t["event"].map(words) + " on " + t["on"].dt.strftime("%Y-%m-%d")
    answers = answers.where(t["event"].isin(list(CONTACT_RESULTS)))
    by = t["application_id"]
    later: pd.Series = answers.groupby(by).shift(-1).groupby(by).bfill()
    return later.fillna("no answer yet")


def contact_log_csv(tables: Tables, today: dt.date, since: dt.date | None = None) -> bytes:
    """Return `contact_log` as the bytes of a CSV that no spreadsheet program runs as formulas."""
    return write_csv(contact_log(tables, today, since))

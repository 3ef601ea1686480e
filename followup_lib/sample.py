"""Worked examples on the untouched sample, as the pages print them."""

from functools import cache

from followup_lib.csv_files import read_tables
from followup_lib.messages import draft, letter_row
from followup_lib.plan import Plan, plan
from followup_lib.search import SAMPLE
from followup_lib.tables import FollowupError, Tables


@cache
def _sample() -> tuple[Tables, Plan]:
    tables = read_tables(SAMPLE)
    if tables.settings.today is None:
        raise FollowupError("The sample names no day; put today back into its settings.toml.")
    return tables, plan(tables, tables.settings.today)


def advice(application_id: str) -> None:
    """Print what the plan advises for an application of the sample, and why."""
    _, now = _sample()
    for row in now.of(application_id).itertuples():
        print(f"{row.situation} · {row.channel} · {row.reason}")


def letter(application_id: str, channel: str = "", reference_id: str = "") -> None:
    """Print the draft for an application, or a reference, of the sample."""
    tables, now = _sample()
    row = letter_row(now, application_id, reference_id=reference_id)
    made = draft(now, tables, row, channel=channel)
    print("\n\n".join(filter(None, (made.subject, made.body))))

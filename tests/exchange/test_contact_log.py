"""The log of contacts: who was contacted when, by which way, about what, and how it went."""

import datetime as dt

import pytest

from followup_lib.exchange.contact_log import contact_log, contact_log_csv
from followup_lib.records import edits
from followup_lib.records.tables import COLUMNS, Tables, empty_table

TODAY = dt.date(2026, 3, 16)


def day(number: int) -> dt.date:
    """Return a day of March 2026."""
    return dt.date(2026, 3, number)


@pytest.fixture
def tables() -> Tables:
    """Return an application with a short story, one with a planned interview, and a reference."""
    t = Tables(**{name: empty_table(name) for name in COLUMNS})
    acme = {"company": "Acme", "job_title": "Clerk", "contact_name": "Ms. Ortiz"}
    t, one = edits.add_application(t, **acme)
    t, two = edits.add_application(t, company="Hill", job_title="Editor")
    t = edits.log(t, one, "applied", day(2), channel="portal")
    t = edits.log(t, one, "interview", day(5), who="Mr. Hall", channel="in_person")
    t = edits.log(t, one, "wrote", day(6), channel="email")
    t = edits.log(t, one, "rejected", day(9))
    t = edits.log(t, two, "applied", day(4), channel="email")
    t = edits.log(t, two, "wrote", day(20), channel="email")
    return edits.log(t, two, "wrote", None)


EXPECTED = """\
date,employer,person,method,position,result
2026-03-02,Acme,Ms. Ortiz,portal,Clerk,applied; interview on 2026-03-05
2026-03-04,Hill,,e-mail,Editor,applied; no answer yet
2026-03-05,Acme,Mr. Hall,in person,Clerk,interview; not chosen on 2026-03-09
2026-03-06,Acme,Ms. Ortiz,e-mail,Clerk,wrote; not chosen on 2026-03-09
"""


def test_each_contact_is_a_row_with_its_result(tables: Tables) -> None:
    """Six columns; what lies ahead and what has no day is left out."""
    assert contact_log_csv(tables, TODAY).decode("utf-8-sig") == EXPECTED


def test_contacts_since_a_day(tables: Tables) -> None:
    """A day in between leaves out what was before it, the day itself stays."""
    assert contact_log(tables, TODAY, day(5))["date"].tolist() == ["2026-03-05", "2026-03-06"]


def test_an_answer_of_tomorrow_is_not_known_today(tables: Tables) -> None:
    """Seen on the sixth, the no of the ninth has not come."""
    assert contact_log(tables, day(6))["result"].iloc[-1] == "wrote; no answer yet"


def test_nothing_yet_is_a_header() -> None:
    """A new search gives the first line only."""
    empty = Tables(**{name: empty_table(name) for name in COLUMNS})
    assert contact_log_csv(empty, TODAY).decode("utf-8-sig") == EXPECTED.splitlines()[0] + "\n"

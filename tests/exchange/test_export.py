"""The spreadsheet that goes out: one row per application, the derived facts, inert formulas."""

import datetime as dt
import io

import pandas as pd
import pytest

from followup_lib.advice.plan import plan
from followup_lib.exchange.export import overview, overview_csv
from followup_lib.records import edits
from followup_lib.records.tables import Tables

MONDAY = dt.date(2026, 3, 16)


def test_every_application_is_one_row(sample: Tables) -> None:
    """The export has the applications of the search, in their order, each once."""
    ids = overview(plan(sample, MONDAY))["application_id"].tolist()
    assert ids == sample.applications["application_id"].tolist()


@pytest.mark.parametrize(
    ("application_id", "expected"),
    [
        (
            "cobblers-gate-credit-union-payroll-analyst",
            {"stage": "interview", "status": "active", "next_action": "their_date_passed"},
        ),
        (
            "saltmarsh-ferry-authority-operations-coordinator",
            {"status": "on_hold", "next_action": "on_hold", "next_from": "2026-03-12"},
        ),
        ("glasswright-supply-office-manager", {"status": "declined", "next_action": "rest"}),
        (
            "quillon-health-technical-writer",
            {"next_action": "promise_due", "next_due": "2026-03-12"},
        ),
    ],
)
def test_the_derived_facts(sample: Tables, application_id: str, expected: dict[str, str]) -> None:
    """Stage, status, their date and the next action stand beside each application."""
    row = overview(plan(sample, MONDAY)).set_index("application_id").loc[application_id]
    assert {name: row[name] for name in expected} == expected


def test_the_furthest_stage_survives_a_no(sample: Tables) -> None:
    """An application that was turned down after an interview counts as far as it came."""
    tables, key = edits.add_application(sample, company="Acme", job_title="Clerk")
    for event, day in (("applied", 1), ("interview", 5), ("rejected", 9)):
        tables = edits.log(tables, key, event, dt.date(2026, 3, day))
    row = overview(plan(tables, MONDAY)).set_index("application_id").loc[key]
    assert (row["furthest_stage"], row["status"]) == ("interview", "rejected")


def test_days_in_stage_are_calendar_days(sample: Tables) -> None:
    """An interview on March 5 is eleven days ago on the 16th."""
    row = (
        overview(plan(sample, MONDAY))
        .set_index("application_id")
        .loc["juniper-row-schools-payroll-specialist"]
    )
    assert row["days_in_stage"] == 11


def test_the_file_reads_back(sample: Tables) -> None:
    """The bytes are a CSV in UTF-8 with every row and column of the table."""
    frame = pd.read_csv(io.BytesIO(overview_csv(plan(sample, MONDAY))), encoding="utf-8-sig")
    assert frame.shape == overview(plan(sample, MONDAY)).shape


def test_a_formula_in_a_name_is_inert(sample: Tables) -> None:
    """A company that looks like a formula cannot run in a spreadsheet program."""
    tables, _ = edits.add_application(sample, company="=1+1", job_title="Clerk")
    assert ",'=1+1," in overview_csv(plan(tables, MONDAY)).decode("utf-8-sig")


def test_an_empty_search_has_a_header(sample: Tables) -> None:
    """With no applications the file still names its columns."""
    empty = Tables(
        *(
            getattr(sample, name).iloc[:0]
            for name in ("applications", "people", "timeline", "references")
        )
    )
    assert (
        overview_csv(plan(empty, MONDAY)).decode("utf-8-sig").startswith("application_id,company,")
    )

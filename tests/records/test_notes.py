"""Notes on rows that are unusual but life: one for each kind, never for what cannot be told."""

import datetime as dt

from followup_lib.records.notes import notes
from tests.exchange.messy import EMPTY, bring_in

TODAY = dt.date(2026, 3, 16)
HEAD = "Company,Title,Applied,Interview,Status\n"


def said(rows: str) -> list[str]:
    """Return the notes on a list brought in."""
    return [str(note) for note in notes(bring_in(EMPTY, HEAD + rows), TODAY)]


def test_one_line_of_each_kind_with_a_count() -> None:
    """Thirty rows without a day are one line that counts them."""
    rows = "".join(f"Firm {n},Clerk,,,Rejected\n" for n in range(30))
    (only,) = said(rows)
    assert only.startswith("timeline.csv, row 2, column on: has no day: it counts as done")
    assert only.endswith("The same goes for 59 more rows.")


def test_an_undated_event_is_never_out_of_order() -> None:
    """An interview of an unknown day, beside a day of applying, comes after no later stage."""
    notes_ = said("Hill,Clerk,2026-02-02,,Offer\nAmes,Cook,2026-02-03,,Interview\n")
    assert [note for note in notes_ if "later stage" in note] == []


def test_a_dated_event_out_of_order_is_told() -> None:
    """An interview before the day of applying is told once, and kept."""
    (only,) = said("Hill,Clerk,2026-02-20,2026-02-02,\n")
    assert "'applied' comes after a later stage; left as it is." in only

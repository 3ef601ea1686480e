"""A list as people keep one: many rows, hardly a word on what was said; and bringing it in."""

import datetime as dt

from followup_lib.exchange.bytes_in import read_grid
from followup_lib.exchange.importing import add_entries, preview
from followup_lib.exchange.layout import lay_out
from followup_lib.exchange.preview import Preview
from followup_lib.records.tables import Tables, empty_table

TODAY = dt.date(2026, 3, 16)
HEAD = "Company,Job Title,Date Applied,Interview Date,Status,Notes\n"
EMPTY = Tables(*(empty_table(n) for n in ("applications", "people", "timeline", "references")))
NAMES = ("Alder", "Birch", "Cedar", "Damson", "Elm", "Fir", "Gorse", "Hazel", "Ivy", "Juniper")
KINDS = ("Press", "Trust", "& Sons", "Works", "Council", "Clinic", "Foods", "Transit", "Bank, Inc.")
JOBS = ("Payroll Clerk", "technical writer", "EDITOR", "Office Manager (nights)", "Bookkeeper")
STANDS = ("Applied", "applied ", "Rejected", "Interview", "Submitted", "To Apply", "No response")


def messy_list(rows: int) -> bytes:
    """Return a spreadsheet of so many applications, one a workday back from March 2026.

    Every seventh was turned down, every seventh is only saved, every seventh was given up; three
    have an interview day.
    """
    lines = ["My job hunt!!\n", "\n", HEAD]
    for n in range(rows):
        day = TODAY - dt.timedelta(days=3 + n)
        company = f"{NAMES[n % 10]} {KINDS[n // 10 % 9]}"
        applied = "" if STANDS[n % 7] == "To Apply" else f"{day.month}/{day.day}/{day.year}"
        met = {3: "3/14/2026", 10: "2/27/2026", 17: "11/19/2025"}.get(n, "")
        cells = [f'"{company}"', JOBS[n % 5], applied, met, STANDS[n % 7], "via a friend"]
        lines += [",".join(cells) + "\n", "\n" if n % 9 == 4 else ""]
    return "".join(lines).encode("cp1252")


def preview_of(
    data: bytes | str,
    tables: Tables = EMPTY,
    today: dt.date = TODAY,
    answers: dict[str, str] | None = None,
) -> Preview:
    """Return what a list would do, with answers by the keys of its questions."""
    raw = data.encode() if isinstance(data, str) else data
    listing = lay_out(read_grid(raw, "list.csv"), "list.csv")
    return preview(listing, tables, today, {}, answers or {})


def bring_in(tables: Tables, data: bytes | str, today: dt.date = TODAY) -> Tables:
    """Return the tables with a list brought in."""
    return add_entries(tables, preview_of(data, tables, today))

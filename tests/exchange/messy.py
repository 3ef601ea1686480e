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


HOUR = dt.date(2026, 11, 30)
"""The Monday of the coach's hour, after a week with a Thursday off."""
TALKED = """\
Ames Library|Archivist|10/20|Offer!!! 11/25\
|Luis Ortega <luis@ames.example>, HR / Mia Chan 609 555 0100|need to tell them by 12/4
Birch Clinic|Scheduler|10/26|final interview done 11/19|Dana Reyes dana@birch.example\
|said they'd get back by Friday
Cobalt Foods|Buyer|11/2|2nd round done!!|Tara Singh|Zoom 11/24, they said by Dec 4
Dover Transit|Route Planner|10/30|interview sched 12/3 10am|Sam Okoro|
Elm Works|Estimator|11/4|Phone Interview - waiting|Ms. Vance\
|talked 11/12, decision by end of next week
Fir & Sons|Bookkeeper|10/14|had zoom 11/23|Tom Ide|I said I'd send my portfolio by Tuesday
Gorse Bank|Teller|10/12|Interview 11/10||
Hazel Press|Editor|10/19|interviewed|Mr. Reed|met 11/18. Should hear within 10 business days
Ivy Council|Clerk|11/9|phone screen 11/20|HR|they will let me know soon
Juniper Care|Aide|11/10|Interview|Ana Cruz|in person 11/25 - said early next week
Kestrel Air|Dispatcher|9/28|Interview 10/8||no word since
Larch Dental|Receptionist|10/5|Rejected 11/9||interviewed 10/22, nice people
Moss Media|Producer|11/5|2nd interview 11/24|Priya Nair|I promised to call Priya about my start date
Northgate|Cook|11/11|Applied||recruiter called 11/16
Oak Legal|Paralegal|10/22|REJECTED 11/13||final round 11/3
Prairie School|Aide|11/2|Applied|Jo Lind\
|coffee w/ Jo 11/13, I'd email her two writing samples by the end of the month
Quince Labs|Technician|11/12|Interview||by Friday they said
Redwood Parks|Ranger|11/20|Applied||closes 12/15"""
"""Rows whose cells speak of something: fifteen talks, an offer, an interview and a day ahead."""
SILENT = ("Applied", "applied", "Rejected 11/6", "Applied - no response", "waiting to apply")


def coachs_hour() -> str:
    """Return sixty rows under a header that begins with "#", with headings of months between."""
    rows = [row.split("|") for row in TALKED.split("\n")]
    for n in range(60 - len(rows)):
        status = SILENT[n % 5]
        applied = "" if status.startswith("waiting") else f"{9 + n // 21}/{n % 21 + 2}"
        note = "via a friend" if n % 4 == 0 else ""
        company = f"{NAMES[n % 10]} {KINDS[n // 10]} {n}"
        rows.insert(n * 3 // 2, [company, JOBS[n % 5], applied, status, "", note])
    lines = ["#,Company,Position,Applied,Status,Contact,Notes"]
    for n, row in enumerate(rows, 1):
        heading = {1: "September", 21: "October", 41: "November"}.get(n)
        lines += [f",--- {heading} ---,,,,,"] if heading else []
        lines.append(",".join([str(n), *(f'"{cell}"' for cell in row)]))
    return "\n".join(lines) + "\n"

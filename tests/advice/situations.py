"""A short way to write down a search: facts as a coach would jot them, made into tables."""

import datetime as dt
import re
import shlex

import pandas as pd

from followup_lib.records.settings_file import read_settings
from followup_lib.records.tables import Tables, as_table

WORDS = {
    "due": "due_on",
    "at": "at",
    "who": "who",
    "via": "channel",
    "for": "situation",
    "said": "said",
    "settles": "refers_to",
}
CONTACT = {
    "job_title": "payroll analyst",
    "contact_name": "Ms. Ortiz",
    "contact_phone": "(609) 555-0101",
}
REFERENCES = [
    {"reference_id": "amin", "name": "Dr. Amin", "preferred_contact": "phone"},
    {"reference_id": "okonjo", "name": "Mr. Okonjo", "email": "okonjo@lindenfold.example"},
]


def search(
    facts: dict[str, str],
    jobs: dict[str, dict[str, str]] | None = None,
    people: list[dict[str, str]] | None = None,
    settings: str = "",
) -> Tables:
    """Return the tables of a search with one application per key of `facts`.

    Every job has Ms. Ortiz as its contact unless `jobs` says otherwise; `amin` and `okonjo` vouch.
    """
    rows = [row for job, line in facts.items() for row in events(job, line)]
    contacts = [
        {"application_id": job, "company": job.title(), "contact_email": f"ortiz@{job}.example"}
        | CONTACT
        | (jobs or {}).get(job, {})
        for job in facts
    ]
    return Tables(
        applications=_table("applications", contacts),
        people=_table("people", people or []),
        timeline=_table("timeline", rows),
        references=_table("references", REFERENCES),
        settings=read_settings(settings),
    )


def events(job: str, line: str) -> list[dict[str, str]]:
    """Return the rows of timeline.csv that a line of facts stands for.

    >>> events("acme", "interview 3-05; they_promised 3-05 due 3-12 about said 'next week'")[1]
    {'event_id': 'acme-2', 'application_id': 'acme', 'event': 'they_promised', 'on': '2026-03-05', \
'due_on': '2026-03-12', 'certainty': 'about', 'said': 'next week'}
    """
    parts = [part for part in re.split(r";(?=(?:[^']*'[^']*')*[^']*$)", line) if part.strip()]
    return [_event(job, number, shlex.split(part)) for number, part in enumerate(parts, 1)]


def _event(job: str, number: int, words: list[str]) -> dict[str, str]:
    event, on, *rest = words
    row = {"event_id": f"{job}-{number}", "application_id": job, "event": event, "on": _text(on)}
    while rest:
        word = rest.pop(0)
        if word in ("about", "inferred", "no_day"):
            row["certainty"] = word
        else:
            value = rest.pop(0)
            numbered = {"due": _text, "settles": f"{job}-{{}}".format}
            row[WORDS[word]] = numbered.get(word, str)(value)
    return row


def day(text: str) -> dt.date | None:
    """Read a day as in the tables of situations: 3-16 is in 2026; a ? or - is no day.

    >>> day("3-16"), day("2028-02-29"), day("?")
    (datetime.date(2026, 3, 16), datetime.date(2028, 2, 29), None)
    """
    if text in ("?", "-"):
        return None
    *year, month, number = text.split("-")
    return dt.date(int(year[0]) if year else 2026, int(month), int(number))


def _text(text: str) -> str:
    found = day(text)
    return found.isoformat() if found else ""


def _table(name: str, rows: list[dict[str, str]]) -> pd.DataFrame:
    return as_table(name, pd.DataFrame(rows, dtype="str").fillna(""))

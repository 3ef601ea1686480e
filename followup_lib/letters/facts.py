"""What a letter may say: every field, from the spreadsheet, as it stands in a sentence."""

import datetime as dt
import re
import unicodedata
from typing import Any

import pandas as pd

from followup_lib.advice.plan import Plan
from followup_lib.reading.promises import Promise, is_contact, read_promise
from followup_lib.reading.topics import read_topic
from followup_lib.records.dates import about, clock, letter_day, listing, month
from followup_lib.records.rows import PlanRow
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import Situation

DAY_FIELDS = (
    *("when_interviewed", "month_interviewed", "by_their_day"),
    *("new_day", "offer_day", "until_day"),
)
"""Fields that are days: asked for with a calendar."""

SHORT_TITLE_WORDS, SHORT_TITLE_LETTERS = 4, 26

_CATEGORY = re.compile(r"\s+(?:position|role|job|opening|vacancy)$", re.IGNORECASE)


def short_title(title: str) -> str:
    """Return a title cut at a word, so that it fits a subject.

    >>> short_title("Senior Vice President, Payroll and Benefits")
    'Senior Vice President'
    """
    kept: list[str] = []
    for word in title.split():
        if len(kept) == SHORT_TITLE_WORDS or len(" ".join([*kept, word])) > SHORT_TITLE_LETTERS:
            break
        kept.append(word)
    text = " ".join(kept) or title[:SHORT_TITLE_LETTERS]
    return re.sub(r"[\s,;:/&–-]+$|\s+(?:and|of|for|the)$", "", text) or text


def as_title(title: str) -> str:
    """Return a title as it stands before "position", which it must not say itself.

    >>> as_title("Payroll Position"), as_title("Position")
    ('Payroll', 'Position')
    """
    return _CATEGORY.sub("", title)


def one_line(value: str) -> str:
    """Return a value on one line: no line break, tab, doubled space or control character.

    >>> one_line(" Ortiz\\nBcc:  all ")
    'Ortiz Bcc: all'
    """
    shown = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in value)
    return " ".join(shown.split())


def letter_facts(plan: Plan, tables: Tables, row: PlanRow) -> dict[str, str]:
    """Return every field a letter may use for a row of the plan, "" for what is not known."""
    return {name: one_line(value) for name, value in _facts(plan, tables, row).items()}


def _facts(plan: Plan, tables: Tables, row: PlanRow) -> dict[str, str]:
    seeker = tables.settings.seeker
    own = {"my_name": seeker.name, "my_phone": seeker.phone, "sign_off": seeker.sign_off}
    if row.reference_id:
        employers = _employers(plan, row.reference_id)
        return own | {"reference": row.to, "employers": employers} | _position(plan, row)
    f = plan.facts.of(row.application_id)
    today = plan.facts.today.date()
    locale = tables.settings.calendar.locale

    def long(day: Any) -> str:
        return "" if pd.isna(day) else letter_day(day.date(), today, locale)

    offer = f["offer_day"] if row.situation == Situation.OFFER_TO_ANSWER else f["elsewhere_day"]
    return own | {
        "contact": row.to,
        "company": "" if _same(f["company"], f["agency"]) else f["company"],
        "agency": f["agency"],
        "job_title": as_title(one_line(f["job_title"])),
        "short_title": short_title(as_title(one_line(f["job_title"]))),
        "when_interviewed": _said("when_interviewed", f["met_on"], f["met_vaguely"], today, locale),
        "month_interviewed": _said("month_interviewed", f["met_on"], True, today, locale),
        "by_their_day": _said("by_their_day", f["their_day"], f["their_vague"], today, locale),
        "topic": read_topic(f["topic"]).fact or "",
        "offer_day": long(offer),
        "talk_time": _talk_time(f, long, locale),
        "times": f["times"],
        "month_invited": _said("month_invited", f["asked_on"], True, today, locale),
        **_promise(plan, row, long),
    }


def unclear_words(plan: Plan, row: PlanRow) -> dict[str, str]:
    """Return the words that could not be read, by their field: thing, purpose, or topic."""
    if row.reference_id:
        return {}
    topic = plan.facts.of(row.application_id)["topic"]
    words = {"topic": topic} if topic.strip() and not read_topic(topic).fact else {}
    for _, owed in plan.facts.owed[plan.facts.owed["event_id"] == row.promise_id].iterrows():
        contact = is_contact(owed["said"], owed["channel"])
        unread = read_promise(owed["said"]).sure in ("inferred", "unclear")
        if owed["said"].strip() and unread:
            words["purpose" if contact else "thing"] = owed["said"]
    return words


def _position(plan: Plan, row: PlanRow) -> dict[str, str]:
    """Return the application that thanks to a reference are about; a call may be of none known."""
    if row.situation != Situation.THANK_REFERENCE or not row.application_id:
        return {}
    f = plan.facts.of(row.application_id)
    return {"company": f["company"], "job_title": as_title(one_line(f["job_title"]))}


def _same(company: str, agency: str) -> bool:
    return company.strip().casefold() == agency.strip().casefold()


def _said(name: str, day: Any, vague: bool, today: dt.date, locale: str) -> str:
    return "" if pd.isna(day) else day_answer(name, day.date(), vague, today, locale)


def day_answer(name: str, day: dt.date, vague: bool, today: dt.date, locale: str) -> str:
    """Return a day as the letters say it in field `name`, its preposition included.

    >>> day_answer("when_interviewed", dt.date(2026, 2, 14), True, dt.date(2026, 3, 16), "en_US")
    'in mid-February'
    """
    if name in ("month_interviewed", "month_invited"):
        return month(day, today)
    if name == "when_interviewed" and vague:
        return f"in {about(day, today)}"
    preposition = {"when_interviewed": "on ", "by_their_day": "around " if vague else "by "}
    return preposition.get(name, "") + letter_day(day, today, locale)


def _talk_time(f: pd.Series, long: Any, locale: str) -> str:
    """Return when the talk that fell through was set: "Thursday, March 5, at 10:00 AM"."""
    day, time = long(f["talk_on"]), clock(f["talk_at"], locale)
    return f"{day}, at {time}" if day and time else day


def _promise(plan: Plan, row: PlanRow, long: Any) -> dict[str, str]:
    if not row.promise_id:
        return {}
    owed = plan.facts.owed[plan.facts.owed["event_id"] == row.promise_id]
    promise = read_promise(owed["said"].iloc[0]).fact or Promise()
    contact = is_contact(owed["said"].iloc[0], owed["channel"].iloc[0])
    return {
        "thing": "" if contact else promise.thing,
        "purpose": (promise.purpose or promise.thing) if contact else "",
        "promise_day": long(owed["due_on"].iloc[0]) if owed["dated"].iloc[0] else "",
    }


def _employers(plan: Plan, reference_id: str) -> str:
    past, f = plan.facts.past, plan.facts.applications
    given = past[(past["who"] == reference_id) & (past["event"] == "reference_given")]
    ids = [i for i in given["application_id"].unique() if i in plan.live[plan.live].index]
    firms = [f"{f.loc[i, 'company']} ({f.loc[i, 'job_title']})" for i in ids]
    return listing(firms)

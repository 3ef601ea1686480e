"""What a letter may say: every field, from the spreadsheet, as it stands in a sentence."""

import datetime as dt
import re
import unicodedata
from typing import Any

import pandas as pd

from followup_lib.advice.plan import Plan
from followup_lib.letters.greetings import addressed, full_name, greeting
from followup_lib.letters.talks import known_to
from followup_lib.letters.template import FORMAL
from followup_lib.letters.titles import letter_firm, letter_title, short_title
from followup_lib.reading.promises import Promise, read_promise
from followup_lib.reading.topics import read_topic
from followup_lib.records.dates import about, clock, letter_day, listing, month, month_day
from followup_lib.records.rows import PlanRow
from followup_lib.records.situations import Situation
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import Event

DAY_FIELDS = (
    *("when_interviewed", "month_interviewed", "by_their_day"),
    *("new_day", "offer_day", "until_day"),
)
"""Fields that are days: asked for with a calendar."""

THEIR_MESSAGE = {
    "email": "your email",
    "phone": "your call",
    "video": "your call",
    "text": "your text",
    "linkedin": "your message",
    "portal": "your message",
    "post": "your letter",
}
"""What one thanks for, by the channel of their last word; else "getting back to me"."""


def one_line(value: str) -> str:
    """Return a value on one line: no line break, tab, doubled space or control character.

    >>> one_line(" Ortiz\\nBcc:  all ")
    'Ortiz Bcc: all'
    """
    shown = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in value)
    return " ".join(shown.split())


def letter_facts(
    plan: Plan, tables: Tables, row: PlanRow, answers: dict[str, str], *, email: bool
) -> dict[str, str]:
    """Return every field a letter may use for a row of the plan, "" for what is not known.

    `answers` are what the person said, by field; they win. An `email` greets both who interviewed.
    """
    facts = _facts(plan, tables, row) | _said_now(answers)
    names = [answers["contact"]] if "contact" in answers else _greeted(plan, row, email)
    formal = tables.settings.seeker.register == FORMAL
    addressee = {
        "greeting": greeting(names, formal=formal, written=email),
        "reference" if row.reference_id else "contact": addressed(names, formal=formal),
        "full_name": full_name(names[0]),
    }
    return {name: one_line(value) for name, value in (facts | addressee).items()}


def _said_now(answers: dict[str, str]) -> dict[str, str]:
    """Return the answers as they stand in a letter."""
    said = dict(answers)
    if "job_title" in said:
        title = one_line(said["job_title"])
        said |= {"job_title": letter_title(title), "short_title": short_title(title)}
    if "news" in said:
        said["news"] = as_news(said["news"])
    if "told" in said:
        said["told"] = _as_sentence(said["told"])
    return said


def _as_sentence(words: str) -> str:
    text = one_line(words)
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


def as_news(words: str) -> str:
    """Return what somebody did since, as it stands after "I".

    >>> as_news("I've finished the Excel course."), as_news("Passed the CPA exam")
    ('have finished the Excel course', 'passed the CPA exam')
    """
    text = one_line(words).rstrip(" .!")
    text = re.sub(r"^(?:since we last talked,?\s+)?(?:I\s+)?", "", text, flags=re.IGNORECASE)
    text = re.sub(r"^I['’]ve\b", "have", text, flags=re.IGNORECASE)
    first = text.partition(" ")[0]
    return text[:1].lower() + text[1:] if first.istitle() else text


def _greeted(plan: Plan, row: PlanRow, email: bool) -> list[str]:
    """Return who a message greets: its addressee, in an e-mail with the other who interviewed."""
    if row.reference_id or row.promise_id or not email:
        return [row.to]
    f = plan.facts.of(row.application_id)
    if not wrote_with(f, row):
        return [row.to]
    for cell in (f["met_who"], f["contact_name"]):
        names = [name.strip() for name in cell.split(";") if name.strip()]
        if len(names) == 2 and row.to in names:
            return sorted(names, key=lambda name: name != row.to)
        if row.to in names:
            break
    return [row.to]


def _facts(plan: Plan, tables: Tables, row: PlanRow) -> dict[str, str]:
    seeker = tables.settings.seeker
    own = {"my_name": seeker.name, "my_phone": seeker.phone, "sign_off": seeker.sign_off}
    if row.reference_id:
        employers = _employers(plan, row.reference_id)
        return own | {"employers": employers} | _position(plan, row)
    f = known_to(plan, row)
    today = plan.facts.today.date()
    locale = tables.settings.calendar.locale

    def long(day: Any) -> str:
        return "" if pd.isna(day) else letter_day(day.date(), today, locale)

    heard = wrote_with(f, row) and wrote_since(f)
    offer = f["offer_day"] if row.situation == Situation.OFFER_TO_ANSWER else f["elsewhere_day"]
    return own | {
        "company": "" if _same(f["company"], f["agency"]) else letter_firm(one_line(f["company"])),
        "agency": f["agency"],
        "job_title": letter_title(one_line(f["job_title"])),
        "short_title": short_title(one_line(f["job_title"])),
        "when_interviewed": _said("when_interviewed", f["met_on"], f["met_vaguely"], today, locale),
        "day_interviewed": "" if f["met_vaguely"] else _month_day(f["met_on"], locale),
        "month_interviewed": _said("month_interviewed", f["met_on"], True, today, locale),
        "by_their_day": _said("by_their_day", f["their_day"], f["their_vague"], today, locale),
        "topic": read_topic(f["topic"]).fact or "",
        "their_message": _their_message(plan, row) if heard else "",
        "offer_day": long(offer),
        "ahead_day": long(f["ahead_on"]),
        "talk_time": _talk_time(f, long, locale),
        "times": f["times"],
        "month_invited": _said("month_invited", f["asked_on"], True, today, locale),
        **_promise(plan, row, long),
    }


def unclear_words(plan: Plan, row: PlanRow) -> dict[str, str]:
    """Return the words that could not be read, by their field: thing, purpose, or topic."""
    if row.reference_id:
        return {}
    topic = known_to(plan, row)["topic"]
    words = {"topic": topic} if topic.strip() and not read_topic(topic).fact else {}
    for _, owed in plan.facts.owed[plan.facts.owed["event_id"] == row.promise_id].iterrows():
        unread = read_promise(owed["said"]).sure in ("inferred", "unclear")
        if owed["said"].strip() and unread:
            words["purpose" if owed["contact"] else "thing"] = owed["said"]
    return words


def _position(plan: Plan, row: PlanRow) -> dict[str, str]:
    """Return the application that thanks to a reference are about; a call may be of none known."""
    if row.situation != Situation.THANK_REFERENCE or not row.application_id:
        return {}
    f = plan.facts.of(row.application_id)
    return {
        "company": letter_firm(one_line(f["company"])),
        "job_title": letter_title(one_line(f["job_title"])),
    }


def wrote_since(facts: Any) -> bool:
    """Tell whether they got in touch after the last talk: a letter then thanks them for that."""
    return bool(pd.notna(facts["heard_on"]) and not facts["heard_on"] <= facts["met_on"])


def wrote_with(facts: Any, row: PlanRow) -> bool:
    """Tell whether a message goes to whom one wrote with, not to another or a stand-in (W5, W8)."""
    return bool(row.to == facts["to"] and not facts["instead_of"])


def _their_message(plan: Plan, row: PlanRow) -> str:
    """Return what one thanks them for: "your email", "your call", or "getting back to me"."""
    past = plan.facts.past
    heard = past[
        (past["application_id"] == row.application_id) & (past["event"] == Event.HEARD_BACK)
    ]
    last = heard.sort_values("on", kind="stable").iloc[-1]
    return THEIR_MESSAGE.get(last["channel"], "getting back to me")


def _month_day(day: Any, locale: str) -> str:
    return "" if pd.isna(day) else month_day(day.date(), locale)


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
    contact = owed["contact"].iloc[0]
    return {
        "thing": "" if contact else promise.thing,
        "purpose": (promise.purpose or promise.thing) if contact else "",
        "tried_day": long(plan.facts.tried_on(row)),
        "promise_day": long(owed["due_on"].iloc[0]) if owed["dated"].iloc[0] else "",
    }


def _employers(plan: Plan, reference_id: str) -> str:
    past, f = plan.facts.past, plan.facts.applications
    given = past[(past["who"] == reference_id) & (past["event"] == "reference_given")]
    ids = [i for i in given["application_id"].unique() if i in plan.live[plan.live].index]
    named = [map(one_line, f.loc[i, ["company", "job_title"]]) for i in ids]
    jobs = [(letter_firm(company), short_title(title)) for company, title in named]
    if len(jobs) == 1:
        return "{} for the {} position".format(*jobs[0])
    return listing([f"{company} ({title})" for company, title in jobs])

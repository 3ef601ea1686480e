"""What is said of an offer: made by word or in writing, asked about, and who may be heard first."""

import datetime as dt
from typing import Any

import pandas as pd

from followup_lib.advice.said import SaidRow
from followup_lib.advice.windows import View
from followup_lib.records.dates import quoted, short_day
from followup_lib.records.rows import PlanRow

WHEN_DUE = "When is your answer due?"


def offer_words(row: PlanRow, facts: pd.Series, their_date: str, view: View) -> dict[str, str]:
    """Return the words of the rules about an offer; `their_date` is as their words are told."""
    today = view.facts.today.date()
    if not facts["offered"]:
        return {}
    made = f" on {_day(facts['offer_on'], today)}" if pd.notna(facts["offer_on"]) else ""
    due = facts["offer_day"]
    return {
        "on_offer_day": made,
        "papers_day": f"; they said {their_date}" if pd.notna(facts["their_day"]) else "",
        "answer_noted": f" Answer by {_day(due, today)}." if pd.notna(due) else "",
        "offer": _standing(row, facts, made, view),
        "others_first": _others_first(facts, view),
    }


def _standing(row: PlanRow, facts: pd.Series, made: str, view: View) -> str:
    """Return how an offer to answer stands: its day, what one wrote about it, what is asked."""
    today = view.facts.today
    said = view.facts.said.get(facts["offer_row"])
    told = [f"They made you an offer{made}{_words(said, today.date())}."]
    if facts["offer_note"]:
        note = f"{quoted(facts['offer_note'])}{_read(said, today.date())}"
        told = [f"Your notes say {note}."]
    asked, due, time = (facts[name] for name in ("offer_asked_on", "offer_day", "asked_time_until"))
    until = f" until {_day(time, today.date())}" if pd.notna(time) else ""
    if pd.notna(asked):
        on, for_time = _day(asked, today.date()), facts["asked_time_on"] == asked
        what = f"On {on} you asked for time{until}" if for_time else f"You wrote to them on {on}"
        told = [f"{what}, and you haven’t noted their answer yet."]
    elif until and not due >= time:
        told.append(f"You asked for time{until}: if they agreed, note that day.")
    if pd.isna(due):
        told.append(_without_a_day(row, facts, today))
    elif due < today:
        told.append(f"Your answer was due {_day(due, today.date())}: answer today.")
    else:
        told.append(f"Answer by {_day(due, today.date())}{', which is today' * (due == today)}.")
    if row.earliest_on > today and not row.put_off:
        told.append(f"This comes back to your list on {_day(row.earliest_on, today.date())}.")
    return " ".join(told)


def _without_a_day(row: PlanRow, facts: pd.Series, today: pd.Timestamp) -> str:
    if pd.notna(facts["offer_asked_on"]):
        return f"{WHEN_DUE} Note the day as soon as you know it."
    ours = ""
    if pd.notna(row.due_on):
        ours = f"; until you know, treat it as {_day(row.due_on, today.date())}"
    return (
        f"{WHEN_DUE} Note that day; if nobody said, thank them and ask when they need your "
        f"answer{ours}."
    )


def _words(said: SaidRow | None, today: dt.date) -> str:
    """Return the words an offer's day was read from, and how."""
    return f" ({quoted(said.words)}{_read(said, today)})" if said else ""


def _read(said: SaidRow | None, today: dt.date) -> str:
    return f", which we read as {short_day(said.due_on, today)}" if said and said.due_on else ""


def _others_first(facts: pd.Series, view: View) -> str:
    """Return who else may be heard before one says yes: the first to name a day still ahead."""
    if pd.isna(facts["offer_day"]) or facts["offer_day"] < view.facts.today:
        return ""
    jobs = view.facts.applications
    elsewhere = (jobs["elsewhere_on"] == facts["offer_on"]) & (
        jobs["elsewhere_day"] == facts["offer_day"]
    )
    waiting = jobs[elsewhere & view.live & jobs["met"] & (jobs["their_day"] >= view.facts.today)]
    waiting = waiting[waiting.index != facts.name].sort_values("their_day")
    if waiting.empty:
        return ""
    first = waiting.iloc[0]
    day = _day(first["their_day"], view.facts.today.date())
    if first["their_day"] < facts["offer_day"]:
        return f" {first['company']} said {day}, so you may hear from them first."
    return f" {first['company']} said {day}: to hear from them first, ask for more time."


def _day(day: Any, today: dt.date) -> str:
    return short_day(day.date(), today)

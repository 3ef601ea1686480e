"""Reasons: a sentence or two a client understands for a row of the plan, with its rule.

Written for the rows shown only: wording a row costs far more than deciding it.
"""

import re
from typing import Any

import pandas as pd

from followup_lib.advice.offer_reasons import offer_words
from followup_lib.advice.said import SaidRow
from followup_lib.advice.side_reasons import (
    NOT_GIVEN,
    promise_reason,
    reference_reason,
    starting,
    told_day,
)
from followup_lib.advice.talk_reasons import talk_words
from followup_lib.advice.windows import View
from followup_lib.records.dates import as_said, count, quoted, times
from followup_lib.records.rows import PlanRow
from followup_lib.records.situations import Situation
from followup_lib.records.timeline import NO_DAY
from followup_lib.records.vocabulary import WAYS, Status, words

ENDED = {
    Status.ACCEPTED: "You accepted this offer. Nothing more to ask here.",
    Status.DECLINED: "You declined this offer. Nothing more to do here.",
    Status.REJECTED: "They said no. Nothing more to do here.",
    Status.WITHDRAWN: "You withdrew. Nothing more to do here.",
    Status.NO_RESPONSE: "You let this go for now. If they answer late, it comes back to your list.",
}
WAY_WHY = {
    "asked": ", as they asked",
    "waits": ", and only once: they asked you not to follow up",
    "cannot": ", a way that works for you",
    "last_used": ", the way they last used",
    "portal": ", since nobody is named",
    "default": "",
}
TO_NOBODY = "once you know a name or an address to write to"
ROUGHLY = "roughly "
_NOT_KNOWN = re.compile(rf",?(?: last)? (?:on|since|for|until) {NOT_GIVEN}")
WHICH_DAY = "What date do you think they meant?"
SEARCH_WENT_ON = " If your search went on after that, note the day you accepted."
SOONER = "whether you can talk before then"
ASK_WAY = " Next time, ask how they like to be reached."


def reason(row: PlanRow, view: View) -> str:
    """Return the reason of one row of a plan; a day that is not known leaves its words out.

    A talk whose day is not exact was "around" that day.
    """
    return _NOT_KNOWN.sub("", _reason(row, view)).replace(f" on {ROUGHLY}", " around ")


def _reason(row: PlanRow, view: View) -> str:
    if row.reference_id:
        return reference_reason(row, view) + _put_off(row, view)
    if row.promise_id:
        return promise_reason(row, view)
    facts = view.facts.of(row.application_id)
    if row.after:
        return _after_another(row, view)
    told = row.template.format_map(_words(row, facts, view))
    return told + _instead(row, facts) + _put_off(row, view)


def _after_another(row: PlanRow, view: View) -> str:
    """Return which message to that person goes first, and what becomes of this one (W4)."""
    company, who = view.facts.of(row.after)["company"], row.to or "this person"
    rests = row.situation == Situation.REST
    this = "and can mention this role too" if rests else f"and this one {_best_on(row, view)}"
    return f"One message to {who} at a time: the one about {company} goes first, {this}."


def _instead(row: PlanRow, facts: pd.Series) -> str:
    """Return for whom somebody stands in, or that nobody does (W5)."""
    over = facts["instead_of"]
    if row.situation == Situation.REST or not over:
        return ""
    if not row.to:
        return f" {over} is no longer there; find out who took over."
    why = f"{over} is no longer there" if facts["has_left"] else f"no address is on file for {over}"
    return f" It goes to {row.to}: {why}."


def _ended(facts: pd.Series) -> str:
    """Return that it is over; what only a list says of it is read back, to be confirmed."""
    if not (words_read := facts["end_words"]):
        return ENDED.get(facts["status"], "")
    if facts["status"] == Status.ACCEPTED:
        return (
            f"Your list says “{words_read}”, without a day. Did you take this job, and when? Say "
            "so when you sort your list; until then, you aren’t asked to withdraw anywhere else."
        )
    return (
        f"Your list says “{words_read}”, so nothing is asked here. Is it over? If not, say what "
        "you know when you sort your list, and it comes back."
    )


def _put_off(row: PlanRow, view: View) -> str:
    return f" You put it off until {told_day(row.earliest_on, view)}." if row.put_off else ""


def _reason_to_ask(row: PlanRow, facts: pd.Series) -> str:
    """Return what an offer elsewhere is a reason for: early only while their date is ahead."""
    early = facts["their_day"] > max(row.planned_on, row.earliest_on)
    return "the one reason to ask before their date" if early else "a good reason to ask"


def _best_on(row: PlanRow, view: View) -> str:
    if row.put_off and row.earliest_on > row.due_on:
        return "is best soon"  # until when it is put off is told behind it
    if row.earliest_on < view.facts.today:
        return "can still go today"
    today = row.earliest_on == view.facts.today
    return "is best today" if today else f"is best on {told_day(row.earliest_on, view)}"


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


def _words(row: PlanRow, facts: pd.Series, view: View) -> dict[str, str]:
    days = {
        str(name): told_day(value, view)
        for name, value in facts.items()
        if isinstance(value, pd.Timestamp) or value is pd.NaT
    }
    for name in ("met_on", "spoken_on"):
        if facts["met_vaguely"] and facts[name] == facts["met_on"]:
            days[name] = ROUGHLY + days[name]
    at = view.place(row.application_id)
    n = view.n
    grace = int(view.grace[at])
    window = (view.their_window if view.dated[at] else view.no_date_window)[at]
    over = bool(window <= view.today)
    why_later = _why_later(row, facts, at, view)
    their_date = as_said(
        days["their_day"],
        facts["their_words"],
        vague=facts["their_vague"] or facts["their_row"] in view.facts.said,
    )
    asked_until = facts["status_on"] + pd.Timedelta(days=n["feedback_until"])
    return days | {
        "ended": _ended(facts),
        **talk_words(facts, view.facts.today.date()),
        "due_on": told_day(row.due_on, view),
        **offer_words(row, facts, their_date, view),
        **starting(row, view),
        "a_reason": _reason_to_ask(row, facts),
        "what_to_ask": SOONER if view.talk_too_late[at] else "where things stand",
        "by_way": _by_way(row, facts),
        "earliest_on": told_day(row.earliest_on, view),
        "best_on": _best_on(row, view),
        "thanks_until": told_day(_after(facts["met_on"], n["thank_you_until"], view), view),
        "until_hold": _until(days["hold_until"], view.facts.said.get(facts["hold_row"])),
        "their_date": their_date,
        **_without_a_date(view.facts.said.get(facts["their_row"])),
        "and_grace": f", and {count(grace, 'full workday')}" if grace else "",
        "Grace_passes": _passes(grace, "full workday", over),
        "Wait_passes": _passes(n["wait_no_date"], "workday", over),
        "feedback_until": told_day(asked_until, view),
        "or_rest": " It’s fine to let it go now." if view.may_rest[at] else "",
        "ask_way": ASK_WAY if facts["way_why"] in ("last_used", "default") else "",
        "to_name": facts["to"] or "them",
        "search_went_on": SEARCH_WENT_ON if pd.isna(facts["taken_on"]) else "",
        "opens": told_day(pd.Timestamp(view.opens[at]), view),
        "sent_times": times(facts["sent"]),
        "round_on": days["met_on"] if pd.notna(facts["met_on"]) else days["stage_on"],
        "so": ";" if why_later else ", so",  # the window alone is not what it waited for
        "why_later": why_later,
    }


def _until(day: str, said: SaidRow | None) -> str:
    """Return until when they put it on hold, "" when that is not known."""
    if said is None:
        return "" if day == NOT_GIVEN else f" until {day}"
    words = as_said(day, said.words, vague=True) if said.due_on else quoted(said.words)
    return f" (they said {words})"


def _without_a_date(said: SaidRow | None) -> dict[str, str]:
    """Return how it is told that they gave no date: never without the words they did say."""
    if said is None:
        return {"No_date": "They didn’t give you a date", "they_said": "", "which_day": "."}
    known = {"they_said": f" (they said {quoted(said.words)})", "which_day": "."}
    if not said.asks:
        return known | {"No_date": f"They didn’t give you a date; they said {quoted(said.words)}"}
    which_day = f", and we can’t tell which day that is. {WHICH_DAY}"
    return known | {"No_date": f"They said {quoted(said.words)}", "which_day": which_day}


def _after(day: Any, n: int, view: View) -> Any:
    return pd.Timestamp(view.facts.days.after(day.to_numpy(), n).item())


def _why_later(row: PlanRow, facts: pd.Series, at: int, view: View) -> str:
    """Return what else the day waited for, beside the rule itself."""
    gap = int(view.gap[at])
    sent, told = told_day(facts["sent_on"], view), told_day(facts["not_before"], view)
    called = told_day(facts["reference_called_on"], view)
    overtaken = view.not_before_window[at] if pd.isna(facts["their_day"]) else NO_DAY
    opens = row.earliest_on.to_numpy()
    reasons = [
        (
            view.gap_day[at],
            f"That leaves {count(gap, 'workday')} after your last message, on {sent}.",
        ),
        (overtaken, f"They had said {told}; let that day pass first."),
        (view.tried_day[at], "Nobody answered, and once a day is enough."),
        (
            view.reference_window[at],
            f"That leaves {count(view.n['reference_rest'], 'workday')} after they called a "
            f"reference, on {called}.",
        ),
    ]
    return next((f" {why}" for day, why in reasons if day == opens), "")


def _by_way(row: PlanRow, facts: pd.Series) -> str:
    if facts["way_why"] == "nobody":
        return TO_NOBODY
    way = WAYS[row.channel]
    lacking = facts["way_why"] == "asked" and way.column and not facts[way.column]
    address = way.address.rpartition(" ")[2]
    noted = f", though their {address} isn’t on file yet" if lacking else ""
    return way.by + WAY_WHY[facts["way_why"]] + noted


def _passes(n: int, noun: str, passed: bool) -> str:
    time = _sentence_case(count(n, noun)) if n else "That day"
    has = "has" if n < 2 else "have"
    return f"{time} {has} passed" if passed else f"{time} {has} to pass"


def heading(situation: str) -> str:
    """Return a situation as a heading on screen.

    >>> heading("their_date_passed")
    'Their date has passed'
    """
    return _sentence_case(words(situation))

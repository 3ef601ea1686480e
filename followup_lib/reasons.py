"""Reasons: a sentence or two a client understands for a row of the plan, with its rule.

Written for the rows shown only: wording a row costs far more than deciding it.
"""

from typing import Any

import pandas as pd

from followup_lib.dates import count, short_day
from followup_lib.rules import View
from followup_lib.vocabulary import Channel, Situation, Status, words

ENDED = {
    Status.ACCEPTED: "You accepted this offer. Nothing more to ask here.",
    Status.DECLINED: "You declined this offer. Nothing more to do here.",
    Status.REJECTED: "They chose someone else. Nothing more to do here.",
    Status.WITHDRAWN: "You withdrew. Nothing more to do here.",
    Status.NO_RESPONSE: "You let this rest. A late answer wakes it.",
}
BY = {
    Channel.EMAIL: "by e-mail",
    Channel.PHONE: "by phone",
    Channel.TEXT: "by text",
    Channel.LINKEDIN: "on LinkedIn",
}
WAY_WHY = {
    "asked": ", as they asked",
    "waits": "",
    "cannot": ", a way that works for you",
    "last_used": ", the way they last used",
    "default": "; ask at the next talk how they like to be reached",
}


def reason(row: Any, view: View) -> str:
    """Return the reason of one row of a plan (a tuple with the plan's columns)."""
    if row.reference_id:
        return _reference_reason(row, view)
    if row.promise_id:
        return _promise_reason(row, view)
    facts = view.f.loc[row.application_id]
    if row.after:
        company = view.f.loc[row.after, "company"]
        return (
            f"One message to {facts['to'] or 'this person'} at a time: the one about {company} "
            "goes first, and may mention this role too (W4)."
        )
    template: str = row.template
    return template.format_map(_words(row, facts, view)) + _put_off(row, view)


def _put_off(row: Any, view: View) -> str:
    put_off = getattr(row, "put_off", False)
    return f" You put it off until {_day(row.earliest_on, view)}." if put_off is True else ""


def _day(day: Any, view: View) -> str:
    return "a day not given" if pd.isna(day) else short_day(day.date(), view.today.date())


def _from(row: Any, view: View) -> str:
    return "from today" if row.earliest_on == view.today else f"from {_day(row.earliest_on, view)}"


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


def _words(row: Any, facts: pd.Series, view: View) -> dict[str, str]:
    days = {
        str(name): _day(value, view)
        for name, value in facts.items()
        if isinstance(value, pd.Timestamp)
    }
    at = view.f.index.get_loc(row.application_id)
    n = view.n
    vague = facts["their_vague"] and facts["wish"] != "wait_for_them"
    grace = count(n["grace_vague" if vague else "grace"], "full workday")
    open_now = row.earliest_on <= view.today
    has = "has" if grace.startswith("one ") else "have"
    spoke = facts[["met_on", "heard_on", "stated_on", "resumed_on"]].max()
    from_day = _from(row, view)
    said = facts["their_words"]
    wait = count(n["wait_no_date"], "workday")
    gap = view.gap_day.iloc[at]
    return days | {
        "ended": ENDED.get(facts["status"], ""),
        "offer_deadline": _offer_deadline(row, facts, view),
        "from_day": from_day,
        "From_day": _sentence_case(from_day),
        "by_way": BY[Channel(row.channel)] + WAY_WHY[facts["way_why"]],
        "way_rule": "W2" if facts["way_why"] == "asked" else "W3",
        "earliest_on": _day(row.earliest_on, view),
        "thanks_until": _day(view.after(view.f["met_on"], n["thank_you_until"]).iloc[at], view),
        "until_hold": f" until {days['hold_until']}" if pd.notna(facts["hold_until"]) else "",
        "their_words": (f" (“{said}”)" if said else "")
        + (f"; we read this as {days['their_day']}" if facts["their_vague"] and said else ""),
        "grace": grace,
        "Grace": _sentence_case(grace),
        "passes": f"{has} passed" if open_now else f"{has} to pass",
        "Wait": _sentence_case(wait),
        "pass_then": "have passed" if open_now else "pass first",
        "to_name": facts["to"] or "them",
        "opens": _day(view.opens.iloc[at], view),
        "sent_times": {1: "once", 2: "twice"}.get(facts["sent"], count(facts["sent"], "time")),
        "round_on": days["met_on"] if pd.notna(facts["met_on"]) else days["stage_on"],
        "spoke_on": _day(spoke, view),
        "after_gap": ""
        if pd.isna(gap) or gap != row.earliest_on
        else f" You last wrote on {days['sent_on']}; {_gap(at, view)} lie between two notes.",
    }


def _gap(at: int, view: View) -> str:
    return count(view.n["gap_for_offer" if view.last_round.iloc[at] else "gap"], "workday")


def _offer_deadline(row: Any, facts: pd.Series, view: View) -> str:
    if pd.isna(facts["offer_day"]):
        return (
            "Thank them within a day and ask by when they need your answer; until you know, "
            f"treat it as {_day(row.due_on, view)}."
        )
    late = " That day has passed: answer today." if row.due_on < view.today else ""
    return f"Your answer is due {_day(row.due_on, view)}.{late}"


def _promise_reason(row: Any, view: View) -> str:
    owed = view.facts.owed.set_index("event_id").loc[row.promise_id]
    what = owed["said"] or f"to be in touch {BY.get(owed['channel'], '')}".rstrip()
    due = _day(row.due_on, view)
    asked = "You said" if row.rule == "P1" else "No day was named, so the next workday counts:"
    promise = f"{asked} {due} for “{what}”" if owed["said"] else f"{asked} {due}, {what}"
    if row.due_on < view.today:
        late = "Do it today, with one sentence of apology, or name one new day"
        return f"{promise}. {late} ({row.rule})."
    if row.due_on == view.today:
        return f"{promise}. That is today ({row.rule})."
    contact = row.earliest_on == row.due_on
    early = "Get it ready; it goes on that day." if contact else "A thing owed may go early."
    return f"{promise}. {early} ({row.rule}, P3)"


def _reference_reason(row: Any, view: View) -> str:
    past = view.facts.past
    mine = past[(past["who"] == row.reference_id) & past["event"].str.startswith("reference_")]
    given = mine[(mine["event"] == "reference_given") & mine["application_id"].isin(_live(view))]
    firms = _listing(view.f.loc[given["application_id"].unique(), "company"].tolist())
    if row.situation == Situation.THANK_REFERENCE:
        called = _day(mine.loc[mine["event"] == "reference_contacted", "on"].max(), view)
        return (
            f"{row.to} was contacted on {called}. Thank them the same day, and ask who called, "
            "about which job, and what was asked; it stays between you (R5)."
        )
    if row.situation == Situation.BRIEF_REFERENCE:
        return f"You gave {row.to}’s name to {firms}. Tell them which job, and who may call (R1)."
    return (
        f"{row.to} may hear from {firms}. {_sentence_case(_from(row, view))} ask whether anybody "
        "has been in touch; no call means nothing (R1, R3)."
    )


def _live(view: View) -> pd.Index:
    return view.live[view.live].index


def _listing(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def heading(situation: str) -> str:
    """Return a situation as a heading on screen.

    >>> heading("their_date_passed")
    'Their date has passed'
    """
    return _sentence_case(words(situation))

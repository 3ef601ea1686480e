"""What a row of the plan asks a person to do, in words: the heading of its page and of its card."""

from followup_lib.pages.kit.desk import ASKED, Desk
from followup_lib.reading.promises import read_promise
from followup_lib.records.rows import PlanRow
from followup_lib.records.vocabulary import WAYS, Situation

DEEDS: dict[str, str] = {
    Situation.OFFER_TO_ANSWER: "Answer the offer",
    Situation.PROMISE_DUE: "Keep your promise",
    Situation.OFFER_ELSEWHERE: "Tell them about your offer",
    Situation.OFFER_TIMES: "Offer times to talk",
    Situation.CONFIRM_TIME: "Ask what time works",
    **ASKED,
    Situation.THANK_YOU: "Say thank you",
    Situation.THEIR_DATE_PASSED: "Ask where things stand",
    Situation.WAITING_FOR_OFFER: "Ask if they need anything",
    Situation.NO_DATE_GIVEN: "Ask for a date",
    Situation.ON_HOLD: "Ask for a time frame",
    Situation.CLOSING_NOTE: "One last note, or let it go",
    Situation.LONG_QUIET: "Open the door again, or let it go",
    Situation.ASK_FOR_FEEDBACK: "Ask for feedback",
    Situation.WITHDRAWAL: "Withdraw, with thanks",
    Situation.BRIEF_REFERENCE: "Tell them who may call",
    Situation.CHECK_IN_WITH_REFERENCE: "Check in with your reference",
    Situation.THANK_REFERENCE: "Thank your reference",
    Situation.REST: "Nothing to do now",
}


def deed(desk: Desk, row: PlanRow) -> str:
    """Return what to do, without saying for whom; a promise is named by what was promised."""
    owed = desk.plan.facts.owed
    mine = owed[owed["event_id"] == row.promise_id] if row.promise_id else owed[:0]
    if mine.empty:
        return DEEDS[row.situation]
    promise = read_promise(mine["said"].iloc[0]).fact
    if promise and promise.thing:
        return f"Send {promise.thing}"
    promised = WAYS[row.channel].promise if row.channel in WAYS else "be in touch"
    return f"{promised[:1].upper()}{promised[1:]}, as promised"


def headline_of(desk: Desk, row: PlanRow) -> str:
    """Return the heading of a row: what to do, and for which company or reference."""
    whom = row.to if row.reference_id else desk.plan.facts.of(row.application_id)["company"]
    return f"{deed(desk, row)}: {whom}"

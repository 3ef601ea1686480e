"""What the plan may advise to do next: one entry for each situation, with its words."""

from enum import StrEnum
from typing import Self

STANDING = True
"""Of a message that asks where things stand: paced per person, never on a day off (guidance §2)."""


class Situation(StrEnum):
    """What the plan advises to do next, the most urgent first, and what a sent message was for.

    Each has its `heading`, the `deed` it asks of a person, and whether it asks where things stand.
    """

    OFFER_TO_ANSWER = "offer_to_answer", "answer the offer", "Answer the offer"
    WITHDRAWAL = "withdrawal", "withdraw, with thanks", "Withdraw, with thanks"
    OFFER_TIMES = "offer_times", "find a time to talk", "Offer times to talk"
    PROMISE_DUE = "promise_due", "keep your promise", "Keep your promise"
    STILL_A_NO = "still_a_no", "is it still a no?", "Say where it stands"
    HOW_IT_WENT = "how_it_went", "how did it go?", "Say how it went"
    OFFER_ELSEWHERE = (
        *("offer_elsewhere", "mention your other offer", "Tell them about your offer"),
        STANDING,
    )
    THANK_YOU = "thank_you", "say thank you", "Say thank you"
    THANK_REFERENCE = "thank_reference", "thank your reference", "Thank your reference"
    ASK_FOR_FEEDBACK = "ask_for_feedback", "ask for feedback", "Ask for feedback"
    BRIEF_REFERENCE = "brief_reference", "brief your reference", "Tell them who may call"
    CONFIRM_TIME = "confirm_time", "no time set yet", "Ask what time works", STANDING
    THEIR_DATE_PASSED = (
        *("their_date_passed", "their date has passed", "Ask where things stand"),
        STANDING,
    )
    WAITING_FOR_OFFER = (
        *("waiting_for_offer", "waiting for the offer", "Ask if they need anything"),
        STANDING,
    )
    NO_DATE_GIVEN = "no_date_given", "no date given", "Ask for a date", STANDING
    ON_HOLD = "on_hold", "on hold", "Ask for a time frame", STANDING
    CHECK_IN_WITH_REFERENCE = (
        "check_in_with_reference",
        "check in with your reference",
        "Check in with your reference",
    )
    CLOSING_NOTE = (
        *("closing_note", "one closing note, if you like", "One last note, or let it go"),
        STANDING,
    )
    LONG_QUIET = "long_quiet", "long quiet", "Open the door again, or let it go", STANDING
    REST = "rest", "on pause", "Nothing to do now"

    heading: str
    deed: str
    asks: bool

    def __new__(cls, value: str, heading: str = "", deed: str = "", asks: bool = False) -> Self:
        """Make a situation of its word in the files, and the rest of its entry."""
        situation = str.__new__(cls, value)
        situation._value_, situation.heading = value, heading
        situation.deed, situation.asks = deed, asks
        return situation


UNWRITTEN = (Situation.HOW_IT_WENT, Situation.STILL_A_NO, Situation.REST)
"""Situations without a letter: the seeker is asked something, or nothing is to be done."""

STATUS_SITUATIONS = tuple(situation for situation in Situation if situation.asks)

TIME_SITUATIONS = (Situation.OFFER_TIMES, Situation.CONFIRM_TIME)
"""Messages that look for a time to talk."""

OFFER_SITUATIONS = (
    Situation.WAITING_FOR_OFFER,
    Situation.OFFER_TO_ANSWER,
    Situation.OFFER_ELSEWHERE,
)
REFERENCE_SITUATIONS = (
    Situation.BRIEF_REFERENCE,
    Situation.CHECK_IN_WITH_REFERENCE,
    Situation.THANK_REFERENCE,
)

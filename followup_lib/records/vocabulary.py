"""The words of the files: every stage, status, event, channel and situation, once.

The value of each member is the word as it stands in a CSV or in JSON; `SCREEN` gives the
words a person reads where the two differ (guidance: kind, plain, never "ghosted").
"""

from enum import StrEnum
from typing import NamedTuple, Self

from followup_lib.records.screen_words import SCREEN_WORDS
from followup_lib.records.situations import Situation


class Stage(StrEnum):
    """How far an application has come, in order; each is also the event of entering it."""

    SAVED = "saved"
    APPLIED = "applied"
    SCREEN = "screen"
    INTERVIEW = "interview"
    FINAL_INTERVIEW = "final_interview"  # the person says: that was the last round
    REFERENCE_CHECK = "reference_check"
    OFFER = "offer"


class Status(StrEnum):
    """How an application stands, whatever its stage."""

    ACTIVE = "active"
    ON_HOLD = "on_hold"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    NO_RESPONSE = "no_response"  # the person let it rest; a late answer wakes it


class Event(StrEnum):
    """What a row of timeline.csv may say happened, is planned, or was promised."""

    SAVED = "saved"
    APPLIED = "applied"
    SCREEN = "screen"
    INTERVIEW = "interview"
    FINAL_INTERVIEW = "final_interview"
    REFERENCE_CHECK = "reference_check"
    OFFER = "offer"
    INTERVIEW_PLANNED = "interview_planned"
    THEY_CANCELED = "they_canceled"  # or moved, without a new day
    THEY_MISSED = "they_missed"
    I_MISSED = "i_missed"  # or cannot make it
    ACCEPTED = "accepted"
    DECLINED = "declined"
    ASKED_FOR_TIME = "asked_for_time"  # to answer an offer, once, and until which day
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    NO_RESPONSE = "no_response"
    ON_HOLD = "on_hold"
    RESUMED = "resumed"
    THEY_PROMISED = "they_promised"
    I_PROMISED = "i_promised"
    KEPT = "kept"
    MOVED = "moved"
    DROPPED = "dropped"
    WROTE = "wrote"
    CALLED = "called"
    LEFT_VOICEMAIL = "left_voicemail"
    NO_ANSWER = "no_answer"
    HEARD_BACK = "heard_back"
    THANKED = "thanked"
    SNOOZED = "snoozed"
    REFERENCE_ASKED = "reference_asked"
    REFERENCE_GIVEN = "reference_given"
    REFERENCE_BRIEFED = "reference_briefed"
    REFERENCE_CHECKED_IN = "reference_checked_in"
    REFERENCE_CONTACTED = "reference_contacted"
    REFERENCE_THANKED = "reference_thanked"


class Way(NamedTuple):
    """A way to reach somebody: all that goes with it.

    `column` is that of their address and `address` what it is called, "" for a way without one;
    `letter` is the file of its letters, `rank` its place among the ways to fall back on, `promise`
    what one does who promises it, and `machine` what the letters are called that a machine hears,
    if it may answer.
    """

    screen: str
    by: str
    column: str
    address: str
    letter: str
    rank: int
    promise: str
    machine: str = ""


class Channel(StrEnum):
    """By what way something was said; `way` is what goes with those one may suggest."""

    EMAIL = (
        "email",
        Way("e-mail", "by e-mail", "email", "e-mail address", "email", 1, "write an e-mail"),
    )
    PHONE = (
        "phone",
        Way("phone", "by phone", "phone", "phone number", "phone", 4, "call", "voicemail"),
    )
    TEXT = "text", Way("text", "by text", "phone", "mobile number", "short", 2, "send a text")
    LINKEDIN = "linkedin", Way("LinkedIn", "on LinkedIn", "", "", "short", 3, "write on LinkedIn")
    POST = "post"
    IN_PERSON = "in_person"
    VIDEO = "video"
    PORTAL = "portal", Way("portal", "in the portal", "", "", "short", 5, "write in the portal")
    OTHER = "other"

    _value_: str
    way: Way | None

    def __new__(cls, value: str, way: Way | None = None) -> Self:
        """Make a channel of its word in the files, and its way."""
        channel = str.__new__(cls, value)
        channel._value_, channel.way = value, way
        return channel


WAYS: dict[str, Way] = {channel.value: channel.way for channel in Channel if channel.way}
"""The ways to reach somebody, in the order they are shown."""

LETTERS_BY: dict[str, Way] = {
    name: way._replace(letter=letter)
    for channel, way in WAYS.items()
    for name, letter in ((channel, way.letter), (way.machine, way.machine))
    if name
}
"""The ways a letter is written for: those, and the machine that may answer."""

FALL_BACK = tuple(sorted(WAYS, key=lambda way: WAYS[way].rank))
"""The ways to choose from when a person's own is not known, the first one first."""

WAIT_FOR_THEM, HAS_LEFT = "wait_for_them", "has_left"
PREFERRED = (*WAYS, WAIT_FOR_THEM, HAS_LEFT)
"""How a person wishes to be reached (W2), "we will contact you" (W3), or has left (W5)."""


class Certainty(StrEnum):
    """How sure a day is; empty in the file means exact."""

    ABOUT = "about"
    INFERRED = "inferred"
    NO_DAY = "no_day"  # none was named: the words beside it are not read for one


class CommitmentOutcome(StrEnum):
    """What became of a commitment made in a session; empty in the file means still open."""

    DONE = "done"
    NOT_DONE = "not_done"
    MOVED = "moved"  # to a new day: that is a commitment of its own


STAGE_RANK = {stage.value: rank for rank, stage in enumerate(Stage)}

MEETINGS = (Event.SCREEN, Event.INTERVIEW, Event.FINAL_INTERVIEW)
"""Stages in which the seeker talked with a person."""

TALKS_LOST = (Event.THEY_CANCELED, Event.THEY_MISSED, Event.I_MISSED)
"""Why a talk did not take place, or will not: each leaves it without a time (B2, B3, B4)."""

OUTCOMES = (
    *(Event.ACCEPTED, Event.DECLINED, Event.REJECTED, Event.WITHDRAWN, Event.NO_RESPONSE),
    *(Event.ON_HOLD, Event.RESUMED),
)

PROMISES = (Event.THEY_PROMISED, Event.I_PROMISED)
SETTLING = (Event.KEPT, Event.MOVED, Event.DROPPED)
"""Events that say what became of a promise."""

MESSAGES = (Event.WROTE, Event.CALLED, Event.LEFT_VOICEMAIL)
"""Ways in which the seeker's words reached somebody."""

REFERENCE_EVENTS: tuple[Event, ...] = tuple(
    event for event in Event if event.startswith("reference_") and event != Event.REFERENCE_CHECK
)
"""Rows about a reference: `who` holds their reference_id."""

LAST_ROUND = (Stage.FINAL_INTERVIEW, Stage.REFERENCE_CHECK)
"""Stages in which all rounds are done."""

CLOSED = (Status.ACCEPTED, Status.DECLINED, Status.REJECTED, Status.WITHDRAWN, Status.NO_RESPONSE)
"""Statuses in which nothing more is asked of the employer."""

SCREEN = (
    {name: way.screen for name, way in WAYS.items()}
    | {situation.value: situation.heading for situation in Situation}
    | SCREEN_WORDS
)


def words(value: str) -> str:
    """Return the words on screen for a word of the files.

    >>> words("no_response"), words("reference_given"), words("offer")
    ('let go for now', 'reference given', 'offer')
    """
    return SCREEN.get(value, value.replace("_", " "))
